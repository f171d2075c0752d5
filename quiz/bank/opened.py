"""Where a bracket or a quote was opened that is not closed where it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
)

if TYPE_CHECKING:
    from quiz.bank.problem import Mark

MOST = 1_000_000
"""In so many characters brackets are looked for; tokens take a second for as many."""

_OPENS = (FlowMappingStartToken, FlowSequenceStartToken)
_CLOSES = (FlowMappingEndToken, FlowSequenceEndToken)
_BEFORE = frozenset(" \t\n\r[{,:")
"""What stands before a text in quotes."""


def open_bracket(text: str, end: int) -> Mark | None:
    """Return where the innermost bracket was opened that is still open at a place of a text.

    None where none is, or where that place lies too far from the beginning to look.
    """
    opened: list[Mark] = []
    if end > MOST:
        return None
    try:
        for token in yaml.scan(text[:end], Loader=yaml.CSafeLoader):
            if isinstance(token, _OPENS):
                opened.append(token.start_mark)
            elif isinstance(token, _CLOSES) and opened:
                opened.pop()
    except (yaml.YAMLError, UnicodeError):
        pass  # the text is cut in the middle, or broken there: what was seen before that counts
    return opened[-1] if opened else None


def opening_quote(text: str, close: int) -> int | None:
    r"""Return the place of the quote that the one at ``close`` closes; None where it closes none.

    Within quotes the sign stands as ``''`` or ``\"`` only, and a quote is opened where a text begins.
    """
    sign, place = text[close], close
    while (place := text.rfind(sign, 0, place)) >= 0:
        before = text[:place][-1:]
        if sign == "'" and before == sign:
            place -= 1
        elif sign == "'" or not _is_escaped(text, place):
            return place if text[:place][-1:] in _BEFORE else None
    return None


def _is_escaped(text: str, place: int) -> bool:
    """Whether an odd number of backslashes stands before a place."""
    begin = place
    while begin and text[begin - 1] == "\\":
        begin -= 1
    return (place - begin) % 2 == 1
