"""A sentence with holes, such as ``They met in {Geneva|Genf::a city}.``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.bank.limits import MAX_HOLES
from quiz.bank.problem import shown
from quiz.question import Hole

if TYPE_CHECKING:
    from collections.abc import Iterable

# Either a brace, or a run of text in which a backslash takes a brace along.
_PARTS = re.compile(r"[{}]|(?:[^{}\\]+|\\[{}]?)+")


_DOUBLED = re.compile(r"\{\{(?:c\d+::)?([^{}]*)\}\}")


class Torn(Exception):
    """A sentence whose holes cannot be told; ``at`` is the place of the brace that shows it, from 0."""

    def __init__(self, message: str, cure: str, at: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure
        self.at = at


def parse_cloze(sentence: str) -> tuple[str | Hole, ...]:
    r"""Return plain text and holes as they stand in the sentence; empty text is left out.

    A hole stands in braces: the accepted answers with ``|`` between them, then a hint after
    ``::``. A brace of the sentence itself is written ``\{`` or ``\}``. Raises Torn where
    braces do not pair, a hole or a part of it is empty, or there are no holes or too many.
    """
    pieces: list[str | Hole] = []
    parts = iter(_PARTS.findall(sentence))
    for part in parts:
        if part == "}":
            at = len(sentence) - sum(map(len, parts)) - 1
            raise Torn("a `}` closes no hole", r"write `\}` for a brace of the sentence", at)
        if part == "{":
            inside, closing = next(parts, ""), next(parts, "")
            try:
                pieces.append(_hole(inside, closing))
            except Torn as torn:
                at = len(sentence) - sum(map(len, (part, inside, closing, *parts)))
                raise _placed(torn, sentence, at) from None
        else:
            pieces.append(_unescape(part))
    holes = sum(isinstance(piece, Hole) for piece in pieces)
    if not holes:
        raise Torn("the sentence has no hole", "put braces around an answer, like `{Geneva}`")
    if holes > MAX_HOLES:
        raise Torn(f"the sentence has more than {MAX_HOLES} holes", "make several questions of it")
    return tuple(pieces)


def _placed(torn: Torn, sentence: str, at: int) -> Torn:
    """Return what is wrong with the hole that opens at a place of the sentence."""
    doubled = _DOUBLED.match(sentence, at)
    if doubled and doubled[1].strip():
        return Torn("a hole has one pair of braces", f"write {shown('{' + doubled[1] + '}')}", at)
    if sentence.startswith("{{", at):
        return Torn("a hole has one pair of braces", "write them as in `{Geneva}`", at)
    return Torn(torn.message, torn.cure, at)


def _hole(inside: str, closing: str) -> Hole:
    if inside == "}":
        raise Torn("a hole is empty", "write the answer between the braces")
    if inside == "{" or closing != "}":
        raise Torn("a `{` has no `}`", r"close the hole, or write `\{` for a brace of the sentence")
    if not inside.strip():
        raise Torn("a hole is empty", "write the answer between the braces")
    answers, separator, hint = inside.partition("::")
    accepted = tuple(dict.fromkeys(_unescape(answer).strip() for answer in answers.split("|")))
    if not all(accepted):
        if "|" not in answers:
            raise Torn(
                "a hole has a hint and no answer", "write the answer before `::`, like `{Geneva::a city}`"
            )
        raise Torn("a hole has an empty answer", "write an answer before and after each `|`")
    if separator and not hint.strip():
        raise Torn("a hole has an empty hint", "write the hint behind `::`, or take `::` away")
    return Hole(accepted, _unescape(hint).strip() or None)


def _unescape(text: str) -> str:
    return text.replace("\\{", "{").replace("\\}", "}")


def filled(pieces: Iterable[str | Hole]) -> str:
    """Return the sentence with every hole filled by the answer that is shown."""
    return "".join(piece if isinstance(piece, str) else piece.accepted[0] for piece in pieces)
