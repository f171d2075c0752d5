"""Answers by hour and by kind, held against plain counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress_samples import ANSWERS, PLAIN

from quiz.progress.proportion import Proportion
from quiz.progress.tallies import HourRow, by_hour, by_kind
from quiz.question import Kind
from quiz.review import Mode

if TYPE_CHECKING:
    from quiz.answer import Answer


def test_without_answers_there_are_24_empty_hours_and_no_kind() -> None:
    assert by_hour([]) == tuple(HourRow(hour, 0, 0, Proportion(0, 0)) for hour in range(24))
    assert by_kind([]) == ()


def test_an_hour_ends_before_the_next_begins() -> None:
    late = PLAIN._replace(minute=1439, rating=1)
    rows = by_hour([PLAIN._replace(minute=0), PLAIN._replace(minute=59, in_review=False), late])
    assert rows[0] == (0, 2, 8000, Proportion(1, 1))
    assert rows[23] == (23, 1, 4000, Proportion(0, 1))


def test_a_kind_by_hand() -> None:
    # Two choices among four, right and wrong; a second answer brings no points.
    choice = PLAIN._replace(kind=Kind.CHOICE, shown=4)
    wrong = choice._replace(points=0.0, rating=1, in_review=False)
    (row,) = by_kind([choice, wrong, choice._replace(is_first=False, duration_ms=1000)])
    assert row[:3] == (Kind.CHOICE, 3, Proportion(1, 2))
    assert row.corrected == pytest.approx((1 - 0.5) / (2 - 0.5))
    assert row.recalled == Proportion(2, 2)
    assert row.mean_ms == 3000


@given(st.lists(ANSWERS))
def test_hours_count_all_answers(answers: list[Answer]) -> None:
    rows = by_hour(answers)
    assert Counter(answer.minute // 60 for answer in answers) == Counter(
        {row.hour: row.answers for row in rows if row.answers}
    )
    assert sum(row.recalled.out_of for row in rows) == sum(answer.in_review for answer in answers)
    assert sum(row.answering_ms for row in rows) == sum(answer.duration_ms for answer in answers)


@given(st.lists(ANSWERS))
def test_kinds_count_the_answers_of_study(answers: list[Answer]) -> None:
    studied = [answer for answer in answers if answer.mode is Mode.STUDY]
    rows = by_kind(answers)
    assert Counter(answer.kind for answer in studied) == {row.kind: row.answers for row in rows}
    for row in rows:
        firsts = [answer.points for answer in studied if answer.kind is row.kind and answer.is_first]
        assert row.points == (sum(firsts), len(firsts))
    assert [row.answers for row in rows] == sorted((row.answers for row in rows), reverse=True)
