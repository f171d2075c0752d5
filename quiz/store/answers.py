"""All answers of a learner by card, for a replay of the whole log: read in one go, and little of each."""

from __future__ import annotations

import json
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from quiz.store.damage import reads
from quiz.store.log import names_now, step_from

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from typing import Any

    from quiz.store.log import Step
    from quiz.store.opening import Store

BATCH = 10_000
"""So many answers at once are looked up by their ids."""

RATINGS = range(5)


class Answers(NamedTuple):
    """The answers of the learner that stand, by the present key of their card, oldest first."""

    by_card: dict[str, list[tuple[int, int]]]
    """Study day, as its ordinal, and rating, 1 to 4."""

    last: dict[str, str]
    """The id of the last one."""


@reads("reviews")
def answers(store: Store, scheduler: str, parameters: str | None) -> Answers | None:
    """Return all study answers; None when one of them is of another scheduler or parameter set.

    ``parameters`` None: whatever set they were given with.
    """
    if _others(store, scheduler, parameters):
        return None
    found = Answers({}, {})
    by_card, last = found
    days: dict[str, list[tuple[int, int]]] = {}
    for event, card, day, rating in _rows(store):
        # One pair for each day and rating, shared by all answers: a million of them take no room.
        on_day = days.get(day) or days.setdefault(day, _pairs(day))
        pair = on_day[rating]
        if card in by_card:
            by_card[card].append(pair)
        else:
            by_card[card] = [pair]
        last[card] = event
    return found


def _pairs(day: str) -> list[tuple[int, int]]:
    number = date.fromisoformat(day).toordinal()
    return [(number, rating) for rating in RATINGS]


def _others(store: Store, scheduler: str, parameters: str | None) -> bool:
    """Say whether an answer was given by another version or set; undone ones count as well."""
    sql = """SELECT EXISTS (SELECT 1 FROM reviews WHERE +learner = ? AND mode = 'study'
             AND (scheduler <> ? OR parameters <> coalesce(?, parameters)))"""
    return bool(store.db.execute(sql, [store.learner, scheduler, parameters]).fetchone()[0])


def _rows(store: Store) -> Iterable[tuple[str, str, str, int]]:
    # The mark before `learner` keeps SQLite from going by the index on cards, and sorting all after it.
    rows = store.db.execute(
        """SELECT id, card, study_day, rating FROM reviews_kept
           WHERE +learner = ? AND mode = 'study' ORDER BY id""",
        [store.learner],
    )
    names = {name for (name,) in store.db.execute("SELECT DISTINCT old_card FROM renames")}
    return _under_present_names(rows, names, names_now(store)) if names else rows


def _under_present_names(
    rows: Iterable[tuple[str, str, str, int]], names: Collection[str], now_of: Callable[[str, str], str]
) -> Iterator[tuple[str, str, str, int]]:
    for event, card, day, rating in rows:
        yield event, now_of(card, event) if card in names else card, day, rating


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
