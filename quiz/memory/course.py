"""The whole course of one card at once: what all of its answers make of its memory.

The same as ``advance`` answer by answer, bit for bit, in bare numbers: for the replay of whole logs.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from quiz.memory.fsrs import AGAIN, first_memory, step
from quiz.review import CardState, Memory, Rating, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.memory.fsrs import Parameters
    from quiz.memory.schedule import Due


def course(answers: Sequence[tuple[int, int]], due: Due, parameters: Parameters) -> CardState:
    """Return the state after all answers to a card, at least one, the oldest first.

    Each is a study day, as its ordinal, and a rating, 1 to 4; ``due`` was given with the last
    one. Raises ValueError, IndexError or TypeError when an answer is none.
    """
    last_day, rating = answers[0]
    first = first_memory(Rating(rating), parameters)
    stability, difficulty = first.stability, first.difficulty
    lapses, knew = 0, rating != AGAIN
    for day, rating in answers[1:]:
        elapsed_days = day - last_day
        stability, difficulty = step(stability, difficulty, rating, elapsed_days, parameters)
        if elapsed_days > 0:
            last_day = day
        if rating != AGAIN:
            knew = True
        elif knew:
            lapses, knew = lapses + 1, False
    return CardState(
        state=_state(knew=knew, lapses=lapses),
        memory=Memory(stability, difficulty),
        last_day=date.fromordinal(last_day),
        due_on=due.due_on,
        interval_days=due.interval_days,
        reviews=len(answers),
        lapses=lapses,
    )


def _state(*, knew: bool, lapses: int) -> State:
    """Return the state: a card is relearnt when it was known before, so when it lapsed."""
    if knew:
        return State.REVIEW
    return State.RELEARNING if lapses else State.LEARNING
