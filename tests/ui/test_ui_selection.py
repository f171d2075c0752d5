"""The page of a selection in words: luck, foretelling, and cards that memory was never told of."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pytest
import ui_samples as samples

from quiz.progress.calendar import calendar
from quiz.progress.calibration import Foresight
from quiz.progress.proportion import Proportion
from quiz.progress.selection import Chosen, Found, Selection, Totals, select
from quiz.ui import selection
from quiz.ui.render import console

EMPTY = select(Chosen((), (), (), samples.TODAY), Found((), (), ()), samples.TODAY)


def drawn(shown: Selection, width: int = 80, *, plain: bool = False) -> str:
    out = io.StringIO()
    selection.draw_selection(console(out, width), samples.overview(), shown, plain=plain)
    return out.getvalue()


@pytest.mark.parametrize("width", [20, 50, 80, 120])
def test_an_empty_page_fits_and_says_so(width: int) -> None:
    for plain in (False, True):
        lines = drawn(EMPTY, width, plain=plain).splitlines()
        assert max(map(len, lines)) <= width
    assert "There are no answers to these." in " ".join(drawn(EMPTY, width).split())
    assert "By kind" not in drawn(EMPTY, width)


@pytest.mark.parametrize(
    ("points", "corrected", "said"),
    [
        (Proportion(0, 0), None, ""),
        (Proportion(3, 4), 0.75, "; 75 % of 4 points"),
        (Proportion(3, 4), 0.5, "; 75 % of 4 points, 50 % beyond luck"),
        (Proportion(1, 4), -0.25, "; 25 % of 4 points, -25 % beyond luck"),
        (Proportion(1, 1), 1.0, "; 100 % of 1 point"),
    ],
)
def test_points_are_told_raw_and_beyond_luck(points: Proportion, corrected: float | None, said: str) -> None:
    assert selection.points_words(points, corrected) == said


@pytest.mark.parametrize(
    ("recalled", "said"),
    [
        (0.9, "no difference beyond chance."),
        (0.99, "memory is better than foretold."),
        (0.5, "memory is worse than foretold."),
    ],
)
def test_foretelling_is_judged_by_its_interval(recalled: float, said: str) -> None:
    line = selection.foresight_line(Foresight(200, 0.9, recalled, 0.021, 0.1))
    assert line.startswith(f"Foretold 90 % on average, recalled {recalled * 100:.0f} % of 200 answers: ")
    assert line.endswith(said)


def test_recall_is_told_with_its_interval() -> None:
    assert selection.recalled_words(Proportion(9, 10)) == "90 % of 10 recalled (60-98 %)"
    assert selection.recalled_words(Proportion(0, 0), "right") == "none right"


def test_totals_tell_exams_apart_and_the_time() -> None:
    totals = Totals(10, 2, Proportion(6, 8), 0.75, Proportion(3, 4), 90_000)
    assert selection.totals_line(totals) == "10 answers (2 in exams or cram) in 1 min 30 s; 75 % of 8 points."
    text = drawn(replace(EMPTY, totals=totals))
    assert "True retention: 75 % of 4 recalled (30-95 %)." in text


def test_a_page_in_lines_has_its_days_in_words() -> None:
    days = {samples.TODAY - timedelta(3): 7}
    text = drawn(replace(EMPTY, calendar=calendar(days, samples.TODAY)), plain=True)
    assert ": 7 answers: " in text
    assert "░" not in text
