"""Whether a proper name is asked for, and whether a text names it, in whatever form.

Every doubt speaks for the text: a part of the name, another spelling, initials, an adjective
made from it, or a pronoun that may mean it are enough.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quiz.grading.fold import bare, primary
from quiz.grading.tables import DATE_FILLERS, MONTHS

if TYPE_CHECKING:
    from quiz.authoring.evidence_numbers import Passage

MOST_WORDS = 5
ALIKE = 0.7
"""Likeness of two spellings of a name, such as Riabkov and Ryabkov."""

STEM = 4
"""So many first letters in common tie an adjective to its name."""

ABOVE = 3
"""So many paragraphs above a text may name what a pronoun in it means."""

CAPITAL_NOUNS = frozenset(("de", "lb"))
"""Languages that write every noun with a capital."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TOKEN = re.compile(r"[^\W\d_][\w'\N{RIGHT SINGLE QUOTATION MARK}-]*")
_POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?$")
_SMALL = _set(
    "of the and de la le les des van von der den di da do du del el al bin ibn in on at for to y e et und"
)
_TITLES = _set(
    "mr mrs ms dr prof professor sir lord lady king queen prince princess emperor empress president pope st "
    "saint general colonel captain minister senator judge"
)
_NOUNS = (
    r"city|country|state|town|village|river|lake|sea|ocean|island|mountain|region|continent|capital|province|county"
    r"|king|queen|emperor|pope|president|chancellor|philosopher|poet|painter|author|writer|novelist|playwright"
    r"|composer|singer|actor|actress|director|scientist|physicist|chemist|mathematician|inventor|explorer"
    r"|general|commander|leader|politician|person|man|woman|company|organi[sz]ation|alliance|agency|university"
    r"|newspaper|band|team|club|planet|ship|tribe|dynasty|empire"
)
_NAMED = re.compile(
    rf"\b(?:which|what) (?:\w+ ){{0,2}}(?:{_NOUNS})\b|\bnames? of\b|\b(?:full|last|first) name\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:who|whom|whose)\b", re.IGNORECASE)
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|to|from|near|into|through|of) ([A-Z][^\W\d_]+)")
_POINTS_BACK = re.compile(
    r"\b(?:he|she|they|him|her|his|hers|their|theirs|them|it|its|i|we|you|my|our)\b"
    rf"|\b(?:the|this|that|these) (?:\w+ ){{0,2}}(?:{_NOUNS})s?\b",
    re.IGNORECASE,
)
_NOBODY = _set("nobody everybody everyone anybody anyone somebody someone none both all neither either")
_ANYWHERE = _set(
    "underground aboveground upstairs downstairs indoors outdoors inside outside overseas abroad offshore "
    "ashore downtown uptown upstream downstream inland nowhere everywhere anywhere somewhere elsewhere home "
    "onshore online underwater here there north south east west northeast northwest southeast southwest"
)
_ALIASES = tuple(
    _set(group)
    for group in (
        "france french", "denmark danish danes dane", "netherlands dutch holland", "wales welsh",
        "britain british uk kingdom england english briton", "us usa america american americans states",
        "spain spanish spaniards hispanic", "ireland irish", "switzerland swiss", "poland polish poles",
        "greece greek greeks hellenic", "finland finnish finns", "soviet soviets ussr", "persia persian iran",
        "burma myanmar", "istanbul constantinople byzantium", "catholic catholicism vatican rome roman",
        "jesus christ", "god lord", "muhammad mohammed prophet",
    )
)  # fmt: skip


def asks_for_name(answer: str, passage: Passage, document: str) -> bool:
    """Whether an answer is a name by its capitals, and the prompt asks for one.

    A word that the document also writes small is none, nor is a month, or a day of the week.
    """
    text, prompt, language, _ = passage
    words = content(answer)
    if not _looks_like_name(answer, words, language) or any(
        word.casefold() in _words(document) for word in words
    ):
        return False
    if _NAMED.search(prompt):
        return True
    if _WHO.search(prompt):
        return len(words) > 1 or not (words[0].endswith("s") or words[0].casefold() in _NOBODY)
    return _WHERE.search(prompt) is not None and (len(words) > 1 or _may_be_place(words[0], text))


def _may_be_place(word: str, text: str) -> bool:
    """Whether a lone word with a capital is most likely a place, as the text tells one by its name too."""
    small = word.casefold()
    places = (bare(found[1].casefold()) for found in _PLACE.finditer(text))
    return not (small.endswith("s") or small in _ANYWHERE) and any(
        place not in MONTHS and place not in DATE_FILLERS for place in places
    )


def is_name_in_sentence(answer: str, before: str, document: str, language: str) -> bool:
    """Whether what fills a hole is a name by its capitals; ``before`` is the sentence up to it."""
    words = content(answer)
    if not before.rstrip() or before.rstrip()[-1] in ".!?:\"'\N{LEFT DOUBLE QUOTATION MARK}":
        return False
    return _looks_like_name(answer, words, language) and not any(
        word.casefold() in _words(document) for word in words
    )


def _looks_like_name(answer: str, words: list[str], language: str) -> bool:
    return (
        0 < len(words) <= MOST_WORDS
        and primary(language) not in CAPITAL_NOUNS
        and all(word[0].isupper() for word in words)
        and not any(map(str.isdigit, answer))
        and not all(
            bare(word.casefold()) in MONTHS or bare(word.casefold()) in DATE_FILLERS for word in words
        )
    )


def name_stands(name: str, passage: Passage) -> bool:
    """Whether a text names any part of ``name``, or a paragraph just above it does.

    Where a word of the text points back, that may be any of the `ABOVE`, and else the last alone.
    """
    above = passage.before.split("\n")[-ABOVE if _POINTS_BACK.search(passage.text) else -1 :]
    return any(names(name, text) for text in (passage.text, passage.prompt, *above))


def names(name: str, text: str) -> bool:
    """Whether any part of ``name`` stands in ``text``, in whatever form."""
    known = _words(bare(text.casefold()))
    words = [bare(word.casefold()) for word in content(name)]
    return (
        any(_is_known(word, known) for word in words)
        or "".join(word[0] for word in words) in known
        or "".join(token[0] for token in TOKEN.findall(name)).casefold() in known
        or (name.isupper() and name in "".join(word[0] for word in content(text) if word[0].isupper()))
    )


def _is_known(word: str, known: frozenset[str]) -> bool:
    if word in known or any(word in group and group & known for group in _ALIASES):
        return True
    stem = word[: min(STEM, max(3, len(word) - 1))]
    if len(stem) > 2 and any(other.startswith(stem) for other in known):  # noqa: PLR2004 - shorter ones tie nothing
        return True
    return process.extractOne(word, known, scorer=OSA.normalized_similarity, score_cutoff=ALIKE) is not None


@functools.lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    """Return the words of a text as they are written, and what letters with points between them make."""
    found = {_POSSESSIVE.sub("", token) for token in TOKEN.findall(text)}
    return frozenset(found | set(TOKEN.findall(text.replace(".", ""))))


def content(text: str) -> list[str]:
    """Return the words of a name that tell it from others."""
    words = [_POSSESSIVE.sub("", token) for token in TOKEN.findall(text)]
    return [word for word in words if word and word.casefold() not in _SMALL | _TITLES]
