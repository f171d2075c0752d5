"""Code between fences in Markdown, whose empty lines, `#` and `---` part nothing (CommonMark, 4.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FENCE = re.compile(r"(?:\d{1,6}[.)]\s+|[-*+]\s+)?(?:(`{3,})[^`]*|(~{3,}).*)", re.ASCII)
_SIGNS = frozenset("`~")


def fence_of(row: str) -> str:
    """Return the signs of the fence that a line opens, perhaps behind a number; empty where it opens none."""
    found = _FENCE.fullmatch(row.strip())
    return (found[1] or found[2]) if found else ""


def closers(rows: Sequence[str]) -> list[dict[str, int]]:
    """Return for each line, and for the end, how long the fences are that later lines can close, by sign."""
    later: list[dict[str, int]] = [{}]
    for row in reversed(rows):
        bare, longest = row.strip(), later[-1]
        sign = bare[:1]
        if sign in _SIGNS and closes(bare, 3 * sign) and len(bare) > longest.get(sign, 0):
            longest = {**longest, sign: len(bare)}
        later.append(longest)
    return later[::-1]


def closes(bare: str, fence: str) -> bool:
    """Whether a line without the space around it closes a fence: the same signs, at least as many."""
    return len(bare) >= len(fence) and not bare.strip(fence[0])
