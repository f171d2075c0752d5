"""Numbers and dates as banks write them; exact, and never completed by guessing."""

from __future__ import annotations

import calendar
import functools
import re
import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

MAX_LENGTH = 60
RANGE = ".."
MONTHS = 12
POINT_LANGUAGES = ("en", "zh", "ja", "ko", "he", "th", "hi", "bn", "ta", "ur", "ms")

_EXACT = Context(prec=200, traps=[])
_FIGURES = re.compile(r"(\d{1,3})\s+figures?", re.ASCII | re.IGNORECASE)
_DATE = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_GROUPED = r"[+-]?[1-9]\d{0,2}(%s)\d{3}(?:\1\d{3})*(?:%s\d+)?"
_PLAIN = r"[+-]?(?:\d+(?:%s\d*)?|%s\d+)(?:[eE][+-]?\d{1,3})?"
_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE} '_\N{RIGHT SINGLE QUOTATION MARK}"


class Tolerance(NamedTuple):
    """How far off still counts: ``amount`` in the unit asked, or as a share of the value (``relative``)."""

    amount: Decimal
    relative: bool

    def margin(self, value: Decimal) -> Decimal:
        """Return the greatest difference from ``value`` that still counts; never negative."""
        return _EXACT.abs(_EXACT.multiply(self.amount, value) if self.relative else self.amount)

    def bounds(self, value: Decimal) -> tuple[Decimal, Decimal]:
        """Return the least and the greatest number that count where ``value`` is right."""
        margin = self.margin(value)
        return _EXACT.subtract(value, margin), _EXACT.add(value, margin)

    def takes(self, value: Decimal, given: Decimal) -> bool:
        """Whether ``given`` counts where ``value`` is right; both are finite."""
        return _EXACT.abs(_EXACT.subtract(given, value)) <= self.margin(value)

    def __str__(self) -> str:
        return f"{(self.amount * 100).normalize():f}%" if self.relative else f"{self.amount:f}"


class Figures(NamedTuple):
    """How many significant figures have to agree, 1 or more.

    Both numbers are rounded to them, a half away from zero as schools teach it: with three,
    2.346 takes 2.35, 2.346 and 2.354, and not 2.34.
    """

    digits: int

    @property
    def relative(self) -> bool:
        """What counts grows with the value, as a share does."""
        return True

    def margin(self, value: Decimal) -> Decimal:
        """Return a difference from ``value`` beyond which nothing counts; never negative."""
        lower, upper = self.bounds(value)
        return max(_EXACT.subtract(value, lower), _EXACT.subtract(upper, value))

    def rounded(self, value: Decimal) -> Decimal:
        """Return a number rounded to so many figures; 0 stays 0."""
        return Context(prec=self.digits, rounding=ROUND_HALF_UP, traps=[]).plus(value)

    def bounds(self, value: Decimal) -> tuple[Decimal, Decimal]:
        """Return two numbers, half a unit of the last figure off, between which all lies that counts.

        The one farther from 0 does not count itself, and below a power of ten less counts than that.
        """
        middle = self.rounded(value)
        half = Decimal((0, (5,), middle.adjusted() - self.digits))
        return _EXACT.subtract(middle, half), _EXACT.add(middle, half)

    def takes(self, value: Decimal, given: Decimal) -> bool:
        """Whether ``given`` counts where ``value`` is right; both are finite."""
        return self.rounded(value) == self.rounded(given)

    def __str__(self) -> str:
        return f"{self.digits} figure" if self.digits == 1 else f"{self.digits} figures"


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
    point = decimal_mark(language)
    comma = "," if point == "." else "."
    text = text.strip().replace("\N{MINUS SIGN}", "-")
    text = text.replace("\N{ARABIC DECIMAL SEPARATOR}", point).replace(
        "\N{ARABIC THOUSANDS SEPARATOR}", comma
    )
    if len(text) > MAX_LENGTH or not _number(point).fullmatch(text):
        return None
    digits = re.sub(f"[{re.escape(comma)}{_SPACES}]", "", text).replace(point, ".")
    return Decimal(digits)


def in_ascii_digits(text: str) -> str:
    """Return ``text`` with the decimal digits of all scripts as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def parse_range(text: str, language: str = "en") -> tuple[Decimal, Decimal] | None:
    """Return both ends of a range written as ``85..95``, in the order written, or None when it is none."""
    lower, dots, upper = text.partition(RANGE)
    if not dots or upper.startswith("."):  # three dots may as well be a point beside two
        return None
    first, last = parse_number(lower, language), parse_number(upper, language)
    return None if first is None or last is None else (first, last)


def parse_tolerance(text: str, language: str = "en") -> Tolerance | Figures | None:
    """Return the tolerance written as ``5``, ``5%`` or ``3 figures``.

    None when it is none of these, negative, or no figure at all.
    """
    text = text.strip()
    amount = parse_number(text.removesuffix("%"), language)
    if amount is None:
        figures = _FIGURES.fullmatch(text)
        return Figures(int(figures[1])) if figures and int(figures[1]) else None
    if amount < 0:
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
