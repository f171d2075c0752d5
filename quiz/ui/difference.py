"""A difference between what was typed and what is right, drawn without colour or said in words."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from quiz.grading import Piece, Sort
from quiz.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

GAP = "·"
MARK = "^"
NO_LETTER = "\N{DOTTED CIRCLE}"
JOINERS = ("\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}")
MARKS = ("Mn", "Mc", "Me")
WORDS = {Sort.MISSING: "add", Sort.EXTRA: "drop"}


class Column(NamedTuple):
    """One letter of each side, both as wide as the wider; empty sides are gaps."""

    yours: str
    right: str
    differs: bool


class Row(NamedTuple):
    """Three lines of equal width: what was typed, what is right, marks where they differ."""

    yours: str
    right: str
    marks: str


def spoken(pieces: Iterable[Piece]) -> str:
    """Return the difference on one line in words, as in ``Gen[add e]va``; empty when there is none."""
    return "".join(map(_spoken, pieces))


def _spoken(piece: Piece) -> str:
    text = clean(piece.text).replace("\n", " ")
    return text if piece.sort is Sort.SAME else f"[{WORDS[piece.sort]} {text}]"


def rows(pieces: Sequence[Piece], width: int, cells: Callable[[str], int]) -> tuple[Row, ...]:
    """Return the difference in rows at most ``width`` cells wide; ``cells`` measures a text.

    Letters that replace one another stand in one column; a gap is a middle dot. ``width`` is
    at least 2. No pieces give no rows.
    """
    done: list[Row] = []
    row, used = Row("", "", ""), 0
    for column in _columns(pieces):
        wide = max(cells(column.yours), cells(column.right), 1)
        if used + wide > width:
            done.append(row)
            row, used = Row("", "", ""), 0
        row, used = _joined(row, column, wide, cells), used + wide
    return (*done, row) if used else tuple(done)


def _joined(row: Row, column: Column, wide: int, cells: Callable[[str], int]) -> Row:
    yours, right = (side + GAP * (wide - cells(side)) for side in (column.yours, column.right))
    return Row(row.yours + yours, row.right + right, row.marks + (MARK if column.differs else " ") * wide)


def _columns(pieces: Iterable[Piece]) -> Iterator[Column]:
    extra: list[str] = []
    missing: list[str] = []
    for piece in pieces:
        if piece.sort is not Sort.SAME:
            (extra if piece.sort is Sort.EXTRA else missing).extend(_letters(piece.text))
            continue
        yield from _differing(extra, missing)
        extra, missing = [], []
        yield from (Column(letter, letter, differs=False) for letter in _letters(piece.text))
    yield from _differing(extra, missing)


def _differing(extra: list[str], missing: list[str]) -> Iterator[Column]:
    for place in range(max(len(extra), len(missing))):
        yours = extra[place] if place < len(extra) else ""
        right = missing[place] if place < len(missing) else ""
        yield Column(yours, right, differs=True)


def _letters(text: str) -> list[str]:
    """Return the letters of ``text``, each with the marks that stand on it and what is joined to it."""
    letters: list[str] = []
    for character in clean(text).replace("\n", " "):
        mark = unicodedata.category(character) in MARKS or character in JOINERS
        if letters and (mark or letters[-1].endswith(JOINERS)):
            letters[-1] += character
        else:
            letters.append(NO_LETTER + character if mark else character)
    return letters
