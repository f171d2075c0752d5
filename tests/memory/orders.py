"""Three orders of due cards, measured: `python tests/memory/orders.py`.

Learners come back after a break, or learn more than their minutes allow, and study so many minutes
a day and no more. What counts is what they know at the end (the sum of the chances of recall
on the morning after the last day) and on average over the days, for each order the mean of
several runs; and known at the end for each minute spent.
"""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import DEFAULT_PARAMETERS, Spread
from quiz.memory.habits import PUBLISHED
from quiz.memory.orders import lowest_retrievability_first, most_recall_per_minute, oldest_first
from quiz.memory.simulation import Outset, Room, Rules, expected
from quiz.review import Memory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quiz.memory.simulation import Order

RUNS = 10
ORDERS: Mapping[str, Order] = {
    "oldest first": oldest_first(),
    "lowest retrievability first": lowest_retrievability_first(),
    "most recall per minute": most_recall_per_minute(DEFAULT_PARAMETERS, PUBLISHED),
}


class Learner(NamedTuple):
    """What a learner has, and how long they study."""

    name: str
    cards: Callable[[int], Sequence[Outset]]
    new: int
    minutes: float
    days: int


class Measured(NamedTuple):
    """Cards known at the end, on average over the days, and minutes spent."""

    end: float
    mean: float
    minutes: float


def backlog(number: int, seed: int) -> list[Outset]:
    """Return cards of a learner who was away for some weeks, all of them overdue."""
    chance = random.Random(seed)
    found = []
    for _ in range(number):
        away = chance.randint(15, 60)
        stability = 10 ** chance.uniform(0, 2)
        memory = Memory(stability, chance.uniform(2, 9))
        found.append(Outset(0.9, memory, -away - round(stability * chance.random()), -away))
    return found


LEARNERS = (
    Learner(
        "back after a break, 1,000 cards, 5 minutes a day, 30 days", lambda n: backlog(1000, n), 0, 5, 30
    ),
    Learner(
        "back after a break, 1,000 cards, 5 minutes a day, 90 days", lambda n: backlog(1000, n), 0, 5, 90
    ),
    Learner(
        "back after a break, 3,000 cards, 15 minutes a day, 60 days", lambda n: backlog(3000, n), 0, 15, 60
    ),
    Learner(
        "too much at once, 1,500 cards, 4 minutes a day, 180 days", lambda n: backlog(1500, n), 0, 4, 180
    ),
    Learner("10 new a day, 8 minutes a day, 365 days", lambda _: [Outset(0.9)] * 3650, 10, 8, 365),
)


def measure(learner: Learner, order: Order, runs: int = RUNS) -> Measured:
    """Return what an order leads a learner to."""
    room = Room(new=learner.new, seconds=learner.minutes * 60.0)
    rules = Rules(DEFAULT_PARAMETERS, PUBLISHED, lambda _day: room, order=order, spread=Spread())
    lived = [expected(learner.cards(n), rules, learner.days, runs=1, seed=str(n)) for n in range(runs)]
    return Measured(
        sum(days[-1].known for days in lived) / runs,
        sum(day.known for days in lived for day in days) / runs / learner.days,
        sum(day.seconds for days in lived for day in days) / runs / 60.0,
    )


def report(orders: Mapping[str, Order] = ORDERS, runs: int = RUNS) -> None:
    """Print what each order leads each learner to."""
    for learner in LEARNERS:
        sys.stdout.write(f"{learner.name}\n")
        for name, order in orders.items():
            found = measure(learner, order, runs)
            known = f"known {found.end:7.1f} at the end, {found.mean:7.1f} on average"
            sys.stdout.write(f"  {name:28} {known}, {found.end / found.minutes:6.3f} a minute\n")


if __name__ == "__main__":
    report()
