"""What is known now: chances of recall of the cards in use, over all, by bank and by paragraph of a text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory import retrievability
from quiz.store import candidates, figures
from quiz.study.adopting import parameters_in_use

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from quiz.store import Candidate, Scope, Store


class CardNow(NamedTuple):
    """A card in use that is not set aside, and its chance of recall today; None: it was never answered."""

    candidate: Candidate
    chance: float | None


def cards_now(store: Store, scope: Scope, today: date) -> list[CardNow]:
    """Return all cards of the scope, in the order of banks and questions."""
    parameters = parameters_in_use(store)
    return [
        CardNow(one, None)
        if one.state is None
        else CardNow(
            one, retrievability(one.state.memory.stability, (today - one.state.last_day).days, parameters)
        )
        for one in candidates.everything(store, scope)
    ]


def known_by_bank(store: Store, scope: Scope, today: date) -> dict[str, tuple[int, float]]:
    """Return how many cards of each bank were answered, and the sum of their chances of recall today.

    Counted are those of ``cards_now``, without reading what they ask; a bank without any is absent.
    """
    parameters = parameters_in_use(store)
    found: dict[str, tuple[int, float]] = {}
    for bank, stability, last_day in figures.memories_by_bank(store, scope):
        answered, expected = found.get(bank, (0, 0.0))
        chance = retrievability(stability, (today - last_day).days, parameters)
        found[bank] = answered + 1, expected + chance
    return found


def by_paragraph(cards: Iterable[CardNow]) -> dict[tuple[str, str], dict[int, list[float | None]]]:
    """Return the chances of the cards that cite a paragraph, by bank, document and number of the paragraph.

    A card that cites several counts for each of them; one that cites none is left out.
    """
    found: dict[tuple[str, str], dict[int, list[float | None]]] = defaultdict(lambda: defaultdict(list))
    for candidate, chance in cards:
        source = candidate.card.question.source
        document = source and (source.document or candidate.source)
        if source is None or document is None:
            continue
        for number in source.paragraphs:
            found[candidate.card.bank, document][number].append(chance)
    return found
