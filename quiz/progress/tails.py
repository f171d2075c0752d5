"""How likely counts as low, or as high, as some that were seen are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EXACT = 2_000
"""The number of recalls in more answers than these is taken to be spread normally."""


def fewer(chances: Sequence[float], hits: int) -> float:
    """Return how likely at most so many of these events are, each with its own chance; 1 for none.

    Exact, event by event; above `EXACT` events by the normal distribution with the half step
    that belongs to whole numbers.
    """
    if len(chances) > EXACT:
        spread = math.sqrt(math.fsum(p * (1 - p) for p in chances))
        return 0.5 * math.erfc((math.fsum(chances) - hits - 0.5) / spread / math.sqrt(2))
    ways = [1.0, *(0.0 for _ in range(hits))]
    for chance in chances:
        for number in range(hits, 0, -1):
            ways[number] += chance * (ways[number - 1] - ways[number])
        ways[0] *= 1 - chance
    return min(1.0, max(0.0, math.fsum(ways)))


def at_least(hits: int, tries: int, chance: float) -> float:
    """Return how likely at least so many hits are in so many tries with one chance; 1 for 0 hits."""
    return fewer([1 - chance] * tries, tries - hits)
