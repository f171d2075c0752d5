"""A date that is right is told in words of the bank's language; JSON keeps ISO 8601."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from door import House

BANK = """quiz: 1
title: Net
language: {language}
questions:
  - {{id: web, ask: When was it opened?, date: 1993-04-30}}
"""
LANGUAGES = [
    ("en", "30 April 1993"),
    ("de", "30. April 1993"),
    ("pt", "30 de abril de 1993"),
    ("ja", "1993-04-30"),
]


@pytest.fixture(params=LANGUAGES, ids=lambda pair: pair[0])
def told(request: pytest.FixtureRequest, empty: House) -> tuple[House, str]:
    """A bank with one date, and its words."""
    language, words = request.param
    empty.bank(BANK.format(language=language))
    return empty, words


def test_a_sitting_tells_it_after_the_answer_and_on_the_score_page(told: tuple[House, str]) -> None:
    house, words = told
    done = house.call("start", stdin="1994\n1993-04-30\n")
    assert done.said("wrong") == [words]
    assert done.said("right") == [words]
    assert done.said("missed") == [f"When was it opened? answer: {words}; given: 1994"]
    assert "a date, as 1987-06-25" in done.said("answer")[0]


def test_a_sitting_that_was_left_tells_it_on_the_score_page(told: tuple[House, str]) -> None:
    house, words = told
    house.attend(stdin="1994\n\n:quit\n")
    done = house.attend(stdin="y\n1993-04-30\n\n\n")
    assert done.said("missed") == [f"When was it opened? answer: {words}; given: 1994"]


def test_new_cards_show_it_before_they_count(told: tuple[House, str]) -> None:
    house, words = told
    assert house.call("start", "--look", stdin="\n").said("back") == [words]


def test_an_exam_tells_it_on_its_page_and_in_its_file(told: tuple[House, str]) -> None:
    house, words = told
    done = house.call("exam", "bank", "--number", "1", "--out", "exam.md", stdin="1994\n")
    assert f"right: {words}" in done.out
    assert f"right: {words}" in (house.home / "exam.md").read_text("utf-8")
    assert house.call("exam", "--last", "--out", "exam.json").code == 0
    assert '"right": "1993-04-30"' in (house.home / "exam.json").read_text("utf-8")


def test_show_draws_it_in_words_and_tells_iso_as_json(told: tuple[House, str]) -> None:
    house, words = told
    drawn = house.call("show", "bank/web").out
    assert f"answer   {words}" in drawn
    assert "wanted   a date, as 1987-06-25" in drawn
    assert json.loads(house.call("show", "bank/web", "--json").out)["cards"][0]["right"] == "1993-04-30"


def test_what_is_added_is_shown_in_words(told: tuple[House, str]) -> None:
    house, words = told
    asked = ("--ask", "On which day was the source of the web laid open?", "--date", "1993-04-30")
    done = house.call("add", "bank", *asked, "--force")
    assert done.code == 0
    assert f"answer   {words}" in done.out
    assert "date: 1993-04-30\n" in (house.home / "questions/bank.yaml").read_text("utf-8")
