"""Counts that the database makes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from store_samples import NOON, TODAY, opened, review, save, state, text, undo

from quiz.review import Mode, Rating, State, Verdict
from quiz.store import Scope, Store, catalogue, figures, log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.review import Review

DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        save(found, [text(name) for name in "abc"])
        yield found


def answer(store: Store, name: str, days: int = 0, **more: object) -> Review:
    row = catalogue.card_row_id(store, f"talks/{name}")
    assert row is not None
    event = review(store, f"talks/{name}", NOON + days * DAY, **more)
    log.add_review(store, event, row, state())
    return event


def test_an_empty_log_gives_empty_figures(store: Store) -> None:
    assert figures.day_totals(store) == []
    assert figures.session_rows(store, 9) == []
    assert list(figures.attempts(store)) == []


def test_days_are_summed_newest_first(store: Store) -> None:
    answer(store, "a", duration_ms=1000)
    answer(store, "b", score=0.25, duration_ms=500)
    answer(store, "a", 3)
    log.add_undo(store, undo(store, answer(store, "c", 5)))
    assert figures.day_totals(store) == [
        (TODAY + 3 * DAY, 1, 1.0, 1500),
        (TODAY, 2, 1.25, 1500),
    ]
    assert [row.day for row in figures.day_totals(store, TODAY + DAY)] == [TODAY + 3 * DAY]


def test_a_sitting_counts_the_first_answer_to_each_card(store: Store) -> None:
    answer(store, "a", verdict=Verdict.WRONG, score=0.0, rating=Rating.AGAIN)
    answer(store, "b", verdict=Verdict.PARTLY, score=0.5)
    answer(store, "a")
    answer(store, "c", verdict=Verdict.NEAR)
    log.add_undo(store, undo(store, answer(store, "c", verdict=Verdict.WRONG)))
    answer(store, "a", 1, session="00000000-s2", utc_offset_minutes=-90)
    second, first = figures.session_rows(store, 9)
    assert first == ("00000000-s1", TODAY, "2022-01-10T12:00:00.000Z", 60, 0, 1, 1, 1, 1.5, 6000)
    assert second == ("00000000-s2", TODAY + DAY, "2022-01-11T12:00:00.000Z", -90, 1, 0, 0, 0, 1.0, 1500)
    assert figures.session_rows(store, 1) == [second]


def test_an_answer_taken_back_lets_the_next_one_be_the_first(store: Store) -> None:
    log.add_undo(store, undo(store, answer(store, "a", verdict=Verdict.WRONG, score=0.0)))
    answer(store, "a")
    (row,) = figures.session_rows(store, 9)
    assert (row.right, row.wrong, row.points) == (1, 0, 1.0)


def test_attempts_are_study_answers_oldest_first(store: Store) -> None:
    answer(store, "b", rating=Rating.HARD, interval_days=7)
    answer(store, "a", mode=Mode.EXAM)
    answer(store, "c", rating=Rating.EASY)
    answer(store, "a", 1)
    assert list(figures.attempts(store)) == [
        ("talks/b", TODAY, 2, 7),
        ("talks/c", TODAY, 4, 3),
        ("talks/a", TODAY + DAY, 3, 3),
    ]


def test_banks_count_where_their_cards_stand(store: Store) -> None:
    more = save(store, [text("z"), text("y", draft=True)], key="more")
    empty = save(store, [], key="empty")
    row = catalogue.card_row_id(store, "talks/a")
    assert row is not None
    log.add_review(store, review(store, "talks/a"), row, state(state=State.LEARNING, due_on=TODAY))
    answer(store, "b")
    talks = catalogue.bank_by_key(store, "talks")
    assert talks is not None
    found = figures.bank_rows(store, Scope((talks.id, more, empty)), TODAY)
    assert [tuple(each) for each in found] == [
        ("empty", "Empty", 0, 0, 0, 0, 0),
        ("more", "More", 1, 1, 0, 0, 0),
        ("talks", "Talks", 3, 1, 1, 1, 1),
    ]
    assert figures.bank_rows(store, Scope((talks.id,)), TODAY + 9 * DAY)[0].due == 2


def test_each_learner_has_figures_apart(store: Store, tmp_path: Path) -> None:
    answer(store, "a")
    with opened(tmp_path / "quiz.db", learner="Ada") as other:
        assert figures.day_totals(other) == []
        assert figures.session_rows(other, 9) == []
        assert list(figures.attempts(other)) == []
