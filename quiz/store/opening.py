"""Opening the database: one private file, durable commits, one sitting at a time."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlite_utils import Database

from quiz.errors import DatabaseInUse, DatabaseTooNew, DatabaseUnreadable
from quiz.ids import uuid7
from quiz.store.schema import APPLICATION_ID, migrations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEARNER = "me"
BUSY_SECONDS = 5.0
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class Store:
    """An open database. ``learner`` is whose answers are read and written."""

    db: Database
    path: Path
    device: str
    learner: str = field(default=LEARNER)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Group writes: all of them are on disk when the block ends, or none is.

        Begins IMMEDIATE, so that a reader never has to become a writer half-way. Nested
        blocks belong to the outermost one.
        """
        if self.db.conn.in_transaction:
            yield
            return
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self.db.rollback()
            raise


@contextmanager
def open_store(path: Path, *, learner: str = LEARNER, now_ms: int) -> Iterator[Store]:
    """Open the database at ``path``, making or upgrading it as needed.

    ``now_ms`` (UTC, since 1970) goes into the id of a device that is new. Raises
    ``DatabaseUnreadable`` or ``DatabaseTooNew``.
    """
    _make_private_file(path)
    try:
        with closing(_connect(path)) as connection:
            db = Database(connection, execute_plugins=False)
            _prepare(db, path, learner, now_ms)
            device = next(db.query("SELECT value FROM about WHERE key = 'device'"))["value"]
            yield Store(db, path, device, learner)
    except sqlite3.DatabaseError as error:
        raise DatabaseUnreadable(str(path), str(error)) from error


@contextmanager
def sitting_lock(path: Path) -> Iterator[None]:
    """Hold the database at ``path`` for one sitting; raises ``DatabaseInUse`` when another holds it.

    The lock is SQLite's own, on an empty file beside the database, so it works wherever
    SQLite does and is gone with the process that held it, however that ended.
    """
    lock = path.with_name(path.name + ".lock")
    lock.touch(mode=PRIVATE_FILE)
    with closing(sqlite3.connect(lock, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise DatabaseInUse(str(path)) from error
        yield


def _make_private_file(path: Path) -> None:
    try:
        path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
            return
        if not path.is_file():
            raise DatabaseUnreadable(str(path), "it is not a file")
        if path.stat().st_size == 0 and not path.with_name(path.name + "-journal").exists():
            raise DatabaseUnreadable(str(path), "it is empty (0 bytes); delete it if nothing was ever in it")
    except OSError as error:
        raise DatabaseUnreadable(str(path), error.strerror or str(error)) from error


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def _prepare(db: Database, path: Path, learner: str, now_ms: int) -> None:
    for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "foreign_keys=ON", "trusted_schema=OFF"):
        db.execute(f"PRAGMA {pragma}")
    if not _is_current(db, path):
        _upgrade(db, now_ms)
    if db.execute("SELECT 1 FROM learners WHERE name = ?", [learner]).fetchone() is None:
        _add_learner(db, learner)


def _is_current(db: Database, path: Path) -> bool:
    """Whether every step was taken; raises when the file is another program's, or newer than we are."""
    owner = db.execute("PRAGMA application_id").fetchone()[0]
    if owner != APPLICATION_ID and db.table_names():
        raise DatabaseUnreadable(str(path), "it is a database of another program")
    known = {step.name for step in [*migrations.applied(db), *migrations.pending(db)]}
    ours = {step.name for step in migrations.pending(Database(memory=True, execute_plugins=False))}
    if newer := known - ours:
        raise DatabaseTooNew(str(path), min(newer))
    return not migrations.pending(db)


def _upgrade(db: Database, now_ms: int) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        db.execute("INSERT OR IGNORE INTO about VALUES ('device', ?)", [uuid7(now_ms)])
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def _add_learner(db: Database, learner: str) -> None:
    with db.atomic():
        db.execute("INSERT OR IGNORE INTO learners VALUES (?)", [learner])
        db.execute(
            """INSERT OR IGNORE INTO new_cards
               SELECT ?, questions.bank_id, questions.position, cards.id
               FROM cards JOIN questions ON questions.id = cards.question_id
               WHERE NOT (cards.archived OR questions.archived OR questions.draft)""",
            [learner],
        )
