"""Deciding on an aim: simulated, which way of using the days leaves most known on the morning that counts.

Each way is lived through by the same chance, so that few runs tell them apart. First it is tried on how
many days how many new cards are begun, then on how many days reviews are pulled in.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.aiming import LEAST_GAIN, Aim, followed
from quiz.memory.fsrs import retrievability
from quiz.memory.simulation import expected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quiz.memory.simulation import Day, Outset, Rules

GAPS = (1, 2, 3, 5, 7, 10, 14, 21, 30)
"""So many days before the day aimed at new cards may end, each tried: every card is to be seen again."""

SHARES_OF_DAYS = (0.5, 0.25)
"""And on so large a share of the days they may be begun."""

FILLED = (1.0, 0.7, 0.4)
"""Of a budget of time new cards may take so large a share, each tried."""

PULLS = (1, 2, 3, 5, 7, 10, 14)
"""On so many days reviews may be pulled in."""

LEVEL = 0.001
"""Ways whose worth differs by less, as a share of the cards, are level; that with shorter days is taken."""

LEAST_PULL_SECONDS = 120.0
PULL_SHARES = (0.5, 1.0)
"""Without a budget, pulled-in reviews take 2 minutes a day at most, or so large a share of a mean day."""

RUNS, MOST_RUNS = 3, 20
MOST_CARD_DAYS = 2_000_000
FEW = 3
"""Where one run is long, so many ways are tried at each step."""


class Outlook(NamedTuple):
    """What following an aim leads to: the days, as means over runs."""

    aim: Aim
    days: list[Day]

    @property
    def known(self) -> float:
        """Sum of the chances of recall on the morning of the day aimed at."""
        return self.days[-1].known

    @property
    def begun(self) -> float:
        """New cards that were begun."""
        return sum(day.new for day in self.days)

    @property
    def seconds(self) -> float:
        """Of answering, in all."""
        return sum(day.seconds for day in self.days)

    @property
    def worth(self) -> float:
        """What is known, less what its time is worth: a second has to bring `LEAST_GAIN`."""
        return self.known - LEAST_GAIN * self.seconds

    @property
    def longest(self) -> float:
        """Seconds of the longest day."""
        return max(day.seconds for day in self.days)


def decide(  # noqa: PLR0913 - where from, where to, and who watches
    cards: Sequence[Outset],
    rules: Rules,
    days: int,
    seconds: float = math.inf,
    *,
    seed: str = "0",
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Outlook:
    """Return the best way to the day that is ``days`` days off, at least 1; ``seconds``: time a day at most.

    ``rules`` are those of a usual day. ``tell`` hears after each way that was tried how many were, and
    of how many in all.
    """
    trial = _Trial(cards, rules, days, seed, tell)
    new = sum(card.memory is None for card in cards)
    ways = _ways(trial, days, new, seconds)
    trial.all = len(ways) + len(trial.some(PULLS)) * (len(PULL_SHARES) if seconds == math.inf else 1) + 2
    found = trial.best(ways)
    pulls = trial.some(_pulls(found.aim))
    ways = [
        found.aim._replace(pull_days=pull, pull_seconds=most)
        for pull in pulls
        for most in _pull_seconds(found)
    ]
    return trial.in_the_end(trial.best([found.aim, *ways]).aim)


def _ways(trial: _Trial, days: int, new: int, seconds: float) -> list[Aim]:
    """Return on how many days how many new cards may be begun: all of them, or what a budget holds."""
    numbers = trial.some(_new_days(days, new, trial.first))
    if seconds == math.inf:
        return [Aim(days, new, number) for number in numbers]
    filled = [(number, trial.fitting(share * seconds) * number) for number in numbers for share in FILLED]
    ways = dict.fromkeys((number, min(new, most)) for number, most in filled)
    return [Aim(days, begin, number, days - number, seconds=seconds) for number, begin in ways]


def without(cards: Sequence[Outset], rules: Rules, days: int, seconds: float, seed: str = "0") -> list[Day]:
    """Return the days when all goes on as usual, with so much time a day."""
    limited = replace(rules, room=lambda day: rules.room(day)._replace(seconds=seconds))
    return expected(cards, limited, days, runs=_runs(cards, days, MOST_RUNS), seed=seed)


def untouched(cards: Iterable[Outset], rules: Rules, days: int) -> float:
    """Return the sum of the chances of recall on the day if nothing were asked until then."""
    return math.fsum(
        retrievability(card.memory.stability, days - card.last, rules.parameters)
        for card in cards
        if card.memory is not None
    )


class _Trial:
    """Tries ways on the same cards by the same chance."""

    def __init__(
        self, cards: Sequence[Outset], rules: Rules, days: int, seed: str, tell: Callable[[int, int], None]
    ) -> None:
        self._cards, self._rules, self._days, self._seed, self._tell = cards, rules, days, seed, tell
        self.all = self._done = 0
        self.first = next((day for day in range(days) if rules.room(day).begins), days)
        """The first day on which new cards can be begun."""

        self._long = len(cards) * days > MOST_CARD_DAYS // 10

    def some(self, ways: Sequence[int]) -> Sequence[int]:
        """Return all ways, or a few of them, evenly, where each takes long to try."""
        if not self._long or len(ways) <= FEW:
            return ways
        return [ways[place * (len(ways) - 1) // (FEW - 1)] for place in range(FEW)]

    def fitting(self, seconds: float) -> int:
        """Return how many new cards can be begun in so much time."""
        return int(seconds / self._rules.habits.seconds_of_new)

    def best(self, aims: Iterable[Aim]) -> Outlook:
        """Return the way that is worth most; of those that are level the one with the shorter days."""
        tried = [self._tried(aim, RUNS) for aim in aims]
        most = max(one.worth for one in tried)
        level = [one for one in tried if one.worth >= most - LEVEL * len(self._cards)]
        return min(level, key=lambda one: (round(one.longest), one.seconds))

    def in_the_end(self, aim: Aim) -> Outlook:
        """Return what an aim leads to, by more runs and other chance: the best of few flatters itself."""
        self._seed = f"{self._seed} in the end"
        return self._tried(aim, MOST_RUNS)

    def _tried(self, aim: Aim, most: int) -> Outlook:
        runs = _runs(self._cards, self._days, most)
        lived = expected(self._cards, followed(self._rules, aim), self._days, runs=runs, seed=self._seed)
        self._done += 1
        self._tell(min(self._done, self.all), self.all)
        return Outlook(aim, lived)


def _runs(cards: Sequence[Outset], days: int, most: int) -> int:
    return min(most, max(1, MOST_CARD_DAYS // max(1, len(cards) * days)))


def _new_days(days: int, new: int, first: int) -> list[int]:
    """Return on how many days new cards may be begun: not on the last one, where there is another.

    ``first``: the first day on which any can be.
    """
    if not new:
        return [0]
    most = max(days - 1, min(first + 1, days))
    found = {days - gap for gap in GAPS} | {round(share * days) for share in SHARES_OF_DAYS}
    return sorted(number for number in found if first < number <= most) or [most]


def _pulls(aim: Aim) -> list[int]:
    """Return on how many days reviews may be pulled in."""
    return [pull for pull in PULLS if pull <= aim.days]


def _pull_seconds(found: Outlook) -> list[float]:
    """Return how much time a day pulled-in reviews may take."""
    if found.aim.is_limited:
        return [math.inf]
    mean = found.seconds / len(found.days)
    return list(dict.fromkeys(max(share * mean, LEAST_PULL_SECONDS) for share in PULL_SHARES))
