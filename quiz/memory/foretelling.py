"""What chance of recall memory gave an answer before it came, for all answers to a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.memory.fsrs import first_memory, retrievability, step
from quiz.review import Rating

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.memory.fsrs import Parameters


def chances_before(answers: Sequence[tuple[int, int]], parameters: Parameters) -> Iterator[float | None]:
    """Yield the chance of recall before each answer to a card, above 0 and at most 1, the oldest first.

    Each is a study day, as its ordinal, and a rating, 1 to 4. None for the first answer and for one on
    the study day of the answer before it, or on an earlier one: nothing is foretold there. No
    answers yield nothing.
    """
    if not answers:
        return
    last_day, rating = answers[0]
    first = first_memory(Rating(rating), parameters)
    stability, difficulty = first.stability, first.difficulty
    yield None
    for day, rating in answers[1:]:
        elapsed_days = day - last_day
        yield retrievability(stability, elapsed_days, parameters) if elapsed_days > 0 else None
        stability, difficulty = step(stability, difficulty, rating, elapsed_days, parameters)
        last_day = max(day, last_day)
