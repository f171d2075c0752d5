"""The prompts of an interview for the rows of a list, which has one prompt more than it has rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.bank.kinds import fold
from quiz.bank.problem import shown
from quiz.ui.authoring_sheet import Row
from quiz.ui.authoring_slots import ON, TextSlot

if TYPE_CHECKING:
    from quiz.ui.authoring_slots import Desk

TWICE = "This stands here already."
EQUALS = "="
STAY, PAST_RIGHT = 0, 2
"""By how many prompts to go on."""

_QUOTED = re.compile(r'"([^"]*:\s[^"]*)"(?:\s*:\s+(.+))?')


@dataclass(frozen=True)
class RowSlot(TextSlot):
    """Asks for one row of a list; an empty one behind the last ends it, elsewhere it is taken out."""

    row: int = 0

    def objection(self, desk: Desk, text: str) -> str | None:
        """Return what is wrong with a row, first of all that it stands there twice, or None."""
        if fold(text) in (fold(row.first) for row in self.others(desk)):
            return TWICE
        return self.tried(desk, text, self.row)

    def rows(self, desk: Desk) -> list[Row]:
        """Return the rows that are there."""
        return desk.sheet.rows.setdefault(self.key, [])

    def others(self, desk: Desk) -> list[Row]:
        """Return the rows but this one."""
        return [row for number, row in enumerate(self.rows(desk)) if number != self.row]

    def read(self, desk: Desk) -> str:
        """Return the row, empty behind the last one."""
        rows = self.rows(desk)
        return rows[self.row].first if self.row < len(rows) else ""

    def write(self, desk: Desk, text: str) -> int:
        """Write the row; when one is taken out, the next one comes to its place."""
        rows = self.rows(desk)
        if self.row == len(rows):
            rows.extend([Row("")] if text else [])
        elif not text:
            del rows[self.row]
            return STAY
        return self.change(rows[self.row], text) if text else ON

    def change(self, row: Row, text: str) -> int:
        """Change a row; the reason why an option is wrong stays."""
        row.first = text
        return ON


@dataclass(frozen=True)
class OptionSlot(RowSlot):
    """Asks for an option, or for it and why it is wrong as `option: reason`, as a bank writes them."""

    def ask(self, desk: Desk, *, back: bool) -> int:
        """Ask for it, and tell when it was taken for both."""
        before = [row.second for row in self.rows(desk)]
        on = super().ask(desk, back=back)
        for row in self.rows(desk)[self.row : self.row + 1]:
            if on and row.second and row.second not in before[self.row : self.row + 1]:
                desk.asker.say(_told_parted(row))
        return on

    def objection(self, desk: Desk, text: str) -> str | None:
        """Return what is wrong with an option, or with its reason, or None."""
        option, reason = _parted(text)
        if not option:
            return "Write the option before the `:`."
        return super().objection(desk, option) or (self.tried(desk, text, self.row) if reason else None)

    def read(self, desk: Desk) -> str:
        """Return the option, in quotes where it would be parted without."""
        option = super().read(desk)
        return f'"{option}"' if _parted(option)[1] else option

    def change(self, row: Row, text: str) -> int:
        """Change the option, and its reason where one is said."""
        row.first, reason = _parted(text)
        row.second = reason or row.second
        return ON


def _parted(text: str) -> tuple[str, str]:
    """Return an option and the reason behind its first colon; quotes keep an option that has a colon."""
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return quoted[1].strip(), (quoted[2] or "").strip()
    option, colon, reason = text.partition(": ")
    if not colon or (text.startswith('"') and text.count('"') == 1):
        return text, ""
    return option.strip(), reason.strip()


def _told_parted(row: Row) -> str:
    return (
        f"Taken as the option {shown(row.first)} and why it is wrong. "
        f'In quotes, "{row.first}: {row.second}", it is one option with a colon.'
    )


@dataclass(frozen=True)
class PairSlot(RowSlot):
    """Asks for the left side of a pair, or for both as `left = right`."""

    def objection(self, desk: Desk, text: str) -> str | None:
        """Return what is wrong with a left side, or a pair, or None."""
        left, right = self._sides(desk, text)
        if not left:
            return f"Write the left side before the `{EQUALS}`."
        if fold(left) in (fold(row.first) for row in self.others(desk)):
            return f"A pair with the left side {shown(left)} stands here already."
        return _right_taken(right, self.others(desk)) or (self.tried(desk, text, self.row) if right else None)

    def change(self, row: Row, text: str) -> int:
        """Change the left side, or both and go past the right one."""
        row.first, right = _sides(text) if text != row.first else (text, "")
        row.second = right or row.second
        return PAST_RIGHT if right else ON

    def _sides(self, desk: Desk, text: str) -> tuple[str, str]:
        return (text, "") if text == self.read(desk) else _sides(text)


def _sides(text: str) -> tuple[str, str]:
    """Return both sides of a pair; an equals sign with space around it counts before others."""
    left, sign, right = text.partition(f" {EQUALS} ")
    if not sign:
        left, _, right = text.partition(EQUALS)
    return left.strip(), right.strip()


@dataclass(frozen=True)
class SecondSlot(RowSlot):
    """Asks for the second text of a row: why an option is wrong."""

    def objection(self, desk: Desk, text: str) -> str | None:
        """Return what is wrong with it, or None."""
        return self.tried(desk, text, self.row)

    def read(self, desk: Desk) -> str:
        """Return it, empty where there is none."""
        return self.rows(desk)[self.row].second

    def write(self, desk: Desk, text: str) -> int:
        """Write it, or take it away."""
        self.rows(desk)[self.row].second = text
        return ON


@dataclass(frozen=True)
class RightSlot(SecondSlot):
    """Asks for the right side of a pair."""

    def objection(self, desk: Desk, text: str) -> str | None:
        """Return what is wrong with a right side, or None."""
        return _right_taken(text, self.others(desk)) or self.tried(desk, text, self.row)


def _right_taken(right: str, others: list[Row]) -> str | None:
    if right and fold(right) in (fold(row.second) for row in others):
        return "Another pair has this right side; each needs its own. Ctrl-Z goes back."
    return None
