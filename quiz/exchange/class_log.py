"""Logs of many learners as one lazy frame of answers, read by Polars in pieces, so that they may be large.

What is named is a file or a folder: a log that `quiz export` wrote, in any of its formats; a folder of
such folders; or a file of anybody's data as CSV or Parquet with the columns learner, question and points.

Who a learner is: the same name is the same learner, in all logs. Only ``me``, which is nobody's name, is
somebody else in each log, unless the logs share a device. The same event in two logs is one answer.

More than one machine
---------------------
What follows in `quiz.study.classes` are group-bys on (learner, question, version), on learner and on
question, with joins by these keys; nothing else sees single answers. For a log that no machine holds (it has
not been tried): export as Parquet into folders by learner (``learner=.../reviews.parquet``), so that the
first two group-bys stay within a folder, and run the same query on an engine that is there already, as
SQL of Spark, Dask or DuckDB, or on a distributed engine of Polars. The sums of `quiz.progress.class_sums` are
added up over machines, but for the sorted products: they need the answers to one question in one place.

Measured (``python -m tests.bench.class_growth``: two cores, seconds and peak of memory of one process;
each learner answers 500 choices once, all columns of the log are there)::

    answers     Parquet         JSON lines      CSV             learner,question,points
    100,000     1.3 s, 0.16 GB  1.6 s, 0.19 GB  0.8 s, 0.16 GB  0.5 s, 0.12 GB
    1,000,000   5.8 s, 0.40 GB  12 s, 0.41 GB   2.9 s, 0.61 GB  2.8 s, 0.48 GB
    10,000,000  38 s, 2.2 GB    65 s, 2.2 GB    39 s, 3.1 GB    24 s, 2.1 GB

Time and memory grow with the answers, the memory by some 200 bytes each (300 of CSV).
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from quiz.errors import QuizError, UsageFault
from quiz.exchange.class_lines import NEEDED, NoClassLog, json_tables
from quiz.exchange.class_names import Devices, order, renamed
from quiz.exchange.log_files import Format, file_of
from quiz.exchange.log_reading import read_log
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import polars as pl

PLAIN = ("learner", "question", "points")
SHOWN_FAULTS = 10
PARTS_APART = "\x1e"
_TEXT = r'"(?:[^"\\]|\\.)*"'
_TEXTS = rf"(?:\s*{_TEXT}\s*,?)*"


class NoPolars(UsageFault):
    """The extra that reads logs of classes is not installed."""

    def __init__(self) -> None:
        super().__init__("Logs of a class need the library polars. Run `pip install 'quiz-study[class]'`.")


class BadAnswers(QuizError):
    """Answers of a file are not what they should be; each is told with its row."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join([*faults[:SHOWN_FAULTS], "Nothing was counted. Mend these rows first."]))


class Log(NamedTuple):
    """One log: its path, and the tables that are needed of it, all columns as text but points."""

    path: Path
    tables: dict[str, pl.LazyFrame]
    is_plain: bool


def polars() -> object:
    """Return the library; raises ``NoPolars``."""
    try:
        import polars as pl  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NoPolars from error
    return pl


def answers(paths: Sequence[Path], scratch: Path) -> pl.LazyFrame:
    """Return all answers of logs that stand, of which nothing is read yet but JSON lines.

    These are brought into Parquet first, piece by piece, in the folder ``scratch``. Columns: learner,
    question, revision and sitting (categories; the sitting is empty but in exams), order (rising within
    each learner), points (null where there are none that can be), detail (a category: the kind, the
    option picked and those offered as JSON, empty parts where there are none). Exams that are not over
    are left out. Raises ``NoPolars``, ``NoClassLog``.
    """
    polars()
    logs = [log for path in paths for log in find_logs(path, scratch)]
    import polars as pl  # noqa: PLC0415 - an extra

    frames = [plain_answers(log, number) for number, log in enumerate(logs) if log.is_plain]
    exported = [log for log in logs if not log.is_plain]
    if exported:
        frames.append(_exported(exported))
    return pl.concat(frames)


def find_logs(path: Path, scratch: Path) -> list[Log]:
    """Return the logs that a path names, in the order of their paths; raises ``NoClassLog``."""
    if not path.exists():
        raise NoClassLog(path, "does not exist")
    if path.is_file():
        return [_file(path, scratch)]
    found = list(_folder(path, scratch))
    if not found:
        raise NoClassLog(path, "holds no log")
    return found


def _folder(folder: Path, scratch: Path) -> Iterator[Log]:
    """Yield the log of a folder; where it is none itself, the plain files in it, and the logs below."""
    one = next((form for form in Format if file_of(folder, _first(form), form).is_file()), None)
    if one is not None:
        yield _log(folder, one, scratch)
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():  # links can go round in a circle
            yield from _folder(path, scratch)
        elif path.is_file() and path.suffix in {".csv", ".parquet", ".jsonl"}:
            yield _file(path, scratch)


def _first(form: Format) -> str:
    return "log" if form is Format.JSONL else "reviews"


def _file(path: Path, scratch: Path) -> Log:
    form = next((one for one in Format if path.suffix == f".{one.value}"), None)
    if form is None:
        raise NoClassLog(path, "is neither JSON lines nor CSV nor Parquet")
    if form is Format.JSONL:
        return Log(path, json_tables(path, scratch), is_plain=False)
    if path.stem == _first(form) and file_of(path.parent, "undos", form).is_file():
        return _log(path.parent, form, scratch)
    frame = _scan(path, form)
    if not set(PLAIN) <= set(_columns(path, frame)):
        raise NoClassLog(path, f"lacks one of the columns {', '.join(PLAIN)}")
    return Log(path, {"plain": frame}, is_plain=True)


def _log(folder: Path, form: Format, scratch: Path) -> Log:
    if form is Format.JSONL:
        path = file_of(folder, "log", form)
        return Log(path, json_tables(path, scratch), is_plain=False)
    tables = {}
    for table, names in NEEDED.items():
        file = file_of(folder, table, form)
        if not file.is_file():
            raise NoClassLog(folder, f"lacks {file.name}")
        frame = _scan(file, form)
        if missing := set(names.split()) - set(_columns(file, frame)):
            raise NoClassLog(file, f"lacks the column {min(missing)}")
        tables[table] = frame.select(_as_needed(name) for name in names.split())
    return Log(folder, tables, is_plain=False)


def _as_needed(name: str) -> pl.Expr:
    """Return a column in the sort that it has in all forms: text, but for points."""
    import polars as pl  # noqa: PLC0415 - an extra

    return pl.col(name).cast(pl.Float64 if name == "score" else pl.String, strict=False)


def _scan(path: Path, form: Format) -> pl.LazyFrame:
    import polars as pl  # noqa: PLC0415 - an extra

    if form is Format.PARQUET:
        return pl.scan_parquet(path)
    return pl.scan_csv(path, infer_schema=False)


def _columns(path: Path, frame: pl.LazyFrame) -> list[str]:
    import polars as pl  # noqa: PLC0415 - an extra

    try:
        return frame.collect_schema().names()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise NoClassLog(path, "cannot be read") from error


def plain_answers(log: Log, number: int) -> pl.LazyFrame:
    """Return the answers of a plain file, as ``answers`` does; a row is later than those above it."""
    import polars as pl  # noqa: PLC0415 - an extra

    category = pl.Categorical
    return (
        log.tables["plain"]
        .with_row_index("row")
        .select(
            pl.col("learner").cast(pl.String).str.strip_chars().replace("", None).cast(category),
            pl.col("question").cast(pl.String).str.strip_chars().replace("", None).cast(category),
            revision=pl.lit("").cast(category),
            sitting=pl.lit("").cast(category),
            order=pl.col("row").cast(pl.Int64) + (number << 40),
            points=_points("points"),
            detail=pl.lit(PARTS_APART * 2).cast(category),
        )
    )


def _points(name: str) -> pl.Expr:
    import polars as pl  # noqa: PLC0415 - an extra

    points = pl.col(name).cast(pl.Float64, strict=False)
    return pl.when(points.is_between(0, 1)).then(points).alias("points")


def _exported(logs: Sequence[Log]) -> pl.LazyFrame:
    import polars as pl  # noqa: PLC0415 - an extra

    def all_of(table: str) -> pl.LazyFrame:
        return pl.concat(log.tables[table] for log in logs)

    devices = Devices.of(log.tables["reviews"] for log in logs)
    taken_back = all_of("undos").select("review").unique()
    running = all_of("sittings").filter(pl.col("mode") == "exam", pl.col("ended_at").is_null()).select("id")
    reviews = pl.concat(
        log.tables["reviews"].with_columns(learner=devices.learner(number)) for number, log in enumerate(logs)
    )
    kept = reviews.join(taken_back, left_on="id", right_on="review", how="anti").join(
        running, left_on="session", right_on="id", how="anti"
    )
    is_exam = pl.col("mode") == "exam"
    named = renamed(kept.with_columns(order=order("id")), all_of("renames"))
    return named.select(
        pl.col("learner").cast(pl.Categorical),
        pl.col("card").alias("question").cast(pl.Categorical),
        pl.col("revision").cast(pl.Categorical),
        pl.when(is_exam).then("session").otherwise(pl.lit("")).alias("sitting").cast(pl.Categorical),
        "order",
        _points("score"),
        _detail().cast(pl.Categorical),
    )


def _detail() -> pl.Expr:
    """Return the kind, and as JSON what was picked and offered; of orders and the like only how many."""
    import polars as pl  # noqa: PLC0415 - an extra

    response = pl.col("response")
    shown = response.str.extract(rf'"shown"\s*:\s*\[({_TEXTS})\]').fill_null("")
    picked = response.str.extract(rf'"picked"\s*:\s*\[\s*({_TEXT})').fill_null("")
    is_single = pl.col("kind").is_in(["choice", "true-false"])
    is_picked = pl.col("kind").is_in(["several", "order", "match"])
    single = pl.concat_str("kind", picked, shown, separator=PARTS_APART)
    many = pl.concat_str("kind", pl.lit(""), shown.str.count_matches(_TEXT), separator=PARTS_APART)
    typed = pl.concat_str("kind", pl.lit(PARTS_APART * 2))
    return pl.when(is_single).then(single).when(is_picked).then(many).otherwise(typed).alias("detail")


def tell_faults(paths: Iterable[Path], scratch: Path) -> None:
    """Read logs whose answers could not be read, for the places of what is wrong.

    Raises ``BadAnswers``, ``NoClassLog`` and what ``read_log`` raises; nothing when all is well.
    """
    for log in (log for path in paths for log in find_logs(path, scratch)):
        if log.is_plain:
            _tell_plain(log)
        else:
            for _ in read_log(log.path):
                pass


def _tell_plain(log: Log) -> None:
    import polars as pl  # noqa: PLC0415 - an extra

    try:
        wrong = (
            plain_answers(log, 0)
            .filter(pl.any_horizontal(pl.col(*PLAIN).is_null()))
            .select("order", *(pl.col(name).is_null() for name in PLAIN))
            .head(SHOWN_FAULTS)
            .collect(engine="streaming")
        )
    except (pl.exceptions.PolarsError, OSError) as error:
        raise NoClassLog(log.path, f"cannot be read: {str(error).partition('.')[0]}") from error
    say = functools.partial(_wrong_row, clean_line(str(log.path)))
    if faults := [say(row) for row in wrong.iter_rows(named=True)]:
        raise BadAnswers(faults)


def _wrong_row(path: str, row: dict[str, object]) -> str:
    name = next(name for name in PLAIN if row[name])
    what = "has to be a number from 0 to 1" if name == "points" else "is empty"
    return f"{path}, row {int(str(row['order'])) + 1}: `{name}` {what}"
