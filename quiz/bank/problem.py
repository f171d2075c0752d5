"""Faults of a file as values: where, what is wrong, and the cure."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from quiz.bank.limits import MAX_PROBLEMS, MAX_SHOWN
from quiz.question import Location
from quiz.text import REPLACEMENT, clean, clean_line


class Problem(NamedTuple):
    """One fault of a file; ``str`` gives ``path:line:column: what is wrong; the cure``."""

    location: Location
    message: str
    cure: str

    def __str__(self) -> str:
        return f"{self.location}: {self.message}; {self.cure}"


class Mark(Protocol):
    """A place as the YAML parser gives it; line and column count from 0."""

    line: int
    column: int


def place(mark: Mark | None) -> tuple[int, int]:
    """Return line and column from 1 of a mark of the parser, the first ones without a mark."""
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


class Faults:
    """Gathers the problems of one file.

    ``total`` counts all of them, also those beyond the number that is kept, so a reader can
    see whether a part of the file was sound by comparing it before and after.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.total = 0
        self._kept: list[Problem] = []

    def at(self, mark: Mark | None, message: str, cure: str) -> None:
        """Add a fault at a mark of the parser, at the beginning of the file without one."""
        self.add(*place(mark), message, cure)

    def add(self, line: int, column: int, message: str, cure: str) -> None:
        """Add a fault at a line and column that count from 1."""
        self.total += 1
        if len(self._kept) <= MAX_PROBLEMS:
            self._kept.append(Problem(Location(self.path, line, column), message, cure))

    def is_full(self) -> bool:
        """Whether further problems are counted only."""
        return self.total > MAX_PROBLEMS

    def found(self) -> tuple[Problem, ...]:
        """Return the problems in the order of the file; the last one says how many are left out."""
        kept = sorted(self._kept[:MAX_PROBLEMS], key=lambda problem: problem.location)
        left_out = self.total - len(kept)
        if left_out:
            where = self._kept[MAX_PROBLEMS].location
            kept.append(Problem(where, f"there are {left_out} more faults", "mend the others first"))
        return tuple(kept)


def shown_path(path: str) -> str:
    """Return a path as messages and locations show it: control characters replaced, one line."""
    return clean(path).replace("\n", REPLACEMENT)


def shown(text: str) -> str:
    """Return text of a file as a message shows it: on one line, without control characters, cut."""
    line = clean_line(text[: 4 * MAX_SHOWN])
    return f"`{line}`" if len(line) <= MAX_SHOWN else f"`{line[: MAX_SHOWN - 1]}…`"
