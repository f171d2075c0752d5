"""What is asked today, and in which order: gathering, leaving siblings out, spreading."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from quiz.review import State
from quiz.store import candidates, catalogue, log, states

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from quiz.store import Candidate, Scope, Store

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


class Limits(NamedTuple):
    """How many cards at most: new ones and reviews for the day, and of all kinds for this sitting."""

    new: int
    reviews: int
    total: int | None = None


class Today(NamedTuple):
    """What was done today already."""

    new: int
    reviews: int
    cards: frozenset[str]
    """Keys of the cards answered today."""


def done_today(store: Store, today: date) -> Today:
    """Count the cards answered on the study day ``today``: first-ever answers, and the others."""
    cards = log.cards_answered(store, today)
    new = log.first_answered(store, today)
    return Today(new, len(cards) - new, cards)


def build(store: Store, scope: Scope, today: date, limits: Limits) -> list[Candidate]:
    """Return today's cards in the order of asking.

    First those still being learnt, however many, then due ones by falling chance of having
    been forgotten, then new ones, within the day's limits less what was done today. Of
    siblings only one is taken a day, unless nothing else is left.
    """
    done = done_today(store, today)
    room = Limits(max(0, limits.new - done.new), max(0, limits.reviews - done.reviews), limits.total)
    taken = _Siblings(store, done.cards)
    cards = _due(store, scope, today, room.reviews, taken)
    cards += _new(store, scope, room.new, taken)
    return spread((cards or _one_of_each(taken.held, room))[: room.total])


def ahead(store: Store, scope: Scope, today: date, number: int) -> list[Candidate]:
    """Return up to ``number`` cards to go ahead with when the day's work is done.

    First what is due and was over the day's limit, then new ones, then the soonest. Cards
    answered today are left out, and siblings as in ``build``.
    """
    answered = done_today(store, today).cards
    taken = _Siblings(store, answered)
    cards = _due(store, scope, today, number, taken)
    cards += _new(store, scope, number - len(cards), taken)
    cards += taken.first_of(candidates.soonest(store, scope, today, AHEAD_FACTOR * number))
    if not cards:
        held = [candidate for candidate in taken.held if candidate.card.key not in answered]
        cards = _one_of_each(held, Limits(number, number))
    return spread(cards[:number])


def spread(cards: Sequence[Candidate]) -> list[Candidate]:
    """Return the cards with near-identical prompts moved apart, otherwise in the same order.

    Cards being learnt, due ones and new ones stay apart from each other as they come: within
    each such run a card is put off that is like the one before it; one that is still beside
    its like then goes to the nearest gap between two others, an earlier one if there is any.
    """
    found: list[Candidate] = []
    for _, run in groupby(cards, key=_class):
        left = list(run)
        while left:
            ahead = range(min(LOOK_AHEAD, len(left)))
            chosen = next((i for i in ahead if not found or not _alike(found[-1], left[i])), 0)
            found.append(left.pop(chosen))
    for _ in range(2):
        _move_back(found)
        found.reverse()
    return found


def _class(candidate: Candidate) -> tuple[bool, bool]:
    return candidate.state is None, _is_learning(candidate)


def _move_back(cards: list[Candidate]) -> None:
    """Move each card that is beside its like to the nearest gap before it, in its run, that frees it."""
    first = vain = 0
    for place, candidate in enumerate(cards):
        if _class(candidate) != _class(cards[first]):
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
    return candidate.state is not None and candidate.state.state is not State.REVIEW


def _due(store: Store, scope: Scope, today: date, room: int, taken: _Siblings) -> list[Candidate]:
    """Return the cards being learnt, and up to ``room`` others that are due."""
    found: list[Candidate] = []
    most = room + states.learning_count(store, today) + MOST_SKIPPED
    for candidate in candidates.due(store, scope, today, most):
        learning = _is_learning(candidate)
        if not learning and room <= 0:
            break
        if taken.lets_through(candidate):
            found.append(candidate)
            room -= not learning
    return found


def _new(store: Store, scope: Scope, room: int, taken: _Siblings) -> list[Candidate]:
    """Return up to ``room`` new cards."""
    found: list[Candidate] = []
    if room <= 0:
        return found
    for candidate in candidates.new(store, scope, taken.spent):
        if taken.lets_through(candidate):
            found.append(candidate)
        if len(found) == room:
            break
    return found


def _one_of_each(held: Iterable[Candidate], room: Limits) -> list[Candidate]:
    """Return one of each set of siblings held back, the earliest, within the limits."""
    first: dict[str, Candidate] = {}
    for candidate in held:
        first.setdefault(candidate.card.siblings, candidate)
    new = [candidate for candidate in first.values() if candidate.state is None]
    learning = [candidate for candidate in first.values() if _is_learning(candidate)]
    due = [candidate for candidate in first.values() if candidate.state and not _is_learning(candidate)]
    return learning + due[: room.reviews] + new[: room.new]
