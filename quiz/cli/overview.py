"""The figures of ``quiz stats``, gathered from store and progress."""

from __future__ import annotations

from datetime import timedelta
from itertools import starmap
from typing import TYPE_CHECKING

from quiz.cli.aiming import plan_now
from quiz.cli.limits import new_today
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
from quiz.progress.calendar import calendar
from quiz.progress.report import Known, together
from quiz.store import candidates, figures, log
from quiz.store.recent import attempts_since
from quiz.study import backlog, pausing
from quiz.study.choosing import choose
from quiz.study.knowing import known_by_bank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.progress import SessionLine
    from quiz.progress.away import CatchingUp
    from quiz.store import Scope, Store

RETENTION_DAYS = 30
SESSIONS = 10


def overview(desk: Desk, scope: Scope, *, latest: int | None = None) -> Overview:
    """Return how the learner stands; cards are those of ``scope``, answers are all of the learner's.

    ``latest``: of how many of the latest days with answers (at least one) the points are reckoned;
    None: of all.
    """
    store, today = desk.store, desk.clock.now().study_day
    due = candidates.counts_by_day(store, scope)
    days, shown = figures.day_counts(store), None if latest is None else max(latest, 1)
    counted = [DayTotal(**row._asdict()) for row in figures.with_points(store, days[:shown])]
    since = today - timedelta(days=RETENTION_DAYS - 1)
    by_bank = retention_by_bank(starmap(Attempt, attempts_since(store, since)), since, today)
    new_left = candidates.new_count(store, scope)
    banks = tuple(_banks(desk, scope, today, by_bank))
    return Overview(
        today=today,
        due_today=sum(number for day, number in due.items() if day <= today),
        overdue=sum(number for day, number in due.items() if day < today),
        overdue_since=min((day for day in due if day < today), default=None),
        due_tomorrow=due.get(today + timedelta(days=1), 0),
        new_left=new_left,
        new_today=new_today(desk, scope, today, new_left),
        answers_today=sum(day.answers for day in days if day.day == today),
        apart_today=sum(day.apart for day in days if day.day == today),
        done_today=next((day for day in counted if day.day == today), _nothing(today)),
        answers_total=sum(day.answers for day in days),
        apart_total=sum(day.apart for day in days),
        known=together(bank.known for bank in banks),
        calendar=calendar({day.day: day.answers for day in days}, today),
        retention=Retention(*map(sum, zip(*by_bank.values(), strict=True))) if by_bank else Retention(0, 0),
        desired_retention=desk.settings.desired_retention,
        streak=streak((day.day for day in days), today, pausing.paused_days(store, today)),
        pause=pausing.current(store, today),
        catching_up=_catching_up(desk, today),
        plan=plan_now(desk),
        forecast=forecast(due, today),
        banks=banks,
        days=tuple(day for day in counted if day.day < today),
        sessions=tuple(_sessions(store)),
    )


def _catching_up(desk: Desk, today: date) -> CatchingUp | None:
    plan = backlog.in_force(desk.store, choose(desk.store, desk.loaded.banks), today)
    return None if plan is None else plan.standing(desk.store, today)


def _sessions(store: Store) -> Iterator[SessionLine]:
    """Yield the latest sittings; one whose id does not fit its answers, from elsewhere, is passed over."""
    for row in figures.session_rows(store, SESSIONS):
        reviews = log.session_reviews(store, row.session)
        if reviews:
            yield session_line(row.session, reviews, over=row.over)


def _nothing(day: date) -> DayTotal:
    return DayTotal(day=day, answers=0, apart=0, counted=0, points=0.0, answering_ms=0)


def _banks(desk: Desk, scope: Scope, today: date, by_bank: Mapping[str, Retention]) -> Iterator[BankFigures]:
    """Yield the banks of the scope; where it is of tags or kinds, those that have such cards."""
    known = known_by_bank(desk.store, scope, today)
    for row in figures.bank_rows(desk.store, scope, today):
        if row.cards or not (scope.tags or scope.kinds):
            answered, expected = known.get(row.key, (0, 0.0))
            bank = {name: value for name, value in row._asdict().items() if name != "key"}
            yield BankFigures(
                bank=row.key,
                retention=by_bank.get(row.key, Retention(0, 0)),
                known=Known(answered + row.new, answered, expected),
                **bank,
            )
