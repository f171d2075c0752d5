"""Questions of one bank that are there under another id: known by what they ask and answer."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quiz.store.opening import Store

Texts = tuple[str, str]
"""Prompt and stored content of a question."""


class Moves(NamedTuple):
    """Ids that changed, old to new, and every step of a card's name within the bank."""

    ids: tuple[tuple[str, str], ...]
    steps: tuple[tuple[str, str], ...]


def follow_ids(
    store: Store, bank_id: int, before: Mapping[str, Texts], after: Sequence[tuple[str, Texts]]
) -> Moves:
    """Give questions that stand under another id that id, with their cards; return what moved.

    ``before`` holds the questions known, by id, ``after`` those of the new reading. A question
    moves when exactly one other had the same prompt and content and did not keep them. What
    stood under the new id, and has no text any more, steps aside with its history.
    """
    moves = dict(_moves(before, after))
    straight = {old: new for old, new in moves.items() if new not in before}
    displaced = [name for name in moves.values() if name in before and name not in moves]
    crowded = [old for old in moves if old not in straight]
    aside = {name: _unused(store, bank_id, name) for name in (*crowded, *displaced)}
    around = [(aside[old], new) for old, new in moves.items() if old in aside]
    steps: list[tuple[str, str]] = []
    for old, new in [*straight.items(), *aside.items(), *around]:
        steps += _renamed(store, bank_id, old, new)
    return Moves(tuple(moves.items()), tuple(steps))


def _moves(before: Mapping[str, Texts], after: Sequence[tuple[str, Texts]]) -> Iterator[tuple[str, str]]:
    kept = {name for name, texts in after if before.get(name) == texts}
    waiting: dict[Texts, list[str]] = {}
    for name, texts in before.items():
        if name not in kept:
            waiting.setdefault(texts, []).append(name)
    if not waiting:
        return
    wanted: dict[Texts, list[str]] = {}
    for name, texts in after:
        if name not in kept and texts in waiting:
            wanted.setdefault(texts, []).append(name)
    for texts, names in wanted.items():
        if len(names) == len(waiting[texts]) == 1:
            yield waiting[texts][0], names[0]


def _renamed(store: Store, bank_id: int, old: str, new: str) -> list[tuple[str, str]]:
    """Rename one question, and return the old and the new name of each of its cards."""
    row = [bank_id, old]
    parts = store.db.execute(
        """SELECT part FROM cards JOIN questions ON questions.id = question_id
           WHERE bank_id = ? AND question = ?""",
        row,
    ).fetchall()
    store.db.execute("UPDATE questions SET question = ? WHERE bank_id = ? AND question = ?", [new, *row])
    return [(_card(old, part), _card(new, part)) for (part,) in parts]


def _unused(store: Store, bank_id: int, name: str) -> str:
    """Return a name that no bank can write and nothing has."""
    like = [bank_id, f"{name}~", f"{name}~~"]
    sql = "SELECT question FROM questions WHERE bank_id = ? AND question BETWEEN ? AND ?"
    used = {row[0] for row in store.db.execute(sql, like)}
    return next(free for number in count(1) if (free := f"{name}~{number}") not in used)


def _card(name: str, part: str) -> str:
    return f"{name}#{part}" if part else name
