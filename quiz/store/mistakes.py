"""What was answered wrongly, out of the log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from quiz.store.content import response_from
from quiz.store.damage import reads
from quiz.store.log import steps

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.review import Response
    from quiz.store.opening import Store


def wrong_answers(store: Store, cards: Collection[str]) -> dict[str, list[Response]]:
    """Return the learner's study answers to these cards (present keys) that were not right, the latest first.

    Answers that were taken back are left out, as are cards without any.
    """
    found: dict[str, list[Response]] = {}
    if not cards:
        return found
    card_of = {step.id: step.card for step in steps(store, *cards)}
    rows = store.db.execute(
        """SELECT reviews.id, response FROM json_each(?) AS wanted CROSS JOIN reviews
           ON reviews.id = wanted.value WHERE verdict IN ('wrong', 'partly') ORDER BY reviews.id DESC""",
        [json.dumps([*card_of])],
    )
    for event, response in rows:
        found.setdefault(card_of[event], []).append(_response(response))
    return found


_response = reads("reviews")(response_from)
