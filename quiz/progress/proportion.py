"""A share of what was counted, and how far the true one may lie from it."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import NamedTuple

LEVEL = 0.95
"""How often an interval is to hold the truth."""


class Interval(NamedTuple):
    """From where to where the truth lies; both ends belong to it."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies in it."""
        return self.low <= value <= self.high


class Proportion(NamedTuple):
    """``hits`` out of ``out_of`` that were counted, 0 <= hits <= out_of.

    Hits are whole where something happened or did not, and may be broken where points are
    counted; the interval is then a little wider than it need be.
    """

    hits: float
    out_of: int

    @property
    def share(self) -> float | None:
        """Hits out of what was counted, 0..1; None when nothing was."""
        return self.hits / self.out_of if self.out_of else None

    def interval(self, level: float = LEVEL) -> Interval:
        """Return Wilson's score interval, within 0..1; all of 0..1 when nothing was counted.

        E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
        Journal of the American Statistical Association 22, 1927. Over shares drawn at random it
        holds the truth as often as ``level`` says, also for ten answers, which the plain
        interval about the share does not.
        """
        if not self.out_of:
            return Interval(0.0, 1.0)
        z, n = NormalDist().inv_cdf((1 + level) / 2), self.out_of
        share = self.hits / n
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        # At the ends the formula gives 0 and 1 but for rounding.
        low = 0.0 if self.hits == 0 else max(middle - half, 0.0)
        return Interval(low, 1.0 if self.hits == n else min(middle + half, 1.0))
