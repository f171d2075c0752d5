"""How many seconds a card takes this learner, by their own times.

A card that was answered often goes by its own times, one of which little is known by those of its
kind of question, and a learner of whom nothing is known by published means.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.habits import PUBLISHED, Habits, Seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quiz.store.durations import Timed

OF_CARD, OF_KIND, OF_LEARNER = 3, 10, 20
"""So many answers weigh as much as what is known otherwise: of its kind, of the learner, of others."""


class Spent(NamedTuple):
    """Answers and the seconds that they took together."""

    answers: int = 0
    seconds: float = 0.0

    def plus(self, seconds: float) -> Spent:
        """Return this with one more answer."""
        return Spent(self.answers + 1, self.seconds + seconds)

    def mean(self, otherwise: float, weight: int) -> float:
        """Return the mean of an answer, where ``otherwise`` weighs as much as ``weight`` answers."""
        return (self.seconds + weight * otherwise) / (self.answers + weight)


class Pace(NamedTuple):
    """A learner's times: of all answers, by kind, and by the key of the card."""

    learner: Spent = Spent()
    kinds: Mapping[str, Spent] = {}
    cards: Mapping[str, Spent] = {}

    @property
    def mean(self) -> float:
        """Seconds of an answer on average."""
        return self.learner.mean(PUBLISHED.seconds.right, OF_LEARNER)

    def answer(self, card: str, kind: str) -> float:
        """Return the seconds that one answer to a card takes, above 0; ``card`` is its key."""
        of_kind = self.kinds.get(kind, Spent()).mean(self.mean, OF_KIND)
        return max(self.cards.get(card, Spent()).mean(of_kind, OF_CARD), 0.1)


def pace_of(answers: Iterable[Timed]) -> Pace:
    """Return the times of a learner from answers in any order."""
    learner, kinds, cards = Spent(), dict[str, Spent](), dict[str, Spent]()
    for one in answers:
        seconds = one.duration_ms / 1000.0
        learner = learner.plus(seconds)
        kinds[one.kind] = kinds.get(one.kind, Spent()).plus(seconds)
        cards[one.card] = cards.get(one.card, Spent()).plus(seconds)
    return Pace(learner, kinds, cards)


def habits_at(seconds: float) -> Habits:
    """Return the published habits, but with so many seconds for each answer."""
    return replace(PUBLISHED, seconds=Seconds(seconds, seconds, seconds))


def until_right(seconds: float, recall: float) -> float:
    """Return the seconds until a card is right once: what is forgotten is asked again on the same day.

    ``seconds`` are those of one answer, ``recall`` the chance that the first is right, 0..1.
    """
    return habits_at(seconds).seconds_of_review(recall)
