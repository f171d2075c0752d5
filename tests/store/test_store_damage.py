"""Rows that SQLite takes but that make no sense are damage, told as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from store_samples import TODAY, opened, review, save, state, text

from quiz.store import Scope, Store, candidates, catalogue, log
from quiz.store.damage import DamagedRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        yield found


@pytest.mark.parametrize("day", ["garbage", "", "2022-13-01"])
def test_a_due_day_that_is_none_is_damage(store: Store, day: str) -> None:
    scope = Scope((save(store, [text("a")]),))
    row = catalogue.card_row_id(store, "talks/a")
    assert row is not None
    log.add_review(store, review(store, "talks/a"), row, state())
    store.db.execute("UPDATE card_states SET due_on = ?", [day])
    with pytest.raises(DamagedRow, match="card_states"):
        candidates.counts_by_day(store, scope)
    if day > TODAY.isoformat():
        with pytest.raises(DamagedRow, match="card_states"):
            candidates.next_due_on(store, scope, TODAY)


@pytest.mark.parametrize("weights", ["nope", "[1, 2", "7", ""])
def test_weights_that_are_no_list_are_damage(store: Store, weights: str) -> None:
    store.db.execute("UPDATE parameter_sets SET weights = ?", [weights])
    with pytest.raises(DamagedRow, match="parameter_sets"):
        log.parameter_sets(store)
