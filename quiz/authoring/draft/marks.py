"""The numbers that a text itself has before its paragraphs, such as ``[12]`` or ``§ 12``."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DOTTED = re.compile(r"(\d{1,6})\.\s+(?=\S)", re.ASCII)
_FORMS = (
    _DOTTED,
    re.compile(r"\[(\d{1,6})\]:?\s*(?=\S)", re.ASCII),
    re.compile(r"\((\d{1,6})\)\s*(?=\S)", re.ASCII),
    re.compile(r"(\d{1,6})[):]\s+(?=\S)", re.ASCII),
    re.compile(r"[§¶]\s*(\d{1,6})[.:)]?\s+(?=\S)", re.ASCII),
)
_BARE = re.compile(r"(\d{1,6})\s+(?=[^\W\d_])", re.ASCII)
_FEWEST = 3
"""Paragraphs from which a row of numbers can hardly be chance."""


class Marked(NamedTuple):
    """A paragraph with its own number: the words behind it, and the mark as it is written.

    ``twice``: whether the number stood there twice.
    """

    number: int
    text: str
    mark: str
    twice: bool = False


def own_numbers(texts: Sequence[str]) -> tuple[Marked, ...]:
    """Return paragraphs with the numbers that all of them begin with; empty where one has none.

    Numbers are written alike: ``12. ``, ``[12]``, ``(12)``, ``12)``, ``12:``, ``§ 12``, or bare
    where at least three count on by one. No two are equal, and all but those of the first
    form rise. A number that each paragraph has twice (``12. [12]``) is taken off twice.
    """
    for form in _FORMS:
        found = _all(form, texts)
        if found and _count(found, rise=form is not _DOTTED):
            return _once(found)
    bare = _all(_BARE, texts)
    steps = all(after.number == before.number + 1 for before, after in pairwise(bare))
    return bare if len(bare) >= _FEWEST and steps else ()


def _all(form: re.Pattern[str], texts: Sequence[str]) -> tuple[Marked, ...]:
    found = tuple(_marked(form, texts))
    return found if len(found) == len(texts) else ()


def _marked(form: re.Pattern[str], texts: Sequence[str]) -> Iterator[Marked]:
    for text in texts:
        mark = form.match(text)
        if mark:
            yield Marked(int(mark[1]), text[mark.end() :], mark[0].strip())


def _count(found: Sequence[Marked], *, rise: bool) -> bool:
    if rise:
        return all(before.number < after.number for before, after in pairwise(found))
    return len({one.number for one in found}) == len(found)


def _once(found: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Take off a number that stands a second time before each of at least two paragraphs."""
    texts = [one.text for one in found]
    numbers = [one.number for one in found]
    for form in _FORMS:
        again = _all(form, texts)
        if len(again) > 1 and [one.number for one in again] == numbers:
            both = zip(found, again, strict=True)
            return tuple(after._replace(mark=f"{one.mark} {after.mark}", twice=True) for one, after in both)
    return found


def doubt(texts: Sequence[str], lines: Sequence[int]) -> str:
    """Return in a sentence what is odd about the numbers of paragraphs; empty where nothing is.

    ``lines`` are their first lines. Odd are a number that stands there twice, and numbers of
    most paragraphs, but not of all.
    """
    if own := own_numbers(texts):
        twice = f"Each paragraph begins with its number twice, such as {own[0].mark}; it is kept once."
        return twice if own[0].twice else ""
    for form in _FORMS:
        marks = [form.match(text) for text in texts]
        there = sum(mark is not None for mark in marks)
        # `1. ` before some paragraphs is a list.
        if there == len(texts) > 1 or (form is not _DOTTED and there >= _FEWEST and 2 * there > len(texts)):
            return _what_is_odd(marks, lines)
    return ""


def _what_is_odd(marks: Sequence[re.Match[str] | None], lines: Sequence[int]) -> str:
    both = [(mark, line) for mark, line in zip(marks, lines, strict=True) if mark]
    number, times = Counter(mark[1] for mark, _ in both).most_common(1)[0]
    cure = "so its own numbers do not count, and stay as words"
    if times > 1:
        at = [(mark[0].strip(), line) for mark, line in both if mark[1] == number]
        return f"{at[0][0]} stands before two paragraphs, in lines {at[0][1]} and {at[1][1]}, {cure}."
    if len(both) < len(marks):
        bare = lines[marks.index(None)]
        mark = both[0][0][0].strip()
        return f"Line {bare} begins a paragraph without a number, others begin like {mark}, {cure}."
    return f"The numbers before its paragraphs do not rise, {cure}."
