"""Where a quotation stands in a text: where it is said to, nearly, in another paragraph, or nowhere."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq, Levenshtein

from quiz.bank.document import folded, quote_stands

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NEAR = 82.0
"""Least likeness, from 0 to 100, at which other words are taken for those that were quoted."""

NEAR_BY_WORDS = 65.0
"""The same where more than half of the words are equal and in their order."""

NEAR_ELSEWHERE = 88.0
"""The same in a paragraph that is not the one cited."""

REACH = 4
"""So many words around the best letters are tried as the beginning and the end of the best words."""

SAME_END = 12
"""So much likeness is a word worth that stands at the same end of both."""

_WORD = re.compile(r"\S+")
_MARKS = " .,;:!?()[]'\""


class How(StrEnum):
    """How a quote is found again."""

    EXACT = "exact"
    MOVED = "moved"
    NEAR = "near"
    GONE = "gone"


class Standing(NamedTuple):
    """How a quote stands, and in which paragraphs (none when it is gone).

    ``words`` is what stands there in its place when it is near, and empty otherwise.
    """

    how: How
    paragraphs: tuple[int, ...]
    words: str = ""


def find_quote(quote: str, cited: Sequence[int], paragraphs: Mapping[int, str]) -> Standing:
    """Return where ``quote`` stands, looking first into the paragraphs that are ``cited``.

    Where none is, a quote that stands anywhere is exact. What stands word for word
    elsewhere goes before what is near. A quote without words is gone.
    """
    here = {number: paragraphs[number] for number in cited if number in paragraphs}
    exact = next((number for number, text in here.items() if quote_stands(quote, text)), None)
    if exact is not None:
        return Standing(How.EXACT, (exact,))
    elsewhere = tuple(number for number, text in paragraphs.items() if quote_stands(quote, text))
    if elsewhere:
        return Standing(How.MOVED if cited else How.EXACT, elsewhere)
    for number, text in here.items():
        words = near(quote, text)
        if words is not None:
            return Standing(How.NEAR, (number,), words)
    return _near_elsewhere(quote, paragraphs)


def _near_elsewhere(quote: str, paragraphs: Mapping[int, str]) -> Standing:
    found = process.extractOne(
        quote, paragraphs, scorer=fuzz.partial_ratio, processor=_compared, score_cutoff=NEAR_ELSEWHERE
    )
    if found is None:
        return Standing(How.GONE, ())
    text, _, number = found
    words = near(quote, text, NEAR_ELSEWHERE) or ""
    return Standing(How.NEAR, (number,), words) if words else Standing(How.GONE, ())


def near(quote: str, paragraph: str, least: float = NEAR_BY_WORDS) -> str | None:
    """Return the words of the paragraph that are most like the quote, or None when none are alike.

    Likeness is that of the best whole words, on a scale to 100. It has to be ``least``, and
    `NEAR` where no more than half of the words are equal; case does not count. White space, quotes
    and dashes of the result are plain. An empty quote is like nothing.
    """
    wanted, within = folded(quote), folded(paragraph)
    if not wanted:
        return None
    found = fuzz.partial_ratio_alignment(_without_case(wanted), _without_case(within), score_cutoff=least)
    if found is None:
        return None
    words = [(word.start(), word.end()) for word in _WORD.finditer(within)]
    first = sum(end <= found.dest_start for _, end in words)
    last = sum(start < found.dest_end for start, _ in words)
    windows = [
        _bare(within[words[start][0] : words[end - 1][1]], wanted)
        for start in range(max(first - REACH, 0), min(first + REACH, len(words)))
        for end in range(max(last - REACH, start + 1), min(last + REACH, len(words)) + 1)
    ]
    best = max(windows, key=lambda words: _fitness(wanted, words), default="")
    likeness = _likeness(wanted, best)
    enough = least if _shares_words(wanted, best) else max(NEAR, least)
    return best if likeness >= enough else None


def _fitness(quote: str, words: str) -> float:
    """Return the likeness of letters and of words, and more for each end that has the same word.

    Otherwise a slip beside an end would cost the words behind it.
    """
    said, standing = ([_bare_word(word) for word in _without_case(text).split()] for text in (quote, words))
    ends = sum(bool(standing) and said[place] == standing[place] for place in (0, -1))
    return _likeness(quote, words) + 100 * LCSseq.normalized_similarity(said, standing) + SAME_END * ends


def _bare_word(word: str) -> str:
    return word.strip(_MARKS) or word


def _shares_words(quote: str, words: str) -> bool:
    """Whether more than half of the words of the longer one stand in both, in the same order."""
    said, standing = _without_case(quote).split(), _without_case(words).split()
    return LCSseq.similarity(said, standing) * 2 > max(len(said), len(standing))


def _bare(words: str, wanted: str) -> str:
    """Take the punctuation off the ends of the words that what is wanted does not have there."""
    words = words if wanted[0] in _MARKS else words.lstrip(_MARKS)
    return words if wanted[-1] in _MARKS else words.rstrip(_MARKS)


def _likeness(quote: str, words: str) -> float:
    return fuzz.ratio(_without_case(quote), _without_case(words))


def _compared(text: str) -> str:
    return _without_case(folded(text))


def _without_case(text: str) -> str:
    """Return the text in small letters where that keeps all places."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def differences(quote: str, words: str) -> tuple[tuple[str, str], ...]:
    """Return what differs word by word: words of the quote, and those that stand in their place.

    Either may be empty, for words left out or added. Empty when nothing differs.
    """
    said, standing = folded(quote).split(), folded(words).split()
    return tuple(
        (" ".join(said[step.src_start : step.src_end]), " ".join(standing[step.dest_start : step.dest_end]))
        for step in Levenshtein.opcodes(said, standing)
        if step.tag != "equal"
    )
