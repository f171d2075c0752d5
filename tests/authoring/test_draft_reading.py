from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from draft_texts import MOON, RIVER
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.draft.figures import figures, value
from quiz.authoring.draft.hanging import hangs
from quiz.authoring.draft.mention import Sort
from quiz.authoring.draft.mentions import Lexicon
from quiz.authoring.draft.sentences import is_askable, sentences, wording
from quiz.authoring.draft.sifting import sift

if TYPE_CHECKING:
    from quiz.authoring.draft.mention import Mention


def named(text: str, *more: str) -> list[tuple[str, str]]:
    """Return what a sentence names, each with its sort; ``more`` are other sentences of the text."""
    return [(mention.text, mention.sort.name) for mention in Lexicon([text, *more]).mentions(text)]


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.sort.name) for mention in figures(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("It is old. It is wide.", ["It is old.", "It is wide."]),
        ("Dr. Rojas met Mr. Smith in the U.S. in 1999. They talked.", 2),
        ("It cost 3.5 million. Then it fell.", 2),
        (
            "“It is old. It is wide,” she said. Nobody spoke.",
            ["“It is old. It is wide,” she said.", "Nobody spoke."],
        ),
        ("“Go!” he said. They went.", ["“Go!” he said.", "They went."]),
        ('He said: "It is old. It is wide." Then he left.', 2),
        ("J. R. Smith wrote it. Others read it.", 2),
        ("Is it old? Yes! It is… Well.", 4),
        ("no end", ["no end"]),
        ("", []),
    ],
)
def test_a_paragraph_falls_into_sentences(text: str, pieces: list[str] | int) -> None:
    quotes = [sentence.quote for sentence in sentences(text)]
    assert quotes == pieces if isinstance(pieces, list) else len(quotes) == pieces


@given(st.text(max_size=200))
def test_sentences_stand_in_their_paragraph_in_order(text: str) -> None:
    paragraph = " ".join(text.split())
    assert " ".join(sentence.quote for sentence in sentences(paragraph)).split() == paragraph.split()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("However, the bridge is old.", "The bridge is old."),
        ("The bridge was closed on Friday.", "The bridge was closed."),
        ("On Monday, the bridge was closed.", "The bridge was closed."),
        ("The bridge was closed on Friday, 3 May 2019.", "The bridge was closed on Friday, 3 May 2019."),
        ("The bridge \u2018s old stones[12] fell .", "The bridge\u2019s old stones fell."),
        ("The bridge 's old stones fell.", "The bridge's old stones fell."),
        ("She wrote on Tape on Tape that it fell.", "She wrote on Tape that it fell."),
        ("They had had enough.", "They had had enough."),
    ],
)
def test_a_sentence_is_asked_without_stray_words(text: str, asked: str) -> None:
    assert wording(text) == asked


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("The bridge over the river is old.", True),
        ("He built the bridge over the river.", False),
        ("This bridge was built by the king.", False),
        ("It is old.", False),
        ("The bridge over the river is", False),
        ("Why is the bridge over the river old?", False),
        ("The bridge “over the river is old.", False),
        ("The bridge (over the river is old.", False),
        ("The bridge over the … river is old.", False),
        ("- the bridge over the river is old.", False),
        ("The bridge " + "over the river " * 30 + "is old.", False),
        ("", False),
    ],
)
def test_a_sentence_is_asked_about_when_it_stands_on_its_own(text: str, fit: bool) -> None:  # noqa: FBT001
    assert is_askable(text) is fit


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("LISBON (AP) \u2013 Drivers began to strike.", "Drivers began to strike."),
        ("PRAGUE, Czech Republic — Drivers began to strike.", "Drivers began to strike."),
        ("NATO said no.", "NATO said no."),
        ("It rained on Thursday, 50 years later.", "It rained, 50 years later."),
        ("It rained on Thursday, 12 May.", "It rained on Thursday, 12 May."),
        (
            "Chile\u2019s old minister Ana Rojas Chile said no.",
            "Chile\u2019s old minister Ana Rojas said no.",
        ),
        ("As of May 2009[update], it is so.", "As of May 2009, it is so."),
    ],
)
def test_what_a_report_has_around_its_sentences_goes(text: str, asked: str) -> None:
    assert wording(text) == asked


def test_a_name_alone_behind_a_role_belongs_to_the_sentence_before() -> None:
    first, second = sentences("“We are glad,” said a spokesman. Ana Rojas.")
    assert (first.follows, second.follows) == ("Ana Rojas.", "")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It has 2,850 bridges.", [("2,850", "NUMBER")]),
        ("It cost $3.5 million then.", [("3.5 million", "NUMBER")]),
        ("It grew by 12% a year.", [("12", "NUMBER")]),
        ("It has twenty-one bridges.", [("twenty-one", "NUMBER")]),
        ("It was built in 1856 by hand.", [("1856", "YEAR")]),
        ("It lay between 1969 and 1972.", [("1969", "YEAR"), ("1972", "YEAR")]),
        ("It has room for up to 1500 soldiers.", [("1500", "NUMBER")]),
        ("It fell on 20 July 1969.", [("20 July 1969", "DATE")]),
        ("It fell on July 20, 1969.", [("July 20, 1969", "DATE")]),
        ("It fell in May 1961.", [("May 1961", "DATE")]),
        ("It fell in May.", [("May", "MONTH")]),
        ("It may fall on Friday.", [("Friday", "WEEKDAY")]),
        ("Apollo 11 flew there.", []),
        ("It stands on page 12 of it.", []),
        ("It ended 3-1 at 14:30.", []),
        ("About 81 million people live there.", [("81 million", "NUMBER")]),
        ("COVID-19 and B2 are names.", []),
    ],
)
def test_figures_are_told_from_labels(text: str, figure: list[tuple[str, str]]) -> None:
    assert found(text) == figure


def test_figures_have_values() -> None:
    assert [str(value(one)) for one in ("2,850", "3.5 million", "twenty-one", "seven", "x")] == [
        "2850", "3500000.0", "21", "7", "None",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President of Chile Ana Rojas met NATO.", [("Ana Rojas", "PERSON"), ("NATO", "BODY")]),
        ("The US President Jane Doe came.", [("Jane Doe", "PERSON")]),
        ("Russian President Ivan Petrov came.", [("Ivan Petrov", "PERSON")]),
        ("They met deputy foreign minister Mila Kord there.", [("Mila Kord", "PERSON")]),
        (
            "He was at King\u2019s College London Sam Doe says.",
            [("King\u2019s College London", "BODY"), ("Sam Doe", "PERSON")],
        ),
        ("Yesterday the bridge fell.", []),
        ("Bridges fell in Vienna.", [("Vienna", "CITY")]),
        ("Chile\u2019s minister left Peru\u2019s capital.", [("Chile", "COUNTRY"), ("Peru", "COUNTRY")]),
        ("The University of Oxford is old.", [("University of Oxford", "BODY")]),
        (
            "It is the Committee for the Protection of Birds.",
            [("Committee for the Protection of Birds", "BODY")],
        ),
        ("The Treaty of Paris is old.", [("Treaty of Paris", "NAME")]),
        ("They crossed the Black Sea and the Caucasus.", [("Black Sea", "REGION"), ("Caucasus", "REGION")]),
        ("It is a German and a European bridge.", []),
        ("She saw Ludwig van Beethoven.", [("Ludwig van Beethoven", "PERSON")]),
        ("She knew J. R. Smith.", [("J. R. Smith", "PERSON")]),
        ("I told the King that he said nothing.", []),
        ("It was told by Mila Kord, who left.", [("Mila Kord", "PERSON")]),
        ("Nobody spoke, said Mila Kord.", [("Mila Kord", "PERSON")]),
        ("She met Mila Kord.", [("Mila Kord", "NAME")]),
        ("It rained on Friday in May.", [("Friday", "WEEKDAY"), ("May", "MONTH")]),
    ],
)
def test_names_are_found_with_their_sort(text: str, names: list[tuple[str, str]]) -> None:
    assert named(text) == names


def test_the_first_word_of_a_sentence_is_a_name_when_the_text_has_it_elsewhere() -> None:
    assert named("Galati lies there.") == []
    assert named("Galati lies there.", "They went to Galati by ship.") == [("Galati", "NAME")]


def test_one_person_is_one_thing_by_any_name() -> None:
    lexicon = Lexicon(["Ana Rojas came.", "Rojas left.", "The US and the United States are one."])
    assert lexicon.counts["Ana Rojas"] == 2
    assert lexicon.counts["United States"] == 2
    assert [thing for thing, _ in lexicon.things(Sort.PERSON)] == ["Ana Rojas"]


def test_two_people_of_one_name_are_not_taken_for_each_other() -> None:
    assert named("Rojas left early.", "Ana Rojas came.", "Maria Rojas came.", "They saw Rojas.") == [
        ("Rojas", "NAME")
    ]


def overlap(mentions: tuple[Mention, ...]) -> bool:
    return any(one.end > two.start for one, two in pairwise(mentions))


@given(st.lists(st.sampled_from((RIVER + MOON).split()), max_size=30).map(" ".join))
def test_mentions_lie_in_their_sentence_and_do_not_overlap(text: str) -> None:
    mentions = Lexicon([text]).mentions(text)
    assert all(text[one.start : one.end] == one.text for one in mentions)
    assert all(one.begin <= one.start < one.end for one in mentions)
    assert not overlap(mentions)


@given(st.text(max_size=120))
def test_any_text_has_mentions(text: str) -> None:
    assert not overlap(Lexicon([text]).mentions(text))


def test_a_report_names_people_places_and_numbers() -> None:
    texts = [one.text for part in sift(RIVER).paragraphs() for one in sentences(part.text)]
    lexicon = Lexicon(texts)
    assert {thing for thing, _ in lexicon.things(Sort.PERSON)} == {"Claudio Magris", "Patrick Leigh Fermor"}
    assert {"Vienna", "Trieste"} < {thing for thing, _ in lexicon.things(Sort.CITY)}
    assert {"81 million", "20 million", "2,850"} < {thing for thing, _ in lexicon.things(Sort.NUMBER)}


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The town said it was ready to mend the bridge.", True),
        ("The town mended it in 1901.", False),
        ("Oslo has its own bridge.", True),
        ("Ana Rojas had led its programme.", False),
        ("Ana Rojas had her own programme.", True),
        ("The king lost his crown.", True),
        ("Within a few months he saw the sea.", False),
        ("According to NASA, it has flown far.", False),
        ("The envoys praised them in public.", False),
        ("The town built this bridge.", False),
        ("People live in their towns.", False),
        ("The people live in their towns.", True),
    ],
)
def test_a_sentence_whose_pronoun_means_something_before_it_does_not_stand_alone(
    text: str,
    alone: bool,  # noqa: FBT001
) -> None:
    assert hangs(text, Lexicon([text]).mentions(text)) is not alone


def test_what_is_called_after_a_person_is_no_person() -> None:
    assert named("The James Webb Space Telescope flew.") == [("James Webb Space Telescope", "NAME")]
