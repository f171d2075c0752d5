"""What differs between what was typed and what is right, letter by letter."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from quiz.grading.fold import bare
from quiz.grading.judgement import Piece, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 200


def difference(typed: str, right: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in reading order, with white space made single.

    A letter that differs in case or accent alone is the same and is shown as in ``right``.
    Texts of more than 200 characters give no pieces.
    """
    mine, theirs = _shown(typed), _shown(right)
    if max(len(mine), len(theirs)) > LONGEST:
        return ()
    letters = groupby(_letters(mine, theirs), key=lambda piece: piece.sort)
    return tuple(Piece("".join(piece.text for piece in run), sort) for sort, run in letters)


def _letters(mine: str, theirs: str) -> Iterator[Piece]:
    for step in Levenshtein.opcodes(list(map(_key, mine)), list(map(_key, theirs))):
        typed = mine[step.src_start : step.src_end]
        right = theirs[step.dest_start : step.dest_end]
        if step.tag == "equal":
            yield Piece(right, Sort.SAME)
            continue
        if typed:
            yield Piece(typed, Sort.EXTRA)
        if right:
            yield Piece(right, Sort.MISSING)


def _shown(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _key(letter: str) -> str:
    return bare(letter.casefold())
