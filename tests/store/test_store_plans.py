"""Plans are events: the newest of a sort counts, nothing is ever written over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from store_samples import NOW_MS, opened

from quiz.clock import Moment, moment
from quiz.errors import DatabaseUnreadable
from quiz.store import open_store, plans

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2022, 1, 10, 12, tzinfo=UTC)


def at(**later: int) -> Moment:
    return moment(NOON + timedelta(**later), zone=UTC, rollover_hour=4)


def test_the_newest_event_of_a_sort_counts_and_none_is_lost(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        assert plans.newest(store, plans.PAUSE) is None
        first = plans.add(store, plans.PAUSE, {"until": None}, at())
        goal = plans.add(store, plans.GOAL, {"by": "2022-06-01", "cards": [1, 2]}, at(hours=1))
        end = plans.add(store, plans.PAUSE, None, at(days=2))
        assert plans.newest(store, plans.PAUSE) == end
        assert plans.newest(store, plans.GOAL) == goal
        assert plans.all_of(store, plans.PAUSE) == [first, end]
        assert (first.study_day, end.study_day) == (at().study_day, at(days=2).study_day)


def test_a_clock_that_jumps_back_leaves_the_order_of_events(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        first = plans.add(store, plans.BACKLOG, {"days": 5}, at(days=400))
        second = plans.add(store, plans.BACKLOG, None, at())
        assert first.id < second.id
        assert plans.newest(store, plans.BACKLOG) == second


def test_each_learner_has_plans_of_their_own(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        plans.add(store, plans.PAUSE, {"until": None}, at())
    with open_store(tmp_path / "quiz.db", learner="eve", now_ms=NOW_MS) as store:
        assert plans.newest(store, plans.PAUSE) is None


@pytest.mark.parametrize("content", ["{", "[1]", "5"])
def test_a_row_that_makes_no_sense_is_damage(tmp_path: Path, content: str) -> None:
    with opened(tmp_path / "quiz.db") as store:
        plans.add(store, plans.PAUSE, None, at())
        store.db.execute("UPDATE plans SET content = ?", [content])
    with pytest.raises(DatabaseUnreadable, match="plans"), opened(tmp_path / "quiz.db") as store:
        plans.newest(store, plans.PAUSE)
