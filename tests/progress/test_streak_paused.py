"""Paused days neither count for a row of study days nor break it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quiz.progress import Streak, streak

TODAY = date(2027, 3, 31)


def days(*ago: int) -> list[date]:
    return [TODAY - timedelta(days=number) for number in ago]


def test_a_row_goes_on_after_a_pause() -> None:
    assert streak(days(0, 4, 5), TODAY, days(1, 2, 3)) == Streak(3, 3)
    assert streak(days(0, 4, 5), TODAY, days(1, 2)) == Streak(1, 2)


def test_a_row_holds_while_the_pause_lasts_and_on_the_day_after() -> None:
    assert streak(days(3, 4), TODAY, days(0, 1, 2)) == Streak(2, 2)
    assert streak(days(3, 4), TODAY, days(1, 2)) == Streak(2, 2)
    assert streak(days(3, 4), TODAY, days(2)) == Streak(0, 2)


def test_an_answer_on_a_paused_day_counts() -> None:
    assert streak(days(1, 2), TODAY, days(0, 1)) == Streak(2, 2)


def test_a_pause_alone_is_no_row() -> None:
    assert streak([], TODAY, days(0, 1, 2)) == Streak(0, 0)


NUMBERS = st.sets(st.integers(0, 40), max_size=30)


@given(NUMBERS, NUMBERS)
def test_pausing_never_makes_a_row_shorter_or_longer_than_the_days_answered(
    answered: set[int], paused: set[int]
) -> None:
    without, found = streak(days(*answered), TODAY), streak(days(*answered), TODAY, days(*paused))
    assert without.days <= found.days <= len(answered)
    assert without.longest <= found.longest <= len(answered)


@given(NUMBERS, st.integers(0, 40), st.integers(1, 20))
def test_a_pause_put_between_two_days_changes_no_row(answered: set[int], place: int, length: int) -> None:
    """Days before the pause move back by its length, and everything is as it was."""
    moved = [ago + length if ago >= place else ago for ago in answered]
    paused = days(*range(place, place + length))
    if place > 0:
        assert streak(days(*moved), TODAY, paused) == streak(days(*answered), TODAY)
