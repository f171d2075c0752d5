"""``quiz items --log``: the table of a class, through the program's own door."""

from __future__ import annotations

import csv
import json
import random
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from quiz.exchange.log_files import Format
from quiz.progress.class_list import COLUMNS
from tests.study.class_samples import answer, choice, write

if TYPE_CHECKING:
    from pathlib import Path

    from door import House

BANK = """quiz: 1
title: Course
questions:
- id: q0
  ask: Which is right?
  answer: b
  wrong: [a, c, d]
"""


@pytest.fixture
def log(empty: House) -> Path:
    """A log of 60 learners who answered twelve choices, of which the first has the wrong key."""
    chance, reviews, number = random.Random(4), [], 0
    for learner in range(60):
        ability = learner / 60
        for question in range(12):
            number += 1
            knows = chance.random() < 0.1 + 0.85 * ability
            pick = "a" if knows else chance.choice("abcd")
            made = choice(number, f"l{learner}", f"course/q{question}", pick)
            if not question:
                made["score"] = float(pick == "b")
            reviews.append(made)
    return write(empty.home / "log", {"reviews": reviews}, Format.PARQUET)


def test_the_table_names_the_worst_first_with_what_to_do(empty: House, log: Path) -> None:
    done = empty.call("items", "--log", "log", COLUMNS="80")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("60 learners, 12 questions, 720 answers. The first answer of each learner")
    assert any(line.startswith("KR-20 is 0.") for line in lines)
    assert next(line for line in lines if line.startswith("course/")).split()[0] == "course/q0"
    assert 'found    Those who do well elsewhere pick "a"' in done.out
    assert 'do       Check the key: is "a" right?' in done.out
    assert "in no bank here: course/q0" in lines
    assert lines[-1] == "12 questions, 2 with findings."


@pytest.mark.parametrize("width", [50, 80, 120])
def test_it_fits_the_screen(empty: House, log: Path, width: int) -> None:
    done = empty.call("items", "--log", "log", "--all", COLUMNS=str(width))
    assert all(cell_len(line) <= width for line in done.out.splitlines())
    assert ("efficiency" in done.out) == (width >= 70)
    assert ("chance" in done.out) == (width >= 100)


def test_findings_open_by_file_and_line_where_the_bank_is_there(empty: House, log: Path) -> None:
    empty.bank(BANK, "questions/course.yaml")
    done = empty.call("items", "--log", "log", "--plain", "course/q0")
    assert "finding: questions/course.yaml:4: course/q0: Those who do well" in done.out
    assert "course/q1:" not in done.out
    assert not empty.db.exists()


def test_lines_say_all_figures_in_words(empty: House, log: Path) -> None:
    done = empty.call("items", "--log", "log", "--plain")
    line = next(line for line in done.out.splitlines() if line.startswith("course/q0: "))
    for said in ("60 answers", "facility", "between", "discrimination -0.", "by chance 25 %", "key right?"):
        assert said in line


def test_json_has_the_layout_that_is_written_down(empty: House, log: Path) -> None:
    found = json.loads(empty.call("items", "--log", "log", "--json").out)
    assert list(found) == ["layout", "fewest", "learners", "earlier", "test", "questions"]
    assert (found["layout"], found["fewest"], found["learners"]) == (1, 8, 60)
    assert list(found["test"]) == [
        *("takers", "questions", "answers", "mean", "deviation", "alpha", "kr20", "error", "error_ratio")
    ]
    first = found["questions"][0]
    assert list(first) == [
        *("question", "place", "answers", "points", "facility", "deviation", "discrimination"),
        *("efficiency", "by_chance", "distractors", "options", "findings"),
    ]
    assert list(first["facility"]) == ["share", "low", "high"]
    assert list(first["discrimination"]) == ["value", "low", "high"]
    assert list(first["distractors"]) == ["working", "out_of"]
    assert list(first["options"][0]) == ["text", "right", "picked", "share", "rest"]
    assert list(first["findings"][0]) == ["fault", "options", "says", "do"]
    assert (first["findings"][0]["fault"], first["findings"][0]["options"]) == ("wrong-key", ["a"])
    assert sum(option["picked"] for option in first["options"]) == 60


def test_json_has_null_for_what_cannot_be_told(empty: House) -> None:
    (empty.home / "one.csv").write_text("learner,question,points\nann,u,0.5\n", encoding="utf-8")
    found = json.loads(empty.call("items", "--log", "one.csv", "--json").out)
    assert [found["test"][name] for name in ("deviation", "alpha", "kr20", "error")] == [None] * 4
    assert found["test"]["mean"] == 0.5
    (one,) = found["questions"]
    names = ("place", "deviation", "discrimination", "efficiency", "by_chance", "distractors")
    assert [one[name] for name in names] == [None] * 6


def test_csv_has_the_columns_that_are_written_down(empty: House, log: Path) -> None:
    head, first, *rest = csv.reader(empty.call("items", "--log", "log", "--csv").out.splitlines())
    assert tuple(head) == COLUMNS
    assert (first[0], first[1], first[-1], len(rest)) == ("course/q0", "60", "wrong-key", 11)
    assert all(len(row) == len(head) for row in rest)


def test_csv_of_figures_that_cannot_be_told_has_empty_cells(empty: House) -> None:
    (empty.home / "one.csv").write_text("learner,question,points\nann,u,1\n", encoding="utf-8")
    done = empty.call("items", "--log", "one.csv", "--csv")
    assert done.out.splitlines()[1] == "u,1,1.0,1.0,0.206549,1.0,,,,,,,,,"


def test_a_small_class_hears_that_it_is_small(empty: House) -> None:
    write(empty.home / "log", {"reviews": [answer(1, "ann", "b/one", 0.5), answer(2, "ben", "b/one", 1.0)]})
    done = empty.call("items", "--log", "log", "--plain")
    assert "How reliable the test is cannot be told" in done.out
    assert "1 question with fewer than 8 answers: too few for a verdict." in done.out


def test_answers_from_before_a_change_are_left_out_and_counted(empty: House) -> None:
    old, new = ({"revision": name} for name in ("old", "new"))
    reviews = [answer(1, "ann", "b/one", 0.0, **old), answer(2, "ann", "b/one", 1.0, **new)]
    write(empty.home / "log", {"reviews": reviews})
    assert (
        "Left out: 1 answer from before the question was changed." in empty.call("items", "--log", "log").out
    )


def test_a_log_without_answers_says_so(empty: House) -> None:
    write(empty.home / "log", {})
    for form in ((), ("--plain",)):
        assert empty.call("items", "--log", "log", *form).out == "No answers were found.\n"


def test_partial_points_are_told_with_alpha_and_a_good_class_with_nothing_found(empty: House) -> None:
    reviews = [
        answer(10 * who + what + 1, f"l{who}", f"b/q{what}", (who * 3 + what * 7) % 11 / 10 * 0.3 + who / 20)
        for who in range(10)
        for what in range(3)
    ]
    write(empty.home / "log", {"reviews": reviews})
    done = empty.call("items", "--log", "log", "--plain")
    assert "Cronbach's alpha is 0." in done.out
    assert "Nothing was found to be wrong." in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--log", "none"), "none does not exist"),
        (("--log", "log", "--tag", "x"), "--tag does not go with --log"),
        (("--log", "log", "--kind", "choice"), "--kind does not go with --log"),
        (("--log", "log", "--all-learners"), "--all-learners does not go with --log"),
        (("--log", "log", "elsewhere"), "No question and no bank of the logs is named 'elsewhere'"),
        (("--log", "log", "--json", "--csv"), "Give one of --json, --csv and --plain"),
    ],
)
def test_what_does_not_go_is_said(empty: House, log: Path, arguments: tuple[str, ...], said: str) -> None:
    done = empty.call("items", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_escapes_in_names_do_not_reach_the_terminal(empty: House) -> None:
    text = "learner,question,points\n" + "".join(f"l{who},\x1b[31mred,1\n" for who in range(40))
    (empty.home / "a.csv").write_text(text, encoding="utf-8")
    for form in ((), ("--plain",)):
        done = empty.call("items", "--log", "a.csv", *form)
        assert "\x1b" not in done.out
        assert "too easy" in done.out
