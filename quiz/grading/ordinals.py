"""Ordinals in words and in figures: ``twenty-first`` is 21st, ``dix-neuvième`` and ``19ème`` are 19e.

Behind a name an ordinal is its number, however it is written: ``Henry the Eighth``, ``Felipe Segundo``,
``Napoléon Ier``.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from quiz.grading.names import HUNDRED, TEN, WORDS, names
from quiz.grading.tables import ARTICLES, ORDINALS, TENS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STEMS: Mapping[str, str] = {
    "de": "erst zweit dritt viert funft/fuenft sechst siebt/siebent acht neunt zehnt elft zwolft/zwoelft",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
    "es": "primer/primero segundo tercer/tercero cuarto quinto sexto septimo octavo noveno decimo",
    "it": "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo",
    "pt": "primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo",
    "pl": "pierwsz drug trzec czwart piat szost siodm osm dziewiat dziesiat",
    "ru": "перв втор трет четверт пят шест седьм восьм девят десят",
    "tr": "birinci ikinci ucuncu dorduncu besinci altinci yedinci sekizinci dokuzuncu onuncu",
}
_O = "\N{CYRILLIC SMALL LETTER O}"
_GO = "\N{CYRILLIC SMALL LETTER GHE}" + _O
_E = "\N{CYRILLIC SMALL LETTER IE}"
_NEUTER_RU = (f"{_O}{_E}", f"ь{_E}", f"{_O}{_GO}", f"ь{_E}{_GO}")
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "de": ("e", "er", "es", "en", "em"), "nl": ("",),
    "pl": ("y", "i", "a", "ia", "e", "ie", "ego", "iego"),
    "ru": ("ый", "ой", "ий", "ая", "ья", *_NEUTER_RU),
}  # fmt: skip
_REGULAR: Mapping[str, tuple[str, str]] = {"de": ("t", "st"), "nl": ("de", "ste")}
"""What makes an ordinal of a number from 13 on, and of one from 20 on."""

_SUFFIX: Mapping[str, str] = {"de": "te", "nl": "e", "fr": "e", "tr": ""}
_FIGURES: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"(\d+)te[rsnm]?", re.ASCII),
    "nl": re.compile(r"(\d+)(?:ste|de|e)", re.ASCII),
    "fr": re.compile(r"(\d+)(?:i?emes?|es?|ere|er|re)", re.ASCII),
    **dict.fromkeys(("es", "it", "pt"), re.compile(r"(\d+)[ao]", re.ASCII)),
}
_POINTED = re.compile(r"(?<![\w.,])([0-9]{1,2}|[IVXivx]{1,5})\.(?=\s+[^\W\d_])")
_UNPOINTED = re.compile(
    r"(?<![\w.,])([0-9]{1,2}(?=[.-])|[IVXivx]{1,5}\b)(?:\.|-[^\W\d_]{1,2}\b)?(?=\s+[^\W\d_])"
)
_IN_FRONT: Mapping[str, re.Pattern[str]] = {
    "de": _POINTED, "tr": _POINTED, "pl": _UNPOINTED, "ru": _UNPOINTED,
}  # fmt: skip
_ROMAN_BELOW_40 = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_BEHIND_A_NAME: Mapping[str, re.Pattern[str]] = {
    code: re.compile(rf"(?<=[^\W\d_]) (?:{ordinal})$")
    for code, ordinal in {
        "en": r"(?:the )?([0-9]+)(?:st|nd|rd|th)", "de": r"(?:der|die) ([0-9]+)te", "nl": r"de ([0-9]+)e",
        "fr": r"(1)e|ier|iere", **dict.fromkeys(("es", "it", "pt", "pl", "ru"), r"([0-9]+)o"),
    }.items()
}  # fmt: skip


@cache
def ordinals(code: str) -> Mapping[str, str]:
    """Return the ordinals of a language in figures, by their names without spaces, hyphens and accents.

    1st to 99th in English, French, German and Dutch, the first ten in Spanish, Italian,
    Portuguese, Polish, Russian and Turkish; empty for other languages.
    """
    if code == "en":
        return dict(_english())
    return dict(_french() if code == "fr" else _listed(code))


@cache
def ordinal_starts(code: str) -> frozenset[str]:
    """Return the first three letters of the names of ``ordinals``."""
    return frozenset(name[:3] for name in ordinals(code))


def ordinal_figure(word: str, code: str) -> str | None:
    """Return figures with any ending of an ordinal of the language in one form, or None for other words."""
    found = _FIGURES[code].fullmatch(word) if code in _FIGURES else None
    return found and found[1] + _suffix(code)


def without_points(text: str, code: str) -> str:
    """Return a text with the ordinals in front of a word as those in words are written, without points.

    The German ``II. Weltkrieg`` is 2te Weltkrieg, the Polish ``II wojna`` 2o wojna, the Turkish
    ``II. Mahmud`` 2 Mahmud.
    """
    pattern, suffix = _IN_FRONT.get(code), _suffix(code)
    if pattern is None:
        return text
    return pattern.sub(lambda found: f"{roman_value(found[1].casefold()) or found[1]}{suffix}", text)


def as_cardinal(text: str, code: str) -> str:
    """Return a folded text with the ordinal that follows a name at its end as a number.

    Behind an article alone it stays one: the second is not the two.
    """
    found = _BEHIND_A_NAME[code].search(text) if code in _BEHIND_A_NAME else None
    if found is None or text[: found.start()] in ARTICLES.get(code, ()):
        return text
    return f"{text[: found.start()]} {found[1] or 1}"


def roman_value(text: str) -> int:
    """Return the value of Roman figures below forty, in small letters; 0 for none."""
    found = _ROMAN_BELOW_40.fullmatch(text)
    return 10 * len(found[1]) + _ROMAN_ONES[found[2]] if found else 0


def _suffix(code: str) -> str:
    return _SUFFIX.get(code, "o")


def _english() -> Iterator[tuple[str, str]]:
    yield from ORDINALS.items()
    teens = ((name, value) for name, value in names("en").items() if 12 < value < 20)  # noqa: PLR2004 - the teens
    yield from ((f"{name}th", f"{value}th") for name, value in teens)
    ones = {name: figure for name, figure in ORDINALS.items() if len(figure) == len("1st")}
    for ten, value in TENS.items():
        yield f"{ten[:-1]}ieth", f"{value}th"
        yield from ((f"{ten}{one}", f"{value // TEN}{figure}") for one, figure in ones.items())


def _french() -> Iterator[tuple[str, str]]:
    yield from ((name, "1e") for name in ("premier", "premiere", "premiers", "premieres"))
    yield from (("second", "2e"), ("seconde", "2e"))
    for name, value in names("fr").items():
        if 0 < value < HUNDRED:
            stem = name.removesuffix("s").removesuffix("e")
            stem = f"{stem}u" if stem.endswith("cinq") else re.sub("neuf$", "neuv", stem)
            yield f"{stem}ieme", f"{value}e"
    yield from (("troisieme", "3e"), ("sixieme", "6e"), ("dixieme", "10e"))


def _listed(code: str) -> Iterator[tuple[str, str]]:
    """Yield the ordinals that are listed, with their endings; Romance ones in both genders and numbers."""
    for value, ways in enumerate(_stems(code), 1):
        for stem, ending in product(ways.split("/"), _ENDINGS.get(code, ("",))):
            yield stem + ending, f"{value}{_suffix(code)}"
            if code in WORDS and code not in _ENDINGS and stem.endswith("o"):
                yield from ((stem[:-1] + other, f"{value}o") for other in ("a", "os", "as", "i", "e"))


def _stems(code: str) -> list[str]:
    """Return the stems of the ordinals from the first on, each with its other spellings behind strokes."""
    stems = _STEMS.get(code, "").split()
    teen, ten = _REGULAR.get(code, ("", ""))
    named: dict[int, list[str]] = {}
    for name, value in names(code).items() if teen else ():
        named.setdefault(value, []).append(name + (teen if value < 2 * TEN else ten))
    return stems + ["/".join(named[value]) for value in range(len(stems) + 1, HUNDRED if teen else 0)]
