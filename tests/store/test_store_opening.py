"""The file: its rights, its steps, its refusals, and the lock of a sitting."""

from __future__ import annotations

import errno
import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from store_samples import NOW_MS, ONE_OF_EACH, TODAY, new_keys, opened, review, save, state, text

from quiz.errors import DatabaseInUse, DatabaseTooNew, DatabaseUnreadable
from quiz.store import (
    Scope,
    candidates,
    catalogue,
    figures,
    log,
    marks,
    open_store,
    opening,
    recent,
    sitting_lock,
    states,
)
from quiz.store.schema import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quiz.store import Store

VIEWS = {"card_keys", "reviews_kept", "reviews_readable", "cards_readable", "cards_due", "scores"}


def refusal(path: Path) -> str:
    with pytest.raises(DatabaseUnreadable) as caught, open_store(path, now_ms=NOW_MS):
        pass
    assert str(path) in str(caught.value)
    return str(caught.value)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_file_and_every_folder_made_for_it_are_private(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "quiz.db"
    before = os.umask(0o022)
    try:
        with opened(path):
            pass
    finally:
        os.umask(before)
    assert (mode(path), mode(path.parent), mode(path.parent.parent)) == (0o600, 0o700, 0o700)


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with opened(tmp_path / "quiz.db"):
        pass
    assert mode(tmp_path) == 0o755


def test_the_connection_is_durable_and_careful(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        found = {
            name: store.db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "application_id")
        }
    assert found == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "application_id": APPLICATION_ID,
    }


def test_every_table_of_ours_is_strict(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        tables = store.db.execute(
            "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        ).fetchall()
    strict = {name: bool(is_strict) for name, is_strict in tables if not name.startswith(("sqlite_", "_"))}
    assert len(strict) == 20
    assert all(strict.values())


def test_opening_again_changes_nothing_and_keeps_the_device(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with open_store(path, now_ms=NOW_MS) as store:
        device = store.device
    before = path.read_bytes()
    with open_store(path, now_ms=NOW_MS + 1000) as store:
        assert store.device == device
    assert path.read_bytes() == before


def test_a_second_learner_finds_every_card_new(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        bank = save(store, [text("venue"), text("date"), text("later", draft=True)])
        row = catalogue.card_row_id(store, "talks/venue")
        assert row is not None
        log.add_review(store, review(store, "talks/venue"), row, state())
        assert new_keys(store, bank) == ["talks/date"]
    with opened(tmp_path / "quiz.db", learner="Ada") as store:
        assert new_keys(store, bank) == ["talks/venue", "talks/date"]


def test_a_database_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with opened(path) as store:
        store.db["_sqlite_migrations"].insert(
            {"migration_set": "quiz", "name": "holograms", "applied_at": "2030-01-01"}
        )
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew, match=r"newer version of quiz \(step holograms\)"), opened(path):
        pass
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (name TEXT)")
    before = path.read_bytes()
    assert "it is a database of another program" in refusal(path)
    assert path.read_bytes() == before


def test_another_programs_database_without_tables_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 7")
    assert "it is a database of another program" in refusal(path)


@pytest.mark.parametrize("content", [b"Dear diary, " * 99, b"\0" * 4096, b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "quiz.db"
    path.write_bytes(content)
    refusal(path)
    assert path.read_bytes() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "it is not a file" in refusal(tmp_path)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "quiz.db")
    assert "it is not a file" in refusal(tmp_path / "quiz.db")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "quiz.db").touch()
    assert "it is empty (0 bytes)" in refusal(tmp_path / "quiz.db")


def test_a_path_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refusal(tmp_path / "file" / "quiz.db")


def test_a_dangling_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "quiz.db").symlink_to(tmp_path / "nowhere")
    refusal(tmp_path / "quiz.db")


def read_only(path: Path) -> sqlite3.Connection:
    """What SQLite itself falls back to where writing is forbidden; a superuser would not meet it."""
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)


def test_a_file_that_may_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "quiz.db"
    with opened(path):
        pass
    monkeypatch.setattr(opening, "_connect", read_only)
    assert "readonly" in refusal(path)


def fails_with(code: int, message: str) -> Callable[..., None]:
    def fail(*_given: object) -> None:
        error = sqlite3.OperationalError(message)
        error.sqlite_errorcode = code
        raise error

    return fail


ROOM = "Make room, or use another file with --db."
RIGHTS = "Check the folder and its rights, or use another file with --db."
RESTORE = "Restore a copy, or use another file with --db."


@pytest.mark.parametrize(
    ("code", "cure"),
    [
        (sqlite3.SQLITE_FULL, ROOM),
        (sqlite3.SQLITE_READONLY_DIRECTORY, RIGHTS),
        (sqlite3.SQLITE_CANTOPEN, RIGHTS),
        (sqlite3.SQLITE_IOERR_WRITE, "Make room, or check the folder and its rights, or use another file"),
        (sqlite3.SQLITE_CORRUPT_VTAB, RESTORE),
        (sqlite3.SQLITE_NOTADB, RESTORE),
        (sqlite3.SQLITE_ERROR, RESTORE),
    ],
)
def test_the_cure_fits_what_sqlite_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, cure: str
) -> None:
    path = tmp_path / "quiz.db"
    with opened(path):
        pass
    monkeypatch.setattr(opening, "_set_up", fails_with(code, "it went wrong"))
    assert f"{path} cannot be used as the database: it went wrong. {cure}" in refusal(path)
    assert path.exists()


@pytest.mark.parametrize(
    ("number", "cure"), [(errno.ENOSPC, ROOM), (errno.EDQUOT, ROOM), (errno.EROFS, RIGHTS)]
)
@pytest.mark.parametrize("call", ["mkdir", "touch"])
def test_the_cure_fits_what_the_system_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, cure: str
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "new" / "quiz.db"
    monkeypatch.setattr(f"pathlib.Path.{call}", fail)
    with pytest.raises(DatabaseUnreadable) as caught, sitting_lock(path) if call == "touch" else opened(path):
        pass
    assert os.strerror(number) in str(caught.value)
    assert str(caught.value).endswith(f". {cure}")


def test_a_first_opening_on_a_full_disk_leaves_no_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quiz.db"
    with monkeypatch.context() as patch:
        patch.setattr(opening, "_set_up", fails_with(sqlite3.SQLITE_FULL, "database or disk is full"))
        assert ROOM in refusal(path)
        assert not path.exists()
        patch.setattr(opening, "_connect", fails_with(sqlite3.SQLITE_CANTOPEN, "unable to open"))
        assert RIGHTS in refusal(path)
        assert not path.exists()
    with opened(path):
        pass


def test_a_file_that_waits_for_its_journal_is_not_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quiz.db"

    def cut_off(*_given: object) -> None:
        (tmp_path / "quiz.db-journal").write_bytes(b"x")
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "_set_up", cut_off)
    with pytest.raises(KeyboardInterrupt), opened(path):
        pass
    assert path.exists()


def test_an_empty_file_of_somebody_else_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "quiz.db").touch()
    refusal(tmp_path / "quiz.db")
    assert (tmp_path / "quiz.db").exists()


def read_everything(store: Store) -> None:
    for table in store.db.table_names():
        store.db.execute(f"SELECT * FROM [{table}]").fetchall()


@pytest.mark.parametrize("at", [0, 4096, 3 * 4096])
def test_a_damaged_file_is_refused_by_the_time_it_is_read(tmp_path: Path, at: int) -> None:
    path = tmp_path / "quiz.db"
    with opened(path) as store:
        save(store, ONE_OF_EACH)
    damaged = bytearray(path.read_bytes())
    damaged[at : at + 200] = b"\xff" * 200
    path.write_bytes(damaged)
    with pytest.raises(DatabaseUnreadable), opened(path) as store:
        read_everything(store)


def damaged(content: bytes, chance: random.Random) -> bytes:
    found = bytearray(content)
    for _ in range(chance.choice([1, 3, 30])):
        found[chance.randrange(len(found))] = chance.choice([0xFF, chance.randrange(256)])
    return bytes(found)


def test_no_damage_ends_in_anything_but_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with opened(path) as store:
        scope = Scope((save(store, ONE_OF_EACH),))
        for name in ("venue", "claim", "gap#1"):
            row = catalogue.card_row_id(store, f"talks/{name}")
            assert row is not None
            log.add_review(store, review(store, f"talks/{name}"), row, state())
    sound = path.read_bytes()
    refused = 0
    for seed in range(200):
        path.write_bytes(damaged(sound, random.Random(seed)))
        try:
            with open_store(path, now_ms=NOW_MS) as store:
                far = TODAY + timedelta(days=999)
                list(candidates.due(store, scope, far, 99)), list(candidates.new(store, scope))
                log.session_reviews(store, "00000000-s1"), list(log.steps(store)), states.stored_states(store)
                figures.day_totals(store), figures.session_rows(store, 9)
                recent.attempts_since(store, date.min)
        except (DatabaseUnreadable, DatabaseTooNew):
            refused += 1
        for rest in tmp_path.glob("quiz.db-*"):
            rest.unlink()
    assert 0 < refused < 200


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with opened(path) as store:
        save(store, ONE_OF_EACH)
    path.write_bytes(path.read_bytes()[:8192])
    refusal(path)


def test_a_database_whose_table_names_are_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with opened(path):
        pass
    path.write_bytes(path.read_bytes().replace(b"_sqlite_migrations", b"_sqlite_migration\xff"))
    refusal(path)


def test_a_database_without_its_device_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with opened(path) as store:
        store.db.execute("DELETE FROM about")
    assert "damaged" in refusal(path)


def test_a_first_opening_that_broke_off_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quiz.db"

    def broken(_db: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(opening.migrations, "apply", broken)
        with pytest.raises(KeyboardInterrupt), opened(path):
            pass
    with opened(path) as store:
        assert set(store.db.view_names()) == VIEWS


def test_a_database_locked_by_another_program_is_named_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quiz.db"
    with opened(path):
        pass
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseInUse), open_store(path, now_ms=NOW_MS):
            pass


@pytest.mark.parametrize("trusted", ["ON", "OFF"])
def test_any_client_reads_the_views(tmp_path: Path, trusted: str) -> None:
    path = tmp_path / "quiz.db"
    with opened(path) as store:
        save(store, ONE_OF_EACH)
        row = catalogue.card_row_id(store, "talks/venue")
        assert row is not None
        log.add_review(store, review(store, "talks/venue"), row, state())
    with closing(sqlite3.connect(path)) as client:
        client.execute(f"PRAGMA trusted_schema = {trusted}")
        counts = {
            name: client.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in sorted(VIEWS)
        }
        (readable,) = client.execute(
            "SELECT card, answered_at_utc, seconds, rating, taken_back FROM reviews_readable"
        ).fetchall()
    assert counts == {
        "card_keys": 12,
        "cards_due": 1,
        "cards_readable": 1,
        "reviews_kept": 1,
        "reviews_readable": 1,
        "scores": 1,
    }
    assert readable == ("talks/venue", "2022-01-10T12:00:00.000Z", 1.5, "good", 0)


def test_what_is_a_draft_or_gone_is_not_among_the_cards_due(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("venue"), text("date"), text("who")])
        for name in ("venue", "date", "who"):
            row = catalogue.card_row_id(store, f"talks/{name}")
            assert row is not None
            log.add_review(store, review(store, f"talks/{name}"), row, state())
        save(store, [text("venue", draft=True), text("date")])
        cards = [row["card"] for row in store.db.query("SELECT card FROM cards_due")]
    assert cards == ["talks/date"]


def test_what_is_suspended_or_buried_is_not_among_the_cards_due(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store, opened(tmp_path / "quiz.db", learner="Ada") as other:
        save(store, [text("venue"), text("date"), text("who"), text("why")])
        ids = {
            name: catalogue.card_row_id(store, f"talks/{name}") or 0
            for name in ("venue", "date", "who", "why")
        }
        for one in (store, other):
            for name, row in ids.items():
                log.add_review(one, review(one, f"talks/{name}"), row, state())
        # Buried for today; and on a day that is over, of which nothing has cleared the row yet.
        ahead = date.today() + timedelta(days=1)  # noqa: DTZ011 - the view asks for the day of the machine
        marks.rewrite_aside(
            store,
            [
                marks.Aside(ids["venue"], marks.FOR_GOOD),
                marks.Aside(ids["date"], ahead),
                marks.Aside(ids["who"], TODAY),
            ],
        )
        rows = store.db.query("SELECT learner, card FROM cards_due")
        found = {(row["learner"], row["card"]) for row in rows}
    assert {card for learner, card in found if learner == "me"} == {"talks/who", "talks/why"}
    assert len(found) == 2 + 4


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        with pytest.raises(ValueError, match="stop"), store.transaction():  # noqa: PT012 - all of it belongs together
            save(store, ONE_OF_EACH)
            with store.transaction():
                store.db.execute("INSERT INTO learners VALUES ('Ada')")
            raise ValueError("stop")
        assert catalogue.banks(store) == []
        assert store.db.execute("SELECT name FROM learners").fetchall() == [("me",)]


def test_a_second_sitting_is_refused_while_the_first_lasts(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with sitting_lock(path):
        with pytest.raises(DatabaseInUse, match="in use by another sitting"), sitting_lock(path):
            pass
        assert mode(tmp_path / "quiz.db.lock") == 0o600
    with sitting_lock(path):
        pass


def test_a_sitting_does_not_keep_others_from_reading_and_writing(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with opened(path), sitting_lock(path), opened(path) as second:
        save(second, ONE_OF_EACH)


def test_the_lock_is_gone_with_a_sitting_that_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    script = (
        "import pathlib, sys, time\n"
        "from quiz.store import sitting_lock\n"
        "with sitting_lock(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, path], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(DatabaseInUse), sitting_lock(path):
            pass
        holder.send_signal(signal.SIGKILL)
    with sitting_lock(path):
        pass


@pytest.mark.parametrize("kind", ["folder", "text", "no folder"])
def test_a_lock_that_cannot_be_made_is_a_sentence(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "quiz.db"
    if kind == "folder":
        (tmp_path / "quiz.db.lock").mkdir()
    elif kind == "text":
        (tmp_path / "quiz.db.lock").write_text("Dear diary, " * 99, encoding="utf-8")
    else:
        path = tmp_path / "nowhere" / "quiz.db"
    with pytest.raises(DatabaseUnreadable), sitting_lock(path):
        pass


def test_bytes_from_elsewhere_that_are_no_text_are_not_laid_to_the_database(tmp_path: Path) -> None:
    with pytest.raises(UnicodeDecodeError), open_store(tmp_path / "quiz.db", now_ms=NOW_MS):
        b"\xff".decode()
