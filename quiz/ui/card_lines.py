"""The answers to one card in words, a line for each, and what memory has of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.review import Mode
from quiz.text import clean_line
from quiz.ui.why_words import notes
from quiz.ui.words import calendar_day, count, on_day, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.progress.life import Answer, Life


def card_lines(life: Life, answers: Sequence[Answer]) -> Iterator[str]:
    """Yield what is asked, what memory has of it, each answer, and where more is told."""
    yield f"{clean_line(life.card)}: {clean_line(life.prompt)}"
    yield memory_line(life)
    for answer in answers:
        yield answer_line(life, answer)
    yield f"`quiz why {clean_line(life.card)}` tells why it comes when it does."


def memory_line(life: Life) -> str:
    """Return the chance of recall today, and when it is asked again."""
    state = life.state
    if state is None or life.recall is None:
        return "It was never answered." if not life.events else "No answer to it has told memory anything."
    lapses = f"forgotten {count(state.lapses, 'time')}" if state.lapses else "never forgotten"
    recall = f"Recalled today with a chance of {percent(life.recall)}"
    return f"{recall}; due {on_day(state.due_on, life.today)}; {count(state.reviews, 'answer')}, {lapses}."


def answer_line(life: Life, answer: Answer) -> str:
    """Return an answer: its day, verdict and rating, what was foretold, and when it was to come back."""
    foretold = "" if answer.recall is None else f"; foretold {percent(answer.recall)}"
    if not answer.counts:
        how = "taken back" if answer.undone_on is not None else answer.mode.value
        rest = f"; {how}: memory was not told"
    elif answer.interval_days:
        rest = f"{foretold}; back after {count(answer.interval_days, 'day')}"
    else:
        rest = f"{foretold}; asked again the same day"
    rated = "" if answer.mode is Mode.EXAM else f", rated {answer.rating.name.lower()}"
    more = "".join(f"; {note}" for note in notes(answer))
    return f"{calendar_day(answer.day, life.today)}: {answer.verdict.value}{rated}{rest}{more}"
