"""Cards that do not stick: what makes one, and which there are. Their bank is never written to."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from quiz.review import Matched, Picked, SelfRated, Typed
from quiz.store import candidates, marks
from quiz.store.mistakes import wrong_answers

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import date

    from quiz.review import CardState, Response
    from quiz.store import Candidate, Scope, Store

LAPSES = 6
"""A card is a leech from so many lapses on,"""

AGAIN_EACH = 3
"""and is named once more after so many others."""

LATEST = 20
"""So many of the latest wrong answers to a card are looked at."""


class Mistake(NamedTuple):
    """A wrong answer as it was given the last time, and how often."""

    response: Response
    times: int


class Leech(NamedTuple):
    """A leech, its usual mistakes, and until when it is set aside; None: it is asked."""

    candidate: Candidate
    mistakes: tuple[Mistake, ...]
    until: date | None

    @property
    def lapses(self) -> int:
        """How often it was forgotten."""
        return self.candidate.state.lapses if self.candidate.state else 0


def becomes_leech(before: CardState | None, after: CardState) -> bool:
    """Whether this very answer made the card a leech, or one again: its 6th, 9th, 12th ... lapse."""
    if before is None or after.lapses == before.lapses:
        return False
    return after.lapses >= LAPSES and (after.lapses - LAPSES) % AGAIN_EACH == 0


def leeches(store: Store, scope: Scope) -> list[Leech]:
    """Return the leeches among the cards in use, set aside or not, the most often forgotten first."""
    found = candidates.forgotten(store, scope, LAPSES)
    wrong = wrong_answers(store, [candidate.card.key for candidate in found])
    until = {row.card_id: row.until for row in marks.aside(store)}
    all_of = (
        Leech(one, usual_mistakes(wrong.get(one.card.key, ())), until.get(one.card_id)) for one in found
    )
    return sorted(all_of, key=lambda leech: -leech.lapses)


def usual_mistakes(latest_first: Iterable[Response]) -> tuple[Mistake, ...]:
    """Return the latest wrong answers, alike ones as one, the most frequent first.

    Of answers given equally often the later one comes first. Case and spaces make no
    difference, nor does the order of picks but where the order is the answer. The learner's
    own ratings say nothing of what was thought, and are left out.
    """
    alike: dict[Hashable, list[Response]] = {}
    thought = (response for response in latest_first if not isinstance(response, SelfRated))
    for response in islice(thought, LATEST):
        alike.setdefault(_said(response), []).append(response)
    found = [Mistake(same[0], len(same)) for same in alike.values()]
    return tuple(sorted(found, key=lambda mistake: -mistake.times))


def _said(response: Typed | Picked | Matched) -> Hashable:
    match response:
        case Typed(text=text):
            return " ".join(text.casefold().split())
        case Picked(picked=picked, shown=shown):
            return picked if len(picked) == len(shown) else frozenset(picked)
        case Matched(pairs=pairs):
            return frozenset(pairs)
