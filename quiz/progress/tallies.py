"""Answers by hour and by kind: when it goes well, and with what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.chance import Marked, corrected_share, points_by_chance
from quiz.progress.proportion import Proportion
from quiz.review import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.answer import Answer
    from quiz.question import Kind

HOURS = 24
_HOUR_MINUTES = 60


class HourRow(NamedTuple):
    """The answers given within one hour of the day, by the clock where they were given."""

    hour: int
    """0..23."""

    answers: int
    answering_ms: int
    """Sum of the times from question to answer."""

    recalled: Proportion
    """Recalled out of those that true retention counts."""


class KindRow(NamedTuple):
    """The answers to questions of one kind, exams and cram left out."""

    kind: Kind
    answers: int
    points: Proportion
    """Points out of the first answers to each card of a sitting."""

    corrected: float | None
    """The share of these points without those that luck brings; None without any."""

    recalled: Proportion
    """Recalled out of those that true retention counts."""

    mean_ms: float
    """Mean time from question to answer; above or at 0."""


def by_hour(answers: Iterable[Answer]) -> tuple[HourRow, ...]:
    """Return a row for each of the 24 hours, from 0 on; those without answers have 0 of everything."""
    counts = [[0, 0, 0, 0] for _ in range(HOURS)]
    for answer in answers:
        row = counts[answer.minute // _HOUR_MINUTES]
        row[0] += 1
        row[1] += answer.duration_ms
        row[2] += answer.in_review and answer.recalled
        row[3] += answer.in_review
    return tuple(
        HourRow(hour, number, taken, Proportion(recalled, asked))
        for hour, (number, taken, recalled, asked) in enumerate(counts)
    )


def by_kind(answers: Iterable[Answer]) -> tuple[KindRow, ...]:
    """Return a row for each kind answered for study, the most answered first; none for no answers."""
    groups: dict[Kind, list[Answer]] = {}
    for answer in answers:
        if answer.mode is Mode.STUDY:
            groups.setdefault(answer.kind, []).append(answer)
    rows = [_kind_row(kind, group) for kind, group in groups.items()]
    return tuple(sorted(rows, key=lambda row: (-row.answers, row.kind)))


def _kind_row(kind: Kind, group: list[Answer]) -> KindRow:
    firsts = [answer for answer in group if answer.is_first]
    asked = [answer for answer in group if answer.in_review]
    return KindRow(
        kind=kind,
        answers=len(group),
        points=Proportion(sum(answer.points for answer in firsts), len(firsts)),
        corrected=corrected_share(
            Marked(one.points, points_by_chance(one.kind, one.shown)) for one in firsts
        ),
        recalled=Proportion(sum(answer.recalled for answer in asked), len(asked)),
        mean_ms=sum(answer.duration_ms for answer in group) / len(group),
    )
