"""Which cards are due, little of each: in parts, those being learnt apart, and nothing that is out of use."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from store_samples import TODAY, opened, review, save, state, text

from quiz.review import Memory, State
from quiz.store import Scope, Store, catalogue, log
from quiz.store.damage import DamagedRow
from quiz.store.waiting import Part, Span, WaitingRow, learning, waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SPAN = Span(TODAY, date.min, TODAY)
STOOD = (
    ("late", -9, State.REVIEW, 90.0),
    ("soon", 2, State.REVIEW, 3.0),
    ("learnt", 0, State.RELEARNING, 3.0),
    ("first", -1, State.LEARNING, 3.0),
    ("weak", -1, State.REVIEW, 2.0),
    ("today", 0, State.REVIEW, 30.0),
    ("gone", -1, State.REVIEW, 3.0),
    ("buried", -1, State.REVIEW, 3.0),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        yield found


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.fixture
def studied(store: Store) -> Scope:
    bank = save(store, [text(name) for name, *_ in STOOD])
    for name, due, kind, stability in STOOD:
        row = catalogue.card_row_id(store, f"talks/{name}")
        assert row is not None
        after = state(due_on=day(due), last_day=day(due - 3), state=kind, memory=Memory(stability, 5.0))
        log.add_review(store, review(store, f"talks/{name}"), row, after)
        if name == "buried":
            store.db.execute("INSERT INTO aside VALUES (?, ?, ?)", [store.learner, row, day(1).isoformat()])
    save(store, [text(name) for name, *_ in STOOD if name != "gone"])
    return Scope((bank,))


def names(store: Store, rows: Sequence[WaitingRow]) -> list[str]:
    keys = dict(store.db.execute("SELECT card_id, card FROM card_keys"))
    return [keys[row.card_id].removeprefix("talks/") for row in rows]


def test_what_is_being_learnt_is_apart_from_what_is_due(store: Store, studied: Scope) -> None:
    assert names(store, learning(store, studied, SPAN)) == ["first", "learnt"]
    assert names(store, waiting(store, studied, SPAN, Part(9))) == ["late", "weak", "today"]
    assert {row.learning for row in waiting(store, studied, SPAN, Part(9))} == {False}
    assert {row.learning for row in learning(store, studied, SPAN)} == {True}


def test_the_likeliest_forgotten_come_first_where_that_is_wanted(store: Store, studied: Scope) -> None:
    found = waiting(store, studied, SPAN, Part(9, weakest=True))
    assert names(store, found) == ["weak", "late", "today"]


def test_a_part_goes_on_where_another_ended(store: Store, studied: Scope) -> None:
    for weakest in (False, True):
        whole = waiting(store, studied, SPAN, Part(9, weakest=weakest))
        parts = [waiting(store, studied, SPAN, Part(2, skip, weakest)) for skip in (0, 2, 4)]
        assert [row for part in parts for row in part] == whole


def test_a_span_has_both_its_days_in_it(store: Store, studied: Scope) -> None:
    assert names(store, waiting(store, studied, Span(TODAY, day(-1), day(0)), Part(9))) == ["weak", "today"]
    assert names(store, waiting(store, studied, Span(TODAY, day(-9), day(-9)), Part(9))) == ["late"]
    assert names(store, waiting(store, studied, Span(TODAY, day(1), day(9)), Part(9))) == ["soon"]


def test_a_row_tells_what_a_rank_needs(store: Store, studied: Scope) -> None:
    (row,) = waiting(store, studied, Span(TODAY, day(-9), day(-9)), Part(1))
    assert row[1:] == ("text", "talks", False, Memory(90.0, 5.0), day(-12), day(-9))


def test_a_scope_without_banks_has_nothing_due(store: Store, studied: Scope) -> None:
    nothing = studied._replace(bank_ids=())
    assert learning(store, nothing, SPAN) == []
    assert waiting(store, nothing, SPAN, Part(9)) == []


def test_a_row_that_makes_no_sense_is_damage(store: Store, studied: Scope) -> None:
    store.db.execute("UPDATE card_states SET last_day = 'soon'")
    with pytest.raises(DamagedRow, match="card_states"):
        waiting(store, studied, SPAN, Part(9))
