"""A bank that is broken in the editor in the middle of a sitting, and one that stays broken."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank

from quiz.cli.editing import KEPT, READ_AGAIN, READ_IN_PART, UNCHANGED

if TYPE_CHECKING:
    from door import Done, House

RIVER, LAKE, CAPITAL = (
    "Which river flows through Vienna?",
    "Which city lies on the lake?",
    "Which river flows through Budapest?",
)
BACK = "Back to the editor? y or n, Enter for y"
SOUND, TYPO = "    answer: Danube\n", "    answr: Danube\n"
BROKEN = '    answer: "Danube\n'
"""What ends the reading of the file."""

EDITS = """\
import pathlib, sys
path, place = pathlib.Path(sys.argv[-1]), pathlib.Path(__file__).with_suffix(".txt")
edits = {edits!r}
number = int(place.read_text()) if place.exists() else 0
place.write_text(str(number + 1))
old, new = edits[number] if number < len(edits) else ("", "")
if old:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
"""


def editor(house: House, *edits: tuple[str, str]) -> str:
    """Return an EDITOR that replaces one text by another each time, and nothing once there is no more."""
    script = house.home / "editor.py"
    script.write_text(EDITS.format(edits=edits), encoding="utf-8")
    return f"'{sys.executable}' '{script}'"


def opened(house: House) -> int:
    """Return how often the editor was opened."""
    return int((house.home / "editor.txt").read_text())


def questions(done: Done) -> list[str]:
    """Return what was asked, in order."""
    return [said.partition(": ")[2] for said in done.said("question")]


KINDS = ("--kind", "text", "--kind", "choice")


def test_a_sound_edit_is_said_in_one_line(house: House) -> None:
    done = house.attend(*KINDS, stdin=":edit\n:quit\n", EDITOR=editor(house, (RIVER, CAPITAL)))
    assert done.said("note")[:-1] == [READ_AGAIN]
    assert questions(done) == [RIVER, CAPITAL]


def test_an_edit_that_changes_nothing_is_said_so(house: House) -> None:
    done = house.attend(*KINDS, stdin=":edit\n:quit\n", EDITOR=editor(house))
    assert done.said("note")[:-1] == [UNCHANGED]
    assert questions(done) == [RIVER, RIVER]


@pytest.mark.parametrize("broken", [TYPO, BROKEN])
def test_a_broken_bank_is_named_with_its_place_and_the_question_goes_on_as_it_was(
    house: House, broken: str
) -> None:
    wish = editor(house, (SOUND, broken))
    done = house.attend(*KINDS, stdin=":edit\nn\nDanube\n\n:quit\n", EDITOR=wish)
    fault, *_, kept = done.said("note")
    assert fault.startswith("questions/bank.yaml:7:" if broken == TYPO else "questions/bank.yaml:")
    assert "; " in fault
    assert kept == KEPT
    assert BACK in done.said("answer")
    assert questions(done) == [RIVER, RIVER, LAKE]
    assert house.verdicts() == ["right"]
    assert opened(house) == 1
    house.check()


def test_back_in_the_editor_it_is_mended_and_read_again(house: House) -> None:
    wish = editor(house, (SOUND, BROKEN), (BROKEN, TYPO), (TYPO, SOUND + "    accept: [Ister]\n"), ("", ""))
    house.bank(bank().replace("    accept: [Donau]\n", ""))
    done = house.attend(*KINDS, stdin=":edit\n\ny\nIster\n\n:quit\n", EDITOR=wish)
    assert done.said("answer").count(BACK) == 2
    assert done.said("note")[-1] == READ_AGAIN
    assert questions(done) == [RIVER, RIVER, LAKE]
    assert house.verdicts() == ["right"]
    assert opened(house) == 3


def test_leaving_the_editor_without_a_change_is_enough_of_it(house: House) -> None:
    """Also where the input has ended, which says yes to whatever is asked."""
    done = house.attend(*KINDS, stdin=":edit\n", EDITOR=editor(house, (SOUND, BROKEN)))
    assert opened(house) == 2
    assert KEPT in done.said("note")
    assert questions(done) == [RIVER, RIVER]


def test_a_bank_that_stays_broken_keeps_its_questions_however_often_it_is_opened(house: House) -> None:
    wish = editor(house, (SOUND, BROKEN))
    done = house.attend(*KINDS, stdin=":edit\nn\n:edit\n:edit\nDanube\n\n:quit\n", EDITOR=wish)
    assert done.said("note").count(KEPT) == 3
    assert questions(done) == [RIVER] * 4 + [LAKE]


def test_nobody_is_asked_where_nobody_sits(house: House) -> None:
    done = house.call("start", *KINDS, stdin=":edit\nDanube\n", EDITOR=editor(house, (SOUND, BROKEN)))
    assert BACK not in done.said("answer")
    assert KEPT in done.said("note")
    assert questions(done) == [RIVER, RIVER, LAKE]
    assert house.verdicts() == ["right"]


def test_a_fault_that_keeps_no_loaded_question_back_lets_the_rest_be_read_again(house: House) -> None:
    wish = editor(house, (RIVER, CAPITAL), ("", ""))
    house.bank(bank() + "  - id: late\n    ask: What is this?\n")
    done = house.attend(*KINDS, stdin=":edit\nn\n:quit\n", EDITOR=wish)
    fault, said, _ = done.said("note")
    assert fault.startswith("questions/bank.yaml:")
    assert said == READ_IN_PART
    assert questions(done) == [RIVER, CAPITAL]


def test_a_question_taken_out_on_purpose_is_not_kept(house: House) -> None:
    wish = editor(house, (bank("text").partition("questions:\n")[2], ""))
    done = house.attend(*KINDS, stdin=":edit\n:quit\n", EDITOR=wish)
    assert done.said("note")[:-1] == [READ_AGAIN]
    assert questions(done) == [RIVER, LAKE]


def test_a_bank_that_became_a_folder_is_told_and_the_sitting_goes_on(house: House) -> None:
    script = house.home / "editor.py"
    script.write_text("import os, sys\nos.remove(sys.argv[-1])\nos.mkdir(sys.argv[-1])\n", encoding="utf-8")
    wish = f"'{sys.executable}' '{script}'"
    done = house.attend(*KINDS, stdin=":edit\nn\n:quit\n", EDITOR=wish)
    assert "questions/bank.yaml" in done.said("note")[0]
    assert questions(done)[0] == RIVER
    assert done.code == 0
