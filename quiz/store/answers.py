"""The answers of a learner card by card, for a replay of the whole log: gathered by SQLite, few at once."""

from __future__ import annotations

import json
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.store.damage import reads
from quiz.store.log import names_now, step_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.store.log import Step
    from quiz.store.opening import Store

BATCH = 10_000
"""So many answers at once are looked up by their ids."""

DAY_AND_RATING = len("2021-12-173")


class Answered(NamedTuple):
    """All answers to a card that stand, and when the last one had it come again."""

    card: str
    """Its present key."""

    answers: Sequence[tuple[int, int]]
    """Study day, as its ordinal, and rating, 1 to 4, of each; at least one, the oldest first."""

    last: str
    """Id of the last answer."""

    interval_days: int
    due_on: date


def answered(store: Store, scheduler: str, parameters: str | None) -> Iterator[Answered] | None:
    """Yield the study answers card by card; None when one is of another scheduler or parameter set.

    ``parameters`` None: whatever set they were given with. Only the answers to one card are held
    at once: SQLite sorts those of all cards, in a file of its own when they are many.
    """
    if _others(store, scheduler, parameters):
        return None
    written = _Written()
    return (_answered(row, written) for row in _rows(store))


class _Written(dict[str, tuple[int, int]]):
    """Day and rating by how they are written, ``2021-12-173``: the same few thousand come again and again."""

    def __missing__(self, text: str) -> tuple[int, int]:
        found = self[text] = date.fromisoformat(text[:-1]).toordinal(), int(text[-1])
        return found


@reads("reviews")
def _answered(row: Sequence[Any], written: _Written) -> Answered:
    card, last, gathered, interval_days, due_on = row
    # They come in any order; each begins with its id, so sorted they are in the order of the log.
    answers = [written[one[-DAY_AND_RATING:]] for one in sorted(gathered.split(","))]
    return Answered(card, answers, last, interval_days, date.fromisoformat(due_on))


def _others(store: Store, scheduler: str, parameters: str | None) -> bool:
    """Say whether an answer was given by another version or set; undone ones count as well."""
    sql = """SELECT EXISTS (SELECT 1 FROM reviews WHERE +learner = ? AND mode = 'study'
             AND (scheduler <> ? OR parameters <> coalesce(?, parameters)))"""
    return bool(store.db.execute(sql, [store.learner, scheduler, parameters]).fetchone()[0])


def _rows(store: Store) -> Iterable[Sequence[Any]]:
    # A row for each card and none for each answer: making those would take most of the time of a replay.
    # Beside max(), SQLite takes the other columns from the row that has it: from the last answer.
    # The mark before `learner` keeps it from the index on cards, by which it would jump about the log.
    return store.db.conn.execute(
        f"""SELECT {_name(store)} AS card_now, max(id), group_concat(id || ' ' || study_day || rating),
              interval_days, due_on
            FROM reviews_kept WHERE +learner = ? AND mode = 'study' GROUP BY card_now""",  # noqa: S608 - ours
        [store.learner],
    )


def _name(store: Store) -> str:
    """Return what gives the present key of an answer's card, as an expression for SQLite."""
    if not store.db.execute("SELECT EXISTS (SELECT 1 FROM renames)").fetchone()[0]:
        return "card"
    store.db.conn.create_function("name_now", 2, names_now(store), deterministic=True)
    return "CASE WHEN card IN (SELECT old_card FROM renames) THEN name_now(card, id) ELSE card END"


def last_steps(store: Store, last: Mapping[str, str]) -> Iterator[Step]:
    """Yield the last answers, given by the present key of their card, as a replay takes them."""
    left = iter(last.items())
    while batch := {event: card for card, event in islice(left, BATCH)}:
        rows: Iterable[tuple[Any, ...]] = store.db.execute(
            """SELECT reviews.id, revision, rating, study_day, interval_days, due_on, scheduler, parameters
               FROM json_each(?) AS wanted CROSS JOIN reviews ON reviews.id = wanted.value""",
            [json.dumps([*batch])],
        )
        for event, *rest in rows:
            yield step_from(event, batch[event], rest)


def row_ids(store: Store) -> dict[str, int]:
    """Return the row id of every card of the catalogue, in use or not, by key."""
    return dict(store.db.execute("SELECT card, card_id FROM card_keys"))
