"""A review of drafts in a terminal, as its tests need it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from terminal import Terminal

from quiz.bank import read_bank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from door import House

    from quiz.question import Question

KEYS = "q stop"
END = "Enter write it down"
"""Of the footers: they stand there when a key counts."""
SHORT = """\
# Talks

The old treaty was signed in Geneva by twenty ministers.

Eva Stone warned that the bridge of the town was weak.
"""


def texts(house: House) -> None:
    (house.home / "page.txt").write_text(SHORT, encoding="utf-8")


def bank(house: House) -> tuple[Question, ...]:
    """Return the questions of the bank, which has no fault."""
    reading = read_bank(house.home / "bank.yaml", "bank")
    assert reading.problems == ()
    assert reading.bank is not None
    return reading.bank.questions


@contextmanager
def review(house: House, **environ: str) -> Iterator[Terminal]:
    """Review the drafts of a short text in a terminal."""
    texts(house)
    terminal = Terminal(house, "draft", "page.txt", "--into", "bank.yaml", "--review", rows=40, **environ)
    try:
        yield terminal
    finally:
        terminal.close()


def editor(house: House, script: str) -> str:
    """Return a program that changes the file that it is given."""
    path = house.home / "editor"
    path.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{script}\n",
        encoding="utf-8",
    )
    os.chmod(path, 0o755)  # noqa: PTH101, S103 - a program of the test
    return str(path)
