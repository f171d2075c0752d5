"""When a question was last checked against its text: a digest of the paragraph, kept in ``checked:``."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING

from quiz.authoring.finding import Edit
from quiz.authoring.grounds import is_grounded, standing_of
from quiz.authoring.layout_places import Lines
from quiz.authoring.quotes import How
from quiz.authoring.writing import scalar
from quiz.bank.document import folded
from quiz.bank.nodes import Mapping, Scalar
from quiz.bank.problem import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written

DIGITS = 8
BLOCKS = frozenset("|>")


class Unstamped(StrEnum):
    """Why a question is not stamped, as what is said of it."""

    CLOSED = "in a bank that cannot be read to its end"
    FAULT = "with a fault"
    NOWHERE = "that no paragraph is named for"
    ASTRAY = "with a paragraph that is not there"
    QUOTE = "with a quote that is not word for word in its paragraph"
    ANSWER = "with an answer that its paragraph does not give"


def why_unstamped(written: Written, bank: Material) -> Unstamped | None:
    """Return what keeps a question from being stamped, None for one that can be."""
    if is_grounded(written, bank):
        return None
    source = written.question.source
    if not written.sound:
        return Unstamped.FAULT
    if source is None or source.paragraph is None:
        return Unstamped.NOWHERE
    if bank.paragraph_of(written) is None:
        return Unstamped.ASTRAY
    standing = standing_of(written, bank)
    return Unstamped.ANSWER if standing is None or standing.how is How.EXACT else Unstamped.QUOTE


def digest(paragraph: str) -> str:
    """Return 8 hexadecimal digits of the paragraph; white space, shapes of quotes and dashes do not count."""
    return hashlib.sha256(folded(paragraph).encode(errors="surrogatepass")).hexdigest()[:DIGITS]


def stamp_edits(material: Material) -> tuple[Edit, ...]:
    """Return the edits that write or renew ``checked:`` of every question that stands on its paragraph.

    In the layout of the file, below or behind ``paragraph``; nothing else is changed. A question
    without a paragraph that exists, with a quote that is not word for word in it, with an answer
    that it does not give, or with a fault, is left as it is. Empty when all are stamped.
    """
    lines = Lines(material.text)
    return tuple(
        edit
        for written in material.written
        if is_grounded(written, material)
        for edit in _stamp(written, digest(material.paragraph_of(written) or ""), lines)
    )


def _stamp(written: Written, wanted: str, lines: Lines) -> Iterator[Edit]:
    source, checked = written.value("source"), written.value("source", "checked")
    paragraph = written.value("source", "paragraph")
    if isinstance(checked, Scalar):
        if not is_stamped(written, wanted):
            yield _renewed(checked, wanted, lines)
    elif isinstance(source, Mapping) and isinstance(paragraph, Scalar):
        line, column = place(source.start_mark)
        if lines.bare(line - 1)[column - 1 : column] == "{":
            yield _inserted(*place(paragraph.end_mark), f", {_pair(source, wanted)}")
        elif paragraph.style in BLOCKS:
            # Where such a number ends is not for certain; where the mapping begins is.
            new_line = f"{lines.break_near(line - 1)}{' ' * (column - 1)}"
            yield _inserted(line, column, f"checked: {scalar(wanted)}{new_line}")
        else:
            yield _line_below(place(paragraph.end_mark)[0], column, wanted, lines)


def _pair(source: Mapping, wanted: str) -> str:
    """Return key and value for braces, as JSON where every key is in double quotes."""
    if all(key.style == '"' for key in source.keys):
        return f'"checked": "{wanted}"'
    return f"checked: {scalar(wanted, flow=True)}"


def is_stamped(written: Written, wanted: str) -> bool:
    """Whether a question bears this digest."""
    return (written.written("source", "checked") or "").strip().lower() == wanted


def _renewed(checked: Scalar, wanted: str, lines: Lines) -> Edit:
    """Put the new digits where the old ones are; quotes around them stay, and come where they are needed."""
    start, end, old = place(checked.start_mark), place(checked.end_mark), checked.value.strip()
    if not checked.style:
        return Edit(*start, *end, scalar(wanted, flow=True))
    # A block begins below its sign; what is in quotes may also be written as escapes.
    block = checked.style in BLOCKS
    for number in range(start[0] + block, min(end[0], len(lines)) + 1):
        line = lines.bare(number - 1)
        first = 0 if block else start[1]
        inside = line[first:] if block else line[first : end[1] - 2]
        if inside.strip() == old:
            at = line.index(old, first) + 1
            return Edit(number, at, number, at + len(old), wanted)
    return Edit(*start, *end, f'"{wanted}"')


def _line_below(line: int, column: int, wanted: str, lines: Lines) -> Edit:
    """Write a line below one that may end in a comment."""
    new_line = f"{lines.break_near(line - 1)}{' ' * (column - 1)}"
    return _inserted(line, len(lines.bare(line - 1)) + 1, f"{new_line}checked: {scalar(wanted)}")


def _inserted(line: int, column: int, text: str) -> Edit:
    return Edit(line, column, line, column, text)
