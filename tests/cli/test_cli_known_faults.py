"""Faults of banks that an earlier run told in full."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank

from quiz.study.loading import Loaded

if TYPE_CHECKING:
    from door import House

FAULTY = bank("text").replace("    answer:", "    answr:")
TAKEN = "quiz: 1\nid: bank\nquestions:\n  - {id: a, ask: A?, answer: Danube}\n"


COMMANDS = (
    "start",
    "exam --number 1",
    "start --cram",
    "stats",
    "leeches",
    "suspend",
    "unsuspend --all",
    "show bank/river",
    "flags",
    "list",
)


@pytest.mark.parametrize("command", [one.split() for one in COMMANDS], ids=COMMANDS)
def test_a_fault_is_told_in_full_once_and_in_one_line_then(house: House, command: list[str]) -> None:
    house.bank(FAULTY, "questions/faulty.yaml")
    first = house.call(*command)
    assert "faulty.yaml:7:5: `answr` is no key" in first.err
    told = "1 fault in 1 bank keeps questions back, at questions/faulty.yaml:7:5; `quiz load` names it.\n"
    assert [house.call(*command).err for _ in range(2)] == [told, told]


def test_many_faults_are_one_line(house: House) -> None:
    house.bank(FAULTY, "questions/b: faulty.yaml")
    house.bank(FAULTY.replace("  - id: river\n", "  - id: river\n    id: sea\n"), "questions/c.yaml")
    house.call("load")
    err = house.call("start").err
    assert err.startswith("3 faults in 2 banks keep questions back, first at questions/b: faulty.yaml:7:5; ")
    assert err.endswith("`quiz load` names them.\n")
    assert len(err.splitlines()) == 1


def test_a_new_fault_is_told_in_full_beside_the_line(house: House) -> None:
    house.bank(FAULTY, "questions/b.yaml")
    house.call("load")
    house.bank(FAULTY, "questions/c.yaml")
    new, known = house.call("start").err.splitlines()
    assert new.startswith("questions/c.yaml:7:5: ")
    assert known.startswith("1 fault in 1 bank keeps questions back, at questions/b.yaml:7:5; ")


def test_a_bank_whose_key_is_taken_is_named_as_well(house: House) -> None:
    other = house.bank(TAKEN, "questions/z.yaml")
    house.call("load")
    assert f"at {Path('questions') / other.name}:1:1; " in house.call("start").err


def test_sound_banks_are_told_nothing_of(house: House) -> None:
    assert [house.call("start").err for _ in range(2)] == ["", ""]


def test_a_fault_elsewhere_is_named_by_its_whole_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from quiz.cli.common import show_faults  # noqa: PLC0415 - beside what it is tried with

    monkeypatch.chdir(tmp_path)
    show_faults(Loaded(known_problems=(f"{os.sep}elsewhere{os.sep}b.yaml:2:3: wrong; mend",)))
    assert f"at {os.sep}elsewhere{os.sep}b.yaml:2:3; " in capsys.readouterr().err
