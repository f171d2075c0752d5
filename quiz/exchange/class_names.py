"""Who answered what in logs of a class: learners without a name, and questions that were renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import polars as pl

NOBODY = "me"
"""The learner of who did not give a name."""


class Devices(NamedTuple):
    """For each log the first one that it shares a device with, itself where there is none."""

    first: Sequence[int]

    @classmethod
    def of(cls, reviews: Iterable[pl.LazyFrame]) -> Devices:
        """Return which logs share a device on which somebody without a name answered."""
        import polars as pl  # noqa: PLC0415 - an extra

        named = [frame.filter(learner=NOBODY).select("device").unique() for frame in reviews]
        found = pl.collect_all(named, engine="streaming")
        return cls(together([frame["device"].to_list() for frame in found]))

    def learner(self, log: int) -> pl.Expr:
        """Return the name of learners in a log, by which those without one are told apart."""
        import polars as pl  # noqa: PLC0415 - an extra

        somebody = pl.lit(f"{NOBODY}\n{self.first[log]}")
        return pl.when(pl.col("learner") == NOBODY).then(somebody).otherwise("learner")


def together(sets: Sequence[Iterable[str]]) -> list[int]:
    """Return for each set the number of the first one that it is joined to, over others if need be.

    Sets are joined when they share a member; an empty one is joined to itself alone.
    """
    first = list(range(len(sets)))
    seen: dict[str, int] = {}

    def root(number: int) -> int:
        while first[number] != number:
            number = first[number]
        return number

    for number, members in enumerate(sets):
        for member in members:
            ends = sorted((root(number), root(seen.setdefault(member, number))))
            first[ends[1]] = ends[0]
    return [root(number) for number in range(len(sets))]


class Rename(NamedTuple):
    """A card got another name; ``order`` is that of the event."""

    order: int
    old: str
    new: str


def renamed(reviews: pl.LazyFrame, renames: pl.LazyFrame) -> pl.LazyFrame:
    """Return answers with ``card`` as it is called now; renames are read at once, and are few."""
    import polars as pl  # noqa: PLC0415 - an extra

    rows = renames.select(order("id"), "old_card", "new_card").unique().collect(engine="streaming").rows()
    tables = steps([Rename(*row) for row in sorted(rows)])
    kinds = {"card": pl.String, "until": pl.Int64, "now": pl.String}
    for number, table in enumerate(tables):
        step = pl.LazyFrame(table, schema=kinds, orient="row").rename(
            {"until": f"u{number}", "now": f"n{number}"}
        )
        reviews = reviews.join(step, on="card", how="left")
    firsts = [
        pl.when(pl.col("order") < pl.col(f"u{number}")).then(f"n{number}") for number in range(len(tables))
    ]
    return reviews.with_columns(card=pl.coalesce(*firsts, "card"))


def steps(renames: Iterable[Rename]) -> list[list[tuple[str, int, str]]]:
    """Return tables of (name, until when, name now); the first one that fits an answer counts.

    ``renames`` are in order. A name is followed through all renames after the answer; the tables after the
    first are for names that were given again.
    """
    now: dict[str, str] = {}
    of: dict[str, list[tuple[str, int, str]]] = {}
    for rename in reversed(list(renames)):
        name = now[rename.old] = now.get(rename.new, rename.new)
        of.setdefault(rename.old, []).insert(0, (rename.old, rename.order, name))
    most = max(map(len, of.values()), default=0)
    return [[rows[step] for rows in of.values() if step < len(rows)] for step in range(most)]


def order(name: str) -> pl.Expr:
    """Return the first 64 bits of ids of events, which rise as the ids do; null for what is no id."""
    import polars as pl  # noqa: PLC0415 - an extra

    digits = pl.col(name).str.replace_all("-", "", literal=True).str.slice(0, 16)
    return digits.str.to_integer(base=16, strict=False).alias("order")
