"""One card's life from the log alone, why it comes when it does, and what an answer today would give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import advance, fuzz_range, interval_days, retrievability
from quiz.progress.life import (
    Answer,
    Edited,
    Life,
    Marked,
    Moved,
    Neighbour,
    Outcome,
    Planned,
    Queued,
    Reckoned,
    Renamed,
)
from quiz.review import Rating
from quiz.store import Candidate, catalogue, life, marks, states
from quiz.study import pausing, queue
from quiz.study.adopting import parameters_in_use
from quiz.study.replay import card_state, stepped
from quiz.study.spreading import Returns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quiz.memory import Due, Parameters
    from quiz.progress.life import Event
    from quiz.review import CardState
    from quiz.store import Scope, Store
    from quiz.store.names import CardRow
    from quiz.study.limits import Limits
    from quiz.study.naming import Named
    from quiz.study.replay import Stepped
    from quiz.study.terms import Terms


DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """On what terms cards are asked today: what the learner set, over all banks in ``scope``."""

    today: date
    terms: Terms
    limits: Limits
    scope: Scope


class _Today(NamedTuple):
    """What is asked today, in order, and what was done."""

    asked: Sequence[Candidate]
    done: queue.Today


def lives(store: Store, named: Named, outlook: Outlook) -> list[Life]:
    """Return the lives of the cards of a question; nothing is written."""
    asked = queue.build(store, outlook.scope, outlook.today, outlook.limits)
    today = _Today(asked, queue.done_today(store, outlook.today))
    in_use = named.name.in_use and not named.cards[0].card.question.draft
    cards = (_candidate(store, named, row) for row in named.cards)
    return [_life(store, card, outlook, today if in_use else None) for card in cards]


def _candidate(store: Store, named: Named, row: CardRow) -> Candidate:
    """Return a card with its state as the log has it."""
    state, bank = card_state(store, row.card.key), named.bank
    return Candidate(row.card_id, row.card, state, bank.language, bank.source, bank.title)


def _life(store: Store, candidate: Candidate, outlook: Outlook, day: _Today | None) -> Life:
    """Return the life of a card; ``day`` is None where its bank does not have it in use."""
    key, state, today = candidate.card.key, candidate.state, outlook.today
    steps = stepped(store, key)
    newest = steps[-1] if steps else None
    parameters = newest.parameters if newest else parameters_in_use(store)
    aside = dict(marks.aside(store)).get(candidate.card_id)
    return Life(
        card=key,
        prompt=candidate.card.prompt,
        today=today,
        state=state,
        recall=None if state is None else _recall(state, today, parameters),
        parameters=parameters.id,
        events=tuple(_events(store, key, steps)),
        reckoned=_reckoned(store, candidate, newest, outlook) if newest else None,
        edited_on=state.due_on if newest and state and state.due_on != newest.after.due_on else None,
        aside=aside,
        in_use=day is not None,
        queued=_queued(store, candidate, outlook, day) if day is not None and aside is None else None,
        outcomes=_outcomes(store, candidate, outlook),
        plan=_planned(store, candidate, outlook),
        paused=pausing.current(store, today),
    )


def _recall(state: CardState, day: date, parameters: Parameters) -> float:
    return retrievability(state.memory.stability, (day - state.last_day).days, parameters)


def _is_ready(state: CardState | None, today: date) -> bool:
    return state is None or state.due_on <= today


def _events(store: Store, card: str, steps: Sequence[Stepped]) -> list[Event]:
    """Return all that happened to a card, oldest first."""
    answered = life.answers(store, card)
    found: list[Event] = [*_answers(answered, steps)]
    found += [Moved(*move) for move in life.moves(store, [one.id for one in answered])]
    found += [Edited(event, day) for event, day in life.edits(store, card)]
    found += [Renamed(event, at.date(), old, new) for event, at, old, new in life.renames(store, card)]
    found += [Marked(*said) for said in life.said(store, card)]
    return sorted(found, key=lambda event: event.id)


def _answers(answered: Sequence[life.Answered], steps: Sequence[Stepped]) -> Iterator[Answer]:
    """Yield each answer with the memory that it met; those that did not count left it as it was."""
    by_id = {step.id: step for step in steps}
    last: Stepped | None = None
    for one in answered:
        step = by_id.get(one.id)
        yield _answer(one, last, step)
        last = step or last


def _answer(one: life.Answered, last: Stepped | None, step: Stepped | None) -> Answer:
    state = last.after if last else None
    return Answer(
        **one._asdict(),
        elapsed_days=None if state is None else max(0, (one.day - state.last_day).days),
        recall=None if last is None else _recall(last.after, one.day, last.parameters),
        before=None if state is None else state.memory,
        after=None if step is None else step.after.memory,
    )


def _reckoned(store: Store, candidate: Candidate, newest: Stepped, outlook: Outlook) -> Reckoned | None:
    if newest.rating is Rating.AGAIN:
        return None
    terms, stability = outlook.terms, newest.after.memory.stability
    retention = terms.retention_of(candidate.card)
    days = interval_days(stability, retention, newest.parameters)
    moved = life.moves(store, [newest.id])
    return Reckoned(
        desired_retention=retention,
        interval_days=days,
        recall=retrievability(stability, days, newest.parameters),
        given_days=newest.after.interval_days,
        given_on=newest.day,
        moved_on=moved[-1].day if moved else None,
        days=tuple(_neighbours(store, candidate, newest.day, days, outlook)),
        balance=terms.spread.balance,
    )


def _neighbours(
    store: Store, candidate: Candidate, day: date, interval: int, outlook: Outlook
) -> Iterator[Neighbour]:
    """Yield the days on which a card answered on ``day`` may come, with what stands on them now."""
    spread = outlook.terms.spread
    wide = fuzz_range(interval) if spread.fuzz else range(interval, interval + 1)
    most = (date.max - day).days
    days = [day + timedelta(days=number) for number in wide if number <= most] or [date.max]
    cards = states.loads(store, days[0], days[-1])
    own = states.state_of(store, candidate.card_id)
    siblings = states.sibling_days(store, candidate.card_id)
    for one in days:
        others = cards.get(one, 0) - (own is not None and own.due_on == one)
        yield Neighbour(one, others, siblings.count(one), spread.easy_days[one.weekday()])


def _queued(store: Store, candidate: Candidate, outlook: Outlook, day: _Today) -> Queued | None:
    """Return whether a card is asked today; None when it is not even due."""
    places = {other.card_id: place for place, other in enumerate(day.asked, 1)}
    if candidate.card_id not in places and not _is_ready(candidate.state, outlook.today):
        return None
    limits, new = outlook.limits, candidate.state is None
    siblings = {other.card.siblings for other in day.asked} | catalogue.sibling_names(store, day.done.cards)
    return Queued(
        place=places.get(candidate.card_id),
        total=len(day.asked),
        limit=limits.new if new else limits.reviews,
        done=day.done.new if new else day.done.reviews,
        sibling_today=candidate.card.siblings in siblings,
        bank_limited=any(candidate.card.bank in budget.banks for budget in limits.budgets),
        catching_up=limits.catch_up is not None and _is_ready(candidate.state, limits.catch_up.first - DAY),
    )


def _planned(store: Store, candidate: Candidate, outlook: Outlook) -> Planned | None:
    pursuit = outlook.limits.goal
    if pursuit is None:
        return None
    goal, aim = pursuit.goal, pursuit.goal.aim
    pulls_from = goal.since + (aim.days - aim.pull_days) * DAY if aim.pull_days else None
    return Planned(pursuit.standing(store, outlook.today), pursuit.takes(candidate.card), pulls_from)


def _outcomes(store: Store, candidate: Candidate, outlook: Outlook) -> Mapping[Rating, Outcome]:
    parameters = parameters_in_use(store)
    days = Returns(store, outlook.terms, parameters).by_rating(candidate, outlook.today)
    return {
        rating: _outcome(candidate, rating, when, outlook.today, parameters) for rating, when in days.items()
    }


def _outcome(candidate: Candidate, rating: Rating, when: Due, today: date, parameters: Parameters) -> Outcome:
    after = advance(candidate.state, rating, today, when, parameters)
    return Outcome(rating, when.interval_days, when.due_on, after.memory)
