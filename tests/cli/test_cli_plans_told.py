"""What `quiz stats`, `quiz why`, `quiz forecast` and `quiz pause` say of a plan, a pause and a backlog."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from door import NOON, House

BY = "2026-03-12"
"""Ten days after NOON."""

WORDS = "quiz: 1\ntitle: Lakes\nquestions:\n" + "".join(
    f"  - {{id: w{number}, front: Lake {number * 1000 + number}, back: x}}\n" for number in range(30)
)


@pytest.fixture
def home(empty: House) -> House:
    """A house with thirty cards."""
    empty.bank(WORDS, "questions/lakes.yaml")
    return empty


def said(house: House, *arguments: str, day: int = 0) -> str:
    """Return what a command says on a day, its lines joined."""
    done = house.call(*arguments, QUIZ_NOW=on(day))
    assert (done.code, done.err) == (0, "")
    return " ".join(done.out.split())


def values(house: House, *arguments: str, day: int = 0) -> dict[str, Any]:
    done = house.call(*arguments, "--json", QUIZ_NOW=on(day))
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert isinstance(found, dict)
    return found


def on(day: int) -> str:
    return (datetime.fromisoformat(NOON) + timedelta(days=day)).isoformat()


def study(house: House, day: int, *arguments: str, answers: int = 200) -> None:
    done = house.call("start", *arguments, stdin="\n3\n" * answers, QUIZ_NOW=on(day))
    assert (done.code, done.err) == (0, "")


def test_stats_tell_where_a_kept_plan_stands(home: House) -> None:
    assert "Plan to" not in said(home, "stats")
    assert values(home, "stats")["plan"] is None
    said(home, "plan", "--by", BY, "--keep")
    line = "Plan to Thu 12 Mar: 10 days left, 0 of 30 begun, as planned."
    assert line in said(home, "plan")
    assert line in said(home, "stats")
    told = values(home, "stats")["plan"]
    assert (told["by"], told["days_left"], told["begun"], told["to_be_begun"]) == (BY, 10, 0, 30)
    assert " behind. " in said(home, "stats", day=8)
    assert values(home, "stats", day=8)["plan"]["ahead"] < 0
    assert values(home, "stats", day=11)["plan"] is None


def test_a_forecast_says_what_it_leaves_out_and_goes_by_a_pause(home: House) -> None:
    study(home, 0)
    usual = values(home, "forecast", "--days", "8", day=2)["days"]
    assert usual[0]["reviews"] > 0
    assert "left out of account" not in said(home, "forecast", "--days", "8", day=2)
    said(home, "plan", "--by", BY, "--keep", day=2)
    line = "The plan to Thu 12 Mar is left out of account here: new cards go by your settings, "
    assert line in said(home, "forecast", "--days", "8", day=2)
    assert line in said(home, "forecast", "--days", "8", "--retention", "0.9", day=2)
    assert "left out" not in said(home, "plan", "--by", BY, day=2)
    said(home, "pause", "--days", "5", day=2)
    days = values(home, "forecast", "--days", "8", day=2)["days"]
    assert [(day["reviews"], day["new"]) for day in days[:5]] == [(0, 0)] * 5
    assert days[5]["reviews"] == usual[0]["reviews"]
    found = values(home, "forecast", "--days", "8", day=2)
    assert (found["paused_until"], found["catching_up"], found["plan_left_out"]) == ("2026-03-09", None, BY)
    paused = "Paused from today, until Mon 9 Mar (5 days left): nothing is asked before."
    assert paused in said(home, "forecast", day=2)
    assert paused in said(home, "plan", "--by", BY, day=2)
    told = values(home, "plan", "--by", BY, day=2)["plan"]["day_by_day"]
    assert [day["new"] for day in told[:5]] == [0] * 5
    said(home, "pause", day=2)
    assert "until `quiz resume`; here as if the pause ended today." in said(home, "forecast", day=2)


def test_a_forecast_clears_a_backlog_as_it_was_agreed(home: House) -> None:
    study(home, 0)
    study(home, 30, "--catch-up", "4", answers=1)
    days = values(home, "forecast", "--days", "8", day=30)["days"]
    assert days[0]["reviews"] == 4
    found = values(home, "forecast", "--days", "8", "--retention", "0.9", day=30)
    assert found["catching_up"] == {"day": 1, "days": 4, "left": 19, "today": 4}
    assert (found["paused_until"], found["plan_left_out"]) == (None, None)
    assert [day["new"] for day in days[:5]] == [0, 0, 0, 0, 10]
    assert "Catching up: day 1 of 4, 19 overdue cards left, 4 of them today." in said(
        home, "forecast", day=30
    )
    said(home, "plan", "--by", "2026-04-20", "--keep", day=30)
    study(home, 30)
    found = values(home, "plan", day=30)["standing"]
    assert found["known"] == pytest.approx(found["expected"], abs=1.5)


def test_why_tells_of_the_plan_that_is_about_the_card(home: House) -> None:
    study(home, 0, "--new", "50")
    kept = values(home, "plan", "--by", BY, "--keep", day=1)["plan"]
    assert "plan Plan to Thu 12 Mar: 9 days left, " in said(home, "why", "w0", day=1)
    first = 10 - kept["pull_days"]
    for day in range(1, 10):
        study(home, day)
    asked = home.query(
        "SELECT card, study_day FROM reviews_kept AS one WHERE study_day >= date('2026-03-03') AND"
        " (SELECT due_on FROM reviews_kept AS before WHERE before.card = one.card"
        f" AND before.study_day < one.study_day ORDER BY id DESC LIMIT 1) >= '{BY}' ORDER BY id DESC"
    )
    card, on_day = str(asked[0][0]), str(asked[0][1])
    told = said(home, "why", card, day=10)
    assert " before it was due on " in told
    assert ": the plan to Thu 12 Mar pulled it in." in told
    found = values(home, "why", card, day=10)["cards"][0]["plan"]
    assert (found["by"], found["about_it"], found["days_left"]) == (BY, True, 0)
    assert found["pulls_from"] == on(first)[:10] <= on_day
    assert "a plan pulled it in, or you went ahead." in said(home, "why", card, day=12)


def test_why_says_that_a_plan_may_pull_a_card_in(home: House) -> None:
    study(home, 0, "--new", "50")
    study(home, 2)
    said(home, "plan", "--by", BY, "--keep", day=3)
    told = said(home, "why", "w0", day=3)
    assert "This card falls due on its day or later: from " in told
    assert " on it may be pulled in, where that brings most for its time." in told


def test_why_says_that_a_new_card_waits_for_a_plan(home: House) -> None:
    home.bank(WORDS.replace("Lake", "Sea"), "questions/seas.yaml")
    per_day = values(home, "plan", "lakes", "--by", BY, "--keep")["plan"]["new_per_day"]
    told = said(home, "why", "seas/w3")
    assert "It waits: while the plan to Thu 12 Mar is kept, only new cards that it is about begin; " in told
    assert "Plan to" not in told
    limit = f"at most {per_day} new cards a day, 0 done today by the plan to Thu 12 Mar."
    assert limit in said(home, "why", "lakes/w29")
    assert values(home, "why", "seas/w3")["cards"][0]["plan"]["about_it"] is False


def test_why_tells_of_a_pause(home: House) -> None:
    assert values(home, "why", "w0")["cards"][0]["paused"] is None
    said(home, "pause", "--days", "5")
    told = said(home, "why", "w0")
    assert "pause Paused from today, until Sat 7 Mar (5 days left). It is not asked before that." in told
    assert "It is number 1 of the 20 cards to be asked once the pause is over." in told
    assert values(home, "why", "w0")["cards"][0]["paused"] == {"since": "2026-03-02", "until": "2026-03-07"}


def test_why_names_no_limit_where_a_backlog_is_what_a_card_waits_for(home: House) -> None:
    study(home, 0)
    study(home, 30, "--catch-up", "4", answers=1)
    assert "It waits: new cards pause while a backlog is cleared. If" in said(home, "why", "w29", day=30)
    waiting = [said(home, "why", f"w{number}", day=30) for number in range(20)]
    told = [one for one in waiting if "It waits while a backlog is cleared" in one]
    assert len(told) == 15
    assert all("of which each day takes its share. If it were" in one for one in told)


def test_a_pause_says_what_it_takes_of_a_plan(home: House) -> None:
    assert "plan" not in said(home, "pause", "--days", "4", "--dry-run")
    said(home, "plan", "--by", BY, "--keep")
    told = said(home, "pause", "--days", "4", "--dry-run")
    assert "The plan to Thu 12 Mar loses 4 of its 10 days; `quiz plan --by 2026-03-12` says " in told
    told = said(home, "pause", "--days", "10", "--dry-run")
    assert "The plan to Thu 12 Mar has no day left then: all of its 10 days are in the pause." in told
    told = said(home, "pause")
    assert "Each day away is one less of the 10 days to the day of the plan, Thu 12 Mar." in told
    assert "until `quiz resume`; the plan's days go on meanwhile." in said(home, "plan")
    assert "plan" not in said(home, "pause", "--dry-run", day=10)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("1", "2 days of it are left then."),
        ("2", "1 day of it is left then."),
        ("3", "its days are over by then."),
    ],
)
def test_a_pause_says_what_it_takes_of_clearing_a_backlog(home: House, days: str, words: str) -> None:
    study(home, 0)
    study(home, 30, "--catch-up", "3", answers=1)
    told = said(home, "pause", "--days", days, "--dry-run", day=30)
    assert f"Catching up does not wait: {words}" in told
    assert "Catching up" not in said(home, "pause", "--dry-run", day=30)


def test_a_plan_to_a_day_within_a_pause_is_refused(home: House) -> None:
    said(home, "pause", "--days", "10")
    done = home.call("plan", "--by", BY)
    assert done.code == 2
    assert done.err.startswith(
        "quiz: You are away until 2026-03-12, so there is no day of study before 2026-03-12."
    )
    assert "New cards: up to 6 a day from Thu 12 Mar until Thu 12 Mar, 6 of 30 in the end." in said(
        home, "plan", "--by", "2026-03-13"
    )


def test_no_new_card_is_left_for_today_while_they_wait(home: House) -> None:
    said(home, "plan", "--by", BY, "--keep")
    assert " still to be begun." in said(home, "plan")
    said(home, "pause", "--days", "3")
    assert "still to be begun" not in said(home, "plan")
    assert values(home, "plan")["standing"]["new_today"] == 0
    assert "Paused from today, until Thu 5 Mar (3 days left): nothing is asked before." in said(home, "plan")
