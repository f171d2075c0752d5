"""Which parameters a learner uses, and due days that were moved to fit them: events of the log.

An adoption names a set of weights, and the newest one counts; going back is an adoption of an
older set. A reschedule names the answer whose due day it replaces, so it counts as long as
that answer is the last one of its card that stands, whatever the card is called.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.ids import uuid7
from quiz.store import log
from quiz.store.damage import reads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quiz.clock import Moment
    from quiz.store.opening import Store


class Adoption(NamedTuple):
    """From this event on the learner uses the set ``parameters``."""

    id: str
    parameters: str
    study_day: date


class Given(NamedTuple):
    """When a card is asked again: ``interval_days`` after the answer with the id ``review``."""

    review: str
    interval_days: int
    due_on: date


def adopt(store: Store, parameters: str, now: Moment) -> None:
    """Write that the learner uses this parameter set, which has been saved, from now on.

    What follows for the states of cards is the caller's to write, in one ``log.saving``.
    """
    row = [_next_id(store, "adoptions", now), store.device, store.learner, parameters, *_when(now)]
    store.db.execute("INSERT INTO adoptions VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def adoptions(store: Store) -> list[Adoption]:
    """Return all adoptions of the learner, the oldest first."""
    rows = store.db.execute(
        "SELECT id, parameters, study_day FROM adoptions WHERE learner = ? ORDER BY id", [store.learner]
    )
    return [_adoption(*row) for row in rows]


def adopted(store: Store) -> str | None:
    """Return the id of the set that the learner adopted last; None without any adoption."""
    row = store.db.execute(
        "SELECT parameters FROM adoptions WHERE learner = ? ORDER BY id DESC LIMIT 1", [store.learner]
    ).fetchone()
    return None if row is None else str(row[0])


def reschedule(store: Store, given: Iterable[Given], now: Moment) -> None:
    """Write other due days than those given after these answers; the caller writes the states."""
    event = _next_id(store, "reschedules", now)
    rows = []
    for one in given:
        when = [one.review, one.interval_days, one.due_on.isoformat()]
        rows.append([event, store.device, store.learner, *when, *_when(now)])
        event = uuid7(int(now.at.timestamp() * 1000), after=event)
    store.db.conn.executemany("INSERT INTO reschedules VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def rescheduled(store: Store) -> Mapping[str, Given]:
    """Return the due day that counts after each answer whose due day was moved, by the answer's id."""
    rows = store.db.execute(
        "SELECT review, interval_days, due_on FROM reschedules WHERE learner = ? ORDER BY id", [store.learner]
    )
    return {review: _given(review, *rest) for review, *rest in rows}


@reads("adoptions")
def _adoption(event: str, parameters: str, day: str) -> Adoption:
    return Adoption(event, parameters, date.fromisoformat(day))


@reads("reschedules")
def _given(review: str, interval_days: int, due_on: str) -> Given:
    return Given(review, interval_days, date.fromisoformat(due_on))


def _next_id(store: Store, table: str, now: Moment) -> str:
    """Return an id greater than all in the log and in ``table``, whatever the clock says."""
    newest: Sequence[Any] = store.db.execute(
        f"SELECT max(id) FROM {table}"  # noqa: S608 - a name of this module
    ).fetchone()
    return log.next_event_id(store, now.at, after=newest[0] or "")


def _when(now: Moment) -> list[object]:
    return [log.utc_text(now.at), now.utc_offset_minutes, now.study_day.isoformat()]
