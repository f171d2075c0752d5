"""Questions to YAML: what an author would have written by hand, and every YAML tool reads alike.

Block style, keys in the order of the reference, quotes only where a text needs them: where
YAML would read something else than this text (``no``, ``010``, ``1:30``, ``# x``). Texts of
several lines become literal blocks, long ones folded blocks.
"""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.fields import FIELDS, Place, Shape
from quiz.bank.plans import plan
from quiz.bank.scalars import BOOLEANS
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Value = str | bool | list["Value"] | dict[str, "Value"]
"""What stands behind a key."""

Entry = Mapping[str, Value]
"""One question: keys of the format, with the texts as a learner reads them."""

WIDTH = 100
"""Columns of a line; longer texts are folded."""

_NOT_RAW = re.compile("[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SIGNIFICANT = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`=~]|\.\.\.""")
_CUTS = re.compile(r":\s|\s#|:$|^\s|\s$")
_CUTS_IN_BRACKETS = re.compile(r"[,\[\]{}?:#]")
_RETYPED = re.compile(
    r"""(?ix: << | ~ | null | true | false | yes | no | on | off | y | n
    | [-+]? 0b [01_]+ | [-+]? 0o? [0-7_]+ | [-+]? 0x [0-9a-f_]+
    | [-+]? [0-9] [0-9_]* (?: : [0-5]? [0-9] )* (?: \. [0-9_]* )? (?: e [-+]? [0-9]+ )?
    | [-+]? \. [0-9_]+ (?: e [-+]? [0-9]+ )? | [-+]? \. inf | \. nan
    | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} (?: [t\s]+ [0-9] .* )? )"""
)
_NUMERAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?%?", re.ASCII)
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}", re.ASCII)
_AS_NUMBERS = {Shape.COUNT, Shape.COUNTS, Shape.WRITTEN_NUMBER, Shape.TOLERANCE}
_IN_BRACKETS = {Shape.LABELS, Shape.COUNTS, Shape.DIGESTS}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


class Style(NamedTuple):
    """How the lists of a file are indented.

    ``dash``: spaces before the dash of a question; ``gap``: columns from the dash to its keys;
    ``step``: columns from a key inside to the dashes of its list.
    """

    dash: int = 2
    gap: int = 2
    step: int = 2


def entry_text(entry: Entry, indent: int, style: Style | None = None) -> str:
    """Return the lines of one question as an entry of a list, each with its line feed.

    ``indent`` is how many spaces stand before the dash; a ``style`` says it as well, and more.
    Reading it back gives the same question for every text that the format takes; characters
    that it does not take are written as escapes.
    """
    dash, gap, step = style or Style(indent)
    lines = list(_mapping(entry, _shapes(entry), dash + gap, step)) or [" " * (dash + gap) + "{}"]
    lines[0] = f"{' ' * dash}-{' ' * (gap - 1)}{lines[0][dash + gap :]}"
    return "\n".join(lines) + "\n"


def flow_text(entry: Entry, *, quoted: bool = False) -> str:
    """Return one question on one line in braces; ``quoted`` gives JSON, every text in quotes."""
    if quoted:
        written = json.dumps(ordered(entry), ensure_ascii=False)
        return _NOT_RAW.sub(lambda found: _escaped(found[0]), written)
    shapes = _shapes(entry)
    return f"{{{', '.join(f'{scalar(key)}: {_flow(entry[key], shapes.get(key))}' for key in shapes)}}}"


def ordered(entry: Entry) -> dict[str, Value]:
    """Return the question with its keys in the order of the reference, unknown ones last."""
    return {key: entry[key] for key in _shapes(entry)}


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text on one line, in quotes where YAML would otherwise read something else.

    ``flow``: it stands in brackets or braces.
    """
    if _is_plain(text, flow=flow):
        return text
    if _NOT_RAW.search(text):
        return f'"{"".join(map(_escaped, text))}"'
    if '"' in text or "\\" in text:
        return f"'{text.replace(chr(39), chr(39) * 2)}'"
    return f'"{text}"'


def _is_plain(text: str, *, flow: bool) -> bool:
    """Whether every YAML tool reads the bare text as this text."""
    return not (
        not text
        or _SIGNIFICANT.match(text)
        or _CUTS.search(text)
        or _NOT_RAW.search(text)
        or _RETYPED.fullmatch(text)
        or (flow and _CUTS_IN_BRACKETS.search(text))
    )


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _NOT_RAW.match(character) or unicodedata.category(character) == "Cs":
        # Half a character has no escape either; the reader says what is wrong with it.
        return character
    return f"\\u{ord(character):04X}"


def _shapes(entry: Entry) -> dict[str, Shape | None]:
    """Return the keys of a question in the order of the reference, each with what it holds."""
    said = entry.get("kind")
    kind = plan(tuple(entry), Kind(said) if isinstance(said, str) and said in set(Kind) else None).kind
    first, *others = FIELDS[Place.QUESTION][:2], FIELDS[kind] if kind else (), FIELDS[Place.QUESTION][2:]
    fields = {field.name: field.shape for group in (first, *others) for field in group}
    known = {name: shape for name, shape in fields.items() if name in entry}
    return {**known, **{key: None for key in entry if key not in known}}


def _typed(value: Value, shape: Shape | None) -> str | None:
    """Return what is no text, such as a number or a date, as it stands without quotes; else None."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return None
    if shape is Shape.BOOLEAN and value.lower() in BOOLEANS:
        return "true" if BOOLEANS[value.lower()] else "false"
    pattern = _NUMERAL if shape in _AS_NUMBERS else _DATE if shape is Shape.DATE else None
    return value if pattern and pattern.fullmatch(value) else None


def _mapping(
    entry: Mapping[str, Value], shapes: Mapping[str, Shape | None], column: int, step: int
) -> Iterator[str]:
    for key, shape in shapes.items():
        head = f"{' ' * column}{scalar(key)}:"
        yield from _pair(head, entry[key], shape, column, step)


def _pair(head: str, value: Value, shape: Shape | None, column: int, step: int) -> Iterator[str]:
    """Yield the lines of a key (``head``, with its colon) and its value."""
    if isinstance(value, dict) and value:
        yield head
        shapes = _inner(value) if shape is Shape.SOURCE else dict.fromkeys(value)
        yield from _mapping(value, shapes, column + 2, step)
    elif isinstance(value, list) and value and not _fits(head, value, shape):
        yield head
        for item in value:
            yield from _item(item, column + step, step)
    elif isinstance(value, str) and _typed(value, shape) is None:
        yield from _text(f"{head} ", value, column + 2)
    else:
        yield f"{head} {_flow(value, shape)}"


def _inner(source: Mapping[str, Value]) -> dict[str, Shape | None]:
    shapes = {field.name: field.shape for field in FIELDS[Place.SOURCE] if field.name in source}
    return {**shapes, **{key: None for key in source if key not in shapes}}


def _fits(head: str, value: Sequence[Value], shape: Shape | None) -> bool:
    """Whether a list of labels, numbers or digests stands in brackets on the line of its key."""
    return shape in _IN_BRACKETS and len(f"{head} {_flow(list(value), shape)}") <= WIDTH


def _item(item: Value, column: int, step: int) -> Iterator[str]:
    head = f"{' ' * column}- "
    if isinstance(item, dict) and item:
        first, *rest = _mapping(item, dict.fromkeys(item), column + 2, step)
        yield head + first[column + 2 :]
        yield from rest
    elif isinstance(item, str):
        yield from _text(head, item, column + 2)
    else:
        yield head + _flow(item, None)


def _text(head: str, text: str, column: int) -> Iterator[str]:
    """Yield the lines of a text behind ``head``; those below it begin at ``column``."""
    inline = scalar(text)
    margin = " " * column
    if _is_literal(text):
        yield f"{head}|-"
        yield from (f"{margin}{line}" if line else "" for line in text.split("\n"))
    elif len(head) + len(inline) > WIDTH and _is_foldable(text):
        yield f"{head}>-"
        width = max(WIDTH - column, WIDTH // 2)
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        yield from (margin + line for line in lines)
    else:
        yield head + inline


def _is_literal(text: str) -> bool:
    """Whether it has several lines, all of which a block shows as they are."""
    lines = text.split("\n")
    tidy = all(line == line.rstrip() and not _NOT_RAW.search(line) for line in lines)
    return len(lines) > 1 and tidy and bool(lines[0] and lines[-1]) and not lines[0].startswith(" ")


def _is_foldable(text: str) -> bool:
    """Whether it has several words, all with one space between them."""
    words = text.split(" ")
    return len(words) > 1 and all(words) and not _NOT_RAW.search(text)


def _flow(value: Value, shape: Shape | None) -> str:
    typed = _typed(value, shape)
    if typed is not None:
        return typed if "," not in typed else scalar(typed, flow=True)
    if isinstance(value, list):
        inner = Shape.COUNT if shape is Shape.COUNTS else None
        return f"[{', '.join(_flow(item, inner) for item in value)}]"
    if isinstance(value, dict):
        shapes = _inner(value) if shape is Shape.SOURCE else dict.fromkeys(value)
        pairs = (f"{scalar(key, flow=True)}: {_flow(value[key], shapes[key])}" for key in shapes)
        return f"{{{', '.join(pairs)}}}"
    return scalar(str(value), flow=True)
