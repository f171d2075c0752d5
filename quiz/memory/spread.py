"""Spread: on which day near its interval a card comes back, so that days are even.

A pure choice among few days. Fuzz takes one by a seed; balance takes the one with the fewest
siblings and then the least load. Both stay within `fuzz_range`.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.fsrs import MAX_INTERVAL_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

SHORTEST_FUZZED = 2.5
"""Intervals below are not spread, in days."""

BANDS = ((SHORTEST_FUZZED, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, math.inf, 0.05))
"""By how much the range grows with each day of the interval: from, to (days), share."""

WEEK = 7


class Load(NamedTuple):
    """What comes on a day already: all cards, and those of the same question or group."""

    cards: int = 0
    siblings: int = 0


NO_LOAD = Load()


@dataclass(frozen=True, slots=True)
class Spread:
    """How cards are spread over days.

    ``easy_days`` has for each weekday from Monday how much of a usual day it takes, 0..1: on a
    day with 0.5 a card weighs twice. Without ``fuzz`` nothing is spread and nothing balanced.
    """

    fuzz: bool = True
    balance: bool = True
    easy_days: tuple[float, ...] = field(default=(1.0,) * WEEK)


NO_SPREAD = Spread(fuzz=False, balance=False)


def fuzz_range(interval_days: int) -> range:
    """Return the days among which a card with this interval may come back, the interval among them.

    The published spread of FSRS and Anki: one day to either side, and more by `BANDS`; at
    least 2 days. An interval below 2.5 days, so of 1 or 2, stands alone.
    """
    if interval_days < SHORTEST_FUZZED:
        return range(interval_days, interval_days + 1)
    reach = 1.0 + sum(share * max(min(interval_days, end) - start, 0.0) for start, end, share in BANDS)
    last = min(round(interval_days + reach), MAX_INTERVAL_DAYS)
    return range(max(2, round(interval_days - reach)), last + 1)


def draw(card: str, repetition: int) -> float:
    """Return what belongs to the ``repetition``-th answer to a card: always the same, from 0 to below 1."""
    seed = hashlib.blake2b(f"{card}\n{repetition}".encode(errors="surrogatepass"), digest_size=7)
    return int.from_bytes(seed.digest()) / 2**56


def fuzzed(interval_days: int, drawn: float) -> int:
    """Return a day of the fuzz range, each as likely; a greater ``drawn`` (0 to below 1) a later one."""
    days = fuzz_range(interval_days)
    return days[int(drawn * len(days))]


def balanced(
    interval_days: int, drawn: float, today: date, loads: Mapping[date, Load], spread: Spread
) -> int:
    """Return the day of the fuzz range with the fewest siblings and, of those, the least load.

    ``loads`` is by day, days without cards left out. A load is divided by the share of its
    weekday, and counts against the trend over the range: days further off have less on them as
    yet, and would draw every card to a longer interval. A day with a share of 0 is taken only
    where there is no other. ``drawn`` decides among equals.
    """
    days = fuzz_range(interval_days)
    shares = {number: spread.easy_days[(today + timedelta(days=number)).weekday()] for number in days}
    open_days = [number for number in days if shares[number] > 0.0] or list(days)
    there = {number: loads.get(today + timedelta(days=number), NO_LOAD) for number in open_days}
    above = _above_trend({number: there[number].cards / (shares[number] or 1.0) for number in open_days})
    first = int(drawn * len(open_days))
    turned = [*open_days[first:], *open_days[:first]]
    return min(turned, key=lambda number: (there[number].siblings, round(above[number], 6)))


def _above_trend(values: Mapping[int, float]) -> dict[int, float]:
    """Return how far each value lies above the straight line of least squares through all; at least one."""
    middle, mean = sum(values) / len(values), sum(values.values()) / len(values)
    width = sum((place - middle) ** 2 for place in values)
    slope = sum((place - middle) * (value - mean) for place, value in values.items()) / (width or 1.0)
    return {place: value - mean - slope * (place - middle) for place, value in values.items()}
