"""What `quiz stats` tells of a selection, gathered from store and memory."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from quiz.cli.bars import progress_bar
from quiz.garbage import uncollected
from quiz.progress.selection import CardFigures, Chosen, Found, select
from quiz.store.answered import answered
from quiz.store.scoped import cards_of
from quiz.study import pausing
from quiz.study.choosing import banks_named, choose
from quiz.study.foretold import foretold
from quiz.study.knowing import cards_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quiz.answer import Answer
    from quiz.cli.common import Desk
    from quiz.progress.selection import Selection
    from quiz.store import Scope
    from quiz.study.knowing import CardNow

Value = TypeVar("Value")
EVERY = 10_000
"""After so many answers it is told how many were read."""


class Asked(NamedTuple):
    """What was asked for: words name banks or tags."""

    words: tuple[str, ...]
    banks: tuple[str, ...]
    tags: tuple[str, ...]
    kinds: tuple[str, ...]
    since: date | None


def scope_of(desk: Desk, asked: Asked) -> Scope:
    """Return the cards that are meant; raises ``NothingChosen`` with what there is."""
    loaded = desk.loaded.banks
    named = {bank.id for word in asked.banks for bank in banks_named(loaded, word)}
    within = [bank for bank in loaded if bank.id in named] if asked.banks else loaded
    return choose(desk.store, within, asked.words, tags=asked.tags, kinds=asked.kinds)


def answers_of(desk: Desk, scope: Scope, asked: Asked) -> Iterator[Answer]:
    """Yield the answers of a selection; by a day alone, those of banks that are gone as well."""
    return answered(desk.store, asked.since or date.min, _cards(desk, scope, asked))


@uncollected()
def selection(desk: Desk, scope: Scope, asked: Asked, total: int) -> Selection:
    """Return the page of a selection; ``total``: how many answers there are in all."""
    store, today, first_day = desk.store, desk.clock.now().study_day, (asked.since or date.min).toordinal()
    wanted = _cards(desk, scope, asked)
    with progress_bar("Reading the answers") as advance:
        pairs = [
            (one.chance, one.recalled)
            for one in counted(foretold(store, wanted), lambda read: advance(read, 2 * total))
            if one.day >= first_day
        ]
        told = answers_of(desk, scope, asked)
        answers = list(counted(told, lambda read: advance(total + read, 2 * total)))
    found = Found(
        answers,
        [_figures(one) for one in cards_now(store, scope, today)],
        pairs,
        pausing.paused_days(store, today),
    )
    return select(_chosen(scope, asked), found, today)


def counted(values: Iterable[Value], tell: Callable[[int], None]) -> Iterator[Value]:
    """Yield values, and tell now and then how many there were."""
    for number, value in enumerate(values):
        if number % EVERY == 0:
            tell(number)
        yield value


def _cards(desk: Desk, scope: Scope, asked: Asked) -> frozenset[str] | None:
    narrowed = asked.words or asked.banks or asked.tags or asked.kinds
    return cards_of(desk.store, scope) if narrowed else None


def _chosen(scope: Scope, asked: Asked) -> Chosen:
    """Return what was asked for, with words told apart as banks and tags."""
    banks = (word for word in asked.words if word not in scope.tags)
    return Chosen((*banks, *asked.banks), scope.tags, asked.kinds, asked.since)


def _figures(one: CardNow) -> CardFigures:
    card, state = one.candidate.card, one.candidate.state
    if state is None:
        return CardFigures(card.key, card.prompt, None, 0, 0, 0)
    return CardFigures(card.key, card.prompt, one.chance, state.interval_days, state.lapses, state.reviews)
