"""Coming back after a break: when that is offered, what of the backlog each day takes, in which order.

The backlog are the cards that were due before the study day on which the plan was made and were
not answered since. Nothing is kept of it but that day and the number of days: an answer gives a card a
later due day, and so takes it out, and taking that answer back puts it in again.

Each day's share of what is left is `share_of_day`, in the order in which due cards are always asked; by
default those come first of which most recall is saved for each minute of asking (`quiz.memory.orders`).
To sort instead by what waiting until tomorrow loses of recall for each second would be worse than any
other order: it goes for memories that fade fast and soon fade again. Of a backlog of 300 cards cleared
in 10 days there are known on average over these days 269.0 by value, 268.9 with the lowest
retrievability first, 266.4 with the oldest first, and 258.7 by the loss until tomorrow
(`python -m tests.study.backlog_orders`).

Of siblings only one is asked a day, as ever: more of them than days outlast a plan.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import retrievability
from quiz.progress.away import CatchingUp
from quiz.store import adoptions, candidates, figures, log, plans
from quiz.store.damage import reads
from quiz.store.durations import durations
from quiz.study.adopting import parameters_in_use
from quiz.study.pace import pace_of, until_right

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from quiz.clock import Moment
    from quiz.store import Scope, Store
    from quiz.store.figures import DayRow
    from quiz.store.plans import Plan

BREAK_DAYS = 3
"""So many study days without an answer are a break."""

USUAL_LOAD_DAYS = 14
"""What a day usually holds is the mean of so many latest days with answers."""

LOOKED_BACK = timedelta(days=90)
FEWEST = 10
"""Fewer cards overdue are no backlog, however little a day usually holds."""

MOST_DAYS = 365
MOST_DAYS_PROPOSED = 30
FEWEST_DAYS_PROPOSED = 2


class CatchUp(NamedTuple):
    """A plan to clear a backlog: the first of its days, how many, and the cards that it is about."""

    first: date
    days: int
    scope: Scope

    def day(self, today: date) -> int:
        """Return which of the days is today, from 1; more than ``days`` when they are over."""
        return max((today - self.first).days, 0) + 1

    def left(self, store: Store) -> int:
        """Return how many cards of the backlog are left."""
        return overdue(store, self.scope, self.first)

    def share(self, store: Store, today: date, answered: Collection[str]) -> int:
        """Return how many cards of the backlog are still to be asked today.

        ``answered`` are the keys of the cards answered today: what of today's share is done.
        """
        done = _of_backlog(store, today, answered, self.first)
        days_left = max(self.days + 1 - self.day(today), 1)
        return max(share_of_day(self.left(store) + done, days_left) - done, 0)

    def standing(self, store: Store, today: date) -> CatchingUp:
        """Return where the plan stands today."""
        answered = log.cards_answered(store, today)
        return CatchingUp(self.day(today), self.days, self.left(store), self.share(store, today, answered))


def share_of_day(left: int, days: int) -> int:
    """Return how many of ``left`` cards the first of ``days`` days (1 or more) takes.

    The days that follow take no more than this one: it is their mean, rounded up. So a day
    that is left out, or not done, spreads its cards evenly over the days that remain.
    """
    return -(-left // days)


def shares(left: int, days: int) -> Iterator[int]:
    """Yield the share of each of ``days`` days when each takes its own: all of ``left`` in sum."""
    for day in range(days):
        share = share_of_day(left, days - day)
        left -= share
        yield share


def proposed_days(overdue: int, usual: float) -> int:
    """Return in how many days a backlog is best cleared, 2 to 30: half of a usual day is added to each."""
    a_day = max(usual / 2, FEWEST)
    days = -(-overdue // max(round(a_day), 1))
    return min(max(days, FEWEST_DAYS_PROPOSED), MOST_DAYS_PROPOSED)


def is_backlog(overdue: int, usual: float) -> bool:
    """Whether so many cards are more than a usual day could take along."""
    return overdue >= FEWEST and overdue > usual


class Load(NamedTuple):
    """The last study day before today, None without any, and how many answers a day usually holds."""

    last: date | None
    usual: float


def load_before(store: Store, today: date) -> Load:
    """Return what the learner did before today; exams and crams are no study."""
    before = [day for day in _studied(store, today - LOOKED_BACK) if day.day < today]
    if not before:  # a very long break
        before = [day for day in _studied(store, date.min) if day.day < today]
    latest = before[:USUAL_LOAD_DAYS]
    usual = sum(day.answers - day.apart for day in latest) / len(latest) if latest else 0.0
    return Load(latest[0].day if latest else None, usual)


def _studied(store: Store, since: date) -> list[DayRow]:
    """Return the days from ``since`` on with answers that memory was told of, the newest first."""
    return [day for day in figures.day_totals(store, since) if day.answers > day.apart]


class Proposal(NamedTuple):
    """How a backlog is best cleared: so many cards overdue, in so many days."""

    overdue: int
    days: int
    seconds: float
    """Of one card, on average."""

    @property
    def a_day(self) -> int:
        """How many of the cards a day takes."""
        return share_of_day(self.overdue, self.days)

    @property
    def more_ms(self) -> int:
        """How much more each day takes for them, by the learner's own times."""
        return round(self.a_day * self.seconds * 1000)


def overdue(store: Store, scope: Scope, today: date) -> int:
    """Return how many cards were due before today and still are."""
    return sum(candidates.counts_by_day(store, scope, today - timedelta(days=1)).values())


def proposed(store: Store, scope: Scope, today: date, *, ran_out: bool = False) -> Proposal | None:
    """Return how to clear what is overdue, where a learner comes back from a break and it is much; else None.

    That is: nothing was answered today nor on the three study days before, or a plan to clear a
    backlog has ``ran_out`` with some of it left; cards overdue are ten at least, and more than a
    day usually holds (the mean of the 14 latest days with answers); and such a plan was not
    refused or ended today.
    """
    newest = plans.newest(store, plans.BACKLOG)
    said_today = newest is not None and newest.study_day == today
    if not ran_out and (said_today or _studied(store, today - timedelta(days=BREAK_DAYS))):
        return None
    load, late = load_before(store, today), overdue(store, scope, today)
    if load.last is None or not is_backlog(late, load.usual):
        return None
    return proposal(store, scope, today, late, proposed_days(late, load.usual))


def proposal(store: Store, scope: Scope, today: date, late: int, days: int) -> Proposal:
    """Return what clearing ``late`` cards that are overdue in so many days comes to."""
    pace, parameters = pace_of(durations(store)), parameters_in_use(store)
    seconds = [
        until_right(
            pace.answer(card.key, card.question.kind),
            retrievability(state.memory.stability, max((today - state.last_day).days, 0), parameters),
        )
        for _, card, state, *_ in candidates.due(store, scope, today - timedelta(days=1), -1)
        if state is not None
    ]
    return Proposal(late, days, sum(seconds) / len(seconds) if seconds else pace.mean)


def begin(store: Store, days: int, now: Moment) -> None:
    """Write that what is overdue is to be cleared in so many days, today the first. Raises ``NotSaved``."""
    plans.add(store, plans.BACKLOG, {"days": days}, now)


def end(store: Store, now: Moment) -> None:
    """Write that there is no such plan any more, or that it was not wanted. Raises ``NotSaved``."""
    plans.add(store, plans.BACKLOG, None, now)


def planned(store: Store, scope: Scope) -> CatchUp | None:
    """Return the plan that was made and not ended; its days may be over, or its backlog gone.

    ``scope`` are all cards at hand: the plan is about what is overdue among them.
    """
    plan = plans.newest(store, plans.BACKLOG)
    if plan is None or plan.content is None:
        return None
    return CatchUp(plan.study_day, _days(plan), scope)


def in_force(store: Store, scope: Scope, today: date) -> CatchUp | None:
    """Return the plan that today's queue follows: some of its days and of its backlog are left."""
    found = planned(store, scope)
    if found is None or found.day(today) > found.days or not found.left(store):
        return None
    return found


@reads("plans")
def _days(plan: Plan) -> int:
    return int((plan.content or {})["days"])


def _of_backlog(store: Store, today: date, answered: Collection[str], first: date) -> int:
    """Return how many of the cards answered today had been due before the day ``first``."""
    if not answered:
        return 0
    moved = adoptions.rescheduled(store)
    due: dict[str, date] = {}
    for step in log.steps(store, *answered):
        if step.study_day < today:
            due[step.card] = moved.get(step.id, step).due_on
    return sum(day < first for day in due.values())
