"""Questions made from their keys alone."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from quiz.bank import read_text

if TYPE_CHECKING:
    from quiz.question import Question


def asking(keys: str, language: str) -> Question:
    """Return the question that is written with these keys."""
    body = textwrap.indent(keys, "    ").replace("    ", "  - ", 1)
    text = f"quiz: 1\ntitle: T\nlanguage: {language}\nquestions:\n{body}\n"
    reading = read_text(text.encode(), "b.yaml", "b")
    assert [str(problem) for problem in reading.problems] == []
    assert reading.bank is not None
    (question,) = reading.bank.questions
    return question
