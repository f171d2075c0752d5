"""A text with a number before each paragraph, so that what cites it survives the text's own changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.draft.marks import own_numbers
from quiz.authoring.draft.shapes import Shape, shape_of
from quiz.bank import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_numbered(text: str) -> bool:
    """Whether each paragraph begins with a number of its own, such as ``12. ``; false without paragraphs.

    False as well where each has its number twice, such as ``12. [12]``.
    """
    counted = _counted(text)
    own = own_numbers(counted)
    return bool(counted) and list(paragraphs(text).values()) != counted and not (own and own[0].twice)


def numbered(text: str) -> str:
    """Return the text with ``1. ``, ``2. `` before its paragraphs, and everything else as it was.

    Lines that mean something (code, tables, lists) are moved in behind the number, as those of
    an item of a list are in Markdown. Where the lines of its paragraphs cannot be told from
    others, such as a comment with the same words, the paragraphs alone are returned, with a
    blank line between two.
    """
    blocks = _counted(text)
    lines = text.splitlines(keepends=True)
    for number, (begin, end) in enumerate(_places(blocks, lines), start=1):
        mark = f"{number}. "
        rows = lines[begin:end]
        lines[begin] = f"{mark}{rows[0].lstrip()}"
        if shape_of([row.rstrip() for row in rows]) is not Shape.PROSE:
            lines[begin + 1 : end] = [hung(row, mark) for row in rows[1:]]
    result = "".join(lines)
    wanted = dict(enumerate(blocks, start=1))
    if paragraphs(result) == wanted and is_numbered(result):
        return result
    return "\n\n".join(f"{number}. {block}" for number, block in wanted.items()) + "\n"


def hung(row: str, mark: str) -> str:
    """Return a line moved in by the width of a mark; an empty one stays empty."""
    return " " * len(mark) + row if row.strip() else row


def _counted(text: str) -> list[str]:
    """Return the paragraphs of a text with the numbers that they begin with, if any."""
    # With a paragraph that has no number, no number counts.
    return list(paragraphs(f"x\n\n{text}").values())[1:]


def _places(blocks: Sequence[str], lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each paragraph has its lines: the first, from 0, and one past the last.

    Empty where one cannot be found.
    """
    found: list[tuple[int, int]] = []
    line = 0
    for block in blocks:
        while not (taken := _lines_of(block, lines, line)) and line < len(lines):
            line += 1
        if not taken:
            return []
        found.append((line, line + taken))
        line += taken
    return found


def _lines_of(block: str, lines: Sequence[str], begin: int) -> int:
    """Return how many lines from ``begin`` on are this paragraph; 0 where they are not."""
    words = ""
    for number in range(begin, len(lines)):
        line = " ".join(lines[number].split())
        words = f"{words} {line}".strip()
        if not words or not block.startswith(words):
            break
        if words == block:
            return number - begin + 1
    return 0
