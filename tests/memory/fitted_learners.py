"""Synthetic learners who forget by parameters that are known, asked by the default ones."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quiz.memory import DEFAULT_PARAMETERS, Parameters, first_memory, fuzzed, interval_days, next_memory
from quiz.memory import retrievability as chance
from quiz.memory.fsrs import WEIGHTS
from quiz.review import Memory, Rating

if TYPE_CHECKING:
    from collections.abc import Mapping

START = date(2025, 1, 1)
FIRST_RATINGS = [0.25, 0.10, 0.50, 0.15]
LATER_RATINGS = [0.10, 0.75, 0.15]


def learner(name: str, changes: Mapping[int, float]) -> Parameters:
    """Return parameters that are the default ones but for some weights, each times a factor."""
    weights = (weight.default * changes.get(place, 1.0) for place, weight in enumerate(WEIGHTS))
    bounded = (min(max(value, w.least), w.greatest) for value, w in zip(weights, WEIGHTS, strict=True))
    return Parameters(name, tuple(bounded))


FORGETFUL = learner("forgetful", {0: 0.2, 1: 0.2, 2: 0.2, 3: 0.2, 8: 0.6, 20: 2.5})
RETENTIVE = learner("retentive", {0: 12.0, 1: 12.0, 2: 12.0, 3: 8.0, 8: 1.4, 11: 2.0})


def answers(true: Parameters, *, days: int, new: int, seed: int) -> list[tuple[str, date, Rating]]:
    """Return the answers of ``days`` study days with ``new`` new cards each, in their order.

    What is forgotten is learnt again on the same day.
    """
    rng = random.Random(seed)
    coming: defaultdict[int, list[str]] = defaultdict(list)
    known: dict[str, tuple[Memory, Memory, int]] = {}
    found = []
    for number in range(days):
        for card in [*coming.pop(number, []), *(f"{number}-{place}" for place in range(new))]:
            rating, memories = _answer(known.get(card), number, true, rng)
            found.append((card, START + timedelta(days=number), rating))
            if rating is Rating.AGAIN:
                found.append((card, START + timedelta(days=number), Rating.GOOD))
                memories = _next(memories, Rating.GOOD, 0, true)
            known[card] = (*memories, number)
            interval = interval_days(memories[1].stability, 0.9, DEFAULT_PARAMETERS)
            coming[number + fuzzed(interval, rng.random())].append(card)
    return found


def _answer(
    before: tuple[Memory, Memory, int] | None, today: int, true: Parameters, rng: random.Random
) -> tuple[Rating, tuple[Memory, Memory]]:
    """Return a rating, and the true memory after it and the one that the default parameters see."""
    if before is None:
        rating = Rating(rng.choices([1, 2, 3, 4], FIRST_RATINGS)[0])
        return rating, (first_memory(rating, true), first_memory(rating, DEFAULT_PARAMETERS))
    memory, seen, last = before
    recalled = rng.random() < chance(memory.stability, today - last, true)
    rating = Rating(rng.choices([2, 3, 4], LATER_RATINGS)[0]) if recalled else Rating.AGAIN
    return rating, _next((memory, seen), rating, today - last, true)


def _next(
    memories: tuple[Memory, Memory], rating: Rating, elapsed: int, true: Parameters
) -> tuple[Memory, Memory]:
    memory, seen = memories
    return next_memory(memory, rating, elapsed, true), next_memory(seen, rating, elapsed, DEFAULT_PARAMETERS)
