"""`quiz show`: a question as it is asked, its answer, source, history and place."""

from __future__ import annotations

import contextlib
import json
import sqlite3

import pytest
from door import House
from samples_of_kinds import QUESTIONS, TEXT, bank

SHOWN = """\
bank/venue · choice

Which city lies on the lake?
options  1. Oslo
         2. Vienna
         3. Geneva
hint     It is in Switzerland.
answer   Geneva
why      The lake bears its name.
because  Vienna: It lies on a river.

text.md, paragraph 1
The lake »lies in Geneva«. It was founded in 1949, on 4 April.

history  not asked yet
questions/bank.yaml:12
"""


def shown(house: House, *arguments: str, **environ: str) -> str:
    done = house.call("show", *arguments, **environ)
    assert (done.code, done.err) == (0, "")
    assert [line for line in done.out.splitlines() if line != line.rstrip()] == []
    return done.out


def change(house: House, script: str) -> None:
    """Change the database behind the program's back."""
    with contextlib.closing(sqlite3.connect(house.db)) as connection:
        connection.executescript(script)


def test_a_question_is_shown_whole(house: House) -> None:
    assert shown(house, "bank/venue") == SHOWN
    assert shown(house, "venue") == SHOWN
    assert shown(house, "venue") == shown(house, "bank/venue", COLUMNS="100")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "river",
            ["hint     It is long.", "answer   Danube", "also     Donau"],
        ),
        ("claim", ["options  1. true", "         2. false", "answer   true"]),
        ("planets", ["wanted   a number (planets)", "answer   9 planets"]),
        ("founding", ["wanted   a date, as 1987-06-25", "answer   4 April 1949"]),
        ("even", ["answer   two", "         four"]),
        (
            "sentence",
            ["It was founded in _____ (a year) on a lake.", "answer   1949", "history  #1: not asked yet"],
        ),
        ("sizes", ["answer   1. ant", "         4. whale"]),
        (
            "capitals",
            ["left     1. France", "right    1. Rome", "answer   France = Paris", "         Italy = Rome"],
        ),
        ("lapse", ["What is a lapse?", "answer   A card in review that was not known."]),
    ],
)
def test_every_kind_is_shown(house: House, name: str, lines: list[str]) -> None:
    found = shown(house, name).splitlines()
    assert [line for line in lines if line not in found] == []


def test_every_kind_fits_into_a_narrow_terminal(house: House) -> None:
    house.bank(bank().replace("Which river flows", f"Which river {'really ' * 20}flows"))
    for kind in QUESTIONS.values():
        name = kind.split()[2]
        assert max(map(len, shown(house, name, COLUMNS="50").splitlines())) <= 50


def test_the_place_is_never_broken(empty: House) -> None:
    folder = "a-rather-long-name-of-a-folder-" * 3
    empty.bank(bank("text"), f"questions/{folder}/bank.yaml")
    assert shown(empty, "river", COLUMNS="50").splitlines()[-1] == f"questions/{folder}/bank.yaml:5"
    (empty.home / "deep").mkdir()
    deep = House(empty.home / "deep").call("show", "river", "--banks", f"{empty.home}/questions")
    assert deep.out.splitlines()[-1] == f"{empty.home}/questions/{folder}/bank.yaml:5"


def test_tolerance_tags_and_drafts_are_told(house: House) -> None:
    house.bank(
        bank("number").replace("number: 9", "number: 9\n    tolerance: 5%\n    tags: [sky]\n    draft: true")
    )
    found = shown(house, "planets").splitlines()
    assert found[0] == "bank/planets · number · draft, not asked · sky"
    assert "within   5%" in found


def test_the_history_of_each_card_is_one_line(house: House) -> None:
    house.bank(bank("recall").replace("front:", "reverse: true\n    front:"))
    assert shown(house, "lapse").splitlines()[-3:-1] == [
        "history  forward: not asked yet",
        "         #reverse: not asked yet",
    ]
    house.call("start", stdin="\n1\n")
    found = shown(house, "lapse").splitlines()[-3:-1]
    assert found[0].startswith("history  forward: 1 answer, last on 2026-03-02; memory 0.2 days; due today")
    assert found[1] == "         #reverse: not asked yet"


def test_lapses_are_counted(house: House) -> None:
    house.bank(bank("text"))
    house.call("start", stdin="Danube\n")
    house.call("start", stdin="x\n", QUIZ_NOW="2026-03-09T12:00:00+00:00")
    found = " ".join(shown(house, "river", QUIZ_NOW="2026-03-10T12:00:00+00:00").split())
    assert "history 2 answers, 1 lapse, last on 2026-03-09; memory 0." in found
    assert "due Mon 9 Mar" in found


def test_one_card_can_be_meant(house: House) -> None:
    house.bank(bank("recall").replace("front:", "reverse: true\n    front:"))
    found = shown(house, "bank/lapse#reverse")
    assert "answer   What is a lapse?" in found
    assert "history  #reverse: not asked yet" in found
    assert "forward" not in found


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("vneue", "There is no question `vneue`. Did you mean bank/venue?\n"),
        ("bank/rivers", "There is no question `bank/rivers`. Did you mean bank/river?\n"),
        ("bank/rivers#1", "There is no question `bank/rivers`. Did you mean bank/river?\n"),
        ("bank/lapse#rev", "There is no card `rev` of this question. It has bank/lapse.\n"),
        ("", "Name a question, as BANK/ID. `quiz list BANK` names those of a bank.\n"),
        ("#", "Name a question, as BANK/ID. "),
        ("zzz", "There is no question `zzz`. `quiz list BANK` names the questions of a bank.\n"),
        ("zz/zzz", "There is no question `zz/zzz`. `quiz list BANK` names "),
        ("bank/zzz", "The bank bank has no question `zzz`. `quiz list bank` names those that it has.\n"),
        ("\x1b[31m", "There is no question `\ufffd[31m`. "),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(house: House, word: str, sentence: str) -> None:
    done = house.call("show", word)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"quiz: {sentence}")


@pytest.mark.parametrize("word", ["bank", "BANK", "bank/", "All kinds", "questions/bank.yaml"])
def test_a_bank_is_not_a_question(house: House, word: str) -> None:
    done = house.call("show", word)
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == f"quiz: {word.rstrip('/')} is a bank, no question. `quiz list bank` names what is in it.\n"
    )
    assert house.call("list", "bank").code == 0


def test_a_folder_of_banks_is_not_a_question(house: House) -> None:
    house.bank(bank("text"), "questions/more/rivers.yaml")
    done = house.call("show", "more/")
    assert (done.code, done.out) == (2, "")
    assert done.err == "quiz: more is a folder of banks, no question. `quiz list more` names what is in it.\n"


def test_a_question_that_was_never_sound_is_told_with_its_line(house: House) -> None:
    house.bank(bank().replace("answer: Danube", "anwser: Danube"))
    house.call("load")
    for word in ("river", "bank/river"):
        done = house.call("show", word)
        assert (done.code, done.out) == (2, "")
        assert done.err == (
            "1 fault in 1 bank keeps questions back, at questions/bank.yaml:7:5; `quiz load` names it.\n"
            "quiz: The question at questions/bank.yaml:5 has a fault, or stands behind one, and was never "
            "loaded. `quiz load` names the fault.\n"
        )
    assert "There is no question `more/river`" in house.call("show", "more/river").err


def test_an_id_in_several_banks_has_to_be_named_whole(house: House) -> None:
    house.bank(bank("text"), "questions/more/bank.yaml")
    done = house.call("show", "river")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "quiz: Several banks have a question 'river': bank/river, more/bank/river. Name one of these.\n"
    )
    assert house.call("show", "river#1").err == done.err
    assert shown(house, "more/bank/river").startswith("more/bank/river · text")
    assert shown(house, "bank/river").startswith("bank/river · text")
    for number in range(9):
        house.bank(bank("text"), f"questions/b{number}.yaml")
    assert "b7/river and 3 more. Name one" in house.call("show", "river").err


def test_a_bank_may_be_named_by_the_end_of_its_key(empty: House) -> None:
    empty.bank(bank("text"), "questions/lakes/rivers.yaml")
    assert shown(empty, "rivers/river").startswith("lakes/rivers/river · text")
    assert empty.call("show", "vers/river").code == 2


def test_a_question_with_a_fault_is_shown_as_it_was(house: House) -> None:
    house.call("load")
    house.bank(bank().replace("answer: Danube", "anwser: Danube"))
    done = house.call("show", "river")
    assert done.code == 0
    assert done.out.startswith("bank/river · text · gone or with a fault, not asked")
    assert "`anwser`" in done.err


def test_what_steers_a_terminal_is_shown_as_a_sign(house: House) -> None:
    house.call("load")
    change(house, "UPDATE questions SET prompt = prompt || char(27, 0x9b, 0x202e) || '[31m'")
    change(house, "UPDATE questions SET content = replace(content, 'Oslo', 'O\\u001b\\u202e')")
    change(house, "UPDATE questions SET content = replace(content, 'Geneva', 'G\\u001b\\u009b')")
    house.bank(TEXT.replace("It was", "It\x1b[31m was"), "questions/text.md")
    found = house.call("show", "venue").out
    assert not set("\x1b\x9b\u202e") & set(found)
    assert found.count("\N{REPLACEMENT CHARACTER}") == 3 + 2 + 2 * 2 + 1


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("source: {paragraph: 9}", "text.md has no paragraph 9."),
        ("source: {document: none.md, paragraph: 1}", "none.md"),
        (
            "source: {paragraph: 1, quote: not there}",
            "The lake lies in Geneva. It was founded in 1949, on 4 April.",
        ),
        ("source: {quote: not there}", "text.md has no paragraph None."),
    ],
)
def test_a_source_that_cannot_be_shown_says_so(house: House, source: str, told: str) -> None:
    house.bank(bank("choice").replace("source: {paragraph: 1, quote: lies in Geneva}", source))
    assert told in " ".join(shown(house, "venue").split())


def test_json_holds_everything(house: House) -> None:
    house.bank(bank("choice"))
    house.call("start", "--seed", "0", stdin="1\n2\n3\n")
    done = house.call("show", "venue", "--json")
    found = json.loads(done.out)
    (card,) = found.pop("cards")
    assert found == {
        "layout": 1,
        "question": "bank/venue",
        "kind": "choice",
        "draft": False,
        "in_use": True,
        "path": str(house.home / "questions/bank.yaml"),
        "line": 5,
        "why": "The lake bears its name.",
        "tags": [],
        "source": {
            "document": "text.md",
            "paragraph": 1,
            "text": "The lake lies in Geneva. It was founded in 1949, on 4 April.",
            "quote": "lies in Geneva",
            "quote_stands": True,
            "also": [],
        },
    }
    assert set(card.pop("options")) == {"Geneva", "Oslo", "Vienna"}
    assert card.pop("answers") > 0
    assert card.pop("stability_days") > 0
    assert card.pop("state") in ("learning", "review", "relearning")
    assert card.pop("due_on") >= card.pop("last_day") == "2026-03-02"
    assert card == {
        "card": "bank/venue",
        "prompt": "Which city lies on the lake?",
        "right": "Geneva",
        "accepted": [],
        "aside": None,
        "flags": [],
        "lapses": 0,
    }


def test_json_of_a_new_card_without_a_source_says_null(house: House) -> None:
    found = json.loads(house.call("show", "claim", "--json").out)
    assert found["source"] is None
    (card,) = found["cards"]
    assert (card["state"], card["answers"], card["due_on"], card["stability_days"]) == ("new", 0, None, None)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE questions SET content = '{\"answer\"' WHERE question = 'venue'",
        "UPDATE cards SET part = '7' WHERE question_id = (SELECT id FROM questions WHERE question = 'venue')",
        "DELETE FROM new_cards; DELETE FROM cards",
    ],
)
def test_a_damaged_row_is_a_sentence(house: House, damage: str) -> None:
    house.call("load")
    change(house, damage)
    done = house.call("show", "venue")
    assert (done.code, done.out) == (3, "")
    assert "it is damaged, a row of " in done.err
