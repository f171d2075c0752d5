"""Grading a typed text where the bank asks for it letter for letter."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from quiz.grading.difference import LONGEST, difference
from quiz.grading.judgement import Finding
from quiz.grading.picks import NOTHING
from quiz.review import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

CLOSE = 0.6


def grade_exact(accepted: Sequence[str], text: str) -> Finding:
    """Return right when ``text`` is an accepted answer, every letter, sign, accent and space of it.

    Ignored is only what nobody can see on a screen: the Unicode normal form and white space
    around. Nothing is near: where spelling is what is asked, a slip is a fault.
    """
    typed = _seen(text)
    if not typed:
        return NOTHING
    right = next((answer for answer in accepted if _seen(answer) == typed), None)
    if right is not None:
        return Finding(Verdict.RIGHT, 1.0, matched=right)
    closest = max(accepted, key=lambda answer: _likeness(typed, _seen(answer)))
    if _likeness(typed, _seen(closest)) < CLOSE:
        return Finding(Verdict.WRONG, 0.0, "That is not the answer", matched=closest)
    pieces = difference(text, closest, exact=True)
    note = "Close, but here every letter, sign and capital counts"
    return Finding(Verdict.WRONG, 0.0, note, matched=closest, difference=pieces)


def _seen(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _likeness(typed: str, right: str) -> float:
    """Return how alike two texts are, 0 to 1, whatever their case; 0 for very long ones."""
    if max(len(typed), len(right)) > LONGEST:
        return 0.0
    return OSA.normalized_similarity(typed.casefold(), right.casefold())
