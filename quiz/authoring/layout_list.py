"""The list of questions in the text of a bank: where it stands, where it ends, how it is laid out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.layout_places import after_space, before_space
from quiz.authoring.writing import Style
from quiz.bank.nodes import Mapping, Nodes, Scalar, Sequence
from quiz.bank.problem import Faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.layout_places import Lines
    from quiz.bank.nodes import Node, Start

_STEPS = range(5)
_USUAL_STEP = 2
_GAPS = range(2, 9)


class Item(NamedTuple):
    """Where an entry of the list begins, and where it ends without the white space behind it."""

    start: int
    end: int


class Listed(NamedTuple):
    """The list of questions: its key, where its value begins, and its entries.

    ``opening`` is the character that the value begins with: a dash, a bracket, or nothing.
    ``in_braces`` says that the whole bank stands in braces.
    """

    key: int
    key_end: int
    start: int
    opening: str
    items: tuple[Item, ...]
    in_braces: bool


def find_list(lines: Lines) -> Listed | None:
    """Return the list of questions of a bank that can be read; None where it has no such list."""
    nodes = Nodes(lines.text.encode(), Faults(""))
    root = nodes.root()
    in_braces = root is not None and _character(lines, lines.at(root.start_mark)) == "{"
    for key, value in nodes.pairs():
        if key.value == "questions":
            items = tuple(_items(nodes, value, lines))
            start = lines.at(value.start_mark)
            empty = isinstance(value, Scalar) and not value.value and not value.style
            opening = "" if empty else _character(lines, start)
            return Listed(lines.at(key.start_mark), lines.at(key.end_mark), start, opening, items, in_braces)
        nodes.skip(value)
    return None


def _character(lines: Lines, offset: int) -> str:
    return lines.text[offset : offset + 1]


def _items(nodes: Nodes, value: Start, lines: Lines) -> Iterator[Item]:
    if isinstance(value, Scalar) or _character(lines, lines.at(value.start_mark)) not in ("-", "["):
        return
    for node in nodes.items(2):
        start = lines.at(node.start_mark)
        yield Item(start, max(start, before_space(lines.text, _end(node, lines))))


def _end(node: Node, lines: Lines) -> int:
    """Return where a node ends; in brackets and braces that is behind the closing one."""
    if isinstance(node, Scalar):
        return lines.at(node.end_mark)
    start = lines.at(node.start_mark)
    last = _last_child(node)
    end = start if last is None else _end(last, lines)
    if _character(lines, start) not in ("[", "{"):
        return end
    return after_space(lines.text, max(end, start + 1), also=",:") + 1


def _last_child(node: Node) -> Node | None:
    if isinstance(node, Mapping) and node.keys:
        return node.entries[node.keys[-1].value]
    return node.items[-1] if isinstance(node, Sequence) and node.items else None


def style_of(listed: Listed, lines: Lines) -> Style:
    """Return how the list and what stands in it are indented; an empty one as is usual."""
    key = _column(lines, listed.key)
    if listed.opening != "-" or not listed.items:
        return Style(key + _USUAL_STEP)
    dash = _column(lines, listed.start)
    start = listed.items[-1].start
    before = lines.text[lines.starts[lines.line_of(start)] : start]
    gap = len(before) - dash
    step = dash - key
    return Style(
        dash,
        gap if before.strip() == "-" and gap in _GAPS else _USUAL_STEP,
        step if step in _STEPS else _USUAL_STEP,
    )


def _column(lines: Lines, offset: int) -> int:
    return offset - lines.starts[lines.line_of(offset)]


def blank_lines(listed: Listed, lines: Lines) -> int:
    """Return how many blank lines mostly stand between two questions; 1 where there are not two."""
    gaps = [_blank_after(lines, item.end) for item in listed.items[:-1]]
    if not gaps:
        return 1
    counted = Counter(reversed(gaps))
    return max(counted, key=lambda number: counted[number])


def _blank_after(lines: Lines, offset: int) -> int:
    first = lines.line_of(offset) + 1
    line = first
    while line < len(lines) and not lines.bare(line).strip():
        line += 1
    return line - first


def end_of_list(listed: Listed, style: Style, lines: Lines) -> int:
    """Return the line behind which the list is over: that of its last text or its last comment.

    A comment belongs to the list when it is indented at least as far as the dashes, and
    further than the key of the list.
    """
    key = _column(lines, listed.key)
    least = max(style.dash, key + 1)
    end = lines.line_of(listed.items[-1].end if listed.items else listed.key_end)
    for line in range(end + 1, len(lines)):
        text = lines.bare(line)
        bare = text.lstrip(" ")
        if bare.strip() and not (bare.startswith("#") and len(text) - len(bare) >= least):
            break
        end = line if bare.strip() else end
    return end
