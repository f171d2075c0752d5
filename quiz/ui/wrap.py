"""Breaking text between words; what draws prompts would break it between any two letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def wrapped(text: str, width: int, cells: Callable[[str], int]) -> list[str]:
    """Return the lines of one paragraph, at most ``width`` cells wide; ``cells`` measures a text.

    A word wider than a line is cut; one letter always fits. No text is one empty line.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if cells(longer) <= width:
            line = longer
            continue
        *full, line = [line, *_cut(word, width, cells)] if line else _cut(word, width, cells)
        lines += full
    return [*lines, line]


def _cut(word: str, width: int, cells: Callable[[str], int]) -> list[str]:
    pieces, used = [""], 0
    for letter in word:
        wide = cells(letter)
        if pieces[-1] and used + wide > width:
            pieces.append("")
            used = 0
        pieces[-1] += letter
        used += wide
    return pieces
