"""All that follows from the log, for every learner: held against what is stored, or written over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from quiz.store import derived, marks, states
from quiz.study.marking import aside_replayed
from quiz.study.replay import Difference, differences, replayed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from quiz.review import CardState
    from quiz.store import Store
    from quiz.study.replay import AsideDifference

EVERY = 1_000
"""After so many answers it is told how far a replay is."""


class NewDifference(NamedTuple):
    """A card that is listed as new and is not, or is new and not listed, or at another place."""

    card_id: int


@dataclass(frozen=True, slots=True)
class Differing:
    """A difference, of which learner, and the card's key; empty where no question has the card."""

    learner: str
    card: str
    what: Difference | AsideDifference | NewDifference


@dataclass(frozen=True, slots=True)
class Compared:
    """How many cards have a state, over all learners, by how many answers, and what differed."""

    cards: int
    answers: int
    differing: tuple[Differing, ...]

    @property
    def states(self) -> int:
        """Return how many cards had another state."""
        return sum(isinstance(one.what, Difference) for one in self.differing)


def compare(store: Store, tell: Callable[[int, int], None]) -> Compared:
    """Hold the derived tables of every learner against the log, bit for bit; nothing is written.

    ``tell`` is called with how many answers are through, and of how many. Raises
    ``SchedulerTooNew``.
    """
    return _each(store, tell, lambda _own, _states: None)


def rebuild_all(store: Store, today: date, tell: Callable[[int, int], None]) -> Compared:
    """Write what the log gives over the derived tables of every learner, in one transaction.

    Returns what ``compare`` would have. ``today`` says which buried cards are still set aside.
    """

    def write(own: Store, again: dict[int, CardState]) -> None:
        derived.add_learner(own)
        states.rewrite_states(own, again)
        marks.rewrite_aside(own, aside_replayed(own))
        marks.release(own, today)

    with store.transaction():
        return _each(store, tell, write)


def _each(
    store: Store, tell: Callable[[int, int], None], then: Callable[[Store, dict[int, CardState]], None]
) -> Compared:
    heard = _Counter(derived.studied(store), tell)
    cards, found = 0, list[Differing]()
    for learner in derived.everybody(store):
        own = replace(store, learner=learner)
        again = replayed(own, heard)
        cards += len(again)
        found += _differing(own, again)
        then(own, again)
    return Compared(cards, heard.passed, tuple(found))


def _differing(own: Store, again: dict[int, CardState]) -> Iterator[Differing]:
    named = differences(own, again)
    seen = {one.card_id for one in named}
    new = (NewDifference(card_id) for card_id in derived.astray(own, again) if card_id not in seen)
    every = [*named, *new]
    keys = derived.keys(own, {one.card_id for one in every})
    return (Differing(own.learner, keys.get(one.card_id, ""), one) for one in every)


class _Counter:
    """Counts the answers that pass, and tells that now and then."""

    def __init__(self, total: int, tell: Callable[[int, int], None]) -> None:
        self.passed = 0
        self._total, self._tell = total, tell

    def __call__(self, answers: int) -> None:
        before, self.passed = self.passed, self.passed + answers
        if before == 0 or before // EVERY != self.passed // EVERY:
            self._tell(before, max(self._total, self.passed))
