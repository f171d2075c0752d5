"""An answer that is overruled late is taken back and written anew in one step, or neither."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from samples_of_kinds import bank

from quiz.store import log

if TYPE_CHECKING:
    import pytest
    from door import House

    from quiz.review import CardState, Review
    from quiz.store import Store

EVENTS = "SELECT (SELECT count(*) FROM reviews), (SELECT count(*) FROM undos)"


class Killed(BaseException):
    """Ends the program where it stands."""


def second_fails(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the second answer that is written fail."""
    add, seen = log.add_review, [0]

    def broken(store: Store, review: Review, card_id: int, state: CardState | None) -> None:
        seen[0] += 1
        if seen[0] == 2:
            raise error
        add(store, review, card_id, state)

    monkeypatch.setattr(log, "add_review", broken)


def test_overruling_that_cannot_be_saved_leaves_the_answer_as_it_was(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.bank(bank("text", "choice"))
    second_fails(monkeypatch, sqlite3.OperationalError("database or disk is full"))
    done = house.call("start", stdin="Rhine\n:overrule\n")
    assert (done.code, house.verdicts()) == (3, ["wrong"])
    assert house.query(EVENTS) == [(1, 0)]
    house.check()


def test_overruling_that_is_killed_half_way_leaves_the_answer_as_it_was(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.bank(bank("text", "choice"))
    second_fails(monkeypatch, Killed())
    try:
        house.call("start", stdin="Rhine\n:overrule\n")
    except Killed:
        pass
    else:
        raise AssertionError
    assert house.verdicts() == ["wrong"]
    assert house.query(EVENTS) == [(1, 0)]
    house.check()
