"""Grading a typed number."""

from __future__ import annotations

import re
import unicodedata
from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple

from quiz.grading.fold import bare, primary
from quiz.grading.judgement import Finding
from quiz.grading.picks import NOTHING
from quiz.grading.spelt import MOST_WORDS, scales, spelt
from quiz.grading.units import SHORTEST_WORD, conversion
from quiz.quantity import decimal_mark, parse_number
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
    r"^(?:(?:about|around|approximately|approx\.?|roughly|circa|some|up to|at most|as many as)(?![a-z])"
    r"|ca?\.|~|≈)\s*",
    re.IGNORECASE,
)
_MINUS = re.compile(r"^(?:minus|negative)\s+", re.IGNORECASE)
_CURRENCY = re.compile(r"^([+-]?)\s*(US\$|[$€£¥]|[A-Z]{3}(?=\s*\d))\s*")
_POWER = re.compile(r"^\s*[x*]\s*10\s*\^?\s*([+-]?\d{1,3})(?!\d)|^\^([+-]?\d{1,2})(?!\d)")
_FRACTION = re.compile(r"^(\s+\d{1,9})?\s*/\s*(\d{1,9})(?![\d.,])")
_CUT = re.compile(r"(?<=[\d.,])(?!\d)")
_WORD = re.compile(r"[A-Za-z]+")
_SCALE = re.compile(r"^[\s-]*([^\W\d_]+)\.?")
_ASKED = re.compile(r"[^\W\d_]+|%")
_NOT_ALONE = (["a"], ["an"])
_SUPERSCRIPT = re.compile("(?<=[0-9])[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_VULGAR = re.compile("(?<=[0-9])(?=[¼½¾⅐-⅞])")
_PLAIN_SIGNS = str.maketrans({
    "\N{MULTIPLICATION SIGN}": "x", "·": "x", "\N{DOT OPERATOR}": "x", "\N{FRACTION SLASH}": "/",
    "\N{MINUS SIGN}": "-", "\N{EN DASH}": "-",
})  # fmt: skip


class Reading(NamedTuple):
    """One way to read a typed number: its value, the unit behind it, and how its digits stand."""

    value: Decimal
    unit: str
    written: str


def grade_number(question: NumberQuestion, text: str, language: str) -> Finding:
    """Return right when the number is the question's, within its tolerance, in its unit.

    Digits are read by ``parse_number`` in the bank's language, and in the other convention
    only where the language's own gives no number (``1,5`` in English). Words, fractions,
    powers of ten and large-number words count. A unit left out is the question's; another
    one is converted, or wrong when it cannot be. Another number is wrong, never near.
    """
    if not text.strip():
        return NOTHING
    right = clean_line(question.right(""))
    readings = read_numbers(text, language)
    if not readings or not question.value.is_finite():
        return Finding(Verdict.WRONG, 0.0, "No number could be read there", matched=right, unread=True)
    with localcontext(_EXACT):
        for reading in readings:
            factor = _factor(reading.unit, question)
            if factor is not None:
                return _compare(question, reading, reading.value * factor, text, language)
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
    text, negative = _MINUS.subn("", _ABOUT.sub("", _ascii(text)))
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
    tolerance = question.tolerance
    off = abs(value - question.value)
    taken_as = write_number(value, language)
    as_typed = taken_as == reading.written and (reading.unit or taken_as == text.strip())
    converted = value != reading.value and question.unit
    read = None if as_typed else f"{taken_as} {question.unit}" if converted else taken_as
    right = clean_line(question.right(""))
    if off > (tolerance.margin(question.value) if tolerance else 0):
        note = f"Wrong; it is read as {read}" if read else "That is another number"
        return Finding(Verdict.WRONG, 0.0, note, matched=right, taken_as=read)
    note = f"it is within {tolerance} of {right}" if off else f"it is read as {read}" if read else ""
    return Finding(Verdict.RIGHT, 1.0, note, matched=right, taken_as=read)


def _ascii(text: str) -> str:
    """Write powers, fractions, signs and the digits of other scripts as a keyboard has them."""
    text = _SUPERSCRIPT.sub(lambda found: "^" + found[0], text.strip())
    text = unicodedata.normalize("NFKC", _VULGAR.sub(" ", text)).translate(_PLAIN_SIGNS)
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _digits(text: str, language: str) -> Reading | None:
    """Read the longest beginning of the text that is a number in digits."""
    for cut in reversed([found.start() for found in _CUT.finditer(text)]):
        value = _either(text[:cut], language)
        if value is not None:
            return _power(Reading(value, text[cut:], text[:cut])) or _fraction(
                Reading(value, text[cut:], text[:cut])
            )
    return None


def _either(text: str, language: str) -> Decimal | None:
    value = parse_number(text, language)
    other = "de" if decimal_mark(language) == "." else "en"
    return parse_number(text, other) if value is None else value


def _power(reading: Reading) -> Reading | None:
    found = _POWER.match(reading.unit)
    if found is None:
        return None
    power = Decimal(10) ** int(found[1]) if found[1] else reading.value ** int(found[2])
    return Reading(power * reading.value if found[1] else power, reading.unit[found.end() :], "")


def _fraction(reading: Reading) -> Reading | None:
    """Read 1/2 and 1 1/2; a denominator of zero is no number."""
    found = _FRACTION.match(reading.unit)
    if found is None:
        return reading
    below = int(found[2])
    if not below:
        return None
    whole, above = (reading.value, int(found[1])) if found[1] else (Decimal(0), reading.value)
    part = Decimal(above) / below
    return Reading(whole - part if whole < 0 else whole + part, reading.unit[found.end() :], "")


def _words(text: str, language: str) -> Reading | None:
    """Read the longest beginning of the text that is a number in English words."""
    if primary(language) != "en":
        return None
    words = list(_WORD.finditer(text))[:MOST_WORDS]
    for count in range(len(words), 0, -1):
        named = [word[0].casefold() for word in words[:count]]
        value = None if named in _NOT_ALONE else spelt(named)
        if value is not None:
            return Reading(value, text[words[count - 1].end() :], "")
    return None


def _scaled(reading: Reading, code: str) -> Iterator[Reading]:
    """Yield the reading as it stands, then with each large-number word that follows taken in."""
    yield reading._replace(unit=reading.unit.strip(_EDGES))
    words = scales(code)
    while (found := _SCALE.match(reading.unit)) and (factor := words.get(bare(found[1].casefold()))):
        reading = Reading(reading.value * factor, reading.unit[found.end() :], "")
        yield reading._replace(unit=reading.unit.strip(_EDGES))


def _factor(typed: str, question: NumberQuestion) -> Decimal | None:
    """Return what to multiply by to have the question's unit; None when the unit is wrong.

    Without a unit in the question, words of the prompt may stand behind the number.
    """
    if not typed:
        return Decimal(1)
    if question.unit:
        return conversion(typed, question.unit)
    asked = [word for word in _ASKED.findall(question.ask) if len(word) >= SHORTEST_WORD or word == "%"]
    if all(any(conversion(word, other) == 1 for other in asked) for word in typed.split()):
        return Decimal(1)
    known = (conversion(typed, word) for word in [*asked, "%"])
    factor = next((one for one in known if one is not None), None)
    return factor / 100 if factor and conversion(typed, "%") and "%" not in asked else factor
