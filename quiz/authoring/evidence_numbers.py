"""Whether a number stands in running text, however it is written there.

Every doubt speaks for the text: a number is missing only where no reading of the text gives it.
"""

from __future__ import annotations

import functools
import re
from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple

from quiz.grading.fold import primary
from quiz.grading.numbers import read_numbers
from quiz.grading.tables import ORDINALS, TENS, UNITS
from quiz.grading.units import conversion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LONGEST_NUMBER = 60
MOST_COUNTED = 20
"""Up to this number things that are listed may have been counted."""

MOST_RECKONED = 80
"""With more numbers in a text, anything can be reckoned from them."""

CLOSE = Decimal("0.05")
_NOTHING = Decimal(0)
_NO_SHARE = (0, 1, 100)
_EXACT = Context(prec=100, traps=[])
_UNIT = re.compile(r"[^\W\d_]+|[%\N{DEGREE SIGN}$\N{EURO SIGN}\N{POUND SIGN}]")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_THOUSANDS = (1000, 1000**2, 1000**3)
_MARKED = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d]|[.,]\d)")
_HOW_MANY = re.compile(r"\bhow many (?!of\b|more\b|other\b)([^\W\d_]{3,})(?! (?:and|or)\b)", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=[^\W\d_]{2})(?:(?<=[sxz])es|(?<=[cs]h)es|s)$")
_DIGIT = re.compile(r"(?<!\d)(?!(?<=\d[.,])\d{3}(?!\d))\d")
"""Where a number may begin: not within another one, behind its thousands mark."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORT_RANGE = re.compile(r"(?<!\d)(?:(\d{2})\d{2}[-\N{EN DASH}/](\d{2})|(\d{3})\d[-\N{EN DASH}/](\d))(?!\d)")
NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)")
_SHORT_YEAR = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}](\d{2})(?!\d)")
_ROMAN = re.compile(r"\b(?=[IVXLC]+\b)(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})\b")
_SEPARATOR = re.compile(r"(?<!\d),|,(?!\d)|;|\b(?:and|or|und|oder|et|ou|y|o|e|en|of)\b", re.IGNORECASE)
_SAID = {
    word: tuple(map(Decimal, values.split(", ")))
    for words, values in (
        ("no none nobody never nothing without", "0"),
        ("once single sole only", "1"),
        ("twice both pair couple double doubled twin twins either", "2"),
        ("thrice triple tripled trio", "3"),
        ("third thirds", "3, 33, 66, 67"),
        ("quadruple quartet", "4"),
        ("dozen dozens", "12"),
        ("half halved", "0.5, 50, 2, 30"),
        ("quarter quarters", "0.25, 25, 4, 15"),
        ("fortnight", "14, 2"),
        ("week weeks", "7"),
        ("month", "30"),
        ("year", "12, 365"),
        ("decade decades", "10"),
        ("score", "20"),
        ("century centuries hundreds", "100"),
        ("millennium thousands", "1000"),
        ("millions", "1000000"),
        ("billions", "1000000000"),
    )
    for word in words.split()
}
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b|(?<=teen)th\b|tieth\b", re.IGNORECASE)
_PART = re.compile(rf"\ban? (?=(?:{'|'.join(ORDINALS)})\b)", re.IGNORECASE)
_CARDINAL = dict(zip(ORDINALS, list(UNITS)[1:], strict=False)) | {"th": "", "tieth": "ty"}
_STARTS = {*UNITS, *TENS, "hundred", "thousand", "million", "billion", "half"}
_RECKONS = re.compile(
    r"\b(?:how (?:long|old|many (?:years|months|days|times))|by (?:how|what)|difference|exceed\w*"
    r"|how (?:much|many|far)\b[^.?!]* (?:more|less|fewer|longer|above|below|beyond|than|remain\w*"
    r"|(?:is|are|was|were) left|increase\w*|decrease\w*|grow|grew|rise|rose|fall|fell|shrink|shrank)"
    r"|average|the mean|times (?:as|more|the|larger|bigger|higher|greater)|percent\w*|per|ratio|fraction"
    r"|proportion|(?:what|which|the) share|older|younger|later|earlier|(?:time|years) between|gap|duration"
    r"|(?:what|which|the) age|calculate\w*|convert\w*|(?:half|twice|double) (?:of|the|as|that|this))\b|%",
    re.IGNORECASE,
)
"""Phrases of a prompt that ask to reckon, or ask for what is mostly told by its two ends."""

_SHARES = re.compile(
    r"\b(?:percent\w*|per|ratio|fraction|proportion|share|average|convert\w*)\b|%", re.IGNORECASE
)
_SUMS = re.compile(r"\b(?:total|altogether|combined|sum|together|over ?all|in all)\b", re.IGNORECASE)
_ROUNDS = re.compile(
    r"\b(?:about|approximately|approx|roughly|nearly|almost|around|circa|nearest|round\w*|over|more than"
    r"|less than|at (?:least|most)|up to)\b|[~\N{ALMOST EQUAL TO}]",
    re.IGNORECASE,
)


class Passage(NamedTuple):
    """What may prove an answer: the ``text`` that is cited, and the ``prompt`` that it answers.

    ``before`` is what stands above the text, as far as it may be meant by it.
    """

    text: str
    prompt: str
    language: str
    before: str = ""


class Amount(NamedTuple):
    """A number of a text, without its sign, and the word behind it (empty when there is none)."""

    value: Decimal
    unit: str


@functools.lru_cache(maxsize=512)
def amounts_in(text: str, language: str) -> frozenset[Amount]:
    """Return every number that a text may be read to name: digits in both conventions, words, Roman ones."""
    counted = _ORDINAL.sub(lambda found: _CARDINAL[found[0].lower()], text)
    found = {one for each in {text, counted} for one in _amounts(each, language)}
    found |= {Amount(value, "") for word in _WORD.findall(text.casefold()) for value in _SAID.get(word, ())}
    found |= {Amount(Decimal(part), "") for parts in NUMERIC_DATE.findall(text) for part in parts}
    found |= {Amount(Decimal("".join(parts)), "") for parts in _SHORT_RANGE.findall(text)}
    found |= {Amount(Decimal(f"{age}{end}"), "") for end in _SHORT_YEAR.findall(text) for age in (18, 19, 20)}
    return frozenset(found | {Amount(_roman(match), "") for match in _ROMAN.finditer(text) if match[0]})


def _amounts(text: str, language: str) -> Iterator[Amount]:
    for place in _places(text):
        yield from read_amounts(text[place : place + LONGEST_NUMBER], language)


def _places(text: str) -> Iterator[int]:
    yield from (match.start() for one in (_DIGIT, _PART) for match in one.finditer(text))
    yield from (match.start() for match in _WORD.finditer(text) if match[0].casefold() in _STARTS)


def read_amounts(text: str, language: str) -> Iterator[Amount]:
    """Yield every way to read the number that a text begins with; nothing where it begins with none."""
    own = own_amounts(text, language)
    yield from own
    for code in {"en", "de"} - {language}:
        yield from (one for one in own_amounts(text, code) if not _is_thousandth(one, own))


def own_amounts(text: str, language: str) -> list[Amount]:
    """Return the ways to read the number that a text begins with by the marks and words of one language."""
    readings = [(abs(one.value), _UNIT.match(one.unit)) for one in read_numbers(text, language)]
    return [Amount(value, unit[0] if unit else "") for value, unit in readings]


def _is_thousandth(one: Amount, own: Collection[Amount]) -> bool:
    """Whether a reading takes the thousands marks of the language for a decimal one."""
    return any(one.value * shift == other.value != 0 for other in own for shift in _THOUSANDS)


def with_other_marks(written: str, text: str) -> str:
    """Return the number of a text that has the digits of ``written`` and other marks; empty for none."""
    digits = re.sub(r"\D", "", written)
    same = (one for one in _MARKED.findall(text) if one != written and re.sub(r"\D", "", one) == digits)
    return next(same, "")


def _roman(found: re.Match[str]) -> Decimal:
    values = [_WORTH[sign] for sign in found[0]]
    return Decimal(
        sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    )


def number_stands(
    value: Decimal,
    passage: Passage,
    margin: Decimal = _NOTHING,
    unit: str | None = None,
    *,
    counted: bool = True,
) -> bool:
    """Whether a text names a number, up to ``margin``, or the prompt lets it be reckoned or counted from it.

    ``unit`` is that of the number: what the text gives in another one is converted. ``counted``: whether
    things that the text lists may be counted.
    """
    value = abs(value)
    counted = counted and not gives_otherwise(value, unit or how_many(passage.prompt), passage)
    known = amounts_in(passage.text, passage.language)
    numbers = {amount.value for amount in known}
    with localcontext(_EXACT):
        return (
            any(abs(number - value) <= margin for number in numbers)
            or (counted and _is_counted(value, passage.text))
            or (primary(passage.language) != "en" and _is_round(value))
            or (unit is not None and _is_converted(value, unit, known))
            or (bool(_ROUNDS.search(passage.prompt)) and any(_is_close(one, value) for one in numbers))
            or (_asks_to_reckon(passage) and is_reckoned(value, numbers, passage))
            or (bool(_SUMS.search(passage.prompt)) and _is_sum(value, numbers))
        )


def how_many(prompt: str) -> str:
    """Return the word for what an English prompt asks to count, or nothing."""
    found = _HOW_MANY.search(prompt)
    return found[1] if found else ""


def gives_otherwise(value: Decimal, noun: str, passage: Passage) -> bool:
    """Whether a text gives another number of the very same things; ordinals, and one, are none."""
    text, wanted = _ORDINAL.sub(" ", passage.text), _singular(noun)
    return (
        bool(wanted)
        and value > 1
        and any(
            one.value > 1 and _singular(one.unit) == wanted for one in set(_amounts(text, passage.language))
        )
    )


def _singular(noun: str) -> str:
    return _PLURAL.sub("", noun.casefold())


def _is_counted(value: Decimal, text: str) -> bool:
    """Whether so many whole things may be listed; none, and one, always are."""
    if value != int(value):
        return False
    return value <= 1 or (value <= MOST_COUNTED and len(_SEPARATOR.findall(text)) >= value - 1)


def _is_round(value: Decimal) -> bool:
    """Whether it may be spelt in words, which are read in English only."""
    return value <= MOST_COUNTED or len(value.normalize().as_tuple().digits) == 1


def _is_close(one: Decimal, value: Decimal) -> bool:
    return abs(one - value) <= CLOSE * value


def _is_converted(value: Decimal, unit: str, known: Collection[Amount]) -> bool:
    """Whether an amount in another unit is about the value; in its own unit it has to be the value itself."""
    factors = ((one.value, conversion(one.unit, unit)) for one in known if one.unit)
    return any(factor not in (None, 1) and _is_close(one * (factor or 0), value) for one, factor in factors)


def _asks_to_reckon(passage: Passage) -> bool:
    return primary(passage.language) != "en" or _RECKONS.search(passage.prompt) is not None


def is_reckoned(value: Decimal, numbers: Collection[Decimal], passage: Passage) -> bool:
    """Whether two numbers of text and prompt give the value as sum, difference, product or share.

    A number of the text with its point elsewhere is neither of the last, but where a prompt asks for a share.
    """
    numbers = {*numbers, *(amount.value for amount in amounts_in(passage.prompt, passage.language))}
    if len(numbers) > MOST_RECKONED:
        return True
    sums_alone = not _SHARES.search(passage.prompt) and any(_is_shifted(value, one) for one in numbers)
    return any(
        value in (one + other, one - other) or (not sums_alone and _is_part(value, one, other))
        for one in numbers
        for other in numbers
        if one != other
    )


def _is_part(value: Decimal, one: Decimal, other: Decimal) -> bool:
    """Whether a value is the product of two numbers, or about their share, also as percentage."""
    if value == one * other:
        return True
    shares = () if other in _NO_SHARE else (one / other, 100 * one / other)
    return any(abs(part - value) <= value / 100 for part in shares)


def _is_shifted(value: Decimal, one: Decimal) -> bool:
    """Whether a number has the digits of another, two at least, and its point elsewhere."""
    mine, theirs = value.normalize().as_tuple(), one.normalize().as_tuple()
    return mine.digits == theirs.digits and mine.exponent != theirs.exponent and len(mine.digits) > 1


def _is_sum(value: Decimal, numbers: Collection[Decimal]) -> bool:
    """Whether two numbers make the value together, or so many of so much."""
    if len(numbers) > MOST_RECKONED:
        return True
    return any(
        value == one + other or (value == one * other and not _is_shifted(value, one))
        for one in numbers
        for other in numbers
        if one != other
    )
