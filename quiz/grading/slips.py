"""Which wrong texts may be a slip of the hand and are put to the learner.

No distance tells a typo of ``nitrate`` from ``nitrite``. So a slip is one letter missing, too
many, or two neighbours swapped, inside one word of at least five letters; one letter for
another only when the keys are neighbours, and never one vowel for another, since that is how
real pairs differ (Monet, Manet; affect, effect). Nothing that touches a digit, a negation, the
start of a word, or a prefix such as hyper- and hypo- is a slip; but for oestrogen, which is estrogen.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from quiz.grading.tables import NEGATIONS, PAIRS, PREFIXES, ROWS, VOWELS

SHORTEST = 5
SHORTEST_PART = 3
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")


def slip(typed: str, right: str, code: str) -> str | None:
    """Return a clause on the one slip that parts two folded texts, or None.

    ``code`` is the language, for its keyboard.
    """
    if typed.replace(" ", "") == right.replace(" ", ""):
        return _space(typed, right)
    mine, theirs = typed.split(" "), right.split(" ")
    if len(mine) != len(theirs):
        return None
    different = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
    return _in_word(*different[0], code) if len(different) == 1 else None


def _space(typed: str, right: str) -> str | None:
    split = max(typed, right, key=len)
    parts = set(split.split(" ")) - (set(min(typed, right, key=len).split(" ")))
    if (
        abs(len(typed) - len(right)) != 1
        or any(len(part) < SHORTEST_PART for part in parts)
        or parts & NEGATIONS
    ):
        return None
    return "a space is missing" if len(typed) < len(right) else "there is a space too many"


def _in_word(typed: str, right: str, code: str) -> str | None:
    if len(right) < SHORTEST or not all(map(_is_alphabetic, typed + right)):
        return None
    if frozenset((typed, right)) in PAIRS or {typed, right} & NEGATIONS:
        return None
    if code == "en" and _spelt_as_in_britain(typed, right):
        return "it is spelt as on the other side of the Atlantic"
    start = _common_start(typed, right)
    if start < _guarded(right) or start < _guarded(typed) or OSA.distance(typed, right, score_cutoff=1) != 1:
        return None
    return _edit(typed[start:], right[start:], code)


def _spelt_as_in_britain(one: str, other: str) -> bool:
    """Whether one begins with ``oe`` or ``ae`` and the other with ``e`` alone: oestrogen, aetiology."""
    short, long = sorted((one, other), key=len)
    return short.startswith("e") and long in {f"o{short}", f"a{short}"}


def _edit(typed: str, right: str, code: str) -> str | None:
    """Name the edit of two unequal ends of words that are one edit apart."""
    if len(typed) < len(right):
        return "one letter is missing"
    if len(typed) > len(right):
        return "there is one letter too many"
    if typed[1:] != right[1:]:
        return "two letters are swapped"
    both = frozenset((typed[0], right[0]))
    return "one letter is another" if both in _neighbours(code) and not both <= VOWELS else None


def _guarded(word: str) -> int:
    """Return how many first letters of the word a slip must not touch."""
    return max((len(prefix) for prefix in PREFIXES if word.startswith(prefix)), default=1)


def _common_start(one: str, other: str) -> int:
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))


@lru_cache(maxsize=4096)
def _is_alphabetic(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith(_SCRIPTS)


@lru_cache
def _neighbours(code: str) -> frozenset[frozenset[str]]:
    """Return the pairs of keys that touch, on the keyboard of the language."""
    rows = ROWS.get(code, ROWS["en"]).split()
    beside = {frozenset(row[n : n + 2]) for row in rows for n in range(len(row) - 1)}
    below = {
        frozenset((upper[place], letter))
        for upper, lower in pairwise(rows)
        for n, letter in enumerate(lower)
        for place in (n, n + 1)
        if place < len(upper)
    }
    return frozenset(beside | below)
