"""Cards that come back on days near their interval, by what stands on those days in the database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from study_samples import TERMS, TODAY, Room, reply, room

from quiz.memory import Spread, fuzz_range
from quiz.review import Rating
from quiz.store import states
from quiz.study.replay import differences
from quiz.study.session import Sitting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
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


def statements_of(many: Room, work: Callable[[], object]) -> list[str]:
    found: list[str] = []
    many.store.db.conn.set_trace_callback(found.append)
    work()
    many.store.db.conn.set_trace_callback(None)
    return found


def looked_up(statements: Sequence[str]) -> int:
    """How often the days on which cards come were looked up."""
    return sum("due_on BETWEEN" in one for one in statements)


def told(many: Room, key: str) -> tuple[Sitting, Mapping[Rating, int]]:
    """Return a sitting that has just told when its card comes back."""
    terms = TERMS._replace(spread=EVEN)
    sitting = Sitting(many.store, many.clock, [many.candidate(key)], terms=terms, seed="0")
    sitting.next()
    return sitting, sitting.next_days()


def test_the_day_that_was_told_is_written_and_not_looked_up_again(many: Room) -> None:
    sitting, days = told(many, "many/c1")
    given = reply(sitting, Rating.EASY)
    asked = statements_of(many, lambda: sitting.record(*given))
    assert looked_up(asked) == 0
    [one] = states.stored_states(many.store).values()
    assert one.interval_days == days[Rating.EASY]


def test_all_that_an_answer_goes_by_is_read_in_its_own_transaction(many: Room) -> None:
    terms = TERMS._replace(spread=EVEN)
    sitting = Sitting(many.store, many.clock, [many.candidate("many/c1")], terms=terms, seed="0")
    given = reply(sitting, Rating.EASY)
    asked = statements_of(many, lambda: sitting.record(*given))
    assert (asked[0], asked[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    assert looked_up(asked) == 1


@pytest.mark.parametrize("own", [True, False], ids=["by the sitting's own program", "by another"])
def test_a_day_that_was_told_is_looked_up_again_after_something_was_written(many: Room, *, own: bool) -> None:
    for number in range(12):
        easy(many, f"many/c{number}", EVEN)
    sitting, days = told(many, "many/c20")
    before = days[Rating.EASY]
    crowd = "UPDATE card_states SET due_on = ?"
    with closing(sqlite3.connect(many.store.path)) as other:
        (many.store.db.conn if own else other).execute(crowd, [(TODAY + timedelta(days=before)).isoformat()])
        other.commit()
    review = sitting.record(*reply(sitting, Rating.EASY))
    assert review.interval_days != before
    assert review.interval_days in RANGE


def test_a_day_that_was_told_of_one_card_or_day_is_not_that_of_another(many: Room) -> None:
    pair = [many.candidate("many/g1"), many.candidate("many/g2")]
    sitting = Sitting(many.store, many.clock, pair, terms=TERMS._replace(spread=EVEN), seed="0")
    sitting.next_days()
    first = sitting.record(*reply(sitting, Rating.EASY))
    sitting.next()
    days = sitting.next_days()
    assert days[Rating.EASY] != first.interval_days
    many.clock.at += timedelta(days=1)
    second = sitting.record(*reply(sitting, Rating.EASY))
    assert second.due_on == second.study_day + timedelta(days=second.interval_days)
    assert second.study_day == TODAY + timedelta(days=1)
    assert second.due_on != first.due_on


def test_what_was_told_within_a_transaction_is_looked_up_again(many: Room) -> None:
    sitting, _ = told(many, "many/c1")
    with many.store.transaction():
        sitting.next_days()
    given = reply(sitting, Rating.EASY)
    assert looked_up(statements_of(many, lambda: sitting.record(*given))) == 1
