"""Drafts shown one by one as they will be asked: keep, change, drop, stop."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.changing import Spoilt
from quiz.text import clean_line
from quiz.ui import render
from quiz.ui.authoring import Terminal
from quiz.ui.authoring_preview import draw_preview
from quiz.ui.keys import read_key
from quiz.ui.screen import Command

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rich.console import Console

    from quiz.authoring.writing import Entry, Value
    from quiz.card import Asked
    from quiz.ui.screen import Passage

    Decide = Callable[[int, Entry | None], str | None]

UNASKED = ("id", "draft", "group")
"""What is no part of the question, so that nobody is asked for it."""

UNCHANGED = "The draft is as it was."
UNDONE = "What you did in the editor is undone."
EMPTIED = f"The editor left nothing to read. {UNCHANGED}"
GOES_ON = "e goes on with your change."
NOT_KEPT = "It cannot be kept as it is:"
HOW = "Enter takes what stands there; a text left empty is taken away; Ctrl-C leaves the draft as it was."
_CLAIMS = (("true", "true"), ("false", "false"))


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
AGAIN_KEYS = {"e": Again.EDIT, "enter": Again.EDIT, "u": Again.UNDO}
AGAIN_FOOTER = ("Enter or e back to the editor", "u undo the change")


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
    """

    look: Callable[[Entry], Seen]
    object_to: Callable[[int, Entry], Objections]
    edit: Callable[[Entry, Spoilt | None], Entry | Spoilt | str | None]
    make_console: Callable[[], Console] = render.console


@dataclass(slots=True)
class _Draft:
    """A draft until it is decided on.

    ``said`` is what is wrong with it, ``note`` what came of the last key, and ``spoilt`` a change
    of it that still waits to be mended.
    """

    number: int
    entry: Entry
    said: Objections = NOTHING
    note: str = ""
    spoilt: Spoilt | None = None


def review(drafts: Sequence[Entry], decide: Decide, desk: Desk) -> bool:
    """Show each draft and have it decided on; whether all were.

    ``decide`` is told the number of a draft, from 0, and what it became: None when it is
    dropped, else the question as it is kept. It returns why that cannot be, or None. A
    KeyboardInterrupt in a change ends the change alone, and passes through elsewhere.
    """
    for number, entry in enumerate(drafts):
        draft: _Draft | None = _Draft(number, entry, desk.object_to(number, entry))
        while draft is not None:
            decided = _decided(draft, f"{number + 1} of {len(drafts)}", desk)
            if isinstance(decided, Command):
                return False
            refused = decide(number, None if decided is None else _kept(decided))
            draft.said = Objections((refused or "",), fatal=True)
            draft = draft if refused else None
        render.draw_lines(desk.make_console(), "dropped" if decided is None else "kept", "dim")
    return True


def _kept(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if key != "draft"}


def _decided(draft: _Draft, place: str, desk: Desk) -> Entry | Command | None:
    """Return what becomes of one draft: None when it is dropped."""
    while True:
        draw(desk.make_console(), draft.entry, place, desk.look(draft.entry))
        _tell(desk.make_console(), draft)
        key = _key(draft)
        if isinstance(key, Command):
            return key
        if key is Key.DROP:
            return None
        if key is Key.KEEP:
            return draft.entry
        _change(draft, key, desk)


def _key(draft: _Draft) -> Key | Command:
    return read_key(FAULTY_KEYS, FAULTY_FOOTER) if draft.said.fatal else read_key(KEYS, FOOTER)


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
        became = _retyped(draft.entry, desk) if key is Key.CHANGE else _edited(draft, desk)
    except KeyboardInterrupt:
        became = UNCHANGED
    if isinstance(became, str):
        draft.note = f"{became} {GOES_ON}" if draft.spoilt else became
    else:
        said = desk.object_to(draft.number, _kept(became))
        draft.entry, draft.said, draft.note, draft.spoilt = became, said, "", None


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


def written(value: Value) -> str:
    """Return a value in words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {written(one)}" for key, one in value.items())
    return ", ".join(map(written, value)) if isinstance(value, list) else value


def _retyped(entry: Entry, desk: Desk) -> Entry:
    """Ask for each text of a draft in turn, with what it is now; one that is left empty is taken away."""
    render.draw_lines(desk.make_console(), HOW, "dim")
    became = {key: value if key in UNASKED else _asked(key, value, entry) for key, value in entry.items()}
    return {key: value for key, value in became.items() if value not in ("", [], {})}


def _asked(name: str, value: Value, entry: Entry) -> Value:
    if isinstance(value, list):
        each = (_asked(f"{name} {number}", one, entry) for number, one in enumerate(value, 1))
        return [new for new in each if new != ""]
    if isinstance(value, dict):
        return {key: new for key, one in value.items() if (new := _asked(key, one, entry)) != ""}
    if name == "answer" and "claim" in entry:
        return Terminal().pick("answer:", _CLAIMS, written(value).lower())
    return Terminal().text(f"{name}:", clean_line(written(value)), lambda _typed: None)
