"""A hint behind one colon is told; a colon that belongs to an answer is not."""

from __future__ import annotations

import pytest

from quiz.authoring.check import check
from quiz.authoring.material import material
from quiz.authoring.rules.answer_holes import RULES


def told(hole: str, more: str = "") -> list[tuple[str, str]]:
    text = f'quiz: 1\ntitle: T\nquestions:\n  - cloze: "They met in {{{hole}}} then."\n{more}'
    return [(one.message, one.cure) for one in check([material(text.encode(), "b.yaml", "b")], RULES)]


@pytest.mark.parametrize("hole", ["Geneva: a city", "Geneva:a city", "Genf|Geneva: a city"])
def test_one_colon_before_words_is_told_with_two_in_its_place(hole: str) -> None:
    ((message, cure),) = told(hole)
    assert message.endswith("has to be typed: one colon sets off no hint")
    assert cure.startswith("write `Geneva::a city` if it is a hint")
    assert told("Geneva::a city") == []


def test_a_hint_without_an_answer_is_told() -> None:
    ((_, cure),) = told(":a city")
    assert cure.startswith("write `answer::a city`")


def test_three_colons_are_told() -> None:
    assert told("Geneva:::a city") == [
        ("the hint `:a city` begins with a colon", "set it off with two colons, no more")
    ]


@pytest.mark.parametrize("hole", ["10:30", "Genesis 1:1", "Dune: Part Two", "C:x::a drive", "2: two", "a::b"])
def test_other_colons_are_left_alone(hole: str) -> None:
    assert told(hole) == []


def test_where_every_letter_counts_a_colon_may_be_meant() -> None:
    assert told("key:value", "    exact: true\n") == []
