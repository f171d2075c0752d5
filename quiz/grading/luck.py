"""How often somebody who knows nothing gives the right response."""

from __future__ import annotations

import math

MOST_COUNTED = 20


def one_in(count: int) -> float:
    """Return the luck of one right pick among ``count``; 1 when there is nothing to choose."""
    return 1 / max(count, 1)


def one_subset(count: int) -> float:
    """Return the luck of the one right set among all sets of ``count`` options but the empty one."""
    return one_in(2 ** min(count, MOST_COUNTED) - 1)


def one_order(count: int) -> float:
    """Return the luck of the one right order of ``count`` items."""
    return one_in(math.factorial(min(count, MOST_COUNTED)))
