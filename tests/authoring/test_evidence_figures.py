"""Whether the numbers and dates of statements stand in a passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples_of_evidence import asking

from quiz.authoring.evidence import lacking
from quiz.authoring.evidence_figures import figure_stands, figures_of, without
from quiz.authoring.evidence_numbers import Passage, amounts_in


def lack(keys: str, text: str, *, language: str = "en", document: str | None = None) -> list[str]:
    """Return the figures of a question of these keys that do not stand in ``text``."""
    question = asking(keys, language)
    passage = Passage(text, question.ask, language)
    return [one.answer for one in lacking(question, passage, text if document is None else document)]


CLAIM = "claim: '{}'\nanswer: true"


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("It was built in 1862.", "It was built in 1862."),
        ("Some 90,000 (ninety thousand) came.", "Some 90,000 (ninety thousand) came."),
        ("Ninety thousand came.", "There were 90,000 (ninety thousand)."),
        ("It cost 1.5 million francs.", "It cost 1,500,000 francs."),
        ("It is 16 km off.", "It is 10 miles off."),
        ("About 300,000 live there.", "It has 298,410 people."),
        ("It lasted 41 years.", "It lasted from 1862 to 1903."),
        ("A quarter, 25%, came.", "A quarter came."),
        ("Two masons came.", "Anna and Bert came."),
        ("Article 5 was used.", "The treaty was used."),
        ("It was the 2nd of its sort.", "There were others."),
        ("One of them had 0 points.", "Nobody came."),
        ("They left on 4 April.", "From 2 to 4 April 1949 they left."),
        ("They left on 4 April 1949.", "They left on the next day."),
    ],
)
def test_the_numbers_of_a_true_claim_stand(claim: str, text: str) -> None:
    document = f"{text}\nOf Article 5 elsewhere."
    assert lack(CLAIM.format(claim), text, document=document) == []


@pytest.mark.parametrize(
    ("claim", "text", "figures"),
    [
        ("It was built in 1826.", "It was built in 1862.", ["1826"]),
        ("Three drafts came.", "Two drafts came, and went, and came.", []),
        ("They made three drafts.", "They made two drafts, and went, and came.", ["three"]),
        ("It is 37 km long.", "It is 73 km long.", ["37"]),
        ("It is 37 km long.", "It is long.", ["37"]),
        ("In 1862, 19,000 men came.", "In 1862, 90,000 men came.", ["19,000"]),
        ("It lasted 14 years.", "It lasted from 1862 to 1903.", ["14"]),
        ("They left on 5 April 1949.", "They left on 4 April 1949, 4.5 m high.", ["5 April 1949"]),
        ("They left on April 5.", "They left on 4 April.", ["April 5"]),
    ],
)
def test_the_numbers_of_a_true_claim_are_missing(claim: str, text: str, figures: list[str]) -> None:
    assert lack(CLAIM.format(claim), text) == figures
    assert lack(CLAIM.format(claim).replace("true", "false"), text) == []


def test_what_the_text_is_about_may_stand_in_other_paragraphs_than_a_claim_cites() -> None:
    claim = CLAIM.format("In 2015 they won.")
    once, often = "It was 2015.", "It was 2015.\nStill 2015."
    assert lack(claim, "They won.", document=f"They won.\n{once}") == []
    assert lack(claim, "They won in 2008.", document=f"They won in 2008.\n{once}") == ["2015"]
    assert lack(claim, "They won in 2008.", document=f"They won in 2008.\n{often}") == []


def test_numbers_of_claims_in_other_languages_are_those_in_digits_above_twenty() -> None:
    assert lack(CLAIM.format("Es kamen 90.000 und 3."), "Es kamen 90000.", language="de") == []
    assert lack(CLAIM.format("Es kamen 91.300."), "Es kamen 91.500.", language="de") == ["91.300"]


@pytest.mark.parametrize(
    ("keys", "figures"),
    [
        ("ask: What?\norder: [begun in 1862, opened in 1903]", []),
        ("ask: What?\norder: [begun in 1862, opened in 1904]", ["1904"]),
        ("ask: What?\nmatch: {begun: 1862, opened: 1903}", []),
        ("ask: What?\nmatch: {begun: 1903, opened: 1862}", ["1903"]),
        ("ask: What?\nmatch: {1862: begun, 1904: opened}", ["1904"]),
        ("ask: What?\nmatch: {a: 1862, b: 1903}", []),
        ("ask: Which?\nanswers: [two gates, 312 m]\nwrong: [x]", []),
        ("ask: Which?\nanswers: [nine gates, 321 m]\nwrong: [x]", ["nine", "321"]),
    ],
)
def test_figures_of_entries_stand_in_what_is_cited_or_speaks_of_the_same(
    keys: str, figures: list[str]
) -> None:
    text = "It was begun in 1862, has two gates and 312 m."
    assert lack(keys, text, document=f"{text}\nIt was opened in 1903.") == figures


@pytest.mark.parametrize("text", ["IC and XIC and LL", "IIII CCCC VV", "an ICI of MIC"])
def test_letters_that_are_no_roman_number_are_none(text: str) -> None:
    assert amounts_in(text, "en") == frozenset()


@given(st.text(alphabet="IVXLC 1.,-$%abc()", max_size=40))
def test_figures_of_every_text_stand_in_it(text: str) -> None:
    figures = figures_of(text, "en")
    assert all(one.start < one.end <= len(text) for one in figures)
    assert all(figure_stands(one, Passage(text, "", "en")) for one in figures)
    assert without(text, ()) == text
