"""When a question was last checked against its text: a digest of each paragraph, kept in ``checked:``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from quiz.authoring.digests import noted
from quiz.authoring.finding import Edit
from quiz.authoring.grounds import is_grounded, standing_of
from quiz.authoring.layout_places import Lines
from quiz.authoring.moving import BLOCKS, digests_noted, digests_now, known_elsewhere, scalars_of
from quiz.authoring.quotes import How
from quiz.authoring.writing import scalar
from quiz.bank.nodes import Mapping, Scalar, Sequence
from quiz.bank.problem import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written


class Unstamped(StrEnum):
    """Why a question is not stamped, as what is said of it."""

    CLOSED = "in a bank that cannot be read to its end"
    FAULT = "with a fault"
    NOWHERE = "that no paragraph is named for"
    NUMBERS = "of a text whose numbers do not count"
    ASTRAY = "with a paragraph that is not there"
    QUOTE = "with a quote that is not word for word in its paragraph"
    ANSWER = "with an answer that its paragraph does not give"
    MOVED = (
        "whose paragraph, as it was checked, has another number now "
        "(cite that, or take `checked:` away where the new one is meant)"
    )


def why_unstamped(written: Written, bank: Material) -> Unstamped | None:
    """Return what keeps a question from being stamped, None for one that can be.

    That its paragraph stands elsewhere now is known by its own digests alone: a question that was
    never stamped may have been written for the text as it is.
    """
    source = written.question.source
    if not written.sound:
        return Unstamped.FAULT
    if source is None or source.paragraph is None:
        return Unstamped.NOWHERE
    return _why_astray(written, bank) or _why_unproved(written, bank)


def _why_astray(written: Written, bank: Material) -> Unstamped | None:
    """Return why its paragraphs are not those that are meant."""
    document = bank.document_of(written)
    if document is not None and bank.strays(document):
        return Unstamped.NUMBERS
    if known_elsewhere(written, bank):
        return Unstamped.MOVED
    now = digests_now(written, bank)
    return None if now and None not in now else Unstamped.ASTRAY


def _why_unproved(written: Written, bank: Material) -> Unstamped | None:
    """Return what its paragraphs do not prove."""
    if is_grounded(written, bank):
        return None
    standing = standing_of(written, bank)
    return Unstamped.ANSWER if standing is None or standing.how is How.EXACT else Unstamped.QUOTE


def stamp_edits(material: Material) -> tuple[Edit, ...]:
    """Return the edits that write or renew ``checked:`` of every question that stands on its paragraphs.

    In the layout of the file, below or behind ``paragraph``; nothing else is changed. A question
    for which `why_unstamped` has a reason is left as it is. Empty when all are stamped.
    """
    lines = Lines(material.text)
    return tuple(
        edit
        for written in material.written
        if why_unstamped(written, material) is None
        for edit in _stamp(written, [one or "" for one in digests_now(written, material)], lines)
    )


def _stamp(written: Written, wanted: list[str], lines: Lines) -> Iterator[Edit]:
    source, checked = written.value("source"), written.value("source", "checked")
    paragraph = written.value("source", "paragraph")
    if list(digests_noted(written)) == wanted:
        return
    if isinstance(checked, Sequence):
        yield from _relisted(checked, wanted, lines)
    elif isinstance(checked, Scalar):
        yield _renewed(checked, wanted[0], lines) if len(wanted) == 1 else _listed(checked, wanted, lines)
    elif isinstance(source, Mapping) and isinstance(paragraph, Scalar):
        line, column = place(source.start_mark)
        if lines.bare(line - 1)[column - 1 : column] == "{":
            yield _inserted(*place(paragraph.end_mark), f", {_pair(source, wanted)}")
        elif paragraph.style in BLOCKS:
            # Where such a number ends is not for certain; where the mapping begins is.
            new_line = f"{lines.break_near(line - 1)}{' ' * (column - 1)}"
            yield _inserted(line, column, f"checked: {_value(wanted)}{new_line}")
        else:
            yield _line_below(place(paragraph.end_mark)[0], column, f"checked: {_value(wanted)}", lines)


def _pair(source: Mapping, wanted: list[str]) -> str:
    """Return key and value for braces, as JSON where every key is in double quotes."""
    if all(key.style == '"' for key in source.keys):
        quoted = [f'"{one}"' for one in wanted]
        return f'"checked": {quoted[0] if len(quoted) == 1 else _in_brackets(quoted)}'
    return f"checked: {_value(wanted)}"


def _value(wanted: list[str]) -> str:
    """Return one digest as it is, several in brackets."""
    written = [scalar(one, flow=True) for one in wanted]
    return written[0] if len(written) == 1 else _in_brackets(written)


def _in_brackets(written: list[str]) -> str:
    return f"[{', '.join(written)}]"


def _relisted(checked: Sequence, wanted: list[str], lines: Lines) -> Iterator[Edit]:
    """Renew the digests of a list one by one, and put more of them behind it or take some away."""
    items = scalars_of(checked)
    for item, digits in zip(items, wanted, strict=False):
        if noted(item.value) != digits:
            yield _renewed(item, digits, lines)
    line, column = place(checked.start_mark)
    in_brackets = lines.bare(line - 1)[column - 1 : column] == "["
    kept, more = items[: len(wanted)], wanted[len(items) :]
    last = kept[-1]
    if more and in_brackets:
        yield _inserted(*place(last.end_mark), "".join(f", {scalar(one, flow=True)}" for one in more))
    elif more:
        new_line = f"{lines.break_near(line - 1)}{' ' * (column - 1)}"
        below = new_line.join(f"- {scalar(one)}" for one in more)
        yield _line_below(_last_line(last, lines), column, below, lines)
    elif len(kept) < len(items) and in_brackets:
        yield Edit(*place(last.end_mark), *place(items[-1].end_mark), "")
    elif len(kept) < len(items):
        yield Edit(*_end(_last_line(last, lines), lines), *_end(_last_line(items[-1], lines), lines), "")


def _listed(checked: Scalar, wanted: list[str], lines: Lines) -> Edit:
    """Put several digests in place of one."""
    end = place(checked.end_mark)
    if checked.style in BLOCKS:
        end = _end(_last_line(checked, lines), lines)
    return Edit(*place(checked.start_mark), *end, _value(wanted))


def _last_line(digits: Scalar, lines: Lines) -> int:
    """Return the line in which digits end; a block goes on over the empty lines below them."""
    line = place(digits.end_mark)[0]
    if digits.style in BLOCKS:
        line = min(line, len(lines))
        while lines.bare(line - 1).strip() != digits.value.strip():
            line -= 1
    return line


def _end(line: int, lines: Lines) -> tuple[int, int]:
    """Return the place behind all that stands in a line."""
    return line, len(lines.bare(line - 1)) + 1


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


def _line_below(line: int, column: int, text: str, lines: Lines) -> Edit:
    """Write a line below one that may end in a comment."""
    new_line = f"{lines.break_near(line - 1)}{' ' * (column - 1)}"
    return _inserted(*_end(line, lines), f"{new_line}{text}")


def _inserted(line: int, column: int, text: str) -> Edit:
    return Edit(line, column, line, column, text)
