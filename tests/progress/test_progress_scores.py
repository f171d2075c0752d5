"""Best, last and trend of sittings."""

from __future__ import annotations

import math
import random
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.progress.chance import Marked
from quiz.progress.scores import FEWEST, LATEST, STUDENT, Score, Trend, Way, score_of, standing, trend

DAY = date(2026, 3, 2)
PAIRS = st.integers(1, 40).flatmap(lambda cards: st.tuples(st.integers(0, cards), st.just(cards)))


def scores(*pairs: tuple[float, int]) -> list[Score]:
    return [
        Score(f"s{place}", DAY + timedelta(days=place), points, out_of, points / out_of)
        for place, (points, out_of) in enumerate(pairs)
    ]


def plainly(pairs: list[tuple[int, int]]) -> tuple[Fraction, Fraction]:
    """Return the slope, and the variance of its estimate, by the normal equations in exact numbers."""
    rows = [(Fraction(w), Fraction(x), Fraction(points, w)) for x, (points, w) in enumerate(pairs)]
    s, sx, sy = (sum(w * v for w, v in ((w, one) for w, one in p)) for p in _columns(rows))
    sxx = sum(w * x * x for w, x, _ in rows)
    sxy = sum(w * x * y for w, x, y in rows)
    slope = (s * sxy - sx * sy) / (s * sxx - sx * sx)
    start = (sy - slope * sx) / s
    left = sum(w * (y - start - slope * x) ** 2 for w, x, y in rows)
    return slope, left / (len(rows) - 2) * s / (s * sxx - sx * sx)


def _columns(
    rows: list[tuple[Fraction, Fraction, Fraction]],
) -> tuple[list[tuple[Fraction, Fraction]], ...]:
    return (
        [(w, Fraction(1)) for w, _, _ in rows],
        [(w, x) for w, x, _ in rows],
        [(w, y) for w, _, y in rows],
    )


def test_on_paper_a_straight_line_rises_by_its_slope() -> None:
    found = trend(scores((5, 10), (6, 10), (7, 10), (8, 10), (9, 10)))
    assert found is not None
    assert (found.slope, found.margin) == (pytest.approx(0.1), pytest.approx(0, abs=1e-9))
    assert (found.way, found.sittings) == (Way.RISING, 5)


def test_on_paper_five_sittings_up_and_down_are_steady() -> None:
    found = trend(scores((5, 10), (7, 10), (5, 10), (7, 10), (6, 10)))
    # 0.2 / 10; the squares of what is left add up to 0.036, so 3.182 * sqrt(0.036 / 3 / 10).
    assert found == (pytest.approx(0.02), pytest.approx(3.182 * math.sqrt(0.0012)), 5)
    assert found is not None
    assert found.way is Way.STEADY


@given(st.lists(PAIRS, min_size=FEWEST, max_size=LATEST + 8))
def test_the_trend_is_that_of_the_normal_equations(pairs: list[tuple[int, int]]) -> None:
    found = trend(scores(*pairs))
    slope, variance = plainly(pairs[-LATEST:])
    sittings = min(len(pairs), LATEST)
    assert found is not None
    assert found.slope == pytest.approx(float(slope), abs=1e-9)
    assert found.margin == pytest.approx(STUDENT[sittings - 3] * math.sqrt(variance), abs=1e-7)
    assert found.sittings == sittings


@pytest.mark.parametrize("freedom", range(1, 19))
def test_students_table_is_that_of_the_distribution(freedom: int) -> None:
    constant = math.gamma((freedom + 1) / 2) / math.gamma(freedom / 2) / math.sqrt(freedom * math.pi)
    steps, end = 20_000, STUDENT[freedom - 1]
    inner = sum(
        (1 + ((place + 0.5) * end / steps) ** 2 / freedom) ** (-(freedom + 1) / 2) for place in range(steps)
    )
    assert 2 * constant * inner * end / steps == pytest.approx(0.95, abs=2e-4)


def test_the_interval_holds_the_true_slope_as_often_as_it_says() -> None:
    chance, held = random.Random(7), 0
    for _ in range(2000):
        pairs = []
        for place in range(12):
            cards = chance.randint(10, 30)
            pairs.append((sum(chance.random() < 0.5 + 0.02 * place for _ in range(cards)), cards))
        found = trend(scores(*pairs))
        assert found is not None
        held += abs(found.slope - 0.02) <= found.margin
    assert 0.93 <= held / 2000 <= 0.97


def test_fewer_than_five_sittings_have_no_trend() -> None:
    assert trend([]) is None
    assert trend(scores(*[(1, 2)] * (FEWEST - 1))) is None
    assert trend(scores(*[(1, 2)] * FEWEST)) == Trend(0.0, 0.0, FEWEST)


def test_falling_is_said_as_well() -> None:
    found = trend(scores((9, 10), (8, 10), (7, 10), (6, 10), (5, 10)))
    assert found is not None
    assert found.way is Way.FALLING


def test_the_best_is_not_one_of_one() -> None:
    found = standing(scores((1, 1), (19, 20), (14, 20)))
    assert found is not None
    assert (found.sittings, found.best.points, found.last.points, found.trend) == (3, 19, 14, None)


def test_of_equals_the_latest_is_the_best() -> None:
    found = standing(scores((3, 4), (3, 4), (1, 4)))
    assert found is not None
    assert found.best.session == "s1"


def test_no_sitting_stands_nowhere() -> None:
    assert standing([]) is None
    assert score_of("s", DAY, []) is None


def test_a_score_is_raw_and_beyond_luck() -> None:
    found = score_of("s", DAY, [Marked(1, 0.25), Marked(0, 0.25), Marked(1, 0)])
    assert found == Score("s", DAY, 2, 3, pytest.approx((2 - 0.5) / (3 - 0.5)))
    assert found is not None
    assert found.share == pytest.approx(2 / 3)
