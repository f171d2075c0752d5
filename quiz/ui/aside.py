"""Lists of cards, each under its file and line: flagged, set aside, forgotten again and again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from quiz.text import clean_line
from quiz.ui.describe import given
from quiz.ui.render import draw_labelled
from quiz.ui.words import calendar_day, count, on_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rich.console import Console

    from quiz.review import Mark, Response

MOST_SHOWN = 300
"""So many letters of a text are shown; JSON has all of them."""

MOST_MISTAKES = 3
NO_ANSWER = "no answer"


class Listed(NamedTuple):
    """A card in a list: ``file:line`` or what stands for it, its name, and labelled lines."""

    place: str
    name: str
    rows: tuple[tuple[str, str], ...]


def draw_listed(console: Console, listed: Iterable[Listed]) -> None:
    """Draw each card, an empty line after it."""
    for card in listed:
        # Not wrapped, so that terminals see that it is one place.
        console.print(Text(clean_line(f"{card.place}: {card.name}")), soft_wrap=True)
        draw_labelled(console, card.rows)
        console.print()


def flag_rows(prompt: str | None, flags: Iterable[Mark], today: date) -> tuple[tuple[str, str], ...]:
    """Return what is asked (None: not known any more), and when and why it was flagged."""
    return (*_asks(prompt), *(("flagged", flag_words(mark, today)) for mark in flags))


def aside_rows(prompt: str, until: date | None, today: date) -> tuple[tuple[str, str], ...]:
    """Return what is asked, and until when it is not; None: it is suspended."""
    return (*_asks(prompt), ("now", aside_words(until, today)))


def aside_words(until: date | None, today: date) -> str:
    """Return how a card is set aside; None: it is suspended."""
    return "suspended" if until is None else f"buried until {on_day(until, today)}"


def flag_words(mark: Mark, today: date) -> str:
    """Return when a card was flagged, by the clock of that moment, and why."""
    at = mark.marked_at + timedelta(minutes=mark.utc_offset_minutes)
    when = f"{calendar_day(at.date(), today)} {at:%H:%M}"
    note = cut(mark.note)
    return f"{when}: {note}" if note else when


def leech_rows(
    prompt: str, lapses: tuple[int, int], mistakes: Iterable[tuple[Response, int]], advice: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """Return what is asked, lapses and answers, the usual mistakes, and what can be done."""
    times, answers = lapses
    forgotten = f"{count(times, 'time')} in {count(answers, 'answer')}"
    return (
        *_asks(prompt),
        ("lapsed", forgotten),
        *(("wrong", _mistake(*mistake)) for mistake in [*mistakes][:MOST_MISTAKES]),
        *(("do", line) for line in advice),
    )


def cut(text: str) -> str:
    """Return text on one line, cut with an ellipsis where it is very long."""
    line = clean_line(text)
    return line if len(line) <= MOST_SHOWN else f"{line[: MOST_SHOWN - 1]}…"


def _asks(prompt: str | None) -> Iterator[tuple[str, str]]:
    if prompt is not None:
        yield "asks", cut(prompt)


def _mistake(response: Response, times: int) -> str:
    said = cut(given(response)) or NO_ANSWER
    return said if times == 1 else f"{said} ({count(times, 'time')})"
