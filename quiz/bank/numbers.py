"""What is written as a number: one number with its tolerance, or a range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from quiz.bank.problem import Code, shown
from quiz.quantity import RANGE, Figures, decimal_mark, parse_number, parse_range

if TYPE_CHECKING:
    from decimal import Decimal

    from quiz.bank.nodes import Mapping
    from quiz.bank.scalars import Context

_BETWEEN = re.compile(
    r"\s*(?:\.{2,}|[\N{HORIZONTAL ELLIPSIS}\N{EN DASH}\N{EM DASH}-]|\b(?:to|bis|and|und)\b)\s*"
)
"""What people write between the ends of a range."""


def finish_number(values: dict[str, Any], mapping: Mapping, context: Context) -> None:
    """Set the value that is written, or both ends of a range; report what cannot be kept to."""
    written = values.get("written")
    if written is None:
        return
    values["value"] = parse_number(written, context.language)
    if values["value"] is None:
        _range(values, mapping, context)
    elif type(values.get("tolerance")) is Figures:
        _figures(values, mapping, context)


def _range(values: dict[str, Any], mapping: Mapping, context: Context) -> None:
    written, node = values["written"], mapping.entries["number"]
    ends = parse_range(written, context.language)
    if ends is None:
        context.wrong(node, Code.VALUE, f"{shown(written)} is no number", _cure(written, context.language))
        return
    values["value"], values["upper"] = ends
    if ends[0] >= ends[1]:
        lower, _, upper = (part.strip() for part in written.partition(RANGE))
        same = ends[0] == ends[1]
        message = f"the range {shown(written)} {'holds one number' if same else 'runs downwards'}"
        cure = f"write {shown(lower if same else f'{upper}{RANGE}{lower}')}"
        context.wrong(node, Code.VALUE, message, cure)
    if "tolerance" in mapping.entries:
        key = next(key for key in mapping.keys if key.value == "tolerance")
        cure = "take it away, and write a wider range where more is right"
        context.wrong(key, Code.MISPLACED_KEY, "`tolerance` has no place beside a range", cure)


def _cure(written: str, language: str) -> str:
    """Return the cure for what is no number: the range that is meant, or how numbers are written."""
    ends = _BETWEEN.split(written.strip())
    as_range = RANGE.join(ends)
    if len(ends) == 2 and parse_range(as_range, language):  # noqa: PLR2004 - the ends of a range
        return f"write {shown(as_range)}"
    mark = decimal_mark(language)
    return f"write digits, with `{mark}` before the decimals (language {language})"


def _figures(values: dict[str, Any], mapping: Mapping, context: Context) -> None:
    """Report significant figures that the number does not have."""
    value: Decimal = values["value"]
    figures: Figures = values["tolerance"]
    node = mapping.entries["tolerance"]
    if not value:
        message = "0 has no significant figures"
        context.wrong(node, Code.VALUE, message, "write how far off is still right as a number, like `0.5`")
    elif figures.digits > len(value.as_tuple().digits):
        has = Figures(len(value.as_tuple().digits))
        message = f"{shown(values['written'])} is written with {has} only"
        context.wrong(node, Code.VALUE, message, f"write `{has}`, or more figures of the number")
