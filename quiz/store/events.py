"""The log row by row, as it is exported, and rows of another log taken in: a union that changes no event."""

from __future__ import annotations

import json
import sqlite3
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from quiz.logged import CARDS, LOG
from quiz.store.damage import DamagedRow, reads
from quiz.store.log import review_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.store.opening import Store

Row: TypeAlias = "tuple[Any, ...]"

AT_ONCE = 1_000
NO_CARD = 0
"""The row id of a card that this database does not have; row ids begin with 1."""

_PLAN, _ENDED = (LOG["sittings"].names.index(name) for name in ("plan", "ended_at"))


class Taken(NamedTuple):
    """How many rows of a table were new here, and how many were here already."""

    new: int
    known: int


class Dangling(NamedTuple):
    """A row that refers, by a column, to a row that is nowhere."""

    table: str
    id: str
    column: str


REFERENCES = (
    ("reviews", "parameters", "parameter_sets"),
    ("undos", "review", "reviews"),
    ("adoptions", "parameters", "parameter_sets"),
    ("reschedules", "review", "reviews"),
)
"""Which columns of the log name rows of which tables."""


class Refused(Exception):
    """A row cannot be taken in; ``place`` counts the rows given, from 0."""

    def __init__(self, place: int, reason: str) -> None:
        super().__init__(reason)
        self.place = place


def rows(store: Store, table: str) -> Iterator[Row]:
    """Yield the rows of a table of the log, of all learners, by id.

    The cards in the plan of a sitting are named by their keys: row ids mean nothing elsewhere. A
    card that is not in the catalogue is null.
    """
    columns = ", ".join(LOG[table].names)
    found = store.db.execute(f"SELECT {columns} FROM {table} ORDER BY id")  # noqa: S608 - constants
    if table != "sittings":
        yield from found
        return
    keys = {card_id: key for key, card_id in _row_ids(store).items()}
    for row in found.fetchall():
        yield _with_plan(row, keys)


def card_rows(store: Store) -> Iterator[Row]:
    """Yield the columns of ``CARDS`` of every answered card of every learner, by learner and name."""
    yield from store.db.execute(
        f"""SELECT {", ".join(CARDS)} FROM card_states JOIN card_keys USING (card_id)
            ORDER BY learner, card"""  # noqa: S608 - constants
    )


def size(store: Store) -> tuple[int, int]:
    """Return how many answers the log has, those taken back too, and how many cards have a state."""
    answers, cards = store.db.execute(
        "SELECT (SELECT count(*) FROM reviews), (SELECT count(*) FROM card_states)"
    ).fetchone()
    return answers, cards


def take_in(store: Store, table: str, given: Iterable[Row]) -> Taken:
    """Write those of the rows that are not here yet; the caller holds the transaction.

    Raises ``Refused`` for a row that contradicts one that is here under the same id, or that
    makes no sense; whether it refers to rows that are nowhere, ``dangling`` says when all are in.
    """
    if table == "sittings":
        ids = _row_ids(store)
        given = (_with_plan(row, ids, NO_CARD) for row in given)
    new = known = 0
    left = iter(given)
    while batch := list(islice(left, AT_ONCE)):
        fresh = list(_fresh(store, table, batch, new + known))
        _insert(store, table, fresh, new + known, batch)
        new, known = new + len(fresh), known + len(batch) - len(fresh)
    return Taken(new, known)


def dangling(store: Store) -> Dangling | None:
    """Return a row that refers to one which is nowhere; None when all is well."""
    for table, column, other in REFERENCES:
        row = store.db.execute(
            f"""SELECT id FROM {table} WHERE {column} NOT IN (SELECT id FROM {other})
                ORDER BY id LIMIT 1"""  # noqa: S608 - constants
        ).fetchone()
        if row is not None:
            return Dangling(table, row[0], column)
    return None


def unclaimed(store: Store) -> int:
    """Return how many answers are to cards that no loaded bank has: they wait for their bank."""
    row = store.db.execute(
        """SELECT count(*) FROM reviews WHERE card NOT IN (SELECT card FROM card_keys)
           AND card NOT IN (SELECT old_card FROM renames)"""
    ).fetchone()
    return int(row[0])


def waiting(store: Store) -> int:
    """Return how many answers waited for their bank when that was noted last."""
    row = store.db.execute("SELECT value FROM about WHERE key = 'unclaimed'").fetchone()
    return int(row[0]) if row else 0


def note_waiting(store: Store, answers: int) -> None:
    """Note how many answers wait for their bank."""
    store.db.execute("INSERT OR REPLACE INTO about VALUES ('unclaimed', ?)", [str(answers)])


def _fresh(store: Store, table: str, batch: Sequence[Row], before: int) -> Iterator[Row]:
    """Yield the rows of a batch that are not here, each once."""
    names = LOG[table].names
    there: dict[str, Row] = {
        row[0]: row
        for row in store.db.execute(
            f"""SELECT {", ".join(names)} FROM {table}
                WHERE id IN (SELECT value FROM json_each(?))""",  # noqa: S608 - constants
            [json.dumps([row[0] for row in batch])],
        )
    }
    for place, row in enumerate(batch):
        if row[0] not in there:
            there[row[0]] = row
            if table == "reviews":
                _try(row, before + place)
            yield row
        elif table == "sittings":
            _end(store, there[row[0]], row)
        elif tuple(there[row[0]]) != tuple(row):
            other = next(name for name, a, b in zip(names, there[row[0]], row, strict=True) if a != b)
            raise Refused(before + place, f"its `{other}` is another one in your log, under the same id")


def _try(row: Row, place: int) -> None:
    try:
        review_from(dict(zip(LOG["reviews"].names, row, strict=True)))
    except DamagedRow as error:
        raise Refused(place, "no answer can be made of it") from error


def _end(store: Store, here: Row, there: Row) -> None:
    """Write the end of a sitting that goes on here and has ended there."""
    if here[_ENDED] is None and there[_ENDED] is not None:
        store.db.execute("UPDATE sittings SET ended_at = ? WHERE id = ?", [there[_ENDED], here[0]])


def _insert(store: Store, table: str, fresh: Sequence[Row], before: int, batch: Sequence[Row]) -> None:
    sql = f"INSERT INTO {table} VALUES ({', '.join('?' * len(LOG[table].columns))})"  # noqa: S608 - likewise
    try:
        store.db.conn.executemany(sql, fresh)
    except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError):
        # Which of them it was is known one by one; what was written of them goes with the transaction.
        there = {row[0] for row in store.db.execute(f"SELECT id FROM {table}")}  # noqa: S608 - likewise
        for row in fresh:
            if row[0] in there:
                continue
            try:
                store.db.conn.execute(sql, row)
            except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError) as error:
                raise Refused(before + batch.index(row), f"the database does not take it: {error}") from error


def _row_ids(store: Store) -> dict[str, int]:
    return dict(store.db.execute("SELECT card, card_id FROM card_keys"))


@reads("sittings")
def _with_plan(row: Row, names: Mapping[Any, Any], missing: object = None) -> Row:
    """Return a row of a sitting whose plan names its cards otherwise."""
    plan = json.loads(row[_PLAN])
    plan["cards"] = [names.get(card, missing) for card in plan["cards"]]
    return (*row[:_PLAN], json.dumps(plan), *row[_PLAN + 1 :])
