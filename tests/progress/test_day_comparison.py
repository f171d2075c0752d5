from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.progress import Comparison, DayTotal, day_against_earlier

TODAY = date(2027, 3, 1)


def total(days_ago: int, answers: int, points: float) -> DayTotal:
    day = TODAY - timedelta(days=days_ago)
    return DayTotal(
        day=day, answers=answers, apart=0, counted=answers, points=points, answering_ms=answers * 1000
    )


def test_a_day_is_compared_as_on_paper() -> None:
    # Today 9 of 10: 0.9. Before: 8 of 10 and 1 of 2, together 9 of 12: 0.75, not the plain
    # mean of 0.8 and 0.5. Twelve answers on two days: 6 on average.
    comparison = day_against_earlier(total(0, 10, 9), [total(1, 10, 8), total(5, 2, 1)])
    assert comparison == Comparison(
        share_today=0.9, share_before=0.75, answers_today=10, answers_before_mean=6, days=2
    )
    assert comparison.gain == pytest.approx(0.15)


def test_a_worse_day_has_a_gain_below_zero() -> None:
    comparison = day_against_earlier(total(0, 4, 1), [total(1, 4, 2)])
    assert comparison is not None
    assert comparison.gain == -0.25


@pytest.mark.parametrize(
    ("day", "earlier"),
    [
        pytest.param(None, [total(1, 10, 8)], id="nothing today"),
        pytest.param(total(0, 0, 0), [total(1, 10, 8)], id="no answer today"),
        pytest.param(total(0, 10, 9), [], id="no earlier day"),
        pytest.param(total(0, 10, 9), [total(1, 0, 0)], id="earlier days without answers"),
        pytest.param(total(0, 10, 9), [total(0, 10, 9), total(-1, 5, 5)], id="only today and later"),
    ],
)
def test_there_may_be_nothing_to_compare(day: DayTotal | None, earlier: list[DayTotal]) -> None:
    assert day_against_earlier(day, earlier) is None


def test_only_the_seven_latest_days_with_answers_are_taken() -> None:
    # Days 1 to 9 ago without the fourth, which has no answer: 1 2 3 5 6 7 8 are taken, one
    # point each of two; the ninth, all right, is too old.
    earlier = [total(ago, 0 if ago == 4 else 2, 0 if ago == 4 else 1) for ago in range(1, 9)]
    comparison = day_against_earlier(total(0, 1, 1), [*earlier, total(9, 100, 100)])
    assert comparison == Comparison(
        share_today=1, share_before=0.5, answers_today=1, answers_before_mean=2, days=7
    )


def test_exams_and_cram_and_answers_that_do_not_count_are_left_out() -> None:
    today = DayTotal(day=TODAY, answers=30, apart=20, counted=4, points=3, answering_ms=0)
    before = DayTotal(day=TODAY - timedelta(1), answers=9, apart=1, counted=2, points=1, answering_ms=0)
    exam = DayTotal(day=TODAY - timedelta(2), answers=50, apart=50, counted=0, points=0, answering_ms=0)
    assert day_against_earlier(today, [before, exam]) == Comparison(
        share_today=0.75, share_before=0.5, answers_today=10, answers_before_mean=8, days=1
    )
    assert day_against_earlier(exam, [before]) is None
    assert day_against_earlier(today, [exam]) is None


def half_points(days_ago: int) -> st.SearchStrategy[DayTotal]:
    counts = st.integers(0, 20)
    return counts.flatmap(
        lambda answers: st.integers(0, 2 * answers).map(lambda halves: total(days_ago, answers, halves / 2))
    )


earlier_days = st.lists(st.integers(-2, 15), unique=True, max_size=12).flatmap(
    lambda days: st.tuples(*map(half_points, days))
)


@given(half_points(0), earlier_days)
def test_a_comparison_is_what_plain_sums_give(day: DayTotal, earlier: tuple[DayTotal, ...]) -> None:
    by_day = {one.day: one for one in earlier if one.answers}
    latest = [by_day[when] for when in sorted(by_day) if when < TODAY][-7:]
    comparison = day_against_earlier(day, earlier)
    if not day.answers or not latest:
        assert comparison is None
        return
    answers = sum(one.answers for one in latest)
    assert comparison == Comparison(
        share_today=day.points / day.answers,
        share_before=sum(one.points for one in latest) / answers,
        answers_today=day.answers,
        answers_before_mean=answers / len(latest),
        days=len(latest),
    )
