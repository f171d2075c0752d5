"""The answers as one tidy table: what can be added up, by study day, bank and kind of question."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.chance import points_by_chance
from quiz.progress.keys import bank_of
from quiz.review import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.answer import Answer

_DECIMALS = 6


class DailyRow(NamedTuple):
    """The answers of one study day to questions of one kind in one bank: what `quiz stats --csv` prints.

    Every figure is a sum, so that rows can be added up by day, by week, by bank or by kind. Shares
    are for who reads: ``points / counted``; beyond luck ``(points - by_chance) / (counted -
    by_chance)``; true retention ``recalled / asked``.
    """

    day: str
    """Study day, ``2027-03-01``."""

    bank: str
    """Key of the bank."""

    kind: str
    """Kind of question."""

    answers: int
    """All answers."""

    apart: int
    """Those of them in exams or cram, which memory is not told of."""

    counted: int
    """First answers to each card of a study sitting: the most points there could be."""

    points: float
    """What these brought."""

    by_chance: float
    """What blind answers to the same would bring on average."""

    asked: int
    """Answers that true retention counts: for study, to a card that came back after days."""

    recalled: int
    """Those of them rated better than Again."""

    answering_ms: int
    """Sum of the times from question to answer, in milliseconds."""


def daily(answers: Iterable[Answer]) -> list[DailyRow]:
    """Return a row for each day, bank and kind with answers, in this order; none for no answers."""
    sums: dict[tuple[int, str, str], list[float]] = {}
    for one in answers:
        row = sums.setdefault((one.day, bank_of(one.card), one.kind.value), [0] * 8)
        is_study = one.mode is Mode.STUDY
        is_counted = is_study and one.is_first
        row[0] += 1
        row[1] += not is_study
        if is_counted:
            row[2] += 1
            row[3] += one.points
            row[4] += points_by_chance(one.kind, one.shown)
        row[5] += one.in_review
        row[6] += one.in_review and one.recalled
        row[7] += one.duration_ms
    return [_row(*key, sums[key]) for key in sorted(sums)]


def _row(day: int, bank: str, kind: str, sums: list[float]) -> DailyRow:
    answers, apart, counted, points, by_chance, asked, recalled, spent = sums
    return DailyRow(
        date.fromordinal(day).isoformat(),
        bank,
        kind,
        int(answers),
        int(apart),
        int(counted),
        round(points, _DECIMALS),
        round(by_chance, _DECIMALS),
        int(asked),
        int(recalled),
        int(spent),
    )
