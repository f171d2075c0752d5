from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.progress import Streak, forecast, streak

TODAY = date(2027, 3, 1)
ONE_DAY = timedelta(days=1)


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=count) for count in days]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param([], Streak(0, 0), id="no day at all"),
        pytest.param(ago(0), Streak(1, 1), id="today only"),
        pytest.param(ago(1), Streak(1, 1), id="yesterday only: today is not over"),
        pytest.param(ago(2), Streak(0, 1), id="the day before yesterday: broken"),
        pytest.param(ago(2, 1, 0), Streak(3, 3), id="three days, over the end of February"),
        pytest.param(ago(3, 2, 1), Streak(3, 3), id="three days up to yesterday"),
        pytest.param(ago(0, 2, 3), Streak(1, 2), id="a gap yesterday"),
        pytest.param(ago(9, 8, 7, 6, 4, 1, 0), Streak(2, 4), id="the longest lies back"),
        pytest.param(ago(1, 0, 1, 0), Streak(2, 2), id="repeats count once"),
        pytest.param(ago(0, 2, 1), Streak(3, 3), id="any order"),
        pytest.param(ago(0, -1, -2), Streak(1, 3), id="days after today are for the longest only"),
        pytest.param(ago(-1), Streak(0, 1), id="only tomorrow"),
    ],
)
def test_a_streak_is_counted_up_to_today_or_yesterday(days: list[date], expected: Streak) -> None:
    assert streak(days, TODAY) == expected


def test_a_streak_reaches_both_ends_of_the_calendar() -> None:
    assert streak([date.min], date.min) == Streak(1, 1)
    assert streak([], date.min) == Streak(0, 0)
    assert streak([date.max], date.max) == Streak(1, 1)


def test_days_may_come_from_an_iterator() -> None:
    assert streak(iter(ago(1, 0)), TODAY) == Streak(2, 2)


near_today = st.integers(-5, 40).map(lambda count: TODAY - timedelta(days=count))


@given(st.lists(near_today))
@example([])
def test_a_streak_is_what_walking_the_days_gives(days: list[date]) -> None:
    current, day = 0, TODAY if TODAY in days else TODAY - ONE_DAY
    while day in days:
        current, day = current + 1, day - ONE_DAY
    longest = run = 0
    for offset in range(-50, 10):
        run = run + 1 if TODAY + timedelta(days=offset) in days else 0
        longest = max(longest, run)
    assert streak(days, TODAY) == Streak(current, longest)


@given(st.lists(near_today))
def test_an_answer_today_never_shortens_a_streak(days: list[date]) -> None:
    before, after = streak(days, TODAY), streak([*days, TODAY], TODAY)
    assert after.days == before.days + (TODAY not in days)
    assert after.longest >= max(before.longest, after.days)


def test_a_forecast_is_made_as_on_paper() -> None:
    # Overdue 2 + 3, today 4: nine today. Nothing tomorrow, one the day after; the tenth
    # day from now is beyond the three asked for.
    due = {
        date(2027, 1, 5): 2,
        date(2027, 2, 28): 3,
        date(2027, 3, 1): 4,
        date(2027, 3, 3): 1,
        date(2027, 3, 10): 8,
    }
    assert forecast(due, TODAY, days=3) == (
        (date(2027, 3, 1), 9),
        (date(2027, 3, 2), 0),
        (date(2027, 3, 3), 1),
    )


def test_a_forecast_of_nothing_still_names_seven_days() -> None:
    assert forecast({}, TODAY) == tuple((date(2027, 3, day), 0) for day in range(1, 8))


@pytest.mark.parametrize("days", [0, -1])
def test_a_forecast_of_no_days_is_empty(days: int) -> None:
    assert forecast({TODAY: 3}, TODAY, days=days) == ()


@given(
    due=st.dictionaries(st.integers(-20, 20).map(lambda n: TODAY + timedelta(days=n)), st.integers(0, 99)),
    days=st.integers(1, 12),
)
def test_a_forecast_is_what_counting_each_day_gives(due: dict[date, int], days: int) -> None:
    expected = []
    for offset in range(days):
        day = TODAY + timedelta(days=offset)
        earliest = date.min if offset == 0 else day
        expected.append((day, sum(count for when, count in due.items() if earliest <= when <= day)))
    assert forecast(due, TODAY, days) == tuple(expected)
