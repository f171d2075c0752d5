"""Our formulas against the two published implementations, on random histories."""

from __future__ import annotations

import math
import random
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import fsrs
import fsrs_rs_python
import pytest

from quiz.memory import DEFAULT_PARAMETERS, Parameters, advance, due, interval_days
from quiz.memory.fsrs import MAX_STABILITY, WEIGHTS
from quiz.review import CardState, Memory, Rating

HISTORIES = 1_500
FIRST_DAY = date(2026, 1, 1)
RETENTIONS = (0.7, 0.8, 0.9, 0.97)


class Answer(NamedTuple):
    rating: Rating
    gap_days: int


History = list[Answer]


def random_gap(rng: random.Random) -> int:
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


class PyFsrs(NamedTuple):
    memory: Memory
    interval_days: int


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
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), now)
        assert card.stability is not None
        assert card.difficulty is not None
        found.append(PyFsrs(Memory(card.stability, card.difficulty), (card.due - now).days))
    return found


def by_fsrs_rs(history: History, parameters: Parameters) -> list[Memory]:
    reviews = [fsrs_rs_python.FSRSReview(int(answer.rating), answer.gap_days) for answer in history]
    model = fsrs_rs_python.FSRS(list(parameters.weights))
    states = model.historical_memory_states(fsrs_rs_python.FSRSItem(reviews))
    return [Memory(state.stability, state.difficulty) for state in states]


def assert_close(found: Memory, expected: Memory, tolerance: float) -> None:
    assert found.stability == pytest.approx(expected.stability, rel=tolerance)
    assert found.difficulty == pytest.approx(expected.difficulty, rel=tolerance)


def is_tie(stability: float, desired_retention: float) -> bool:
    """Say whether the exact interval lies so near a half that the last bits of a float decide."""
    decay = -DEFAULT_PARAMETERS.weights[20]
    exact = stability * (desired_retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1)
    return math.isclose(exact % 1, 0.5, abs_tol=1e-5 * max(1.0, exact))


def test_histories_reach_every_rule() -> None:
    rng = random.Random(1)
    answers = [answer for _ in range(HISTORIES) for answer in random_history(rng)[1:]]
    seen = {(answer.rating, min(answer.gap_days, 1)) for answer in answers}
    assert seen == {(rating, gap) for rating in Rating for gap in (0, 1)}
    assert max(answer.gap_days for answer in answers) > 4_000


def test_memory_is_that_of_py_fsrs() -> None:
    rng = random.Random(1)
    for _ in range(HISTORIES):
        history = random_history(rng)
        pairs = zip(ours(history, DEFAULT_PARAMETERS), by_py_fsrs(history, DEFAULT_PARAMETERS), strict=True)
        for found, expected in pairs:
            assert_close(found, expected.memory, 1e-12)


def test_memory_is_that_of_fsrs_rs() -> None:
    rng = random.Random(2)
    for _ in range(HISTORIES):
        history = random_history(rng)
        pairs = zip(ours(history, DEFAULT_PARAMETERS), by_fsrs_rs(history, DEFAULT_PARAMETERS), strict=True)
        for found, expected in pairs:
            assert_close(found, expected, 1e-5)


def test_memory_is_that_of_fsrs_rs_where_stability_is_capped() -> None:
    history = [Answer(Rating.EASY, 0)] + [Answer(Rating.EASY, gap) for gap in (20, 400, 5000, 30000, 36500)]
    found, expected = ours(history, DEFAULT_PARAMETERS), by_fsrs_rs(history, DEFAULT_PARAMETERS)
    assert found[-1].stability == MAX_STABILITY == expected[-1].stability
    for mine, other in zip(found, expected, strict=True):
        assert_close(mine, other, 1e-5)


def test_memory_is_that_of_py_fsrs_with_any_weights() -> None:
    rng = random.Random(3)
    compared = 0
    for _ in range(300):
        parameters, history = random_parameters(rng), random_history(rng, longest=8)
        for found, expected in zip(ours(history, parameters), by_py_fsrs(history, parameters), strict=True):
            if expected.memory.stability >= MAX_STABILITY:  # it has no cap, so it goes its own way from here
                assert found.stability == MAX_STABILITY
                break
            assert_close(found, expected.memory, 1e-9)
            compared += 1
    assert compared > 1_000


@pytest.mark.parametrize("desired_retention", RETENTIONS)
def test_intervals_are_those_of_py_fsrs_but_for_ties(desired_retention: float) -> None:
    rng = random.Random(4)
    equal, ties = 0, 0
    for _ in range(400):
        history = random_history(rng)
        memories = ours(history, DEFAULT_PARAMETERS)
        others = by_py_fsrs(history, DEFAULT_PARAMETERS, desired_retention)
        for memory, other in zip(memories, others, strict=True):
            days = interval_days(memory.stability, desired_retention, DEFAULT_PARAMETERS)
            if days == other.interval_days:
                equal += 1
                continue
            ties += 1
            assert abs(days - other.interval_days) == 1
            assert is_tie(memory.stability, desired_retention)
    assert equal > 2_000
    assert ties <= equal // 1_000


@pytest.mark.parametrize("desired_retention", RETENTIONS)
def test_intervals_are_those_of_fsrs_rs_but_for_ties(desired_retention: float) -> None:
    rng = random.Random(5)
    model = fsrs_rs_python.FSRS(list(DEFAULT_PARAMETERS.weights))
    equal, ties = 0, 0
    for _ in range(2_000):
        stability = math.exp(rng.uniform(math.log(0.01), math.log(9_000)))
        exact = model.next_interval(stability, desired_retention, 3)
        other = min(max(round(exact), 1), 36_500)
        days = interval_days(stability, desired_retention, DEFAULT_PARAMETERS)
        if days == other:
            equal += 1
            continue
        ties += 1
        assert abs(days - other) == 1
        assert is_tie(stability, desired_retention)
    assert equal >= 1_980
    assert equal + ties == 2_000


def test_defaults_are_the_published_ones() -> None:
    assert DEFAULT_PARAMETERS.weights == fsrs.scheduler.DEFAULT_PARAMETERS
    assert DEFAULT_PARAMETERS.weights == pytest.approx(fsrs_rs_python.DEFAULT_PARAMETERS, rel=1e-6)


def test_bounds_of_the_weights_are_the_published_ones() -> None:
    assert tuple(weight.least for weight in WEIGHTS) == fsrs.scheduler.LOWER_BOUNDS_PARAMETERS
    assert tuple(weight.greatest for weight in WEIGHTS) == fsrs.scheduler.UPPER_BOUNDS_PARAMETERS
