"""Frames, scales and ticks that plots share."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from quiz.ui.report.marks import Label, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quiz.ui.report.marks import Mark

WIDTH, HEIGHT = 520.0, 210.0
LEFT, RIGHT, TOP, BOTTOM = 54.0, 20.0, 12.0, 28.0
TICKS = 4
MOST_LABELS = 9


class Frame(NamedTuple):
    """Where a plot is drawn, and what lies at its edges: ``low`` at the bottom, ``high`` at the top."""

    low: float
    high: float
    width: float = WIDTH
    height: float = HEIGHT

    @property
    def inner(self) -> float:
        """The width between the figures at the left and the right edge."""
        return self.width - LEFT - RIGHT

    @property
    def floor(self) -> float:
        """Where the bottom line lies."""
        return self.height - BOTTOM

    def y(self, value: float) -> float:
        """Return the height at which a value lies; values outside lie at the edge."""
        share = (value - self.low) / (self.high - self.low)
        return self.floor - min(max(share, 0.0), 1.0) * (self.floor - TOP)

    def x(self, place: float, places: float) -> float:
        """Return where the middle of the n-th of so many equal places lies, from 0."""
        return LEFT + (place + 0.5) * self.inner / places

    def at(self, share: float) -> float:
        """Return where a share of the width lies, 0..1."""
        return LEFT + share * self.inner


def steps(high: float, ticks: int = TICKS) -> tuple[float, ...]:
    """Return round values from 0 up to the first that is not below ``high``: 1, 2 or 5 times a power of ten.

    At least 0 and 1; whole numbers, for counts.
    """
    raw = max(high, 1) / ticks
    power = 10 ** math.floor(math.log10(raw)) if raw >= 1 else 1
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw)
    return tuple(step * number for number in range(math.ceil(max(high, 1) / step) + 1))


def grid(frame: Frame, values: Sequence[float], figure: Callable[[float], str]) -> Iterator[Mark]:
    """Yield a line across the frame at each value, with the value at the left."""
    for value in values:
        y = frame.y(value)
        yield Line(LEFT, y, frame.width - RIGHT, y, "grid")
        yield Label(LEFT - 6, y + 4, figure(value), "end")


def below(frame: Frame, texts: Sequence[str], most: int = MOST_LABELS) -> Iterator[Mark]:
    """Yield labels below equal places, so few of them that they do not touch."""
    every = max(1, math.ceil(len(texts) / most))
    for place, text in enumerate(texts):
        if place % every == 0:
            yield Label(frame.x(place, len(texts)), frame.height - 8, text)
