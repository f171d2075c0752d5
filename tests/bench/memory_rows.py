"""The rows of memory: a step, a replay of a long log, a year simulated, and a fit."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any, Protocol

from quiz.memory.fitting import is_installed
from tests.bench.measure import expect, ratio
from tests.bench.report import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STEPS, SAMPLE, SIMULATED, FITTED = 50_000, 100_000, 5_000, 100_000
NO_FIT = "fsrs-rs-python is not installed: pip install 'quiz-study[fit]'"
A_FIT = 1.3
A_SIMULATION = 3.0
"""Seconds that a year of `SIMULATED` cards may take."""

A_REPLAY = 0.167
"""A sixth: 10 s where `fsrs` takes 60."""

SAME = 1e-9
"""How far, relatively, stabilities of both sides may be apart."""


class Side(Protocol):
    """Runs a side in a process of its own and returns what it printed."""

    def __call__(self, name: str, *arguments: object) -> dict[str, Any]:
        """Run ``python -m tests.bench.memory_sides NAME ...``."""


def memory_rows(
    side: Side, say: Callable[[str], None], fresh: Callable[[], Path], replayed: int
) -> Iterator[Row]:
    """Yield the rows; a log of ``replayed`` answers is replayed."""
    say("steps of memory")
    yield _step(side("steps", STEPS))
    say(f"a replay of {replayed:,} answers")
    yield from _replay(side("replay", fresh(), replayed, min(replayed, SAMPLE)), replayed)
    say("a year simulated")
    yield _simulation(side("simulation", SIMULATED))
    yield from _fit(side, say)


def _step(said: dict[str, Any]) -> Row:
    mine, other = said["quiz"], said["fsrs"]
    memories = said["memories"]
    apart = abs(memories["quiz"] / memories["fsrs"] - 1.0)
    expect(apart < SAME, wanted=True, what=f"the same memories after {STEPS:,} steps")
    note = f"{median(mine) * 1e6:.3g} µs : {median(other) * 1e6:.3g} µs"
    return Row("one answer: memory and interval", "`review_card` of `fsrs`", ratio(mine, other), 0.15, note)


def _replay(said: dict[str, Any], replayed: int) -> Iterator[Row]:
    """Yield rows for the log read and reckoned, as `fsrs` does it, and for `quiz replay`."""
    expect((said["reviews"], said["cards"]), (replayed, 0), "what was replayed")
    expect(said["apart"] < SAME, wanted=True, what="the same memories as `fsrs` has")
    expect(said["differing"][1:], [0] * len(said["differing"][1:]), "what differs once it is rebuilt")
    given, scaled = said["fsrs"], f", {SAMPLE:,} scaled" if replayed > SAMPLE else ""
    # As one calls it: a `Card()` that is given no id sleeps 1 ms to find one.
    made = [seconds + said["new_cards"] for seconds in given]
    log, ids = f"of {replayed:,} answers", f"the same, ids given{scaled}"
    for what, name, against, other in (
        ("replay a log", "quiz", f"`reschedule_card` of `fsrs`, `Card()` for each card{scaled}", made),
        ("replay a log", "quiz", ids, given),
        ("`quiz replay`, which also compares and writes,", "rebuilt", ids, given),
    ):
        note = f"{median(said[name]):.2f} s : {median(other):.2f} s"
        yield Row(f"{what} {log}", against, ratio(said[name], other), A_REPLAY, note)


def _fit(side: Side, say: Callable[[str], None]) -> Iterator[Row]:
    what, against = f"fit the parameters on {FITTED:,} answers", "`fsrs-rs-python` called bare"
    if not is_installed():
        yield Row(what, against, None, A_FIT, NO_FIT)
        return
    say("a fit")
    said = side("fit", FITTED)
    expect(said["weights"]["quiz"], said["weights"]["bare"], "the fitted weights")
    mine, other = said["quiz"], said["bare"]
    note = f"{median(mine):.2f} s : {median(other):.2f} s"
    yield Row(what, against, ratio(mine, other), A_FIT, note)


def _simulation(said: dict[str, Any]) -> Row:
    expect(said["days"], 365, "days simulated")
    expect(said["reviews"] > SIMULATED, wanted=True, what="more reviews than cards in a year")
    note = f"{median(said['seconds']):.2f} s, {said['reviews']:,} reviews"
    what = f"simulate {SIMULATED:,} cards over 365 days"
    return Row(what, f"{A_SIMULATION:g} s", ratio(said["seconds"], [A_SIMULATION]), 1.0, note)
