from __future__ import annotations

from pathlib import Path

import pytest
from entries import entries
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quiz.authoring.finding import Edit
from quiz.authoring.layout import applied, id_edit
from quiz.authoring.writing import Entry, Style, entry_text, flow_text
from quiz.bank import read_text, read_writing

BANKS = sorted((Path(__file__).parents[2] / "questions").rglob("*.yaml"))
HEAD = "quiz: 1\ntitle: T\nquestions:\n"


def test_edits_are_carried_out_at_their_places() -> None:
    edits = [Edit(2, 2, 2, 4, "XY"), Edit(1, 1, 1, 1, "> "), Edit(2, 6, 3, 1, "|"), Edit(1, 1, 1, 1, "> ")]
    assert applied("abc\nabcdef\nxyz", edits) == "> abc\naXYde|xyz"
    assert applied("abc", []) == "abc"


def test_lines_are_those_of_yaml() -> None:
    assert applied("a\r\nb\rc\x85d\u2028e\u2029f\x0bg", [Edit(6, 3, 6, 4, "G"), Edit(2, 1, 2, 2, "B")]) == (
        "a\r\nB\rc\x85d\u2028e\u2029f\x0bG"
    )


def test_the_line_behind_the_last_one_is_the_end() -> None:
    assert applied("a\nb", [Edit(2, 1, 3, 1, "")]) == "a\n"
    assert applied("a\nb\n", [Edit(2, 1, 3, 1, "")]) == "a\n"


def test_a_mark_at_the_beginning_has_no_column() -> None:
    assert applied("\ufeffabc", [Edit(1, 1, 1, 2, "A")]) == "\ufeffAbc"


def test_an_edit_at_the_edge_of_another_is_no_overlap() -> None:
    edits = [Edit(1, 2, 1, 3, "B"), Edit(1, 2, 1, 2, "+"), Edit(1, 3, 1, 3, "-"), Edit(1, 4, 1, 4, "!")]
    assert applied("abc", edits) == "a+B-c!"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(1, 1, 1, 3, "x"), Edit(1, 2, 1, 4, "y")],
        [Edit(1, 1, 1, 3, "x"), Edit(1, 1, 1, 3, "y")],
        [Edit(1, 2, 1, 2, "x"), Edit(1, 2, 1, 2, "y")],
        [Edit(1, 1, 1, 4, "x"), Edit(1, 2, 1, 2, "y")],
    ],
)
def test_edits_that_overlap_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlap in line 1"):
        applied("abcd", edits)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(0, 1, 1, 1, ""),
        Edit(4, 1, 4, 1, ""),
        Edit(3, 2, 3, 2, ""),
        Edit(1, 5, 1, 5, ""),
        Edit(1, 0, 1, 1, ""),
        Edit(2, 1, 1, 1, ""),
    ],
)
def test_places_that_are_none_are_refused(edit: Edit) -> None:
    with pytest.raises(ValueError, match="line"):
        applied("abc\r\nd", [edit])


def with_id(text: str, name: str = "named", number: int = 0) -> str:
    """Return a bank with an id for one of its questions."""
    written = read_writing(text.removeprefix("\ufeff").encode(), "b", "b").written[number]
    return applied(text, [id_edit(written, name, text)])


IDS = {
    "lines": ("  - front: a # x\n    back: b\n", "  - id: named\n    front: a # x\n    back: b\n"),
    "a wide dash": ("-   front: a\n    back: b\n", "-   id: named\n    front: a\n    back: b\n"),
    "a dash alone": (
        "  -\n    # x\n    front: a\n    back: b\n",
        "  -\n    # x\n    id: named\n    front: a\n    back: b\n",
    ),
    "a question mark": (
        "  - ? front\n    : a\n    back: b\n",
        "  - id: named\n    ? front\n    : a\n    back: b\n",
    ),
    "braces": ("  - {front: a, back: b}\n", "  - {id: named, front: a, back: b}\n"),
    "braces in lines": (
        "  - {\n    front: a, # x\n    back: b}\n",
        "  - {\n    id: named, front: a, # x\n    back: b}\n",
    ),
    "a question mark in braces": ("  - {? front : a, back: b}\n", "  - {id: named, ? front : a, back: b}\n"),
    "JSON": ('  - {"front": "a", "back": "b"}\n', '  - {"id": "named", "front": "a", "back": "b"}\n'),
}


@pytest.mark.parametrize("case", IDS)
@pytest.mark.parametrize("feed", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_id_becomes_the_first_key(case: str, feed: str, mark: str) -> None:
    before, after = ((mark + HEAD + text).replace("\n", feed) for text in IDS[case])
    assert with_id(before) == after
    bank = read_text(after.encode(), "b", "b").bank
    assert bank is not None
    assert bank.questions[0].id == "named"


def test_an_id_that_yaml_would_retype_is_quoted() -> None:
    assert '  - id: "010"\n    front: a' in with_id(f"{HEAD}  - front: a\n    back: b\n", "010")


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.name)
def test_ids_come_and_go_in_our_banks_without_a_trace(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    ids = [line for line in lines if line.startswith("  - id: ")]
    bare = "".join(lines).replace("\n    ", "\n    ")
    for line in ids:
        bare = bare.replace(f"{line}    ", "  - ", 1)
    found = read_writing(bare.encode(), str(path), "b").written
    names = [line.removeprefix("  - id: ").strip() for line in ids]
    edits = [id_edit(one, name, bare) for one, name in zip(found, names, strict=True)]
    assert applied(bare, edits) == text


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(entries, min_size=1, max_size=3), st.booleans(), st.sampled_from(("\n", "\r\n")))
def test_ids_change_nothing_but_the_name(made: list[Entry], flow: bool, feed: str) -> None:  # noqa: FBT001 - drawn
    unnamed = [{key: value for key, value in entry.items() if key != "id"} for entry in made]
    style = Style(2, 4, 0)
    body = "".join(
        f"  - {flow_text(one)} # x\n" if flow else f"# y\n{entry_text(one, 0, style)}" for one in unnamed
    )
    text = (HEAD + body).replace("\n", feed)
    writing = read_writing(text.encode(), "b", "b")
    assume(not writing.problems)
    edits = [id_edit(one, f"n-{number}", text) for number, one in enumerate(writing.written)]
    after = applied(text, edits)
    expected = text
    for number in range(len(unnamed)):
        assert after.count(f"id: n-{number}{', ' if flow else feed + ' ' * 6}") == 1
        expected = after if number == 0 else expected
        after = after.replace(f"id: n-{number}{', ' if flow else feed + ' ' * 6}", "")
    assert after == text
    bank = read_text(expected.encode(), "b", "b").bank
    assert bank is not None
    assert [one.id for one in bank.questions] == [f"n-{number}" for number in range(len(unnamed))]
    assert [one.ask for one in bank.questions] == [one.question.ask for one in writing.written]
