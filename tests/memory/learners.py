"""Learners made of the formulas themselves: they forget as FSRS says, and their days are counted."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import DEFAULT_PARAMETERS, Load, first_memory, interval_days, next_memory, retrievability
from quiz.review import Memory, Rating

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MONDAY = date(2026, 3, 2)
FIRST_RATINGS = [0.25, 0.10, 0.50, 0.15]
LATER_RATINGS = [0.10, 0.75, 0.15]


class Lived(NamedTuple):
    """How many cards were answered on each day, and each interval: by formula, and as it was given."""

    days: list[int]
    intervals: list[tuple[int, int]]


def live(
    choose: Callable[[int, float, date, Mapping[date, Load]], int], *, days: int, new: int, seed: int
) -> Lived:
    """Let a learner meet ``new`` cards a day for ``days`` days, each due as ``choose`` has it."""
    rng = random.Random(seed)
    loads: dict[date, Load] = {}
    coming: dict[int, list[int]] = defaultdict(list)
    known: dict[int, tuple[Memory, int]] = {}
    lived = Lived([], [])
    for number in range(days):
        today = MONDAY + timedelta(days=number)
        asked = [*coming.pop(number, []), *range(number * new, (number + 1) * new)]
        lived.days.append(len(asked))
        for card in asked:
            memory = _answered(known.get(card), number, rng)
            known[card] = memory, number
            interval = interval_days(memory.stability, 0.9, DEFAULT_PARAMETERS)
            given = choose(interval, rng.random(), today, loads)
            lived.intervals.append((interval, given))
            coming[number + given].append(card)
            day = today + timedelta(days=given)
            loads[day] = Load(loads.get(day, Load()).cards + 1)
    return lived


def _answered(before: tuple[Memory, int] | None, today: int, rng: random.Random) -> Memory:
    """Return the memory after an answer; what is forgotten is learnt again on the same day."""
    if before is None:
        rating = Rating(rng.choices([1, 2, 3, 4], FIRST_RATINGS)[0])
        memory = first_memory(rating, DEFAULT_PARAMETERS)
    else:
        old, last = before
        recalled = rng.random() < retrievability(old.stability, today - last, DEFAULT_PARAMETERS)
        rating = Rating(rng.choices([2, 3, 4], LATER_RATINGS)[0]) if recalled else Rating.AGAIN
        memory = next_memory(old, rating, today - last, DEFAULT_PARAMETERS)
    return memory if rating is not Rating.AGAIN else next_memory(memory, Rating.GOOD, 0, DEFAULT_PARAMETERS)
