"""A question that is being filled in, and what the reader of banks says of one place of it."""

from __future__ import annotations

import copy
import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.authoring.adding import answer_errors
from quiz.authoring.writing import entry_text, ordered
from quiz.bank import Code, read_text
from quiz.bank.fields import FIELDS, Place, Shape
from quiz.bank.scalars import BOOLEANS, COUNT

if TYPE_CHECKING:
    from quiz.authoring.finding import Finding
    from quiz.authoring.writing import Entry, Value
    from quiz.bank import Field, Problem
    from quiz.question import Kind

_SINGLE = {Shape.LIST, Shape.TEXTS, Shape.LABELS}
_DOUBLE = {Shape.OPTIONS, Shape.PAIRS}
_ON_ONE_LINE = {one.name for one in FIELDS[Place.QUESTION] if one.shape is Shape.LABELS}
_UNFINISHED = {Code.MISSING_KEY, Code.TOO_FEW}
"""Faults of a question that is not filled in to its end."""


@dataclass(slots=True)
class Row:
    """One text of a list; ``second`` is the reason why an option is wrong, or the right side of a pair."""

    first: str
    second: str = ""


@dataclass(slots=True)
class Sheet:
    """What is filled in of a question. ``kind`` is None before one is picked.

    ``rows`` holds the lists by key, ``values`` all else, as it is written in a bank. Keys of
    other kinds may stand there as well: they come back when the kind does. ``more`` are keys that
    are seldom wanted and were asked for.
    """

    kind: Kind | None
    values: dict[str, Value] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    more: set[str] = field(default_factory=set)

    def fields(self) -> tuple[Field, ...]:
        """Return the keys that a question of this kind can have, those of its kind first."""
        own = FIELDS[self.kind] if self.kind else ()
        return (*own, *(one for one in FIELDS[Place.QUESTION] if one.name != "kind"))

    def text(self, key: str) -> str:
        """Return the text behind a key, empty where none is."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    def flag(self, key: str) -> bool | None:
        """Return what is true or false behind a key; None where neither is."""
        value = self.values.get(key)
        if isinstance(value, str):
            return BOOLEANS.get(value.lower())
        return value if isinstance(value, bool) else None

    def source(self) -> dict[str, Value]:
        """Return what is cited, which may be nothing."""
        value = self.values.get("source")
        return value if isinstance(value, dict) else {}

    def cited(self) -> int | None:
        """Return the number of the paragraph that is cited; None where none is."""
        number = str(self.source().get("paragraph", ""))
        return int(number) if COUNT.fullmatch(number) else None

    def put(self, key: str, value: Value) -> None:
        """Set a key, or take it away where the value is empty."""
        if value in ("", [], {}):
            self.values.pop(key, None)
        else:
            self.values[key] = value

    def entry(self) -> dict[str, Value]:
        """Return the question as far as it is filled in."""
        found = {one.name: self._value(one) for one in self.fields()}
        return {name: value for name, value in found.items() if value not in ("", [], {}, None)}

    def _value(self, one: Field) -> Value | None:
        if one.shape is Shape.BOOLEAN:
            return self.flag(one.name)
        rows = [row for row in self.rows.get(one.name, ()) if row.first or row.second]
        if one.shape in _SINGLE:
            return [row.first for row in rows]
        if one.shape is Shape.PAIRS:
            return {row.first: row.second for row in rows}
        if one.shape is Shape.OPTIONS:
            return [{row.first: row.second} if row.second else row.first for row in rows]
        return self.source() if one.shape is Shape.SOURCE else self.text(one.name)

    def copy(self) -> Sheet:
        """Return another one with the same in it."""
        return copy.deepcopy(self)


def filled_in(kind: Kind | None, given: Entry) -> Sheet:
    """Return a sheet with a question, or the beginning of one, filled in."""
    sheet = Sheet(kind)
    shapes = {one.name: one.shape for place in FIELDS for one in FIELDS[place]}
    for key, value in given.items():
        if shapes.get(key) in _SINGLE | _DOUBLE:
            sheet.rows[key] = _rows(value)
        else:
            sheet.put(key, value)
    return sheet


def _rows(value: Value) -> list[Row]:
    if isinstance(value, dict):
        return [Row(first, str(second)) for first, second in value.items()]
    given = value if isinstance(value, list) else [value]
    return [row for one in given for row in (_rows(one) if isinstance(one, dict) else [Row(str(one))])]


def fault_at(sheet: Sheet, language: str, key: str, row: int | None = None) -> str | None:
    """Return what is said against the value of a key, or one row of it; None for nothing.

    The reader of banks says it, or a rule on options and answers.
    """
    if sheet.kind is None:
        return None
    entry = ordered({**sheet.entry(), "kind": sheet.kind.value})
    text = f"quiz: 1\ntitle: T\nlanguage: {language}\nquestions:\n"
    lines = range(*_span(entry, key, None if key in _ON_ONE_LINE else row))
    first = text.count("\n") + 1
    data = f"{text}{entry_text(entry, 2)}".encode(errors="surrogatepass")
    problems = [one for one in read_text(data, "", "").problems if one.code not in _UNFINISHED]
    faults: list[Problem | Finding] = [*problems, *answer_errors(data)]
    for fault in faults:
        if fault.location.line - first in lines:
            said = f"{fault.message}; {fault.cure}."
            return said[:1].upper() + said[1:]
    return None


def _span(entry: Entry, key: str, row: int | None) -> tuple[int, int]:
    """Return where ``entry_text`` writes a value, or a row of it: its first line, and the one behind it."""
    value = entry.get(key, "")
    before = dict(itertools.takewhile(lambda pair: pair[0] != key, entry.items()))
    if row is None:
        return _height(before), _height({**before, key: value})
    begin = {**before, key: _first(value, row)} if row else before
    return _height(begin), _height({**before, key: _first(value, row + 1)})


def _first(value: Value, rows: int) -> Value:
    if isinstance(value, dict):
        return dict(itertools.islice(value.items(), rows))
    return value[:rows] if isinstance(value, list) else value


def _height(entry: Entry) -> int:
    return entry_text(entry, 2).count("\n") if entry else 0
