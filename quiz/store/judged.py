"""The learner's study answers, as what is needed to tell what chance of recall they had."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quiz.store.damage import reads
from quiz.store.log import names_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.store.opening import Store


class AnswerRow(NamedTuple):
    """A study answer that stands; ``card`` is the present key of its card, ``day`` an ordinal."""

    event: str
    card: str
    day: int
    rating: int
    parameters: str
    """Id of the set that was in use when it was given."""


def study_answers(store: Store) -> Iterator[AnswerRow]:
    """Yield the learner's study answers that stand, oldest first."""
    now_of = names_now(store)
    days: dict[str, int] = {}
    # The mark before `learner` keeps SQLite from going by the index on cards, and sorting all after it.
    rows = store.db.execute(
        """SELECT id, card, study_day, rating, parameters FROM reviews_kept
           WHERE +learner = ? AND mode = 'study' ORDER BY id""",
        [store.learner],
    )
    for event, card, day, rating, parameters in rows:
        if day not in days:
            days[day] = _ordinal(day)
        yield AnswerRow(event, now_of(card, event), days[day], rating, parameters)


@reads("reviews")
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
