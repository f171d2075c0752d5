"""What is said of cards beside answering them: set aside, for how long, flagged, and what follows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import NOON, TODAY, opened, review, save, state, text

from quiz.errors import DatabaseUnreadable
from quiz.question import ClozeQuestion, Hole, Location
from quiz.review import Mark, Sign, State
from quiz.store import Scope, candidates, catalogue, figures, log, marks
from quiz.store.cards import cards_at
from quiz.store.marks import FOR_GOOD, in_force

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.store import Store

DAY = timedelta(days=1)
SUSPENDED, BURIED, FLAGGED = Sign.SUSPENDED, Sign.BURIED, Sign.FLAGGED


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        save(found, [text("a"), text("b"), text("c")])
        yield found


def say(store: Store, sign: Sign, name: str = "a", note: str = "") -> Mark:
    """Let the learner say something of a card; a buried one is asked again on the next day."""
    key = f"talks/{name}"
    mark = Mark(
        id=log.next_event_id(store, NOON),
        device=store.device,
        learner=store.learner,
        card=key,
        sign=sign,
        note=note,
        until=TODAY + DAY if sign is BURIED else None,
        marked_at=NOON,
        utc_offset_minutes=60,
        study_day=TODAY,
        session="",
    )
    marks.add(store, mark, catalogue.card_row_id(store, key))
    return mark


def aside(store: Store) -> dict[str, date]:
    return {catalogue.card_key_of(store, row.card_id)[6:]: row.until for row in marks.aside(store)}


def test_a_card_is_set_aside_until_the_opposite_is_said(store: Store) -> None:
    say(store, SUSPENDED)
    say(store, BURIED, "b")
    assert aside(store) == {"a": FOR_GOOD, "b": TODAY + DAY}
    say(store, BURIED)
    say(store, Sign.UNBURIED, "b")
    assert aside(store) == {"a": TODAY + DAY}
    assert marks.latest(store) == {"talks/a": TODAY + DAY, "talks/b": None}
    say(store, Sign.UNSUSPENDED)
    assert aside(store) == {}


def test_a_flag_sets_nothing_aside(store: Store) -> None:
    say(store, FLAGGED)
    say(store, Sign.UNFLAGGED)
    assert aside(store) == {}
    assert marks.latest(store) == {}


def test_no_note_of_a_flagged_card_is_lost(store: Store) -> None:
    say(store, FLAGGED, note="typo")
    say(store, FLAGGED, "b", note="unclear")
    say(store, FLAGGED, note="and the source is wrong")
    found = marks.flags(store)
    assert {card: [mark.note for mark in flags] for card, flags in found.items()} == {
        "talks/a": ["typo", "and the source is wrong"],
        "talks/b": ["unclear"],
    }
    say(store, Sign.UNFLAGGED)
    assert list(marks.flags(store)) == ["talks/b"]
    say(store, FLAGGED, note="again")
    assert [mark.note for mark in marks.flags(store)["talks/a"]] == ["again"]


def test_a_mark_is_read_as_it_was_written(store: Store) -> None:
    mark = say(store, FLAGGED, note="\x1b[31m\u202e\0 é 🦆")
    assert marks.flags(store)["talks/a"] == (mark,)
    say(store, BURIED)
    assert marks.of_session(store, "") != []


@pytest.mark.parametrize("days", [-400, -2, -1, 1, 2, 400])
def test_a_burial_holds_on_its_own_study_day_alone(store: Store, days: int) -> None:
    say(store, BURIED)
    say(store, SUSPENDED, "b")
    marks.release(store, TODAY)
    assert aside(store) == {"a": TODAY + DAY, "b": FOR_GOOD}
    marks.release(store, TODAY + days * DAY)
    assert aside(store) == {"b": FOR_GOOD}
    marks.release(store, TODAY)
    assert aside(store) == {"a": TODAY + DAY, "b": FOR_GOOD}


def test_what_was_taken_back_does_not_return_with_the_day(store: Store) -> None:
    say(store, BURIED)
    say(store, BURIED, "b")
    say(store, BURIED, "c")
    marks.release(store, TODAY + DAY)
    say(store, Sign.UNBURIED)
    say(store, SUSPENDED, "b")
    marks.release(store, TODAY)
    assert aside(store) == {"b": FOR_GOOD, "c": TODAY + DAY}


def test_a_burial_of_a_card_that_is_nowhere_harms_nothing(store: Store) -> None:
    say(store, BURIED, "nowhere")
    marks.release(store, TODAY)
    assert aside(store) == {}


@given(st.dates(date(1971, 1, 1), date(9000, 1, 1)), st.integers(-3, 3))
def test_in_force_are_suspensions_and_the_burials_of_the_day(today: date, days: int) -> None:
    assert in_force(FOR_GOOD, today)
    assert in_force(today + days * DAY, today) == (days == 1)


def test_learners_are_kept_apart(store: Store, tmp_path: Path) -> None:
    say(store, BURIED)
    say(store, FLAGGED, "b")
    with opened(tmp_path / "quiz.db", learner="Ada") as other:
        assert marks.aside(other) == []
        assert marks.flags(other) == {}
        say(other, SUSPENDED)
        marks.release(other, TODAY + DAY)
        marks.rewrite_aside(other, [])
        assert marks.aside(other) == []
    assert aside(store) == {"a": TODAY + DAY}


def test_marks_go_with_a_card_that_has_another_name(store: Store) -> None:
    say(store, FLAGGED)
    say(store, BURIED)
    log.add_renames(store, [("talks/a", "talks/z")], NOON)
    say(store, FLAGGED, note="of another card that has the name now")
    assert list(marks.flags(store)) == ["talks/z", "talks/a"]
    assert marks.latest(store) == {"talks/z": TODAY + DAY}


def test_cards_set_aside_are_neither_new_nor_due(store: Store) -> None:
    talks = catalogue.bank_by_key(store, "talks")
    assert talks is not None
    for name in ("a", "b"):
        row = catalogue.card_row_id(store, f"talks/{name}")
        assert row is not None
        log.add_review(store, review(store, f"talks/{name}"), row, state(state=State.LEARNING, due_on=TODAY))
    scope = Scope((talks.id,))
    assert figures.bank_rows(store, scope, TODAY)[0][2:] == (3, 1, 2, 0, 2)
    say(store, SUSPENDED)
    say(store, BURIED, "c")
    assert figures.bank_rows(store, scope, TODAY)[0][2:] == (3, 0, 2, 0, 1)
    assert candidates.new_count(store, scope) == 0


def test_cards_are_listed_with_the_day_on_which_they_are_asked(store: Store) -> None:
    talks = catalogue.bank_by_key(store, "talks")
    assert talks is not None
    for name in ("a", "b"):
        row = catalogue.card_row_id(store, f"talks/{name}")
        assert row is not None
        log.add_review(store, review(store, f"talks/{name}"), row, state(due_on=TODAY))
    say(store, SUSPENDED)
    say(store, BURIED, "b")
    say(store, BURIED, "c")
    tomorrow = (TODAY + DAY).isoformat()
    rows = catalogue.cards_in_order(store, [talks.id])
    assert [(row["question"], row["state"], row["aside"], row["due_on"]) for row in rows] == [
        ("a", "review", "9999-12-31", None),
        ("b", "review", tomorrow, tomorrow),
        ("c", None, tomorrow, None),
    ]


def test_a_card_is_found_wherever_it_stands(store: Store) -> None:
    gap = ClozeQuestion(
        id="gap", ask="One two.", location=Location("", 1, 1), pieces=(Hole(("One",), None), " two.")
    )
    bank = save(store, [gap, text("d", tags=("water",))], key="more")
    row = catalogue.card_row_id(store, "more/gap#1")
    tagged = catalogue.card_row_id(store, "more/d")
    assert row is not None
    assert tagged is not None
    at = cards_at(store, [tagged, row, 999])
    assert (at[row].card.key, at[row].prompt, at[row].gone) == ("more/gap#1", "_____ two.", False)
    assert 999 not in at
    assert at[row].is_in([bank], (), ())
    assert not at[row].is_in([], (), ())
    assert not at[row].is_in([bank], ("water",), ())
    assert at[row].is_in([bank], ("water",), [bank])
    assert at[tagged].is_in([bank], ("water", "fire"), ())
    save(store, [], key="more")
    assert all(one.gone for one in cards_at(store, [row, tagged]).values())
    store.db.execute("UPDATE cards SET part = 'was-x' WHERE id = ?", [row])
    assert cards_at(store, [row])[row].prompt == "One two."


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE aside SET until = 'never'",
        "UPDATE marks SET sign = 'lost'",
        "UPDATE marks SET until = 'x'",
        "UPDATE marks SET marked_at = ''",
    ],
)
def test_damage_is_told(store: Store, tmp_path: Path, damage: str) -> None:
    say(store, BURIED)
    with closing(sqlite3.connect(tmp_path / "quiz.db", isolation_level=None)) as connection:
        connection.execute(damage)
    with pytest.raises(DatabaseUnreadable, match="makes no sense"):
        read_all(tmp_path / "quiz.db")


def read_all(path: Path) -> None:
    with opened(path) as again:
        marks.aside(again)
        marks.of_session(again, "")
