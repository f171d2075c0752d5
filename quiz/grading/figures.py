"""The numbers of a text, written in digits: ``fifty thousand`` and ``2.2 million`` are figures as well."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from quiz.grading.names import HUNDRED, TEN, names
from quiz.grading.ordinals import ordinal_figure, ordinal_starts, ordinals
from quiz.grading.spelt import PARTS, full_scales, may_begin, spelt
from quiz.grading.tables import ARTICLES
from quiz.quantity import decimal_mark, parse_number

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 500
"""Texts of more characters are left as they are: they are no number, and reading them would take long."""

MOST_WORDS = 12
_FIGURES = re.compile(r"([^\w\s.,]?)(\d+(?:[.,]\d+)?)", re.ASCII)
_FRACTION = re.compile(r"([1-9]\d?)/([1-9]\d?)", re.ASCII)
_TEEN_YEARS = range(11, 21)
_LAKHS = re.compile(r"[+-]?[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?", re.ASCII)


def in_figures(text: str, language: str, code: str) -> str:
    """Return a folded text with each number in it in plain digits; without one the text itself.

    Numbers are named in the language, ``code`` being its two letters. ``one`` that is an article
    stays, unless it is all there is. Ordinals become figures as in ``ordinals``; in English
    ``nineteen fourteen`` is the year, and ``two thirds`` are 2/3.
    """
    if len(text) > LONGEST:
        return text
    words, written, place = text.split(" "), list[str](), 0
    while place < len(words):
        taken, number = _number_at(words, place, language, code)
        written.append(number)
        place += taken
    return " ".join(written)


def is_number_word(word: str, code: str) -> bool:
    """Whether a word, in small letters without accents, names a number or an ordinal by itself."""
    return spelt((word,), code) is not None or word in ordinals(code)


def _number_at(words: Sequence[str], place: int, language: str, code: str) -> tuple[int, str]:
    """Return how many words from ``place`` on are one number, and how it is written; else the one word."""
    word = words[place]
    figures = _FIGURES.fullmatch(word)
    if figures is not None:
        return _scaled(figures, words[place + 1 : place + 4], language, code) or (1, word)
    if (ordinal := ordinal_figure(word, code)) is not None:
        return 1, ordinal
    if word[:3] not in may_begin(code) and word[:3] not in ordinal_starts(code):
        return 1, word
    window = tuple(words[place : place + MOST_WORDS])
    for count in range(len(window), 0, -1):
        number = _named(window[:count], language, code, alone=count == len(words))
        if number is not None:
            return count, number
    return 1, word


def _named(words: tuple[str, ...], language: str, code: str, *, alone: bool) -> str | None:
    other = ordinals(code).get("".join(words))
    if other is None and code == "en":
        other = spoken_year(words) or _fraction(words)
    if other is not None:
        return other
    if len(words) == 1 and words[0] in ARTICLES.get(code, ()) and not alone:
        return None
    value = spelt(words, code)
    whole = value is not None and (value == value.to_integral_value() or value > 1)
    return write(value, language) if value is not None and whole else None


def write(value: Decimal, language: str) -> str:
    """Return a number in plain digits with the decimal mark of the language, without idle noughts."""
    plain = f"{value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain.replace(".", decimal_mark(language))


def _scaled(found: re.Match[str], behind: Sequence[str], language: str, code: str) -> tuple[int, str] | None:
    """Read figures, a fraction behind them, and at least one word for a large number."""
    value = parse_either(found[2], language)
    fraction = _FRACTION.fullmatch(behind[0]) if behind else None
    parts = Decimal(int(fraction[1])) / int(fraction[2]) if fraction else Decimal(0)
    skipped = 1 if fraction else 0
    factor, count = Decimal(1), 0
    for word in behind[skipped:]:
        if word not in full_scales(code):
            break
        factor, count = factor * full_scales(code)[word], count + 1
    if value is None or not count:
        return None
    return 1 + skipped + count, found[1] + write((value + parts) * factor, language)


def parse_either(text: str, language: str) -> Decimal | None:
    """Return the number by the marks of the language, or where those give none by the other ones.

    Digits in twos and a last three, as India writes 1,00,000, cannot be anything else.
    """
    value = parse_number(text.replace(",", "") if _LAKHS.fullmatch(text) else text, language)
    other = "de" if decimal_mark(language) == "." else "en"
    return parse_number(text, other) if value is None else value


def spoken_year(words: Sequence[str]) -> str | None:
    """Read an English year said in two halves, from 1110 to 2099: nineteen fourteen, nineteen oh five."""
    values = names("en")
    for cut in range(1, len(words)):
        century = values.get("".join(words[:cut]), 0)
        rest = words[cut:]
        late = values.get("".join(rest[1:]), TEN) if rest[0] in {"oh", "o"} else TEN
        years = values.get("".join(rest), 0) if rest[0] not in {"oh", "o"} else late if late < TEN else 0
        if century in _TEEN_YEARS and (TEN <= years < HUNDRED or (late < TEN and years == late > 0)):
            return str(century * HUNDRED + years)
    return None


def _fraction(words: Sequence[str]) -> str | None:
    """Read an English fraction with its count: two thirds, three quarters, one half; not ``a third``."""
    below = PARTS.get(words[-1].removesuffix("s"))
    above = names("en").get("".join(words[:-1]), 0)
    plural = words[-1].endswith("s")
    return f"{above}/{below}" if below and 0 < above < HUNDRED and plural == (above > 1) else None
