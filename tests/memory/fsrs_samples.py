"""Random histories of one card, and what each implementation makes of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import fsrs
import fsrs_rs_python

from quiz.memory import Parameters, advance, due
from quiz.memory.fsrs import WEIGHTS
from quiz.review import Memory, Rating

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from quiz.review import CardState

FIRST_DAY = date(2026, 1, 1)


class Answer(NamedTuple):
    rating: Rating
    gap_days: int


class PyFsrs(NamedTuple):
    memory: Memory
    interval_days: int
    retrievability: float
    """Before the answer; 0 for the first one."""


History = list[Answer]


def random_gap(rng: random.Random) -> int:
    """Return days since the last answer: two in seven on the same day, one in seven of years."""
    return rng.choice(
        [0, 0, 1, rng.randint(1, 10), rng.randint(5, 60), rng.randint(30, 400), rng.randint(400, 5000)]
    )


def random_history(rng: random.Random, longest: int = 20) -> History:
    ratings = rng.choices(list(Rating), weights=(2, 1, 4, 1), k=rng.randint(1, longest))
    return [Answer(rating, random_gap(rng) if number else 0) for number, rating in enumerate(ratings)]


def random_parameters(rng: random.Random) -> Parameters:
    return Parameters("random", tuple(rng.uniform(weight.least, weight.greatest) for weight in WEIGHTS))


def ours(history: History, parameters: Parameters) -> list[Memory]:
    """Return the memory after each answer, by the road that live answering and replay take."""
    state: CardState | None = None
    today, memories = FIRST_DAY, []
    for rating, gap_days in history:
        today += timedelta(days=gap_days)
        next_due = due(state, rating, today, desired_retention=0.9, parameters=parameters)
        state = advance(state, rating, today, next_due, parameters)
        memories.append(state.memory)
    return memories


def by_py_fsrs(history: History, parameters: Parameters, desired_retention: float = 0.9) -> list[PyFsrs]:
    """Feed study days as midnights in UTC, so that its 24-hour periods are study days."""
    scheduler = fsrs.Scheduler(
        parameters=parameters.weights,
        desired_retention=desired_retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )
    card, now, found = fsrs.Card(card_id=1), datetime(2026, 1, 1, tzinfo=UTC), []
    for rating, gap_days in history:
        now += timedelta(days=gap_days)
        recall = scheduler.get_card_retrievability(card, now)
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), now)
        assert card.stability is not None
        assert card.difficulty is not None
        found.append(PyFsrs(Memory(card.stability, card.difficulty), (card.due - now).days, recall))
    return found


def model(parameters: Parameters) -> fsrs_rs_python.FSRS:
    return fsrs_rs_python.FSRS(list(parameters.weights))


def by_fsrs_rs(histories: list[History], parameters: Parameters) -> Iterator[list[Memory]]:
    """Yield the memory after each answer of each history; one call for all of them."""
    items = [
        fsrs_rs_python.FSRSItem([fsrs_rs_python.FSRSReview(int(rating), gap) for rating, gap in history])
        for history in histories
    ]
    for states in model(parameters).historical_memory_state_batch(items):
        yield [Memory(state.stability, state.difficulty) for state in states]
