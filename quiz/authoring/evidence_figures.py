"""The figures that a statement gives, and whether a passage gives them as well.

A statement is a claim, an item of a list or a side of a pair: what it says of numbers and
dates has to stand in the text, apart from what only tells which thing is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.figures import figures
from quiz.authoring.draft.mention import Sort
from quiz.authoring.evidence_dates import date_stands, days_in, is_year, months_in
from quiz.authoring.evidence_numbers import (
    LONGEST_NUMBER,
    MOST_COUNTED,
    Amount,
    Passage,
    amounts_in,
    gives_otherwise,
    is_reckoned,
    number_stands,
    own_amounts,
    read_amounts,
)
from quiz.grading.dates import read_dates
from quiz.grading.fold import bare, primary
from quiz.quantity import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NUMBER = re.compile(
    r"(?<![\w.,:/^+*=\N{MINUS SIGN}-])[$\N{EURO SIGN}\N{POUND SIGN}]?(\d[\d.,]*\d|\d)%?(?![\w:/^+*=-]|[.,]\d)"
)
"""A number in digits that is no part of a code, a formula, a time or a range."""

LONG = 4
"""Letters of a word that tells what is spoken of, and of its stem."""

_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(
    r"(?:[^\W\d_a-z][\w\N{RIGHT SINGLE QUOTATION MARK}'-]*"
    r"|\b(?:no|numbers?|pages?|chapter|section|paragraph|article|version|volume|level|type|part|step))\.? $"
)
_NO_LABEL = re.compile(
    r"\b(?:In|By|Since|From|Until|Before|After|Of|About|Over|Under|Nearly|Almost|Only|The|All|Some|Between|At"
    r"|Than|Around|More|To|And|Or|January|February|March|April|May|June|July|August|September|October"
    r"|November|December) $"
)
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_COUNTED = re.compile(r"\s[a-z]+s\b")
_TIME = re.compile("(?:year|month|week|day|hour|minute|decade)s?")


class Figure(NamedTuple):
    """A number or a date of a statement, with every way to read it; one of the two is empty.

    ``name``: whether it is part of a name, as in ``Apollo 11``. ``year``: whether it is a bare
    year, or a date with one.
    """

    start: int
    end: int
    amounts: tuple[Amount, ...]
    dates: tuple[tuple[int | None, int, int | None], ...] = ()
    name: bool = False
    year: bool = False


def figures_of(statement: str, language: str) -> tuple[Figure, ...]:
    """Return the numbers and dates of a statement, none inside another; nought and one are none.

    In digits in every language; in English dates too, and words such as ``three drafts``. In
    other languages numbers up to `MOST_COUNTED` may be spelt or listed and are left out.
    """
    dates = tuple(_dates(statement, language))
    numbers = [
        one
        for one in (*_digits(statement, language), *_words(statement, language))
        if not any(one.start < date.end and date.start < one.end for date in dates)
    ]
    return tuple(sorted((*dates, *numbers)))


def _dates(statement: str, language: str) -> Iterator[Figure]:
    mentions = figures(statement) if primary(language) == "en" else ()
    for one in mentions:
        readings = read_dates(one.text, language) if one.sort is Sort.DATE else []
        dates = tuple((each.year, each.month, each.day) for each in readings if each.month is not None)
        if dates:
            yield Figure(one.start, one.end, (), dates, year=dates[0][0] is not None)


def _digits(statement: str, language: str) -> Iterator[Figure]:
    least = 1 if primary(language) == "en" else MOST_COUNTED
    for found in NUMBER.finditer(statement):
        said = statement[found.start() : found.start() + LONGEST_NUMBER]
        amounts = tuple(own_amounts(said, language) or read_amounts(said, language))
        if amounts and min(one.value for one in amounts) > least:
            year = _YEAR.fullmatch(found[0]) is not None and not _COUNTED.match(statement[found.end() :])
            name = _is_name(statement[: found.start()])
            yield Figure(found.start(), found.end(), amounts, name=name, year=year)


def _is_name(before: str) -> bool:
    return _LABEL.search(before) is not None and _NO_LABEL.search(before) is None


def _words(statement: str, language: str) -> Iterator[Figure]:
    """Yield what is written in English words: the whole statement, or what counts things."""
    if primary(language) != "en":
        return
    whole = [one for one in read_amounts(statement.replace("-", " "), language) if not one.unit]
    if whole and not any(map(str.isdigit, statement)):
        yield Figure(0, len(statement), (whole[-1],))
        return
    for one in figures(statement):
        if one.sort is Sort.NUMBER and one.text[:1].isalpha():
            said = statement[one.start : one.start + LONGEST_NUMBER].replace("-", " ")
            amounts = tuple(read_amounts(said, language))
            if amounts:
                yield Figure(one.start, one.end, amounts)


def without(statement: str, all_of_it: Iterable[Figure]) -> str:
    """Return a statement without its figures."""
    pieces, start = [], 0
    for one in all_of_it:
        pieces.append(statement[start : one.start])
        start = max(start, one.end)
    return "".join([*pieces, statement[start:]])


def counting(figure: Figure, noun: str) -> Figure:
    """Return a figure as one of so many things, where nothing is named with it."""
    return figure._replace(amounts=tuple(one._replace(unit=one.unit or noun) for one in figure.amounts))


def figure_stands(figure: Figure, passage: Passage) -> bool:
    """Whether a passage gives a figure in any of its readings; a length of time may be reckoned.

    Where the text gives another one in the same unit, from years alone.
    """
    if figure.dates:
        return any(_date_stands(*date, passage) for date in figure.dates)
    return any(_amount_stands(one, passage) for one in figure.amounts)


def _date_stands(year: int | None, month: int, day: int | None, passage: Passage) -> bool:
    if year is not None:
        return date_stands(PartialDate(year, month, day), passage)
    days = days_in(passage.text, passage.language)
    return month in months_in(passage.text) and (day is None or day in days)


def _amount_stands(one: Amount, passage: Passage) -> bool:
    if number_stands(one.value, passage, unit=one.unit or None):
        return True
    if not _TIME.fullmatch(one.unit):
        return False
    given = {each.value for each in amounts_in(passage.text, passage.language)}
    otherwise = gives_otherwise(one.value, one.unit, passage)
    return is_reckoned(one.value, set(filter(is_year, given)) if otherwise else given, passage)


def gives_such(figure: Figure, text: str, language: str) -> bool:
    """Whether a text gives a figure of the same sort: a date, a year, or a number that is none."""
    given = figures_of(text, language)
    if figure.dates:
        return any(one.dates for one in given)
    if figure.year:
        return any(one.year for one in given)
    return any(one.amounts and not (one.year or one.name) for one in given)


def speaks_of(text: str, statement: str) -> bool:
    """Whether a text has a word of a statement that tells what it speaks of; true where it has none such."""
    wanted = stems(statement)
    return not wanted or not wanted.isdisjoint(stems(text))


def stems(text: str) -> set[str]:
    """Return the beginnings of the longer words of a text, by which their forms are the same."""
    words = (bare(word.casefold()) for word in _WORD.findall(text))
    return {word[:LONG] for word in words if len(word) >= LONG}
