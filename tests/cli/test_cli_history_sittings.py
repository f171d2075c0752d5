"""`quiz history`: sittings and exams, each of which can be opened again with every answer."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from door import House

RIVERS = """\
quiz: 1
title: Rivers
questions:
  - {id: vienna, ask: Which river flows through Vienna?, answer: Danube}
  - {id: paris, ask: Which river flows through Paris?, answer: Seine, wrong: [Rhine, Loire, Danube]}
"""
LAKES = """\
quiz: 1
title: Lakes
questions:
  - {id: deep, ask: Which lake is deepest?, answer: Baikal}
"""
EXAM = ("exam", "--plain", "--number", "2", "--seed", "s")


def at(day: int, hour: int = 12) -> dict[str, str]:
    return {"QUIZ_NOW": f"2026-03-{day:02}T{hour:02}:00:00+00:00", "LC_ALL": "C.UTF-8"}


TODAY = at(30)


@pytest.fixture
def home(empty: House) -> House:
    empty.bank(RIVERS, "questions/rivers.yaml")
    return empty


def as_json(house: House, *arguments: str) -> dict[str, Any]:
    done = house.call("history", "--json", *arguments, **TODAY)
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


def told(house: House, *arguments: str, **environ: str) -> str:
    done = house.call("history", *arguments, **{**TODAY, **environ})
    assert (done.code, done.err) == (0, "")
    return done.out


def study(house: House, day: int, *answers: str) -> None:
    done = house.call("start", stdin="".join(f"{answer}\n" for answer in answers), **at(day))
    assert done.code == 0, done.err


def test_nothing_held_is_said(home: House) -> None:
    assert "No sitting was held yet." in told(home)
    assert as_json(home) == {"layout": 1, "sittings": [], "banks": [], "exams": []}
    done = home.call("history", "last", **TODAY)
    assert (done.code, done.out) == (2, "")
    assert "There is no such sitting: 'last'" in done.err


def test_one_answer_is_a_sitting(home: House) -> None:
    study(home, 2, "Danube")
    (held,) = as_json(home)["sittings"]
    session = home.query("SELECT session FROM reviews")[0][0]
    assert held == {
        "number": 1,
        "sitting": session,
        "day": "2026-03-02",
        "began": "12:00",
        "mode": "study",
        "banks": ["rivers"],
        "cards": 1,
        "answers": 1,
        "points": 1.0,
        "share": 1.0,
        "corrected": 1.0,
        "answering_ms": held["answering_ms"],
        "passed": None,
        "open": False,
    }
    score = {"sitting": session, "day": "2026-03-02", "points": 1.0, "out_of": 1, "share": 1.0}
    (bank,) = as_json(home)["banks"]
    scored = {**score, "corrected": 1.0}
    assert bank == {"name": "rivers", "sittings": 1, "best": scored, "last": scored, "trend": None}
    assert "1: Mon 2 Mar 12:00, study, 1 of 1 point, 100 %" in told(home, "--plain")


def test_points_are_of_first_answers_and_picks_are_corrected_for_luck(home: House) -> None:
    study(home, 2, "Danube", "Rhine", "Seine")
    (held,) = as_json(home)["sittings"]
    shown = home.query("SELECT verdict FROM reviews ORDER BY id")
    assert len(shown) == held["answers"]
    assert (held["cards"], held["points"], held["share"]) == (2, 1.0, 0.5)
    assert held["corrected"] == pytest.approx((1 - 0.25) / (2 - 0.25), abs=1e-6)
    line = told(home, "--plain").splitlines()[0]
    assert "1 of 2 points, 50 % (43 % beyond luck)" in line
    assert "Beyond luck: the points without those that blind picks would bring" in told(home)


def test_the_list_is_newest_first_with_exams_and_crams(home: House) -> None:
    study(home, 2, "Danube", "Seine")
    home.call("start", "--cram", stdin="Danube\nSeine\n", **at(3))
    home.call(*EXAM, stdin="Danube\nx\n", **at(4))
    home.call("exam", "--give-up", **at(5))
    study(home, 20, "x", "Seine")
    found = as_json(home)["sittings"]
    assert [one["mode"] for one in found] == ["study", "exam", "cram", "study"]
    assert [one["number"] for one in found] == [1, 2, 3, 4]
    assert [one["day"] for one in found] == ["2026-03-20", "2026-03-04", "2026-03-03", "2026-03-02"]
    assert [one["passed"] for one in found] == [None, False, None, None]
    assert [one["number"] for one in as_json(home, "--limit", "2")["sittings"]] == [1, 2]
    assert [one["number"] for one in as_json(home, "--since", "2026-03-04")["sittings"]] == [1, 2]
    scores = as_json(home, "--limit", "1")
    assert [(one["name"], one["sittings"]) for one in scores["banks"]] == [("rivers", 2)]
    assert [(one["name"], one["sittings"]) for one in scores["exams"]] == [("exams", 1)]


def test_banks_narrow_the_list_and_its_scores(home: House) -> None:
    home.bank(LAKES, "questions/lakes.yaml")
    study(home, 2, "Baikal", "Danube", "Seine")
    home.call("start", "rivers", "--cram", stdin="Danube\nSeine\n", **at(3))
    assert [one["number"] for one in as_json(home, "--bank", "Lakes")["sittings"]] == [2]
    assert [one["name"] for one in as_json(home, "--bank", "lakes")["banks"]] == ["lakes"]
    assert [one["name"] for one in as_json(home)["banks"]] == ["lakes", "rivers"]
    assert "No sitting was held that fits" in told(home, "--bank", "lakes", "--since", "2026-03-03")
    assert home.call("history", "--bank", "seas", **TODAY).code == 2


def test_an_exam_that_is_open_tells_nothing(home: House) -> None:
    home.call(*EXAM, stdin="Danube\n", **at(2))
    (held,) = as_json(home)["sittings"]
    assert {name: held[name] for name in ("open", "points", "share", "corrected", "passed", "answers")} == {
        "open": True,
        "points": None,
        "share": None,
        "corrected": None,
        "passed": None,
        "answers": 0,
    }
    assert held["banks"] == []
    assert as_json(home)["exams"] == []
    assert "open" in told(home)
    assert "open: nothing is told before it is over" in told(home, "--plain")
    for word in ("1", "last", held["sitting"][:13]):
        done = home.call("history", word, **TODAY)
        assert (done.code, done.out) == (1, "")
        assert "nothing is told before it is" in done.err
    home.call("exam", "--give-up", **at(3))
    assert as_json(home)["sittings"][0]["points"] in (0.0, 1.0)


def test_a_sitting_is_opened_with_every_answer(home: House) -> None:
    study(home, 2, "Donau", "Seine")
    (held,) = as_json(home)["sittings"]
    found = as_json(home, "1")
    assert found["sitting"] == held
    assert (found["layout"], found["passed_from"], found["unanswered"]) == (1, None, [])
    first = found["answers"][0]
    assert set(first) == {
        "card", "asked", "given", "right", "verdict", "graded", "score", "rating", "suggested", "hints",
        "confidence", "duration_ms", "at", "taken_back", "changed_since", "gone",
    }  # fmt: skip
    assert first["card"] == "rivers/vienna"
    assert first["asked"] == "Which river flows through Vienna?"
    assert (first["given"], first["right"], first["verdict"]) == ("Donau", "Danube", "wrong")
    assert (first["rating"], first["taken_back"], first["gone"]) == ("again", False, False)
    assert first["at"] == "2026-03-02T12:00:00"
    assert as_json(home, held["sitting"]) == as_json(home, "last") == found
    page = told(home, "1")
    assert "1. Which river flows through Vienna?" in page
    assert "✗ wrong; you: Donau" in page
    assert "right: Danube" in page
    assert "rated again" in page
    assert f"Id {held['sitting']}" in page
    assert "Score: 1 of 2 points, 50 % (43 % beyond luck)" in page
    assert [line.strip() for line in told(home, "1", "--plain").splitlines()] == [
        line.strip() for line in page.splitlines()
    ]


def test_what_was_taken_back_is_shown_and_does_not_count(home: House) -> None:
    study(home, 2, "Danube", "Rhine")
    home.call("undo", **at(2, 13))
    found = as_json(home, "1")
    assert [one["taken_back"] for one in found["answers"]].count(True) == 1
    assert found["sitting"]["answers"] == len(found["answers"]) - 1
    assert "taken back: it does not count" in told(home, "1")


def test_questions_that_changed_or_went_are_shown_and_said(home: House) -> None:
    study(home, 2, "Danube", "Seine")
    home.bank(
        "quiz: 1\ntitle: Rivers\nquestions:\n"
        "  - {id: vienna, ask: Which river flows through Vienna?, answer: Donau}\n",
        "questions/rivers.yaml",
    )
    vienna, paris = sorted(as_json(home, "1")["answers"], key=lambda one: str(one["card"]), reverse=True)
    assert (vienna["changed_since"], vienna["gone"], vienna["right"]) == (True, False, "Donau")
    assert (paris["changed_since"], paris["gone"], paris["right"]) == (False, True, "Seine")
    page = told(home, "1")
    assert "right: Donau; the question was changed since" in page
    assert page.count("no bank asks it any more") == 1
    assert "right: Seine\n   no bank asks it any more" in page


def test_an_answer_whose_question_was_never_here_is_shown_by_its_name(home: House) -> None:
    study(home, 2, "Danube", "Seine")
    with closing(sqlite3.connect(home.db)) as log, log:
        log.execute("UPDATE reviews SET card = 'far/away' WHERE card = 'rivers/vienna'")
    away = next(one for one in as_json(home, "1")["answers"] if one["card"] == "far/away")
    assert (away["asked"], away["right"], away["gone"], away["given"]) == (None, None, True, "Danube")
    page = told(home, "1")
    assert "far/away" in page
    assert "the banks here have no such question" in page


def test_an_exam_is_opened_with_its_mark_and_what_was_left(home: House) -> None:
    home.call(*EXAM, stdin="Danube\n", **at(2))
    home.call("exam", "--give-up", **at(2, 13))
    found = as_json(home, "last")
    assert found["passed_from"] == 0.6
    assert len(found["answers"]) + len(found["unanswered"]) == 2
    assert set(found["unanswered"][0]) == {"card", "asked", "right"}
    home.call("exam", "--number", "1", "--kind", "choice", "--plain", stdin="", **at(3))
    home.call("exam", "--give-up", **at(3, 13))
    nothing = as_json(home)["sittings"][0]
    assert (nothing["points"], nothing["corrected"], nothing["answers"], nothing["cards"]) == (0.0, 0.0, 0, 1)
    assert nothing["mode"] == "exam"
    page = told(home, "2")
    assert "Not answered:" in page
    assert "Not passed: " in page
    assert "(60 % needed)" in page
    assert "rated" not in page
    assert "exam failed" in told(home)
    assert "not passed, " in told(home, "--plain")


def test_a_share_of_an_exam_is_never_rounded_up(home: House) -> None:
    questions = [f"  - {{id: q{n}, ask: Say {n}, answer: {word}}}\n" for n, word in enumerate("wwv")]
    home.bank(f"quiz: 1\ntitle: Three\nquestions:\n{''.join(questions)}", "questions/rivers.yaml")
    home.call("exam", "--plain", "--number", "3", "--pass", "67", stdin="w\nw\nw\n", **at(2))
    home.call("exam", "--give-up", **at(2, 13))
    assert "not passed, 2 of 3 points, 66 %, " in told(home, "--plain")
    assert " 66 % " in told(home)


def test_exams_are_scored_by_what_they_were_about(home: House) -> None:
    home.bank(LAKES, "questions/lakes.yaml")
    for day, words in ((2, ("lakes",)), (3, ("lakes",)), (4, ())):
        home.call("exam", *words, "--plain", "--number", "1", "--seed", "s", stdin="Baikal\n", **at(day))
        home.call("exam", "--give-up", **at(day, 13))
    found = as_json(home)
    assert [(one["name"], one["sittings"]) for one in found["exams"]] == [("exams", 1), ("exams on lakes", 2)]
    assert found["banks"] == []


def test_a_trend_is_told_from_five_sittings_on(home: House) -> None:
    for day in range(2, 6):
        home.call("start", "--kind", "text", stdin="x\nDanube\n", **at(day))
    assert "A trend is told from 5 sittings on." in told(home)
    assert as_json(home)["banks"][0]["trend"] is None
    home.call("start", "--kind", "text", stdin="x\nDanube\n", **at(7))
    trend = as_json(home)["banks"][0]["trend"]
    assert set(trend) == {"way", "slope", "margin", "sittings"}
    assert trend["sittings"] == 5
    assert "over 5 sittings" in " ".join(told(home).split())


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_pages_fit_the_screen(home: House, columns: int) -> None:
    home.bank(LAKES, "questions/lakes.yaml")
    study(home, 2, "Baikal", "Danube", "Rhine")
    home.call(*EXAM, stdin="Danube\nx\n", **at(4))
    home.call("exam", "--give-up", **at(5))
    for arguments in ([], ["1"], ["2"]):
        page = told(home, *arguments, COLUMNS=str(columns))
        assert max(map(len, page.splitlines())) <= columns
    assert ("banks" in told(home, COLUMNS=str(columns)).splitlines()[0]) == (columns == 120)


@pytest.mark.parametrize("word", ["0", "99", "01", "zzzz", "lastly", "-1"])
def test_what_names_no_sitting_is_wrong_usage(home: House, word: str) -> None:
    study(home, 2, "Danube", "Seine")
    done = home.call("history", word, **TODAY)
    assert (done.code, done.out) == (2, "")


def test_a_beginning_that_fits_several_is_said(home: House) -> None:
    study(home, 2, "Danube", "Seine")
    study(home, 3, "x", "Seine")
    done = home.call("history", "019c", **TODAY)
    assert (done.code, done.out) == (2, "")
    assert "2 sittings begin so: '019c'" in done.err


def test_other_learners_and_control_characters_stay_out(home: House) -> None:
    study(home, 2, "Dan\x1b[31mube", "Seine")
    home.call("start", "--learner", "ann", stdin="Danube\nSeine\n", **at(3))
    assert len(as_json(home)["sittings"]) == 1
    for arguments in ([], ["1"], ["1", "--plain"]):
        assert "\x1b" not in told(home, *arguments)
