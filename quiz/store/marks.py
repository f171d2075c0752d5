"""What a learner said of cards beside answering them: set aside, taken back, flagged."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.review import Mark, Sign
from quiz.store.catalogue import card_row_id
from quiz.store.damage import reads
from quiz.store.log import first_id, names_now, saving, utc_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.store.opening import Store

FOR_GOOD = date.max
"""Until when a suspended card is set aside."""


class Aside(NamedTuple):
    """A card that is not asked before the study day ``until``; ``FOR_GOOD`` for a suspended one."""

    card_id: int
    until: date


def add(store: Store, mark: Mark, card_id: int | None) -> None:
    """Write the event, and what follows from it for the card (None: it is not in the catalogue), at once.

    Raises ``NotSaved`` when nothing was written.
    """
    with saving(store):
        store.db.conn.execute("INSERT INTO marks VALUES (?,?,?,?,?,?,?,?,?,?,?)", _row(mark))
        if card_id is not None and mark.sign in _PLACES:
            _set_aside(store, card_id, _PLACES[mark.sign] or mark.until)


def in_force(until: date, today: date) -> bool:
    """Whether a card that is set aside until then is not asked on ``today``.

    A card is buried for the study day on which that was said, and for no other: not longer
    when the clock jumps back, or was a year ahead.
    """
    return until in (FOR_GOOD, today + timedelta(days=1))


def release(store: Store, today: date) -> None:
    """Let the learner's cards be asked again that were buried on another study day than ``today``.

    Those buried on ``today`` are not asked, also when the clock had shown another day meanwhile.
    """
    stored = {row.card_id: row.until for row in _buried(store)}
    said = ((card_row_id(store, card), until) for card, until in latest(store, first_id(today)).items())
    wanted = {
        card_id: until
        for card_id, until in said
        if card_id is not None and until is not None and until != FOR_GOOD and in_force(until, today)
    }
    if stored == wanted:
        return
    with store.transaction():
        for card_id in stored.keys() | wanted.keys():
            _set_aside(store, card_id, wanted.get(card_id))


def aside(store: Store) -> list[Aside]:
    """Return the learner's cards that are set aside, by row id."""
    rows = store.db.execute(
        "SELECT card_id, until FROM aside WHERE learner = ? ORDER BY card_id", [store.learner]
    )
    return [Aside(card_id, _day(until)) for card_id, until in rows]


def rewrite_aside(store: Store, rows: Sequence[Aside]) -> None:
    """Make ``rows`` all that is set aside of the learner's cards."""
    with store.transaction():
        store.db.conn.execute("DELETE FROM aside WHERE learner = ?", [store.learner])
        for card_id, until in rows:
            _set_aside(store, card_id, until)


def latest(store: Store, since: str = "") -> dict[str, date | None]:
    """Return for each card that was ever set aside, by present key, until when it is; None: it is not.

    ``since``: only what was said in events with a greater id counts.
    """
    return {card: _PLACES[mark.sign] or mark.until for card, mark in _named(store, _PLACES, since)}


def flags(store: Store) -> dict[str, tuple[Mark, ...]]:
    """Return the flags that stand, by the present key of their card, each card's oldest first."""
    found: dict[str, tuple[Mark, ...]] = {}
    for card, mark in _named(store, (Sign.FLAGGED, Sign.UNFLAGGED)):
        if mark.sign is Sign.FLAGGED:
            found[card] = (*found.get(card, ()), mark)
        else:
            found.pop(card, None)
    return found


def of_session(store: Store, session: str) -> list[Mark]:
    """Return what was said of cards in one sitting, oldest first; their ids are greater than its own."""
    sql = "SELECT * FROM marks WHERE id > ? AND session = ? ORDER BY id"
    return [_mark(row) for row in store.db.query(sql, [session, session])]


def _named(store: Store, signs: Iterable[Sign], since: str = "") -> Iterator[tuple[str, Mark]]:
    """Yield the learner's marks of these signs, oldest first, with the present keys of their cards."""
    now_of = names_now(store)
    rows = store.db.query(
        """SELECT * FROM marks WHERE id > ? AND learner = ? AND sign IN (SELECT value FROM json_each(?))
           ORDER BY id""",
        [since, store.learner, json.dumps([sign.value for sign in signs])],
    )
    for row in rows:
        mark = _mark(row)
        yield now_of(mark.card, mark.id), mark


def _buried(store: Store) -> list[Aside]:
    """Return the learner's cards that are set aside, but for the suspended ones."""
    rows = store.db.execute(
        "SELECT card_id, until FROM aside WHERE learner = ? AND until <> ?",
        [store.learner, FOR_GOOD.isoformat()],
    )
    return [Aside(card_id, _day(until)) for card_id, until in rows]


_PLACES: Mapping[Sign, date | None] = {
    Sign.SUSPENDED: FOR_GOOD,
    Sign.UNSUSPENDED: None,
    Sign.BURIED: None,
    Sign.UNBURIED: None,
}
"""Signs that say whether a card is asked: until when it is not, unless the mark itself says it."""


def _set_aside(store: Store, card_id: int, until: date | None) -> None:
    execute = store.db.conn.execute
    if until is None:
        execute("DELETE FROM aside WHERE learner = ? AND card_id = ?", [store.learner, card_id])
    else:
        row = [store.learner, card_id, until.isoformat()]
        execute("INSERT OR REPLACE INTO aside VALUES (?, ?, ?)", row)


def _row(mark: Mark) -> list[object]:
    return [
        mark.id,
        mark.device,
        mark.learner,
        mark.card,
        mark.sign.value,
        mark.note,
        None if mark.until is None else mark.until.isoformat(),
        utc_text(mark.marked_at),
        mark.utc_offset_minutes,
        mark.study_day.isoformat(),
        mark.session,
    ]


@reads("marks")
def _mark(row: Mapping[str, Any]) -> Mark:
    typed = {
        "sign": Sign(row["sign"]),
        "until": None if row["until"] is None else date.fromisoformat(row["until"]),
        "marked_at": datetime.fromisoformat(row["marked_at"]),
        "study_day": date.fromisoformat(row["study_day"]),
    }
    return Mark(**{**row, **typed})


_day = reads("aside")(date.fromisoformat)
