"""The holes of a cloze after its sentence was edited: which card belongs to which hole now."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quiz.store.opening import Store

ASIDE = "was-"
"""How the part of a card begins whose hole is gone; what follows tells its first answer."""


def move_parts(store: Store, question_id: int, before: str, after: str) -> list[tuple[str, str]]:
    """Give the cards of a question (row id) the parts of their holes; return each step, old and new part.

    ``before`` and ``after`` are stored contents. A hole is the same when its first accepted
    answer is, and no other hole has it. A hole in the place of one that is gone counts as
    that one edited. The card of a hole that is gone is set aside with its history, until a
    hole with the same first answer takes it up. Contents of other kinds move nothing.
    """
    cards = dict(
        store.db.execute("SELECT part, id FROM cards WHERE question_id = ?", [question_id]).fetchall()
    )
    goals = _goals(_answers(before), _answers(after), cards)
    # All go by way of a name that nothing has, so that two may change places.
    aside = {part: f"{ASIDE}{cards[part]}-{len(cards)}" for part in goals}
    steps = [*aside.items(), *((aside[part], goal) for part, goal in goals.items() if goal is not None)]
    for old, new in steps:
        store.db.execute(
            "UPDATE cards SET part = ? WHERE question_id = ? AND part = ?", [new, question_id, old]
        )
    return steps


def _goals(old: Sequence[str], new: Sequence[str], parts: Collection[str]) -> dict[str, str | None]:
    """Return where cards go, by part; those that stay are left out, None means nowhere that is known."""
    moves = _moves(old, new)
    goals: dict[str, str | None] = {_part(place): _part(goal) for place, goal in moves.items()}
    taken = set(goals.values())
    for place, answer in enumerate(new):
        if _part(place) not in taken and _aside(answer) in parts:
            goals.setdefault(_aside(answer), _part(place))
            taken.add(goals[_aside(answer)])
    for place, answer in enumerate(old):
        if place not in moves:
            used = _aside(answer) in parts or _aside(answer) in goals.values()
            goals[_part(place)] = None if used else _aside(answer)
    # Cards of holes that went when nobody noted which.
    goals |= {part: None for part in parts if part in taken and part not in goals}
    return {part: goal for part, goal in goals.items() if part in parts and part != goal}


def _moves(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the new place of each old hole that is still there, or was edited where it stands."""
    places = {answer: place for place, answer in enumerate(new) if _single(answer, old, new)}
    moves = {place: places[answer] for place, answer in enumerate(old) if answer in places}
    free = set(range(len(new))) - set(moves.values())
    return moves | {place: place for place in range(len(old)) if place not in moves and place in free}


def _part(place: int) -> str:
    return str(place + 1)


def _aside(answer: str) -> str:
    """Return the part of a card while its hole is gone."""
    return f"{ASIDE}{hashlib.sha256(answer.encode(errors='surrogatepass')).hexdigest()[:16]}"


def _answers(content: str) -> list[str]:
    pieces = json.loads(content).get("pieces", ())
    return [piece[0][0].casefold() for piece in pieces if not isinstance(piece, str)]


def _single(answer: str, old: Sequence[str], new: Sequence[str]) -> bool:
    return Counter(old)[answer] == Counter(new)[answer] == 1
