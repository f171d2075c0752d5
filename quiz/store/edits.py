"""What edits of banks do to cards with a history: who has one, and the events of changed answers."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.card import card_key
from quiz.store.catalogue import card_from
from quiz.store.damage import reads
from quiz.store.log import names_now, next_event_id, utc_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from quiz.card import Card
    from quiz.store.opening import Store


class Answered(NamedTuple):
    """A card that some learner of this database has a history with, as the catalogue holds it."""

    card_id: int
    bank: str
    path: str
    language: str
    question: str
    part: str
    kind: str
    line: int
    prompt: str
    content: str
    gone: bool
    """Whether the question is in no bank any more."""

    aside: bool
    """Whether the question has this card no longer."""

    draft: bool
    answers: int
    """How often it was answered, over all learners."""

    @property
    def asked(self) -> bool:
        """Whether it is asked at all."""
        return not (self.gone or self.aside or self.draft)

    @property
    def key(self) -> str:
        """The name of the card in the log."""
        return card_key(self.bank, self.question, self.part)

    @property
    def name(self) -> str:
        """The name of its question, ``bank/id``."""
        return f"{self.bank}/{self.question}"

    def card(self) -> Card:
        """Return the card; its part may be one that the question has no longer."""
        return card_from(self._asdict())


class Edit(NamedTuple):
    """The event of a changed answer: the card is asked again, from the study day ``day`` on.

    ``old`` and ``new`` are the revisions of the card before and after. ``old`` is empty where
    what was asked before is not known any more.
    """

    id: str
    card: str
    old: str
    new: str
    day: date


def answered_in(store: Store, bank_id: int) -> dict[int, Answered]:
    """Return the cards with a history in a bank (row id), by row id."""
    return _answered(store, _IN_BANK, bank_id)


def answered_by_id(store: Store, card_ids: Iterable[int]) -> dict[int, Answered]:
    """Return those of these cards (row ids) that have a history."""
    return _answered(store, _BY_ID, json.dumps([*card_ids]))


def add(store: Store, edits: Iterable[tuple[str, str, str]], at: datetime, day: date) -> None:
    """Write that the answers of cards changed: key, old and new revision of each."""
    for edit in edits:
        row = [next_event_id(store, at), store.device, *edit, utc_text(at), day.isoformat()]
        store.db.execute("INSERT INTO edits VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def newest(store: Store) -> dict[str, Edit]:
    """Return the latest edit of each card that has any, by the key that the card has now."""
    now_of = names_now(store)
    rows = store.db.execute("SELECT id, card, old_revision, new_revision, study_day FROM edits ORDER BY id")
    return {(card := now_of(name, event)): _edit(event, card, rest) for event, name, *rest in rows}


def is_outdated(store: Store, revision: str) -> bool:
    """Whether a card with this revision was ever edited into another one."""
    sql = "SELECT EXISTS (SELECT 1 FROM edits WHERE old_revision = ?)"
    row = store.db.conn.execute(sql, [revision]).fetchone()
    return bool(row[0])


def due_days(store: Store, card_ids: Iterable[int]) -> dict[int, date]:
    """Return when each of these cards (row ids) with a history is due for the learner who comes first."""
    rows = store.db.execute(
        """SELECT card_id, min(due_on) FROM json_each(?) AS wanted CROSS JOIN learners
           CROSS JOIN card_states ON learner = learners.name AND card_id = wanted.value GROUP BY card_id""",
        [json.dumps([*card_ids])],
    )
    return {row_id: _day(due_on) for row_id, due_on in rows}


_day = reads("card_states")(date.fromisoformat)


def learners(store: Store) -> list[str]:
    """Return the names of all learners of this database."""
    return [name for (name,) in store.db.execute("SELECT name FROM learners ORDER BY name")]


@reads("edits")
def _edit(event: str, card: str, row: Sequence[str]) -> Edit:
    old, new, day = row
    return Edit(event, card, old, new, date.fromisoformat(day))


_COLUMNS = """
SELECT cards.id, banks.key, banks.path, banks.language, questions.question, cards.part, questions.kind,
       questions.line, questions.prompt, questions.content, banks.archived OR questions.archived,
       cards.archived, questions.draft, sum(card_states.reviews)
"""
# Every card is looked up in the states of each learner: learners are few, and states are many.
_STATES = """
CROSS JOIN learners
CROSS JOIN card_states ON card_states.learner = learners.name AND card_states.card_id = cards.id
"""
_IN_BANK = f"""{_COLUMNS}
FROM banks CROSS JOIN questions ON questions.bank_id = banks.id
CROSS JOIN cards ON cards.question_id = questions.id {_STATES}
WHERE banks.id = ? GROUP BY cards.id ORDER BY questions.position, cards.id
"""
_BY_ID = f"""{_COLUMNS}
FROM json_each(?) AS wanted CROSS JOIN cards ON cards.id = wanted.value
CROSS JOIN questions ON questions.id = cards.question_id
CROSS JOIN banks ON banks.id = questions.bank_id {_STATES}
GROUP BY cards.id
"""


def _answered(store: Store, sql: str, value: object) -> dict[int, Answered]:
    return {row[0]: _row(*row) for row in store.db.execute(sql, [value])}


def _row(*row: Any) -> Answered:  # noqa: ANN401 - a row of SQLite holds anything
    *told, gone, aside, draft, answers = row
    return Answered._make([*told, bool(gone), bool(aside), bool(draft), answers])
