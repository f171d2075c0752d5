"""Which card comes next within a sitting; pure."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

SPACING = 4
"""A card that was not known comes again after so many others, or at the end when fewer are left."""


class Ground(Protocol):
    """What cards stand on, by row id. A card without a class is never put off."""

    @property
    def classes(self) -> Mapping[int, int]:
        """The class of each card that may be put off, behind others of it."""

    def under(self, card_id: int) -> frozenset[Hashable]:
        """Return the paragraphs that a card stands on."""


class Told(NamedTuple):
    """A card that was answered, and the paragraphs that were shown with the verdict."""

    card_id: int
    shown: frozenset[Hashable]


class Round(NamedTuple):
    """The cards still to be asked, by row id, the next one first; which were answered; the next number.

    ``told`` are the last ``SPACING`` answers, the latest last.
    """

    queue: tuple[int, ...]
    asked: frozenset[int] = frozenset()
    number: int = 1
    told: tuple[Told, ...] = ()

    def answered(self, card_id: int, *, done: bool, shown: frozenset[Hashable] = frozenset()) -> Round:
        """Return the round after an answer to a card, which comes again unless it is done with."""
        rest = self.without(card_id).queue
        if not done:
            rest = (*rest[:SPACING], card_id, *rest[SPACING:])
        told = (*self.told, Told(card_id, shown))[-SPACING:]
        return Round(rest, self.asked | {card_id}, self.number + 1, told)

    def without(self, card_id: int) -> Round:
        """Return the round without a card; the same when it is not in it."""
        if card_id not in self.queue:
            return self
        place = self.queue.index(card_id)
        return self._replace(queue=self.queue[:place] + self.queue[place + 1 :])

    def only(self, card_ids: Container[int]) -> Round:
        """Return the round without any card but these."""
        return self._replace(queue=tuple(card_id for card_id in self.queue if card_id in card_ids))

    def spaced(self, ground: Ground) -> Round:
        """Return the round with a card put off whose paragraph was just shown, so that it is not read off.

        The first other card of its class that stands on none of these paragraphs, and was not
        just answered, takes its place; those between follow in their order, but cards that come
        again and those of other classes stay where they are. Without such a card nothing is changed.
        """
        own = ground.classes.get(self.queue[0]) if self.queue else None
        read = frozenset[Hashable]().union(*(one.shown for one in self.told))
        if own is None or read.isdisjoint(ground.under(self.queue[0])):
            return self
        just, places = {one.card_id for one in self.told}, [0]
        for place, card_id in enumerate(self.queue):
            if ground.classes.get(card_id) != own or place == 0:
                continue
            if card_id not in just and read.isdisjoint(ground.under(card_id)):
                return self._replace(queue=_brought_forward(self.queue, [*places, place]))
            if card_id not in self.asked:
                places.append(place)
        return self


def _brought_forward(queue: tuple[int, ...], places: list[int]) -> tuple[int, ...]:
    """Return the queue with the card at the last of these places in the first, each other one further on."""
    found = [*queue]
    for place, came_from in zip(places, [places[-1], *places[:-1]], strict=True):
        found[place] = queue[came_from]
    return tuple(found)
