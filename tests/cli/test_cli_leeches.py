"""`quiz leeches`: what is forgotten again and again, and what to do about it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from door import NOON
from samples_of_kinds import bank

if TYPE_CHECKING:
    from door import House

SHOWN = """\
questions/bank.yaml:5: bank/river
asks     Which river flows through Vienna?
lapsed   6 times in 13 answers
wrong    rhine (3 times)
         no answer (2 times)
         Elbe
do       `quiz show bank/river`: read its source
         `quiz edit bank/river`: give it a hint, or split it in two
         `quiz suspend bank/river`: ask it no more

1 card forgotten 6 times or more.
"""
WRONG = ("Rhine", "Elbe", "", "Rhine", "", "rhine")


@pytest.fixture
def leech(empty: House) -> House:
    """A house in which one question was forgotten six times."""
    empty.bank(bank("text", "recall"))
    assert empty.call("start", "--kind", "text", stdin="Danube\n").code == 0
    forget(empty, *WRONG)
    return empty


def forget(house: House, *wrong: str, first: int = 1) -> None:
    """Answer a question wrongly, then rightly, each time a month after the last time."""
    for month, said in enumerate(wrong, first):
        now = (datetime.fromisoformat(NOON) + timedelta(days=31 * month)).isoformat()
        done = house.call("start", "--kind", "text", stdin=f"{said}\nDanube\n", QUIZ_NOW=now)
        assert len(done.said("question")) == 2


def told(house: House, *arguments: str, **environ: str) -> str:
    done = house.call("leeches", *arguments, **environ)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_a_leech_is_shown_with_its_mistakes_and_what_to_do(leech: House) -> None:
    assert told(leech) == SHOWN
    assert told(leech, "bank") == SHOWN


def test_the_list_in_json_keeps_its_layout(leech: House) -> None:
    assert json.loads(told(leech, "--json")) == {
        "layout": 1,
        "leeches": [
            {
                "card": "bank/river",
                "prompt": "Which river flows through Vienna?",
                "lapses": 6,
                "answers": 13,
                "suspended": False,
                "buried_until": None,
                "mistakes": [
                    {"given": "rhine", "times": 3},
                    {"given": "", "times": 2},
                    {"given": "Elbe", "times": 1},
                ],
                "path": str(leech.home / "questions/bank.yaml"),
                "line": 5,
            }
        ],
    }


def test_without_leeches_that_is_said(house: House) -> None:
    assert told(house) == "There are no leeches: nothing was forgotten 6 times or more.\n"
    assert json.loads(told(house, "--json")) == {"layout": 1, "leeches": []}


def test_a_suspended_leech_is_said_to_be(leech: House) -> None:
    leech.call("suspend", "river")
    assert "`quiz unsuspend bank/river`: ask it again; it is suspended" in told(leech)
    assert json.loads(told(leech, "--json"))["leeches"][0]["suspended"] is True
    leech.call("unsuspend", "river")
    assert told(leech) == SHOWN


def test_banks_and_tags_narrow_the_list(leech: House) -> None:
    leech.bank(bank("number").replace("id: planets", "id: planets\n    tags: [sky]"), "questions/other.yaml")
    assert told(leech, "other").startswith("There are no leeches")
    assert told(leech, "sky").startswith("There are no leeches")
    assert told(leech, "other", "bank") == SHOWN
    done = leech.call("leeches", "bnak")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean bank?" in done.err


def test_answers_are_shown_clean_and_cut(leech: House) -> None:
    forget(leech, *["\u202e" + "x" * 5_000] * 4, first=9)
    out = told(leech, COLUMNS="60")
    assert all(letter.isprintable() or letter == "\n" for letter in out)
    assert "…" in out
    assert len(out) < 1_500


def test_each_learner_has_leeches_apart(leech: House) -> None:
    assert told(leech, "--learner", "Ada").startswith("There are no leeches")
