"""Sittings that were held: what each came to, and one with all that was answered in it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quiz.review import Mode
from quiz.store.damage import reads
from quiz.store.fragments import LOCAL_MINUTE, OPEN_EXAMS, OPTIONS_SHOWN
from quiz.store.log import names_now, review_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.review import Review
    from quiz.store.opening import Store


OURS = "01"
"""So begin the ids of sittings that are named as events are: before all answers of theirs, until 2039."""


class Given(NamedTuple):
    """An answer of a sitting, and whether it was taken back, then or later."""

    review: Review
    taken_back: bool


def given(store: Store, session: str) -> list[Given]:
    """Return all answers of one sitting of the learner, oldest first."""
    rows = store.db.query(
        """SELECT reviews.*, EXISTS (SELECT 1 FROM undos WHERE undos.review = reviews.id) AS taken_back
           FROM reviews WHERE id > ? AND session = ? AND +learner = ? ORDER BY id""",
        [_before(session), session, store.learner],
    )
    return [
        Given(review_from(row), bool(taken_back)) for row in rows for taken_back in [row.pop("taken_back")]
    ]


class Sat(NamedTuple):
    """One sitting as its answers that stand make it: the first of them, and what all came to."""

    day: date
    minute: int
    """Local minute of the day, 0..1439, of the first answer."""

    mode: Mode
    totals: list[int]
    """Answers, and the milliseconds from question to answer."""

    firsts: dict[str, tuple[str, float, int]]
    """By the present key of a card its first answer: kind, points, options shown."""


def names(store: Store) -> list[str]:
    """Return the ids of the learner's sittings with answers that stand, in any order."""
    sql = "SELECT DISTINCT session FROM reviews_kept WHERE +learner = ?"
    return [session for (session,) in store.db.execute(sql, [store.learner])]


def sat(store: Store, session: str | None = None) -> dict[str, Sat]:
    """Return the learner's sittings by id, the oldest first, without exams that are not over.

    ``session``: that one alone; None: all.
    One walk over the log, of which little is kept: a million answers take a third of the time that
    ``answered`` needs for all that is known of them.
    """
    found: dict[str, Sat] = {}
    shared: dict[tuple[str, float, int], tuple[str, float, int]] = {}
    now_of, cards = names_now(store), _Shared()
    where, values = (
        ("", []) if session is None else ("AND id > ? AND session = ?", [_before(session), session])
    )
    rows = store.db.execute(_SAT.format(where), [store.learner, *values])
    for event, card, name, kind, score, shown, spent, *began in rows:
        one = found.get(name) or found.setdefault(name, _sat(*began))
        one.totals[0] += 1
        one.totals[1] += spent
        first = kind, score, shown
        one.firsts.setdefault(cards[now_of(card, event)], shared.setdefault(first, first))
    return found


class _Shared(dict[str, str]):
    """Gives one and the same text for all that are equal: a million of them take no room."""

    def __missing__(self, text: str) -> str:
        self[text] = text
        return text


@reads("reviews")
def _sat(day: str, minute: int, mode: str) -> Sat:
    return Sat(date.fromisoformat(day), int(minute), Mode(mode), [0, 0], {})


_SAT = f"""
SELECT id, card, session, kind, score,
       {OPTIONS_SHOWN},
       duration_ms, study_day,
       {LOCAL_MINUTE}, mode
FROM reviews_kept
WHERE +learner = ? {{}}
  AND session NOT IN ({OPEN_EXAMS})
ORDER BY id
"""  # noqa: S608 - constants of this room


def _before(session: str) -> str:
    """Return a text that sorts before all answers of a sitting, and after most that are older."""
    return session if session.startswith(OURS) else ""


def in_exams(store: Store) -> dict[str, list[Review]]:
    """Return the answers in exams that stand, by sitting, oldest first: one walk over the log."""
    found: dict[str, list[Review]] = {}
    sql = "SELECT * FROM reviews_kept WHERE +learner = ? AND mode = 'exam' ORDER BY id"
    for review in map(review_from, store.db.query(sql, [store.learner])):
        found.setdefault(review.session, []).append(review)
    return found


def out_of_use(store: Store, card_ids: Iterable[int]) -> frozenset[int]:
    """Return those of the cards (row ids) that no bank asks any more: archived, or drafts."""
    rows = store.db.execute(
        """SELECT card_id FROM card_keys WHERE card_id IN (SELECT value FROM json_each(?))
           AND (archived OR draft)""",
        [json.dumps([*card_ids])],
    )
    return frozenset(card_id for (card_id,) in rows)
