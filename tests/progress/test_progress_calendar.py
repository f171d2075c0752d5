"""A year of days in weeks, and retention by week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from progress_samples import ANSWERS, MONDAY, PLAIN

from quiz.progress.calendar import answers_by_day, calendar, retention_by_week
from quiz.progress.proportion import Proportion

if TYPE_CHECKING:
    from quiz.answer import Answer

DAYS = st.dates(MONDAY - timedelta(days=500), MONDAY + timedelta(days=20))


def test_it_ends_today_and_begins_on_a_monday() -> None:
    weeks = calendar({}, MONDAY + timedelta(days=2), weeks=2)
    assert [len(week) for week in weeks] == [7, 3]
    assert weeks[0][0].day == MONDAY - timedelta(days=7)
    assert {cell.level for week in weeks for cell in week} == {0}


def test_levels_are_quarters_of_the_days_with_answers() -> None:
    counts = {MONDAY - timedelta(days=back): number for back, number in enumerate([5, 1, 9, 40])}
    (_, *_), (today,) = calendar(counts, MONDAY, weeks=2)
    assert (today.answers, today.level) == (5, 2)
    levels = [cell.level for week in calendar(counts, MONDAY, weeks=2) for cell in week if cell.answers]
    assert levels == [4, 3, 1, 2]


def test_one_day_alone_and_equal_days_are_of_the_first_level() -> None:
    assert calendar({MONDAY: 7}, MONDAY, weeks=1)[0][0].level == 1
    equal = {MONDAY - timedelta(days=back): 3 for back in range(5)}
    assert {cell.level for week in calendar(equal, MONDAY, weeks=2) for cell in week if cell.answers} == {1}


@given(st.dictionaries(DAYS, st.integers(0, 300)), DAYS, st.integers(1, 60))
def test_every_day_is_there_once_and_busier_days_are_not_lower(
    counts: dict[date, int], until: date, weeks: int
) -> None:
    cells = [cell for week in calendar(counts, until, weeks) for cell in week]
    assert [cell.day for cell in cells] == [
        until - timedelta(days=back) for back in range(len(cells) - 1, -1, -1)
    ]
    assert all(cell.answers == counts.get(cell.day, 0) for cell in cells)
    assert all((cell.level == 0) == (cell.answers == 0) and cell.level <= 4 for cell in cells)
    ordered = sorted(cells, key=lambda cell: cell.answers)
    assert [cell.level for cell in ordered] == sorted(cell.level for cell in cells)


def test_retention_by_week_has_the_weeks_between() -> None:
    sunday = MONDAY.toordinal() + 6
    rows = retention_by_week([PLAIN, PLAIN._replace(day=sunday, rating=1), PLAIN._replace(day=sunday + 8)])
    assert rows == (
        (MONDAY, Proportion(1, 2)),
        (MONDAY + timedelta(days=7), Proportion(0, 0)),
        (MONDAY + timedelta(days=14), Proportion(1, 1)),
    )
    assert retention_by_week([]) == retention_by_week([PLAIN._replace(in_review=False)]) == ()


@given(st.lists(ANSWERS))
def test_days_and_weeks_count_every_answer(answers: list[Answer]) -> None:
    assert sum(answers_by_day(answers).values()) == len(answers)
    rows = retention_by_week(answers)
    asked = [answer for answer in answers if answer.in_review]
    assert sum(row.recalled.out_of for row in rows) == len(asked)
    assert sum(row.recalled.hits for row in rows) == sum(answer.recalled for answer in asked)
    assert all(row.monday.weekday() == 0 for row in rows)
