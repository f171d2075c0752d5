"""The state of cards and what of them is set aside, rebuilt from the log alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import DEFAULT_PARAMETERS, Due, Parameters, advance
from quiz.store import catalogue, edits, log, marks, states
from quiz.store.damage import reads
from quiz.study.edits import after_edit
from quiz.study.marking import aside_replayed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from quiz.review import CardState
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


def replayed(store: Store) -> dict[int, CardState]:
    """Return the state of every card that was answered and is in the catalogue, by row id."""
    by_key = _replay(store, log.steps(store))
    rows = ((catalogue.card_row_id(store, card), state) for card, state in by_key.items())
    return {card_id: state for card_id, state in rows if card_id is not None}


def card_state(store: Store, card: str) -> CardState | None:
    """Return the state of one card as the log gives it; None when it is new."""
    return card_states(store, [card]).get(card)


def card_states(store: Store, cards: Collection[str]) -> dict[str, CardState]:
    """Return the states of these cards as the log gives them, by key; new ones are left out."""
    return _replay(store, log.steps(store, *cards)) if cards else {}


def differences(store: Store) -> list[Difference | AsideDifference]:
    """Return the cards whose stored state differs from the replayed one; empty when all is well.

    Then those that are set aside otherwise than the log has it.
    """
    stored, again = states.stored_states(store), replayed(store)
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


def rebuild(store: Store) -> int:
    """Write what the log gives over what is stored; return how many cards have a state.

    That is the states, and what is set aside. Cards that were buried on whatever day are
    among those; ``marks.release`` leaves the ones of today.
    """
    again = replayed(store)
    with store.transaction():
        states.rewrite_states(store, again)
        marks.rewrite_aside(store, aside_replayed(store))
    return len(again)


def _parameters(store: Store) -> dict[str, Parameters]:
    sets = {name: _parameter_set(name, weights) for name, weights in log.parameter_sets(store).items()}
    return {DEFAULT_PARAMETERS.id: DEFAULT_PARAMETERS, **sets}


_parameter_set = reads("parameter_sets")(Parameters)


@reads("parameter_sets")
def _set_of(step: Step, parameters: Mapping[str, Parameters]) -> Parameters:
    return parameters[step.parameters]


def _replay(store: Store, steps: Iterable[Step]) -> dict[str, CardState]:
    parameters, edited = _parameters(store), edits.newest(store)
    found: dict[str, CardState] = {}
    last: dict[str, Step] = {}
    for step in steps:
        due = Due(step.interval_days, step.due_on)
        weights = _set_of(step, parameters)
        found[step.card] = advance(found.get(step.card), step.rating, step.study_day, due, weights)
        last[step.card] = step
    # An edit moves nothing but the due day, which no answer looks at: the newest one is all that counts.
    return {card: after_edit(state, last[card], edited.get(card)) for card, state in found.items()}
