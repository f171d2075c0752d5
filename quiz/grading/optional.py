"""Parts of an accepted answer that may be left out: ``(Sir) Winston Churchill``."""

from __future__ import annotations

import re
from itertools import product

MOST_PARTS = 4
FEWEST_LETTERS = 2

_BRACKETS = re.compile(r"(?<!\S)(\((?=[^()]*[^\W\d_]{2})[^()]*\))(?!\S)")
_ROMAN = re.compile(r"\(\s*[ivxlcdm]+\s*\)", re.IGNORECASE)


def ways(answer: str) -> tuple[str, ...]:
    """Return the accepted answer with each of its optional parts in it or left out; itself first.

    Optional is what stands in round brackets apart from other words, with two letters in a row:
    not the brackets of ``f(x)``, of ``x (y)`` or of ``iron (III)``. Where less than two letters
    or digits would be left, and beyond four such parts, nothing is optional.
    """
    pieces = _BRACKETS.split(answer)
    places = [n for n in range(1, len(pieces), 2) if not _ROMAN.fullmatch(pieces[n])]
    if not 0 < len(places) <= MOST_PARTS:
        return (answer,)
    shorter = (_without(pieces, places, kept) for kept in product((True, False), repeat=len(places)))
    return tuple(way for way in shorter if way == answer or sum(map(str.isalnum, way)) >= FEWEST_LETTERS)


def _without(pieces: list[str], places: list[int], kept: tuple[bool, ...]) -> str:
    dropped = {place for place, keep in zip(places, kept, strict=True) if not keep}
    return "".join(" " if n in dropped else piece for n, piece in enumerate(pieces))
