"""On what terms sittings are held: what the learner set."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.grading import TABLE, RatingTable
from quiz.memory import NO_SPREAD, Spread
from quiz.study.retention import NOTHING_SPECIAL, Special, retention_of

if TYPE_CHECKING:
    from quiz.card import Card


class Terms(NamedTuple):
    """The desired retention, 0..1, the suggested ratings, and how cards are spread over days.

    ``special`` is the desired retention of some banks and tags.
    """

    desired_retention: float
    table: RatingTable = TABLE
    spread: Spread = NO_SPREAD
    special: Special = NOTHING_SPECIAL

    def retention_of(self, card: Card) -> float:
        """Return the desired retention of a card, 0..1."""
        return retention_of(card, self.desired_retention, self.special)
