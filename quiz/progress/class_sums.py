"""Sums over the answers of a class, from which `quiz.progress.classical` makes its figures."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Pairs(NamedTuple):
    """Sums over the answers to one question by learners who answered others as well.

    ``points`` are those of the answer, ``rests`` the rest scores; both 0..1.
    """

    number: int
    points: float
    squares: float
    rests: float
    rest_squares: float
    products: float
    """Of the points and the rest score of each learner."""

    sorted_products: float
    """Of the points and the rest scores after each were sorted: the most that the products can sum to."""


class Picks(NamedTuple):
    """Sums over the answers that picked one option."""

    option: str
    answers: int
    points: float
    paired: int
    """Answers with a rest score."""

    rests: float
    rest_squares: float

    @property
    def is_right(self) -> bool:
        """Whether the option counts as right: who picks it gets most of the points."""
        return 2 * self.points > self.answers

    @property
    def rest(self) -> float | None:
        """Mean rest score of those who picked it, 0..1; None where nobody has one."""
        return self.rests / self.paired if self.paired else None


class QuestionSums(NamedTuple):
    """What is summed of one question. ``by_chance``: the points of blind answers; None: not known.

    ``picks`` has each option that was offered, also those never picked; it is empty where
    no single option is picked.
    """

    question: str
    answers: int
    points: float
    squares: float
    pairs: Pairs
    picks: tuple[Picks, ...] = ()
    by_chance: float | None = None


class ClassSums(NamedTuple):
    """What is summed of all answers together; a deviation is the points less the question's mean."""

    learners: int
    questions: int
    answers: int
    answers_squared: int
    """Of the number of answers of each learner."""

    between: float
    """Over learners: the square of the sum of their deviations, by the number of their answers."""

    deviations: float
    """Over answers: the squares of the deviations."""

    shares: float
    """Over learners: their mean points."""

    share_squares: float
    only_whole: bool
    """Whether no answer has a part of a point."""


def total_pairs(points: Iterable[float], rests: Iterable[float]) -> Pairs:
    """Return the sums over pairs of points and rest scores, which come in the same order."""
    ours, others = list(points), list(rests)
    return Pairs(
        number=len(ours),
        points=math.fsum(ours),
        squares=math.fsum(one * one for one in ours),
        rests=math.fsum(others),
        rest_squares=math.fsum(one * one for one in others),
        products=math.fsum(a * b for a, b in zip(ours, others, strict=True)),
        sorted_products=math.fsum(a * b for a, b in zip(sorted(ours), sorted(others), strict=True)),
    )
