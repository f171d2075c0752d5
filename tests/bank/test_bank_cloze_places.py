"""A brace that tears a cloze is told at its own line and column, however the text is written."""

from __future__ import annotations

import pytest

from quiz.bank import read_text

HEAD = "quiz: 1\ntitle: t\nquestions:\n"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("The {horse} drew {", (4, 29)),
        ("'The {horse}''s cart {'", (4, 33)),
        ('"The {horse}\\ts cart } x"', (4, 33)),
        (">-\n      The {horse}\n      drew\n      a {cart.\n", (7, 9)),
        ("|\n      The {horse}\n\n      drew } a cart.\n", (7, 12)),
        ("The {horse}\n      drew a }cart", (5, 14)),
        ('"The {horse} \\\n      drew \u00e9\U0001f40e }"', (5, 15)),
        ("|2\n      The {horse} }", (5, 19)),
        (">-\r\n      The {horse}\r\n      drew a {cart.\r\n", (6, 14)),
        (">-  # with {\n      The {horse} } x", (4, 12)),
        ('"The {horse} \\x7d }"', (4, 12)),
    ],
)
def test_the_brace_is_found(written: str, place: tuple[int, int]) -> None:
    data = f"{HEAD}  - cloze: {written}\n    id: a\n".encode()
    (problem,) = read_text(data, "b.yaml", "b").problems
    assert (problem.location.line, problem.location.column) == place


def test_each_file_has_its_own_places() -> None:
    for line in (4, 5):
        data = f"{HEAD}{chr(10) * (line - 4)}  - {{id: a, cloze: '{chr(233) * line}{{'}}\n".encode()
        (problem,) = read_text(data, "b.yaml", "b").problems
        assert problem.location[1:] == (line, 21 + line)
