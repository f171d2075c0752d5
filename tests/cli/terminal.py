"""The program in a terminal: a pty to type into, and a screen to read from."""

from __future__ import annotations

import contextlib
import re
import sys
import termios
import time
from typing import TYPE_CHECKING, Any

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable

    from door import House

    Until = str | tuple[str, ...] | Callable[[], bool]

PATIENCE = 40
UP, DOWN, ENTER, TAB = "\x1b[A", "\x1b[B", "\r", "\t"
CTRL_C, CTRL_D, CTRL_Z, ESC = "\x03", "\x04", "\x1a", "\x1b"
QUESTION, RATING, SCORE = "Ctrl-D leave", "s source", "Enter end"
"""Words of the footers that tell what is waited for."""


class Terminal:
    """One run of the program in a terminal of its own."""

    def __init__(
        self, house: House, *arguments: str, columns: int = 80, rows: int = 24, **environ: str
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "quiz", *arguments],
            cwd=str(house.home),
            env=house.environ(**environ),
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )
        self.process.delaybeforesend = None
        self.before = self.attributes()

    def attributes(self) -> list[Any]:
        """Return the settings of the terminal."""
        return termios.tcgetattr(self.process.child_fd)

    def lines(self) -> list[str]:
        """Return the lines on the screen that hold something."""
        return [line.rstrip() for line in self.screen.display if line.strip()]

    def text(self) -> str:
        """Return what is on the screen with every run of white space as one space."""
        return " ".join(" ".join(self.screen.display).split())

    def _feed(self, timeout: float) -> bool:
        try:
            data = self.process.read_nonblocking(65536, timeout)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def wait(self, until: Until) -> None:
        """Read until texts stand on the screen, or something is the case."""
        texts = (until,) if isinstance(until, str) else until
        holds = texts if callable(texts) else lambda: all(text in self.text() for text in texts)
        deadline = time.monotonic() + PATIENCE
        while not holds():
            alive = self._feed(0.2)
            assert alive or holds(), f"ended without {until!r}:\n{self.shown()}"
            assert time.monotonic() < deadline, f"no {until!r} in:\n{self.shown()}"

    def shown(self) -> str:
        """Return the screen for a message."""
        return "\n".join(self.lines())

    def press(self, *keys: str, until: Until | None = None) -> None:
        """Press keys, then wait until something shows."""
        self.process.send("".join(keys))
        if until is not None:
            self.wait(until)

    def point_at(self, option: str) -> None:
        """Move the pointer of a list to an option."""
        self.wait(lambda: self.offers(option) and self.pointed() != "")
        for _ in self.screen.display:
            before = self.pointed()
            if before == option:
                return
            self.press(DOWN, until=lambda: self.pointed() not in ("", before))  # noqa: B023 - used at once
        raise AssertionError(self.shown())

    def mark(self, option: str) -> None:
        """Mark an option of a list in which several can be marked."""
        self.point_at(option)
        self.press(
            " ", until=lambda: any("●" in line and listed(line) == option for line in self.screen.display)
        )

    def pointed(self) -> str:
        """Return the option that the pointer stands at; empty while none is drawn."""
        return next((listed(line) for line in self.screen.display if line.startswith(" > ")), "")

    def offers(self, option: str) -> bool:
        """Whether an option stands in a list that is picked from."""
        return any(listed(line) == option for line in self.screen.display)

    def end(self) -> int:
        """Read to the end and return the exit code, as a shell gives it."""
        while self._feed(PATIENCE):
            pass
        self.process.wait()
        if self.process.signalstatus is not None:
            return 128 + int(self.process.signalstatus)
        return int(self.process.exitstatus or 0)

    def close(self) -> None:
        """End the process if it still runs."""
        with contextlib.suppress(OSError):
            self.process.close(force=True)


def listed(line: str) -> str:
    """Return a line of a list without its pointer, mark and number."""
    return re.sub(r"[ >○●]*(\d )?", "", line, count=1).rstrip()
