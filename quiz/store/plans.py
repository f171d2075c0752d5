"""What a learner plans, as events of the log: a pause, a backlog to be cleared, a goal with its date.

The newest event of a sort is the one that counts; a plan is ended by an event without content.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.store import log
from quiz.store.damage import reads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.clock import Moment
    from quiz.store.opening import Store

PAUSE, BACKLOG, GOAL = "pause", "backlog", "goal"
"""The sorts of plans. Those of one sort replace one another, those of several stand side by side."""


class Plan(NamedTuple):
    """One event: what is planned from ``study_day`` on, as plain JSON values; None ends what was planned."""

    id: str
    sort: str
    content: Mapping[str, Any] | None
    study_day: date


def add(store: Store, sort: str, content: Mapping[str, Any] | None, now: Moment) -> Plan:
    """Write that this is planned from now on, or with None that nothing is; on disk when this returns.

    Raises ``NotSaved``.
    """
    with log.saving(store):
        newest: Sequence[Any] = store.db.execute("SELECT max(id) FROM plans").fetchone()
        event = log.next_event_id(store, now.at, after=newest[0] or "")
        row = [event, store.device, store.learner, sort, json.dumps(content), log.utc_text(now.at)]
        when = [now.utc_offset_minutes, now.study_day.isoformat()]
        store.db.execute("INSERT INTO plans VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [*row, *when])
    return Plan(event, sort, content, now.study_day)


def newest(store: Store, sort: str) -> Plan | None:
    """Return the learner's newest event of a sort, which may be the end of a plan; None without any."""
    found = _plans(store, sort, "DESC LIMIT 1")
    return found[0] if found else None


def all_of(store: Store, sort: str) -> list[Plan]:
    """Return the learner's events of a sort, the oldest first."""
    return _plans(store, sort)


def _plans(store: Store, sort: str, tail: str = "") -> list[Plan]:
    rows = store.db.execute(
        f"""SELECT id, sort, content, study_day FROM plans
            WHERE learner = ? AND sort = ? ORDER BY id {tail}""",  # noqa: S608 - constants of this module
        [store.learner, sort],
    )
    return [_plan(*row) for row in rows]


@reads("plans")
def _plan(event: str, sort: str, content: str, day: str) -> Plan:
    found = json.loads(content)
    if not isinstance(found, dict | None):
        raise TypeError(content)
    return Plan(event, sort, found, date.fromisoformat(day))
