"""What loading will do to histories is told before, and what it did after; a check of it touches nothing."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank

from quiz import settings
from quiz.cli.history import Note, history_notes, sentence
from quiz.store import opening
from quiz.study.history import Effect, Told

if TYPE_CHECKING:
    from door import House

    from quiz.settings import Settings

DANUBE = "Danube\n"
TODAY = "2026-03-02"


@pytest.fixture
def learnt(house: House) -> House:
    """A house in which the river and the venue were asked."""
    house.bank(bank("text", "choice"))
    house.call("start", "--seed", "0", stdin=f"{DANUBE}1\n")
    return house


def read(house: House, **more: str) -> Settings:
    environ = {"QUIZ_DB": str(house.db), "QUIZ_NOW": f"{TODAY}T12:00:00+00:00", **more}
    return settings.resolve({}, environ, house.home / "config.toml", data=house.home / "data")


def notes(house: House, *paths: str, **more: str) -> list[Note]:
    with contextlib.chdir(house.home):
        return history_notes(read(house, **more), [Path(path) for path in paths])


def edit(house: House, *pairs: tuple[str, str]) -> None:
    text = bank("text", "choice")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    house.bank(text)


FILE = "questions/bank.yaml"


def test_nothing_is_told_without_a_database_and_none_is_made(house: House) -> None:
    assert notes(house, "questions") == []
    assert not house.db.exists()


def test_nothing_is_told_when_nothing_changed(learnt: House) -> None:
    assert notes(learnt, "questions") == []
    assert notes(learnt) == []


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        (
            [("Which river flows", "Which river, flows")],
            [(5, 5, "`bank/river` asks what it asked: its history of 1 answer is kept", "history-kept")],
        ),
        (
            [("Which river flows", "Name the river that flows")],
            [
                (
                    5,
                    5,
                    "`bank/river` is reworded, its answer is the same: its history of 1 answer is kept",
                    "history-kept",
                )
            ],
        ),
        (
            [("answer: Geneva", "answer: Bern")],
            [
                (
                    12,
                    5,
                    f"`bank/venue` changed: asked again on {TODAY}; the log of 1 answer is kept",
                    "history-asked-again",
                )
            ],
        ),
        (
            [("id: river", "id: stream")],
            [
                (
                    5,
                    5,
                    "`bank/stream` was `bank/river`: its history of 1 answer goes with it",
                    "history-renamed",
                )
            ],
        ),
        (
            [("answer: Geneva", "anwser: Geneva")],
            [
                (
                    12,
                    5,
                    (
                        "`bank/venue` has a fault: it is not asked until that is mended; "
                        "the log of 1 answer is kept"
                    ),
                    "history-archived",
                )
            ],
        ),
        (
            [("answer: Geneva", "answer: Geneva\n    draft: true")],
            [
                (
                    12,
                    5,
                    "`bank/venue` is a draft: it is not asked; the log of 1 answer is kept",
                    "history-archived",
                )
            ],
        ),
    ],
)
def test_what_an_edit_will_do_is_told_at_its_place(
    learnt: House, pairs: list[tuple[str, str]], told: list[tuple[int, int, str, str]]
) -> None:
    before = learnt.db.read_bytes()
    edit(learnt, *pairs)
    assert [one[:5] for one in notes(learnt, "questions")] == [(FILE, *one) for one in told]
    assert learnt.db.read_bytes() == before


def test_a_question_that_comes_back_is_told_with_its_day(learnt: House) -> None:
    learnt.bank(bank("text"))
    learnt.call("load")
    edit(learnt)
    (note,) = notes(learnt, "questions")
    assert note.code == "history-returned"
    assert note.message.startswith("`bank/venue` is back: its history of 1 answer goes on, due on 2026-03-")


@pytest.mark.parametrize(
    ("parts", "named"),
    [("123", "`bank/gap#1`, `bank/gap#2`, `bank/gap#3`"), ("1234", "`bank/gap` (4 cards)")],
)
def test_many_cards_of_one_question_are_counted(parts: str, named: str) -> None:
    cards = tuple(f"bank/gap#{part}" for part in parts)
    told = Told(
        Effect.ASKED_AGAIN,
        "bank/gap",
        "bank/gap",
        cards,
        9,
        date(2026, 3, 2),
        reworded=False,
        draft=False,
        path="",
        line=4,
    )
    assert sentence(told) == f"{named} changed: asked again on {TODAY}; the log of 9 answers is kept"


def test_an_answer_that_is_put_back_is_no_change_of_answer(learnt: House) -> None:
    edit(learnt, ("answer: Geneva", "answer: Bern"))
    learnt.call("load")
    edit(learnt)
    told = [note.message for note in notes(learnt) if "venue" in note.message]
    assert told == ["`bank/venue` reads as it did when it was answered last: its history of 1 answer is kept"]


def test_paths_are_told_as_they_were_given(learnt: House) -> None:
    edit(learnt, ("answer: Geneva", "answer: Bern"))
    assert [note.path for note in notes(learnt)] == [str(learnt.home / FILE)]
    assert [note.path for note in notes(learnt, FILE)] == [FILE]
    assert [note.path for note in notes(learnt, f"./questions/../{FILE}")] == [f"questions/../{FILE}"]
    assert [note.path for note in notes(learnt, str(learnt.home))] == [str(learnt.home / FILE)]
    assert notes(learnt, "elsewhere") == []


def test_a_bank_that_is_loaded_from_elsewhere_is_told_as_well(learnt: House) -> None:
    other = learnt.bank(bank("number"), "other/more.yaml")
    learnt.call("start", "--banks", "other", stdin="9\n")
    other.write_text(bank("number").replace("number: 9", "number: 8"), encoding="utf-8")
    assert [note.code for note in notes(learnt, "other")] == ["history-asked-again"]
    assert notes(learnt, "questions") == []
    (learnt.home / FILE).unlink()
    assert [note.code for note in notes(learnt, "other")] == ["history-asked-again"]


def test_a_bank_on_the_other_side_of_a_link_is_told(learnt: House) -> None:
    edit(learnt, ("answer: Geneva", "answer: Bern"))
    (learnt.home / "link").symlink_to(learnt.home / "questions")
    assert [note.path for note in notes(learnt, "link")] == ["link/bank.yaml"]
    (learnt.home / FILE).rename(learnt.home / "bank.yaml")
    (learnt.home / FILE).symlink_to(learnt.home / "bank.yaml")
    assert [note.path for note in notes(learnt, "questions")] == [FILE]


def test_a_line_that_cannot_be_seen_is_told_at_its_beginning(learnt: House) -> None:
    learnt.bank(bank("text", "choice").replace("  - id: river", "  -\n    id: stream"))
    (note,) = notes(learnt, "questions")
    assert (note.line, note.column) == (6, 5)


def test_a_database_that_cannot_be_read_gives_one_note(learnt: House) -> None:
    edit(learnt, ("answer: Geneva", "answer: Bern"))
    learnt.db.write_text("Dear diary, " * 99, encoding="utf-8")
    (note,) = notes(learnt, "questions")
    assert (note.path, note.line, note.column, note.code) == (str(learnt.db), 1, 1, "history-unknown")
    assert note.message.startswith("what loading will do to histories cannot be told: ")
    assert not note.message.endswith(".")


def test_a_database_in_use_gives_one_note(learnt: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    edit(learnt, ("answer: Geneva", "answer: Bern"))
    with contextlib.closing(sqlite3.connect(learnt.db, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        (note,) = notes(learnt, "questions")
    assert "in use by another sitting or program" in note.message


def test_a_folder_that_is_gone_gives_one_note(learnt: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError(2, os.strerror(2))

    monkeypatch.setattr("quiz.cli.history.Path.cwd", gone)
    (note,) = history_notes(read(learnt), [])
    assert note.code == "history-unknown"


def test_a_bank_whose_file_is_gone_is_told_at_its_beginning(learnt: House) -> None:
    learnt.bank(bank("number"), "questions/more.yaml")
    (learnt.home / FILE).unlink()
    found = notes(learnt, "questions")
    assert [(note.path, note.line, note.column, note.code) for note in found] == [
        (FILE, 1, 1, "history-archived")
    ] * 2


def test_a_path_is_told_where_no_bank_is_found_otherwise(learnt: House) -> None:
    edit(learnt, ("answer: Geneva", "answer: Bern"))
    assert [note.code for note in notes(learnt, FILE, QUIZ_BANKS="nowhere")] == ["history-asked-again"]


# -- what `quiz load` says -----------------------------------------------------------------


def said(house: House) -> list[str]:
    return house.call("load").out.splitlines()[1:]


def test_loading_says_what_it_did_to_histories(learnt: House) -> None:
    edit(learnt, ("answer: Geneva", "answer: Bern"), ("Which river flows", "Name the river that flows"))
    assert said(learnt) == [
        "1 question changed, asked again soon: bank/venue",
        "1 question reworded, history kept: bank/river",
    ]
    edit(learnt, ("answer: Geneva", "answer: Bern"), ("Which river flows", "Name the river, that flows"))
    assert said(learnt) == ["1 question corrected, history kept: bank/river"]
    edit(learnt, ("answer: Geneva", "answer: Bern"), ("hint: It is long.", "draft: true"))
    assert said(learnt)[-1] == "1 question kept back as drafts: bank/river"
    learnt.check()


def test_what_was_changed_is_asked_the_same_day_and_stays_in_the_log(learnt: House) -> None:
    assert "bank/river [text, review, due 2026-03-04]" in learnt.call("list", "bank").out
    edit(learnt, ("answer: Danube", "answer: Rhine"), ("accept: [Donau]", "accept: [Rhein]"))
    learnt.call("load")
    assert "bank/river [text, review, due 2026-03-02]" in learnt.call("list", "bank").out
    learnt.call("start", "--kind", "text", stdin="Rhine\n", QUIZ_NOW="2026-03-03T12:00:00+00:00")
    assert learnt.query("SELECT count(*) FROM reviews") == [(3,)]
    assert learnt.query("SELECT due_on > '2026-03-03' FROM card_states WHERE reviews = 2") == [(1,)]
    learnt.check()


def test_an_edit_after_midnight_belongs_to_the_day_before(learnt: House) -> None:
    edit(learnt, ("answer: Danube", "answer: Rhine"), ("accept: [Donau]", "accept: [Rhein]"))
    learnt.call("load", QUIZ_NOW="2026-03-04T03:00:00+00:00")
    assert learnt.query("SELECT study_day FROM edits") == [("2026-03-03",)]
