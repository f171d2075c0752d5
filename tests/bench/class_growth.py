"""How time and memory of ``quiz items --log`` grow with the log of a class.

``python -m tests.bench.class_growth [ANSWERS]...`` makes a log of so many answers for each form that is read
(by default of 100 thousand, 1 and 10 million), runs the reckoning in a process of its own, and
prints how long it took, its peak of memory, and how large the log is. Each learner answers 500
choices of four options once, in an order of their own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.exchange.log_files import HEAD
from quiz.logged import LOG, Sort

if TYPE_CHECKING:
    import polars as pl

QUESTIONS = 500
SIZES = (100_000, 1_000_000, 10_000_000)
FORMS = ("parquet", "jsonl", "csv", "plain")
WRITE = """
import sys
from pathlib import Path
from tests.bench.class_growth import write
print(write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
"""
RECKON = """
import sys
from pathlib import Path
from quiz.study.classes import class_table
print(class_table([Path(sys.argv[1])]).whole.answers)
"""


def reviews(answers: int) -> pl.LazyFrame:
    """Return a table of reviews, with all columns, of which nothing is made yet."""
    import polars as pl  # noqa: PLC0415 - an extra

    row = pl.col("row")
    learner, question = row // QUESTIONS, (row * 7 + row // QUESTIONS) % QUESTIONS
    draw = (row.hash(1) % 1_000_000) / 1_000_000
    ability, hardness = (learner.hash(2) % 1000) / 1000, (question.hash(3) % 1000) / 1000
    pick = pl.when(draw < 0.3 + 0.4 * ability + 0.3 * (1 - hardness)).then(0).otherwise(1 + row.hash(4) % 3)
    digits = row.cast(pl.String).str.zfill(15)
    event = pl.concat_str(
        pl.lit("019"), digits.str.slice(0, 5), pl.lit("-"), digits.str.slice(5, 4), pl.lit("-7")
    )
    event = pl.concat_str(
        event, digits.str.slice(9, 3), pl.lit("-8"), digits.str.slice(12, 3), pl.lit("-0123456789ab")
    )
    option = pl.concat_str(pl.lit("option "), pick.cast(pl.String))
    made = {
        "id": event,
        "learner": pl.concat_str(pl.lit("learner-"), learner.cast(pl.String)),
        "card": pl.concat_str(pl.lit("course/question-"), question.cast(pl.String)),
        "kind": pl.lit("choice"),
        "mode": pl.lit("study"),
        "score": (pick == 0).cast(pl.Float64),
        "response": pl.concat_str(
            pl.lit('{"picked":["'),
            option,
            pl.lit('"],"shown":["option 2","option 0","option 3","option 1"]}'),
        ),
    }
    fill = {
        Sort.WHOLE: pl.lit(1),
        Sort.INSTANT: pl.lit("2026-03-02T12:00:00.000Z"),
        Sort.DAY: pl.lit("2026-03-02"),
    }
    columns = [
        made.get(name, fill.get(sort, pl.lit("abcdefgh"))).alias(name)
        for name, sort in LOG["reviews"].columns
    ]
    return pl.LazyFrame().select(row=pl.int_range(answers, dtype=pl.Int64)).select(columns)


def write(folder: Path, form: str, answers: int) -> Path:
    """Write a log in one of the forms and return what is to be named."""
    import polars as pl  # noqa: PLC0415 - an extra

    frame = reviews(answers)
    if form == "plain":
        path = folder / "class.csv"
        frame.select("learner", question="card", points="score").sink_csv(path)
        return path
    if form == "jsonl":
        path = folder / "log.jsonl"
        frame.select(pl.lit("reviews").alias("table"), pl.all()).sink_ndjson(folder / "rows")
        with path.open("w", encoding="utf-8") as file:
            file.write(f"{str(HEAD).replace(chr(39), chr(34))}\n")
        subprocess.run(["sh", "-c", 'cat "$1" >> "$2"', "sh", folder / "rows", path], check=True)
        (folder / "rows").unlink()
        return path
    for table, logged in LOG.items():
        empty = pl.LazyFrame(schema=dict.fromkeys(logged.names, pl.String))
        one = frame if table == "reviews" else empty
        path = folder / f"{table}.{form}"
        one.sink_parquet(path) if form == "parquet" else one.sink_csv(path)
    return folder


def written(folder: str, form: str, answers: int) -> Path:
    """Write a log in a process of its own: what this one holds would count for those that it starts."""
    words = [sys.executable, "-c", WRITE, folder, form, str(answers)]
    return Path(subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip())


def measured(path: Path) -> tuple[float, int]:
    """Return the seconds that a process takes to reckon a log, and its peak of memory in MB."""
    began = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", RECKON, str(path)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, "reckon")
    return time.perf_counter() - began, usage.ru_maxrss // 1024


def main(sizes: tuple[int, ...], forms: tuple[str, ...]) -> None:
    """Print a table of Markdown."""
    sys.stdout.write("| answers | form | log, MB | seconds | peak, MB |\n|---:|---|---:|---:|---:|\n")
    for form in forms:
        for answers in sizes:
            with tempfile.TemporaryDirectory() as folder:
                path = written(folder, form, answers)
                files = [path] if path.is_file() else list(path.iterdir())
                large = sum(file.stat().st_size for file in files) / 1e6
                seconds, peak = measured(path)
            sys.stdout.write(f"| {answers:,} | {form} | {large:,.0f} | {seconds:.1f} | {peak:,} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    words = sys.argv[1:]
    main(
        tuple(int(word) for word in words if word.isdecimal()) or SIZES,
        tuple(word for word in words if word in FORMS) or FORMS,
    )
