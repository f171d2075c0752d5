"""What memory foretold of each answer, and what became of it: the log held against the scheduler."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.foretelling import chances_before
from quiz.review import Rating
from quiz.store.damage import reads
from quiz.store.judged import study_answers
from quiz.study.adopting import known_parameters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from quiz.memory import Parameters
    from quiz.store import Store
    from quiz.store.judged import AnswerRow


class Foretold(NamedTuple):
    """An answer on a later study day than the one before it to the same card."""

    event: str
    """Id of the answer."""

    card: str
    """The present key of the card."""

    day: int
    """Ordinal of the study day (``date.toordinal``)."""

    chance: float
    """The chance of recall just before it, above 0 to 1, by the parameters in use when it was given."""

    recalled: bool
    """Rated better than Again."""


def foretold(store: Store, cards: Collection[str] | None = None) -> Iterator[Foretold]:
    """Yield the learner's study answers that stand and were foretold, card by card, oldest first.

    ``cards``: those to cards of these present keys alone; None: all. A card's first answer, and later
    ones of one study day, are not foretold. Memory is reckoned over the whole history by the
    parameters that the answer names, so that a set that was adopted later does not foretell the
    answers that it was fitted to. No answers yield nothing.
    """
    known = known_parameters(store)
    by_card: defaultdict[str, list[AnswerRow]] = defaultdict(list)
    for row in study_answers(store):
        if cards is None or row.card in cards:
            by_card[row.card].append(row)
    for rows in by_card.values():
        yield from _of_card(rows, known)


@reads("reviews")
def _of_card(rows: Sequence[AnswerRow], known: Mapping[str, Parameters]) -> list[Foretold]:
    answers = [(row.day, row.rating) for row in rows]
    sets = {row.parameters for row in rows}
    if len(sets) == 1:
        chances = list(chances_before(answers, known[rows[0].parameters]))
    else:
        by_set = {name: list(chances_before(answers, known[name])) for name in sets}
        chances = [by_set[row.parameters][place] for place, row in enumerate(rows)]
    return [
        Foretold(row.event, row.card, row.day, chance, row.rating > Rating.AGAIN)
        for row, chance in zip(rows, chances, strict=True)
        if chance is not None
    ]
