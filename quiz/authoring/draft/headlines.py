"""Which block of a text is its headline, and which are headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.draft import noise
from quiz.authoring.draft.shapes import Shape, is_item

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quiz.authoring.draft.blocks import Block, Line

MOST_HEADLINE, MOST_HEADING = 35, 14
"""Words of a headline and of a heading within the text, where nothing marks them."""

MOST_TITLE = 200
"""Characters of a title."""

_SAME = 92
"""Likeness, of 100, from which a short line repeats the headline."""

_MOST_BEFORE = 400
"""Characters of text that may stand before a headline that is marked."""

_WIDE, _MUCH_SHORTER = 60, 0.7
"""Characters of a broken line, and the part of it that a headline above it has at most."""

_MARK = re.compile(r"\[\d{1,6}\]|\(\d{1,6}\)|[§¶]\s*\d")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_FIGURE = re.compile(r"\d+")
_CHAPTER = re.compile(r"\d{1,3}\.\s+[^\W\d_]")
_LABELLED = re.compile(r"[^\W\d_][\w ]{0,30}:\s")


def marked_headline(blocks: Sequence[Block]) -> int | None:
    """Return which block is marked as the headline; None where none is.

    It is the only one of its level, no heading stands above it in rank, and little text before it.
    Where a short line comes first, only a heading of the first level is meant to be the headline.
    """
    marked = [
        at for at, one in enumerate(blocks) if one.marked and (not is_noise(one) or is_of_text(blocks, at))
    ]
    levels = [blocks[at].level for at in marked]
    if not levels or levels.count(min(levels)) > 1:
        return None
    found = marked[levels.index(min(levels))]
    before = [block for block in blocks[:found] if not is_noise(block)]
    if sum(len(block.text) for block in before) > _MOST_BEFORE:
        return None
    first = before and is_headline(before[0])
    return None if first and min(levels) > 1 else found


def is_noise(block: Block) -> bool:
    """Whether each line of a block is noise by itself."""
    return all(noise.reason(line.text) for line in block.lines)


def is_of_text(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is a heading that reads like noise (`# Search`) above sentences that do not."""
    marked = blocks[at].marked and noise.sure_reason(blocks[at].text) is None
    below = blocks[at + 1] if marked and at + 1 < len(blocks) else None
    if below is None or below.marked or is_noise(below):
        return False
    return below.shape is not Shape.PROSE or noise.has_sentence(below.text)


def chapters(blocks: Sequence[Block]) -> set[int]:
    """Return which blocks are headings with a number (`1. History`): at least two, each before sentences."""
    found = [
        number
        for number, block in enumerate(blocks)
        if len(block.lines) == 1 and _CHAPTER.match(block.text) and _is_short(block.text[2:].strip())
    ]
    heads = all(
        number + 1 < len(blocks) and number + 1 not in found and noise.is_sentence(blocks[number + 1].text)
        for number in found
    )
    return set(found) if heads and len(found) > 1 else set()


def is_headline(block: Block) -> bool:
    """Whether a block can be the headline of a text."""
    text = bare(block.text)
    return block.marked or (
        len(block.lines) == 1
        and len(text.split()) <= MOST_HEADLINE
        and len(text) <= MOST_TITLE
        and not text.endswith((".", "…", ":", ",", ";"))
        and not _begins_otherwise(text)
    )


def is_heading(number: int, block: Block, numbered: Container[int]) -> bool:
    """Whether a block is a heading within a text; ``numbered`` are the blocks of ``chapters``."""
    short = len(block.lines) == 1 and _is_short(block.text) and not _begins_otherwise(block.text)
    return block.marked or number in numbered or short


def _is_short(line: str) -> bool:
    text = bare(line)
    few = len(text.split()) <= MOST_HEADING and not noise.is_sentence(line)
    return few and text[-1:].isalnum() and not text[:1].islower()


def _begins_otherwise(text: str) -> bool:
    return is_item(text) or _MARK.match(text) is not None


def parted(block: Block) -> tuple[Block, Block] | None:
    """Return a headline and the paragraph in the lines below it, where the first block is both; else None.

    The first line is then so short that the next word would have fitted on it.
    """
    first, *rest = block.lines
    if block.shape is not Shape.PROSE or block.marked:
        return None
    wide = max((len(line.text) for line in rest), default=0)
    fits = rest and len(first.text) + 1 + len(rest[0].text.split()[0]) <= wide
    head, body = block._replace(lines=(first,)), block._replace(lines=tuple(rest))
    is_head = (
        fits
        and wide >= _WIDE
        and len(first.text) <= _MUCH_SHORTER * wide
        and is_headline(head)
        and not _LABELLED.match(first.text)
    )
    return (head, body) if is_head and rest[0].text[:1].isupper() and noise.is_sentence(body.text) else None


def bare(text: str) -> str:
    """Return a text without the quotes and brackets that close it."""
    return text.rstrip("”\"\u2019')]» ")


def repeats(text: str, title: str) -> bool:
    """Whether a text is the headline once more."""
    if len(text) > 2 * MOST_TITLE or noise.is_sentence(text):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - slow to import, and most commands need no drafts

    figures = _FIGURE.findall(text) == _FIGURE.findall(title)
    return figures and fuzz.ratio(text.casefold(), title.casefold()) >= _SAME


def is_listed(lines: Sequence[Line]) -> bool:
    """Whether lines may be titles of other pages: none of them is a sentence, or has one."""
    return all(
        len(line.text.split()) <= MOST_HEADLINE and not noise.has_sentence(line.text) for line in lines
    )


def plain(text: str) -> str:
    """Return a headline without the signs of Markdown for links, pictures, emphasis and code."""
    words = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _PICTURE.sub("", text)))
    return " ".join(words.split()) or text
