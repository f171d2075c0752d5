"""Scores over several sittings: the best, the last, and whether they rise."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.chance import corrected_share
from quiz.progress.proportion import Proportion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from quiz.progress.chance import Marked

FEWEST = 5
"""From so many sittings on a trend is told: a line through fewer follows luck."""

LATEST = 20
"""The trend is that of so many latest sittings at most: what was long ago says nothing of now."""

_UP_TO_9 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262)
_UP_TO_18 = (2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101)
STUDENT = (*_UP_TO_9, *_UP_TO_18)
"""Student's t for 95 % and 1 to 18 degrees of freedom."""


class Score(NamedTuple):
    """What a sitting came to, or a part of it: points out of the most there could be (1 or more).

    ``corrected``: the share beyond what luck brings, by ``corrected_share``; at most 1.
    """

    session: str
    day: date
    points: float
    out_of: int
    corrected: float

    @property
    def share(self) -> float:
        """Points out of the most there could be, 0..1."""
        return self.points / self.out_of


class Way(StrEnum):
    """Where scores go."""

    RISING = "rising"
    FALLING = "falling"
    STEADY = "steady"
    """Neither, as far as so few sittings can tell."""


class Trend(NamedTuple):
    """The slope of shares over sittings, in shares (0..1) a sitting, and half its interval of 95 %."""

    slope: float
    margin: float
    sittings: int

    @property
    def way(self) -> Way:
        """Rising or falling only where the whole interval does."""
        if abs(self.slope) <= self.margin:
            return Way.STEADY
        return Way.RISING if self.slope > 0 else Way.FALLING


class Standing(NamedTuple):
    """How sittings of one sort went. ``trend`` is None for fewer than ``FEWEST``."""

    sittings: int
    best: Score
    last: Score
    trend: Trend | None


def score_of(session: str, day: date, answers: Sequence[Marked]) -> Score | None:
    """Return the score of the first answers to each card; None without any."""
    corrected = corrected_share(answers)
    if corrected is None:
        return None
    return Score(session, day, math.fsum(one.points for one in answers), len(answers), corrected)


def standing(scores: Sequence[Score]) -> Standing | None:
    """Return how sittings went, given the oldest first; None without any.

    The best is the one whose points speak for the highest share: that with the highest lower end
    of Wilson's interval, so that 1 of 1 is not better than 19 of 20; of equals the latest.
    """
    if not scores:
        return None
    best = max(reversed(scores), key=lambda one: Proportion(one.points, one.out_of).interval().low)
    return Standing(len(scores), best, scores[-1], trend(scores))


def trend(scores: Sequence[Score]) -> Trend | None:
    """Return the trend of the latest sittings, given the oldest first; None for fewer than ``FEWEST``.

    The line of weighted least squares through the shares of the sittings, one apart; a sitting
    weighs as much as it has cards. Its interval is that of Student: the residuals' variance, with
    two degrees of freedom less than sittings, over the weighted spread of the places (Draper and
    Smith, "Applied Regression Analysis", chapters 1 and 9).
    """
    latest = scores[-LATEST:]
    if len(latest) < FEWEST:
        return None
    weights, shares = [one.out_of for one in latest], [one.share for one in latest]
    total = sum(weights)
    middle = sum(weight * place for place, weight in enumerate(weights)) / total
    mean = math.fsum(one.points for one in latest) / total
    spread = math.fsum(weight * (place - middle) ** 2 for place, weight in enumerate(weights))
    together = (
        weight * (place - middle) * (share - mean)
        for place, (weight, share) in enumerate(zip(weights, shares, strict=True))
    )
    slope = math.fsum(together) / spread
    left = (
        weight * (share - mean - slope * (place - middle)) ** 2
        for place, (weight, share) in enumerate(zip(weights, shares, strict=True))
    )
    freedom = len(latest) - 2
    margin = STUDENT[freedom - 1] * math.sqrt(math.fsum(left) / freedom / spread)
    return Trend(slope, margin, len(latest))
