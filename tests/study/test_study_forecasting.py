"""What a learner's simulation begins with: real states, what is left of today, own times and ratings."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_samples import TODAY, Room, reply, room

from quiz.memory import DEFAULT_PARAMETERS, Spread, retrievability
from quiz.memory.habits import PUBLISHED, Seconds
from quiz.memory.simulation import Outset
from quiz.memory.simulation import Room as Held
from quiz.review import Rating
from quiz.store.answering import LATER, NEW, REPEAT, AnsweringRow
from quiz.study.forecasting import PRIOR_ANSWERS, Basis, basis, foresee, own_habits, workload
from quiz.study.limits import Budget, Limits
from quiz.study.retention import Special
from quiz.study.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIMITS = Limits(2, 50)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.load()
        yield found


def begun(where: Room, limits: Limits = LIMITS, terms: Terms | None = None) -> Basis:
    today = where.clock.now().study_day
    return basis(where.store, where.scope(), today, terms or Terms(0.9), limits)


def test_cards_stand_as_the_log_has_them(here: Room) -> None:
    here.answer("talks/venue", Rating.EASY)
    here.clock.sleep(3)
    here.answer("talks/month", Rating.AGAIN)
    found = begun(here)
    venue, month = here.state("talks/venue"), here.state("talks/month")
    assert venue is not None
    assert month is not None
    known = [card for card in found.cards if card.memory is not None]
    assert known == [
        Outset(0.9, venue.memory, -3, 5),
        Outset(0.9, month.memory, 0, 0, learning=True),
    ]
    assert len(found.cards) == 4
    assert found.today == TODAY + timedelta(days=3)
    assert found.rules.weekday == found.today.weekday()


def test_each_card_takes_its_own_time(here: Room) -> None:
    for key, seconds in (("talks/venue", 3), ("talks/month", 30)):
        sitting = here.sit(key)
        sitting.next()
        given, judgement, rating = reply(sitting, Rating.GOOD)
        sitting.record(given._replace(duration_ms=1000 * seconds), judgement, rating)
    quick, slow = (card.pace for card in begun(here).cards if card.memory is not None)
    assert quick < 1.0 < slow
    assert quick + slow == pytest.approx(2.0)


def test_cards_have_the_retention_of_their_bank_or_tag(here: Room) -> None:
    terms = Terms(0.9, special=Special({"people": 0.8}, {"places": 0.95}))
    wanted = sorted(card.desired_retention for card in begun(here, terms=terms).cards)
    assert wanted == [0.8, 0.8, 0.9, 0.95]


def test_today_holds_what_is_left_of_it_and_every_other_day_all(here: Room) -> None:
    here.answer("talks/venue")
    limits = Limits(
        5, 50, None, (Budget(frozenset({"talks"}), 3, None), Budget(frozenset({"people"}), None, 7))
    )
    found = begun(here, limits)
    assert found.rules.room(0) == Held(4, 50, shares=((2, 50), (4, 7)))
    assert found.rules.room(1) == found.rules.room(364) == Held(5, 50, shares=((3, 50), (5, 7)))
    assert [card.shares for card in found.cards] == [(1,), (1,), (0,), (0,)]


def test_what_a_future_begins_with_is_known_now(here: Room) -> None:
    here.answer("talks/venue", Rating.EASY)
    here.clock.sleep(4)
    found = foresee(begun(here), 10)
    assert found.known_now == retrievability(8.2956, 4, DEFAULT_PARAMETERS)
    assert [day.new for day in found.days[:3]] == [2, 1, 0]
    assert len(found.days) == 10
    assert found.runs == 20
    assert foresee(begun(here), 10).days == found.days


def test_spread_of_the_learner_goes_with_it(here: Room) -> None:
    spread = Spread(balance=False)
    assert begun(here, terms=Terms(0.9, spread=spread)).rules.spread == spread


def test_a_higher_retention_costs_more_and_keeps_more(here: Room) -> None:
    low, high = workload(begun(here), 200, [0.75, 0.97])
    assert (low.desired_retention, high.desired_retention) == (0.75, 0.97)
    assert low.minutes < high.minutes
    assert low.reviews < high.reviews
    assert low.known < high.known <= 4


def test_without_cards_all_is_nothing(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        start = begun(where)
        assert [day.known for day in foresee(start, 3).days] == [0, 0, 0]
        (point,) = workload(start, 3, [0.9])
        assert (point.minutes, point.known, point.reviews) == (0, 0, 0)


def test_nothing_answered_gives_what_is_published() -> None:
    assert own_habits([]).answers == 0
    found = own_habits([]).habits
    assert found.seconds == PUBLISHED.seconds
    assert found.first == pytest.approx(PUBLISHED.first)
    assert (found.later, found.repeat) == (pytest.approx(PUBLISHED.later), pytest.approx(PUBLISHED.repeat))


def test_few_answers_are_drawn_towards_it() -> None:
    rows = [AnsweringRow(NEW, Rating.GOOD, PRIOR_ANSWERS, 5_000 * PRIOR_ANSWERS)]
    found = own_habits(rows).habits
    assert found.first[2] == pytest.approx((1.0 + PUBLISHED.first[2]) / 2.0)
    assert found.seconds.new == pytest.approx((5.0 + PUBLISHED.seconds.new) / 2.0)
    assert found.seconds.right == PUBLISHED.seconds.right


def test_many_answers_speak_for_themselves() -> None:
    many = 100_000
    rows = [
        AnsweringRow(NEW, Rating.EASY, many, many * 4_000),
        AnsweringRow(LATER, Rating.AGAIN, many, many * 9_000),
        AnsweringRow(LATER, Rating.HARD, many, many * 3_000),
        AnsweringRow(LATER, Rating.GOOD, 3 * many, 3 * many * 2_000),
        AnsweringRow(REPEAT, Rating.AGAIN, many, many * 9_000),
        AnsweringRow(REPEAT, Rating.GOOD, many, many * 1_000),
    ]
    found = own_habits(rows)
    assert found.answers == 8 * many
    assert found.habits.first == pytest.approx((0, 0, 0, 1), abs=1e-3)
    assert found.habits.later == pytest.approx((0.25, 0.75, 0), abs=1e-3)
    assert found.habits.repeat == pytest.approx((0.5, 0, 0.5, 0), abs=1e-3)
    assert found.habits.seconds == pytest.approx(Seconds(4.0, 2.0, 9.0), abs=0.01)


ROWS = st.lists(
    st.builds(
        AnsweringRow,
        st.sampled_from([NEW, REPEAT, LATER]),
        st.sampled_from(Rating),
        st.integers(1, 10**6),
        st.integers(0, 10**9),
    ),
    max_size=12,
    unique_by=lambda row: (row.turn, row.rating),
)


@given(ROWS)
def test_whatever_was_answered_makes_habits(rows: list[AnsweringRow]) -> None:
    found = own_habits(rows).habits
    assert min(*found.first, *found.later, *found.repeat) > 0
    assert found.repeats < 20
    assert min(found.seconds) > 0
