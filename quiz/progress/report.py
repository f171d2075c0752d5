"""All figures of the report, as they are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from quiz.progress.calendar import DayCell, WeekRow
    from quiz.progress.calibration import ChanceRow, ConfidenceRow, Foresight
    from quiz.progress.histogram import Count
    from quiz.progress.tallies import HourRow, KindRow
    from quiz.progress.values import Overview


class Known(NamedTuple):
    """What is expected to be recalled now, of cards in use; one never answered counts as not known."""

    cards: int
    answered: int
    expected: float
    """Sum of the chances of recall."""

    @property
    def share(self) -> float | None:
        """Expected out of all cards, 0..1; None without cards."""
        return self.expected / self.cards if self.cards else None


def known(chances: Iterable[float | None]) -> Known:
    """Return what is known of cards by their chances of recall, None for one never answered."""
    cards = answered = 0
    expected = 0.0
    for chance in chances:
        cards += 1
        if chance is not None:
            answered += 1
            expected += chance
    return Known(cards, answered, expected)


def together(parts: Iterable[Known]) -> Known:
    """Return what is known of several sets of cards that share none."""
    found = list(parts)
    return Known(
        sum(one.cards for one in found),
        sum(one.answered for one in found),
        math.fsum(one.expected for one in found),
    )


class ParagraphKnown(NamedTuple):
    """One paragraph of a text: its number and first words, and what is known of the cards that cite it."""

    number: int
    words: str
    known: Known


class TextMap(NamedTuple):
    """A text behind a bank, paragraph by paragraph."""

    bank: str
    title: str
    document: str
    paragraphs: tuple[ParagraphKnown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What `quiz report` draws; everything is of one learner, cards are those in use."""

    learner: str
    overview: Overview
    known: Known
    calendar: tuple[tuple[DayCell, ...], ...]
    weeks: tuple[WeekRow, ...]
    coming: tuple[tuple[date, int], ...]
    """Cards due on each of the days ahead; today's number holds the overdue."""

    intervals: tuple[Count, ...]
    """Days from the last answer to the next, of cards in review."""

    stabilities: tuple[Count, ...]
    """Days until recall has fallen to 0.9, of answered cards."""

    chances: tuple[Count, ...]
    """Chances of recall today, of answered cards."""

    foresight: Foresight | None
    calibration: tuple[ChanceRow, ...]
    confidence: tuple[ConfidenceRow, ...]
    hours: tuple[HourRow, ...]
    kinds: tuple[KindRow, ...]
    texts: tuple[TextMap, ...]
