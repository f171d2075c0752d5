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

    The line mode when it is wished for, when stdin or stdout is no terminal, and on a terminal
    that cannot move its cursor (``TERM=dumb``); it asks for ratings where a person sits at it.
    Else the interactive one, whose libraries are only loaded here.
    """
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if plain or not terminal or is_dumb():
        return Plain(sys.stdin, sys.stdout, rate=rate or terminal)
    from quiz.ui.prompts import Interactive  # noqa: PLC0415 - its libraries are slow to load

    return Interactive()
