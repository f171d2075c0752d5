"""`quiz fit`: parameters that fit the learner, tried on later answers, used if they win, and left again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from terminal import CTRL_C, Terminal

from quiz.memory import DEFAULT_PARAMETERS
from quiz.store import open_store
from quiz.study import fitting
from tests.memory.fitted_learners import FORGETFUL, answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from door import Done, House

    from quiz.memory import Parameters

NAMES = [f"c{number}" for number in range(8)]
HEAD = "card_id,review_time,review_rating,review_state,review_duration"


def write_log(path: Path, true: Parameters) -> Path:
    """Write the log of a synthetic learner of seven weeks as CSV."""
    rows = []
    for number, (card, day, rating) in enumerate(answers(true, days=50, new=12, seed=1)):
        at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12, milliseconds=number)
        rows.append(f"{card},{round(at.timestamp() * 1000)},{int(rating)},,")
    path.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("logs")
    return {
        "far": write_log(folder / "far.csv", FORGETFUL),
        "average": write_log(folder / "average.csv", DEFAULT_PARAMETERS),
    }


@pytest.fixture
def learnt(empty: House) -> House:
    """A house in which eight cards were answered; each would come in two or three days."""
    rows = [f"  - {{id: {name}, ask: 'What is {name * 5}?', answer: Answer {name}}}" for name in NAMES]
    empty.bank("\n".join(["quiz: 1", "title: Eight", "questions:", *rows, ""]))
    done = empty.call("start", stdin="\n".join(f"Answer {name}" for name in NAMES))
    assert done.code == 0, done.err
    return empty


def fit(house: House, *arguments: str, **environ: str) -> Done:
    return house.call("fit", *arguments, **environ)


def stored(house: House) -> list[tuple[object, ...]]:
    return house.query("SELECT card_id, stability, difficulty, due_on FROM card_states ORDER BY card_id")


def test_too_few_answers_are_told_with_how_many_are_missing(learnt: House) -> None:
    done = fit(learnt)
    assert (done.code, done.out) == (1, "")
    assert "A fit needs 1,000 answers, and you have 8: 992 are missing." in done.err


def test_without_the_extra_the_cure_is_told(
    learnt: House, logs: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.memory.fitting.LIBRARY", "no_such_library")
    done = fit(learnt, "--log", str(logs["far"]))
    assert (done.code, done.out) == (2, "")
    assert "Run `pip install 'quiz-study[fit]'`." in done.err


def test_a_log_is_evaluated_without_any_database(empty: House, logs: dict[str, Path]) -> None:
    done = fit(empty, "--log", str(logs["far"]), "--evaluate")
    assert (done.code, done.err) == (0, "")
    assert not empty.db.exists()
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines[2:6]] == ["log", "fitted", "default", "always"]
    assert "better than the default ones, and surely so" in done.out
    assert lines[-1] == "Nothing was changed. Without --evaluate they would be used."


def test_the_evaluation_in_json_keeps_its_layout(empty: House, logs: dict[str, Path]) -> None:
    found = json.loads(fit(empty, "--log", str(logs["far"]), "--evaluate", "--json").out)
    assert list(found) == [
        "layout", "answers", "cards", "cards_left_out", "rows_passed_over", "judged_from", "judged_days",
        "judged_answers", "recalled", "constant", "scores", "calibration", "standard_errors",
        "standard_errors_needed", "wins", "adopted", "weights", "memories_changed",
    ]  # fmt: skip
    assert (found["layout"], found["wins"], found["adopted"]) == (1, True, None)
    assert list(found["scores"]) == ["fitted", "default", "constant"]
    assert found["scores"]["fitted"]["log_loss"] < found["scores"]["default"]["log_loss"]
    assert list(found["calibration"][0]) == ["low", "high", "answers", "foretold", "recalled"]


def test_average_parameters_are_left_as_they_are(learnt: House, logs: dict[str, Path]) -> None:
    before = stored(learnt)
    done = fit(learnt, "--log", str(logs["average"]))
    assert (done.code, done.err) == (0, "")
    assert "Nothing was changed." in done.out
    assert "Due dates" not in done.out
    assert stored(learnt) == before
    assert learnt.query("SELECT count(*) FROM adoptions") == [(0,)]


def test_what_wins_is_used_and_left_again(learnt: House, logs: dict[str, Path]) -> None:
    before = stored(learnt)
    done = fit(learnt, "--log", str(logs["far"]))
    assert (done.code, done.err) == (0, "")
    assert "in use now, as fsrs-6-" in done.out
    assert "the memory of 8 cards was reckoned anew" in done.out
    assert done.out.endswith("Due dates stay; with --reschedule they move too.\n")
    after = stored(learnt)
    assert [row[3] for row in after] == [row[3] for row in before]
    assert [row[1] for row in after] != [row[1] for row in before]
    learnt.check()
    again = fit(learnt, "--log", str(logs["far"]))
    assert "no better than the default ones and those in use" in again.out or "not surely" in again.out
    assert stored(learnt) == after

    done = fit(learnt, "--undo")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("The default parameters are in use again; the memory of 8 cards was")
    assert stored(learnt) == before
    learnt.check()
    done = fit(learnt, "--undo")
    assert (done.code, done.out) == (1, "")
    assert "there is nothing to go back to" in done.err


def test_the_undone_in_json_keeps_its_layout(learnt: House, logs: dict[str, Path]) -> None:
    adopted = json.loads(fit(learnt, "--log", str(logs["far"]), "--json").out)
    assert (adopted["wins"], adopted["memories_changed"], len(adopted["weights"])) == (True, 8, 21)
    found = json.loads(fit(learnt, "--undo", "--json").out)
    assert found == {
        "layout": 1,
        "adopted": DEFAULT_PARAMETERS.id,
        "weights": list(DEFAULT_PARAMETERS.weights),
        "memories_changed": 8,
    }


def test_due_dates_move_when_that_is_agreed_to(learnt: House, logs: dict[str, Path]) -> None:
    fit(learnt, "--log", str(logs["far"]))
    before = stored(learnt)
    asked = fit(learnt, "--reschedule")
    assert asked.code == 2
    assert "8 of 8 cards would move: 8 come earlier, 0 later." in asked.out
    assert "In the next 30 days 8 cards would come up, as many as now; today 0 instead of 0." in asked.out
    assert "There is no terminal to ask in, so all due dates stay. Move them with --yes." in asked.err
    assert "992 are missing" in asked.err
    assert stored(learnt) == before

    shown = json.loads(fit(learnt, "--reschedule", "--json").out)["reschedule"]
    assert (shown["cards"], shown["earlier"], shown["later"], shown["moved"]) == (8, 8, 0, False)
    assert (len(shown["due_before"]), sum(shown["due_after"])) == (30, 8)
    assert stored(learnt) == before

    done = fit(learnt, "--reschedule", "--yes")
    assert done.code == 0
    assert done.out.endswith("The due dates are moved.\n")
    assert {row[3] for row in stored(learnt)} == {"2026-03-03"}
    learnt.check()
    assert fit(learnt, "--reschedule", "--yes").out.startswith("No due date moves: 8 cards looked at")


def test_going_back_can_move_due_dates_too(learnt: House, logs: dict[str, Path]) -> None:
    first = stored(learnt)
    fit(learnt, "--log", str(logs["far"]), "--reschedule", "--yes")
    assert stored(learnt) != first
    found = json.loads(fit(learnt, "--undo", "--reschedule", "--yes", "--json").out)
    assert found["reschedule"]["moved"]
    assert found["reschedule"]["later"] == 8
    assert [row[:3] for row in stored(learnt)] == [row[:3] for row in first]
    learnt.check()


def test_without_parameters_of_ones_own_nothing_is_rescheduled(learnt: House) -> None:
    done = fit(learnt, "--reschedule", "--yes")
    assert (done.code, done.out) == (1, "")
    assert "992 are missing" in done.err


@pytest.mark.parametrize(
    ("one", "other"), [("--undo", "--evaluate"), ("--undo", "--log=x"), ("--evaluate", "--reschedule")]
)
def test_options_that_contradict_each_other_are_refused(empty: House, one: str, other: str) -> None:
    done = fit(empty, one, other)
    assert (done.code, done.out) == (2, "")
    assert f"{one} and {other.removesuffix('=x')} do not go together" in done.err


def test_a_faulty_log_is_told_with_its_lines(empty: House) -> None:
    (empty.home / "log.csv").write_text(f"{HEAD}\na,1641816000000,9,0,0\n", encoding="utf-8")
    done = fit(empty, "--log", "log.csv", "--evaluate")
    assert (done.code, done.out) == (1, "")
    assert (
        done.err == "quiz: log.csv:2: review_rating is 9. Write 1 (Again), 2 (Hard), 3 (Good) or 4 (Easy).\n"
    )
    done = fit(empty, "--log", "none.csv", "--evaluate")
    assert done.code == 2
    assert "none.csv cannot be read: there is no such file" in done.err


def test_what_is_left_out_of_a_log_is_told(empty: House, logs: dict[str, Path]) -> None:
    text = logs["average"].read_text(encoding="utf-8")
    more = "old,1735732800000,3,2,0\nhand,1735732800000,0,0,0\nhand,1735732800001,0,0,0\n"
    (empty.home / "log.csv").write_text(text + more, encoding="utf-8")
    out = fit(empty, "--log", "log.csv", "--evaluate").out
    assert "Left out: 1 card whose first answers are older than the log." in out
    assert "Passed over: 2 rows with the rating 0, set by hand and no answers." in out


def test_own_answers_are_fitted_and_each_learner_has_parameters_apart(learnt: House) -> None:
    copy_answers(learnt)
    done = fit(learnt)
    assert (done.code, done.err) == (0, "")
    assert "in use now" in done.out
    learnt.check()
    assert learnt.query("SELECT DISTINCT learner FROM adoptions") == [("me",)]
    assert "you have 0" in fit(learnt, "--learner", "Ada").err
    with open_store(learnt.db, now_ms=0) as store:
        assert len(fitting.own_histories(store)) > 500
    done = learnt.call("start", "--limit", "1", stdin="Answer c0\n", QUIZ_NOW="2026-03-20T12:00:00+00:00")
    assert done.code == 0
    learnt.check()
    assert len(learnt.query("SELECT DISTINCT parameters FROM reviews")) == 2


def copy_answers(house: House) -> None:
    """Give the learner the answers of a synthetic one, to cards that are in no bank any more."""
    with open_store(house.db, now_ms=0) as store, store.transaction():
        columns = [row[1] for row in store.db.execute("PRAGMA table_info(reviews)").fetchall()]
        (first,) = store.db.query("SELECT * FROM reviews ORDER BY id LIMIT 1")
        for number, (card, day, rating) in enumerate(answers(FORGETFUL, days=50, new=12, seed=1)):
            own = {
                "id": f"0194{number:04x}-0000-7000-8000-000000000000",
                "card": f"gone/{card}",
                "study_day": day.isoformat(),
                "due_on": day.isoformat(),
                "rating": int(rating),
            }
            row = {**first, **own}
            marks = ", ".join("?" * len(columns))
            store.db.execute(f"INSERT INTO reviews VALUES ({marks})", [row[name] for name in columns])


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


@pytest.mark.parametrize("columns", [80, 50])
def test_at_a_terminal_it_shows_how_many_move_and_asks(
    learnt: House, logs: dict[str, Path], terminals: list[Terminal], columns: int
) -> None:
    arguments = ("fit", "--log", str(logs["far"]), "--reschedule")
    terminals.append(shown := Terminal(learnt, *arguments, columns=columns, rows=50))
    shown.wait(("8 of 8 cards would move", "Move them?"))
    before = stored(learnt)
    shown.press("n")
    assert shown.end() == 0
    assert "All due dates stay." in shown.text()
    assert stored(learnt) == before
    assert learnt.query("SELECT count(*) FROM adoptions") == [(1,)]
    terminals.append(again := Terminal(learnt, "fit", "--reschedule", columns=columns))
    again.wait("Move them?")
    again.press("y")
    assert again.end() == 0
    assert {row[3] for row in stored(learnt)} == {"2026-03-03"}


def test_ctrl_c_while_it_fits_leaves_everything_as_it_was(learnt: House, terminals: list[Terminal]) -> None:
    rows = [f"{card},{1_641_816_000_000 + card * 1000 + day * 86_400_000},3,0,0" for card in range(2500)
            for day in range(0, 40, 2)]  # fmt: skip
    (learnt.home / "log.csv").write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    before = learnt.db.read_bytes()
    terminals.append(shown := Terminal(learnt, "fit", "--log", "log.csv"))
    shown.wait("Fitting to the earlier answers")
    shown.press(CTRL_C)
    assert shown.end() == 130
    assert "Stopped. Nothing was changed." in shown.text()
    assert learnt.db.read_bytes() == before
