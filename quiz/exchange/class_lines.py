"""Logs as JSON lines brought into Parquet, a piece at a time: what is held at once does not grow."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from quiz.errors import UsageFault
from quiz.exchange.log_files import HEAD
from quiz.exchange.log_reading import read_log
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    import polars as pl

AT_ONCE = 1 << 25
"""So many bytes of lines are read at once."""

NEEDED = {
    "reviews": "id device learner card revision kind response score mode session",
    "undos": "review",
    "sittings": "id mode ended_at",
    "renames": "id old_card new_card",
}
"""The columns of the log that figures of a class need, by table."""


class NoClassLog(UsageFault):
    """What is named holds no answers that could be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{clean_line(str(path))} {reason}. Name what `quiz export` wrote, a folder of such folders, "
            "or a CSV or Parquet file with the columns learner, question, points."
        )


def json_tables(path: Path, scratch: Path) -> dict[str, pl.LazyFrame]:
    """Return the tables of a log as JSON lines, after they were written into the folder ``scratch``.

    Raises ``NoClassLog``; for lines that are no JSON what ``read_log`` raises, with their places.
    """
    import polars as pl  # noqa: PLC0415 - an extra

    columns = {name for names in NEEDED.values() for name in names.split()}
    schema = dict.fromkeys(["table", *sorted(columns)], pl.String) | {"score": pl.Float64}
    stem = f"{sum(1 for _ in scratch.iterdir())}"
    empty = {
        table: pl.LazyFrame(schema={name: schema[name] for name in NEEDED[table].split()}) for table in NEEDED
    }
    parts = {table: [frame] for table, frame in empty.items()}
    try:
        for number, piece in enumerate(_pieces(path)):
            lines = pl.read_ndjson(io.BytesIO(piece), schema=schema)
            for table, names in NEEDED.items():
                found = lines.filter(pl.col("table") == table).select(names.split())
                if found.height:
                    part = scratch / f"{stem}-{number}-{table}.parquet"
                    found.write_parquet(part, compression="lz4", statistics=False)
                    parts[table].append(pl.scan_parquet(part))
    except pl.exceptions.PolarsError as error:
        for _ in read_log(path):
            pass
        raise NoClassLog(path, "cannot be read") from error
    return {table: pl.concat(frames) for table, frames in parts.items()}


def _pieces(path: Path) -> Iterator[bytes]:
    """Yield whole lines behind the head."""
    with path.open("rb") as file:
        if file.readline(2 * len(json.dumps(HEAD))).strip() != json.dumps(HEAD).encode():
            raise NoClassLog(path, "does not begin as a log does")
        yield from _lines(file)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(AT_ONCE):
        piece += file.readline()
        if piece.strip():
            yield piece
