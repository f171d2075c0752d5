from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quiz import __version__
from quiz.cli.app import COMMANDS

if TYPE_CHECKING:
    from door import House

OURS = ("start", "stats", "list", "load", "undo")


def broken(house: House, kind: str) -> Path:
    path = house.home / f"broken-{kind}"
    match kind:
        case "directory":
            path.mkdir()
        case "text":
            path.write_text("These are not the bytes of a database. " * 40, encoding="utf-8")
        case "empty":
            path.touch()
        case "foreign":
            with contextlib.closing(sqlite3.connect(path)) as connection:
                connection.execute("CREATE TABLE recipes (name TEXT)")
    return path


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("directory", "it is not a file"),
        ("text", "file is not a database"),
        ("empty", "it is empty (0 bytes); delete it if nothing was ever in it"),
        ("foreign", "it is a database of another program"),
    ],
)
def test_a_file_that_is_no_database_of_ours_is_refused_and_left_alone(
    house: House, kind: str, reason: str
) -> None:
    path = broken(house, kind)
    before = path.read_bytes() if path.is_file() else b""
    for command in OURS:
        done = house.call(command, "--db", str(path))
        assert (done.code, done.out) == (3, "")
        assert done.err == (
            f"quiz: {path} cannot be used as the database: {reason}. "
            "Restore a copy, or use another file with --db.\n"
        )
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_database_below_a_file_is_refused(house: House) -> None:
    done = house.call("stats", "--db", str(house.bank("x", "file") / "quiz.db"))
    assert done.code == 3
    assert done.err.endswith(
        "cannot be used as the database: Not a directory. "
        "Check the folder and its rights, or use another file with --db.\n"
    )


def test_a_folder_for_the_database_is_made(house: House) -> None:
    path = house.home / "new/folder/quiz.db"
    assert house.call("stats", "--db", str(path)).code == 0
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_database_of_a_newer_version_is_refused(house: House) -> None:
    house.call("load")
    with contextlib.closing(sqlite3.connect(house.db)) as connection:
        connection.execute("UPDATE _sqlite_migrations SET name = 'from_the_future' WHERE id = 1")
        connection.commit()
    done = house.call("stats")
    assert done.code == 3
    assert done.err == (
        f"quiz: {house.db} was written by a newer version of quiz (step from_the_future). "
        "Upgrade quiz, or use another file with --db.\n"
    )


def test_a_database_that_is_locked_by_another_program_is_said_to_be(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.call("load")
    monkeypatch.setattr("quiz.store.opening.BUSY_SECONDS", 0.1)
    with contextlib.closing(sqlite3.connect(house.db, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        done = house.call("stats")
    assert done.code == 3
    assert done.err == (
        f"quiz: {house.db} is in use by another sitting or program. "
        "End that one first, or use another file with --db.\n"
    )


def test_a_lock_file_that_cannot_be_made_is_a_sentence(house: House) -> None:
    house.db.with_name("quiz.db.lock").symlink_to(house.home / "nowhere/lock")
    done = house.call("start")
    assert done.code == 3
    assert str(house.db) in done.err


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (
            "QUIZ_NOW",
            "tomorrow",
            "QUIZ_NOW is 'tomorrow'; it has to be an ISO instant such as 2026-01-31T09:30, from 1971 on.",
        ),
        ("QUIZ_NOW", "1066-10-14", "QUIZ_NOW is '1066-10-14'; it has to be an ISO instant"),
        (
            "QUIZ_NEW_PER_DAY",
            "many",
            "QUIZ_NEW_PER_DAY is 'many'; it has to be a whole number from 0 to 1000000.",
        ),
        (
            "QUIZ_DESIRED_RETENTION",
            "1",
            "QUIZ_DESIRED_RETENTION is '1'; it has to be a number from 0.70 to 0.99.",
        ),
        ("QUIZ_ROLLOVER_HOUR", "24", "QUIZ_ROLLOVER_HOUR is '24'; it has to be an hour from 0 to 23."),
        ("QUIZ_DB", "\n", "QUIZ_DB is '\\n'; it has to be a file's path."),
        ("QUIZ_BANKS", ":", "QUIZ_BANKS is ':'; it has to be one or more paths."),
        ("QUIZ_LEARNER", "\x1b[31m", "QUIZ_LEARNER is '\\x1b[31m'; it has to be a name."),
    ],
)
def test_a_setting_that_cannot_be_is_wrong_usage(house: House, name: str, value: str, said: str) -> None:
    done = house.call("stats", **{name: value})
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"quiz: {said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 'red'", "sets 'colour', which is no setting. There are: db, banks,"),
        ("new_per_day = ", "cannot be read:"),
        ("new_per_day = 'few'", "config.toml is 'few'; it has to be a whole number"),
    ],
)
def test_a_config_file_with_a_fault_is_wrong_usage(house: House, text: str, said: str) -> None:
    house.bank(text, "config/quiz/config.toml")
    done = house.call("stats")
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_config_file_sets_what_nothing_else_does(house: House) -> None:
    house.bank("new_per_day = 2", "config/quiz/config.toml")
    assert house.call("start").said("question")[0].startswith("1, 1 left")
    assert house.call("start", QUIZ_NEW_PER_DAY="3").said("question")[0].startswith("1, 2 left")
    assert house.call("start", "--new", "4", QUIZ_NEW_PER_DAY="3").said("question")[0].startswith("1, 3 left")


def test_a_word_that_fits_nothing_is_answered_with_what_there_is(house: House) -> None:
    for command in ("start", "stats", "list", "read"):
        done = house.call(command, "bnak")
        assert (done.code, done.out) == (2, "")
        assert done.err == (
            "quiz: Nothing fits 'bnak'. Did you mean bank? `quiz list` shows all banks and tags.\n"
        )


def test_a_tag_that_does_not_exist_is_answered_with_those_that_do(house: House) -> None:
    house.bank("quiz: 1\ntitle: T\ntags: [water, fire]\nquestions:\n  - ask: Q?\n    answer: A\n")
    for command in ("start", "list"):
        done = house.call(command, "--tag", "watre")
        assert done.code == 2
        assert done.err == (
            "quiz: Nothing fits the tag 'watre'. Did you mean water? `quiz list` shows all banks and tags.\n"
        )


def test_a_bank_without_a_text_cannot_be_read(house: House) -> None:
    house.bank("quiz: 1\ntitle: T\nquestions:\n  - ask: Q?\n    answer: A\n")
    done = house.call("read", "bank")
    assert (done.code, done.out) == (1, "")
    assert (
        done.err == "quiz: bank names no text that it is written from. Add a line `source: TEXT.md` to it.\n"
    )


def test_a_text_that_is_not_there_cannot_be_read(house: House) -> None:
    (house.home / "questions/text.md").unlink()
    done = house.call("read", "bank")
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith(
        "text.md: the file cannot be read: no such file or directory; check its name and rights\n"
    )


def test_the_text_is_shown_with_its_numbers(house: House) -> None:
    done = house.call("read", "All Kinds", COLUMNS="40")
    assert done.out.splitlines() == [
        "  1  The lake lies in Geneva. It was",
        "     founded in 1949, on 4 April.",
        "",
        "  2  Nine planets were counted, until",
        "     one of them was counted out.",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--kind", "nonsense"),
        ("list", "--state", "nonsense"),
        ("start", "--limit", "0"),
        ("start", "--new", "few"),
        ("start", "--new", "9" * 20),
        ("start", "--limit", "9" * 20),
        ("start", "--limit", "1000001"),
        ("read",),
        ("nonsense",),
        ("stats", "--nonsense"),
    ],
)
def test_wrong_usage_has_its_own_code_and_names_the_help(house: House, arguments: tuple[str, ...]) -> None:
    done = house.call(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "--help' for help." in done.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("strat", "No such command 'strat'. Did you mean 'start'?"),
        ("lits", "No such command 'lits'. Did you mean 'list'?"),
        ("xyzzy", "No such command 'xyzzy'."),
        ("", "No such command ''."),
    ],
)
def test_a_command_that_does_not_exist_is_answered_with_the_nearest(
    house: House, typed: str, said: str
) -> None:
    done = house.call(typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"Error: {said}\n")


@pytest.mark.parametrize("number", ["0", "1000000"])
def test_the_largest_and_smallest_number_of_new_cards_can_be_asked_for(house: House, number: str) -> None:
    assert house.call("start", "--new", number, "--limit", "1000000").code == 0


def test_there_is_nothing_to_take_back(house: House) -> None:
    done = house.call("undo")
    assert (done.code, done.out, done.err) == (1, "", "quiz: There is no answer to take back.\n")


def test_answers_are_taken_back_one_after_another(house: House) -> None:
    house.call("start", "--seed", "1", stdin="Danube\n1\n")
    told = "Taken back, to be asked again: Which"
    assert house.call("undo").out == f"{told} city lies on the lake? (your answer: Geneva)\n"
    assert house.call("undo").out.startswith(f"{told} river flows through Vienna? (your answer: ")
    assert house.call("undo").code == 1
    assert house.verdicts() == []
    house.check()


WITHOUT_DATABASE = {"new", "add", "draft", "schema"}


def test_every_command_has_its_help(house: House) -> None:
    general = house.call("--help")
    assert general.code == 0
    for name, about in COMMANDS.items():
        assert about in " ".join(general.out.split())
        done = house.call(name, "--help")
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(f"Usage: quiz {name} [OPTIONS]")
        assert done.out.splitlines()[2].startswith("  ")
        assert ("--db PATH" in done.out) is (name not in WITHOUT_DATABASE)


def test_every_option_says_what_it_does(house: House) -> None:
    for name in COMMANDS:
        options = house.call(name, "--help").out.partition("Options:\n")[2]
        # click writes the help beside an option, or on the line below it, further in.
        lines = options.splitlines()
        for line, below in zip(lines, [*lines[1:], ""], strict=True):
            if line.startswith("  -"):
                assert "  " in line.strip() or below.startswith("      "), line


def test_the_version_is_told(house: House) -> None:
    assert house.call("--version").out == f"quiz, version {__version__}\n"


def test_nothing_said_shows_the_help(house: House) -> None:
    done = house.call()
    assert done.code == 2
    assert done.err.startswith("Usage: quiz [OPTIONS] COMMAND")


def test_a_pipe_that_is_closed_early_is_no_fault(house: House) -> None:
    house.bank(
        "quiz: 1\ntitle: Many\nquestions:\n"
        + "".join(
            f"  - id: n{n}\n    ask: Which one is number {n}?\n    answer: river\n" for n in range(3000)
        )
    )
    with house.start("list", "bank") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("bank/n0")
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 141


def test_a_learner_that_goes_away_is_no_fault(house: House) -> None:
    with house.start("start") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("question:")
        assert process.stdout.readline().startswith("answer:")
        process.stdout.close()
        process.stdin.write("Danube\n")
        process.stdin.close()
        assert process.stderr.read() == ""
    assert process.returncode == 141
    assert house.verdicts() == ["right"]


def shell(house: House, line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", line.replace("quiz ", f"{sys.executable} -m quiz ")],
        env=house.environ(),
        cwd=house.home,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_an_output_that_is_full_is_a_sentence(house: House) -> None:
    done = shell(house, "quiz list >/dev/full")
    assert done.returncode == 1
    assert done.stderr == "quiz: The output cannot be written: No space left on device.\n"


def test_a_first_run_that_cannot_write_leaves_no_file_behind(house: House) -> None:
    done = shell(house, "ulimit -f 0; quiz stats")
    assert done.returncode == 3
    assert done.stderr.startswith(
        f"quiz: {house.db} cannot be used as the database: disk I/O error. "
        "Make room, or check the folder and its rights, or use another file with --db.\n"
    )
    assert not house.db.exists()
    assert house.call("stats").code == 0


def test_a_folder_that_was_removed_is_a_sentence(house: House) -> None:
    done = shell(house, "mkdir gone; cd gone; rmdir ../gone; quiz list")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "quiz: The folder you are in is gone. Change to another one, or name the banks with --banks.\n"
    )


def test_banks_that_are_named_need_no_folder_to_be_in(house: House) -> None:
    gone = "mkdir gone; cd gone; rmdir ../gone; quiz list --banks"
    assert shell(house, f"{gone} {house.home}/questions").returncode == 0
    assert "is gone" in shell(house, f"{gone} questions").stderr


@pytest.mark.parametrize("line", ["quiz list >&-", "quiz start <&-", "quiz stats >&- 2>&-"])
def test_streams_that_are_closed_are_no_fault(house: House, line: str) -> None:
    done = shell(house, line)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_module_is_the_program(house: House) -> None:
    done = house.run("--version")
    assert done == (0, f"quiz, version {__version__}\n", "")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_shells_complete_commands(house: House, name: str) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("quiz")],
        env=house.environ(_QUIZ_COMPLETE=f"{name}_source"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "_QUIZ_COMPLETE" in done.stdout


def test_a_shell_is_told_the_commands(house: House) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("quiz")],
        env=house.environ(_QUIZ_COMPLETE="bash_complete", COMP_WORDS="quiz st", COMP_CWORD="1"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["plain,start", "plain,stats"]


def test_the_environment_is_not_touched(house: House) -> None:
    before = dict(os.environ)
    house.call("list")
    assert dict(os.environ) == before
