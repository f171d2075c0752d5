"""The orders of due cards, measured: `python -m tests.memory.orders` (some minutes; seeds are 0 to RUNS - 1).

Learners come back after a break, or learn more than their time holds, and study so many minutes a day, or
so many reviews, and no more. What counts is what they know at the end (the sum of the chances of
recall on the morning after the last day) and on average over the days. Every order lives the
same lives: equal cards, equal seeds. How much more is known by value is told as the mean over the lives,
with its standard error.
"""

from __future__ import annotations

import math
import random
import sys
from statistics import fmean, stdev
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import DEFAULT_PARAMETERS, Spread
from quiz.memory.habits import PUBLISHED
from quiz.memory.orders import order_of
from quiz.memory.simulation import Outset, Room, Rules, expected
from quiz.review import Memory
from quiz.settings import Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from quiz.memory.orders import Order

RUNS = 24
VALUE, OLDEST, LOWEST = "most recall per minute", "oldest first", "lowest retrievability first"
ORDERS: Mapping[str, Order] = {
    OLDEST: order_of(Priority.OLDEST, DEFAULT_PARAMETERS),
    LOWEST: order_of(Priority.WEAKEST, DEFAULT_PARAMETERS),
    VALUE: order_of(Priority.VALUE, DEFAULT_PARAMETERS),
}
APART = 0.5
"""Cards take times of their own: this is the standard deviation of the logarithm of their paces."""


class Learner(NamedTuple):
    """What a learner has, and how long they study, or how many reviews they take a day."""

    name: str
    cards: Callable[[int], Sequence[Outset]]
    new: int
    minutes: float
    days: int
    reviews: int = 1_000_000


class Measured(NamedTuple):
    """Cards known at the end, on average over the days, and minutes spent; of each run."""

    end: list[float]
    mean: list[float]
    minutes: list[float]


def backlog(number: int, seed: int, apart: float = 0.0) -> list[Outset]:
    """Return cards of a learner who was away for some weeks, all of them overdue."""
    chance = random.Random(seed)
    found = []
    for _ in range(number):
        away = chance.randint(15, 60)
        stability = 10 ** chance.uniform(0, 2)
        memory = Memory(stability, chance.uniform(2, 9))
        last = -away - round(stability * chance.random())
        found.append(Outset(0.9, memory, last, -away, pace=_pace(chance, apart)))
    return found


def fresh(number: int, seed: int, apart: float = 0.0) -> list[Outset]:
    """Return new cards."""
    chance = random.Random(seed)
    return [Outset(0.9, pace=_pace(chance, apart)) for _ in range(number)]


def _pace(chance: random.Random, apart: float) -> float:
    """Draw how long a card takes; 1 on average."""
    return math.exp(chance.gauss(-apart * apart / 2.0, apart)) if apart else 1.0


def _learners(apart: float) -> Iterator[Learner]:
    for number, minutes, days in ((300, 2, 60), (1000, 5, 30), (1000, 5, 90), (1500, 4, 180), (3000, 15, 60)):
        name = f"back after a break, {number:,} cards, {minutes} minutes a day, {days} days"
        yield Learner(name, lambda seed, number=number: backlog(number, seed, apart), 0, minutes, days)
    name = "back after a break, 1,000 cards, 25 reviews a day, 90 days"
    yield Learner(name, lambda seed: backlog(1000, seed, apart), 0, math.inf, 90, 25)
    for minutes in (3, 5, 8):
        name = f"8 new a day, {minutes} minutes a day, 240 days"
        yield Learner(name, lambda seed: fresh(8 * 240, seed, apart), 8, minutes, 240)


def measure(learner: Learner, order: Order, runs: int = RUNS) -> Measured:
    """Return what an order leads a learner to."""
    room = Room(new=learner.new, reviews=learner.reviews, seconds=learner.minutes * 60.0)
    rules = Rules(DEFAULT_PARAMETERS, PUBLISHED, lambda _day: room, order=order, spread=Spread())
    lived = [expected(learner.cards(n), rules, learner.days, runs=1, seed=str(n)) for n in range(runs)]
    return Measured(
        [days[-1].known for days in lived],
        [fmean(day.known for day in days) for days in lived],
        [sum(day.seconds for day in days) / 60.0 for days in lived],
    )


def more(mine: Sequence[float], others: Sequence[float]) -> tuple[float, float]:
    """Return by what share mine are more, and the standard error of that."""
    shares = [one / other - 1.0 for one, other in zip(mine, others, strict=True)]
    return fmean(shares), stdev(shares) / math.sqrt(len(shares))


def report(orders: Mapping[str, Order] = ORDERS, runs: int = RUNS) -> None:
    """Print what each order leads each learner to."""
    for apart in (0.0, APART):
        times = f"each its own, {apart} apart" if apart else "all alike"
        sys.stdout.write(f"# Times of cards: {times}\n")
        for learner in _learners(apart):
            sys.stdout.write(f"{learner.name}\n")
            found = {name: measure(learner, order, runs) for name, order in orders.items()}
            for name, one in found.items():
                known = f"{fmean(one.end):7.1f} at the end, {fmean(one.mean):7.1f} on average"
                sys.stdout.write(f"  {name:28} known {known}, {fmean(one.minutes):6.0f} minutes\n")
            for name in (OLDEST, LOWEST):
                ends = more(found[VALUE].end, found[name].end)
                means = more(found[VALUE].mean, found[name].mean)
                told = [f"{100 * share:+.1f} % (±{100 * error:.1f})" for share, error in (ends, means)]
                sys.stdout.write(
                    f"  by value, against {name:28} {told[0]} at the end, {told[1]} on average\n"
                )
            sys.stdout.flush()


if __name__ == "__main__":
    report()
