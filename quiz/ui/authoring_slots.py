"""The prompts of an interview at which something is typed, one for each place of a question.

Each writes what was typed, finished or not, so that nothing is lost whichever way the author
leaves it. A list has one prompt more than it has rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quiz.authoring.adding import suggested_id
from quiz.bank.document import quote_stands
from quiz.bank.kinds import fold
from quiz.bank.problem import shown
from quiz.ui.authoring_asker import Back, Paused
from quiz.ui.authoring_sheet import Row, fault_at

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from quiz.ui.authoring_asker import Asker
    from quiz.ui.authoring_sheet import Sheet

NEEDED = "This is needed."
TWICE = "This stands here already."
EQUALS = "="
STAY, ON, PAST_RIGHT = 0, 1, 2
"""By how many prompts to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the bank: its language, the ids it has, its text's name and paragraphs."""

    language: str = "en"
    ids: Collection[str] = ()
    document: str | None = None
    paragraphs: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


class Desk(NamedTuple):
    """What a prompt needs: who asks, what is filled in, what is known of the bank."""

    asker: Asker
    sheet: Sheet
    known: Known


class Slot(Protocol):
    """One prompt."""

    def ask(self, desk: Desk, *, back: bool) -> int:
        """Ask, write the answer, and return by how many prompts to go on, of those that there are then.

        Raises Back and Paused when what was typed is written.
        """
        ...

    def holds(self, desk: Desk) -> bool:
        """Whether what is filled in may stay without being asked about."""
        ...


@dataclass(frozen=True)
class TextSlot:
    """Asks for the one text behind a key."""

    key: str
    label: str
    needed: bool = False

    def ask(self, desk: Desk, *, back: bool) -> int:
        """Ask for a line."""
        before = self.read(desk)
        try:
            text = desk.asker.text(self.label, before, partial(self.fault, desk), back=back)
        except (Back, Paused) as left:
            self.write(desk, left.typed)
            raise
        return self.write(desk, text)

    def holds(self, desk: Desk) -> bool:
        """Whether there is nothing against the text, or against there being none."""
        return self.fault(desk, self.read(desk)) is None

    def fault(self, desk: Desk, text: str) -> str | None:
        """Return what is wrong with a text, or None."""
        if not text:
            return NEEDED if self.needed else None
        return self.objection(desk, text)

    def objection(self, desk: Desk, text: str) -> str | None:
        """Return what is wrong with a text that is not empty, or None."""
        return self.tried(desk, text)

    def tried(self, desk: Desk, text: str, row: int | None = None) -> str | None:
        """Return what the reader of banks would say if it were written, or None."""
        copy = desk._replace(sheet=desk.sheet.copy())
        self.write(copy, text)
        return fault_at(copy.sheet, desk.known.language, self.key, row)

    def read(self, desk: Desk) -> str:
        """Return what stands there."""
        return desk.sheet.text(self.key)

    def write(self, desk: Desk, text: str) -> int:
        """Write it, and return by how many prompts to go on."""
        desk.sheet.put(self.key, text)
        return ON


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


@dataclass(frozen=True)
class IdSlot(TextSlot):
    """Asks for the name, which is made from the prompt unless another is given."""

    def objection(self, desk: Desk, text: str) -> str | None:
        """Return why a name cannot be given, or None."""
        taken = text in desk.known.ids
        return "Another question of this bank has this id." if taken else self.tried(desk, text)

    def read(self, desk: Desk) -> str:
        """Return the name that is given, else the one made from the prompt as it is now."""
        return desk.sheet.text(self.key) or suggested_id(desk.sheet.entry(), desk.known.ids) or ""

    def write(self, desk: Desk, text: str) -> int:
        """Write the name, unless it is the one that is made anyway."""
        desk.sheet.put(self.key, "")
        desk.sheet.put(self.key, "" if text == self.read(desk) else text)
        return ON


@dataclass(frozen=True)
class QuoteSlot(TextSlot):
    """Asks for words of the paragraph that is cited, and shows it."""

    def ask(self, desk: Desk, *, back: bool) -> int:
        """Show the paragraph and ask for words of it."""
        desk.asker.say(self._paragraph(desk))
        return super().ask(desk, back=back)

    def objection(self, desk: Desk, text: str) -> str | None:
        """Return what is wrong with a quote, or None."""
        stands = quote_stands(text, self._paragraph(desk))
        return None if stands else "These words do not stand in the paragraph."

    def read(self, desk: Desk) -> str:
        """Return the quote."""
        return str(desk.sheet.source().get("quote", ""))

    def write(self, desk: Desk, text: str) -> int:
        """Write the quote, or take it away."""
        source = {key: value for key, value in desk.sheet.source().items() if key != "quote"}
        desk.sheet.put("source", {**source, "quote": text} if text else source)
        return ON

    def _paragraph(self, desk: Desk) -> str:
        return desk.known.paragraphs.get(desk.sheet.cited() or 0, "")
