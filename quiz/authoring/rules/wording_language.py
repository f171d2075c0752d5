"""What the rules on wording know of language: which banks are English, and what an author says himself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.grading.fold import primary
from quiz.question import ChoiceQuestion, ClozeQuestion, SeveralQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quiz.authoring.finding import Found
    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.bank.written import Steps
    from quiz.question import Question

    Look = Callable[[Written, Material], Iterator[Found]]

SET_OFF = "\N{WHITE SQUARE}"
"""Stands for what is quoted, emphasised or code."""

_STRAIGHT = dict.fromkeys(map(ord, "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"), "'")
# Bounded, so that many marks that open and never close cost little.
_SET_OFF = re.compile(
    r'"[^"]{1,300}"|“[^”]{1,300}”|„[^“”]{1,300}[“”]|«[^»]{1,300}»|`[^`]{1,300}`'
    r"|(?<!\w)'[^']{1,200}'(?!\w)"
    r"|(?<![\w*])\*{1,3}(?=[^\s*])[^*]{1,200}\*{1,3}(?!\w)"
    r"|(?<!\w)_{1,2}(?=[^\s_])[^_]{1,200}_{1,2}(?!\w)"
)


def is_english(bank: Material) -> bool:
    """Whether lists of English words may be used on a bank."""
    return primary(bank.language) == "en"


def in_english(look: Look) -> Look:
    """Return a look that sees the questions of English banks only."""

    def english(written: Written, bank: Material) -> Iterator[Found]:
        return look(written, bank) if is_english(bank) else iter(())

    return english


def own_words(text: str) -> str:
    """Return a text with ``SET_OFF`` in place of all that is quoted, emphasised or code.

    Its apostrophes are straight ones.
    """
    return _SET_OFF.sub(SET_OFF, text.translate(_STRAIGHT))


def asked(question: Question) -> str:
    """Return what stands there while the question is asked: of a cloze, the text around its holes."""
    if isinstance(question, ClozeQuestion):
        return "".join(piece if isinstance(piece, str) else piece.blank() for piece in question.pieces)
    return question.ask


def prompt_key(written: Written) -> str:
    """Return the key under which the prompt of a question is written."""
    keys = ("ask", "claim", "cloze", "front")
    return next((key for key in keys if written.value(key) is not None), "ask")


def rights(question: Question) -> tuple[str, ...]:
    """Return the right options of a choice or of several; empty for other kinds."""
    if isinstance(question, ChoiceQuestion):
        return (question.answer,)
    return question.answers if isinstance(question, SeveralQuestion) else ()


def wrongs(question: Question) -> tuple[str, ...]:
    """Return the wrong options of a choice or of several; empty for other kinds."""
    if isinstance(question, ChoiceQuestion | SeveralQuestion):
        return tuple(wrong.text for wrong in question.wrong)
    return ()


def is_right(steps: Steps) -> bool:
    """Whether the option that is found at these steps is a right one."""
    return steps[0] not in {"wrong", "options"}


def both_places(written: Written, steps: Steps) -> str:
    """Return what to add to a cure that changes an option: beside `options` a right one stands twice."""
    twice = is_right(steps) and written.value("options") is not None
    return ", here and below `options:`" if twice else ""
