"""What a misspelt or misplaced key was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR = 0.6
"""Least likeness of a suggestion: 1 minus edits over the length of the longer word."""


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that ``word`` most resembles, or None when none is near.

    Likeness is the optimal string alignment distance, which counts two swapped letters once.
    """
    from rapidfuzz import process  # noqa: PLC0415 - only a fault needs it, and it takes as long as all else
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - likewise

    found = process.extractOne(
        word.casefold(), tuple(names), scorer=OSA.normalized_similarity, score_cutoff=NEAR
    )
    return found[0] if found else None
