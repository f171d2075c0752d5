"""Evaluation: how well chances of recall foretold answers, and whether one foretells better than another.

Only answers on a later study day than the one before are judged: on the same day nothing is
foretold.
"""

from __future__ import annotations

import math
from collections import defaultdict
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.fsrs import first_memory, next_memory, retrievability
from quiz.memory.histories import judged

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from quiz.memory.fsrs import Parameters
    from quiz.memory.histories import History, Judged

SUREST = 1e-6
"""A chance is taken as no nearer to 0 or 1 than this, so that one surprise does not outweigh all."""

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Between which chances of recall the rows of a calibration table lie."""

CERTAIN = 1.645
"""How many standard errors a gain has to lie above 0: what chance alone reaches once in twenty times."""

BASES = (3.62, 1.89, 1.73)
"""Bases of the bins by elapsed days, length of the history, and lapses."""


class Score(NamedTuple):
    """How far chances lay from what happened; 0 would be perfect."""

    log_loss: float
    """Mean of ``-ln`` of the chance that was given to what happened."""

    rmse_bins: float
    """Root of the mean squared difference between foretold and true recall over bins of like answers."""


class Calibrated(NamedTuple):
    """A row of a calibration table: answers whose chance lay from ``low`` to ``high``."""

    low: float
    high: float
    answers: int
    foretold: float
    """Mean chance of recall."""

    recalled: float
    """Share that was recalled."""


def chances(known: Iterable[History], parameters: Parameters, first_day: int = 0) -> list[float]:
    """Return the chance of recall before each judged answer from a day on, in the order of ``judged``.

    Earlier answers move the memory and are not foretold.
    """
    found: list[float] = []
    for history in known:
        memory = first_memory(history[0].rating, parameters)
        for elapsed, rating, day in history[1:]:
            if elapsed and day >= first_day:
                found.append(retrievability(memory.stability, elapsed, parameters))
            memory = next_memory(memory, rating, elapsed, parameters)
    return found


def mean_recall(known: Sequence[History]) -> float:
    """Return the share of judged answers that were recalled; 0.9 where none is judged."""
    answers = judged(known)
    return fmean(one.recalled for one in answers) if answers else 0.9


def score(answers: Sequence[Judged], foretold: Sequence[float]) -> Score:
    """Return how far the chances lay from what happened; there is at least one answer."""
    return Score(fmean(losses(answers, foretold)), rmse_bins(answers, foretold))


def losses(answers: Sequence[Judged], foretold: Sequence[float]) -> list[float]:
    """Return ``-ln`` of the chance that was given to what happened, for each answer."""
    return [
        -math.log(min(max(chance if one.recalled else 1.0 - chance, SUREST), 1.0 - SUREST))
        for one, chance in zip(answers, foretold, strict=True)
    ]


def rmse_bins(answers: Sequence[Judged], foretold: Sequence[float]) -> float:
    """Return the root mean squared difference of foretold and true recall over bins, by their answers.

    The bins are those of ``open-spaced-repetition/srs-benchmark`` (its README, section
    "RMSE (bins)"): elapsed days, length of the history and lapses, each by the whole part of
    its logarithm to 3.62, 1.89 and 1.73; length and lapses are counted as ``fsrs-rs`` does.
    """
    bins: defaultdict[Hashable, list[float]] = defaultdict(list)
    for one, chance in zip(answers, foretold, strict=True):
        bins[_bin(one)].append(one.recalled - chance)
    squares = (sum(apart) ** 2 / len(apart) for apart in bins.values())
    return math.sqrt(sum(squares) / len(answers))


def _bin(one: Judged) -> tuple[int, ...]:
    counted = (one.elapsed_days, one.length, one.lapses)
    return tuple(
        math.floor(math.log(value, base)) if value else -1 for value, base in zip(counted, BASES, strict=True)
    )


def calibration(answers: Sequence[Judged], foretold: Sequence[float]) -> tuple[Calibrated, ...]:
    """Return a row for each range of chances that has answers, the lowest first."""
    rows: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for one, chance in zip(answers, foretold, strict=True):
        place = sum(chance >= edge for edge in EDGES[1:-1])
        rows[place].append((chance, one.recalled))
    return tuple(_calibrated(place, rows[place]) for place in sorted(rows))


def _calibrated(place: int, held: list[tuple[float, bool]]) -> Calibrated:
    chances_held, recalled = zip(*held, strict=True)
    return Calibrated(EDGES[place], EDGES[place + 1], len(held), fmean(chances_held), fmean(recalled))


def standard_errors(gains: Iterable[tuple[Hashable, float]]) -> float:
    """Return how many standard errors the sum of gains lies above 0, gains of one group taken as one.

    The one-sided test of a mean over groups, such as cards or days: answers of one card or one
    day have more in common than others. 0 where there are fewer than two groups, or all are 0.
    """
    groups: defaultdict[Hashable, float] = defaultdict(float)
    for group, gain in gains:
        groups[group] += gain
    values = list(groups.values())
    if len(values) < 2:  # noqa: PLR2004 - of one value nothing is known
        return 0.0
    mean = fmean(values)
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
    return mean * math.sqrt(len(values)) / spread if spread else 0.0


def surely_better(answers: Sequence[Judged], better: Sequence[float], worse: Sequence[float]) -> float:
    """Return by how many standard errors ``better`` has the smaller log loss than ``worse``.

    Counted over cards and over days, and the smaller of the two: what only holds for a few
    cards or a few days is not sure. ``CERTAIN`` and more is no chance.
    """
    pairs = zip(answers, losses(answers, worse), losses(answers, better), strict=True)
    gains = [(one, lost - kept) for one, lost, kept in pairs]
    by_card = standard_errors((one.card, gain) for one, gain in gains)
    by_day = standard_errors((one.day, gain) for one, gain in gains)
    return min(by_card, by_day)
