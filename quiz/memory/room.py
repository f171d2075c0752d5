"""What a simulated day holds at the most, and what is left of it as cards are asked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

UNLIMITED = 1_000_000_000
NEW, REVIEW = 0, 1
"""The two kinds of cards that limits tell apart."""


class Room(NamedTuple):
    """What a day holds at the most: new cards, reviews, seconds of answering; by share (new, reviews) too."""

    new: int = UNLIMITED
    reviews: int = UNLIMITED
    seconds: float = math.inf
    shares: tuple[tuple[int, int], ...] = ()
    begins: bool = True
    """Whether a plan to a day may begin new cards on it, whatever ``new`` says of a usual day."""


class Left:
    """What is left of a day's room."""

    def __init__(self, room: Room) -> None:
        self.cards, self.seconds = [room.new, room.reviews], room.seconds
        self.shares = [list(share) for share in room.shares]

    def holds(self, number: int) -> bool:
        """Whether so many reviews fit, whichever they are."""
        return number <= self.cards[REVIEW] and self.seconds == math.inf and not self.shares

    def takes(self, kind: int, shares: Sequence[int], seconds: float) -> bool:
        """Use up room for a card, new or a review, where there is any."""
        if self.cards[kind] < 1 or self.seconds < seconds:
            return False
        if any(self.shares[share][kind] < 1 for share in shares):
            return False
        self.cards[kind] -= 1
        self.seconds -= seconds
        for share in shares:
            self.shares[share][kind] -= 1
        return True
