"""`quiz due`: one line for prompts, cron and status bars, from the database alone."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st
from samples_of_kinds import bank

from quiz.cli import due_quick
from quiz.cli.configured import read_settings
from quiz.settings import LIMIT, Settings
from quiz.store import glance
from quiz.store.schema import APPLICATION_ID, migrations

if TYPE_CHECKING:
    from door import Done, House

NEXT_DAY = "2026-03-03T12:00:00+00:00"
LATER = "2026-04-20T12:00:00+00:00"
LONG = {"QUIZ_FUZZ": "true", "QUIZ_BALANCE": "true"}
"""Settings that mean nothing here, but are none that the short way reads."""


@pytest.fixture
def home(empty: House) -> House:
    empty.bank(bank("text", "number", "date"))
    empty.call("load")
    return empty


def due(house: House, *arguments: str, **environ: str) -> str:
    """Return what is said, which has to be the same by all ways."""
    said = [house.call("due", *arguments, **environ, **more) for more in ({}, LONG)]
    config = house.home / "config/quiz/config.toml"
    if not config.exists():
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text('[limits."nowhere"]\nnew = 1\n', encoding="utf-8")
        said.append(house.call("due", *arguments, **environ)._replace(err=""))
        config.unlink()
    assert len(set(said)) == 1, said
    assert said[0].err == ""
    return said[0].out


def as_json(house: House, *arguments: str, **environ: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(due(house, "--json", *arguments, **environ))
    return found


def code(house: House, *arguments: str, **environ: str) -> int:
    codes = {house.call("due", "--exit-code", *arguments, **environ, **more).code for more in ({}, LONG)}
    assert len(codes) == 1
    return codes.pop()


def test_without_a_database_nothing_is_due_and_nothing_is_made(empty: House) -> None:
    assert due(empty) == "nothing due\n"
    assert due(empty, "--days", "2") == "2026-03-02 0\n2026-03-03 0\n"
    assert code(empty) == 1
    assert not empty.db.exists()
    assert sorted(path.name for path in empty.home.iterdir()) == ["config"]


def test_it_says_in_one_line_what_is_due_and_new(home: House) -> None:
    assert due(home) == "3 new\n"
    home.call("start", "--new", "2", stdin="Danube\n9\n")
    assert due(home) == "1 new\n"
    assert due(home, QUIZ_NOW=LATER) == "2 due, 1 new\n"
    home.call("start", stdin="1949-04-04\n")
    assert due(home) == "nothing due\n"
    assert (code(home), code(home, QUIZ_NOW=LATER)) == (1, 0)


def test_days_are_lines_with_day_and_number(home: House) -> None:
    home.call("start", stdin="Danube\n9\n1949-04-04\n")
    forecast = json.loads(home.call("stats", "--json").out)["forecast"]
    assert due(home, "--days", "7") == "".join(f"{one['day']} {one['due']}\n" for one in forecast)
    assert due(home, "--days=1", QUIZ_NOW=LATER) == "2026-04-20 3\n"


def test_json_has_a_layout_that_stays(home: House) -> None:
    home.call("start", "--new", "2", stdin="Danube\n9\n")
    found = as_json(home, "--days", "2", QUIZ_NOW=LATER)
    assert found == {
        "layout": 1,
        "day": "2026-04-20",
        "due": 2,
        "overdue": 2,
        "new": 1,
        "paused": False,
        "paused_until": None,
        "next_due_on": None,
        "days": [{"day": "2026-04-20", "due": 2}, {"day": "2026-04-21", "due": 0}],
    }
    now = as_json(home)
    first = min(str(day) for (day,) in home.query("SELECT due_on FROM card_states"))
    assert (now["due"], now["new"], now["next_due_on"]) == (0, 1, first)
    assert [day["day"] for day in now["days"]] == ["2026-03-02"]


def test_a_card_that_was_renamed_is_not_new_once_more(empty: House) -> None:
    text = "quiz: 1\ntitle: T\nquestions:\n" + "".join(
        f"  - {{id: q{n}, ask: Say {n}, answer: w{n}}}\n" for n in range(3)
    )
    empty.bank(text)
    empty.call("start", "--new", "1", stdin="x\nw0\n")
    empty.bank(text.replace("id: q0", "id: another"))
    empty.call("load")
    empty.call("start", "--new", "0", stdin="w0\n", QUIZ_NOW=LATER)
    assert empty.query("SELECT count(DISTINCT card) FROM reviews") == [(2,)]
    assert as_json(empty, QUIZ_NOW=LATER, QUIZ_NEW_PER_DAY="2")["new"] == 2


def test_a_pause_is_said_and_is_nothing_to_do(home: House) -> None:
    home.call("pause", "--until", "2026-03-05")
    assert due(home) == "3 new; paused until 2026-03-05\n"
    assert (as_json(home)["paused"], as_json(home)["paused_until"]) == (True, "2026-03-05")
    assert (code(home), code(home, QUIZ_NOW="2026-03-05T12:00:00+00:00")) == (1, 0)
    home.call("resume", stdin="\n")
    assert due(home) == "3 new\n"
    home.call("pause")
    assert due(home) == "3 new; paused\n"
    assert (as_json(home)["paused"], as_json(home)["paused_until"]) == (True, None)


def test_settings_hold_as_everywhere(home: House) -> None:
    assert due(home, QUIZ_NEW_PER_DAY="2") == "2 new\n"
    assert due(home, "--learner", "somebody") == "3 new\n"
    assert due(home, QUIZ_LEARNER="ann") == "3 new\n"
    assert home.query("SELECT name FROM learners") == [("me",)]
    assert due(home, "--db", str(home.home / "other.db")) == "nothing due\n"
    assert due(home, "--db=other.db", QUIZ_DB="") == "nothing due\n"
    home.call("start", stdin="Danube\n9\n1949-04-04\n")
    night = {"QUIZ_NOW": "2026-03-03T03:59:00+00:00"}
    assert as_json(home, **night)["day"] == "2026-03-02"
    assert as_json(home, QUIZ_ROLLOVER_HOUR="3", **night)["day"] == "2026-03-03"
    assert as_json(home, QUIZ_NOW="2026-03-03T03:59:00", TZ="Asia/Tokyo")["day"] == "2026-03-02"


def test_on_other_systems_folders_are_asked_for(home: House) -> None:
    with mock.patch.object(sys, "platform", "other"):
        assert due(home) == "3 new\n"
        assert due(home, QUIZ_NEW_PER_DAY="2") == "2 new\n"


def test_the_config_file_holds(home: House) -> None:
    path = home.home / "config/quiz/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("new_per_day = 1\n", encoding="utf-8")
    assert due(home) == "1 new\n"
    path.write_text('[limits."bank"]\nnew = 2\n', encoding="utf-8")
    assert due(home) == "2 new\n"
    path.write_text("new_per_day = x\n", encoding="utf-8")
    assert (home.call("due").code, home.call("due").out) == (2, "")
    assert "cannot be read" in home.call("due").err


def test_banks_are_those_of_the_place(home: House) -> None:
    home.bank(bank("number"), "elsewhere/more.yaml")
    home.call("load", "--banks", "elsewhere")
    assert due(home) == "3 new\n"
    assert due(home, "--banks", "elsewhere/./") == "1 new\n"
    assert due(home, QUIZ_BANKS="elsewhere:questions") == "4 new\n"
    (home.home / "questions").rename(home.home / "moved")
    assert due(home) == "4 new\n", "nothing of here is known, so all banks count"
    (home.home / "empty").mkdir()
    assert due(home, "--banks", "empty") == "nothing due\n"
    gone = home.call("due", "--banks", "nowhere")
    assert (gone.code, gone.out) == (1, "")
    assert "No question bank was found in" in gone.err


def test_a_bank_in_the_data_folder_is_found(empty: House) -> None:
    empty.bank(bank("text"), "data/quiz/questions/bank.yaml")
    empty.call("load")
    empty.bank(bank("text", "date"), "elsewhere/more.yaml")
    empty.call("load", "--banks", "elsewhere")
    assert due(empty) == "1 new\n"


def test_it_writes_nothing_and_waits_for_no_sitting(home: House) -> None:
    home.call("start", "--new", "1", stdin="Danube\n")
    before = home.db.read_bytes()
    files = sorted(path.name for path in home.home.iterdir())
    with closing(sqlite3.connect(home.db, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO learners VALUES ('ben')")
        due(home, QUIZ_NOW=NEXT_DAY)
        due(home, "--learner", "carl")
        writer.execute("ROLLBACK")
    assert home.db.read_bytes() == before
    assert sorted(path.name for path in home.home.iterdir()) == sorted({*files, "config"})


def test_a_file_that_is_only_to_be_read_is_enough(home: House) -> None:
    home.db.chmod(0o400)
    assert due(home) == "3 new\n"


def faulty(house: House) -> Done:
    found = house.call("due", "--exit-code")
    assert (found.code, found.out) == (3, "")
    return found


def test_a_database_that_cannot_be_used_is_one_sentence(home: House) -> None:
    with closing(sqlite3.connect(home.db, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        assert "is in use by another sitting or program" in faulty(home).err
    with closing(sqlite3.connect(home.db)) as newer, newer:
        newer.execute("INSERT INTO _sqlite_migrations VALUES (NULL, 'quiz', 'from_the_future', '')")
    assert "written by a newer version of quiz" in faulty(home).err
    home.db.write_bytes(b"no database" * 500)
    assert "cannot be used as the database: file is not a database" in faulty(home).err
    home.db.write_bytes(b"")
    assert "it is empty (0 bytes)" in faulty(home).err
    home.db.unlink()
    home.db.mkdir()
    assert "it is not a file" in faulty(home).err


def test_a_writer_that_was_cut_off_is_told_from_a_folder_without_rights(home: House) -> None:
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('PRAGMA cache_size = 1'); c.execute('PRAGMA cache_spill = 1'); c.execute('BEGIN'); "
        "c.execute('UPDATE questions SET content = content || zeroblob(0) || hex(zeroblob(90000))'); "
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(home.db)], check=False)
    assert home.db.with_name("quiz.db-journal").exists()
    assert "its last writer was cut off" in faulty(home).err
    home.call("stats")
    assert due(home) == "3 new\n"


def test_a_database_of_an_earlier_version_is_read_and_left_as_it_is(home: House) -> None:
    with closing(sqlite3.connect(home.db)) as older, older:
        older.execute("DROP TABLE plans")
        older.execute("DELETE FROM _sqlite_migrations WHERE name = 'plans_of_learners'")
    before = home.db.read_bytes()
    assert due(home) == "3 new\n"
    assert home.db.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["--days", "0"],
        ["--days", "x"],
        ["--days"],
        ["--days", "367"],
        ["--learner", ""],
        ["--db", ""],
        ["more"],
        ["--jason"],
    ],
)
def test_wrong_usage_is_told_as_everywhere(home: House, arguments: list[str]) -> None:
    done = home.call("due", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err


@pytest.mark.parametrize(
    "environ",
    [
        {"QUIZ_NEW_PER_DAY": "-1"},
        {"QUIZ_ROLLOVER_HOUR": "24"},
        {"QUIZ_NOW": "1950-01-01T00:00"},
        {"QUIZ_NOW": "soon"},
        {"QUIZ_LEARNER": "a\tb"},
        {"QUIZ_BANKS": ":"},
        {"QUIZ_FUZZ": "perhaps"},
    ],
)
def test_a_bad_setting_is_told_as_everywhere(home: House, environ: dict[str, str]) -> None:
    done, stats = home.call("due", **environ), home.call("stats", **environ)
    assert (done.code, done.out, done.err) == (2, "", stats.err)


def test_help_tells_the_exit_codes(home: House) -> None:
    assert "0 says so, 1 nothing or a pause" in " ".join(home.call("due", "--help").out.split())


def test_the_short_way_knows_every_step_of_the_schema(home: House) -> None:
    steps = sorted(str(name) for (name,) in home.query("SELECT name FROM _sqlite_migrations"))
    assert " ".join(steps) == glance.STEPS
    assert len(steps) == len(migrations._migrations)
    assert glance.APPLICATION_ID == APPLICATION_ID


def test_the_short_way_is_taken_and_loads_next_to_nothing(home: House) -> None:
    code = (
        "import sys; from quiz.cli import app; app.run(['due']); print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=home.home,
        env=home.environ(PYTHONPATH=":".join(path for path in sys.path if path)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "3 new\n"
    loaded = set(done.stderr.split())
    assert loaded.isdisjoint(
        {"click", "typing", "dataclasses", "pathlib", "re", "yaml", "json", "sqlite_utils"}
    )
    assert {name for name in loaded if name.startswith("quiz")} == {
        "quiz",
        "quiz.cli",
        "quiz.cli.app",
        "quiz.cli.due",
        "quiz.cli.due_quick",
        "quiz.errors",
        "quiz.store",
        "quiz.store.glance",
    }


def test_what_it_takes_for_usual_is_what_is_usual(empty: House) -> None:
    found = Settings(db=empty.db, data=empty.home)
    wanted = {"learner": found.learner, "banks": "", "now": ""}
    numbers = {"new_per_day": str(found.new_per_day), "rollover_hour": str(found.rollover_hour)}
    assert {**wanted, **numbers} == due_quick.USUAL
    assert due_quick.LIMIT == LIMIT


PATHS = st.sampled_from(["", " ", "/a/b", "a//b/./c", "~/a", "a:b", "/a:/b/"])
VALUES = {
    "QUIZ_DB": PATHS,
    "QUIZ_BANKS": PATHS,
    "QUIZ_LEARNER": st.sampled_from(["", " ", " ann ", "a\tb", "-"]),
    "QUIZ_NEW_PER_DAY": st.sampled_from(["", "0", " 7 ", "1_0", "1000001", "-1", "x", "²"]),
    "QUIZ_ROLLOVER_HOUR": st.sampled_from(["", "0", "23", "24", "4.0"]),
    "QUIZ_NOW": st.sampled_from(["2026-03-02T03:59", "2026-03-02T23:30+00:00", "9999-01-01", "20260302"]),
    "XDG_DATA_HOME": st.sampled_from(["", " ", "/data"]),
    "QUIZ_FUZZ": st.sampled_from(["", "true"]),
}


@given(
    environ=st.fixed_dictionaries({}, optional=VALUES),
    flags=st.fixed_dictionaries(
        {}, optional={"--db": PATHS, "--banks": PATHS, "--learner": st.sampled_from(["", "ben", " "])}
    ),
)
@example(environ={"QUIZ_BANKS": "a:b", "QUIZ_NOW": "2026-03-02T03:59"}, flags={"--db": "x.db"})
def test_plain_settings_are_read_as_all_are(environ: dict[str, str], flags: dict[str, str]) -> None:
    whole = {"HOME": "/nowhere", "QUIZ_NOW": "2026-03-02T12:00", **environ}
    with mock.patch.dict(os.environ, whole, clear=True):
        try:
            found = due_quick.plain(flags, whole)
        except (due_quick.NotPlain, ValueError, OverflowError):
            event("not plain")
            return
        settings = read_settings({name: flags.get(f"--{name}") for name in ("db", "banks", "learner")})
    assert (found.learner, found.new_per_day) == (settings.learner, settings.new_per_day)
    assert (Path(found.db), Path(found.data)) == (Path.cwd() / settings.db, settings.data)
    assert [*map(Path, found.banks)] == [Path.cwd() / path for path in settings.banks]
    assert found.today == settings.clock().now().study_day
