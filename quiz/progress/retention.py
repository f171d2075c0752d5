"""True retention: how much of what was in review was recalled when it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.keys import bank_of
from quiz.progress.values import Retention
from quiz.review import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date


class Attempt(NamedTuple):
    """One answer of the log, cut down to what retention needs."""

    card: str
    day: date
    """Study day of the answer."""

    rating: int
    """1 (Again) to 4 (Easy)."""

    interval_days: int
    """Days until the card comes back, as given by this answer; 0 while it is being learnt."""


def true_retention(attempts: Iterable[Attempt], since: date, until: date) -> Retention:
    """Count the answers of ``since`` to ``until``, both included, to cards that were in review.

    ``attempts`` is the whole log in log order up to ``until``, without answers taken back or
    given for a mode that leaves memory alone; attempts before ``since`` are needed, for an
    answer counts only when the card's attempt just before it gave an interval of at least
    one day and lies on an earlier study day. So first answers, those while a card is being
    learnt, and second ones of a day are left out. Rated better than Again is recalled.
    Nothing to count gives ``Retention(0, 0)``. One pass; memory grows with the cards.
    """
    recalled = asked = 0
    for attempt in _of_cards_in_review(attempts, since, until):
        asked += 1
        recalled += attempt.rating > Rating.AGAIN
    return Retention(recalled, asked)


def retention_by_bank(attempts: Iterable[Attempt], since: date, until: date) -> dict[str, Retention]:
    """Return the true retention of each bank by its key, counted as in ``true_retention``.

    A bank of which nothing was counted is absent.
    """
    counts: dict[str, Retention] = {}
    for attempt in _of_cards_in_review(attempts, since, until):
        bank = bank_of(attempt.card)
        recalled, asked = counts.get(bank, (0, 0))
        counts[bank] = Retention(recalled + (attempt.rating > Rating.AGAIN), asked + 1)
    return counts


def _of_cards_in_review(attempts: Iterable[Attempt], since: date, until: date) -> Iterator[Attempt]:
    last: dict[str, Attempt] = {}
    for attempt in attempts:
        before = last.get(attempt.card)
        last[attempt.card] = attempt
        if before is None or before.interval_days < 1:
            continue
        if before.day < attempt.day and since <= attempt.day <= until:
            yield attempt
