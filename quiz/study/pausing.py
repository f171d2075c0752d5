"""Pauses: when the learner is away on purpose, and what that costs.

A pause is an event and nothing else: no due day moves, and no memory. While it lasts
`quiz start` asks first, and its days neither count for a row of study days nor break it.
"""

from __future__ import annotations

from datetime import date, timedelta
from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quiz.errors import QuizError, UsageFault
from quiz.memory import retrievability
from quiz.memory.orders import recall_per_second
from quiz.progress.away import Away, Cost, Helped
from quiz.store import candidates, plans
from quiz.store.damage import reads
from quiz.store.durations import durations
from quiz.study.adopting import parameters_in_use
from quiz.study.pace import habits_at, pace_of, until_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.clock import Moment
    from quiz.memory import Parameters
    from quiz.review import Memory
    from quiz.store import Scope, Store
    from quiz.store.plans import Plan

MOST_DAYS = 366
MOST_HELPED = 5
"""So many cards are named that it would help most to see before."""


class PauseTooShort(UsageFault):
    """A pause would be over before it began."""

    def __init__(self, until: date, today: date) -> None:
        when = "today" if until == today else f"{until}, which is past,"
        super().__init__(
            f"A pause until {when} would have no day. `--until` names the day on which you "
            f"study again, {today + timedelta(days=1)} or later."
        )


class PauseTooLong(UsageFault):
    """A pause would last for over a year."""

    def __init__(self, until: date, most: date) -> None:
        super().__init__(
            f"A pause until {until} would be longer than a year; {most} is the latest day to come back. "
            "Without `--until` and `--days` a pause lasts until `quiz resume`."
        )


class NotPaused(QuizError):
    """There is no pause that could be ended."""

    def __init__(self) -> None:
        super().__init__("There is no pause to end. `quiz start` asks what is due.")


def current(store: Store, today: date) -> Away | None:
    """Return the pause that holds today, or None."""
    plan = plans.newest(store, plans.PAUSE)
    pause = None if plan is None else _pause(plan)
    return pause if pause is not None and pause.holds(today) else None


def begin(store: Store, until: date | None, now: Moment) -> Away:
    """Write that nothing is asked before the study day ``until``, in the place of any pause before.

    Raises ``PauseTooShort``, ``PauseTooLong`` and ``NotSaved``.
    """
    checked(until, now.study_day)
    plans.add(store, plans.PAUSE, {"until": None if until is None else until.isoformat()}, now)
    return Away(now.study_day, until)


def checked(until: date | None, today: date) -> date | None:
    """Return the day to which a pause from today on may last; raises ``PauseTooShort``, ``PauseTooLong``."""
    if until is None:
        return None
    if until <= today:
        raise PauseTooShort(until, today)
    most = today + timedelta(days=MOST_DAYS)
    if until > most:
        raise PauseTooLong(until, most)
    return until


def end(store: Store, now: Moment) -> Away:
    """Write that the pause is over, and return it as it was; raises ``NotPaused`` and ``NotSaved``."""
    pause = current(store, now.study_day)
    if pause is None:
        raise NotPaused
    plans.add(store, plans.PAUSE, None, now)
    return pause


def paused_days(store: Store, today: date) -> frozenset[date]:
    """Return all study days up to today that were or are in a pause."""
    return days_of(((plan.study_day, _pause(plan)) for plan in plans.all_of(store, plans.PAUSE)), today)


def days_of(said: Iterable[tuple[date, Away | None]], today: date) -> frozenset[date]:
    """Return the days up to today that lie in a pause.

    ``said``: what was planned on which day, the oldest first, None for an end. A pause lasts to its
    own end, or to the day on which something else was said.
    """
    found: set[date] = set()
    tomorrow = today + timedelta(days=1)
    events = [*said, (tomorrow, None)]
    for (_, pause), (said_on, _) in pairwise(events):
        if pause is not None:
            found.update(_days(pause.since, min(pause.until or tomorrow, said_on, tomorrow)))
    return frozenset(found)


def _days(first: date, end: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((end - first).days))


@reads("plans")
def _pause(plan: Plan) -> Away | None:
    if plan.content is None:
        return None
    until = plan.content["until"]
    return Away(plan.study_day, None if until is None else date.fromisoformat(until))


class Learnt(NamedTuple):
    """A card as a pause finds it: ``elapsed_days`` since its last answer, ``seconds`` of one answer to it."""

    key: str
    prompt: str
    memory: Memory
    elapsed_days: int
    due_on: date
    seconds: float


class _Faded(NamedTuple):
    card: Learnt
    now: float
    then: float

    @classmethod
    def of(cls, card: Learnt, days: int, parameters: Parameters) -> _Faded:
        now, then = (
            retrievability(card.memory.stability, card.elapsed_days + more, parameters) for more in (0, days)
        )
        return cls(card, now, then)

    def helped(self, days: int, parameters: Parameters) -> Helped:
        card, seconds = self.card, until_right(self.card.seconds, self.now)
        gained = recall_per_second(card.memory, card.elapsed_days, parameters, habits_at(card.seconds), days)
        return Helped(card.key, card.prompt, self.then, self.then + gained * seconds, seconds)


def learnt(store: Store, scope: Scope, today: date) -> list[Learnt]:
    """Return the learner's answered cards in use that are not set aside."""
    pace = pace_of(durations(store))
    return [
        Learnt(
            card.key,
            card.prompt,
            state.memory,
            max((today - state.last_day).days, 0),
            state.due_on,
            pace.answer(card.key, card.question.kind),
        )
        for _, card, state, *_ in candidates.due(store, scope, date.max, -1)
        if state is not None
    ]


def costs(store: Store, scope: Scope, today: date, days: Iterable[int]) -> list[Cost]:
    """Return what pauses of so many days cost that begin today."""
    cards, parameters = learnt(store, scope, today), parameters_in_use(store)
    return [cost(cards, today, number, parameters) for number in days]


def cost(cards: Sequence[Learnt], today: date, days: int, parameters: Parameters) -> Cost:
    """Return what a pause of ``days`` from today on costs; without cards everything is 0.

    Recall is by the forgetting curve alone: nothing is asked meanwhile. A card counts with the
    seconds until it is right once, at its chance of recall on the day of coming back.
    """
    faded = [_Faded.of(card, days, parameters) for card in cards]
    back = today + timedelta(days=days)
    waiting = [one for one in faded if one.card.due_on < back]
    late = sum(card.due_on < today for card in cards)
    # What was answered today cannot be helped by asking it once more.
    helped = [one.helped(days, parameters) for one in faded if one.card.elapsed_days > 0]
    return Cost(
        days,
        late,
        len(waiting) - late,
        len(cards),
        sum(one.now for one in faded),
        sum(one.then for one in faded),
        sum(until_right(one.card.seconds, one.then) for one in waiting),
        tuple(nlargest(MOST_HELPED, helped, key=lambda card: (card.seen - card.then) / card.seconds)),
    )
