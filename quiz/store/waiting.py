"""Which cards are due, little of each: enough to rank them, however many there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.review import Memory
from quiz.store.candidates import DUE_IN_USE, condition_of
from quiz.store.damage import reads

if TYPE_CHECKING:
    from quiz.store.candidates import Scope
    from quiz.store.opening import Store


class WaitingRow(NamedTuple):
    """An answered card that is due."""

    card_id: int
    kind: str
    bank: str
    """The bank's key."""

    learning: bool
    memory: Memory
    last_day: date
    due_on: date


class Span(NamedTuple):
    """The study day that is today, and the first and the last due day that is meant."""

    today: date
    since: date
    until: date


class Part(NamedTuple):
    """Which of the cards to look up, once they are sorted: at most ``limit`` after the first ``skip``.

    Sorted are they by how long they have been due, or those first that are likeliest forgotten
    (``weakest``). Retrievability falls with elapsed days over stability whatever the parameters are,
    so that sort needs no formula.
    """

    limit: int
    skip: int = 0
    weakest: bool = False


EVERY = Part(-1)


def learning(store: Store, scope: Scope, span: Span) -> list[WaitingRow]:
    """Return the cards due in a span of days that are being learnt, those due the longest first."""
    return _waiting(store, scope, span, EVERY, "card_states.state <> 'review'")


def waiting(store: Store, scope: Scope, span: Span, part: Part) -> list[WaitingRow]:
    """Return a part of the cards due in a span of days that are not being learnt."""
    return _waiting(store, scope, span, part, "card_states.state = 'review'")


def _waiting(store: Store, scope: Scope, span: Span, part: Part, state: str) -> list[WaitingRow]:
    condition, values = condition_of(scope)
    sort = _WEAKEST if part.weakest else "card_states.due_on"
    rows = store.db.execute(
        f"""SELECT card_states.card_id, questions.kind, banks.key, card_states.state <> 'review',
                   card_states.stability, card_states.difficulty, card_states.last_day, card_states.due_on
            FROM card_states CROSS JOIN cards ON cards.id = card_states.card_id
            JOIN questions ON questions.id = cards.question_id
            JOIN banks ON banks.id = questions.bank_id
            WHERE card_states.learner = ? AND card_states.due_on BETWEEN ? AND ?
              AND {state} AND {DUE_IN_USE} AND {condition}
            ORDER BY {sort}, card_states.card_id
            LIMIT ? OFFSET ?""",  # noqa: S608 - constants of this file and marks
        [
            store.learner,
            span.since.isoformat(),
            span.until.isoformat(),
            *values,
            *([span.today.isoformat()] if part.weakest else []),
            part.limit,
            part.skip,
        ],
    )
    return [_row(row) for row in rows]


_WEAKEST = "(julianday(?) - julianday(card_states.last_day)) / card_states.stability DESC"


@reads("card_states")
def _row(row: tuple[Any, ...]) -> WaitingRow:
    card_id, kind, bank, is_learning, stability, difficulty, last_day, due_on = row
    return WaitingRow(
        card_id,
        kind,
        bank,
        bool(is_learning),
        Memory(stability, difficulty),
        date.fromisoformat(last_day),
        date.fromisoformat(due_on),
    )
