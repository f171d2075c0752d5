"""Whether a date stands in running text, however it is written there.

Every doubt speaks for the text: what it tells by another date is reckoned from that (see
`quiz.authoring.evidence_spans`).
"""

from __future__ import annotations

import functools
import re
from calendar import month_abbr, month_name
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.figures import figures
from quiz.authoring.draft.mention import Sort
from quiz.authoring.evidence_numbers import NUMERIC_DATE, amounts_in
from quiz.authoring.evidence_spans import Unit, reaches, spans_in, speaks_of_span
from quiz.grading.dates import read_dates
from quiz.grading.fold import bare, primary
from quiz.grading.tables import MONTHS
from quiz.quantity import PartialDate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from quiz.authoring.evidence_numbers import Passage
    from quiz.authoring.evidence_spans import Span

FIRST_YEAR, LAST_YEAR = 1000, 2100
NEAR = 2
"""So many paragraphs above a text may have the date from which it reckons."""

MONTH_LANGUAGES = frozenset(("en", "de", "fr", "es", "it", "pt", "nl"))

_DIGITS = re.compile(r"\d+")
_DAY = re.compile(r"(?<!\d)(?<!\d\.)\d{1,2}(?!\d|[.,]\d{3}|\.\d(?!\d?[.]))")
_FULL_YEAR = re.compile(r"\d{3}")
_WORD = re.compile(r"[^\W\d_]+")
_WRITTEN = re.compile(
    r"\b(?:tomorrow|yesterday|today|tonight"
    r"|this (?:day|night|week|month|year|morning|evening|afternoon|spring|summer|autumn|fall|winter))\b",
    re.IGNORECASE,
)
"""What tells a date by the day of writing, or says no more than `nowadays`."""


_RELATES = re.compile(
    r"\b(?:after|before|later|earlier|since|until|till|following|next|previous|preceding)\b", re.IGNORECASE
)
"""What relates a date to one that the prompt lends."""

_MONTH = re.compile(rf"\b(?:{'|'.join([*month_name[1:], *month_abbr[1:], 'Sept'])})\b")


class _Dated(NamedTuple):
    """A date of an English text, the year or the day of which may be missing."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


def date_stands(date: PartialDate, passage: Passage) -> bool:
    """Whether a text names a date as far as it goes, or tells it by another one (``the next day``).

    A year may also stand before the text where the text itself names none. What a prompt lends
    counts as well; what it relates to a date, if only to one of the text, may be any. ``today`` and the
    like tell a date only where the text names none as exact. The month of one date and the year
    of another are none.
    """
    text, prompt, language, _ = passage
    lent, months = years_in(prompt, language), _months_lent(prompt, language)
    if speaks_of_span(prompt) or ((lent or months) and _RELATES.search(prompt)) or _is_apart(date, passage):
        return True
    year = abs(date.year) in lent or _year_stands(abs(date.year), passage)
    if date.month is None or primary(language) not in MONTH_LANGUAGES:
        return year
    return (
        year
        and date.month in months_in(text) | months
        and (date.day is None or date.day in days_in(text, language))
        and not _is_stitched(date, passage)
    )


def _months_lent(prompt: str, language: str) -> set[int]:
    """Return the months that a prompt names; in an English one ``out`` and ``may`` are none."""
    return months_in(" ".join(_MONTH.findall(prompt)) if primary(language) == "en" else prompt)


def _is_apart(date: PartialDate, passage: Passage) -> bool:
    if any(map(_WRITTEN.search, (passage.text, passage.prompt))) and not _names_such(date, passage):
        return True
    bases = _bases(passage)
    return any(_follows(date, span, bases, passage) for span in spans_in(passage.text, passage.language))


def _follows(date: PartialDate, span: Span, bases: Collection[PartialDate], passage: Passage) -> bool:
    """Whether a date is told by a span; by one of years only the year is, and by one of months no day."""
    if bases and not any(reaches(span, base, date) for base in bases):
        return False
    month_told = not bases or span.unit is not Unit.YEAR or date.month is None
    day_told = not bases or span.unit is Unit.DAY or date.day is None
    return (month_told or date.month in months_in(passage.text)) and (
        day_told or date.day in days_in(passage.text, passage.language)
    )


def _bases(passage: Passage) -> list[PartialDate]:
    """Return the dates from which a text may reckon: its own, those just above it, or any before it."""
    near = "\n".join(passage.before.split("\n")[-NEAR:])
    for text in (f"{near}\n{passage.text}", passage.before):
        found = list(_dates_of(text, passage.language))
        if found:
            return found
    return []


def _dates_of(text: str, language: str) -> Iterator[PartialDate]:
    years = [int(year) for year in years_in(text, language)]
    named = _dated(text, language)
    for one in named:
        for year in years if one.year is None else (one.year,):
            yield PartialDate(year, one.month, one.day)
    alone = years_in(_without(text, [one for one in named if one.year is not None]), language)
    yield from (PartialDate(int(year), None, None) for year in alone)


def _names_such(date: PartialDate, passage: Passage) -> bool:
    """Whether the text names any date as exactly as this one is given."""
    if date.month is None:
        return bool(years_in(passage.text, passage.language))
    named = _dated(passage.text, passage.language)
    return any(one.day is not None for one in named) if date.day is not None else bool(named)


def _is_stitched(date: PartialDate, passage: Passage) -> bool:
    """Whether each part of a date stands only in some full date of the text, and in none all of them."""
    text, language = passage.text, passage.language
    full = [one for one in _dated(text, language) if one.year is not None]
    if not full or any(
        (one.year, one.month) == (abs(date.year), date.month)
        and (one.day is None or date.day in (None, one.day))
        for one in full
    ):
        return False
    rest = _without(text, full)
    return not (
        any(one.value == abs(date.year) for one in amounts_in(rest, language))
        or date.month in months_in(rest)
        or (date.day is not None and date.day in days_in(rest, language))
    )


def _without(text: str, dates: Collection[_Dated]) -> str:
    rest, end = "", 0
    for one in dates:
        rest, end = f"{rest}{text[end : one.start]} ", max(end, one.end)
    return rest + text[end:]


@functools.lru_cache(maxsize=512)
def _dated(text: str, language: str) -> tuple[_Dated, ...]:
    return tuple(_read(text, language)) if primary(language) == "en" else ()


def _read(text: str, language: str) -> Iterator[_Dated]:
    for one in figures(text):
        for date in read_dates(one.text, language) if one.sort is Sort.DATE else ():
            if date.month is not None:
                year = date.year if _FULL_YEAR.search(one.text) else None
                yield _Dated(one.start, one.end, year, date.month, date.day)


def days_in(text: str, language: str) -> set[Decimal]:
    """Return the numbers of a text that may be days: none that is the part of another number."""
    spelt = {amount.value for amount in amounts_in(_DIGITS.sub(" ", text), language)}
    return spelt | {Decimal(day) for day in _DAY.findall(text)}


def _year_stands(year: int, passage: Passage) -> bool:
    if any(amount.value == year for amount in amounts_in(passage.text, passage.language)):
        return True
    return not years_in(passage.text, passage.language) and str(year) in passage.before


def years_in(text: str, language: str) -> set[Decimal]:
    """Return the numbers of a text that may be years."""
    return {one.value for one in amounts_in(text, language) if is_year(one.value)}


def is_year(value: Decimal) -> bool:
    """Whether a number has the look of a year."""
    return FIRST_YEAR <= value <= LAST_YEAR and value == int(value)


def months_in(text: str) -> set[int]:
    """Return the months that a text names, by a word, also a short one, or in a date of numbers."""
    named = {MONTHS[word] for word in _WORD.findall(bare(text.casefold())) if word in MONTHS}
    return named | {int(part) for parts in NUMERIC_DATE.findall(text) for part in parts}
