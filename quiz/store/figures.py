"""Counts that the database makes better than we could: by day, by sitting, by bank."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quiz.store.damage import reads
from quiz.store.log import first_id, names_now

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.store.candidates import Scope
    from quiz.store.opening import Store


class DayCounts(NamedTuple):
    """The answers of one study day that stand; ``apart``: those of them in exams or cram."""

    day: date
    answers: int
    apart: int
    answering_ms: int


class DayRow(NamedTuple):
    """The answers of one study day that stand; ``apart``: those of them in exams or cram.

    ``counted`` are the others that were the first to a card in their sitting, ``points`` the
    sum of the scores of these.
    """

    day: date
    answers: int
    apart: int
    counted: int
    points: float
    answering_ms: int


class SessionRow(NamedTuple):
    """A sitting with answers that stand; ``over`` is False for an exam that has not ended."""

    session: str
    over: bool


class AttemptRow(NamedTuple):
    """A study answer that stands, as true retention needs it; ``card`` is the card's present key."""

    card: str
    day: date
    rating: int
    interval_days: int


class BankCounts(NamedTuple):
    """How many cards of a bank stand where; ``due`` counts answered cards due by the day asked for.

    Cards that are set aside are neither new nor due, as they are not asked.
    """

    key: str
    title: str
    cards: int
    new: int
    learning: int
    review: int
    due: int


_day = reads("reviews")(date.fromisoformat)


def day_counts(store: Store, since: date = date.min) -> list[DayCounts]:
    """Return the days with answers from ``since`` on, newest first; cheap, as it is one walk over the log."""
    rows = store.db.execute(
        """SELECT study_day, count(*), sum(mode <> 'study'), sum(duration_ms) FROM reviews_kept
           WHERE id > ? AND +learner = ? AND study_day >= ?
           GROUP BY study_day ORDER BY study_day DESC""",
        [first_id(since), store.learner, since.isoformat()],
    )
    return [DayCounts(_day(day), *rest) for day, *rest in rows]


def day_totals(store: Store, since: date = date.min) -> list[DayRow]:
    """Return the days with answers from ``since`` on, newest first."""
    return with_points(store, day_counts(store, since))


def with_points(store: Store, days: Sequence[DayCounts]) -> list[DayRow]:
    """Return these days, which come newest first, with what is counted in them.

    To find the first answer to each card of a sitting all answers since the last of the days are
    sorted, which over a long log takes three times as long as ``day_counts``.
    """
    if not days:
        return []
    rows = store.db.execute(
        """SELECT study_day, count(*), sum(score)
           FROM (SELECT study_day, score, min(id) FROM reviews_kept
                 WHERE id > ? AND +learner = ? AND mode = 'study' GROUP BY session, card)
           GROUP BY study_day""",
        [first_id(days[-1].day), store.learner],
    )
    counted = {_day(day): (number, points) for day, number, points in rows}
    return [
        DayRow(one.day, one.answers, one.apart, *counted.get(one.day, (0, 0.0)), one.answering_ms)
        for one in days
    ]


def session_rows(store: Store, limit: int) -> list[SessionRow]:
    """Return the latest sittings, newest first. Ids of sittings rise with time."""
    rows = store.db.execute(
        """SELECT session, NOT EXISTS (SELECT 1 FROM sittings WHERE sittings.id = session
                                       AND sittings.mode = 'exam' AND sittings.ended_at IS NULL)
           FROM (SELECT DISTINCT session FROM reviews_kept WHERE learner = ?
                 ORDER BY session DESC LIMIT ?)""",
        [store.learner, limit],
    )
    return [SessionRow(session, bool(over)) for session, over in rows]


def attempts(store: Store) -> Iterator[AttemptRow]:
    """Yield the learner's study answers that stand, oldest first."""
    now_of = names_now(store)
    days: dict[str, date] = {}
    rows = store.db.execute(
        """SELECT id, card, study_day, rating, interval_days FROM reviews_kept
           WHERE learner = ? AND mode = 'study' ORDER BY id""",
        [store.learner],
    )
    for event, card, day, rating, interval_days in rows:
        if day not in days:
            days[day] = _day(day)
        yield AttemptRow(now_of(card, event), days[day], rating, interval_days)


def bank_rows(store: Store, scope: Scope, today: date) -> list[BankCounts]:
    """Return where the cards in use of the banks of ``scope`` stand, by bank key; empty banks too."""
    marks = ",".join("?" * len(scope.bank_ids))
    rows = store.db.execute(
        f"""SELECT banks.key, banks.title, count(cards.id),
                   coalesce(sum(cards.id IS NOT NULL AND card_states.card_id IS NULL
                                AND aside.card_id IS NULL), 0),
                   coalesce(sum(card_states.state <> 'review'), 0),
                   coalesce(sum(card_states.state = 'review'), 0),
                   coalesce(sum(card_states.due_on <= ? AND aside.card_id IS NULL), 0)
            FROM banks
            LEFT JOIN questions ON questions.bank_id = banks.id
              AND NOT (questions.archived OR questions.draft)
            LEFT JOIN cards ON cards.question_id = questions.id AND NOT cards.archived
            LEFT JOIN card_states ON card_states.card_id = cards.id AND card_states.learner = ?
            LEFT JOIN aside ON aside.card_id = cards.id AND aside.learner = ?
            WHERE banks.id IN ({marks}) GROUP BY banks.id ORDER BY banks.key""",  # noqa: S608 - marks only
        [today.isoformat(), store.learner, store.learner, *scope.bank_ids],
    )
    return [BankCounts(*row) for row in rows]
