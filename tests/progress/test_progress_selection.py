"""A page of a selection, held against a log worked out on paper and a slow computation."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress_samples import ANSWERS, MONDAY, PLAIN

from quiz.progress.daily import DailyRow, daily
from quiz.progress.proportion import Proportion
from quiz.progress.selection import (
    CardFigures,
    Chosen,
    Found,
    Totals,
    scores_by_sitting,
    select,
    totals,
    weakest,
)
from quiz.question import Kind
from quiz.review import Mode, Verdict

if TYPE_CHECKING:
    from quiz.answer import Answer

ALL = Chosen((), (), (), None)
LISTS = st.lists(ANSWERS, max_size=40)

CHOICE = PLAIN._replace(card="b/c", kind=Kind.CHOICE, shown=4, session="t", duration_ms=2000)
WRONG = CHOICE._replace(verdict=Verdict.WRONG, points=0.0, rating=1)
AGAIN = CHOICE._replace(is_first=False, in_review=False)
EXAM = PLAIN._replace(mode=Mode.EXAM, in_review=False, session="u")
PAPER = [PLAIN, CHOICE, WRONG._replace(card="b/d"), AGAIN, EXAM]


def test_totals_of_a_log_worked_out_on_paper() -> None:
    # Three first answers for study bring 2 points. Luck brings 0 for what was typed and a quarter for
    # each of two choices: (2 - 0.5) / (3 - 0.5) = 0.6. Three of them were in review, one was forgotten.
    assert totals(PAPER) == Totals(5, 1, Proportion(2.0, 3), 0.6, Proportion(2, 3), 14_000)
    assert totals([]) == Totals(0, 0, Proportion(0, 0), None, Proportion(0, 0), 0)


@given(LISTS)
def test_totals_are_sums_however_the_log_is_split(answers: list[Answer]) -> None:
    whole = totals(answers)
    halves = totals(answers[::2]), totals(answers[1::2])
    for name in ("answers", "apart", "answering_ms"):
        assert getattr(whole, name) == sum(getattr(half, name) for half in halves)
    for name in ("points", "recalled"):
        parts = [getattr(half, name) for half in halves]
        assert getattr(whole, name).hits == sum(part.hits for part in parts)
        assert getattr(whole, name).out_of == sum(part.out_of for part in parts)


@given(LISTS)
def test_scores_by_sitting_hold_the_first_answers_alone(answers: list[Answer]) -> None:
    points: dict[str, Fraction] = {}
    numbers: Counter[str] = Counter()
    for one in answers:
        if one.mode is Mode.STUDY and one.is_first:
            points[one.session] = points.get(one.session, Fraction(0)) + Fraction(one.points)
            numbers[one.session] += 1
    found = scores_by_sitting(answers)
    assert [one.session for one in found] == sorted(numbers)
    assert {one.session: (one.points, one.out_of) for one in found} == {
        name: (float(points[name]), number) for name, number in numbers.items()
    }


def test_the_weakest_cards_are_the_least_likely_to_be_recalled() -> None:
    def card(name: str, chance: float | None, lapses: int = 0) -> CardFigures:
        return CardFigures(f"b/{name}", "?", chance, 3, lapses, 5)

    cards = [card("new", None), card("a", 0.9), card("b", 0.2), card("d", 0.5, 1), card("c", 0.5, 7)]
    assert [one.card for one in weakest(cards)] == ["b/b", "b/c", "b/d", "b/a"]
    assert len(weakest(cards, 2)) == 2
    assert weakest([]) == ()


def test_a_page_of_nothing_has_no_figure_that_divides_by_zero() -> None:
    shown = select(ALL, Found((), (), ()), MONDAY)
    assert (shown.streak, shown.known.share, shown.foresight, shown.scores) == ((0, 0), None, None, None)
    parts = (shown.weeks, shown.kinds, shown.weakest, shown.calibration, shown.confidence)
    assert not any(parts)
    assert sum(one.answers for week in shown.calendar for one in week) == 0
    assert sum(one.number for one in shown.intervals) == 0


def test_a_page_is_made_of_its_own_answers_and_cards() -> None:
    cards = [
        CardFigures("b/q", "?", 0.5, 0, 0, 1),
        CardFigures("b/r", "?", 0.75, 10, 0, 1),
        CardFigures("b/s", "?", None, 0, 0, 0),
    ]
    today = MONDAY + timedelta(1)
    shown = select(ALL, Found(PAPER, cards, [(0.9, True), (0.8, False)], {today}), today)
    assert shown.known == (3, 2, 1.25)
    assert shown.streak == (1, 1)
    assert [one.number for one in shown.intervals if one.number] == [1]
    assert shown.foresight is not None
    assert shown.foresight.answers == 2
    assert shown.scores is not None
    assert (shown.scores.sittings, shown.scores.last.session) == (2, "t")


def test_a_day_of_the_table_worked_out_on_paper() -> None:
    day = MONDAY.isoformat()
    assert daily(PAPER) == [
        DailyRow(day, "b", "choice", 3, 0, 2, 1.0, 0.5, 2, 1, 6000),
        DailyRow(day, "b", "text", 2, 1, 1, 1.0, 0.0, 1, 1, 8000),
    ]
    assert daily([]) == []


@given(LISTS)
def test_the_table_adds_up_to_the_totals(answers: list[Answer]) -> None:
    rows, whole = daily(answers), totals(answers)
    assert sum(row.answers for row in rows) == whole.answers
    assert sum(row.apart for row in rows) == whole.apart
    assert sum(row.counted for row in rows) == whole.points.out_of
    assert sum(row.points for row in rows) == pytest.approx(whole.points.hits)
    assert (sum(row.recalled for row in rows), sum(row.asked for row in rows)) == whole.recalled
    assert sum(row.answering_ms for row in rows) == whole.answering_ms
    counted, luck = whole.points.out_of, sum(row.by_chance for row in rows)
    if whole.corrected is not None:
        assert (whole.points.hits - luck) / (counted - luck) == pytest.approx(whole.corrected, abs=1e-4)
    assert [row[:3] for row in rows] == sorted({row[:3] for row in rows})
