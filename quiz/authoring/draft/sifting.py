"""A text to its headline, its paragraphs, and what is left out of it as no part of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft import noise
from quiz.authoring.draft.blocks import Block, Line, blocks, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_HEADLINE, MOST_HEADING = 35, 14
"""Words of a headline and of a heading within the text, where nothing marks them."""

MOST_TITLE = 200
"""Characters of a title."""

_SAME = 92
"""Likeness, of 100, from which a short line repeats the headline."""

_LIST_ITEM = re.compile(r"[-*+•]\s|\d+[.)]\s")
_DOUBLED = re.compile(r"\b(\w+(?: \w+){0,7}) \1\b")
_NUMBER = re.compile(r"(\d{1,6})\.\s+(?=\S)", re.ASCII)
_OPENED = re.compile(r"\w")


class LeftOut(NamedTuple):
    """A line that is left out, with its number from 1, and why."""

    line: int
    text: str
    reason: str


class Part(NamedTuple):
    """A paragraph, or a heading between paragraphs; its first line counts from 1.

    ``number`` is the paragraph's own, where all of a text begin with one; it is no part of the text.
    """

    line: int
    text: str
    heading: bool = False
    number: int | None = None


class Sifted(NamedTuple):
    """What a text is made of. ``title`` is None where it has no headline."""

    title: str | None
    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]

    def paragraphs(self) -> tuple[Part, ...]:
        """Return the parts that are no headings."""
        return tuple(part for part in self.parts if not part.heading)


def sift(text: str) -> Sifted:
    """Return what of ``text`` is its own; empty for a text without any letter."""
    sifter = _Sifter(list(blocks(tidy(text))))
    parts = sifter.sift()
    return Sifted(sifter.title, tuple(_numbered(parts)), tuple(sorted(sifter.left_out)))


def _numbered(parts: list[Part]) -> list[Part]:
    """Take the numbers off paragraphs that all begin with one of their own."""
    marks = {part.line: _NUMBER.match(part.text) for part in parts if not part.heading}
    numbers = {int(mark[1]) for mark in marks.values() if mark}
    if len(numbers) < len(marks):
        return parts
    return [
        part._replace(text=part.text[mark.end() :], number=int(mark[1])) if mark else part
        for part in parts
        for mark in (marks.get(part.line),)
    ]


class _Sifter:
    """Goes through the blocks once, in order."""

    def __init__(self, found: Sequence[Block]) -> None:
        self._blocks = found
        self._half = sum(len(block.text) for block in found) / 2
        self._seen: dict[str, int] = {}
        self._below: str | None = None
        self._commented = False
        self._passed = 0
        self.title: str | None = None
        self.left_out: list[LeftOut] = []

    def sift(self) -> list[Part]:
        parts: list[Part] = []
        kept: list[Block] = []
        for number, block in enumerate(self._blocks):
            left = self._without_noise(block)
            self._passed += len(block.text)
            if left is None or self._is_left_out(left):
                continue
            more = number + 1 < len(self._blocks)
            if self.title is None and not parts and more and _is_headline(left):
                self.title = single(left.text)[:MOST_TITLE]
                continue
            self._below = None
            heading = left.marked or _is_heading(left)
            parts.append(Part(left.lines[0].number, left.text, heading=heading))
            kept.append(left)
        if all(part.heading for part in parts):
            # A list of words, or a poem.
            return [
                part._replace(heading=False)
                for part, block in zip(parts, kept, strict=True)
                if not block.marked
            ]
        while parts[-1].heading:
            parts.pop()
            self._leave_bare(kept.pop())
        return parts

    def _leave_bare(self, block: Block) -> None:
        """Name a heading with nothing below it; one that is marked is no paragraph anyway."""
        if not block.marked:
            self._leave_all(block, "a heading with nothing below it")

    def _without_noise(self, block: Block) -> Block | None:
        """Return the block without its lines of noise, or None when nothing is left."""
        kept: list[Line] = []
        for number, line in enumerate(block.lines):
            sort = self._reason(block, number)
            if sort is None:
                kept.append(line)
            else:
                self._leave_out(line, sort)
        return block._replace(lines=tuple(kept)) if kept and _OPENED.search(block.text) else None

    def _reason(self, block: Block, number: int) -> str | None:
        line = block.lines[number]
        if self._commented:
            return "below a form for comments"
        sort = noise.reason(line.text)
        if sort is None or not _stands_alone(block.lines, number):
            return None
        if noise.opens_list(line.text, sort):
            self._below = line.text
        self._commented = sort == noise.COMMENTS and self._passed > self._half
        return sort

    def _is_left_out(self, block: Block) -> bool:
        """Leave out what is noise because of what stands above it."""
        text = block.text
        before = self._seen.setdefault(text.casefold(), block.lines[0].number)
        if before != block.lines[0].number:
            return self._leave_all(block, f"the same as line {before}")
        if self.title is not None and _repeats(text, self.title):
            return self._leave_all(block, "the headline once more")
        if self._below is not None and not block.marked and _is_listed(block):
            return self._leave_all(block, f"a title below »{self._below[:40]}«")
        return False

    def _leave_all(self, block: Block, sort: str) -> bool:
        for line in block.lines:
            self._leave_out(line, sort)
        return True

    def _leave_out(self, line: Line, sort: str) -> None:
        self.left_out.append(LeftOut(line.number, line.text, sort))


def single(text: str) -> str:
    """Return ``text`` with words that stand there twice in a row (`on Tape on Tape`) once.

    Single small words stay: `had had` is English.
    """

    def once(found: re.Match[str]) -> str:
        return found[1] if " " in found[1] or found[1][:1].isupper() else found[0]

    return _DOUBLED.sub(once, text)


def _stands_alone(lines: Sequence[Line], number: int) -> bool:
    """Whether a line neither goes on from the one before it nor goes on in the next."""
    before = lines[number - 1].text if number else ""
    after = lines[number + 1].text if number + 1 < len(lines) else ""
    begins = not before or noise.is_sentence(before) or noise.reason(before) is not None
    ends = not after or not after[0].islower()
    return begins and ends


def _bare(text: str) -> str:
    return text.rstrip("”\"\u2019')]» ")


def _is_headline(block: Block) -> bool:
    text = _bare(block.text)
    return block.marked or (
        len(block.lines) == 1
        and len(text.split()) <= MOST_HEADLINE
        and len(text) <= MOST_TITLE
        and not text.endswith((".", "…", ":", ",", ";"))
        and not _LIST_ITEM.match(text)
    )


def _is_heading(block: Block) -> bool:
    text = _bare(block.text)
    return (
        len(block.lines) == 1
        and len(text.split()) <= MOST_HEADING
        and text[-1:].isalnum()
        and not text[:1].islower()
        and not _LIST_ITEM.match(text)
    )


def _is_listed(block: Block) -> bool:
    """Whether a block may be titles of other pages: no line of it is a sentence."""
    return all(
        len(line.text.split()) <= MOST_HEADLINE and not noise.is_sentence(line.text) for line in block.lines
    )


def _repeats(text: str, title: str) -> bool:
    if len(text) > 2 * MOST_TITLE or noise.is_sentence(text):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - slow to import, and most commands need no drafts

    return fuzz.ratio(text.casefold(), title.casefold()) >= _SAME
