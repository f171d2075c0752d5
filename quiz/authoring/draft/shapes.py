"""What Markdown writes in lines that mean something: code, tables, lists, the data above a text."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from quiz.bank.fences import fence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_FRONT = 200
"""Lines of the data above a text."""

_FEWEST_ROWS = 3
_NOTE = re.compile(r"\s*\[\^[^\]\s]{1,40}\]:\s+")
_LISTED = re.compile(r"\s*(?:[-*+•]|\d{1,6}[.)]|[a-z][.)]|\([a-z]\))\s+\S")
_RULED = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_TITLE = re.compile(r"""title\s*[:=]\s*(["']?)(?P<title>.*\w.*?)\1\s*""", re.IGNORECASE)
_ENDS = {"---": ("---", "..."), "+++": ("+++",)}


class Shape(Enum):
    """What lines are: prose runs over their ends, the others lose their sense without them."""

    PROSE = "prose"
    CODE = "code"
    TABLE = "a table"
    LIST = "a list"


def shape_of(rows: Sequence[str]) -> Shape:
    """Return what the lines of a block are; prose where there is none, or only one."""
    if len(rows) > 1 and any(fence_of(row) for row in rows):
        return Shape.CODE
    if any(_RULED.fullmatch(row) for row in rows[1:]) or _are_columns(rows):
        return Shape.TABLE
    items = sum(_LISTED.match(row) is not None for row in rows)
    return Shape.LIST if items > 1 or (items and len(rows) > 1) else Shape.PROSE


def _are_columns(rows: Sequence[str]) -> bool:
    """Whether all of at least three lines have the same number of columns between ` | `."""
    counts = {len(row.split(" | ")) for row in rows}
    return len(rows) >= _FEWEST_ROWS and len(counts) == 1 and counts != {1}


def is_item(row: str) -> bool:
    """Whether a line begins an item of a list."""
    return _LISTED.match(row) is not None


def is_note(row: str) -> bool:
    """Whether a line begins a footnote (`[^1]: ...`)."""
    return _NOTE.match(row) is not None


def note_text(text: str) -> str:
    """Return a footnote without its name; any other text as it is."""
    return _NOTE.sub("", text, count=1)


def front_matter(rows: Sequence[str]) -> int:
    """Return how many lines of data (YAML or TOML between `---` or `+++`) stand above a text."""
    ends = _ENDS.get(rows[0].strip("\ufeff ") if rows else "", ())
    found = (at for at, row in enumerate(rows[1:MOST_FRONT], start=2) if row in ends)
    end = next(found, 0)
    named = end and any(re.match(r"[\w-]+\s*[:=]", row) for row in rows[1:end])
    return end if named else 0


def front_title(rows: Sequence[str]) -> str | None:
    """Return the title in the data above a text, None where it has none."""
    titles = (_TITLE.fullmatch(row) for row in rows[: front_matter(rows)])
    return next((" ".join(found["title"].split()) for found in titles if found), None)
