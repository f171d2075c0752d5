"""Due days moved to what the parameters in use give: first as a proposal, then as events of the log."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import Load, balanced, draw, fuzz_range, fuzzed, interval_days
from quiz.review import State
from quiz.store import adoptions, candidates, catalogue, edits, log, states
from quiz.store.adoptions import Given
from quiz.study.adopting import parameters_in_use
from quiz.study.edits import after_edit
from quiz.study.replay import replayed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quiz.clock import Clock
    from quiz.memory import Parameters, Spread
    from quiz.review import CardState
    from quiz.store import Candidate, Step, Store
    from quiz.store.edits import Edit
    from quiz.study.terms import Terms

HORIZON_DAYS = 30
"""The load is told for so many days, today among them."""


class Move(NamedTuple):
    """Another due day for a card, in place of the one given after its last answer."""

    card_id: int
    before: CardState
    given: Given


class Proposal(NamedTuple):
    """What rescheduling would do; cards in relearning, and those due since an edit, are left alone."""

    cards: int
    """How many cards were looked at."""

    moves: tuple[Move, ...]
    due_before: tuple[int, ...]
    """Cards that come on each of the next 30 days as things are, those overdue today."""

    due_after: tuple[int, ...]

    @property
    def earlier(self) -> int:
        """How many cards come earlier."""
        return sum(move.given.due_on < move.before.due_on for move in self.moves)

    @property
    def later(self) -> int:
        """How many cards come later."""
        return len(self.moves) - self.earlier


class _Settled(NamedTuple):
    """A card in review, with the answer whose due day counts for it."""

    candidate: Candidate
    state: CardState
    review: str


def proposed(store: Store, terms: Terms, today: date) -> Proposal:
    """Return which cards would come on another day by the parameters in use, as ``terms`` has it.

    A card whose day lies where fuzz could have put it stays. None is moved into the past: what
    is due then comes today.
    """
    stored = states.stored_states(store)
    settled = list(_settled(store, stored))
    parameters, mover = parameters_in_use(store), _Mover(terms, today)
    fixed = stored.keys() - {one.candidate.card_id for one in settled}
    mover.take(stored[card_id].due_on for card_id in fixed)
    moves = tuple(move for one in settled if (move := mover.move(one, parameters)))
    after = {card_id: state.due_on for card_id, state in stored.items()}
    after |= {move.card_id: move.given.due_on for move in moves}
    before = (state.due_on for state in stored.values())
    return Proposal(len(settled), moves, _by_day(before, today), _by_day(after.values(), today))


def _by_day(due_days: Iterable[date], today: date) -> tuple[int, ...]:
    counted = Counter(max((day - today).days, 0) for day in due_days)
    return tuple(counted[number] for number in range(HORIZON_DAYS))


def _settled(store: Store, stored: Mapping[int, CardState]) -> Iterator[_Settled]:
    """Yield the cards in review that come when their last answer, or a reschedule of it, says."""
    last = {step.card: step for step in log.steps(store)}
    edited = edits.newest(store)
    ids = {card_id: step for key, step in last.items() if (card_id := catalogue.card_row_id(store, key))}
    for candidate in candidates.planned(store, sorted(ids.keys() & stored.keys())):
        state, step = stored[candidate.card_id], ids[candidate.card_id]
        if state.state is State.REVIEW and not _is_pulled(state, step, edited.get(step.card)):
            yield _Settled(candidate, state, step.id)


def _is_pulled(state: CardState, step: Step, edit: Edit | None) -> bool:
    """Whether an edit of the bank that was not answered since says when the card comes, whatever is given."""
    far = replace(state, due_on=date.max)
    return after_edit(far, step, edit) != far


class _Mover:
    """Finds days for cards, one after the other, and minds what comes on each."""

    def __init__(self, terms: Terms, today: date) -> None:
        self._terms, self._today = terms, today
        self._loads: dict[date, Load] = {}

    def take(self, days: Iterable[date]) -> None:
        """Count cards that come on these days."""
        for day in days:
            self._loads[day] = Load(self._loads.get(day, Load()).cards + 1)

    def move(self, one: _Settled, parameters: Parameters) -> Move | None:
        """Return where a card is moved to; None when it stays."""
        state = one.state
        retention = self._terms.retention_of(one.candidate.card)
        interval = interval_days(state.memory.stability, retention, parameters)
        due_on = state.due_on
        if state.interval_days not in _stays(interval, self._terms.spread):
            due_on = self._day(one, interval)
        self.take([due_on])
        if due_on == state.due_on:
            return None
        given = Given(one.review, (due_on - state.last_day).days, due_on)
        return Move(one.candidate.card_id, state, given)

    def _day(self, one: _Settled, interval: int) -> date:
        """Return the day for an interval from the last answer on; not before today unless it is so now."""
        last_day = one.state.last_day
        days = min(self._spread(one, interval), (date.max - last_day).days)
        due_on = last_day + timedelta(days=days)
        return max(due_on, min(self._today, one.state.due_on))

    def _spread(self, one: _Settled, interval: int) -> int:
        spread, last_day = self._terms.spread, one.state.last_day
        days = fuzz_range(interval)
        if not spread.fuzz or len(days) == 1 or days[-1] > (date.max - last_day).days:
            return interval
        drawn = draw(one.candidate.card.key, one.state.reviews)
        if not spread.balance:
            return fuzzed(interval, drawn)
        return balanced(interval, drawn, last_day, self._loads, spread)


def _stays(interval: int, spread: Spread) -> range:
    """Return the intervals that are as good as this one."""
    return fuzz_range(interval) if spread.fuzz else range(interval, interval + 1)


def reschedule(store: Store, clock: Clock, proposal: Proposal) -> None:
    """Write the moves of a proposal; all are on disk when this returns. Raises ``NotSaved``.

    The proposal is of this moment: nothing was answered since.
    """
    with log.saving(store):
        adoptions.reschedule(store, (move.given for move in proposal.moves), clock.now())
        states.rewrite_states(store, replayed(store))
