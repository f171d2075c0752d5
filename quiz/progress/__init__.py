"""Progress: the figures that follow from the log, as pure functions.

Time and log are arguments. ``values`` holds what is shown, the other modules make it.
"""

from quiz.progress.days import Comparison, day_against_earlier, forecast, streak
from quiz.progress.keys import bank_of
from quiz.progress.overview import overview_json
from quiz.progress.retention import Attempt, retention_by_bank, true_retention
from quiz.progress.score import session_line, session_score
from quiz.progress.values import (
    BankFigures,
    DayTotal,
    Overview,
    Retention,
    SessionLine,
    SessionScore,
    Streak,
    Tally,
)

__all__ = [
    "Attempt",
    "BankFigures",
    "Comparison",
    "DayTotal",
    "Overview",
    "Retention",
    "SessionLine",
    "SessionScore",
    "Streak",
    "Tally",
    "bank_of",
    "day_against_earlier",
    "forecast",
    "overview_json",
    "retention_by_bank",
    "session_line",
    "session_score",
    "streak",
    "true_retention",
]
