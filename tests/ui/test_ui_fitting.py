"""How a fit did is drawn in tables that fit 50 columns; the bar leaves no trace."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from quiz.ui.fitting import (
    FittingBar,
    Foretold,
    Scored,
    draw_calibration,
    draw_scores,
    load_words,
    move_words,
)
from quiz.ui.render import console

if TYPE_CHECKING:
    from collections.abc import Callable

SCORES = """
             log loss   RMSE
fitted         0.3411  3.1 %
always 91 %    0.3711  5.2 %
"""
CALIBRATION = """
chance of recall  answers  foretold  recalled
0 to 50 %               1    12.3 %   100.0 %
90 to 95 %          1,512    92.0 %    91.0 %
"""


def drawn(draw: Callable[[Console], None], width: int = 50) -> list[str]:
    out = io.StringIO()
    draw(console(out, width))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_scores_stand_in_a_table_with_what_they_mean() -> None:
    rows = [Scored("fitted", 0.34112, 0.0312), Scored("always 91 %", 0.3711, 0.052)]
    lines = drawn(lambda where: draw_scores(where, rows))
    assert lines[: len(SCORES.splitlines())] == SCORES.splitlines()
    assert max(map(len, lines)) <= 50
    assert " ".join(lines[4:]).endswith("Of both, less is better.")


def test_a_calibration_table_fits_fifty_columns() -> None:
    rows = [Foretold(0.0, 0.5, 1, 0.123, 1.0), Foretold(0.9, 0.95, 1512, 0.92, 0.91)]
    assert drawn(lambda where: draw_calibration(where, rows)) == CALIBRATION.splitlines()


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((10, 3, 1), "4 of 10 cards would move: 3 come earlier, 1 later."),
        ((1, 0, 1), "1 of 1 card would move: 0 come earlier, 1 later."),
        ((7, 0, 0), "No due date moves: 7 cards looked at, each near enough to where it belongs."),
    ],
)
def test_moves_in_words(numbers: tuple[int, int, int], told: str) -> None:
    assert move_words(*numbers) == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            (5, 15),
            (10, 20),
            "In the next 2 days 30 cards would come up instead of 20 (+50 %); today 10 instead of 5.",
        ),
        (
            (2, 2),
            (1, 0),
            "In the next 2 days 1 card would come up instead of 4 (-75 %); today 1 instead of 2.",
        ),
        ((0, 0), (0, 3), "In the next 2 days 3 cards would come up instead of 0; today 0 instead of 0."),
        ((4, 0), (0, 4), "In the next 2 days 4 cards would come up, as many as now; today 0 instead of 4."),
    ],
)
def test_the_load_in_words(before: tuple[int, ...], after: tuple[int, ...], told: str) -> None:
    assert load_words(before, after) == told


def test_the_bar_is_seen_while_it_works_and_leaves_no_trace() -> None:
    out = io.StringIO()
    with FittingBar("Fitting", Console(file=out, force_terminal=True, width=60)) as bar:
        bar.tick()
        assert "Fitting" in out.getvalue()
    assert out.getvalue().endswith("\x1b[2K")
