"""What is certain is mended, all else stays to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring import fixing
from quiz.authoring.check import check
from quiz.authoring.explaining import material_of
from quiz.authoring.finding import Edit, Finding, Severity
from quiz.authoring.fixing import QUIET, difference, edited, is_open, mended
from quiz.authoring.material import Material, material
from quiz.authoring.rules import RULES
from quiz.authoring.selecting import EVERY, chosen
from quiz.authoring.slips import meant
from quiz.bank import FIELDS, Code
from quiz.question import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quiz.authoring.rule import Rule

    Look = Callable[[Material], Iterable[Finding]]

HEAD = "quiz: 1\ntitle: t\nquestions:\n"


def read(data: bytes) -> Material:
    return material(data, "bank.yaml", "bank", lambda _: {})


def look(bank: Material) -> list[Finding]:
    return check([bank], chosen(EVERY))


def fixed(text: str) -> str:
    """Return a bank mended, after a look that a second time changes nothing more."""
    once = mended(text.encode(), read, look)
    assert mended(once, read, look) == once
    return once.decode()


def ids(data: bytes) -> list[str]:
    bank = read(data).bank
    return [question.id for question in bank.questions] if bank else []


def offering(*groups: tuple[Edit, ...], code: str = "any") -> Look:
    """Return a look that offers these edits, whatever the bank."""
    found = [
        Finding(code, Severity.WARNING, Location("bank.yaml", 1, 1), f"m{number}", "c", edits)
        for number, edits in enumerate(groups)
    ]
    return lambda _: found


def test_ids_are_written_as_they_were_derived() -> None:
    text = (
        f"{HEAD}  # first\n  - front: Capital of France   # why not\n    back: Paris\n\n"
        "  - {ask: 'Which one?', answer: a}\n  - ask: Same\n    answer: a\n  - ask: Same\n    answer: b\n"
    )
    before = ids(text.encode())
    after = fixed(text)
    assert ids(after.encode()) == before
    assert after.count("id: ") == len(before) == 4
    assert "  # first\n  - id: capital-of-france\n    front: Capital of France   # why not\n" in after
    kept = [
        line for line in text.split("\n") if "front" not in line and "{" not in line and "- ask" not in line
    ]
    assert [line for line in after.split("\n") if line in kept] == kept


def test_white_space_is_tidied_but_in_block_texts() -> None:
    text = f"{HEAD}  - id: a  \n    front: x\t\n    back: |\n      one  \n\n      two  \n\n  \n  # end  "
    assert fixed(text) == (
        f"{HEAD}  - id: a\n    front: x\n    back: |\n      one  \n\n      two  \n\n  \n  # end\n"
    ) or fixed(text).endswith("      one  \n\n      two  \n\n\n  # end\n")


@pytest.mark.parametrize(("usual", "odd"), [("\n", "\r\n"), ("\r\n", "\n"), ("\n", "\r")])
def test_line_ends_become_those_of_most_lines(usual: str, odd: str) -> None:
    text = f"{HEAD}  - id: a\n    front: x\n    back: y\n"
    mixed = text.replace("\n", usual).replace(f"title: t{usual}", f"title: t{odd}")
    assert fixed(mixed) == text.replace("\n", usual)


def test_a_byte_order_mark_goes_unless_it_is_to_stay() -> None:
    text = f"\ufeff{HEAD}  - id: a\n    front: x\n    back: y\n"
    assert fixed(text) == text[1:]
    assert mended(text.encode(), read, look, mark=False) == text.encode()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("  - ask: Where?\n    anwser: Bern\n", "    answer: Bern\n"),
        ("  - ask: Where?\n    Answer: Bern\n", "    answer: Bern\n"),
        ("  - aks: Where?\n    answer: Bern\n", "ask: Where?\n"),
        ("  - ask: Where?\n    'awnser' : Bern\n", "    'answer' : Bern\n"),
        ("  - {ask: Where, anwser: Bern}\n", "ask: Where, answer: Bern}\n"),
        ("  - ask: Where?\n    answer: Bern\n    source: {paragrph: 2}\n", "{paragraph: 2}\n"),
        ("  - ask: Where?\n    anwser: Bern\n    wrong: [Bern, Basel]\n", "    answer: Bern\n"),
        ("  - ask: Where?\n    anwsers: [Bern]\n    wrong: [Basel]\n", "    answers: [Bern]\n"),
    ],
)
def test_a_slip_in_a_key_is_mended(wrong: str, right: str) -> None:
    after = fixed(HEAD + wrong)
    assert right in after
    assert not any(problem.code is Code.UNKNOWN_KEY for problem in read(after.encode()).problems)


def test_a_slip_in_a_key_of_the_bank_is_mended() -> None:
    assert fixed("quiz: 1\ntitel: t\nqestions:\n- {id: a, front: x, back: y}\n").startswith(
        "quiz: 1\ntitle: t\nquestions:\n"
    )


@pytest.mark.parametrize(
    "body",
    [
        "  - id: a\n    ask: Where?\n    answer: Bern\n    anwser: Basel\n",
        "  - id: a\n    ask: Where?\n    anwser: Bern\n    answr: Basel\n",
        "  - id: a\n    ask: Where?\n    answer: Bern\n    note: see there\n",
        "  - id: a\n    ask: Where?\n    answer: Bern\n    data: yes and no\n",
        "  - id: a\n    ask: Where?\n    answer: Bern\n    whu: x\n",
        "  - id: a\n    ask: Where?\n    ansers: Bern\n",
        "  - id: a\n    ask: Where?\n    answer: Bern\n    ? tagss\n    : x\n",
    ],
)
def test_a_key_in_doubt_is_left_to_the_author(body: str) -> None:
    assert fixed(HEAD + body) == HEAD + body


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("anwser", "answer"),
        ("awnser", "answer"),
        ("ANSWER", "answer"),
        ("answerss", "answers"),
        ("answr", "answer"),
        ("answrs", "answers"),
        ("hin", "hint"),
        ("why", "why"),
        ("wyh", "why"),
        ("whx", None),
        ("descritpion", "description"),
        ("comment", None),
        ("x", None),
    ],
)
def test_the_key_that_was_meant(name: str, key: str | None) -> None:
    assert meant(name) == key


@pytest.mark.parametrize("key", sorted({field.name for fields in FIELDS.values() for field in fields}))
def test_two_letters_swapped_in_a_key_never_make_another_key(key: str) -> None:
    for at in range(len(key) - 1):
        swapped = key[:at] + key[at + 1] + key[at] + key[at + 2 :]
        assert meant(swapped) in {key, None}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"- 1  \n",
        b"title: x  \n",
        f"{HEAD}  - {{front: a, back: b  \n".encode(),
        f"{HEAD}  - front: a\xe9  \n    back: b\n".encode("latin-1"),
        f"{HEAD}  - front: a  \n    back: b\n".encode("utf-16"),
        f"{HEAD}  - front: {'a' * 10_001}  \n    back: b\n".encode(),
    ],
)
def test_a_file_that_is_not_read_to_its_end_stays_as_it_is(data: bytes) -> None:
    assert mended(data, read, look) == data
    assert not is_open(data, read(data))


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_examples_are_mended_once_and_for_all(rule: Rule) -> None:
    once = mended(
        rule.bad.bank.encode(), lambda data: read_beside(data, rule), lambda one: check([one], EVERY)
    )
    assert mended(once, lambda data: read_beside(data, rule), lambda one: check([one], EVERY)) == once
    left = check([read_beside(once, rule)], [rule])
    offered = [one for one in check([material_of(rule.bad)], [rule]) if one.edits]
    assert len(left) <= len(check([material_of(rule.bad)], [rule])) - len(offered)


def read_beside(data: bytes, rule: Rule) -> Material:
    return material(data, "bank.yaml", "bank", material_of(rule.bad).texts)


def test_rules_that_change_nothing_that_is_said_are_there() -> None:
    assert {rule.code for rule in RULES} >= QUIET


TEXT = f"{HEAD}  - id: a\n    front: x\n    back: y\n"
BACK = Edit(6, 11, 6, 12, "z")


def test_the_edits_of_rules_are_made() -> None:
    after = mended(TEXT.encode(), read, lambda bank: offering((BACK,))(bank) if "y" in bank.text[30:] else [])
    assert after == TEXT.replace("back: y", "back: z").encode()


def test_edits_that_would_make_a_fault_are_not_made() -> None:
    breaking = Edit(6, 5, 6, 9, "bakc")
    assert mended(TEXT.encode(), read, offering((breaking,))) == TEXT.encode()
    assert mended(TEXT.encode(), read, offering((Edit(1, 1, 1, 5, "qiz"),))) == TEXT.encode()


def test_edits_that_stand_alone_are_made_beside_some_that_do_not() -> None:
    breaking = Edit(6, 5, 6, 9, "bakc")
    assert mended(TEXT.encode(), read, offering((breaking,), (BACK,))) == TEXT.replace(": y", ": z").encode()


def test_edits_to_places_that_are_not_there_are_not_made() -> None:
    assert mended(TEXT.encode(), read, offering((Edit(99, 1, 99, 2, "x"),))) == TEXT.encode()


def test_edits_that_overlap_wait_for_the_next_round() -> None:
    other = Edit(6, 11, 6, 12, "w")
    assert mended(TEXT.encode(), read, offering((BACK,), (other,))) == TEXT.replace(": y", ": z").encode()


def test_edits_that_never_come_to_rest_are_not_made() -> None:
    def swing(bank: Material) -> list[Finding]:
        return list(offering((BACK._replace(text="y" if "back: z" in bank.text else "z"),))(bank))

    assert mended(TEXT.encode(), read, swing) == TEXT.encode()
    assert fixing.ROUNDS > 1


@pytest.mark.parametrize("code", sorted(QUIET))
def test_an_edit_of_white_space_or_an_id_may_not_change_what_is_said(code: str) -> None:
    assert mended(TEXT.encode(), read, offering((BACK,), code=code)) == TEXT.encode()


def test_a_byte_order_mark_counts_in_no_place() -> None:
    data = b"\xef\xbb\xbf" + TEXT.encode()
    assert edited(data, [BACK]) == data.replace(b": y", b": z")


def test_the_difference_is_one_that_git_applies() -> None:
    assert difference(b"a\nb\r\nc", b"a\nB\r\nc", "f.yaml") == [
        "--- a/f.yaml\n",
        "+++ b/f.yaml\n",
        "@@ -1,3 +1,3 @@\n",
        " a\n",
        "-b\r\n",
        "+B\r\n",
        " c\n",
        "\\ No newline at end of file\n",
    ]
    assert difference(b"a\n", b"a\n", "f") == []
    assert difference(b"", b"a\n", "f")[2:] == ["@@ -0,0 +1 @@\n", "+a\n"]
    assert difference("a\u2028b\n".encode(), b"a\n", "f")[3:] == ["-a\u2028b\n", "+a\n"]


blanks = st.sampled_from(["", " ", "  ", "\t"])
ends = st.sampled_from(["\n", "\r\n"])
words = st.sampled_from(["Bern", "no", "'a b'", '"q # x"', "x # c", "010", "é"])


@st.composite
def banks(draw: st.DrawFn) -> str:
    """Return a bank with odd layout: comments, blanks, quotes, blocks, both line ends."""
    lines = ["quiz: 1", "title: t", "# about", "questions:"]
    for number in range(draw(st.integers(1, 4))):
        key = draw(st.sampled_from(["answer", "anwser", "answer"]))
        block = draw(st.booleans())
        lines += ["", "  # one"] if draw(st.booleans()) else []
        lines += [f"  - ask: {draw(st.sampled_from(['Where?', f'Who {number}?']))}"]
        lines += [f"    {key}: |", "      one ", "", "      two"] if block else [f"    {key}: {draw(words)}"]
        lines += ["    hint: h"] if draw(st.booleans()) else []
    text = "".join(f"{line}{draw(blanks)}{draw(ends)}" for line in lines)
    return text if draw(st.booleans()) else text.rstrip("\r\n")


@given(banks())
def test_mending_comes_to_rest_and_keeps_words_and_comments(text: str) -> None:
    data = text.encode()
    once = mended(data, read, look)
    assert mended(once, read, look) == once
    assert set(ids(data)) <= set(ids(once))
    assert text.count("#") == once.decode().count("#")
    kept = {bare(line) for line in once.decode().splitlines()}
    assert {bare(line) for line in text.splitlines() if "- ask" not in line} <= kept


def bare(line: str) -> str:
    """Return a line without what mending may change in it."""
    return line.strip().replace("anwser", "answer").replace('"', "").replace("'", "")
