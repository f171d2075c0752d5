"""Hints that were seen stay counted, whatever is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank

if TYPE_CHECKING:
    from door import House

KEPT = "SELECT verdict, hints, rating FROM reviews_kept ORDER BY id"


@pytest.mark.parametrize(
    ("stdin", "hints"),
    [
        (":hint\nDanube\n:undo\nDanube\n\n\n", 1),
        (":hint\n:source\nDanube\n:undo\nDanube\n\n\n", 2),
        # The next hint is a further one; the paragraph is the same once more.
        (":hint\nDanube\n:undo\n:hint\nDanube\n\n\n", 2),
        (":source\nDanube\n:undo\n:source\nDanube\n\n\n", 1),
        (":hint\nDanube\n:undo\nDanube\n:undo\nDanube\n\n\n", 1),
        (":hint\n:bury\n:undo\nDanube\n\n\n", 1),
        ("Danube\n:undo\nDanube\n\n\n", 0),
    ],
)
def test_hints_stay_counted_after_undo(house: House, stdin: str, hints: int) -> None:
    house.bank(bank("text", "recall"))
    house.attend(stdin=f"{stdin}:quit\n")
    assert house.query(KEPT) == [("right", hints, 2 if hints else 3)]
    house.check()


def test_hints_of_the_question_that_stands_outlast_the_undo_of_the_one_before(house: House) -> None:
    house.bank(bank("text", "choice"))
    done = house.attend("--seed", "1", stdin="Danube\n\n:hint\n:undo\nDanube\n\nGeneva\n\n\n")
    assert house.query(KEPT) == [("right", 0, 3), ("right", 1, 2)]
    assert len(done.said("hint")) == 1


def test_hints_stay_counted_where_a_sitting_that_was_left_goes_on(house: House) -> None:
    house.bank(bank("text", "choice"))
    house.attend(stdin=":hint\nDanube\n\n:quit\n")
    house.attend(stdin="\n:undo\nDanube\n\n:quit\n")
    assert house.query(KEPT) == [("right", 1, 2)]


def test_what_was_missed_is_asked_once_more_without_the_hints_of_before(house: House) -> None:
    house.bank(bank("text"))
    text = ":hint\nRhine\n\nDanube\n\n:missed\nDanube\n\n\n"
    house.attend(stdin=text)
    assert [row[:2] for row in house.query(KEPT)] == [("wrong", 1), ("right", 0), ("right", 0)]
