"""`quiz suspend` and `quiz unsuspend`: what is asked no more, and the way back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from door import NOON, House
from marked import say
from samples_of_kinds import bank

from quiz.review import Sign
from quiz.store import sitting_lock

if TYPE_CHECKING:
    from door import Done

LISTED = """\
questions/bank.yaml:5: bank/river
asks     Which river flows through Vienna?
now      buried until tomorrow

questions/bank.yaml:12: bank/venue
asks     Which city lies on the lake?
now      suspended

2 cards set aside. `quiz unsuspend bank/river` asks it again, `--all` all of them.
"""
NOTHING = "Nothing is set aside. `quiz suspend QUESTION` asks a question no more.\n"
TOMORROW = "2026-03-03T12:00:00+00:00"


@pytest.fixture
def aside(house: House) -> House:
    """A house in which one question is suspended, and one buried until tomorrow."""
    assert house.call("suspend", "venue").code == 0
    say(house, Sign.BURIED, "bank/river", now=NOON)
    return house


def told(house: House, *arguments: str, **environ: str) -> str:
    done = house.call(*arguments, **environ)
    assert (done.code, done.err) == (0, "")
    return done.out


def listed(house: House, *arguments: str, **environ: str) -> dict[str, str]:
    """Return the cards that are set aside, with how."""
    found = json.loads(told(house, *(arguments or ("suspend",)), "--json", **environ))
    return {one["card"]: one["how"] for one in found["set_aside"]}


def asked(house: House, **environ: str) -> str:
    """Return the first question that is asked."""
    done = house.call("start", "--fresh", **environ)
    assert done.code == 0
    return done.said("question")[0].rpartition(": ")[2] if done.said("question") else ""


def refused(done: Done, code: int = 2) -> str:
    assert (done.code, done.out) == (code, "")
    return done.err


def test_what_is_set_aside_is_listed(aside: House) -> None:
    assert told(aside, "suspend", COLUMNS="90") == LISTED
    assert listed(aside) == {"bank/river": "buried", "bank/venue": "suspended"}


def test_nothing_set_aside_is_said(house: House) -> None:
    assert told(house, "suspend") == NOTHING
    assert json.loads(told(house, "suspend", "--json")) == {"layout": 1, "set_aside": []}


def test_the_list_in_json_keeps_its_layout(aside: House) -> None:
    found = json.loads(told(aside, "suspend", "--json"))
    assert found["set_aside"][0] == {
        "card": "bank/river",
        "prompt": "Which river flows through Vienna?",
        "how": "buried",
        "until": "2026-03-03",
        "path": str(aside.home / "questions/bank.yaml"),
        "line": 5,
        "gone": False,
    }
    assert (found["set_aside"][1]["how"], found["set_aside"][1]["until"]) == ("suspended", None)


def test_a_suspended_question_is_not_asked_until_it_is_taken_back(house: House) -> None:
    house.bank(bank("text", "number"))
    assert asked(house) == "Which river flows through Vienna?"
    assert told(house, "suspend", "river") == (
        "Suspended: bank/river. `quiz unsuspend bank/river` asks it again.\n"
    )
    for _ in range(2):
        assert asked(house) == "How many planets were counted?"
        assert asked(house, QUIZ_NOW="2030-01-01T12:00:00+00:00") == "How many planets were counted?"
    assert told(house, "unsuspend", "bank/river") == "Asked again: bank/river\n"
    assert asked(house) == "Which river flows through Vienna?"
    house.check()


def test_suspending_twice_is_said_and_written_once(house: House) -> None:
    told(house, "suspend", "venue")
    assert told(house, "suspend", "venue", "bank/venue") == "bank/venue was suspended before.\n"
    assert house.query("SELECT sign FROM marks") == [("suspended",)]


def test_a_buried_question_can_be_suspended(aside: House) -> None:
    told(aside, "suspend", "river")
    assert listed(aside) == {"bank/river": "suspended", "bank/venue": "suspended"}


def test_all_cards_of_a_question_are_suspended_or_one(house: House) -> None:
    house.bank(bank("recall").replace("front:", "reverse: true\n    front:"))
    told(house, "suspend", "lapse#reverse")
    assert listed(house) == {"bank/lapse#reverse": "suspended"}
    assert told(house, "suspend", "lapse").splitlines() == [
        "Suspended: bank/lapse. `quiz unsuspend bank/lapse` asks it again.",
        "bank/lapse#reverse was suspended before.",
    ]
    assert listed(house, "unsuspend", "lapse#reverse") == {"bank/lapse": "suspended"}
    told(house, "suspend", "lapse")
    assert listed(house, "unsuspend", "lapse") == {}


def test_of_several_names_one_that_is_wrong_stops_all(aside: House) -> None:
    for command in ("suspend", "unsuspend"):
        err = refused(aside.call(command, "venue", "claim", "rivr"))
        assert "Did you mean bank/river?" in err
    assert listed(aside) == {"bank/river": "buried", "bank/venue": "suspended"}


def test_the_list_in_json_comes_after_what_was_done(aside: House) -> None:
    assert listed(aside, "suspend", "claim") == {
        "bank/river": "buried",
        "bank/venue": "suspended",
        "bank/claim": "suspended",
    }
    assert listed(aside, "unsuspend", "claim", "river") == {"bank/venue": "suspended"}
    assert listed(aside, "unsuspend", "--all") == {}


# -- the way back --------------------------------------------------------------------------


def test_all_come_back_at_once(aside: House) -> None:
    assert told(aside, "unsuspend", "--all") == "Asked again: bank/river\nAsked again: bank/venue\n"
    assert aside.query("SELECT sign FROM marks ORDER BY id DESC LIMIT 2") == [("unsuspended",), ("unburied",)]
    assert told(aside, "unsuspend", "--all") == "Nothing is set aside.\n"
    assert told(aside, "suspend") == NOTHING


def test_what_was_never_set_aside_is_said(aside: House) -> None:
    assert told(aside, "unsuspend", "claim", "venue") == (
        "claim is not set aside.\nAsked again: bank/venue\n"
    )


def test_something_has_to_be_named(aside: House) -> None:
    assert "Name a QUESTION, or give --all. `quiz suspend` lists" in refused(aside.call("unsuspend"), 2)
    assert "not both" in refused(aside.call("unsuspend", "venue", "--all"), 2)
    assert len(listed(aside)) == 2


def test_a_burial_ends_by_itself(aside: House) -> None:
    assert listed(aside, QUIZ_NOW="2026-03-03T03:59:00+00:00") == {
        "bank/river": "buried",
        "bank/venue": "suspended",
    }
    assert listed(aside, QUIZ_NOW=TOMORROW) == {"bank/venue": "suspended"}


def test_a_burial_ends_though_the_clock_was_wrong(house: House) -> None:
    house.call("load")
    say(house, Sign.BURIED, "bank/river", now="2031-01-01T12:00:00+00:00")
    assert listed(house) == {}
    house.check()


# -- shown and listed ----------------------------------------------------------------------


def test_a_question_is_shown_as_it_stands(aside: House) -> None:
    def below_history(name: str) -> list[str]:
        lines = told(aside, "show", name).splitlines()
        return lines[next(i for i, line in enumerate(lines) if line.startswith("history")) + 1 : -1]

    assert below_history("venue") == ["now      suspended"]
    assert below_history("river") == ["now      buried until tomorrow"]
    assert below_history("claim") == []
    say(aside, Sign.FLAGGED, "bank/claim", note="Is this so?")
    say(aside, Sign.FLAGGED, "bank/claim")
    assert below_history("claim") == ["flagged  Sun 1 Mar 18:30: Is this so?", "         Sun 1 Mar 18:30"]
    told(aside, "unsuspend", "venue")
    assert below_history("venue") == []


def test_each_card_of_a_question_is_shown_as_it_stands(house: House) -> None:
    house.bank(bank("recall").replace("front:", "reverse: true\n    front:"))
    told(house, "suspend", "lapse#reverse")
    say(house, Sign.FLAGGED, "bank/lapse")
    assert told(house, "show", "lapse").splitlines()[-3:-1] == [
        "now      #reverse: suspended",
        "flagged  forward: Sun 1 Mar 18:30",
    ]


def test_a_question_set_aside_or_flagged_says_so_in_json(aside: House) -> None:
    say(aside, Sign.FLAGGED, "bank/venue", note="Is this so?")

    def standing(name: str) -> tuple[object, object]:
        (card,) = json.loads(told(aside, "show", name, "--json"))["cards"]
        return card["aside"], card["flags"]

    assert standing("venue") == ({"how": "suspended", "until": None}, ["Is this so?"])
    assert standing("river") == ({"how": "buried", "until": "2026-03-03"}, [])
    assert standing("claim") == (None, [])


def test_the_list_says_what_is_set_aside(aside: House) -> None:
    found = told(aside, "list", "bank").splitlines()
    assert "bank/venue [choice, new, suspended]" in found
    assert "bank/river [text, new, buried]" in found
    assert "bank/claim [true-false, new]" in found
    cards = json.loads(told(aside, "list", "bank", "--json"))["cards"]
    assert {card["card"]: card["aside"] for card in cards if card["aside"]} == {
        "bank/venue": "suspended",
        "bank/river": "buried",
    }


# -- figures -------------------------------------------------------------------------------


def test_a_suspended_card_is_not_counted_as_due(house: House) -> None:
    house.bank(bank("text", "number"))
    house.call("start", stdin="Danube\n9\n")
    later = {"QUIZ_NOW": "2026-04-02T12:00:00+00:00"}

    def counted() -> tuple[int, int, list[str], list[str]]:
        stats = json.loads(told(house, "stats", "--json", **later))
        due = json.loads(told(house, "list", "--state", "due", "--json", **later))
        left = house.call("start", "--fresh", stdin="", **later).said("question")
        return (
            stats["due_today"],
            stats["banks"][0]["due"],
            [one["card"] for one in due["cards"]],
            [line.rpartition(" left, ")[0] for line in left],
        )

    assert counted() == (2, 2, ["bank/river", "bank/planets"], ["1, 1"])
    told(house, "suspend", "river")
    assert counted() == (1, 1, ["bank/planets"], ["1, 0"])
    told(house, "unsuspend", "river")
    say(house, Sign.BURIED, "bank/river", now=later["QUIZ_NOW"])
    assert counted() == (1, 1, ["bank/planets"], ["1, 0"])
    house.check()


def test_what_is_left_for_today_leaves_out_what_is_set_aside(house: House) -> None:
    house.bank(bank("text", "number", "date"))
    for name in ("planets", "founding"):
        told(house, "suspend", name)
    assert "Nothing is left for today." in house.call("start", stdin="Danube\n").out


def test_a_suspended_new_card_is_not_new_in_the_figures(house: House) -> None:
    house.bank(bank("text", "number"))
    told(house, "suspend", "river")
    stats = json.loads(told(house, "stats", "--json"))
    assert (stats["new_left"], stats["new_today"], stats["banks"][0]["new"]) == (1, 1, 1)
    assert stats["banks"][0]["cards"] == 2


# -- hostile -------------------------------------------------------------------------------


def test_what_is_gone_can_be_taken_back(aside: House) -> None:
    aside.bank(bank("number"))
    assert told(aside, "suspend").splitlines()[0] == "gone from its bank: bank/river"
    assert [one["gone"] for one in json.loads(told(aside, "suspend", "--json"))["set_aside"]] == [True, True]
    (aside.home / "questions/bank.yaml").unlink()
    aside.bank(bank("true-false"), "questions/other.yaml")
    assert told(aside, "unsuspend", "bank/venue") == "Asked again: bank/venue\n"
    assert listed(aside, "unsuspend", "--all") == {}


def test_a_question_that_comes_back_is_suspended_still(aside: House) -> None:
    aside.bank(bank("number"))
    told(aside, "load")
    aside.bank(bank())
    assert listed(aside) == {"bank/river": "buried", "bank/venue": "suspended"}


def test_a_renamed_question_stays_suspended(aside: House) -> None:
    aside.bank(bank().replace("id: venue", "id: city"))
    aside.call("load")
    assert listed(aside) == {"bank/river": "buried", "bank/city": "suspended"}
    (aside.home / "questions/bank.yaml").rename(aside.home / "questions/renamed.yaml")
    aside.call("load")
    assert listed(aside) == {"renamed/river": "buried", "renamed/city": "suspended"}
    aside.check()


def test_an_id_of_several_banks_has_to_be_told_apart(aside: House) -> None:
    aside.bank(bank("choice"), "questions/other.yaml")
    assert "bank/venue, other/venue. Name one of these." in refused(aside.call("suspend", "venue"))
    told(aside, "suspend", "other/venue")
    assert "bank/venue, other/venue. Name one of these." in refused(aside.call("unsuspend", "venue"))
    assert "other/venue" not in listed(aside, "unsuspend", "other/venue")


def test_prompts_are_shown_clean_and_cut(aside: House) -> None:
    prompt = "\u202e\x1b[31m\r\n wide 漢字 שלום 🦆 " * 100
    with closing(sqlite3.connect(aside.db)) as connection, connection:
        connection.execute("UPDATE questions SET prompt = ?", [prompt])
    out = told(aside, "suspend", COLUMNS="40")
    assert all(letter.isprintable() or letter == "\n" for letter in out)
    assert "שלום" in out
    assert len(out) < 1_500
    assert max(map(len, out.splitlines()[:-1])) <= 40


def test_each_learner_sets_aside_apart(aside: House) -> None:
    assert listed(aside, "suspend", "--learner", "Ada") == {}
    assert listed(aside, "suspend", "claim", "--learner", "Ada") == {"bank/claim": "suspended"}
    assert listed(aside, "unsuspend", "--all", "--learner", "Ada") == {}
    assert len(listed(aside)) == 2


def test_no_bank_is_written_to(aside: House) -> None:
    path = aside.home / "questions/bank.yaml"
    before = path.read_bytes(), path.stat().st_mtime_ns
    told(aside, "suspend", "claim")
    told(aside, "unsuspend", "--all")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_it_is_done_while_a_sitting_is_open(aside: House) -> None:
    with sitting_lock(aside.db):
        assert len(listed(aside, "suspend", "claim")) == 3
        assert listed(aside, "unsuspend", "--all") == {}
