"""Coming back after a break, and pauses, through the door: overdue cards, the proposal, the plan."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from robot import Robot, cards_below
from terminal import QUESTION, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from door import Done, House

WORDS = "quiz: 1\ntitle: Words\nquestions:\n" + "".join(
    f"  - {{id: w{n}, ask: Word {n * 7919}?, answer: a{n}}}\n" for n in range(50)
)
HOW = "40 cards are overdue: `quiz start --catch-up 4` clears them in 4 days, 10 a day beside what falls due."
DUE = "0 cards due today, 40 overdue (the oldest since Wed 4 Mar)."
CATCHING = "Catching up: day {} of {}, {} overdue cards left, {} of them today. New cards pause until then."
BACK = "2026-03-30T12:00+00:00"


def noon(day: int, month: int = 3) -> str:
    return f"2026-{month:02}-{day:02}T12:00+00:00"


@pytest.fixture
def away(empty: House) -> House:
    """A house whose learner learnt 40 words in two days, and was away for four weeks."""
    empty.bank(WORDS)
    for day in (2, 3):
        sit(empty, noon(day), "--new", "20")
    return empty


def sit(house: House, now: str, *arguments: str) -> tuple[Done, int]:
    """Hold a sitting in which everything is answered rightly; return how many cards were asked."""
    robot = Robot(cards_below(house.home / "questions"), lambda _put: True)
    done = house.sit(robot, *arguments, QUIZ_NOW=now)
    assert done.code == 0, done.err
    return done, len(robot.asked)


def asked(done: Done) -> list[str]:
    return [said for said in done.said("answer") if "overdue" in said or "Paused" in said]


def plans(house: House) -> list[tuple[object, ...]]:
    return house.query("SELECT sort, content FROM plans ORDER BY id")


def stats(house: House, now: str = BACK) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(house.call("stats", "--json", QUIZ_NOW=now).out)
    return found


def test_overdue_is_told_apart_from_due(away: House) -> None:
    found = stats(away)
    assert (found["due_today"], found["overdue"], found["overdue_since"]) == (40, 40, "2026-03-04")
    told = " ".join(away.call("stats", QUIZ_NOW=BACK).out.split())
    assert told.startswith(DUE.removesuffix("."))
    assert " 40 overdue, then: " in told
    done = away.attend(stdin="n\n:quit\n", QUIZ_NOW=BACK)
    assert done.said("note")[0] == DUE


def test_a_usual_day_proposes_nothing(away: House) -> None:
    for now in (noon(3), noon(5), noon(6)):
        assert asked(away.attend("--fresh", stdin=":quit\n", QUIZ_NOW=now)) == []
    assert plans(away) == []


def test_a_proposal_that_is_taken_divides_the_backlog_and_pauses_new_cards(away: House) -> None:
    done = away.attend(stdin="y\n:quit\n", QUIZ_NOW=BACK)
    (question,) = asked(done)
    assert question.startswith("40 cards are overdue. Clear them in 4 days, 10 a day beside what falls due, ")
    assert question.endswith("New cards pause until then. y, n, or a number of days, Enter for y")
    assert done.said("note")[1] == CATCHING.format(1, 4, 40, 10)
    assert plans(away) == [("backlog", '{"days": 4}')]
    found = stats(away)
    assert found["catching_up"] == {"day": 1, "days": 4, "left": 40, "today": 10}
    assert found["new_today"] == 0
    days = [sit(away, now) for now in (BACK, noon(31), noon(1, 4), noon(2, 4))]
    assert [number for _, number in days] == [10, 10, 10, 10]
    assert days[1][0].said("note")[1] == CATCHING.format(2, 4, 30, 10)
    cleared = "The backlog is cleared, in 4 days. New cards are asked again."
    assert days[-1][0].said("note")[-1] == cleared
    assert plans(away)[-1] == ("backlog", "null")
    assert stats(away, noon(2, 4))["catching_up"] is None
    assert sit(away, noon(3, 4))[1] == 10  # the new ones
    away.check()


def test_another_number_of_days_can_be_given(away: House) -> None:
    done = away.attend(stdin="soon\n8\n:quit\n", QUIZ_NOW=BACK)
    assert done.said("please") == ["type y, n, or a number of days up to 365"]
    assert done.said("note")[1] == CATCHING.format(1, 8, 40, 5)


@pytest.mark.parametrize("stdin", ["n\n:quit\n", ""])
def test_refused_everything_is_as_usual_and_it_is_not_asked_again_that_day(away: House, stdin: str) -> None:
    done = away.attend(stdin=stdin, QUIZ_NOW=BACK)
    assert done.said("note")[1].startswith("All right")
    assert plans(away) == [("backlog", "null")]
    assert asked(away.attend(stdin=":quit\n", QUIZ_NOW=BACK)) == []
    assert sit(away, BACK)[1] == 50
    assert asked(away.attend(stdin="n\n", QUIZ_NOW=noon(31))) == []


def test_without_a_terminal_a_line_says_how(away: House) -> None:
    done, number = sit(away, BACK)
    assert done.said("note") == [DUE, HOW]
    assert number == 50
    assert plans(away) == []


def test_a_plan_can_be_told_changed_and_ended(away: House) -> None:
    done, number = sit(away, BACK, "--catch-up", "5")
    assert (done.said("note")[1], number) == (CATCHING.format(1, 5, 40, 8), 8)
    assert sit(away, noon(31), "--catch-up", "2")[1] == 16
    done, number = sit(away, noon(31), "--catch-up", "0")
    assert done.said("note")[1] == "The backlog is no longer cleared by a plan. New cards are asked again."
    assert number == 26
    done, _ = sit(away, noon(31), "--catch-up", "0")
    assert done.said("note")[0].startswith("No backlog is being cleared")
    done, _ = sit(away, noon(31), "--catch-up", "3")
    assert done.said("note")[0].startswith("Nothing is overdue")
    away.check()


def test_new_cards_come_where_they_are_asked_for(away: House) -> None:
    assert sit(away, BACK, "--catch-up", "4", "--new", "3")[1] == 13


def test_a_plan_whose_days_are_over_ends_and_another_is_proposed(away: House) -> None:
    away.attend("--catch-up", "3", stdin=":quit\n", QUIZ_NOW=BACK)
    done = away.attend(stdin="y\n:quit\n", QUIZ_NOW=noon(3, 4))
    assert done.said("note")[1].startswith(
        "The 3 days of catching up are over; 40 cards of the backlog are left."
    )
    assert len(asked(done)) == 1
    assert plans(away) == [("backlog", '{"days": 3}'), ("backlog", "null"), ("backlog", '{"days": 4}')]


def test_cram_has_no_share_in_it(away: House) -> None:
    done = away.call("start", "--cram", "--catch-up", "3", QUIZ_NOW=BACK)
    assert (done.code, done.err) == (
        2,
        "quiz: --cram and --catch-up do not go together. Leave one of them out.\n",
    )
    assert away.attend("--cram", stdin=":quit\n", QUIZ_NOW=BACK).said("note") == [
        "Nothing was answered. `quiz start` begins again."
    ]


@pytest.mark.parametrize("days", ["-1", "366", "x"])
def test_other_days_than_those_of_a_year_are_refused(away: House, days: str) -> None:
    assert away.call("start", "--catch-up", days).code == 2


def test_a_pause_is_asked_about_and_shown_and_breaks_no_row(away: House) -> None:
    states = away.query("SELECT * FROM card_states ORDER BY card_id")
    done = away.call("pause", "--until", "2026-03-31", QUIZ_NOW=noon(4))
    assert done.code == 0
    assert done.out.splitlines()[0] == (
        "Paused from today, until Tue 31 Mar (27 days left). Nothing is shifted; `quiz resume` ends it."
    )
    assert "27 days, back on Tue 31 Mar: 40 cards fall due meanwhile." in done.out
    assert "Of 40 learnt cards you likely know" in done.out
    assert away.query("SELECT * FROM card_states ORDER BY card_id") == states
    found = stats(away)
    assert found["pause"] == {"since": "2026-03-04", "until": "2026-03-31"}
    assert found["streak"] == {"days": 2, "longest": 2}
    assert "Paused since Wed 4 Mar, until Tue 31 Mar (1 day left)." in away.call("stats", QUIZ_NOW=BACK).out
    done, number = sit(away, BACK)
    assert done.said("note") == [
        "Paused since Wed 4 Mar, until Tue 31 Mar (1 day left). `quiz resume` ends the pause."
    ]
    assert number == 0
    stayed = away.attend(stdin="n\n", QUIZ_NOW=BACK)
    assert (len(asked(stayed)), stayed.said("note"), stayed.said("question")) == (1, [], [])
    back = away.attend(stdin="y\nn\n:quit\n", QUIZ_NOW=BACK)
    assert len(asked(back)) == 2
    assert stats(away)["pause"] is None
    sit(away, BACK)
    assert stats(away)["streak"] == {"days": 3, "longest": 3}
    away.check()


def test_a_pause_ends_by_itself(away: House) -> None:
    away.call("pause", "--days", "27", QUIZ_NOW=noon(4))
    done = away.attend(stdin="n\n:quit\n", QUIZ_NOW=noon(31))
    assert len(asked(done)) == 1
    assert stats(away, noon(31))["pause"] is None


def test_resuming_ends_it_and_says_how_to_catch_up(away: House) -> None:
    away.call("pause", QUIZ_NOW=noon(4))
    done = away.call("resume", QUIZ_NOW=BACK)
    assert done.said("note") == ["The pause since Wed 4 Mar is over, after 26 days.", DUE, HOW]
    done = away.call("resume", QUIZ_NOW=BACK)
    assert (done.code, done.err) == (1, "quiz: There is no pause to end. `quiz start` asks what is due.\n")


def test_a_pause_without_an_end_is_reckoned_for_a_week_a_fortnight_and_a_month(away: House) -> None:
    done = away.call("pause", "--json", QUIZ_NOW=noon(4))
    found = json.loads(done.out)
    assert found["layout"] == 1
    assert found["pause"] == {"since": "2026-03-04", "until": None}
    assert [(one["days"], one["until"]) for one in found["costs"]] == [
        (7, "2026-03-11"),
        (14, "2026-03-18"),
        (30, "2026-04-03"),
    ]
    assert found["costs"][0]["known_now"] > found["costs"][0]["known_then"] > found["costs"][2]["known_then"]
    assert set(found["costs"][0]["helped"][0]) == {
        "card",
        "prompt",
        "recall_then",
        "recall_then_if_seen",
        "seconds",
    }


def test_a_pause_can_be_tried_out_and_replaced(away: House) -> None:
    done = away.call("pause", "--days", "5", "--dry-run", QUIZ_NOW=noon(4))
    assert done.out.startswith("5 days, back on Mon 9 Mar")
    assert plans(away) == []
    away.call("pause", "--days", "5", QUIZ_NOW=noon(4))
    done = away.call("pause", "--days", "9", QUIZ_NOW=noon(5))
    assert done.out.startswith(
        "There was a pause already: Paused since Wed 4 Mar, until Mon 9 Mar (4 days left). This one takes "
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--days", "0"), "A pause until today would have no day"),
        (("--days", "-3"), "A pause until 2026-03-01, which is past, would have no day"),
        (("--until", "2026-03-04"), "A pause until today would have no day"),
        (("--until", "2026-02-01"), "A pause until 2026-02-01, which is past, would have no day"),
        (("--until", "2028-01-01"), "would be longer than a year; 2027-03-05 is the latest day"),
        (("--days", "99999999999"), "would be longer than a year"),
        (("--until", "soon"), "does not match the format"),
        (("--until", "2026-04-01", "--days", "3"), "do not go together"),
    ],
)
def test_a_pause_that_cannot_be_is_refused(away: House, arguments: tuple[str, ...], said: str) -> None:
    done = away.call("pause", *arguments, QUIZ_NOW=noon(4))
    assert done.code == 2
    assert said in done.err
    assert plans(away) == []


@pytest.fixture
def terminal(away: House) -> Iterator[Terminal]:
    shown = Terminal(away, "start", columns=50, rows=40, QUIZ_NOW=BACK)
    yield shown
    shown.close()


def test_the_proposal_in_a_terminal_of_50_columns(away: House, terminal: Terminal) -> None:
    terminal.wait(("40 cards are overdue. Clear them in 4 days", "Enter done", "never mind"))
    terminal.press("soon\r", until="Please type y, n, or a number of days up to 365.")
    terminal.press("5\r", until=("Catching up: day 1 of 5", QUESTION))
    assert plans(away) == [("backlog", '{"days": 5}')]
    terminal.press("\x04")
    assert terminal.end() == 0


def test_ctrl_c_at_the_proposal_is_no(away: House, terminal: Terminal) -> None:
    terminal.wait(("Clear them in 4 days", "Enter done"))
    terminal.press("\x03", until=("All right", QUESTION))
    assert plans(away) == [("backlog", "null")]
    terminal.press("\x04")
    assert terminal.end() == 0
