"""What is asked today, and in which order: gathering, leaving siblings out, spreading."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from quiz.settings import Priority
from quiz.store import candidates, catalogue, marks
from quiz.study.ground import Class, class_of
from quiz.study.limits import Limits, Rest, Room, Today, done_today, room_of
from quiz.study.ranking import Ranking

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.store import Candidate, Scope, Store
    from quiz.study.backlog import CatchUp
    from quiz.study.pursuing import Pursuit

__all__ = ["Limits", "Today", "ahead", "build", "done_today", "spread"]

NEAR_IDENTICAL = 85.0
"""From this likeness (0..100) two prompts are not asked back to back."""

LOOK_AHEAD = 12
REACH = 100
"""How far, in cards, a near-identical prompt is moved at the most to stand apart."""

MOST_VAIN = 10
"""After so many cards that found no gap the rest are left: such a queue is alike throughout."""

AHEAD_FACTOR = 5
"""How many times the cards wanted are looked at in going ahead, as siblings fall out."""

MOST_SKIPPED = 5_000
"""How many siblings are passed over, at the most, in looking for cards that are due."""


class Share(NamedTuple):
    """A plan to clear a backlog, and how many cards of that are still to be asked today."""

    plan: CatchUp
    number: int


def build(store: Store, scope: Scope, today: date, limits: Limits) -> list[Candidate]:
    """Return today's cards in the order of asking.

    First those still being learnt, however many, then due ones in the order that ``limits``
    name (`quiz.memory.orders`), then new ones, within the day's limits, over all and by bank,
    less what was done today. Of siblings only one is taken a day, unless nothing else is left.
    Cards that were buried on an earlier day are asked again.

    While a backlog is cleared by a plan, due cards are those due since it began and the day's
    share of the backlog, together in that order.

    While a plan to a day is followed, new cards are those that it is about, reviews are pulled in
    before they are due, last, and a budget of time has an order of its own (``Pursuit.in_order``).
    """
    marks.release(store, today)
    done = done_today(store, today)
    room = room_of(store, today, limits, done)
    taken = _Siblings(store, done.cards)
    ranking = Ranking(store, limits.order, today)
    if limits.catch_up is None:
        cards = _due(ranking, scope, room.reviews, taken)
    else:
        number = limits.catch_up.share(store, today, done.cards)
        cards = _by_plan(ranking, scope, room.reviews, taken, Share(limits.catch_up, number))
    if limits.goal is None:
        cards += _new(store, scope, room.new, taken)
    else:
        goal = limits.goal
        cards = goal.in_order(cards + _new(store, goal.narrowed(scope), room.new, taken, goal), today)
        early = goal.pulled_in(store, scope, today, done, cards)
        cards += _within(taken.first_of(early), room.reviews)
    return spread((cards or _one_of_each(taken.held, room))[: limits.total])


def ahead(
    store: Store, scope: Scope, today: date, number: int, order: Priority = Priority.VALUE
) -> list[Candidate]:
    """Return up to ``number`` cards to go ahead with when the day's work is done.

    First what is due and was over the day's limits, in the order named, then new ones, then the
    soonest. No limit holds for them. Cards answered today are left out, and siblings as in ``build``.
    """
    answered = done_today(store, today).cards
    taken = _Siblings(store, answered)
    cards = _due(Ranking(store, order, today), scope, Rest(number), taken)
    cards += _new(store, scope, Rest(number - len(cards)), taken)
    cards += taken.first_of(candidates.soonest(store, scope, today, AHEAD_FACTOR * number))
    if not cards:
        held = [candidate for candidate in taken.held if candidate.card.key not in answered]
        cards = _one_of_each(held, Room(Rest(number), Rest(number)))
    return spread(cards[:number])


def spread(cards: Sequence[Candidate]) -> list[Candidate]:
    """Return the cards with near-identical prompts moved apart, otherwise in the same order.

    Cards being learnt, due ones and new ones stay apart from each other as they come: within
    each such run a card is put off that is like the one before it; one that is still beside
    its like then goes to the nearest gap between two others, an earlier one if there is any.
    """
    found: list[Candidate] = []
    for _, run in groupby(cards, key=class_of):
        left = list(run)
        while left:
            ahead = range(min(LOOK_AHEAD, len(left)))
            chosen = next((i for i in ahead if not found or not _alike(found[-1], left[i])), 0)
            found.append(left.pop(chosen))
    for _ in range(2):
        _move_back(found)
        found.reverse()
    return found


def _move_back(cards: list[Candidate]) -> None:
    """Move each card that is beside its like to the nearest gap before it, in its run, that frees it."""
    first = vain = 0
    for place, candidate in enumerate(cards):
        if class_of(candidate) is not class_of(cards[first]):
            first = place
        if _fits(candidate, [*cards[max(0, place - 1) : place], *cards[place + 1 : place + 2]]):
            continue
        gaps = range(place - 1, max(first, place - REACH) - 1, -1)
        gap = next((gap for gap in gaps if _fits(candidate, cards[max(0, gap - 1) : gap + 1])), place)
        cards.insert(gap, cards.pop(place))
        vain += gap == place
        if vain == MOST_VAIN:
            return


def _fits(candidate: Candidate, neighbours: Iterable[Candidate]) -> bool:
    return not any(_alike(candidate, other) for other in neighbours)


def _alike(one: Candidate, other: Candidate) -> bool:
    prompts = one.card.prompt.casefold(), other.card.prompt.casefold()
    return fuzz.ratio(*prompts, score_cutoff=NEAR_IDENTICAL) > 0


class _Siblings:
    """Lets one card of each set of siblings through, and holds the others back."""

    def __init__(self, store: Store, answered: Iterable[str]) -> None:
        self._answered = frozenset(answered)
        self._used = catalogue.sibling_names(store, self._answered)
        self.held: list[Candidate] = []
        self.spent: set[str] = set()
        """Sets of which a new card is held back already: the others of it are of no use."""

    def lets_through(self, candidate: Candidate) -> bool:
        if _is_learning(candidate) and candidate.card.key in self._answered:
            return True
        if candidate.card.siblings in self._used:
            self.held.append(candidate)
            if candidate.state is None:
                self.spent.add(candidate.card.siblings)
            return False
        self._used.add(candidate.card.siblings)
        return True

    def first_of(self, cards: Iterable[Candidate]) -> list[Candidate]:
        return [candidate for candidate in cards if self.lets_through(candidate)]


def _is_learning(candidate: Candidate) -> bool:
    return class_of(candidate) is Class.LEARNING


def _by_plan(ranking: Ranking, scope: Scope, rest: Rest, taken: _Siblings, share: Share) -> list[Candidate]:
    """Return what is due since a plan began, and today's share of its backlog, within the limits."""
    plan, number = share
    found = _due(ranking, scope, rest, taken, since=plan.first)
    for candidate in ranking.due(scope, rest, until=plan.first - timedelta(days=1)) if number else ():
        if not number:
            break
        if taken.lets_through(candidate):
            found.append(candidate)
            number -= 1
            _use_up(rest, candidate)
    return ranking.in_order(found)


def _due(
    ranking: Ranking, scope: Scope, rest: Rest, taken: _Siblings, *, since: date = date.min
) -> list[Candidate]:
    """Return the cards being learnt, and as many others that are due as there is room for.

    Those due before ``since`` are left out.
    """
    found: list[Candidate] = []
    vain = 0
    for candidate in ranking.due(scope, rest, since=since):
        if taken.lets_through(candidate):
            found.append(candidate)
            _use_up(rest, candidate)
        else:
            vain += 1
            if vain == MOST_SKIPPED:
                break
    return found


def _use_up(rest: Rest, candidate: Candidate) -> None:
    """Use up room for a card that is due; those being learnt are asked whatever the limits."""
    if not _is_learning(candidate):
        rest.take(candidate.card.bank)


def _new(
    store: Store, scope: Scope, rest: Rest, taken: _Siblings, goal: Pursuit | None = None
) -> list[Candidate]:
    """Return as many new cards as there is room for, of those that a plan is about where there is one."""
    found: list[Candidate] = []
    for bank_id in scope.bank_ids:
        if not rest.number:
            break
        for candidate in candidates.new(store, scope._replace(bank_ids=(bank_id,)), taken.spent):
            if not rest.holds(candidate.card.bank):
                break
            if (goal is None or goal.takes(candidate.card)) and taken.lets_through(candidate):
                found.append(candidate)
                rest.take(candidate.card.bank)
    return found


def _one_of_each(held: Iterable[Candidate], room: Room) -> list[Candidate]:
    """Return one of each set of siblings held back, the earliest, within the limits."""
    first: dict[str, Candidate] = {}
    for candidate in held:
        first.setdefault(candidate.card.siblings, candidate)
    new = [candidate for candidate in first.values() if candidate.state is None]
    learning = [candidate for candidate in first.values() if _is_learning(candidate)]
    due = [candidate for candidate in first.values() if candidate.state and not _is_learning(candidate)]
    return learning + _within(due, room.reviews) + _within(new, room.new)


def _within(cards: Iterable[Candidate], rest: Rest) -> list[Candidate]:
    """Return the cards that there is room for."""
    found = []
    for candidate in cards:
        if rest.holds(candidate.card.bank):
            rest.take(candidate.card.bank)
            found.append(candidate)
    return found
