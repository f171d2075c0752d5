"""A text with a number before each paragraph, so that what cites it survives the text's own changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.bank import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_numbered(text: str) -> bool:
    """Whether each paragraph begins with a number of its own, such as ``12. ``; false without paragraphs."""
    found = list(paragraphs(text).values())
    return bool(found) and found != _counted(text)


def numbered(text: str) -> str:
    """Return the text with ``1. ``, ``2. `` before its paragraphs, and everything else as it was.

    Where the lines of its paragraphs cannot be told from others, such as a comment with the
    same words, the paragraphs alone are returned, with a blank line between two.
    """
    blocks = _counted(text)
    lines = text.splitlines(keepends=True)
    begins = _first_lines(blocks, lines)
    for number, line in enumerate(begins, start=1):
        lines[line] = f"{number}. {lines[line].lstrip()}"
    result = "".join(lines)
    wanted = dict(enumerate(blocks, start=1))
    if paragraphs(result) == wanted and is_numbered(result):
        return result
    return "\n\n".join(f"{number}. {block}" for number, block in wanted.items()) + "\n"


def _counted(text: str) -> list[str]:
    """Return the paragraphs of a text with the numbers that they begin with, if any."""
    # With a paragraph that has no number, no number counts.
    return list(paragraphs(f"x\n\n{text}").values())[1:]


def _first_lines(blocks: Sequence[str], lines: Sequence[str]) -> list[int]:
    """Return the first line, from 0, after the paragraph before, in which each paragraph may begin."""
    found: list[int] = []
    line = 0
    for block in blocks:
        while not (taken := _lines_of(block, lines, line)):
            line += 1
        found.append(line)
        line += taken
    return found


def _lines_of(block: str, lines: Sequence[str], begin: int) -> int:
    """Return how many lines from ``begin`` on are this paragraph; 0 where they are not."""
    words = ""
    for number in range(begin, len(lines)):
        line = " ".join(lines[number].split())
        words = f"{words} {line}".strip()
        if not line or not block.startswith(words):
            break
        if words == block:
            return number - begin + 1
    return 0
