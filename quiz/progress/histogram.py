"""How many values lie where."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DAYS = (1, 2, 4, 8, 15, 31, 61, 181, 366)
"""Lower bounds of the ranges of days in which intervals and stabilities are counted."""

TENTHS = tuple(tenth / 10 for tenth in range(10))
"""Lower bounds of the ranges in which chances are counted."""


class Count(NamedTuple):
    """So many values from ``low``, included, to ``high``; None: without an end."""

    low: float
    high: float | None
    number: int


def histogram(values: Iterable[float], lows: Sequence[float]) -> tuple[Count, ...]:
    """Count values in ranges that begin at ``lows``, which rise; the last has no end.

    Values below the first range are counted in it. No values give ranges with 0.
    """
    numbers = [0] * len(lows)
    for value in values:
        numbers[max(bisect_right(lows, value) - 1, 0)] += 1
    return tuple(
        Count(low, high, number) for low, high, number in zip(lows, [*lows[1:], None], numbers, strict=True)
    )
