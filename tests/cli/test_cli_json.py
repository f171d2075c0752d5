from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank

if TYPE_CHECKING:
    from door import House

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
NOTHING = {"recalled": 0, "asked": 0, "share": None, "low": 0.0, "high": 1.0}


@pytest.fixture
def studied(empty: House) -> House:
    """A house with two questions and three days of history."""
    empty.bank(bank("text", "number").replace("id: river", "id: river\n    tags: [water]"))
    for day, said in (
        ("2026-03-02", "Danube\n8\n9\n"),
        ("2026-03-04", "7\nDonau\n"),
        ("2026-03-05", "9\n"),
    ):
        done = empty.call("start", stdin=said, QUIZ_NOW=f"{day}T09:30+00:00")
        assert done.code == 0
    empty.check()
    return empty


def test_stats_in_json_keep_their_layout(studied: House) -> None:
    done = studied.call("stats", "--json", QUIZ_NOW="2026-03-05T12:00+00:00")
    told = json.loads(done.out)
    sessions = told.pop("sessions")
    days = told.pop("days")
    assert told.pop("forecast") == [
        {"day": f"2026-03-{5 + number:02}", "due": due} for number, due in enumerate(studied_due(studied))
    ]
    known = told.pop("known")
    assert told["banks"][0].pop("known") == known
    assert (known["cards"], known["answered"]) == (2, 2)
    assert 1 < known["expected"] < 2
    assert [day["day"] for day in told.pop("calendar")] == ["2026-03-02", "2026-03-04", "2026-03-05"]
    half = {"recalled": 1, "asked": 2, "share": 0.5, "low": 0.094531, "high": 0.905469}
    done = told.pop("done_today")
    assert (done["day"], done["answers"], done["points"]) == ("2026-03-05", 1, 1.0)
    assert told == {
        "layout": 1,
        "selection": None,
        "today": "2026-03-05",
        "due_today": 0,
        "overdue": 0,
        "overdue_since": None,
        "pause": None,
        "catching_up": None,
        "plan": None,
        "due_tomorrow": studied_due(studied)[1],
        "new_left": 0,
        "new_today": 0,
        "answers_today": 1,
        "apart_today": 0,
        "answers_total": 6,
        "apart_total": 0,
        "retention": half,
        "desired_retention": 0.9,
        "streak": {"days": 2, "longest": 2},
        "banks": [
            {
                "bank": "bank",
                "title": "All kinds",
                "cards": 2,
                "new": 0,
                "learning": 0,
                "review": 2,
                "due": 0,
                "retention": half,
            }
        ],
    }
    day = {"apart": 0, "counted": 2, "points": 1.0, "share": 0.5, "answering_ms": 0}
    assert [{**one, "answering_ms": 0} for one in days] == [
        {"day": "2026-03-04", "answers": 2, **day},
        {"day": "2026-03-02", "answers": 3, **day},
    ]
    assert all(ID.fullmatch(session.pop("session")) for session in sessions)
    tally = {"right": 1, "near": 0, "partly": 0, "wrong": 0, "answered": 1, "points": 1.0, "share": 1.0}
    assert [{**session, "answering_ms": 0} for session in sessions] == [
        {"day": "2026-03-05", "started": "2026-03-05T09:30", "tally": tally, "answering_ms": 0},
        {
            "day": "2026-03-04",
            "started": "2026-03-04T09:30",
            "tally": {**tally, "wrong": 1, "answered": 2, "share": 0.5},
            "answering_ms": 0,
        },
        {
            "day": "2026-03-02",
            "started": "2026-03-02T09:30",
            "tally": {**tally, "wrong": 1, "answered": 2, "share": 0.5},
            "answering_ms": 0,
        },
    ]


def studied_due(house: House) -> list[int]:
    """Return what the next seven days hold, counted with nothing but SQL."""
    due = [str(row[0]) for row in house.query("SELECT due_on FROM card_states")]
    return [due.count(f"2026-03-{5 + number:02}") for number in range(7)]


def test_stats_of_nobody_keep_their_layout(empty: House) -> None:
    empty.bank(bank("text"))
    told = json.loads(empty.call("stats", "--json").out)
    assert told["retention"] == NOTHING
    assert told["streak"] == {"days": 0, "longest": 0}
    assert told["days"] == told["sessions"] == []
    assert (told["new_left"], told["new_today"]) == (1, 1)


def test_the_list_in_json_keeps_its_layout(studied: House) -> None:
    path = str(studied.home / "questions/bank.yaml")
    due = dict(studied.query("SELECT card, due_on FROM cards_readable"))
    told = json.loads(studied.call("list", "--json").out)
    assert told == {
        "layout": 1,
        "banks": [
            {
                "bank": "bank",
                "title": "All kinds",
                "path": path,
                "language": "en",
                "source": "text.md",
                "questions": 2,
            }
        ],
        "cards": [
            {
                "card": "bank/river",
                "kind": "text",
                "state": "review",
                "aside": None,
                "due_on": due["bank/river"],
                "tags": ["water"],
                "prompt": "Which river flows through Vienna?",
                "draft": False,
                "path": path,
                "line": 5,
            },
            {
                "card": "bank/planets",
                "kind": "number",
                "state": "review",
                "aside": None,
                "due_on": due["bank/planets"],
                "tags": [],
                "prompt": "How many planets were counted?",
                "draft": False,
                "path": path,
                "line": 13,
            },
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "cards"),
    [
        (("--state", "review"), ["bank/river", "bank/planets"]),
        (("--state", "new"), []),
        (("--state", "due"), ["bank/river", "bank/planets"]),
        (("--tag", "water"), ["bank/river"]),
        (("water",), ["bank/river"]),
        (("--kind", "number"), ["bank/planets"]),
        (("bank", "--kind", "number", "--kind", "text"), ["bank/river", "bank/planets"]),
        (("--kind", "match"), []),
    ],
)
def test_the_list_is_filtered(studied: House, arguments: tuple[str, ...], cards: list[str]) -> None:
    done = studied.call("list", *arguments, "--json", QUIZ_NOW="2026-09-01T12:00+00:00")
    assert [card["card"] for card in json.loads(done.out)["cards"]] == cards
    lines = studied.call("list", *arguments, QUIZ_NOW="2026-09-01T12:00+00:00").out.splitlines()
    assert [line.partition(" ")[0] for line in lines[:-1] if not line.startswith(" ")] == cards
    assert lines[-1] == ("1 card" if len(cards) == 1 else f"{len(cards)} cards")


def test_stats_are_sentences(studied: House) -> None:
    done = studied.call("stats", QUIZ_NOW="2026-03-05T12:00+00:00")
    assert done.code == 0
    assert "1 of 2" in done.out or "50 %" in done.out
    assert "2 days in a row with an answer; 6 answers in all." in done.out
    assert "\x1b" not in done.out


def test_a_draft_is_listed_as_one_and_never_asked(empty: House) -> None:
    empty.bank(bank("text").replace("id: river", "id: river\n    draft: true"))
    assert empty.call("list", "bank").out.splitlines() == [
        "bank/river [text, draft]",
        "  Which river flows through Vienna?",
        "1 card",
    ]
    assert empty.call("list", "--state", "draft").out.endswith("\n1 card\n")
    assert empty.call("list", "--state", "new").out == "0 cards\n"
    assert empty.call("start").said("note") == [
        "There are no cards to ask here; `quiz list` shows the banks."
    ]
