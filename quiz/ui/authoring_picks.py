"""The prompts of an interview at which something is picked: the kind, yes or no, a paragraph, what more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.authoring.templates import EXAMPLES
from quiz.bank.fields import FIELDS, Place, Shape
from quiz.question import Kind
from quiz.text import clean_line
from quiz.ui.authoring_slots import ON

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.bank import Field
    from quiz.ui.authoring_sheet import Sheet
    from quiz.ui.authoring_slots import Desk

SHUFFLED = frozenset((Kind.CHOICE, Kind.SEVERAL, Kind.MATCH))
"""Kinds whose options are mixed unless ``shuffle: false`` is said."""

_COMMON = frozenset(one.name for one in FIELDS[Place.QUESTION])
_MORE = ("tags", "group", "shuffle", "draft")
_KEPT_ORDER = "shuffle: false, the options keep their order"


def kinds_told(kinds: Collection[Kind]) -> list[tuple[str, Kind]]:
    """Return the kinds, each with the first sentence of what it is."""
    return [(f"{kind}: {EXAMPLES[kind][0].partition('. ')[0].rstrip('.')}", kind) for kind in kinds]


@dataclass(frozen=True)
class KindSlot:
    """Asks for the kind, among those that have the keys that are given."""

    given: Collection[str]
    usual: Kind | None

    def ask(self, desk: Desk, *, back: bool) -> int:
        """Ask for a kind."""
        own = {key for key in self.given if key not in _COMMON}
        kinds = [kind for kind in Kind if own <= {one.name for one in FIELDS[kind]}] or list(Kind)
        default = desk.sheet.kind or self.usual
        desk.sheet.kind = desk.asker.pick("Which kind of question?", kinds_told(kinds), default, back=back)
        return ON

    def holds(self, desk: Desk) -> bool:
        """Whether a kind is there."""
        return desk.sheet.kind is not None


@dataclass(frozen=True)
class FlagSlot:
    """Asks whether something is true or false."""

    key: str
    label: str

    def ask(self, desk: Desk, *, back: bool) -> int:
        """Ask for one of the two."""
        options = [("true", True), ("false", False)]
        said = desk.asker.pick(self.label, options, desk.sheet.flag(self.key), back=back)
        desk.sheet.put(self.key, said)
        return ON

    def holds(self, desk: Desk) -> bool:
        """Whether it is one of the two."""
        return desk.sheet.flag(self.key) is not None


@dataclass(frozen=True)
class ParagraphSlot:
    """Asks for the paragraph that proves the answer."""

    def ask(self, desk: Desk, *, back: bool) -> int:
        """Ask for one of the paragraphs, or none."""
        known, source = desk.known, desk.sheet.source()
        options = [("0. none: it cites no paragraph", 0)]
        options += [(f"{number}. {clean_line(text)}", number) for number, text in known.paragraphs.items()]
        label = f"Which paragraph of {clean_line(known.document or 'the text')} proves it?"
        number = desk.asker.pick(label, options, desk.sheet.cited(), back=back)
        desk.sheet.put("source", {**source, "paragraph": str(number)} if number else {})
        return ON

    def holds(self, desk: Desk) -> bool:
        """Whether a paragraph is cited."""
        return "paragraph" in desk.sheet.source()


@dataclass(frozen=True)
class MoreSlot:
    """Asks which of the keys that are seldom wanted the question has; what is true or false is ticked."""

    fields: tuple[Field, ...]

    def ask(self, desk: Desk, *, back: bool) -> int:
        """Let keys be ticked; one that is not ticked any more is taken away."""
        sheet = desk.sheet
        options = [(_told(one), one.name) for one in self.fields]
        names = [one.name for one in self.fields if is_ticked(sheet, one)]
        ticked = desk.asker.tick("More? Enter alone goes on:", options, names, back=back)
        sheet.more = set(ticked)
        for one in self.fields:
            if one.shape is Shape.BOOLEAN and (one.name in ticked) is not is_ticked(sheet, one):
                sheet.put(one.name, _SWITCHED.get(one.name, True) if one.name in ticked else "")
            elif one.name not in ticked:
                sheet.put(one.name, "")
                sheet.rows.pop(one.name, None)
        return ON

    def holds(self, desk: Desk) -> bool:
        """Whether nothing is left to be ticked."""
        del desk
        return not self.fields


_SWITCHED = {"shuffle": False}
"""What ticking writes, where it is not true."""


def more_fields(kind: Kind, fixed: Collection[str]) -> tuple[Field, ...]:
    """Return the keys of a kind that are seldom wanted, but for those that are ``fixed``."""
    own = [one for one in FIELDS[kind] if one.shape is Shape.BOOLEAN and not one.needed]
    common = [one for one in FIELDS[Place.QUESTION] if one.name in _MORE]
    return tuple(
        one
        for one in (*common, *own)
        if one.name not in fixed and (one.name != "shuffle" or kind in SHUFFLED)
    )


def is_ticked(sheet: Sheet, one: Field) -> bool:
    """Whether a key that is seldom wanted is there, or was just asked for."""
    if one.shape is Shape.BOOLEAN:
        return sheet.flag(one.name) is _SWITCHED.get(one.name, True)
    return one.name in sheet.more or bool(sheet.text(one.name) or sheet.rows.get(one.name))


def _told(one: Field) -> str:
    about = one.about.removeprefix("Whether ").rstrip(".")
    return _KEPT_ORDER if one.name == "shuffle" else f"{one.name}: {about[:1].lower()}{about[1:]}"
