"""What the cards of a sitting stand on: a paragraph that was just shown gives other answers away as well."""

from __future__ import annotations

import os.path
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quiz.review import SelfRated, State, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.review import Review
    from quiz.store import Candidate


class Class(IntEnum):
    """What a card is when a sitting begins, in the order of asking."""

    LEARNING = 0
    DUE = 1
    NEW = 2


def class_of(candidate: Candidate) -> Class:
    """Return what a card is now."""
    if candidate.state is None:
        return Class.NEW
    return Class.DUE if candidate.state.state is State.REVIEW else Class.LEARNING


class Paragraph(NamedTuple):
    """A paragraph of a text, by the path of the text."""

    text: str
    number: int


class Ground(NamedTuple):
    """The class of the cards that may be put off, and all cards of a sitting, by row id."""

    classes: Mapping[int, int]
    cards: Mapping[int, Candidate]

    def under(self, card_id: int) -> frozenset[Paragraph]:
        """Return the paragraphs that a card stands on; none for one that is not here."""
        candidate = self.cards.get(card_id)
        return frozenset() if candidate is None else paragraphs_under(candidate)


def paragraphs_under(candidate: Candidate) -> frozenset[Paragraph]:
    """Return the paragraphs that a card's question cites, also those that it needs besides."""
    question = candidate.card.question
    document = (question.source.document if question.source else None) or candidate.source
    if question.source is None or document is None:
        return frozenset()
    text = _beside(question.location.path, document)
    return frozenset(Paragraph(text, number) for number in question.source.paragraphs)


@lru_cache(maxsize=256)
def _beside(bank: str, document: str) -> str:
    return os.path.normpath(os.path.join(os.path.dirname(bank), document))  # noqa: PTH118, PTH120 - Path keeps ..


def shown_with(review: Review, candidate: Candidate) -> frozenset[Paragraph]:
    """Return the paragraphs that were shown with the verdict: none when grading found all of it right."""
    right = review.score == 1 if review.graded is None else review.graded is Verdict.RIGHT
    return frozenset() if right or isinstance(review.response, SelfRated) else paragraphs_under(candidate)
