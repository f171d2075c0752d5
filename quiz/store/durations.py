"""How long the learner's answers took: one reading of them for all that goes by it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from quiz.store.log import names_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.store.opening import Store

LATEST = 10_000
"""So many answers are looked at, the newest: habits change."""

LONGEST_MS = 120_000
"""What took longer counts as so long: somebody was called away."""

LATEST_ANSWERS = f"""
SELECT id, learner, card, kind, rating, study_day, min(duration_ms, {LONGEST_MS}) AS took_ms
FROM reviews_kept WHERE +learner = ? AND mode = 'study' ORDER BY id DESC LIMIT ?
"""  # noqa: S608 - a number of this file
"""The latest study answers of a learner that stand, the newest first; values: the learner, how many."""


class Timed(NamedTuple):
    """One answer: the present key of its card, the kind of its question, how long it counts to have taken."""

    card: str
    kind: str
    duration_ms: int


def durations(store: Store, latest: int = LATEST) -> Iterator[Timed]:
    """Yield the learner's latest study answers that stand, the newest first."""
    now_of = names_now(store)
    rows = store.db.execute(
        f"SELECT id, card, kind, took_ms FROM ({LATEST_ANSWERS})",  # noqa: S608 - constants of this file
        [store.learner, latest],
    )
    return (Timed(now_of(card, event), kind, took_ms) for event, card, kind, took_ms in rows)


def durations_of(store: Store, card_ids: Iterable[int], latest: int) -> Iterator[tuple[int, str, int]]:
    """Yield for the learner's ``latest`` study answers that stand to each card: its row id, kind, duration.

    The kind is the question's, the duration in ms. Answers that were given to a card under an earlier
    name are left out.
    """
    rows = store.db.execute(
        """SELECT card_keys.card_id, card_keys.kind, min(reviews.duration_ms, ?)
           FROM json_each(?) AS wanted CROSS JOIN card_keys ON card_keys.card_id = wanted.value
           CROSS JOIN reviews ON reviews.id IN (
             SELECT id FROM reviews_kept
             WHERE reviews_kept.learner = ? AND reviews_kept.card = card_keys.card AND mode = 'study'
             ORDER BY id DESC LIMIT ?)
           ORDER BY wanted.key, reviews.id""",
        [LONGEST_MS, json.dumps([*card_ids]), store.learner, latest],
    )
    return iter(rows)
