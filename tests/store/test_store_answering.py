"""How the learner has been answering, counted: first answers, others of the same day, later ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from store_samples import NOON, opened, review, save, text, undo

from quiz.review import Mode, Rating
from quiz.store import log
from quiz.store.answering import LATER, NEW, REPEAT, AnsweringRow, answering
from quiz.store.durations import LATEST, LONGEST_MS, durations, durations_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.review import Review
    from quiz.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        yield found


def answered(store: Store, card: str, day: int, rating: Rating = Rating.GOOD, **more: object) -> Review:
    found = review(store, card, NOON + timedelta(days=day), rating=rating, **more)
    log.add_review(store, found, 1, None)
    return found


def test_without_answers_there_is_nothing_to_count(store: Store) -> None:
    assert answering(store) == []


def test_answers_are_counted_by_turn_and_rating(store: Store) -> None:
    answered(store, "w/a", 0, Rating.AGAIN, duration_ms=9_000)
    answered(store, "w/a", 0, Rating.GOOD, duration_ms=2_000)
    answered(store, "w/b", 0, Rating.AGAIN, duration_ms=1_000)
    answered(store, "w/a", 3, Rating.HARD, duration_ms=4_000)
    assert answering(store) == [
        AnsweringRow(LATER, Rating.HARD, 1, 4_000),
        AnsweringRow(NEW, Rating.AGAIN, 2, 10_000),
        AnsweringRow(REPEAT, Rating.GOOD, 1, 2_000),
    ]


def test_an_answer_taken_back_leaves_the_next_one_the_first(store: Store) -> None:
    slip = answered(store, "w/a", 0, Rating.AGAIN)
    log.add_undo(store, undo(store, slip))
    answered(store, "w/a", 0)
    assert answering(store) == [AnsweringRow(NEW, Rating.GOOD, 1, 1_500)]


@pytest.mark.parametrize("mode", [Mode.CRAM, Mode.EXAM])
def test_only_study_counts_and_only_the_learners_own(store: Store, tmp_path: Path, mode: Mode) -> None:
    answered(store, "w/a", 0, mode=mode)
    answered(store, "w/a", 0)
    assert [row.turn for row in answering(store)] == [NEW]
    store.db.conn.commit()
    with opened(tmp_path / "other.db", "Ada") as other:
        assert answering(other) == []


def test_an_answer_that_took_very_long_counts_as_a_long_one(store: Store) -> None:
    answered(store, "w/a", 0, duration_ms=3_600_000)
    assert answering(store) == [AnsweringRow(NEW, Rating.GOOD, 1, LONGEST_MS)]
    assert [one.duration_ms for one in durations(store)] == [LONGEST_MS]


def test_one_that_took_very_long_counts_so_among_those_of_its_card_as_well(store: Store) -> None:
    save(store, [text("a")], "w")
    answered(store, "w/a", 0, duration_ms=3_600_000)
    assert [*durations_of(store, [1], 4)] == [(1, "text", LONGEST_MS)]


def test_ratings_and_times_are_those_of_the_same_answers(store: Store) -> None:
    first = answered(store, "w/c0", 0)
    with store.transaction():
        for number in range(1, LATEST + 1):
            later = replace(first, id=f"f{number:035}", card=f"w/c{number}", duration_ms=number)
            log.add_review(store, later, 1, None)
    counted, timed = answering(store), [*durations(store)]
    assert sum(row.number for row in counted) == len(timed) == LATEST
    assert sum(row.milliseconds for row in counted) == sum(one.duration_ms for one in timed)
    assert timed[0].card == f"w/c{LATEST}"


def test_only_the_latest_are_looked_at_and_know_what_was_before(store: Store) -> None:
    for day in range(5):
        answered(store, "w/a", day)
    assert answering(store, latest=2) == [AnsweringRow(LATER, Rating.GOOD, 2, 3_000)]
