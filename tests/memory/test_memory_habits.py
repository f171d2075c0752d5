"""How a learner is supposed to answer: shares that add up, times, answers until one is right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.memory.habits import MOST_REPEATS, PUBLISHED, Seconds

EVEN = replace(PUBLISHED, repeat=(0.5, 0.0, 0.5, 0.0), seconds=Seconds(10.0, 4.0, 8.0))


def test_a_card_that_is_recalled_half_of_the_time_needs_two_answers_after_again() -> None:
    assert EVEN.repeats == pytest.approx(2.0, abs=1e-5)
    assert EVEN.seconds_of_repeats == pytest.approx(12.0, abs=1e-4)


def test_what_a_review_takes_lies_between_one_right_answer_and_all_until_right() -> None:
    assert EVEN.seconds_of_review(1.0) == 4.0
    assert EVEN.seconds_of_review(0.0) == pytest.approx(20.0, abs=1e-4)
    assert EVEN.seconds_of_review(0.75) == pytest.approx(8.0, abs=1e-4)


def test_what_a_new_card_takes_includes_the_repeats_of_those_not_known() -> None:
    wanted = 10.0 + EVEN.first[0] * EVEN.seconds_of_repeats
    assert EVEN.seconds_of_new == wanted
    assert replace(EVEN, first=(0.0, 0.0, 1.0, 0.0)).seconds_of_new == 10.0


@given(st.floats(0, 1))
def test_repeats_are_bounded_however_seldom_a_card_is_recalled(again: float) -> None:
    found = replace(EVEN, repeat=(again, 0.0, 1.0 - again, 0.0)).repeats
    assert 1.0 <= found <= MOST_REPEATS


@pytest.mark.parametrize("shares", [(0.5, 0.5, 0.5, 0.5), (1.5, -0.5, 0.0, 0.0), (0.0, 0.0, 0.0, 0.0)])
def test_shares_that_do_not_add_up_are_refused(shares: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="add up"):
        replace(PUBLISHED, first=shares)


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("inf"), float("nan")])
def test_an_answer_takes_some_time(seconds: float) -> None:
    with pytest.raises(ValueError, match="some time"):
        replace(PUBLISHED, seconds=Seconds(1.0, seconds, 1.0))
