"""The day on which an answered card comes back, near its interval: by what stands on those days already."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from quiz.memory import Due, Load, balanced, draw, due, fuzz_range, fuzzed
from quiz.review import Rating
from quiz.store import states
from quiz.study.adopting import parameters_in_use

if TYPE_CHECKING:
    from quiz.memory import Parameters, Spread
    from quiz.store import Candidate, Store
    from quiz.study.terms import Terms


def comes_back(store: Store, candidate: Candidate, rating: Rating, today: date, terms: Terms) -> Due:
    """Return when a card answered today with this rating is asked again.

    The day is never earlier than with a worse rating, whatever stands on the days.
    """
    if rating is Rating.AGAIN:
        return Due(0, today)
    spread, parameters = _Spreader(store, candidate, today, terms.spread), parameters_in_use(store)
    days = max(
        spread(_interval(candidate, one, today, terms, parameters))
        for one in Rating
        if Rating.AGAIN < one <= rating
    )
    return Due(days, today + timedelta(days=days))


def _interval(candidate: Candidate, rating: Rating, today: date, terms: Terms, parameters: Parameters) -> int:
    retention = terms.retention_of(candidate.card)
    when = due(candidate.state, rating, today, desired_retention=retention, parameters=parameters)
    return when.interval_days


class _Spreader:
    """Picks the day for one card answered today; the same again until something else is written."""

    def __init__(self, store: Store, candidate: Candidate, today: date, spread: Spread) -> None:
        answered = 0 if candidate.state is None else candidate.state.reviews
        self._store, self._today, self._spread = store, today, spread
        self._card_id = candidate.card_id
        self._drawn = draw(candidate.card.key, answered + 1)

    def __call__(self, interval_days: int) -> int:
        """Return after how many days the card comes back, within the fuzz range of the interval."""
        days = fuzz_range(interval_days)
        if not self._spread.fuzz or len(days) == 1 or days[-1] > (date.max - self._today).days:
            return interval_days
        if not self._spread.balance:
            return fuzzed(interval_days, self._drawn)
        return balanced(interval_days, self._drawn, self._today, self._loads(days), self._spread)

    def _loads(self, days: range) -> dict[date, Load]:
        first, last = (self._today + timedelta(days=number) for number in (days[0], days[-1]))
        cards = states.loads(self._store, first, last)
        siblings = states.sibling_days(self._store, self._card_id)
        return {day: Load(cards.get(day, 0), siblings.count(day)) for day in {*cards, *siblings}}
