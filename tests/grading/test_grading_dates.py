"""Typed dates, row by row, each with its argument."""

from __future__ import annotations

import pytest

from quiz.review import Rating, Verdict
from tests.grading.asking import N, P, R, W, judge_date

ROWS = [
    # language, date, response, verdict, argument
    ("en", "2021-12-17", "2021-12-17", R, "itself"),
    ("en", "2021-12-17", "20211217", R, "ISO 8601 without marks"),
    ("en", "2021-12-17", "2021/12/17", R, "year first leaves no doubt"),
    ("en", "2021-12-17", "17 December 2021", R, "as the British write"),
    ("en", "2021-12-17", "December 17, 2021", R, "as the Americans write"),
    ("en", "2021-12-17", "17th of December, 2021", R, "as it is said"),
    ("en", "2021-12-17", "2021 December 17", R, "year first with a name"),
    ("en", "2021-12-17", "dec 17 2021", R, "in short"),
    ("en", "2021-12-17", "17-Dec-2021", R, "with hyphens"),
    ("en", "2021-12-17", "Friday, 17 December 2021", R, "the day of the week is not asked"),
    ("en", "2021-12-17", "17/12/2021", R, "there is no month 17"),
    ("en", "2021-12-17", "12/17/2021", R, "likewise"),
    ("en", "2021-12-17", "17.12.2021", R, "points mean day first"),
    ("en", "2021-12-17", "17 December", P, "the year is missing"),
    ("en", "2021-12-17", "12/17", P, "likewise in digits"),
    ("en", "2021-12-17", "December 2021", P, "coarser"),
    ("en", "2021-12-17", "12/2021", P, "coarser in digits"),
    ("en", "2021-12-17", "2021", P, "coarser still"),
    ("en", "2021-12-17", "2021-12", P, "coarser in ISO 8601"),
    ("en", "2021-12-17", "18 December 2021", W, "another day"),
    ("en", "2021-12-17", "17 November 2021", W, "another month"),
    ("en", "2021-12-17", "17 December 2022", W, "another year"),
    ("en", "2021-12-17", "2020", W, "coarser and another"),
    ("en", "2021-12-17", "17 November", W, "another month without a year"),
    ("en", "2021-12-17", "December", W, "a month alone is no date"),
    ("en", "2021-12-17", "Friday", W, "nor is a day of the week"),
    ("en", "2021-12-17", "17/12/21", N, "two digits leave the century open"),
    ("en", "2021-12-17", "17 December 21", N, "likewise with a word"),
    ("en", "2021-12-17", "17/11/21", W, "wrong in any century"),
    ("en", "2021-11-12", "12/11/2021", N, "day and month can be read both ways"),
    ("en", "2021-12-11", "12/11/2021", N, "from either side"),
    ("en", "2021-12-11", "12-11-2021", N, "with hyphens too"),
    ("en", "2021-11-11", "11/11/2021", R, "both ways are the same"),
    ("en", "2021-10-12", "12/11/2021", N, "neither way is right, and to be asked does not tell"),
    ("en", "2021", "12/11/2021", R, "only the year is asked"),
    ("en", "2021-12", "2021-12", R, "to the month"),
    ("en", "2021-12", "17 December 2021", R, "finer, and it agrees"),
    ("en", "2021-12", "Dec. 2021", R, "in short"),
    ("en", "2021-12", "2021", P, "coarser"),
    ("en", "2021-12", "November 2021", W, "another month"),
    ("en", "2021-12", "Dec 21", N, "a day or a year"),
    ("en", "2021", "2021", R, "to the year"),
    ("en", "2021", "in 2021", R, "a word in front"),
    ("en", "2021", "the year 2021", R, "two words in front"),
    ("en", "2021", "2022", W, "another year"),
    ("en", "2021", "21", N, "the year 21, or this century: asked for once more"),
    ("en", "1066", "1066", R, "an old year"),
    ("en", "1066", "AD 1066", R, "with its era"),
    ("en", "79", "79 CE", R, "a short year with its era"),
    ("en", "-44", "44 BC", R, "before the era"),
    ("en", "-44", "44 B.C.", R, "with points"),
    ("en", "-44", "44 BCE", R, "in other words"),
    ("en", "-44", "-44", R, "with a sign"),
    ("en", "-44", "44", W, "the era is missing"),
    ("en", "-44-03-15", "15 March 44 BC", R, "with day and month"),
    ("en", "-44-03-15", "BC", W, "an era alone"),
    ("en", "-44-03-15", "1 2 44 BC", W, "an era with too much"),
    ("en", "2020-02-29", "29 February 2020", R, "a leap day"),
    ("en", "2021-02-28", "29 February 2021", W, "a day that never was"),
    ("en", "2021-02-28", "2021-02-30", W, "likewise in ISO 8601"),
    ("en", "2021-02-28", "", W, "no answer"),
    ("en", "2021-02-28", "soon", W, "no date"),
    ("en", "2021-02-28", "~2021", P, "hedged and coarser; argued, as numbers may be hedged as well"),
    ("en", "2021-02-28", "<2021", W, "a sign that means something"),
    ("en", "2021-02-28", "28 Feb Mar 2021", W, "two months"),
    ("en", "2021-02-28", "2021 2021", W, "two years"),
    ("en", "2021-02-28", "1 2 Feb 2021", W, "three numbers"),
    ("en", "2021-02-28", "28 February 2021 " * 9, W, "too long to be a date"),
    ("en", "2021-02-28", "12345 BC", W, "a year beyond the calendar"),
    ("en", "2021-02-28", "around 28 February 2021", R, "who hedges still knows"),
    ("en", "1066", "c. 1066", R, "as historians hedge"),
    ("en", "1066", "about 1066", R, "likewise"),
    ("en", "1066", "before 1066", W, "another time"),
    ("en", "1066", "1066 BC", W, "another era"),
    ("en", "-1066", "1066 before Christ", R, "an era in full"),
    ("en", "1914", "nineteen fourteen", R, "a year as it is said"),
    ("en", "1914", "1941", W, "another war"),
    ("en", "1914-07-28", "28th July, 1914", R, "an ordinal"),
    ("en", "1914-07-28", "the 28th of July 1914", R, "as it is said"),
    ("en", "1914-07-28", "28 Jul 14", N, "two digits leave the century open"),
    ("en", "1914-07-28", "28.7.1914", R, "without noughts"),
    ("en", "1914-07-28", "July 1914", P, "coarser"),
    ("en", "1914-07-28", "28 June 1914", W, "the murder, a month before the war"),
    ("en", "1914-07", "summer 1914", W, "a season is no month"),
    ("en", "2001-09-11", "9/11/2001", N, "September the eleventh, or the ninth of November"),
    ("en", "2001-09-11", "9/11", P, "without a year it is half in the one reading that agrees"),
    ("en", "2001-09-11", "11 Sept 2001", R, "a month in four letters"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "date", "response", "verdict", "argument"), ROWS)
def test_dates(language: str, date: str, response: str, verdict: Verdict, argument: str) -> None:
    assert judge_date(date, response, language).verdict is verdict, argument


def test_a_coarser_date_is_worth_half_and_comes_back() -> None:
    found = judge_date("2021-12-17", "2021")
    assert (found.score, found.suggested) == (0.5, Rating.AGAIN)


def test_an_ambiguous_date_asks_for_a_word_before_anything_is_shown() -> None:
    found = judge_date("2021-11-12", "12/11/2021")
    assert found.reason == "Is it 12 November 2021 or 11 December 2021? Write the month as a word."
    assert found.unread


def test_what_is_asked_of_an_ambiguous_date_does_not_tell_which_reading_is_right() -> None:
    one, other = judge_date("1806-04-03", "03/04/1806"), judge_date("1806-03-04", "03/04/1806")
    assert one.reason == other.reason


def test_a_date_that_is_wrong_in_either_reading_is_asked_again_all_the_same() -> None:
    right, wrong = judge_date("2021-11-12", "12/11/2021"), judge_date("2021-10-12", "12/11/2021")
    assert wrong.unread
    assert (wrong.reason, wrong.verdict) == (right.reason, right.verdict)
    assert judge_date("2021-05", "12/11/2021").unread


def test_day_and_month_that_are_not_asked_for_are_not_asked_again() -> None:
    assert judge_date("2020", "12/11/2021").verdict is W
    assert not judge_date("2020", "12/11/2021").unread


def test_a_short_year_asks_for_all_of_it() -> None:
    assert judge_date("2021-12-17", "17/12/21").reason == "Is the year 1921 or 2021? Write it in full."
    assert judge_date("2021-05-21", "May 21").verdict is P
    assert (
        judge_date("2021-05", "May 21").reason == "That can be read in several ways; write the year in full."
    )


def test_what_a_date_is_read_as_is_told() -> None:
    assert judge_date("2021-12-17", "17 December 2021").taken_as is None
    assert judge_date("2021-12-17", "Dec. 17, 2021").taken_as == "17 December 2021"
    assert judge_date("2021-12-17", "17.12.2021", "de").taken_as == "17. Dezember 2021"
    assert judge_date("2021-12-17", "18.12.2021").reason == "Wrong; it is read as 18 December 2021."


def test_what_is_read_literally_is_not_told() -> None:
    assert judge_date("2021-12-17", "2021-12-17").taken_as is None
    assert judge_date("2021-12-17", "2021-12-18").reason == "That is another date."
