"""`quiz why`: a card's memory explained, on a screen and as JSON."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from marked import say
from samples_of_kinds import bank

from quiz.review import Sign

if TYPE_CHECKING:
    from door import House

SHOWN = """\
bank/river
Which river flows through Vienna?
now      review; recall today 92 %, stability 11.0 days, difficulty 2.1

day         after  recall  rating  stability   difficulty  comes back
2026-03-02  first  -       ✓ good  2.3         2.1         2026-03-04 (2 d)
2026-03-04  2 d    91 %    ✓ good  2.3 → 11.0  2.1 → 2.1   2026-03-15 (11 d)
recall: the predicted chance of knowing it; stability: days until that has
fallen to 90 %; difficulty: 1 (easy) to 10

memory   It was remembered after 2 days, when the chance was 91 %: so the
         stability grows from 2.3 to 11.0 days, 4.8 times as long. It grows the
         more, the lower the chance had fallen, the less stable it was, and the
         easier the card is (difficulty 2.1 of 10). By this rating the
         difficulty stays at 2.1.
next     Interval: 11 days from Wed 4 Mar: by then the chance of recall has
         fallen to the desired 90 %.
         Given: 11 days; it is not spread over the days around it.
         So it comes on Sun 15 Mar, in 3 days.

If it were answered today
again    again today, until it is right; stability 1.5 days, difficulty 7.4
hard     in 28 days, on Thu 9 Apr; stability 27.7 days, difficulty 4.7
good     in 39 days, on Mon 20 Apr; stability 38.9 days, difficulty 2.1
easy     in 63 days, on Thu 14 May; stability 63.2 days, difficulty 1.0
"""
PAIR = "quiz: 1\ntitle: Pair\nquestions:\n  - {id: pair, cloze: 'The {salt} and the {pepper}.'}\n"
LATER = "2026-03-12T12:00:00+00:00"


@pytest.fixture
def studied(empty: House) -> House:
    """A house with a question that was answered twice, its days not spread."""
    empty.bank(bank("text", "number"))
    config = empty.home / "config/quiz/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("fuzz = false\n", encoding="utf-8")
    answer(empty, "2026-03-02", "Danube")
    answer(empty, "2026-03-04", "Danube")
    return empty


def answer(house: House, day: str, *said: str, options: tuple[str, ...] = ()) -> None:
    lines = "".join(f"{line}\n" for line in said)
    done = house.call("start", "--kind", "text", *options, stdin=lines, QUIZ_NOW=f"{day}T12:00:00+00:00")
    assert done.code == 0
    assert len(done.said("question")) == len(said)


def told(house: House, *arguments: str, now: str = LATER, **environ: str) -> str:
    done = house.call("why", *arguments, QUIZ_NOW=now, **environ)
    assert (done.code, done.err) == (0, "")
    assert [line for line in done.out.splitlines() if line != line.rstrip()] == []
    return done.out


def values(house: House, name: str = "river", now: str = LATER) -> dict[str, Any]:
    """Return what JSON tells of a question with one card."""
    (found,) = json.loads(told(house, name, "--json", now=now))["cards"]
    assert isinstance(found, dict)
    return found


def test_a_card_is_explained(studied: House) -> None:
    assert told(studied, "bank/river") == SHOWN
    assert told(studied, "river", COLUMNS="80") == SHOWN
    studied.check()


def test_it_fits_into_a_narrow_terminal(studied: House) -> None:
    found = told(studied, "river", COLUMNS="50")
    assert max(map(len, found.splitlines())) <= 50
    assert "2026-03-04  ✓ good, after 2 d, recall 91 %\n  stability 2.3 → 11.0, difficulty 2.1 → 2.1" in found
    assert "  comes back 2026-03-15 (11 d)\n" in found


def test_a_new_card_says_so_and_what_each_first_rating_gives(studied: House) -> None:
    assert told(studied, "planets") == (
        "bank/planets\nHow many planets were counted?\nnow      new: never answered\n\n"
        "next     New cards come in the order of the bank. It is number 1 of the 1 card\n"
        "         to be asked now.\n\n"
        "If it were answered today\n"
        "again    again today, until it is right; stability 0.21 days, difficulty 6.4\n"
        "hard     tomorrow; stability 1.3 days, difficulty 5.1\n"
        "good     in 2 days, on Sat 14 Mar; stability 2.3 days, difficulty 2.1\n"
        "easy     in 8 days, on Fri 20 Mar; stability 8.3 days, difficulty 1.0\n"
    )


def test_all_cards_of_a_question_are_explained(studied: House) -> None:
    studied.bank(PAIR + bank("text").partition("questions:\n")[2])
    found = told(studied, "pair")
    both = ["bank/pair#1", "bank/pair#2"]
    assert re.findall(r"^bank/.*", found, re.MULTILINE) == both
    assert [card["card"] for card in json.loads(told(studied, "pair", "--json"))["cards"]] == both
    assert told(studied, "pair#2").startswith("bank/pair#2\n")


def test_only_the_latest_answers_are_shown_unless_all_are_wanted(studied: House) -> None:
    for day in range(0, 24, 3):
        answer(studied, f"2026-04-{day + 2:02}", "Rhine", "Danube")
    found = told(studied, "river", now="2026-04-28T12:00:00+00:00")
    days = re.findall(r"^2026-.*", found, re.MULTILINE)
    assert len(days) == 8
    assert "\n10 earlier answers; --all shows all.\n" in found
    everything = told(studied, "river", "--all", now="2026-04-28T12:00:00+00:00")
    assert len(re.findall(r"^2026-.*", everything, re.MULTILINE)) == 18
    assert "earlier answers" not in everything
    assert len(values(studied, now="2026-04-28T12:00:00+00:00")["events"]) == 18


def test_a_day_of_several_answers_is_put_into_words(studied: House) -> None:
    answer(studied, "2026-03-15", "Rhine", "Danube")
    found = " ".join(told(studied, "river", now="2026-03-15T13:00:00+00:00").split())
    assert (
        "It was forgotten after 11 days, when the chance of recall was 90 %: so the stability falls" in found
    )
    assert "Asked once more on the same day, it was rated good: by the rule for one day" in found
    assert "same day" in found


def test_answers_apart_and_taken_back_and_marks_are_marked(studied: House) -> None:
    answer(studied, "2026-03-05", "Rhine", "Danube", options=("--cram",))
    answer(studied, "2026-03-15", "Danube")
    assert studied.call("undo", QUIZ_NOW="2026-03-15T13:00:00+00:00").code == 0
    say(studied, Sign.FLAGGED, "bank/river", note="Is \x1b[31mthis so?", now="2026-03-16T12:00:00+00:00")
    assert studied.call("suspend", "river", QUIZ_NOW="2026-03-17T12:00:00+00:00").code == 0
    now = "2026-03-18T12:00:00+00:00"
    found = told(studied, "river", now=now)
    assert "2026-03-05  1 d    99 %    ✗ again  cram: memory left alone\n" in found
    assert "2026-03-15  11 d   90 %    ✓ good   taken back on 2026-03-15: does not count\n" in found
    assert "2026-03-16  flagged: Is �[31mthis so?\n2026-03-17  suspended\n" in found
    assert "It is not asked: suspended. `quiz unsuspend` takes that back." in found
    whats = [event["what"] for event in values(studied, now=now)["events"]]
    assert whats == ["answer"] * 5 + ["flagged", "suspended"]
    assert values(studied, now=now)["suspended"] is True


def test_a_changed_answer_says_that_it_made_the_card_due(studied: House) -> None:
    text = (studied.home / "questions/bank.yaml").read_text(encoding="utf-8")
    studied.bank(text.replace("answer: Danube", "answer: Danube Canal").replace("accept: [Donau]", ""))
    found = told(studied, "river")
    assert "\n2026-03-12  the answer was changed in the bank\n" in found
    assert "Its answer was changed in the bank: so it is due from today on" in " ".join(found.split())
    assert values(studied)["edited_on"] == "2026-03-12"


def test_another_desired_retention_is_told_apart_from_what_was_given(studied: House) -> None:
    found = " ".join(told(studied, "river", QUIZ_DESIRED_RETENTION="0.95").split())
    assert "to the desired 95 %. Given: 11 days, by what held then; by today's settings it" in found


def test_fuzz_and_balance_are_told(studied: House) -> None:
    found = " ".join(told(studied, "river", QUIZ_FUZZ="true").split())
    assert "Fuzz: any of 9 to 13 days, so that cards learnt together part. Given: 11 days." in found
    assert "Balance: the day of these with the fewest siblings" in found
    assert "Balance" not in told(studied, "river", QUIZ_FUZZ="true", QUIZ_BALANCE="false")


def test_json_keeps_its_layout(studied: House) -> None:
    found = values(studied)
    assert [found.pop(name) for name in ("card", "prompt", "today", "state", "last_day", "due_on")] == [
        "bank/river",
        "Which river flows through Vienna?",
        "2026-03-12",
        "review",
        "2026-03-04",
        "2026-03-15",
    ]
    first, second = found.pop("events")
    assert second.pop("before") == first.pop("after")
    assert first["before"] is None
    assert set(second) == {
        *("what", "id", "day", "mode", "counts", "undone_on", "verdict", "graded", "suggested", "rating"),
        *("hints", "confidence", "elapsed_days", "recall", "after", "interval_days", "due_on"),
    }
    found_recall = found["interval"]["recall"]
    assert 0.899 < found_recall < 0.901
    assert found.pop("interval") == {
        "desired_retention": 0.9,
        "formula_days": 11,
        "recall": found_recall,
        "given_days": 11,
        "given_on": "2026-03-04",
        "moved_on": None,
        "fits": True,
        "balance": True,
        "range": [{"day": "2026-03-15", "cards": 0, "siblings": 0, "share": 1.0}],
    }
    assert [one["rating"] for one in found.pop("ratings")] == ["again", "hard", "good", "easy"]
    assert set(found) == {
        *("in_use", "aside_until", "suspended", "interval_days", "memory", "recall", "parameters"),
        *("edited_on", "queue", "plan", "paused"),
    }
    assert json.loads(told(studied, "river", "--json"))["layout"] == 1


def test_json_tells_what_else_happened(studied: House) -> None:
    text = (studied.home / "questions/bank.yaml").read_text(encoding="utf-8")
    studied.bank(text.replace("id: river", "id: stream"))
    assert studied.call("load", QUIZ_NOW="2026-03-05T12:00:00+00:00").code == 0
    studied.bank(
        text.replace("id: river", "id: stream").replace("Danube", "Rhone").replace("Donau", "Rotten")
    )
    say(studied, Sign.BURIED, "bank/stream", now="2026-03-12T13:00:00+00:00")
    found = values(studied, "stream")
    assert [event for event in found["events"] if event["what"] != "answer"] == [
        {"what": "renamed", "day": "2026-03-05", "old": "bank/river", "new": "bank/stream"},
        {"what": "buried", "day": "2026-03-12", "note": "", "until": "2026-03-13"},
        {"what": "edited", "day": "2026-03-12"},
    ]
    assert (found["aside_until"], found["suspended"], found["queue"]) == ("2026-03-13", False, None)


def test_json_tells_a_date_that_was_moved(studied: House) -> None:
    with closing(sqlite3.connect(studied.db, isolation_level=None)) as connection:
        connection.execute(
            """INSERT INTO reschedules SELECT id, device, learner, id, 20, '2026-03-24', '', 0, '2026-03-05'
               FROM reviews ORDER BY id DESC LIMIT 1"""
        )
    assert studied.call("replay").code == 0
    found = values(studied)
    assert found["events"][-1] == {
        "what": "moved",
        "day": "2026-03-05",
        "interval_days": 20,
        "due_on": "2026-03-24",
    }
    assert (found["due_on"], found["interval"]["given_days"]) == ("2026-03-24", 20)
    assert found["interval"]["moved_on"] == "2026-03-05"


def test_a_name_that_is_none_is_refused_with_what_may_be_meant(studied: House) -> None:
    done = studied.call("why", "rivr")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean bank/river?" in done.err


def test_an_answer_of_a_newer_quiz_is_refused(studied: House) -> None:
    with closing(sqlite3.connect(studied.db, isolation_level=None)) as connection:
        connection.execute("UPDATE reviews SET scheduler = 'quiz-fsrs7-1'")
    done = studied.call("why", "river")
    assert (done.code, done.out) == (3, "")
    assert "written by a newer quiz, by formulas of memory (quiz-fsrs7-1)" in done.err
