"""In which order due cards are asked: the learner's choice among `quiz.settings.Priority`.

Cards are ranked by the very orders of `quiz.memory.orders` that a simulation of the days uses. So
that a sitting begins at once however many are due, the order by value ranks `WINDOW` cards at a time,
those due the longest, and looks up how long a card takes this learner for the first `HEAD` of them.
"""

from __future__ import annotations

import math
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.orders import order_of
from quiz.settings import Priority
from quiz.store import candidates
from quiz.store.durations import Timed, durations_of
from quiz.store.waiting import Part, Span, WaitingRow, learning, waiting
from quiz.study.adopting import parameters_in_use
from quiz.study.ground import Class, class_of
from quiz.study.pace import pace_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.review import CardState, Memory
    from quiz.store import Candidate, Scope, Store
    from quiz.study.limits import Rest

WINDOW = 5_000
HEAD = 500
PAGE = 100
"""So many cards are read in full at a time."""

LATEST = 4
"""A card's own time is that of so many latest answers."""


class Ranked(NamedTuple):
    """A card as `quiz.memory.orders` sees it; days are ordinals of dates."""

    memory: Memory
    last: int
    due: int
    pace: float = 1.0


class Ranking:
    """Puts answered cards in the order in which they are asked on the study day ``today``."""

    def __init__(self, store: Store, priority: Priority, today: date) -> None:
        self._store, self._priority, self._today = store, priority, today
        self._order = order_of(priority, parameters_in_use(store))

    def due(
        self, scope: Scope, rest: Rest, *, since: date = date.min, until: date | None = None
    ) -> Iterator[Candidate]:
        """Yield the cards due by now: all those being learnt first, then the others, each by rank.

        Only those due from ``since`` to ``until`` (None: today). What is not being learnt is passed over
        when there is no room for it in ``rest`` at that moment; with no room at all there is no more.
        """
        span = Span(self._today, since, self._today if until is None else until)
        for page in _pages(self._sorted(learning(self._store, scope, span))):
            yield from self._in_full(page)
        for rows in self._windows(scope, span, rest):
            for page in _pages(row for row in self._sorted(rows) if rest.holds(row.bank)):
                yield from (card for card in self._in_full(page) if rest.holds(card.card.bank))
                if not rest.number:
                    return

    def _windows(self, scope: Scope, span: Span, rest: Rest) -> Iterator[list[WaitingRow]]:
        part = Part(WINDOW, weakest=self._priority is Priority.WEAKEST)
        while rest.number and (rows := waiting(self._store, scope, span, part)):
            yield rows
            if len(rows) < WINDOW:
                return
            part = part._replace(skip=part.skip + WINDOW)

    def in_order(self, cards: Iterable[Candidate]) -> list[Candidate]:
        """Return answered cards in the order of asking: those being learnt first, then the others by rank."""
        by_id = {card.card_id: card for card in cards}
        rows = [_row(card, card.state) for card in by_id.values() if card.state is not None]
        runs = [row for row in rows if row.learning], [row for row in rows if not row.learning]
        return [by_id[row.card_id] for run in runs for row in self._sorted(run)]

    def _sorted(self, rows: Sequence[WaitingRow]) -> list[WaitingRow]:
        found = self._by_rank(rows, {})
        if self._priority is not Priority.VALUE or len(found) < 2:  # noqa: PLR2004 - one card is in order
            return found
        head, tail = found[:HEAD], found[HEAD:]
        return self._by_rank(head, paces(self._store, {row.card_id: row.kind for row in head})) + tail

    def _by_rank(self, rows: Iterable[WaitingRow], known: Mapping[int, float]) -> list[WaitingRow]:
        order, today = self._order, self._today.toordinal()

        def place(row: WaitingRow) -> tuple[float, int]:
            # A clock that ran back leaves answers of days to come: they are as of today.
            last = min(row.last_day.toordinal(), today)
            pace = known.get(row.card_id, 1.0)
            return order(Ranked(row.memory, last, row.due_on.toordinal(), pace), today), row.card_id

        return sorted(rows, key=place)

    def _in_full(self, rows: Iterable[WaitingRow]) -> list[Candidate]:
        return candidates.chosen(self._store, [row.card_id for row in rows])


def _pages(rows: Iterable[WaitingRow]) -> Iterator[list[WaitingRow]]:
    left = iter(rows)
    while page := [*islice(left, PAGE)]:
        yield page


def paces(store: Store, kinds: Mapping[int, str]) -> dict[int, float]:
    """Return by card (row ids, with the kind of its question) how many times as long as others it takes.

    It goes by the latest answers to these very cards: those to a card, and to its kind (`Pace.answer`).
    The mean over the cards with answers is 1; where there are none, all are 1.
    """
    timed = [Timed(str(card), kind, took) for card, kind, took in durations_of(store, kinds, LATEST)]
    pace, answered = pace_of(timed), {one.card for one in timed}
    seconds = {card: pace.answer(str(card), kind) for card, kind in kinds.items()}
    usual = [took for card, took in seconds.items() if str(card) in answered]
    mean = math.fsum(usual) / len(usual) if usual else pace.mean
    return {card: took / mean for card, took in seconds.items()}


def _row(card: Candidate, state: CardState) -> WaitingRow:
    kind, is_learning = card.card.question.kind, class_of(card) is Class.LEARNING
    return WaitingRow(
        card.card_id, kind, card.card.bank, is_learning, state.memory, state.last_day, state.due_on
    )
