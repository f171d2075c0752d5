"""Plans to a day, in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from quiz.memory.aiming import Aim
from quiz.memory.deciding import Outlook
from quiz.memory.habits import PUBLISHED
from quiz.memory.simulation import Day
from quiz.progress.goal import Aimed, Reached
from quiz.ui.forecasting import Answering, time_words
from quiz.ui.plan import Given, Shown, plan_lines, reached_line, standing_line, standing_lines

TODAY = date(2026, 3, 2)
BY = date(2026, 3, 12)
USUAL = "40 of 50, 80 %, 9.2 min a day, 50 of 50 new cards begun"
SEEN = "none after that, so that each is seen again"
WAITING = "3 cards due on the last day not asked"
PULLED = (
    "Pulled in: on {}, reviews that would only fall due on that day or later, "
    "those first that bring most for their time, up to {} min a day."
)


def days(number: int, *, known: float = 45.0, new: float = 5.0, left: float = 0.0) -> list[Day]:
    each = Day(1, new, 3, 120.0, 1, 0.9, 0.0, 1.0)
    return [each._replace(seconds=600.0)] * (number - 1) + [each._replace(known=known, left=left)]


def shown(**changes: Any) -> Shown:  # noqa: ANN401 - fields of any type
    plan = Outlook(Aim(10, 50, 8, 3, 150.0), days(10))
    whole = Shown(
        TODAY, BY, None, 50, 50, plan, None, days(10, known=40.0), 0, 0, (), Answering(PUBLISHED.seconds, 0)
    )
    return whole._replace(**changes)


def aimed(**changes: Any) -> Aimed:  # noqa: ANN401 - fields of any type
    whole = Aimed(BY, 10, 60, 34, 60, 2, 30.25, 29.0, 55.0, 3, None, has_new=True)
    return whole._replace(**changes)


def test_a_plan_says_what_it_needs_and_what_it_leads_to() -> None:
    lines = list(plan_lines(shown()))
    assert lines[:6] == [
        "Plan to Thu 12 Mar: 10 days of study left, today the first; 50 cards, 50 new.",
        "New cards: 7 a day until Mon 9 Mar, all in the end; none after that, so that each is seen again.",
        "Time: 9.2 min a day, 10 min on the longest day.",
        PULLED.format("the last 3 days", "2.5"),
        "Known on the day: 45 of 50, 90 % (the sum of the chances of recall that morning).",
        f"Without the plan, as today's settings go on: {USUAL}.",
    ]
    assert lines[6].startswith("Nothing is answered yet")


def test_one_day_is_called_so() -> None:
    plan = Outlook(Aim(1, 50, 1, 1, 120.0), days(1, new=50.0))
    lines = list(plan_lines(shown(by=TODAY + timedelta(days=1), plan=plan, usual=days(1))))
    assert lines[0].startswith("Plan to Tue 3 Mar: 1 day of study left")
    assert lines[1:5] == [
        "Only today is left: no new card can be seen again before that day.",
        "New cards: 50 today, all in the end.",
        "Time: 2 min.",
        PULLED.format("the last day", "2"),
    ]


@pytest.mark.parametrize(
    ("aim", "new", "told"),
    [
        (Aim(10), 0, "New cards: none, all are begun."),
        (Aim(10, 0, 3), 5, "New cards: none are begun; there is no time for them."),
    ],
)
def test_no_new_cards_are_told(aim: Aim, new: int, told: str) -> None:
    lines = list(plan_lines(shown(plan=Outlook(aim, days(10, new=0.0)), new=new)))
    assert told in lines
    assert not any(line.startswith("Pulled in") for line in lines)


def test_a_budget_that_holds_all_is_told() -> None:
    lines = list(plan_lines(shown(minutes=15, free=Outlook(Aim(10), days(10, known=46.0)))))
    assert "Without the 15 minutes: 46 of 50, 92 %, with 9.2 min a day, 10 min on the longest day." in lines
    assert "All of it fits into 15 minutes a day." in lines
    assert any("as far as the time reaches" in line for line in lines)
    assert any("as today's settings go on in the same minutes" in line for line in lines)


def test_what_is_to_be_given_up_is_told_the_first_first() -> None:
    given = [Given(f"Bank {n}\x1b[1m", n, 0.5 + n) for n in range(10)]
    free = Outlook(Aim(10), days(10))
    plan = Outlook(Aim(10, 20, 5), days(10, new=2.0, left=3.0))
    short = shown(minutes=1, free=free, plan=plan, not_begun=30, waiting=3, given_up=given)
    lines = list(plan_lines(short))
    assert f"New cards: 4 a day until Fri 6 Mar, 20 of 50 in the end; {SEEN}." in lines
    place = lines.index(f"Not all of it fits into 1 minute a day: 30 new cards not begun, {WAITING}.")
    assert lines[place + 2] == "- Bank 0\N{REPLACEMENT CHARACTER}[1m: 0.50 a minute"
    assert lines[place + 3] == "- Bank 1\N{REPLACEMENT CHARACTER}[1m (1 new): 1.50 a minute"
    assert "and 2 more" in lines
    alike = list(plan_lines(short._replace(given_up=(), waiting=0)))
    assert "Give up first the new cards that come last: one brings as much for its time as another." in alike


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "Plan to Thu 12 Mar: 10 days left, 34 of 60 begun, 2 ahead."),
        ({"ahead": -3, "days_left": 1}, "Plan to Thu 12 Mar: 1 day left, 34 of 60 begun, 3 behind."),
        ({"ahead": 0, "days_left": 0}, "Plan to today: 34 of 60 begun, as planned."),
        ({"has_new": False}, "Plan to Thu 12 Mar: 10 days left, 30 of 60 likely known, 1 ahead."),
        (
            {"has_new": False, "known": 29.3},
            "Plan to Thu 12 Mar: 10 days left, 29 of 60 likely known, as planned.",
        ),
    ],
)
def test_where_a_plan_stands_is_one_line(changes: dict[str, object], told: str) -> None:
    assert standing_line(aimed(**changes), TODAY) == told


def test_where_a_plan_stands_in_full() -> None:
    lines = list(standing_lines(aimed(minutes_left=4.5, catching_up=True), TODAY))
    assert lines[1:] == [
        "Likely known: 30 of 60; the plan expected 29 by now (sums of chances of recall).",
        "Expected on the day, if all goes by it: 55 of 60, 92 %.",
        "Today: 3 new cards still to be begun.",
        "Of today's time 4.5 min is left.",
        "A backlog is being cleared: new cards wait until that is done.",
    ]
    assert len(list(standing_lines(aimed(new_today=0), TODAY))) == 3
    assert "A backlog" not in " ".join(standing_lines(aimed(has_new=False, catching_up=True), TODAY))


def test_new_cards_that_begin_later_are_said_with_their_days() -> None:
    whole = shown()
    later = [day._replace(new=0.0 if place < 4 else 12.4) for place, day in enumerate(whole.plan.days)]
    said = list(plan_lines(whole._replace(plan=whole.plan._replace(days=later))))[1]
    assert said == "New cards: up to 12 a day from Fri 6 Mar until Mon 9 Mar, all in the end."


def test_who_is_behind_is_told_how_to_plan_anew() -> None:
    anew = "`quiz plan --by 2026-03-12` says what can be reached from here; `--keep` then follows that."
    assert anew in list(standing_lines(aimed(ahead=-1), TODAY))
    assert anew in list(standing_lines(aimed(has_new=False, known=20.0), TODAY))
    assert anew not in list(standing_lines(aimed(ahead=1), TODAY))
    assert anew not in list(standing_lines(aimed(ahead=-1, days_left=0), TODAY))


def test_times_below_a_minute_are_in_seconds_and_every_day_is_said_so() -> None:
    short = shown(minutes=1.0)
    days = [day._replace(seconds=12.0) for day in short.plan.days]
    aim = short.plan.aim._replace(pull_days=short.plan.aim.days)
    lines = list(plan_lines(short._replace(plan=short.plan._replace(days=days, aim=aim), usual=days)))
    assert "Time: 12 s a day, 12 s on the longest day." in lines
    assert any(line.startswith("Pulled in: every day, reviews that would only fall due ") for line in lines)
    assert any(", 12 s a day" in line for line in lines if line.startswith("Without the plan"))
    assert time_words(59.7 / 60.0) == "1 min"


@pytest.mark.parametrize(
    ("known", "told"),
    [(54.2, "as expected"), (57.0, "3 more than the 54 expected"), (50.0, "4 fewer than the 54 expected")],
)
def test_how_a_plan_ended(known: float, told: str) -> None:
    assert reached_line(Reached(BY, 60, known, 54.0), TODAY) == (
        f"The plan to Thu 12 Mar is over: {known:.0f} of 60 cards were likely known that morning, {told}."
    )
