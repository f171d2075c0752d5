"""Chances before answers: the same as evaluation reckons them, and nothing foretold on one day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.memory import DEFAULT_PARAMETERS
from quiz.memory.evaluation import chances
from quiz.memory.foretelling import chances_before
from quiz.memory.histories import histories
from quiz.review import Rating

FIRST = date(2026, 1, 1).toordinal()
ANSWERS = st.lists(st.tuples(st.integers(FIRST, FIRST + 400), st.integers(1, 4)), max_size=30)


def test_no_answers_have_no_chances() -> None:
    assert list(chances_before([], DEFAULT_PARAMETERS)) == []


def test_after_one_stability_the_chance_is_nine_in_ten() -> None:
    good = DEFAULT_PARAMETERS.weights[2]
    before = list(chances_before([(FIRST, 3), (FIRST, 3), (FIRST + 2, 3)], DEFAULT_PARAMETERS))
    assert before[:2] == [None, None]
    assert before[2] is not None
    assert before[2] > 0.9
    (_, after) = chances_before([(FIRST, 3), (FIRST + round(good), 3)], DEFAULT_PARAMETERS)
    assert after == pytest.approx(0.9, abs=0.02)


@given(ANSWERS)
def test_they_are_those_by_which_parameters_are_judged(answers: list[tuple[int, int]]) -> None:
    known = histories(("card", date.fromordinal(day), Rating(rating)) for day, rating in answers)
    before = list(chances_before(answers, DEFAULT_PARAMETERS))
    assert len(before) == len(answers)
    assert [one for one in before if one is not None] == pytest.approx(chances(known, DEFAULT_PARAMETERS))
