"""What of the days to come is put off: by a pause, and by a plan to clear a backlog.

A simulation that begins today goes by it as `quiz start` does: nothing is asked while the learner is
away, each day of the plan takes its share of the backlog, and new cards wait until that is done.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.simulation import Standing
from quiz.study import pausing
from quiz.study.backlog import shares

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

    from quiz.memory.orders import Order
    from quiz.memory.simulation import Outset, Room
    from quiz.store import Store
    from quiz.study.backlog import CatchUp


class Deferred(NamedTuple):
    """What is put off; days are counted from 0, today."""

    away: int = 0
    """Nothing is asked on so many days. A pause without an end counts as if it ended today."""

    backlog_before: int = 0
    """Cards due before this day, 0 or below, are the backlog, where there is a plan to clear it."""

    shares: tuple[float, ...] = ()
    """What part of the backlog each day takes, today the first: 1 in sum. Empty: there is no plan."""

    def cards(self, cards: Sequence[Outset], order: Order | None) -> list[Outset]:
        """Return the cards with those put off due on the day on which they are asked, else as they were.

        Of the backlog those come first that ``order`` puts first (None: the oldest).
        """
        found = [*cards]
        for place, day in self._days_of_backlog(cards, order):
            found[place] = found[place]._replace(due=day)
        return [card if card.memory is None else self._after_pause(card) for card in found]

    def _after_pause(self, card: Outset) -> Outset:
        return card._replace(due=max(card.due, self.away)) if self.away else card

    def _days_of_backlog(self, cards: Sequence[Outset], order: Order | None) -> list[tuple[int, int]]:
        """Return the places of the backlog's cards that are put off, each with the day of asking."""
        first = (lambda card, _day: card.due) if order is None else order
        backlog = [
            (first(Standing(card, card.memory, card.last, card.due), 0), place)
            for place, card in enumerate(cards)
            if card.memory is not None and not card.learning and card.due < self.backlog_before
        ]
        places, found, part = iter(place for _, place in sorted(backlog)), list[tuple[int, int]](), 0.0
        taken = 0
        for day, share in enumerate(self.shares):
            part += share
            until = round(part * len(backlog))
            found += [(place, day) for place in islice(places, until - taken) if day]
            taken = until
        return found

    def room(self, rooms: Callable[[int], Room]) -> Callable[[int], Room]:
        """Return what each day holds: nothing on days away, and no new cards before the backlog is gone."""
        last = max((day for day, share in enumerate(self.shares) if share > 0.0), default=-1)

        def held(day: int) -> Room:
            room = rooms(day)
            if day < self.away:
                return room._replace(new=0, reviews=0, begins=False)
            return room._replace(new=0, begins=False) if day <= last else room

        return held


def deferred(store: Store, today: date, plan: CatchUp | None, answered: Collection[str]) -> Deferred:
    """Return what is put off from the study day ``today`` on.

    ``plan`` clears a backlog and is in force, ``answered`` are the keys of today's cards.
    """
    pause = pausing.current(store, today)
    away = 0 if pause is None or pause.until is None else (pause.until - today).days
    if plan is None:
        return Deferred(away)
    left, now = plan.left(store), plan.share(store, today, answered)
    later = max(plan.days - plan.day(today), 0)
    if not later:
        now = left
    numbers = [now, *shares(left - now, later)]
    return Deferred(away, (plan.first - today).days, tuple(number / left for number in numbers))
