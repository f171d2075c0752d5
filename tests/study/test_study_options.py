"""In which order options stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.card import Card
from quiz.question import (
    ChoiceQuestion,
    Location,
    MatchQuestion,
    OrderQuestion,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
    Wrong,
)
from quiz.study.options import shown

if TYPE_CHECKING:
    from quiz.question import Question

HERE = Location("a.yaml", 1, 1)
SEEDS = [str(number) for number in range(60)]


def choice(answer: str, *wrong: str, shuffle: bool = True) -> Card:
    options = tuple(Wrong(text, None) for text in wrong)
    return Card(
        "b", ChoiceQuestion(id="c", ask="?", location=HERE, answer=answer, wrong=options, shuffle=shuffle)
    )


def order(*items: str, shuffle: bool = True) -> Card:
    return Card("b", OrderQuestion(id="o", ask="?", location=HERE, items=items, shuffle=shuffle))


def test_equal_seeds_give_equal_orders() -> None:
    card = choice("A", "B", "C", "D")
    assert [shown(card, seed) for seed in SEEDS] == [shown(card, seed) for seed in SEEDS]


def test_orders_change_with_the_seed_and_every_place_is_met() -> None:
    orders = [shown(choice("A", "B", "C"), seed) for seed in SEEDS]
    assert {options.index("A") for options in orders} == {0, 1, 2}
    assert len(set(orders)) == 6


def test_cards_with_the_same_options_have_orders_of_their_own() -> None:
    one = Card(
        "b", SeveralQuestion(id="a", ask="?", location=HERE, answers=("A", "B"), wrong=(Wrong("C", None),))
    )
    other = Card(
        "b", SeveralQuestion(id="z", ask="?", location=HERE, answers=("A", "B"), wrong=(Wrong("C", None),))
    )
    assert [shown(one, seed) for seed in SEEDS] != [shown(other, seed) for seed in SEEDS]


@pytest.mark.parametrize(
    "last",
    [
        "All of these",
        "none of the above",
        "Both of them.",
        "All above",
        "Neither of the others",
        "any of these",
    ],
)
def test_what_speaks_of_all_options_stays_last(last: str) -> None:
    assert {shown(choice("A", last, "B", "C"), seed)[-1] for seed in SEEDS} == {last}
    assert {shown(choice(last, "A", "B"), seed)[-1] for seed in SEEDS} == {last}


def test_an_option_that_only_begins_so_is_mixed_with_the_others() -> None:
    """Else three such options would never be mixed, and the right one would stand first."""
    card = choice("None of them was asked", "All of them were asked", "Both of these came late")
    assert {shown(card, seed)[0] for seed in SEEDS} == set(card.question.options())


def test_two_that_speak_of_all_options_stay_last_together() -> None:
    for seed in SEEDS:
        assert set(shown(choice("A", "B", "All of these", "None of these"), seed)[-2:]) == {
            "All of these",
            "None of these",
        }


@given(st.lists(st.text(max_size=3), min_size=2, max_size=6, unique=True), st.text(max_size=5))
def test_an_order_is_never_shown_solved(items: list[str], seed: str) -> None:
    options = shown(order(*items), seed)
    assert options != tuple(items)
    assert sorted(options) == sorted(items)


def test_an_order_is_never_shown_solved_whatever_it_speaks_of() -> None:
    for seed in SEEDS:
        assert shown(order("one", "all of these"), seed) == ("all of these", "one")


def test_an_order_is_mixed_even_where_shuffling_is_off() -> None:
    assert shown(order("1", "2", shuffle=False), "0") == ("2", "1")


def test_shuffling_can_be_off() -> None:
    card = choice("C", "B", "All of these", "A", shuffle=False)
    assert {shown(card, seed) for seed in SEEDS} == {("C", "B", "All of these", "A")}


LISTED = Card(
    "b",
    ChoiceQuestion(
        id="c",
        ask="?",
        location=HERE,
        answer="medium",
        wrong=(Wrong("small", None), Wrong("large", None)),
        listed=("small", "medium", "large"),
        shuffle=False,
    ),
)


def test_options_that_are_listed_are_shown_as_they_are_listed() -> None:
    assert {shown(LISTED, seed) for seed in SEEDS} == {("small", "medium", "large")}
    several = SeveralQuestion(
        id="s",
        ask="?",
        location=HERE,
        answers=("d", "b"),
        wrong=(Wrong("c", None),),
        listed=("b", "c", "d"),
        shuffle=False,
    )
    assert {shown(Card("b", several), seed) for seed in SEEDS} == {("b", "c", "d")}


def test_options_that_are_listed_are_mixed_unless_told_otherwise() -> None:
    mixed = Card("b", replace(LISTED.question, shuffle=True))
    assert len({shown(mixed, seed) for seed in SEEDS}) == 6


def test_true_and_false_keep_their_order() -> None:
    card = Card("b", TrueFalseQuestion(id="t", ask="?", location=HERE, answer=False))
    assert {shown(card, seed) for seed in SEEDS} == {("true", "false")}


def test_the_right_sides_of_a_match_are_mixed() -> None:
    card = Card(
        "b", MatchQuestion(id="m", ask="?", location=HERE, pairs=(("1", "A"), ("2", "A"), ("3", "B")))
    )
    assert {shown(card, seed) for seed in SEEDS} == {("A", "A", "B"), ("A", "B", "A"), ("B", "A", "A")}


@pytest.mark.parametrize(
    "question",
    [
        TextQuestion(id="t", ask="?", location=HERE, answer="x"),
        RecallQuestion(id="r", ask="?", location=HERE, back="x"),
    ],
)
def test_typed_kinds_and_recall_have_no_options(question: Question) -> None:
    assert shown(Card("b", question), "0") == ()
