"""By which formulas an answer of the log moves memory: those of the version that its event names."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from quiz.memory.schedule import SCHEDULER, advance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from typing import TypeAlias

    from quiz.memory.fsrs import Parameters
    from quiz.memory.schedule import Due
    from quiz.review import CardState, Rating

    Formulas: TypeAlias = Callable[[CardState | None, Rating, date, Due, Parameters], CardState]

FORMULAS: Mapping[str, Formulas] = MappingProxyType({SCHEDULER: advance})
"""What makes a state of the one before, by scheduler version; called as ``advance`` is.

Whoever changes what ``advance`` gives adds a version under a new name, and leaves the old
function here: a replay would rewrite the past otherwise. Which day near an interval is given
is no part of it, since the event holds that day.
"""
