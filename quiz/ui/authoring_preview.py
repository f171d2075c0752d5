"""A new question drawn as a learner will see it: what is asked, the answer, what is told after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.text import clean_line
from quiz.ui.render import draw_labelled, draw_passage
from quiz.ui.showing import draw_asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from quiz.card import Asked
    from quiz.ui.screen import Passage


def draw_preview(console: Console, cards: Sequence[Asked], passage: Passage | None) -> None:
    """Draw all cards of a question, at least one, then what is told after each of them.

    ``passage`` is None for a question that cites none.
    """
    for asked in cards:
        draw_asked(console, asked)
    draw_labelled(console, _told_after(cards[0]))
    if passage is not None:
        draw_passage(console, passage)


def _told_after(asked: Asked) -> Iterator[tuple[str, str]]:
    question = asked.card.question
    if question.why:
        yield "why", clean_line(question.why)
    for option in asked.shown:
        why = question.why_wrong(option)
        if why:
            yield "because", f"{clean_line(option)}: {clean_line(why)}"
