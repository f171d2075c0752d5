"""Names that a text spells otherwise than a question does.

Only a small slip of one name that the text has is told; every doubt speaks for the question: a word
that the text has in whatever form, endings, and what may be another name are left alone.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from quiz.authoring.evidence_names import MOST_WORDS, TOKEN, content
from quiz.grading.fold import bare, primary
from quiz.grading.tables import DATE_FILLERS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LANGUAGES = frozenset(("en", "fr", "es", "it", "pt", "nl", "ca"))
"""Languages that neither bend names by endings nor write common nouns with a capital."""

SHORTEST = 5
"""Letters of a name in which one letter may be a slip."""

SILENT = 6
"""Letters of a name behind which an ``e`` more or less is a slip."""

LONG = 9
"""Letters of a name in which `MOST` letters may be a slip."""

MOST = 2

_ENDINGS = re.compile(
    "(?:e?s|i?ans?|n|i[cens]?|is[ht]s?|ists|ism|e[rdn]?|ers|y|rs?|ese|as?|o|os|us|um|al|d|ia|ies|)"
)
_ENDS = re.compile(
    r"(?:^|[.!?:\N{HORIZONTAL ELLIPSIS}][\"'\N{RIGHT DOUBLE QUOTATION MARK})\]]*)\s*[\"'(\[\u201c\u2018]*$"
)
_SOUNDS = {"ie", "ey", "y", "i"}
"""Ends of names that sound alike: each may be a slip of each, but of no other ending."""

_SAME = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("our", "or"),
        ("iz(?=e|ing|ation)", "is"),
        ("re$", "er"),
        ("ce$", "se"),
        ("ae|oe", "e"),
        ("is[tm]$", "is"),
        ("men$", "man"),
    )
)


class Slip(NamedTuple):
    """A name as a question spells it, and as the text does."""

    name: str
    standing: str


class _Names(NamedTuple):
    """The words of a text in small letters, and its names by first letter and length without accents.

    ``beside`` are the names that stand next to another one: behind it (1), or before it (-1).
    """

    words: frozenset[str]
    by_shape: Mapping[tuple[str, int], frozenset[str]]
    beside: Mapping[tuple[str, int], frozenset[str]]


def slips(statement: str, document: str, language: str, *, is_answer: bool = False) -> Iterator[Slip]:
    """Yield each name of a prompt, or of an answer, that is a slip of one name of the text.

    A name is a word of five letters or more with a capital that does not begin a sentence, or begins a
    name of several words; an answer that is short and all in capitals is one. Beside a word that
    stands next to the name in the text, four letters are enough. Nothing in languages other than
    `LANGUAGES`.
    """
    if primary(language) not in LANGUAGES:
        return
    names = _names_of(document)
    whole = is_answer and _is_name(statement)
    beside = _pairs(statement)
    for word, is_named in _capitals(statement):
        standing = _standing_beside(word, beside, names)
        if standing is None and (whole or is_named):
            standing = _standing(word, names)
        if standing is not None:
            yield Slip(word, standing)


def _is_name(answer: str) -> bool:
    words = content(answer)
    return 0 < len(words) <= MOST_WORDS and all(word[0].isupper() for word in words)


def _capitals(statement: str) -> Iterator[tuple[str, bool]]:
    """Yield the words with a capital, and whether their place does not ask for it."""
    for found in TOKEN.finditer(statement):
        (word,) = content(found[0]) or ("",)
        if word[:1].isupper() and not word.isupper():
            follows = statement[found.end() :].lstrip(" ")[:1]
            begins = _ENDS.search(statement[: found.start()]) is not None
            yield word, not begins or (follows.isupper() and statement[found.end() :][:1] == " ")


def _standing(word: str, names: _Names) -> str | None:
    """Return the one name of the text that a word is a slip of, or None."""
    if len(word) < SHORTEST or _is_known(word, names):
        return None
    first, length = _shape(word)
    near = (names.by_shape.get((first, length + more), frozenset()) for more in range(-MOST, MOST + 1))
    alike = [name for several in near for name in several if is_slip(word, name)]
    return alike[0] if len(alike) == 1 else None


def _is_known(word: str, names: _Names) -> bool:
    """Whether the text has a word, if as one or as several, or it is a part of a date."""
    small = word.casefold()
    forms = {small, f"{small}s", small if small.endswith("ss") else small.removesuffix("s")}
    return bool(forms & names.words) or bare(small) in MONTHS or bare(small) in DATE_FILLERS


def _standing_beside(word: str, pairs: Iterable[tuple[str, str]], names: _Names) -> str | None:
    """Return the one name of the text that a word is a slip of and that stands by the same neighbour."""
    if len(word) < SHORTEST - 1 or _is_known(word, names):
        return None
    near = {name for one, two in pairs if two == word for name in names.beside.get((one, 1), ())}
    near |= {name for one, two in pairs if one == word for name in names.beside.get((two, -1), ())}
    alike = [name for name in near if _is_slip_beside(word, name)]
    return alike[0] if len(alike) == 1 else None


def _is_slip_beside(word: str, name: str) -> bool:
    """Whether two spellings of four letters or more differ by one, and neither is a form of the other."""
    mine, theirs = bare(word.casefold()), bare(name.casefold())
    if min(len(mine), len(theirs)) < SHORTEST - 1 or mine[0] != theirs[0]:
        return False
    if OSA.distance(mine, theirs, score_cutoff=1) != 1:
        return False
    return _ends(mine, theirs) == {"", "e"} or not _other_form(mine, theirs)


def _pairs(text: str) -> list[tuple[str, str]]:
    """Return each two words with a capital and a space between them; words all in capitals are none."""
    found = [one for one in TOKEN.finditer(text) if one[0][:1].isupper() and not one[0].isupper()]
    next_to = [(one, two) for one, two in pairwise(found) if text[one.end() : two.start()] == " "]
    pairs = (("".join(content(one[0])), "".join(content(two[0]))) for one, two in next_to)
    return [(one, two) for one, two in pairs if one and two]


def _shape(word: str) -> tuple[str, int]:
    folded = bare(word.casefold())
    return folded[:1], len(folded)


def is_slip(word: str, name: str) -> bool:
    """Whether two different spellings are one name: equal but for accents, or for a letter, in long ones two.

    What is an ending, another gender, or British or American spelling is no slip; endings that sound
    alike are one, and so is the ``e`` at the end of one that is not short.
    """
    mine, theirs = bare(word.casefold()), bare(name.casefold())
    if mine == theirs:
        return word.casefold() != name.casefold()
    shorter = min(len(mine), len(theirs))
    most = MOST if shorter >= LONG else 1
    if shorter < SHORTEST or mine[0] != theirs[0]:
        return False
    if _ends(mine, theirs) <= _SOUNDS:
        return True
    if OSA.distance(mine, theirs, score_cutoff=most) > most:
        return False
    return not _other_form(mine, theirs)


def _other_form(mine: str, theirs: str) -> bool:
    ends = _ends(mine, theirs)
    doubled = ends == {"", mine[_common(mine, theirs) - 1]}
    silent = ends == {"", "e"} and min(len(mine), len(theirs)) >= SILENT
    bent = not doubled and not silent and all(map(_ENDINGS.fullmatch, ends))
    return bent or _spelling(mine) == _spelling(theirs)


def _ends(mine: str, theirs: str) -> set[str]:
    """Return what is left of two words behind the letters with which both begin."""
    start = _common(mine, theirs)
    return {mine[start:], theirs[start:]}


def _common(mine: str, theirs: str) -> int:
    """Return with how many letters both words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))


def _spelling(word: str) -> str:
    return functools.reduce(lambda text, step: step[0].sub(step[1], text), _SAME, word)


@functools.lru_cache(maxsize=16)
def _names_of(document: str) -> _Names:
    tokens = {word for found in TOKEN.finditer(document) for word in content(found[0])}
    parts = {part for word in tokens for part in re.split(r"[-'\N{RIGHT SINGLE QUOTATION MARK}]", word)}
    small = {word for word in tokens if not word[0].isupper()}
    by_shape: dict[tuple[str, int], set[str]] = defaultdict(set)
    for word in tokens:
        if (
            word[0].isupper()
            and not word.isupper()
            and len(word) >= SHORTEST - 1
            and word.casefold() not in small
        ):
            by_shape[_shape(word)].add(word)
    beside: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one, two in _pairs(document):
        beside[one, 1].update({two} - small)
        beside[two, -1].update({one} - small)
    words = frozenset(word.casefold() for word in tokens | parts)
    return _Names(words, _frozen(by_shape), _frozen(beside))


def _frozen(sets: Mapping[tuple[str, int], set[str]]) -> Mapping[tuple[str, int], frozenset[str]]:
    return {key: frozenset(names) for key, names in sets.items()}
