"""What is typed while no prompt stands is left to the next one, and not drawn by the terminal meanwhile."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from quiz.ui.keys import kept_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import termios
except ImportError:  # pragma: no cover - there is no termios on Windows
    termios = None  # type: ignore[assignment]

_LOCAL_MODES = 3
"""Where tcgetattr gives the flag, see termios(3)."""


@contextmanager
def unechoed() -> Iterator[None]:
    """Let the terminal of this process draw nothing that is typed; nothing changes where there is none."""
    with kept_terminal():
        if termios is not None:
            with suppress(OSError, ValueError, AttributeError, termios.error):
                modes = termios.tcgetattr(sys.stdin.fileno())
                modes[_LOCAL_MODES] &= ~termios.ECHO
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)
        yield
