"""Cards by their row ids, those out of use too: what they ask, and where that stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from quiz.store.catalogue import card_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.card import Card
    from quiz.store.opening import Store


class CardAt(NamedTuple):
    """A card of the catalogue; its path and line are where it stood last."""

    card_id: int
    bank_id: int
    card: Card
    gone: bool
    """Whether its bank has it no more, or with a fault."""

    @property
    def prompt(self) -> str:
        """What is asked; the whole question where it has this card no longer."""
        question = self.card.question
        return self.card.prompt if self.card.part in question.parts() else question.ask

    def is_in(self, bank_ids: Iterable[int], tags: Iterable[str], whole: Iterable[int]) -> bool:
        """Whether it is meant by banks (row ids) and tags, as in a ``Scope``."""
        if self.bank_id not in bank_ids:
            return False
        wanted = set(tags)
        return not wanted or self.bank_id in whole or not wanted.isdisjoint(self.card.question.tags)


def cards_at(store: Store, card_ids: Iterable[int]) -> dict[int, CardAt]:
    """Return these cards by row id; those that are not there are left out."""
    rows = store.db.query(
        """SELECT banks.key AS bank, banks.path, questions.question, questions.kind, questions.line,
                  questions.prompt, questions.content, cards.part, cards.id AS card_id, questions.bank_id,
                  questions.archived OR cards.archived AS gone
           FROM json_each(?) AS wanted CROSS JOIN cards ON cards.id = wanted.value
           JOIN questions ON questions.id = question_id JOIN banks ON banks.id = bank_id""",
        [json.dumps([*card_ids])],
    )
    return {
        row["card_id"]: CardAt(row["card_id"], row["bank_id"], card_from(row), bool(row["gone"]))
        for row in rows
    }
