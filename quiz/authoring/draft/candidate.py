"""A question that may be proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    Value = str | bool | list[str]

PROMPTS: Mapping[Kind, str] = {Kind.CLOZE: "cloze", Kind.TRUE_FALSE: "claim"}
"""The key of the prompt, where it is not `ask`."""


class Candidate(NamedTuple):
    """A question from one sentence of a paragraph.

    ``keys`` are those of its kind, in the order of a bank; ``prompt`` is what a learner reads
    with every hole filled. ``things`` are what is asked for; ``score`` rises with how well it is
    likely to be asked. ``truth`` is None where it is no claim.
    """

    paragraph: int
    quote: str
    kind: Kind
    prompt: str
    answer: str
    things: tuple[str, ...]
    score: float
    keys: tuple[tuple[str, Value], ...]

    @property
    def truth(self) -> bool | None:
        """Whether a claim is true; None for other kinds."""
        return dict(self.keys)["answer"] is True if self.kind is Kind.TRUE_FALSE else None


class Passage(NamedTuple):
    """A paragraph to draft from: its number in the text that the bank cites, and what of it is no noise."""

    number: int
    text: str
