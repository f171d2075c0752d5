"""Slips in the keys of a bank where there is no doubt: one that is misspelt, and `quiz:` left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.finding import Edit
from quiz.authoring.layout_places import lines_of
from quiz.authoring.raw import lines
from quiz.bank import FIELDS, Code
from quiz.bank.fields import VERSION

if TYPE_CHECKING:
    from quiz.authoring.finding import Finding
    from quiz.authoring.material import Material

_KEY = re.compile(r"[\"']?(?P<name>\w+)[\"']?\s*:")
_KEYS = tuple(dict.fromkeys(field.name for fields in FIELDS.values() for field in fields))
SHORT, LONG = 4, 6
"""Letters from which a key may have one slip, and two."""


def slip(finding: Finding, bank: Material) -> Edit | None:
    """Return the edit that spells an unknown key right; None where it is in doubt which key was meant."""
    _, line, column = finding.location
    found = _KEY.match(lines(bank.text)[line - 1], column - 1)
    key = meant(found["name"]) if found else None
    # The reader, who knows what may stand there, has to have the same guess.
    if found and key and finding.cure == f"write `{key}`":
        return Edit(line, found.start("name") + 1, line, found.end("name") + 1, key)
    return None


def first_line(bank: Material) -> Edit | None:
    """Return the edit that puts `quiz:` above the other keys of a file; None unless it surely is a bank.

    It is one when it lacks nothing but that key to be read, and a question in it has no fault.
    """
    lost = [one for one in bank.problems if one.code is Code.NO_BANK]
    if bank.bank is not None or len(lost) != 1 or not any(one.sound for one in bank.written):
        return None
    _, line, column = lost[0].location
    if lines(bank.text)[line - 1][column - 1 :].startswith("{"):
        return None
    ended = lines_of(bank.text).break_near(line - 1)
    return Edit(line, column, line, column, f"quiz: {VERSION}{ended}{' ' * (column - 1)}")


def meant(name: str) -> str | None:
    """Return the key of the format that a name certainly was meant to be; None where that is in doubt.

    The distance counts letters added, left out, exchanged, or swapped with the next. A key of
    six letters may be two away, one of four letters one, a shorter one only differ in case or
    in the order of its letters; the next nearest key has to be further away.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only a misspelt key needs it

    folded = name.casefold()
    ranked = sorted((OSA.distance(folded, key), key) for key in _KEYS)
    (distance, key), (next_distance, _) = ranked[:2]
    if len(key) < SHORT and sorted(folded) != sorted(key):
        return None
    near = distance <= (len(key) >= LONG) + 1 and distance < next_distance
    return key if near else None
