"""Lists and mappings to values, and the table that names the reader of each shape.

Where something is wrong it is reported and left out of the value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.bank import scalars
from quiz.bank.commas import split_pairs
from quiz.bank.fields import FIELDS, Place, Shape
from quiz.bank.nodes import QUOTES, Mapping, Scalar, Sequence, is_blank
from quiz.bank.problem import Code
from quiz.bank.scalars import label, text
from quiz.bank.strange import guessed, report_keys
from quiz.question import Source, Wrong

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.bank.nodes import Node
    from quiz.bank.scalars import Context


def texts(node: Node, name: str, context: Context) -> tuple[str, ...]:
    """Return texts from a list, or from one text alone."""
    if isinstance(node, Scalar):
        one = text(node, name, context)
        return () if one is None else (one,)
    return listed(node, name, context)


def labels(node: Node, name: str, context: Context) -> tuple[str, ...]:
    """Return short texts from a list, or from one text alone."""
    nodes = node.items if type(node) is Sequence else [node]
    entry = f"an entry of {name}" if type(node) is Sequence else name
    return tuple([value for item in nodes if (value := label(item, entry, context)) is not None])


def counts(node: Node, name: str, context: Context) -> tuple[int, ...]:
    """Return whole numbers from 1 from a list, or from one number alone."""
    nodes = entries(node, name, context) if type(node) is Sequence else [node]
    entry = f"an entry of {name}" if type(node) is Sequence else name
    return tuple([value for item in nodes if (value := scalars.count(item, entry, context)) is not None])


def digests(node: Node, name: str, context: Context) -> tuple[str, ...]:
    """Return digests in small letters from a list, or from one alone."""
    nodes = entries(node, name, context) if type(node) is Sequence else [node]
    entry = f"an entry of {name}" if type(node) is Sequence else name
    return tuple([value for item in nodes if (value := scalars.digest(item, entry, context)) is not None])


def listed(node: Node, name: str, context: Context) -> tuple[str, ...]:
    """Return the texts of a list."""
    entry = f"an entry of {name}"
    nodes = entries(node, name, context)
    return tuple([value for item in nodes if (value := text(item, entry, context)) is not None])


def entries(node: Node, name: str, context: Context) -> list[Node]:
    """Return the nodes of a list; an empty list is a fault."""
    if type(node) is Sequence and node.items:
        return node.items
    if not _is_blank(node, name, context):
        cure = "write one line with `- ` for each entry"
        if type(node) is Sequence:
            context.wrong(node, Code.EMPTY, f"{name} is an empty list", cure)
        else:
            context.wrong(node, Code.SHAPE, f"{name} is no list", cure)
    return []


def options(node: Node, name: str, context: Context) -> tuple[Wrong, ...]:
    """Return wrong options, each alone or with the reason why it is wrong."""
    entry = f"an entry of {name}"
    nodes = entries(node, name, context)
    return tuple([option for item in nodes if (option := _option(item, entry, context)) is not None])


def _option(node: Node, name: str, context: Context) -> Wrong | None:
    if type(node) is not Mapping:
        alone = text(node, name, context)
        return None if alone is None else Wrong(alone, None)
    if node.refused and not node.keys:
        return None
    if len(node.keys) != 1:
        cure = f"write `option: why it is wrong`, or {QUOTES}"
        context.wrong(node, Code.SHAPE, f"{name} has {len(node.keys)} keys", cure)
        return None
    option = text(node.keys[0], name, context)
    why = text(node.entries[node.keys[0].value], f"the reason in {name}", context)
    return None if option is None or why is None else Wrong(option, why)


def pairs(node: Node, name: str, context: Context) -> tuple[tuple[str, str], ...]:
    """Return left sides with their right sides; a right side that a comma cuts is told as that."""
    found = []
    cut = split_pairs(node) if type(node) is Mapping else {}
    value = node
    for key in _mapping(node, name, context, "write `left: right` for each pair"):
        if key.value in cut:
            split = cut[key.value]
            if split is not None:
                context.wrong(value, Code.SHAPE, split.message, split.cure)
            continue
        value = node.entries[key.value]  # type: ignore[union-attr]
        left = text(key, f"a left side of {name}", context)
        right = text(value, f"a right side of {name}", context)
        if left is not None and right is not None:
            found.append((left, right))
    return tuple(found)


def _mapping(node: Node, name: str, context: Context, cure: str) -> list[Scalar]:
    if type(node) is Mapping and node.keys:
        return node.keys
    if not _is_blank(node, name, context):
        if type(node) is not Mapping:
            context.wrong(node, Code.SHAPE, f"{name} is no mapping", cure)
        elif not node.refused:
            context.wrong(node, Code.EMPTY, f"{name} is an empty mapping", cure)
    return []


def _is_blank(node: Node, name: str, context: Context) -> bool:
    """Whether nothing is written; that is a fault then."""
    blank = isinstance(node, Scalar) and not node.value.strip()
    return blank and text(node, name, context) is None


def source(node: Node, name: str, context: Context) -> Source | None:
    """Return what proves an answer.

    When it was checked is no part of that: it is read, so that a fault is told, and left out.
    """
    if type(node) is not Mapping:
        return _no_source(node, name, context)
    values: dict[str, Any] = dict.fromkeys(_SOURCE)
    strange: tuple[str, ...] = ()
    for key in _mapping(node, name, context, _BELOW):
        field = _SOURCE.get(key.value)
        if field is None:
            strange = (*strange, key.value)
        elif field.name == "paragraph" and type(node.entries[key.value]) is Sequence:
            values["paragraph"], values["also"] = _several(node.entries[key.value], context)
        else:
            values[key.value] = READERS[field.shape](node.entries[key.value], f"`{key.value}`", context)
    if strange:
        _misread(node, strange, values, context)
    return _source(values, node, context)


def _several(node: Node, context: Context) -> tuple[int | None, tuple[int, ...]]:
    """Report a list where one paragraph has to stand, and read it as that one and others beside it."""
    numbers = counts(node, "`paragraph`", context)
    if not numbers:
        return None, ()
    first, *others = dict.fromkeys(numbers)
    also = f", and `also: {others if len(others) > 1 else others[0]}` beside it" if others else ""
    context.wrong(node, Code.SHAPE, "`paragraph` holds a list", f"write `paragraph: {first}`{also}")
    return first, tuple(others)


def _source(values: dict[str, Any], node: Mapping, context: Context) -> Source:
    """Return the source; a paragraph that is cited twice is a fault, and counts once."""
    paragraph, also = values["paragraph"], values["also"] or ()
    written = node.entries.get("also")
    if written is not None and also:
        _report_twice(written, paragraph, context)
        if "paragraph" not in node.entries:
            cure = "write the one with the quote as `paragraph:`"
            context.wrong(written, Code.VALUE, "`also` stands without `paragraph`", cure)
    others = tuple(dict.fromkeys(number for number in also if number != paragraph))
    return Source(values["document"], paragraph, values["quote"], others if paragraph is not None else ())


def _misread(node: Mapping, strange: tuple[str, ...], values: dict[str, Any], context: Context) -> None:
    """Report keys that do not belong there, and read those that are misspelt as what is meant."""
    report_keys(node, strange, Place.SOURCE, context.faults)
    for name in strange[:_GUESSES]:
        guess = guessed(name, Place.SOURCE)
        if guess is not None and guess not in node.entries and not is_blank(node.entries[name]):
            values[guess] = READERS[_SOURCE[guess].shape](node.entries[name], f"`{name}`", context)


def _no_source(node: Node, name: str, context: Context) -> Source | None:
    """Report a source that is no mapping; a number alone is taken for that of the paragraph."""
    number = node.value.strip() if isinstance(node, Scalar) else ""
    if not scalars.COUNT.fullmatch(number):
        _mapping(node, name, context, _BELOW)
        return None
    context.wrong(node, Code.SHAPE, f"{name} is no mapping", f"write `{{paragraph: {number}}}`")
    return Source(None, int(number), None)


def _report_twice(also: Node, paragraph: int | None, context: Context) -> None:
    """Report each paragraph that is named again."""
    seen = {paragraph}
    for node in also.items if type(also) is Sequence else [also]:
        number = node.value.strip() if isinstance(node, Scalar) else ""
        if not scalars.COUNT.fullmatch(number):
            continue
        if int(number) in seen:
            context.wrong(node, Code.VALUE, f"paragraph {int(number)} is cited twice", "take it away here")
        seen.add(int(number))


_BELOW = "write `paragraph:` and `quote:` below it"
_GUESSES = 3
_SOURCE = {field.name: field for field in FIELDS[Place.SOURCE]}

READERS: dict[Shape, Callable[[Node, str, Context], Any]] = {
    Shape.VERSION: scalars.version,
    Shape.TEXT: text,
    Shape.LABEL: label,
    Shape.LABELS: labels,
    Shape.TEXTS: texts,
    Shape.LIST: listed,
    Shape.OPTIONS: options,
    Shape.PAIRS: pairs,
    Shape.BOOLEAN: scalars.boolean,
    Shape.WRITTEN_NUMBER: text,
    Shape.TOLERANCE: scalars.tolerance,
    Shape.DATE: scalars.date,
    Shape.CLOZE: text,
    Shape.ID: scalars.identifier,
    Shape.BANK_KEY: scalars.bank_key,
    Shape.KIND: scalars.kind,
    Shape.LANGUAGE: scalars.language,
    Shape.PATH: scalars.path,
    Shape.COUNT: scalars.count,
    Shape.COUNTS: counts,
    Shape.DIGESTS: digests,
    Shape.SOURCE: source,
}
