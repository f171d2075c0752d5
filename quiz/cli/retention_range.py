"""Desired retentions as they are typed: one, a list, or a range; and which of a range are simulated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.settings import HIGHEST_RETENTION, LEAST_RETENTION

if TYPE_CHECKING:
    from collections.abc import Sequence

RANGE = ".."
WANTED = (
    f"a number from {LEAST_RETENTION:.2f} to {HIGHEST_RETENTION:.2f} such as 0.95, several with commas, "
    f"or a range such as 0.80{RANGE}0.97"
)
STEPS = 9
"""A range is simulated at its ends and at whole per cents between, in about so many steps."""

TOLD_EVERY = 5
"""Words are made of the ends of a range and of each so many per cent."""

PER_CENT = 100


class Retentions(click.ParamType[tuple[float, ...]]):
    """Two numbers with ``..`` between are a range and come as its ends, rising; others as typed."""

    name = "retention"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, ...]:
        text = str(value)
        try:
            found = [float(part) for part in text.split(RANGE if RANGE in text else ",")]
        except ValueError:
            found = []
        if not found or not all(LEAST_RETENTION <= each <= HIGHEST_RETENTION for each in found):
            self.fail(f"{text!r} has to be {WANTED}.", param, ctx)
        if RANGE not in text:
            return tuple(sorted(set(found)))
        if len(found) != 2 or found[0] >= found[1]:  # noqa: PLR2004 - a range has two ends
            self.fail(f"{text!r} has to rise from one number to another, as in 0.80{RANGE}0.97.", param, ctx)
        return between(*found)


def between(low: float, high: float) -> tuple[float, ...]:
    """Return what of a range is simulated: its ends, those told, and others evenly between."""
    first, last = round(low * PER_CENT), round(high * PER_CENT)
    stride = max(1, -(-(last - first) // STEPS))
    inner = {*range(first, last, stride), *_told_between(low, high)}
    return (low, *(per / PER_CENT for per in sorted(inner) if low < per / PER_CENT < high), high)


def told(points: Sequence[float], own: float) -> list[float]:
    """Return of which of these words are made: the ends, the learner's own, and round ones between."""
    low, high = points[0], points[-1]
    whole = {per / PER_CENT for per in _told_between(low, high)}
    few = len(points) <= TOLD_EVERY
    return [each for each in points if few or each in (low, high, own) or each in whole]


def _told_between(low: float, high: float) -> range:
    first, last = round(low * PER_CENT), round(high * PER_CENT)
    return range(first + -first % TOLD_EVERY, last + 1, TOLD_EVERY)
