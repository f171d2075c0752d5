"""What is due, in a few queries on a file that is only read: for shell prompts, which cannot wait.

Loads nothing but sqlite3, for sqlite-utils alone takes eight times as long as Python to start.
So it answers where a few counts are the whole answer, and else says that it cannot: then the
rest of this room and ``study`` work it out. Both ways give the same numbers.
"""

from __future__ import annotations

import os
import sqlite3
from datetime import timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import TypeAlias

    Places: TypeAlias = Sequence[Sequence[str]]

APPLICATION_ID = 0x5155495A
STEPS = (
    "adopted_parameters answer_edits due_without_aside first_schema groups_of_questions held_back_questions "
    "marks_and_sittings plans_of_learners"
)
"""The file that can be read so: ours, and with all steps of the schema taken, by name."""

PATIENCE_SECONDS = 0.05
"""So long a writer is waited for that is just about to be done."""

FOR_GOOD = "9999-12-31"
BEFORE_MS = 2 * 86_400_000


class Seen:
    """How many cards are due by day (ISO text; days past as well), new today, due next, and the pause.

    ``pause``: None, or until which day; the empty text: until it is ended.
    """

    def __init__(self, due: Mapping[str, int], new: int, next_due_on: str | None, pause: str | None) -> None:
        self.due = due
        self.new = new
        self.next_due_on = next_due_on
        self.pause = pause


class Wanted:
    """What is asked: of whom, of which banks, on which study day and to which ``last`` one.

    ``new_per_day``: new cards a day at most. ``places`` as in ``banks_at``.
    """

    def __init__(self, learner: str, places: Places, today: date, last: date, new_per_day: int) -> None:
        self.learner = learner
        self.places = places
        self.today = today
        self.last = last
        self.new_per_day = new_per_day


def look(path: str, wanted: Wanted) -> Seen | None:
    """Return what is due in the database at ``path``; None where a few counts cannot tell.

    So it is with a file that cannot be read, is of another version or of another program, or
    has never seen the learner; where a backlog is cleared or a plan to a day is followed; and
    where a card had another name that was answered today or buried in the last days.
    """
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    try:
        connection = sqlite3.connect(
            f"file:{quoted}?mode=ro", uri=True, timeout=PATIENCE_SECONDS, isolation_level=None
        )
        try:
            connection.execute("BEGIN")
            return _seen(connection, wanted) if _is_plain(connection, wanted) else None
        finally:
            connection.close()
    except (sqlite3.Error, ValueError):
        return None


def banks_at(connection: sqlite3.Connection, places: Places) -> list[int]:
    """Return the row ids of the banks in use at the first of ``places`` that any was loaded from.

    A place is one or more paths of folders or files. None at any: all banks in use, unless a
    place was named, which is the only one then and ends with an empty one.
    """
    for paths in places:
        found = {bank for path in paths for (bank,) in connection.execute(_BANKS_AT, [path, os.sep])}
        if found or not paths:
            return sorted(found)
    return [bank for (bank,) in connection.execute("SELECT id FROM banks WHERE NOT archived ORDER BY id")]


def _is_plain(connection: sqlite3.Connection, wanted: Wanted) -> bool:
    first, today = _first_id(wanted.today), wanted.today.isoformat()
    values = {"learner": wanted.learner, "today": today, "first": first}
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    steps, *unplain = connection.execute(_PLAIN, values).fetchone()
    return bool(owner == APPLICATION_ID and steps == STEPS and unplain == [1, 0, 0, 0])


def _seen(connection: sqlite3.Connection, wanted: Wanted) -> Seen:
    banks = f"[{','.join(map(str, banks_at(connection, wanted.places)))}]"
    last, today, first = wanted.last.isoformat(), wanted.today.isoformat(), _first_id(wanted.today)
    (begun,) = connection.execute(
        _BEGUN_TODAY, {"learner": wanted.learner, "today": today, "first": first}
    ).fetchone()
    tomorrow = (wanted.today + timedelta(days=1)).isoformat()
    marked = connection.execute(_BURIED, [first, wanted.learner, tomorrow])
    buried = f"[{','.join(str(card) for (key,) in marked for card in _row_ids(connection, key))}]"
    room = max(wanted.new_per_day - begun, 0)
    (new,) = connection.execute(_NEW, [wanted.learner, banks, buried, room]).fetchone()
    after = connection.execute(_NEXT, [wanted.learner, today, banks, buried]).fetchone()
    pause = connection.execute(_PAUSE, [wanted.learner]).fetchone()
    return Seen(
        dict(connection.execute(_DUE, [wanted.learner, last, banks, buried])),
        new,
        after and after[0],
        pause[0] if pause and (not pause[0] or today < pause[0]) else None,
    )


def _row_ids(connection: sqlite3.Connection, key: str) -> list[int]:
    """Return what ``catalogue.card_row_id`` returns, or nothing."""
    bank, _, rest = key.rpartition("/")
    question, _, part = rest.partition("#")
    return [card for (card,) in connection.execute(_ROW_ID, [bank, question, part])]


def _first_id(day: date) -> str:
    """Return what ``log.first_id`` returns."""
    ms = max((day.toordinal() - 719_163) * 86_400_000 - BEFORE_MS, 0)
    digits = f"{ms:012x}"
    return f"{digits[:8]}-{digits[8:]}"


_BANKS_AT = """
SELECT DISTINCT banks.id FROM files JOIN banks ON banks.id = files.bank_id
WHERE NOT banks.archived AND (files.path = ?1 OR substr(files.path, 1, length(?1) + 1) = ?1 || ?2)
"""
_TODAY = """
SELECT DISTINCT card FROM reviews_kept
WHERE id > :first AND +learner = :learner AND study_day = :today AND mode = 'study'
"""
_NEWEST = """
SELECT content, study_day FROM plans WHERE learner = :learner AND sort = '{}' ORDER BY id DESC LIMIT 1
"""
_PLAIN = f"""
SELECT
  (SELECT group_concat(name, ' ') FROM (
     SELECT name FROM _sqlite_migrations WHERE migration_set = 'quiz' ORDER BY name)),
  EXISTS (SELECT 1 FROM learners WHERE name = :learner),
  EXISTS (SELECT 1 FROM ({_NEWEST.format("backlog")}) WHERE json_type(content) <> 'null'
          AND coalesce(:today < date(study_day, '+' || json_extract(content, '$.days') || ' days'), true)),
  EXISTS (SELECT 1 FROM ({_NEWEST.format("goal")}) WHERE json_type(content) <> 'null'
          AND coalesce(:today <= date(json_extract(content, '$.by')), true)),
  EXISTS (SELECT 1 FROM renames WHERE new_card IN ({_TODAY}) OR old_card IN ({_TODAY}) OR old_card IN (
     SELECT card FROM marks WHERE id > :first AND +learner = :learner))
"""  # noqa: S608 - constants of this file
_BEGUN_TODAY = f"""
SELECT count(*) FROM ({_TODAY}) AS today WHERE NOT EXISTS (
  SELECT 1 FROM reviews_kept AS earlier WHERE earlier.learner = :learner AND earlier.card = today.card
    AND earlier.study_day < :today AND earlier.mode = 'study')
"""  # noqa: S608 - likewise
_BURIED = """
SELECT card FROM (
  SELECT card, sign, until, max(id) FROM marks
  WHERE id > ? AND +learner = ? AND sign IN ('suspended', 'unsuspended', 'buried', 'unburied') GROUP BY card)
WHERE sign = 'buried' AND until = ?
"""
_ROW_ID = """
SELECT cards.id FROM cards JOIN questions ON questions.id = cards.question_id
JOIN banks ON banks.id = questions.bank_id
WHERE banks.key = ? AND questions.question = ? AND cards.part = ?
"""
_PAUSE = """
SELECT coalesce(json_extract(content, '$.until'), '') FROM (
  SELECT content FROM plans WHERE learner = ? AND sort = 'pause' ORDER BY id DESC LIMIT 1)
WHERE json_type(content) <> 'null'
"""
_IN_USE = f"""
NOT (cards.archived OR questions.archived OR questions.draft)
AND questions.bank_id IN (SELECT value FROM json_each(?))
AND one.card_id NOT IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
  SELECT 1 FROM aside WHERE aside.learner = one.learner AND aside.card_id = one.card_id
    AND aside.until = '{FOR_GOOD}')
"""  # noqa: S608 - likewise
_OF_STATES = """
FROM card_states AS one CROSS JOIN cards ON cards.id = one.card_id
JOIN questions ON questions.id = cards.question_id
WHERE one.learner = ? AND one.due_on {} ? AND
"""
_DUE = f"""
SELECT one.due_on, count(*) {_OF_STATES.format("<=")} {_IN_USE} GROUP BY one.due_on
"""
_NEXT = f"""
SELECT one.due_on {_OF_STATES.format(">")} {_IN_USE} ORDER BY one.due_on LIMIT 1
"""
_NEW = f"""
SELECT count(*) FROM (
  SELECT 1 FROM new_cards AS one CROSS JOIN cards ON cards.id = one.card_id
  JOIN questions ON questions.id = cards.question_id
  WHERE one.learner = ? AND {_IN_USE} LIMIT ?)
"""  # noqa: S608 - likewise
