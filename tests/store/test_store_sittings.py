"""How sittings were planned, as they stand in the file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from quiz.errors import DatabaseUnreadable, NotSaved
from quiz.review import Mode
from quiz.store import open_store, sittings
from quiz.store.sittings import Planned

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2022, 1, 10, 12, 0, 0, 250_000, tzinfo=UTC)
PLAN = {"cards": [3, 1, 2], "seed": "ü", "exam": {"minutes": None, "parts": [["a", 1, 0.5]]}}


def planned(name: str = "1", mode: Mode = Mode.EXAM) -> Planned:
    return Planned(name, mode, AT, AT.date(), PLAN)


def test_a_plan_comes_back_as_it_was_written(tmp_path: Path) -> None:
    with open_store(tmp_path / "q.db", now_ms=0) as store:
        assert sittings.latest(store, Mode.EXAM) is None
        assert sittings.of_mode(store, Mode.EXAM) == []
        sittings.begin(store, planned())
    with open_store(tmp_path / "q.db", now_ms=0) as store:
        assert sittings.latest(store, Mode.EXAM) == planned()


def test_the_latest_of_a_mode_is_the_one_with_the_greatest_id(tmp_path: Path) -> None:
    with open_store(tmp_path / "q.db", now_ms=0) as store:
        for one in (planned("2"), planned("1"), planned("3", Mode.CRAM)):
            sittings.begin(store, one)
        assert sittings.latest(store, Mode.EXAM) == planned("2")
        assert sittings.of_mode(store, Mode.EXAM) == [planned("2"), planned("1")]
        assert sittings.latest(store, Mode.STUDY) is None


def test_a_sitting_ends_and_goes_on_after_its_end(tmp_path: Path) -> None:
    with open_store(tmp_path / "q.db", now_ms=0) as store:
        sittings.begin(store, planned("1"))
        sittings.begin(store, planned("2"))
        sittings.end(store, "2", AT + timedelta(minutes=5))
        assert sittings.of_mode(store, Mode.EXAM) == [
            planned("2")._replace(ended_at=AT + timedelta(minutes=5)),
            planned("1"),
        ]
        sittings.reopen(store, "2")
        assert sittings.latest(store, Mode.EXAM) == planned("2")


def test_sittings_of_other_learners_are_theirs(tmp_path: Path) -> None:
    with open_store(tmp_path / "q.db", now_ms=0, learner="ann") as store:
        sittings.begin(store, planned())
    with open_store(tmp_path / "q.db", now_ms=0, learner="ben") as store:
        assert sittings.latest(store, Mode.EXAM) is None
        assert sittings.of_mode(store, Mode.EXAM) == []


def test_a_sitting_of_another_device_is_listed_and_not_taken_up(tmp_path: Path) -> None:
    with open_store(tmp_path / "q.db", now_ms=0) as store:
        sittings.begin(store, planned())
        store.db.execute("UPDATE sittings SET device = 'other'")
        assert sittings.latest(store, Mode.EXAM) is None
        assert sittings.of_mode(store, Mode.EXAM) == [planned()]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with open_store(tmp_path / "q.db", now_ms=0) as store:
        sittings.begin(store, planned())
        store.db.execute("PRAGMA query_only = ON")
        for write in (
            lambda: sittings.begin(store, planned("2")),
            lambda: sittings.end(store, "1", AT),
            lambda: sittings.reopen(store, "1"),
        ):
            with pytest.raises(NotSaved):
                write()
        assert sittings.latest(store, Mode.EXAM) == planned()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("plan", "{"), ("plan", "[1]"), ("plan", "{}"), ("plan", '{"cards": [1]}')),
        ("plan", '{"cards": 1, "seed": "s"}'),
        *(("began_at", "yesterday"), ("study_day", "9"), ("ended_at", "x")),
    ],
)
def test_a_damaged_row_is_a_damaged_file(tmp_path: Path, column: str, value: str) -> None:
    with open_store(tmp_path / "q.db", now_ms=0) as store:
        sittings.begin(store, planned())
        store.db.execute(f"UPDATE sittings SET {column} = ?", [value])
    with (
        pytest.raises(DatabaseUnreadable, match="a row of sittings makes no sense"),
        open_store(tmp_path / "q.db", now_ms=0) as store,
    ):
        sittings.latest(store, Mode.EXAM)
