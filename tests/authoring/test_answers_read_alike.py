"""A finding on equal accepted answers says in what they are equal."""

from __future__ import annotations

import pytest

from quiz.authoring.check import check
from quiz.authoring.material import material
from quiz.authoring.rules import RULES

SAME = [rule for rule in RULES if rule.code == "same-answers"]


def told(question: str, language: str = "en") -> list[tuple[str, str]]:
    text = f"quiz: 1\ntitle: T\nlanguage: {language}\nquestions:\n  - {question}\n"
    return [(one.message, one.cure) for one in check([material(text.encode(), "b.yaml", "b")], SAME)]


def test_a_number_in_words_is_named_in_figures() -> None:
    ((message, cure),) = told('cloze: "The spit is {4.5|four and a half} kilometres long."')
    assert message == (
        "in the hole `4.5`, `four and a half` is accepted already, as `4.5` is: "
        "both are read as the number 4.5"
    )
    assert cure.startswith("take it away: ")
    assert "number stands in words or in figures" in cure


@pytest.mark.parametrize(
    ("answer", "accepted", "end"),
    [
        ("The Hague", "the hague", ": both are read as `the hague`"),
        ("an apple", "apple", ": both are read as `apple`"),
        ("it is", "it's", ": both are read as `it is`"),
        ("90,000", "90 000", ": both are read as the number 90000"),
        ("Danube (river)", "Danube", ": both are read as `danube`"),
        ("Henry VIII", "Henry the Eighth", ": both are read as `henry8`"),
    ],
)
def test_what_both_are_read_as_is_quoted(answer: str, accepted: str, end: str) -> None:
    ((message, _),) = told(f'{{ask: A?, answer: "{answer}", accept: ["{accepted}"]}}')
    assert message == f"`{accepted}` is accepted already, as `{answer}` is{end}"


def test_where_every_letter_counts_a_number_in_words_is_another_answer() -> None:
    assert told("{ask: A?, answer: twelve, exact: true, accept: ['12']}") == []
