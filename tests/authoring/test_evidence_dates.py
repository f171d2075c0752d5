"""Dates that a passage gives, tells by another one, or only seems to give."""

from __future__ import annotations

import pytest
from grounded import codes

LEFT = "The last keepers left on 26 October 1988, when it became automatic. {} it is watched from the shore."
LOST = (
    "In December 1799 seventy ships were lost. In January 1804 came another storm. The Act was of July 1806."
)


def found(answer: str, text: str) -> bool:
    """Whether the rules find that a date does not stand in a text."""
    return (
        codes(f"  - id: a\n    ask: When was it?\n    {answer}\n    source: {{paragraph: 1}}\n", text) != []
    )


@pytest.mark.parametrize("word", ["Today", "To this day", "This year", "Tonight"])
def test_the_day_of_writing_tells_no_date_where_the_text_names_such(word: str) -> None:
    text = LEFT.format(word)
    assert found("date: 1988-11", text)
    assert found("date: 1988-10-27", text)
    assert found("date: 1987", text)
    assert found("answer: 27 October 1988", text)
    assert not found("date: 1988-10-26", text)
    assert not found("date: 1988-10", text)
    assert not found("date: 1988", text)


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("date: 2021-12-17", "The draft was published today."),
        ("date: 2021-12-17", "The draft of 2019 was published today, as was said in December."),
        ("date: 2021-12", "The draft of 2019 was published this year."),
        ("date: 2021", "The draft was published this year."),
        ("date: 2021-12-15", "The draft of 17 December 2021 was sent two days earlier."),
        ("date: 2021-12-21", "The draft of 17 December 2021 was answered on Tuesday."),
        ("date: 1862", "He was born in 1822 and went there at the age of forty."),
    ],
)
def test_what_is_told_by_another_date_is_reckoned_apart(answer: str, text: str) -> None:
    assert not found(answer, text)


def test_a_weekday_beside_its_date_tells_no_other() -> None:
    assert found("date: 1949-04-05", "It was signed on Monday, 4 April 1949.")
    assert found("date: 1949-04-05", "It was signed on Monday, April 4, 1949.")
    assert not found("date: 1949-04-04", "It was signed on Monday, 4 April 1949.")


@pytest.mark.parametrize("date", ["1806-01", "1804-07", "1799-07", "1806-12"])
def test_the_parts_of_two_dates_are_no_date(date: str) -> None:
    assert found(f"date: {date}", LOST)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("1799-12", LOST),
        ("1806-07", LOST),
        ("1806-01", f"{LOST} Of 1806 much is known."),
        ("1806-01", "In January 1804 came a storm; the votes were taken from January to July 1806."),
        ("1811-10", "It was lit on 1 February 1811, and in October it was seen from afar."),
        ("1807-08-17", "From 17 to 23 August 1807, and until 2 May 1808, they worked."),
        ("1807-08-17", "They worked on 17/18 August 1807, and in May 1808."),
        ("1807-08-17", "They worked in August 1807, and left on 17 May 1808."),
        ("1949-04-04", "Signed on 4.4.1949, after talks of 5 May 1948."),
        ("1949-04-04", "Between 4 and 6 April 1949, and on 7 May 1950."),
    ],
)
def test_parts_that_stand_alone_may_belong_to_each_other(date: str, text: str) -> None:
    assert not found(f"date: {date}", text)


def test_the_day_of_another_date_is_not_that_of_this_one() -> None:
    text = "On 2 September 1807 a boat was lost; work had begun on 17 August 1807."
    assert found("date: 1807-08-02", text)
    assert found("date: 1807-09-17", text)
    assert not found("date: 1807-08-17", text)
