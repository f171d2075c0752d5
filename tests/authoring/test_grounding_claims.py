"""Claims of a named speaker that are asked as facts."""

from __future__ import annotations

import pytest
from grounded import bank, found
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.check import check
from quiz.authoring.evidence_sayings import attributions, sayings
from quiz.authoring.rules.grounding_claims import RULES
from quiz.bank.document import folded

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
    "source", ["  source: {paragraph: 2}\n", "  source: {paragraph: 1, quote: not there at all}\n", ""]
)
def test_without_a_quote_that_stands_the_answer_has_to_stand_once(source: str) -> None:
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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("\u201cThe arch is old. It will hold a year,\u201d said Anna Berger.", "Anna Berger"),
        ("\u201cThe arch is old. It will hold a year,\u201d Anna Berger told the town.", "Anna Berger"),
        ("\u201cIt will hold a year,\u201d said a spokeswoman of the town.", "a spokeswoman"),
        ("Anna Berger replied: \u201cIt will hold a year.\u201d", "Anna Berger"),
        ("Anna Berger, the builder, said, \u201cIt will hold a year.\u201d", "Anna Berger"),
        ("Anna Berger was blunt. \u201cIt will hold a year.\u201d", "Anna Berger"),
        (
            "\u201cIt is very old stone,\u201d said Anna Berger. \u201cIt will hold a year.\u201d",
            "Anna Berger",
        ),
        ("Anna Berger believes that it will hold a year.", "Anna Berger"),
        ("But Anna Berger is convinced that it will hold a year.", "Anna Berger"),
        ("Anna Berger wrote that it will hold a year.", "Anna Berger"),
        ("Anna Berger told the mayor that it will hold a year.", "Anna Berger"),
        ("In the opinion of Anna Berger it will hold a year.", "Anna Berger"),
        ("In Anna Berger's view it will hold a year.", "Anna Berger"),
        ("Eva Hopkins came. Hopkins said that it will hold a year.", "Hopkins"),
        ("The U.S. Court said that it will hold a year.", "The U.S. Court"),
    ],
)
@pytest.mark.parametrize("quote", ["ill hold a year", None])
def test_a_quotation_or_a_belief_is_told_by_its_quote_or_by_its_answer(
    text: str, speaker: str, quote: str | None
) -> None:
    cited = "  source: {paragraph: 1}\n"
    ask = ASK if quote else ASK.partition("  source")[0] + cited
    assert told(text, f"w{quote}", ask) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The \u201cstone that will hold a year\u201d was laid in 1862.",
        "It was a \u201cold one\u201d; it will hold a year, people thought.",
        "Hopkins said that it will hold a year.",
        "An estimated third of it will hold a year.",
        "American fears that it will hold a year were idle.",
        "Folklore says that it will hold a year.",
        "\u201cIt is old,\u201d said Anna Berger. It will hold a year.",
        "An odd \u201d sign. \u201cIt will hold a year.\u201d",
        "Anna Berger said that those who believe that it will hold a year left.",
        "\u201cIt will hold a year.\u201d",
        "It rained. \u201cIt will hold a year.\u201d",
    ],
)
def test_what_is_no_saying_of_anybody_is_not_told(text: str) -> None:
    assert told(text, "will hold a year") == []


def test_the_sentence_that_is_quoted_may_name_the_speaker() -> None:
    text = "Anna Berger, who came from Bern, said that the arch will hold a year."
    assert told(text, text, ASK.replace("QUOTE", "'QUOTE'")) == ["Anna Berger"]
    from_bern = (
        "- ask: Whence did the builder come?\n  answer: Bern\n  source: {paragraph: 1, quote: 'QUOTE'}\n"
    )
    assert told(text, text, from_bern) == []


def test_a_claim_is_told_when_most_of_its_words_are_what_is_said() -> None:
    text = "Anna Berger, who came from Bern in 1862, said that the arch will hold another year."
    claim = "- claim: {}\n  answer: true\n  source: {{paragraph: 1, quote: 'QUOTE'}}\n"
    assert told(text, text, claim.format("The arch will hold another year.")) == ["Anna Berger"]
    assert told(text, text, claim.format("In 1862 somebody came from Bern.")) == []


def test_a_pronoun_is_whoever_was_named_before() -> None:
    text = "Anna Berger answered for the town. The arch, she said, will hold a year."
    ask = ASK.replace("the arch", "the arch of the town")
    assert told(text, "will hold a year", ask) == ["she"]
    assert told(text, "will hold a year", ASK.replace("long will", "long will, for Berger,")) == []
    assert told("She said that it will hold a year.", "it will hold a year") == ["She"]
    assert (
        told(
            "Here she said that it will hold a year.", "it will hold a year", ASK.replace("How", "Here, how")
        )
        == []
    )


def test_a_speaker_may_stand_in_the_paragraph_above() -> None:
    text = "Anna Berger spoke.\n\n\u201cThe arch will hold a year.\u201d"
    assert told(text, "will hold a year", ASK.replace("paragraph: 1", "paragraph: 2")) == ["Anna Berger"]


def test_a_flashcard_without_a_quote_is_no_question() -> None:
    card = "- front: the arch\n  back: a year\n  source: {paragraph: 1}\n"
    assert told("Anna Berger said that it will hold a year.", "", card) == []


@given(st.text(alphabet="Ab \".,:'\u201c\u201d", max_size=60), st.text(alphabet="Ab .", max_size=20))
def test_every_saying_is_a_part_of_its_paragraph(paragraph: str, before: str) -> None:
    paragraph = folded(f"{paragraph} said Anna Berger. Anna says so.")
    assert all(0 <= one.start <= one.end <= len(paragraph) for one in sayings(paragraph, before))
