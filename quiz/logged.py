"""The tables of the log and their columns, as they are stored, exported and taken in again."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Sort(StrEnum):
    """What a value of the log is; its text says how it is written."""

    EVENT = "UUIDv7"
    TEXT = "text"
    INSTANT = "UTC, as 2021-12-17T09:30:00.000Z"
    DAY = "day, as 2021-12-17"
    WHOLE = "whole number"
    REAL = "number"
    JSON = "JSON"


class Logged(NamedTuple):
    """A table of the log: its columns in order, with their sorts; those in ``may_lack`` may be null."""

    columns: tuple[tuple[str, Sort], ...]
    may_lack: frozenset[str] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, in the order of the table."""
        return tuple(name for name, _ in self.columns)


def _named(sort: Sort, names: str) -> dict[str, Sort]:
    return dict.fromkeys(names.split(), sort)


_SORTS = {
    **_named(Sort.EVENT, "id device review"),
    **_named(Sort.DAY, "study_day due_on until"),
    **_named(Sort.JSON, "response weights plan content"),
    **_named(Sort.REAL, "score"),
    **_named(
        Sort.WHOLE, "utc_offset_minutes duration_ms suggested_rating rating hints confidence interval_days"
    ),
    **_named(Sort.INSTANT, "answered_at undone_at renamed_at edited_at marked_at adopted_at rescheduled_at"),
    **_named(Sort.INSTANT, "made_at began_at ended_at"),
}


def _logged(columns: str, may_lack: str = "", **sorts: Sort) -> Logged:
    found = tuple((name, sorts.get(name, _SORTS.get(name, Sort.TEXT))) for name in columns.split())
    return Logged(found, frozenset(may_lack.split()))


LOG: MappingProxyType[str, Logged] = MappingProxyType(
    {
        "parameter_sets": _logged("id scheduler weights", id=Sort.TEXT),
        "sittings": _logged(
            "id device learner mode began_at study_day plan ended_at", "ended_at", id=Sort.TEXT
        ),
        "reviews": _logged(
            """id device learner card revision answered_at utc_offset_minutes study_day duration_ms kind
               response verdict score suggested_rating rating hints confidence mode session interval_days
               due_on scheduler parameters graded""",
            "confidence graded",
        ),
        "undos": _logged("id device learner review undone_at utc_offset_minutes study_day session"),
        "renames": _logged("id device old_card new_card renamed_at"),
        "edits": _logged("id device card old_revision new_revision edited_at study_day"),
        "marks": _logged(
            "id device learner card sign note until marked_at utc_offset_minutes study_day session", "until"
        ),
        "adoptions": _logged("id device learner parameters adopted_at utc_offset_minutes study_day"),
        "reschedules": _logged(
            "id device learner review interval_days due_on rescheduled_at utc_offset_minutes study_day"
        ),
        "plans": _logged("id device learner sort content made_at utc_offset_minutes study_day"),
    }
)
"""The tables of the log, each behind those that it refers to."""

CARDS: MappingProxyType[str, type] = MappingProxyType(
    {
        **dict.fromkeys(("learner", "card", "kind", "prompt", "state"), str),
        **dict.fromkeys(("stability", "difficulty"), float),
        **dict.fromkeys(("last_day", "due_on"), str),
        **dict.fromkeys(("interval_days", "reviews", "lapses"), int),
    }
)
"""What is exported of each answered card: it follows from the log, and is for people and other programs."""
