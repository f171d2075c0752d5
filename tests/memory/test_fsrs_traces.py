"""Traces worked out by hand, with weights chosen so that every step is plain arithmetic."""

from __future__ import annotations

import math

import pytest

from quiz.memory import (
    DEFAULT_PARAMETERS,
    Parameters,
    first_memory,
    interval_days,
    next_memory,
    retrievability,
)
from quiz.review import Memory, Rating

LN2 = math.log(2)

# With w20 = 1/2 the curve is R = 1 / sqrt(1 + 19/81 * t/S), so R = 1/2 where 19 t = 243 S.
# w5 = ln 2 makes first difficulties 6 - 2^(G-1): 5, 4, 2 and, for Easy, -2.
# w8 = w9 = 0 and w10 = 2 ln 2 make the growth at R = 1/2: 1 * (11 - D) * 1 * (4^(1/2) - 1) = 11 - D.
# w11 = 2, w13 = 1/2, w14 = 2 ln 2 make what is left after forgetting 2 (sqrt(S + 1) - 1) * 4^(1-R) at D = 1.
# w17 = ln 2, w18 = 1, w19 = 1/2 make the growth on the same day 2^(G-2) / sqrt(S), and S / 2 the most
# that is left after forgetting.
BY_HAND = Parameters(
    "by hand",
    (
        *(1.0, 4.0, 19.0, 38.0),
        *(5.0, LN2, 1.8, 0.25),
        *(0.0, 0.0, 2 * LN2),
        *(2.0, 0.25, 0.5, 2 * LN2),
        *(0.5, 2.0),
        *(LN2, 1.0, 0.5),
        0.5,
    ),
)


def is_memory(found: Memory, stability: float, difficulty: float) -> bool:
    return math.isclose(found.stability, stability, rel_tol=1e-12) and math.isclose(
        found.difficulty, difficulty, rel_tol=1e-12
    )


@pytest.mark.parametrize(
    ("rating", "stability", "difficulty"),
    [
        (Rating.AGAIN, 1, 5),  # 5 - 2^0 + 1
        (Rating.HARD, 4, 4),  # 5 - 2^1 + 1
        (Rating.GOOD, 19, 2),  # 5 - 2^2 + 1
        (Rating.EASY, 38, 1),  # 5 - 2^3 + 1 = -2, held at 1
    ],
)
def test_first_answer(rating: Rating, stability: float, difficulty: float) -> None:
    assert is_memory(first_memory(rating, BY_HAND), stability, difficulty)


def test_forgetting_curve() -> None:
    assert retrievability(19, 243, BY_HAND) == pytest.approx(1 / 2)  # 1 + 19/81 * 243/19 = 4
    assert retrievability(19, 648, BY_HAND) == pytest.approx(1 / 3)  # 1 + 648/81 = 9
    assert retrievability(19, 19, BY_HAND) == pytest.approx(0.9)  # 1 + 19/81 = 100/81


def test_interval_is_where_the_curve_has_fallen_so_far() -> None:
    assert interval_days(19, 1 / 2, BY_HAND) == 243
    assert interval_days(19, 1 / 3, BY_HAND) == 648
    assert interval_days(19, 0.9, BY_HAND) == 19


@pytest.mark.parametrize(
    ("rating", "stability", "difficulty"),
    [
        # From S = 19, D = 2 at R = 1/2 a Good grows by 11 - 2 = 9 times S.
        # Difficulty: moved by 1.8 * (3 - G) * 8/9 = 1.6 * (3 - G), then a quarter of -2 and three of that.
        (Rating.HARD, 19 * (1 + 9 / 2), 0.25 * -2 + 0.75 * 3.6),
        (Rating.GOOD, 19 * (1 + 9), 0.25 * -2 + 0.75 * 2),
        (Rating.EASY, 19 * (1 + 9 * 2), 1),  # -0.5 + 0.75 * 0.4 = -0.2, held at 1
    ],
)
def test_recall_on_a_later_day(rating: Rating, stability: float, difficulty: float) -> None:
    assert is_memory(next_memory(Memory(19, 2), rating, 243, BY_HAND), stability, difficulty)


def test_forgetting_on_a_later_day() -> None:
    # sqrt(324) - 1 = 17; 2 * 17 * 4^(1/2) = 68, below the ceiling of 323 / 2.
    # Difficulty: 1 + 3.6 * 9/9 = 4.6; 0.25 * -2 + 0.75 * 4.6 = 2.95.
    assert is_memory(next_memory(Memory(323, 1), Rating.AGAIN, 4131, BY_HAND), 68, 2.95)


def test_forgetting_leaves_at_most_its_ceiling() -> None:
    # sqrt(9) - 1 = 2; 2 * 2 * (at least 1) is at least 4; the ceiling is 8 / 2 = 4.
    assert is_memory(next_memory(Memory(8, 1), Rating.AGAIN, 50, BY_HAND), 4, 2.95)


@pytest.mark.parametrize(
    ("before", "rating", "after"),
    [
        # 2^(G-2) / sqrt(S): for S = 16 that is 1/8, 1/4, 1/2, 1; for S = 1/4 it is 1, 2, 4, 8.
        (16, Rating.AGAIN, 2),
        (16, Rating.HARD, 16),  # what was recalled does not lose
        (16, Rating.GOOD, 16),
        (16, Rating.EASY, 16),
        (0.25, Rating.AGAIN, 0.25),
        (0.25, Rating.HARD, 0.5),
        (0.25, Rating.GOOD, 1),
        (0.25, Rating.EASY, 2),
    ],
)
def test_second_answer_of_a_day(before: float, rating: Rating, after: float) -> None:
    assert next_memory(Memory(before, 5), rating, 0, BY_HAND).stability == pytest.approx(after, rel=1e-12)


def test_difficulty_is_damped_near_its_end() -> None:
    # (10 - 10) / 9 = 0: no rating moves it, only the pull towards Easy does: 0.25 * -2 + 0.75 * 10 = 7.
    for rating in Rating:
        assert next_memory(Memory(5, 10), rating, 1, BY_HAND).difficulty == pytest.approx(7)


def test_a_history_with_the_default_weights() -> None:
    # Good: the third weight; 6.4133 - e^1.6668 + 1 = 6.4133 - 5.295196 + 1 = 2.118104.
    first = first_memory(Rating.GOOD, DEFAULT_PARAMETERS)
    assert first.stability == 2.3065
    assert first.difficulty == pytest.approx(2.118104, abs=1e-6)

    # Two days on. f = 0.9^(-1/0.1542) - 1 = 0.980346; R = (1 + 0.980346 * 2/2.3065)^-0.1542 = 0.909493.
    # e^1.8722 = 6.502586; 11 - D = 8.881896; 2.3065^-0.1666 = 0.870025; e^(0.796 * 0.090507) - 1 = 0.074702.
    # Good: 2.3065 * (1 + 6.502586 * 8.881896 * 0.870025 * 0.074702) = 2.3065 * 4.753667 = 10.964332.
    # D: 0.001 * (6.4133 - e^2.5002 + 1) + 0.999 * 2.118104 = -0.004772 + 2.115986 = 2.111214.
    second = next_memory(first, Rating.GOOD, 2, DEFAULT_PARAMETERS)
    assert retrievability(2.3065, 2, DEFAULT_PARAMETERS) == pytest.approx(0.909493, abs=1e-6)
    assert second.stability == pytest.approx(10.964332, abs=1e-5)
    assert second.difficulty == pytest.approx(2.111214, abs=1e-6)
    assert interval_days(second.stability, 0.9, DEFAULT_PARAMETERS) == 11

    # The same day again, and forgotten: e^(0.5425 * (1 - 3 + 0.0912)) = e^-1.035524 = 0.355040;
    # 10.964332^-0.0658 = 0.854219; 10.964332 * 0.355040 * 0.854219 = 3.325286.
    third = next_memory(second, Rating.AGAIN, 0, DEFAULT_PARAMETERS)
    assert third.stability == pytest.approx(3.325286, abs=1e-5)
