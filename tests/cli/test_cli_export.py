"""The log out of one database and into another: whole or not at all, and twice without harm."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from door import NOON, House
from robot import Robot, cards_below
from samples_of_kinds import TEXT, bank

from quiz.logged import LOG

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("jsonl", "csv", "parquet")
LATER = "2026-03-05T12:00:00+00:00"
STATES = "SELECT learner, card, card_states.* FROM card_states JOIN card_keys USING (card_id) ORDER BY 1, 2"


def study(house: House, *arguments: str, right: bool = True, **environ: str) -> None:
    robot = Robot(cards_below(house.home / "questions"), lambda put: right or put.again)
    house.sit(robot, *arguments, **environ)


@pytest.fixture
def studied(house: House) -> House:
    """A house with a log that has rows in most of its tables."""
    study(house)
    study(house, right=False, QUIZ_NOW=LATER)
    house.call("undo", QUIZ_NOW=LATER)
    house.call("suspend", "bank/claim", QUIZ_NOW=LATER)
    house.call("pause", "--until", "2026-04-01", QUIZ_NOW=LATER)
    house.call("exam", "--number", "2", stdin="", QUIZ_NOW=LATER)
    study(house, "--learner", "ada")
    return house


def other(house: House, *, banks: bool = True) -> House:
    """Another device: its own database, and the same banks."""
    there = House(house.home.parent / f"{house.home.name}-other")
    there.home.mkdir(exist_ok=True)
    if banks:
        there.bank(bank())
        there.bank(TEXT, "questions/text.md")
    return there


def exported(house: House, form: str = "jsonl") -> Path:
    done = house.call("export", "out", "--format", form, "--replace")
    assert (done.code, done.err) == (0, "")
    return house.home / "out"


def states(house: House) -> list[tuple[object, ...]]:
    return [row[:2] + row[4:] for row in house.query(STATES)]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("banks", [True, False], ids=["with banks", "banks come later"])
def test_what_is_taken_in_gives_the_same_state(studied: House, form: str, *, banks: bool) -> None:
    there = other(studied, banks=banks)
    done = there.call("import", str(exported(studied, form)))
    assert (done.code, done.err) == (0, "")
    if not banks:
        assert "wait for banks that are not loaded here" in done.out
        assert states(there) == []
        there = other(studied)
        assert there.call("load").code == 0
    assert states(there) == states(studied)
    assert len(states(there)) > 10
    for table in LOG.keys() - {"sittings"}:
        assert there.query(f"SELECT * FROM {table} ORDER BY id") == studied.query(
            f"SELECT * FROM {table} ORDER BY id"
        )
    assert there.query("SELECT id, ended_at FROM sittings") == studied.query(
        "SELECT id, ended_at FROM sittings"
    )
    there.check()
    assert there.call("replay", "--check").code == 0


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_log_gives_the_same_bytes_here_and_there(studied: House, form: str) -> None:
    first = {path.name: path.read_bytes() for path in exported(studied, form).iterdir()}
    there = other(studied)
    there.call("import", str(studied.home / "out"))
    again = {path.name: path.read_bytes() for path in exported(there, form).iterdir()}
    assert again == first


def test_two_devices_that_take_in_each_others_logs_are_at_one(house: House) -> None:
    there = other(house)
    study(house, "--kind", "text")
    study(house, "--kind", "choice")
    study(there, "--kind", "choice", right=False)
    study(there, "--kind", "number", QUIZ_NOW=LATER)
    ours, theirs = exported(house), exported(there)
    assert there.call("import", str(ours)).code == 0
    assert house.call("import", str(theirs)).code == 0
    assert states(house) == states(there)
    assert len(house.query("SELECT * FROM reviews")) == len(there.query("SELECT * FROM reviews"))
    for one in (house, there):
        one.check()


def test_to_take_in_a_log_twice_changes_nothing(studied: House) -> None:
    before = states(studied), studied.query("SELECT * FROM reviews")
    done = studied.call("import", str(exported(studied)))
    assert done.code == 0
    assert "Nothing was new" in done.out
    assert (states(studied), studied.query("SELECT * FROM reviews")) == before


def test_lines_may_stand_in_any_order_and_twice_as_after_a_merge_of_files(studied: House) -> None:
    log = exported(studied) / "log.jsonl"
    head, *lines = log.read_text("utf-8").splitlines()
    log.write_text("\n".join([head, *reversed(lines), head, *lines]) + "\n", "utf-8")
    there = other(studied)
    assert there.call("import", str(log)).code == 0
    assert states(there) == states(studied)


def test_a_pipe_takes_it_too(studied: House) -> None:
    done = studied.call("export", "-")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert lines[0] == {"quiz": "log", "layout": 1}
    assert {line["table"] for line in lines[1:]} > {"reviews", "undos", "marks", "plans", "sittings"}


def test_the_cards_are_there_for_others(studied: House) -> None:
    with (exported(studied, "csv") / "cards.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["learner"] for row in rows} == {"me", "ada"}
    assert all(float(row["stability"]) > 0 for row in rows)
    assert [(row["learner"], row["card"]) for row in rows] == sorted((r["learner"], r["card"]) for r in rows)


def test_files_of_an_export_before_are_kept_unless_it_is_said(studied: House) -> None:
    exported(studied)
    done = studied.call("export", "out")
    assert done.code == 2
    assert "`--replace`" in done.err


def test_what_each_column_holds_is_printed(empty: House) -> None:
    done = empty.call("export", "--columns")
    assert "  duration_ms (whole number): Time from the question to the answer, in milliseconds." in done.out
    assert all(f"{table}: " in done.out for table in LOG)
    assert not empty.db.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((), "Name a folder"), (("out",), "nothing was answered yet")],
)
def test_what_cannot_be_exported_is_said(empty: House, arguments: tuple[str, ...], said: str) -> None:
    done = empty.call("export", *arguments)
    assert done.code == 2
    assert said in done.err
    assert not empty.db.exists()


def test_a_folder_that_cannot_be_written_is_said(studied: House) -> None:
    (studied.home / "file").write_text("")
    done = studied.call("export", "file/below")
    assert done.code == 2
    assert "cannot be written into" in done.err


def spoilt(house: House, old: str, new: str) -> Path:
    """Return a log of the house in which the first line with ``old`` has ``new``."""
    log = exported(house) / "log.jsonl"
    text = log.read_text("utf-8")
    assert old in text
    log.write_text(text.replace(old, new, 1), "utf-8")
    return log


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"rating": 3', '"rating": 9', "no answer can be made of it"),
        ('"rating": 3', '"rating": "3"', "`rating` is `3`; it has to be: whole number"),
        ('"duration_ms": ', '"duration_ms": -5', "the database does not take it"),
        ('"verdict": "right"', '"verdict": "fine"', "no answer can be made of it"),
        ('"study_day": "2026', '"study_day": "2O26', "it has to be: day"),
        ('"study_day": "2026-03-02"', '"study_day": "2026-02-30"', "it has to be: day"),
        ('"score": 1.0', '"score": NaN', "it has to be: number"),
        ('"response": "{', '"response": "', "it has to be: JSON"),
        ('"device": "0', '"device": "x', "it has to be: UUIDv7"),
        ('"card": "bank', '"cards": "bank', "`card` is missing"),
        ('"card": "bank', '"new": 1, "card": "bank', "`new` is no column"),
        ('"card": "bank', '"card": null, "x": "bank', "`x` is no column"),
        ('{"table": "reviews"', '{"table": "review"', "`table` has to be one of"),
        ('{"table": "reviews"', "[1, 2", "no line of JSON"),
        ('{"table": "reviews"', '["reviews"]\n{"table": "reviews"', "no row of a log"),
        ('"graded": null}', '"graded": null', "it may have been cut off"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line_and_nothing_is_taken_in(
    studied: House, old: str, new: str, said: str
) -> None:
    log = spoilt(studied, old, new)
    there = other(studied)
    done = there.call("import", str(log))
    assert done.code == 1
    assert f"{log}:" in done.err
    assert said in done.err
    assert "Nothing was taken in." in done.err
    assert there.query("SELECT count(*) FROM reviews") == [(0,)]


def test_an_event_that_was_changed_contradicts_the_one_that_is_here(studied: House) -> None:
    log = spoilt(studied, '"rating": 3', '"rating": 2')
    before = states(studied)
    done = studied.call("import", str(log))
    assert done.code == 1
    assert "its `rating` is another one in your log, under the same id" in done.err
    assert states(studied) == before


def test_an_undo_of_an_answer_that_is_nowhere_is_refused(studied: House) -> None:
    log = exported(studied) / "log.jsonl"
    undo = json.loads(next(line for line in log.read_text("utf-8").splitlines() if '"undos"' in line))
    kept = [line for line in log.read_text("utf-8").splitlines() if f'"id": "{undo["review"]}"' not in line]
    log.write_text("\n".join(kept) + "\n", "utf-8")
    done = other(studied).call("import", str(log))
    assert done.code == 1
    assert f"undos `{undo['id']}` cannot be taken in: its `review` is neither" in done.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("quiz: 1\n", "does not begin as a log does"),
        ("\x00\xff", "does not begin as"),
        ("[]", "does not begin as"),
    ],
)
def test_what_is_no_log_is_said(empty: House, text: str, said: str) -> None:
    (empty.home / "log.jsonl").write_bytes(text.encode("latin-1"))
    done = empty.call("import", "log.jsonl")
    assert done.code == 2
    assert said in done.err


def test_an_empty_file_is_an_empty_log(empty: House) -> None:
    (empty.home / "log.jsonl").write_text("")
    assert empty.call("import", "log.jsonl").out == "That log is empty.\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("undos.csv", None, "lacks undos.csv"),
        ("reviews.csv", None, "holds no exported log"),
        ("undos.csv", "id,x\n", "`device` is missing"),
        ("marks.csv", "{}1,2\n", "this line has 2 cells, the first 11"),
        ("marks.csv", '{}"1\n', "this is no CSV"),
    ],
)
def test_csv_is_looked_at_as_closely(studied: House, name: str, text: str | None, said: str) -> None:
    file = exported(studied, "csv") / name
    if text is None:
        file.unlink()
    else:
        file.write_text(text.format(file.read_text("utf-8")), "utf-8")
    done = other(studied).call("import", str(file.parent))
    assert done.code == (2 if text is None else 1)
    assert said in done.err


def test_parquet_that_is_none_is_said(studied: House) -> None:
    folder = exported(studied, "parquet")
    (folder / "undos.parquet").write_bytes(b"PAR1")
    done = other(studied).call("import", str(folder))
    assert done.code == 2
    assert "cannot be read as Parquet" in done.err


def test_a_file_that_is_not_there_is_said(empty: House) -> None:
    done = empty.call("import", "nowhere")
    assert done.code == 2
    assert "does not exist" in done.err


def test_what_was_taken_in_and_studied_on_goes_on(studied: House) -> None:
    there = other(studied)
    there.call("import", str(exported(studied)))
    study(there, QUIZ_NOW="2026-03-20T12:00:00+00:00")
    there.check()
    assert studied.call("import", str(exported(there)), QUIZ_NOW=NOON).code == 0
    assert states(studied) == states(there)


def test_datasette_is_told_what_each_table_and_column_holds(studied: House) -> None:
    metadata = json.loads((exported(studied) / "metadata.json").read_text("utf-8"))
    (tables,) = (database["tables"] for database in metadata["databases"].values())
    assert list(metadata["databases"]) == ["quiz"]
    assert tables.keys() > {*LOG, "cards_due", "scores"}
    assert tables["reviews"]["sort_desc"] == "id"
    assert tables["new_cards"]["hidden"] is True
    assert tables["cards_readable"]["columns"]["stability_days"].startswith("Days until")
