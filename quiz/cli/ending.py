"""The score page at the end of a sitting, made from the log."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.cli.aiming import standing_now
from quiz.review import Mode
from quiz.store import candidates, catalogue, figures, log
from quiz.ui.describe import given as given_in_words
from quiz.ui.describe import right_words
from quiz.ui.screen import MissedCard, ScorePage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.review import Review
    from quiz.store import Candidate, Store
    from quiz.study.session import Sitting

LATELY = timedelta(days=60)
"""How far back the score page looks for earlier days."""


def score_page(
    desk: Desk, sitting: Sitting, cards: Mapping[str, Candidate], *, elapsed_ms: int, left: int
) -> ScorePage:
    """Return the page of a sitting with answers; ``cards`` holds those asked, by key."""
    from quiz.progress import DayTotal, session_score  # noqa: PLC0415 - a sitting begins without figures

    reviews = log.session_reviews(desk.store, sitting.id)
    score = session_score(reviews)
    today = desk.clock.now().study_day
    days = [DayTotal(**row._asdict()) for row in figures.day_totals(desk.store, today - LATELY)]
    return ScorePage(
        score=score,
        titles={bank.key: bank.title for bank in desk.loaded.banks},
        missed=tuple(_missed(cards[key], reviews, key) for key in score.missed if key in cards),
        returns=_returns(reviews) if sitting.mode is Mode.STUDY else (),
        today=today,
        elapsed_ms=elapsed_ms,
        earlier=tuple(day for day in days if day.day < today),
        left=left,
        day=next((day for day in days if day.day == today), None),
        goal=standing_now(desk) if sitting.mode is Mode.STUDY else "",
    )


def answered_before(store: Store, session: str) -> dict[str, Candidate]:
    """Return the cards that a sitting holds answers to, by the key that the answers have."""
    rows = {
        review.card: catalogue.card_row_id(store, log.present_name(store, review))
        for review in log.session_reviews(store, session)
    }
    ids = [card_id for card_id in rows.values() if card_id is not None]
    found = {card.card_id: card for card in candidates.planned(store, ids)}
    return {key: found[card_id] for key, card_id in rows.items() if card_id in found}


def _returns(reviews: Sequence[Review]) -> tuple[tuple[date, int], ...]:
    last = {review.card: review.due_on for review in reviews}
    return tuple(sorted(Counter(last.values()).items()))


def _missed(candidate: Candidate, reviews: Sequence[Review], key: str) -> MissedCard:
    first, card = next(review for review in reviews if review.card == key), candidate.card
    return MissedCard(card.prompt, right_words(card, candidate.language), given_in_words(first.response))
