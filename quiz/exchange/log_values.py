"""Values of the log outside of the database: as text, and whether they are what their column holds."""

from __future__ import annotations

import json
import math
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from quiz.logged import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.logged import Logged

Value: TypeAlias = "str | int | float | None"
Row: TypeAlias = "tuple[Value, ...]"

LONGEST_SHOWN = 40
MOST = 2**63

_EVENT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,19}", re.ASCII)


def fault(values: Sequence[Any], table: Logged) -> str | None:
    """Return what is wrong with the values of a row, which are as many as there are columns; None: nothing.

    Names the first column that does not hold what it should.
    """
    for (name, sort), value in zip(table.columns, values, strict=True):
        if value is None:
            if name not in table.may_lack:
                return f"`{name}` has no value"
        elif not _HOLDS[sort](value):
            return f"`{name}` is {_shown(value)}; it has to be: {sort.value}"
    return None


def from_texts(texts: Sequence[str], table: Logged) -> Row:
    """Return the values of cells of CSV: an empty one is null where that may be, numbers are numbers.

    What is no number where one has to be is left as it is, for ``fault`` to find.
    """
    return tuple(
        None if text == "" and name in table.may_lack else _from_text(text, sort)
        for (name, sort), text in zip(table.columns, texts, strict=True)
    )


def _from_text(text: str, sort: Sort) -> Value:
    if sort is Sort.WHOLE and _WHOLE.fullmatch(text):
        return int(text)
    if sort is Sort.REAL:
        try:
            return float(text)
        except ValueError:
            return text
    return text


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    short = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."
    return f"`{short}`" if short else "empty"


def _is_text(value: object) -> bool:
    if not isinstance(value, str) or "\0" in value:
        return False
    return not any("\ud800" <= letter <= "\udfff" for letter in value)


def _reads(make: Callable[[str], object], pattern: re.Pattern[str]) -> Callable[[object], bool]:
    def holds(value: object) -> bool:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            return False
        try:
            make(value)
        except ValueError:
            return False
        return True

    return holds


def _is_json(value: object) -> bool:
    if not _is_text(value):
        return False
    try:
        json.loads(str(value))
    except (ValueError, RecursionError):
        return False
    return True


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -MOST <= value < MOST


def _is_real(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


_HOLDS: dict[Sort, Callable[[Any], bool]] = {
    Sort.EVENT: _reads(str, _EVENT),
    Sort.TEXT: _is_text,
    Sort.INSTANT: _reads(datetime.fromisoformat, _INSTANT),
    Sort.DAY: _reads(date.fromisoformat, _DAY),
    Sort.WHOLE: _is_whole,
    Sort.REAL: _is_real,
    Sort.JSON: _is_json,
}
