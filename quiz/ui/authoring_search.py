"""Labels and lists that fit the terminal; a long list is searched by typing, and says if nothing is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import to_formatted_text
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.utils import get_cwidth
from questionary.prompts.common import InquirerControl

from quiz.bank.problem import shown
from quiz.ui.keys import columns
from quiz.ui.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prompt_toolkit.application import Application
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyPressEvent

MARGIN = 3
"""Cells before an option of a list."""

LABEL_MARGIN = 4
"""Cells of a line of a label that are kept free: its mark, the space around it, a letter."""

_STILL = ("enter", "up", "down", "c-n", "c-p")
"""Keys that do nothing where no option is shown."""


def list_of(app: Application[Any]) -> InquirerControl:
    """Return the list of options within a prompt."""
    windows = app.layout.find_all_windows()
    return next(one.content for one in windows if isinstance(one.content, InquirerControl))


class Label(str):
    """What is asked, broken between words at the width that the terminal has at the moment."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the lines; the last one leaves room for the letter that is typed first."""
        del spec
        return _below(self)

    def answered(self, answer: str) -> str:
        """Return an answer as it goes on behind the label."""
        return _below(f"{self} {answer}")[len(_below(self)) :].removeprefix(" ")


def _below(text: str) -> str:
    return "\n  ".join(wrapped(text, max(columns() - LABEL_MARGIN, 1), get_cwidth))


class Row(questionary.Choice):
    """An option that breaks between words at the width that the terminal has at the moment.

    ``margin`` is what stands before it, in cells. ``listed`` is the list that it stands in.
    """

    listed: InquirerControl | None = None

    def __init__(self, text: str, place: int, label: Label, margin: int = MARGIN) -> None:
        self.text = text
        self._label = label
        self._margin = margin
        super().__init__(text, value=place)

    @property
    def title(self) -> str:
        """The text as it stands in the list, then as it stands behind the label, picked."""
        is_picked = self.listed is not None and self.listed.is_answered
        return self._label.answered(self.text) if is_picked else self._drawn(max(columns() - self._margin, 2))

    @title.setter
    def title(self, text: object) -> None:
        self.text = str(text)

    def _drawn(self, room: int) -> str:
        return f"\n{' ' * self._margin}".join(wrapped(self.text, room, get_cwidth))


class Line(Row):
    """An option on one line, cut where the line ends."""

    def _drawn(self, room: int) -> str:
        if get_cwidth(self.text) <= room:
            return self.text
        line = self.text[: room - 1]
        while get_cwidth(line) >= room:
            line = line[:-1]
        return f"{line.rstrip()}…"


class Search:
    """Keeps in a list the options that hold what is typed, in any case."""

    def __init__(self, listed: InquirerControl, lines: Sequence[Row]) -> None:
        self._listed = listed
        self._lines = lines
        self._typed = ""
        self._found = True
        drawn = listed.text
        listed.text = lambda: to_formatted_text(drawn) if self._found else self._told()

    def footer(self) -> tuple[str, ...]:
        """Return the names of the keys, behind what is typed where something is."""
        if not self._typed:
            return ("arrows move", "letters search", "Enter takes")
        return (f"search: {self._typed}", "Backspace takes a letter away", "Enter takes")

    def keys(self) -> KeyBindings:
        """Return the keys that search, and let none take an option that is not shown."""
        bindings = KeyBindings()

        @bindings.add(Keys.Any, eager=True)
        def _(event: KeyPressEvent) -> None:
            if event.data.isprintable():
                self._look(self._typed + event.data)

        @bindings.add(Keys.BracketedPaste, eager=True)
        def _(event: KeyPressEvent) -> None:
            self._look(self._typed + " ".join(event.data.split()))

        @bindings.add("backspace", eager=True)
        def _(_event: KeyPressEvent) -> None:
            self._look(self._typed[:-1])

        for key in _STILL:
            bindings.add(key, filter=Condition(lambda: not self._found), eager=True)(lambda _event: None)
        return bindings

    def _look(self, typed: str) -> None:
        self._typed = typed
        found = [line for line in self._lines if typed.casefold() in line.text.casefold()]
        self._found = bool(found)
        # What is not shown stays in the list, which cannot be empty.
        self._listed.choices = list(found or self._lines)
        self._listed.pointed_at = 0

    def _told(self) -> StyleAndTextTuples:
        told = f"Nothing in the list has {shown(self._typed)}. Backspace takes a letter away."
        margin = " " * MARGIN
        lines = wrapped(told, max(columns() - MARGIN, 1), get_cwidth)
        return [("", "\n".join(margin + line for line in lines))]
