"""Numbers in words: in full in the languages of ``names``, and the words for large numbers in them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from quiz.grading.names import digits, names, starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST_WORDS = 20
SHORTEST_SCALE = 3
HALF = Decimal("0.5")

_POWERS: Mapping[str, Mapping[int, str]] = {
    "en": {3: "thousand thousands", 6: "million millions mn mln m", 9: "billion billions bn b",
           12: "trillion trillions tn", 2: "hundred hundreds"},
    "de": {3: "tausend tsd", 6: "million millionen", 9: "milliarde milliarden", 12: "billion billionen"},
    "fr": {3: "mille", 6: "million millions", 9: "milliard milliards md mds", 12: "billion billions"},
    "es": {3: "mil", 6: "millon millones", 12: "billon billones"},
    "it": {3: "mila mille", 6: "milione milioni mln", 9: "miliardo miliardi mld"},
    "pt": {3: "mil", 6: "milhao milhoes", 9: "bilhao bilhoes"},
    "nl": {3: "duizend", 6: "miljoen mln", 9: "miljard mld", 12: "biljoen"},
    "pl": {3: "tysiac tysiaca tysiace tysiecy tys", 6: "milion miliona miliony milionow mln",
           9: "miliard miliarda miliardy miliardow mld", 12: "bilion biliona biliony bilionow"},
    "tr": {3: "bin", 6: "milyon mn", 9: "milyar mr", 12: "trilyon"},
}  # fmt: skip
_EVERYWHERE = {"k": Decimal(1000), "mio": Decimal(10**6), "mrd": Decimal(10**9), "dozen": Decimal(12)}
_SEVERAL = (
    "thousands millions billions trillions hundreds millionen milliarden billionen milliards "
    "millones billones mila milioni miliardi milhoes bilhoes tysiaca tysiace tysiecy miliona miliony "
    "milionow miliarda miliardy miliardow biliona biliony bilionow"
)
_PLURALS = frozenset(_SEVERAL.split())
"""Words that are no number without one in front: ``millions`` is not a million."""

_LINKS: Mapping[str, str] = {
    "en": "and",
    "de": "und",
    "nl": "en",
    "fr": "et",
    "es": "y",
    "it": "e",
    "pt": "e",
    "pl": "i",
    "tr": "ve",
}
_HALVES: Mapping[str, tuple[str, ...]] = {
    "en": ("half", "ahalf", "halfa"),
    "de": ("halb", "halbe", "einhalb", "einehalbe"),
    "nl": ("half", "eenhalf"),
    "fr": ("demi", "undemi"),
    "es": ("medio", "media"),
    "it": ("mezzo", "mezza"),
    "pt": ("meio", "meia"),
    "pl": ("pol",),
    "tr": ("yarim",),
}
_AND_HALF: Mapping[str, tuple[str, ...]] = {
    "en": ("andahalf", "andhalf"),
    "de": ("einhalb", "undeinhalb"),
    "nl": ("eneenhalf", "enhalf", "eenhalf"),
    "fr": ("etdemi", "etdemie"),
    "es": ("ymedio", "ymedia"),
    "it": ("emezzo", "emezza"),
    "pt": ("emeio", "emeia"),
    "pl": ("ipol",),
    "tr": ("bucuk",),
}
PARTS: Mapping[str, int] = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
"""Into how many parts English fractions divide."""

_OWN_NAMES = {"de": {"anderthalb": Decimal("1.5")}, "nl": {"anderhalf": Decimal("1.5")},
              "pl": {"poltora": Decimal("1.5"), "poltorej": Decimal("1.5")}}  # fmt: skip
POINTS: Mapping[str, str] = {
    "en": "point", "de": "komma", "nl": "komma", "fr": "virgule", "es": "coma", "it": "virgola",
    "pt": "virgula", "pl": "przecinek", "tr": "virgul",
}  # fmt: skip
"""How the decimal mark is said."""


@cache
def scales(code: str) -> Mapping[str, Decimal]:
    """Return what the words for large numbers multiply by, in small letters without accents.

    A language that the table does not know takes the English words. ``billion`` is 10**12 in
    German and French.
    """
    return _EVERYWHERE | dict(_scales(code))


@cache
def full_scales(code: str) -> Mapping[str, Decimal]:
    """Return those of ``scales`` that are words in full, from a thousand on, greatest and longest first."""
    full = [
        (word, size)
        for word, size in _scales(code)
        if len(word) >= SHORTEST_SCALE and size >= 1000  # noqa: PLR2004 - a thousand
    ]
    return dict(sorted(full, key=lambda pair: (pair[1], len(pair[0])), reverse=True))


@cache
def may_begin(code: str) -> frozenset[str]:
    """Return the first three letters of all words, shorter ones whole, that a number may begin with."""
    others = ("a", "an", *_HALVES.get(code, ()), *_OWN_NAMES.get(code, ()), *full_scales(code))
    return starts(code) | {word[:3] for word in others}


def spelt(words: Sequence[str], code: str = "en") -> Decimal | None:
    """Return the number that words in small letters without accents name in full, or None.

    Up to the greatest scale of the language, with halves and a decimal point: ninety thousand,
    one and a half million, two point five, zweihundertfünfzigtausend, deux millions et demi.
    More than 20 words, and other languages than those of ``names``, give None.
    """
    if not words or len(words) > MOST_WORDS or not names(code):
        return None
    return _read("".join(words), code)


@lru_cache(maxsize=4096)
def _read(text: str, code: str) -> Decimal | None:
    known = names(code).get(text)
    if known is not None:
        return Decimal(known)
    for word, size in full_scales(code).items():
        left, found, right = text.partition(word)
        if found:
            times, below = _times(left, word, code), _below(right, size, code)
            return None if times is None or below is None or times >= size else times * size + below
    return _with_part(text, code)


def _times(text: str, scale: str, code: str) -> Decimal | None:
    """Return how many of a scale there are; one when nothing is said and it is in the singular."""
    if text in {"", "a", "an"}:
        return None if scale in _PLURALS or (text and code != "en") else Decimal(1)
    return _read(text.removesuffix("ofa") if code == "en" else text, code)


def _below(text: str, size: Decimal, code: str) -> Decimal | None:
    """Return what follows a scale, less than it and more than nothing; 0 when nothing follows."""
    if not text:
        return Decimal(0)
    if text in _AND_HALF[code] and code != "en":
        return size / 2
    below = _read(text, code)
    if below is None:
        below = _read(text.removeprefix(_LINKS[code]), code)
    return below if below is not None and 0 < below < size else None


def _with_part(text: str, code: str) -> Decimal | None:
    """Return a small number with a half or with a part behind the point."""
    own = _OWN_NAMES.get(code, {}).get(text)
    if own is not None:
        return own
    if text in _HALVES[code]:
        return HALF
    for ending in _AND_HALF[code]:
        whole = names(code).get(text.removesuffix(ending))
        if whole is not None:
            return whole + HALF
    if code == "en" and (share := _share(text)) is not None:
        return share
    left, point, right = text.partition(POINTS[code])
    return _pointed(names(code).get(left), right, code) if point else None


def _share(text: str) -> Decimal | None:
    """Return an English fraction: two thirds, a quarter; None when the numbers do not agree."""
    for ending, below in PARTS.items():
        count, found, rest = text.partition(ending)
        above = 1 if count in {"a", "an"} else names("en").get(count, 0)
        if found and above and rest == ("s" if above > 1 else ""):
            return Decimal(above) / below
    return None


def _pointed(whole: int | None, text: str, code: str) -> Decimal | None:
    """Return a whole number and the digits behind its point, named one by one."""
    values: list[int] = []
    known = sorted(digits(code).items(), key=lambda pair: -len(pair[0]))
    while text and len(values) < MOST_WORDS:
        found = next(((name, value) for name, value in known if text.startswith(name)), None)
        if found is None:
            return None
        values.append(found[1])
        text = text.removeprefix(found[0])
    if whole is None or not values or text:
        return None
    return Decimal(f"{whole}.{''.join(map(str, values))}")


def _scales(code: str) -> Iterator[tuple[str, Decimal]]:
    for power, words in _POWERS.get(code, _POWERS["en"]).items():
        yield from ((word, Decimal(10) ** power) for word in words.split())
