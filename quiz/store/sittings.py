"""How sittings were planned, so that one that was left or cut off can be taken up again."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.review import Mode
from quiz.store.damage import reads
from quiz.store.log import saving, utc_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.store.opening import Store


class Planned(NamedTuple):
    """A sitting as it began. ``plan`` holds plain JSON values: the cards by row id, the seed, and more."""

    id: str
    mode: Mode
    began_at: datetime
    study_day: date
    plan: Mapping[str, Any]
    ended_at: datetime | None = None


def begin(store: Store, planned: Planned) -> None:
    """Write how a sitting is planned. Raises ``NotSaved``."""
    row = (
        planned.id,
        store.device,
        store.learner,
        planned.mode.value,
        utc_text(planned.began_at),
        planned.study_day.isoformat(),
        json.dumps(planned.plan),
        None,
    )
    with saving(store):
        store.db.conn.execute("INSERT INTO sittings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def end(store: Store, sitting: str, at: datetime) -> None:
    """Write that a sitting came to its end, and is not to be taken up again. Raises ``NotSaved``."""
    with saving(store):
        store.db.conn.execute("UPDATE sittings SET ended_at = ? WHERE id = ?", [utc_text(at), sitting])


def reopen(store: Store, sitting: str) -> None:
    """Write that a sitting goes on after its end, as when its last answer is taken back."""
    with saving(store):
        store.db.conn.execute("UPDATE sittings SET ended_at = NULL WHERE id = ?", [sitting])


def latest(store: Store, mode: Mode) -> Planned | None:
    """Return the learner's latest sitting in a mode on this device, ended or not; None without any."""
    row = next(
        iter(
            store.db.query(
                """SELECT * FROM sittings WHERE learner = ? AND mode = ? AND device = ?
                   ORDER BY id DESC LIMIT 1""",
                [store.learner, mode.value, store.device],
            )
        ),
        None,
    )
    return None if row is None else _planned(row)


def of_mode(store: Store, mode: Mode) -> list[Planned]:
    """Return all of the learner's sittings in a mode, newest first."""
    sql = "SELECT * FROM sittings WHERE learner = ? AND mode = ? ORDER BY id DESC"
    return [_planned(row) for row in store.db.query(sql, [store.learner, mode.value])]


@reads("sittings")
def _planned(row: Mapping[str, Any]) -> Planned:
    ended, plan = row["ended_at"], json.loads(row["plan"])
    plan["seed"], len(plan["cards"])  # every plan has both
    return Planned(
        row["id"],
        Mode(row["mode"]),
        datetime.fromisoformat(row["began_at"]),
        date.fromisoformat(row["study_day"]),
        plan,
        None if ended is None else datetime.fromisoformat(ended),
    )
