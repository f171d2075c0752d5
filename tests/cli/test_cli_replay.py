"""`quiz replay`: what follows from the log is held against it, or written anew, at once or not at all."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from door import Tty
from marked import say
from samples_of_kinds import bank

from quiz.review import Sign
from quiz.store import sitting_lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from door import Done, House

SOUND = "2 answers replayed, 2 cards with a state: all is stored as the log has it, bit for bit.\n"
TAMPERED = "UPDATE card_states SET stability = stability * (1 + 2e-16) WHERE state = 'review'"


@pytest.fixture
def studied(empty: House) -> House:
    """A house in which two questions were answered, and one is suspended."""
    empty.bank(bank("text", "number", "true-false"))
    assert empty.call("start", "--limit", "2", stdin="Danube\n9\n").code == 0
    assert empty.call("suspend", "claim").code == 0
    return empty


def change(house: House, sql: str) -> None:
    with closing(sqlite3.connect(house.db, isolation_level=None)) as connection:
        connection.execute(sql)


def content(house: House) -> list[str]:
    with closing(sqlite3.connect(house.db)) as connection:
        return list(connection.iterdump())


def replay(house: House, *arguments: str) -> Done:
    done = house.call("replay", *arguments)
    assert done.err == ""
    return done


def test_a_sound_database_is_said_to_be_so_and_stays_as_it_is(studied: House) -> None:
    before = content(studied)
    assert replay(studied, "--check") == (0, SOUND, "")
    assert replay(studied) == (0, SOUND, "")
    assert content(studied) == before


def test_a_state_of_which_one_bit_is_another_is_named_and_mended(studied: House) -> None:
    sound = content(studied)
    change(studied, TAMPERED)
    before = content(studied)
    assert before != sound
    done = replay(studied, "--check")
    assert done.code == 1
    assert content(studied) == before
    first, second, summary = done.out.splitlines()
    assert first.startswith("bank/river (me): stability 2.3065000000000007, by the log 2.3065")
    assert second.startswith("bank/planets (me): stability ")
    assert summary == (
        "2 answers replayed, 2 cards with a state: 2 cards have another state. `quiz replay` mends that."
    )
    done = replay(studied)
    assert done.code == 0
    assert done.out.endswith(": 2 cards had another state; all is as the log has it now.\n")
    assert content(studied) == sound


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (
            "DELETE FROM card_states WHERE due_on = (SELECT max(due_on) FROM card_states)",
            "stored is new, by the log it is in review, due on 2026-03-04",
        ),
        ("DELETE FROM aside", "bank/claim (me): stored is not set aside, by the log it is suspended"),
        (
            "UPDATE aside SET until = '2026-03-03'",
            "bank/claim (me): stored is buried until 2026-03-03, by the log it is suspended",
        ),
        (
            "DELETE FROM new_cards",
            "bank/claim (me): its place among the new cards is not what the log gives",
        ),
        ("UPDATE new_cards SET position = 7", "bank/claim (me): its place among the new cards"),
        (
            "INSERT INTO new_cards SELECT 'me', bank_id, 0, id FROM questions WHERE question = 'river'",
            "bank/river (me): its place among the new cards",
        ),
        (
            "UPDATE card_states SET due_on = '2026-12-24', lapses = 3",
            "bank/planets (me): due_on 2026-12-24, by the log 2026-03-04; lapses 3, by the log 0",
        ),
        (
            "UPDATE reviews SET learner = 'you'",
            "bank/river (me): stored is in review, due on 2026-03-04, by the log it is new",
        ),
    ],
)
def test_every_derived_table_is_held_against_the_log(studied: House, sql: str, said: str) -> None:
    change(studied, sql)
    done = replay(studied, "--check")
    assert said in done.out
    assert done.code == 1
    assert replay(studied).code == 0
    assert replay(studied, "--check").code == 0
    studied.check()


def test_twenty_differences_are_named_and_json_has_all(empty: House) -> None:
    rows = "".join(f"  - {{id: q{n}, ask: 'What is word {n}{n * 7}?', answer: w}}\n" for n in range(25))
    empty.bank(f"quiz: 1\ntitle: Many\nquestions:\n{rows}")
    assert empty.call("start", "--new", "25", stdin="w\n" * 25).code == 0
    change(empty, TAMPERED)
    lines = replay(empty, "--check").out.splitlines()
    assert len([line for line in lines if line.startswith("bank/q")]) == 20
    assert lines[20] == "... and 5 more; `--json` names them all."
    done = replay(empty, "--check", "--json")
    told = json.loads(done.out)
    assert done.code == 1
    assert (told["layout"], told["written"], told["cards"], len(told["differing"])) == (1, False, 25, 25)
    first = told["differing"][0]
    assert (first["learner"], first["card"], first["what"]) == ("me", "bank/q0", "state")
    assert first["stored"]["stability"] > first["replayed"]["stability"]
    assert json.loads(replay(empty, "--json").out)["written"] is True


def test_json_tells_each_sort_of_difference(studied: House) -> None:
    change(studied, "DELETE FROM aside")
    change(studied, "DELETE FROM card_states WHERE card_id = 1")
    change(studied, "DELETE FROM new_cards")
    told = json.loads(replay(studied, "--check", "--json").out)["differing"]
    assert [(one["card"], one["what"]) for one in told] == [("bank/river", "state"), ("bank/claim", "aside")]
    assert (told[0]["stored"], told[1]["stored"], told[1]["replayed"]) == (None, None, "9999-12-31")
    assert replay(studied).code == 0
    change(studied, "DELETE FROM new_cards")
    (new,) = json.loads(replay(studied, "--check", "--json").out)["differing"]
    assert new == {"learner": "me", "card": "bank/claim", "what": "new"}


def test_all_learners_are_rebuilt_also_one_whom_only_the_log_knows(studied: House) -> None:
    change(studied, "UPDATE reviews SET learner = 'you' WHERE card = 'bank/river'")
    done = replay(studied, "--check")
    assert done.code == 1
    assert "bank/river (me): stored is in review, due on 2026-03-04, by the log it is new" in done.out
    assert "bank/river (you): stored is new, by the log it is in review, due on 2026-03-04" in done.out
    assert "2 cards had another state, and 2 other differences; all is" in replay(studied).out
    assert replay(studied, "--check").code == 0
    assert studied.query("SELECT learner, card FROM cards_readable ORDER BY card") == [
        ("me", "bank/planets"),
        ("you", "bank/river"),
    ]


def test_a_card_that_is_buried_today_stays_so_and_one_of_yesterday_does_not(studied: House) -> None:
    say(studied, Sign.BURIED, "bank/planets", now="2026-03-01T12:00:00+00:00")
    say(studied, Sign.BURIED, "bank/river", now="2026-03-02T12:00:00+00:00")
    change(studied, "DELETE FROM aside")
    assert replay(studied).code == 0
    rows = studied.query("SELECT until FROM aside ORDER BY until")
    assert rows == [("2026-03-03",), ("9999-12-31",)]


def test_nothing_is_made_where_there_is_no_database(empty: House) -> None:
    for arguments in ((), ("--check",)):
        done = replay(empty, *arguments)
        assert done.code == 0
        assert done.out == f"There is no database {empty.db} yet: nothing was answered.\n"
    assert json.loads(replay(empty, "--json").out)["cards"] == 0
    assert not empty.db.exists()


def test_a_sitting_that_goes_on_keeps_it_out_but_for_a_check(studied: House) -> None:
    with sitting_lock(studied.db):
        done = studied.call("replay")
        assert (done.code, done.out) == (3, "")
        assert "is in use by another sitting" in done.err
        assert replay(studied, "--check").code == 0


@pytest.mark.parametrize("option", [(), ("--check",)])
@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE reviews SET study_day = 'x'", "it is damaged, a row of reviews makes no sense"),
        ("UPDATE card_states SET last_day = 'x'", "it is damaged, a row of card_states makes no sense"),
        (
            "UPDATE reviews SET scheduler = 'quiz-fsrs9-3' WHERE card = 'bank/river'",
            "written by a newer quiz",
        ),
    ],
)
def test_what_cannot_be_computed_is_a_sentence_and_nothing_is_written(
    studied: House, sql: str, said: str, option: tuple[str, ...]
) -> None:
    change(studied, sql)
    before = content(studied)
    done = studied.call("replay", *option)
    assert (done.code, done.out) == (3, "")
    assert said in done.err
    assert content(studied) == before


def test_a_file_that_is_no_database_is_refused(empty: House) -> None:
    empty.db.write_bytes(b"no database" * 100)
    for option in ((), ("--check",)):
        done = empty.call("replay", *option)
        assert (done.code, done.out) == (3, "")
        assert "cannot be used as the database" in done.err


@pytest.fixture
def cut_off(studied: House) -> Iterator[House]:
    """A house whose states are wrong, and in which a replay is killed after it wrote the states."""
    change(studied, TAMPERED)
    yield studied
    assert replay(studied).code == 0
    studied.check()


KILLED = """
import os, signal, sys
from quiz.cli import app
from quiz.store import marks
marks.rewrite_aside = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
app.run(["replay"])
"""


def test_a_replay_that_is_killed_leaves_all_as_it_was(cut_off: House) -> None:
    before = content(cut_off)
    done = subprocess.run(
        [sys.executable, "-c", KILLED], cwd=cut_off.home, env=cut_off.environ(), check=False, timeout=60
    )
    assert done.returncode == -signal.SIGKILL
    assert cut_off.query("PRAGMA integrity_check") == [("ok",)]
    assert content(cut_off) == before


def test_at_a_terminal_a_bar_is_ready(studied: House) -> None:
    told: list[tuple[int, int]] = []
    with (
        mock.patch("quiz.ui.bar.LoadingBar.advance", lambda _bar, done, total: told.append((done, total))),
        mock.patch("io.StringIO", Tty),
    ):
        assert studied.call("replay", "--check").code == 0
    assert told == [(0, 2)]
