"""The states of cards and which cards are new: derived from the log and the catalogue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from quiz.review import CardState, Memory, State
from quiz.store.damage import reads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.store.opening import Store


def write_state(store: Store, card_id: int, state: CardState | None) -> None:
    """Write a card's state; None makes it new again."""
    execute = store.db.conn.execute
    if state is None:
        execute("DELETE FROM card_states WHERE learner = ? AND card_id = ?", [store.learner, card_id])
        execute(_MAKE_NEW, [store.learner, card_id])
        return
    if state.reviews == 1:
        execute(_NO_LONGER_NEW, [store.learner, card_id, card_id])
    execute(
        "INSERT OR REPLACE INTO card_states VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [store.learner, card_id, *_state_row(state)],
    )


def rewrite_states(store: Store, states: Mapping[int, CardState]) -> None:
    """Make ``states`` (by card row id) all the states of the learner; every other card is new."""
    with store.transaction():
        execute = store.db.conn.execute
        execute("DELETE FROM card_states WHERE learner = ?", [store.learner])
        execute("DELETE FROM new_cards WHERE learner = ?", [store.learner])
        store.db.conn.executemany(
            "INSERT INTO card_states VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((store.learner, card_id, *_state_row(state)) for card_id, state in states.items()),
        )
        execute(_FILL_NEW, [store.learner, store.learner])


def stored_states(store: Store) -> dict[int, CardState]:
    """Return the learner's stored states by card row id."""
    rows = store.db.query("SELECT * FROM card_states WHERE learner = ?", [store.learner])
    return {row["card_id"]: state_from(row) for row in rows}


def state_of(store: Store, card_id: int) -> CardState | None:
    """Return the learner's stored state of one card, by row id; None when it is new."""
    sql = "SELECT * FROM card_states WHERE learner = ? AND card_id = ?"
    row = next(iter(store.db.query(sql, [store.learner, card_id])), None)
    return None if row is None else state_from(row)


@reads("card_states")
def state_from(row: Mapping[str, Any]) -> CardState:
    """Return the state of a row of ``card_states``."""
    return CardState(
        State(row["state"]),
        Memory(row["stability"], row["difficulty"]),
        date.fromisoformat(row["last_day"]),
        date.fromisoformat(row["due_on"]),
        row["interval_days"],
        row["reviews"],
        row["lapses"],
    )


def written(store: Store) -> tuple[int, int]:
    """Return what changes with every write to the database: that of another, and of this program's own."""
    by_others = store.db.conn.execute("PRAGMA data_version").fetchone()[0]
    return int(by_others), store.db.conn.total_changes


def loads(store: Store, first: date, last: date) -> dict[date, int]:
    """Return how many of the learner's cards come on each day from ``first`` to ``last``.

    Days without any are left out. Cards that are set aside or gone from their banks count: they
    may come back, and are few.
    """
    rows = store.db.execute(
        """SELECT due_on, count(*) FROM card_states
           WHERE learner = ? AND due_on BETWEEN ? AND ? GROUP BY due_on""",
        [store.learner, first.isoformat(), last.isoformat()],
    )
    return {date.fromisoformat(day): int(number) for day, number in rows}


def sibling_days(store: Store, card_id: int) -> list[date]:
    """Return the due days of the other cards of a card's question, and of its group in the bank."""
    rows = store.db.execute(_SIBLING_DAYS, [card_id, card_id, store.learner])
    return [date.fromisoformat(day) for (day,) in rows]


def refill_new_cards(store: Store, bank_id: int) -> None:
    """Make ``new_cards`` of a bank, for every learner, follow from its cards in use and their states."""
    store.db.execute("DELETE FROM new_cards WHERE bank_id = ?", [bank_id])
    store.db.execute(
        """INSERT INTO new_cards
           SELECT learners.name, questions.bank_id, questions.position, cards.id
           FROM learners, questions JOIN cards ON cards.question_id = questions.id
           WHERE questions.bank_id = ? AND NOT (questions.archived OR questions.draft OR cards.archived)
             AND NOT EXISTS (SELECT 1 FROM card_states
                             WHERE card_states.learner = learners.name AND card_states.card_id = cards.id)""",
        [bank_id],
    )


def add_new_cards(store: Store, bank_id: int) -> None:
    """Fill ``new_cards`` of a bank that was just made: nobody has answered any of its cards.

    As `refill_new_cards`, in half its time.
    """
    store.db.execute(
        """INSERT INTO new_cards
           SELECT learners.name, questions.bank_id, questions.position, cards.id
           FROM learners CROSS JOIN questions CROSS JOIN cards ON cards.question_id = questions.id
           WHERE questions.bank_id = ? AND NOT questions.draft""",
        [bank_id],
    )


# The order of the joins is set: from the few siblings to their states, never through all states.
_SIBLING_DAYS = """
WITH siblings AS (
  SELECT other.id FROM cards AS own CROSS JOIN cards AS other
    ON other.question_id = own.question_id AND other.id <> own.id WHERE own.id = ?
  UNION ALL
  SELECT cards.id FROM cards AS own CROSS JOIN questions AS asked ON asked.id = own.question_id
    CROSS JOIN questions AS other ON other.bank_id = asked.bank_id
      AND other.sibling_group = asked.sibling_group AND other.id <> asked.id
    CROSS JOIN cards ON cards.question_id = other.id WHERE own.id = ?)
SELECT due_on FROM siblings CROSS JOIN card_states
  ON card_states.learner = ? AND card_states.card_id = siblings.id
"""
_MAKE_NEW = """
INSERT OR IGNORE INTO new_cards
SELECT ?, questions.bank_id, questions.position, cards.id
FROM cards JOIN questions ON questions.id = cards.question_id
WHERE cards.id = ? AND NOT (cards.archived OR questions.archived OR questions.draft)
"""
_FILL_NEW = """
INSERT INTO new_cards
SELECT ?, questions.bank_id, questions.position, cards.id
FROM cards JOIN questions ON questions.id = cards.question_id
WHERE NOT (cards.archived OR questions.archived OR questions.draft)
  AND NOT EXISTS (SELECT 1 FROM card_states WHERE card_states.learner = ? AND card_id = cards.id)
"""
_NO_LONGER_NEW = """
DELETE FROM new_cards WHERE learner = ? AND card_id = ? AND (bank_id, position) = (
  SELECT questions.bank_id, questions.position
  FROM cards JOIN questions ON questions.id = cards.question_id WHERE cards.id = ?)
"""


def _state_row(state: CardState) -> tuple[object, ...]:
    return (
        state.state.value,
        state.memory.stability,
        state.memory.difficulty,
        state.last_day.isoformat(),
        state.due_on.isoformat(),
        state.interval_days,
        state.reviews,
        state.lapses,
    )
