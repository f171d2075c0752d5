"""Drafts shown one by one as they will be asked: keep, change, drop, undo, stop."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quiz.authoring.draft.changing import Spoilt
from quiz.text import clean_line
from quiz.ui import render
from quiz.ui.authoring_preview import draw_preview
from quiz.ui.drafting_texts import UNASKED, retyped, written
from quiz.ui.keys import read_key
from quiz.ui.screen import Command
from quiz.ui.settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rich.console import Console

    from quiz.authoring.writing import Entry
    from quiz.card import Asked
    from quiz.ui.screen import Passage

UNCHANGED = "The draft is as it was."
UNDONE = "What you did in the editor is undone."
EMPTIED = f"The editor left nothing to read. {UNCHANGED}"
GOES_ON = "e goes on with your change."
NOT_KEPT = "It cannot be kept as it is:"


class Key(Enum):
    """What can be done with a draft."""

    KEEP = "keep"
    CHANGE = "change"
    EDIT = "edit"
    DROP = "drop"


class Again(Enum):
    """What can be done with a change that cannot be read."""

    EDIT = "edit"
    UNDO = "undo"


KEYS: Mapping[str, Key | Command] = {
    "k": Key.KEEP,
    "enter": Key.KEEP,
    "c": Key.CHANGE,
    "e": Key.EDIT,
    "d": Key.DROP,
    "q": Command.LEAVE,
}
FOOTER = ("Enter or k keep", "c change", "e in the editor", "d drop", "q stop")
FAULTY_KEYS: Mapping[str, Key | Command] = {
    "enter": Key.EDIT,
    **{key: does for key, does in KEYS.items() if does is not Key.KEEP},
}
FAULTY_FOOTER = ("Enter or e to the editor", "c change", "d drop", "q stop")
BACK: Mapping[str, Command] = {"u": Command.UNDO, "c-z": Command.UNDO}
BACK_WORDS = "u undo the last"
END_KEYS: Mapping[str, Command | None] = {"enter": None, "q": Command.LEAVE, **BACK}
END_FOOTER = ("Enter write it down", BACK_WORDS)
AGAIN_KEYS = {"e": Again.EDIT, "enter": Again.EDIT, "u": Again.UNDO}
AGAIN_FOOTER = ("Enter or e back to the editor", "u undo the change")


class Book(Protocol):
    """Where decisions are taken down."""

    def decide(self, number: int, became: Entry | None) -> str | None:
        """Take down what the draft of a number, from 0, became: None when it is dropped.

        Returns why that cannot be; nothing is taken down then.
        """

    def take_back(self) -> None:
        """Forget the last decision, as if it had not been taken."""


class Objections(NamedTuple):
    """What is said against a draft; ``fatal``: it cannot be written as it is."""

    lines: tuple[str, ...] = ()
    fatal: bool = False


NOTHING = Objections()


class Seen(NamedTuple):
    """A draft as it is asked: its cards, none where it cannot be asked, and what proves it."""

    cards: tuple[Asked, ...] = ()
    passage: Passage | None = None


class Desk(NamedTuple):
    """What a review needs of the rest of the program.

    ``look`` gives a question as it is asked; ``object_to`` tells what is wrong with what the draft
    of a number, from 0, is or became, beside the other questions of the bank. ``edit``
    gives what became of it in an editor: a question, a text that is none, None where nothing was
    left, or a sentence where the editor did not do its work. It goes on from a text that was none.
    ``settle`` waits, before a draft can be decided on, until nobody types any more.
    """

    look: Callable[[Entry], Seen]
    object_to: Callable[[int, Entry], Objections]
    edit: Callable[[Entry, Spoilt | None], Entry | Spoilt | str | None]
    make_console: Callable[[], Console] = render.console
    settle: Callable[[], None] = settle


@dataclass(slots=True)
class _Draft:
    """A draft until it is decided on, and after that for the case that it is undone.

    ``said`` is what is wrong with it, ``note`` what came of the last key, and ``spoilt`` a change
    of it that still waits to be mended.
    """

    number: int
    entry: Entry
    said: Objections = NOTHING
    note: str = ""
    spoilt: Spoilt | None = None
    changed: bool = False


def review(drafts: Sequence[Entry], book: Book, desk: Desk) -> bool:
    """Show each draft and have it decided on; whether all were.

    The last decision can be undone, again and again, also when there is nothing left to decide
    on; what was changed of a draft is still changed then. A KeyboardInterrupt in a change ends
    the change alone, and passes through elsewhere.
    """
    shown: dict[int, _Draft] = {}
    kept: list[bool] = []
    while True:
        number = len(kept)
        fate: bool | Command | None
        if number < len(drafts):
            draft = shown.setdefault(number, _Draft(number, drafts[number]))
            fate = _fate(draft, f"{number + 1} of {len(drafts)}", book, desk)
        else:
            fate = _end(kept, desk)
        if isinstance(fate, bool):
            kept.append(fate)
            render.draw_lines(desk.make_console(), "kept" if fate else "dropped", "dim")
        elif fate is Command.UNDO:
            book.take_back()
            kept.pop()
            render.draw_lines(desk.make_console(), "taken back", "dim")
        else:
            return number == len(drafts)


def _fate(draft: _Draft, place: str, book: Book, desk: Desk) -> bool | Command:
    """Have a draft decided on until the decision can be taken down; whether it is kept."""
    draft.said = desk.object_to(draft.number, _kept(draft.entry) if draft.changed else draft.entry)
    while True:
        decided = _decided(draft, place, desk)
        if isinstance(decided, Command):
            return decided
        refused = book.decide(draft.number, None if decided is None else _kept(decided))
        if refused is None:
            return decided is not None
        draft.said = Objections((refused,), fatal=True)


def _end(kept: Sequence[bool], desk: Desk) -> Command | None:
    """Tell what was decided on all drafts, and wait for Enter, or for the last to be undone."""
    console = desk.make_console()
    console.print()
    told = f"{sum(kept) or 'none'} kept, {len(kept) - sum(kept) or 'none'} dropped"
    render.draw_lines(console, f"Every draft is decided on: {told}. Nothing is written yet.")
    desk.settle()
    return read_key(END_KEYS, END_FOOTER)


def _kept(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if key != "draft"}


def _decided(draft: _Draft, place: str, desk: Desk) -> Entry | Command | None:
    """Return what becomes of one draft: None when it is dropped."""
    while True:
        draw(desk.make_console(), draft.entry, place, desk.look(draft.entry))
        _tell(desk.make_console(), draft)
        desk.settle()
        key = _key(draft)
        if isinstance(key, Command):
            return key
        if key is Key.DROP:
            return None
        if key is Key.KEEP:
            return draft.entry
        _change(draft, key, desk)


def _key(draft: _Draft) -> Key | Command:
    keys, (*words, leave) = (FAULTY_KEYS, FAULTY_FOOTER) if draft.said.fatal else (KEYS, FOOTER)
    if draft.number == 0:
        return read_key(keys, (*words, leave))
    return read_key({**keys, **BACK}, (*words, BACK_WORDS, leave))


def _tell(console: Console, draft: _Draft) -> None:
    """Say what is wrong with a draft, and what came of the last key."""
    if draft.said.fatal:
        render.draw_lines(console, NOT_KEPT, "yellow")
    _object(console, (*draft.said.lines, *([draft.note] if draft.note else [])))


def _object(console: Console, lines: Sequence[str]) -> None:
    for line in lines:
        render.draw_lines(console, f"! {clean_line(line)}", "yellow")


def _change(draft: _Draft, key: Key, desk: Desk) -> None:
    """Have a draft changed; what cannot be read, or is broken off, leaves it as it was."""
    try:
        became = retyped(draft.entry, desk.make_console()) if key is Key.CHANGE else _edited(draft, desk)
    except KeyboardInterrupt:
        became = UNCHANGED
    if isinstance(became, str):
        draft.note = f"{became} {GOES_ON}" if draft.spoilt else became
    else:
        said = desk.object_to(draft.number, _kept(became))
        draft.entry, draft.said, draft.note, draft.spoilt = became, said, "", None
        draft.changed = True


def _edited(draft: _Draft, desk: Desk) -> Entry | str:
    """Return what becomes of a draft in the editor, opened until the text is a question, or a sentence."""
    while True:
        became = desk.edit(draft.entry, draft.spoilt)
        if became is None:
            draft.spoilt = None
            return EMPTIED
        if not isinstance(became, Spoilt):
            return became
        draft.spoilt = became
        _object(desk.make_console(), became.faults)
        desk.settle()
        key = read_key(AGAIN_KEYS, AGAIN_FOOTER)
        if isinstance(key, Command):
            return UNCHANGED
        if key is Again.UNDO:
            draft.spoilt = None
            return UNDONE


def draw(console: Console, entry: Entry, place: str, seen: Seen) -> None:
    """Draw a draft: its place among all, and the question as it is asked, or its keys where it is none."""
    console.print()
    kind = (str(seen.cards[0].card.question.kind),) if seen.cards else ()
    render.draw_lines(console, " · ".join((place, *kind, clean_line(str(entry.get("id", ""))))), "dim")
    if seen.cards:
        draw_preview(console, seen.cards, seen.passage)
        return
    for key, value in entry.items():
        if key not in UNASKED:
            render.draw_lines(console, clean_line(f"{key}: {written(value)}"))
