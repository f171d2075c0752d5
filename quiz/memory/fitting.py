"""Fitting: the weights under which a learner's own answers are the most likely.

The work is done by ``fsrs-rs-python`` (the extra ``fit``), which nothing else imports. It answers
to no Ctrl-C while it works, so it is run as a process of its own: ``python -m quiz.memory.fitting``
reads what ``packed`` gives from stdin and writes what ``weights_from`` reads to stdout.
"""

from __future__ import annotations

import gc
import json
import sys
from array import array
from importlib.util import find_spec
from operator import itemgetter, sub
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.memory.fsrs import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.memory.histories import History

LIBRARY = "fsrs_rs_python"
DIGITS = 6
"""Weights are kept with so many digits after the point: the library counts in single precision."""


class Unfit(Exception):
    """The library could not fit; ``str`` is what it said."""


class Columns(NamedTuple):
    """Histories as columns of numbers: their lengths, and for each answer its day and rating."""

    lengths: array[int]
    days: array[int]
    ratings: array[int]


def is_installed() -> bool:
    """Whether the fitting library is there; it is not loaded for that."""
    return find_spec(LIBRARY) is not None


def packed(known: Sequence[History]) -> bytes:
    """Return histories as bytes for the process that fits, on the same machine."""
    lengths = array("l", map(len, known))
    days = array("l", (answer.day for history in known for answer in history))
    ratings = array("b", (answer.rating for history in known for answer in history))
    head = array("l", [len(lengths), len(days)])
    return b"".join(part.tobytes() for part in (head, lengths, days, ratings))


def unpacked(data: bytes) -> Columns:
    """Return the columns that ``packed`` wrote."""
    size = array("l").itemsize
    cards, answers = array("l", data[: 2 * size])
    first, last = (2 + cards) * size, (2 + cards + answers) * size
    return Columns(array("l", data[2 * size : first]), array("l", data[first:last]), array("b", data[last:]))


def weights_from(told: bytes) -> tuple[float, ...]:
    """Return the weights that the process wrote, each within its bounds. Raises ``Unfit``."""
    try:
        found = json.loads(told)
        weights = [float(weight) for weight in found["weights"]]
        return tuple(_bounded(weights))
    except (ValueError, KeyError, TypeError) as error:
        raise Unfit(_fault(told)) from error


def _fault(told: bytes) -> str:
    """Return what the process said went wrong; empty when it said nothing that makes sense."""
    try:
        return str(json.loads(told)["fault"])
    except (ValueError, KeyError, TypeError):
        return ""


def _bounded(weights: Sequence[float]) -> Iterator[float]:
    """Yield weights within the bounds, which single precision oversteps; ValueError for what is no number."""
    for value, weight in zip(weights, WEIGHTS, strict=True):
        if value != value:  # noqa: PLR0124 - only a NaN differs from itself
            raise ValueError
        yield min(max(round(value, DIGITS), weight.least), weight.greatest)


def fit(columns: Columns) -> list[float]:
    """Return the fitted weights, as the library gives them. Raises whatever it raises.

    One item for each answer on a later day, with all answers before it, as Anki does it, and
    those of earlier days first: the library gives later items more weight. Cards are not
    named to it: it fits better so.
    """
    import fsrs_rs_python as library  # noqa: PLC0415 - an extra, and loaded in the process that fits only

    items = sorted(_items(library, columns), key=itemgetter(0))
    return list(library.FSRS([]).compute_parameters([item for _day, item in items]))


def _items(library: Any, columns: Columns) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - a module that may be missing
    """Yield the day of each item and the item, card by card."""
    first = 0
    for length in columns.lengths:
        days = columns.days[first : first + length]
        elapsed = [0, *map(sub, days[1:], days)]
        reviews = list(map(library.FSRSReview, columns.ratings[first : first + length], elapsed))
        for number, passed in enumerate(elapsed):
            if passed:
                yield days[number], library.FSRSItem(reviews[: number + 1])
        first += length


def main() -> None:
    """Fit what stdin holds and write the weights, or what went wrong, to stdout as JSON."""
    gc.disable()
    try:
        told: dict[str, object] = {"weights": fit(unpacked(sys.stdin.buffer.read()))}
    except BaseException as error:  # noqa: BLE001 - a panic of the library is none of Exception
        told = {"fault": str(error) or type(error).__name__}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
