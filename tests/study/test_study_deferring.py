"""What the days to come hold while the learner is away, or clears a backlog."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from goal_samples import BY, WORDS, scope_of, two_banks
from study_samples import TERMS, TODAY, Room

from quiz.memory.aiming import MOST_AT_ONCE, Aim, new_by_day
from quiz.memory.simulation import Outset
from quiz.memory.simulation import Room as Held
from quiz.review import Memory, Rating
from quiz.study import backlog, pausing
from quiz.study.deferring import Deferred
from quiz.study.forecasting import Basis, basis, foresee
from quiz.study.limits import Limits
from quiz.study.proposing import Proposal, Wanted, propose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEW = 5
OVERDUE = 12


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    """Two banks of twelve; those of the first were learnt, and have been overdue for long."""
    with two_banks(tmp_path) as found:
        for number in range(WORDS):
            found.answer(f"lakes/w{number}", Rating.GOOD)
        found.clock.sleep(20)
        yield found


def limits(here: Room) -> Limits:
    today = here.clock.now().study_day
    plan = backlog.in_force(here.store, scope_of(here), today)
    return Limits(NEW, 50, catch_up=plan)


def begun(here: Room, *chosen: str) -> Basis:
    today = here.clock.now().study_day
    return basis(here.store, scope_of(here, *chosen), today, TERMS, limits(here))


def test_each_day_takes_its_share_of_a_backlog_and_new_cards_wait(here: Room) -> None:
    usual = foresee(begun(here), 6).days
    assert (usual[0].reviews, usual[0].new) == (OVERDUE, NEW)
    backlog.begin(here.store, 4, here.clock.now())
    days = foresee(begun(here), 10).days
    assert days[0].reviews == OVERDUE / 4
    assert [day.new for day in days[:4]] == [0, 0, 0, 0]
    assert [day.new for day in days[4:7]] == [NEW, NEW, 2]
    assert days[0].left == 0


def test_what_was_done_of_today_is_not_asked_again(here: Room) -> None:
    backlog.begin(here.store, 4, here.clock.now())
    for number in range(3):
        here.answer(f"lakes/w{number}", Rating.GOOD)
    found = begun(here)
    assert (
        sorted(card.due for card in found.cards if card.memory and card.last < 0)
        == [1] * 3 + [2] * 3 + [3] * 3
    )
    assert foresee(found, 1).days[0].reviews == 0
    assert (
        sorted(card.due for card in begun(here, "lakes").cards if card.last < 0)
        == [1] * 3 + [2] * 3 + [3] * 3
    )


def test_the_last_day_takes_what_is_left(here: Room) -> None:
    backlog.begin(here.store, 3, here.clock.now())
    here.clock.sleep(2)
    assert foresee(begun(here), 1).days[0].reviews == OVERDUE


def test_nothing_is_asked_while_the_learner_is_away(here: Room) -> None:
    now = here.clock.now()
    pausing.begin(here.store, now.study_day + timedelta(days=3), now)
    days = foresee(begun(here), 5).days
    assert [(day.reviews, day.new, day.left) for day in days[:3]] == [(0, 0, 0)] * 3
    assert (days[3].reviews, days[3].new) == (OVERDUE, NEW)
    assert days[0].known > days[2].known


def test_a_pause_without_an_end_counts_as_if_it_ended_today(here: Room) -> None:
    pausing.begin(here.store, None, here.clock.now())
    assert foresee(begun(here), 1).days[0].reviews == OVERDUE


def test_a_plan_begins_new_cards_only_on_days_that_are_not_put_off(here: Room) -> None:
    backlog.begin(here.store, 3, here.clock.now())
    found = proposal(here)
    assert [day.new for day in found.plan.days[:3]] == [0, 0, 0]
    assert found.plan.begun == WORDS
    goal = found.goal(())
    assert [goal.planned_new(day) for day in range(1, 4)] == [0, 0, 0]


def proposal(here: Room) -> Proposal:
    today = here.clock.now().study_day
    wanted = Wanted(scope_of(here), today + (BY - TODAY) * 2)
    found = propose(here.store, wanted, today, terms=TERMS, limits=limits(here))
    assert found is not None
    return found


def test_days_after_make_up_for_days_without_new_cards() -> None:
    aim = Aim(6, 10, 4)
    assert new_by_day(aim, lambda _day: True) == [aim.new_on(day) for day in range(6)] == [3, 3, 2, 2, 0, 0]
    assert new_by_day(aim, lambda day: day > 0) == [0, 4, 3, 3, 0, 0]
    assert new_by_day(aim, lambda day: day > 2) == [0, 0, 0, 6, 0, 0]


def test_cards_being_learnt_and_those_not_overdue_stay_where_they_are() -> None:
    memory = Memory(2.0, 5.0)
    cards = [
        Outset(0.9, memory, -9, -4, learning=True),
        Outset(0.9, memory, -9, -3),
        Outset(0.9, memory, -9, -5),
        Outset(0.9, memory, -9, 0),
        Outset(0.9),
    ]
    plan = Deferred(backlog_before=0, shares=(0.5, 0.5))
    assert [card.due for card in plan.cards(cards, None)] == [-4, 1, -5, 0, 0]
    assert Deferred().cards(cards, None) == cards
    assert Deferred(1).room(lambda _day: Held(5, 5))(0) == Held(0, 0, begins=False)
    assert Deferred(1).room(lambda _day: Held(5, 5))(1) == Held(5, 5)


def test_the_only_day_left_begins_new_cards_and_none_left_begins_none(here: Room) -> None:
    now = here.clock.now()
    by = now.study_day + timedelta(days=8)
    most = MOST_AT_ONCE * -(-WORDS // 8)
    for away, begun_in_the_end in ((7, most), (8, 0)):
        pausing.begin(here.store, now.study_day + timedelta(days=away), now)
        wanted = Wanted(scope_of(here), by)
        found = propose(here.store, wanted, now.study_day, terms=TERMS, limits=limits(here))
        assert found is not None
        assert found.plan.begun == begun_in_the_end
