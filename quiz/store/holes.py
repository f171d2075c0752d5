"""The holes of a cloze after its sentence was edited: which card belongs to which hole now."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.store.opening import Store


def moved_parts(before: str, after: str) -> dict[str, str | None]:
    """Return where the cards of a cloze go, by part; parts that stay are left out, None means nowhere.

    ``before`` and ``after`` are stored contents. A hole is the same when its first accepted
    answer is, and no other hole has it. A hole in the place of one that is gone counts as
    that one edited. Contents of other kinds move nothing.
    """
    old, new = _answers(before), _answers(after)
    places = {answer: place for place, answer in enumerate(new) if _single(answer, old, new)}
    moves: dict[int, int | None] = {
        place: places[answer] for place, answer in enumerate(old) if answer in places
    }
    free = set(range(len(new))) - set(moves.values())
    for place in range(len(old)):
        if place not in moves:
            moves[place] = place if place in free or place >= len(new) else None
    return {
        str(place + 1): None if goal is None else str(goal + 1)
        for place, goal in moves.items()
        if place != goal
    }


def move_parts(store: Store, question_id: int, moves: dict[str, str | None]) -> list[tuple[str, str]]:
    """Give the cards of a question (row id) their new parts; return each step, old and new part.

    All go by way of a name that nothing has, so that two may change places; one that goes
    nowhere keeps such a name, and its history with it.
    """
    cards = dict(
        store.db.execute("SELECT part, id FROM cards WHERE question_id = ?", [question_id]).fetchall()
    )
    aside = {part: f"was-{cards[part]}-{len(cards)}" for part in moves if part in cards}
    steps = list(aside.items())
    steps += [(aside[part], goal) for part, goal in moves.items() if part in aside and goal is not None]
    for old, new in steps:
        store.db.execute(
            "UPDATE cards SET part = ? WHERE question_id = ? AND part = ?", [new, question_id, old]
        )
    return steps


def _answers(content: str) -> list[str]:
    pieces = json.loads(content).get("pieces", ())
    return [piece[0][0].casefold() for piece in pieces if not isinstance(piece, str)]


def _single(answer: str, old: Sequence[str], new: Sequence[str]) -> bool:
    return Counter(old)[answer] == Counter(new)[answer] == 1
