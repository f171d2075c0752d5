"""A process that holds sittings and kills them: ``python killed.py HOME KILLS SEED``.

It imports the program once and forks for each sitting, so that a kill costs no start. Each
kill gives one JSON line: what was written of the sitting, what was sent, what was saved.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import select
import signal
import sqlite3
import sys
import time
from pathlib import Path

from quiz.cli import app, start_command
from quiz.store import open_store
from quiz.study.replay import differences

LONGEST_SECONDS = 0.05
SENT = 200


def main(home: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    os.chdir(home)
    assert start_command.command.name == "start"
    for number in range(kills):
        sent = [f"mud {number}-{place}" if place % 7 else "river" for place in range(SENT)]
        before = saved(home / "quiz.db")
        out = killed_sitting(sent, chance.uniform(0, LONGEST_SECONDS))
        told = {"out": out, "sent": sent, "saved": saved(home / "quiz.db")[len(before) :]}
        line = json.dumps({**told, "unsound": unsound(home / "quiz.db")})
        sys.stdout.write(f"{line}\n")


def killed_sitting(sent: list[str], after_seconds: float) -> str:
    """Return what a sitting wrote until it was killed, so many seconds after its first letter."""
    (read_in, write_in), (read_out, write_out) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        _hold_sitting(read_in, write_out)
    os.close(read_in)
    os.close(write_out)
    os.write(write_in, "".join(f"{line}\n" for line in sent).encode())
    said = os.read(read_out, 1)
    deadline = time.monotonic() + after_seconds
    while (left := deadline - time.monotonic()) > 0 and select.select([read_out], [], [], left)[0]:
        said += os.read(read_out, 65536)
    os.kill(child, signal.SIGKILL)
    while more := os.read(read_out, 65536):
        said += more
    os.close(read_out)
    os.close(write_in)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    return said.decode()


def _hold_sitting(read_in: int, write_out: int) -> None:
    os.dup2(read_in, 0)
    os.dup2(write_out, 1)
    os.closerange(3, write_out + 1)
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    os._exit(app.run(["start", "--plain", "--new", "1000"]))


def saved(db: Path) -> list[str]:
    """Return every typed answer in the log, oldest first; none before there is a database."""
    if not db.exists():
        return []
    with contextlib.closing(sqlite3.connect(db)) as connection:
        rows = connection.execute("SELECT response FROM reviews ORDER BY id").fetchall()
    return [json.loads(row[0])["typed"] for row in rows]


def unsound(db: Path) -> list[str]:
    """Return what is wrong with the database; nothing when it is sound."""
    with contextlib.closing(sqlite3.connect(db)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    with open_store(db, now_ms=0) as store:
        return [*found, *map(str, differences(store))]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
