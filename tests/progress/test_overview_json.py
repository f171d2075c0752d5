from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from datetime import date, datetime

from quiz.progress import (
    BankFigures,
    DayTotal,
    Overview,
    Retention,
    SessionLine,
    Streak,
    Tally,
    overview_json,
)
from quiz.progress.away import Away, CatchingUp
from quiz.progress.calendar import DayCell
from quiz.progress.goal import Aimed
from quiz.progress.report import Known

EMPTY = Overview(
    today=date(2027, 3, 1),
    due_today=0,
    overdue=0,
    due_tomorrow=0,
    new_left=0,
    new_today=0,
    answers_today=0,
    apart_today=0,
    answers_total=0,
    apart_total=0,
    done_today=DayTotal(day=date(2027, 3, 1), answers=0, apart=0, counted=0, points=0.0, answering_ms=0),
    known=Known(0, 0, 0.0),
    calendar=(),
    retention=Retention(0, 0),
    desired_retention=0.9,
    streak=Streak(0, 0),
    forecast=(),
    banks=(),
    days=(),
    sessions=(),
)

FULL = Overview(
    today=date(2027, 3, 1),
    due_today=12,
    overdue=5,
    overdue_since=date(2027, 2, 20),
    pause=Away(date(2027, 2, 25), date(2027, 3, 4)),
    catching_up=CatchingUp(2, 5, 40, 10),
    plan=Aimed(
        by=date(2027, 3, 20),
        days_left=19,
        cards=60,
        begun=20,
        to_be_begun=58,
        ahead=-3,
        known=18.25,
        expected=20.5,
        in_the_end=57.125,
        new_today=2,
        minutes_left=None,
        has_new=True,
    ),
    due_tomorrow=3,
    new_left=40,
    new_today=8,
    answers_today=14,
    apart_today=4,
    answers_total=230,
    apart_total=34,
    done_today=DayTotal(day=date(2027, 3, 1), answers=14, apart=4, counted=8, points=6.0, answering_ms=9000),
    known=Known(20, 10, 8.1234567),
    calendar=(
        (DayCell(date(2027, 2, 27), 2, 1), DayCell(date(2027, 2, 28), 5, 3)),
        (DayCell(date(2027, 3, 1), 0, 0),),
    ),
    retention=Retention(recalled=2, asked=3),
    desired_retention=0.9,
    streak=Streak(days=4, longest=11),
    forecast=((date(2027, 3, 1), 12), (date(2027, 3, 2), 3)),
    banks=(
        BankFigures(
            bank="nato/talks",
            title="Where and when to talk",
            cards=20,
            new=10,
            learning=1,
            review=9,
            due=4,
            retention=Retention(0, 0),
            known=Known(20, 10, 8.1234567),
        ),
    ),
    days=(
        DayTotal(day=date(2027, 2, 28), answers=5, apart=1, counted=3, points=0.1 + 0.2, answering_ms=61_000),
        DayTotal(day=date(2027, 2, 27), answers=2, apart=2, counted=0, points=0.0, answering_ms=0),
    ),
    sessions=(
        SessionLine(
            session="sitting",
            day=date(2027, 2, 28),
            started=datetime.fromisoformat("2027-03-01T09:05"),
            tally=Tally(right=1, near=1, partly=1, wrong=3, points=2.5),
            answering_ms=61_000,
        ),
    ),
)

FULL_TEXT = """\
{
  "layout": 1,
  "today": "2027-03-01",
  "due_today": 12,
  "overdue": 5,
  "overdue_since": "2027-02-20",
  "due_tomorrow": 3,
  "new_left": 40,
  "new_today": 8,
  "answers_today": 14,
  "apart_today": 4,
  "done_today": {
    "day": "2027-03-01",
    "answers": 14,
    "apart": 4,
    "counted": 8,
    "points": 6.0,
    "share": 0.75,
    "answering_ms": 9000
  },
  "answers_total": 230,
  "apart_total": 34,
  "known": {
    "cards": 20,
    "answered": 10,
    "expected": 8.123457,
    "share": 0.406173
  },
  "retention": {
    "recalled": 2,
    "asked": 3,
    "share": 0.666667,
    "low": 0.20766,
    "high": 0.938508
  },
  "desired_retention": 0.9,
  "streak": {
    "days": 4,
    "longest": 11
  },
  "pause": {
    "since": "2027-02-25",
    "until": "2027-03-04"
  },
  "catching_up": {
    "day": 2,
    "days": 5,
    "left": 40,
    "today": 10
  },
  "plan": {
    "by": "2027-03-20",
    "days_left": 19,
    "cards": 60,
    "begun": 20,
    "to_be_begun": 58,
    "ahead": -3,
    "known": 18.25,
    "expected": 20.5,
    "in_the_end": 57.125,
    "new_today": 2
  },
  "forecast": [
    {
      "day": "2027-03-01",
      "due": 12
    },
    {
      "day": "2027-03-02",
      "due": 3
    }
  ],
  "banks": [
    {
      "bank": "nato/talks",
      "title": "Where and when to talk",
      "cards": 20,
      "new": 10,
      "learning": 1,
      "review": 9,
      "due": 4,
      "retention": {
        "recalled": 0,
        "asked": 0,
        "share": null,
        "low": 0.0,
        "high": 1.0
      },
      "known": {
        "cards": 20,
        "answered": 10,
        "expected": 8.123457,
        "share": 0.406173
      }
    }
  ],
  "days": [
    {
      "day": "2027-02-28",
      "answers": 5,
      "apart": 1,
      "counted": 3,
      "points": 0.3,
      "share": 0.1,
      "answering_ms": 61000
    },
    {
      "day": "2027-02-27",
      "answers": 2,
      "apart": 2,
      "counted": 0,
      "points": 0.0,
      "share": null,
      "answering_ms": 0
    }
  ],
  "sessions": [
    {
      "session": "sitting",
      "day": "2027-02-28",
      "started": "2027-03-01T09:05",
      "tally": {
        "right": 1,
        "near": 1,
        "partly": 1,
        "wrong": 3,
        "answered": 6,
        "points": 2.5,
        "share": 0.416667
      },
      "answering_ms": 61000
    }
  ],
  "calendar": [
    {
      "day": "2027-02-27",
      "answers": 2,
      "level": 1
    },
    {
      "day": "2027-02-28",
      "answers": 5,
      "level": 3
    }
  ],
  "selection": null
}"""


def test_the_layout_is_exactly_as_promised() -> None:
    assert json.dumps(overview_json(FULL), indent=2) == FULL_TEXT


def test_an_empty_overview_has_every_key_and_no_share() -> None:
    empty = overview_json(EMPTY)
    assert list(empty) == list(overview_json(FULL))
    assert empty["retention"] == {"recalled": 0, "asked": 0, "share": None, "low": 0.0, "high": 1.0}
    assert [empty[name] for name in ("forecast", "banks", "days", "sessions", "calendar")] == [
        [],
        [],
        [],
        [],
        [],
    ]


def test_every_figure_of_the_overview_is_given() -> None:
    assert set(overview_json(FULL)) == {"layout", *(one.name for one in fields(Overview))}


def test_every_key_stands_in_the_description() -> None:
    described = re.findall(r"\w+", overview_json.__doc__ or "")
    assert set(_keys(overview_json(FULL))) - set(described) == set()


def _keys(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in _keys(inner))]
    if isinstance(value, list):
        return [key for inner in value for key in _keys(inner)]
    return []


def test_a_session_without_counted_answers_has_no_share() -> None:
    line = replace(FULL.sessions[0], tally=Tally())
    given = json.loads(json.dumps(overview_json(replace(FULL, sessions=(line,)))))
    assert given["sessions"][0]["tally"]["share"] is None
    assert given["sessions"][0]["tally"]["answered"] == 0


def test_an_exam_that_is_not_over_has_no_tally() -> None:
    line = replace(FULL.sessions[0], tally=None)
    given = json.loads(json.dumps(overview_json(replace(FULL, sessions=(line,)))))
    assert given["sessions"][0]["tally"] is None
    assert given["sessions"][0].keys() == {"session", "day", "started", "tally", "answering_ms"}
