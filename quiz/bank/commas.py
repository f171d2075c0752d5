"""Texts in braces that a comma cuts in two: ``{number: 90,000}`` has a key ``000``."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.limits import MAX_SHOWN
from quiz.bank.nodes import Scalar, is_blank
from quiz.bank.problem import place, shown
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quiz.bank.nodes import Mapping, Node


_GROUP = re.compile(r"\d{3}(?!\d).*", re.DOTALL)


class Split(NamedTuple):
    """What to tell of one text that was cut."""

    message: str
    cure: str


def splits(mapping: Mapping, unknown: Collection[str]) -> dict[str, Split | None]:
    """Return the ``unknown`` keys of a mapping that are the rest of the text before them.

    The first key of each rest has what is to be told of it, those behind it have None.
    """
    found: dict[str, Split | None] = {}
    begin = 0
    for number, key in enumerate(mapping.keys):
        if key.value in unknown and is_rest(mapping, number) and not is_blank(_value(mapping, begin)):
            found[key.value] = None
            found[mapping.keys[begin + 1].value] = _split(mapping, begin, number)
        else:
            begin = number
    return found


def split_pairs(mapping: Mapping) -> dict[str, Split | None]:
    """Return the left sides that are the rest of the right side before them, as `splits` does.

    A left side alone may also be a pair that is not finished, so it is a rest only where no
    space stands behind the comma, or where it is three digits behind a digit. Of equal rests
    the first alone is kept in a mapping; its cure speaks of all.
    """
    rests = {key.value for number, key in enumerate(mapping.keys) if _is_close(mapping, number)}
    found = splits(mapping, rests) if rests else {}
    if not mapping.refused:
        return found
    cure = "put every right side that has a comma in quotes"
    return {name: split and split._replace(cure=cure) for name, split in found.items()}


def _is_close(mapping: Mapping, number: int) -> bool:
    """Whether a left side is surely the rest of what stands before its comma."""
    key, value = mapping.keys[number], _value(mapping, number - 1)
    if not is_rest(mapping, number) or not isinstance(value, Scalar):
        return False
    before = mapping.keys[number - 1] if is_blank(value) else value
    is_group = _GROUP.fullmatch(key.value) is not None and before.value[-1:].isdigit()
    return is_group or place(key.start_mark)[1] == place(before.end_mark)[1] + 1


def is_rest(mapping: Mapping, number: int) -> bool:
    """Whether the key of this number has no value and follows a plain text on one line, as in braces only."""
    key, before = mapping.keys[number], mapping.keys[number - 1]
    if not number or not is_blank(mapping.entries[key.value]) or key.style:
        return False
    value = _value(mapping, number - 1)
    is_plain = isinstance(value, Scalar) and not value.style
    return is_plain and place(before.start_mark)[0] == place(key.start_mark)[0]


def _value(mapping: Mapping, number: int) -> Node:
    return mapping.entries[mapping.keys[number].value]


def _split(mapping: Mapping, begin: int, end: int) -> Split:
    """Return what to tell of the value of one key, which ends in the key of number ``end`` only."""
    value = _value(mapping, begin)
    text = _written([value, *mapping.keys[begin + 1 : end + 1]]) if isinstance(value, Scalar) else ""
    message = f"a comma ends {shown(text)} too early"
    is_known = not mapping.refused and len(text) < MAX_SHOWN and text == clean_line(text)
    if is_known and not set(text) & set('"\\`'):
        return Split(message, f'put it in quotes: `"{text}"`')
    return Split(message, f"put the whole text of {shown(mapping.keys[begin].value)} in quotes")


def _written(pieces: Sequence[Scalar]) -> str:
    """Return pieces of one line with the commas between them, and the spaces, as they stand in the file."""
    text = str(pieces[0].value)
    for before, piece in pairwise(pieces):
        gap = place(piece.start_mark)[1] - place(before.end_mark)[1]
        text += f",{' ' * (gap - 1)}{piece.value}"
    return text
