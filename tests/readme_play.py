"""A program played in a real pseudo-terminal, for what the README shows of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SIZES = ("COLUMNS", "LINES")
"""What whoever runs this may say of another terminal's size."""

PATIENCE = 30.0
"""Seconds in which what is waited for has to appear."""


class Step(NamedTuple):
    """Keys to press once the screen shows ``until``, the last thing drawn before they are awaited."""

    until: str
    keys: str = ""


def played(
    command: Sequence[str],
    environment: Mapping[str, str],
    steps: Sequence[Step],
    *,
    size: tuple[int, int],
    folder: Path | None = None,
) -> str:
    """Return the screen, of ``size`` rows and columns, after the last step."""
    screen = pyte.Screen(size[1], size[0])
    stream = pyte.Stream(screen)
    child = pexpect.spawn(
        command[0],
        [*command[1:]],
        env={name: value for name, value in environment.items() if name not in SIZES},
        cwd=folder,
        dimensions=size,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    try:
        for step in steps:
            _wait(child, stream, screen, step.until)
            child.send(step.keys)
    finally:
        child.close(force=True)
    return "\n".join(line.rstrip() for line in screen.display).strip()


def _wait(child: pexpect.spawn[str], stream: pyte.Stream, screen: pyte.Screen, until: str) -> None:
    """Feed the screen until a text stands on it and nothing more comes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            stream.feed(child.read_nonblocking(4096, timeout=0.2))
        except pexpect.TIMEOUT:
            if until in " ".join(screen.display):
                return
        except pexpect.EOF:
            break
    shown = "\n".join(screen.display).strip()
    raise AssertionError(f"no {until!r} in:\n{shown}")
