"""The log read from files that were exported, row by row, with the place of whatever is wrong in them."""

from __future__ import annotations

import csv
import json
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from quiz.errors import QuizError, UsageFault
from quiz.exchange.log_files import HEAD, Format, NoParquet, file_of
from quiz.exchange.log_values import Row, fault, from_texts
from quiz.logged import LOG
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

AT_ONCE = 1_000
MOST_FAULTS = 20
LONGEST_LINE = 4_000_000
"""Longer lines, in characters, are of no log: answers have at most 10,000."""


class Placed(NamedTuple):
    """A row of the log, and the line (in Parquet: the row), from 1, at which it stood."""

    line: int
    row: Row


class Batch(NamedTuple):
    """Rows of one table that follow each other in a file, at most a thousand."""

    table: str
    path: str
    placed: Sequence[Placed]

    def place(self, number: int) -> str:
        """Return where a row of it stands, as ``path:line``."""
        return f"{self.path}:{self.placed[number].line}"


class BadLogFile(QuizError):
    """A file of a log has faults; each is told with its line."""

    def __init__(self, faults: Sequence[str]) -> None:
        more = ["There may be more; these come first."] if len(faults) >= MOST_FAULTS else []
        super().__init__("\n".join([*faults[:MOST_FAULTS], *more, "Nothing was taken in."]))


class NotALog(UsageFault):
    """What is named is no exported log."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{clean_line(str(path))} {reason}. Name a file log.jsonl, or a folder, that `quiz export` wrote."
        )


class _Fault(Exception):
    """A line that is no row of the log."""


def read_log(path: Path) -> Iterator[Batch]:
    """Yield the rows of a log: of a file of JSON lines, or of a folder with files of any format.

    Rows of JSON lines may stand in any order, and twice. Raises ``NotALog``, ``NoParquet``, and
    at the end ``BadLogFile`` for whatever was wrong, all of it up to twenty faults.
    """
    faults: list[str] = []
    for table, file, rows in _files(path):
        shown = clean_line(str(file))
        yield from _batches(_sound(rows, table, shown, faults), shown)
        if len(faults) >= MOST_FAULTS:
            break
    if faults:
        raise BadLogFile(faults)


def _files(path: Path) -> Iterator[tuple[str, Path, Iterator[tuple[int, Any]]]]:
    """Yield each file of a log with what its lines hold; the table is empty where each line names its own."""
    if path.is_file():
        yield "", path, _json_lines(path)
        return
    if not path.is_dir():
        raise NotALog(path, "does not exist")
    if file_of(path, "log", Format.JSONL).is_file():
        yield from _files(file_of(path, "log", Format.JSONL))
        return
    form = next(
        (one for one in (Format.CSV, Format.PARQUET) if file_of(path, "reviews", one).is_file()), None
    )
    if form is None:
        raise NotALog(path, "holds no exported log")
    for table in LOG:
        file = file_of(path, table, form)
        if not file.is_file():
            raise NotALog(path, f"lacks {file.name}")
        yield table, file, _csv_rows(file, table) if form is Format.CSV else _parquet_rows(file, table)


def _sound(
    rows: Iterator[tuple[int, Any]], table: str, shown: str, faults: list[str]
) -> Iterator[tuple[str, Placed]]:
    """Yield the rows that are as they should be, with their table; what is wrong goes to ``faults``."""
    for line, found in rows:
        if isinstance(found, _Fault):
            wrong: str | None = str(found)
            name, row = table, ()
        else:
            name, row = (table, found) if table else found
            wrong = fault(row, LOG[name])
        if wrong is None:
            yield name, Placed(line, row)
            continue
        faults.append(f"{shown}:{line}: {clean_line(wrong)}")
        if len(faults) >= MOST_FAULTS:
            return


def _batches(found: Iterable[tuple[str, Placed]], shown: str) -> Iterator[Batch]:
    table, placed = "", list[Placed]()
    for name, one in found:
        if placed and (name != table or len(placed) >= AT_ONCE):
            yield Batch(table, shown, placed)
            placed = []
        table = name
        placed.append(one)
    if placed:
        yield Batch(table, shown, placed)


def _json_lines(path: Path) -> Iterator[tuple[int, Any]]:
    with _opened(path) as file:
        for number, line in enumerate(_lines(file), 1):
            if not line.strip():
                continue
            values = _json(line)
            if number == 1 and values != HEAD:
                raise NotALog(path, "does not begin as a log does")
            if values != HEAD:
                yield number, values if isinstance(values, _Fault) else _from_json(values)


def _json(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return _Fault("this is no line of JSON; it may have been cut off")


def _lines(file: IO[str]) -> Iterator[str]:
    """Yield the lines; one that is too long is cut, and then no JSON."""
    while line := file.readline(LONGEST_LINE):
        yield line
        while len(line) == LONGEST_LINE and not line.endswith("\n"):
            line = file.readline(LONGEST_LINE)


def _from_json(values: object) -> tuple[str, Row] | _Fault:
    table = values.get("table") if isinstance(values, dict) else None
    if not isinstance(values, dict) or not isinstance(table, str) or table not in LOG:
        return _Fault("this is no row of a log: `table` has to be one of " + ", ".join(LOG))
    names = LOG[table].names
    return _as_named(values.keys() - {"table"}, names) or (table, tuple(values[name] for name in names))


def _as_named(there: Iterable[str], names: Sequence[str]) -> _Fault | None:
    """Return what is wrong with the names of columns."""
    there = set(there)
    if missing := [name for name in names if name not in there]:
        return _Fault(f"`{missing[0]}` is missing")
    if unknown := sorted(there - set(names)):
        return _Fault(f"`{unknown[0]}` is no column of this table; a newer `quiz` may have written it")
    return None


def _csv_rows(path: Path, table: str) -> Iterator[tuple[int, Any]]:
    names = LOG[table].names
    with _opened(path) as file:
        reader = csv.reader(file, strict=True)
        try:
            head = next(reader, [])
            if wrong := _as_named(head, names):
                yield 1, wrong
                return
            order = [head.index(name) for name in names]
            for cells in reader:
                if len(cells) != len(head):
                    yield reader.line_num, _Fault(f"this line has {len(cells)} cells, the first {len(head)}")
                    continue
                yield reader.line_num, from_texts([cells[place] for place in order], LOG[table])
        except csv.Error as error:
            yield reader.line_num, _Fault(f"this is no CSV: {error}")


def _parquet_rows(path: Path, table: str) -> Iterator[tuple[int, Any]]:
    try:
        import polars as pl  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NoParquet from error
    try:
        frame = pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise NotALog(path, "cannot be read as Parquet") from error
    if wrong := _as_named(frame.columns, LOG[table].names):
        yield 1, wrong
        return
    yield from enumerate(frame.select(LOG[table].names).iter_rows(), 1)


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    """Open a text file; bytes that are no UTF-8 come as letters that no text has."""
    try:
        file = path.open(encoding="utf-8", errors="surrogateescape", newline="")
    except OSError as error:
        raise NotALog(path, f"cannot be read: {error.strerror}") from error
    with file:
        yield file
