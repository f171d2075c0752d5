"""Grading a typed number."""

from __future__ import annotations

import re
import unicodedata
from decimal import Context, Decimal, localcontext
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from quiz.grading.figures import parse_either, spoken_year
from quiz.grading.fold import bare, primary
from quiz.grading.judgement import Finding
from quiz.grading.picks import NOTHING
from quiz.grading.rounding import rounded
from quiz.grading.spelt import MOST_WORDS, POINTS, scales, spelt
from quiz.grading.units import asked_units, conversion, converted, is_asked, is_counted, without_marks
from quiz.quantity import Figures, decimal_mark, in_ascii_digits
from quiz.review import Verdict
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.question import NumberQuestion

LONGEST = 120
MOST_PLAIN_DIGITS = 15
_EXACT = Context(prec=200, traps=[])  # 0^0 is no number, and no exception
_EDGES = " .,;!?"
_ABOUT = re.compile(
    r"^(?:(?:about|around|approximately|approx\.?|roughly|circa|some|up to|at most|as many as"
    r"|etwa|ungefähr|rund|zirka|bis zu|environ|à peu près|jusqu'à|alrededor de|aproximadamente|unos|unas"
    r"|cerca de|cerca di|quasi|ongeveer|zo'n|około|mniej więcej"
    "|около|примерно|приблизительно|yaklaş\N{LATIN SMALL LETTER DOTLESS I}k"
    r")(?![^\W\d_])|ca?\.|~|≈)\s*",
    re.IGNORECASE,
)
_DASH = re.compile("[\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}]")
_MINUS = re.compile(r"^(?:(?:minus|negative|moins|menos|meno|min|eksi|минус)\s+|-\s+(?=\d))", re.IGNORECASE)
_FROM = re.compile(r"^(?:between|from|zwischen|von|entre|de|tra|fra|da|tussen|van|od|от)\s+", re.IGNORECASE)
_TO = re.compile(
    r"\s*(?:\.\.+|…|(?<=\d)\s*-\s*(?=\d)|\b(?:to|and|bis|und|à|a|et|y|e|tot|en|até|do|до)\b)\s*",
    re.IGNORECASE,
)
_EITHER_WAY = re.compile(r"[+-]?\d{1,3}[.,]\d{3}", re.ASCII)
_CURRENCY = re.compile(r"^([+-]?)\s*(US\$|[$€£¥]|[A-Z]{3}(?=\s*\d))\s*")
_PERCENT_FIRST = re.compile(r"^(?:%|yüzde\b)\s*([^%]+)$", re.IGNORECASE)
_POWER = re.compile(r"^\s*[x*]\s*10\s*\^?\s*([+-]?\d{1,3})(?!\d)|^\^([+-]?\d{1,2})(?!\d)")
_FRACTION = re.compile(r"^(\s+\d{1,9})?\s*/\s*(\d{1,9})(?![\d.,])")
_CUT = re.compile(r"(?<=[\d.,])(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[\s-]*")
_SCALE = re.compile(r"^[\s-]*([^\W\d_]+)\.?")
_SECOND = re.compile(r"([^\W\d_]+)\.?,?(?:\s*(?=\d)|\s+)(?:(?:and|und|et|y|e|en|i|ve)\s+)?(\w.*)")
_NEXT_UNITS = (("h", "min"), ("ft", "in"), ("m", "cm"))
_SUPERSCRIPT = re.compile("(?<=[0-9])[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_VULGAR = re.compile("(?<=[0-9])(?=[¼½¾⅐-⅞])")
_PLAIN_SIGNS = str.maketrans({
    "\N{MULTIPLICATION SIGN}": "x", "·": "x", "\N{DOT OPERATOR}": "x", "\N{FRACTION SLASH}": "/",
    "\N{MINUS SIGN}": "-", "\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{PRIME}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
})  # fmt: skip


class Reading(NamedTuple):
    """One way to read a typed number: its value, the unit behind it, and how its digits stand."""

    value: Decimal
    unit: str
    written: str
    share: bool = False
    """Whether it is a fraction of a whole: a third, 3/4."""


def grade_number(question: NumberQuestion, text: str, language: str) -> Finding:
    """Return right when the number is one that the question takes, in its unit.

    Digits are read by ``parse_number`` in the bank's language, and in the other convention
    only where the language's own gives no number (``1,5`` in English). Words of the language,
    fractions, powers of ten and large-number words count; of a percentage a fraction is one of the
    whole. A unit left out is the question's;
    another one is converted, two are summed (``1 h 30 min``, ``5'11"``), or it is wrong when it cannot be.
    Where a range is right, one that lies within it is as well. Another number is wrong, never near.
    """
    if not text.strip():
        return NOTHING
    right = clean_line(question.right(""))
    readings = read_numbers(text, language)
    with localcontext(_EXACT):
        if question.upper is not None and _is_within(question, text, language):
            return Finding(Verdict.RIGHT, 1.0, f"it lies within {right}", matched=right)
        if not readings or not question.value.is_finite():
            return Finding(Verdict.WRONG, 0.0, "No number could be read there", matched=right, unread=True)
        for reading in readings:
            value = _in_unit(reading, question, language)
            if value is not None:
                return _compare(question, reading, value, text, language)
    unit = (
        f"the unit is {clean_line(question.unit)}, not" if question.unit else "this is no part of the number:"
    )
    return Finding(Verdict.WRONG, 0.0, f"Wrong; {unit} {clean_line(readings[0].unit)}", matched=right)


def read_numbers(text: str, language: str = "en") -> list[Reading]:
    """Return the ways to read a typed number, the likeliest first; none when it is no number.

    More than one when what follows may be a unit or a large-number word (``5 m``). Text of more
    than 120 characters, infinities and exponents of more than three digits give none.
    """
    if len(text) > LONGEST:
        return []
    text = _PERCENT_FIRST.sub(r"\1 %", _ascii(text))
    text, negative = _MINUS.subn("", _ABOUT.sub("", text))
    text = _CURRENCY.sub(r"\1", text) + (f" {found[2]}" if (found := _CURRENCY.match(text)) else "")
    with localcontext(_EXACT):
        head = _digits(text, language) or _words(text, language)
        return [
            reading._replace(value=-reading.value if negative else reading.value)
            for reading in (_scaled(head, primary(language)) if head else ())
            if reading.value.is_finite()
        ]


def write_number(value: Decimal, language: str = "en") -> str:
    """Return the number in plain digits with the language's decimal mark, or with an exponent."""
    value = value.normalize(Context(prec=MOST_PLAIN_DIGITS + 1))
    plain = abs(value.adjusted()) <= MOST_PLAIN_DIGITS
    return (f"{value:f}" if plain else f"{value:e}").replace(".", decimal_mark(language))


def _compare(question: NumberQuestion, reading: Reading, value: Decimal, text: str, language: str) -> Finding:
    read = _taken_as(question, reading, value, text, language)
    right = clean_line(question.right(""))
    if not question.takes(value):
        note = f"Wrong; it is read as {read}" if read else "That is another number"
        return Finding(Verdict.WRONG, 0.0, note, matched=right, taken_as=read)
    told = "; ".join(
        part for part in (f"it is read as {read}" if read else "", _leeway(question, value)) if part
    )
    return Finding(Verdict.RIGHT, 1.0, told, matched=right, taken_as=read)


def _leeway(question: NumberQuestion, value: Decimal) -> str:
    """Return a clause on why a number counts that is not the very one; empty for that one."""
    right = clean_line(question.right(""))
    if question.upper is not None:
        return f"it lies within {right}"
    if value == question.value:
        return ""
    if isinstance(question.tolerance, Figures):
        return f"it agrees with {right} to {question.tolerance}"
    return f"it is within {question.tolerance} of {right}"


def _taken_as(
    question: NumberQuestion, reading: Reading, value: Decimal, text: str, language: str
) -> str | None:
    """Return what was read, in the question's unit, unless that is literally what was typed.

    Of ``1,234``, which is one number here and another there, it is always said.
    """
    taken_as = write_number(rounded(question, reading.value, value, text), language)
    if taken_as == reading.written and (reading.unit or taken_as == text.strip()):
        mark = "comma" if decimal_mark(language) == "," else "point"
        return f"{taken_as} (a decimal {mark})" if _EITHER_WAY.fullmatch(reading.written) else None
    is_other = value != reading.value and question.unit
    return f"{taken_as} {question.unit}" if is_other else taken_as


def _is_within(question: NumberQuestion, text: str, language: str) -> bool:
    """Whether the text names two numbers, the lower one first, that a range takes both."""
    ends = _TO.split(_FROM.sub("", _ascii(text[:LONGEST])), maxsplit=1)
    readings = [read_numbers(end, language) for end in ends]
    if len(ends) != 2 or not all(readings):  # noqa: PLR2004 - from and to
        return False
    low, high = (_in_unit(found[0], question, language) for found in readings)
    return low is not None and high is not None and low <= high and all(map(question.takes, (low, high)))


def _ascii(text: str) -> str:
    """Write powers, fractions, signs and the digits of other scripts as a keyboard has them."""
    text = _SUPERSCRIPT.sub(lambda found: "^" + found[0], text.strip())
    text = unicodedata.normalize("NFKC", _VULGAR.sub(" ", text)).translate(_PLAIN_SIGNS)
    return in_ascii_digits(_DASH.sub("-", text))


def _digits(text: str, language: str) -> Reading | None:
    """Read the longest beginning of the text that is a number in digits."""
    for cut in reversed([found.start() for found in _CUT.finditer(text)]):
        value = parse_either(text[:cut], language)
        if value is not None:
            return _power(Reading(value, text[cut:], text[:cut])) or _fraction(
                Reading(value, text[cut:], text[:cut])
            )
    return None


def _power(reading: Reading) -> Reading | None:
    found = _POWER.match(reading.unit)
    if found is None:
        return None
    power = Decimal(10) ** int(found[1]) if found[1] else reading.value ** int(found[2])
    return Reading(power * reading.value if found[1] else power, reading.unit[found.end() :], "")


def _fraction(reading: Reading) -> Reading | None:
    """Read 1/2 and 1 1/2; neither a denominator of zero nor 3/4/2021 is a number."""
    found = _FRACTION.match(reading.unit)
    if found is None:
        return reading
    below, rest = int(found[2]), reading.unit[found.end() :]
    if not below or rest.startswith("/"):
        return None
    whole, above = (reading.value, int(found[1])) if found[1] else (Decimal(0), reading.value)
    part = Decimal(above) / below
    value = whole - part if whole < 0 else whole + part
    return Reading(value, rest, "", share=0 < value < 1)


def _words(text: str, language: str) -> Reading | None:
    """Read the longest beginning of the text that is a number in words of the language."""
    code = primary(language)
    words = list(_unbroken(text))
    for count in range(len(words), 0, -1):
        named = [bare(word[0].casefold()) for word in words[:count]]
        value = spelt(named, code)
        if value is None and code == "en" and (year := spoken_year(named)):
            value = Decimal(year)
        if value is not None:
            share = 0 < value < 1 and POINTS.get(code) not in named
            return Reading(value, text[words[count - 1].end() :], "", share)
    return None


def _unbroken(text: str) -> Iterator[re.Match[str]]:
    """Yield the first words of a text, up to 20, as long as spaces or hyphens part them."""
    end = 0
    for word in islice(_WORD.finditer(text), MOST_WORDS):
        if not _GAP.fullmatch(text, end, word.start()):
            return
        yield word
        end = word.end()


def _scaled(reading: Reading, code: str) -> Iterator[Reading]:
    """Yield the reading as it stands, then with each large-number word that follows taken in."""
    yield reading._replace(unit=reading.unit.strip(_EDGES))
    words = scales(code)
    while (found := _SCALE.match(reading.unit)) and (factor := words.get(bare(found[1].casefold()))):
        reading = Reading(reading.value * factor, reading.unit[found.end() :], "")
        yield reading._replace(unit=reading.unit.strip(_EDGES))


def _summed(reading: Reading, unit: str, language: str) -> Decimal | None:
    """Return the sum of 1 h 30 min or 5 ft 11 in: each unit smaller than the one before, and not full.

    Without a unit behind it the second number is of the next one, as in 1h30; and 1h30m are minutes.
    """
    found = _SECOND.fullmatch(reading.unit)
    rest = next(iter(read_numbers(found[2], language)), None) if found else None
    if found is None or rest is None or reading.value < 0 or converted(Decimal(0), found[1], unit) != 0:
        return None
    one, whole = (converted(times, found[1], unit) for times in (Decimal(1), reading.value))
    below = (next_one for big, next_one in _NEXT_UNITS if converted(Decimal(1), found[1], big) == 1)
    smaller = next(below, "")
    implied = not rest.unit or (rest.unit == "m" and smaller == "min")
    part = converted(rest.value, smaller if implied else rest.unit, unit)
    part = _summed(rest, unit, language) if part is None else part
    full = one is None or whole is None or part is None or not 0 <= part < one
    return None if full or whole is None or part is None else whole + part


def _in_unit(reading: Reading, question: NumberQuestion, language: str) -> Decimal | None:
    """Return the value in the question's unit; None when the typed unit is wrong.

    Without a unit in the question, or with one that is a noun the prompt does not name, words
    of the prompt may stand behind the number. A fraction alone is one of the whole: a third is 33.3 %.
    """
    reading = reading._replace(unit=without_marks(reading.unit, question.unit or ""))
    typed, value = reading.unit, reading.value
    if not typed:
        is_of_whole = reading.share and question.value >= 1 and conversion("%", question.unit or "") == 1
        return value * 100 if is_of_whole else value
    if question.unit:
        known = converted(value, typed, question.unit)
        known = _summed(reading, question.unit, language) if known is None else known
        return value if known is None and is_counted(typed, question.unit, question.ask) else known
    if is_asked(typed, question.ask):
        return value
    asked = asked_units(question.ask)
    ways = (converted(value, typed, word) for word in [*asked, "%"])
    found = next((one for one in ways if one is not None), None)
    return found / 100 if found is not None and conversion(typed, "%") and "%" not in asked else found
