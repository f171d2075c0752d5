"""What memory foretold of each answer of one learner, levelled, beside how the learner's day went."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LEAST, MOST = 1e-6, 1 - 1e-6
"""Chances are held between these: no log may prove a scheduler wrong beyond all doubt."""

OTHERS = 5
"""A day tells how it went from so many answers to other cards on."""

FEWEST_DAYS = 20
OUTLYING = 3.0
DIGITS, STEPS = 4, 40


class Told(NamedTuple):
    """An answer that was foretold, of one learner."""

    event: str
    card: str
    day: int
    chance: float
    """The chance of recall, above 0 to 1."""

    recalled: bool


class Foreseen(NamedTuple):
    """What was foretold of an answer."""

    chance: float
    """As memory foretold it."""

    levelled: float
    """The same, to four digits, after the learner's own level (``own_level``)."""

    recalled: bool
    others: float | None
    """How the day went: mean of recalled less levelled chance over the learner's answers to other
    cards on that day; None with fewer than `OTHERS`."""

    @property
    def residual(self) -> float:
        """Recalled less levelled chance, -1..1."""
        return self.recalled - self.levelled


def foresee(told: Iterable[Told]) -> dict[str, Foreseen]:
    """Return what was foretold of each of one learner's answers, by the answer's id; none for none."""
    rows = list(told)
    raised = _Levelled(own_level(rows))
    levelled = [raised[round(one.chance, DIGITS)] for one in rows]
    days: defaultdict[int, _Sum] = defaultdict(_Sum)
    cards: defaultdict[tuple[int, str], _Sum] = defaultdict(_Sum)
    sums: list[tuple[_Sum, _Sum]] = []
    for (_, card, day, _, recalled), chance in zip(rows, levelled, strict=True):
        both = days[day], cards[day, card]
        for one in both:
            one.add(recalled - chance)
        sums.append(both)
    return {
        row.event: Foreseen(row.chance, chance, row.recalled, of_day.mean_without(of_card))
        for row, chance, (of_day, of_card) in zip(rows, levelled, sums, strict=True)
    }


def days_differ(told: Iterable[Told], foreseen: Mapping[str, Foreseen]) -> bool:
    """Whether a learner's days differ by more than chance brings, so that there is something to go by.

    ``foreseen``: what ``foresee`` gave for these answers. Over the days with at least `OTHERS`
    answers, the sum of (recalled less foretold)² / sum of p (1 - p) is that of as many squared
    normal numbers, were the levelled chances right; it has to lie above the 95th of a hundred
    (its quantile by Wilson and Hilferty, "The Distribution of Chi-Square", PNAS 17, 1931).
    False for fewer than `FEWEST_DAYS` such days.
    """
    by_day: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for one in told:
        by_day[one.day].append((foreseen[one.event].levelled, one.recalled))
    full = [pairs for pairs in by_day.values() if len(pairs) >= OTHERS]
    if len(full) < FEWEST_DAYS:
        return False
    return math.fsum(map(_deviation, full)) > _chi_square_95(len(full))


def own_level(told: Sequence[Told]) -> float:
    """Return a learner's ``level`` over all answers but those to cards that stand out; 0 for no answers.

    A card stands out when its recalls lie more than `OUTLYING` standard errors from what the level
    of all answers would have: a question at fault says little of the learner.
    """
    by_card: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one in told:
        by_card[one.card].append((round(one.chance, DIGITS), one.recalled))
    levelled = _Levelled(level([pair for pairs in by_card.values() for pair in pairs]))
    ordinary = (
        pairs
        for pairs in by_card.values()
        if _deviation([(levelled[chance], recalled) for chance, recalled in pairs]) <= OUTLYING**2
    )
    return level([pair for pairs in ordinary for pair in pairs])


def level(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return by how much the log odds of all chances have to be raised for their sum to be what was recalled.

    One answer that was recalled and one that was not are thought of beside them, so that there
    is such a number always. 0 for no answers. Chances are taken to four digits, and the number
    is found by halving, to 1e-9 or better.
    """
    if not pairs:
        return 0.0
    chances = Counter(round(chance, DIGITS) for chance, _ in pairs)
    goal = len(pairs) * (sum(recalled for _, recalled in pairs) + 1) / (len(pairs) + 2)
    low, high = -30.0, 30.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        if math.fsum(number * shifted(chance, middle) for chance, number in chances.items()) < goal:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def shifted(chance: float, shift: float) -> float:
    """Return a chance with its log odds raised, between `LEAST` and `MOST`."""
    held = min(max(chance, LEAST), MOST)
    odds = math.log(held / (1 - held)) + shift
    return min(max(1 / (1 + math.exp(-odds)), LEAST), MOST)


class _Levelled(dict[float, float]):
    """Chances with their log odds raised, by the chance at `DIGITS` digits, of which there are few."""

    def __init__(self, shift: float) -> None:
        super().__init__()
        self._shift = shift

    def __missing__(self, chance: float) -> float:
        found = self[chance] = shifted(chance, self._shift)
        return found


class _Sum:
    """How many were added, and their sum."""

    __slots__ = ("number", "total")

    def __init__(self) -> None:
        self.number, self.total = 0, 0.0

    def add(self, value: float) -> None:
        self.number += 1
        self.total += value

    def mean_without(self, part: _Sum) -> float | None:
        rest = self.number - part.number
        return (self.total - part.total) / rest if rest >= OTHERS else None


def _deviation(pairs: Sequence[tuple[float, bool]]) -> float:
    surplus = math.fsum(recalled - chance for chance, recalled in pairs)
    return surplus**2 / math.fsum(chance * (1 - chance) for chance, _ in pairs)


def _chi_square_95(degrees: int) -> float:
    spread = 2 / (9 * degrees)
    return float(degrees * (1 - spread + NormalDist().inv_cdf(0.95) * math.sqrt(spread)) ** 3)
