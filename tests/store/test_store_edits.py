"""Edits of answers are events of the log; a copy of the database is read without touching it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from first_schema import FIRST_DATABASE
from store_samples import NOON, NOW_MS, ONE_OF_EACH, opened, review, save, state, text

from quiz.errors import DatabaseInUse, DatabaseTooNew, DatabaseUnreadable
from quiz.store import Store, catalogue, edits, log, open_copy, open_store, opening, states

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = date(2022, 1, 9)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        save(found, [text(name) for name in "abc"])
        yield found


def row_id(store: Store, key: str) -> int:
    found = catalogue.card_row_id(store, key)
    assert found is not None
    return found


def answer(store: Store, key: str, **more: object) -> int:
    found = row_id(store, key)
    log.add_review(store, review(store, key), found, state(**more))
    return found


def test_an_edit_comes_after_every_event_and_before_the_next(store: Store) -> None:
    answer(store, "talks/a")
    log.add_renames(store, [("talks/b", "talks/d")], NOON)
    (before,) = store.db.execute("SELECT id FROM renames").fetchone()
    edits.add(store, [("talks/a", "old", "new")], NOON - timedelta(days=1), DAY)
    edit = edits.newest(store)["talks/a"]
    assert edit == (edit.id, "talks/a", "old", "new", DAY)
    assert before < edit.id < log.next_event_id(store, NOON - timedelta(days=2))


def test_the_newest_edit_counts_under_the_present_name(store: Store) -> None:
    for edit in [("talks/a", "1", "2"), ("talks/a", "2", "3"), ("talks/b", "4", "5")]:
        edits.add(store, [edit], NOON, DAY)
    log.add_renames(store, [("talks/a", "talks/z")], NOON)
    edits.add(store, [("talks/a", "6", "7")], NOON, DAY)
    found = {card: (edit.card, edit.new) for card, edit in edits.newest(store).items()}
    assert found == {
        "talks/z": ("talks/z", "3"),
        "talks/b": ("talks/b", "5"),
        "talks/a": ("talks/a", "7"),
    }


def test_a_revision_is_outdated_once_it_was_edited(store: Store) -> None:
    edits.add(store, [("talks/a", "old", "new")], NOON, DAY)
    assert [edits.is_outdated(store, revision) for revision in ("old", "new", "")] == [True, False, False]


def test_cards_with_a_history_are_those_somebody_has_answered(store: Store, tmp_path: Path) -> None:
    answer(store, "talks/b", reviews=3)
    with opened(tmp_path / "quiz.db", learner="Ada") as hers:
        answer(hers, "talks/a", due_on=date(2022, 1, 11))
        answer(hers, "talks/b", reviews=2, due_on=date(2022, 1, 12))
    (bank,) = catalogue.banks(store)
    found = edits.answered_in(store, bank.id)
    assert [(card.key, card.answers, card.asked) for card in found.values()] == [
        ("talks/a", 1, True),
        ("talks/b", 5, True),
    ]
    assert edits.answered_in(store, bank.id + 1) == {}
    assert edits.answered_by_id(store, [*found, row_id(store, "talks/c")]) == found
    assert found[row_id(store, "talks/a")].card().right == "Geneva"
    assert edits.due_days(store, found) == {
        row_id(store, "talks/a"): date(2022, 1, 11),
        row_id(store, "talks/b"): date(2022, 1, 12),
    }
    assert edits.learners(store) == ["Ada", "me"]


def test_a_card_out_of_use_says_why(store: Store) -> None:
    for key in ("talks/a", "talks/b"):
        answer(store, key)
    (bank,) = catalogue.banks(store)
    save(store, [text("a", draft=True), text("c")])
    found = edits.answered_in(store, bank.id).values()
    assert [(card.key, card.draft, card.gone, card.asked) for card in found] == [
        ("talks/a", True, False, False),
        ("talks/b", False, True, False),
    ]


def test_a_damaged_edit_is_a_sentence(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        edits.add(store, [("talks/a", "old", "new")], NOON, DAY)
        store.db.execute("UPDATE edits SET study_day = 'soon'")
    wrong = pytest.raises(DatabaseUnreadable, match="a row of edits makes no sense")
    with wrong, opened(tmp_path / "quiz.db") as store:
        edits.newest(store)


def test_one_state_is_read_alone(store: Store) -> None:
    assert states.state_of(store, answer(store, "talks/a")) == state()
    assert states.state_of(store, row_id(store, "talks/b")) is None
    assert states.state_of(replace(store, learner="Ada"), row_id(store, "talks/a")) is None


# -- the copy ------------------------------------------------------------------------------


def first_database(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_DATABASE)
    return path


def test_a_database_of_the_first_schema_takes_edits(tmp_path: Path) -> None:
    with open_store(first_database(tmp_path / "quiz.db"), now_ms=NOW_MS) as store:
        assert edits.newest(store) == {}
        edits.add(store, [("talks/place", "0123456789abcdef", "new")], NOON, DAY)
        assert list(edits.newest(store)) == ["talks/place"]
        (found,) = edits.answered_by_id(store, [1]).values()
        assert (found.key, found.answers) == ("talks/venue", 1)


@pytest.mark.parametrize("old", [True, False])
def test_what_is_done_to_a_copy_is_done_to_no_file(tmp_path: Path, old: bool) -> None:  # noqa: FBT001 - a case
    path = tmp_path / "a folder?#%" / "quiz.db"
    path.parent.mkdir()
    if old:
        first_database(path)
    else:
        with opened(path) as store:
            save(store, ONE_OF_EACH)
    before = path.read_bytes(), path.stat().st_mtime_ns
    path.chmod(0o400)
    with open_copy(path, learner="Ada", now_ms=NOW_MS) as copy:
        assert len(catalogue.banks(copy)) == 1
        assert edits.learners(copy) == ["Ada", "me"]
        save(copy, [text("more")], "others")
        assert len(catalogue.banks(copy)) == 2
        assert [file.name for file in path.parent.iterdir()] == ["quiz.db"]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_copy_of_nothing_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreadable), open_copy(tmp_path / "quiz.db", now_ms=NOW_MS):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_copy_of_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "quiz.db").write_text("Dear diary, " * 99, encoding="utf-8")
    with pytest.raises(DatabaseUnreadable), open_copy(tmp_path / "quiz.db", now_ms=NOW_MS):
        pass


def test_a_copy_of_a_newer_database_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        store.db.execute("UPDATE _sqlite_migrations SET name = 'moods' WHERE name = 'answer_edits'")
    with pytest.raises(DatabaseTooNew, match="moods"), open_copy(tmp_path / "quiz.db", now_ms=NOW_MS):
        pass


def test_a_copy_is_not_waited_for_while_another_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quiz.db"
    with opened(path):
        pass
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseInUse), open_copy(path, now_ms=NOW_MS):
            pass


def test_a_copy_can_be_made_during_a_sitting(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    with opened(path) as store:
        save(store, ONE_OF_EACH)
        store.db.execute("BEGIN IMMEDIATE")
        store.db.execute("DELETE FROM new_cards")
        with open_copy(path, now_ms=NOW_MS) as copy:
            assert copy.db.execute("SELECT count(*) FROM new_cards").fetchone() == (12,)
        store.db.execute("ROLLBACK")
