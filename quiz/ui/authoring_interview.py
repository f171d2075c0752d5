"""A question asked out of its author, prompt by prompt, with a way back and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.bank.fields import FIELDS, Place, Shape
from quiz.bank.problem import shown
from quiz.question import Kind
from quiz.ui.authoring_asker import Back, Paused
from quiz.ui.authoring_picks import FlagSlot, KindSlot, MoreSlot, ParagraphSlot, kinds_told, more_fields
from quiz.ui.authoring_rows import OptionSlot, PairSlot, RightSlot, RowSlot, SecondSlot
from quiz.ui.authoring_sheet import filled_in
from quiz.ui.authoring_slots import Desk, IdSlot, QuoteSlot, TextSlot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.writing import Entry, Value
    from quiz.bank import Field
    from quiz.ui.authoring_asker import Asker
    from quiz.ui.authoring_sheet import Sheet
    from quiz.ui.authoring_slots import Known, Slot

    Group = tuple[str, list[Slot]]

_FEWEST = {"order": 2, "match": 2}
_ROW_SLOTS = {Shape.PAIRS: PairSlot, Shape.OPTIONS: OptionSlot}
_ROWS = {Shape.LIST, Shape.TEXTS, Shape.LABELS, Shape.OPTIONS, Shape.PAIRS}
_ALL_HAVE = tuple(one for one in FIELDS[Place.QUESTION] if one.name in {"why", "hint"})


def ask_kinds(asker: Asker) -> list[Kind]:
    """Return the kinds that the author ticks; may be none."""
    usual = (Kind.TEXT, Kind.CHOICE, Kind.CLOZE, Kind.RECALL)
    return asker.tick("Which kinds do you want an example of?", kinds_told(list(Kind)), usual)


class Interview:
    """Asks for one question. What is ``given`` is not asked for, but for what cannot stand as it is.

    ``kind`` is None where it is to be asked for; ``usual`` is pointed at then.
    """

    def __init__(
        self, asker: Asker, known: Known, given: Entry, kind: Kind | None = None, usual: Kind | None = None
    ) -> None:
        self._desk = Desk(asker, filled_in(kind, given), known)
        self._kind = None if kind else KindSlot(tuple(given), usual)
        source = given.get("source")
        self._given = {*given, *(source if isinstance(source, dict) else ())}
        self._fixed: dict[Kind, set[str]] = {}

    @property
    def kind(self) -> Kind | None:
        """The kind, once it is known."""
        return self._desk.sheet.kind

    def entry(self) -> dict[str, Value]:
        """Return the question as far as it is filled in; empty where nothing is."""
        return self._desk.sheet.entry()

    def run(self) -> dict[str, Value]:
        """Ask from the beginning to the end, and return the question.

        Run again, it asks for everything, with what is there as what is offered. Where the
        author stops, it is asked whether to go on; KeyboardInterrupt where not.
        """
        place = 0
        while place < len(slots := self._slots()):
            try:
                place += slots[place].ask(self._desk, back=place > 0)
            except Back:
                place -= 1
            except Paused:
                if not self._goes_on():
                    raise
        self._given = set()
        self._fixed.clear()
        return self.entry()

    def _goes_on(self) -> bool:
        """Ask whether to go on, where there is something that would be lost."""
        options = [
            ("go on with it", True),
            ("leave: it is printed, to be pasted into `quiz add BANK -` later", False),
        ]
        return bool(self.entry()) and self._desk.asker.pick("Stop? This question is not added yet.", options)

    def _slots(self) -> list[Slot]:
        """Return the prompts that there are as things stand."""
        kind: list[Slot] = [self._kind] if self._kind else []
        if self.kind is None:
            return kind
        fixed = self._fixed.setdefault(self.kind, self._settled(self.kind))
        groups = _groups(self.kind, self._desk, fixed)
        return kind + [slot for key, group in groups if key not in fixed for slot in group]

    def _settled(self, kind: Kind) -> set[str]:
        """Return the keys that were given and need not be asked for."""
        groups = dict(_groups(kind, self._desk, self._given))
        asked = {key for key, group in groups.items() if not all(slot.holds(self._desk) for slot in group)}
        return self._given - asked


def _groups(kind: Kind, desk: Desk, fixed: set[str]) -> Iterator[Group]:
    """Yield the prompts of each key of a kind that is asked for, in their order."""
    sheet = desk.sheet
    for one in (*FIELDS[kind], *_ALL_HAVE):
        if one.needed or one.shape is not Shape.BOOLEAN:
            yield from _of_field(one, sheet)
    if desk.known.paragraphs and not sheet.source().get("document"):
        yield "paragraph", [ParagraphSlot()]
        if sheet.cited() in desk.known.paragraphs:
            yield "quote", [QuoteSlot("quote", "quote (words of it that prove the answer), or Enter:")]
    more = more_fields(kind, fixed)
    yield "more", [MoreSlot(more)] if more else []
    for one in more:
        if one.name in sheet.more:
            yield from _of_field(one, sheet)
    yield "id", [IdSlot("id", "id (its name in the log of answers):")]


def _of_field(one: Field, sheet: Sheet) -> Iterator[Group]:
    """Yield the prompts for the value of one key; none for one in whose place another is given."""
    about = f"{one.about[:1].lower()}{one.about[1:].rstrip('.')}"
    if _is_left_out(one, sheet):
        return
    if one.shape in _ROWS:
        yield one.name, list(_row_slots(one, about, sheet))
    elif one.shape is Shape.BOOLEAN:
        yield one.name, [FlagSlot(one.name, f"{one.name} ({about}):")] if one.needed else []
    else:
        label = f"{one.name} ({about}){'' if one.needed else ', or Enter'}:"
        yield one.name, [TextSlot(one.name, label, one.needed)]


def _is_left_out(one: Field, sheet: Sheet) -> bool:
    """Whether another key stands in its place, or it would stand in the place of another."""
    instead = {other.instead for other in sheet.fields()}
    return bool(sheet.rows.get(one.instead)) or (one.name in instead and not sheet.rows.get(one.name))


def _row_slots(one: Field, about: str, sheet: Sheet) -> Iterator[Slot]:
    rows = sheet.rows.get(one.name, [])
    fewest = _FEWEST.get(one.name, 1) if one.needed else 0
    make = _ROW_SLOTS.get(one.shape, RowSlot)
    is_pairs = make is PairSlot
    for row in range(len(rows) + 1):
        is_last = row == len(rows)
        ends = ", or Enter to go on" if is_last and row >= fewest else ""
        reasons = "; `text: reason` says why" if make is OptionSlot and row == 0 else ""
        told = "left = right" if is_pairs else f"{about}{reasons}"
        yield make(one.name, f"{one.name} {row + 1} ({told}){ends}:", is_last and row < fewest, row)
        if is_pairs and not is_last:
            yield RightSlot(one.name, f"right side of {shown(rows[row].first)}:", needed=True, row=row)
    if one.name == "wrong":
        for number, option in enumerate(rows):
            enter = "keeps" if option.second else "skips"
            label = f"why is {shown(option.first)} wrong? Enter {enter} it:"
            yield SecondSlot(one.name, label, row=number)
