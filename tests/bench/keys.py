"""From a key to what it brings up, in a sitting in a real pseudo-terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.measure import WrongResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

ROWS, COLUMNS = 24, 80
PATIENCE = 20.0
"""Seconds after which what is waited for does not come."""

ASKED, ANSWERED = b"Ctrl-D leave", b"q leave"
"""The end of the footer while a question of the kind choice stands, and after its answer."""


class Waits(NamedTuple):
    """Seconds from a key to what it brings up, one for each question."""

    verdict: list[float]
    question: list[float]


def waits(command: Sequence[str], environment: Mapping[str, str], folder: Path, number: int) -> Waits:
    """Answer ``number`` choices one after another, and time how long each key takes to show its effect.

    The answer is on disk before the next question appears. Raises WrongResult when something
    that is waited for does not appear.
    """
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe(command[0], [*command], {**environment, "TERM": "xterm-256color"})  # noqa: S606 - no shell
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        found = Waits([], [])
        _until(terminal, ASKED)
        for _ in range(number):
            found.verdict.append(_press(terminal, b"1", ANSWERED))
            found.question.append(_press(terminal, b"\r", ASKED))
        return found
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)


def _press(terminal: int, key: bytes, wanted: bytes) -> float:
    begun = time.perf_counter()
    os.write(terminal, key)
    _until(terminal, wanted)
    return time.perf_counter() - begun


def _until(terminal: int, wanted: bytes) -> None:
    seen, end = b"", time.monotonic() + PATIENCE
    while wanted not in seen:
        if not select.select([terminal], [], [], max(0.0, end - time.monotonic()))[0]:
            raise WrongResult(f"{wanted!r} does not appear; the last was {seen[-200:]!r}")
        seen += os.read(terminal, 65536)
