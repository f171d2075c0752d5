"""Counts that the database makes better than we could: by day, by sitting, by bank."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quiz.store.candidates import DUE_IN_USE, condition_of
from quiz.store.damage import reads
from quiz.store.fragments import OPEN_EXAMS
from quiz.store.log import first_id

if TYPE_CHECKING:
    from collections.abc import Sequence

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


class MemoryRow(NamedTuple):
    """What memory has of an answered card; ``stability`` in days, ``last_day`` that of its last answer."""

    bank: str
    stability: float
    last_day: date


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
    open_exams = {session for (session,) in store.db.execute(OPEN_EXAMS)}
    return [SessionRow(session, session not in open_exams) for session in _latest_sessions(store, limit)]


def _latest_sessions(store: Store, limit: int) -> list[str]:
    """Return the ids of the latest sittings, newest first, from the end of the log on.

    The id of a sitting is less than those of its answers. So no sitting that was not met yet comes
    before one whose own id is greater than that of the answer read last.
    """
    found: list[str] = []
    for event, session in store.db.execute(
        "SELECT id, session FROM reviews_kept WHERE +learner = ? ORDER BY id DESC", [store.learner]
    ):
        if len(found) >= limit and all(one > event for one in found[:limit]):
            break
        if session not in found:
            found = sorted([*found, session], reverse=True)
    return found[:limit]


def bank_rows(store: Store, scope: Scope, today: date) -> list[BankCounts]:
    """Return where the cards in use that are of ``scope`` stand, by bank key; banks without any too."""
    marks = ",".join("?" * len(scope.bank_ids))
    condition, values = condition_of(scope)
    rows = store.db.execute(
        f"""SELECT banks.key, banks.title, count(cards.id),
                   coalesce(sum(cards.id IS NOT NULL AND card_states.card_id IS NULL
                                AND aside.card_id IS NULL), 0),
                   coalesce(sum(card_states.state <> 'review'), 0),
                   coalesce(sum(card_states.state = 'review'), 0),
                   coalesce(sum(card_states.due_on <= ? AND aside.card_id IS NULL), 0)
            FROM banks
            LEFT JOIN questions ON questions.bank_id = banks.id
              AND NOT (questions.archived OR questions.draft) AND {condition}
            LEFT JOIN cards ON cards.question_id = questions.id AND NOT cards.archived
            LEFT JOIN card_states ON card_states.card_id = cards.id AND card_states.learner = ?
            LEFT JOIN aside ON aside.card_id = cards.id AND aside.learner = ?
            WHERE banks.id IN ({marks}) GROUP BY banks.id ORDER BY banks.key""",  # noqa: S608 - marks only
        [today.isoformat(), *values, store.learner, store.learner, *scope.bank_ids],
    )
    return [BankCounts(*row) for row in rows]


def memories_by_bank(store: Store, scope: Scope) -> list[MemoryRow]:
    """Return the memories of all answered cards that `candidates.memories` counts, each with its bank."""
    condition, values = condition_of(scope)
    rows = store.db.execute(
        f"""SELECT banks.key, card_states.stability, card_states.last_day
            FROM card_states JOIN cards ON cards.id = card_states.card_id
            JOIN questions ON questions.id = cards.question_id JOIN banks ON banks.id = questions.bank_id
            WHERE card_states.learner = ? AND {DUE_IN_USE} AND {condition}""",  # noqa: S608 - marks only
        [store.learner, *values],
    )
    return [_memory(*row) for row in rows]


@reads("card_states")
def _memory(bank: str, stability: float, last_day: str) -> MemoryRow:
    return MemoryRow(bank, stability, date.fromisoformat(last_day))
