"""Histories of cards: what fitting and evaluation read of a log, and how they part it in time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from quiz.review import Rating

LATER_SHARE = 0.2
"""Share of the judged answers that the later days hold, at least, which fitting does not see."""


class Answer(NamedTuple):
    """One answer in the history of a card."""

    elapsed_days: int
    """Study days since the answer before; 0 on the same day, and for the first answer."""

    rating: Rating
    day: int
    """Ordinal of the study day (``date.toordinal``); never falls within a history."""


History: TypeAlias = tuple[Answer, ...]
"""The answers to one card, the oldest first; at least one."""


class Judged(NamedTuple):
    """An answer on a later study day than the one before it: one that a chance of recall foretells."""

    card: int
    """Place of the history."""

    day: int
    elapsed_days: int
    length: int
    """So many answers on later days the history holds up to it, and one more."""

    lapses: int
    """How often the card was forgotten on a later day before."""

    recalled: bool


def histories(answers: Iterable[tuple[str, date, Rating]]) -> tuple[History, ...]:
    """Return the history of each card from its answers, as card, study day and rating, the oldest first.

    Days are counted as a replay counts them: when the clock ran back none have passed, and the
    later day stays.
    """
    found: dict[str, list[Answer]] = {}
    for card, day, rating in answers:
        known = found.setdefault(card, [])
        last = known[-1].day if known else day.toordinal()
        elapsed = max(day.toordinal() - last, 0)
        known.append(Answer(elapsed, rating, last + elapsed))
    return tuple(tuple(known) for known in found.values())


def answers_in(known: Iterable[History]) -> int:
    """Return how many answers histories hold, those of the same day among them."""
    return sum(map(len, known))


def judged(known: Sequence[History], first_day: int = 0) -> list[Judged]:
    """Return the answers on later days than the one before, from a day on, history by history."""
    found = []
    for card, history in enumerate(known):
        length, lapses = 1, 0
        for answer in history:
            if not answer.elapsed_days:
                continue
            length, recalled = length + 1, answer.rating > 1
            if answer.day >= first_day:
                found.append(Judged(card, answer.day, answer.elapsed_days, length, lapses, recalled))
            lapses += not recalled
    return found


def later_from(known: Sequence[History]) -> int | None:
    """Return the ordinal of the day on which the later slice begins; None where nothing is judged.

    It holds the fewest last days with at least a fifth of the judged answers: whole days, since
    the answers of one day have much in common.
    """
    by_day = Counter(one.day for one in judged(known))
    wanted, held = sum(by_day.values()) * LATER_SHARE, 0
    for day in sorted(by_day, reverse=True):
        held += by_day[day]
        if held >= wanted:
            return day
    return None


def before(known: Iterable[History], day: int) -> tuple[History, ...]:
    """Return the histories as they were before a day; cards that were new since then are left out."""
    cut = (tuple(answer for answer in history if answer.day < day) for history in known)
    return tuple(history for history in cut if history)
