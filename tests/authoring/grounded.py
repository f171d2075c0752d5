"""What the tests of grounding share: a bank with a text beside it, and what rules find in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.check import check
from quiz.authoring.layout import applied
from quiz.authoring.material import material
from quiz.authoring.rules.grounding import RULES
from quiz.bank import CannotRead, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.authoring.finding import Finding
    from quiz.authoring.material import Material

HEAD = "quiz: 1\ntitle: T\nsource: text.md\nquestions:\n"
BY_CODE = {rule.code: rule for rule in RULES}


def bank(body: str, text: str = "", *, head: str = HEAD, path: str = "b.yaml") -> Material:
    """Return a bank of these questions, with ``text`` as ``text.md`` beside it; no other file is there."""

    def read(document: str) -> Mapping[int, str]:
        if document != "text.md":
            raise CannotRead(document, "the file cannot be read", "check its name and rights")
        return paragraphs(text)

    return material((head + body).encode(), path, path.removesuffix(".yaml"), read)


def found(body: str, text: str = "", *, head: str = HEAD) -> list[Finding]:
    """Return what all rules of the family that are on find."""
    return check([bank(body, text, head=head)], [rule for rule in RULES if rule.on])


def codes(body: str, text: str = "", *, head: str = HEAD) -> list[str]:
    """Return ``line:column code`` of what is found; the first question begins in line 5."""
    return [f"{one.location.line}:{one.location.column} {one.code}" for one in found(body, text, head=head)]


def mended(body: str, text: str) -> str:
    """Return the questions after all edits of what is found."""
    edits = [edit for one in found(body, text) for edit in one.edits]
    return applied(HEAD + body, edits).removeprefix(HEAD)
