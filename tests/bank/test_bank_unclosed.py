"""A sign that opens and is not closed is named where it opens, and a bank cut off where it ends."""

from __future__ import annotations

import pytest

from quiz.bank.opened import MOST, open_bracket, opening_quote
from quiz.bank.reader import read_text

GOOD = """\
quiz: 1
title: Seals
tags: [sea, north]

questions:
  - id: first
    cloze: >-
      The seals have been counted since {1958::year} and {37} pups were found.
    source: {paragraph: 1, quote: "The seals: counted since 1958, and 37 found."}

  - id: second
    ask: "Who counted them first: the teacher or the keeper?"
    answer: the teacher
    wrong: [the keeper, the vicar,
      'the smith''s son']

  - id: third
    ask: Which animals belong together?
    match: {seal: pup, cow: calf}

  - {id: fifth, front: pup, back: a young seal}
"""
CLOSING = {"]": "[", "}": "{"}


def told(text: str) -> list[tuple[int, int]]:
    return [one.location[1:] for one in read_text(text.encode(), "b.yaml", "b").problems]


def place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@pytest.mark.parametrize("at", [n for n, sign in enumerate(GOOD) if sign in CLOSING])
def test_a_bracket_that_is_not_closed_is_told_once_in_its_line(at: int) -> None:
    begin = place(GOOD, GOOD.rfind(CLOSING[GOOD[at]], 0, at))
    ((line, _),) = told(GOOD[:at] + GOOD[at + 1 :])
    assert line == begin[0]


@pytest.mark.parametrize("number", range(1, 6, 2))
def test_a_quote_that_is_not_closed_is_told_once_where_it_opens(number: int) -> None:
    text = GOOD.replace("''", "")
    quotes = [n for n, sign in enumerate(text) if sign in "\"'"]
    at = quotes[number]
    assert told(text[:at] + text[at + 1 :]) == [place(text, quotes[number - 1])]


@pytest.mark.parametrize("end", range(0, len(GOOD), 40))
def test_a_bank_that_is_cut_off_is_told_of_at_the_question_it_ends_in(end: int) -> None:
    text = GOOD[:end]
    last = max(1, text[: text.rfind("\n  - ") + 2].count("\n") + 1)
    found = told(text)
    assert len(found) <= 2
    assert all(line >= last or line <= 5 for line, _ in found)
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("text", "opened"),
    [("a: [b, {c: d}, ", 3), ("a: [b]", None), ("a: {b: [c", 7), ("a: '[", None), ("]", None)],
)
def test_the_innermost_bracket_that_is_open_is_found(text: str, opened: int | None) -> None:
    found = open_bracket(text, len(text))
    assert (None if found is None else found.index) == opened


def test_a_bracket_too_far_below_is_not_looked_for() -> None:
    text = "[" + " " * MOST
    assert open_bracket(text, len(text)) is None


@pytest.mark.parametrize(
    ("text", "opened"),
    [("a: 'b''c'", 3), ('a: "b\\"c"', 3), ('a: "b\\\\"', 3), ("don't'", None), ('"', None), ("a: ['x'", 4)],
)
def test_the_quote_that_opens_is_the_one_before_that_is_not_doubled(text: str, opened: int | None) -> None:
    assert opening_quote(text, len(text) - 1) == opened
