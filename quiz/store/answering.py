"""How the learner has been answering: ratings and times, counted by the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.review import Rating
from quiz.store.damage import reads
from quiz.store.durations import LATEST, LATEST_ANSWERS

if TYPE_CHECKING:
    from quiz.store.opening import Store

NEW, REPEAT, LATER = "new", "repeat", "later"
"""The first answer ever to a card; another on the same study day; any other."""


class AnsweringRow(NamedTuple):
    """How many answers of a turn (NEW, REPEAT, LATER) had a rating, and how long they took together."""

    turn: str
    rating: Rating
    number: int
    milliseconds: int


def answering(store: Store, latest: int = LATEST) -> list[AnsweringRow]:
    """Return the learner's latest study answers that stand, by turn and rating; none gives no rows.

    A card counts under the name that it had then: the first answer after a rename is one to a new card.
    """
    before = """SELECT 1 FROM reviews_kept AS earlier
                WHERE earlier.learner = latest.learner AND earlier.card = latest.card
                  AND earlier.id < latest.id AND earlier.mode = 'study'"""
    rows = store.db.execute(
        f"""WITH latest AS ({LATEST_ANSWERS})
            SELECT CASE WHEN NOT EXISTS ({before}) THEN 'new'
                        WHEN EXISTS ({before} AND earlier.study_day = latest.study_day) THEN 'repeat'
                        ELSE 'later' END AS turn,
                   rating, count(*), sum(took_ms)
            FROM latest GROUP BY turn, rating ORDER BY turn, rating""",  # noqa: S608 - constants of this room
        [store.learner, latest],
    )
    return [_row(*row) for row in rows]


@reads("reviews")
def _row(turn: str, rating: int, number: int, milliseconds: int) -> AnsweringRow:
    return AnsweringRow(turn, Rating(rating), number, milliseconds)
