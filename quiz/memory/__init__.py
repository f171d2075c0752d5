"""Memory: FSRS-6 as pure functions, and the schedule that follows from it.

``fsrs`` holds the formulas, ``schedule`` turns them into due dates and card states, ``spread`` picks
the day near an interval that has the least to do, ``versions`` names the formulas that each event of
the log was written by.
"""

from quiz.memory.fsrs import (
    DEFAULT_PARAMETERS,
    Parameters,
    first_memory,
    interval_days,
    next_memory,
    retrievability,
)
from quiz.memory.schedule import SCHEDULER, Due, advance, due
from quiz.memory.spread import NO_SPREAD, Load, Spread, balanced, draw, fuzz_range, fuzzed

__all__ = [
    "DEFAULT_PARAMETERS",
    "NO_SPREAD",
    "SCHEDULER",
    "Due",
    "Load",
    "Parameters",
    "Spread",
    "advance",
    "balanced",
    "draw",
    "due",
    "first_memory",
    "fuzz_range",
    "fuzzed",
    "interval_days",
    "next_memory",
    "retrievability",
]
