"""Which card comes next within a sitting; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container

SPACING = 4
"""A card that was not known comes again after so many others, or at the end when fewer are left."""


class Round(NamedTuple):
    """The cards still to be asked, by row id, the next one first; which were answered; the next number."""

    queue: tuple[int, ...]
    asked: frozenset[int] = frozenset()
    number: int = 1

    def answered(self, card_id: int, *, done: bool) -> Round:
        """Return the round after an answer to a card, which comes again unless it is done with."""
        rest = self.without(card_id).queue
        if not done:
            rest = (*rest[:SPACING], card_id, *rest[SPACING:])
        return Round(rest, self.asked | {card_id}, self.number + 1)

    def without(self, card_id: int) -> Round:
        """Return the round without a card; the same when it is not in it."""
        return self._replace(queue=tuple(other for other in self.queue if other != card_id))

    def only(self, card_ids: Container[int]) -> Round:
        """Return the round without any card but these."""
        return self._replace(queue=tuple(card_id for card_id in self.queue if card_id in card_ids))
