"""The door that a user takes: the program as a process of its own, or run within this one."""

from __future__ import annotations

import contextlib
import io
import os
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from unittest import mock

from quiz.cli import app
from quiz.store import open_store
from quiz.study.replay import differences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from robot import Robot

PATIENCE = 60
NOON = "2026-03-02T12:00:00+00:00"


class Tty(io.StringIO):
    """A stream of text at which somebody sits."""

    def isatty(self) -> bool:
        return True


class Done(NamedTuple):
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    def said(self, word: str) -> list[str]:
        """Return what the lines ``word: ...`` of the output say."""
        return [
            line.removeprefix(f"{word}:").strip()
            for line in self.out.splitlines()
            if line.startswith(f"{word}:")
        ]


@dataclass(frozen=True)
class House:
    """A home folder with nothing in it but what a test puts there; the program is run in it."""

    home: Path

    @property
    def db(self) -> Path:
        return self.home / "quiz.db"

    def bank(self, text: str, name: str = "questions/bank.yaml") -> Path:
        """Write a bank below the home folder."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def environ(self, **more: str) -> dict[str, str]:
        """Return an environment that knows nothing of this machine.

        Nor of coverage: hundreds of processes are started, and to measure each of them takes longer
        than what it does. Their code is measured where tests run it within their own process.
        """
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "TERM": "xterm-256color",
            "QUIZ_DB": str(self.db),
            "QUIZ_NOW": NOON,
            **more,
        }

    def start(self, *arguments: str, **environ: str) -> subprocess.Popen[str]:
        """Start the program as a process with pipes."""
        return subprocess.Popen(
            [sys.executable, "-m", "quiz", *arguments],
            cwd=self.home,
            env=self.environ(**environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, stdin: str = "", **environ: str) -> Done:
        """Run the program as a process to its end."""
        with self.start(*arguments, **environ) as process:
            out, err = process.communicate(stdin, timeout=PATIENCE)
        return Done(process.returncode, out, err)

    def call(self, *arguments: str, stdin: str = "", **environ: str) -> Done:
        """Run the program within this process; the same path, without the cost of a start."""
        out = io.StringIO()
        return self._call(arguments, io.StringIO(stdin), out, environ)

    def sit(self, robot: Robot, *arguments: str, **environ: str) -> Done:
        """Hold a sitting in line mode within this process, with a robot as the learner."""
        return self._call(("start", *arguments), robot, robot, environ)

    def attend(self, *arguments: str, stdin: str = "", **environ: str) -> Done:
        """Hold a sitting in line mode within this process, as if a person sat at the terminal."""
        return self._call(("start", "--plain", *arguments), Tty(stdin), Tty(), environ)

    def sit_outside(self, robot: Robot, *arguments: str, **environ: str) -> Done:
        """Hold a sitting with a robot in a real process."""
        with self.start("start", *arguments, **environ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            for line in process.stdout:
                robot.write(line)
                if robot.waits:
                    process.stdin.write(robot.readline())
                    process.stdin.flush()
            err = process.stderr.read()
        return Done(process.returncode, robot.getvalue(), err)

    def _call(
        self, arguments: tuple[str, ...], stdin: io.StringIO, out: io.StringIO, environ: dict[str, str]
    ) -> Done:
        err = io.StringIO()
        with (
            self._inside(environ),
            mock.patch("sys.stdin", stdin),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = app.run(list(arguments))
        return Done(code, out.getvalue(), err.getvalue())

    @contextlib.contextmanager
    def _inside(self, environ: dict[str, str]) -> Iterator[None]:
        try:
            with (
                mock.patch.dict(os.environ, self.environ(**environ), clear=True),
                contextlib.chdir(self.home),
            ):
                time.tzset()
                yield
        finally:
            time.tzset()

    def query(self, sql: str) -> list[tuple[object, ...]]:
        """Return the rows of a query on the database, read with nothing but sqlite3."""
        with contextlib.closing(sqlite3.connect(self.db)) as connection:
            return connection.execute(sql).fetchall()

    def verdicts(self) -> list[str]:
        """Return the verdicts of the answers that stand, oldest first."""
        return [str(row[0]) for row in self.query("SELECT verdict FROM reviews_kept ORDER BY id")]

    def check(self) -> None:
        """Hold the database to what it promises: sound, and the states are what the log gives."""
        assert self.query("PRAGMA integrity_check") == [("ok",)]
        assert self.query("PRAGMA foreign_key_check") == []
        with open_store(self.db, now_ms=0) as store:
            assert differences(store) == []
