"""The log: every answer, every answer taken back, every change of a name. It is only added to.

Changes of answers in a bank are events as well; they stand in ``edits``, and what a learner says
of a card beside answering it in ``marks``.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.errors import NotSaved
from quiz.ids import least_id, uuid7
from quiz.question import Kind
from quiz.review import Confidence, Mode, Rating, Review, Verdict
from quiz.store.content import response_from, response_text
from quiz.store.damage import reads
from quiz.store.states import write_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from quiz.review import CardState, Undo
    from quiz.store.opening import Store

    _Renames: TypeAlias = Mapping[str, list[tuple[str, str]]]
    """By old name: the ids of the renames, rising, each with the new name."""


DAY_MS = 86_400_000


class Step(NamedTuple):
    """What a replay needs of one review, under the name that its card has now."""

    id: str
    card: str
    revision: str
    rating: Rating
    study_day: date
    interval_days: int
    due_on: date
    scheduler: str
    parameters: str


def utc_text(at: datetime) -> str:
    """Return an instant as ``2021-12-17T09:30:00.000Z``, which sorts as text."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def next_event_id(store: Store, at: datetime, after: str = "") -> str:
    """Return an id greater than ``after`` and than every id of this log, whatever the clock says."""
    newest = store.db.conn.execute(
        """SELECT max(id) FROM (SELECT max(id) AS id FROM reviews UNION ALL SELECT max(id) FROM undos
           UNION ALL SELECT max(id) FROM renames UNION ALL SELECT max(id) FROM edits
           UNION ALL SELECT max(id) FROM marks UNION ALL SELECT max(id) FROM sittings)"""
    ).fetchone()[0]
    return uuid7(int(at.timestamp() * 1000), after=max(newest or "", after) or None)


def add_review(store: Store, review: Review, card_id: int, state: CardState | None) -> None:
    """Write an answer and the state that follows from it (None: memory is left alone), at once.

    When this returns, both are on disk. Raises ``NotSaved`` when nothing was written.
    """
    with saving(store):
        store.db.conn.execute(_INSERT_REVIEW, _review_row(review))
        if state is not None:
            write_state(store, card_id, state)


@contextmanager
def saving(store: Store) -> Iterator[None]:
    """Group writes of an answer, or of one taken back; raises ``NotSaved`` when none was written."""
    try:
        with store.transaction():
            yield
    except sqlite3.OperationalError as error:
        raise NotSaved(str(store.path), str(error)) from error


def add_undo(store: Store, undo: Undo) -> None:
    """Write that an answer is taken back; the caller writes the state that follows, in one ``saving``.

    Raises ``NotSaved``.
    """
    when = utc_text(undo.undone_at), undo.utc_offset_minutes, undo.study_day.isoformat()
    row = (undo.id, undo.device, undo.learner, undo.review, *when, undo.session)
    with saving(store):
        store.db.conn.execute("INSERT INTO undos VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def steps(store: Store, *cards: str) -> Iterator[Step]:
    """Yield the learner's study answers that stand, oldest first, of these cards; without any, of all.

    Answers given under an earlier name of a card come under its present one.
    """
    names, now_of = _renames(store), names_now(store)
    sql = """SELECT id, card, revision, rating, study_day, interval_days, due_on, scheduler,
               parameters FROM reviews_kept WHERE {}learner = ? AND mode = 'study'"""
    values: list[object] = [store.learner]
    wanted = frozenset(cards)
    if wanted:
        known_as = {name for card in wanted for name in _names_before(names, card)}
        sql += " AND card IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(sorted(known_as)))
    # For all cards the index on cards is left alone: SQLite would sort the whole log after it.
    sql = sql.format("" if wanted else "+")
    for event, name, *rest in store.db.execute(sql + " ORDER BY id", values):
        now = now_of(name, event)
        if not wanted or now in wanted:
            yield step_from(event, now, rest)


@reads("reviews")
def step_from(event: str, card: str, row: Sequence[Any]) -> Step:
    """Return a step of the columns of a review after its id and card, in the order of ``Step``."""
    revision, rating, day, interval, due_on, *used = row
    days = date.fromisoformat(day), date.fromisoformat(due_on)
    return Step(event, card, revision, Rating(rating), days[0], interval, days[1], *used)


def add_renames(store: Store, pairs: Iterable[tuple[str, str]], at: datetime) -> None:
    """Write that cards have other names from now on."""
    for old, new in pairs:
        row = [next_event_id(store, at), store.device, old, new, utc_text(at)]
        store.db.execute("INSERT INTO renames VALUES (?, ?, ?, ?, ?)", row)


def first_id(day: date) -> str:
    """Return a text that sorts before the id of every event of a study day and of later ones.

    An id is never older than its event, and no zone and rollover hour begin a study day more
    than two days before its midnight in UTC. So the log is found by day without another
    index, which each answer would have to keep up on disk. (A query writes ``+learner``, or
    SQLite would go through all cards of the learner by the index on those.)
    """
    return least_id((day - date(1970, 1, 1)).days * DAY_MS - 2 * DAY_MS)


def session_reviews(store: Store, session: str) -> list[Review]:
    """Return the answers of one sitting that stand, oldest first; their ids are greater than its own."""
    return _reviews(store, "id > ? AND session = ?", [session, session])


def cards_answered(store: Store, day: date) -> frozenset[str]:
    """Return the present keys of the cards that the learner studied on a study day."""
    rows = store.db.execute(
        """SELECT id, card FROM reviews_kept
           WHERE id > ? AND +learner = ? AND study_day = ? AND mode = 'study'""",
        [first_id(day), store.learner, day.isoformat()],
    ).fetchall()
    now_of = names_now(store)
    return frozenset(now_of(card, event) for event, card in rows)


def first_answered(store: Store, day: date) -> int:
    """Return how many of the cards studied on ``day`` were never studied on an earlier day."""
    names = _renames(store)
    return sum(not _answered_before(store, names, card, day) for card in cards_answered(store, day))


def _answered_before(store: Store, names: _Renames, card: str, day: date) -> bool:
    """Whether the card was studied before ``day``; another may have been under a name that it had."""
    known_as = _names_before(names, card)
    rows = store.db.execute(
        f"""SELECT id, card FROM reviews_kept
            WHERE learner = ? AND card IN ({",".join("?" * len(known_as))})
              AND study_day < ? AND mode = 'study'""",  # noqa: S608 - marks only
        [store.learner, *known_as, day.isoformat()],
    )
    return any(_present_name(names, name, event) == card for event, name in rows)


def last_review(store: Store) -> Review | None:
    """Return the learner's latest study answer that stands, or None."""
    found = _reviews(store, "learner = ? AND mode = 'study'", [store.learner], "DESC LIMIT 1")
    return found[0] if found else None


def present_name(store: Store, review: Review) -> str:
    """Return the key that the card of a review has now."""
    return names_now(store)(review.card, review.id)


def names_now(store: Store) -> Callable[[str, str], str]:
    """Return what gives the present key of a card from its key in an event and the id of that event."""
    names = _renames(store)
    return partial(_present_name, names) if names else lambda card, _event: card


def save_parameters(store: Store, name: str, scheduler: str, weights: Sequence[float]) -> None:
    """Remember a parameter set, so that old answers can be replayed with what they used."""
    store.db.execute(
        "INSERT OR IGNORE INTO parameter_sets VALUES (?, ?, ?)", [name, scheduler, json.dumps(list(weights))]
    )


def parameter_sets(store: Store) -> dict[str, tuple[float, ...]]:
    """Return the weights of all parameter sets, by id."""
    rows = store.db.execute("SELECT id, weights FROM parameter_sets")
    return {name: _weights(text) for name, text in rows}


@reads("parameter_sets")
def _weights(text: str) -> tuple[float, ...]:
    return tuple(json.loads(text))


_INSERT_REVIEW = "INSERT INTO reviews VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"


def _review_row(review: Review) -> list[object]:
    return [
        review.id,
        review.device,
        review.learner,
        review.card,
        review.revision,
        utc_text(review.answered_at),
        review.utc_offset_minutes,
        review.study_day.isoformat(),
        review.duration_ms,
        review.kind.value,
        response_text(review.response),
        review.verdict.value,
        review.score,
        int(review.suggested),
        int(review.rating),
        review.hints,
        review.confidence,
        review.mode.value,
        review.session,
        review.interval_days,
        review.due_on.isoformat(),
        review.scheduler,
        review.parameters,
        review.graded,
    ]


def _reviews(store: Store, where: str, values: Sequence[object], tail: str = "") -> list[Review]:
    sql = f"SELECT * FROM reviews_kept WHERE {where} ORDER BY id {tail}"  # noqa: S608 - constants of this file
    return [review_from(row) for row in store.db.query(sql, values)]


@reads("reviews")
def review_from(row: dict[str, Any]) -> Review:
    """Return the answer of a row of ``reviews``, whose columns it takes."""
    suggested = Rating(row.pop("suggested_rating"))
    typed = {
        "answered_at": datetime.fromisoformat(row["answered_at"]),
        "study_day": date.fromisoformat(row["study_day"]),
        "kind": Kind(row["kind"]),
        "response": response_from(row["response"]),
        "verdict": Verdict(row["verdict"]),
        "rating": Rating(row["rating"]),
        "mode": Mode(row["mode"]),
        "due_on": date.fromisoformat(row["due_on"]),
        "confidence": None if row["confidence"] is None else Confidence(row["confidence"]),
        "graded": None if row["graded"] is None else Verdict(row["graded"]),
    }
    return Review(**{**row, **typed}, suggested=suggested)


def _renames(store: Store) -> _Renames:
    found: dict[str, list[tuple[str, str]]] = {}
    for event, old, new in store.db.execute("SELECT id, old_card, new_card FROM renames ORDER BY id"):
        found.setdefault(old, []).append((event, new))
    return found


def _present_name(names: _Renames, card: str, event: str) -> str:
    """Follow the renames that came after ``event``."""
    while later := next((step for step in names.get(card, ()) if step[0] > event), None):
        event, card = later
    return card


def _names_before(names: _Renames, card: str) -> list[str]:
    """Return every name under which the card may have been answered, its present one first."""
    found = [card]
    for name in found:
        found += [
            old for old, later in names.items() if old not in found and any(new == name for _, new in later)
        ]
    return found
