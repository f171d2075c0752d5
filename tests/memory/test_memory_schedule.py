"""Due dates, states, and the replay that has to give them again."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.memory import (
    DEFAULT_PARAMETERS,
    Due,
    advance,
    due,
    first_memory,
    interval_days,
    next_memory,
)
from quiz.review import CardState, Memory, Rating, State

TODAY = date(2026, 3, 1)
SOON = Due(3, TODAY + timedelta(days=3))
card_states = st.builds(
    CardState,
    state=st.sampled_from(State),
    memory=st.builds(Memory, st.floats(0.001, 36_500), st.floats(1, 10)),
    last_day=st.dates(date(2020, 1, 1), date(2026, 12, 31)),
    due_on=st.just(TODAY),
    interval_days=st.integers(0, 36_500),
    reviews=st.integers(1, 500),
    lapses=st.integers(0, 50),
)
maybe_states = st.none() | card_states
days_of_study = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def state_of(state: State, *, last_day: date = TODAY, lapses: int = 2) -> CardState:
    return CardState(state, Memory(12.0, 5.0), last_day, last_day, 0, 7, lapses)


def due_at(before: CardState | None, rating: Rating, today: date = TODAY, wanted: float = 0.9) -> Due:
    return due(before, rating, today, desired_retention=wanted, parameters=DEFAULT_PARAMETERS)


def advanced(before: CardState | None, rating: Rating, today: date = TODAY) -> CardState:
    return advance(before, rating, today, due_at(before, rating, today), DEFAULT_PARAMETERS)


@pytest.mark.parametrize(
    ("before", "rating", "after", "lapses"),
    [
        (None, Rating.AGAIN, State.LEARNING, 0),
        (None, Rating.HARD, State.REVIEW, 0),
        (None, Rating.GOOD, State.REVIEW, 0),
        (None, Rating.EASY, State.REVIEW, 0),
        (State.LEARNING, Rating.AGAIN, State.LEARNING, 2),
        (State.LEARNING, Rating.HARD, State.REVIEW, 2),
        (State.LEARNING, Rating.GOOD, State.REVIEW, 2),
        (State.LEARNING, Rating.EASY, State.REVIEW, 2),
        (State.REVIEW, Rating.AGAIN, State.RELEARNING, 3),
        (State.REVIEW, Rating.HARD, State.REVIEW, 2),
        (State.REVIEW, Rating.GOOD, State.REVIEW, 2),
        (State.REVIEW, Rating.EASY, State.REVIEW, 2),
        (State.RELEARNING, Rating.AGAIN, State.RELEARNING, 2),
        (State.RELEARNING, Rating.HARD, State.REVIEW, 2),
        (State.RELEARNING, Rating.GOOD, State.REVIEW, 2),
        (State.RELEARNING, Rating.EASY, State.REVIEW, 2),
    ],
)
def test_states_and_lapses(before: State | None, rating: Rating, after: State, lapses: int) -> None:
    card = advanced(None if before is None else state_of(before), rating)
    assert (card.state, card.lapses) == (after, lapses)
    assert card.reviews == (1 if before is None else 8)


@given(maybe_states, days_of_study)
def test_again_is_due_on_the_same_study_day(before: CardState | None, today: date) -> None:
    assert due_at(before, Rating.AGAIN, today) == Due(0, today)


@given(maybe_states, days_of_study, st.floats(0.7, 0.99))
def test_a_better_rating_never_comes_back_earlier(
    before: CardState | None, today: date, wanted: float
) -> None:
    dates = [due_at(before, rating, today, wanted).due_on for rating in Rating]
    assert dates == sorted(dates)
    assert dates[0] == today < dates[1]


@given(maybe_states, st.sampled_from([Rating.HARD, Rating.GOOD, Rating.EASY]), days_of_study)
def test_whole_days_from_the_day_of_the_answer(before: CardState | None, rating: Rating, today: date) -> None:
    days, due_on = due_at(before, rating, today)
    assert 1 <= days <= 36_500
    assert due_on - today == timedelta(days=days)


def test_a_new_card_starts_with_the_intervals_of_its_first_stability() -> None:
    assert [due_at(None, rating).interval_days for rating in Rating] == [0, 1, 2, 8]


def test_a_lower_desired_retention_waits_longer() -> None:
    card = state_of(State.REVIEW, last_day=TODAY - timedelta(days=12))
    waits = [due_at(card, Rating.GOOD, wanted=wanted).interval_days for wanted in (0.95, 0.9, 0.8)]
    assert waits[0] < waits[1] < waits[2]


def test_a_desired_retention_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="desired retention"):
        due_at(None, Rating.GOOD, wanted=1.5)


@pytest.mark.parametrize("left", [0, 1, 100])
def test_dates_end_with_the_calendar(left: int) -> None:
    strong = CardState(State.REVIEW, Memory(30_000.0, 3.0), TODAY, TODAY, 9, 9, 0)
    assert due_at(strong, Rating.EASY, date.max - timedelta(days=left)) == Due(left, date.max)


def test_the_memory_follows_from_the_study_days_that_passed() -> None:
    card = state_of(State.REVIEW, last_day=TODAY - timedelta(days=20))
    for rating in Rating:
        expected = next_memory(card.memory, rating, 20, DEFAULT_PARAMETERS)
        assert advanced(card, rating).memory == expected
    assert advanced(None, Rating.HARD).memory == first_memory(Rating.HARD, DEFAULT_PARAMETERS)


def test_date_and_interval_are_those_given() -> None:
    for before in (None, state_of(State.RELEARNING)):
        card = advance(before, Rating.GOOD, TODAY, SOON, DEFAULT_PARAMETERS)
        assert (card.interval_days, card.due_on, card.last_day) == (3, TODAY + timedelta(days=3), TODAY)


@pytest.mark.parametrize("rating", list(Rating))
def test_a_clock_that_ran_back_counts_as_the_same_day(rating: Rating) -> None:
    card = state_of(State.REVIEW, last_day=TODAY + timedelta(days=9))
    after = advanced(card, rating)
    assert after.memory == next_memory(card.memory, rating, 0, DEFAULT_PARAMETERS)
    assert after.last_day == TODAY + timedelta(days=9)
    assert after.due_on == TODAY + timedelta(days=after.interval_days)


class Event(NamedTuple):
    rating: Rating
    today: date
    due: Due


def lived(rng: random.Random) -> tuple[list[Event], list[CardState]]:
    """Answer a card over some weeks, sometimes early, late or twice a day, with changing wishes."""
    events: list[Event] = []
    states: list[CardState] = []
    today = TODAY
    for _ in range(rng.randint(1, 25)):
        before = states[-1] if states else None
        rating = rng.choice(list(Rating))
        given_due = due_at(before, rating, today, rng.uniform(0.7, 0.97))
        events.append(Event(rating, today, given_due))
        states.append(advance(before, rating, today, given_due, DEFAULT_PARAMETERS))
        today += timedelta(days=rng.choice([-1, 0, 0, 1, given_due.interval_days, rng.randint(0, 300)]))
    return events, states


def test_a_replay_of_the_events_gives_the_same_states_bit_for_bit() -> None:
    rng = random.Random(11)
    for _ in range(300):
        events, states = lived(rng)
        state: CardState | None = None
        for event, stored in zip(events, states, strict=True):
            state = advance(state, event.rating, event.today, event.due, DEFAULT_PARAMETERS)
            assert state == stored
            assert state.memory.stability.hex() == stored.memory.stability.hex()


def test_a_card_known_every_time_is_asked_ever_less_often() -> None:
    card, waits, today = advanced(None, Rating.GOOD), [], TODAY
    for _ in range(6):
        today = card.due_on
        card = advanced(card, Rating.GOOD, today)
        waits.append(card.interval_days)
    assert waits == sorted(set(waits))
    assert waits[-1] > 300


def test_a_missed_card_comes_back_sooner_than_before() -> None:
    card = state_of(State.REVIEW, last_day=TODAY - timedelta(days=12))
    missed = advanced(card, Rating.AGAIN)
    relearnt = advanced(missed, Rating.GOOD)
    assert (missed.due_on, missed.interval_days) == (TODAY, 0)
    assert relearnt.interval_days == interval_days(relearnt.memory.stability, 0.9, DEFAULT_PARAMETERS)
    assert 1 <= relearnt.interval_days < 12
