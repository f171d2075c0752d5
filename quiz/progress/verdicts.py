"""Which questions are likely at fault, by their figures: few are accused wrongly, however many are looked at.

Each fault that chance could feign has a test, which gives how likely the answers are if the
question is sound. Of the questions that are looked at together, as many are accused by one
test as keep the expected share of wrong accusations at 5 in 100 or below (Benjamini and Hochberg,
"Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57(1), 1995).
A question with fewer than `FEWEST` first answers is not tested, nor counted in that.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from quiz.progress.faults import Fault, Finding, counted, tried

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quiz.progress.items import Item

LEVEL = 0.05
"""The expected share of wrong accusations among those by one test."""

_GRAVITY = {fault: place for place, fault in enumerate(Fault)}


def findings(items: Sequence[Item]) -> dict[str, tuple[Finding, ...]]:
    """Return what was found of each card, by its key, the gravest first; cards without a finding are absent.

    Of what says the same twice only the graver one is told: a wrong key or an ambiguity is
    harder than memory explains too, and draws the picks away from other options.
    """
    tested = [(item.name, test) for item in items for test in tried(item)]
    found: dict[str, list[Finding]] = {}
    for fault in Fault:
        ours = [(name, test) for name, test in tested if test.family is fault]
        most = threshold([test.p for _, test in ours])
        for name, test in ours:
            if test.finding is not None and test.p <= most:
                found.setdefault(name, []).append(test.finding)
    for item in items:
        found.setdefault(item.name, []).extend(counted(item))
    return {name: told for name, ours in found.items() if (told := _told(ours))}


def threshold(chances: Sequence[float], level: float = LEVEL) -> float:
    """Return the greatest chance that still is a finding, by the step-up rule; below 0 when none is."""
    ordered = sorted(chances)
    passing = [p for place, p in enumerate(ordered, 1) if p <= level * place / len(ordered)]
    return passing[-1] if passing else -1.0


_SAME: Mapping[Fault, frozenset[Fault]] = {
    Fault.WRONG_KEY: frozenset({Fault.AMBIGUOUS, Fault.HARDER, Fault.BACKWARDS, Fault.DEAD_OPTIONS}),
    Fault.AMBIGUOUS: frozenset({Fault.HARDER, Fault.BACKWARDS, Fault.DEAD_OPTIONS}),
}
"""What is told no more beside a graver fault that explains it."""


def _told(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a question, the gravest first, its dead options as one."""
    ours = sorted(found, key=lambda one: _GRAVITY[one.fault])
    explained = {fault for one in ours for fault in _SAME.get(one.fault, ())}
    return tuple(
        _merged(list(same))
        for fault, same in groupby(ours, key=lambda one: one.fault)
        if fault not in explained
    )


def _merged(same: Sequence[Finding]) -> Finding:
    """Return findings of one fault as one; of several chances the greatest is told."""
    about = tuple(text for one in same for text in one.about)
    return same[0]._replace(about=about, p=max((one.p for one in same if one.p is not None), default=None))
