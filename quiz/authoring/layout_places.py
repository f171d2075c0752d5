"""Places of a file: from the lines and columns of the YAML parser to characters, and back to lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.bank.problem import Mark

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for YAML."""

_USUAL = ("\n", "\r\n", "\r")
_SPACE = " \t\n\r\x85\u2028\u2029"


class Lines:
    """The lines of a text as YAML counts them. Lines and columns count from 0 here."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in BREAK.finditer(text))]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, mark: Mark | None) -> int:
        """Return the character at a mark of the parser, the first one without a mark."""
        return 0 if mark is None else self.offset(mark.line, mark.column)

    def offset(self, line: int, column: int) -> int:
        """Return the character at a line and column; raises ValueError where the file has no such place.

        The beginning of the line behind the last one is the end of the text.
        """
        if (line, column) == (len(self.starts), 0):
            return len(self.text)
        if 0 <= line < len(self.starts) and 0 <= column <= len(self.bare(line)):
            return self.starts[line] + column
        raise ValueError(f"there is no line {line + 1} with a column {column + 1}")

    def line_of(self, offset: int) -> int:
        """Return the line in which a character stands."""
        return bisect_right(self.starts, offset) - 1

    def bare(self, line: int) -> str:
        """Return a line without what ends it."""
        return self.text[self.starts[line] : self.end(line)]

    def end(self, line: int) -> int:
        """Return where a line ends, before its line break."""
        found = BREAK.search(self.text, self.starts[line])
        return found.start() if found else len(self.text)

    def next(self, line: int) -> int:
        """Return where the line after this one begins, the end of the text after the last one."""
        return self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)

    def break_near(self, line: int) -> str:
        """Return the usual line break that ends this line, or one before it, or the first of the file."""
        for near in (line, *range(line - 1, -1, -1), *range(line + 1, len(self.starts))):
            ended = self.text[self.end(near) : self.next(near)]
            if ended in _USUAL:
                return ended
        return "\n"


@lru_cache(maxsize=2)
def lines_of(text: str) -> Lines:
    """Return the lines of a text, kept for the next question about it."""
    return Lines(text)


def before_space(text: str, offset: int) -> int:
    """Return where the white space in front of a character begins."""
    while offset and text[offset - 1] in _SPACE:
        offset -= 1
    return offset


def after_space(text: str, offset: int, also: str = "") -> int:
    """Return the first character from here on that is no white space, no comment and none of ``also``."""
    while offset < len(text):
        if text[offset] == "#" and text[offset - 1] in _SPACE + ",[{":
            found = BREAK.search(text, offset)
            offset = found.start() if found else len(text)
        elif text[offset] in _SPACE or text[offset] in also:
            offset += 1
        else:
            break
    return offset


def spliced(text: str, changes: list[tuple[int, int, str]]) -> str:
    """Return the text with each range (start, end) of it exchanged; ranges rise and do not overlap."""
    edges = [(0, 0, ""), *changes]
    kept = [text[before[1] : after[0]] + after[2] for before, after in pairwise(edges)]
    return "".join(kept) + text[edges[-1][1] :]
