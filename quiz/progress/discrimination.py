"""Whether those who know more, or the better days of one learner, do better on a question too."""

from __future__ import annotations

import math
from collections import defaultdict
from enum import StrEnum
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.proportion import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.progress.foreseen import Foreseen

TWO_SIDED = 1.959964
LEARNERS, ANSWERS = 10, 20
"""So many learners, or so many foretold answers of one, are needed."""

OTHERS = 5
"""A learner counts who answered so many other questions."""

TINY = 1e-12


class Untold(StrEnum):
    """Why discrimination cannot be told."""

    FEW = "few"
    """There are too few learners, and too few foretold answers on days with others."""

    STEADY = "steady"
    """The one learner's days do not differ by more than chance."""

    ALIKE = "alike"
    """All did the same on it."""


class By(StrEnum):
    """What a discrimination goes by."""

    LEARNERS = "learners"
    DAYS = "days"


class Correlation(NamedTuple):
    """Pearson's coefficient of ``pairs`` pairs, at least four, -1..1."""

    value: float
    pairs: int

    @property
    def interval(self) -> Interval:
        """Where the true one lies, 95 times in 100, by Fisher's transformation (Metron 1, 1921)."""
        half = TWO_SIDED / math.sqrt(self.pairs - 3)
        low, high = math.tanh(self._transformed - half), math.tanh(self._transformed + half)
        return Interval(min(low, self.value), max(high, self.value))

    @property
    def below_zero(self) -> float:
        """How likely so low a value is, or a lower one, were the true one 0; by the same, 0..1."""
        return NormalDist().cdf(self._transformed * math.sqrt(self.pairs - 3))

    @property
    def _transformed(self) -> float:
        return math.atanh(min(max(self.value, TINY - 1), 1 - TINY))


class Discrimination(NamedTuple):
    """How much better a question is answered by who, or on days when, others are answered well."""

    correlation: Correlation
    by: By


def correlation(pairs: Sequence[tuple[float, float]]) -> Correlation | None:
    """Return Pearson's correlation; None for fewer than four pairs, or when one side does not vary."""
    n = len(pairs)
    if n <= 3:  # noqa: PLR2004 - the interval divides by the root of n - 3
        return None
    mean_x, mean_y = (math.fsum(side) / n for side in zip(*pairs, strict=True))
    xx = math.fsum((x - mean_x) ** 2 for x, _ in pairs)
    yy = math.fsum((y - mean_y) ** 2 for _, y in pairs)
    if xx < TINY or yy < TINY:
        return None
    xy = math.fsum((x - mean_x) * (y - mean_y) for x, y in pairs)
    return Correlation(min(max(xy / math.sqrt(xx * yy), -1.0), 1.0), n)


def by_days(foreseen: Iterable[Foreseen], *, differ: bool) -> Discrimination | Untold:
    """Return the discrimination of a question for one learner.

    It is the correlation, over the foretold answers to it on days with enough others, of
    recalled less foretold with the mean of the same over the other answers of that day: above 0
    where the question goes well when the day does. ``differ``: whether the learner's days differ
    by more than chance (``days_differ``); where they do not there is nothing to go by.
    """
    pairs = [(one.residual, one.others) for one in foreseen if one.others is not None]
    if len(pairs) < ANSWERS:
        return Untold.FEW
    if not differ:
        return Untold.STEADY
    found = correlation(pairs)
    return Untold.ALIKE if found is None else Discrimination(found, By.DAYS)


def by_learners(points: Iterable[tuple[str, str, float]]) -> dict[str, Discrimination | Untold]:
    """Return the discrimination of each question over learners, by name.

    ``points`` are (learner, question, points 0..1) of each learner's first answer ever to a
    question. It is the corrected item-total correlation: of the points on a question with the
    mean points on all others that the learner answered (Henrysson, "Correction of item-total
    correlations in item analysis", Psychometrika 28, 1963); learners with fewer than `OTHERS`
    others are left out. None for no points.
    """
    rows = list(points)
    totals: defaultdict[str, list[float]] = defaultdict(list)
    for learner, _, gained in rows:
        totals[learner].append(gained)
    sums = {learner: (math.fsum(gained), len(gained)) for learner, gained in totals.items()}
    pairs: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for learner, question, gained in rows:
        total, number = sums[learner]
        if number > OTHERS:
            pairs[question].append((gained, (total - gained) / (number - 1)))
    return {question: _over_learners(pairs[question]) for _, question, _ in rows}


def _over_learners(pairs: Sequence[tuple[float, float]]) -> Discrimination | Untold:
    if len(pairs) < LEARNERS:
        return Untold.FEW
    found = correlation(pairs)
    return Untold.ALIKE if found is None else Discrimination(found, By.LEARNERS)
