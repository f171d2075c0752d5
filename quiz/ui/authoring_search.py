"""A list in which numbers point at options; a long one is searched by typing. It says if nothing is found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import to_formatted_text
from prompt_toolkit.keys import Keys
from prompt_toolkit.utils import get_cwidth

from quiz.bank.problem import shown
from quiz.ui.authoring_list import MARGIN
from quiz.ui.keys import columns
from quiz.ui.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from questionary.prompts.common import InquirerControl

    from quiz.ui.authoring_list import Row

_STILL = ("enter", "up", "down", "c-n", "c-p", "c-a", " ")
"""Keys that do nothing where no option is shown."""

_NUMBER = re.compile(r"([0-9]+)\. ")


def numbered(titles: Sequence[str]) -> list[str]:
    """Return what stands before options: nothing where they have own numbers, else their place and a dot."""
    own = any(map(_NUMBER.match, titles))
    return ["" if own else f"{place}. " for place, _ in enumerate(titles, 1)]


class Search:
    """Points at the option whose number is typed, and keeps those in the list that hold other text.

    The text is looked for in any case, and only where the list ``is_long``; letters do nothing in others.
    ``keys`` names what else can be pressed.
    """

    def __init__(
        self, listed: InquirerControl, rows: Sequence[Row], keys: Sequence[str], *, is_long: bool
    ) -> None:
        self._listed = listed
        self._rows = rows
        self._keys = keys
        self._is_long = is_long
        self._start = listed.pointed_at
        found = [_NUMBER.match(f"{row.number}{row.text}") for row in rows]
        self._places = {match[1]: place for place, match in enumerate(found) if match}
        self._typed = ""
        self._found = True
        drawn = listed.text
        listed.text = lambda: to_formatted_text(drawn) if self._found else self._told()

    def footer(self) -> tuple[str, ...]:
        """Return the names of the keys, behind what is searched where something is."""
        if self._typed and self._typed not in self._places:
            takes = self._keys if self._found else ()
            return (f"search: {self._typed}", f"Backspace takes a {self._unit()} away", *takes)
        letters = ("letters search",) if self._is_long else ()
        return ("arrows or numbers move", *letters, *self._keys)

    def bound(self, bindings: KeyBindings) -> KeyBindings:
        """Add the keys that search, and let none take an option that is not shown."""

        @bindings.add(Keys.Any, eager=True)
        def _(event: KeyPressEvent) -> None:
            self._type(event.data)

        @bindings.add(Keys.BracketedPaste, eager=True)
        def _(event: KeyPressEvent) -> None:
            self._type(" ".join(event.data.split()))

        @bindings.add("backspace", eager=True)
        def _(_event: KeyPressEvent) -> None:
            if begun := self._begun():
                self._look(begun[:-1])

        for key in _STILL:
            bindings.add(key, filter=Condition(lambda: not self._found), eager=True)(lambda _event: None)
        return bindings

    def _begun(self) -> str:
        """Return what is typed so far; a number is ended by moving away from its option."""
        place = self._places.get(self._typed)
        return self._typed if place in {None, self._listed.pointed_at} else ""

    def _type(self, text: str) -> None:
        is_number = text.isascii() and text.isdecimal()
        if is_number or (self._is_long and text.isprintable()):
            self._look(self._begun() + text)

    def _look(self, typed: str) -> None:
        self._typed = typed
        place = self._places.get(typed) if typed else self._start
        rows = list(self._rows) if place is not None else self._with_text(typed)
        self._found = bool(rows)
        # What is not shown stays in the list, which cannot be empty.
        self._listed.choices = [*(rows or self._rows)]
        self._listed.pointed_at = place or 0

    def _with_text(self, typed: str) -> list[Row]:
        folded = typed.casefold()
        return [row for row in self._rows if self._is_long and folded in row.text.casefold()]

    def _unit(self) -> str:
        return "letter" if self._is_long else "digit"

    def _told(self) -> StyleAndTextTuples:
        sought = f"{'' if self._is_long else 'the number '}{shown(self._typed)}"
        told = f"Nothing in the list has {sought}. Backspace takes a {self._unit()} away."
        margin = " " * MARGIN
        lines = wrapped(told, max(columns() - MARGIN, 1), get_cwidth)
        return [("", "\n".join(margin + line for line in lines))]
