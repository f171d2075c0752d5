"""A plan to a day before it is kept: what is needed, what it leads to, what has to be given up first."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.errors import UsageFault
from quiz.memory.aiming import Aim, followed
from quiz.memory.deciding import Outlook, decide, untouched, without
from quiz.memory.room import UNLIMITED
from quiz.memory.simulation import expected, known_now
from quiz.store import candidates, figures
from quiz.study.forecasting import basis
from quiz.study.goals import Goal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.memory.simulation import Day, Outset, Room, Rules
    from quiz.store import Candidate, Scope, Store
    from quiz.study.forecasting import Basis
    from quiz.study.limits import Limits
    from quiz.study.terms import Terms

MOST_DAYS = 3 * 365 + 1
MINUTE = 60.0
MOST_CARD_DAYS = 500_000
"""What groups of cards bring is simulated for so many cards times days at the most, else by a sample."""


class TooEarly(UsageFault):
    """The day of a plan is past, or today."""

    def __init__(self, by: date, today: date) -> None:
        when = "today" if by == today else "past"
        super().__init__(
            f"{by} is {when}, so there is nothing left to plan. `--by` takes a day from tomorrow on, "
            f"{today + timedelta(days=1)} or later."
        )


class TooFar(UsageFault):
    """The day of a plan is years away."""

    def __init__(self, by: date, most: date) -> None:
        super().__init__(
            f"{by} is more than three years away; nobody can say what is known then. {most} is the latest "
            "day of a plan."
        )


class Group(NamedTuple):
    """The cards of a bank, or with a tag, and what they bring for their time."""

    name: str
    bank: str | None
    """The bank's key; None for a tag."""

    cards: int
    new: int
    known: float
    """On the day, more than if they were left alone."""

    minutes: float
    """What they take until then."""

    @property
    def per_minute(self) -> float:
        """Recall on the day that a minute brings."""
        return self.known / self.minutes if self.minutes > 0.0 else math.inf


class Proposal(NamedTuple):
    """A plan to the day ``by``, and what stands beside it."""

    start: Basis
    by: date
    minutes: float | None
    plan: Outlook
    free: Outlook | None
    """The best plan without the budget; None where there is no budget."""

    usual: list[Day]
    """The days when today's settings go on, within the same budget."""

    groups: list[Group]
    """What has to be given up, the first first; empty where nothing has."""

    @property
    def new(self) -> int:
        """New cards there are."""
        return sum(card.memory is None for card in self.start.cards)

    @property
    def not_begun(self) -> int:
        """How many of the new cards are not begun."""
        return max(self.new - round(self.plan.begun), 0)

    @property
    def waiting(self) -> int:
        """How many cards that are due on the last day are not asked."""
        return round(self.plan.days[-1].left)

    @property
    def known_now(self) -> float:
        """Sum of the chances of recall this morning."""
        return known_now(self.start.cards, self.start.rules.parameters)

    def goal(self, words: Sequence[str]) -> Goal:
        """Return the plan as it is kept."""
        days, begun, sums = self.plan.days, 0.0, list[float]()
        for day in days:
            begun += day.new
            sums.append(begun)
        known = (self.known_now, *(day.known for day in days))
        best_first = tuple(group.bank for group in reversed(self.groups) if group.bank is not None)
        answered = len(self.start.cards) - self.new
        return Goal(
            self.start.today, self.by, (*words,), self.plan.aim, answered, (*sums,), known, best_first
        )


class Wanted(NamedTuple):
    """What a plan is wanted for: which cards, by which day, in how many minutes a day."""

    scope: Scope
    by: date
    minutes: float | None = None


def checked(by: date, today: date) -> date:
    """Return the day of a plan. Raises ``TooEarly`` and ``TooFar``."""
    if by <= today:
        raise TooEarly(by, today)
    most = today + timedelta(days=MOST_DAYS)
    if by > most:
        raise TooFar(by, most)
    return by


def propose(  # noqa: PLR0913 - where from, where to, and who watches
    store: Store,
    wanted: Wanted,
    today: date,
    *,
    terms: Terms,
    limits: Limits,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Proposal | None:
    """Return the best plan; None where there are no cards. ``limits`` are those of a usual day."""
    start = basis(store, wanted.scope, today, terms, limits)
    if not start.cards:
        return None
    # Where banks have limits of their own, what is new over all would be one for each of them too.
    wide = (
        basis(store, wanted.scope, today, terms, limits._replace(new=UNLIMITED)) if limits.budgets else start
    )
    days = (wanted.by - today).days
    seconds = math.inf if wanted.minutes is None else wanted.minutes * MINUTE
    rules = _from_now(wide.rules, store, today, seconds)
    plan = decide(start.cards, rules, days, seconds, tell=tell)
    free = None if wanted.minutes is None else decide(start.cards, wide.rules, days, tell=tell)
    usual = without(start.cards, start.rules, days, seconds)
    found = Proposal(start, wanted.by, wanted.minutes, plan, free, usual, [])
    if free is None or not (found.not_begun or found.waiting):
        return found
    return found._replace(groups=_groups(store, wanted.scope, start, wide.rules, plan.aim))


def _from_now(rules: Rules, store: Store, today: date, seconds: float) -> Rules:
    """Return the rules with what was answered today taken off today's budget."""
    spent = sum(day.answering_ms for day in figures.day_counts(store, today) if day.day == today) / 1000.0

    def room(day: int) -> Room:
        held = rules.room(day)
        return held if day else held._replace(seconds=max(seconds - spent, 0.0))

    return replace(rules, room=room)


def _groups(store: Store, scope: Scope, start: Basis, rules: Rules, aim: Aim) -> list[Group]:
    """Return the banks, or of a single bank the tags, by what they bring for a minute, the least first."""
    # The cards of the basis stand in just this order.
    pairs = list(zip(candidates.everything(store, scope), start.cards, strict=True))
    banks: dict[str, list[tuple[Candidate, Outset]]] = {}
    tags: dict[str, list[tuple[Candidate, Outset]]] = {}
    for pair in pairs:
        card = pair[0].card
        banks.setdefault(card.bank, []).append(pair)
        for tag in card.question.tags:
            tags.setdefault(tag, []).append(pair)
    if len(banks) > 1:
        named = [(held[0][0].title or key, key, held) for key, held in banks.items()]
        found = [_group(name, key, held, rules=rules, aim=aim) for name, key, held in named]
    else:
        found = [_group(f"the tag {name}", None, held, rules=rules, aim=aim) for name, held in tags.items()]
    return sorted(found, key=lambda group: group.per_minute)


def _group(
    name: str,
    bank: str | None,
    held: Sequence[tuple[Candidate, Outset]],
    *,
    rules: Rules,
    aim: Aim,
) -> Group:
    """Return what cards bring when they are learnt by the plan without anything beside them."""
    step = max(1, -(-len(held) * aim.days // MOST_CARD_DAYS))
    cards = [outset for _, outset in held[::step]]
    new = sum(card.memory is None for card in cards)
    own = Aim(aim.days, new, aim.new_days or 1, aim.pull_days, aim.pull_seconds)
    days = expected(cards, followed(rules, own), aim.days, runs=1)
    known = days[-1].known - untouched(cards, rules, aim.days)
    minutes = sum(day.seconds for day in days) / MINUTE
    whole = len(held) / len(cards)
    all_new = sum(outset.memory is None for _, outset in held)
    return Group(name, bank, len(held), all_new, known * whole, minutes * whole)
