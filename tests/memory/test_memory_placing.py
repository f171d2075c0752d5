"""Where a simulation puts a card: on the day that `balanced` would take."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quiz.memory import NO_SPREAD, Load, Spread, balanced, fuzz_range, fuzzed
from quiz.memory.placing import Placer

MONDAY = date(2026, 3, 2)
DRAWN = st.floats(0, 1, exclude_max=True)
SHARES = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=7, max_size=7).map(tuple)


@given(st.integers(1, 60), st.integers(0, 13), DRAWN, st.lists(st.integers(0, 99), max_size=150), SHARES)
def test_it_is_the_day_that_balance_takes_in_life(
    interval: int, today: int, drawn: float, cards: list[int], easy: tuple[float, ...]
) -> None:
    placer = Placer(Spread(easy_days=easy), 100, MONDAY.weekday())
    for day in cards:
        placer.take(day)
    loads = {MONDAY + timedelta(days=day): Load(cards.count(day)) for day in cards}
    wanted = balanced(interval, drawn, MONDAY + timedelta(days=today), loads, Spread(easy_days=easy))
    assert placer.day(interval, today, drawn) == today + wanted


@given(st.integers(1, 3_000), st.integers(0, 400), DRAWN)
def test_every_day_lies_within_the_fuzz_range_also_beyond_what_is_simulated(
    interval: int, today: int, drawn: float
) -> None:
    for spread in (Spread(), Spread(balance=False)):
        found = Placer(spread, 365, 3).day(interval, today, drawn)
        assert found - today in fuzz_range(interval)


@given(st.integers(1, 3_000), DRAWN)
def test_without_balance_chance_alone_decides_and_without_fuzz_nothing_does(
    interval: int, drawn: float
) -> None:
    assert Placer(Spread(balance=False), 365, 0).day(interval, 5, drawn) == 5 + fuzzed(interval, drawn)
    assert Placer(NO_SPREAD, 365, 0).day(interval, 5, drawn) == 5 + interval


def test_a_card_that_left_its_day_is_no_load_and_the_past_is_none() -> None:
    placer = Placer(Spread(), 30, 0)
    for day in (-3, 9, 9, 11, 10**9):
        placer.take(day)
    before = placer.day(10, 0, 0.0)
    for day in (9, 9, 11, -3, 10**9):
        placer.leave(day)
    assert before not in (9, 11)
    assert placer.day(10, 0, 0.0) == fuzz_range(10)[0]
