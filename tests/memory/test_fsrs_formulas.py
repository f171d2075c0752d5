"""What holds of the formulas whatever the numbers are."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.memory import (
    DEFAULT_PARAMETERS,
    SCHEDULER,
    Parameters,
    first_memory,
    interval_days,
    next_memory,
    retrievability,
)
from quiz.memory.fsrs import MAX_INTERVAL_DAYS, MAX_STABILITY, MIN_STABILITY, WEIGHTS
from quiz.review import Memory, Rating

stabilities = st.floats(MIN_STABILITY, MAX_STABILITY)
difficulties = st.floats(1, 10)
memories = st.builds(Memory, stabilities, difficulties)
ratings = st.sampled_from(Rating)
recalled = st.sampled_from([Rating.HARD, Rating.GOOD, Rating.EASY])
days = st.integers(0, 40_000)
any_weights = st.tuples(*(st.floats(weight.least, weight.greatest) for weight in WEIGHTS))
parameter_sets = st.just(DEFAULT_PARAMETERS) | st.builds(Parameters, st.just("any"), any_weights)


def with_weight(number: int, value: float) -> tuple[float, ...]:
    weights = DEFAULT_PARAMETERS.weights
    return (*weights[:number], value, *weights[number + 1 :])


@given(stabilities, parameter_sets)
def test_nothing_is_forgotten_on_the_day_itself(stability: float, parameters: Parameters) -> None:
    assert retrievability(stability, 0, parameters) == 1


@given(st.integers(1, 36_500), parameter_sets)
def test_recall_is_nine_in_ten_after_as_many_days_as_the_stability(
    number: int, parameters: Parameters
) -> None:
    assert retrievability(float(number), number, parameters) == pytest.approx(0.9, rel=1e-12)


@given(stabilities, days, parameter_sets)
def test_recall_falls_from_day_to_day(stability: float, elapsed_days: int, parameters: Parameters) -> None:
    today = retrievability(stability, elapsed_days, parameters)
    tomorrow = retrievability(stability, elapsed_days + 1, parameters)
    assert 0 < tomorrow < today <= 1


@given(stabilities, st.integers(max_value=-1))
def test_days_before_the_last_answer_count_as_none(stability: float, elapsed_days: int) -> None:
    assert retrievability(stability, elapsed_days, DEFAULT_PARAMETERS) == 1


@given(stabilities, parameter_sets)
def test_interval_at_nine_in_ten_is_the_rounded_stability(stability: float, parameters: Parameters) -> None:
    nearest = {max(1, math.floor(stability + shift)) for shift in (0.5 - 1e-9, 0.5 + 1e-9)}
    assert interval_days(stability, 0.9, parameters) in nearest


@given(stabilities, st.floats(0.01, 1), st.floats(0.01, 1), parameter_sets)
def test_a_higher_desired_retention_never_waits_longer(
    stability: float, one: float, other: float, parameters: Parameters
) -> None:
    longer, shorter = (interval_days(stability, wanted, parameters) for wanted in sorted((one, other)))
    assert 1 <= shorter <= longer <= MAX_INTERVAL_DAYS


@pytest.mark.parametrize("wanted", [0.0, 0.009, 1.001, -0.9, math.nan, math.inf])
def test_a_desired_retention_that_is_none_is_refused(wanted: float) -> None:
    with pytest.raises(ValueError, match="desired retention"):
        interval_days(10.0, wanted, DEFAULT_PARAMETERS)


@given(memories, ratings, st.integers(-400, 40_000), parameter_sets)
def test_memory_stays_in_bounds(
    memory: Memory, rating: Rating, elapsed_days: int, parameters: Parameters
) -> None:
    after = next_memory(memory, rating, elapsed_days, parameters)
    assert MIN_STABILITY <= after.stability <= MAX_STABILITY
    assert 1 <= after.difficulty <= 10


@given(ratings, parameter_sets)
def test_first_memory_is_in_bounds(rating: Rating, parameters: Parameters) -> None:
    memory = first_memory(rating, parameters)
    assert memory.stability == parameters.weights[rating - 1]
    assert 1 <= memory.difficulty <= 10


@given(memories, recalled, days, parameter_sets)
def test_recall_never_weakens(
    memory: Memory, rating: Rating, elapsed_days: int, parameters: Parameters
) -> None:
    assert next_memory(memory, rating, elapsed_days, parameters).stability >= memory.stability


@given(memories, st.integers(1, 40_000), parameter_sets)
def test_forgetting_never_strengthens(memory: Memory, elapsed_days: int, parameters: Parameters) -> None:
    after = next_memory(memory, Rating.AGAIN, elapsed_days, parameters)
    assert after.stability <= memory.stability


@given(memories, days, parameter_sets)
def test_a_better_rating_never_gives_less_stability_or_more_difficulty(
    memory: Memory, elapsed_days: int, parameters: Parameters
) -> None:
    after = [next_memory(memory, rating, elapsed_days, parameters) for rating in Rating]
    assert [each.stability for each in after] == sorted(each.stability for each in after)
    assert [each.difficulty for each in after] == sorted((each.difficulty for each in after), reverse=True)


@given(memories, ratings, st.integers(-40_000, -1), parameter_sets)
def test_days_below_none_count_as_the_same_day(
    memory: Memory, rating: Rating, elapsed_days: int, parameters: Parameters
) -> None:
    same_day = next_memory(memory, rating, 0, parameters)
    assert next_memory(memory, rating, elapsed_days, parameters) == same_day


@given(memories, st.integers(1, 20_000), st.integers(1, 20_000))
def test_a_recall_after_longer_strengthens_more(memory: Memory, one: int, other: int) -> None:
    sooner, later = (
        next_memory(memory, Rating.GOOD, gap, DEFAULT_PARAMETERS) for gap in sorted((one, other))
    )
    assert sooner.stability <= later.stability


@pytest.mark.parametrize("count", [0, 19, 20, 22])
def test_a_wrong_number_of_weights_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"takes 21 weights, not {count}"):
        Parameters("short", (1.0,) * count)


@pytest.mark.parametrize("number", range(21))
def test_a_weight_out_of_its_bounds_is_refused(number: int) -> None:
    weight = WEIGHTS[number]
    outside = (weight.least - 0.0001, weight.greatest + 0.0001, math.nan, math.inf, -math.inf)
    for value in outside:
        with pytest.raises(ValueError, match=f"^w{number} is "):
            Parameters("odd", with_weight(number, value))
    for value in (weight.least, weight.greatest):
        assert Parameters("edge", with_weight(number, value)).weights[number] == value


def test_the_names_in_the_log_stay() -> None:
    assert SCHEDULER == "quiz-fsrs6-1"
    assert DEFAULT_PARAMETERS.id == "fsrs-6-default"
    assert replace(DEFAULT_PARAMETERS, id="mine") != DEFAULT_PARAMETERS
