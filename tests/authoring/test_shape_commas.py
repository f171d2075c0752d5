"""Commas in brackets that split what belongs together."""

from __future__ import annotations

import pytest
from shape_found import HEAD, find, mended, places

GERMAN = HEAD.replace("title", "language: de\ntitle")


def question(key: str, entries: str, answer: str = "x") -> str:
    """A question with a list in brackets in its third line."""
    others = {
        "accept": f"answer: {answer}",
        "wrong": f"answer: {answer}",
        "answers": "wrong: [z]",
        "order": "hint: h",
    }
    return f"- ask: a\n  {others[key]}\n  {key}: {entries}\n"


@pytest.mark.parametrize(
    ("key", "entries", "after"),
    [
        ("accept", "[90,000]", '["90,000"]'),
        ("accept", "[about 90,000 men, b]", '["about 90,000 men", b]'),
        ("wrong", "[1,000, 2,500]", '["1,000", "2,500"]'),
        ("answers", "[1,000,000, b]", '["1,000,000", b]'),
        ("order", "[$1,500, $2,500, c]", '["$1,500", "$2,500", c]'),
        ("accept", "[Martin Luther King, Jr., King]", '["Martin Luther King, Jr.", King]'),
        ("wrong", "[Washington, D.C., Boston]", '["Washington, D.C.", Boston]'),
        ("accept", "[ 90,000 ]", '[ "90,000" ]'),
    ],
)
def test_what_belongs_together_is_found_and_quoted(key: str, entries: str, after: str) -> None:
    assert mended("split-by-comma", question(key, entries)) == question(key, after)


def test_the_answer_itself_is_not_two_entries() -> None:
    body = question("accept", "[Bern, Switzerland, Bern]", "Bern, Switzerland")
    assert mended("split-by-comma", body) == question(
        "accept", '["Bern, Switzerland", Bern]', "Bern, Switzerland"
    )


@pytest.mark.parametrize(
    ("key", "entries"),
    [
        ("accept", "[100,200,300]"),
        ("accept", "[90, 000]"),
        ("accept", "[90,500]"),
        ("accept", "[1,2,3]"),
        ("accept", "[a,b]"),
        ("accept", "['90',000]"),
        ("accept", "[Washington, D.C.]"),
        ("wrong", "[Jr., Sr.]"),
        ("order", "[1200,000]"),
        ("order", "[1.5,000, 2]"),
        ("wrong", "[90,\n    000]"),
        ("accept", "90,000"),
        ("wrong", "[{90: x},000]"),
    ],
)
def test_what_may_be_a_list_is_left_alone(key: str, entries: str) -> None:
    assert places("split-by-comma", question(key, entries)) == []


def test_lines_with_dashes_are_never_split() -> None:
    assert places("split-by-comma", "- ask: a\n  answer: b\n  accept:\n  - 90,000\n  - 91,000\n") == []


def test_a_decimal_comma_splits_as_well() -> None:
    body = question("wrong", "[3,5, 4,5]")
    assert mended("split-by-comma", body, GERMAN) == question("wrong", '["3,5", "4,5"]')
    assert places("split-by-comma", body) == []
    assert places("split-by-comma", question("wrong", "[3,5,4,5]"), GERMAN) == []


def test_the_finding_says_what_became_of_it() -> None:
    (found,) = find("split-by-comma", question("accept", "[1,000,000]"))
    assert found.message == "the commas in `1,000,000` make 3 entries of it: `1`, `000`, `000`"
    assert found.cure == 'put it in quotes: `"1,000,000"`'
    assert (found.location.line, found.location.column) == (6, 12)


@pytest.mark.parametrize("key", ["wrong", "answers", "accept", "order"])
def test_a_number_that_alone_has_no_space_behind_its_comma_is_a_doubt(key: str) -> None:
    (found,) = find("split-by-comma", question(key, "[4, 89, 30,9]"))
    assert found.message == "the comma in `30,9` makes 2 entries of it, and alone has no space behind it"
    assert found.cure == 'put it in quotes: `"30,9"`, or write a space behind the comma for two'
    assert found.location[1:] == (6, len(f"  {key}: [4, 89, ") + 1)
    assert found.edits == ()
    for cured in ('[4, 89, "30,9"]', "[4, 89, 30, 9]"):
        assert places("split-by-comma", question(key, cured)) == []


@pytest.mark.parametrize("entries", ["[4,89, 30,9]", "[30,9]", "[a, b,9, c]", "[a, 9,b]", "[4, 89, 30,x]"])
def test_commas_that_are_not_alone_or_not_between_numbers_are_no_doubt(entries: str) -> None:
    assert places("split-by-comma", question("wrong", entries)) == []


def test_a_number_that_is_told_already_is_told_once() -> None:
    assert places("split-by-comma", question("wrong", "[4, 89, 30,900]")) == ["6:18"]
    assert places("split-by-comma", question("wrong", "[4, 89, 30,9]"), GERMAN) == ["7:18"]
