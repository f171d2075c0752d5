"""Files that were never meant to be banks, or meant to do harm: a problem each, nothing worse."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank import CannotRead, NoParser, Reading, read_bank, read_document, read_text, syntax
from quiz.bank.limits import MAX_BYTES
from quiz.bank.problem import Faults
from quiz.question import Kind

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "quiz: 1\ntitle: T\nquestions:\n"
SOUND = "- {front: sound, back: b}\n"
VALID = """\
quiz: 1
title: All kinds
tags: [t]
questions:
  - {id: a, ask: A?, answer: b, accept: [c, d], reverse: yes}
  - ask: B?
    answer: b
    wrong: [c, d: because]
    source: {paragraph: 1, quote: "q"}
  - claim: C.
    answer: false
    why: |
      so
  - {ask: D?, number: 1.5, tolerance: 5%, unit: m}
  - {ask: E?, date: 2021-12}
  - {ask: F?, answers: [a, b], wrong: [c]}
  - cloze: '{G|g::h} is \\{ a {hole}'
  - {ask: H?, order: [1, 2, 3]}
  - {ask: I?, match: {a: b, c: d}}
  - {front: J é, back: "\\u00e9"}
""".encode()


def problems(reading: Reading) -> list[str]:
    return [str(problem).removeprefix("b.yaml:") for problem in reading.problems]


def prompts(reading: Reading) -> list[str]:
    assert reading.bank is not None
    return [question.ask for question in reading.bank.questions]


def read(data: bytes) -> Reading:
    return read_text(data, "b.yaml", "k")


def lines(data: bytes) -> list[str]:
    """The lines of a file as YAML counts them."""
    text = data.removeprefix(b"\xef\xbb\xbf").decode(errors="surrogateescape").replace("\r\n", "\n")
    for mark in "\r\x85\u2028\u2029":
        text = text.replace(mark, "\n")
    return text.split("\n")


def check(data: bytes) -> None:
    """Read, and hold every problem to the file and to what a terminal stands."""
    written = lines(data)
    for problem in read(data).problems:
        place = problem.location
        assert 1 <= place.line <= len(written)
        assert 1 <= place.column <= len(written[place.line - 1]) + 1
        assert str(problem).isprintable()
        assert problem.cure


def test_the_valid_bank_of_these_tests_has_all_kinds() -> None:
    reading = read(VALID)
    assert problems(reading) == []
    assert reading.bank is not None
    assert {question.kind for question in reading.bank.questions} == set(Kind)


@given(st.binary(max_size=200))
def test_arbitrary_bytes_give_problems(data: bytes) -> None:
    check(data)
    assert read(data).problems


@given(st.binary(max_size=60))
def test_arbitrary_bytes_among_questions_give_problems(data: bytes) -> None:
    check(HEAD.encode() + data)
    check(HEAD.encode() + b"- front: " + data + b"\n" + SOUND.encode())


PIECES = [
    *"[]{}:,-?&*!|>'\"%@`#\n\t \0\x1b\x85\u2028\ufeff",
    *(
        ": ",
        " #",
        "- ",
        "<<: ",
        "? ",
        "---\n",
        "...\n",
        "\r\n",
        "&a ",
        "*a",
        "!!int ",
        "!<",
        "\\",
        "'",
        "{}",
        "|\n",
    ),
    *("answer: ", "wrong: ", "kind: ", "id: a", "quiz: 2", "é", "\U0001f600"),
]


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(VALID)),
            st.integers(0, 8),
            st.sampled_from(PIECES).map(str.encode) | st.binary(max_size=3),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_damaged_bank_gives_problems_inside_the_file(edits: list[tuple[int, int, bytes]]) -> None:
    data = VALID
    for start, length, put in edits:
        data = data[:start] + put + data[start + length :]
    check(data)


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "{a: ", "[a, "])
@pytest.mark.parametrize("before", ["", HEAD, f"{HEAD}{SOUND}- ask: "])
def test_fifty_thousand_brackets_are_told(opening: str, before: str) -> None:
    check((before + opening * 50_000).encode())


def test_deep_nesting_leaves_the_other_questions() -> None:
    deep = "[" * 500 + "]" * 500
    reading = read(f"{HEAD}- {{front: a, back: {deep}}}\n- {{front: b, {deep}: c}}\n{SOUND}".encode())
    assert prompts(reading) == ["sound"]
    assert [problem.location[1:] for problem in reading.problems] == [(4, 20), (4, 37), (5, 3), (5, 14)]
    assert "4:37: there are more than 20 levels here; write it flatter" in problems(reading)


def test_a_bomb_of_aliases_is_refused_at_each_alias() -> None:
    bomb = "- &a0 {front: a, back: b}\n" + "".join(
        f"- &a{n} {{<<: [*a{n - 1}, *a{n - 1}], front: a, back: *a{n - 1}}}\n" for n in range(1, 60)
    )
    reading = read(f"{HEAD}{bomb}{SOUND}".encode())
    assert prompts(reading) == ["sound"]
    assert sum("an alias" in line for line in problems(reading)) == 3 * 59


def test_a_scalar_of_megabytes_is_told_shortly() -> None:
    for written in ("x" * 5_000_000, "'" + "\u0301" * 2_000_000 + "'", "9" * 1_000_000):
        (problem,) = problems(read(f"{HEAD}- front: a\n  back: {written}\n".encode()))
        assert len(problem) < 200


def test_many_unknown_keys_are_told_up_to_the_limit() -> None:
    question = "- {" + ", ".join(f"k{n}: v" for n in range(500)) + "}\n"
    reading = read(f"{HEAD}{question * 40}{SOUND}".encode())
    assert len(reading.problems) == 1001
    assert problems(reading)[-1].endswith("there are 19000 more faults; mend the others first")
    assert prompts(reading) == ["sound"]


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b"\0", "the character U+0000 may not stand in a bank; take it away"),
        (b"\x1bc", "the character U+001B may not stand in a bank; take it away"),
        (b"\x7f", "the character U+007F may not stand in a bank; take it away"),
        (b"\xc2\x9b", "the character U+009B may not stand in a bank; take it away"),
        (b"\xef\xbf\xbe", "the character U+FFFE may not stand in a bank; take it away"),
        (b"\xef\xbb\xbf", "the character U+FEFF may not stand in a bank; take it away"),
        (b"\xe9", "the byte 0xE9 is no UTF-8; save the file as UTF-8"),
        (b"\xed\xa0\x80", "the byte 0xED is no UTF-8; save the file as UTF-8"),
        (b"\xc0\xaf", "the byte 0xC0 is no UTF-8; save the file as UTF-8"),
    ],
)
def test_a_refused_character_is_told_and_takes_only_its_question(bad: bytes, told: str) -> None:
    before, after = b"- {front: first, back: b}\n", b"- {front: last, back: b}\n"
    for middle in (
        b"- front: \xc3\xa9" + bad + b"\n  back: b\n",
        b"- {front: \xc3\xa9" + bad + b", back: b}\n",
    ):
        reading = read(HEAD.encode() + before + middle + after)
        column = middle.index(b"\xc3") + 2
        assert problems(reading) == [f"5:{column}: {told}"]
        assert prompts(reading) == ["first", "last"]


def test_a_refused_character_at_the_end_takes_the_last_question() -> None:
    reading = read(HEAD.encode() + b"- {front: first, back: b}\n- front: a\n  back: \x01")
    assert problems(reading) == ["6:9: the character U+0001 may not stand in a bank; take it away"]
    assert prompts(reading) == ["first"]


def test_refused_characters_are_told_once_for_each_line() -> None:
    reading = read(HEAD.encode() + b"- {front: \xe9\xe9, back: \x01}\r\n- {front: a, back: b}\r\n# \xe9\r\n")
    assert [problem.location[1:] for problem in reading.problems] == [(4, 11), (6, 3)]
    assert prompts(reading) == ["a"]


def test_a_file_full_of_refused_characters_is_read_up_to_the_limit() -> None:
    bad = b"# \xe9\r\n" * 1000
    last = b"- {front: last, back: b}\n"
    reading = read(HEAD.encode() + SOUND.encode() + bad + last)
    assert (len(reading.problems), prompts(reading)) == (1000, ["sound", "last"])
    reading = read(HEAD.encode() + SOUND.encode() + bad + b"# \x01\n" + last)
    assert problems(reading)[-1].startswith("1005:1: ")
    assert prompts(reading) == ["sound"]


@pytest.mark.parametrize("data", [b"\0\0\0", b"\xff\xd8\xff\xe0", b"\x7fELF\x02\x01\0", b"PK\x03\x04\x14\0"])
def test_a_binary_file_is_told(data: bytes) -> None:
    reading = read(data)
    assert reading.bank is None
    assert len(reading.problems) == 2
    check(data)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_other_encodings_are_named_or_read(encoding: str) -> None:
    reading = read((HEAD + SOUND).encode(encoding))
    if encoding == "utf-8-sig":
        assert problems(reading) == []
    elif encoding == "utf-32":
        assert reading.bank is None
    else:
        assert problems(reading) == ["1:1: the file is UTF-16; save it as UTF-8"]
        assert reading.bank is None


def test_bytes_beyond_the_limit_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_BYTES == 64 * 1024 * 1024
    monkeypatch.setattr("quiz.bank.decode.MAX_BYTES", 1024 * 1024)
    assert problems(read(b"#" * (1024 * 1024 + 1))) == [
        "1:1: the file is larger than 1 MB; split it into several"
    ]


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    reading = read_bank(path, "k")
    assert reading.bank is None
    assert str(reading.problems[0]) == f"{path}:1:1: the file is larger than 64 MB; split it into several"


def test_a_file_that_grows_while_it_is_opened_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.yaml"
    path.write_bytes(b"#" * 11)
    monkeypatch.setattr("quiz.bank.files.MAX_BYTES", 10)
    monkeypatch.setattr("quiz.bank.files._check", lambda *_: None)
    with pytest.raises(CannotRead, match="larger than"):
        read_document(path)


def told(path: Path) -> str:
    reading = read_bank(path, "k")
    assert reading.bank is None
    (problem,) = reading.problems
    assert (problem.location.line, problem.location.column) == (1, 1)
    return f"{problem.message}; {problem.cure}"


def test_what_is_no_regular_file_is_told_without_waiting(tmp_path: Path) -> None:
    folder, pipe = tmp_path / "folder.yaml", tmp_path / "pipe.yaml"
    folder.mkdir()
    os.mkfifo(pipe)
    assert told(folder) == "this is a folder; name a file in it"
    assert told(pipe) == "this is no regular file; name a file with text in it"
    device = tmp_path / "device.yaml"
    device.symlink_to("/dev/zero")
    assert told(device) == "this is no regular file; name a file with text in it"


def test_a_file_that_is_exchanged_for_a_pipe_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, pipe = tmp_path / "plain.yaml", tmp_path / "pipe.yaml"
    plain.write_text("quiz: 1\n")
    os.mkfifo(pipe)
    opened = os.open
    monkeypatch.setattr(os, "open", lambda _, flags: opened(pipe, flags))
    assert told(plain) == "this is no regular file; name a file with text in it"


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    cure = "check its name and rights"
    assert told(tmp_path / "none.yaml") == f"the file cannot be read: no such file or directory; {cure}"
    assert told(loop) == f"the file cannot be read: too many levels of symbolic links; {cure}"
    assert told(tmp_path / "a\0b.yaml") == "this is no name of a file; take the NUL out of it"


def test_a_fault_of_the_parser_without_a_place_is_told_at_the_beginning() -> None:
    faults = Faults("b.yaml")
    syntax.report(yaml.YAMLError(), (9, 9), faults)
    (problem,) = faults.found()
    assert str(problem).startswith("b.yaml:1:1: the file is no text that YAML takes; ")


@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(was_on: bool) -> None:  # noqa: FBT001 - a column of the table
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        read(VALID)
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_a_missing_libyaml_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    with pytest.raises(NoParser, match="libyaml"):
        read(VALID)
