"""In which order options stand on the screen."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from quiz.question import Kind

if TYPE_CHECKING:
    from quiz.card import Card

_LAST = re.compile(
    r"((all|none|both|neither|any)( of)? (these|them|the above|the others?)|(all|none) above)[.!]?",
    re.IGNORECASE,
)


def shown(card: Card, seed: str) -> tuple[str, ...]:
    """Return the options of ``card`` as they are to be shown; equal seeds give equal orders.

    "All of these" and its like stay last, true and false keep their order, and the items of
    an order never start in the right one, not even with ``shuffle: false``. Typed kinds and
    recall have none.
    """
    question = card.question
    options = question.options()
    chance = Random(f"{seed}:{card.key}")  # noqa: S311 - an order to show, no secret
    if question.kind is Kind.ORDER:
        return _unsolved(options, chance)
    if question.kind is Kind.TRUE_FALSE or not question.shuffle:
        return options
    last = [option for option in options if _LAST.fullmatch(option.strip())]
    rest = [option for option in options if option not in last]
    chance.shuffle(rest)
    chance.shuffle(last)
    return (*rest, *last)


def _unsolved(items: tuple[str, ...], chance: Random) -> tuple[str, ...]:
    """Return at least two different items in an order that is not theirs."""
    mixed = list(items)
    chance.shuffle(mixed)
    return (*items[1:], *items[:1]) if tuple(mixed) == items else tuple(mixed)
