"""Why a question that is known is not among those that its bank gives now."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank import CannotRead, Code, read_bank
from quiz.bank.decode import text_of
from quiz.bank.files import read_regular
from quiz.bank.ids_written import places_of_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST = (1, 1)


class Why(Enum):
    """What became of a question. The last one is told where a faulty bank has questions without ids."""

    GONE = auto()
    FAULTY = auto()
    UNREAD = auto()
    """It stands, or may stand, behind a fault that ends the reading of the file."""

    GONE_OR_FAULTY = auto()


class Missing(NamedTuple):
    """Why a question is missing, and line and column, from 1, of what there is to see of it.

    That is its id, for one that is not read the fault, and else the beginning of the file.
    """

    why: Why
    line: int
    column: int


def missing(path: str, ids: Iterable[str]) -> dict[str, Missing]:
    """Return why the file at ``path`` gives no questions with these ids; a file that is gone holds none."""
    bank, problems = read_bank(Path(path), "")
    places = places_of_ids(text_in(path))
    cut = min((one.location[1:] for one in problems if one.code is Code.BROKEN_YAML), default=None)
    before = [place for place in places.values() if cut is not None and place < cut]
    end = max(before, default=FIRST)  # the question in which the reading ends
    sound = {question.id for question in bank.questions} if bank else set()

    def one(name: str) -> Missing:
        place = places.get(name)
        if name in sound or not problems:
            return Missing(Why.GONE, *(place or FIRST))
        if cut is not None and (place is None or place >= end):
            return Missing(Why.UNREAD, *cut)
        return Missing(Why.FAULTY, *place) if place else Missing(Why.GONE_OR_FAULTY, *FIRST)

    return {name: one(name) for name in ids}


def text_in(path: str) -> str:
    """Return the text of a file as a bank is read from it; empty where it cannot be read."""
    try:
        return text_of(read_regular(Path(path)))
    except CannotRead:
        return ""
