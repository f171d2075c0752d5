"""The latest answers with what went before each card: true retention without the whole log."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quiz.store.damage import reads
from quiz.store.log import first_id, names_now, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.store.opening import Store


class AttemptRow(NamedTuple):
    """A study answer that stands, as true retention needs it; ``card`` is the card's present key."""

    card: str
    day: date
    rating: int
    interval_days: int


_LATEST = """
SELECT id, card, study_day, rating, interval_days FROM reviews_kept
WHERE id > ? AND +learner = ? AND mode = 'study' ORDER BY id
"""
_BEFORE = """
SELECT reviews.card, reviews.study_day, reviews.rating, reviews.interval_days
FROM json_each(?) AS wanted CROSS JOIN reviews
WHERE reviews.id = (SELECT id FROM reviews_kept WHERE learner = ? AND card = wanted.value AND id <= ?
                    AND mode = 'study' ORDER BY id DESC LIMIT 1)
"""


def attempts_since(store: Store, since: date) -> list[AttemptRow]:
    """Return the learner's study answers that stand from ``since`` on, and the one before to each card.

    Those before come first, so that the answers to each card are in the order of the log; a few
    answers of up to two days before ``since`` may be among them. So `true_retention` gets what it
    needs, and what it costs follows the answers of these days, not the whole log.
    """
    start, now_of = first_id(since), names_now(store)
    latest = [
        _attempt(now_of(card, event), *rest)
        for event, card, *rest in store.db.execute(_LATEST, [start, store.learner])
    ]
    return [*_before(store, {one.card for one in latest}, start), *latest]


def _before(store: Store, cards: Iterable[str], start: str) -> Iterator[AttemptRow]:
    """Yield the last study answer to each of these cards among the events up to ``start``.

    A card that a rename touched is looked up with all its answers, for its events lie under
    several names, and those of others under its own; there are few of these.
    """
    touched = {name for pair in store.db.execute("SELECT old_card, new_card FROM renames") for name in pair}
    renamed = touched.intersection(cards)
    values = [json.dumps(sorted(set(cards) - renamed)), store.learner, start]
    yield from (_attempt(*row) for row in store.db.execute(_BEFORE, values))
    if renamed:
        found = {step.card: step for step in steps(store, *renamed) if step.id <= start}
        for card, step in found.items():
            yield AttemptRow(card, step.study_day, step.rating, step.interval_days)


@reads("reviews")
def _attempt(card: str, day: str, rating: int, interval_days: int) -> AttemptRow:
    return AttemptRow(card, date.fromisoformat(day), rating, interval_days)
