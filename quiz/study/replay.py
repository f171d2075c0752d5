"""The state of cards and what of them is set aside, rebuilt from the log alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.errors import SchedulerTooNew
from quiz.garbage import uncollected
from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER, Due
from quiz.memory.course import course
from quiz.memory.versions import FORMULAS
from quiz.review import CardState
from quiz.store import adoptions, answers, edits, log, marks, states
from quiz.store.damage import reads
from quiz.study.adopting import adopted_parameters, known_parameters
from quiz.study.edits import after_edit
from quiz.study.marking import aside_replayed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date

    from quiz.memory import Parameters
    from quiz.review import Rating
    from quiz.store import Step, Store


class Difference(NamedTuple):
    """A card whose stored state is not what the log gives; None means new."""

    card_id: int
    stored: CardState | None
    replayed: CardState | None


class AsideDifference(NamedTuple):
    """A card that is not set aside as the log has it; days until when it is, None: it is not."""

    card_id: int
    stored: date | None
    replayed: date | None


def replayed(store: Store, heard: Callable[[int], None] = lambda _answers: None) -> dict[int, CardState]:
    """Return the state of every card that was answered and is in the catalogue, by row id.

    ``heard`` is told of answers that are through, so many more each time.
    """
    by_key = _all_at_once(store, heard)
    if by_key is None:
        by_key = _replay(store, log.steps(store), heard)
    row_ids = answers.row_ids(store)
    return {row_ids[card]: state for card, state in by_key.items() if card in row_ids}


@uncollected()
def _all_at_once(store: Store, heard: Callable[[int], None]) -> dict[str, CardState] | None:
    """Return the state of every card that was answered, by key: as ``_replay``, but card by card.

    Several times as fast. None when answers differ in the formulas or parameters that reckon them.
    """
    adopted, known = adopted_parameters(store), known_parameters(store)
    parameters = adopted or known[DEFAULT_PARAMETERS.id]
    found = answers.answered(store, SCHEDULER, None if adopted else parameters.id)
    if found is None:
        return None
    rescheduled, edited = adoptions.rescheduled(store), edits.newest(store)
    by_key, last = dict[str, CardState](), dict[str, str]()
    for one in found:
        given = rescheduled.get(one.last, one)
        due = Due(given.interval_days, given.due_on)
        by_key[one.card] = _course(one.answers, due, parameters)
        if one.card in edited:
            last[one.card] = one.last
        heard(len(one.answers))
    for step in answers.last_steps(store, last):
        by_key[step.card] = after_edit(by_key[step.card], step, edited[step.card])
    return by_key


_course = reads("reviews")(course)


def card_state(store: Store, card: str) -> CardState | None:
    """Return the state of one card as the log gives it; None when it is new."""
    return card_states(store, [card]).get(card)


def card_states(store: Store, cards: Collection[str]) -> dict[str, CardState]:
    """Return the states of these cards as the log gives them, by key; new ones are left out."""
    return _replay(store, log.steps(store, *cards)) if cards else {}


def differences(
    store: Store, again: Mapping[int, CardState] | None = None
) -> list[Difference | AsideDifference]:
    """Return the cards whose stored state differs from the replayed one; empty when all is well.

    Then those that are set aside otherwise than the log has it. ``again`` is what ``replayed``
    gives, where that is there already.
    """
    stored = states.stored_states(store)
    again = replayed(store) if again is None else again
    cards = sorted(stored.keys() | again.keys())
    in_states = [
        Difference(card, stored.get(card), again.get(card))
        for card in cards
        if stored.get(card) != again.get(card)
    ]
    return [*in_states, *_aside_differences(store)]


def _aside_differences(store: Store) -> Iterator[AsideDifference]:
    """Yield the cards set aside otherwise than the log has it; that a burial has ended is none of them."""
    stored, again = dict(marks.aside(store)), dict(aside_replayed(store))
    for card in sorted(stored.keys() | again.keys()):
        was, is_now = stored.get(card), again.get(card)
        if was != is_now and not (was is None and is_now != marks.FOR_GOOD):
            yield AsideDifference(card, was, is_now)


class _Reckoner:
    """Makes of a state and an answer of the learner's log the state after it.

    A set of parameters that was adopted reckons the whole history; without any, each answer
    has its own.
    """

    def __init__(self, store: Store) -> None:
        self._path = str(store.path)
        self._adopted = adopted_parameters(store)
        self._known = known_parameters(store)
        self._rescheduled = adoptions.rescheduled(store)

    def parameters(self, step: Step) -> Parameters:
        """Return the set that an answer is reckoned with."""
        return self._adopted or _set_of(step, self._known)

    def after(self, before: CardState | None, step: Step) -> CardState:
        """Return the state after an answer; raises ``SchedulerTooNew``."""
        formulas = FORMULAS.get(step.scheduler)
        if formulas is None:
            raise SchedulerTooNew(self._path, step.scheduler)
        given = self._rescheduled.get(step.id, step)
        due = Due(given.interval_days, given.due_on)
        return formulas(before, step.rating, step.study_day, due, self.parameters(step))


@reads("parameter_sets")
def _set_of(step: Step, parameters: Mapping[str, Parameters]) -> Parameters:
    return parameters[step.parameters]


def _replay(
    store: Store, steps: Iterable[Step], heard: Callable[[int], None] = lambda _answers: None
) -> dict[str, CardState]:
    reckoner, edited = _Reckoner(store), edits.newest(store)
    found: dict[str, CardState] = {}
    last: dict[str, Step] = {}
    for step in steps:
        found[step.card] = reckoner.after(found.get(step.card), step)
        last[step.card] = step
        heard(1)
    # An edit moves nothing but the due day, which no answer looks at: the newest one is all that counts.
    return {card: after_edit(state, last[card], edited.get(card)) for card, state in found.items()}


class Stepped(NamedTuple):
    """What one answer that counts made of its card, and with which parameters."""

    id: str
    rating: Rating
    day: date
    after: CardState
    parameters: Parameters


def stepped(store: Store, card: str) -> list[Stepped]:
    """Return what the log makes of one card answer by answer, edits left out; empty when it is new."""
    reckoner, found = _Reckoner(store), list[Stepped]()
    for step in log.steps(store, card):
        after = reckoner.after(found[-1].after if found else None, step)
        found.append(Stepped(step.id, step.rating, step.study_day, after, reckoner.parameters(step)))
    return found
