"""Numbers and dates as banks write them; exact, and never completed by guessing."""

from __future__ import annotations

import calendar
import functools
import re
from decimal import Decimal
from typing import NamedTuple

MAX_LENGTH = 60
MONTHS = 12
POINT_LANGUAGES = ("en", "zh", "ja", "ko", "he", "th", "hi", "bn", "ta", "ur", "ms")

_DATE = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_GROUPED = r"[+-]?[1-9]\d{0,2}(%s)\d{3}(?:\1\d{3})*(?:%s\d+)?"
_PLAIN = r"[+-]?(?:\d+(?:%s\d*)?|%s\d+)(?:[eE][+-]?\d{1,3})?"
_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE} '_\N{RIGHT SINGLE QUOTATION MARK}"


class Tolerance(NamedTuple):
    """How far off still counts: ``amount`` in the unit asked, or as a share of the value."""

    amount: Decimal
    relative: bool

    def margin(self, value: Decimal) -> Decimal:
        """Return the greatest difference from ``value`` that still counts; never negative."""
        return abs(self.amount * value) if self.relative else abs(self.amount)

    def __str__(self) -> str:
        return f"{(self.amount * 100).normalize():f}%" if self.relative else f"{self.amount:f}"


class PartialDate(NamedTuple):
    """A date known to the year, the month or the day; ``str`` gives ISO 8601 at that precision."""

    year: int
    month: int | None
    day: int | None

    def __str__(self) -> str:
        sign, year = ("-", -self.year) if self.year < 0 else ("", self.year)
        parts = [f"{sign}{year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def decimal_mark(language: str) -> str:
    """Return ``"."`` or ``","``: what splits whole from part in the language (``de-CH`` is ``.``)."""
    tag = language.casefold().replace("_", "-")
    if tag.startswith(("de-ch", "de-li", "es-mx")):
        return "."
    return "." if tag.split("-")[0] in POINT_LANGUAGES else ","


@functools.cache
def _number(point: str) -> re.Pattern[str]:
    """Return what a number looks like where ``point`` (``.`` or ``,``) is the decimal mark."""
    comma = "," if point == "." else "."
    grouped = _GROUPED % (f"[{re.escape(comma)}{_SPACES}]", re.escape(point))
    plain = _PLAIN % ((re.escape(point),) * 2)
    return re.compile(f"{grouped}|{plain}", re.ASCII)


def parse_number(text: str, language: str = "en") -> Decimal | None:
    """Return the number that ``text`` writes in digits, or None when it writes none.

    Takes a sign, thousands marks of the language (also spaces and apostrophes), a decimal
    mark, an exponent of up to three digits. Words and units are left to the caller.
    One thousands mark is used throughout; more than 60 characters give None.
    """
    text = text.strip().replace("\N{MINUS SIGN}", "-")
    point = decimal_mark(language)
    comma = "," if point == "." else "."
    if len(text) > MAX_LENGTH or not _number(point).fullmatch(text):
        return None
    digits = re.sub(f"[{re.escape(comma)}{_SPACES}]", "", text).replace(point, ".")
    return Decimal(digits)


def parse_tolerance(text: str, language: str = "en") -> Tolerance | None:
    """Return the tolerance written as ``5`` or ``5%``, or None when it is neither or negative."""
    text = text.strip()
    amount = parse_number(text.removesuffix("%"), language)
    if amount is None or amount < 0:
        return None
    amount = abs(amount)
    return Tolerance(amount / 100, relative=True) if text.endswith("%") else Tolerance(amount, relative=False)


def parse_date(text: str) -> PartialDate | None:
    """Return the date written as ``2021``, ``2021-12`` or ``2021-12-17``, or None.

    Years run from -9999 to 9999. A month or a day that does not exist gives None.
    """
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return partial_date(year, month, day) if year is not None else None


def partial_date(year: int, month: int | None, day: int | None) -> PartialDate | None:
    """Return the date, or None when such a month or day does not exist."""
    if month is not None and not 1 <= month <= MONTHS:
        return None
    if day is not None and (month is None or not 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return PartialDate(year, month, day)
