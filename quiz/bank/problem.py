"""Faults of a file as values: where, what is wrong, and the cure."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Protocol

from quiz.bank.limits import MAX_PROBLEMS, MAX_SHOWN
from quiz.question import Location
from quiz.text import REPLACEMENT, clean, clean_line


class Code(StrEnum):
    """What sort of fault it is; these names do not change."""

    UNREADABLE = "unreadable-file"
    NO_BANK = "no-bank"
    BROKEN_YAML = "broken-yaml"
    REFUSED_CHARACTER = "refused-character"
    YAML_FEATURE = "yaml-feature"
    TOO_MUCH = "too-much"
    UNKNOWN_KEY = "unknown-key"
    MISPLACED_KEY = "misplaced-key"
    DUPLICATE_KEY = "duplicate-key"
    MISSING_KEY = "missing-key"
    EMPTY = "empty-value"
    SHAPE = "wrong-shape"
    VALUE = "unreadable-value"
    UNKNOWN_KIND = "unknown-kind"
    NO_ANSWER = "no-answer"
    TEXT_OR_BOOLEAN = "text-or-boolean"
    BAD_ID = "unreadable-id"
    DUPLICATE_ID = "duplicate-id"
    SAME_QUESTION = "same-question"
    SAME_OPTION = "same-option"
    TOO_FEW = "too-few"
    BAD_CLOZE = "unreadable-cloze"


class Problem(NamedTuple):
    """One fault of a file; ``str`` gives ``path:line:column: what is wrong; the cure``."""

    location: Location
    code: Code
    message: str
    cure: str

    def __str__(self) -> str:
        return f"{self.location}: {self.message}; {self.cure}"


class Mark(Protocol):
    """A place as the YAML parser gives it; line, column and index in the text count from 0."""

    line: int
    column: int
    index: int


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

    def at(self, mark: Mark | None, code: Code, message: str, cure: str) -> None:
        """Add a fault at a mark of the parser, at the beginning of the file without one."""
        self.add(*place(mark), code, message, cure)

    def add(self, line: int, column: int, code: Code, message: str, cure: str) -> None:
        """Add a fault at a line and column that count from 1."""
        self.total += 1
        if len(self._kept) <= MAX_PROBLEMS:
            self._kept.append(Problem(Location(self.path, line, column), code, message, cure))

    def add_instead(self, line: int, column: int, code: Code, message: str, cure: str) -> None:
        """Add a fault in place of the last one, if that was told of the same place."""
        if not self.is_full() and self._kept and self._kept[-1].location[1:] == (line, column):
            self._kept.pop()
            self.total -= 1
        self.add(line, column, code, message, cure)

    def is_full(self) -> bool:
        """Whether further problems are counted only."""
        return self.total > MAX_PROBLEMS

    def found(self) -> tuple[Problem, ...]:
        """Return the problems in the order of the file; the last one says how many are left out."""
        kept = sorted(self._kept[:MAX_PROBLEMS], key=lambda problem: problem.location)
        left_out = self.total - len(kept)
        if left_out:
            where = self._kept[MAX_PROBLEMS].location
            message = f"there are {left_out} more faults"
            kept.append(Problem(where, Code.TOO_MUCH, message, "mend the others first"))
        return tuple(kept)


def shown_path(path: str) -> str:
    """Return a path as messages and locations show it: control characters replaced, one line."""
    return clean(path).replace("\n", REPLACEMENT)


def shown(text: str) -> str:
    """Return text of a file as a message shows it: on one line, without control characters, cut."""
    line = clean_line(text[: 4 * MAX_SHOWN])
    return f"`{line}`" if len(line) <= MAX_SHOWN else f"`{line[: MAX_SHOWN - 1]}…`"
