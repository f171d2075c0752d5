"""Questions that faults of their bank hold back are counted by each command, with what names the faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank

if TYPE_CHECKING:
    from door import House

SOUND = bank("text", "choice", "number")
TYPO = SOUND.replace("    answer: Danube", "    answr: Danube")
CUT = SOUND.replace("ask: Which city", 'ask: "Which city')
NO_YAML = "title: ["
ONE = "1 question of bank is held back because of faults; `quiz check bank` names it.\n"
TWO = "2 questions of bank are held back because of faults; `quiz check bank` names it.\n"
GOING_ON = (
    "3 questions of bank go on as they were read before, as the file cannot be read now; "
    "`quiz check bank` names it.\n"
)
FILE = "questions/bank.yaml"


@pytest.fixture
def learnt(house: House) -> House:
    """A house in which three questions were asked."""
    house.bank(SOUND)
    house.call("start", "--seed", "0", stdin="Danube\n1\n9\n")
    assert house.query("SELECT count(*) FROM reviews") == [(3,)]
    return house


@pytest.mark.parametrize(("text", "told"), [(TYPO, ONE), (CUT, TWO), (NO_YAML, GOING_ON)])
@pytest.mark.parametrize("command", ["start", "list", "stats", "flags"])
def test_each_command_counts_what_is_held_back(learnt: House, command: str, text: str, told: str) -> None:
    learnt.bank(text)
    first = learnt.call(command).err
    assert first.startswith(f"{FILE}:")
    assert first.endswith(f"\n{told}")
    assert [learnt.call(command).err for _ in range(2)] == [told, told]


@pytest.mark.parametrize(("text", "told"), [(TYPO, ONE), (CUT, TWO), (NO_YAML, GOING_ON)])
def test_a_load_says_it_each_time(learnt: House, text: str, told: str) -> None:
    learnt.bank(text)
    assert [told in learnt.call("load").err for _ in range(2)] == [True, True]


def test_once_mended_nothing_is_said_and_the_cards_are_as_they_were(learnt: House) -> None:
    before = learnt.query("SELECT * FROM card_states ORDER BY 1, 2")
    learnt.bank(CUT)
    learnt.call("start")
    learnt.bank(SOUND)
    assert learnt.call("start").err == ""
    assert learnt.query("SELECT * FROM card_states ORDER BY 1, 2") == before
    assert learnt.query("SELECT count(*) FROM questions WHERE archived") == [(0,)]
    learnt.check()


def test_the_list_of_banks_counts_them_by_bank(learnt: House) -> None:
    learnt.bank(CUT)
    (line,) = (row for row in learnt.call("list").out.splitlines() if row.startswith("  bank: "))
    assert line.endswith(", 1 question, 2 held back")


def test_several_banks_are_named_together(learnt: House) -> None:
    learnt.bank(bank("text"), "questions/my bank.yaml")
    learnt.call("load")
    learnt.bank(CUT)
    learnt.bank(bank("text").replace("    answer: Danube", "    answr: Danube"), "questions/my bank.yaml")
    learnt.call("load")
    assert learnt.call("start").err == (
        "3 questions of bank and my bank are held back because of faults; "
        "`quiz check bank 'my bank'` names them.\n"
    )


def test_of_many_banks_the_number_is_told(empty: House) -> None:
    names = [f"questions/b{number}.yaml" for number in range(4)]
    for name in names:
        empty.bank(bank("text"), name)
    empty.call("load")
    for name in names:
        empty.bank(bank("text").replace("    answer:", "    answr:"), name)
    empty.call("load")
    assert empty.call("start").err == (
        "4 questions of 4 banks are held back because of faults; `quiz check` names them.\n"
    )


def test_other_faults_are_told_beside(learnt: House) -> None:
    learnt.bank(bank("text").replace("    answer:", "    answr:"), "questions/other.yaml")
    learnt.bank(CUT)
    learnt.call("load")
    held, other = learnt.call("start").err.splitlines()
    assert f"{held}\n" == TWO
    assert other.startswith("1 fault in 1 bank keeps questions back, at questions/other.yaml:7:5; ")


def test_what_the_line_says_to_do_names_the_fault(learnt: House) -> None:
    learnt.bank(CUT)
    learnt.call("load")
    assert f"{FILE}:13:10: " in learnt.call("check", "bank").out
