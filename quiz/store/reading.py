"""The database as it is, read and not written: for commands that must never wait or leave a trace."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from sqlite_utils import Database

from quiz.errors import DatabaseUnreadable
from quiz.store import marks
from quiz.store.glance import PATIENCE_SECONDS
from quiz.store.opening import (
    Store,
    check_file,
    connect_to_read,
    device_of,
    in_words,
    is_current,
    open_copy,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

CUT_OFF = "its last writer was cut off, and nothing may be mended while it is only read"
MENDS = "Any other command mends it, `quiz stats` for one."


@contextmanager
def open_to_read(path: Path, *, learner: str, now_ms: int, today: date) -> Iterator[Store]:
    """Open the database at ``path`` for reading alone, as it stands on the study day ``today``.

    Nothing is written to it, and a writer is not waited for that needs longer than a moment.
    Cards that were buried on other days are asked again, as for all who open it. A file of an
    earlier version, or one that has never seen the learner, is read as a copy in memory which is
    brought up to date. Raises as ``open_store`` does.
    """
    check_file(path)
    with in_words(path), closing(connect_to_read(path, PATIENCE_SECONDS)) as connection:
        db = Database(connection, execute_plugins=False)
        if _is_ready(db, path, learner):
            store = Store(db, path, device_of(db, path), learner)
            _release(store, today)
            yield store
            return
    with open_copy(path, learner=learner, now_ms=now_ms) as store:
        marks.release(store, today)
        yield store


def _is_ready(db: Database, path: Path, learner: str) -> bool:
    try:
        known = is_current(db, path) and db.execute("SELECT 1 FROM learners WHERE name = ?", [learner])
        return bool(known and known.fetchone())
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_ROLLBACK:
            raise DatabaseUnreadable(str(path), CUT_OFF, MENDS) from error
        raise


def _release(store: Store, today: date) -> None:
    """Do what ``marks.release`` does, in a table that lasts as long as the connection and hides the other."""
    for statement in (
        "PRAGMA temp_store = MEMORY",
        """CREATE TEMP TABLE aside (learner TEXT NOT NULL, card_id INTEGER NOT NULL, until TEXT NOT NULL,
           PRIMARY KEY (learner, card_id)) STRICT, WITHOUT ROWID""",
        "INSERT INTO temp.aside SELECT learner, card_id, until FROM main.aside",
    ):
        store.db.execute(statement)
    marks.release(store, today)
