"""Discrimination, held against plain computation and cases worked out on paper."""

from __future__ import annotations

import math
from random import Random
from statistics import NormalDist
from statistics import correlation as pearson

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.progress.discrimination import (
    By,
    Correlation,
    Discrimination,
    Untold,
    by_days,
    by_learners,
    correlation,
)
from quiz.progress.foreseen import Foreseen

PAIRS = st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), max_size=30)


@given(PAIRS)
def test_a_correlation_is_pearsons(pairs: list[tuple[float, float]]) -> None:
    found = correlation(pairs)
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    if len(pairs) <= 3 or len(set(xs)) == 1 or len(set(ys)) == 1:
        assert found is None
        return
    assert found is not None
    assert found.value == pytest.approx(pearson(xs, ys), abs=1e-9)
    assert found.pairs == len(pairs)
    assert found.interval.low <= found.value <= found.interval.high


def test_an_interval_by_hand() -> None:
    # Fisher: z = atanh 0.5 = 0.5493, standard error 1 / 5 for 28 pairs.
    found = Correlation(0.5, 28)
    low, high = math.tanh(0.5493 - 0.3920), math.tanh(0.5493 + 0.3920)
    assert found.interval == pytest.approx((low, high), abs=1e-4)
    assert Correlation(-0.5, 28).below_zero == pytest.approx(NormalDist().cdf(-0.5493 * 5), abs=1e-4)


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    chance, held = Random(7), 0
    for _ in range(2_000):
        shared = [chance.gauss(0, 1) for _ in range(30)]
        pairs = [(0.6 * x + chance.gauss(0, 0.8), 0.5 * x + chance.gauss(0, 0.75**0.5)) for x in shared]
        found = correlation(pairs)
        held += found is not None and found.interval.holds(0.3)
    assert 0.93 <= held / 2_000 <= 0.97


def test_a_perfect_correlation_has_an_interval_too() -> None:
    found = correlation([(x, x) for x in range(5)])
    assert found is not None
    assert found.value == 1
    assert 0.9 < found.interval.low <= found.interval.high <= 1


def foreseen(recalled: bool, others: float | None) -> Foreseen:  # noqa: FBT001 - as it is called
    return Foreseen(0.5, 0.5, recalled, others)


def test_one_learner_is_told_by_days() -> None:
    good = [foreseen(n % 2 == 0, 0.3 if n % 2 == 0 else -0.3) for n in range(20)]
    found = by_days(good, differ=True)
    assert isinstance(found, Discrimination)
    assert (found.by, found.correlation.pairs) == (By.DAYS, 20)
    assert found.correlation.value == pytest.approx(1)


def test_what_cannot_be_told_says_why() -> None:
    pairs = [foreseen(n % 2 == 0, n / 20) for n in range(20)]
    assert by_days(pairs[:19], differ=True) is Untold.FEW
    assert by_days([*pairs[:19], foreseen(recalled=True, others=None)], differ=True) is Untold.FEW
    assert by_days(pairs, differ=False) is Untold.STEADY
    assert by_days([foreseen(recalled=True, others=n / 20) for n in range(20)], differ=True) is Untold.ALIKE


@given(st.lists(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=7, max_size=7), min_size=10, max_size=20))
def test_many_learners_are_told_by_the_rest_of_their_points(points: list[list[float]]) -> None:
    rows = [(f"l{n}", f"q{m}", gained) for n, mine in enumerate(points) for m, gained in enumerate(mine)]
    found = by_learners(rows)
    for place in range(7):
        xs = [mine[place] for mine in points]
        ys = [(sum(mine) - mine[place]) / 6 for mine in points]
        told = found[f"q{place}"]
        if len(set(xs)) == 1 or max(ys) - min(ys) < 1e-9:
            assert told is Untold.ALIKE
        else:
            assert isinstance(told, Discrimination)
            assert told.correlation.value == pytest.approx(pearson(xs, ys))


def test_few_learners_and_few_other_questions_tell_nothing() -> None:
    nine = [(f"l{n}", f"q{m}", float(n > 4)) for n in range(9) for m in range(7)]
    assert set(by_learners(nine).values()) == {Untold.FEW}
    five = [(f"l{n}", f"q{m}", float(n > 4)) for n in range(30) for m in range(5)]
    assert set(by_learners(five).values()) == {Untold.FEW}
    assert by_learners([]) == {}
