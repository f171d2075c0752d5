"""The days to come for one learner: simulated from the real states, own limits, own times and ratings.

`quiz.memory.simulation` lives the days; here it gets what it lives them with: cards are asked in the very
order that `quiz start` asks them in, each takes its own time. Siblings are not
held apart in it, and limits are those of the settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.habits import LATER as RIGHT
from quiz.memory.habits import PUBLISHED, Habits, Seconds
from quiz.memory.orders import order_of
from quiz.memory.simulation import Outset, Room, Rules, expected, known_now
from quiz.review import Rating, State
from quiz.store import candidates
from quiz.store.answering import LATER, NEW, REPEAT, answering
from quiz.study.adopting import parameters_in_use
from quiz.study.deferring import deferred
from quiz.study.limits import done_today, room_of
from quiz.study.ranking import paces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from quiz.memory.simulation import Day
    from quiz.store import Candidate, Scope, Store
    from quiz.store.answering import AnsweringRow
    from quiz.study.limits import Limits, Rest, Today
    from quiz.study.terms import Terms

PRIOR_ANSWERS = 20
"""What is published weighs as much as so many answers of the learner's own, for each share and time."""

MOST_RUNS = 20
MOST_CARD_DAYS = 3_000_000
"""So many runs are made that they take no more cards times days than this; one run always."""

MOST_OF_WORKLOAD = 4_000_000
"""The same for all the points of a workload together."""


class OwnHabits(NamedTuple):
    """How a learner answers, and on how many answers of their own that rests; 0: all is supposed."""

    habits: Habits
    answers: int


class Basis(NamedTuple):
    """What a simulation of a learner begins with."""

    today: date
    cards: list[Outset]
    rules: Rules
    answers: int
    """On how many of the learner's own answers the habits rest."""


class Future(NamedTuple):
    """The days from today on, as means over ``runs``."""

    basis: Basis
    days: list[Day]
    known_now: float
    """Sum of the chances of recall this morning."""

    runs: int


class Point(NamedTuple):
    """What one desired retention leads to."""

    desired_retention: float
    minutes: float
    """A day, on average over the second half of the days: by then the new target has told."""

    known: float
    """Sum of the chances of recall after the last day."""

    reviews: float
    """A day, over the second half."""


def basis(store: Store, scope: Scope, today: date, terms: Terms, limits: Limits) -> Basis:
    """Return what the days of a learner begin with: the cards of ``scope`` that are not set aside.

    A pause that holds and a plan to clear a backlog (``limits.catch_up``) put off what they put off
    (`quiz.study.deferring`); ``limits.new`` are those of a day on which nothing is put off.
    """
    own, done = own_habits(answering(store)), done_today(store, today)
    put_off = deferred(store, today, limits.catch_up, done.cards)
    parameters, found = parameters_in_use(store), candidates.everything(store, scope)
    pace = paces(store, {each.card_id: each.card.question.kind for each in found})
    rules = Rules(
        parameters,
        own.habits,
        put_off.room(_rooms(store, today, limits, done)),
        order=order_of(limits.order, parameters),
        spread=terms.spread,
        weekday=today.weekday(),
    )
    cards = [_outset(each, today, terms, limits, pace) for each in found]
    return Basis(today, put_off.cards(cards, rules.order), rules, own.answers)


def foresee(start: Basis, days: int) -> Future:
    """Return the next ``days`` days, today the first of them."""
    runs = _runs(len(start.cards), days)
    lived = expected(start.cards, start.rules, days, runs=runs)
    return Future(start, lived, known_now(start.cards, start.rules.parameters), runs)


def workload(start: Basis, days: int, retentions: Sequence[float]) -> Iterator[Point]:
    """Yield what each desired retention leads to, were it that of all cards from today on.

    Due dates that stand are left as they are, as in life.
    """
    runs = _runs(len(start.cards), days * len(retentions), MOST_OF_WORKLOAD)
    return (_point(start, days, retention, runs) for retention in retentions)


def _point(start: Basis, days: int, retention: float, runs: int) -> Point:
    cards = [card._replace(desired_retention=retention) for card in start.cards]
    lived = expected(cards, start.rules, days, runs=runs)
    later = lived[len(lived) // 2 :]
    minutes = sum(day.seconds for day in later) / 60.0 / len(later)
    return Point(retention, minutes, lived[-1].known, sum(day.reviews for day in later) / len(later))


def _runs(cards: int, days: int, most: int = MOST_CARD_DAYS) -> int:
    return min(MOST_RUNS, max(1, most // max(1, cards * days)))


def _outset(
    candidate: Candidate, today: date, terms: Terms, limits: Limits, paces: Mapping[int, float]
) -> Outset:
    retention, state = terms.retention_of(candidate.card), candidate.state
    pace = paces[candidate.card_id]
    shares = tuple(
        place for place, budget in enumerate(limits.budgets) if candidate.card.bank in budget.banks
    )
    if state is None:
        return Outset(retention, shares=shares, pace=pace)
    return Outset(
        retention,
        state.memory,
        min((state.last_day - today).days, 0),
        (state.due_on - today).days,
        state.state is not State.REVIEW,
        shares,
        pace,
    )


def _rooms(store: Store, today: date, limits: Limits, done: Today) -> Callable[[int], Room]:
    """Return what each day holds: today what is left of it."""
    rest = room_of(store, today, limits, done)
    shares = [(budget.banks, budget.new, budget.reviews) for budget in limits.budgets]
    every_day = Room(
        limits.new,
        limits.reviews,
        shares=tuple(
            (limits.new if new is None else new, limits.reviews if reviews is None else reviews)
            for _, new, reviews in shares
        ),
    )
    first = Room(
        rest.new.number,
        rest.reviews.number,
        shares=tuple((_left(rest.new, banks), _left(rest.reviews, banks)) for banks, _, _ in shares),
    )
    return lambda day: every_day if day else first


def _left(rest: Rest, banks: frozenset[str]) -> int:
    left = rest.left_of(banks)
    return rest.number if left is None else left


def own_habits(rows: Sequence[AnsweringRow], prior: Habits = PUBLISHED) -> OwnHabits:
    """Return how a learner answers: own shares and times, drawn towards ``prior`` when they are few.

    Each is what it would be had the learner given `PRIOR_ANSWERS` answers more that were as in
    ``prior``. No rows give ``prior`` itself.
    """
    first = _shares([row for row in rows if row.turn == NEW], Rating, prior.first)
    later = _shares([row for row in rows if row.turn == LATER], RIGHT, prior.later)
    repeat = _shares([row for row in rows if row.turn == REPEAT], Rating, prior.repeat)
    again = [row for row in rows if row.turn != NEW]
    seconds = Seconds(
        _mean_seconds([row for row in rows if row.turn == NEW], prior.seconds.new),
        _mean_seconds([row for row in again if row.rating is not Rating.AGAIN], prior.seconds.right),
        _mean_seconds([row for row in again if row.rating is Rating.AGAIN], prior.seconds.wrong),
    )
    answers = sum(row.number for row in rows)
    return OwnHabits(Habits((*first,), (*later,), (*repeat,), seconds), answers)  # type: ignore[arg-type] # as many as in ``prior``


def _shares(rows: Sequence[AnsweringRow], ratings: Iterable[Rating], prior: Sequence[float]) -> list[float]:
    counted = [sum(row.number for row in rows if row.rating is rating) for rating in ratings]
    whole = sum(counted) + PRIOR_ANSWERS
    return [(number + PRIOR_ANSWERS * share) / whole for number, share in zip(counted, prior, strict=True)]


def _mean_seconds(rows: Sequence[AnsweringRow], prior: float) -> float:
    """Return the mean; what took less than a tenth of a second on average counts as that long."""
    number = sum(row.number for row in rows)
    seconds = sum(row.milliseconds for row in rows) / 1000.0
    return max((seconds + PRIOR_ANSWERS * prior) / (number + PRIOR_ANSWERS), 0.1)
