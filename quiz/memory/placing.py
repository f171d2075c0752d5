"""On which day of a simulation a card comes back: `spread.balanced` over days by number, and faster."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.memory.spread import WEEK, fuzz_range, fuzzed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.memory.spread import Spread

ROOM = 1.2
"""A fuzz range that begins within the days simulated ends before ``ROOM`` times as many, and 20 more."""


class Placer:
    """Keeps count of what comes on each day from 0 on, and picks a day for one card more.

    What lies beyond the days simulated is not balanced: nobody sees it.
    """

    def __init__(self, spread: Spread, days: int, weekday: int) -> None:
        self._spread, self._days, self._weekday = spread, days, weekday
        self._loads = [0] * (int(days * ROOM) + 20)

    def take(self, day: int) -> None:
        """Count a card on a day; what was due before today is nobody's load."""
        if 0 <= day < len(self._loads):
            self._loads[day] += 1

    def leave(self, day: int) -> None:
        """Count a card on a day no more."""
        if 0 <= day < len(self._loads):
            self._loads[day] -= 1

    def day(self, interval_days: int, today: int, drawn: float) -> int:
        """Return the day for a card answered ``today``; ``drawn`` (0 to below 1) decides among equals."""
        if not self._spread.fuzz:
            return today + interval_days
        days = _range(interval_days)
        if len(days) == 1:
            return today + interval_days
        if not self._spread.balance or today + days[0] >= self._days:
            return today + fuzzed(interval_days, drawn)
        return self._balanced(days, today, drawn)

    def _balanced(self, days: Sequence[int], today: int, drawn: float) -> int:
        easy, loads = self._spread.easy_days, self._loads
        weekday = self._weekday + today
        shares = {number: easy[(weekday + number) % WEEK] for number in days}
        open_days = [number for number in days if shares[number] > 0.0] or list(days)
        first = int(drawn * len(open_days))
        turned = open_days[first:] + open_days[:first]
        values = [loads[today + number] / (shares[number] or 1.0) for number in turned]
        middle, mean = sum(turned) / len(turned), sum(values) / len(turned)
        width = sum([(number - middle) ** 2 for number in turned]) or 1.0
        slope = sum([(number - middle) * value for number, value in zip(turned, values, strict=True)]) / width
        above = [
            round(value - mean - slope * (number - middle), 6)
            for number, value in zip(turned, values, strict=True)
        ]
        return today + turned[above.index(min(above))]


@lru_cache(maxsize=4096)
def _range(interval_days: int) -> range:
    return fuzz_range(interval_days)
