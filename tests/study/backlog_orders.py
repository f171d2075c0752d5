"""How a backlog is best ordered, measured: `python -m tests.study.backlog_orders`.

Learners come back after a break and clear a backlog of 300 cards in 10 days, or in 20. What counts is
what they know (the sum of the chances of recall each morning) on average over these days and at
their end, for each order the mean of several runs.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quiz.memory import DEFAULT_PARAMETERS, Spread, retrievability
from quiz.memory.habits import PUBLISHED
from quiz.memory.simulation import Room, Rules, expected
from tests.memory.orders import ORDERS, backlog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.memory.orders import Order
    from quiz.memory.simulation import Standing

CARDS, RUNS = 300, 6
PLANS = ((10, 36), (20, 20))
"""Days, and cards a day: the share, and what comes back meanwhile."""


def lost_by_waiting(card: Standing, day: int) -> float:
    """Sort by the recall that is lost until tomorrow for each second, the most first."""
    assert card.memory is not None
    today, tomorrow = (
        retrievability(card.memory.stability, day - card.last + more, DEFAULT_PARAMETERS) for more in (0, 1)
    )
    return (tomorrow - today) / PUBLISHED.seconds_of_review(today)


ALL_ORDERS: Mapping[str, Order] = {
    **ORDERS,
    "most lost by waiting a day": lost_by_waiting,
}


def measure(order: Order, days: int, a_day: int, runs: int = RUNS) -> tuple[float, float]:
    """Return what is known on average over the days, and on the morning after the last."""
    room = Room(new=0, reviews=a_day)
    rules = Rules(DEFAULT_PARAMETERS, PUBLISHED, lambda _day: room, order=order, spread=Spread())
    lived = [expected(backlog(CARDS, seed), rules, days, runs=1, seed=str(seed)) for seed in range(runs)]
    mean = sum(day.known for one in lived for day in one) / runs / days
    return mean, sum(one[-1].known for one in lived) / runs


def report() -> None:
    """Write what each order leads to."""
    for days, a_day in PLANS:
        sys.stdout.write(f"{CARDS} cards overdue, {days} days, {a_day} cards a day\n")
        for name, order in ALL_ORDERS.items():
            mean, end = measure(order, days, a_day)
            sys.stdout.write(f"  {name:28} {mean:6.1f} known on average {end:6.1f} at the end\n")


if __name__ == "__main__":
    report()
