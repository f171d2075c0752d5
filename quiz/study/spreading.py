"""The day on which an answered card comes back, near its interval: by what stands on those days already."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import Due, Load, balanced, draw, due, fuzz_range, fuzzed
from quiz.review import Rating
from quiz.store import states

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.memory import Parameters
    from quiz.store import Candidate, Store
    from quiz.study.terms import Terms

RECALLED = Rating.HARD, Rating.GOOD, Rating.EASY


class _Told(NamedTuple):
    """When a card comes back by each rating, as it was told, and what had been written by then."""

    candidate: Candidate
    today: date
    written: tuple[int, int]
    days: Mapping[Rating, Due]


class Returns:
    """When the cards of a sitting come back: what was told of one holds until something is written."""

    def __init__(self, store: Store, terms: Terms, parameters: Parameters) -> None:
        self._store, self._terms, self._parameters = store, terms, parameters
        self._told: _Told | None = None

    def by_rating(self, candidate: Candidate, today: date) -> Mapping[Rating, Due]:
        """Return for each rating when a card answered ``today`` is asked again."""
        written = states.written(self._store)
        card = _Return(self._store, candidate, today, self._terms, self._parameters)
        days = {rating: card.after(rating) for rating in Rating}
        # What is read of a transaction that is open may be rolled back, and nothing would show it.
        is_open = self._store.db.conn.in_transaction
        self._told = None if is_open else _Told(candidate, today, written, days)
        return days

    def after(self, candidate: Candidate, rating: Rating, today: date) -> Due:
        """Return when a card answered ``today`` with this rating is asked again."""
        told = self._told
        if told is not None and told.candidate is candidate and told.today == today:
            self._told = None
            if told.written == states.written(self._store):
                return told.days[rating]
        return _Return(self._store, candidate, today, self._terms, self._parameters).after(rating)


class _Return:
    """Picks the day for one card answered today; the same again until something else is written."""

    def __init__(
        self, store: Store, candidate: Candidate, today: date, terms: Terms, parameters: Parameters
    ) -> None:
        self._store, self._candidate, self._today = store, candidate, today
        self._terms, self._parameters = terms, parameters

    def after(self, rating: Rating) -> Due:
        """Return when the card is asked again; never earlier than with a worse rating."""
        if rating is Rating.AGAIN:
            return Due(0, self._today)
        days = max(self._spread(self._interval(one)) for one in RECALLED if one <= rating)
        return Due(days, self._today + timedelta(days=days))

    def _interval(self, rating: Rating) -> int:
        state, parameters = self._candidate.state, self._parameters
        retention = self._terms.retention_of(self._candidate.card)
        when = due(state, rating, self._today, desired_retention=retention, parameters=parameters)
        return when.interval_days

    def _spread(self, interval_days: int) -> int:
        """Return after how many days the card comes back, within the fuzz range of the interval."""
        spread, days = self._terms.spread, fuzz_range(interval_days)
        if not spread.fuzz or len(days) == 1 or days[-1] > (date.max - self._today).days:
            return interval_days
        if not spread.balance:
            return fuzzed(interval_days, self._drawn)
        return balanced(interval_days, self._drawn, self._today, self._loads(days), spread)

    @cached_property
    def _drawn(self) -> float:
        state = self._candidate.state
        return draw(self._candidate.card.key, 1 if state is None else state.reviews + 1)

    def _loads(self, days: range) -> dict[date, Load]:
        first, last = (self._today + timedelta(days=number) for number in (days[0], days[-1]))
        cards, siblings = states.loads(self._store, first, last), self._siblings
        return {day: Load(cards.get(day, 0), siblings.count(day)) for day in {*cards, *siblings}}

    @cached_property
    def _siblings(self) -> list[date]:
        return states.sibling_days(self._store, self._candidate.card_id)
