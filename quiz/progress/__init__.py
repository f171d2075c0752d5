"""Progress: the figures that follow from the log, as pure functions.

Time and log are arguments. ``values`` holds what is shown, the other modules make it.

The names below are loaded when they are first used: a sitting begins without any figures.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
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

_HOMES = {
    "days": ("Comparison", "day_against_earlier", "forecast", "streak"),
    "keys": ("bank_of",),
    "overview": ("overview_json",),
    "retention": ("Attempt", "retention_by_bank", "true_retention"),
    "score": ("session_line", "session_score"),
    "values": (
        "BankFigures",
        "DayTotal",
        "Overview",
        "Retention",
        "SessionLine",
        "SessionScore",
        "Streak",
        "Tally",
    ),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            from importlib import import_module  # noqa: PLC0415 - see above

            return getattr(import_module(f"quiz.progress.{module}"), name)
    raise AttributeError(name)
