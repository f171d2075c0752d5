"""What a schedule has to keep to, whatever the weights, the memory, the rating and the days are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.memory import (
    DEFAULT_PARAMETERS,
    Due,
    Parameters,
    advance,
    due,
    interval_days,
    next_memory,
    retrievability,
)
from quiz.memory.course import course
from quiz.memory.fsrs import MAX_STABILITY, MIN_STABILITY, WEIGHTS, step
from quiz.review import CardState, Memory, Rating, State

TODAY = date(2026, 3, 1)
MEMORIES = st.builds(Memory, st.floats(MIN_STABILITY, MAX_STABILITY), st.floats(1, 10))
RATINGS = st.sampled_from(Rating)
RECALLED = st.sampled_from([Rating.HARD, Rating.GOOD, Rating.EASY])
DAYS = st.integers(0, 40_000)
WEIGHT_TUPLES = st.tuples(*(st.floats(weight.least, weight.greatest) for weight in WEIGHTS))
PARAMETERS = st.just(DEFAULT_PARAMETERS) | st.builds(Parameters, st.just("any"), WEIGHT_TUPLES)
RETENTIONS = st.floats(0.7, 0.99)
BEFORE = st.none() | st.builds(
    CardState,
    state=st.sampled_from(State),
    memory=MEMORIES,
    last_day=st.integers(-400, 40_000).map(lambda days: TODAY - timedelta(days=days)),
    due_on=st.just(TODAY),
    interval_days=st.integers(0, 400),
    reviews=st.integers(1, 50),
    lapses=st.integers(0, 9),
)


def when(before: CardState | None, rating: Rating, retention: float, parameters: Parameters) -> Due:
    return due(before, rating, TODAY, desired_retention=retention, parameters=parameters)


@given(MEMORIES, RECALLED, DAYS, PARAMETERS)
def test_stability_after_a_success_is_not_lower_than_before(
    memory: Memory, rating: Rating, elapsed_days: int, parameters: Parameters
) -> None:
    assert next_memory(memory, rating, elapsed_days, parameters).stability >= memory.stability


@given(st.floats(1e-2, MAX_STABILITY), PARAMETERS)
def test_recall_is_nine_in_ten_at_one_stability(stability: float, parameters: Parameters) -> None:
    """On either side of it, as days are whole: not below it a day before, not above it a day after."""
    days = int(stability)
    assert retrievability(stability, days, parameters) >= 0.9 - 1e-12
    assert retrievability(stability, days + 1, parameters) <= 0.9 + 1e-12
    assert retrievability(float(days + 1), days + 1, parameters) == pytest.approx(0.9, rel=1e-12)


@given(st.floats(MIN_STABILITY, MAX_STABILITY), DAYS, DAYS, PARAMETERS)
def test_recall_falls_with_time(stability: float, one: int, other: int, parameters: Parameters) -> None:
    sooner, later = (retrievability(stability, days, parameters) for days in sorted((one, other)))
    assert later < sooner if one != other else later == sooner


def ordered(parameters: Parameters) -> Parameters:
    """Return the weights with the first stabilities rising with the rating, as those of any fit do."""
    return Parameters("ordered", (*sorted(parameters.weights[:4]), *parameters.weights[4:]))


@given(BEFORE, RETENTIONS, PARAMETERS.map(ordered))
def test_a_better_rating_never_gives_an_earlier_day(
    before: CardState | None, retention: float, parameters: Parameters
) -> None:
    days = [when(before, rating, retention, parameters).due_on for rating in Rating]
    assert days == sorted(days)
    assert days[0] == TODAY < days[1]


@given(BEFORE, RATINGS, RETENTIONS, RETENTIONS, PARAMETERS)
def test_wanting_to_remember_more_never_waits_longer(
    before: CardState | None, rating: Rating, one: float, other: float, parameters: Parameters
) -> None:
    less, more = sorted((one, other))
    assert when(before, rating, more, parameters).due_on <= when(before, rating, less, parameters).due_on


@given(BEFORE, RECALLED, RETENTIONS, PARAMETERS)
def test_a_card_is_asked_when_recall_has_fallen_to_what_is_wanted(
    before: CardState | None, rating: Rating, retention: float, parameters: Parameters
) -> None:
    days, due_on = when(before, rating, retention, parameters)
    after = advance(before, rating, TODAY, Due(days, due_on), parameters).memory
    assert days == interval_days(after.stability, retention, parameters)
    if 1 < days < MAX_STABILITY:
        assert retrievability(after.stability, days + 1, parameters) < retention
        assert retrievability(after.stability, days - 1, parameters) > retention


@given(MEMORIES, st.lists(RATINGS, min_size=1, max_size=6), st.integers(1, 4_000), PARAMETERS)
def test_what_was_forgotten_counts_once_a_day(
    memory: Memory, ratings: list[Rating], elapsed_days: int, parameters: Parameters
) -> None:
    """The first answer of a day takes the days that passed; the others take none, and look at no curve."""
    first, *others = ratings
    stability, difficulty = step(memory.stability, memory.difficulty, first, elapsed_days, parameters)
    for rating in others:
        after = step(stability, difficulty, rating, 0, parameters)
        assert after == step(stability, 10.0, rating, 0, parameters)[:1] + after[1:]
        assert after[0] >= stability or rating is Rating.AGAIN
        stability, difficulty = after
    state = CardState(State.REVIEW, memory, TODAY - timedelta(days=elapsed_days), TODAY, 1, 1, 0)
    for rating in ratings:
        state = advance(state, rating, TODAY, Due(0, TODAY), parameters)
    assert state.memory == Memory(stability, difficulty)


@given(
    st.lists(st.tuples(st.sampled_from([-3, 0, 0, 1, 2, 30, 4_000]), RATINGS), min_size=1, max_size=25),
    PARAMETERS,
)
def test_a_course_at_once_is_what_comes_of_it_answer_by_answer(
    answers: list[tuple[int, Rating]], parameters: Parameters
) -> None:
    state: CardState | None = None
    today, taken = TODAY, list[tuple[int, int]]()
    for number, (gap, rating) in enumerate(answers):
        today += timedelta(days=gap)
        given_due = Due(number, today + timedelta(days=number))
        state = advance(state, rating, today, given_due, parameters)
        taken.append((today.toordinal(), int(rating)))
    found = course(taken, given_due, parameters)
    assert found == state
    assert {type(value) for value in (found.memory.stability, found.memory.difficulty)} == {float}


@pytest.mark.parametrize("answers", [[], [(1, 0)], [(1, 5)], [(1, 3), (2, 9)], [(0, 3)]])
def test_a_course_of_what_is_no_answer_is_refused(answers: list[tuple[int, int]]) -> None:
    with pytest.raises((ValueError, IndexError)):
        course(answers, Due(1, TODAY), DEFAULT_PARAMETERS)
