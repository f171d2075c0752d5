"""What a damaged file gives that SQLite itself does not notice: rows that make no sense."""

from __future__ import annotations

import functools
import sqlite3
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Given = ParamSpec("_Given")
_Read = TypeVar("_Read")


class DamagedRow(sqlite3.DatabaseError):
    """A row does not hold what was written; ``open_store`` makes ``DatabaseUnreadable`` of it."""

    def __init__(self, table: str) -> None:
        super().__init__(f"it is damaged, a row of {table} makes no sense")


def reads(table: str) -> Callable[[Callable[_Given, _Read]], Callable[_Given, _Read]]:
    """Mark a function that makes a value of a row of ``table``: what it cannot make is damage."""

    def marked(function: Callable[_Given, _Read]) -> Callable[_Given, _Read]:
        @functools.wraps(function)
        def read(*given: _Given.args, **named: _Given.kwargs) -> _Read:
            try:
                return function(*given, **named)
            except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
                raise DamagedRow(table) from error

        return read

    return marked
