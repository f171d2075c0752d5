"""Labels and lists that fit the terminal: what is pointed at stands whole, what is out of view is counted."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import to_formatted_text
from prompt_toolkit.utils import get_cwidth
from questionary.prompts.common import InquirerControl

from quiz.ui.keys import columns
from quiz.ui.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from prompt_toolkit.application import Application
    from prompt_toolkit.formatted_text import StyleAndTextTuples

MARGIN = 3
"""Cells before an option of a list."""

LABEL_MARGIN = 4
"""Cells of a line of a label that are kept free: its mark, the space around it, a letter."""

LOWEST = 4
"""Lines that a list has also where the terminal is too low for them."""

COUNTS = 2
"""Lines that tell how many options are out of view, above and below."""

_BREAK = ("", "\n")
_TWO_WORDS = 2


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

    def height(self) -> int:
        """Return how many lines it has."""
        return _below(self).count("\n") + 1

    def answered(self, answer: str) -> str:
        """Return an answer as it goes on behind the label."""
        return _below(f"{self} {answer}")[len(_below(self)) :].removeprefix(" ")

    def picked(self, answer: str) -> str:
        """Return the line of an answer behind the label; on the next line where one word has room there."""
        line, *more = self.answered(answer).split("\n")
        begin = ""
        if more and len(line.split()) < _TWO_WORDS:
            line, *more = wrapped(answer, _room(), get_cwidth)
            begin = "\n  "
        return f"{begin}{line}{'…' if more else ''}"


def _room() -> int:
    return max(columns() - LABEL_MARGIN, 1)


def _below(text: str) -> str:
    return "\n  ".join(wrapped(text, _room(), get_cwidth))


class Row(questionary.Choice):
    """An option that breaks between words at the width that the terminal has at the moment.

    ``number`` is what it is told apart by, empty where that is part of the text. With a number, what
    stands before a colon is its name, which is all that stays when it is picked. ``margin`` is what
    stands before it, in cells. ``listed`` is the list that it stands in, and ``most`` how many lines
    it may have there; None is as many as it needs.
    """

    listed: InquirerControl | None = None
    most: int | None = None

    def __init__(
        self, text: str, place: int, label: Label, number: str = "", *, margin: int = MARGIN
    ) -> None:
        self.text = text
        self.number = number
        self._label = label
        self._margin = margin
        super().__init__(text, value=place)

    @property
    def title(self) -> str:
        """The text as it stands in the list, then as it stands behind the label, picked."""
        is_picked = self.listed is not None and self.listed.is_answered
        if is_picked:
            return self._label.picked(self.text.partition(": ")[0] if self.number else self.text)
        return f"\n{' ' * self._margin}".join(self.lines(self.most))

    @title.setter
    def title(self, text: object) -> None:
        self.text = str(text)

    def lines(self, most: int | None) -> list[str]:
        """Return its lines in the list, at most so many; the last one ends in dots where it is cut."""
        width = max(columns() - self._margin, 2)
        text = f"{self.number}{self.text}"
        if most is None:
            return wrapped(text, width, get_cwidth)
        # Nobody waits for the lines of a book that are not drawn.
        begin = text[: most * width + 1]
        lines = wrapped(begin, width, get_cwidth)
        if len(begin) == len(text) and len(lines) <= most:
            return lines
        *kept, last = lines[:most]
        while get_cwidth(last) >= width:
            last = last[:-1]
        return [*kept, f"{last.rstrip()}…"]


class Listing:
    """Draws as many options of a list as the terminal has lines for, around the one that is pointed at.

    Where they do not all fit as they are, each but that one is cut to one line. ``around`` gives how
    many lines the rest of the prompt has.
    """

    def __init__(self, listed: InquirerControl, around: Callable[[], int]) -> None:
        self._listed = listed
        self._around = around
        self._whole = listed.text
        listed.text = self._drawn

    def _drawn(self) -> StyleAndTextTuples:
        rows = [row for row in self._listed.choices if isinstance(row, Row)]
        marked = self._listed.pointed_at
        room = max(get_app().output.get_size().rows - self._around(), LOWEST)
        if _fit(rows, room):
            _limit(rows, None)
            return to_formatted_text(self._whole)
        _limit(rows, 1)
        rows[marked].most = room - COUNTS
        view = in_view(len(rows), marked, room - COUNTS - len(rows[marked].lines(room - COUNTS)))
        pieces = [*_pieces(to_formatted_text(self._whole))][view.start : view.stop]
        shown = [token for piece in pieces for token in (*piece, _BREAK)]
        return [*_told(view.start, "above"), *shown, *_told(len(rows) - view.stop, "below")][:-1]


def in_view(count: int, marked: int, others: int) -> range:
    """Return which of ``count`` options are shown: the marked one, and up to so many others around it."""
    size = min(max(others, 0) + 1, count)
    start = min(max(marked - size // 2, 0), count - size)
    return range(start, start + size)


def _fit(rows: Sequence[Row], room: int) -> bool:
    """Whether all fit in so many lines; none is looked at behind the first that does not."""
    heights = itertools.accumulate(len(row.lines(room + 1)) for row in rows)
    return len(rows) <= room and all(height <= room for height in heights)


def _limit(rows: Sequence[Row], most: int | None) -> None:
    for row in rows:
        row.most = most


def _pieces(tokens: StyleAndTextTuples) -> Iterator[StyleAndTextTuples]:
    """Yield what is drawn of each option."""
    piece: StyleAndTextTuples = []
    for token in tokens:
        if token == _BREAK:
            yield piece
            piece = []
        else:
            piece.append(token)
    yield piece


def _told(count: int, where: str) -> StyleAndTextTuples:
    return [("class:footer", f"{' ' * MARGIN}… {count} more {where}"), _BREAK] if count else []
