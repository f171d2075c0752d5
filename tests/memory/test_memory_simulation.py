"""The days to come, simulated: limits, times, chances of recall, and that chance is told by a seed."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from learners import FIRST_RATINGS, LATER_RATINGS, live

from quiz.memory import (
    DEFAULT_PARAMETERS,
    NO_SPREAD,
    Spread,
    fuzzed,
    interval_days,
    next_memory,
    retrievability,
)
from quiz.memory.habits import PUBLISHED
from quiz.memory.simulation import Day, Outset, Room, Rules, Standing, expected, known_now, simulate
from quiz.review import Memory, Rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from quiz.memory import Load

SURE = replace(PUBLISHED, first=(0.0, 0.0, 1.0, 0.0), later=(0.0, 1.0, 0.0), repeat=(0.0, 0.0, 1.0, 0.0))
"""Every answer that is right is Good, and what was forgotten is right at once."""

RULES = Rules(DEFAULT_PARAMETERS, SURE)
NEW = Outset(0.9)
FRESH = Memory(10.0, 5.0)


def standing(stability: float, difficulty: float, last: int, days: int) -> Outset:
    """Return a card that is due ``days`` after its last answer; 0: while it is being learnt."""
    return Outset(0.9, Memory(stability, difficulty), last, last + days, days == 0)


OUTSETS = st.just(NEW) | st.builds(
    standing, st.floats(0.1, 300), st.floats(1, 10), st.integers(-100, 0), st.integers(0, 200)
)


def old(*, due: int = 0, last: int = -10, retention: float = 0.9) -> Outset:
    return Outset(retention, FRESH, last, due)


def holding(**room: float) -> Rules:
    return replace(RULES, room=lambda _day: Room(**room))  # type: ignore[arg-type]


def figures(days: Iterable[Day], name: str) -> list[float]:
    return [getattr(day, name) for day in days]


def test_one_card_comes_back_when_its_interval_says() -> None:
    days = simulate([NEW], RULES, 3, "0")
    assert figures(days, "new") == [1, 0, 0]
    assert figures(days, "reviews") == [0, 0, 1]  # a first Good: 2.3065 days, so 2
    assert days[2].retention == retrievability(2.3065, 2, DEFAULT_PARAMETERS)
    assert days[0].retention is None


def test_known_is_what_is_recalled_on_the_morning_after() -> None:
    days = simulate([old(due=50), NEW], holding(new=0), 4, "0")
    wanted = [retrievability(10.0, 10 + day, DEFAULT_PARAMETERS) for day in (1, 2, 3, 4)]
    assert figures(days, "known") == pytest.approx(wanted)
    assert known_now([old(due=50), NEW], DEFAULT_PARAMETERS) == retrievability(10.0, 10, DEFAULT_PARAMETERS)


def test_what_is_expected_of_a_review_is_its_chance_of_recall_whatever_is_drawn() -> None:
    recall = retrievability(10.0, 10, DEFAULT_PARAMETERS)
    for seed in "0123":
        (day,) = simulate([old()], RULES, 1, seed)
        assert (day.reviews, day.tested, day.recalled) == (1, 1, recall)
        assert day.seconds == SURE.seconds_of_review(recall)
        assert day.answers == pytest.approx(2.0 - recall)


def test_a_card_takes_its_own_time_in_what_is_spent_and_in_what_there_is_room_for() -> None:
    (usual,), (slow,) = (simulate([old()._replace(pace=pace)], RULES, 1, "0") for pace in (1.0, 3.0))
    assert slow == usual._replace(seconds=3.0 * usual.seconds)
    cards = [old()._replace(pace=pace) for pace in (3.0, 1.0)]
    (day,) = simulate(cards, holding(seconds=1.5 * usual.seconds), 1, "0")
    assert (day.reviews, day.left) == (1, 1)
    assert day.seconds == usual.seconds
    for pace, begun in ((0.5, 2), (1.0, 1), (2.0, 0)):
        new = [NEW._replace(pace=pace)] * 9
        (day,) = simulate(new, holding(seconds=1.1 * SURE.seconds_of_new), 1, "0")
        assert (day.new, day.seconds) == (begun, begun * pace * SURE.seconds_of_new)


def test_a_card_is_recalled_as_often_as_the_curve_says() -> None:
    """Drawn answers are seen in where cards come back: forgotten ones within a few days."""
    recall = retrievability(10.0, 10, DEFAULT_PARAMETERS)
    forgotten = next_memory(FRESH, Rating.AGAIN, 10, DEFAULT_PARAMETERS)
    relearnt = next_memory(forgotten, Rating.GOOD, 0, DEFAULT_PARAMETERS)
    back = interval_days(relearnt.stability, 0.9, DEFAULT_PARAMETERS)
    days = simulate([old()] * 4_000, RULES, back + 1, "0")
    assert sum(figures(days[1:back], "reviews")) == 0
    assert days[back].reviews / 4_000 == pytest.approx(1.0 - recall, abs=0.02)


@pytest.mark.parametrize("spread", [NO_SPREAD, Spread(balance=False)])
def test_days_are_as_full_as_those_of_a_learner_who_lives_them(spread: Spread) -> None:
    """The learner of `learners` is written apart from the simulation, and shares the formulas alone."""

    def choose(interval: int, drawn: float, _today: date, _loads: Mapping[date, Load]) -> int:
        return fuzzed(interval, drawn) if spread.fuzz else interval

    lived = [live(choose, days=90, new=5, seed=seed).days for seed in range(8)]
    again, hard, good, easy = FIRST_RATINGS
    _, later_good, later_easy = LATER_RATINGS
    habits = replace(
        SURE,
        first=(again, hard, good, easy),
        later=(1.0 - later_good - later_easy, later_good, later_easy),
    )
    rules = replace(RULES, habits=habits, spread=spread, room=lambda _day: Room(new=5))
    days = expected([NEW] * 450, rules, 90, runs=8)
    for part in (slice(0, 30), slice(30, 90)):
        mean = sum(sum(one[part]) for one in lived) / len(lived)
        assert sum(day.reviews + day.new for day in days[part]) == pytest.approx(mean, rel=0.03)


def test_equal_seeds_give_equal_days_and_others_do_not() -> None:
    cards = [NEW] * 40
    rules = replace(RULES, habits=PUBLISHED, spread=Spread())
    assert simulate(cards, rules, 60, "7") == simulate(cards, rules, 60, "7")
    assert simulate(cards, rules, 60, "7") != simulate(cards, rules, 60, "8")
    assert expected(cards, rules, 60, runs=3, seed="7") == expected(cards, rules, 60, runs=3, seed="7")


def test_a_mean_lies_between_the_runs() -> None:
    cards, rules = [NEW] * 20, replace(RULES, habits=PUBLISHED)
    runs = [simulate(cards, rules, 20, f"0:{number}") for number in range(3)]
    for place, day in enumerate(expected(cards, rules, 20, runs=3)):
        known = [run[place].known for run in runs]
        assert min(known) <= day.known <= max(known)


def test_without_cards_or_days_nothing_comes() -> None:
    assert simulate([], RULES, 2, "0") == [Day(0, 0, 0, 0, 0, 0, 0, 0)] * 2
    assert simulate([NEW], RULES, 0, "0") == []
    assert known_now([], DEFAULT_PARAMETERS) == 0


def test_limits_of_a_day_hold_and_what_is_left_waits() -> None:
    days = simulate([old()] * 5 + [NEW] * 3, holding(new=1, reviews=2), 3, "0")
    assert figures(days, "new") == [1, 1, 1]
    assert figures(days, "reviews") == [2, 2, 2]
    assert figures(days, "left")[:2] == [3, 1]


def test_a_day_ends_when_its_seconds_are_used_up() -> None:
    days = simulate([old()] * 50 + [NEW] * 50, holding(seconds=100.0), 10, "0")
    assert max(figures(days, "seconds")) <= 100.0
    assert days[0].reviews > 0
    assert days[0].new == 0
    assert sum(figures(days, "new")) > 0


def test_a_share_holds_beside_the_limits_over_all() -> None:
    cards = [NEW._replace(shares=(0,)), NEW, NEW._replace(shares=(0,)), NEW]
    rules = replace(RULES, room=lambda _day: Room(new=3, shares=((1, 9),)))
    days = simulate(cards, rules, 2, "0")
    assert figures(days, "new") == [3, 1]
    reviews = [old()._replace(shares=(0,))] * 3
    assert figures(
        simulate(reviews, replace(RULES, room=lambda _day: Room(shares=((9, 1),))), 3, "0"), "left"
    ) == [
        2,
        1,
        0,
    ]


def test_each_day_may_hold_something_else() -> None:
    rules = replace(RULES, room=lambda day: Room(new=day))
    assert figures(simulate([NEW] * 9, rules, 4, "0"), "new") == [0, 1, 2, 3]


def test_what_is_being_learnt_is_asked_whatever_the_limits_and_is_no_test_of_retention() -> None:
    (day,) = simulate([Outset(0.9, FRESH, 0, 0, learning=True)], holding(reviews=0), 1, "0")
    assert (day.reviews, day.tested, day.retention) == (1, 0, None)
    assert day.answers == 1.0  # SURE repeats are right


def test_overdue_cards_are_asked_today() -> None:
    assert simulate([old(due=-40, last=-60)], RULES, 1, "0")[0].reviews == 1


def test_a_higher_desired_retention_brings_more_reviews_and_more_known() -> None:
    rules = replace(RULES, habits=PUBLISHED)
    low, high = (expected([Outset(wanted)] * 60, rules, 120, runs=3) for wanted in (0.8, 0.95))
    assert sum(figures(high, "reviews")) > sum(figures(low, "reviews"))
    assert high[-1].known > low[-1].known


def test_an_order_decides_who_waits() -> None:
    strong, weak = Outset(0.9, Memory(100.0, 5.0), -100, -1), Outset(0.9, Memory(1.0, 5.0), -1, 0)
    one = holding(reviews=1)
    for order, wanted in (
        (lambda card, _day: -card.memory.stability, 100),
        (lambda card, _day: card.memory.stability, 1),
    ):
        (day,) = simulate([weak, strong, weak], replace(one, order=order), 1, "0")
        assert day.recalled == retrievability(wanted, wanted, DEFAULT_PARAMETERS)


def test_without_an_order_the_longest_due_come_first() -> None:
    late, later = (Outset(0.9, Memory(stability, 5.0), -30, due) for stability, due in ((5.0, -1), (9.0, -7)))
    (day,) = simulate([late, later], holding(reviews=1), 1, "0")
    assert day.recalled == retrievability(9.0, 30, DEFAULT_PARAMETERS)


def test_cards_can_be_pulled_in_before_they_are_due_and_are_asked_once() -> None:
    def those_ahead(cards: Sequence[Standing], day: int) -> Iterable[Standing]:
        return [card for card in cards if day == 1 and card.outset.due > 1]

    rules = replace(RULES, early=those_ahead)
    days = simulate([old(due=3), old(due=99), old(due=0)], rules, 2, "0")
    assert figures(days, "reviews") == [1, 2]
    assert figures(simulate([old(due=3)] * 2, holding(reviews=1), 4, "0"), "reviews") == [0, 0, 0, 1]


def test_cards_learnt_today_are_not_pulled_in_again() -> None:
    asked: list[int] = []

    def watch(cards: Sequence[Standing], _day: int) -> Iterable[Standing]:
        asked.append(len(cards))
        return ()

    simulate([NEW, old(due=5)], replace(RULES, early=watch), 1, "0")
    assert asked == [1]


def test_a_card_pulled_in_that_comes_back_on_its_old_day_is_asked_once_there() -> None:
    memory = next_memory(Memory(1.0, 9.0), Rating.GOOD, 1, DEFAULT_PARAMETERS)
    again = interval_days(memory.stability, 0.9, DEFAULT_PARAMETERS)
    card = Outset(0.9, Memory(1.0, 9.0), -1, again)
    rules = replace(RULES, early=lambda cards, day: cards if day == 0 else ())
    runs = [simulate([card], rules, again + 1, seed) for seed in "0123456789"]
    assert all(days[0].reviews == 1 for days in runs)
    assert max(days[again].reviews for days in runs) == 1


def test_a_card_never_recalled_is_asked_a_bounded_number_of_times() -> None:
    never = replace(SURE, first=(1.0, 0.0, 0.0, 0.0), repeat=(1.0, 0.0, 0.0, 0.0))
    (day,) = simulate([NEW], replace(RULES, habits=never), 1, "0")
    assert day.answers == 21.0


@settings(max_examples=60, deadline=None)
@given(st.lists(OUTSETS, max_size=25), st.integers(0, 4), st.integers(0, 6), st.integers(0, 999))
def test_whatever_stands_the_figures_hang_together(
    cards: list[Outset], new: int, reviews: int, seed: int
) -> None:
    rules = Rules(
        DEFAULT_PARAMETERS,
        PUBLISHED,
        lambda _day: Room(new, reviews),
        order=lambda card, _day: card.due,
        early=lambda standing, _day: standing[:1],
        spread=Spread(easy_days=(1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.0)),
    )
    days = simulate(cards, rules, 30, str(seed))
    known = sum(card.memory is not None for card in cards)
    learning = sum(card.learning for card in cards)
    for number, day in enumerate(days):
        known += int(day.new)
        assert day.new <= new
        assert day.reviews <= reviews + (learning if number == 0 else 0)
        assert 0 <= day.recalled <= day.tested <= day.reviews
        assert 0 <= day.known <= known <= len(cards)
        assert day.answers >= day.reviews + day.new
        assert math.isfinite(day.seconds)
    assert sum(figures(days, "new")) == min(30 * new, sum(card.memory is None for card in cards))
