"""What somebody who knows nothing would get, and the share of the points without that.

Only answers that are picked from what is shown can be hit blindly. What is typed, and what the
learner rates, has no chance.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, NamedTuple

from quiz.question import Kind
from quiz.review import Matched, Picked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.review import Response

MOST_ORDERED = 20
"""Longer orders are taken as this long: what luck brings hardly changes any more."""


PICKED = frozenset({Kind.CHOICE, Kind.SEVERAL, Kind.ORDER, Kind.MATCH})


class Marked(NamedTuple):
    """The points of one answer and those that luck brings on average, both 0..1."""

    points: float
    by_chance: float


def points_by_chance(kind: Kind, shown: int) -> float:
    """Return the points, 0 to below 1, that blind answers to a question with so many options get on average.

    One in n for a choice of n options shown, a half for true-false. A match: one in n, since
    each left side is met by one of the n right sides shown. For several, the mean over all
    sets but the empty one, were half of the options right (how many are is not in the log).
    For an order, the mean over all orders. Marked as `quiz.grading` marks them. 0 where nothing
    is picked, and where fewer than two options are known to have been shown.
    """
    if kind is Kind.TRUE_FALSE:
        return 1 / 2
    if kind not in PICKED or shown <= 1:
        return 0.0
    if kind is Kind.SEVERAL:
        return _of_sets(min(shown, MOST_ORDERED))
    if kind is Kind.ORDER:
        return _of_orders(min(shown, MOST_ORDERED))
    return 1 / shown


def options_shown(response: Response) -> int:
    """Return how many options stood there to pick from; 0 where nothing is picked."""
    return len(response.shown) if isinstance(response, (Picked, Matched)) else 0


def corrected_share(answers: Iterable[Marked]) -> float | None:
    """Return the share of the points beyond those of chance: 0 is guessing, 1 all right; None without any.

    The points less those of chance, over the most there could be less those of chance. It is
    below 0 for who does worse than chance. For choices of n options alone this is the
    classical formula score, right - wrong / (n - 1), over the number of answers (Frary,
    "Formula Scoring of Multiple-Choice Tests", Educational Measurement: Issues and Practice
    7(2), 1988). It says what is known, where nobody knows a little: who rules options out
    guesses better than chance.
    """
    marked = list(answers)
    if not marked:
        return None
    chance = math.fsum(one.by_chance for one in marked)
    return (math.fsum(one.points for one in marked) - chance) / (len(marked) - chance)


@functools.cache
def _of_sets(shown: int) -> float:
    """Return the mean of max(0, hits - misses) / right over all sets but the empty one."""
    right = max(1, shown // 2)
    total = sum(
        math.comb(right, hits) * math.comb(shown - right, misses) * (hits - misses)
        for hits in range(right + 1)
        for misses in range(min(hits, shown - right + 1))
    )
    return float(total / right / (2**shown - 1))


@functools.cache
def _of_orders(shown: int) -> float:
    """Return the mean of (longest run - 1) / (n - 1) over all orders of n items.

    By the correspondence of Robinson and Schensted, as many orders have a longest run of r as
    there are pairs of standard tableaux of one shape with a first row of r; the hook lengths
    count the tableaux of a shape (Knuth, "The Art of Computer Programming" 3, 5.1.4).
    """
    orders = math.factorial(shown)
    runs = sum(shape[0] * _tableaux(shape) ** 2 for shape in _shapes(shown, shown))
    return (runs / orders - 1) / (shown - 1)


def _shapes(cells: int, longest: int) -> Iterator[tuple[int, ...]]:
    """Yield each way to write a number as a sum of falling ones, none above ``longest``."""
    if cells == 0:
        yield ()
    for first in range(min(cells, longest), 0, -1):
        yield from ((first, *rest) for rest in _shapes(cells - first, first))


def _tableaux(shape: tuple[int, ...]) -> int:
    """Return how many standard tableaux have this shape: n! over the product of the hook lengths."""
    heights = [sum(row > column for row in shape) for column in range(shape[0])]
    hooks = math.prod(
        shape[row] - column + heights[column] - row - 1
        for row in range(len(shape))
        for column in range(shape[row])
    )
    return math.factorial(sum(shape)) // hooks
