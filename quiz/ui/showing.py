"""One question shown whole: as it is asked, its answer, its source, its history. Drawn with rich."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from quiz.question import ChoiceQuestion, Kind, MatchQuestion, SeveralQuestion
from quiz.text import clean, clean_line
from quiz.ui import describe
from quiz.ui.aside import aside_words, flag_words
from quiz.ui.render import draw_labelled, draw_lines, draw_passage, draw_prompt
from quiz.ui.words import count, on_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.console import Console

    from quiz.card import Asked
    from quiz.question import Question
    from quiz.review import CardState, Mark
    from quiz.ui.screen import Passage

NOT_ASKED = "not asked yet"


class SetAside(NamedTuple):
    """A card that is not asked before the study day ``until``; None: it is suspended."""

    until: date | None


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card as it would be put, its state (None: it was never answered), and what was said of it."""

    asked: Asked
    state: CardState | None
    aside: SetAside | None = None
    """None: it is asked when it is due."""

    flags: tuple[Mark, ...] = ()
    """Those that stand, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """Everything that is shown of a question. ``cards`` is never empty."""

    name: str
    """``bank/id``."""

    cards: tuple[ShownCard, ...]
    passage: Passage | None
    in_use: bool
    """Whether it is in its bank and sound."""

    place: str
    """``file:line``."""

    today: date

    @property
    def question(self) -> Question:
        """The question itself."""
        return self.cards[0].asked.card.question


def draw_question(console: Console, shown: ShownQuestion) -> None:
    """Draw a question: each of its cards as asked and its answer, then why, source, history and place."""
    question = shown.question
    draw_lines(console, " · ".join(_head(shown)), "dim")
    for card in shown.cards:
        draw_asked(console, card.asked)
    draw_labelled(console, _explanations(question))
    if question.source is not None:
        console.print()
        draw_passage(console, shown.passage)
    console.print()
    draw_labelled(console, (("history", line) for line in history_lines(shown)))
    draw_labelled(console, standing_lines(shown))
    # Not wrapped, so that terminals see that it is one place.
    console.print(Text(clean_line(shown.place)), soft_wrap=True)


def draw_asked(console: Console, asked: Asked) -> None:
    """Draw one card as a learner sees it, and the answer below."""
    console.print()
    draw_prompt(console, asked)
    draw_labelled(console, (*_offered(asked), *_right(asked)))


def history_lines(shown: ShownQuestion) -> Iterator[str]:
    """Yield the history of each card on one line, named where there are several."""
    for card in shown.cards:
        yield _of_card(shown, card, history(card.state, shown.today))


def standing_lines(shown: ShownQuestion) -> Iterator[tuple[str, str]]:
    """Yield for each card whether it is suspended or buried, and for each flag when and why it was put."""
    for card in shown.cards:
        if card.aside is not None:
            yield "now", _of_card(shown, card, aside_words(card.aside.until, shown.today))
    for card in shown.cards:
        for mark in card.flags:
            yield "flagged", _of_card(shown, card, flag_words(mark, shown.today))


def _of_card(shown: ShownQuestion, card: ShownCard, line: str) -> str:
    """Return a line on a card, which is named where the question has several."""
    part = card.asked.card.part
    if part:
        return f"#{clean_line(part)}: {line}"
    return f"forward: {line}" if len(shown.cards) > 1 else line


def history(state: CardState | None, today: date) -> str:
    """Return how often and when a card was answered, how long it lasts, when it is due."""
    if state is None:
        return NOT_ASKED
    lapses = f", {count(state.lapses, 'lapse')}" if state.lapses else ""
    return (
        f"{count(state.reviews, 'answer')}{lapses}, last on {state.last_day}; "
        f"memory {state.memory.stability:.1f} days; due {on_day(state.due_on, today)}"
    )


def _head(shown: ShownQuestion) -> Iterator[str]:
    yield clean_line(shown.name)
    yield shown.question.kind.value
    if shown.question.draft:
        yield "draft, not asked"
    if not shown.in_use:
        yield "gone or with a fault, not asked"
    if shown.question.tags:
        yield ", ".join(map(clean_line, shown.question.tags))


def _offered(asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield what is picked from, or what has to be typed."""
    question = asked.card.question
    if isinstance(question, MatchQuestion):
        yield from (
            ("left", f"{place}. {clean_line(left)}") for place, (left, _) in enumerate(question.pairs, 1)
        )
    label = "right" if question.kind is Kind.MATCH else "options"
    yield from ((label, f"{place}. {clean_line(option)}") for place, option in enumerate(asked.shown, 1))
    form = describe.typed_form(asked)
    if form:
        yield "wanted", form
    yield from (("hint", hint) for hint in describe.Hints(asked).texts)


def _right(asked: Asked) -> Iterator[tuple[str, str]]:
    card = asked.card
    yield from (("answer", line) for line in describe.right_lines(card, asked.language))
    yield from (("also", clean_line(answer)) for answer in card.accepted if answer != card.right)
    leeway = card.question.leeway()
    if leeway:
        yield "within", clean(leeway)


def _explanations(question: Question) -> Iterator[tuple[str, str]]:
    if question.why:
        yield "why", clean_line(question.why)
    if isinstance(question, ChoiceQuestion | SeveralQuestion):
        for wrong in question.wrong:
            if wrong.why:
                yield "because", f"{clean_line(wrong.text)}: {clean_line(wrong.why)}"
