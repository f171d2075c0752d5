"""Pauses: events that shift nothing, and what they cost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_samples import Room, room

from quiz.errors import DatabaseUnreadable
from quiz.memory import DEFAULT_PARAMETERS, retrievability
from quiz.progress.away import Away
from quiz.review import Memory
from quiz.store import plans, states
from quiz.study import pausing
from quiz.study.pausing import Learnt, NotPaused, PauseTooLong, PauseTooShort, cost, days_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2022, 1, 10)


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as where:
        where.load()
        yield where


def test_a_pause_holds_until_its_day_and_leaves_all_states_alone(here: Room) -> None:
    here.answer("talks/venue")
    before = states.stored_states(here.store)
    pause = pausing.begin(here.store, ahead(3), here.clock.now())
    assert pause == Away(TODAY, ahead(3)) == pausing.current(here.store, TODAY)
    assert pausing.current(here.store, ahead(2)) == pause
    assert pausing.current(here.store, ahead(3)) is None
    assert states.stored_states(here.store) == before
    assert pausing.paused_days(here.store, ahead(9)) == {ahead(0), ahead(1), ahead(2)}


def test_a_pause_without_an_end_lasts_until_it_is_ended(here: Room) -> None:
    pausing.begin(here.store, None, here.clock.now())
    assert pausing.current(here.store, ahead(2000)) == Away(TODAY, None)
    here.clock.sleep(2)
    assert pausing.end(here.store, here.clock.now()) == Away(TODAY, None)
    assert pausing.current(here.store, ahead(2)) is None
    assert pausing.paused_days(here.store, ahead(9)) == {ahead(0), ahead(1)}
    with pytest.raises(NotPaused, match="There is no pause"):
        pausing.end(here.store, here.clock.now())


def test_a_second_pause_takes_the_place_of_the_first(here: Room) -> None:
    pausing.begin(here.store, ahead(9), here.clock.now())
    here.clock.sleep()
    pausing.begin(here.store, ahead(3), here.clock.now())
    assert pausing.current(here.store, ahead(1)) == Away(ahead(1), ahead(3))
    assert pausing.paused_days(here.store, ahead(9)) == {ahead(0), ahead(1), ahead(2)}


@pytest.mark.parametrize("days", [0, -1, -400])
def test_a_pause_that_would_be_over_is_refused(here: Room, days: int) -> None:
    with pytest.raises(PauseTooShort, match="2022-01-11 or later") as told:
        pausing.begin(here.store, ahead(days), here.clock.now())
    assert ("today" in str(told.value)) == (days == 0)
    assert plans.newest(here.store, plans.PAUSE) is None


def test_a_pause_of_over_a_year_is_refused(here: Room) -> None:
    with pytest.raises(PauseTooLong, match="2023-01-11 is the latest"):
        pausing.begin(here.store, ahead(367), here.clock.now())
    assert pausing.begin(here.store, ahead(366), here.clock.now()).until == ahead(366)


def test_a_pause_that_makes_no_sense_is_damage(here: Room) -> None:
    plans.add(here.store, plans.PAUSE, {"until": "soon"}, here.clock.now())
    with pytest.raises(DatabaseUnreadable, match="plans"), room(here.root.parent, banks=False) as where:
        pausing.current(where.store, TODAY)


OFFSETS = st.integers(-30, 30)
SAID = st.lists(st.tuples(OFFSETS, st.one_of(st.none(), st.none() | st.integers(1, 60))), max_size=6)


@given(SAID)
def test_paused_days_lie_between_what_was_said_and_today(said: list[tuple[int, int | None]]) -> None:
    events = [
        (ahead(day), None if days is None else Away(ahead(day), ahead(day + days))) for day, days in said
    ]
    found = days_of(events, TODAY)
    assert all(day <= TODAY for day in found)
    pauses = [pause for _, pause in events if pause is not None]
    assert all(any(pause.since <= day and pause.holds(day) for pause in pauses) for day in found)


CARDS = st.lists(
    st.builds(
        lambda n, stability, difficulty, elapsed, due, seconds: Learnt(
            f"b/{n}", f"{n}?", Memory(stability, difficulty), elapsed, ahead(due), seconds
        ),
        st.integers(0, 99),
        st.floats(0.1, 500),
        st.floats(1, 10),
        st.integers(0, 500),
        st.integers(-50, 50),
        st.floats(0.5, 120),
    ),
    max_size=12,
)


@given(cards=CARDS, days=st.integers(1, 366), more=st.integers(1, 100))
def test_the_longer_a_pause_the_more_it_costs(cards: list[Learnt], days: int, more: int) -> None:
    short, long = (cost(cards, TODAY, number, DEFAULT_PARAMETERS) for number in (days, days + more))
    assert short.learnt == len(cards)
    assert len(cards) >= short.known_now >= short.known_then >= long.known_then >= 0
    assert short.overdue + short.falls_due <= long.overdue + long.falls_due <= len(cards)
    assert short.overdue == long.overdue == sum(card.due_on < TODAY for card in cards)
    assert short.seconds <= long.seconds * (1 + 1e-9)


@given(cards=CARDS, days=st.integers(1, 366))
def test_the_cards_named_are_those_that_keep_most_for_their_time(cards: list[Learnt], days: int) -> None:
    found = cost(cards, TODAY, days, DEFAULT_PARAMETERS).helped
    per_second = [(card.seen - card.then) / card.seconds for card in found]
    assert per_second == sorted(per_second, reverse=True)
    assert len(found) == min(sum(card.elapsed_days > 0 for card in cards), pausing.MOST_HELPED)
    assert all(0 <= card.then <= 1 and 0 <= card.seen <= 1 for card in found)


def test_the_cost_of_one_card_by_hand() -> None:
    card = Learnt("b/one", "One?", Memory(10.0, 5.0), 3, ahead(7), 10.0)
    found = cost([card], TODAY, 7, DEFAULT_PARAMETERS)
    assert found.known_then == pytest.approx(0.9)  # ten days after an answer that holds for ten
    assert found.known_now == retrievability(10.0, 3, DEFAULT_PARAMETERS)
    assert (found.falls_due, found.seconds) == (0, 0)
    assert cost([card], TODAY, 8, DEFAULT_PARAMETERS).falls_due == 1
    (helped,) = found.helped
    assert helped.then == pytest.approx(0.9)
    assert helped.seen > 0.9


def test_no_card_costs_nothing() -> None:
    assert cost([], TODAY, 7, DEFAULT_PARAMETERS) == (7, 0, 0, 0, 0, 0, 0, ())


def test_only_cards_in_use_that_were_answered_are_reckoned_with(here: Room) -> None:
    here.answer("talks/venue")
    here.answer("talks/month")
    here.write(
        "talks.yaml",
        """
        quiz: 1
        title: Where and when to talk
        questions:
          - id: venue
            ask: Which city is proposed?
            answer: Geneva
        """,
    )
    (found,) = pausing.costs(here.store, here.scope(), TODAY, [7])
    assert (found.learnt, found.helped) == (1, ())
