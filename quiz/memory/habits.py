"""How a learner answers: how often each rating is given, and how long an answer takes."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from quiz.review import Rating

Four = tuple[float, float, float, float]
"""Shares of Again, Hard, Good and Easy, in this order; they add up to 1."""

MOST_REPEATS = 20
"""A card is not asked more often than this on one day, however seldom it is recalled."""


class Seconds(NamedTuple):
    """How long one answer takes on average: the first ever to a card, later ones right, later ones wrong."""

    new: float
    right: float
    wrong: float


@dataclass(frozen=True, slots=True)
class Habits:
    """What a simulation supposes of a learner, beside the memory model.

    Raises ValueError for shares that do not add up to 1 or are negative, and for times that
    are not above 0.
    """

    first: Four
    """Of the first answers to cards."""

    later: tuple[float, float, float]
    """Of the later answers that were right: Hard, Good, Easy. How many are right the memory says."""

    repeat: Four
    """Of the answers on the same day after Again."""

    seconds: Seconds
    repeats: float = field(init=False, repr=False, compare=False)
    """How many more answers a card needs, on average, on the day of an Again; 1 at the least."""

    seconds_of_repeats: float = field(init=False, repr=False, compare=False)
    """How long those take: all of them wrong but the last."""

    def __post_init__(self) -> None:
        for shares in (self.first, self.later, self.repeat):
            if min(shares) < 0.0 or not math.isclose(sum(shares), 1.0, abs_tol=1e-6):
                raise ValueError(f"shares have to add up to 1: {shares}")
        if not all(0.0 < seconds < math.inf for seconds in self.seconds):
            raise ValueError(f"an answer takes some time: {self.seconds}")
        repeats = _repeats(self.repeat[0])
        # Worked out once: every card that is ranked or simulated needs them.
        object.__setattr__(self, "repeats", repeats)
        again = (repeats - 1.0) * self.seconds.wrong + self.seconds.right
        object.__setattr__(self, "seconds_of_repeats", again)

    def seconds_of_review(self, recall: float) -> float:
        """Return what a card takes, repeats included, that is recalled with this chance, 0..1."""
        forgotten = self.seconds.wrong + self.seconds_of_repeats
        return recall * self.seconds.right + (1.0 - recall) * forgotten

    @property
    def seconds_of_new(self) -> float:
        """What a new card takes on its first day, repeats included."""
        return self.seconds.new + self.first[0] * self.seconds_of_repeats


def _repeats(again: float) -> float:
    return float(MOST_REPEATS) if again == 1.0 else (1.0 - again**MOST_REPEATS) / (1.0 - again)


PUBLISHED = Habits(
    first=(0.24, 0.094, 0.495, 0.171),
    later=(0.224, 0.631, 0.145),
    repeat=(0.2157, 0.0643, 0.6596, 0.0604),
    seconds=Seconds(new=15.1, right=13.0, wrong=19.4),
)
"""What is supposed of a learner of whom nothing is known.

The defaults of the simulator in ``open-spaced-repetition/fsrs-rs``, which are means over Anki's
learners: first ratings, ratings of what was recalled, the first step of relearning after Again;
the seconds are its costs by rating, weighted by how often the rating is given.
"""

LATER = (Rating.HARD, Rating.GOOD, Rating.EASY)
