"""Claims of a named speaker that are asked as facts."""

from __future__ import annotations

import pytest
from grounded import bank, found

from quiz.authoring.check import check
from quiz.authoring.rules.grounding_claims import RULES, attributions

ASK = "- ask: How long will the arch hold?\n  answer: a year\n  source: {paragraph: 1, quote: QUOTE}\n"


def told(text: str, quote: str, ask: str = ASK, head: str | None = None) -> list[str]:
    """Return the speakers that are told of; the head of the bank may be another one."""
    made = (
        bank(ask.replace("QUOTE", quote), text)
        if head is None
        else bank(ask.replace("QUOTE", quote), text, head=head)
    )
    return [one.message.split("`")[1] for one in check([made], RULES)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Berger said that the arch will hold a year.", "Anna Berger"),
        ("Anna Berger, the builder, says the arch will hold a year.", "Anna Berger"),
        ("The arch will hold a year, Anna Berger said.", "Anna Berger"),
        ("The arch will hold a year, said Anna Berger, who built it.", "Anna Berger"),
        ("It is old, Anna Berger claimed, but the arch will hold a year.", "Anna Berger"),
        ("According to Anna Berger, the arch will hold a year.", "Anna Berger"),
        ("The arch will hold a year, according to the builder Anna Berger.", "the builder Anna Berger"),
        ("It rained. The arch will hold a year, Anna Berger was quoted as saying. It snowed.", "Anna Berger"),
        ("Anna Berger built it. The arch will hold a year, she said.", "she"),
        ("\u201cThe arch will hold a year,\u201d Anna Berger said.", "Anna Berger"),
    ],
)
def test_what_somebody_says_is_told(text: str, speaker: str) -> None:
    assert told(text, "the arch will hold a year" if "the arch" in text else "The arch will hold a year") == [
        speaker
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The arch will hold a year. Anna Berger said that it is old.",
        "The arch will hold a year, and Anna Berger said that it is old.",
        "Experts said that the arch will hold a year.",
        "They said that the arch will hold a year.",
        "The law says that the arch will hold a year.",
        "According to the census of Bern, the arch will hold a year.",
        "According to Berger (1990), the arch will hold a year.",
        "The arch will hold a year, though nobody said so.",
    ],
)
def test_what_nobody_with_a_name_says_is_not_told(text: str) -> None:
    assert (
        told(text, "the arch will hold a year" if "the arch" in text else "The arch will hold a year") == []
    )


@pytest.mark.parametrize(
    "ask",
    [
        "- ask: According to Anna Berger, how long will it hold?\n  answer: a year\n",
        "- ask: How long will it hold in the view of the builder?\n  answer: a year\n",
        "- ask: How long does Berger give the arch?\n  answer: a year\n",
        "- ask: Who is sure of the arch?\n  answer: Anna Berger\n",
        "- claim: The builder says that it will hold.\n  answer: true\n",
        "- ask: What goes together?\n  match: {Anna Berger: a year, the mayor: two years}\n",
        "- ask: What fits?\n  answer: a year\n  wrong: [two years, the builder denied it]\n",
    ],
)
def test_a_question_that_names_the_speaker_or_the_saying_is_right(ask: str) -> None:
    source = "  source: {paragraph: 1, quote: QUOTE}\n"
    assert (
        told("Anna Berger said that the arch will hold a year.", "the arch will hold a year", ask + source)
        == []
    )


def test_the_place_is_that_of_the_question() -> None:
    (one,) = found(
        ASK.replace("QUOTE", "the arch will hold a year"), "Anna Berger said that the arch will hold a year."
    )
    assert (one.code, one.location.line, one.location.column) == ("claim-as-fact", 5, 3)


def test_only_english_texts_are_read() -> None:
    head = "quiz: 1\ntitle: T\nlanguage: de\nsource: text.md\nquestions:\n"
    assert (
        told("Anna Berger said that the arch will hold a year.", "the arch will hold a year", head=head) == []
    )


@pytest.mark.parametrize(
    "source", ["  source: {paragraph: 1}\n", "  source: {paragraph: 1, quote: not there at all}\n", ""]
)
def test_without_a_quote_in_the_paragraph_nothing_is_told(source: str) -> None:
    assert (
        told("Anna Berger said that the arch will hold a year.", "", ASK.partition("  source")[0] + source)
        == []
    )


def test_parts_of_a_sentence_are_told_apart() -> None:
    (one,) = attributions("Anna Berger, who built it, said that it will hold.")
    assert one.who == "Anna Berger"
    assert one.said == (" it will hold.",)
    (one,) = attributions("It will hold, she said, for a year.")
    assert one == ("she", ("It will hold, ", ", for a year."))
    assert list(attributions("Nothing of the sort.")) == []
