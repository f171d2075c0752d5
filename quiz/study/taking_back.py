"""An answer that does not count any more: an event of its own, and the state that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.review import Undo
from quiz.store import catalogue, log, states
from quiz.study.replay import card_state

if TYPE_CHECKING:
    from quiz.clock import Clock
    from quiz.review import Review
    from quiz.store import Store


def take_back(store: Store, clock: Clock, review: Review, session: str) -> None:
    """Write that the event ``review`` does not count.

    The state of its card, whatever the card is called now, becomes what the log without the
    event gives. Raises ``NotSaved``.
    """
    now = clock.now()
    with log.saving(store):
        undo = Undo(
            id=log.next_event_id(store, now.at),
            device=store.device,
            learner=store.learner,
            review=review.id,
            undone_at=now.at,
            utc_offset_minutes=now.utc_offset_minutes,
            study_day=now.study_day,
            session=session,
        )
        card = log.present_name(store, review)
        card_id = catalogue.card_row_id(store, card)
        log.add_undo(store, undo)
        if card_id is not None:
            states.write_state(store, card_id, card_state(store, card))
