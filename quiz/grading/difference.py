"""What differs between what was typed and what is right, letter by letter."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

from quiz.grading.fold import bare
from quiz.grading.judgement import Piece, Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LONGEST = 200
MOST_SPARE = 3
MOST_STEPS = 8


class Step(NamedTuple):
    """A part of the right text from ``start`` to ``end``, and what was typed in its place."""

    same: bool
    typed: str
    start: int
    end: int


def difference(
    typed: str, right: str, *, exact: bool = False, counts_as: Callable[[str], bool] | None = None
) -> tuple[Piece, ...]:
    """Return the pieces of both texts in reading order, with white space made single.

    A letter that differs in case or accent alone is the same and is shown as in ``right``, unless
    the difference is to be ``exact``. So is what does not matter, such as an article: a part that
    can be put as it was typed into the right text, which then still ``counts_as`` right.
    Texts of more than 200 characters give no pieces.
    """
    mine, theirs = _shown(typed), _shown(right)
    if max(len(mine), len(theirs)) > LONGEST:
        return ()
    drawn = list(_without_spare(mine, theirs, counts_as)) if counts_as else []
    if all(piece.sort is Sort.SAME for piece in drawn):
        drawn = list(_drawn(theirs, _steps(mine, theirs, _itself if exact else _key), []))
    letters = groupby(drawn, key=lambda piece: piece.sort)
    return tuple(Piece("".join(piece.text for piece in run), sort) for sort, run in letters)


def _without_spare(mine: str, theirs: str, counts_as: Callable[[str], bool]) -> Iterator[Piece]:
    """Yield the pieces; what may be missing at either end, or differ between, is the same."""
    head, core, tail, mine = min(
        _cores(mine, theirs, counts_as), key=lambda cut: Levenshtein.distance(_keys(cut[3]), _keys(cut[1]))
    )
    steps = _steps(mine, core, _key)
    yield from (Piece(part, Sort.SAME) for part in (head,) if part)
    yield from _drawn(core, steps, _idle(core, steps, counts_as))
    yield from (Piece(part, Sort.SAME) for part in (tail,) if part)


def _cores(mine: str, theirs: str, counts_as: Callable[[str], bool]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the right text cut in head, core and tail where the core is right, and the typed text for it."""
    words = theirs.split(" ")
    for first in range(min(MOST_SPARE, len(words) - 1) + 1):
        for last in range(len(words), max(first, len(words) - MOST_SPARE - 1), -1):
            core = " ".join(words[first:last])
            if (first or last < len(words)) and not counts_as(core):
                continue
            head = "".join(f"{word} " for word in words[:first])
            tail = "".join(f" {word}" for word in words[last:])
            yield head, core, tail, mine
            article, _, rest = mine.partition(" ")
            if rest and counts_as(f"{article} {core}"):
                yield head, core, tail, rest


def _steps(mine: str, theirs: str, key: Callable[[str], str]) -> list[Step]:
    """Return what is the same and what differs, by turns."""
    found = Levenshtein.opcodes(list(map(key, mine)), list(map(key, theirs)))
    runs = [(same, list(run)) for same, run in groupby(found, key=lambda step: step.tag == "equal")]
    return [
        Step(same, mine[run[0].src_start : run[-1].src_end], run[0].dest_start, run[-1].dest_end)
        for same, run in runs
    ]


def _idle(theirs: str, steps: Sequence[Step], counts_as: Callable[[str], bool]) -> list[Step]:
    """Return the steps that do not matter: neighbours together where one alone would, as in J. R. R."""
    changes = [step for step in steps if not step.same]
    idle: list[Step] = []
    place = 0
    while place < len(changes) <= MOST_STEPS:
        runs = (changes[place:end] for end in range(len(changes), place, -1))
        found = next((run for run in runs if counts_as(_put(theirs, run))), [])
        idle += found
        place += len(found) or 1
    return idle


def _put(theirs: str, steps: Sequence[Step]) -> str:
    """Return the right text with what was typed in place of these parts."""
    for step in reversed(steps):
        theirs = theirs[: step.start] + step.typed + theirs[step.end :]
    return theirs


def _drawn(theirs: str, steps: Sequence[Step], idle: Sequence[Step]) -> Iterator[Piece]:
    for step in steps:
        right = theirs[step.start : step.end]
        if step.same or step in idle:
            yield from (Piece(part, Sort.SAME) for part in (right,) if part)
            continue
        if step.typed:
            yield Piece(step.typed, Sort.EXTRA)
        if right:
            yield Piece(right, Sort.MISSING)


def _shown(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _keys(text: str) -> list[str]:
    return list(map(_key, text))


def _key(letter: str) -> str:
    return bare(letter.casefold())


def _itself(letter: str) -> str:
    return letter
