"""Logs of answers as CSV, in the layout of public FSRS test logs.

The columns are those of the review logs schema in the README of
``open-spaced-repetition/fsrs-optimizer``, in any order, others beside them: ``card_id``,
``review_time`` (milliseconds since 1970, UTC), ``review_rating`` (1 Again to 4 Easy) and, both
optional, ``review_state`` and ``review_duration`` (milliseconds). A rating of 0 is no answer but a
date set by hand (Anki writes such rows) and is passed over.
"""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from quiz.errors import QuizError, UsageFault
from quiz.review import Rating
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import TextIO

NEEDED = ("card_id", "review_time", "review_rating")
OPTIONAL = ("review_state", "review_duration")
MOST_FAULTS = 20
MOST_LINES = 20_000_000
LONGEST_LINE = 10_000
LONGEST_SHOWN = 40
SAVE_AGAIN = "Save the file as CSV again; nothing below was read."
FIRST_MS, LAST_MS = 315_532_800_000, 32_503_680_000_000
"""Moments of answers lie from 1980 to 3000: seconds or microseconds in place of milliseconds do not."""

BEGUN = 2
"""A first row with this state or a greater one is none of a new card: its history began before the log."""

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.0)?", re.ASCII)


class LogUnreadable(UsageFault):
    """The file cannot be opened, or is no text."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}. Name a CSV file with one answer on each line.")


class BadLog(QuizError):
    """The file has faults; each is told with its line and what to do."""

    def __init__(self, path: str, faults: Iterable[str], *, more: bool) -> None:
        rest = ["There may be more; these come first."] if more else []
        super().__init__("\n".join([*(f"{path}:{fault}" for fault in faults), *rest]))


class Logged(NamedTuple):
    """One answer of a log."""

    card: str
    answered_at: datetime
    """UTC, whole milliseconds."""

    rating: Rating


class ReadLog(NamedTuple):
    """What a file holds."""

    answers: tuple[Logged, ...]
    """In the order of their moments; answers of the same moment as the file has them."""

    cards_begun: int
    """So many cards were left out, since their histories began before the log."""

    by_hand: int
    """So many rows were passed over, since they are no answers."""


class _Row(NamedTuple):
    card: str
    at_ms: int
    rating: int
    state: int


class _Fault(Exception):
    """What is wrong with a row, and the cure; ``line`` 0: with the one that is being read."""

    def __init__(self, told: str, line: int = 0) -> None:
        super().__init__(told)
        self.line = line


def read_log(path: Path) -> ReadLog:
    """Return the answers of a CSV file; raises ``LogUnreadable`` or ``BadLog``.

    Cards whose first row says that they were learnt before (``review_state`` 2 or more) are left
    out: how well they were known at first is in no log.
    """
    shown = clean_line(str(path))
    try:
        # Only what is a file is opened: a pipe or a device may never end.
        if not path.is_file():
            raise LogUnreadable(shown, "it is not a file" if path.exists() else "there is no such file")
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = _rows(shown, lines)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise LogUnreadable(shown, _reason(error)) from error
    return _kept(rows)


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is no text in UTF-8"
    return getattr(error, "strerror", None) or str(error)


def _rows(path: str, lines: TextIO) -> list[_Row]:
    reader = csv.reader(_bounded(lines), strict=True)
    rows: list[_Row] = []
    faults: list[str] = []
    try:
        columns = _columns(next(reader, []))
        for cells in reader:
            try:
                rows += [_row(cells, columns)] if cells else []
            except _Fault as error:
                faults.append(f"{reader.line_num}: {error}")
            if len(faults) == MOST_FAULTS:
                break
    except _Fault as error:
        faults.append(f"{error.line or max(reader.line_num, 1)}: {error}")
    except csv.Error as error:
        faults.append(f"{reader.line_num}: {error}. {SAVE_AGAIN}")
    if faults:
        raise BadLog(path, faults, more=len(faults) == MOST_FAULTS)
    return rows


def _bounded(lines: TextIO) -> Iterator[str]:
    """Yield the lines of a file; raises ``_Fault`` for what is no text in lines, or has too many."""
    number = 0
    while line := lines.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise _Fault(f"the line has {LONGEST_LINE:,} letters or more. {SAVE_AGAIN}", number)
        if "\0" in line:
            raise _Fault(f"the line holds a NUL byte. {SAVE_AGAIN}", number)
        if number > MOST_LINES:
            raise _Fault(
                f"the file has more than {MOST_LINES:,} lines. Leave the oldest answers out.", number
            )
        yield line


def _columns(names: list[str]) -> Mapping[str, int]:
    """Return the places of the columns that are read; raises ``_Fault`` for one missing or doubled."""
    found = [name.strip().casefold() for name in names]
    missing = [name for name in NEEDED if name not in found]
    if missing:
        there = _shown(", ".join(names)) if names else "nothing"
        raise _Fault(
            f"the first line has to name the columns, and has {there}, without {', '.join(missing)}. "
            f"Write `{','.join((*NEEDED, *OPTIONAL))}` as the first line."
        )
    double = [name for name in (*NEEDED, *OPTIONAL) if found.count(name) > 1]
    if double:
        raise _Fault(f"the column {double[0]} is there twice. Leave one of them out.")
    return {name: found.index(name) for name in (*NEEDED, *OPTIONAL) if name in found}


def _row(cells: list[str], columns: Mapping[str, int]) -> _Row:
    if len(cells) <= max(columns.values()):
        raise _Fault(f"the line has {len(cells)} values, too few for its columns. Fill it up or delete it.")
    value = {name: cells[place].strip() for name, place in columns.items()}
    if not value["card_id"]:
        raise _Fault("card_id is empty. Write what tells the card from others.")
    at = _number(value, "review_time", "milliseconds since 1970 in UTC, such as 1641816000000")
    if not FIRST_MS <= at <= LAST_MS:
        raise _Fault(
            f"review_time is {at}, which is not between 1980 and 3000. Write milliseconds since 1970 in UTC."
        )
    rating = _number(value, "review_rating", "1 (Again), 2 (Hard), 3 (Good) or 4 (Easy)", most=4)
    state = _optional(value, "review_state", "0 (new), 1 (learning), 2 (review) or 3 (relearning)", most=5)
    _optional(value, "review_duration", "milliseconds, 0 or more")
    return _Row(value["card_id"], at, rating, state)


def _optional(value: Mapping[str, str], name: str, wanted: str, most: int | None = None) -> int:
    """Return the number in a column that may be missing or empty; 0 then."""
    return _number(value, name, wanted, most=most) if value.get(name) else 0


def _number(value: Mapping[str, str], name: str, wanted: str, *, most: int | None = None) -> int:
    """Return a whole number of at least 0; data frames write those of columns with gaps as 3.0."""
    text = value[name]
    if not _NUMBER.fullmatch(text):
        raise _Fault(f"{name} is {_shown(text)}, which is no whole number. Write {wanted}.")
    number = int(text.removesuffix(".0"))
    if number < 0 or (most is not None and number > most):
        raise _Fault(f"{name} is {number}. Write {wanted}.")
    return number


def _shown(text: str) -> str:
    line = clean_line(text)
    return f"`{line if len(line) <= LONGEST_SHOWN else line[:LONGEST_SHOWN] + '…'}`"


def _kept(rows: list[_Row]) -> ReadLog:
    answers = sorted((row for row in rows if row.rating), key=lambda row: row.at_ms)
    first: dict[str, int] = {}
    for row in answers:
        first.setdefault(row.card, row.state)
    begun = {card for card, state in first.items() if state >= BEGUN}
    kept = tuple(
        Logged(row.card, datetime.fromtimestamp(row.at_ms / 1000, UTC), Rating(row.rating))
        for row in answers
        if row.card not in begun
    )
    return ReadLog(kept, len(begun), len(rows) - len(answers))
