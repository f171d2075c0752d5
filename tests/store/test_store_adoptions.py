"""Adoptions and reschedules are events: written once, the newest counts, each learner's apart."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

import pytest
from store_samples import NOON, TODAY, opened, review, save, state, text

from quiz.clock import moment
from quiz.errors import DatabaseUnreadable
from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER
from quiz.store import Store, adoptions, catalogue, log
from quiz.store.adoptions import Given

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from quiz.clock import Moment
    from quiz.review import Review


def now(at: datetime = NOON) -> Moment:
    return moment(at, zone=UTC, rollover_hour=4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        for name in ("one", "two"):
            log.save_parameters(found, name, SCHEDULER, DEFAULT_PARAMETERS.weights)
        yield found


def answered(store: Store) -> Review:
    save(store, [text("a")])
    found = review(store, "talks/a")
    log.add_review(store, found, catalogue.card_row_id(store, "talks/a") or 0, state())
    return found


def test_the_newest_adoption_counts_whatever_the_clock_says(store: Store) -> None:
    assert (adoptions.adopted(store), adoptions.adoptions(store)) == (None, [])
    for name, at in (("one", NOON), ("two", NOON - timedelta(days=9)), ("one", NOON), ("two", NOON)):
        adoptions.adopt(store, name, now(at))
    assert adoptions.adopted(store) == "two"
    found = adoptions.adoptions(store)
    assert [one.parameters for one in found] == ["one", "two", "one", "two"]
    assert [one.id for one in found] == sorted({one.id for one in found})
    assert found[1].study_day == TODAY - timedelta(days=9)


def test_each_learner_has_adoptions_and_reschedules_apart(store: Store) -> None:
    given = Given(answered(store).id, 5, TODAY + timedelta(days=5))
    adoptions.adopt(store, "one", now())
    adoptions.reschedule(store, [given], now())
    other = replace(store, learner="Ada")
    assert (adoptions.adopted(other), adoptions.adoptions(other), adoptions.rescheduled(other)) == (
        None,
        [],
        {},
    )
    assert adoptions.rescheduled(store) == {given.review: given}


def test_the_newest_due_day_counts_whatever_the_clock_says(store: Store) -> None:
    first = answered(store)
    with store.transaction():
        second = replace(first, id=log.next_event_id(store, NOON))
        log.add_review(store, second, 1, None)
    given = [Given(one.id, 5, TODAY + timedelta(days=5)) for one in (first, second)]
    adoptions.reschedule(store, given, now())
    later = Given(first.id, 9, TODAY + timedelta(days=9))
    adoptions.reschedule(store, [later], now(NOON - timedelta(days=30)))
    assert adoptions.rescheduled(store) == {first.id: later, second.id: given[1]}
    ids = [row[0] for row in store.db.execute("SELECT id FROM reschedules").fetchall()]
    assert len(set(ids)) == 3


def test_nothing_is_rescheduled_by_an_empty_list(store: Store) -> None:
    adoptions.reschedule(store, [], now())
    assert adoptions.rescheduled(store) == {}


def test_what_was_never_saved_cannot_be_adopted(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        adoptions.adopt(store, "three", now())
    with pytest.raises(sqlite3.IntegrityError):
        adoptions.reschedule(store, [Given("nothing", 1, TODAY)], now())


@pytest.mark.parametrize("table", ["adoptions", "reschedules"])
def test_a_day_that_is_none_is_damage(tmp_path: Path, table: str) -> None:
    path = tmp_path / "damaged.db"
    with opened(path) as store:
        adoptions.adopt(store, DEFAULT_PARAMETERS.id, now())
        adoptions.reschedule(store, [Given(answered(store).id, 5, TODAY)], now())
        column = {"adoptions": "study_day", "reschedules": "due_on"}[table]
        store.db.execute(f"UPDATE {table} SET {column} = 'soon'")
    wrong = pytest.raises(DatabaseUnreadable, match=f"a row of {table} makes no sense")
    with wrong, opened(path) as store:
        adoptions.adoptions(store)
        adoptions.rescheduled(store)
