"""Dates that a passage tells by another date, and those that no such way leads to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples_of_evidence import asking

from quiz.authoring.evidence import lacking
from quiz.authoring.evidence_numbers import Passage
from quiz.authoring.evidence_spans import Span, Unit, reaches, spans_in
from quiz.quantity import PartialDate

DYING = (
    "In 1978 a virus was feared, but the great dying came ten years later. It reached the point on "
    "12 August 1988. {}"
)


def found(date: str, text: str, *, prompt: str = "When was it?", before: str = "") -> bool:
    """Whether a date is found not to stand in a text."""
    question = asking(f"ask: {prompt}\ndate: {date}", "en")
    return list(lacking(question, Passage(text, question.ask, "en", before), text)) != []


@pytest.mark.parametrize(
    "date", ["1950-01-01", "1888", "1988-08-21", "1988-09-12", "1968", "1979", "1989", "2008"]
)
def test_a_date_to_which_no_span_leads_is_told(date: str) -> None:
    assert found(date, DYING.format(""))


@pytest.mark.parametrize(
    ("date", "more"),
    [
        ("1988-08-12", ""),
        ("1988", ""),
        ("1998", ""),
        ("1987", "A year earlier it was seen."),
        ("1989-05-03", "The next year it came again, on 3 May."),
        ("1988-08-13", "The next day it was known."),
        ("1988-08-19", "It was told a week later."),
        ("1988-08-15", "It was told on Monday."),
        ("1988-08-11", "It was the eve of a feast."),
        ("1988-11", "It ended three months later."),
        ("1990", "It came again some years later."),
        ("2013", "Its 25th anniversary was held."),
        ("1916", "The warden was then 72 years old."),
        ("1918", "The warden was then aged 70."),
        ("2008", "Two decades later it was forgotten."),
    ],
)
def test_a_date_to_which_a_span_leads_is_not_told(date: str, more: str) -> None:
    assert not found(date, DYING.format(more))


@pytest.mark.parametrize(
    ("date", "more"),
    [
        ("1989", "A year earlier it was seen."),
        ("1990-05-03", "The next year it came again, on 3 May."),
        ("1989-05-13", "The next year it came again, on 3 May."),
        ("1988-08-21", "The next day it was known."),
        ("1988-09-19", "It was told a week later."),
        ("1988-08-25", "It was told on Monday."),
        ("1988-08-21", "That year it was told again."),
        ("1989-06", "It ended three months later."),
        ("1988-11-30", "It ended three months later."),
        ("2010", "It came again some years later, in old age."),
        ("1930", "The warden was then aged 72."),
    ],
)
def test_a_span_excuses_no_other_date(date: str, more: str) -> None:
    assert found(date, DYING.format(more))


def test_a_span_leads_from_a_date_above_the_text_as_well() -> None:
    assert not found("1951", "Two years later it was changed.", before="It was signed in 1949.\nIt was read.")
    assert found("1961", "Two years later it was changed.", before="It was signed in 1949.\nIt was read.")
    assert not found("1951", "Two years later it was changed.", before="In 1949.\nOne.\nTwo.\nThree.")


@pytest.mark.parametrize("prompt", ["When was the lamp put out?", "When may it have been put out?"])
def test_small_words_of_a_prompt_lend_no_month(prompt: str) -> None:
    text = "The lamp was put out on 3 September 1939."
    assert found("1993", text, prompt=prompt)
    assert found("1939-09-30", text, prompt=prompt)
    assert not found("1939-09-03", text, prompt=prompt)


def test_what_a_prompt_lends_counts_beside_the_text() -> None:
    text = "It was signed on 3 May, and read on 4 June."
    assert not found("1949-05-03", text, prompt="On which day of 1949 was it signed?")
    assert found("1949-05-13", text, prompt="On which day of 1949 was it signed?")
    assert not found("1949-05-13", text, prompt="On which day of 1949, after it was read, was it signed?")
    assert not found("1949-05-03", "In 1949, on the 3rd.", prompt="On which day of May was it signed?")


@given(st.text(max_size=80), st.sampled_from(["en", "de"]))
def test_every_span_is_from_the_less_to_the_more(text: str, language: str) -> None:
    assert all(one.least <= one.most for one in spans_in(f"{text} years later, the next day", language))


@given(st.dates(), st.integers(-400, 400), st.sampled_from(Unit))
def test_every_date_reaches_itself_by_no_way(day: object, many: int, unit: Unit) -> None:
    year, month, date = map(int, str(day).split("-"))
    one = PartialDate(year, month, date)
    assert reaches(Span(unit, min(0, many), max(0, many)), one, one)
