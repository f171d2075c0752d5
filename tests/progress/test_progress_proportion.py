"""The interval of a share: bounds, ends, and how often it holds the truth."""

from __future__ import annotations

import random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.progress.proportion import Interval, Proportion


def test_nothing_counted_may_be_anything() -> None:
    assert Proportion(0, 0).share is None
    assert Proportion(0, 0).interval() == Interval(0.0, 1.0)


def test_it_is_wilsons() -> None:
    # Worked by hand: z = 1.96, 81 of 263, (0.3080 + 0.0073) / 1.0146 and 1.96 * 0.02906 / 1.0146.
    low, high = Proportion(81, 263).interval()
    assert (round(low, 3), round(high, 3)) == (0.255, 0.366)


@given(st.integers(1, 10**7).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_it_lies_within_0_and_1_and_holds_the_share(counted: tuple[int, int]) -> None:
    share = Proportion(*counted)
    interval = share.interval()
    assert 0 <= interval.low < interval.high <= 1
    assert share.share is not None
    assert interval.holds(share.share)
    assert share.interval(0.5).high <= interval.high


@pytest.mark.parametrize("answers", [10, 30, 100, 1000])
def test_it_holds_the_truth_in_93_to_97_of_100_draws(answers: int) -> None:
    chance = random.Random(answers)
    held = []
    for _ in range(2000):
        truth = chance.uniform(0.05, 0.99)
        hits = (
            chance.binomialvariate(answers, truth)
            if hasattr(chance, "binomialvariate")
            else sum(chance.random() < truth for _ in range(answers))
        )
        held.append(Proportion(hits, answers).interval().holds(truth))
    assert 0.93 <= fmean(held) <= 0.97
