"""What stands in the tables that follow from the log, as a replay compares and rewrites it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from quiz.store.damage import reads

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.store.opening import Store


def everybody(store: Store) -> list[str]:
    """Return the learners of this database, those too that only the log knows, as after a merge; by name."""
    rows = store.db.execute(
        """SELECT name FROM learners UNION SELECT learner FROM reviews
           UNION SELECT learner FROM marks ORDER BY 1"""
    )
    return [_text(name) for (name,) in rows]


def add_learner(store: Store) -> None:
    """Let the learner of this store be known, so that rows of derived tables can name them."""
    store.db.conn.execute("INSERT OR IGNORE INTO learners VALUES (?)", [store.learner])


def studied(store: Store) -> int:
    """Return how many study answers the log has, over all learners, those taken back too."""
    return int(store.db.execute("SELECT count(*) FROM reviews WHERE mode = 'study'").fetchone()[0])


def astray(store: Store, answered: Iterable[int]) -> list[int]:
    """Return the cards (row ids) that are listed as new and should not be, or should be and are not.

    ``answered`` are the cards with a state. One that is listed at a place that is not its own
    is among them.
    """
    rows = store.db.execute(_ASTRAY, [json.dumps([*answered]), store.learner, store.learner])
    return [card_id for (card_id,) in rows]


def keys(store: Store, card_ids: Iterable[int]) -> dict[int, str]:
    """Return the present keys of these cards by row id; those that are in no question are left out."""
    rows = store.db.execute(
        """SELECT card_id, card FROM json_each(?) AS wanted CROSS JOIN card_keys ON card_id = wanted.value""",
        [json.dumps([*card_ids])],
    )
    return {card_id: _text(card) for card_id, card in rows}


_text = reads("learners")(str)

_ASTRAY = """
WITH answered AS (SELECT value AS card_id FROM json_each(?)),
wanted AS (
  SELECT questions.bank_id, questions.position, cards.id AS card_id
  FROM cards JOIN questions ON questions.id = cards.question_id
  WHERE NOT (cards.archived OR questions.archived OR questions.draft)
    AND cards.id NOT IN (SELECT card_id FROM answered)),
there AS (SELECT bank_id, position, card_id FROM new_cards WHERE learner = ?)
SELECT card_id FROM (SELECT * FROM wanted EXCEPT SELECT * FROM there)
UNION SELECT card_id FROM (
  SELECT bank_id, position, card_id FROM new_cards WHERE learner = ? EXCEPT SELECT * FROM wanted)
ORDER BY card_id
"""
