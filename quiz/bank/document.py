"""The text that a bank is grounded in: its numbered paragraphs, and quotations from them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from quiz.bank.files import CannotRead, read_regular

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_RULE = re.compile(r"(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+)")
_UNDERLINE = re.compile(r"-+|=+")
_NUMBERED = re.compile(r"(\d{1,6})\.\s+(?=\S)", re.ASCII)
_FOLDED = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2039\u203a", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\xab\xbb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)


def paragraphs(text: str) -> dict[int, str]:
    """Return the paragraphs of Markdown or plain text by number, line breaks made spaces.

    A paragraph is a block of lines between blank ones; headings, rules and comments are none.
    Where every paragraph begins with a number of its own, such as ``12. ``, these numbers
    count and are taken off; otherwise, and where two are equal, paragraphs count from 1.
    Empty for a text without paragraphs.
    """
    blocks = [" ".join(" ".join(block).split()) for block in _blocks(text)]
    marks = [_NUMBERED.match(block) for block in blocks]
    written = {int(mark[1]): mark.string[mark.end() :] for mark in marks if mark}
    return written if len(written) == len(blocks) else dict(enumerate(blocks, start=1))


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in _uncommented(text):
        if block and _UNDERLINE.fullmatch(line):
            block = []
        elif line and not _HEADING.match(line) and not _RULE.fullmatch(line):
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _uncommented(text: str) -> Iterator[str]:
    """Yield the lines without the space around them, those of block comments empty."""
    inside = False
    for line in map(str.strip, text.splitlines()):
        inside = inside or line.startswith("<!--")
        yield "" if inside else line
        inside = inside and "-->" not in line


def read_document(path: Path) -> dict[int, str]:
    """Return the paragraphs of a file; raises CannotRead where it is no readable UTF-8 text."""
    try:
        return paragraphs(read_regular(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotRead(str(path), "the file is no UTF-8 text", "save it as UTF-8") from None


def quote_stands(quote: str, paragraph: str) -> bool:
    """Whether the words of ``quote`` stand in ``paragraph``, one after the other.

    Runs of white space, and the shapes of quotation marks and dashes, do not count; letters
    and their case do. An empty quote stands nowhere.
    """
    words = _fold(quote)
    return bool(words) and words in _fold(paragraph)


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())
