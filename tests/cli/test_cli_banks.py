from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank

import quiz

if TYPE_CHECKING:
    from door import House


def titled(title: str) -> str:
    return bank("text").replace("All kinds", title)


def first_place(house: House, *arguments: str, **environ: str) -> list[str]:
    done = house.call("list", *arguments, **environ)
    assert done.code == 0, done.err
    return done.out.splitlines()


def test_banks_are_found_in_this_order(empty: House) -> None:
    home = empty.home
    packaged = Path(quiz.__file__).parent.parent / "questions"
    assert first_place(empty)[0] == f"{packaged} (came with the program)"
    empty.bank(titled("Mine"), "data/quiz/questions/mine.yaml")
    assert first_place(empty) == [
        f"{home}/data/quiz/questions (in your data folder)",
        "  mine: Mine, 1 question",
    ]
    empty.bank(titled("Here"), "questions/here.yaml")
    assert first_place(empty) == [f"{home}/questions (in the folder you are in)", "  here: Here, 1 question"]
    named = empty.bank(titled("Named"), "elsewhere/named.yaml")
    assert first_place(empty, QUIZ_BANKS=str(named)) == [
        f"{named} (named with --banks or QUIZ_BANKS)",
        "  named: Named, 1 question",
    ]
    other = empty.bank(titled("Other"), "other/deep/other.yml").parent.parent
    assert first_place(empty, "--banks", "other", QUIZ_BANKS=str(named)) == [
        f"{other} (named with --banks or QUIZ_BANKS)",
        "  deep/other: Other, 1 question",
    ]
    assert first_place(empty, QUIZ_BANKS=f"{named}:{other}") == [
        f"{named} (named with --banks or QUIZ_BANKS)",
        f"{other} (named with --banks or QUIZ_BANKS)",
        "  deep/other: Other, 1 question",
        "  named: Named, 1 question",
    ]


@pytest.mark.parametrize("made", ["nothing", "folder"])
def test_a_named_place_without_banks_is_a_fault(empty: House, made: str) -> None:
    if made == "folder":
        (empty.home / "there").mkdir()
    done = empty.call("start", "--banks", "there")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"quiz: No question bank was found in {empty.home}/there. "
        "Put a .yaml bank there, or name a place with --banks.\n"
    )


def test_loading_says_what_is_new_changed_gone_back_and_renamed(house: House) -> None:
    place = f"1 bank from {house.home}/questions.\n"
    house.bank(bank("text", "choice"))
    assert house.call("load").out == f"{place}2 questions new: bank/river, bank/venue\n"
    assert house.call("load").out == f"{place}Nothing changed.\n"
    house.bank(bank("text", "choice").replace("Oslo", "Copenhagen"))
    assert house.call("load").out == f"{place}1 question changed: bank/venue\n"
    house.bank(bank("text"))
    assert house.call("load").out == f"{place}1 question gone, kept in the archive: bank/venue\n"
    house.bank(bank("text", "choice").replace("Oslo", "Copenhagen"))
    assert house.call("load").out == f"{place}1 question back again: bank/venue\n"
    house.bank(bank("text", "choice").replace("id: river", "id: stream").replace("Oslo", "Copenhagen"))
    assert house.call("load").out == f"{place}bank/river is now bank/stream; its history goes with it.\n"


def test_many_new_questions_are_not_all_named(house: House) -> None:
    house.bank(bank("cloze"), "questions/a.yaml")
    named = house.call("load").out.splitlines()[-1]
    assert named.startswith("11 questions new: ")
    assert named.endswith(" and 1 more")


def test_what_was_learnt_survives_a_change_a_loss_and_a_return(house: House) -> None:
    house.bank(bank("text"))
    house.call("start", stdin="Danube\n")
    before = house.query("SELECT * FROM card_states")
    house.bank(bank("choice"))
    house.call("load")
    assert "bank/river" not in house.call("list", "bank").out
    house.bank(bank("text", "choice").replace("Which river flows", "Which stream flows"))
    house.call("load")
    assert house.query("SELECT * FROM card_states") == before
    assert "bank/river [text, review, due 2026-03-04]\n  Which stream" in house.call("list", "bank").out
    house.check()


FAULTY = bank("text") + "  - ask: What is this?\n    anwser: A slip\n"


def test_faults_are_told_with_their_place_and_cure_and_the_sound_are_loaded(house: House) -> None:
    house.bank(FAULTY)
    done = house.call("load")
    assert done.code == 1
    assert done.out.splitlines()[-1] == "1 question new: bank/river"
    first, last = done.err.splitlines()[0], done.err.splitlines()[-1]
    assert first.startswith("questions/bank.yaml:13:5: ")
    assert "`answer`" in first
    assert "mend" in last
    again = house.call("load")
    assert (again.code, again.err) == (1, done.err)
    house.bank(bank("text"))
    assert house.call("load").code == 0


def test_a_sitting_shows_faults_in_full_once(house: House) -> None:
    house.bank(FAULTY)
    first = house.call("start", stdin="Danube\n")
    assert first.code == 0
    assert ":13:5:" in first.err
    assert house.verdicts() == ["right"]
    assert "`quiz load` names it." in house.call("start").err


def test_a_file_that_is_no_yaml_takes_no_other_bank_down(house: House) -> None:
    house.bank("[" * 50_000, "questions/bomb.yaml")
    house.bank("\ufffe", "questions/odd.yaml")
    (house.home / "questions/folder.yaml").mkdir()
    done = house.call("load")
    assert done.code == 1
    assert "10 questions new:" in done.out
    assert "bomb.yaml:" in done.err
    assert "Traceback" not in done.err
    assert len(house.call("start", stdin="Danube\n").said("right")) == 1


def test_a_faulty_change_keeps_what_was_loaded(house: House) -> None:
    house.bank(bank("text"))
    house.call("start", stdin="Danube\n")
    house.bank("quiz: 1\ntitle: [broken\n")
    assert house.call("load").code == 1
    assert "bank/river [text, review" in house.call("list", "bank").out
    house.check()


def test_two_questions_with_one_id_are_a_fault_and_one_id_in_two_banks_is_none(house: House) -> None:
    house.bank(bank("text"))
    house.bank(bank("text"), "questions/other.yaml")
    assert house.call("load").code == 0
    house.bank(bank("text") + bank("text").partition("questions:\n")[2])
    done = house.call("load")
    assert done.code == 1
    assert "the id `river` stands here a second time; give one of the two another id" in done.err
