"""In which order due cards are asked, and that the order by value is worth its name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from orders import LOWEST, OLDEST, ORDERS, VALUE, Learner, backlog, measure, more

from quiz.memory import DEFAULT_PARAMETERS
from quiz.memory.habits import PUBLISHED, Seconds
from quiz.memory.orders import (
    lowest_retrievability_first,
    most_recall_per_minute,
    oldest_first,
    order_of,
    recall_per_second,
)
from quiz.memory.simulation import Outset, Standing
from quiz.review import Memory
from quiz.settings import Priority

if TYPE_CHECKING:
    from quiz.memory.orders import Order


def standing(stability: float, last: int, due: int, difficulty: float = 5.0) -> Standing:
    memory = Memory(stability, difficulty)
    return Standing(Outset(0.9, memory, last, due), memory, last, due)


def first(order: Order, *cards: Standing) -> Standing:
    return min(cards, key=lambda card: order(card, 0))


def test_oldest_first_goes_by_the_due_day() -> None:
    old, faded = standing(50.0, -60, -9), standing(1.0, -9, -8)
    assert first(oldest_first(), faded, old) is old


def test_lowest_retrievability_first_goes_by_the_chance_of_recall() -> None:
    old, faded = standing(50.0, -60, -9), standing(1.0, -9, -8)
    assert first(lowest_retrievability_first(), old, faded) is faded


def test_by_value_goes_what_asking_helps_most_for_its_time() -> None:
    safe, worth = standing(300.0, -20, 0), standing(15.0, -20, 0)
    order = most_recall_per_minute(DEFAULT_PARAMETERS, PUBLISHED)
    assert first(order, safe, worth) is worth
    assert order(worth, 0) == -recall_per_second(worth.memory, 20, DEFAULT_PARAMETERS, PUBLISHED)


def test_the_value_is_that_of_a_second() -> None:
    memory = Memory(10.0, 5.0)
    twice = replace(PUBLISHED, seconds=Seconds(*(2.0 * each for each in PUBLISHED.seconds)))
    once = recall_per_second(memory, 12, DEFAULT_PARAMETERS, PUBLISHED)
    assert recall_per_second(memory, 12, DEFAULT_PARAMETERS, twice) == pytest.approx(once / 2.0)


@given(st.floats(0.5, 300), st.floats(1, 10), st.integers(1, 400), st.integers(1, 200))
def test_no_card_can_gain_more_than_certainty(
    stability: float, difficulty: float, elapsed: int, horizon: int
) -> None:
    found = recall_per_second(Memory(stability, difficulty), elapsed, DEFAULT_PARAMETERS, PUBLISHED, horizon)
    assert -1.0 < found * PUBLISHED.seconds.right < 1.0


def test_what_takes_half_as_long_comes_before_what_is_worth_as_much() -> None:
    slow = standing(15.0, -20, 0)
    quick = Standing(slow.outset._replace(pace=0.5), slow.memory, slow.last, slow.due)
    order = order_of(Priority.VALUE, DEFAULT_PARAMETERS)
    assert order(quick, 0) == pytest.approx(2.0 * order(slow, 0))
    assert first(order, slow, quick) is quick


@pytest.mark.parametrize("apart", [0.0, 0.5])
def test_with_little_time_the_order_by_value_keeps_more_than_the_others(apart: float) -> None:
    few = Learner("back after a break", lambda seed: backlog(250, seed, apart), 0, 1.25, 45)
    value, oldest, lowest = (measure(few, ORDERS[name], runs=4) for name in (VALUE, OLDEST, LOWEST))
    assert more(value.end, lowest.end)[0] > 0.01
    assert min(more(value.mean, other.mean)[0] for other in (oldest, lowest)) > apart * 0.02
    assert more(value.minutes, lowest.minutes)[0] < 0.02
