"""The answers of a class, summed up by Polars as the classical figures need them.

The first answer of each learner to each question as it is now counts, in exams every one: what comes later
is practised. Single answers are held as numbers, after the log was read in pieces; at the peak that is some
200 bytes each.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.errors import UsageFault
from quiz.exchange.class_log import BadAnswers, answers, tell_faults
from quiz.progress.class_list import ClassTable
from quiz.progress.class_sums import ClassSums, Pairs, Picks, QuestionSums
from quiz.progress.classical import class_row, question_row
from quiz.progress.classical_faults import faults
from quiz.study.class_details import Detail, Details
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

SOME = 3
TAKER = ("learner", "sitting")


class NotInLog(UsageFault):
    """No question of the logs has the name that was given, nor is of a bank with it."""

    def __init__(self, word: str, some: Sequence[str]) -> None:
        told = f" There is {', '.join(map(clean_line, some))}." if some else ""
        super().__init__(f"No question and no bank of the logs is named {clean_line(word)!r}.{told}")


class Meant(NamedTuple):
    """Questions that figures are reckoned over, and those of them that are told."""

    scope: frozenset[str]
    told: frozenset[str]


def class_table(paths: Sequence[Path], words: Sequence[str] = ()) -> ClassTable:
    """Read logs and return their figures; ``words``: of these questions and banks alone.

    A question is held against those of its bank, also where it is named alone. Raises
    ``NoPolars``, ``NoClassLog``, ``BadAnswers``, ``BadLogFile``, ``NotInLog``.
    """
    found, earlier = counted(paths)
    import polars as pl  # noqa: PLC0415 - an extra

    named = meant(found["question"].unique().cast(pl.String).sort().to_list(), words)
    if words:
        found = found.filter(pl.col("question").cast(pl.String).is_in(list(named.scope)))
    sums, questions = summed(found)
    whole = class_row(sums)
    alpha = whole.reliability and whole.reliability.alpha
    told = [one for one in questions if one.question in named.told]
    return ClassTable(
        learners=found["learner"].n_unique(),
        earlier=sum(earlier.get(one.question, 0) for one in told),
        whole=whole,
        questions=tuple(map(question_row, told)),
        findings=tuple(finding for one in told for finding in faults(one, alpha)),
    )


def meant(names: Sequence[str], words: Sequence[str]) -> Meant:
    """Return what words mean among the names of questions; without words all. Raises ``NotInLog``.

    A word is a bank, a question, or a card of one.
    """
    scope, told = set[str](), set[str]()
    for word in words:
        of_bank = {name for name in names if name.startswith(f"{word}/")}
        of_question = {name for name in names if name == word or name.startswith(f"{word}#")}
        if not of_bank and not of_question:
            raise NotInLog(word, names[:SOME])
        banks = {_bank(name) for name in of_question}
        told |= of_bank | of_question
        scope |= of_bank | {name for name in names if _bank(name) in banks}
    return Meant(frozenset(scope), frozenset(told)) if words else Meant(frozenset(names), frozenset(names))


def _bank(name: str) -> str:
    return name.partition("#")[0].rpartition("/")[0]


class Counted(NamedTuple):
    """Answers that count: learner, question, sitting, points and detail of each.

    ``earlier`` has for questions that were changed how many are left out, since they were given before.
    """

    answers: pl.DataFrame
    earlier: dict[str, int]


def counted(paths: Sequence[Path]) -> Counted:
    """Return the answers that count; raises as ``class_table`` does."""
    with TemporaryDirectory(prefix="quiz-") as scratch:
        return _counted(paths, Path(scratch))


def _counted(paths: Sequence[Path], scratch: Path) -> Counted:
    lazy = answers(paths, scratch)
    import polars as pl  # noqa: PLC0415 - an extra

    try:
        found = _first(lazy).collect(engine="streaming")
    except (pl.exceptions.PolarsError, OSError) as error:
        tell_faults(paths, scratch)
        raise BadAnswers([f"The logs cannot be read: {str(error).partition(chr(10))[0]}."]) from error
    if found["bad"].any() or found["learner"].null_count() or found["question"].null_count():
        tell_faults(paths, scratch)
        raise BadAnswers(["An answer has no points from 0 to 1, or its id is none of an event."])
    latest, earlier = _latest(found.drop("bad"))
    return Counted(_before_exams(latest).drop("order"), earlier)


def _first(lazy: pl.LazyFrame) -> pl.LazyFrame:
    """Return the first answer of each learner to each version of a question, in exams of each exam."""
    import polars as pl  # noqa: PLC0415 - an extra

    first = pl.col("order").arg_min()
    return lazy.group_by(*TAKER, "question", "revision").agg(
        pl.col("order").min(),
        pl.col("points").get(first),
        pl.col("detail").get(first),
        bad=(pl.col("points").is_null() | pl.col("order").is_null()).any(),
    )


def _latest(found: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, int]]:
    """Return the answers to the latest version of each question, and how many are left out of each.

    The latest is the one that was met last for the first time by anybody: who goes on with an old bank
    does not bring an old version back.
    """
    import polars as pl  # noqa: PLC0415 - an extra

    versions = (
        found.lazy().group_by("question", "revision").agg(pl.col("order").min(), number=pl.len()).collect()
    )
    is_latest = pl.col("order") == pl.col("order").max().over("question")
    others = (
        versions.filter(~is_latest).group_by(pl.col("question").cast(pl.String)).agg(pl.col("number").sum())
    )
    if not others.height:
        return found.drop("revision"), {}
    kept = found.join(versions.filter(is_latest), on=["question", "revision"], how="semi")
    return kept.drop("revision"), dict(others.rows())


def _before_exams(found: pl.DataFrame) -> pl.DataFrame:
    """Leave out answers outside of exams that came after one in an exam: they are not the first."""
    import polars as pl  # noqa: PLC0415 - an extra

    if found["sitting"].n_unique() <= 1:
        return found
    first = pl.col("order").min().over("learner", "question")
    return found.filter((pl.col("sitting") != "") | (pl.col("order") == first))


def summed(found: pl.DataFrame) -> tuple[ClassSums, list[QuestionSums]]:
    """Return the sums of answers that count, and those of each question in the order of names."""
    import polars as pl  # noqa: PLC0415 - an extra

    details = Details.of(found["detail"].unique().cast(pl.String).to_list())
    numbers = pl.LazyFrame(details.numbers, schema={"detail": pl.String, "which": pl.UInt32}, orient="row")
    numbers = numbers.with_columns(pl.col("detail").cast(pl.Categorical))
    points = pl.col("points")
    takers = found.lazy().group_by(TAKER).agg(number=pl.len(), total=points.sum()).collect()
    rest = pl.when(pl.col("number") > 1).then((pl.col("total") - points) / (pl.col("number") - 1))
    rested = found.lazy().join(takers.lazy(), on=TAKER).join(numbers, on="detail")
    rested = rested.select("question", "points", "which", rest=rest)
    by_question, by_detail = pl.collect_all(
        [
            rested.group_by("question").agg(_question_sums()),
            rested.group_by("question", "which").agg(_pick_sums()),
        ],
        engine="streaming",
    )
    of: dict[str, list[tuple[Detail, dict[str, Any]]]] = {}
    for row in by_detail.with_columns(pl.col("question").cast(pl.String)).iter_rows(named=True):
        of.setdefault(row["question"], []).append((details.known[row["which"]], row))
    named = by_question.with_columns(pl.col("question").cast(pl.String)).sort("question")
    questions = [_question(row, of[row["question"]]) for row in named.iter_rows(named=True)]
    return _whole(found, takers, by_question), questions


def _question_sums() -> list[pl.Expr]:
    import polars as pl  # noqa: PLC0415 - an extra

    points, rest = pl.col("points"), pl.col("rest")
    paired = points.filter(rest.is_not_null())
    return [
        pl.len().alias("answers"),
        points.sum().alias("sum"),
        (points * points).sum().alias("sum_squares"),
        rest.count().alias("number"),
        paired.sum().alias("points"),
        (paired * paired).sum().alias("squares"),
        rest.sum().alias("rests"),
        (rest * rest).sum().alias("rest_squares"),
        (points * rest).sum().alias("products"),
        (paired.sort() * rest.drop_nulls().sort()).sum().alias("sorted_products"),
    ]


def _pick_sums() -> list[pl.Expr]:
    import polars as pl  # noqa: PLC0415 - an extra

    rest = pl.col("rest")
    return [
        pl.len().alias("answers"),
        pl.col("points").sum(),
        rest.count().alias("paired"),
        rest.sum().alias("rests"),
        (rest * rest).sum().alias("rest_squares"),
    ]


def _question(row: dict[str, Any], details: Sequence[tuple[Detail, dict[str, Any]]]) -> QuestionSums:
    commonest = max(details, key=lambda pair: (pair[1]["answers"], pair[0]))[0]
    return QuestionSums(
        question=row["question"],
        answers=row["answers"],
        points=row["sum"],
        squares=row["sum_squares"],
        pairs=Pairs(*(row[name] for name in Pairs._fields)),
        picks=_picks(details),
        by_chance=commonest.by_chance,
    )


def _picks(details: Sequence[tuple[Detail, dict[str, Any]]]) -> tuple[Picks, ...]:
    """Return the sums of each option that was offered; those of questions of which one is picked."""
    of: dict[str, Picks] = {}
    for detail, row in details:
        for option in detail.options:
            of.setdefault(option, Picks(option, 0, 0.0, 0, 0.0, 0.0))
        if detail.picked:
            new = (row[name] for name in Picks._fields[1:])
            of[detail.picked] = Picks(
                detail.picked, *(a + b for a, b in zip(of[detail.picked][1:], new, strict=True))
            )
    return tuple(sorted(of.values(), key=lambda one: (-one.answers, one.option)))


def _whole(found: pl.DataFrame, takers: pl.DataFrame, by_question: pl.DataFrame) -> ClassSums:
    import polars as pl  # noqa: PLC0415 - an extra

    means = by_question.select("question", mean=pl.col("sum") / pl.col("answers")).lazy()
    off = pl.col("points") - pl.col("mean")
    by_taker = (
        found.lazy()
        .join(means, on="question")
        .group_by(TAKER)
        .agg(between=off.sum() ** 2 / pl.len(), deviations=(off * off).sum())
        .select(pl.col("between", "deviations").sum())
        .collect(engine="streaming")
    )
    share = pl.col("total") / pl.col("number")
    of_takers = takers.select(
        learners=pl.len(),
        answers=pl.col("number").cast(pl.Int64).sum(),
        answers_squared=(pl.col("number").cast(pl.Int64) ** 2).sum(),
        shares=share.sum(),
        share_squares=(share * share).sum(),
    )
    return ClassSums(
        questions=by_question.height,
        only_whole=found.select(pl.col("points").is_in([0.0, 1.0]).all()).item(),
        **of_takers.row(0, named=True),
        **by_taker.row(0, named=True),
    )
