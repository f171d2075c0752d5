"""Numbers, years, dates, months and weekdays in a sentence."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from quiz.authoring.draft.mention import Mention, Sort
from quiz.authoring.draft.words import MONTHS, STARTERS, WEEKDAYS
from quiz.grading.numbers import read_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})(?:,? \d{{4}})?|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?:,? \d{{4}})?(?![\d,]\d)|(?:{_MONTH}) \d{{4}})\b"
)
_MONTH_ALONE = re.compile(
    rf"(?<=\b[io]n )(?:{_MONTH})\b|(?<=\b(?:of|by) )(?:{_MONTH})\b|(?<=\bsince )(?:{_MONTH})\b"
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_NUMBER = re.compile(
    r"(?<![\w.,:/#$€£\-\u2013\u2212+])(?<![$€£] )(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d+)?"
    r"(?: (?:thousand|million|billion|trillion)\b)?(?![\w:/\-\u2013]|[.,]\d)"
)
_MONEY = re.compile(
    r"(?<=[$€£])(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d+)?(?: (?:thousand|million|billion|trillion)\b)?(?!\w)"
)
_SPELT = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"(?: (?:hundred|thousand|million|billion))?(?= [a-z]+s\b)"
)
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|as|than|until|till|from|of|to|between|during|before|after|and|early|late|around|about|year)\s$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:no\.?|nos\.?|numbers?|pages?|chapter|section|paragraph|figure|fig\.|table|lines?|version|article|"
    r"volume|level|type|part|step|at) $",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"([^\W\d_a-z][\w\u2019'-]*) $")
_UNIT = re.compile(r" ?%| (?:more |fewer |new |other |of )?[a-z]+")
_COUNTED = re.compile(r"\s(?:more |fewer |new |other )?[a-z]+s\b")


def figures(text: str) -> list[Mention]:
    """Return the numbers, dates, years, months and weekdays of a sentence, in order, none inside another."""
    taken: list[Mention] = []
    for mention in (*_dates(text), *_numbers(text), *_spelt(text)):
        if not any(mention.start < other.end and other.start < mention.end for other in taken):
            taken.append(mention)
    return sorted(taken)


def _dates(text: str) -> Iterator[Mention]:
    for pattern, sort in ((_DATE, Sort.DATE), (_MONTH_ALONE, Sort.MONTH), (_WEEKDAY, Sort.WEEKDAY)):
        for found in pattern.finditer(text):
            yield Mention(found.start(), found.end(), found[0], sort, found[0])


def _numbers(text: str) -> Iterator[Mention]:
    for found in (*_NUMBER.finditer(text), *_MONEY.finditer(text)):
        before, after = text[: found.start()], text[found.end() :]
        if _YEAR.fullmatch(found[0]) and _BEFORE_YEAR.search(before) and not _COUNTED.match(after):
            yield Mention(found.start(), found.end(), found[0], Sort.YEAR, found[0])
        elif not _is_label(before) and not _may_be_year(found[0], after):
            yield Mention(found.start(), found.end(), found[0], Sort.NUMBER, found[0])


def _may_be_year(number: str, after: str) -> bool:
    """Whether a number counts nothing that is named behind it, and has the look of a year."""
    return _YEAR.fullmatch(number) is not None and not _UNIT.match(after)


def _is_label(before: str) -> bool:
    """Whether a number behind these words is part of a name (`Apollo 11`, `page 7`), and counts nothing."""
    capital = _CAPITAL.search(before)
    return _LABEL.search(before) is not None or (
        capital is not None and capital[1].casefold() not in STARTERS
    )


def _spelt(text: str) -> Iterator[Mention]:
    for found in _SPELT.finditer(text):
        yield Mention(found.start(), found.end(), found[0], Sort.NUMBER, found[0])


@functools.lru_cache(maxsize=8192)
def value(text: str) -> Decimal | None:
    """Return what a number in digits or words amounts to, or None when it is none."""
    readings = read_numbers(text.replace("-", " ") if text[:1].isalpha() else text)
    return next((reading.value for reading in reversed(readings) if not reading.unit), None)
