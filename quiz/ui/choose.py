"""Which screen fits the streams at hand."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from quiz.ui.plain import Plain

if TYPE_CHECKING:
    from quiz.ui.screen import Screen

DUMB = ("dumb", "unknown")


def is_dumb() -> bool:
    """Whether the terminal, by its name in ``TERM``, cannot move its cursor."""
    return os.environ.get("TERM", "").lower() in DUMB


def can_ask() -> bool:
    """Whether somebody can be asked with prompts that move the cursor."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not is_dumb()


def open_screen(*, plain: bool = False, rate: bool = False) -> Screen:
    """Return the screen for this process's streams.

    The line mode when it is wished for, or when stdin or stdout is no terminal; the line mode
    with ratings on a terminal that cannot move its cursor (``TERM=dumb``); else the
    interactive one, whose libraries are only loaded here.
    """
    if plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return Plain(sys.stdin, sys.stdout, rate=rate)
    if is_dumb():
        return Plain(sys.stdin, sys.stdout, rate=True)
    from quiz.ui.prompts import Interactive  # noqa: PLC0415 - its libraries are slow to load

    return Interactive()
