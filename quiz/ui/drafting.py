"""Drafts shown one by one: keep, change, drop, stop."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from quiz.text import clean_line
from quiz.ui import render
from quiz.ui.authoring import Terminal
from quiz.ui.keys import read_key
from quiz.ui.screen import Command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rich.console import Console

    Value = str | bool | list["Value"] | dict[str, "Value"]
    Entry = Mapping[str, Value]

PROMPTS = ("cloze", "claim", "ask", "front")
HIDDEN = ("id", "draft", "source", *PROMPTS)
RIGHT, WRONG = "+", "-"


class Key(Enum):
    """What can be done with a draft."""

    KEEP = "keep"
    CHANGE = "change"
    EDIT = "edit"
    DROP = "drop"


KEYS = {"k": Key.KEEP, "enter": Key.KEEP, "c": Key.CHANGE, "e": Key.EDIT, "d": Key.DROP, "q": Command.LEAVE}
FOOTER = ("Enter or k keep", "c change", "e in the editor", "d drop", "q stop")


class Objections(NamedTuple):
    """What is said against a draft; ``fatal``: it cannot be written as it is."""

    lines: tuple[str, ...] = ()
    fatal: bool = False


class Desk(NamedTuple):
    """What a review needs of the rest of the program.

    ``object_to`` tells what is wrong with a question; ``edit`` gives what became of it in an
    editor, or a sentence where that came to nothing.
    """

    object_to: Callable[[Entry], Objections]
    edit: Callable[[Entry], Entry | str]
    make_console: Callable[[], Console] = render.console


def review(drafts: Sequence[Entry], decide: Callable[[int, Entry | None], None], desk: Desk) -> bool:
    """Show each draft and have it decided on; whether all were.

    ``decide`` is told the number of a draft, from 0, and what it became: None when it is
    dropped, else the question as it is kept. KeyboardInterrupt passes through.
    """
    for number, draft in enumerate(drafts):
        decided = _decided(draft, f"{number + 1} of {len(drafts)}", desk)
        if isinstance(decided, Command):
            return False
        decide(number, None if decided is None else _kept(decided))
    return True


def _kept(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if key != "draft"}


def _decided(entry: Entry, place: str, desk: Desk) -> Entry | Command | None:
    """Return what becomes of one draft: None when it is dropped."""
    objections = Objections()
    while True:
        draw(desk.make_console(), entry, place)
        _object(desk.make_console(), objections)
        key = read_key(KEYS, FOOTER[1:] if objections.fatal else FOOTER)
        if isinstance(key, Command):
            return key
        if key is Key.DROP:
            return None
        if key is Key.KEEP and not objections.fatal:
            return entry
        if key in {Key.CHANGE, Key.EDIT}:
            became = _changed(entry) if key is Key.CHANGE else desk.edit(entry)
            objections = Objections((became,)) if isinstance(became, str) else desk.object_to(became)
            entry = entry if isinstance(became, str) else became


def _object(console: Console, objections: Objections) -> None:
    for line in objections.lines:
        console.print(Text(f"! {clean_line(line)}", style="yellow"))


def draw(console: Console, entry: Entry, place: str) -> None:
    """Draw a draft: its place among all, its prompt, its options, what proves it."""
    console.print()
    console.print(Text(f"{place} · {clean_line(str(entry.get('id', '')))}", style="dim"))
    for key in PROMPTS:
        if key in entry:
            console.print(Text(clean_line(str(entry[key])), style="bold"))
    for mark, style, text in _lines(entry):
        console.print(Text(f"{mark} {clean_line(text)}", style=style))
    source = entry.get("source")
    if isinstance(source, dict):
        proof = f"paragraph {source.get('paragraph', '?')}: {source.get('quote', '')}"
        console.print(Text(clean_line(proof), style="dim"))


def _lines(entry: Entry) -> Iterator[tuple[str, str, str]]:
    for key, value in entry.items():
        if key in HIDDEN:
            continue
        if key in {"answer", "wrong"}:
            mark, style = (RIGHT, "green") if key == "answer" else (WRONG, "")
            yield from (
                (mark, style, written(one)) for one in (value if isinstance(value, list) else [value])
            )
        else:
            yield " ", "dim", f"{key}: {written(value)}"


def written(value: Value) -> str:
    """Return a value in words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {written(one)}" for key, one in value.items())
    return ", ".join(map(written, value)) if isinstance(value, list) else value


def _changed(entry: Entry) -> Entry:
    """Ask for each text of a draft in turn, with what it is now; one that is left empty is taken away."""
    became = {key: value if key in {"id", "draft"} else _asked(key, value) for key, value in entry.items()}
    return {key: value for key, value in became.items() if value not in ("", [], {})}


def _asked(name: str, value: Value) -> Value:
    if isinstance(value, list):
        return [new for number, one in enumerate(value, 1) if (new := _asked(f"{name} {number}", one)) != ""]
    if isinstance(value, dict):
        return {key: new for key, one in value.items() if (new := _asked(key, one)) != ""}
    return Terminal().text(f"{name}:", clean_line(written(value)), lambda _typed: None)
