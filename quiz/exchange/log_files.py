"""The log as files: JSON lines (all of it in one), CSV or Parquet (a file for each table).

Every row is there, in the order of ids, with the columns of ``quiz.logged``; the same log gives the
same bytes. Each file is written whole or not at all.
"""

from __future__ import annotations

import csv
import json
import os
from contextlib import contextmanager
from enum import StrEnum
from typing import IO, TYPE_CHECKING, NamedTuple

from quiz.errors import UsageFault
from quiz.logged import LOG, Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from quiz.exchange.log_values import Row
    from quiz.logged import Logged

HEAD = {"quiz": "log", "layout": 1}
"""The first line of a log as JSON lines."""


class Format(StrEnum):
    """How the log is written; the value is how the files end."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


class Table(NamedTuple):
    """What is to be written: the name, the columns with what they hold (str, int or float), and all rows."""

    name: str
    columns: Mapping[str, type]
    rows: Iterable[Row]


class NoParquet(UsageFault):
    """The extra that reads and writes Parquet is not installed."""

    def __init__(self) -> None:
        super().__init__("Parquet needs the library polars. Run `pip install 'quiz-study[class]'`.")


def log_files(folder: Path, form: Format) -> list[Path]:
    """Return the files that the log is written to."""
    names = ["log"] if form is Format.JSONL else list(LOG)
    return [file_of(folder, name, form) for name in names]


def file_of(folder: Path, name: str, form: Format) -> Path:
    """Return the file of a table."""
    return folder / f"{name}.{form.value}"


def write_log(folder: Path, form: Format, rows_of: Callable[[str], Iterable[Row]]) -> None:
    """Write all tables of the log into a folder that is there; ``rows_of`` gives the rows of one by name.

    Raises OSError, and ``NoParquet``.
    """
    tables = log_tables(rows_of)
    if form is Format.JSONL:
        with _whole(file_of(folder, "log", form)) as file:
            write_jsonl(file, tables)
    else:
        for table in tables:
            write_table(folder, form, table)


def log_tables(rows_of: Callable[[str], Iterable[Row]]) -> Iterator[Table]:
    """Yield the tables of the log; ``rows_of`` gives the rows of one by name."""
    return (Table(name, _types(table), rows_of(name)) for name, table in LOG.items())


def _types(table: Logged) -> dict[str, type]:
    return {name: {Sort.WHOLE: int, Sort.REAL: float}.get(sort, str) for name, sort in table.columns}


def write_table(folder: Path, form: Format, table: Table) -> None:
    """Write one table into a file of its own; raises as ``write_log`` does."""
    path = file_of(folder, table.name, form)
    if form is Format.PARQUET:
        _write_parquet(path, table)
        return
    with _whole(path) as file:
        if form is Format.CSV:
            _write_csv(file, table)
        else:
            file.writelines(_lines(table, {}))


def write_jsonl(file: IO[str], tables: Iterable[Table]) -> None:
    """Write tables as JSON lines behind a head; each line names its table first."""
    file.write(f"{json.dumps(HEAD)}\n")
    for table in tables:
        file.writelines(_lines(table, {"table": table.name}))


def _lines(table: Table, first: dict[str, str]) -> Iterator[str]:
    for row in table.rows:
        values = first | dict(zip(table.columns, row, strict=True))
        yield f"{json.dumps(values, ensure_ascii=False)}\n"


def _write_csv(file: IO[str], table: Table) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows)


def _write_parquet(path: Path, table: Table) -> None:
    try:
        import polars as pl  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NoParquet from error
    frame = pl.DataFrame(list(table.rows), schema=dict(table.columns), orient="row")
    with _replacing(path) as part:
        frame.write_parquet(part)


@contextmanager
def _whole(path: Path) -> Iterator[IO[str]]:
    """Give a file to write that becomes the one at ``path`` when all went well."""
    with _replacing(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
