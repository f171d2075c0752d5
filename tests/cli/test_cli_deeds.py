"""What can be done in the middle of a sitting beside answering."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from samples_of_kinds import bank

from quiz.cli.sitting import (
    GONE,
    NOTHING_ANSWERED,
    NOTHING_TO_OVERRULE,
    NOTHING_TO_UNDO,
    TAKEN_BACK,
    TAKEN_BACK_ELSEWHERE,
    Host,
)
from quiz.ui.plain import Plain

if TYPE_CHECKING:
    from door import Done, House

KEPT = "SELECT verdict, rating, graded FROM reviews_kept ORDER BY id"
MARKS = "SELECT sign, note, card FROM marks ORDER BY id"
TURNED = """\
import pathlib, sys
path = pathlib.Path(sys.argv[-1])
path.write_text(path.read_text(encoding="utf-8").replace({old!r}, {new!r}), encoding="utf-8")
"""


def editor(house: House, old: str, new: str) -> str:
    """Return an EDITOR that replaces one text by another in what it opens."""
    script = house.home / "editor.py"
    script.write_text(TURNED.format(old=old, new=new), encoding="utf-8")
    return f"'{sys.executable}' '{script}'"


def questions(done: Done) -> list[str]:
    """Return what was asked, in order."""
    return [said.partition(": ")[2] for said in done.said("question")]


def notes(done: Done) -> list[str]:
    """Return the sentences that were said, but for the one at the end of a sitting without answers."""
    return [said for said in done.said("note") if said != NOTHING_ANSWERED]


RIVER, LAKE = "Which river flows through Vienna?", "Which city lies on the lake?"


@pytest.mark.parametrize(
    ("stdin", "kept"),
    [
        ("Rhine\n\n", [("wrong", 1, None)]),
        ("Rhine\n:overrule\n\n", [("right", 3, "wrong")]),
        ("Rhine\n:overrule\n4\n", [("right", 4, "wrong")]),
        ("Rhine\n:overrule\n:overrule\n\n", [("wrong", 1, None)]),
        ("Rhine\n:overrule\n:overrule\n:overrule\n\n", [("right", 3, "wrong")]),
        ("Danube\n:overrule\n\n", [("wrong", 1, "right")]),
        (":hint\nRhine\n:overrule\n\n", [("right", 2, "wrong")]),
        ("Danbue\ny\n:overrule\n\n", [("wrong", 1, None)]),
        ("Danbue\nn\n:overrule\n\n", [("near", 2, None)]),
        ("Danbue\nn\n:overrule\n:overrule\n\n", [("wrong", 1, None)]),
        ("Rhine\n:overrule\n:quit\n", [("right", 3, "wrong")]),
        ("Rhine\n:overrule\n", [("right", 3, "wrong")]),
    ],
)
def test_the_verdict_turns_and_turns_back_and_the_rating_follows(
    house: House, stdin: str, kept: list[tuple[object, ...]]
) -> None:
    done = house.attend("--kind", "text", stdin=stdin)
    assert (done.code, done.err) == (0, "")
    assert house.query(KEPT) == kept
    house.check()


def test_an_overruled_partly_right_answer_is_right_and_then_partly_right_again(house: House) -> None:
    turned = house.attend("--kind", "several", "--seed", "1", stdin="1 2 3 4\n:overrule\n\n\n")
    graded = house.query(KEPT)[0]
    assert graded[0] == "right"
    assert graded[2] in ("partly", "wrong")
    assert len(turned.said("right")) == 1
    again = {"QUIZ_DB": str(house.home / "other.db")}
    back = house.attend(
        "--kind", "several", "--seed", "1", stdin="1 2 3 4\n:overrule\n:overrule\n\n", **again
    )
    assert len(back.said(str(graded[2]))) == 2


def test_the_last_verdict_is_overruled_while_the_next_question_stands(house: House) -> None:
    done = house.call("start", stdin="Rhine\n:overrule\n:overrule\n:overrule\n")
    assert done.said("note") == [
        "The last answer counts as right now, and as good.",
        "The last answer counts as wrong now, and as again.",
        "The last answer counts as right now, and as good.",
    ]
    assert house.query(KEPT) == [("right", 3, "wrong")]
    assert questions(done)[1:] == [LAKE] * 4
    house.check()


@pytest.mark.parametrize("before", ["", "Rhine\n:undo\n", "Rhine\n:suspend\n", "Rhine\n:bury\n"])
def test_where_the_last_deed_was_no_answer_nothing_is_overruled(house: House, before: str) -> None:
    done = house.call("start", stdin=f"{before}:overrule\n")
    assert notes(done)[-1] == NOTHING_TO_OVERRULE
    assert house.verdicts() == (["wrong"] if "Rhine" in before and "undo" not in before else [])
    house.check()


def test_several_steps_are_taken_back_and_no_more(house: House) -> None:
    done = house.call("start", "--seed", "1", stdin="Rhine\n:bury\ntrue\n:undo\n:undo\n:undo\n:undo\n")
    assert notes(done)[1:] == [TAKEN_BACK] * 3 + [NOTHING_TO_UNDO]
    assert [asked.split(" in")[0] for asked in questions(done)] == [
        *(RIVER, LAKE, "The lake lies", questions(done)[3]),
        *("The lake lies", LAKE, RIVER, RIVER),
    ]
    assert house.verdicts() == []
    assert house.query("SELECT * FROM aside") == []
    assert house.query("SELECT count(*) FROM reviews") == [(2,)]
    house.check()


def test_the_score_page_takes_back_as_well(house: House) -> None:
    done = house.attend(
        "--kind",
        "text",
        "--kind",
        "choice",
        stdin="Danube\n\nOslo\n\nOslo\n:overrule\n\n:undo\n:undo\n:undo\n",
    )
    assert notes(done) == [TAKEN_BACK] * 3
    assert questions(done)[-2:] == [LAKE, RIVER]
    assert house.verdicts() == []


def test_what_was_set_aside_after_its_answer_is_taken_back_in_two_steps(house: House) -> None:
    done = house.attend(stdin="Danube\n:suspend\n:undo\n:undo\n")
    assert notes(done)[1:] == [TAKEN_BACK_ELSEWHERE, TAKEN_BACK]
    assert house.query("SELECT * FROM aside") == []
    assert house.verdicts() == []
    assert questions(done) == [RIVER, LAKE, LAKE, RIVER]


def test_a_flag_keeps_its_note_and_the_question_stands(house: House) -> None:
    done = house.attend(
        stdin=":flag the quote is too long\nDanube\n:flag\nand so is the answer\n\n:flag\n\n:quit\n"
    )
    assert [row[:2] for row in house.query(MARKS)] == [
        ("flagged", "the quote is too long"),
        ("flagged", "and so is the answer"),
        ("flagged", ""),
    ]
    assert questions(done)[:3] == [RIVER, RIVER, LAKE]
    assert done.said("note")[0] == "Flagged; `quiz flags` lists what is flagged."
    assert house.verdicts() == ["right"]


def test_a_note_that_is_thought_better_of_flags_nothing(house: House) -> None:
    with mock.patch.object(Plain, "note", return_value=None):
        done = house.attend(stdin=":flag\nDanube\n\n")
    assert done.said("note") == ["Not flagged."]
    assert house.query(MARKS) == []
    assert house.verdicts() == ["right"]


def test_a_suspended_card_is_never_asked_until_undo_brings_it_back(house: House) -> None:
    done = house.attend("--kind", "text", "--kind", "choice", stdin=":suspend\n:quit\n")
    assert questions(done) == [RIVER, LAKE]
    assert questions(house.call("start", "--kind", "text", "--fresh")) == []
    assert questions(house.call("start", "--kind", "text", "--cram")) == []
    assert questions(house.call("start", "--kind", "text", QUIZ_NOW="2027-03-02T12:00:00+00:00")) == []
    other = {"QUIZ_DB": str(house.home / "other.db")}
    back = house.attend("--kind", "text", "--kind", "choice", stdin=":suspend\n:undo\n", **other)
    assert questions(back) == [RIVER, LAKE, RIVER]
    assert questions(house.call("start", "--kind", "text", **other)) == [RIVER]


def test_a_buried_card_comes_tomorrow(house: House) -> None:
    done = house.attend("--kind", "text", stdin="Rhine\n:bury\n")
    assert questions(done) == [RIVER]
    assert done.said("score") == ["0 of 1 point, 0 %"]
    assert questions(house.call("start", "--kind", "text")) == []
    tomorrow = house.call("start", "--kind", "text", QUIZ_NOW="2026-03-03T12:00:00+00:00")
    assert questions(tomorrow) == [RIVER]


def test_an_edited_question_is_asked_as_it_is_now(house: House) -> None:
    wish = editor(house, RIVER, "Which river flows through Budapest?")
    done = house.attend("--kind", "text", stdin=":edit\nDanube\n\n\n", EDITOR=wish)
    assert questions(done) == [RIVER, "Which river flows through Budapest?"]
    assert house.verdicts() == ["right"]
    house.check()


def test_an_answer_that_was_added_counts_at_once(house: House) -> None:
    wish = editor(house, "accept: [Donau]", "accept: [Donau, Ister]")
    done = house.attend("--kind", "text", stdin="Ister\n:edit\nIster\n\n\n", EDITOR=wish)
    assert [word for word in ("right", "wrong") if done.said(word)] == ["right", "wrong"]
    assert house.verdicts() == ["wrong", "right"]
    house.check()


def test_a_bank_that_was_broken_is_told_and_the_sitting_goes_on(house: House) -> None:
    wish = editor(house, "    answer: Danube\n", "    answr: Danube\n")
    done = house.attend("--kind", "text", "--kind", "choice", stdin=":edit\n:quit\n", EDITOR=wish)
    assert done.code == 0
    assert any("bank.yaml" in said for said in done.said("note"))
    assert len(done.said("note")) <= 8
    house.check()


def test_a_question_deleted_in_the_editor_is_not_asked(house: House) -> None:
    text = bank("text").partition("questions:\n")[2]
    wish = editor(house, text, "")
    done = house.attend(
        "--kind", "text", "--kind", "choice", stdin="Rhine\n:edit\nOslo\n:undo\n:undo\n", EDITOR=wish
    )
    assert questions(done)[:2] == [RIVER, LAKE]
    assert RIVER not in questions(done)[1:]
    assert done.code == 0
    house.check()


def test_a_file_deleted_in_the_editor_ends_the_sitting_in_order(house: House) -> None:
    script = house.home / "editor.py"
    script.write_text("import os, sys\nos.remove(sys.argv[-1])\n", encoding="utf-8")
    done = house.attend(stdin="Danube\n\n:edit\n\n", EDITOR=f"'{sys.executable}' '{script}'")
    assert done.code == 0, done.err
    assert done.said("score") == ["1 of 1 point, 100 %"]


@pytest.mark.parametrize(
    ("wish", "said"), [("false", "ended with exit code 1"), ("/no/such/editor", "cannot be started")]
)
def test_an_editor_that_fails_is_told_and_the_question_stands(house: House, wish: str, said: str) -> None:
    done = house.attend("--kind", "text", stdin=":edit\nDanube\n\n\n", EDITOR=wish)
    assert said in done.said("note")[0]
    assert questions(done) == [RIVER, RIVER]
    assert house.verdicts() == ["right"]


def test_a_pause_stands_still_and_keeps_hints_and_options(house: House) -> None:
    done = house.attend("--kind", "choice", "--seed", "3", stdin=":hint\n:pause\n\nGeneva\n\n\n")
    options = done.said("option")
    assert options[:3] == options[3:]
    assert house.query("SELECT hints, rating FROM reviews") == [(1, 2)]


@pytest.mark.parametrize(("said", "stored"), [("1", 3), ("", 2), ("3", 1)])
def test_confidence_is_kept_and_never_changes_the_mark(house: House, said: str, stored: int) -> None:
    done = house.attend("--kind", "text", "--confidence", stdin=f"Danube\n{said}\n\n\n")
    assert done.said("answer")[1].startswith("how sure are you?")
    assert house.query("SELECT verdict, score, confidence FROM reviews") == [("right", 1.0, stored)]


def test_confidence_is_not_asked_of_recall_nor_unless_it_is_wished_for(house: House) -> None:
    recall = house.attend("--kind", "recall", "--confidence", stdin="\n3\n\n\n")
    assert not any("how sure" in said for said in recall.said("answer"))
    plain = house.attend("--kind", "text", stdin="Danube\n\n\n")
    assert not any("how sure" in said for said in plain.said("answer"))


def test_leaving_at_the_confidence_keeps_the_answer(house: House) -> None:
    house.attend("--kind", "text", "--confidence", stdin="Danbue\n:quit\n")
    assert house.query("SELECT verdict, confidence FROM reviews") == [("wrong", None)]


def test_what_is_no_number_is_asked_for_once_more_with_its_hint_counted(house: House) -> None:
    house.bank(bank("number").replace("    unit: planets\n", "    unit: planets\n    hint: Few.\n"))
    done = house.attend("--kind", "number", stdin=":hint\nmany\nnine\n\n\n")
    assert "Once more; an empty line says: I do not know." in done.said("note")[0]
    assert house.query("SELECT verdict, hints FROM reviews") == [("right", 1)]


def test_an_answer_whose_question_is_gone_meanwhile_is_not_written_to_another(
    empty: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program loads the bank without the question, between its answer and the overruling."""
    head = "quiz: 1\ntitle: Two\nquestions:\n"
    entries = [
        f"  - {{id: {name}, ask: {ask}, answer: Danube}}\n" for name, ask in (("a", "A?"), ("b", "B?"))
    ]
    path = empty.bank(head + "".join(entries))
    overrule = Host._overrule_last

    def late(host: Host) -> None:
        path.write_text(head + entries[1], encoding="utf-8")
        host._deeds._reload()
        overrule(host)

    monkeypatch.setattr(Host, "_overrule_last", late)
    done = empty.attend(stdin="Rhine\n\n:overrule\nDanube\n\n\n")
    assert done.code == 0
    assert GONE in notes(done)
    assert empty.query("SELECT card, verdict FROM reviews_kept") == [(f"{path.stem}/b", "right")]
