"""The text that a bank is grounded in: its numbered paragraphs, and quotations from them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.fences import closers, closes, fence_of
from quiz.bank.files import CannotRead, read_regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_RULE = re.compile(r"(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+)")
_UNDERLINE = re.compile(r"-+|=+")
_NUMBERED = re.compile(r"(\d{1,6})\.\s+(?=\S)", re.ASCII)
_OMISSION = re.compile(r"\s*[\[(]?(?:\.\.\.|\N{HORIZONTAL ELLIPSIS})[\])]?\s*")
_FOLDED = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2039\u203a", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\xab\xbb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)


class Stray(NamedTuple):
    """A paragraph, by the line where it begins, that keeps the numbers of the others from counting.

    ``number`` is the one that another paragraph before it has as well, None where it has none.
    """

    line: int
    number: int | None


class Paragraphs(dict[int, str]):
    """The paragraphs of a text by number.

    ``written`` are those that begin with a number, by that, where some do and yet no number counts;
    ``strays`` are the paragraphs that are to blame, and ``is_between`` tells whether one alone is,
    which stands among others that have their numbers. Otherwise all are empty.
    """

    def __init__(self, found: Mapping[int, str] | Iterable[tuple[int, str]] = ()) -> None:
        super().__init__(found)
        self.written: Mapping[int, tuple[str, ...]] = {}
        self.strays: tuple[Stray, ...] = ()
        self.is_between = False


def paragraphs(text: str) -> Paragraphs:
    """Return the paragraphs of Markdown or plain text by number, line breaks made spaces.

    A paragraph is a block of lines between blank ones; headings, rules and comments are none,
    and nothing parts the lines of code between fences.
    Where every paragraph begins with a number of its own, such as ``12. ``, these numbers
    count and are taken off; otherwise, and where two are equal, paragraphs count from 1.
    Empty for a text without paragraphs.
    """
    found = [(number, " ".join(" ".join(block).split())) for number, block in _blocks(text)]
    blocks = [block for _, block in found]
    marks = [_NUMBERED.match(block) for block in blocks]
    written = {int(mark[1]): mark.string[mark.end() :] for mark in marks if mark}
    if len(written) == len(blocks):
        return Paragraphs(written)
    counted = Paragraphs(enumerate(blocks, start=1))
    if written:
        _blame(counted, [line for line, _ in found], marks)
    return counted


def _blame(counted: Paragraphs, lines: Sequence[int], marks: Sequence[re.Match[str] | None]) -> None:
    """Note which paragraphs have no number, or one that was there before."""
    written: dict[int, tuple[str, ...]] = {}
    strays: list[tuple[int, Stray]] = []
    for at, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        number = int(mark[1]) if mark else None
        if number is None or number in written:
            strays.append((at, Stray(line, number)))
        if mark and number is not None:
            written[number] = (*written.get(number, ()), mark.string[mark.end() :])
    counted.written, counted.strays = written, tuple(stray for _, stray in strays)
    counted.is_between = len(strays) == 1 and 0 < strays[0][0] < len(marks) - 1


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the paragraphs with the line in which each begins, from 1."""
    begin, block = 0, list[str]()
    for number, (line, fenced) in enumerate(_uncommented(text), start=1):
        begin = begin if block else number
        if fenced:
            block.append(line)
        elif block and _UNDERLINE.fullmatch(line):
            block = []
        elif line and not _HEADING.match(line) and not _RULE.fullmatch(line):
            block.append(line)
        elif block:
            yield begin, block
            block = []
    if block:
        yield begin, block


def _uncommented(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines without the space around them, and whether they stand between fences.

    Those of block comments are empty. A number of its own may stand before the fence that opens
    a paragraph; a fence that nothing closes is none.
    """
    rows = [row.strip() for row in text.splitlines()]
    later, fence, commented = closers(rows), "", False
    for number, row in enumerate(rows, start=1):
        if fence:
            yield row, True
            fence = "" if closes(row, fence) else fence
            continue
        opened = "" if commented else fence_of(row)
        if opened and len(opened) <= later[number].get(opened[0], 0):
            fence = opened
        commented = commented or row.startswith("<!--")
        yield ("" if commented else row), bool(fence)
        commented = commented and "-->" not in row


def read_document(path: Path) -> Paragraphs:
    """Return the paragraphs of a file; raises CannotRead where it is no readable UTF-8 text."""
    try:
        return paragraphs(read_regular(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotRead(str(path), "the file is no UTF-8 text", "save it as UTF-8") from None


def quote_stands(quote: str, paragraph: str) -> bool:
    """Whether the words of ``quote`` stand in ``paragraph``, one after the other.

    Runs of white space, and the shapes of quotation marks and dashes, do not count; letters
    and their case do. Three dots, also in brackets, leave words out. An empty quote stands nowhere.
    """
    words, within = folded(quote), folded(paragraph)
    return bool(words) and (words in within or _stands_in_parts(_OMISSION.split(words), within))


def _stands_in_parts(parts: Sequence[str], within: str) -> bool:
    """Whether the parts stand, one behind the other; no part at all stands nowhere."""
    start = 0
    kept = [part for part in map(str.strip, parts) if part]
    for part in kept:
        start = within.find(part, start) + len(part)
        if start < len(part):
            return False
    return bool(kept)


def folded(text: str) -> str:
    """Return a text as quotations are compared: composed, with plain quotes, dashes and single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())
