"""The texts of a draft typed anew, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.text import clean_line
from quiz.ui import render
from quiz.ui.authoring import Terminal

if TYPE_CHECKING:
    from rich.console import Console

    from quiz.authoring.writing import Entry, Value

UNASKED = ("id", "draft", "group")
"""What is no part of the question, so that nobody is asked for it."""

HOW = "Enter takes what stands there; a text left empty is taken away; Ctrl-C leaves the draft as it was."
_CLAIMS = (("true", "true"), ("false", "false"))


def written(value: Value) -> str:
    """Return a value in words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {written(one)}" for key, one in value.items())
    return ", ".join(map(written, value)) if isinstance(value, list) else value


def retyped(entry: Entry, console: Console) -> Entry:
    """Ask for each text of a draft in turn, with what it is now; one that is left empty is taken away."""
    render.draw_lines(console, HOW, "dim")
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
