"""`quiz plan`, and `quiz start` that follows it, from the day it is kept to the day after."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from door import NOON, Done, House
from terminal import CTRL_D, QUESTION, Terminal

BY = "2026-03-12"
"""Ten days after NOON."""


def words(title: str, number: int, tag: str = "") -> str:
    tags = f", tags: [{tag}]" if tag else ""
    lines = [f"  - {{id: w{n}, front: {title} {n * 1000 + n}, back: x{tags}}}" for n in range(number)]
    return "\n".join(["quiz: 1", f"title: {title}", "questions:", *lines, ""])


@pytest.fixture
def home(empty: House) -> House:
    """A house with thirty cards in two banks."""
    empty.bank(words("Lakes", 20), "questions/lakes.yaml")
    empty.bank(words("Seas", 10, "salt"), "questions/seas.yaml")
    return empty


def on(day: int) -> str:
    return (datetime.fromisoformat(NOON) + timedelta(days=day)).isoformat()


def plan(house: House, *arguments: str, day: int = 0, code: int = 0) -> Done:
    done = house.call("plan", *arguments, QUIZ_NOW=on(day))
    assert done.code == code, done
    return done


def values(house: House, *arguments: str, day: int = 0) -> dict[str, Any]:
    found = json.loads(plan(house, *arguments, "--json", day=day).out)
    assert isinstance(found, dict)
    assert found["layout"] == 1
    return found


def study(house: House, day: int, *arguments: str, answers: int = 200) -> Done:
    """Study a day, each card rated good."""
    done = house.call("start", *arguments, stdin="\n3\n" * answers, QUIZ_NOW=on(day))
    assert (done.code, done.err) == (0, "")
    return done


def asked(done: Done) -> list[str]:
    return [line.split(", ")[2] for line in done.said("question")]


def test_a_plan_says_what_is_needed_and_keeps_nothing(home: House) -> None:
    out = plan(home, "--by", BY).out
    assert out.startswith("Plan to Thu 12 Mar: 10 days of study left, today the first; 30 cards, 30 new.\n")
    for word in (
        "New cards: ",
        "Time: ",
        "Known on the day: ",
        "Without the plan, as today's settings go on: ",
    ):
        assert f"\n{word}" in out
    assert "of 30, 9" in out
    assert out.endswith("Nothing is kept yet: with `--keep` too, `quiz start` follows this plan.\n")
    assert plan(home).out.startswith("No plan is kept. `quiz plan --by DATE`")
    assert home.query("SELECT count(*) FROM plans") == [(0,)]


def test_it_is_about_what_is_named(home: House) -> None:
    assert "10 cards, 10 new" in plan(home, "seas", "--by", BY).out
    assert "10 cards, 10 new" in plan(home, "salt", "--by", BY).out
    assert "Nothing fits 'rivers'" in plan(home, "rivers", "--by", BY, code=2).err


def test_figures_are_there_as_json(home: House) -> None:
    found = values(home, "--by", BY, "--minutes", "2")
    assert (found["today"], found["by"], found["days"], found["minutes"]) == ("2026-03-02", BY, 10, 2)
    assert (found["cards"], found["new_cards"], found["known_now"], found["kept"]) == (30, 30, 0, False)
    days = found["plan"]["day_by_day"]
    assert [days[0]["day"], days[-1]["day"], len(days)] == ["2026-03-02", "2026-03-11", 10]
    assert sum(day["new"] for day in days) == pytest.approx(found["plan"]["begun"], abs=0.1)
    assert days[-1]["known"] == found["plan"]["known"] > found["without_plan"]["known"]
    assert max(day["minutes"] for day in days) <= 2
    assert found["without_budget"]["known"] >= found["plan"]["known"]
    assert found["plan"]["seconds_a_day"] == 120
    assert values(home, "--by", BY)["without_budget"] is None


def test_what_does_not_fit_is_told_by_bank(home: House) -> None:
    found = values(home, "--by", "2026-03-05", "--minutes", "1")
    assert found["not_begun"] > 0
    assert sorted(group["bank"] for group in found["give_up_first"]) == ["lakes", "seas"]
    out = plan(home, "--by", "2026-03-05", "--minutes", "1").out
    assert "Not all of it fits into 1 minute a day: " in out
    assert "\nGive up first what brings least for its time" in out
    assert "\n- Lakes (20 new): " in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--by", "2026-03-01"], "2026-03-01 is past"),
        (["--by", "2026-03-02"], "2026-03-02 is today"),
        (["--by", "2030-01-01"], "more than three years away"),
        (["--by", "soon"], "soon"),
        (["--by", BY, "--minutes", "0"], "0 is not in the range"),
        (["--keep"], "--keep says something of a plan that is not there"),
        (["lakes"], "BANK_OR_TAG says something of a plan that is not there"),
        (["--minutes", "5"], "--minutes says something"),
        (["--drop", "--by", BY], "--drop and --by do not go together"),
    ],
)
def test_what_makes_no_sense_is_refused(home: House, arguments: list[str], said: str) -> None:
    assert said in plan(home, *arguments, code=2).err


def test_tomorrow_and_nothing_new_and_nothing_at_all_are_told(home: House) -> None:
    assert "Only today is left" in plan(home, "--by", "2026-03-03").out
    study(home, 0, "--new", "50")
    assert "New cards: none, all are begun." in plan(home, "--by", BY, day=1).out
    (home.home / "questions/lakes.yaml").unlink()
    (home.home / "questions/seas.yaml").write_text("quiz: 1\ntitle: Seas\nquestions: []\n")
    done = home.call("plan", "--by", BY)
    assert "no cards to plan for" in done.out or done.code == 1
    found = home.call("plan", "--by", BY, "--keep", "--json")
    assert json.loads(found.out)["plan"] is None
    assert home.query("SELECT count(*) FROM plans") == [(0,)]


def test_a_kept_plan_is_followed_to_its_day_and_ends_by_itself(home: House) -> None:
    kept = values(home, "--by", BY, "--keep")
    assert kept["kept"]
    per_day, new_days = kept["plan"]["new_per_day"], kept["plan"]["new_days"]
    assert 0 < per_day < 20
    begun = 0
    for day in range(10):
        done = study(home, day)
        notes = done.said("note")
        left = f"{10 - day} days left" if day < 9 else "1 day left"
        assert notes[0] == f"Plan to Thu 12 Mar: {left}, {begun} of 30 begun, as planned."
        before, begun = begun, int(home.query("SELECT count(*) FROM card_states")[0][0])  # type: ignore[call-overload]
        assert begun - before <= per_day
        if day < new_days:
            assert done.said("plan") == [f"Plan to Thu 12 Mar: {left}, {begun} of 30 begun, as planned."]
    assert begun == 30
    standing = values(home, day=10)["standing"]
    assert (standing["days_left"], standing["begun"], standing["ahead"]) == (0, 30, 0)
    assert standing["known"] == pytest.approx(standing["expected"], abs=1.5)
    done = home.call("start", QUIZ_NOW=on(11))
    (told,) = [line for line in done.said("note") if line.startswith("The plan to Thu 12 Mar is over: ")]
    assert "of 30 cards were likely known that morning" in told
    assert plan(home, day=11).out.startswith("No plan is kept.")
    home.check()


def test_reviews_are_pulled_in_on_the_last_days(home: House) -> None:
    study(home, 0, "--new", "50")
    kept = values(home, "--by", BY, "--keep", day=1)
    assert kept["plan"]["pull_days"] > 0
    early = 0
    for day in range(1, 10):
        study(home, day)
        early += len(
            home.query(
                f"""SELECT 1 FROM reviews_kept AS one WHERE study_day = date('2026-03-02', '+{day} days')
                    AND (SELECT due_on FROM reviews_kept AS before WHERE before.card = one.card
                         AND before.study_day < one.study_day ORDER BY id DESC LIMIT 1) >= '{BY}'"""
            )
        )
    assert early > 0
    assert values(home, day=10)["standing"]["known"] > kept["without_plan"]["known"]


def test_who_is_behind_and_ahead_is_told(home: House) -> None:
    per_day = values(home, "--by", BY, "--keep")["plan"]["new_per_day"]
    study(home, 0, "--new", str(per_day + 4))
    assert f"{per_day + 4} of 30 begun, 4 ahead." in plan(home).out
    assert "behind." in plan(home, day=8).out
    assert study(home, 8, answers=1).said("note")[1].endswith("behind.")


def test_new_cards_of_other_banks_wait_unless_they_are_named(home: House) -> None:
    plan(home, "seas", "--by", BY, "--keep")
    assert set(asked(study(home, 0))) == {"Seas"}
    assert set(asked(study(home, 0, "lakes", answers=3))) == {"Lakes"}
    assert study(home, 0, "--cram", "lakes", answers=2).said("plan") == []


def test_minutes_of_a_plan_are_a_limit(home: House) -> None:
    plan(home, "--by", BY, "--minutes", "1", "--keep")
    assert "Of today's time 1 min is left." in plan(home).out
    with ticking(30_000):
        done = study(home, 0)
    assert done.said("note")[1] == "1 minute is over."
    assert len(asked(done)) == 1
    assert "Of today's time 0.5 min is left." in plan(home).out
    with ticking(30_000):
        study(home, 0)
    done = study(home, 0)
    assert asked(done) == []
    assert done.said("note")[-1] == (
        "The plan's time for today, 1 minute, is used up. `quiz start --minutes N` goes on all the same."
    )
    for reply, questions in (("n", 0), ("y", 1)):
        done = home.attend(stdin=f"{reply}\n", QUIZ_NOW=on(0))
        assert "The plan's time for today, 1 minute, is used up. Go on all the same?" in done.out
        assert len(asked(done)) == questions
    assert asked(study(home, 0, "--minutes", "5", answers=1))


def ticking(ms: int) -> Any:  # noqa: ANN401 - a patch
    """Let each look at the clock move it on by so many milliseconds."""
    ticks = iter(range(0, 10**12, ms))
    return mock.patch("quiz.clock.Clock.ticks_ms", side_effect=lambda: next(ticks))


def test_a_plan_is_replaced_and_dropped(home: House) -> None:
    plan(home, "--by", BY, "--keep")
    out = plan(home, "--by", "2026-03-20", "--keep").out
    assert out.endswith("`quiz plan --drop` ends it.\nIt takes the place of the plan to 2026-03-12.\n")
    assert plan(home, "--drop").out == "The plan is dropped; `quiz start` goes by your settings again.\n"
    assert len(asked(study(home, 0))) == 20
    assert "No plan is kept." in plan(home, "--drop", code=1).err
    assert values(home) == {"layout": 1, "kept": None, "standing": None, "reached": None}
    plan(home, "--by", BY, "--keep")
    assert values(home, "--drop") == {"layout": 1, "kept": None}


def test_a_plan_that_is_over_is_told_by_the_command_too(home: House) -> None:
    plan(home, "--by", BY, "--keep")
    assert values(home, day=12)["reached"]["known"] == 0
    plan(home, "--by", BY, "--keep")
    assert plan(home, day=12).out.startswith(
        "The plan to Thu 12 Mar is over: 0 of 30 cards were likely known"
    )


def test_a_plan_whose_cards_are_gone_is_told(home: House) -> None:
    plan(home, "seas", "--by", BY, "--keep")
    (home.home / "questions/seas.yaml").unlink()
    assert plan(home).out == (
        "The plan to 2026-03-12 is about cards that are not there now. `quiz plan --drop` ends it.\n"
    )
    assert len(asked(study(home, 0))) == 20


def test_a_backlog_that_is_cleared_comes_first(home: House) -> None:
    study(home, 0)
    plan(home, "--by", "2026-04-20", "--keep", day=20)
    done = study(home, 20, "--catch-up", "3", answers=2)
    assert set(asked(done)) == {"Lakes"}
    assert "A backlog is being cleared: new cards wait until that is done." in plan(home, day=20).out


@pytest.mark.parametrize("columns", [80, 50])
def test_lines_fit_a_terminal(home: House, columns: int) -> None:
    terminal = Terminal(home, "plan", "--by", BY, "--minutes", "1", "--keep", columns=columns, rows=50)
    assert terminal.end() == 0
    text = terminal.text()
    assert "Plan to Thu 12 Mar: 10 days of study left, today the first; 30 cards, 30 new." in text
    assert "`quiz plan --drop` ends it." in text
    assert max(map(len, terminal.lines())) <= columns
    terminal = Terminal(home, "start", columns=columns)
    try:
        terminal.wait((QUESTION, "Plan to Thu 12 Mar: 10 days left, 0 of", "begun, as planned."))
        terminal.press(CTRL_D)
        assert terminal.end() == 0
    finally:
        terminal.close()
