"""Whether a date stands in running text, however it is written there.

Every doubt speaks for the text: what it tells by another date may be reckoned from that.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.figures import figures
from quiz.authoring.draft.mention import Sort
from quiz.authoring.evidence_numbers import NUMERIC_DATE, amounts_in
from quiz.grading.dates import read_dates
from quiz.grading.fold import bare, primary
from quiz.grading.tables import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.evidence_numbers import Passage
    from quiz.quantity import PartialDate

FIRST_YEAR, LAST_YEAR = 1000, 2100
MONTH_LANGUAGES = frozenset(("en", "de", "fr", "es", "it", "pt", "nl"))

_DIGITS = re.compile(r"\d+")
_DAY = re.compile(r"(?<!\d)(?<!\d\.)\d{1,2}(?!\d|[.,]\d{3}|\.\d(?!\d?[.]))")
_FULL_YEAR = re.compile(r"\d{3}")
_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(
    r"\b(?:(?:years?|months?|weeks?|days?|decades?|hours?|evening|night|morning) "
    r"(?:later|earlier|after|before|ago|prior|previously|old|of age)"
    r"|(?:next|following|previous|preceding|same|last|that) "
    r"(?:day|night|week|month|year|morning|evening|afternoon|spring|summer|autumn|fall|winter)"
    r"|age|aged|anniversary|eve)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!,? (?:the )?(?:\d|{months})\b)".replace(
        "{months}", "|".join(month for month in MONTHS if month.isascii())
    ),
    re.IGNORECASE,
)
"""What tells a date by another one; a weekday does, unless its own date stands behind it."""

_WRITTEN = re.compile(
    r"\b(?:tomorrow|yesterday|today|tonight"
    r"|this (?:day|night|week|month|year|morning|evening|afternoon|spring|summer|autumn|fall|winter))\b",
    re.IGNORECASE,
)
"""What tells a date by the day of writing, or says no more than `nowadays`."""


class _Dated(NamedTuple):
    """A date of an English text, the year or the day of which may be missing."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


def date_stands(date: PartialDate, passage: Passage) -> bool:
    """Whether a text names a date as far as it goes, or tells it by another one (``the next day``).

    A year may also stand before the text where the text itself names none. A prompt that lends
    a date, or a year, lets anything be reckoned. ``today`` and the like tell a date only
    where the text names none as exact. The month of one date and the year of another are none.
    """
    text, prompt, language, _ = passage
    if _is_apart(date, passage) or months_in(prompt) or years_in(prompt, language):
        return True
    year = _year_stands(abs(date.year), passage)
    if date.month is None or primary(language) not in MONTH_LANGUAGES:
        return year
    return (
        year
        and date.month in months_in(text)
        and (date.day is None or date.day in days_in(text, language))
        and not _is_stitched(date, passage)
    )


def _is_apart(date: PartialDate, passage: Passage) -> bool:
    said = (passage.text, passage.prompt)
    if any(map(_APART.search, said)):
        return True
    return any(map(_WRITTEN.search, said)) and not _names_such(date, passage)


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
    rest, end = "", 0
    for one in full:
        rest, end = f"{rest}{text[end : one.start]} ", max(end, one.end)
    rest += text[end:]
    return not (
        any(one.value == abs(date.year) for one in amounts_in(rest, language))
        or date.month in months_in(rest)
        or (date.day is not None and date.day in days_in(rest, language))
    )


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
