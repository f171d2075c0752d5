"""Findings as they are drawn on a terminal."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from quiz.authoring.finding import Finding, Severity
from quiz.question import Location
from quiz.ui.findings import SET_IN, breaks, draw_difference, draw_finding, pointed, seen

FOUND = Finding(
    "unknown-key", Severity.ERROR, Location("b.yaml", 2, 5), "`anwser` is no key", "write `answer`"
)
LINES = ("  - ask: [bold]Where?\n", "    anwser: Bern\x1b[2J\r\n", "\n")


def drawn(finding: Finding, lines: tuple[str, ...] = LINES, *, colour: bool = False) -> str:
    out = io.StringIO()
    system = "standard" if colour else None
    draw_finding(Console(file=out, width=60, color_system=system, force_terminal=colour), finding, lines)
    return out.getvalue()


def test_a_mark_stands_below_the_place() -> None:
    assert drawn(FOUND).split("\n") == [
        "b.yaml:2:5: error: `anwser` is no key; write `answer`",
        "  [unknown-key]",
        "        anwser: Bern\ufffd[2J",
        "        ^",
        "",
    ]


def test_a_path_stays_whole_and_sentences_break_between_words() -> None:
    path = "a/" * 40 + "b.yaml"
    *told, line, mark, _ = drawn(FOUND._replace(location=Location(path, 2, 5))).split("\n")
    assert told == [f"{path}:2:5:", "  error: `anwser` is no key; write `answer` [unknown-key]"]
    assert (line.strip(), mark.strip()) == ("anwser: Bern\ufffd[2J", "^")


@given(st.text("ab 日\u0301", max_size=60), st.integers(4, 30))
def test_broken_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    places = [0, *breaks(text, width), len(text)]
    rows = [text[start:end] for start, end in pairwise(places)]
    assert "".join(rows) == text
    for number, row in enumerate(rows):
        indent = len(SET_IN) if number else 0
        assert indent + cell_len(row.rstrip()) <= width or " " not in row.strip()


def test_severities_differ_in_colour() -> None:
    drawings = {
        severity: drawn(FOUND._replace(severity=severity), colour=True).replace(severity, "")
        for severity in Severity
    }
    assert len(set(drawings.values())) == len(Severity)


@pytest.mark.parametrize("line", [3, 9])
def test_a_line_that_is_empty_or_not_there_is_not_drawn(line: int) -> None:
    assert drawn(FOUND._replace(location=Location("b.yaml", line, 1))).count("\n") == 2


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("abc\n", 2, ("abc", 1)),
        ("日本x\n", 3, ("日本x", 4)),
        ("a\tb\n", 3, ("a b", 2)),
        ("abc\n", 4, ("abc", 3)),
        ("x" * 30, 2, ("x" * 19 + "…", 1)),
    ],
)
def test_a_column_becomes_a_cell(line: str, column: int, expected: tuple[str, int]) -> None:
    assert pointed(line, column, 20) == expected


@pytest.mark.parametrize("letter", ["x", "日"])
@pytest.mark.parametrize("column", [1, 10, 40, 99])
def test_in_a_long_line_the_place_can_be_seen(letter: str, column: int) -> None:
    line = letter * (column - 1) + "!" + letter * 50
    shown, cell = pointed(line, column, 30)
    assert cell_len(shown) <= 30
    assert cell_len(shown[: shown.index("!")]) == cell


def test_a_difference_is_drawn_with_its_invisible_signs() -> None:
    out = io.StringIO()
    console = Console(file=out, width=20, color_system="standard", force_terminal=True)
    draw_difference(
        console, ["--- a/b\n", "@@ -1 +1 @@\n", " [x]\n", "-a\r\n", "+\ufeffb\x1b" + "c" * 30 + "\n"]
    )
    plain = out.getvalue()
    assert "\x1b[31m-a␍\x1b[0m" in plain
    assert "\x1b[32m+␣b\ufffd" + "c" * 30 in plain
    assert "\x1b[1m--- a/b" in plain
    assert " [x]\n" in plain


def test_white_space_at_the_end_of_changed_lines_is_seen() -> None:
    rows = ["--- a/b  \n", " same  \n", "-gone \t\n", "+come\n", "+  \n", "\\ No newline at end of file\n"]
    told = ["--- a/b  ", " same  ", "-gone·→", "+come", "+··", "\\ No newline at end of file"]
    assert [shown for _, shown in seen(rows)] == told


def test_invisible_characters_that_come_or_go_are_seen() -> None:
    rows = [" x\u200by\n", "-\tHorse\u200b\u00a0carts \u200d\n", "+  Horse carts \u200d\n"]
    told = [" x\ufffdy", "-→Horse<U+200B><U+00A0>carts \u200d", "+  Horse carts \u200d"]
    assert [shown for _, shown in seen(rows)] == told


def test_spaces_between_words_stay_spaces_whatever_becomes_of_them() -> None:
    assert [shown for _, shown in seen(["-a  b\n", "+a b\n"])] == ["-a  b", "+a b"]
