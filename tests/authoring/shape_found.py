"""What the tests of the shape rules share: a bank from the lines of its questions, and what a rule finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.layout import applied
from quiz.authoring.material import material
from quiz.authoring.rules import reading, shape
from quiz.bank import CannotRead, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.authoring.finding import Found
    from quiz.authoring.material import Material
    from quiz.authoring.rule import Example

HEAD = "quiz: 1\ntitle: T\nquestions:\n"
RULES = {rule.code: rule for rule in (*reading.RULES, *shape.RULES)}


def made(text: str) -> Material:
    """Return a bank of this text, with no other text beside it."""
    return material(text.encode(errors="surrogateescape"), "b.yaml", "b", lambda _: {})


def of_example(example: Example) -> Material:
    """Return the bank of an example, with its text as ``text.md`` beside it."""

    def read(document: str) -> Mapping[int, str]:
        if document != "text.md" or not example.text:
            raise CannotRead(document, "there is no such file", "name another")
        return paragraphs(example.text)

    return material(example.bank.encode(), "b.yaml", "b", read)


def find(code: str, body: str, head: str = HEAD) -> list[Found]:
    """Return what a rule finds in a bank of these questions."""
    return list(RULES[code].find([made(head + body)]))


def places(code: str, body: str, head: str = HEAD) -> list[str]:
    """Return where a rule finds something, as ``line:column``; questions begin in line 4."""
    return [f"{found.location.line}:{found.location.column}" for found in find(code, body, head)]


def mended(code: str, body: str, head: str = HEAD) -> str:
    """Return the questions after all edits of a rule; it is silent then."""
    edits = [edit for found in find(code, body, head) for edit in found.edits]
    after = applied(head + body, edits)
    assert not [found for found in RULES[code].find([made(after)]) if found.edits]
    return after.removeprefix(head)
