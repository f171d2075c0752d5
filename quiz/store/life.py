"""All events of one card, whatever it was called when they happened."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.review import Confidence, Mode, Rating, Sign, Verdict
from quiz.store.damage import reads
from quiz.store.fragments import OPEN_EXAMS
from quiz.store.log import names_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quiz.store.opening import Store


class Answered(NamedTuple):
    """A review, also one that was taken back: ``undone_on`` is the study day of that, or None."""

    id: str
    day: date
    mode: Mode
    verdict: Verdict
    graded: Verdict | None
    suggested: Rating
    rating: Rating
    hints: int
    confidence: Confidence | None
    interval_days: int
    due_on: date
    undone_on: date | None


class Rename(NamedTuple):
    """A change of the card's name, and when (UTC): no study day is known of it."""

    id: str
    at: datetime
    old: str
    new: str


class Said(NamedTuple):
    """What the learner said of the card beside answering it."""

    id: str
    day: date
    sign: Sign
    note: str
    until: date | None


class Move(NamedTuple):
    """Another due day after the answer ``review`` than the one that was given."""

    id: str
    review: str
    day: date
    interval_days: int
    due_on: date


def answers(store: Store, card: str) -> list[Answered]:
    """Return the learner's answers to the card with this present key, oldest first.

    An exam that is not over tells nothing.
    """
    return [_answered(row) for row in _events(store, card, _ANSWERS, store.learner)]


def renames(store: Store, card: str) -> list[Rename]:
    """Return how the card with this present key came to its name, oldest first.

    Names that it had for less than a millisecond are left out.
    """
    found: list[Rename] = []
    for row in _events(store, card, _RENAMES):
        rename = _rename(row)
        if found and (found[-1].new, found[-1].at) == (rename.old, rename.at):
            rename = rename._replace(old=found.pop().old)
        found.append(rename)
    return found


def edits(store: Store, card: str) -> list[tuple[str, date]]:
    """Return id and study day of each change of what is right for the card, oldest first."""
    return [(row["id"], _day_of_edit(row["study_day"])) for row in _events(store, card, _EDITS)]


def said(store: Store, card: str) -> list[Said]:
    """Return what the learner said of the card with this present key, oldest first."""
    return [_said(row) for row in _events(store, card, _SAID, store.learner)]


def moves(store: Store, reviews: Iterable[str]) -> list[Move]:
    """Return how due days after these answers (event ids) were moved, oldest first."""
    rows = store.db.query(
        """SELECT id, review, study_day, interval_days, due_on FROM reschedules
           WHERE learner = ? AND review IN (SELECT value FROM json_each(?)) ORDER BY id""",
        [store.learner, json.dumps([*reviews])],
    )
    return [_move(row) for row in rows]


_ANSWERS = f"""
SELECT reviews.id, card, reviews.study_day, mode, verdict, graded, suggested_rating, rating, hints,
       confidence, interval_days, due_on, undos.study_day AS undone_on
FROM reviews LEFT JOIN undos ON undos.review = reviews.id
WHERE card IN (SELECT value FROM json_each(?)) AND reviews.learner = ?
  AND reviews.session NOT IN ({OPEN_EXAMS})
ORDER BY reviews.id
"""  # noqa: S608 - constants of this room
_RENAMES = """
SELECT id, new_card AS card, old_card, renamed_at FROM renames
WHERE new_card IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_EDITS = """
SELECT id, card, study_day FROM edits WHERE card IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_SAID = """
SELECT id, card, study_day, sign, note, until FROM marks
WHERE card IN (SELECT value FROM json_each(?)) AND learner = ? ORDER BY id
"""
_NAMES = """
WITH RECURSIVE known (name) AS (
  SELECT ? UNION SELECT old_card FROM renames JOIN known ON new_card = name)
SELECT name FROM known
"""


def _events(store: Store, card: str, sql: str, *more: str) -> Iterator[Mapping[str, Any]]:
    """Yield the rows, with ``id`` and ``card``, that are of this card under whatever name it had then."""
    known_as = [name for (name,) in store.db.execute(_NAMES, [card])]
    now_of = names_now(store)
    rows = store.db.query(sql, [json.dumps(known_as), *more])
    return (row for row in rows if now_of(row["card"], row["id"]) == card)


@reads("reviews")
def _answered(row: Mapping[str, Any]) -> Answered:
    return Answered(
        id=row["id"],
        day=date.fromisoformat(row["study_day"]),
        mode=Mode(row["mode"]),
        verdict=Verdict(row["verdict"]),
        graded=None if row["graded"] is None else Verdict(row["graded"]),
        suggested=Rating(row["suggested_rating"]),
        rating=Rating(row["rating"]),
        hints=row["hints"],
        confidence=None if row["confidence"] is None else Confidence(row["confidence"]),
        interval_days=row["interval_days"],
        due_on=date.fromisoformat(row["due_on"]),
        undone_on=None if row["undone_on"] is None else date.fromisoformat(row["undone_on"]),
    )


@reads("renames")
def _rename(row: Mapping[str, Any]) -> Rename:
    return Rename(row["id"], datetime.fromisoformat(row["renamed_at"]), row["old_card"], row["card"])


@reads("marks")
def _said(row: Mapping[str, Any]) -> Said:
    until = None if row["until"] is None else date.fromisoformat(row["until"])
    return Said(row["id"], date.fromisoformat(row["study_day"]), Sign(row["sign"]), row["note"], until)


@reads("reschedules")
def _move(row: Mapping[str, Any]) -> Move:
    days = date.fromisoformat(row["study_day"]), date.fromisoformat(row["due_on"])
    return Move(row["id"], row["review"], days[0], row["interval_days"], days[1])


_day_of_edit = reads("edits")(date.fromisoformat)
