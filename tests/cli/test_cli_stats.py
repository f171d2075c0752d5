"""`quiz stats`: what a sitting came to is told in one way, an exam apart, and nothing before its end."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from samples_of_kinds import bank

from quiz.cli import stats_command
from quiz.clock import Clock

if TYPE_CHECKING:
    from door import House

TOMORROW = "2026-03-03T12:00:00+00:00"
EXAM = ("exam", "--plain", "--number", "2", "--seed", "s")


@pytest.fixture
def home(empty: House) -> House:
    empty.bank(bank("text", "number", "date"))
    return empty


def stats(house: House, **environ: str) -> dict[str, Any]:
    done = house.call("stats", "--json", **environ)
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


def told(house: House, **environ: str) -> str:
    done = house.call("stats", **environ)
    assert (done.code, done.err) == (0, "")
    return " ".join(done.out.split())


def test_an_exam_that_is_not_over_is_open_and_tells_no_points(home: House) -> None:
    home.call(*EXAM, stdin="x\n")
    assert home.query("SELECT count(*) FROM reviews") == [(1,)]
    assert home.query("SELECT ended_at FROM sittings") == [(None,)]
    for environ in ({}, {"QUIZ_NOW": TOMORROW}):
        (sitting,) = stats(home, **environ)["sessions"]
        assert sitting["tally"] is None
        assert "open" in told(home, **environ)
        assert "point" not in told(home, **environ)
        assert "an open exam" in told(home, **environ)
    assert [day["share"] for day in stats(home, QUIZ_NOW=TOMORROW)["days"]] == [None]
    home.call("exam", "--give-up")
    (sitting,) = stats(home)["sessions"]
    assert sitting["tally"]["wrong"] == 1
    assert "0 of 1 point" in told(home)


def test_answers_in_exams_and_cram_are_told_apart(home: House) -> None:
    home.call("start", stdin="Danube\n9\n1949-04-04\n")
    home.call("exam", "--plain", "--kind", "text", "--number", "1", stdin="x\n")
    home.call("start", "--cram", "--kind", "text", stdin="x\nx\n")
    found = stats(home)
    assert (found["answers_today"], found["apart_today"]) == (6, 3)
    assert (found["answers_total"], found["apart_total"]) == (6, 3)
    assert "Today: 6 answers (3 in exams or cram) in" in told(home)
    assert "6 answers in all (3 in exams or cram)." in told(home)
    found = stats(home, QUIZ_NOW=TOMORROW)
    (day,) = found["days"]
    assert {name: day[name] for name in ("answers", "apart", "counted", "points", "share")} == {
        "answers": 6,
        "apart": 3,
        "counted": 3,
        "points": 3.0,
        "share": 1.0,
    }
    assert "The last day with answers: 3 a day, 100 % of the points." in told(home, QUIZ_NOW=TOMORROW)


def test_a_day_of_exams_alone_is_no_day_of_study(home: House) -> None:
    home.call("exam", "--plain", "--kind", "text", "--number", "1", stdin="x\n")
    assert "with answers" not in told(home, QUIZ_NOW=TOMORROW)
    done = home.call("start", "--cram", "--kind", "text", stdin="Danube\n")
    assert done.said("earlier") == ["Today nothing was answered but in exams or cram."]


def test_a_sitting_has_one_time_and_one_share_wherever_it_is_told(home: House) -> None:
    # Wrong at first, right when it comes back: the first answer is the one that counts.
    with mock.patch.object(Clock, "ticks_ms", side_effect=count(0, 10_000)):
        done = home.call("start", stdin="x\n9\n1949-04-04\nDanube\n")
    assert done.said("score") == ["2 of 3 points, 67 %"]
    assert done.said("earlier") == [
        "Today 67 % of the points in 4 answers; it is the first day with answers."
    ]
    assert done.said("time")[0].startswith("40 s answering, 10 s an answer; ")
    assert "2 of 3 points, 40 s answering." in told(home)
    (sitting,) = stats(home)["sessions"]
    (day,) = stats(home, QUIZ_NOW=TOMORROW)["days"]
    assert sitting["tally"]["share"] == day["share"] == 0.666667
    assert sitting["answering_ms"] == day["answering_ms"] == 40_000


def test_a_sitting_whose_id_does_not_fit_its_answers_is_passed_over(home: House) -> None:
    home.call("start", "--kind", "text", stdin="Danube\n")
    with closing(sqlite3.connect(home.db)) as connection, connection:
        connection.execute("UPDATE reviews SET session = 'zzz'")
    assert stats(home)["sessions"] == []
    assert stats(home)["answers_total"] == 1
    assert "Last sitting" not in told(home)


def test_the_page_reckons_the_latest_days_alone_and_json_all(
    home: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.call("start", "--kind", "text", stdin="x\nDanube\n")
    home.call("start", "--kind", "number", stdin="9\n", QUIZ_NOW=TOMORROW)
    later = "2026-03-05T12:00:00+00:00"
    asked = [day["answers"] for day in stats(home, QUIZ_NOW=later)["days"]]
    assert asked == [1, 2]
    assert "The last 2 days with answers" in told(home, QUIZ_NOW=later)
    monkeypatch.setattr(stats_command, "LATEST_DAYS", 1)
    assert "The last day with answers" in told(home, QUIZ_NOW=later)
    assert f"{sum(asked)} answers in all" in told(home, QUIZ_NOW=later)
    assert [day["answers"] for day in stats(home, QUIZ_NOW=later)["days"]] == asked
