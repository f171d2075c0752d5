"""A text to its headline, its paragraphs, and what is left out of it as no part of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft import beside, headlines, marks, noise
from quiz.authoring.draft.blocks import Block, Line, blocks, tidy
from quiz.authoring.draft.phrases import BYLINE, COMMENTS, PICTURE
from quiz.authoring.draft.shapes import Shape, front_title, is_item
from quiz.authoring.draft.sites import SITE, without_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CAPTION = "what a picture shows"
FEWEST_REPEATED = 4
"""Words from which a line that stands there twice is hardly meant: `Example` and `Yes.` may be."""

_DOUBLED = re.compile(r"\b(\w+(?: \w+){0,7}) \1\b")
_OPENED = re.compile(r"\w")


class LeftOut(NamedTuple):
    """A line that is left out, with its number from 1, and why."""

    line: int
    text: str
    reason: str


class Part(NamedTuple):
    """A paragraph, or a heading between paragraphs; its first line counts from 1.

    ``number`` is the paragraph's own, where all of a text begin with one; it is no part of the
    text. ``rows`` are the lines of code, of a table or of a list as they were written, without
    that number; empty for prose.
    """

    line: int
    text: str
    heading: bool = False
    number: int | None = None
    rows: tuple[str, ...] = ()


class Sifted(NamedTuple):
    """What a text is made of. ``title`` is None where it has no headline.

    ``doubt`` says in a sentence what is odd about the numbers of its paragraphs; empty where nothing is.
    """

    title: str | None
    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]
    doubt: str = ""

    def paragraphs(self) -> tuple[Part, ...]:
        """Return the parts that are no headings."""
        return tuple(part for part in self.parts if not part.heading)


def sift(text: str) -> Sifted:
    """Return what of ``text`` is its own; empty for a text without any letter."""
    tidied = tidy(text)
    page, site = without_site(list(blocks(tidied)))
    sifter = _Sifter(list(_begun(page)), front_title(tidied.split("\n")))
    if site is not None:
        sifter.left_out.append(LeftOut(site.number, site.text.strip(), SITE))
    parts = sifter.sift()
    own = [part for part in parts if not part.heading]
    doubt = marks.doubt([part.text for part in own], [part.line for part in own])
    return Sifted(sifter.title, tuple(_numbered(parts)), tuple(sorted(sifter.left_out)), doubt)


def _begun(found: list[Block]) -> Iterator[Block]:
    """Yield the blocks, the first that is no noise parted where it is a headline and a paragraph."""
    first = next((number for number, block in enumerate(found) if not headlines.is_noise(block)), len(found))
    for number, block in enumerate(found):
        parts = beside.unlabelled(block) or headlines.parted(block) if number == first else None
        yield from parts or (block,)


def _numbered(parts: list[Part]) -> list[Part]:
    """Take the numbers off paragraphs that all begin with one of their own."""
    own = iter(marks.own_numbers([part.text for part in parts if not part.heading]))
    return [part if part.heading else _without(part, next(own, None)) for part in parts]


def _without(part: Part, own: marks.Marked | None) -> Part:
    if own is None:
        return part
    mark = len(part.text) - len(own.text)
    first = " ".join(part.rows[0].split())[mark:] if part.rows else ""
    rows = (*([first] if first else []), *part.rows[1:])
    return part._replace(text=own.text, number=own.number, rows=rows)


class _Sifter:
    """Goes through the blocks once, in order."""

    def __init__(self, found: Sequence[Block], title: str | None) -> None:
        self._blocks = found
        self._half = sum(len(block.text) for block in found) / 2
        self._headline = None if title else headlines.marked_headline(found)
        self._chapters = headlines.chapters(found)
        self._form = _last_form(found)
        self._beside = beside.reasons(found)
        self._one_date = sum(noise.is_date(block.text) for block in found) == 1
        self._seen: dict[str, int] = {}
        self._below: str | None = None
        self._pictured = False
        self._commented = False
        self._passed = 0
        self.title = title
        self.left_out: list[LeftOut] = []

    def sift(self) -> list[Part]:
        parts: list[Part] = []
        kept: list[Block] = []
        for number, block in enumerate(self._blocks):
            left = self._without_noise(number, bool(parts))
            self._passed += len(block.text)
            if left is None or self._is_title(number, left, bool(parts)) or self._is_left_out(left):
                continue
            self._below = None
            parts.append(_part(left, heading=headlines.is_heading(number, left, self._chapters)))
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

    def _is_title(self, number: int, block: Block, begun: bool) -> bool:  # noqa: FBT001
        """Take the headline, which is no part; also where the data above the text say it already."""
        if self.title is not None:
            return not begun and block.marked and headlines.repeats(block.text, self.title)
        first = not begun and number + 1 < len(self._blocks) and headlines.is_headline(block)
        if not (first if self._headline is None else number == self._headline):
            return False
        self.title = single(headlines.plain(block.text))[: headlines.MOST_TITLE]
        return True

    def _leave_bare(self, block: Block) -> None:
        """Name a heading with nothing below it; one that is marked is no paragraph anyway."""
        if not block.marked:
            self._leave_all(block, "a heading with nothing below it")

    def _without_noise(self, at: int, begun: bool) -> Block | None:  # noqa: FBT001
        """Return the block without its lines of noise, or None when nothing is left."""
        block = self._blocks[at]
        kept: list[Line] = []
        for number, line in enumerate(block.lines):
            sort = self._reason(at, number, begun)
            if sort is None:
                kept.append(line)
            else:
                self._leave_out(line, sort)
            self._pictured = noise.is_picture(line.text)
        return block._replace(lines=tuple(kept)) if kept and _OPENED.search(block.text) else None

    def _reason(self, at: int, number: int, begun: bool) -> str | None:  # noqa: FBT001
        block = self._blocks[at]
        line = block.lines[number]
        if self._commented:
            return "below a form for comments"
        if beside_others := self._beside.get(line.number):
            return beside_others
        if _is_caption(block, number, below_picture=self._pictured):
            return CAPTION
        sort = noise.reason(line.text)
        dated = sort is None and self._one_date and not begun and noise.is_date(block.text)
        if dated or number >= _signed_from(block, 0 if begun else 1):
            return BYLINE
        if sort is None or headlines.is_of_text(self._blocks, at) or not _stands_alone(block, number):
            return None
        if noise.opens_list(line.text, sort):
            self._below = line.text
        self._commented = sort == COMMENTS and self._passed > self._half and at <= self._form
        return sort

    def _is_left_out(self, block: Block) -> bool:
        """Leave out what is noise because of what stands above it."""
        text = block.text
        before = self._seen.setdefault(text.casefold(), block.lines[0].number)
        if before != block.lines[0].number and not _may_be_repeated(block):
            return self._leave_all(block, f"the same as line {before}")
        if self.title is not None and _is_title_again(block, self.title):
            return self._leave_all(block, "the headline once more")
        if self._below is not None and _may_be_listed(block):
            return self._leave_all(block, f"a title below »{self._below[:40]}«")
        return False

    def _leave_all(self, block: Block, sort: str) -> bool:
        for line in block.lines:
            self._leave_out(line, sort)
        return True

    def _leave_out(self, line: Line, sort: str) -> None:
        self.left_out.append(LeftOut(line.number, line.text.strip(), sort))


def _signed_from(block: Block, last: int) -> int:
    """Return from which line on, ``last`` at the latest, a block only says who and when; else its length."""
    texts = [line.text for line in block.lines]
    signed = [noise.reason(text) == BYLINE for text in texts]
    told = [said or noise.is_date(text) for said, text in zip(signed, texts, strict=True)]
    first = 0 if told[0] else 1
    only = block.shape is Shape.PROSE and first <= last and all(told[first:])
    return first if only and any(signed[first:]) else len(texts)


def _part(block: Block, *, heading: bool) -> Part:
    rows = () if block.shape is Shape.PROSE else tuple(line.text for line in block.lines)
    return Part(block.lines[0].number, block.text, heading=heading, rows=rows)


def _last_form(found: Sequence[Block]) -> int:
    """Return the last block that belongs to a form for comments for certain; -1 where none does."""
    lines = ((number, line) for number, block in enumerate(found) for line in block.lines)
    return max((number for number, line in lines if noise.sure_reason(line.text) == COMMENTS), default=-1)


def single(text: str) -> str:
    """Return ``text`` with words that stand there twice in a row (`on Tape on Tape`) once.

    Single small words stay: `had had` is English.
    """

    def once(found: re.Match[str]) -> str:
        return found[1] if " " in found[1] or found[1][:1].isupper() else found[0]

    return _DOUBLED.sub(once, text)


def _stands_alone(block: Block, number: int) -> bool:
    """Whether a line neither goes on from the one before it nor goes on in the next, nor is code."""
    lines = block.lines
    if block.shape in {Shape.CODE, Shape.TABLE} or _is_step(block, number):
        return False
    before = lines[number - 1].text if number else ""
    after = lines[number + 1].text if number + 1 < len(lines) else ""
    captioned = number > 0 and _is_caption(block, number - 1, below_picture=False)
    begins = not before or captioned or noise.is_sentence(before) or noise.reason(before) is not None
    ends = not after.lstrip()[:1].islower() or noise.counts_comments(lines[number].text)
    return begins and ends


def _is_step(block: Block, number: int) -> bool:
    """Whether a line is an item of a list of which others are no noise, such as `4. Print`."""
    items = [line.text for line in block.lines if is_item(line.text)]
    line = block.lines[number].text
    listed = len(items) > 1 and line in items and noise.sure_reason(line) is None
    return listed and not all(map(noise.reason, items))


def _is_caption(block: Block, number: int, *, below_picture: bool) -> bool:
    """Whether a line says what a picture shows: above a line with its credit, or slanted below it."""
    line = block.lines[number].text
    after = block.lines[number + 1].text if number + 1 < len(block.lines) else ""
    alone = number == 0 and not noise.is_sentence(line) and noise.sure_reason(after) == PICTURE
    slanted = below_picture and len(block.lines) == 1 and noise.is_slanted(line)
    return block.shape is Shape.PROSE and (alone or slanted)


def _may_be_repeated(block: Block) -> bool:
    """Whether a text may well say the same twice: code, headings, a refrain, `Yes.`, `For example:`."""
    short = len(block.text.split()) < FEWEST_REPEATED or block.text.endswith(":")
    listed = block.shape is not Shape.PROSE or is_item(block.text)
    return block.marked or listed or len(block.lines) > 1 or short


def _is_title_again(block: Block, title: str) -> bool:
    return not block.marked and block.shape is Shape.PROSE and headlines.repeats(block.text, title)


def _may_be_listed(block: Block) -> bool:
    return block.shape in {Shape.PROSE, Shape.LIST} and not block.marked and headlines.is_listed(block.lines)
