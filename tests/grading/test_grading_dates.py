"""Typed dates, row by row, each with its argument."""

from __future__ import annotations

import pytest

from quiz.card import Card
from quiz.grading import Judgement, grade
from quiz.quantity import parse_date
from quiz.question import DateQuestion, Location
from quiz.review import Rating, Typed, Verdict

HERE = Location("bank.yaml", 1, 1)
R, N, P, W = Verdict.RIGHT, Verdict.NEAR, Verdict.PARTLY, Verdict.WRONG


def judge(date: str, response: str, language: str = "en") -> Judgement:
    parsed = parse_date(date)
    assert parsed is not None
    question = DateQuestion(id="d", ask="When?", location=HERE, date=parsed)
    return grade(Card("bank", question), Typed(response), language=language)


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
    ("en", "2021-10-12", "12/11/2021", W, "neither way is right"),
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
    ("en", "2021", "21", W, "the year 21"),
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
    ("en", "2021-02-28", "~2021", W, "a sign that means something"),
    ("en", "2021-02-28", "28 Feb Mar 2021", W, "two months"),
    ("en", "2021-02-28", "2021 2021", W, "two years"),
    ("en", "2021-02-28", "1 2 Feb 2021", W, "three numbers"),
    ("en", "2021-02-28", "28 February 2021 " * 9, W, "too long to be a date"),
    ("en", "2021-02-28", "12345 BC", W, "a year beyond the calendar"),
    ("de", "2021-12-17", "17. Dezember 2021", R, "German"),
    ("de", "1888-03-09", "9. März 1888", R, "with an umlaut"),
    ("de", "1888-03-09", "9. Maerz 1888", R, "spelt out"),
    ("de", "2021-11-12", "12.11.2021", R, "day first"),
    ("de", "2021-11-12", "12/11/2021", R, "day first outside English"),
    ("de", "2021-12-11", "12/11/2021", W, "and never month first"),
    ("de", "-44", "44 v. Chr.", R, "before the era"),
    ("fr", "2021-03-01", "1er mars 2021", R, "French"),
    ("fr", "1944-08-25", "25 août 1944", R, "with an accent"),
    ("es", "1808-05-03", "3 de mayo de 1808", R, "Spanish"),
    ("it", "1946-06-02", "2 giugno 1946", R, "Italian"),
    ("pt", "1974-04-25", "25 de abril de 1974", R, "Portuguese"),
    ("nl", "1945-05-05", "5 mei 1945", R, "Dutch"),
    ("ru", "2021-12-17", "17 декабря 2021", W, "a language that no table knows"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "date", "response", "verdict", "argument"), ROWS)
def test_dates(language: str, date: str, response: str, verdict: Verdict, argument: str) -> None:
    assert judge(date, response, language).verdict is verdict, argument


def test_a_coarser_date_is_worth_half_and_comes_back() -> None:
    found = judge("2021-12-17", "2021")
    assert (found.score, found.suggested) == (0.5, Rating.AGAIN)


def test_an_ambiguous_date_asks_for_a_word() -> None:
    assert "write the month as a word" in judge("2021-11-12", "12/11/2021").reason


def test_a_short_year_asks_for_all_of_it() -> None:
    assert judge("2021-12-17", "17/12/21").reason == "Nearly: write the year in full."


def test_what_a_date_is_read_as_is_told() -> None:
    assert judge("2021-12-17", "17 December 2021").taken_as == "2021-12-17"
    assert judge("2021-12-17", "18 December 2021").reason == "Wrong; it is read as 2021-12-18."


def test_what_is_read_literally_is_not_told() -> None:
    assert judge("2021-12-17", "2021-12-17").taken_as is None
    assert judge("2021-12-17", "2021-12-18").reason == "That is another date."
