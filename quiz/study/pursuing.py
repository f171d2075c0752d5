"""A kept plan as it is followed: what today has of it, and where it stands."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import retrievability
from quiz.memory.aiming import Faded, gain_per_second, pulled_in
from quiz.progress.goal import Aimed
from quiz.store import candidates, figures, log
from quiz.store.answering import answering
from quiz.study.adopting import parameters_in_use
from quiz.study.forecasting import own_habits
from quiz.study.goals import kept, scope_of
from quiz.study.ground import Class, class_of
from quiz.study.limits import done_today

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from quiz.card import Card
    from quiz.memory import Parameters
    from quiz.memory.habits import Habits
    from quiz.review import CardState
    from quiz.store import BankRow, Candidate, Scope, Store
    from quiz.study.goals import Goal
    from quiz.study.limits import Today

MINUTE = 60.0
USUAL_RECALL = 0.9
"""With this chance of recall the time of cards is reckoned that are still to be asked today."""


class Pursuit(NamedTuple):
    """A plan as today's queue follows it."""

    goal: Goal
    scope: Scope
    """The cards that it is about; banks in the order in which their new cards come."""

    banks: Mapping[str, int]
    """Their banks: row ids by key."""

    parameters: Parameters
    habits: Habits

    def touches(self, scope: Scope) -> bool:
        """Whether cards of a sitting can be cards of the plan."""
        return bool({*scope.bank_ids} & {*self.scope.bank_ids})

    def narrowed(self, scope: Scope) -> Scope:
        """Return the scope of a sitting without banks that the plan is not about, in the plan's order."""
        return scope._replace(bank_ids=tuple(bank for bank in self.scope.bank_ids if bank in scope.bank_ids))

    def takes(self, card: Card) -> bool:
        """Whether the plan is about a card."""
        bank, tags = self.banks.get(card.bank), self.scope.tags
        if bank is None or not tags:
            return bank is not None
        return bank in self.scope.whole or not {*tags}.isdisjoint(card.question.tags)

    def new_today(self, store: Store, today: date, done: Today) -> int:
        """Return how many new cards the study day takes in all, those begun already included."""
        goal = self.goal
        morning = len(candidates.memories(store, self.scope)) - done.new
        # What was begun today before the plan was kept is no part of it.
        first = max(morning, goal.begun)
        return goal.aim.new_now(goal.day(today), first - goal.begun) + first - morning

    def seconds_left(self, store: Store, today: date) -> float:
        """Return what today has left of the budget; infinite without one, and on the day aimed at."""
        if today >= self.goal.by:
            return math.inf
        spent = sum(day.answering_ms for day in figures.day_counts(store, today) if day.day == today)
        return max(self.goal.aim.seconds - spent / 1000.0, 0.0)

    def in_order(self, cards: Sequence[Candidate], today: date) -> list[Candidate]:
        """Return today's cards in the order of the plan: as they come, unless it has a budget of time.

        Then new ones come right after those being learnt, and due ones by what is gained on
        its day; those that it is not about come last.
        """
        if not self.goal.aim.is_limited or today >= self.goal.by:
            return [*cards]
        return sorted(cards, key=lambda card: self._place(card, today))

    def _place(self, candidate: Candidate, today: date) -> tuple[int, float]:
        state = candidate.state
        if class_of(candidate) is Class.LEARNING:
            return 0, 0.0
        if not self.takes(candidate.card):
            return 3, 0.0
        if state is None:
            return 1, 0.0
        return 2, -gain_per_second(self._faded(state, today), self.parameters, self.habits)

    def pulled_in(
        self, store: Store, scope: Scope, today: date, done: Today, queue: Sequence[Candidate]
    ) -> list[Candidate]:
        """Return the cards of a sitting's scope that are asked before they are due, beside ``queue``.

        They fall due on the day aimed at or later, were not answered today, and are as many
        as there is time for.
        """
        goal = self.goal
        if not goal.aim.pulls_on(goal.day(today)):
            return []
        after = candidates.due(store, self.narrowed(scope), date.max, -1, since=goal.by)
        early = [
            (card, card.state)
            for card in after
            if card.state is not None and card.state.last_day < today and self.takes(card.card)
        ]
        seconds = self._seconds_to_pull(store, today, done, queue)
        found = pulled_in(
            early, lambda pair: self._faded(pair[1], today), seconds, self.parameters, self.habits
        )
        return [card for card, _ in found]

    def _seconds_to_pull(self, store: Store, today: date, done: Today, queue: Sequence[Candidate]) -> float:
        """Return how much time pulled-in reviews may still take today."""
        review = self.habits.seconds_of_review(USUAL_RECALL)
        new = sum(card.state is None for card in queue)
        beside = new * self.habits.seconds_of_new + (len(queue) - new) * review
        pulled = _asked_early(store, today, done.cards, self.goal.by)
        return min(self.goal.aim.pull_seconds - pulled * review, self.seconds_left(store, today) - beside)

    def _faded(self, state: CardState, today: date) -> Faded:
        elapsed = max((today - state.last_day).days, 0)
        return Faded(state.memory, elapsed, (self.goal.by - today).days)

    def standing(self, store: Store, today: date) -> Aimed:
        """Return where the plan stands."""
        goal, memories = self.goal, candidates.memories(store, self.scope)
        answered = any(last == today for _, last in memories)
        day, begun = goal.day(today), len(memories)
        morning = min(day + answered, (goal.by - goal.since).days)
        seconds, done = self.seconds_left(store, today), done_today(store, today)
        return Aimed(
            by=goal.by,
            days_left=(goal.by - today).days,
            cards=begun + candidates.new_count(store, self.scope),
            begun=begun,
            to_be_begun=goal.begun + goal.planned_new(len(goal.new_begun)),
            ahead=_ahead(begun - goal.begun, goal.planned_new(day), goal.planned_new(day + 1)),
            known=_known(memories, goal.since + timedelta(days=morning), self.parameters),
            expected=goal.expected(morning),
            in_the_end=goal.known[-1],
            new_today=max(self.new_today(store, today, done) - done.new, 0),
            has_new=goal.aim.to_begin > 0,
            minutes_left=None if seconds == math.inf else seconds / MINUTE,
        )


def _ahead(begun: int, by_yesterday: int, by_today: int) -> int:
    """Return how far new cards are ahead: of today's end, or behind yesterday's; 0 between them."""
    return max(begun - by_today, 0) + min(begun - by_yesterday, 0)


def _known(memories: Iterable[tuple[float, date]], morning: date, parameters: Parameters) -> float:
    return math.fsum(
        retrievability(stability, (morning - last).days, parameters) for stability, last in memories
    )


def _asked_early(store: Store, today: date, answered: Collection[str], by: date) -> int:
    """Return how many of the cards answered today would have been due on the day ``by`` or later."""
    due: dict[str, date] = {}
    for step in log.steps(store, *answered) if answered else ():
        if step.study_day < today:
            due[step.card] = step.due_on
    return sum(day >= by for day in due.values())


def pursued(store: Store, banks: Sequence[BankRow], today: date) -> Pursuit | None:
    """Return the plan that is followed today: kept, not over, and its cards are there."""
    goal = kept(store)
    scope = None if goal is None or goal.is_over(today) else scope_of(store, goal, banks)
    if goal is None or scope is None:
        return None
    named = {bank.key: bank.id for bank in banks if bank.id in scope.bank_ids}
    habits = own_habits(answering(store)).habits
    return Pursuit(goal, scope, named, parameters_in_use(store), habits)
