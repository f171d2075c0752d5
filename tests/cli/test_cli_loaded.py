"""What a command loads before it does anything: no more than it needs, for that is most of its time."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from door import House

CODE = "import sys; from quiz.cli import app; app.run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"

PARSER = {"yaml", "quiz.bank.reader", "quiz.bank.fields"}
"""Banks that did not change are not read again."""

FOR_SOME = {"quiz.study.pursuing", "quiz.study.proposing", "quiz.memory.simulation", "quiz.memory.fitting"}
"""What only who keeps a plan, looks ahead or fits parameters needs."""

NEVER = {"numpy", "questionary", "prompt_toolkit", "quiz.authoring"}

ASIDE: dict[str, set[str]] = {
    "start --plain": PARSER | FOR_SOME | NEVER | {"rich", "quiz.progress.values", "quiz.study.exam"},
    "list": PARSER | FOR_SOME | NEVER | {"quiz.grading", "quiz.study.session", "quiz.progress.values"},
    "stats": PARSER | FOR_SOME | NEVER | {"quiz.study.session"},
    "stats --json": PARSER | FOR_SOME | NEVER | {"quiz.grading", "quiz.study.session", "rich"},
    "--help": PARSER | FOR_SOME | NEVER | {"sqlite3", "sqlite_utils", "quiz.store", "quiz.bank", "rapidfuzz"},
}


@pytest.mark.parametrize("command", ASIDE)
def test_a_command_loads_no_more_than_it_needs(house: House, command: str) -> None:
    house.run("load")
    done = subprocess.run(
        [sys.executable, "-c", CODE, *command.split()],
        cwd=house.home,
        env=house.environ(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout
    loaded = set(done.stderr.splitlines()[-1].split())
    assert "click" in loaded
    assert loaded & ASIDE[command] == set()
