"""How long the learner's answers took."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.store.log import names_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.store.opening import Store

LATEST = 20_000
"""So many answers are looked at: enough to know a learner by, and read at once from any log."""


class Timed(NamedTuple):
    """One answer: the present key of its card, the kind of its question, how long it took."""

    card: str
    kind: str
    duration_ms: int


def durations(store: Store, latest: int = LATEST) -> Iterator[Timed]:
    """Yield the learner's latest study answers that stand, the newest first."""
    now_of = names_now(store)
    rows = store.db.execute(
        """SELECT id, card, kind, duration_ms FROM reviews_kept
           WHERE +learner = ? AND mode = 'study' ORDER BY id DESC LIMIT ?""",
        [store.learner, latest],
    )
    return (Timed(now_of(card, event), kind, duration_ms) for event, card, kind, duration_ms in rows)
