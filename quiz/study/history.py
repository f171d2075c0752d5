"""What a load does to the histories of learners: told question by question, and done."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from quiz.store import edits, log, states
from quiz.study.edits import Sort, is_settled, sort_of
from quiz.study.replay import card_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from quiz.store import Store
    from quiz.store.edits import Answered


class Effect(StrEnum):
    """What happens to the history of a question. None of these takes anything out of the log."""

    KEPT = "kept"
    """Nothing: the edit left alone what is right."""

    ASKED_AGAIN = "asked-again"
    """The answer changed: its cards are due now, with the memory that they have."""

    RENAMED = "renamed"
    """It has another name; the history goes with it."""

    ARCHIVED = "archived"
    """It is asked no more: it is gone, faulty or a draft."""

    RETURNED = "returned"
    """It is asked once more, with the history that it had."""


class Told(NamedTuple):
    """What happens to cards of one question, and where that stands."""

    effect: Effect
    question: str
    """``bank/id``, as it is called from now on."""

    was: str
    """As it was called before; mostly the same."""

    cards: tuple[str, ...]
    """Keys of the cards concerned, all of them with a history."""

    answers: int
    """How often they were answered, over all learners."""

    due_on: date | None
    """When they are asked next, at the earliest; None when they are asked no more."""

    reworded: bool
    """Whether the prompt changed in more than its spelling."""

    draft: bool
    path: str
    line: int
    """The line of the question from now on; 1 when it is no longer in the file."""

    answered: bool = False
    """Whether another answer is right now, and the cards were answered last as they read from now on."""


class _Fate(NamedTuple):
    """One card before and after a load; ``sort`` is None when its content is the same."""

    before: Answered
    after: Answered
    sort: Sort | None
    due_on: date
    is_open: bool
    """Whether its answer changed and some learner has not answered it as it reads now."""


def follow(store: Store, before: Mapping[int, Answered], at: datetime, today: date) -> tuple[Told, ...]:
    """Write which of the answered cards ``before`` a load have another answer now; tell all that happened.

    To be called within the transaction of the load, when all names are settled. Cards whose
    answer changed are due ``today`` for every learner who has not answered them as they are
    now. Told are questions in the order of the catalogue, those that saw nothing left out.
    """
    after = edits.answered_by_id(store, before)
    touched = {row_id: after[row_id] for row_id, card in before.items() if card != after[row_id]}
    sorts = {row_id: _sort(before[row_id], card) for row_id, card in touched.items()}
    changed = [touched[row_id] for row_id, sort in sorts.items() if sort is Sort.CHANGED]
    edits.add(store, (_event(before[card.card_id], card) for card in changed), at, today)
    cards = {card.key: card.card_id for card in changed}
    _restate(store, cards)
    dues, opened = edits.due_days(store, touched), _open(store, cards)
    fates = (_Fate(before[i], card, sorts[i], dues[i], i in opened) for i, card in touched.items())
    return tuple(_told(fates))


def _sort(before: Answered, after: Answered) -> Sort | None:
    if (before.kind, before.prompt, before.content) == (after.kind, after.prompt, after.content):
        return None
    if _lost(after):  # laid aside: what it asked stays unknown until it comes back
        return None
    return Sort.CHANGED if _lost(before) else sort_of(before.card(), after.card(), after.language)


def _lost(card: Answered) -> bool:
    """Whether the question has no such card any more, so that what it asked is not known."""
    return card.part not in card.card().question.parts()


def _event(before: Answered, after: Answered) -> tuple[str, str, str]:
    return after.key, "" if _lost(before) else before.card().revision, after.card().revision


def _restate(store: Store, cards: Mapping[str, int]) -> None:
    """Write the states of these cards, keys and row ids, as the log gives them, for every learner."""
    for learner in edits.learners(store):
        own = replace(store, learner=learner)
        for key, state in card_states(own, cards.keys()).items():
            states.write_state(own, cards[key], state)


def _open(store: Store, cards: Mapping[str, int]) -> set[int]:
    """Return the row ids of those of these edited cards that some learner is asked again for the edit."""
    newest = edits.newest(store) if cards else {}
    return {
        cards[card]
        for learner in (edits.learners(store) if cards else ())
        for card, last in {
            step.card: step for step in log.steps(replace(store, learner=learner), *cards)
        }.items()
        if card in newest and not is_settled(newest[card], last)
    }


def _told(fates: Iterable[_Fate]) -> Iterator[Told]:
    """Yield what happened, cards of one question with the same effect together."""
    found: dict[tuple[str, str, Effect], list[_Fate]] = {}
    for fate in fates:
        for effect in _effects(fate):
            names = fate.before.name, fate.before.name if effect is Effect.ARCHIVED else fate.after.name
            found.setdefault((*names, effect), []).append(fate)
    for (was, name, effect), same in found.items():
        yield _one(effect, was, name, same)


def _effects(fate: _Fate) -> Iterator[Effect]:
    before, after = fate.before, fate.after
    if not after.asked:
        if before.asked:
            yield Effect.ARCHIVED
        return
    if not before.asked:
        yield Effect.RETURNED
    elif before.name != after.name:
        yield Effect.RENAMED
    if fate.is_open:
        yield Effect.ASKED_AGAIN
    elif fate.sort is not None and before.asked and before.name == after.name:
        yield Effect.KEPT


def _one(effect: Effect, was: str, name: str, fates: list[_Fate]) -> Told:
    gone = effect is Effect.ARCHIVED
    last = fates[-1].after
    return Told(
        effect,
        name,
        was,
        tuple(fate.before.key if gone else fate.after.key for fate in fates),
        sum(fate.after.answers for fate in fates),
        None if gone else min(fate.due_on for fate in fates),
        any(fate.sort is Sort.REWORDED for fate in fates),
        last.draft,
        last.path,
        1 if last.gone else last.line,
        any(fate.sort is Sort.CHANGED and not fate.is_open for fate in fates),
    )
