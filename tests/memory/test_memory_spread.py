"""The day on which a card comes back, near its interval: fuzz, balance, siblings and easy days."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import mean, pstdev
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from learners import MONDAY, live

from quiz.memory import Load, Spread, balanced, draw, fuzz_range, fuzzed

if TYPE_CHECKING:
    from collections.abc import Mapping

INTERVALS = st.integers(1, 36_500)
DRAWS = st.floats(0, 1, exclude_max=True)
EVEN = Spread()


@pytest.mark.parametrize(
    ("interval", "first", "last"),
    [
        (1, 1, 1),
        (2, 2, 2),
        (3, 2, 4),
        (5, 4, 6),
        (7, 5, 9),
        (10, 8, 12),
        (20, 17, 23),
        (100, 93, 107),
        (36_500, 34_673, 36_500),
    ],
)
def test_the_range_is_the_published_one(interval: int, first: int, last: int) -> None:
    # 100 days: 1 + 0.15 * 4.5 + 0.1 * 13 + 0.05 * 80 = 6.975 to either side.
    days = fuzz_range(interval)
    assert (days[0], days[-1]) == (first, last)


@given(INTERVALS, DRAWS)
def test_fuzz_stays_within_the_range_and_grows_with_what_is_drawn(interval: int, drawn: float) -> None:
    assert fuzzed(interval, drawn) in fuzz_range(interval)
    assert fuzzed(interval, 0.0) <= fuzzed(interval, drawn)
    assert interval in fuzz_range(interval)


def test_every_day_of_the_range_is_as_likely() -> None:
    given_days = [fuzzed(10, draw(f"bank/{number}", 3)) for number in range(10_000)]
    shares = [given_days.count(day) / len(given_days) for day in fuzz_range(10)]
    assert max(abs(share - 1 / len(shares)) for share in shares) < 0.02


def test_what_is_drawn_belongs_to_the_card_and_the_repetition() -> None:
    # printf "bank/a\n2" | b2sum -l 56, over 2 ** 56
    assert draw("bank/a", 2) == draw("bank/a", 2) == pytest.approx(0.60066, abs=5e-6)
    assert len({draw("bank/a", 2), draw("bank/a", 3), draw("bank/b", 2)}) == 3
    assert 0.0 <= draw("\ud800", 1) < 1.0


@given(
    INTERVALS,
    DRAWS,
    st.dictionaries(st.integers(1, 40), st.builds(Load, st.integers(0, 99), st.integers(0, 3))),
)
def test_balance_stays_within_the_range(interval: int, drawn: float, loads: dict[int, Load]) -> None:
    there = {MONDAY + timedelta(days=number): load for number, load in loads.items()}
    assert balanced(interval, drawn, MONDAY, there, EVEN) in fuzz_range(interval)


def around(loads: Mapping[int, int], siblings: Mapping[int, int] | None = None) -> dict[date, Load]:
    """Return loads by how many days after the Monday they are."""
    beside = siblings or {}
    days = {*loads, *beside}
    return {MONDAY + timedelta(days=day): Load(loads.get(day, 0), beside.get(day, 0)) for day in days}


def test_the_day_with_the_least_is_taken() -> None:
    assert balanced(10, 0.0, MONDAY, around({8: 9, 9: 9, 10: 9, 11: 2, 12: 9}), EVEN) == 11


def test_a_load_that_only_falls_with_distance_draws_nothing_to_a_later_day() -> None:
    falling = around({8: 50, 9: 40, 10: 30, 11: 20, 12: 10})
    assert {balanced(10, drawn / 5, MONDAY, falling, EVEN) for drawn in range(5)} == {8, 9, 10, 11, 12}


def test_siblings_go_before_the_load() -> None:
    crowd = {8: 9, 9: 9, 10: 1, 11: 9, 12: 50}
    assert balanced(10, 0.0, MONDAY, around(crowd, {8: 1, 9: 1, 10: 1, 11: 1}), EVEN) == 12


def test_an_easy_day_counts_as_fuller_and_one_of_nothing_is_left_out() -> None:
    loads = around(dict.fromkeys(range(8, 13), 10))  # 8 to 12 days after a Monday: Tuesday to Saturday
    half = Spread(easy_days=(1.0, 0.5, 1.0, 1.0, 1.0, 1.0, 1.0))
    assert 8 not in {balanced(10, drawn / 9, MONDAY, loads, half) for drawn in range(9)}
    free = Spread(easy_days=(1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0))
    friday = around({8: 90, 9: 90, 10: 90, 12: 90})
    assert balanced(10, 0.5, MONDAY, friday, free) != 11
    assert balanced(10, 0.5, MONDAY, friday, Spread(easy_days=(0.0,) * 7)) == 11


def unevenness(days: list[int]) -> float:
    """Return by how much days differ from the week and the days around them."""
    return pstdev(
        day - mean(days[at - 7 : at + 8]) for at, day in enumerate(days) if 60 <= at < len(days) - 7
    )


@pytest.mark.parametrize("seed", range(3))
def test_balance_evens_the_days_out_by_a_third_and_leaves_the_intervals(seed: int) -> None:
    def exact(interval: int, *_: object) -> int:
        return interval

    def fuzz(interval: int, drawn: float, *_: object) -> int:
        return fuzzed(interval, drawn)

    def balance(interval: int, drawn: float, today: date, loads: Mapping[date, Load]) -> int:
        return balanced(interval, drawn, today, loads, EVEN)

    plain, loose, even = (live(choose, days=180, new=12, seed=seed) for choose in (exact, fuzz, balance))
    assert unevenness(even.days) <= 2 / 3 * min(unevenness(plain.days), unevenness(loose.days))
    assert mean(given / asked for asked, given in even.intervals) == pytest.approx(1.0, abs=0.02)


def test_an_easy_sunday_has_about_half_of_the_reviews_of_another_day() -> None:
    sunday = Spread(easy_days=(1.0,) * 6 + (0.5,))

    def balance(interval: int, drawn: float, today: date, loads: Mapping[date, Load]) -> int:
        return balanced(interval, drawn, today, loads, sunday)

    days = live(balance, days=180, new=12, seed=7).days[60:]
    of_sundays = [day - 12 for at, day in enumerate(days, 60) if at % 7 == 6]
    others = [day - 12 for at, day in enumerate(days, 60) if at % 7 != 6]
    assert 0.4 <= mean(of_sundays) / mean(others) <= 0.75
