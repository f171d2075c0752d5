"""In which order due cards are asked when there is not time for all: three orders, measured.

Each is made for a learner and then gives, for a card on a day, what cards are sorted by, the least first.

`most_recall_per_minute` is the one to take. Learners who come back to more than their minutes hold
know, in the end and for the same minutes, 1.3 to 5.0 % more with it than with the lowest
retrievability first, and -0.4 to +1.2 % against the oldest first; on average over the days
0.3 to 2.9 % more, and 0.6 to 0.9 % more. Where the minutes nearly suffice (8 a day for 10 new cards) the
three are within 0.6 % of each other. `python tests/memory/orders.py` gives the figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.memory.fsrs import next_memory, retrievability
from quiz.review import Rating

if TYPE_CHECKING:
    from quiz.memory.fsrs import Parameters
    from quiz.memory.habits import Habits
    from quiz.memory.simulation import Order
    from quiz.review import Memory

HORIZON_DAYS = 30
"""How far ahead a gain is looked at. Where minutes are short, 10 to 180 days differ by 1.1 % at the most."""


def oldest_first() -> Order:
    """Return the order by due day, the longest due first."""
    return lambda card, _day: card.due


def lowest_retrievability_first() -> Order:
    """Return the order by the chance of recall, the least first.

    That chance falls with elapsed days over stability whatever the parameters are.
    """
    return lambda card, day: (card.last - day) / card.memory.stability


def most_recall_per_minute(parameters: Parameters, habits: Habits, horizon_days: int = HORIZON_DAYS) -> Order:
    """Return the order by ``recall_per_second``, the most first."""
    return lambda card, day: (
        -recall_per_second(card.memory, day - card.last, parameters, habits, horizon_days)
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
    recall = retrievability(memory.stability, elapsed_days, parameters)
    right = next_memory(memory, Rating.GOOD, elapsed_days, parameters)
    wrong = next_memory(
        next_memory(memory, Rating.AGAIN, elapsed_days, parameters), Rating.GOOD, 0, parameters
    )
    after = recall * retrievability(right.stability, horizon_days, parameters)
    after += (1.0 - recall) * retrievability(wrong.stability, horizon_days, parameters)
    untouched = retrievability(memory.stability, elapsed_days + horizon_days, parameters)
    return (after - untouched) / habits.seconds_of_review(recall)
