"""Prompts that ask for something else than the answer holds."""

from __future__ import annotations

import pytest

from quiz.authoring.check import check
from quiz.authoring.material import material
from quiz.authoring.rules.wording_asked import RULES


def found(body: str, language: str = "en") -> list[str]:
    """Return the cures of what is found in a question of one line."""
    text = f"quiz: 1\ntitle: T\nlanguage: {language}\nquestions:\n  - {{{body}}}\n"
    bank = material(text.encode(), "b.yaml", "b", lambda _: {})
    assert bank.problems == ()
    return [one.cure for one in check([bank], RULES)]


@pytest.mark.parametrize(
    ("ask", "date", "cure"),
    [
        ("In which year was the bridge opened?", "1862-05-03", "write `date: 1862`, or ask for the day"),
        ("What year saw the bridge opened?", "1862-05", "write `date: 1862`, or ask for the month"),
        ("In which month was it opened?", "1862-05-03", "write `date: 1862-05`, or ask for the day"),
        ("On which day was it opened?", "1862", "ask for the year, or write the day"),
        ("On what date was it opened?", "1862-05", "ask for the month, or write the day"),
        ("In which month was it opened?", "1862", "ask for the year, or write the month"),
    ],
)
def test_another_part_of_a_date_is_found(ask: str, date: str, cure: str) -> None:
    assert found(f'ask: "{ask}", date: {date}') == [cure]


@pytest.mark.parametrize(
    ("ask", "date"),
    [
        ("In which year was the bridge opened?", "1862"),
        ("In which month of which year was it opened?", "1862-05"),
        ("On which day of the year was it opened?", "1862-05-03"),
        ("On which day of the month is it paid?", "1862-05"),
        ("In which year and on which day was it opened?", "1862-05-03"),
        ("When was it opened, and in what year group?", "1862-05-03"),
        ("How many years after 1860 was it opened?", "1862-05-03"),
        ("When was the bridge opened?", "1862-05-03"),
        ("Give the date: in which year was it?", "1862-05-03"),
    ],
)
def test_the_part_that_is_asked_for_and_several_are_left_alone(ask: str, date: str) -> None:
    assert found(f'ask: "{ask}", date: {date}') == []


@pytest.mark.parametrize(
    ("ask", "unit", "told"),
    [
        ("How many miles long is the Danube?", "km", True),
        ("How long is the Danube in miles?", "km", True),
        ("How many kilometres long is the Danube?", "km", False),
        ("How many soldiers marched for ten miles?", "soldiers", False),
        ("How far is it from the town of Miles?", "km", False),
        ("How many hours does the ship need for 90 miles?", "h", False),
        ("How long is the Danube, in miles or km?", "km", True),
    ],
)
def test_another_unit_of_the_same_measure_is_found(ask: str, unit: str, *, told: bool) -> None:
    assert bool(found(f'ask: "{ask}", number: 2850, unit: {unit}')) is told


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("Which two lie on the Danube?", True),
        ("Which 4 of them lie on the Danube?", True),
        ("Which of the two lie on the Danube?", True),
        ("Which three lie on the Danube?", False),
        ("Which of these three-letter words?", False),
        ("Which two or three lie on the Danube?", False),
        ("Which capitals of two countries?", False),
        ("Which one-party states are there?", False),
    ],
)
def test_another_number_of_right_options_is_found(ask: str, *, told: bool) -> None:
    assert bool(found(f'ask: "{ask}", answers: [Vienna, Budapest, Belgrade], wrong: [Bern]')) is told


def test_other_languages_are_left_alone() -> None:
    body = "ask: In which year was it?, date: 1862-05-03"
    assert found(body) != []
    assert found(body, "de") == []
