"""Lines of a text to blocks: what stands between empty lines, with the number of its first line."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG_LINE = 160
"""Characters of a line that nobody has broken by hand: it may be a paragraph of its own."""

_HEADING = re.compile(r"#{1,6}(?:\s+|$)")
_RULE = re.compile(r"(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+)")
_UNDERLINE = re.compile(r"-+|=+")
_ENDS_WITHIN = re.compile(r"[a-z][.!?][”\"\u2019')\]]* +[“\"\u2018(]?[A-Z]")
_ESCAPES = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")
_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_KEPT_FORMATS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


class Line(NamedTuple):
    """A line without the space around it, and its number from 1."""

    number: int
    text: str


class Block(NamedTuple):
    """Lines that belong together. ``marked``: they are written as a heading."""

    lines: tuple[Line, ...]
    marked: bool = False

    @property
    def text(self) -> str:
        """All lines as one, runs of white space made single spaces."""
        return " ".join(" ".join(line.text for line in self.lines).split())


def tidy(text: str) -> str:
    """Return ``text`` with line feeds alone as line ends, and without characters that show nothing.

    Control characters become spaces, format characters (those that turn the direction of
    text among them) go.
    """
    text = _ESCAPES.sub("", text).replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(map(_tidy, text))


def _tidy(character: str) -> str:
    if character == "\n" or character in _KEPT_FORMATS:
        return character
    category = unicodedata.category(character)
    return " " if category in {"Cc", "Zs"} else "" if category in {"Cf", "Cs", "Co", "Cn"} else character


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a tidy text, in order; comments and rules are none.

    They are the paragraphs of ``quiz.bank.paragraphs``, and headings; but where lines are
    longer than a hand would leave them, each is a block of its own. Lines that go on in the
    next are none of these, nor are sentences of a paragraph that each have a line.
    """
    half = len(text) / 2
    held: list[Line] = []
    for line in _uncommented(text):
        if held and _UNDERLINE.fullmatch(line.text):
            yield Block(tuple(held), marked=True)
            held = []
        elif line.text and not _HEADING.match(line.text) and not _RULE.fullmatch(line.text):
            held.append(line)
        else:
            yield from _split(held, half)
            held = []
            heading = _HEADING.sub("", line.text).rstrip("# ") if _HEADING.match(line.text) else ""
            if heading:
                yield Block((line._replace(text=heading),), marked=True)
    yield from _split(held, half)


def _split(lines: list[Line], half: float) -> Iterator[Block]:
    if any(len(line.text) > LONG_LINE for line in lines) and _are_paragraphs(lines, half):
        yield from (Block((line,)) for line in lines)
    elif lines:
        yield Block(tuple(lines))


def _are_paragraphs(lines: list[Line], half: float) -> bool:
    """Whether long lines are paragraphs: they have several sentences, or are most of the text."""
    if any(one.text[:1].islower() for one in lines[1:]):
        return False
    return any(_ENDS_WITHIN.search(one.text) for one in lines) or sum(len(one.text) for one in lines) > half


def _uncommented(text: str) -> Iterator[Line]:
    """Yield the lines without the space around them, those of block comments empty."""
    inside = False
    for number, line in enumerate(map(str.strip, text.split("\n")), start=1):
        inside = inside or line.startswith("<!--")
        yield Line(number, "" if inside else line)
        inside = inside and "-->" not in line
