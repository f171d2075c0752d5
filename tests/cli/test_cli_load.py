"""What ``quiz load`` says of questions that are in use no more, and where nothing changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from robot import Robot, cards_below
from samples_of_kinds import bank

if TYPE_CHECKING:
    from door import House

FILE = "questions/bank.yaml"
CUT = bank("text", "choice", "number").replace("ask: Which city", 'ask: "Which city')
BEHIND = (
    "nothing is read behind the fault of line 13: `bank/venue`, `bank/planets` are not asked until "
    "it is mended; the log of 2 answers is kept"
)
UNREAD = (
    "2 questions not read because of a fault above, not asked until that is mended: bank/planets, bank/venue"
)


@pytest.fixture
def learnt(house: House) -> House:
    """A house in which three questions were asked."""
    house.bank(bank("text", "choice", "number"))
    house.call("start", "--seed", "0", stdin="Danube\n1\n9\n")
    assert house.query("SELECT count(*) FROM reviews") == [(3,)]
    return house


def said(house: House) -> list[str]:
    return house.call("load").out.splitlines()[1:]


def told(house: House) -> list[tuple[str, int, int, str, str]]:
    """Return what a check says of histories."""
    found = json.loads(house.call("check", "--select", "history", "--format", "json").out)["findings"]
    return [
        (one["code"], one["line"], one["column"], one["message"], one["cure"])
        for one in found
        if one["family"] == "history"
    ]


def test_beside_a_fault_it_does_not_say_that_nothing_changed(house: House) -> None:
    assert house.call("load").code == 0
    assert said(house) == ["Nothing changed."]
    house.bank(bank() + "  - ask: What?\n")
    done = house.call("load")
    assert done.code == 1
    assert done.out.splitlines()[1:] == ["Apart from what has faults, nothing changed."]
    assert said(house) == ["Apart from what has faults, nothing changed."]
    assert done.err.endswith("1 fault; mend it and load again.\n")


def test_what_stands_behind_a_fault_is_told_in_one_sentence(learnt: House) -> None:
    learnt.bank(CUT)
    assert told(learnt) == [
        (
            "history-unread",
            13,
            10,
            BEHIND,
            "mend it, and their histories go on",
        )
    ]
    done = learnt.call("check")
    assert done.out.count("[history-") == 1
    assert "[history-unread]" not in learnt.call("check", "--ignore", "history-unread").out


def test_loading_does_to_it_what_was_said(learnt: House) -> None:
    before = learnt.query("SELECT * FROM card_states ORDER BY 1")
    learnt.bank(CUT)
    assert said(learnt) == [
        UNREAD,
    ]
    assert told(learnt) == []
    learnt.bank(bank("text", "choice", "number"))
    assert [code for code, *_ in told(learnt)] == ["history-returned"] * 2
    assert said(learnt) == ["2 questions back again: bank/venue, bank/planets"]
    assert learnt.query("SELECT * FROM card_states ORDER BY 1") == before
    learnt.check()


def test_one_question_behind_a_fault_is_told_as_one(learnt: House) -> None:
    learnt.bank(bank("text", "choice", "number").replace("ask: How many", 'ask: "How many'))
    ((_, _, _, message, _),) = told(learnt)
    assert message.endswith(": `bank/planets` is not asked until it is mended; the log of 1 answer is kept")


def test_many_questions_behind_a_fault_are_not_all_named(empty: House) -> None:
    body = "".join(f"  - id: q{n}\n    ask: Is {n} even?\n    answer: a{n}\n" for n in range(6))
    head = "quiz: 1\ntitle: T\nquestions:\n"
    empty.bank(head + body)
    empty.call("start", "--plain", "--new", "6", stdin="".join(f"a{n}\n" for n in range(6)))
    answered = len(empty.query("SELECT DISTINCT card FROM reviews"))
    assert answered == 6
    empty.bank(f"{head}  - [\n{body}")
    ((code, _, _, message, _),) = told(empty)
    assert code == "history-unread"
    assert ": `bank/q0`, `bank/q1`, `bank/q2` and 3 more are not asked until" in message


def test_a_faulty_question_above_is_told_by_itself(learnt: House) -> None:
    learnt.bank(CUT.replace("answer: Danube", "anwser: Danube"))
    assert [one[:4] for one in told(learnt)] == [
        (
            "history-archived",
            5,
            5,
            "`bank/river` has a fault: it is not asked until that is mended; the log of 1 answer is kept",
        ),
        (
            "history-unread",
            13,
            10,
            BEHIND,
        ),
    ]
    assert said(learnt) == [
        "1 question with a fault, not asked until that is mended: bank/river",
        UNREAD,
    ]


def test_a_question_that_is_gone_is_told_as_gone(learnt: House) -> None:
    learnt.bank(bank("text", "choice"))
    assert told(learnt) == [
        (
            "history-archived",
            1,
            1,
            "`bank/planets` is gone: it is not asked; the log of 1 answer is kept",
            "give its id to the question that takes its place, if there is one",
        )
    ]
    assert said(learnt) == ["1 question gone, kept in the archive: bank/planets"]


def test_a_question_without_an_id_may_be_gone_or_faulty(empty: House) -> None:
    text = "quiz: 1\ntitle: T\nquestions:\n  - ask: Which river?\n    answer: Danube\n"
    empty.bank(text)
    empty.call("start", stdin="Danube\n")
    empty.bank(text.replace("answer", "anwser"))
    ((code, line, column, message, cure),) = told(empty)
    assert (code, line, column) == ("history-archived", 1, 1)
    assert message.startswith("`bank/which-river` is gone or has a fault: it is not asked; ")
    assert cure == "mend it, or give its id to the question that takes its place"
    assert said(empty) == [
        "1 question gone or with a fault, held back until the bank is sound: bank/which-river"
    ]


def test_a_draft_is_told_without_a_cure_that_makes_no_sense(learnt: House) -> None:
    learnt.bank(bank("text", "choice", "number").replace("answer: Danube", "answer: Danube\n    draft: true"))
    ((code, line, _, message, cure),) = told(learnt)
    assert (code, line, cure) == ("history-archived", 5, "there is nothing to do")
    assert message.startswith("`bank/river` is a draft: it is not asked; ")


def test_holes_that_are_gone_are_told_as_cards(empty: House) -> None:
    text = "quiz: 1\ntitle: T\nquestions:\n  - id: gap\n    cloze: The {red} and {blue} and {green} flag\n"
    empty.bank(text)
    for day in range(1, 8):
        robot = Robot(cards_below(empty.home / "questions"), lambda _: True)
        empty.sit(robot, QUIZ_NOW=f"2026-03-0{day}T12:00:00+00:00")
    assert len(empty.query("SELECT DISTINCT card FROM reviews")) == 3
    empty.bank(text.replace("{blue}", "blue").replace("{green}", "green"))
    gone = [message for code, _, _, message, _ in told(empty) if code == "history-archived"]
    assert len(gone) == 1
    assert gone[0].startswith("`bank/gap#2`, `bank/gap#3` are gone: they are not asked; ")


def test_a_bank_whose_file_is_gone_beside_a_faulty_one(learnt: House) -> None:
    learnt.bank("quiz: 1\ntitle: T\nquestions:\n  - ask: What?\n", "questions/other.yaml")
    (learnt.home / FILE).unlink()
    assert said(learnt) == ["3 questions gone, kept in the archive: bank/planets, bank/river, bank/venue"]


def test_only_what_is_gone_can_have_been_reworded(learnt: House) -> None:
    new = "  - id: sky\n    ask: Which colour has the sky?\n    answer: blue\n"
    learnt.bank(bank("text", "choice", "number").replace("answer: Danube", "anwser: Danube") + new)
    assert not any("in other words" in line for line in said(learnt))
    learnt.bank(bank("choice", "number") + new.replace("sky", "sea"))
    learnt.call("load")
