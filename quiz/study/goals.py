"""Plans to a day that are kept, dropped, and what was reached by them; `pursuing` follows them.

A kept plan is one event: the day, what it is about, and what was decided. How far it is done follows
from the answers. It ends by itself when its day is over.
"""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.errors import NothingChosen, QuizError
from quiz.memory import retrievability
from quiz.memory.aiming import Aim
from quiz.progress.goal import Reached
from quiz.store import candidates, plans
from quiz.store.damage import reads
from quiz.study.adopting import parameters_in_use
from quiz.study.choosing import choose
from quiz.study.replay import stepped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.clock import Moment
    from quiz.memory import Parameters
    from quiz.store import BankRow, Candidate, Scope, Store
    from quiz.store.plans import Plan

DIGITS = 3


class NoGoal(QuizError):
    """There is no plan that could be shown or ended."""

    def __init__(self) -> None:
        super().__init__("No plan is kept. `quiz plan --by DATE` makes one, and with `--keep` it is kept.")


class Goal(NamedTuple):
    """A plan as it was kept on the day ``since``; its aim counts days from that one."""

    since: date
    by: date
    words: tuple[str, ...]
    """Which cards it is about, as on the command line; none: all."""

    aim: Aim
    begun: int
    """So many cards had an answer when it was kept."""

    new_begun: tuple[float, ...]
    """How many new cards are expected to be begun after each day."""

    known: tuple[float, ...]
    """What is expected to be known on the morning of each day, the first included: one more."""

    order: tuple[str, ...] = ()
    """Keys of banks: their new cards come in this order, others after them."""

    def day(self, today: date) -> int:
        """Return which day today is, from 0."""
        return max((today - self.since).days, 0)

    def is_over(self, today: date) -> bool:
        """Whether its day is past."""
        return today > self.by

    def planned_new(self, days: int) -> int:
        """Return how many new cards are to be begun once so many days are over."""
        done = min(days, len(self.new_begun))
        return round(self.new_begun[done - 1]) if done > 0 else 0

    def expected(self, day: int) -> float:
        """Return what is expected to be known on the morning of a day."""
        return self.known[min(day, len(self.known) - 1)]


def keep(store: Store, goal: Goal, now: Moment) -> None:
    """Write that this plan is followed from now on, in the place of any before. Raises ``NotSaved``."""
    aim = {name: None if value == math.inf else value for name, value in goal.aim._asdict().items()}
    content = {
        "by": goal.by.isoformat(),
        "words": [*goal.words],
        "aim": aim,
        "begun": goal.begun,
        "new_begun": [round(number, DIGITS) for number in goal.new_begun],
        "known": [round(number, DIGITS) for number in goal.known],
        "order": [*goal.order],
    }
    plans.add(store, plans.GOAL, content, now)


def drop(store: Store, now: Moment) -> None:
    """Write that no plan is followed any more. Raises ``NoGoal`` and ``NotSaved``."""
    if kept(store) is None:
        raise NoGoal
    plans.add(store, plans.GOAL, None, now)


def kept(store: Store) -> Goal | None:
    """Return the plan that was kept and not dropped, which may be over; None without any."""
    plan = plans.newest(store, plans.GOAL)
    return None if plan is None or plan.content is None else _goal(plan, plan.content)


@reads("plans")
def _goal(plan: Plan, content: Mapping[str, object]) -> Goal:
    aim = content["aim"]
    if not isinstance(aim, dict):
        raise TypeError(content)
    endless: dict[str, Any] = {name: math.inf if value is None else value for name, value in aim.items()}
    return Goal(
        plan.study_day,
        date.fromisoformat(str(content["by"])),
        _texts(content["words"]),
        Aim(**endless),
        int(str(content["begun"])),
        _numbers(content["new_begun"]),
        _numbers(content["known"]),
        _texts(content["order"]),
    )


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(str, value))


def _numbers(value: object) -> tuple[float, ...]:
    if not isinstance(value, list) or not value:
        raise TypeError(value)
    return tuple(map(float, value))


def scope_of(store: Store, goal: Goal, banks: Sequence[BankRow]) -> Scope | None:
    """Return the cards that a plan is about; None when nothing of that is there now."""
    try:
        scope = choose(store, banks, goal.words)
    except NothingChosen:
        return None
    places = {key: place for place, key in enumerate(goal.order)}
    keys = {bank.id: bank.key for bank in banks}
    ordered = sorted(scope.bank_ids, key=lambda bank: places.get(keys[bank], len(places)))
    return scope._replace(bank_ids=tuple(ordered))


def reached(store: Store, goal: Goal, banks: Sequence[BankRow]) -> Reached:
    """Return what was known on the morning of a plan's day, as the log has it."""
    scope, parameters = scope_of(store, goal, banks), parameters_in_use(store)
    cards = [] if scope is None else candidates.everything(store, scope)
    chances = [_recall_then(store, card, goal.by, parameters) for card in cards]
    return Reached(goal.by, len(cards), math.fsum(chances), goal.known[-1])


def _recall_then(store: Store, candidate: Candidate, day: date, parameters: Parameters) -> float:
    """Return the chance of recall on the morning of a day; 0 for a card without an answer before it."""
    state = candidate.state
    if state is not None and state.last_day >= day:
        before = [step.after for step in stepped(store, candidate.card.key) if step.day < day]
        state = before[-1] if before else None
    if state is None:
        return 0.0
    return retrievability(state.memory.stability, (day - state.last_day).days, parameters)


def settle(store: Store, banks: Sequence[BankRow], now: Moment) -> Reached | None:
    """End a plan whose day is over and return what was reached; None without one. Raises ``NotSaved``."""
    goal = kept(store)
    if goal is None or not goal.is_over(now.study_day):
        return None
    found = reached(store, goal, banks)
    plans.add(store, plans.GOAL, None, now)
    return found
