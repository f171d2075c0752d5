"""Aiming at a day: by which rules one studies so that most is known on the morning of that day.

Days are counted from 0, today; the day aimed at is ``Aim.days``, and the last day of study is the one
before. New cards are begun on the first of them, evenly, and on the last ones reviews are pulled in
that would fall on the day aimed at or later. What is due is asked on all of them; within a budget
of time new cards come before it, and it is asked by what is gained on the day aimed at.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from quiz.memory.fsrs import retrievability
from quiz.memory.orders import recall_per_second

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quiz.memory.fsrs import Parameters
    from quiz.memory.habits import Habits
    from quiz.memory.orders import Order
    from quiz.memory.simulation import Room, Rules, Standing
    from quiz.review import Memory

LEAST_GAIN = 0.05 / 60.0
"""A review is pulled in where it brings at least so much recall a second: one card in twenty minutes."""

MOST_AT_ONCE = 2
"""Who is behind begins at most so many times as many new cards a day as was planned."""

T = TypeVar("T")


class Aim(NamedTuple):
    """How the days to the day aimed at are used."""

    days: int
    """Until the day aimed at, at least 1."""

    to_begin: int = 0
    """New cards, in all."""

    new_days: int = 0
    """On so many days from the first new cards are begun; at least 1 where there are any."""

    pull_days: int = 0
    """On so many days before the day aimed at reviews are pulled in."""

    pull_seconds: float = math.inf
    """So much time a day pulled-in reviews take at the most."""

    seconds: float = math.inf
    """So much time a day everything takes at the most: the budget."""

    @property
    def is_limited(self) -> bool:
        """Whether there is a budget of time."""
        return self.seconds < math.inf

    @property
    def new_per_day(self) -> int:
        """How many new cards a day takes, rounded up."""
        return -(-self.to_begin // self.new_days) if self.new_days else 0

    def begun_by(self, days: int) -> int:
        """Return how many new cards are begun, evenly, in so many days; the larger shares come first."""
        if days <= 0 or not self.new_days:
            return 0
        share, more = divmod(self.to_begin, self.new_days)
        done = min(days, self.new_days)
        return share * done + min(done, more)

    def new_on(self, day: int) -> int:
        """Return how many new cards a day begins at the most when all went by the plan before."""
        return self.begun_by(day + 1) - self.begun_by(day)

    def new_now(self, day: int, begun: int) -> int:
        """Return how many new cards a day begins when so many were begun on the days before it.

        What is left is spread over the days for new cards that are left; but one day takes
        at most `MOST_AT_ONCE` times as many as planned, and later days take none.
        """
        left, days = max(self.to_begin - begun, 0), self.new_days - day
        if days < 1:
            return 0
        return min(-(-left // days), MOST_AT_ONCE * self.new_per_day)

    def pulls_on(self, day: int) -> bool:
        """Whether reviews are pulled in on a day."""
        return self.days - self.pull_days <= day < self.days


class Faded(NamedTuple):
    """A memory on a day: ``elapsed_days`` since its last answer; ``days_left`` until it has to be there."""

    memory: Memory
    elapsed_days: int
    days_left: int


def gain_per_second(faded: Faded, parameters: Parameters, habits: Habits) -> float:
    """Return what asking a card now adds to its chance of recall on the day aimed at, for each second."""
    return recall_per_second(faded.memory, faded.elapsed_days, parameters, habits, faded.days_left)


def pulled_in(
    cards: Iterable[T],
    faded: Callable[[T], Faded],
    seconds: float,
    parameters: Parameters,
    habits: Habits,
) -> Iterator[T]:
    """Yield the cards to be asked early, the most gain a second first, as far as ``seconds`` reach.

    Those that bring less than `LEAST_GAIN` are left out.
    """
    found = [(gain_per_second(faded(card), parameters, habits), card) for card in cards]
    for gain, card in sorted(found, key=lambda pair: -pair[0]):
        standing = faded(card)
        recall = retrievability(standing.memory.stability, standing.elapsed_days, parameters)
        seconds -= habits.seconds_of_review(recall)
        if gain < LEAST_GAIN or seconds < 0.0:
            return
        yield card


def new_by_day(aim: Aim, begins: Callable[[int], bool]) -> list[int]:
    """Return how many new cards each day begins where on some none can be: the days after make up for it."""
    begun, found = 0, []
    for day in range(aim.days):
        found.append(aim.new_now(day, begun) if begins(day) else 0)
        begun += found[-1]
    return found


def followed(rules: Rules, aim: Aim) -> Rules:
    """Return the rules of a simulation in which an aim is followed; limits on reviews stay as they are.

    Measured (`tests.memory.plans_measured`): of 300 new cards, in 21 days of 10 minutes, 90 % are
    recalled on the day so, and 71 % in the same minutes by usual rules.
    """
    new = new_by_day(aim, lambda day: rules.room(day).begins)

    def room(day: int) -> Room:
        held = rules.room(day)
        number = new[day] if day < aim.days else 0
        return held._replace(new=number, seconds=min(held.seconds, aim.seconds))

    def early(others: Sequence[Standing], day: int) -> Iterable[Standing]:
        if not aim.pulls_on(day):
            return ()
        after = [card for card in others if card.due >= aim.days]
        return pulled_in(after, _as_faded(day, aim.days), aim.pull_seconds, rules.parameters, rules.habits)

    order = most_gain_first(aim, rules.parameters, rules.habits) if aim.is_limited else rules.order
    return replace(rules, room=room, early=early, order=order, new_first=aim.is_limited)


def most_gain_first(aim: Aim, parameters: Parameters, habits: Habits) -> Order:
    """Return the order by what is gained on the day aimed at for each second, the most first."""
    return lambda card, day: (
        -gain_per_second(Faded(card.memory, day - card.last, max(aim.days - day, 1)), parameters, habits)
    )


def _as_faded(day: int, days: int) -> Callable[[Standing], Faded]:
    return lambda card: Faded(card.memory, day - card.last, days - day)
