"""A year of days, and weeks of retention: how the effort lies in time, and how it pays."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.proportion import Proportion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quiz.answer import Answer

WEEKS = 53
WEEK_DAYS = 7
LEVELS = 4
"""A day with answers is of level 1 to this; one without of level 0."""


class DayCell(NamedTuple):
    """One study day of the calendar; ``level`` is 0 without answers, else 1..4."""

    day: date
    answers: int
    level: int


class WeekRow(NamedTuple):
    """True retention of the study days of one week."""

    monday: date
    recalled: Proportion


def calendar(answers: Mapping[date, int], until: date, weeks: int = WEEKS) -> tuple[tuple[DayCell, ...], ...]:
    """Return weeks from Monday to Sunday, the oldest first; the last one ends with ``until``.

    ``answers`` gives their number by study day. The levels part the days shown that have answers
    into quarters, as near as ties let them: a day is of the higher level when more days lie below it.
    So they tell busy days from quiet ones for who answers ten a day as for who answers a thousand.
    """
    monday = until - timedelta(days=until.weekday() + (weeks - 1) * WEEK_DAYS)
    shown = [monday + timedelta(days=offset) for offset in range((until - monday).days + 1)]
    counts = sorted(number for day in shown if (number := answers.get(day, 0)) > 0)
    levels = {number: 1 + counts.index(number) * LEVELS // len(counts) for number in set(counts)}
    cells = [DayCell(day, answers.get(day, 0), levels.get(answers.get(day, 0), 0)) for day in shown]
    return tuple(tuple(cells[start : start + WEEK_DAYS]) for start in range(0, len(cells), WEEK_DAYS))


def answers_by_day(answers: Iterable[Answer]) -> dict[date, int]:
    """Return how many answers there were on each study day, for whatever mode."""
    return {date.fromordinal(day): number for day, number in Counter(one.day for one in answers).items()}


def retention_by_week(answers: Iterable[Answer]) -> tuple[WeekRow, ...]:
    """Return true retention of each week from the first to the last that has any, the oldest first.

    Weeks between without an answer that counts are there with 0 out of 0; none at all for no answers.
    """
    counts: dict[int, tuple[int, int]] = {}
    for answer in answers:
        if answer.in_review:
            monday = answer.day - (answer.day - 1) % WEEK_DAYS
            recalled, asked = counts.get(monday, (0, 0))
            counts[monday] = recalled + answer.recalled, asked + 1
    if not counts:
        return ()
    return tuple(
        WeekRow(date.fromordinal(monday), Proportion(*counts.get(monday, (0, 0))))
        for monday in range(min(counts), max(counts) + 1, WEEK_DAYS)
    )
