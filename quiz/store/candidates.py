"""Which cards could be asked: small slices found by index, however many cards there are.

Cards that the learner suspended or buried are left out everywhere but in ``chosen``.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.store.catalogue import card_from
from quiz.store.damage import reads
from quiz.store.states import state_from

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quiz.card import Card
    from quiz.review import CardState
    from quiz.store.opening import Store


PAGE = 100
"""So many new cards are read at a time."""


class Scope(NamedTuple):
    """Which cards are meant: those of these banks (row ids) that have a tag and a kind of these.

    No tags or no kinds given means any. A bank in ``whole`` counts with all its tags.
    """

    bank_ids: tuple[int, ...]
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    whole: tuple[int, ...] = ()


class Candidate(NamedTuple):
    """A card that could be asked. ``state`` None: it was never answered."""

    card_id: int
    card: Card
    state: CardState | None
    language: str
    source: str | None
    title: str
    """The bank's title."""


def due(
    store: Store, scope: Scope, today: date, limit: int, *, since: date = date.min
) -> Iterator[Candidate]:
    """Yield answered cards due today or earlier: first those being learnt, then the likeliest forgotten.

    Those due before ``since`` are left out. A limit below 0 is none.

    Retrievability falls with elapsed days over stability whatever the parameters are, so
    the sort needs no formula.
    """
    condition, values = condition_of(scope)
    rows = store.db.query(
        f"""SELECT {_COLUMNS}, card_states.*
            FROM card_states CROSS JOIN cards ON cards.id = card_states.card_id
            JOIN questions ON questions.id = cards.question_id
            JOIN banks ON banks.id = questions.bank_id
            WHERE card_states.learner = ? AND card_states.due_on BETWEEN ? AND ?
              AND {DUE_IN_USE} AND {condition}
            ORDER BY card_states.state = 'review',
                     (julianday(?) - julianday(card_states.last_day)) / card_states.stability DESC,
                     card_states.card_id
            LIMIT ?""",  # noqa: S608 - constants of this file and marks
        [store.learner, since.isoformat(), today.isoformat(), *values, today.isoformat(), limit],
    )
    return (_candidate(row, state_from(row)) for row in rows)


def soonest(store: Store, scope: Scope, after: date, limit: int) -> list[Candidate]:
    """Return the cards that are due next after the day ``after``, the soonest first."""
    condition, values = condition_of(scope)
    rows = store.db.query(
        f"""SELECT {_COLUMNS}, card_states.*
            FROM card_states CROSS JOIN cards ON cards.id = card_states.card_id
            JOIN questions ON questions.id = cards.question_id
            JOIN banks ON banks.id = questions.bank_id
            WHERE card_states.learner = ? AND card_states.due_on > ? AND {DUE_IN_USE} AND {condition}
            ORDER BY card_states.due_on, card_states.card_id LIMIT ?""",  # noqa: S608 - likewise
        [store.learner, after.isoformat(), *values, limit],
    )
    return [_candidate(row, state_from(row)) for row in rows]


def new(store: Store, scope: Scope, spent: Collection[str] = ()) -> Iterator[Candidate]:
    """Yield cards never answered, in the order of the banks in ``scope`` and of their questions.

    Cards of the groups in ``spent`` (as ``Card.siblings``) are passed over. It is looked at anew
    every ``PAGE`` cards, so that groups which are added meanwhile cost little, however large.
    """
    for bank_id in scope.bank_ids:
        one_bank, place = scope._replace(bank_ids=(bank_id,)), (-1, -1)
        while rows := _new_page(store, one_bank, place, spent):
            yield from (_candidate(row, None) for row in rows)
            place = rows[-1]["position"], rows[-1]["card_id"]


def _new_page(
    store: Store, one_bank: Scope, place: tuple[int, int], spent: Collection[str]
) -> list[dict[str, Any]]:
    """Return the rows of the next new cards of a bank after ``place``: position and card row id."""
    condition, values = condition_of(one_bank)
    rows = store.db.query(
        f"""SELECT {_COLUMNS}, new_cards.position
            FROM new_cards CROSS JOIN cards ON cards.id = new_cards.card_id
            JOIN questions ON questions.id = cards.question_id
            JOIN banks ON banks.id = questions.bank_id
            WHERE new_cards.learner = ? AND new_cards.bank_id = ?
              AND (new_cards.position, new_cards.card_id) > (?, ?) AND {_NEW_IN_USE} AND {condition}
              AND (questions.sibling_group IS NULL
                   OR banks.key || '//' || questions.sibling_group NOT IN (SELECT value FROM json_each(?)))
            ORDER BY new_cards.position, new_cards.card_id LIMIT ?""",  # noqa: S608 - likewise
        [store.learner, *one_bank.bank_ids, *place, *values, json.dumps([*spent]), PAGE],
    )
    return list(rows)


def counts_by_day(store: Store, scope: Scope, until: date | None = None) -> dict[date, int]:
    """Return how many answered cards are due on each day, up to ``until``; days without any are absent."""
    condition, values = condition_of(scope)
    if until is not None:
        condition, values = f"card_states.due_on <= ? AND {condition}", [until.isoformat(), *values]
    rows = store.db.execute(
        f"""SELECT card_states.due_on, count(*) FROM card_states JOIN cards ON cards.id = card_states.card_id
            JOIN questions ON questions.id = cards.question_id
            WHERE card_states.learner = ? AND {DUE_IN_USE} AND {condition}
            GROUP BY card_states.due_on""",  # noqa: S608 - likewise
        [store.learner, *values],
    )
    return {_day(due_on): number for due_on, number in rows}


def memories(store: Store, scope: Scope) -> list[tuple[float, date]]:
    """Return the stability, in days, and the day of the last answer of all answered cards."""
    condition, values = condition_of(scope)
    rows = store.db.execute(
        f"""SELECT card_states.stability, card_states.last_day
            FROM card_states JOIN cards ON cards.id = card_states.card_id
            JOIN questions ON questions.id = cards.question_id
            WHERE card_states.learner = ? AND {DUE_IN_USE} AND {condition}""",  # noqa: S608 - likewise
        [store.learner, *values],
    )
    return [(stability, _day(last_day)) for stability, last_day in rows]


def next_due_on(store: Store, scope: Scope, after: date) -> date | None:
    """Return the first day later than ``after`` on which a card is due, or None."""
    condition, values = condition_of(scope)
    row = store.db.execute(
        f"""SELECT card_states.due_on FROM card_states CROSS JOIN cards ON cards.id = card_states.card_id
            JOIN questions ON questions.id = cards.question_id
            WHERE card_states.learner = ? AND card_states.due_on > ? AND {DUE_IN_USE} AND {condition}
            ORDER BY card_states.due_on LIMIT 1""",  # noqa: S608 - likewise
        [store.learner, after.isoformat(), *values],
    ).fetchone()
    return None if row is None else _day(row[0])


def new_count(store: Store, scope: Scope) -> int:
    """Return how many cards were never answered."""
    condition, values = condition_of(scope)
    row = store.db.execute(
        f"""SELECT count(*) FROM new_cards JOIN cards ON cards.id = new_cards.card_id
            JOIN questions ON questions.id = cards.question_id
            WHERE new_cards.learner = ? AND {_NEW_IN_USE} AND {condition}""",  # noqa: S608 - likewise
        [store.learner, *values],
    ).fetchone()
    return int(row[0])


def chosen(store: Store, card_ids: Sequence[int]) -> list[Candidate]:
    """Return these cards (row ids) in this order, as they are now, without those out of use or set aside."""
    return _by_id(store, card_ids, f"{_IN_USE} AND {_ASIDE}", [store.learner])


def planned(store: Store, card_ids: Sequence[int]) -> list[Candidate]:
    """Return these cards (row ids) in this order, also those that are not asked any more."""
    return _by_id(store, card_ids, "true", [])


def _by_id(store: Store, card_ids: Sequence[int], where: str, values: Sequence[object]) -> list[Candidate]:
    rows = store.db.query(
        f"""SELECT {_COLUMNS}, {_STATE_COLUMNS}
            FROM json_each(?) AS wanted CROSS JOIN cards ON cards.id = wanted.value
            JOIN questions ON questions.id = cards.question_id
            JOIN banks ON banks.id = questions.bank_id
            LEFT JOIN card_states ON card_states.learner = ? AND card_states.card_id = cards.id
            WHERE {where} ORDER BY wanted.key""",  # noqa: S608 - constants of this file
        [json.dumps([*card_ids]), store.learner, *values],
    )
    return [_any_candidate(row) for row in rows]


def everything(store: Store, scope: Scope) -> list[Candidate]:
    """Return all cards in use that are not set aside, in the order of banks and questions, due or not."""
    condition, values = condition_of(scope)
    rows = store.db.query(
        f"""SELECT {_COLUMNS}, {_STATE_COLUMNS}
            FROM questions JOIN cards ON cards.question_id = questions.id
            JOIN banks ON banks.id = questions.bank_id
            LEFT JOIN card_states ON card_states.learner = ? AND card_states.card_id = cards.id
            WHERE {_IN_USE} AND {condition} AND {_ASIDE}
            ORDER BY banks.key, questions.position, cards.id""",  # noqa: S608 - likewise
        [store.learner, *values, store.learner],
    )
    return [_any_candidate(row) for row in rows]


def forgotten(store: Store, scope: Scope, lapses: int) -> list[Candidate]:
    """Return the cards in use that were forgotten at least ``lapses`` times, set aside or not."""
    condition, values = condition_of(scope)
    rows = store.db.query(
        f"""SELECT {_COLUMNS}, card_states.*
            FROM card_states CROSS JOIN cards ON cards.id = card_states.card_id
            JOIN questions ON questions.id = cards.question_id
            JOIN banks ON banks.id = questions.bank_id
            WHERE card_states.learner = ? AND card_states.lapses >= ? AND {_IN_USE} AND {condition}
            ORDER BY banks.key, questions.position, cards.id""",  # noqa: S608 - likewise
        [store.learner, lapses, *values],
    )
    return [_candidate(row, state_from(row)) for row in rows]


_day = reads("card_states")(date.fromisoformat)

_COLUMNS = """cards.id AS card_id, cards.part, questions.question, questions.kind, questions.line,
  questions.prompt, questions.content, banks.key AS bank, banks.path, banks.language, banks.source,
  banks.title"""
_STATE_COLUMNS = """card_states.state, card_states.stability, card_states.difficulty, card_states.last_day,
  card_states.due_on, card_states.interval_days, card_states.reviews, card_states.lapses"""
_IN_USE = "NOT (cards.archived OR questions.archived OR questions.draft)"
_ASIDE = "NOT EXISTS (SELECT 1 FROM aside WHERE aside.learner = ? AND aside.card_id = cards.id)"
_NOT_ASIDE = """NOT EXISTS (
  SELECT 1 FROM aside WHERE aside.learner = {0}.learner AND aside.card_id = {0}.card_id)"""
DUE_IN_USE = f"{_IN_USE} AND {_NOT_ASIDE.format('card_states')}"
"""Of rows of ``card_states`` joined with ``cards`` and ``questions``: in use, and not set aside."""
_NEW_IN_USE = f"{_IN_USE} AND {_NOT_ASIDE.format('new_cards')}"


def condition_of(scope: Scope) -> tuple[str, list[object]]:
    """Return what rows of ``questions`` have to meet to be of a scope, as SQL, and its values."""
    parts = [f"questions.bank_id IN ({_marks(scope.bank_ids)})"]
    values: list[object] = list(scope.bank_ids)
    if scope.kinds:
        parts.append(f"questions.kind IN ({_marks(scope.kinds)})")
        values += scope.kinds
    if scope.tags:
        parts.append(
            f"""(questions.bank_id IN ({_marks(scope.whole)}) OR EXISTS (
                SELECT 1 FROM question_tags WHERE question_tags.question_id = questions.id
                  AND tag IN ({_marks(scope.tags)})))"""  # noqa: S608 - marks only
        )
        values += [*scope.whole, *scope.tags]
    return " AND ".join(parts), values


def _marks(values: tuple[object, ...]) -> str:
    return ",".join("?" * len(values))


def _any_candidate(row: dict[str, Any]) -> Candidate:
    return _candidate(row, None if row["state"] is None else state_from(row))


def _candidate(row: dict[str, Any], state: CardState | None) -> Candidate:
    return Candidate(row["card_id"], card_from(row), state, row["language"], row["source"], row["title"])
