"""The names of all cards of a selection, whether they are asked now or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.store.candidates import condition_of

if TYPE_CHECKING:
    from quiz.store.candidates import Scope
    from quiz.store.opening import Store


def cards_of(store: Store, scope: Scope) -> frozenset[str]:
    """Return the present keys of the cards of a scope, drafts and those set aside or out of use too."""
    condition, values = condition_of(scope)
    rows = store.db.execute(
        f"""SELECT card_keys.card FROM card_keys JOIN cards ON cards.id = card_keys.card_id
            JOIN questions ON questions.id = cards.question_id WHERE {condition}""",  # noqa: S608 - marks only
        values,
    )
    return frozenset(card for (card,) in rows)
