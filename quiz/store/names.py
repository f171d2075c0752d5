"""Questions found by their names, those in the archive too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from quiz.store.catalogue import card_from
from quiz.store.damage import DamagedRow, reads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.card import Card
    from quiz.store.opening import Store


class Name(NamedTuple):
    """A question of the catalogue: its bank by row id and by key, its own id, whether it is in use."""

    bank_id: int
    bank: str
    question: str
    in_use: bool

    def __str__(self) -> str:
        return f"{self.bank}/{self.question}"


class CardRow(NamedTuple):
    """A card of a question: its row id, and what it is."""

    card_id: int
    card: Card


def called(store: Store, bank_ids: Sequence[int], question: str) -> list[Name]:
    """Return the questions of these banks with this id, those in use first, then by bank."""
    rows = store.db.execute(
        """SELECT banks.id, banks.key, question, NOT questions.archived FROM json_each(?) AS wanted
           CROSS JOIN banks ON banks.id = wanted.value
           CROSS JOIN questions ON questions.bank_id = banks.id AND question = ?
           ORDER BY questions.archived, banks.key""",
        [json.dumps(list(bank_ids)), question],
    )
    return [Name(bank_id, bank, name, bool(in_use)) for bank_id, bank, name, in_use in rows]


def all_in_use(store: Store, bank_ids: Sequence[int]) -> list[str]:
    """Return the names, ``bank/id``, of all questions in use in these banks, in their order."""
    rows = store.db.execute(
        """SELECT banks.key || '/' || question FROM json_each(?) AS wanted
           CROSS JOIN banks ON banks.id = wanted.value
           CROSS JOIN questions ON questions.bank_id = banks.id AND NOT questions.archived
           ORDER BY banks.key, position""",
        [json.dumps(list(bank_ids))],
    )
    return [name for (name,) in rows]


def cards_called(store: Store, name: Name) -> list[CardRow]:
    """Return the cards that a question has now, in their order; raises ``DamagedRow``."""
    rows = store.db.query(
        """SELECT banks.key AS bank, banks.path, questions.question, questions.kind, questions.line,
                  questions.prompt, questions.content, cards.part, cards.id AS card_id
           FROM questions JOIN banks ON banks.id = bank_id JOIN cards ON cards.question_id = questions.id
           WHERE bank_id = ? AND question = ? AND NOT cards.archived""",
        [name.bank_id, name.question],
    )
    found = sorted((CardRow(row["card_id"], card_from(row)) for row in rows), key=_place)
    if not found:
        raise DamagedRow("cards")
    return found


@reads("cards")
def _place(row: CardRow) -> int:
    """Return the place of a card among those of its question."""
    return row.card.question.parts().index(row.card.part)
