"""Holes of a cloze, row by row, each with its argument."""

from __future__ import annotations

import pytest

from quiz.card import Card
from quiz.grading import grade
from quiz.question import BLANK
from quiz.review import Typed, Verdict
from tests.grading.asking import N, R, W, cloze

ROWS = [
    # sentence, hole, response, verdict, argument
    ("Water is {hydrogen} and {oxygen}", 1, "hydrogen", R, "its own answer"),
    ("Water is {hydrogen} and {oxygen}", 2, "Oxygen.", R, "case and a full stop say nothing"),
    ("Water is {hydrogen} and {oxygen}", 1, "oxygen", W, "what fills the other hole"),
    ("Water is {hydrogen} and {oxygen}", 1, "hydrogn", N, "a letter missing"),
    ("Water is {hydrogen} and {oxygen}", 2, "oxigen", W, "a vowel for another, and no neighbouring key"),
    ("Water is {hydrogen} and {oxygen}", 1, "hydrogen and oxygen", W, "more than the hole takes"),
    ("Water is {hydrogen} and {oxygen}", 1, "", W, "no answer"),
    ("Genoa is {Genoa} or {Genooa|Zena}", 2, "zena", R, "another accepted answer"),
    ("Genoa is {Genoa} or {Genooa|Zena}", 1, "Genoaa", N, "a letter twice"),
    ("Genoa is {Genoa} or {Genooa|Zena}", 1, "genooa", W, "one slip, but it fills another hole"),
    ("{Nitrate} has one atom more than {nitrite}", 1, "nitrite", W, "the other salt"),
    ("{Nitrate} has one atom more than {nitrite}", 1, "nitrte", W, "as close to the other hole"),
    ("{Nitrate} has one atom more than {nitrite}", 1, "nirtate", N, "swapped letters, far from the other"),
    ("About {fifty thousand} people", 1, "50,000", R, "the number in digits"),
    ("About {50,000} people", 1, "fifty thousand", R, "and in words"),
    ("About {2.2 million} people", 1, "2200000", R, "in plain digits"),
    ("About {50,000} people", 1, "5,000", W, "a nought lost"),
    ("In {1914}, not in {1941}", 1, "1941", W, "another war"),
    ("In {1914}, not in {1941}", 2, "1941", R, "its own"),
    ("It is {not} allowed", 1, "no", W, "another word"),
    ("It is {not} allowed", 1, "now", W, "the opposite by one letter"),
    ("{(Sir) Winston Churchill} spoke", 1, "Winston Churchill", R, "an optional part"),
    ("{The} end", 1, "the", R, "an article can be what is asked"),
    ("{The} end", 1, "a", W, "and then another one is wrong"),
    ("{Marks & Spencer} sells", 1, "marks and spencer", R, "the sign for and"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "hole", "response", "verdict", "argument"), ROWS)
def test_holes(sentence: str, hole: int, response: str, verdict: Verdict, argument: str) -> None:
    assert grade(Card("bank", cloze(sentence), str(hole)), Typed(response)).verdict is verdict, argument


def test_an_answer_as_close_to_another_hole_says_so() -> None:
    found = grade(Card("bank", cloze("{Nitrate} is no {nitrite}"), "1"), Typed("nitrte"))
    assert (found.verdict, found.reason) == (W, "It is as close to the answer of another question.")


def test_the_hole_asked_is_blank() -> None:
    assert cloze("{a} is {b}").prompt("1") == f"{BLANK} is b"
