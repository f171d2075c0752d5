"""Whether what was foretold came true: chances of recall against recall, confidence against being right."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.proportion import Interval, Proportion
from quiz.review import Confidence, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.answer import Answer

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Between which chances of recall the rows lie; most answers lie in the upper ones."""

TWO_SIDED = 1.959964
"""So many standard errors to each side hold the truth 95 times in 100."""


class ChanceRow(NamedTuple):
    """Answers whose chance of recall lay from ``low``, included, to ``high``."""

    low: float
    high: float
    foretold: float
    """Mean chance, 0..1."""

    recalled: Proportion


class Foresight(NamedTuple):
    """How well recall was foretold over all answers."""

    answers: int
    foretold: float
    """Mean chance of recall, 0..1."""

    recalled: float
    """Share that was recalled, 0..1."""

    error: float
    """Standard error of the difference, were the chances right: the root of the sum of p (1 - p), over n."""

    brier: float
    """Mean squared difference of chance and outcome, 0 (perfect) to 1 (Brier, 1950)."""

    @property
    def surplus(self) -> float:
        """Recalled less foretold: above 0, memory is better than the scheduler thinks."""
        return self.recalled - self.foretold

    @property
    def interval(self) -> Interval:
        """Where the true surplus lies, 95 times in 100."""
        return Interval(self.surplus - TWO_SIDED * self.error, self.surplus + TWO_SIDED * self.error)


class ConfidenceRow(NamedTuple):
    """Answers given with one confidence; ``right``: those judged right, near ones that counted too."""

    confidence: Confidence
    right: Proportion


def calibration(foretold: Iterable[tuple[float, bool]]) -> tuple[ChanceRow, ...]:
    """Count answers by their chance of recall: pairs of a chance, 0..1, and whether it was recalled.

    A row for each range between `EDGES` that has answers, the lowest first; none for no answers.
    """
    held: dict[int, tuple[int, int, float]] = {}
    for chance, recalled in foretold:
        place = sum(chance >= edge for edge in EDGES[1:-1])
        answers, hits, total = held.get(place, (0, 0, 0.0))
        held[place] = answers + 1, hits + recalled, total + chance
    return tuple(
        ChanceRow(EDGES[place], EDGES[place + 1], total / answers, Proportion(hits, answers))
        for place, (answers, hits, total) in sorted(held.items())
    )


def foresight(foretold: Iterable[tuple[float, bool]]) -> Foresight | None:
    """Return how well recall was foretold, from the pairs that ``calibration`` takes; None for none."""
    pairs = list(foretold)
    if not pairs:
        return None
    n = len(pairs)
    return Foresight(
        answers=n,
        foretold=math.fsum(chance for chance, _ in pairs) / n,
        recalled=sum(recalled for _, recalled in pairs) / n,
        error=math.sqrt(math.fsum(chance * (1 - chance) for chance, _ in pairs)) / n,
        brier=math.fsum((chance - recalled) ** 2 for chance, recalled in pairs) / n,
    )


def by_confidence(answers: Iterable[Answer]) -> tuple[ConfidenceRow, ...]:
    """Count the answers that were given with a confidence, by it, the surest first.

    Only the first answer to a card in a sitting counts, for who has just seen the answer is
    sure of it. Confidence that was never said has no row; none for no answers.
    """
    counts: dict[Confidence, tuple[int, int]] = {}
    for answer in answers:
        if answer.confidence is None or not answer.is_first:
            continue
        hits, out_of = counts.get(answer.confidence, (0, 0))
        hit = answer.verdict in {Verdict.RIGHT, Verdict.NEAR}
        counts[answer.confidence] = hits + hit, out_of + 1
    return tuple(
        ConfidenceRow(confidence, Proportion(*counts[confidence]))
        for confidence in reversed(Confidence)
        if confidence in counts
    )
