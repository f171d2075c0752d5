"""How much a day holds: over all, by bank, and what of it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.errors import NothingChosen
from quiz.settings import Priority
from quiz.store import log
from quiz.study.choosing import banks_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from quiz.settings import BankLimit
    from quiz.store import BankRow, Store
    from quiz.study.backlog import CatchUp
    from quiz.study.pursuing import Pursuit


class Budget(NamedTuple):
    """How many cards of some banks, by key, a day at most, taken together; None: no more than over all."""

    banks: frozenset[str]
    new: int | None = None
    reviews: int | None = None


class Limits(NamedTuple):
    """How many cards at most: new ones and reviews for the day, and of all kinds for this sitting.

    Each of ``budgets`` holds beside them for the banks that it names. ``catch_up``: a backlog is
    cleared by a plan, of which each day takes its share. ``goal``: a plan to a day is followed.
    ``order``: which due cards come first.
    """

    new: int
    reviews: int
    total: int | None = None
    budgets: tuple[Budget, ...] = ()
    catch_up: CatchUp | None = None
    goal: Pursuit | None = None
    order: Priority = Priority.VALUE


class Today(NamedTuple):
    """What was done today already."""

    new: int
    reviews: int
    cards: frozenset[str]
    """Keys of the cards answered today."""


class Named(NamedTuple):
    """The budgets that limits by bank stand for, and a sentence for each that names no bank."""

    budgets: tuple[Budget, ...]
    unknown: tuple[str, ...]


def budgets_of(banks: Sequence[BankRow], limits: Mapping[str, BankLimit]) -> Named:
    """Return the budgets that ``limits`` stand for, by the name of a bank, or of a folder of banks.

    Banks are named as on the command line. Those of a folder share what it may have.
    """
    budgets, unknown = [], []
    for word, limit in limits.items():
        try:
            named = banks_named(banks, word)
        except NothingChosen as error:
            unknown.append(f"The config file limits a bank that is not there. {error}")
        else:
            budgets.append(Budget(frozenset(bank.key for bank in named), limit.new, limit.reviews))
    return Named(tuple(budgets), tuple(unknown))


def done_today(store: Store, today: date) -> Today:
    """Count the cards answered on the study day ``today``: first-ever answers, and the others."""
    cards = log.cards_answered(store, today)
    new = log.first_answered(store, today)
    return Today(new, len(cards) - new, cards)


class Rest:
    """What is left of a day's limit on new cards, or on reviews; it is used up card by card."""

    def __init__(self, number: int, by_bank: Iterable[tuple[frozenset[str], int | None]] = ()) -> None:
        self.number = max(0, number)
        """How many are left over all."""

        self._shares = [(banks, left) for banks, left in by_bank if left is not None]

    def holds(self, bank: str) -> bool:
        """Whether there is room for one more card of a bank, by key."""
        return self.number > 0 and all(left > 0 for banks, left in self._shares if bank in banks)

    def left_of(self, banks: frozenset[str]) -> int | None:
        """Return how many are left of the share of just these banks; None: they have none of their own."""
        return min((left for named, left in self._shares if named == banks), default=None)

    def take(self, bank: str) -> None:
        """Use up room for a card of a bank."""
        self.number = max(0, self.number - 1)
        self.spend(bank)

    def spend(self, bank: str) -> None:
        """Use up room for a card of a bank that is left out of ``number`` already."""
        self._shares = [(banks, left - (bank in banks)) for banks, left in self._shares]


class Room(NamedTuple):
    """What is left of a day's limits."""

    new: Rest
    reviews: Rest


def room_of(store: Store, today: date, limits: Limits, done: Today) -> Room:
    """Return what ``done`` leaves of the limits on the study day ``today``."""
    room = Room(
        Rest(limits.new - done.new, [(budget.banks, budget.new) for budget in limits.budgets]),
        Rest(limits.reviews - done.reviews, [(budget.banks, budget.reviews) for budget in limits.budgets]),
    )
    if limits.budgets:  # the log is read for their sake only
        new = _first_today(store, today, done.cards)
        for card in done.cards:
            (room.new if card in new else room.reviews).spend(card.rpartition("/")[0])
    return room


def within(rest: Rest, numbers: Mapping[str, int]) -> int:
    """Return for how many of these cards, numbers by bank key, there is room; the room is used up then."""
    before = rest.number
    for bank, number in numbers.items():
        for _ in range(number):
            if not rest.holds(bank):
                break
            rest.take(bank)
    return before - rest.number


def _first_today(store: Store, today: date, cards: frozenset[str]) -> frozenset[str]:
    """Return those of the cards answered today that were never answered on an earlier day."""
    return cards - {step.card for step in log.steps(store, *cards) if step.study_day < today}
