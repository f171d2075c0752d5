"""Plots in the terminal: lines of letters, drawn in braille dots by plotille, with axes of our own.

Nothing is drawn where it could not be read: in fewer than `NARROWEST` columns, or where the output
has no such letters. Whoever calls says it in words then.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

NARROWEST = 50
"""In fewer columns nothing is drawn."""

WIDEST = 100
HEIGHT = 7
SIDE, BESIDE, CORNER = 5, " │", " └"
"""Columns at the least for the figures at the left, and what stands beside them and below."""

DOTS, ROWS_OF_DOTS = 2, 4
"""So many dots a cell of braille is wide, and high."""

LEAST_SPAN = 1e-6
"""Values that differ by less are drawn as equal ones."""

FULL_CELL, NO_DOTS = "⣿", "\N{BRAILLE PATTERN BLANK}"


class Plot(NamedTuple):
    """Values from left to right, evenly spaced or at ``places``; None: nothing there.

    ``filled``: down to the bottom, as for what is counted. ``low`` and ``high`` are the bounds
    of what is drawn at least; the values widen them.
    """

    title: str
    values: Sequence[float | None]
    ends: tuple[str, str]
    """What stands below the first value and below the last."""

    figure: Callable[[float], str]
    """How a value at the left is written."""

    places: Sequence[float] | None = None
    filled: bool = True
    low: float | None = 0.0
    high: float | None = None


def can_draw(console: Console) -> bool:
    """Whether plots can be read here: wide enough, and with braille among the letters."""
    return console.width >= NARROWEST and _has_braille(console.encoding)


def _has_braille(encoding: str) -> bool:
    try:
        FULL_CELL.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def plot_lines(plot: Plot, width: int, height: int = HEIGHT) -> list[str]:
    """Return a plot as lines at most ``width`` wide; its title, ``height`` rows, and what ends it.

    Without any value only the title is left.
    """
    there = [value for value in plot.values if value is not None]
    if not there:
        return [plot.title]
    low, high = _bounds(plot, there)
    figures = {0: plot.figure(high), height - 1: plot.figure(low)}
    side = max(SIDE, *map(len, figures.values()))
    columns = min(width, WIDEST) - side - len(BESIDE)
    rows = _dots(plot, (low, high), columns, height)
    drawn = [f"{figures.get(row, ''):>{side}}{BESIDE}{cells}".rstrip() for row, cells in enumerate(rows)]
    below = f"{'':>{side}}{CORNER}{'─' * columns}"
    return [plot.title, *drawn, below, _foot(plot.ends, side + len(BESIDE), columns)]


def _bounds(plot: Plot, there: Sequence[float]) -> tuple[float, float]:
    low = min([*there, *([] if plot.low is None else [plot.low])])
    high = max([*there, *([] if plot.high is None else [plot.high])])
    return low, high if high - low > LEAST_SPAN else low + 1.0


def _foot(ends: tuple[str, str], before: int, columns: int) -> str:
    first, last = ends
    gap = max(1, columns - len(first) - len(last))
    return f"{'':>{before}}{first}{'' if first == last else ' ' * gap + last}"[: before + columns]


def _dots(plot: Plot, bounds: tuple[float, float], columns: int, height: int) -> list[str]:
    from plotille import Canvas  # type: ignore[import-untyped] # noqa: PLC0415 - it comes without types; few commands draw

    low, high = bounds
    known = _known(plot)
    left, right = known[0][0], known[-1][0]
    if plot.places is None:
        left, right = 0.0, max(1.0, len(plot.values) - 1.0)
    # Upper bounds of a canvas lie one dot above its last one.
    dot, above = (right - left) / (DOTS * columns - 1), (high - low) / (ROWS_OF_DOTS * height - 1)
    canvas = Canvas(columns, height, left, low, right + dot, high + above)
    for (x, y), (next_x, next_y) in pairwise(known):
        canvas.line(x, y, next_x, next_y)
        if plot.filled:
            for at, value in _between(x, y, next_x, next_y, dot):
                canvas.line(at, low, at, value)
    return str(canvas.plot(linesep="\n")).replace(NO_DOTS, " ").split("\n")


def _known(plot: Plot) -> list[tuple[float, float]]:
    """Return the places and values that are there, at least two: one alone is drawn as a level."""
    places = plot.places or range(len(plot.values))
    found = [
        (float(place), value) for place, value in zip(places, plot.values, strict=True) if value is not None
    ]
    return found if len(found) > 1 else [found[0], (found[0][0] + 1.0, found[0][1])]


def _between(x: float, y: float, next_x: float, next_y: float, step: float) -> Iterator[tuple[float, float]]:
    """Yield points of a straight line, closer together than dots are, so that no column stays empty."""
    number = max(1, math.ceil(2.0 * (next_x - x) / step))
    for share in (place / number for place in range(number + 1)):
        yield x + share * (next_x - x), y + share * (next_y - y)
