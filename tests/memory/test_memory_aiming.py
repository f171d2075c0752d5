"""Aiming at a day: how new cards are paced, which reviews are pulled in, and what is decided."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans_measured import LEARNERS, NEW, RULES, answered, measure

from quiz.memory import DEFAULT_PARAMETERS, interval_days, retrievability
from quiz.memory.aiming import LEAST_GAIN, MOST_AT_ONCE, Aim, Faded, followed, gain_per_second, pulled_in
from quiz.memory.deciding import MOST_CARD_DAYS, decide, untouched, without
from quiz.memory.habits import PUBLISHED
from quiz.memory.simulation import Outset, Room, simulate
from quiz.review import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

AIMS = st.builds(
    lambda new_days, gap, to_begin: Aim(new_days + gap, to_begin, new_days),
    st.integers(1, 60),
    st.integers(0, 20),
    st.integers(0, 300),
)
FADED = st.builds(
    lambda stability, difficulty, elapsed, left: Faded(Memory(stability, difficulty), elapsed, left),
    st.floats(0.2, 300),
    st.floats(1, 10),
    st.integers(1, 200),
    st.integers(1, 14),
)


@given(AIMS)
def test_new_cards_are_begun_evenly_and_all_of_them(aim: Aim) -> None:
    each = [aim.new_on(day) for day in range(aim.days)]
    assert sum(each) == aim.to_begin
    assert max(each) == aim.new_per_day
    assert sorted(each, reverse=True) == each
    assert max(each[: aim.new_days]) - min(each[: aim.new_days]) <= 1
    assert [aim.begun_by(day) for day in range(aim.days)] == [sum(each[:day]) for day in range(aim.days)]


@given(AIMS)
def test_who_keeps_to_it_is_asked_to_begin_what_was_planned(aim: Aim) -> None:
    assert all(aim.new_now(day, aim.begun_by(day)) == aim.new_on(day) for day in range(aim.days))


@given(AIMS, st.data())
def test_who_is_behind_begins_more_and_never_far_more(aim: Aim, data: st.DataObject) -> None:
    day = data.draw(st.integers(0, aim.days))
    begun = data.draw(st.integers(0, aim.begun_by(day)))
    now = aim.new_now(day, begun)
    assert aim.new_on(day) <= now <= MOST_AT_ONCE * aim.new_per_day
    assert now <= aim.to_begin - begun
    assert day < aim.new_days or now == 0


@given(st.lists(FADED, max_size=30), st.floats(0, 600))
def test_reviews_are_pulled_in_by_gain_as_far_as_the_time_reaches(cards: list[Faded], seconds: float) -> None:
    found = list(pulled_in(cards, lambda card: card, seconds, DEFAULT_PARAMETERS, PUBLISHED))
    gains = [gain(card) for card in found]
    assert gains == sorted(gains, reverse=True)
    assert all(one >= LEAST_GAIN for one in gains)
    assert sum(time_of(card) for card in found) <= seconds + 1e-9
    left = sorted((gain(card) for card in cards), reverse=True)[len(found) : len(found) + 1]
    if left and left[0] >= LEAST_GAIN and left[0] not in gains:
        following = next(card for card in cards if gain(card) == left[0])
        assert sum(map(time_of, found)) + time_of(following) > seconds - 1e-9


def gain(card: Faded) -> float:
    return gain_per_second(card, DEFAULT_PARAMETERS, PUBLISHED)


def time_of(card: Faded) -> float:
    recall = retrievability(card.memory.stability, card.elapsed_days, DEFAULT_PARAMETERS)
    return PUBLISHED.seconds_of_review(recall)


def test_a_review_that_falls_on_the_day_is_pulled_in_and_an_earlier_one_is_left() -> None:
    memory = Memory(20.0, 5.0)
    after, before = Outset(0.9, memory, -10, 5), Outset(0.9, memory, -10, 4)
    aim = Aim(5, pull_days=1)
    assert reviews([after], aim) == [0, 0, 0, 0, 1]
    assert reviews([before], aim) == [0, 0, 0, 0, 1]
    assert reviews([after], aim._replace(pull_days=2)) == [0, 0, 0, 1, 0]
    assert reviews([before], aim._replace(pull_days=2)) == [0, 0, 0, 0, 1]
    assert reviews([after], aim._replace(pull_seconds=5.0)) == [0, 0, 0, 0, 0]


def reviews(cards: Sequence[Outset], aim: Aim) -> list[float]:
    return [day.reviews for day in simulate(cards, followed(RULES, aim), aim.days, "0")]


def test_within_a_budget_new_cards_come_first_and_no_day_is_longer() -> None:
    due = [Outset(0.9, Memory(10.0, 5.0), -10, 0)] * 100
    days = simulate([*due, *[NEW] * 30], followed(RULES, Aim(10, 30, 3, seconds=400.0)), 10, "0")
    assert [day.new for day in days] == [10, 10, 10, *[0] * 7]
    assert max(day.seconds for day in days) <= 400.0


def test_all_new_cards_are_begun_and_seen_again_before_the_day() -> None:
    found = decide([NEW] * 40, RULES, 20)
    assert found.begun == found.aim.to_begin == 40
    assert found.aim.new_days < 20
    assert found.known > without([NEW] * 40, RULES, 20, math.inf)[-1].known
    assert found.worth == found.known - LEAST_GAIN * found.seconds


def test_a_budget_holds_and_leaves_out_what_does_not_fit() -> None:
    found = decide([NEW] * 400, RULES, 10, 120.0)
    assert found.aim.is_limited
    assert found.longest <= 120.0
    assert 0 < found.begun <= found.aim.to_begin < 400
    assert found.known > without([NEW] * 400, RULES, 10, 120.0)[-1].known


def test_a_budget_without_time_for_one_new_card_begins_none() -> None:
    found = decide([NEW] * 5, RULES, 4, 10.0)
    assert (found.begun, found.known) == (0, 0)


@pytest.mark.parametrize("days", [1, 2, 3])
def test_few_days_are_enough_to_plan(days: int) -> None:
    found = decide([NEW] * 10, RULES, days)
    assert found.begun == 10
    assert found.aim.new_days == max(days - 1, 1) or days == 3
    assert len(found.days) == days


def test_without_new_cards_reviews_are_pulled_in() -> None:
    cards = answered(60, 7)
    found = decide(cards, RULES, 14)
    assert (found.aim.to_begin, found.aim.new_days, found.aim.new_per_day) == (0, 0, 0)
    assert found.aim.pull_days > 0
    assert found.known > without(cards, RULES, 14, math.inf)[-1].known
    assert untouched(cards, RULES, 14) < found.known
    assert untouched([NEW], RULES, 14) == 0


def test_what_is_decided_is_told_as_it_goes_and_always_the_same() -> None:
    told: list[tuple[int, int]] = []
    once = decide([NEW] * 10, RULES, 9, tell=lambda done, number: told.append((done, number)))
    assert once == decide([NEW] * 10, RULES, 9)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len({number for _, number in told}) == 1
    assert all(done <= number for done, number in told)


NOTHING_NEW = replace(RULES, room=lambda _day: Room(seconds=0.0))


def test_where_a_run_is_long_few_ways_are_tried() -> None:
    few, many = list[int](), list[int]()
    days = 60
    number = MOST_CARD_DAYS // 10 // days + 1
    decide([NEW] * number, NOTHING_NEW, days, tell=lambda done, _: many.append(done))
    decide([NEW] * 3, NOTHING_NEW, days, tell=lambda done, _: few.append(done))
    assert len(many) < len(few)


def test_no_review_is_pulled_in_before_its_days() -> None:
    aim = Aim(10, pull_days=3)
    assert [day for day in range(12) if aim.pulls_on(day)] == [7, 8, 9]
    card = Outset(0.9, Memory(30.0, 5.0), -1, interval_days(30.0, 0.9, DEFAULT_PARAMETERS) - 1)
    assert reviews([card], aim)[:7] == [0] * 7


def test_plans_foretell_what_is_reached_and_beat_the_same_minutes() -> None:
    """The quick variant of `plans_measured`: three learners, a few runs."""
    apart, gains = [], []
    for learner in (LEARNERS[0], LEARNERS[2], LEARNERS[3]):
        found, number = measure(learner, 6), len(learner.cards)
        apart.append(abs(found.planned - found.expected) / number)
        gains.append((found.planned - found.same_minutes) / number)
    assert sum(apart) / 3 < 0.03
    assert sum(gains) / 3 > 0.02
