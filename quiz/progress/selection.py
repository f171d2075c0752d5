"""A selection of cards and answers: what the front page tells of all, and what follows from each answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.calendar import answers_by_day, calendar, retention_by_week
from quiz.progress.calibration import by_confidence, calibration, foresight
from quiz.progress.chance import Marked, corrected_share, points_by_chance
from quiz.progress.days import streak
from quiz.progress.histogram import DAYS, histogram
from quiz.progress.proportion import Proportion
from quiz.progress.report import known
from quiz.progress.scores import score_of, standing
from quiz.progress.tallies import by_hour, by_kind
from quiz.review import Mode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from quiz.answer import Answer
    from quiz.progress.calendar import DayCell, WeekRow
    from quiz.progress.calibration import ChanceRow, ConfidenceRow, Foresight
    from quiz.progress.histogram import Count
    from quiz.progress.report import Known
    from quiz.progress.scores import Score, Standing
    from quiz.progress.tallies import HourRow, KindRow
    from quiz.progress.values import Streak

WEAKEST = 10
"""So many of the weakest cards are told."""


class Chosen(NamedTuple):
    """What was asked for, in the words of the command line; ``since``: the first study day, or None."""

    banks: tuple[str, ...]
    tags: tuple[str, ...]
    kinds: tuple[str, ...]
    since: date | None


class CardFigures(NamedTuple):
    """A card in use today. ``chance`` of recall is None for one never answered; days are of its memory."""

    card: str
    prompt: str
    chance: float | None
    interval_days: int
    """Days from the last answer to the next; 0 while it is being learnt, or new."""

    lapses: int
    answers: int


class Found(NamedTuple):
    """What a page is made of; all of it may be empty."""

    answers: Sequence[Answer]
    """Those of the selection, the oldest first."""

    cards: Sequence[CardFigures]
    """Those in use that are not set aside."""

    foretold: Sequence[tuple[float, bool]]
    """Chance and outcome of its answers, as ``calibration`` takes them."""

    paused: Collection[date] = ()


class Totals(NamedTuple):
    """What answers come to; those in exams and cram are ``apart``, and bring no points here."""

    answers: int
    apart: int
    points: Proportion
    """Points out of the first answers to each card of a sitting."""

    corrected: float | None
    """The share of these points beyond what luck brings; None without any."""

    recalled: Proportion
    """Recalled out of those that true retention counts."""

    answering_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The page of a selection: its cards as they are now, and its answers from ``chosen.since`` on."""

    chosen: Chosen
    totals: Totals
    known: Known
    streak: Streak
    calendar: tuple[tuple[DayCell, ...], ...]
    weeks: tuple[WeekRow, ...]
    intervals: tuple[Count, ...]
    """Days from the last answer to the next, of cards that come back after days."""

    weakest: tuple[CardFigures, ...]
    """The answered cards that are least likely to be recalled today, the least likely first."""

    kinds: tuple[KindRow, ...]
    hours: tuple[HourRow, ...]
    foresight: Foresight | None
    calibration: tuple[ChanceRow, ...]
    confidence: tuple[ConfidenceRow, ...]
    scores: Standing | None
    """Of its sittings; None without any."""


def totals(answers: Iterable[Answer]) -> Totals:
    """Return what answers come to; no answers give 0 of everything."""
    number = apart = spent = recalled = asked = 0
    firsts: list[Marked] = []
    for one in answers:
        number, spent = number + 1, spent + one.duration_ms
        recalled, asked = recalled + (one.in_review and one.recalled), asked + one.in_review
        apart += one.mode is not Mode.STUDY
        if one.is_first and one.mode is Mode.STUDY:
            firsts.append(_marked(one))
    points = Proportion(sum(one.points for one in firsts), len(firsts))
    return Totals(number, apart, points, corrected_share(firsts), Proportion(recalled, asked), spent)


def scores_by_sitting(answers: Iterable[Answer]) -> list[Score]:
    """Return the score of each study sitting over these answers, the oldest first.

    Of the first answers to each card, as everywhere; a sitting without any of them has none.
    """
    held: dict[str, tuple[date, list[Marked]]] = {}
    for one in answers:
        if one.is_first and one.mode is Mode.STUDY:
            day_and_marked = held.setdefault(one.session, (date.fromordinal(one.day), []))
            day_and_marked[1].append(_marked(one))
    scores = (score_of(session, day, marked) for session, (day, marked) in sorted(held.items()))
    return [score for score in scores if score is not None]


def weakest(cards: Iterable[CardFigures], number: int = WEAKEST) -> tuple[CardFigures, ...]:
    """Return the answered cards with the lowest chance of recall; of equals those with more lapses first."""
    answered = (one for one in cards if one.chance is not None)
    return tuple(sorted(answered, key=lambda one: (one.chance, -one.lapses, one.card))[:number])


def select(chosen: Chosen, found: Found, today: date) -> Selection:
    """Return the page of a selection."""
    answers, cards, foretold, paused = found
    by_day = answers_by_day(answers)
    return Selection(
        chosen=chosen,
        totals=totals(answers),
        known=known(one.chance for one in cards),
        streak=streak(by_day, today, paused),
        calendar=calendar(by_day, today),
        weeks=retention_by_week(answers),
        intervals=histogram((one.interval_days for one in cards if one.interval_days > 0), DAYS),
        weakest=weakest(cards),
        kinds=by_kind(answers),
        hours=by_hour(answers),
        foresight=foresight(foretold),
        calibration=calibration(foretold),
        confidence=by_confidence(answers),
        scores=standing(scores_by_sitting(answers)),
    )


def _marked(answer: Answer) -> Marked:
    return Marked(answer.points, points_by_chance(answer.kind, answer.shown))
