"""Counts that the database makes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from store_samples import NOON, TODAY, opened, review, save, state, text, undo

from quiz.review import Mode, Rating, State
from quiz.store import Scope, Store, catalogue, figures, log, recent, sittings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.review import Review

DAY = timedelta(days=1)
SITTING = "017e1234-0000-7000-8000-000000000009"


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
    assert list(recent.attempts_since(store, date.min)) == []


def test_days_are_summed_newest_first(store: Store) -> None:
    answer(store, "a", duration_ms=1000)
    answer(store, "b", score=0.25, duration_ms=500)
    answer(store, "a", 3)
    log.add_undo(store, undo(store, answer(store, "c", 5)))
    assert figures.day_totals(store) == [
        (TODAY + 3 * DAY, 1, 0, 0, 0.0, 1500),
        (TODAY, 2, 0, 2, 1.25, 1500),
    ]
    assert [row.day for row in figures.day_totals(store, TODAY + DAY)] == [TODAY + 3 * DAY]


def test_a_day_counts_the_first_answer_to_each_card_of_a_sitting_for_study(store: Store) -> None:
    log.add_undo(store, undo(store, answer(store, "a", score=0.0)))
    answer(store, "a", score=0.25)
    answer(store, "a")
    answer(store, "a", session="00000000-s2", score=0.5)
    answer(store, "b", session="00000000-s3", mode=Mode.EXAM)
    answer(store, "b", session="00000000-s4", mode=Mode.CRAM)
    assert figures.day_totals(store) == [(TODAY, 5, 2, 2, 0.75, 7500)]


def test_what_is_told_of_the_latest_days_is_what_is_told_of_them_among_all(store: Store) -> None:
    for day in range(5):
        session = f"00000000-s{day}"
        answer(store, "a", day, session=session, score=day / 4)
        answer(store, "a", day, session=session)
        answer(store, "b", day, session=session, mode=Mode.CRAM if day % 2 else Mode.STUDY)
    found = figures.day_totals(store)
    assert [(row.counted, row.points) for row in found] == [
        (2, 2.0),
        (1, 0.75),
        (2, 1.5),
        (1, 0.25),
        (2, 1.0),
    ]
    for day in range(6):
        since = TODAY + day * DAY
        assert figures.day_totals(store, since) == [row for row in found if row.day >= since]
        counts = [(row.day, row.answers, row.apart, row.answering_ms) for row in found if row.day >= since]
        assert figures.day_counts(store, since) == counts


def test_the_latest_sittings_come_first(store: Store) -> None:
    answer(store, "a")
    log.add_undo(store, undo(store, answer(store, "a", session="00000000-s2")))
    answer(store, "a", 1, session="00000000-s3")
    assert figures.session_rows(store, 9) == [("00000000-s3", True), ("00000000-s1", True)]
    assert figures.session_rows(store, 1) == [("00000000-s3", True)]


@pytest.mark.parametrize(("mode", "over"), [(Mode.STUDY, True), (Mode.CRAM, True), (Mode.EXAM, False)])
def test_an_exam_is_not_over_before_its_end(store: Store, mode: Mode, *, over: bool) -> None:
    plan = {"seed": "s", "cards": []}
    sittings.begin(store, sittings.Planned(SITTING, mode, NOON, TODAY, plan))
    answer(store, "a", mode=mode, session=SITTING)
    assert figures.session_rows(store, 9) == [(SITTING, over)]
    sittings.end(store, SITTING, NOON)
    assert figures.session_rows(store, 9) == [(SITTING, True)]


def test_attempts_are_study_answers_oldest_first(store: Store) -> None:
    answer(store, "b", rating=Rating.HARD, interval_days=7)
    answer(store, "a", mode=Mode.EXAM)
    answer(store, "c", rating=Rating.EASY)
    answer(store, "a", 1)
    assert list(recent.attempts_since(store, date.min)) == [
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
        assert list(recent.attempts_since(other, date.min)) == []
