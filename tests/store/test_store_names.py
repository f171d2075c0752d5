"""Answers count for the name that a card has now; a name given anew has no past."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from store_samples import NOON, TODAY, opened, review, save, state, text

from quiz.store import Store, catalogue, log, recent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        save(found, [text(name) for name in "abcd"])
        yield found


def answer(store: Store, name: str, days: int) -> None:
    row = catalogue.card_row_id(store, f"talks/{name}")
    assert row is not None
    log.add_review(store, review(store, f"talks/{name}", NOON + days * DAY), row, state())


def rename(store: Store, old: str, new: str) -> None:
    log.add_renames(store, [(f"talks/{old}", f"talks/{new}")], NOON)


def test_attempts_come_under_the_present_names(store: Store) -> None:
    answer(store, "a", 0)
    rename(store, "a", "b")
    answer(store, "a", 1)
    answer(store, "b", 1)
    rename(store, "b", "c")
    answer(store, "c", 2)
    assert [attempt.card[-1] for attempt in recent.attempts_since(store, date.min)] == ["c", "a", "c", "c"]


def test_a_card_under_a_name_that_another_had_is_new_on_its_first_day(store: Store) -> None:
    answer(store, "a", 0)
    rename(store, "a", "b")
    answer(store, "a", 1)
    answer(store, "b", 1)
    assert log.first_answered(store, TODAY + DAY) == 1


def test_a_card_that_took_a_used_name_is_new_on_its_first_day(store: Store) -> None:
    answer(store, "a", 0)
    rename(store, "a", "b")
    answer(store, "a", 1)
    rename(store, "a", "c")
    assert log.first_answered(store, TODAY + DAY) == 1
    assert log.first_answered(store, TODAY) == 1


def test_a_card_whose_name_came_back_is_not_new(store: Store) -> None:
    answer(store, "a", 0)
    rename(store, "a", "b")
    rename(store, "b", "a")
    answer(store, "a", 1)
    assert log.first_answered(store, TODAY + DAY) == 0
