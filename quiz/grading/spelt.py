"""Numbers in words: English ones in full, and the words for large numbers in other languages."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from quiz.grading.tables import TENS, UNITS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_WORDS = 20

_POWERS: Mapping[str, Mapping[int, str]] = {
    "en": {3: "thousand thousands", 6: "million millions mn mln m", 9: "billion billions bn b",
           12: "trillion trillions tn", 2: "hundred hundreds"},
    "de": {3: "tausend tsd", 6: "million millionen", 9: "milliarde milliarden", 12: "billion billionen"},
    "fr": {3: "mille", 6: "million millions", 9: "milliard milliards md mds", 12: "billion billions"},
    "es": {3: "mil", 6: "millon millones", 12: "billon billones"},
    "it": {3: "mila mille", 6: "milione milioni mln", 9: "miliardo miliardi mld"},
    "pt": {3: "mil", 6: "milhao milhoes", 9: "bilhao bilhoes"},
    "nl": {3: "duizend", 6: "miljoen mln", 9: "miljard mld", 12: "biljoen"},
}  # fmt: skip
_EVERYWHERE = {"k": Decimal(1000), "mio": Decimal(10**6), "mrd": Decimal(10**9), "dozen": Decimal(12)}
_ENGLISH = {"billion": 10**9, "million": 10**6, "thousand": 10**3, "hundred": 100}
_HALVES = {("half", "a"): "0.5", ("a", "half"): "0.5", ("half",): "0.5", ("a",): "1", ("an",): "1"}


def scales(code: str) -> Mapping[str, Decimal]:
    """Return what the words for large numbers multiply by, in small letters without accents.

    A language that the table does not know takes the English words. ``billion`` is 10**12 in
    German and French.
    """
    powers = _POWERS.get(code, _POWERS["en"])
    words = {word: Decimal(10**power) for power, several in powers.items() for word in several.split()}
    return _EVERYWHERE | words


def spelt(words: Sequence[str]) -> Decimal | None:
    """Return the number that English words in small letters name in full, or None.

    Up to billions, with ``and``, ``a``, ``half`` and ``point``: ninety thousand, one and a
    half million, two point five, a hundred and five. More than 20 words give None.
    """
    if not words or len(words) > MOST_WORDS:
        return None
    for scale, factor in _ENGLISH.items():
        if scale in words:
            place = words.index(scale)
            return _scaled(spelt(words[:place] or ("one",)), factor, words[place + 1 :])
    return _small(tuple(words))


def _scaled(times: Decimal | None, factor: int, rest: Sequence[str]) -> Decimal | None:
    below = spelt(rest[1:] if rest[0] == "and" else rest) if rest else Decimal(0)
    if times is None or below is None or below >= factor:
        return None
    return times * factor + below


def _small(words: tuple[str, ...]) -> Decimal | None:
    """Return a number below a hundred, with a part behind the point or a half."""
    if words in _HALVES:
        return Decimal(_HALVES[words])
    if words[-3:] == ("and", "a", "half"):
        whole = _small(words[:-3]) if words[:-3] else None
        return None if whole is None else whole + Decimal("0.5")
    if "point" in words:
        place = words.index("point")
        return _pointed(_whole(words[:place]), words[place + 1 :])
    whole_number = _whole(words)
    return None if whole_number is None else Decimal(whole_number)


def _pointed(whole: int | None, digits: Sequence[str]) -> Decimal | None:
    values = [UNITS.get(word, 10) for word in digits]
    if whole is None or not values or max(values) > 9:  # noqa: PLR2004 - the greatest digit
        return None
    return Decimal(f"{whole}.{''.join(map(str, values))}")


def _whole(words: tuple[str, ...]) -> int | None:
    match words:
        case (word,):
            return UNITS.get(word, TENS.get(word))
        case (ten, unit) if ten in TENS and 0 < UNITS.get(unit, 0) < 10:  # noqa: PLR2004 - one digit
            return TENS[ten] + UNITS[unit]
        case _:
            return None
