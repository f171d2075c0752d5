"""The figures of ``quiz stats``, gathered from store and progress."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.cli.limits import limits_of
from quiz.progress import (
    Attempt,
    BankFigures,
    DayTotal,
    Overview,
    Retention,
    forecast,
    retention_by_bank,
    session_line,
    streak,
)
from quiz.store import candidates, figures, log
from quiz.study import backlog, pausing
from quiz.study.choosing import choose
from quiz.study.limits import done_today, room_of, within

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.progress.away import CatchingUp
    from quiz.store import Scope

RETENTION_DAYS = 30
SESSIONS = 10


def overview(desk: Desk, scope: Scope, *, latest: int | None = None) -> Overview:
    """Return how the learner stands; cards are those of ``scope``, answers are all of the learner's.

    ``latest``: of how many of the latest days with answers the points are reckoned; None: of all.
    """
    store, today = desk.store, desk.clock.now().study_day
    due = candidates.counts_by_day(store, scope)
    days = figures.day_counts(store)
    attempts = [Attempt(*row) for row in figures.attempts(store)]
    since = today - timedelta(days=RETENTION_DAYS - 1)
    by_bank = retention_by_bank(attempts, since, today)
    new_left = candidates.new_count(store, scope)
    return Overview(
        today=today,
        due_today=sum(number for day, number in due.items() if day <= today),
        overdue=sum(number for day, number in due.items() if day < today),
        overdue_since=min((day for day in due if day < today), default=None),
        due_tomorrow=due.get(today + timedelta(days=1), 0),
        new_left=new_left,
        new_today=_new_today(desk, scope, today, new_left),
        answers_today=sum(day.answers for day in days if day.day == today),
        apart_today=sum(day.apart for day in days if day.day == today),
        answers_total=sum(day.answers for day in days),
        apart_total=sum(day.apart for day in days),
        retention=Retention(*map(sum, zip(*by_bank.values(), strict=True))) if by_bank else Retention(0, 0),
        desired_retention=desk.settings.desired_retention,
        streak=streak((day.day for day in days), today, pausing.paused_days(store, today)),
        pause=pausing.current(store, today),
        catching_up=_catching_up(desk, today),
        forecast=forecast(due, today),
        banks=tuple(_bank(row._asdict(), by_bank) for row in figures.bank_rows(store, scope, today)),
        days=tuple(
            DayTotal(**row._asdict()) for row in figures.with_points(store, days[:latest]) if row.day < today
        ),
        sessions=tuple(
            session_line(row.session, log.session_reviews(store, row.session), over=row.over)
            for row in figures.session_rows(store, SESSIONS)
        ),
    )


def _catching_up(desk: Desk, today: date) -> CatchingUp | None:
    plan = backlog.in_force(desk.store, choose(desk.store, desk.loaded.banks), today)
    return None if plan is None else plan.standing(desk.store, today)


def _new_today(desk: Desk, scope: Scope, today: date, new_left: int) -> int:
    """Return how many of the new cards the day's limits still allow."""
    store, limits = desk.store, limits_of(desk)
    rest = room_of(store, today, limits, done_today(store, today)).new
    if not limits.budgets:
        return min(new_left, rest.number)
    keys = {bank.id: bank.key for bank in desk.loaded.banks}
    one_by_one = ((bank_id, scope._replace(bank_ids=(bank_id,))) for bank_id in scope.bank_ids)
    return within(rest, {keys[bank_id]: candidates.new_count(store, one) for bank_id, one in one_by_one})


def _bank(row: dict[str, int | str], by_bank: Mapping[str, Retention]) -> BankFigures:
    key = str(row.pop("key"))
    return BankFigures(bank=key, retention=by_bank.get(key, Retention(0, 0)), **row)  # type: ignore[arg-type]
