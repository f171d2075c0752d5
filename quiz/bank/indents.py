"""Lines that are indented otherwise than their neighbours."""

from __future__ import annotations

import re
from typing import NamedTuple

from quiz.bank.decode import BREAK
from quiz.bank.fields import FIELDS, Place
from quiz.bank.strange import is_key, keys_of

_ROW = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>\w+)[ \t]*:(?=\s|$)")
_BANK_KEYS = frozenset(field.name for field in FIELDS[Place.BANK])
_SOURCE_KEYS = frozenset(keys_of(Place.SOURCE)) - set(keys_of(Place.QUESTION))


class Stray(NamedTuple):
    """A line that stands in a column, from 1, with what is wrong and the cure."""

    column: int
    message: str
    cure: str


class _Row(NamedTuple):
    """A line that begins with a key of the format; ``dash`` and ``column`` count from 1, 0 is no dash."""

    key: str
    dash: int
    column: int


def stray(text: str, line: int) -> Stray | None:
    """Return what is wrong with how a line, from 0, is indented; None where that cannot be told.

    A dash belongs below the dash of the entry before, a key of a question below its first one, a
    key of its source below the others of that.
    """
    rows = BREAK.split(text)[: line + 1]
    own = _row(rows[-1]) if len(rows) > line else None
    if own is None:
        return None
    above = [row for row in map(_row, reversed(rows[:-1])) if row]
    if _is_new(own, above):
        return None
    wanted = _column(own, above)
    at = own.dash or own.column
    if wanted in {None, at}:
        return None
    name = f"- {own.key}:" if own.dash else f"{own.key}:"
    spaces = f"put {wanted - 1} space{'s' if wanted > _SECOND else ''} before it"
    return Stray(
        at,
        f"`{name}` stands in column {at}, its neighbours in column {wanted}",
        "begin it in the first column" if wanted == 1 else spaces,
    )


_SECOND = 2


def _row(line: str) -> _Row | None:
    found = _ROW.match(line)
    if found is None or not is_key(found["key"]):
        return None
    return _Row(found["key"], found["lead"].find("-") + 1, len(found["lead"]) + 1)


def _is_new(own: _Row, above: list[_Row]) -> bool:
    """Whether a line begins a question whose dash is missing: the one above has its key by now."""
    first = next((number for number, row in enumerate(above) if row.dash), len(above))
    return not own.dash and own.key in {row.key for row in above[: first + 1]}


def _column(own: _Row, above: list[_Row]) -> int | None:
    """Return the column that a line belongs into, by the ones above it, the nearest first."""
    if own.dash:
        return next((row.dash for row in above if row.dash), None)
    if own.key in _SOURCE_KEYS:
        first = above[0] if above else None
        return first.column if first and first.key in _SOURCE_KEYS else None
    entry = next((row.column for row in above if row.dash), None)
    return entry or (1 if above and own.key in _BANK_KEYS else None)
