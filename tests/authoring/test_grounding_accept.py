"""Answers that are accepted though they contradict the answer and the paragraph."""

from __future__ import annotations

import pytest
from grounded import bank

from quiz.authoring.check import check
from quiz.authoring.rules.grounding_accept import RULES

TEXT = (
    "The toll of 25 pennies (5%) was given up on 3 March 1949, 73 km of road were built, and 90,000 "
    "(ninety thousand) men came for 2 hours."
)


def told(
    answer: str, accept: str, *, language: str = "en", source: str = "  source: {paragraph: 1}\n"
) -> bool:
    """Whether an accepted answer is told of; its message has to name both."""
    body = f"- ask: Which is it?\n  answer: '{answer}'\n  accept: ['{accept}']\n{source}"
    head = f"quiz: 1\ntitle: T\nlanguage: {language}\nsource: text.md\nquestions:\n"
    found = check([bank(body, TEXT, head=head)], RULES)
    assert all(f"`{accept}`" in one.message and f"`{answer}`" in one.message for one in found)
    assert [(one.location.line, one.location.column) for one in found] == [(8, 12)] * len(found)
    return bool(found)


@pytest.mark.parametrize(
    ("answer", "accept"),
    [
        ("1949", "nineteen forty-one"),
        ("1949", "nineteen hundred"),
        ("1949", "nineteen oh nine"),
        ("1949", "1941"),
        ("in 1949", "in the year 1948"),
        ("nineteen forty-nine", "1941"),
        ("90,000", "70,000"),
        ("ninety thousand", "seventy thousand"),
        ("73 km", "37 km"),
        ("3 March 1949", "4 March 1949"),
        ("1949", "nineteen two hundred"),
        ("March 1949", "May 1949"),
        ("3 March 1949", "3 March 1948"),
    ],
)
def test_another_number_or_date_is_told(answer: str, accept: str) -> None:
    assert told(answer, accept)


@pytest.mark.parametrize(
    ("answer", "accept"),
    [
        ("1949", "nineteen forty-nine"),
        ("1949", "49"),
        ("1949", "March 1949"),
        ("1949", "the late forties"),
        ("March 1949", "3 March 1949"),
        ("90,000", "ninety thousand"),
        ("90,000", "about 91,000"),
        ("90,000", "90"),
        ("90,000", "90 thousand"),
        ("90,000", "25"),
        ("73 km", "45 miles"),
        ("73 km", "45.4 miles"),
        ("73 km", "73"),
        ("2 hours", "120 minutes"),
        ("2 hours", "2:00"),
        ("5%", "0.05"),
        ("5%", "1/20"),
        ("25 pennies", "a quarter"),
        ("1812", "1813"),
        ("Anna Berger", "Carl Dorn"),
        ("25 pennies", "twenty-five"),
        ("1949", "fourteenth street"),
        ("1949", "one forty"),
    ],
)
def test_what_may_be_the_same_or_stands_there_is_not_told(answer: str, accept: str) -> None:
    assert not told(answer, accept)


def test_without_a_paragraph_nothing_is_told() -> None:
    assert not told("1949", "1941", source="")
    assert not told("1949", "1941", source="  source: {paragraph: 7}\n")


def test_numbers_in_digits_are_compared_in_every_language() -> None:
    assert told("90,000", "70,000")
    assert told("1949", "1941", language="de")
    assert not told("1949", "nineteen forty-nine", language="de")


def test_each_hole_of_a_cloze_is_looked_at() -> None:
    body = "- cloze: 'In {1949|1941} it was {given up|25} for {25|twenty-five}.'\n  source: {paragraph: 1}\n"
    (one,) = check([bank(body, TEXT)], RULES)
    assert (one.location.line, one.location.column) == (5, 10)
    assert one.message.startswith("`1941` is accepted, though the answer is `1949`")
