"""Plans to a day, measured on learners: `python -m tests.memory.plans_measured`.

A learner lives the days by a loop of its own, not by the simulation that the plan was made with:
each answer is drawn, takes its time, and on the morning of the day every card is asked once. So
what is reached is a number of cards recalled. Beside the plan stand two other ways: the usual one
(20 new cards a day, what is due, no plan), and the same with as many minutes on each day as the
plan took, used up by going ahead with the cards that are due next.
"""

from __future__ import annotations

import math
import random
import sys
from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import DEFAULT_PARAMETERS, Spread, first_memory, interval_days, next_memory, retrievability
from quiz.memory.aiming import Aim, Faded, gain_per_second, pulled_in
from quiz.memory.deciding import decide
from quiz.memory.habits import LATER, PUBLISHED
from quiz.memory.orders import order_of, recall_per_second
from quiz.memory.simulation import Outset, Room, Rules
from quiz.review import Memory, Rating
from quiz.settings import Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

RUNS = 17
NEW_PER_DAY = 20
RETENTION = 0.9
RULES = Rules(
    DEFAULT_PARAMETERS,
    PUBLISHED,
    lambda _day: Room(new=NEW_PER_DAY),
    order=order_of(Priority.VALUE, DEFAULT_PARAMETERS),
    spread=Spread(),
)


class Learner(NamedTuple):
    """What a learner has today, the days until the day aimed at, and perhaps minutes a day."""

    name: str
    cards: Sequence[Outset]
    days: int
    minutes: float | None = None


class Measured(NamedTuple):
    """Cards expected by the plan, and recalled: with it, with the same minutes, as usual; and minutes.

    ``apart``: how far what was recalled in one run lay from what was expected, on average.
    """

    expected: float
    apart: float
    planned: float
    same_minutes: float
    usual: float
    minutes: float
    usual_minutes: float


@dataclass(slots=True)
class Held:
    """A card that was answered."""

    memory: Memory
    last: int
    due: int


def answered(number: int, seed: int) -> list[Outset]:
    """Return cards that were answered in the last weeks, none of them overdue."""
    chance, found = random.Random(seed), []
    for _ in range(number):
        stability = 10 ** chance.uniform(0, 1.8)
        last = -chance.randint(1, max(1, round(stability)))
        memory = Memory(stability, chance.uniform(3, 9))
        found.append(Outset(RETENTION, memory, last, last + max(1, round(stability))))
    return found


NEW = Outset(RETENTION)
LEARNERS = (
    Learner("60 new cards, 30 days", [NEW] * 60, 30),
    Learner("100 answered and 60 new, 45 days", [*answered(100, 1), *[NEW] * 60], 45),
    Learner("200 answered, 14 days", answered(200, 2), 14),
    Learner("300 new cards, 21 days, 10 minutes", [NEW] * 300, 21, 10),
    Learner("1,000 new cards, 150 days, 10 minutes", [NEW] * 1000, 150, 10),
    Learner("300 answered and 100 new, 45 days, 8 minutes", [*answered(300, 3), *[NEW] * 100], 45, 8),
)


class Life:
    """The days of one learner."""

    def __init__(self, learner: Learner, seed: str) -> None:
        self._chance = random.Random(seed)
        self.days = learner.days
        self.held = [Held(card.memory, card.last, card.due) for card in learner.cards if card.memory]
        self.new = len(learner.cards) - len(self.held)
        self.begun = 0
        self.seconds: list[float] = []

    def live(self, aim: Aim | None, budget: Callable[[int], float], *, ahead: bool = False) -> int:
        """Study day by day and return how many cards are recalled on the morning of the day aimed at."""
        for day in range(self.days):
            self.seconds.append(0.0)
            due = [card for card in self.held if card.due <= day]
            number = NEW_PER_DAY if aim is None else aim.new_now(day, self.begun)
            number = min(number, self.new - self.begun)
            if aim is not None and aim.is_limited:
                self._begin(number, day, budget(day))
                number = 0
            self._ask_all(sorted(due, key=_order(aim, day)), day, budget(day))
            self._begin(number, day, budget(day))
            self._ask_all(self._early(aim, day, budget(day), ahead=ahead), day, budget(day))
        return sum(self._chance.random() < _recall(card, self.days) for card in self.held)

    def _early(self, aim: Aim | None, day: int, budget: float, *, ahead: bool) -> Iterator[Held]:
        others = [card for card in self.held if card.due > day and card.last < day]
        if aim is not None and aim.pulls_on(day):
            after = [card for card in others if card.due >= aim.days]
            left = min(aim.pull_seconds, budget - self.seconds[-1])
            yield from pulled_in(
                after,
                lambda card: Faded(card.memory, day - card.last, self.days - day),
                left,
                DEFAULT_PARAMETERS,
                PUBLISHED,
            )
        elif ahead:
            yield from sorted(others, key=lambda card: card.due)

    def _ask_all(self, cards: Iterable[Held], day: int, budget: float) -> None:
        for card in cards:
            if self.seconds[-1] >= budget:
                return
            rating = Rating.AGAIN
            if self._chance.random() < _recall(card, day):
                rating = self._drawn(LATER, PUBLISHED.later)
            card.memory = next_memory(card.memory, rating, day - card.last, DEFAULT_PARAMETERS)
            self._spend(PUBLISHED.seconds.wrong if rating is Rating.AGAIN else PUBLISHED.seconds.right)
            self._learnt(card, rating, day)

    def _begin(self, number: int, day: int, budget: float) -> None:
        for _ in range(number):
            if self.seconds[-1] >= budget:
                return
            rating = self._drawn(tuple(Rating), PUBLISHED.first)
            card = Held(first_memory(rating, DEFAULT_PARAMETERS), day, day)
            self.held.append(card)
            self.begun += 1
            self._spend(PUBLISHED.seconds.new)
            self._learnt(card, rating, day)

    def _learnt(self, card: Held, rating: Rating, day: int) -> None:
        while rating is Rating.AGAIN:
            rating = self._drawn(tuple(Rating), PUBLISHED.repeat)
            self._spend(PUBLISHED.seconds.wrong if rating is Rating.AGAIN else PUBLISHED.seconds.right)
            card.memory = next_memory(card.memory, rating, 0, DEFAULT_PARAMETERS)
        card.last = day
        card.due = day + interval_days(card.memory.stability, RETENTION, DEFAULT_PARAMETERS)

    def _drawn(self, ratings: Sequence[Rating], shares: Sequence[float]) -> Rating:
        return ratings[min(bisect([*accumulate(shares)], self._chance.random()), len(ratings) - 1)]

    def _spend(self, seconds: float) -> None:
        self.seconds[-1] += seconds


def _recall(card: Held, day: int) -> float:
    return retrievability(card.memory.stability, day - card.last, DEFAULT_PARAMETERS)


def _order(aim: Aim | None, day: int) -> Callable[[Held], float]:
    if aim is None or not aim.is_limited:
        return lambda card: -recall_per_second(card.memory, day - card.last, DEFAULT_PARAMETERS, PUBLISHED)
    return lambda card: (
        -gain_per_second(Faded(card.memory, day - card.last, aim.days - day), DEFAULT_PARAMETERS, PUBLISHED)
    )


def measure(learner: Learner, runs: int = RUNS) -> Measured:
    """Return what a learner reaches, as means over runs."""
    seconds = math.inf if learner.minutes is None else learner.minutes * 60.0
    plan = decide(learner.cards, RULES, learner.days, seconds)
    reached: list[tuple[float, ...]] = []
    for number in range(runs):
        planned, same, usual = (Life(learner, f"{name} {number}") for name in ("plan", "same", "usual"))
        by_plan = planned.live(plan.aim, lambda _day: seconds)
        by_minutes = same.live(None, planned.seconds.__getitem__, ahead=True)
        as_usual = usual.live(None, lambda _day: seconds)
        spent = sum(planned.seconds) / 60.0, sum(usual.seconds) / 60.0
        reached.append((by_plan, by_minutes, as_usual, *spent))
    apart = fmean(abs(one[0] - plan.known) for one in reached)
    return Measured(plan.known, apart, *(fmean(values) for values in zip(*reached, strict=True)))


def report(runs: int = RUNS) -> None:
    """Write what plans foretell and what is reached, learner by learner, as shares of all cards."""
    errors, gains, single = [], [], []
    for learner in LEARNERS:
        found, number = measure(learner, runs), len(learner.cards)
        errors.append(abs(found.planned - found.expected) / number)
        single.append(found.apart / number)
        gains.append((found.planned - found.same_minutes) / number)
        say(f"{learner.name} ({number} cards, {runs} runs)")
        say(f"  expected {found.expected / number:6.1%}   reached {found.planned / number:6.1%}")
        say(f"  same minutes without a plan {found.same_minutes / number:6.1%} ({found.minutes:.0f} min)")
        say(f"  as usual {found.usual / number:6.1%} ({found.usual_minutes:.0f} min)")
    say(f"expected against reached: {fmean(errors):.2%} apart on average, {max(errors):.2%} at most")
    say(f"expected against reached, run by run: {fmean(single):.2%} apart on average")
    say(f"against as many minutes without a plan: {fmean(gains):+.2%} on average, {min(gains):+.2%} at least")


def say(line: str) -> None:
    """Write a line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    report()
