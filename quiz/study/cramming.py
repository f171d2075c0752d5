"""Cards for a sitting that leaves memory alone: any selection, at any time."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from quiz.store import candidates, catalogue, log
from quiz.study.queue import spread

if TYPE_CHECKING:
    from quiz.store import Candidate, Scope, Store


def cram(store: Store, scope: Scope, seed: str, number: int | None = None) -> list[Candidate]:
    """Return up to ``number`` (None: all) cards of ``scope``, due or not, in an order that the seed gives.

    Suspended and buried cards are left out.
    """
    cards = candidates.everything(store, scope)
    Random(seed).shuffle(cards)  # noqa: S311 - an order, no secret
    return spread(cards[:number])


def missed(store: Store, session: str) -> list[Candidate]:
    """Return the cards whose first answer in a sitting was not right, in the order of asking."""
    from quiz.progress.score import session_score  # noqa: PLC0415 - a sitting begins without figures

    reviews = log.session_reviews(store, session)
    last = {review.card: review for review in reviews}
    names = (log.present_name(store, last[key]) for key in session_score(reviews).missed)
    ids = (catalogue.card_row_id(store, name) for name in names)
    return candidates.chosen(store, [card_id for card_id in ids if card_id is not None])
