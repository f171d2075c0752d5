"""The days to come, lived through by chance: what a learner with these cards will have to do and know.

Each card follows the memory model: it is recalled with the chance that the forgetting curve gives,
its rating is drawn, and the answer moves it on. So limits, orders and days that are full have their
effect, which no closed formula has. What a day brings is summed up as what is to be expected
of the cards that are asked on it (chance of recall, seconds), not as what was drawn; so few runs are
needed for a steady mean. Days are counted from 0, which is today. Siblings are not looked at.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quiz.memory.fsrs import first_memory, interval_days, next_memory, retrievability
from quiz.memory.habits import LATER, MOST_REPEATS
from quiz.memory.placing import Placer
from quiz.memory.room import NEW, REVIEW, Left, Room
from quiz.memory.spread import NO_SPREAD, Spread
from quiz.review import Memory, Rating

if TYPE_CHECKING:
    from quiz.memory.fsrs import Parameters
    from quiz.memory.habits import Habits
    from quiz.memory.orders import Order

__all__ = [
    "Day",
    "Early",
    "Outset",
    "Room",
    "Rules",
    "Standing",
    "expected",
    "known_now",
    "simulate",
]


class Outset(NamedTuple):
    """A card as it stands today; without ``memory`` it is new, and the days say nothing."""

    desired_retention: float
    memory: Memory | None = None
    last: int = 0
    """Day of the last answer: 0 today, below 0 before."""

    due: int = 0
    """Day on which it is asked again; 0 or below when that is now."""

    learning: bool = False
    """Whether its last answer was Again: such a card is asked first, whatever the limits."""

    shares: tuple[int, ...] = ()
    """Places of the `Room.shares` that it uses up."""

    pace: float = 1.0
    """How many times as long as others it takes to answer."""


@dataclass(slots=True, eq=False)
class Standing:
    """A card that was answered, within a simulation, as orders see it."""

    outset: Outset
    memory: Memory
    last: int
    due: int
    """Day on which it is asked again; below 0 when that was before today."""

    @property
    def pace(self) -> float:
        """How many times as long as others it takes to answer."""
        return self.outset.pace

    @property
    def learning(self) -> bool:
        """Whether the last answer was Again, as it can only be at the outset."""
        return self.outset.learning and self.memory is self.outset.memory


Early: TypeAlias = Callable[[Sequence[Standing], int], Iterable[Standing]]
"""Which of the cards that are known and not due are asked on a day all the same, in this order."""


@dataclass(frozen=True, slots=True)
class Rules:
    """By what a simulation goes, beside the cards."""

    parameters: Parameters
    habits: Habits
    room: Callable[[int], Room] = field(default=lambda _day: Room())
    """What each day holds."""

    order: Order | None = None
    """Equal cards stay as they fell due. None: what has been due the longest first."""

    early: Early | None = None
    new_first: bool = False
    """Whether new cards come before due ones, and not after all others."""

    spread: Spread = NO_SPREAD
    weekday: int = 0
    """Of today, Monday is 0; for easy days."""


class Day(NamedTuple):
    """What one day brings; as a mean over runs none needs to be whole."""

    reviews: float
    """Cards asked that were answered before."""

    new: float
    answers: float
    """All of them, with those after Again on the same day."""

    seconds: float
    tested: float
    """Those of the reviews that true retention counts: of cards that were not being learnt."""

    recalled: float
    """How many of ``tested`` are expected to be right."""

    left: float
    """Cards that were due and not asked, for lack of room."""

    known: float
    """Sum of the chances of recall of all cards on the morning after; new cards count 0."""

    @property
    def retention(self) -> float | None:
        """The true retention to be expected, 0..1; None when nothing is tested."""
        return self.recalled / self.tested if self.tested > 0 else None


def simulate(cards: Sequence[Outset], rules: Rules, days: int, seed: str) -> list[Day]:
    """Return the days from today on, as one run gives them; equal seeds give equal days.

    New cards come in the order given. A card is asked until it is right once, as in a sitting.
    Raises ValueError for a desired retention outside of 0.01 to 1.
    """
    return _Run(cards, rules, days, seed).lived()


def expected(cards: Sequence[Outset], rules: Rules, days: int, *, runs: int, seed: str = "0") -> list[Day]:
    """Return the means of ``runs`` simulations, at least 1."""
    lived = [simulate(cards, rules, days, f"{seed}:{number}") for number in range(runs)]
    return [
        Day(*(sum(values) / runs for values in zip(*same, strict=True))) for same in zip(*lived, strict=True)
    ]


def known_now(cards: Iterable[Outset], parameters: Parameters) -> float:
    """Return the sum of the chances of recall of all cards this morning, before any answer."""
    return math.fsum(
        retrievability(card.memory.stability, -card.last, parameters)
        for card in cards
        if card.memory is not None
    )


class _Tally:
    """What one day has brought so far."""

    def __init__(self) -> None:
        self.reviews = self.new = self.tested = 0
        self.answers = self.seconds = self.recalled = 0.0

    def day(self, *, left: int, known: float) -> Day:
        """Return what it was in the end."""
        asked = self.reviews, self.new, self.answers, self.seconds
        return Day(*asked, self.tested, self.recalled, left, known)


class _Run:
    def __init__(self, cards: Sequence[Outset], rules: Rules, days: int, seed: str) -> None:
        self._rules, self._days = rules, days
        self._chance = Random(f"simulation:{seed}").random  # noqa: S311 - chance that is told, no secret
        habits = rules.habits
        self._first, self._later, self._repeat = (
            tuple(accumulate(shares))[:-1] for shares in (habits.first, habits.later, habits.repeat)
        )
        self._known = [
            Standing(card, card.memory, card.last, card.due) for card in cards if card.memory is not None
        ]
        self._new = deque(card for card in cards if card.memory is None)
        self._coming: list[list[Standing]] = [[] for _ in range(days)]
        self._placer = Placer(rules.spread, days, rules.weekday)
        for card in sorted(self._known, key=lambda card: (not card.outset.learning, card.due)):
            self._put(card, card.due)

    def lived(self) -> list[Day]:
        waiting: list[Standing] = []
        found = []
        for day in range(self._days):
            tally, left = _Tally(), Left(self._rules.room(day))
            if self._rules.new_first:
                self._ask_new(day, left, tally)
            waiting = self._ask_due([*waiting, *self._coming[day]], day, left, tally)
            self._ask_early(day, left, tally)
            if not self._rules.new_first:
                self._ask_new(day, left, tally)
            found.append(tally.day(left=len(waiting), known=self._known_on(day + 1)))
        return found

    def _ask_due(self, due: list[Standing], day: int, left: Left, tally: _Tally) -> list[Standing]:
        """Ask what there is room for, and return the rest."""
        order = self._rules.order
        if order is not None and not left.holds(len(due)):
            due.sort(key=lambda card: (not card.learning, order(card, day)))
        return [card for card in due if not self._reviewed(card, day, left, tally)]

    def _ask_early(self, day: int, left: Left, tally: _Tally) -> None:
        if self._rules.early is None:
            return
        others = [card for card in self._known if card.due > day and card.last < day]
        for card in self._rules.early(others, day):
            was_due = card.due
            if self._reviewed(card, day, left, tally) and was_due < self._days:
                self._coming[was_due].remove(card)

    def _ask_new(self, day: int, left: Left, tally: _Tally) -> None:
        habits, held = self._rules.habits, []
        while self._new and left.cards[NEW] > 0:
            seconds = habits.seconds_of_new * self._new[0].pace
            if left.seconds < seconds:
                break
            outset = self._new.popleft()
            if not left.takes(NEW, outset.shares, seconds):
                held.append(outset)
                continue
            tally.new += 1
            tally.seconds += seconds
            tally.answers += 1.0 + habits.first[0] * habits.repeats
            rating = Rating(1 + bisect(self._first, self._chance()))
            card = Standing(outset, first_memory(rating, self._rules.parameters), day, day)
            self._known.append(card)
            self._learn(card, rating, day)
        self._new.extendleft(reversed(held))

    def _reviewed(self, card: Standing, day: int, left: Left, tally: _Tally) -> bool:
        """Ask a card that was answered before, where there is room for it; return whether there was."""
        rules, elapsed = self._rules, day - card.last
        recall = 1.0 - rules.habits.repeat[0]
        if elapsed > 0:
            recall = retrievability(card.memory.stability, elapsed, rules.parameters)
        seconds = rules.habits.seconds_of_review(recall) * card.pace
        if card.learning:
            left.seconds -= seconds
        elif not left.takes(REVIEW, card.outset.shares, seconds):
            return False
        tally.reviews += 1
        if not card.learning:
            tally.tested += 1
            tally.recalled += recall
        tally.seconds += seconds
        tally.answers += 1.0 + (1.0 - recall) * rules.habits.repeats
        right = self._chance() < recall
        rating = LATER[bisect(self._later, self._chance())] if right else Rating.AGAIN
        self._placer.leave(card.due)
        card.memory = next_memory(card.memory, rating, elapsed, rules.parameters)
        self._learn(card, rating, day)
        return True

    def _learn(self, card: Standing, rating: Rating, day: int) -> None:
        """Ask a card that was just answered until it is right, and put it where it comes back."""
        rules = self._rules
        for _ in range(MOST_REPEATS):
            if rating is not Rating.AGAIN:
                break
            rating = Rating(1 + bisect(self._repeat, self._chance()))
            card.memory = next_memory(card.memory, rating, 0, rules.parameters)
        interval = interval_days(card.memory.stability, card.outset.desired_retention, rules.parameters)
        card.last = day
        self._put(card, self._placer.day(interval, day, self._chance()))

    def _put(self, card: Standing, day: int) -> None:
        """Let a card be due on a day; what was due before today is asked today."""
        card.due = day
        self._placer.take(day)
        if day < self._days:
            self._coming[max(day, 0)].append(card)

    def _known_on(self, morning: int) -> float:
        """Return the sum of the chances of recall, by the forgetting curve as in `retrievability`."""
        constants, pow_ = self._rules.parameters.constants, math.pow
        factor, power = constants.factor, constants.decay
        return math.fsum(
            [
                pow_(1.0 + factor * (morning - card.last) / card.memory.stability, power)
                for card in self._known
            ]
        )
