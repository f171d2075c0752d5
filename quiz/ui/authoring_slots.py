"""The prompts of an interview at which something is typed, one for each place of a question.

Each writes what was typed, finished or not, so that nothing is lost whichever way the author
leaves it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quiz.authoring.adding import suggested_id
from quiz.authoring.grounds import paragraphs_named
from quiz.authoring.quotes import How, find_quote
from quiz.text import clean_line
from quiz.ui.authoring_asker import Back, Paused
from quiz.ui.authoring_sheet import fault_at

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from quiz.ui.authoring_asker import Asker
    from quiz.ui.authoring_sheet import Sheet

NEEDED = "This is needed."
ON = 1
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
        cited = desk.sheet.cited() or 0
        standing = find_quote(text, (cited,), desk.known.paragraphs)
        if standing.how is How.EXACT:
            return None
        if standing.how is How.GONE:
            return f"These words stand nowhere in {clean_line(desk.known.document or 'the text')}."
        goes_back = "" if cited in standing.paragraphs else " Ctrl-Z goes back to pick another."
        if standing.how is How.NEAR:
            where = paragraphs_named(standing.paragraphs).capitalize()
            return f"{where} says it so: `{clean_line(standing.words)}`.{goes_back}"
        where = paragraphs_named(standing.paragraphs, "or")
        return f"These words stand in {where}, not in {cited}.{goes_back}"

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
