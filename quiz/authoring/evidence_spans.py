"""Spans by which a text tells one date from another: ``ten years later``, ``the next day``, ``on Friday``."""

from __future__ import annotations

import datetime as dt
import functools
import re
from calendar import monthrange
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.evidence_numbers import amounts_in
from quiz.grading.tables import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.quantity import PartialDate

VAGUE = 12
"""``Some years later`` are so many at most."""

_UNITS = "years?|months?|weeks?|days?|decades?|hours?|evening|night|morning"
_SEASONS = "morning|evening|afternoon|spring|summer|autumn|fall|winter"
_LATER = re.compile(
    rf"(?P<count>(?:[\w,.-]+ ){{0,3}})\b(?P<unit>{_UNITS}) "
    r"(?P<way>later|earlier|after|before|ago|prior|previously|old|of age)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\b(?P<way>next|following|previous|preceding|same|last|that) (?P<unit>{_UNITS}|{_SEASONS})\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b(?:age|aged)\b(?: of)?(?P<count>(?: [\w-]+){0,2})", re.IGNORECASE)
_ANNIVERSARY = re.compile(r"(?P<count>(?:[\w-]+ ){0,2})\banniversary\b", re.IGNORECASE)
_NEAR = re.compile(
    r"\b(?:eve\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!,? (?:the )?(?:\d|{months})\b))".replace(
        "{months}", "|".join(month for month in MONTHS if month.isascii())
    ),
    re.IGNORECASE,
)
"""The eve of a day, and weekdays, unless their own date stands behind them."""

_WAYS = {
    **dict.fromkeys(("later", "after", "next", "following"), (0, 1)),
    **dict.fromkeys(("earlier", "before", "ago", "prior", "previously", "previous", "preceding"), (-1, 0)),
    "last": (-1, 0),
}
_MANY = {"decade": 10, "week": 7}
_WEEK = 7


class Unit(IntEnum):
    """What a span is counted in, in days at most."""

    DAY = 1
    MONTH = 31
    YEAR = 366


class Span(NamedTuple):
    """A way from one date to another: ``least`` to ``most`` units, back where they are below nought."""

    unit: Unit
    least: int
    most: int


def speaks_of_span(text: str) -> bool:
    """Whether a text tells any date by another one."""
    return any(one.search(text) for one in (_LATER, _NEXT, _AGE, _ANNIVERSARY, _NEAR))


@functools.lru_cache(maxsize=512)
def spans_in(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans that an English text names; of two ways that one can be meant, both."""
    return tuple(_spans(text, language))


def _spans(text: str, language: str) -> Iterator[Span]:
    for found in _LATER.finditer(text):
        unit, many = _unit(found["unit"])
        counts = [many * one for one in _counts(found["count"], language)] or [many, many * VAGUE]
        yield from _ways(unit, min(counts), max(counts), found["way"].casefold())
    for found in _NEXT.finditer(text):
        unit, many = _unit(found["unit"])
        yield from _ways(unit, many, many, found["way"].casefold())
    for found in (*_AGE.finditer(text), *_ANNIVERSARY.finditer(text)):
        for count in _counts(found["count"], language):
            yield from _ways(Unit.YEAR, count, count, "")
    if _NEAR.search(text):
        yield Span(Unit.DAY, -_WEEK, _WEEK)


def _unit(word: str) -> tuple[Unit, int]:
    """Return a unit, and how many of it the word means."""
    word = word.casefold().removesuffix("s")
    if word in {"year", "decade", "spring", "summer", "autumn", "fall", "winter"}:
        return Unit.YEAR, _MANY.get(word, 1)
    return (Unit.MONTH, 1) if word == "month" else (Unit.DAY, _MANY.get(word, 1))


def _counts(said: str, language: str) -> list[int]:
    """Return how many units words before them may say; ``a year`` is one, and ``some years`` are none."""
    found = {int(one.value) for one in amounts_in(said, language) if 0 < one.value < Unit.YEAR}
    return sorted(found) or ([1] if {"a", "an", "the"} & {*said.casefold().split()[-1:]} else [])


def _ways(unit: Unit, least: int, most: int, way: str) -> Iterator[Span]:
    """Yield a span in its direction, one unit more or less at its ends; both ways where none is told."""
    if way in {"same", "that"}:
        yield Span(unit, 0, 0 if unit is Unit.YEAR else 1)
        return
    back, on = _WAYS.get(way, (-1, 1))
    slack = 0 if unit is Unit.YEAR and way and least > 1 else 1
    if on:
        yield Span(unit, least - slack, most + (slack if unit is not Unit.YEAR else 0))
    if back:
        yield Span(unit, -most - (slack if unit is not Unit.YEAR or not way else 0), -least + slack)


def reaches(span: Span, base: PartialDate, date: PartialDate) -> bool:
    """Whether a span leads from one date to another, as far as both are told."""
    if span.unit is Unit.YEAR:
        return span.least <= date.year - base.year <= span.most
    if span.unit is Unit.MONTH and base.month is not None and date.month is not None:
        return span.least <= 12 * (date.year - base.year) + date.month - base.month <= span.most
    first, last = _days(base)
    start, end = _days(date)
    return first + span.unit * span.least <= end and start <= last + span.unit * span.most


def _days(date: PartialDate) -> tuple[int, int]:
    """Return the first and the last day that a date may be, counted; years before the first are its own."""
    year = max(1, date.year)
    last_month = date.month or 12
    last_day = date.day or monthrange(year, last_month)[1]
    return (
        dt.date(year, date.month or 1, date.day or 1).toordinal(),
        dt.date(year, last_month, last_day).toordinal(),
    )
