"""Figures of whole study days: the streak, what comes back, today against earlier days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from heapq import nlargest
from typing import TYPE_CHECKING

from quiz.progress.values import Streak

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from quiz.progress.values import DayTotal

DAYS_COMPARED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How one study day stands against up to seven earlier ones, exams and cram left out."""

    share_today: float
    """The day's share of the points, 0..1; see ``DayTotal.share``."""

    share_before: float
    """That of the earlier days taken together, 0..1."""

    answers_today: int
    """At least 1."""

    answers_before_mean: float
    """Answers on each of the earlier days, on average; at least 1."""

    days: int
    """How many earlier days are in it, 1..7."""

    @property
    def gain(self) -> float:
        """How much better the day's share is, -1..1; below 0 when it is worse."""
        return self.share_today - self.share_before


def streak(days: Iterable[date], today: date, paused: Collection[date] = ()) -> Streak:
    """Count the study days in a row that end today, and the longest row ever.

    ``days`` are those with at least one answer, for whatever mode, in any order, repeats allowed. While today
    has no answer the row may end yesterday: it is not broken before the day is over. No row
    gives 0, no day at all ``Streak(0, 0)``. Days after today (a log merged from another
    time zone) count for ``longest`` only. Days in ``paused`` without an answer neither count
    nor break a row; they bring nobody a row.
    """
    answered = {day.toordinal() for day in days}
    passed = answered | {day.toordinal() for day in paused}
    end = today.toordinal()
    return Streak(
        days=_row_up_to(answered, passed, end if end in passed else end - 1),
        longest=max(
            (_row_up_to(answered, passed, day) for day in passed if day + 1 not in passed), default=0
        ),
    )


def _row_up_to(answered: Collection[int], passed: Collection[int], end: int) -> int:
    """Return how many days are answered among those in a row up to ``end`` that do not break it."""
    length = 0
    while end in passed:
        length += end in answered
        end -= 1
    return length


def forecast(due: Mapping[date, int], today: date, days: int = 7) -> tuple[tuple[date, int], ...]:
    """Return for each of ``days`` days from today how many cards come due, oldest day first.

    ``due`` gives the number of cards by their due day; today's number holds all earlier
    ones too. A day without cards has 0; ``days`` below 1 gives an empty tuple.
    """
    ahead = {day: number for day, number in due.items() if day > today}
    so_far = sum(due.values()) - sum(ahead.values())
    dates = [today + timedelta(days=offset) for offset in range(days)]
    return tuple((day, so_far if day == today else ahead.get(day, 0)) for day in dates)


def day_against_earlier(day: DayTotal | None, earlier: Sequence[DayTotal]) -> Comparison | None:
    """Compare a study day with the seven latest days before it that have answers which count.

    ``earlier`` may stand in any order; days without such answers, and those that are not before
    ``day``, are passed over. The earlier share weighs each answer alike, so a day of two
    answers does not count as much as a day of fifty. None when the day has no such answer or
    no earlier day has any.
    """
    if day is None or day.share is None:
        return None
    usable = [total for total in earlier if total.counted > 0 and total.day < day.day]
    before = nlargest(DAYS_COMPARED, usable, key=lambda total: total.day)
    if not before:
        return None
    return Comparison(
        share_today=day.share,
        share_before=sum(total.points for total in before) / sum(total.counted for total in before),
        answers_today=day.studied,
        answers_before_mean=sum(total.studied for total in before) / len(before),
        days=len(before),
    )
