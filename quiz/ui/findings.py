"""Findings in colour, each with its line of the file and a mark below the place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from quiz.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

    from quiz.authoring.finding import Finding

STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
MARGIN = "    "
SET_IN = "  "
_WORD = re.compile(r"\S+\s*|\s+")
BEFORE = 0.6
"""Share of the width that stays to the left of the place in a line that is too long."""

DIFF_STYLES = {"+": "green", "-": "red", "@": "cyan"}
CHANGED = ("-", "+")
"""Signs of lines that go, and of those that come."""

_HEADS = ("--- ", "+++ ")
_UNSEEN = {"Cf", "Zl", "Zp", "Zs"}
_SIGNS = {ord(" "): "·", ord("\t"): "→", 0xFEFF: "␣"}


def draw_finding(console: Console, finding: Finding, lines: Sequence[str]) -> None:
    """Draw one finding; ``lines`` are those of its file."""
    where, style = finding.location, STYLES[finding.severity]
    told = f": {clean_line(f'{finding.message}; {finding.cure}')} "
    parts = (clean(str(where)), "bold"), ": ", (finding.severity, style), told
    _draw_broken(console, Text.assemble(*parts, (f"[{finding.code}]", "dim")))
    if where.line <= len(lines) and lines[where.line - 1].strip():
        line, cell = pointed(lines[where.line - 1], where.column, console.width - len(MARGIN))
        console.print(Text(f"{MARGIN}{line}", style="dim"), soft_wrap=True)
        console.print(Text(f"{MARGIN}{' ' * cell}^", style=style), soft_wrap=True)


def _draw_broken(console: Console, text: Text) -> None:
    """Draw a text broken between words, what does not fit set in; a word that is too long stays whole.

    So terminals see that a path is one place.
    """
    for number, row in enumerate(text.divide(breaks(text.plain, console.width))):
        row.rstrip()
        console.print(Text.assemble(SET_IN if number else "", row), soft_wrap=True)


def breaks(text: str, width: int) -> list[int]:
    """Return at which characters lines of at most ``width`` cells begin below the first, which are set in."""
    found: list[int] = []
    used = 0
    for word in _WORD.finditer(text):
        if used and used + cell_len(word[0].rstrip()) > width:
            found.append(word.start())
            used = len(SET_IN)
        used += cell_len(word[0])
    return found


def pointed(line: str, column: int, width: int) -> tuple[str, int]:
    """Return a line of a file as it is shown in ``width`` cells, and the cell, from 0, of a column from 1.

    A line that is too long is cut on both sides so that the column can be seen.
    """
    shown, before = clean(line.rstrip()), clean(line[: column - 1])
    cells = cell_len(before)
    if cells > width * BEFORE:
        skipped = cells - int(width * BEFORE)
        # A letter of two cells that the cut goes through becomes a blank.
        head = next(at for at in range(len(before) + 1) if cell_len(before[:at]) >= skipped)
        shown, cells = f"…{shown[head + 1 :]}", 1 + cell_len(before[head + 1 :])
    if cell_len(shown) > width:
        shown = f"{set_cell_size(shown, width - 1).rstrip()}…"
    return shown, cells


def draw_difference(console: Console, lines: Iterable[str]) -> None:
    """Draw the lines of a unified diff in colour, what nobody would see in it as signs; see `seen`."""
    for line, shown in seen(lines):
        bold = line.startswith(("+++", "---"))
        style = "bold" if bold else DIFF_STYLES.get(line[:1], "")
        console.print(Text(shown, style=style), soft_wrap=True)


def seen(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each line of a unified diff, and how it is shown to a person.

    In lines that come or go, white space at the end is shown as dots and arrows, and so is
    every invisible character that there are more or fewer of after the change. Others stay
    as they are: joiners hold emoji and letters of some scripts together. A carriage return
    and a byte order mark are shown as signs everywhere.
    """
    lines = list(lines)
    counted = {sign: Counter(_hidden(lines, sign)) for sign in CHANGED}
    changed = {one for one in counted["-"] | counted["+"] if counted["-"][one] != counted["+"][one]}
    for line in lines:
        row = line.removesuffix("\n")
        if row.startswith(CHANGED) and not row.startswith(_HEADS):
            end = len(row.rstrip(" \t\r"))
            body = "".join(_sign(one) if one in changed else one for one in row[:end])
            row = body + row[end:].translate(_SIGNS)
        yield line, clean(row.replace("\r", "␍").replace("\ufeff", "␣"))


def _hidden(lines: Sequence[str], sign: str) -> Iterator[str]:
    """Yield the characters of the lines with this sign that are not seen, or not told from a space."""
    for line in lines:
        if line.startswith(sign) and not line.startswith(_HEADS):
            yield from (one for one in line if one == "\t" or unicodedata.category(one) in _UNSEEN)


def _sign(character: str) -> str:
    if character == " ":
        return character
    return _SIGNS.get(ord(character)) or f"<U+{ord(character):04X}>"
