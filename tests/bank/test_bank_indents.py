"""A line that is indented otherwise than its neighbours is told with the column that they have."""

from __future__ import annotations

import pytest

from quiz.bank import read_text

HEAD = "quiz: 1\ntitle: t\nquestions:\n"
UP_TO = "the file is read up to here: "


def last(body: str, head: str = HEAD) -> str:
    problem = read_text(f"{head}{body}".encode(), "b", "b").problems[-1]
    return str(problem).replace(UP_TO, "")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "  - ask: a\n   answer: b\n",
            "5:4: `answer:` stands in column 4, its neighbours in column 5; put 4 spaces before it",
        ),
        (
            "  - ask: a\n     answer: b\n",
            "5:6: `answer:` stands in column 6, its neighbours in column 5; put 4 spaces before it",
        ),
        (
            "  - ask: a\n    answer: b\n - ask: c\n   answer: d\n",
            "6:2: `- ask:` stands in column 2, its neighbours in column 3; put 2 spaces before it",
        ),
        (
            " - ask: a\n   answer: b\n  - ask: c\n",
            "6:3: `- ask:` stands in column 3, its neighbours in column 2; put 1 space before it",
        ),
        (
            "- ask: a\n  answer: b\n  source:\n    paragraph: 3\n      quote: c\n",
            "8:7: `quote:` stands in column 7, its neighbours in column 5; put 4 spaces before it",
        ),
        (
            "- ask: a\n  answer: b\n  source:\n    paragraph: 3\n   why: c\n",
            "8:4: `why:` stands in column 4, its neighbours in column 3; put 2 spaces before it",
        ),
    ],
)
def test_the_column_of_the_neighbours_is_told(body: str, told: str) -> None:
    assert last(body) == f"b:{told}"


def test_a_key_of_the_bank_begins_in_the_first_column() -> None:
    told = last("  language: de\nquestions: []\n", "quiz: 1\ntitle: t\n")
    assert told == (
        "b:3:3: `language:` stands in column 3, its neighbours in column 1; begin it in the first column"
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("- ask: a: b\n", "a `: ` stands inside a text"),
        ("- ask: a\n    and b: c\n", "a `: ` stands inside a text"),
        ("  - ask: a\n  ask: b\n", "the list is broken off"),
        ("- ask: a\n  answer: b: c\n", "a `: ` stands inside a text"),
    ],
)
def test_what_is_no_matter_of_columns_is_told_as_it_was(body: str, told: str) -> None:
    assert told in last(body)
