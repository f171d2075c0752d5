"""The tables, as named steps that only go forward.

The log (``reviews``, ``undos``, ``renames``, ``edits``, ``marks``, ``adoptions``, ``reschedules``, ``plans``)
is the truth and is only ever added to. ``card_states``, ``new_cards`` and ``aside`` follow from it and can be
rebuilt; the catalogue (``files``, ``banks``, ``questions``, ``cards``) follows from the banks. ``sittings``
says how each sitting was planned, so that one that was cut off can be taken up again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

from quiz.store.tables import CATALOGUE, DERIVED, LOG
from quiz.store.views import CARDS_DUE, VIEWS

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x5155495A
"""``QUIZ`` in ASCII: how a file is told from another program's database."""

migrations = Migrations("quiz")

_EDITS = """
CREATE TABLE edits (
  id TEXT PRIMARY KEY NOT NULL,
  device TEXT NOT NULL,
  card TEXT NOT NULL,
  old_revision TEXT NOT NULL,
  new_revision TEXT NOT NULL,
  edited_at TEXT NOT NULL,
  study_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX edits_by_old_revision ON edits (old_revision);
"""

_MARKS = """
ALTER TABLE reviews ADD COLUMN graded TEXT;

CREATE TABLE marks (
  id TEXT PRIMARY KEY NOT NULL,
  device TEXT NOT NULL,
  learner TEXT NOT NULL,
  card TEXT NOT NULL,
  sign TEXT NOT NULL,
  note TEXT NOT NULL,
  until TEXT,
  marked_at TEXT NOT NULL,
  utc_offset_minutes INTEGER NOT NULL,
  study_day TEXT NOT NULL,
  session TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE aside (
  learner TEXT NOT NULL REFERENCES learners (name),
  card_id INTEGER NOT NULL REFERENCES cards (id),
  until TEXT NOT NULL,
  PRIMARY KEY (learner, card_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sittings (
  id TEXT PRIMARY KEY NOT NULL,
  device TEXT NOT NULL,
  learner TEXT NOT NULL,
  mode TEXT NOT NULL,
  began_at TEXT NOT NULL,
  study_day TEXT NOT NULL,
  plan TEXT NOT NULL,
  ended_at TEXT
) STRICT, WITHOUT ROWID;
"""

_ADOPTIONS = """
CREATE TABLE adoptions (
  id TEXT PRIMARY KEY NOT NULL,
  device TEXT NOT NULL,
  learner TEXT NOT NULL,
  parameters TEXT NOT NULL REFERENCES parameter_sets (id),
  adopted_at TEXT NOT NULL,
  utc_offset_minutes INTEGER NOT NULL,
  study_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reschedules (
  id TEXT PRIMARY KEY NOT NULL,
  device TEXT NOT NULL,
  learner TEXT NOT NULL,
  review TEXT NOT NULL REFERENCES reviews (id),
  interval_days INTEGER NOT NULL CHECK (interval_days >= 0),
  due_on TEXT NOT NULL,
  rescheduled_at TEXT NOT NULL,
  utc_offset_minutes INTEGER NOT NULL,
  study_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reschedules_by_learner ON reschedules (learner, review);
"""

_PLANS = """
CREATE TABLE plans (
  id TEXT PRIMARY KEY NOT NULL,
  device TEXT NOT NULL,
  learner TEXT NOT NULL,
  sort TEXT NOT NULL,
  content TEXT NOT NULL,
  made_at TEXT NOT NULL,
  utc_offset_minutes INTEGER NOT NULL,
  study_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


@migrations()
def first_schema(db: Database) -> None:
    """Create the log, the catalogue, what follows from them, and the views for people."""
    _run(db, LOG + CATALOGUE + DERIVED)
    for name, select in VIEWS.items():
        db.create_view(name, select)


@migrations()
def answer_edits(db: Database) -> None:
    """Add the events of answers that were changed in a bank, so that their cards are asked again."""
    _run(db, _EDITS)


@migrations()
def marks_and_sittings(db: Database) -> None:
    """Add the events of cards set aside or flagged, how sittings were planned, and overruled verdicts."""
    _run(db, _MARKS)


@migrations()
def due_without_aside(db: Database) -> None:
    """Leave what is suspended or buried out of the view of what is due."""
    db.create_view("cards_due", CARDS_DUE, replace=True)


@migrations()
def adopted_parameters(db: Database) -> None:
    """Add the events of parameters that a learner uses, and of due days that were moved to fit them."""
    _run(db, _ADOPTIONS)


@migrations()
def plans_of_learners(db: Database) -> None:
    """Add the events of what a learner plans: pauses, backlogs to be cleared, and whatever comes."""
    _run(db, _PLANS)


@migrations()
def groups_of_questions(db: Database) -> None:
    """Let the other questions of a group be found at once, to see on which days they come back."""
    where = "WHERE sibling_group IS NOT NULL"
    db.execute(f"CREATE INDEX questions_by_group ON questions (bank_id, sibling_group) {where}")


@migrations()
def held_back_questions(db: Database) -> None:
    """Keep with each file which questions its faults hold back, and whether no bank could be read from it."""
    db.execute("ALTER TABLE files ADD COLUMN held TEXT NOT NULL DEFAULT '[]'")
    db.execute("ALTER TABLE files ADD COLUMN unread INTEGER NOT NULL DEFAULT 0 CHECK (unread IN (0, 1))")


def _run(db: Database, script: str) -> None:
    """Run statements one by one, within the transaction that is open."""
    for statement in filter(str.strip, script.split(";")):
        db.execute(statement)
