"""The log: one answer is one transaction, ids rise, names change, nothing is lost."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import (
    NOON,
    ONE_OF_EACH,
    RESPONSES,
    TODAY,
    new_keys,
    opened,
    review,
    save,
    state,
    text,
    undo,
)

from quiz.errors import NotSaved
from quiz.ids import uuid7
from quiz.question import Kind
from quiz.review import Confidence, Mode, Rating, Response, State, Typed, Verdict
from quiz.store import Store, catalogue, figures, log, states

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.review import CardState, Review

LATER = timedelta(hours=1)


def row_of(store: Store, card: str) -> int:
    found = catalogue.card_row_id(store, card)
    assert found is not None
    return found


def answer(store: Store, card: str, at: datetime = NOON, **more: object) -> Review:
    event = review(store, card, at, **more)
    log.add_review(store, event, row_of(store, card), state())
    return event


def number(store: Store, table: str) -> int:
    return int(store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_an_answer_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, ONE_OF_EACH)
        written = answer(
            store,
            "talks/venue",
            kind=Kind.DATE,
            verdict=Verdict.PARTLY,
            score=0.1 + 0.2,
            suggested=Rating.HARD,
            rating=Rating.EASY,
            hints=2,
            confidence=Confidence.SURE,
            graded=Verdict.WRONG,
            utc_offset_minutes=-570,
            duration_ms=0,
        )
    with opened(tmp_path / "quiz.db") as store:
        assert log.session_reviews(store, "00000000-s1") == [written]
        assert log.last_review(store) == written


def test_every_response_is_kept(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, ONE_OF_EACH)

        @given(RESPONSES)
        def is_kept(response: Response) -> None:
            answer(store, "talks/venue", response=response)
            found = log.last_review(store)
            assert found is not None
            assert found.response == response

        is_kept()


def test_an_answer_takes_its_card_from_the_new_ones(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        bank = save(store, [text("venue"), text("date")])
        answer(store, "talks/venue")
        assert new_keys(store, bank) == ["talks/date"]
        assert states.stored_states(store) == {row_of(store, "talks/venue"): state()}


def test_an_answer_that_leaves_memory_alone_leaves_the_state(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        bank = save(store, [text("venue")])
        event = review(store, "talks/venue", mode=Mode.CRAM)
        log.add_review(store, event, row_of(store, "talks/venue"), None)
        assert new_keys(store, bank) == ["talks/venue"]
        assert list(log.steps(store)) == []
        assert log.cards_answered(store, TODAY) == frozenset()


def test_a_failure_in_writing_the_state_leaves_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_store: Store, _card_id: int, _state: CardState | None) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with opened(tmp_path / "quiz.db") as store:
        bank = save(store, [text("venue")])
        with monkeypatch.context() as patch:
            patch.setattr(log, "write_state", broken)
            with pytest.raises(NotSaved, match="disk I/O error"):
                answer(store, "talks/venue")
        assert number(store, "reviews") == 0
        assert new_keys(store, bank) == ["talks/venue"]
        answer(store, "talks/venue")
        assert number(store, "reviews") == 1


def test_a_full_disk_is_a_sentence_and_loses_nothing_before(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("venue")])
        first = answer(store, "talks/venue")
        pages = store.db.execute("PRAGMA page_count").fetchone()[0]
        store.db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(NotSaved, match="full"):
            answer(store, "talks/venue", response=Typed("x" * 100_000))
        with pytest.raises(NotSaved, match="full"):
            log.add_undo(store, replace(undo(store, first), session="s" * 100_000))
    with opened(tmp_path / "quiz.db") as store:
        assert log.session_reviews(store, "00000000-s1") == [first]


def test_a_file_that_may_not_be_written_is_a_sentence(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("venue")])
        first = answer(store, "talks/venue")
        store.db.execute("PRAGMA query_only = ON")
        with pytest.raises(NotSaved, match="readonly"):
            answer(store, "talks/venue")
        with pytest.raises(NotSaved, match="readonly"):
            log.add_undo(store, undo(store, first))


def test_ids_rise_with_a_clock_that_runs_back(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("venue")])
        ids = []
        for hours in (5, 4, 9, 0, -100_000):
            event = answer(store, "talks/venue", NOON + hours * LATER)
            back = undo(store, event, NOON - hours * LATER)
            log.add_undo(store, back)
            log.add_renames(store, [("talks/a", "talks/b")], NOON - 3 * hours * LATER)
            renamed = store.db.execute("SELECT max(id) FROM renames").fetchone()[0]
            ids += [event.id, back.id, renamed]
        assert ids == sorted(set(ids))


def test_the_first_id_tells_the_time(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        assert log.next_event_id(store, NOON)[:13] == uuid7(int(NOON.timestamp() * 1000))[:13]


@given(st.datetimes(max_value=datetime(9999, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - strategies want it so
def test_instants_sort_as_text(at: datetime) -> None:
    at = at.replace(microsecond=at.microsecond // 1000 * 1000)
    written = log.utc_text(at)
    assert datetime.fromisoformat(written) == at
    assert written < log.utc_text(at + timedelta(milliseconds=1))


def test_instants_are_written_in_utc() -> None:
    local = datetime(2021, 12, 17, 15, 0, 0, 45_999, tzinfo=timezone(timedelta(hours=5.5)))
    assert log.utc_text(local) == "2021-12-17T09:30:00.045Z"


def test_what_was_taken_back_does_not_count(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("venue"), text("date")])
        first, second = answer(store, "talks/venue"), answer(store, "talks/date", NOON + LATER)
        log.add_undo(store, undo(store, second, NOON + LATER))
        assert log.session_reviews(store, "00000000-s1") == [first]
        assert log.last_review(store) == first
        assert [step.card for step in log.steps(store)] == ["talks/venue"]
        assert log.cards_answered(store, TODAY) == {"talks/venue"}
        assert number(store, "reviews") == 2


def test_an_empty_log_has_no_last_answer(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        assert log.last_review(store) is None
        assert log.cards_answered(store, TODAY) == frozenset()


def test_each_learner_has_answers_apart(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("venue")])
        answer(store, "talks/venue")
    with opened(tmp_path / "quiz.db", learner="Ada") as store:
        assert log.last_review(store) is None
        assert states.stored_states(store) == {}


def test_a_card_without_a_state_is_new_again(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        bank = save(store, [text("venue"), text("date")])
        answer(store, "talks/venue")
        states.write_state(store, row_of(store, "talks/venue"), None)
        assert new_keys(store, bank) == ["talks/venue", "talks/date"]
        assert states.stored_states(store) == {}


def test_states_can_be_written_anew(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        bank = save(store, [text("venue"), text("date"), text("later", draft=True)])
        answer(store, "talks/venue")
        fresh = state(state=State.LEARNING, due_on=TODAY, reviews=4)
        states.rewrite_states(store, {row_of(store, "talks/date"): fresh})
        assert states.stored_states(store) == {row_of(store, "talks/date"): fresh}
        assert new_keys(store, bank) == ["talks/venue"]


def rename(store: Store, old: str, new: str) -> None:
    log.add_renames(store, [(old, new)], NOON)


def test_answers_follow_a_card_through_its_names(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("a"), text("b"), text("c")])
        first = answer(store, "talks/a")
        rename(store, "talks/a", "talks/b")
        answer(store, "talks/b")
        rename(store, "talks/b", "talks/c")
        answer(store, "talks/c")
        assert [step.card for step in log.steps(store)] == ["talks/c"] * 3
        assert [step.card for step in log.steps(store, "talks/c")] == ["talks/c"] * 3
        assert log.present_name(store, first) == "talks/c"
        assert log.cards_answered(store, TODAY) == {"talks/c"}


def test_a_name_given_anew_begins_anew(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("a"), text("b")])
        answer(store, "talks/a")
        rename(store, "talks/a", "talks/b")
        answer(store, "talks/a")
        assert [step.card for step in log.steps(store)] == ["talks/b", "talks/a"]
        assert len(list(log.steps(store, "talks/a"))) == 1
        assert len(list(log.steps(store, "talks/b"))) == 1


def test_a_name_may_come_back(tmp_path: Path) -> None:
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("a"), text("b")])
        answer(store, "talks/a")
        rename(store, "talks/a", "talks/b")
        answer(store, "talks/b")
        rename(store, "talks/b", "talks/a")
        answer(store, "talks/a")
        assert [step.card for step in log.steps(store, "talks/a")] == ["talks/a"] * 3
        assert list(log.steps(store, "talks/b")) == []


def test_first_answers_of_a_day_are_those_of_cards_never_answered_before(tmp_path: Path) -> None:
    tomorrow = NOON + timedelta(days=1)
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("a"), text("b"), text("c")])
        answer(store, "talks/a")
        answer(store, "talks/a")
        assert log.first_answered(store, TODAY) == 1
        answer(store, "talks/a", tomorrow)
        answer(store, "talks/b", tomorrow)
        answer(store, "talks/b", tomorrow)
        log.add_undo(store, undo(store, answer(store, "talks/c", tomorrow)))
        assert log.first_answered(store, tomorrow.date()) == 1
        assert log.first_answered(store, date(2022, 2, 1)) == 0


def test_a_card_under_another_name_is_not_answered_for_the_first_time(tmp_path: Path) -> None:
    tomorrow = NOON + timedelta(days=1)
    with opened(tmp_path / "quiz.db") as store:
        save(store, [text("a"), text("b"), text("c"), text("d")])
        answer(store, "talks/a")
        rename(store, "talks/a", "talks/b")
        answer(store, "talks/b", tomorrow)
        answer(store, "talks/c", tomorrow)
        rename(store, "talks/c", "talks/d")
        answer(store, "talks/d", tomorrow)
        assert log.cards_answered(store, tomorrow.date()) == {"talks/b", "talks/d"}
        assert log.first_answered(store, tomorrow.date()) == 1


def test_parameter_sets_come_back_exactly(tmp_path: Path) -> None:
    weights = (0.1 + 0.2, 1e-17, 3.0)
    with opened(tmp_path / "quiz.db") as store:
        log.save_parameters(store, "mine", "fsrs", weights)
        log.save_parameters(store, "mine", "fsrs", (1.0,))
        assert log.parameter_sets(store)["mine"] == weights


def test_a_day_and_a_sitting_are_found_by_the_order_of_ids(tmp_path: Path) -> None:
    statements: list[str] = []
    with opened(tmp_path / "quiz.db") as store:
        store.db.conn.set_trace_callback(statements.append)
        log.cards_answered(store, TODAY)
        log.session_reviews(store, "00000000-s1")
        figures.day_totals(store, TODAY)
        store.db.conn.set_trace_callback(None)
        asked = [statement for statement in statements if "reviews_kept" in statement]
        plans = [row[3] for text in asked for row in store.db.execute(f"EXPLAIN QUERY PLAN {text}")]
    assert len(asked) == 3
    assert plans.count("SEARCH reviews USING PRIMARY KEY (id>?)") == 3
    assert not [plan for plan in plans if plan.startswith("SCAN reviews")]


def test_siblings_are_found_without_going_through_all_states(tmp_path: Path) -> None:
    statements: list[str] = []
    with opened(tmp_path / "quiz.db") as store:
        store.db.conn.set_trace_callback(statements.append)
        states.sibling_days(store, 1)
        store.db.conn.set_trace_callback(None)
        plans = [row[3] for text in statements for row in store.db.execute(f"EXPLAIN QUERY PLAN {text}")]
    assert plans.count("SEARCH card_states USING PRIMARY KEY (learner=? AND card_id=?)") == 2
    assert "SEARCH other USING COVERING INDEX questions_by_group (bank_id=? AND sibling_group=?)" in plans
    assert not [plan for plan in plans if plan.startswith("SCAN")]
