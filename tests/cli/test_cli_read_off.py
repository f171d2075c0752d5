"""An answer that could just be read is not asked for: its card is put off behind others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from door import House

TEXT = "Ada wrote the first program in 1843.\n\nThe mill stands by the river.\n"
BANK = """quiz: 1
title: Notes
source: notes.md
questions:
  - {id: who, ask: Who wrote the first program?, answer: Ada, source: {paragraph: 1}}
  - {id: year, ask: When was the first program written?, date: 1843, source: {paragraph: 1}}
  - {id: mill, ask: What stands by the river?, answer: the mill, source: {paragraph: 2}}
  - {id: loose, ask: What is one and one?, number: 2}
"""
PROMPTS = {"Who": "who", "When": "year", "What stands": "mill", "What is one": "loose"}


@pytest.fixture
def notes(empty: House) -> House:
    """Two questions on one paragraph, one on another, one on none."""
    empty.bank(BANK)
    empty.bank(TEXT, "questions/notes.md")
    return empty


def put(out: list[str]) -> list[str]:
    """Return the ids of the questions in the order in which they were put."""
    asked = (line.split(": ", 1)[1] for line in out)
    return [next(name for start, name in PROMPTS.items() if ask.startswith(start)) for ask in asked]


def test_after_a_wrong_answer_the_other_card_of_the_paragraph_waits(notes: House) -> None:
    done = notes.call("start", stdin="Bob\nthe mill\n2\n1843\nAda\n")
    assert put(done.said("question")) == ["who", "mill", "loose", "year", "who"]
    assert done.said("source") == ["notes.md, paragraph 1: Ada wrote the first program in 1843."]
    notes.check()


def test_after_a_right_answer_nothing_waits(notes: House) -> None:
    done = notes.call("start", stdin="Ada\n1843\nthe mill\n2\n")
    assert put(done.said("question")) == ["who", "year", "mill", "loose"]


@pytest.mark.parametrize(
    ("option", "stdin"), [("--read", "\nBob\n1843\n\nthe mill\n2\nAda\n"), ("--look", "")]
)
def test_where_paragraphs_are_shown_before_they_keep_their_order(
    notes: House, option: str, stdin: str
) -> None:
    done = notes.call("start", option, stdin=stdin or "\n\n\n\nBob\n1843\nthe mill\n2\nAda\n")
    assert put(done.said("question")) == ["who", "year", "mill", "loose", "who"]


def test_undo_brings_the_order_back(notes: House) -> None:
    done = notes.call("start", stdin="Bob\n:undo\nAda\n1843\nthe mill\n2\n")
    assert put(done.said("question")) == ["who", "mill", "who", "year", "mill", "loose"]


def test_a_sitting_that_was_left_goes_on_with_the_same_card(notes: House) -> None:
    notes.attend(stdin="Bob\n\nthe mill\n\n:quit\n")
    done = notes.attend(stdin="y\n2\n\n1843\n\nAda\n\n\n")
    assert put(done.said("question")) == ["loose", "year", "who"]


def test_an_exam_shows_nothing_and_keeps_its_order(notes: House) -> None:
    right = {"who": "Ada", "year": "1843", "mill": "the mill", "loose": "2"}
    for seed in "12345":
        wrong = notes.call("exam", "bank", "--number", "4", "--seed", seed, stdin="1066\n" * 4)
        order = put(wrong.said("question"))
        told = "".join(f"{right[name]}\n" for name in order)
        done = notes.call("exam", "bank", "--number", "4", "--seed", seed, stdin=told)
        assert put(done.said("question")) == order
        assert sorted(order) == sorted(right)
