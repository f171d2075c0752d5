"""The characters behind the nodes: lines as YAML counts them, places of texts, edits of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.finding import Edit
from quiz.bank.fields import FIELDS, Place, Shape
from quiz.bank.nodes import Mapping, Scalar, Sequence
from quiz.bank.problem import place
from quiz.question import Kind, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.bank.nodes import Node

BREAKS = "\n\r\x85\u2028\u2029"
"""What ends a line in YAML 1.1, as libyaml reads it; a carriage return with its line feed is one end."""

_LINE = re.compile(f"[^{BREAKS}]*(?:\r\n|[{BREAKS}])|[^{BREAKS}]+$")
_BLOCK = re.compile(r"(?:.*[\s:-])?[|>][-+0-9]{0,2}(?:\s+#.*)?")
_KEY_COLUMN = re.compile(r"[ ]*(?:- +)*")
_TEXTS = {
    Shape.TEXT,
    Shape.LABEL,
    Shape.LABELS,
    Shape.TEXTS,
    Shape.LIST,
    Shape.OPTIONS,
    Shape.PAIRS,
    Shape.CLOZE,
    Shape.ID,
    Shape.SOURCE,
}
_KEYS = {
    kind: {field.name for field in (*FIELDS[kind], *FIELDS[Place.QUESTION]) if field.shape in _TEXTS}
    for kind in Kind
}
_SOURCE_KEYS = {field.name for field in FIELDS[Place.SOURCE] if field.shape in _TEXTS}


class Piece(NamedTuple):
    """A text of a question: its scalar, and the key that it stands below (of the source, where it has one).

    ``in_brackets``: whether it stands inside ``[ ]`` or ``{ }``.
    """

    scalar: Scalar
    key: str
    in_brackets: bool

    @property
    def is_plain(self) -> bool:
        """Whether it stands without quotes, and not as a block."""
        return not self.scalar.style

    @property
    def is_block(self) -> bool:
        """Whether it stands below ``|`` or ``>``."""
        return self.scalar.style in {"|", ">"}


class Part(NamedTuple):
    """What stands of a text on one line: line and column of its first character, from 1."""

    line: int
    column: int
    text: str

    def location(self, bank: Material, at: int = 0) -> Location:
        """Return the place of the character ``at``, from 0."""
        return Location(bank.path, self.line, self.column + at)

    def edit(self, start: int, end: int, text: str) -> Edit:
        """Return what puts ``text`` in place of the characters from ``start`` to before ``end``."""
        return Edit(self.line, self.column + start, self.line, self.column + end, text)


@lru_cache(maxsize=16)
def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a file, each with its end; empty for an empty file."""
    return tuple(_LINE.findall(text))


def line_end(text: str) -> str:
    r"""Return what ends most lines of a file, ``\n`` where none does."""
    both = text.count("\r\n")
    ends = {"\n": text.count("\n") - both, "\r\n": both, "\r": text.count("\r") - both}
    return max(ends, key=lambda end: ends[end])


def block_lines(rows: tuple[str, ...]) -> set[int]:
    """Return the numbers of the lines of texts below `|` and `>`, in which every space counts."""
    found: set[int] = set()
    column: int | None = None
    for number, row in enumerate(rows, start=1):
        text = row.rstrip()
        indent = len(text) - len(text.lstrip(" "))
        if column is not None and (not text or indent > column):
            found.add(number)
        else:
            key = _KEY_COLUMN.match(text)
            column = key.end() if key and _BLOCK.fullmatch(text) else None
            # The text of an entry `- |` is indented further than the dash, not than the sign.
            if column is not None and text[column : column + 1] in {"|", ">"}:
                column = text.rfind("-", 0, column)
    return found


def pieces(written: Written, bank: Material) -> Iterator[Piece]:
    """Yield all texts of a question in the order of the file, ids and the keys of pairs among them.

    What is read as a number, a date, a path or the like is none.
    """
    rows, node = lines(bank.text), written.node
    names, flow = _KEYS[written.question.kind], _is_flow(node, rows)
    for key in node.keys:
        if key.value in names:
            yield from _walk(node.entries[key.value], key.value, rows, in_brackets=flow)


def _walk(node: Node, key: str, rows: tuple[str, ...], *, in_brackets: bool) -> Iterator[Piece]:
    if isinstance(node, Scalar):
        yield Piece(node, key, in_brackets)
    elif isinstance(node, Sequence):
        flow = in_brackets or _is_flow(node, rows)
        for item in node.items:
            yield from _walk(item, key, rows, in_brackets=flow)
    elif isinstance(node, Mapping):
        flow = in_brackets or _is_flow(node, rows)
        for name in node.keys:
            if key != "source":
                yield Piece(name, key, flow)
                yield from _walk(node.entries[name.value], key, rows, in_brackets=flow)
            elif name.value in _SOURCE_KEYS:
                yield from _walk(node.entries[name.value], name.value, rows, in_brackets=flow)


def _is_flow(node: Mapping | Sequence, rows: tuple[str, ...]) -> bool:
    """Whether a list or mapping is written in brackets."""
    line, column = place(node.start_mark)
    return rows[line - 1 : line] != () and rows[line - 1][column - 1 : column] in {"[", "{"}


def is_in_brackets(node: Mapping | Sequence, bank: Material) -> bool:
    """Whether a list or mapping is itself written in ``[ ]`` or ``{ }``."""
    return _is_flow(node, lines(bank.text))


def parts(scalar: Scalar, bank: Material) -> Iterator[Part]:
    """Yield what stands of a text in the file, line by line, with quotes, without the ends of lines.

    White space around the lines of a text of several lines is left out, where it does not count.
    """
    (first, begin), (last, end) = place(scalar.start_mark), place(scalar.end_mark)
    for line, row in enumerate(lines(bank.text)[first - 1 : last], start=first):
        start = begin - 1 if line == first else 0
        text = row[start : end - 1 if line == last else None].rstrip(BREAKS)
        if scalar.style not in {"|", ">"}:
            text = text.rstrip(" \t") if line < last else text
            bare = text.lstrip(" \t") if line > first else text
            start += len(text) - len(bare)
            text = bare
        if text:
            yield Part(line, start + 1, text)


def quoting(scalar: Scalar, bank: Material) -> tuple[Edit, ...]:
    """Return what puts a plain text of one line into quotes; empty where that is not certain."""
    found = list(parts(scalar, bank))
    if scalar.style or len(found) != 1 or found[0].text != scalar.value:
        return ()
    return (found[0].edit(0, len(scalar.value), quoted(scalar.value)),)


def quoted(text: str) -> str:
    """Return a text of one line in quotes: double ones, unless they would need a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
