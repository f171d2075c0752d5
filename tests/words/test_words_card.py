from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.card import Card, card_key, cards_of
from quiz.question import ClozeQuestion, Hole, Location, RecallQuestion, TextQuestion

HERE = Location("capitals.yaml", 7, 5)
TEXT = TextQuestion(id="france", ask="Capital of France?", answer="Paris", accept=("Lutetia",), location=HERE)
RECALL = RecallQuestion(id="why", ask="Why is the Tiber yellow?", back="Silt", location=HERE)
CLOZE = ClozeQuestion(
    id="rhone",
    ask="The Rhone flows from Geneva to the Mediterranean.",
    pieces=(
        "The Rhone flows from ",
        Hole(("Geneva", "Genf"), None),
        " to the ",
        Hole(("Mediterranean",), "a sea"),
        ".",
    ),
    location=HERE,
)


def test_a_cloze_has_a_card_for_each_hole() -> None:
    first, second = cards_of("capitals", CLOZE)
    assert (first.part, second.part) == ("1", "2")
    assert first.prompt == "The Rhone flows from _____ to the Mediterranean."
    assert second.prompt == "The Rhone flows from Geneva to the _____ (a sea)."
    assert (first.right, second.right) == ("Geneva", "Mediterranean")
    assert first.accepted == ("Geneva", "Genf")
    assert second.accepted == ("Mediterranean",)


def test_a_cloze_may_begin_and_end_with_holes_and_repeat_one() -> None:
    holes = tuple(Hole((word,), None) for word in ("Bern", "Bern"))
    cloze = replace(CLOZE, pieces=(holes[0], " is ", holes[1]))
    assert [card.prompt for card in cards_of("capitals", cloze)] == ["_____ is Bern", "Bern is _____"]


def test_a_cloze_of_many_holes_counts_in_tens() -> None:
    cloze = replace(CLOZE, pieces=tuple(Hole((f"w{number}",), None) for number in range(1, 13)))
    cards = cards_of("capitals", cloze)
    assert [card.part for card in cards] == [str(number) for number in range(1, 13)]
    assert [card.right for card in cards] == [f"w{number}" for number in range(1, 13)]
    assert all(card.prompt.count("_____") == 1 for card in cards)


def test_a_text_question_can_be_asked_both_ways() -> None:
    forth, back = cards_of("capitals", replace(TEXT, reverse=True))
    assert (forth.prompt, forth.right, forth.accepted) == (
        "Capital of France?",
        "Paris",
        ("Paris", "Lutetia"),
    )
    assert (back.prompt, back.right, back.accepted) == (
        "Paris",
        "Capital of France?",
        ("Capital of France?",),
    )
    assert back.key == "capitals/france#reverse"


def test_a_flashcard_can_be_turned_round() -> None:
    forth, back = cards_of("capitals", replace(RECALL, reverse=True))
    assert (forth.prompt, forth.right) == ("Why is the Tiber yellow?", "Silt")
    assert (back.prompt, back.right) == ("Silt", "Why is the Tiber yellow?")
    assert forth.revision != back.revision


@pytest.mark.parametrize(
    ("part", "key"),
    [("", "capitals/france"), ("1", "capitals/france#1"), ("reverse", "capitals/france#reverse")],
)
def test_keys_of_cards(part: str, key: str) -> None:
    assert card_key("capitals", "france", part) == key
    assert Card("capitals", TEXT, part).key == key


def test_cards_of_one_question_are_siblings() -> None:
    first, second = cards_of("capitals", CLOZE)
    assert first.siblings == second.siblings == "capitals/rhone"
    assert Card("capitals", TEXT).siblings != first.siblings


def test_a_group_makes_siblings_of_its_questions() -> None:
    cards = [Card("capitals", replace(question, group="cities")) for question in (TEXT, RECALL)]
    assert {card.siblings for card in cards} == {"capitals//cities"}
    assert Card("elsewhere", replace(TEXT, group="cities")).siblings == "elsewhere//cities"
