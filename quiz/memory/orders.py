"""In which order due cards are asked when there may not be time for all: three orders, measured.

Each is made for a learner and then gives, for a card on a day, what cards are sorted by, the least first.

`most_recall_per_minute` is the one that is used unless another is set. Learners who come back to more
than their minutes hold know more with it than with the lowest retrievability first: 1.4 to 4.8 % in
the end and 0.4 to 2.9 % on average over the days where all cards take equally long, 3.8 to 6.9 %
and 3.0 to 5.5 % where each takes a time of its own. Against the oldest first it is -0.9 to +1.2 % in
the end and +0.5 to +0.9 % on average, and with times of their own +0.9 to +4.0 % and +2.8 to +3.5 %.

It does not help everywhere. Where new cards fill the minutes, or these nearly suffice, no order is
better than another by more than the error of the measurement, 1 to 2 %. Where a day ends after so
many reviews, however long they take, it prefers quick cards: with times of their own 1.6 to 1.9 % less is
known than with the oldest first, in 24 % less time.

All of it is measured by simulation: `python -m tests.memory.orders`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from quiz.memory.fsrs import retrievability, step
from quiz.memory.habits import PUBLISHED
from quiz.review import Rating
from quiz.settings import Priority

if TYPE_CHECKING:
    from quiz.memory.fsrs import Parameters
    from quiz.memory.habits import Habits
    from quiz.review import Memory

GOOD, AGAIN = int(Rating.GOOD), int(Rating.AGAIN)
HORIZON_DAYS = 30
"""How far ahead a gain is looked at. Where minutes are short, 10 to 180 days differ by 1.1 % at the most."""


class Waiting(Protocol):
    """A card that was answered, as orders see it; days are counted from any day, the same for all cards."""

    @property
    def memory(self) -> Memory:
        """As the last answer left it."""

    @property
    def last(self) -> int:
        """Day of the last answer."""

    @property
    def due(self) -> int:
        """Day on which it is asked again."""

    @property
    def pace(self) -> float:
        """How many times as long as others it takes to answer, above 0."""


Order: TypeAlias = Callable[[Waiting, int], float]
"""What due cards are sorted by on a day: the least first."""


def order_of(priority: Priority, parameters: Parameters) -> Order:
    """Return the order that a setting names: the one that is asked by, and simulated."""
    if priority is Priority.OLDEST:
        return oldest_first()
    if priority is Priority.WEAKEST:
        return lowest_retrievability_first()
    return most_recall_per_minute(parameters, PUBLISHED)


def oldest_first() -> Order:
    """Return the order by due day, the longest due first."""
    return lambda card, _day: card.due


def lowest_retrievability_first() -> Order:
    """Return the order by the chance of recall, the least first.

    That chance falls with elapsed days over stability whatever the parameters are.
    """
    return lambda card, day: (card.last - day) / card.memory.stability


def most_recall_per_minute(parameters: Parameters, habits: Habits, horizon_days: int = HORIZON_DAYS) -> Order:
    """Return the order by ``recall_per_second``, a card's own pace counted in, the most first."""
    return lambda card, day: (
        -recall_per_second(card.memory, day - card.last, parameters, habits, horizon_days) / card.pace
    )


def recall_per_second(
    memory: Memory,
    elapsed_days: int,
    parameters: Parameters,
    habits: Habits,
    horizon_days: int = HORIZON_DAYS,
) -> float:
    """Return by how much asking a card now raises its chance of recall in ``horizon_days``, a second spent.

    What is recalled is taken as Good, what is forgotten as Again and then Good on the same day.
    Never below 0 but for a memory that Again makes weaker than it would be untouched.
    """
    stability, difficulty = memory.stability, memory.difficulty
    recall = retrievability(stability, elapsed_days, parameters)
    right, _ = step(stability, difficulty, GOOD, elapsed_days, parameters)
    forgotten = step(stability, difficulty, AGAIN, elapsed_days, parameters)
    wrong, _ = step(*forgotten, GOOD, 0, parameters)
    after = recall * retrievability(right, horizon_days, parameters)
    after += (1.0 - recall) * retrievability(wrong, horizon_days, parameters)
    untouched = retrievability(stability, elapsed_days + horizon_days, parameters)
    return (after - untouched) / habits.seconds_of_review(recall)
