"""Cards that come back on days near their interval, by what stands on those days in the database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from study_samples import TERMS, TODAY, Room, reply, room

from quiz.memory import Spread, fuzz_range
from quiz.review import Rating
from quiz.study.replay import differences
from quiz.study.session import Sitting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.review import Review

NUMBER = 40
EVEN, LOOSE = Spread(), Spread(balance=False)
# A first Easy: 8.2956 days of stability, so 8 days, and 7 to 9 or more around them.
RANGE = fuzz_range(8)


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Room]:
    """A bank of many cards, two of which are of one group and two of one question."""
    with room(tmp_path, banks=False) as found:
        rows = [
            f"  - {{id: c{number}, front: Front {number}, back: Back {number}}}" for number in range(NUMBER)
        ]
        group = [f"  - {{id: g{n}, front: Group {n}, back: Same {n}, group: g}}" for n in (1, 2)]
        both = ["  - {id: both, front: There, back: Back again, reverse: true}"]
        found.write("many.yaml", "\n".join(["quiz: 1", "title: Many", "questions:", *rows, *group, *both]))
        found.load()
        yield found


def easy(many: Room, key: str, spread: Spread) -> Review:
    terms = TERMS._replace(spread=spread)
    sitting = Sitting(many.store, many.clock, [many.candidate(key)], terms=terms, seed="0")
    sitting.next()
    days = sitting.next_days()
    assert sorted(days.values()) == [days[rating] for rating in Rating], "a better rating is never sooner"
    review = sitting.record(*reply(sitting, Rating.EASY))
    assert review.interval_days == days[Rating.EASY]
    assert review.due_on == TODAY + timedelta(days=review.interval_days)
    return review


def test_balanced_cards_lie_evenly_on_the_days_of_the_range(many: Room) -> None:
    days = [easy(many, f"many/c{number}", EVEN).interval_days for number in range(NUMBER)]
    counts = [days.count(day) for day in RANGE]
    assert sum(counts) == NUMBER
    assert max(counts) - min(counts) <= 1
    assert differences(many.store) == []


def test_without_balance_the_day_is_that_of_the_card(many: Room) -> None:
    keys = [f"many/c{number}" for number in range(12)]
    days = [easy(many, key, LOOSE).interval_days for key in keys]
    assert set(days) <= set(RANGE)
    assert len(set(days)) > 1


def test_without_fuzz_the_interval_is_the_formulas(many: Room) -> None:
    assert {easy(many, f"many/c{number}", Spread(fuzz=False)).interval_days for number in range(5)} == {8}


@pytest.mark.parametrize("pair", [("many/g1", "many/g2"), ("many/both", "many/both#reverse")])
def test_siblings_come_back_on_days_of_their_own(many: Room, pair: tuple[str, str]) -> None:
    for number in range(30):
        easy(many, f"many/c{number}", EVEN)
    first, second = (easy(many, key, EVEN).interval_days for key in pair)
    assert first != second


def test_an_answer_taken_back_and_given_again_comes_on_the_same_day(many: Room) -> None:
    for number in range(9):
        easy(many, f"many/c{number}", EVEN)
    terms = TERMS._replace(spread=EVEN)
    sitting = Sitting(many.store, many.clock, [many.candidate("many/c20")], terms=terms, seed="0")
    sitting.next()
    first = sitting.record(*reply(sitting, Rating.EASY))
    sitting.undo()
    sitting.next()
    assert sitting.record(*reply(sitting, Rating.EASY)).due_on == first.due_on
