"""Ids of questions: written ones win, derived ones are readable and stay."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank import read_text
from quiz.bank.names import longer, slug
from quiz.bank.scalars import is_id

if TYPE_CHECKING:
    import random


def ids(*questions: dict[str, object]) -> list[str]:
    """The ids of the questions of a bank, in its order."""
    text = "quiz: 1\ntitle: T\nquestions:\n" + "".join(
        f"- {json.dumps(question)}\n" for question in questions
    )
    bank = read_text(text.encode(), "p", "k").bank
    assert bank is not None
    return [question.id for question in bank.questions]


def recall(front: str, back: str = "b", **more: object) -> dict[str, object]:
    return {"front": front, "back": back, **more}


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("Which city?", "which-city"),
        ("What's the capital\u2019s name?", "whats-the-capitals-name"),
        ("Who speaks for the White House in the report?", "who-speaks-for-the-white-house-in-the"),
        ("x" * 50, "x" * 40),
        ("Wo liegt Łódź, Straße Æ?", "wo-liegt-lodz-strasse-ae"),
        ("2 + 2", "2-2"),
        ("?!", longer("q", "?!")),
        ("Столица?", longer("q", "Столица?")),
        ("首都は?", longer("q", "首都は?")),
        ("Das Wort дом", longer("das-wort", "Das Wort дом")),
        ("…", longer("q", "…")),
    ],
)
def test_an_id_is_made_from_the_words_of_the_prompt(prompt: str, name: str) -> None:
    assert slug(prompt) == name
    assert ids(recall(prompt)) == [name]


def test_a_hash_has_eight_letters_and_digits() -> None:
    assert re.fullmatch(r"q-[a-z2-7]{8}", longer("q", "Столица?"))


@given(st.text(min_size=1, max_size=200))
def test_every_prompt_gives_a_usable_id(prompt: str) -> None:
    assert is_id(slug(prompt))
    assert len(slug(prompt)) <= 49


@pytest.mark.parametrize("name", ["a", "A.b-c_9", "née", "女", "x" * 80])
def test_letters_and_digits_of_all_scripts_may_be_written(name: str) -> None:
    assert ids(recall("A", id=name)) == [name]


def test_a_written_id_is_kept_in_its_composed_form() -> None:
    assert ids(recall("A", id="e\u0301")) == ["\xe9"]


def test_a_written_id_wins_its_name_wherever_it_stands() -> None:
    derived = longer("which-city", "Which city?")
    assert ids(recall("Which city?"), recall("B", id="which-city")) == [derived, "which-city"]
    assert ids(recall("B", id="which-city"), recall("Which city?")) == ["which-city", derived]


def test_prompts_with_one_slug_are_told_apart_by_a_hash_of_each() -> None:
    assert ids(recall("A b?"), recall("A b!"), recall("C")) == [
        longer("a-b", "A b?"),
        longer("a-b", "A b!"),
        "c",
    ]


def test_equal_prompts_are_told_apart_by_their_answers() -> None:
    first, second = ids(recall("A", "b"), recall("A", "c"))
    assert first == longer("a", "A", "recall", "b")
    assert second == longer("a", "A", "recall", "c")


def test_equal_clozes_are_told_apart_by_their_holes() -> None:
    first, second = ids({"cloze": "{A} b"}, {"cloze": "A {b}"})
    assert first != second


def test_a_question_that_stands_there_twice_is_left_out_once() -> None:
    text = (
        "quiz: 1\ntitle: T\nquestions:\n- {front: A, back: b}\n- {front: C, back: d}\n- {front: A, back: b}\n"
    )
    reading = read_text(text.encode(), "p", "k")
    assert [str(problem) for problem in reading.problems] == [
        "p:6:3: the same question stands above without an id; give both an `id`, or take one away"
    ]
    assert reading.bank is not None
    assert [question.ask for question in reading.bank.questions] == ["A", "C"]


def test_a_fault_in_one_question_does_not_rename_another() -> None:
    sound = ids(recall("A b?"), recall("A b!"))
    assert ids(recall("A b?"), recall("A b!", whhy="x")) == sound[:1]


@given(
    st.lists(st.tuples(st.sampled_from(["A b", "a b?", "A-b", "c", "ж", ""]), st.integers()), unique=True),
    st.randoms(),
)
def test_ids_are_unique_and_do_not_depend_on_the_order(
    questions: list[tuple[str, int]], chance: random.Random
) -> None:
    entries = [recall(front + "!", str(back)) for front, back in questions]
    names = ids(*entries)
    assert len(set(names)) == len(names) == len(entries)
    mixed = list(zip(entries, names, strict=True))
    chance.shuffle(mixed)
    assert ids(*(entry for entry, _ in mixed)) == [name for _, name in mixed]
