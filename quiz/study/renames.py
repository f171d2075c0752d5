"""A question under another id is the same question: its history goes with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from quiz.store import catalogue, log, questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from quiz.store import Change, Store

ALIKE = 85.0
"""From this likeness of prompts (0..100) a reworded question with the same answer counts as the same."""

MOST_PAIRS = 250_000
"""Prompts are compared one by one only while there are at most so many pairs in a bank."""

_ANSWER_KEYS = ("answer", "answers", "wrong", "value", "date", "items", "pairs", "back", "pieces")


class _Side(NamedTuple):
    bank_id: int
    question: str
    prompt: str
    content: str


def carry_over(store: Store, changes: Mapping[int, Change], at: datetime) -> list[tuple[str, str]]:
    """Recognise questions that left under one id and came under another in the same load.

    Three rules: nothing but the id differs (in any bank: a file was renamed, an id written
    or corrected); or the whole bank got another name, as others of its questions show, and the
    id is the same; or, within one bank, the answer is the same and the prompts are alike.
    Each is written into the log, as are cards of a cloze that followed their holes.
    Returns old and new names, ``bank/id``.
    """
    renamed = _names_within_banks(store, changes, at)
    gone = [
        side
        for bank_id, change in changes.items()
        for side in _sides(store, bank_id, (*change.archived, *change.unseen))
    ]
    if not gone:  # as at a first load, where the new ones are all there are
        return renamed
    came = [side for bank_id, change in changes.items() for side in _sides(store, bank_id, change.new)]
    banks = catalogue.banks(store)
    pairs = _equal(gone, came)
    moved = {(old.bank_id, new.bank_id) for old, new in pairs}
    moved -= {(old, new) for old, new in moved if old not in {bank.id for bank in banks if bank.archived}}
    pairs += _named_alike(_unused(gone, pairs), _unused(came, pairs), moved)
    pairs += _alike(_unused(gone, pairs), _unused(came, pairs))
    keys = {bank.id: bank.key for bank in banks}
    for old, new in pairs:
        cards = questions.take_over(store, old[:2], new[:2])
        log.add_renames(store, cards, at)
    return renamed + [
        (f"{keys[old.bank_id]}/{old.question}", f"{keys[new.bank_id]}/{new.question}") for old, new in pairs
    ]


def _names_within_banks(store: Store, changes: Mapping[int, Change], at: datetime) -> list[tuple[str, str]]:
    """Write the names that changed within a bank, a step at a time, as the log follows them one by one."""
    keys = {bank.id: bank.key for bank in catalogue.banks(store)}
    for bank_id, change in changes.items():
        steps = ((f"{keys[bank_id]}/{old}", f"{keys[bank_id]}/{new}") for old, new in change.moved)
        log.add_renames(store, steps, at)
    return [
        (f"{keys[bank_id]}/{old}", f"{keys[bank_id]}/{new}")
        for bank_id, change in changes.items()
        for old, new in change.renamed
    ]


def _sides(store: Store, bank_id: int, names: Sequence[str]) -> list[_Side]:
    if not names:
        return []
    found = catalogue.contents(store, bank_id, names)
    return [_Side(bank_id, name, *found[name]) for name in names]


def _equal(gone: Sequence[_Side], came: Sequence[_Side]) -> list[tuple[_Side, _Side]]:
    waiting: dict[tuple[str, str], list[_Side]] = {}
    for side in gone:
        waiting.setdefault(side[2:], []).append(side)
    return [(waiting[side[2:]].pop(0), side) for side in came if waiting.get(side[2:])]


def _unused(sides: Sequence[_Side], pairs: Iterable[tuple[_Side, _Side]]) -> list[_Side]:
    used = {side for pair in pairs for side in pair}
    return [side for side in sides if side not in used]


def _named_alike(
    gone: Sequence[_Side], came: Sequence[_Side], moved: Iterable[tuple[int, int]]
) -> list[tuple[_Side, _Side]]:
    """Pair questions with the same id in banks that ``moved``: row ids of an old bank and its new one."""
    waiting = {(side.bank_id, side.question): side for side in came}
    names = [(side, (new, side.question)) for old, new in moved for side in gone if side.bank_id == old]
    return [(side, waiting.pop(name)) for side, name in names if name in waiting]


def _alike(gone: Sequence[_Side], came: Sequence[_Side]) -> list[tuple[_Side, _Side]]:
    if len(gone) * len(came) > MOST_PAIRS:
        return []
    scored = sorted(
        ((_likeness(old, new), old, new) for old in gone for new in came if old.bank_id == new.bank_id),
        key=lambda entry: -entry[0],
    )
    pairs: list[tuple[_Side, _Side]] = []
    used: set[_Side] = set()
    for likeness, old, new in scored:
        if likeness >= ALIKE and old not in used and new not in used:
            pairs.append((old, new))
            used |= {old, new}
    return pairs


def _likeness(old: _Side, new: _Side) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415 - 10 ms that hardly any load needs

    return fuzz.ratio(old.prompt, new.prompt) if _answers(old) == _answers(new) else 0.0


def _answers(side: _Side) -> dict[str, object]:
    """Return what of a question is its answer; of a cloze, its holes without the text between them."""
    content = json.loads(side.content)
    found = {key: content[key] for key in _ANSWER_KEYS if key in content}
    if "pieces" in found:
        found["pieces"] = [piece for piece in found["pieces"] if not isinstance(piece, str)]
    return found
