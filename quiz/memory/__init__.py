"""Memory: FSRS-6 as pure functions, and the schedule that follows from it.

``fsrs`` holds the formulas, ``schedule`` turns them into due dates and card states.
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

__all__ = [
    "DEFAULT_PARAMETERS",
    "SCHEDULER",
    "Due",
    "Parameters",
    "advance",
    "due",
    "first_memory",
    "interval_days",
    "next_memory",
    "retrievability",
]
