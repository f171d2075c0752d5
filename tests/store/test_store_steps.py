"""The schema only goes forward, step by step, and every database ever released still opens."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from first_schema import FIRST_DATABASE
from store_samples import NOW_MS, ONE_OF_EACH, TODAY, new_keys, opened, save

from quiz.quantity import PartialDate
from quiz.question import DateQuestion
from quiz.review import CardState, Memory, Rating, State, Typed, Verdict
from quiz.store import Scope, candidates, catalogue, log, open_store, states
from quiz.store.schema import migrations

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database


def first_database(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_DATABASE)
    return path


def shape(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {name: " ".join(sql.replace('"', "").replace("( ", "(").split()) for name, sql in rows}


def test_a_database_of_the_first_schema_opens_with_all_it_holds(tmp_path: Path) -> None:
    with open_store(first_database(tmp_path / "quiz.db"), now_ms=NOW_MS) as store:
        assert store.device == "017e1234-0000-7000-8000-000000000001"
        review = log.last_review(store)
        assert review is not None
        assert (review.card, review.response, review.verdict) == ("talks/place", Typed("Genf"), Verdict.NEAR)
        assert (review.rating, review.suggested, review.hints) == (Rating.GOOD, Rating.HARD, 1)
        assert review.answered_at == datetime(2022, 1, 10, 12, tzinfo=UTC)
        assert [step.card for step in log.steps(store)] == ["talks/venue"]
        assert log.parameter_sets(store) == {"old": (0.5, 1.5)}
        assert states.stored_states(store) == {
            1: CardState(State.REVIEW, Memory(2.25, 5.5), TODAY, date(2022, 1, 12), 2, 1, 0)
        }
        assert new_keys(store, 1) == ["talks/month"]
        (candidate,) = candidates.new(store, Scope((1,)))
        assert isinstance(candidate.card.question, DateQuestion)
        assert candidate.card.question.date == PartialDate(2022, 1, None)
        assert catalogue.files_below(store, ["/banks"])["/banks/talks.yaml"].bank_id == 1
        save(store, ONE_OF_EACH)


def test_a_database_of_the_first_schema_becomes_like_a_new_one(tmp_path: Path) -> None:
    old = first_database(tmp_path / "old.db")
    for path in (old, tmp_path / "new.db"):
        with opened(path):
            pass
    assert shape(old).keys() == shape(tmp_path / "new.db").keys()
    assert shape(old)["cards_due"] == shape(tmp_path / "new.db")["cards_due"]


@pytest.fixture
def another_step(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A step of some later version; what it did is appended to the list that is given."""
    done: list[str] = []
    monkeypatch.setattr(migrations, "_migrations", list(migrations._migrations))

    @migrations()
    def moods(db: Database) -> None:
        db.execute("CREATE TABLE moods (review TEXT PRIMARY KEY NOT NULL, mood TEXT NOT NULL) STRICT")
        done.append("moods")

    return done


def test_a_later_step_is_taken_once(tmp_path: Path, another_step: list[str]) -> None:
    path = first_database(tmp_path / "quiz.db")
    for _ in range(2):
        with open_store(path, now_ms=NOW_MS) as store:
            assert "moods" in store.db.table_names()
            assert store.device == "017e1234-0000-7000-8000-000000000001"
    assert another_step == ["moods"]


def test_a_step_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, another_step: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = first_database(tmp_path / "quiz.db")
    before = path.read_bytes()

    def broken(db: Database) -> None:
        db.execute("DROP TABLE new_cards")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(migrations._migrations[-1], "fn", broken)
        with pytest.raises(KeyboardInterrupt), open_store(path, now_ms=NOW_MS):
            pass
    assert path.read_bytes() == before
    assert another_step == []
    with open_store(path, now_ms=NOW_MS) as store:
        assert {"moods", "new_cards"} <= set(store.db.table_names())
