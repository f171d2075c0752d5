"""`quiz items`: whether the questions are good, through the program's own door."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from door import NOON
from samples_of_kinds import bank

if TYPE_CHECKING:
    from door import House

WRONG = ("Donau river", "Elbe", "donau river!", "", "Donau River", "Rhine", "Rhine", "Elbe")


@pytest.fixture
def studied(empty: House) -> House:
    """A house in which one question was missed in eight sittings, and then answered rightly."""
    empty.bank(bank("text", "recall"))
    for month, said in enumerate(WRONG):
        now = (datetime.fromisoformat(NOON) + timedelta(days=31 * month)).isoformat()
        done = empty.call("start", "--kind", "text", stdin=f"{said}\nDanube\n", QUIZ_NOW=now)
        assert len(done.said("question")) == 2
    return empty


def told(house: House, *arguments: str, **environ: str) -> str:
    done = house.call("items", *arguments, **environ)
    assert (done.code, done.err) == (0, "")
    return done.out


def questions(house: House, *arguments: str) -> dict[str, dict[str, object]]:
    found = json.loads(told(house, *arguments, "--json"))
    assert found["layout"] == 1
    return {one["card"]: one for one in found["questions"]}


def test_an_empty_log_says_that_nothing_was_answered(house: House) -> None:
    out = told(house)
    assert out.startswith("10 cards, 0 answered, 0 with findings.")
    assert "never asked" in told(house, "--all")
    assert len(questions(house)) == 10


def test_without_banks_no_question_fits(empty: House) -> None:
    (empty.home / "questions").mkdir()
    done = empty.call("items")
    assert done.code in (0, 2)
    assert "Traceback" not in done.err


def test_what_is_missed_and_typed_again_and_again_is_found(studied: House) -> None:
    out = told(studied)
    assert "questions/bank.yaml:5: bank/river\n" in out
    assert 'found    "Donau river" was typed 3 times.\n' in out
    assert "A leech: forgotten 7 times in 16 answers." in out
    river = questions(studied)["bank/river"]
    assert (river["first_answers"], river["answers"], river["points"]) == (8, 16, 0.0)
    assert river["typed"][0] == {"text": "Donau river", "times": 3, "overruled": 0}  # type: ignore[index]
    assert river["empty"] == 1


def test_the_forms_agree(studied: House) -> None:
    by_card = questions(studied)
    rows = {row["card"]: row for row in csv.DictReader(io.StringIO(told(studied, "--csv")))}
    assert rows.keys() == by_card.keys()
    assert rows["bank/river"]["findings"].split() == [
        one["fault"]
        for one in by_card["bank/river"]["findings"]  # type: ignore[attr-defined]
    ]
    plain = told(studied, "--plain")
    assert plain.startswith("bank/river: asked 8 times, 0 points, 0 % (between 0-32 %)")
    assert 'finding: questions/bank.yaml:5: bank/river: "Donau river" was typed 3 times.' in plain


def test_one_question_is_shown_in_full(studied: House) -> None:
    for name in ("bank/river", "river"):
        out = told(studied, name)
        assert out.startswith("questions/bank.yaml:5: bank/river\nasks     Which river flows through Vienna?")
        assert "typed    Donau river: 3 times" in out
        assert "bank/lapse" not in out
    assert "asks: Which river" in told(studied, "river", "--plain")
    assert list(questions(studied, "river")) == ["bank/river"]


def test_words_narrow_what_is_looked_at(studied: House) -> None:
    assert list(questions(studied, "bank", "--kind", "recall")) == ["bank/lapse"]
    assert len(questions(studied, "bank")) == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("bnak",), "Did you mean bank?"),
        (("bank/rivr",), "bank/river"),
        (("bank", "river"), "Nothing fits 'river'"),
        (("river", "--kind", "text"), "Nothing fits 'river'"),
        (("--json", "--csv"), "Give one of --json, --csv and --plain."),
    ],
)
def test_what_fits_nothing_says_so(studied: House, words: tuple[str, ...], says: str) -> None:
    done = studied.call("items", *words)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_each_learner_is_looked_at_apart_or_all_together(studied: House) -> None:
    studied.call("start", "--kind", "text", "--learner", "Ada", stdin="Danube\n")
    assert questions(studied, "--learner", "Ada")["bank/river"]["answers"] == 1
    everybody = questions(studied, "--learner", "Ada", "--all-learners")["bank/river"]
    assert (everybody["answers"], everybody["learners"]) == (17, 2)


def test_an_open_exam_tells_nothing(empty: House) -> None:
    empty.bank(bank("text", "cloze"))
    empty.call("exam", "--number", "2", stdin="a\n")
    assert {one["answers"] for one in questions(empty).values()} == {0}
    empty.call("exam", "--give-up")
    assert sum(int(str(one["answers"])) for one in questions(empty).values()) == 1


def test_a_flag_is_shown_until_it_is_done(house: House) -> None:
    house.attend("--kind", "text", stdin=":flag typo\nDanube\n\n")
    assert "Flagged: typo." in told(house)
    house.call("flags", "--done", "river")
    assert "Flagged" not in told(house)


def test_a_bank_is_meant_rather_than_a_question_of_that_name(studied: House) -> None:
    studied.bank(bank("number").replace("id: planets", "id: bank"), "questions/other.yaml")
    assert list(questions(studied, "bank")) == ["bank/river", "bank/lapse"]
    assert list(questions(studied, "other/bank")) == ["other/bank"]
