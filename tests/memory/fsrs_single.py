"""Our own formulas in single precision: how far ``fsrs-rs``, which has no other, may be from the exact value.

Every operation is rounded up or down by chance (random rounding, as in Monte Carlo arithmetic), so
that the scatter of a few runs shows how many digits the history itself leaves.
"""

from __future__ import annotations

import math
import random
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING
from unittest import mock

import quiz.memory.fsrs
from quiz.memory import Parameters, first_memory, next_memory
from quiz.memory.fsrs import WEIGHTS
from quiz.review import Memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fsrs_samples import History

UNIT = 2.0**-24
"""The most, relatively, by which one operation in single precision is off."""

RUNS = 20
OPERATIONS = ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv")


class Single(float):
    """A number of which each operation loses or gains up to `UNIT`."""

    chance = random.Random(0)

    def __neg__(self) -> Single:
        return Single(float.__neg__(self))

    def near(self) -> Single:
        return Single(float(self) * (1.0 + self.chance.choice((-UNIT, UNIT))))


def _rounded(name: str) -> None:
    exact = getattr(float, f"__{name}__")
    setattr(Single, f"__{name}__", lambda one, other: Single(exact(one, float(other))).near())


for _name in OPERATIONS:
    _rounded(_name)


@contextmanager
def _single_precision() -> Iterator[None]:
    functions = SimpleNamespace(
        pow=lambda base, power: Single(math.pow(base, power)).near(),
        exp=lambda power: Single(math.exp(power)).near(),
    )
    with mock.patch.object(quiz.memory.fsrs, "math", functions):
        yield


def deviation(found: Memory, exact: Memory) -> float:
    """Return the greater of the relative differences of stability and difficulty."""
    return max(abs(found.stability / exact.stability - 1.0), abs(found.difficulty / exact.difficulty - 1.0))


def scatter(history: History, parameters: Parameters, exact: list[Memory]) -> list[float]:
    """Return how far single precision comes, at the most of `RUNS`, from the memory after each answer."""
    runs = [_run(history, parameters) for _ in range(RUNS)]
    return [max(deviation(run[at], exact[at]) for run in runs) for at in range(len(history))]


def _run(history: History, parameters: Parameters) -> list[Memory]:
    near = (Single(value).near() for value in parameters.weights)
    weights = (
        Single(min(max(value, limit.least), limit.greatest))
        for value, limit in zip(near, WEIGHTS, strict=True)
    )
    memories: list[Memory] = []
    with _single_precision():
        single = Parameters("single", tuple(weights))
        for rating, gap_days in history:
            after = (
                next_memory(memories[-1], rating, gap_days, single)
                if memories
                else first_memory(rating, single)
            )
            memories.append(Memory(Single(after.stability), Single(after.difficulty)))
    return memories
