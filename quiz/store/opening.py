"""Opening the database: one private file, durable commits, one sitting at a time."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlite_utils import Database

from quiz.errors import (
    CHECK_FOLDER,
    MAKE_ROOM,
    RESTORE,
    ROOM_OR_FOLDER,
    DatabaseFault,
    DatabaseInUse,
    DatabaseTooNew,
    DatabaseUnreadable,
)
from quiz.ids import uuid7
from quiz.store.schema import APPLICATION_ID, migrations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LEARNER = "me"
BUSY_SECONDS = 5.0
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
PRIMARY_CODE = 0xFF
"""SQLite's extended result codes carry the primary one in these bits."""

CURES: Mapping[int, str] = {
    sqlite3.SQLITE_FULL: MAKE_ROOM,
    sqlite3.SQLITE_IOERR: ROOM_OR_FOLDER,
    sqlite3.SQLITE_READONLY: CHECK_FOLDER,
    sqlite3.SQLITE_CANTOPEN: CHECK_FOLDER,
    sqlite3.SQLITE_PERM: CHECK_FOLDER,
}
"""What helps, by primary code; for all others it is a copy."""


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
        connection = self.db.conn
        if connection.in_transaction:
            yield
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self.db.rollback()
            raise


@contextmanager
def open_store(path: Path, *, learner: str = LEARNER, now_ms: int) -> Iterator[Store]:
    """Open the database at ``path``, making or upgrading it as needed.

    ``now_ms`` (UTC, since 1970) goes into the id of a device that is new. Raises
    ``DatabaseUnreadable``, ``DatabaseTooNew`` or ``DatabaseInUse``, also for what the block
    meets later. A file that was made for it and is still empty when it fails is removed again.
    """
    made = _make_private_file(path)
    try:
        with in_words(path), closing(_connect(path)) as connection:
            yield _store(connection, path, learner, now_ms)
    finally:
        if made:
            _remove_if_empty(path)


@contextmanager
def open_copy(path: Path, *, learner: str = LEARNER, now_ms: int) -> Iterator[Store]:
    """Open a copy in memory of the database at ``path``; whatever is done to it, the file stays as it is.

    The file is only read, and never made, upgraded or waited for longer than for any other
    reader. The copy is upgraded as the file would be. Raises as ``open_store`` does.
    """
    with in_words(path), closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        with closing(connect_to_read(path)) as source:
            # A copy waits without end for who writes; a reader gives up, and then nobody writes.
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_schema")
            source.backup(connection)
        yield _store(connection, path, learner, now_ms)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Make sentences of what SQLite finds wrong with the file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _fault(path, error) from error
    except UnicodeDecodeError as error:
        if not _met_here(error):
            raise
        raise DatabaseUnreadable(str(path), "it is damaged, a name in it is no text") from error


@contextmanager
def sitting_lock(path: Path) -> Iterator[None]:
    """Hold the database at ``path`` for one sitting; raises ``DatabaseInUse`` when another holds it.

    The lock is SQLite's own, on an empty file beside the database, so it works wherever
    SQLite does and is gone with the process that held it, however that ended.
    """
    with closing(_locked(path, path.with_name(path.name + ".lock"))):
        yield


def _locked(path: Path, lock: Path) -> sqlite3.Connection:
    try:
        lock.touch(mode=PRIVATE_FILE)
        connection = sqlite3.connect(lock, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        reason = f"its lock file {lock.name} cannot be made: {error}"
        raise DatabaseUnreadable(str(path), reason, _cure(error)) from error
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _fault(path, error) from error
    return connection


def _met_here(error: UnicodeDecodeError) -> bool:
    """Whether the store met it: a damaged name of a column is told by no error of SQLite's own."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    name = trace.tb_frame.f_globals.get("__name__", "") if trace is not None else ""
    return name.startswith(("sqlite_utils", "quiz.store"))


def _fault(path: Path, error: sqlite3.DatabaseError) -> DatabaseFault:
    if _primary_code(error) == sqlite3.SQLITE_BUSY:
        return DatabaseInUse(str(path))
    return DatabaseUnreadable(str(path), str(error), _cure(error))


def _cure(error: OSError | sqlite3.Error) -> str:
    if isinstance(error, OSError):
        return MAKE_ROOM if error.errno in (errno.ENOSPC, errno.EDQUOT) else CHECK_FOLDER
    return CURES.get(_primary_code(error), RESTORE)


def _primary_code(error: sqlite3.Error) -> int:
    # Errors that Python itself finds, such as text that is no UTF-8, carry no code.
    return int(getattr(error, "sqlite_errorcode", 0)) & PRIMARY_CODE


def _make_private_file(path: Path) -> bool:
    """Make the file unless it is there; return whether it was made."""
    try:
        _make_private_folders(path.parent)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
            return True
        check_file(path)
    except OSError as error:
        raise DatabaseUnreadable(str(path), error.strerror or str(error), _cure(error)) from error
    return False


def check_file(path: Path) -> None:
    """Raise ``DatabaseUnreadable`` when what is there is no file, or has nothing in it."""
    if not path.is_file():
        raise DatabaseUnreadable(str(path), "it is not a file")
    if _is_empty(path):
        raise DatabaseUnreadable(str(path), "it is empty (0 bytes); delete it if nothing was ever in it")


def _is_empty(path: Path) -> bool:
    """Whether the file holds nothing and no journal is left that could fill it."""
    return path.stat().st_size == 0 and not path.with_name(path.name + "-journal").exists()


def _remove_if_empty(path: Path) -> None:
    """Remove a file that nothing was written to, which would be refused ever after."""
    with suppress(OSError):
        if _is_empty(path):
            path.unlink()


def _make_private_folders(folder: Path) -> None:
    """Make the folders that are missing; ``mkdir(parents=True)`` would open the upper ones to others."""
    for missing in reversed([part for part in (folder, *folder.parents) if not part.exists()]):
        missing.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def connect_to_read(path: Path, seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Connect to a file that is only read, and never made; a writer is waited for so long."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=seconds, isolation_level=None)


def _store(connection: sqlite3.Connection, path: Path, learner: str, now_ms: int) -> Store:
    db = Database(connection, execute_plugins=False)
    _prepare(db, path, learner, now_ms)
    return Store(db, path, device_of(db, path), learner)


def _prepare(db: Database, path: Path, learner: str, now_ms: int) -> None:
    try:
        _set_up(db, path, learner, now_ms)
    except UnicodeDecodeError as error:
        raise DatabaseUnreadable(str(path), "it is damaged") from error


def _set_up(db: Database, path: Path, learner: str, now_ms: int) -> None:
    for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "foreign_keys=ON", "trusted_schema=OFF"):
        db.execute(f"PRAGMA {pragma}")
    if not is_current(db, path):
        _upgrade(db, now_ms)
    _add_learner(db, learner)


def is_current(db: Database, path: Path) -> bool:
    """Whether every step was taken; raises when the file is another program's, or newer than we are."""
    owner = db.execute("PRAGMA application_id").fetchone()[0]
    if owner != APPLICATION_ID and (owner or db.table_names()):
        raise DatabaseUnreadable(str(path), "it is a database of another program")
    taken = {step.name for step in migrations.applied(db)}
    ours = {step.name for step in migrations.pending(Database(memory=True, execute_plugins=False))}
    if newer := taken - ours:
        raise DatabaseTooNew(str(path), min(newer))
    return taken == ours


def _upgrade(db: Database, now_ms: int) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        # Outside the transaction: a new file that is rolled back must not be left empty.
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        db.execute("INSERT OR IGNORE INTO about VALUES ('device', ?)", [uuid7(now_ms)])
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def device_of(db: Database, path: Path) -> str:
    """Return the id of the device that the database is on."""
    row = db.execute("SELECT value FROM about WHERE key = 'device'").fetchone()
    if row is None:
        raise DatabaseUnreadable(str(path), "it is damaged, the id of its device is missing")
    return str(row[0])


def _add_learner(db: Database, learner: str) -> None:
    """Make sure that the learner is known; all cards are new to one who was not.

    Asks to write even when nothing changes, so that a file that may not be written is
    refused now, not after the first answer.
    """
    with db.atomic():
        if not db.execute("INSERT OR IGNORE INTO learners VALUES (?)", [learner]).rowcount:
            return
        db.execute(
            """INSERT INTO new_cards
               SELECT ?, questions.bank_id, questions.position, cards.id
               FROM cards JOIN questions ON questions.id = cards.question_id
               WHERE NOT (cards.archived OR questions.archived OR questions.draft)""",
            [learner],
        )
