"""Plots in the terminal: within the width, with their bounds at the side, or not at all."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.ui.plots import FULL_CELL, WIDEST, Plot, can_draw, plot_lines
from quiz.ui.render import console

ENDS = ("today", "Sun 31 May")


def figure(value: float) -> str:
    return f"{value:.0f}"


def plot(*values: float | None, **more: object) -> Plot:
    return Plot("Minutes", values, ENDS, figure, **more)  # type: ignore[arg-type]


def stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize(
    ("width", "encoding", "wanted"),
    [
        (80, "utf-8", True),
        (50, "utf-8", True),
        (49, "utf-8", False),
        (80, "latin-1", False),
        (80, "ascii", False),
    ],
)
def test_nothing_is_drawn_where_it_could_not_be_read(width: int, encoding: str, wanted: bool) -> None:  # noqa: FBT001 - what is expected
    assert can_draw(console(stream(encoding), width)) is wanted


def test_the_bounds_stand_at_the_side_and_the_ends_below() -> None:
    lines = plot_lines(plot(0, 5, 12), 60, 4)
    assert lines[0] == "Minutes"
    assert lines[1].startswith("   12 │")
    assert lines[4].startswith("    0 │")
    assert lines[-2].startswith("      └──")
    assert lines[-1].startswith("       today ")
    assert lines[-1].endswith("Sun 31 May")
    assert len(lines) == 7


def test_what_is_filled_is_filled_down_to_the_bottom() -> None:
    rows = plot_lines(plot(6, 6, 6), 57, 3)[1:4]
    assert [row[7:] for row in rows] == [FULL_CELL * 50] * 3
    line = plot_lines(plot(6, 6, 6, filled=False), 57, 3)[1:4]
    assert line[0][7:].strip()
    assert [row[7:].strip() for row in line[1:]] == ["", ""]


def test_a_gap_is_bridged_and_its_ends_stay_empty() -> None:
    bottom = plot_lines(plot(None, 4, None, 4, None), 57, 2)[2][7:]
    assert bottom.startswith(" ")
    assert len(bottom.rstrip()) < 50
    assert " " not in bottom.strip()


def test_long_figures_at_the_side_take_their_room() -> None:
    lines = plot_lines(plot(0, 1_234_567), 60, 3)
    assert lines[1].startswith("1234567 │")
    assert lines[3].startswith("      0 │")
    assert {len(lines[-2]), len(lines[-1])} == {60}


def test_without_values_the_title_is_left() -> None:
    assert plot_lines(plot(None, None), 60) == ["Minutes"]
    assert plot_lines(plot(), 60) == ["Minutes"]


def test_one_value_is_a_level() -> None:
    assert plot_lines(plot(3.0), 57, 2)[1][7:].strip(FULL_CELL) == ""


def test_values_that_are_all_nothing_are_drawn_at_the_bottom() -> None:
    lines = plot_lines(plot(0, 0, 0), 57, 3)
    assert lines[1] == "    1 │"
    assert lines[2] == "      │"


def test_values_that_hardly_differ_are_a_level() -> None:
    lines = plot_lines(plot(2.0, 2.0 + 1e-9, low=None), 57, 3)
    assert lines[1].startswith("    3 │")
    assert lines[3].startswith("    2 │")


def test_values_stand_at_their_places() -> None:
    steep = plot_lines(plot(0, 0, 9, places=[0.0, 0.9, 1.0], filled=False), 57, 5)
    assert steep[1].rstrip()[7:].count(" ") > 40


@given(
    st.lists(st.none() | st.floats(0, 1e5), max_size=400),
    st.integers(20, 300),
    st.integers(1, 12),
    st.booleans(),
)
def test_every_line_keeps_to_the_width(
    values: list[float | None],
    width: int,
    height: int,
    filled: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    lines = plot_lines(plot(*values, filled=filled), width, height)
    assert len(lines) in (1, height + 3)
    assert all(cell_len(line) <= max(width, 20) and cell_len(line) <= WIDEST for line in lines[1:])
    assert all(line.isprintable() for line in lines)
