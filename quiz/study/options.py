"""In which order options stand on the screen."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from quiz.question import Kind

if TYPE_CHECKING:
    from quiz.card import Card

TRIES = 20
_LAST = re.compile(
    r"(all|none|both|neither|any) of (these|them|the above|the others?)\b|(all|none) above", re.IGNORECASE
)


def shown(card: Card, seed: str) -> tuple[str, ...]:
    """Return the options of ``card`` as they are to be shown; equal seeds give equal orders.

    "All of these" and its like stay last, true and false keep their order, and the items of
    an order never start in the right one. Typed kinds and recall have none.
    """
    question = card.question
    options = question.options()
    if question.kind is Kind.TRUE_FALSE or not question.shuffle:
        return options
    last = tuple(option for option in options if _LAST.search(option))
    rest = [option for option in options if option not in last]
    chance = Random(f"{seed}:{card.key}")  # noqa: S311 - an order to show, no secret
    for _ in range(TRIES):
        chance.shuffle(rest)
        if question.kind is not Kind.ORDER or (*rest, *last) != options:
            break
    return (*rest, *last)
