"""Sittings that begin, and sittings that were left and are taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.review import Mark, Mode, Sign
from quiz.store import candidates, catalogue, log, marks, sittings
from quiz.store.sittings import Planned
from quiz.study.ground import class_of
from quiz.study.session import Sitting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quiz.clock import Clock
    from quiz.review import Review
    from quiz.store import Candidate, Store
    from quiz.study.terms import Terms

ASIDE, BACK = (Sign.SUSPENDED, Sign.BURIED), (Sign.UNSUSPENDED, Sign.UNBURIED)


class Left(NamedTuple):
    """A sitting that was left on this study day: what was chosen for it, and its answers so far."""

    sitting: Sitting
    choice: Mapping[str, object]
    answered: int


def begin(  # noqa: PLR0913 - what a sitting is made of
    store: Store,
    clock: Clock,
    queue: Sequence[Candidate],
    *,
    terms: Terms,
    seed: str,
    mode: Mode = Mode.STUDY,
    apart: bool = False,
    more: Mapping[str, object] | None = None,
) -> Sitting:
    """Return a new sitting, whose plan is on disk: cards, seed, and ``more``. Raises ``NotSaved``.

    With ``apart`` cards are put off whose paragraph was just shown.
    """
    cards = [candidate.card_id for candidate in queue]
    classes = [class_of(candidate) for candidate in queue] if apart else []
    sitting = Sitting(
        store,
        clock,
        queue,
        terms=terms,
        seed=seed,
        mode=mode,
        classes=dict(zip(cards, classes, strict=False)),
    )
    now = clock.now()
    plan = {"cards": cards, "classes": classes, "seed": seed, **(more or {})}
    sittings.begin(store, Planned(sitting.id, mode, now.at, now.study_day, plan))
    return sitting


def left_today(store: Store, clock: Clock, mode: Mode, *, terms: Terms) -> Left | None:
    """Return the learner's latest sitting in a mode, when it was begun today, answered in, and not ended.

    None where there is none, or nothing is left to be asked in it.
    """
    planned = sittings.latest(store, mode)
    if planned is None or planned.ended_at is not None or planned.study_day != clock.now().study_day:
        return None
    sitting = taken_up(store, clock, planned, terms=terms)
    answered = len(log.session_reviews(store, planned.id))
    return Left(sitting, planned.plan.get("choice", {}), answered) if answered and sitting.left else None


def taken_up(store: Store, clock: Clock, planned: Planned, *, terms: Terms) -> Sitting:
    """Return a sitting as the log leaves it: its cards where they stood, its options in their old order."""
    cards: list[int] = planned.plan["cards"]
    sitting = Sitting(
        store,
        clock,
        candidates.planned(store, cards),
        terms=terms,
        seed=planned.plan["seed"],
        mode=planned.mode,
        session=planned.id,
        classes=dict(zip(cards, planned.plan.get("classes", ()), strict=False)),
    )
    sitting.catch_up(_deeds(store, planned.id))
    return sitting


def _deeds(store: Store, session: str) -> Iterator[tuple[int, Review | Sign]]:
    """Yield what was done in a sitting and stands, the oldest first: the card (row id), and the deed."""
    now_of, answers = log.names_now(store), log.session_reviews(store, session)
    events: list[Review | Mark] = [*answers, *_standing(marks.of_session(store, session))]
    for event in sorted(events, key=lambda event: event.id):
        card_id = catalogue.card_row_id(store, now_of(event.card, event.id))
        if card_id is not None:
            yield card_id, event.sign if isinstance(event, Mark) else event


def _standing(said: Sequence[Mark]) -> list[Mark]:
    """Return the cards set aside in a sitting, without those that were taken back in it."""
    found: list[Mark] = []
    for mark in said:
        if mark.sign in ASIDE:
            found.append(mark)
        elif mark.sign in BACK and found:
            found.pop()
    return found
