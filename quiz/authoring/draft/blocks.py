"""Lines of a text to blocks: what stands between empty lines, with the number of its first line."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.noise import is_sentence
from quiz.authoring.draft.shapes import Shape, front_matter, is_note, shape_of
from quiz.bank.fences import closers, closes, fence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_UNDERLINED = 14
"""Words of a sentence that may be an underlined heading."""

LONG_LINE = 160
"""Characters of a line that nobody has broken by hand: it may be a paragraph of its own."""

_HEADING = re.compile(r"#{1,6}(?:\s+|$)")
_RULE = re.compile(r"(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+)")
_UNDERLINE = re.compile(r"-+|=+")
_ENDS_WITHIN = re.compile(r"[a-z][.!?][”\"\u2019')\]]* +[“\"\u2018(]?[A-Z]")
_ESCAPES = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")
_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_KEPT_FORMATS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_TAB = 4


class Line(NamedTuple):
    """A line without the space behind it, and its number from 1; in prose without the space before it."""

    number: int
    text: str


class Block(NamedTuple):
    """Lines that belong together. ``level`` is that of a line that is marked as a heading, else 0."""

    lines: tuple[Line, ...]
    level: int = 0
    shape: Shape = Shape.PROSE

    @property
    def marked(self) -> bool:
        """Whether it is written as a heading."""
        return self.level > 0

    @property
    def text(self) -> str:
        """All lines as one, runs of white space made single spaces."""
        return " ".join(" ".join(line.text for line in self.lines).split())


def tidy(text: str) -> str:
    """Return ``text`` with line feeds alone as line ends, and without characters that show nothing.

    Control characters become spaces (a tab four), format characters (those that turn the
    direction of text among them) go.
    """
    text = _ESCAPES.sub("", text).replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    text = text.replace("\t", " " * _TAB)
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(map(_tidy, text))


def _tidy(character: str) -> str:
    if character == "\n" or character in _KEPT_FORMATS:
        return character
    category = unicodedata.category(character)
    return " " if category in {"Cc", "Zs"} else "" if category in {"Cf", "Cs", "Co", "Cn"} else character


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a tidy text, in order; comments, rules and front matter are none.

    They are the paragraphs of ``quiz.bank.paragraphs``, and headings; but what stands between
    fences is never parted, a footnote is a block of its own, and where lines are longer than a
    hand would leave them, each is one. Lines that go on in the next are none of these, nor are
    sentences of a paragraph that each have a line.
    """
    half = len(text) / 2
    held: list[Line] = []
    for line, fenced in _lines(text):
        bare = line.text.strip()
        if fenced or (bare and not _is_sign(bare, held)):
            if not fenced and is_note(bare):
                yield from _split(held, half)
                held = []
            held.append(line)
        elif held and _UNDERLINE.fullmatch(bare):
            yield _underlined(held, bare)
            held = []
        else:
            yield from _split(held, half)
            held = []
            yield from _heading(line.number, bare)
    yield from _split(held, half)


def _is_sign(bare: str, held: list[Line]) -> bool:
    """Whether a line is a heading, a rule, or what underlines the lines before it."""
    return bool(_HEADING.match(bare) or _RULE.fullmatch(bare) or (held and _UNDERLINE.fullmatch(bare)))


def _underlined(held: list[Line], bare: str) -> Block:
    """Return a heading of one or more lines; sentences above a line of dashes are a paragraph."""
    lines = _stripped(held)
    block = Block(lines, level=1 if bare[0] == "=" else 2)
    long = len(lines) > 1 or len(block.text.split()) > MOST_UNDERLINED
    return block._replace(level=0) if long and is_sentence(block.text) else block


def _heading(number: int, bare: str) -> Iterator[Block]:
    mark = _HEADING.match(bare)
    text = bare[mark.end() :].rstrip("# ") if mark else ""
    if mark and text:
        yield Block((Line(number, text),), level=mark[0].count("#"))


def _stripped(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(line._replace(text=line.text.strip()) for line in lines)


def _split(lines: list[Line], half: float) -> Iterator[Block]:
    shape = shape_of([line.text for line in lines])
    if shape is not Shape.PROSE:
        yield Block(tuple(lines), shape=shape)
    elif any(len(line.text) > LONG_LINE for line in lines) and _are_paragraphs(lines, half):
        yield from (Block((line,)) for line in _stripped(lines))
    elif lines:
        yield Block(_stripped(lines))


def _are_paragraphs(lines: list[Line], half: float) -> bool:
    """Whether long lines are paragraphs: they have several sentences, or are most of the text."""
    if any(one.text.strip()[:1].islower() for one in lines[1:]):
        return False
    return any(_ENDS_WITHIN.search(one.text) for one in lines) or sum(len(one.text) for one in lines) > half


def _lines(text: str) -> Iterator[tuple[Line, bool]]:
    """Yield the lines without the space behind them, and whether they stand between fences.

    Those of block comments and of front matter are empty. A fence that nothing closes is none.
    """
    rows = [row.rstrip() for row in text.split("\n")]
    front = front_matter(rows)
    later, fence, commented = closers(rows), "", False
    for number, row in enumerate(rows, start=1):
        bare = row.strip()
        if fence:
            yield Line(number, row), True
            fence = "" if closes(bare, fence) else fence
            continue
        opened = "" if commented or number <= front else fence_of(row)
        if opened and len(opened) <= later[number].get(opened[0], 0):
            fence = opened
            yield Line(number, row), True
            continue
        commented = commented or bare.startswith("<!--")
        yield Line(number, "" if commented or number <= front else row), False
        commented = commented and "-->" not in bare
