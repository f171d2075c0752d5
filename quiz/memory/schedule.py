"""When a card is asked again, and what an answer makes of its state.

A card is learnt within the sitting: after Again it is due on the same study day until it is
right once. Every other rating schedules it in whole study days.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.fsrs import first_memory, interval_days, next_memory
from quiz.review import CardState, Rating, State

if TYPE_CHECKING:
    from quiz.memory.fsrs import Parameters
    from quiz.review import Memory

SCHEDULER = "quiz-fsrs6-1"
"""Written into each event: these formulas, study days, intervals rounded half to even.

The day given near the interval is no part of it: the event holds that itself. Other formulas
take another name, and a line in ``versions``.
"""


class Due(NamedTuple):
    """When a card is asked again: ``due_on`` lies ``interval_days`` after the day of the answer."""

    interval_days: int
    due_on: date


def due(
    before: CardState | None,
    rating: Rating,
    today: date,
    *,
    desired_retention: float,
    parameters: Parameters,
) -> Due:
    """Return when a card answered ``today`` is asked again; ``before`` is None for a new card.

    Again gives 0 days, so ``today``; every other rating 1 to 36,500 days (fewer only where
    the calendar ends, in the year 9999). Raises ValueError as ``interval_days`` does.
    """
    if rating is Rating.AGAIN:
        return Due(0, today)
    memory = _memory_after(before, rating, today, parameters)
    days = interval_days(memory.stability, desired_retention, parameters)
    days = min(days, (date.max - today).days)
    return Due(days, today + timedelta(days=days))


def advance(
    before: CardState | None, rating: Rating, today: date, due: Due, parameters: Parameters
) -> CardState:
    """Return the state of a card after an answer; ``before`` is None for a new card.

    Both answering and replaying go through here: ``due`` comes from ``due()`` on the first
    occasion and from the event ever after, so a later change of the desired retention moves
    no date of the past. When the clock ran back, no days have passed, ``last_day`` stays the
    later day, and ``due`` still counts from ``today``.
    """
    return CardState(
        state=_state_after(before, rating),
        memory=_memory_after(before, rating, today, parameters),
        last_day=today if before is None else max(today, before.last_day),
        due_on=due.due_on,
        interval_days=due.interval_days,
        reviews=1 if before is None else before.reviews + 1,
        lapses=_lapses_after(before, rating),
    )


def _memory_after(before: CardState | None, rating: Rating, today: date, parameters: Parameters) -> Memory:
    if before is None:
        return first_memory(rating, parameters)
    return next_memory(before.memory, rating, (today - before.last_day).days, parameters)


def _state_after(before: CardState | None, rating: Rating) -> State:
    if rating is not Rating.AGAIN:
        return State.REVIEW
    return State.LEARNING if before is None or before.state is State.LEARNING else State.RELEARNING


def _lapses_after(before: CardState | None, rating: Rating) -> int:
    if before is None:
        return 0
    lapsed = before.state is State.REVIEW and rating is Rating.AGAIN
    return before.lapses + lapsed
