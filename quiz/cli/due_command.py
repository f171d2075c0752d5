"""``quiz due``: what is due, in one line. See ``due_quick`` for how it is answered mostly."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from quiz.cli.common import Desk, current_folder, settings_options
from quiz.cli.due import MOST_DAYS, due_of, exit_code, places_of, told
from quiz.cli.limits import new_today
from quiz.errors import NoBanks
from quiz.store import candidates, catalogue
from quiz.store.glance import Seen, banks_at
from quiz.store.reading import open_to_read
from quiz.study import pausing
from quiz.study.choosing import choose
from quiz.study.loading import Loaded

if TYPE_CHECKING:
    from datetime import date

    from quiz.settings import Settings
    from quiz.store import Store


@click.command("due")
@click.option(
    "--days",
    type=click.IntRange(1, MOST_DAYS),
    metavar="N",
    help="How many cards fall due on each of N days: a line with day and number for each.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@click.option("--exit-code", "by_code", is_flag=True, help="Exit with 1 when there is nothing to ask today.")
@settings_options
def command(*, settings: Settings, days: int | None, as_json: bool, by_code: bool) -> int:
    """Say in one line what is due: for shell prompts, cron and status bars.

    Counts what `quiz stats` counts here: the cards due today, and the new ones that the day still
    allows. Only the database is read, not the banks: an edit counts from the next command that
    loads it. Where nothing was loaded from here, all banks in the database count.

    With --exit-code, `quiz due --exit-code && notify-send Quiz` speaks up only when there is
    something: 0 says so, 1 nothing or a pause, 2 and more that it could not be told.
    """
    today = settings.clock().now().study_day
    due = due_of(seen(settings, today, days or 1), today, days or 1)
    for line in told(due, days=days is not None, as_json=as_json):
        click.echo(line)
    return exit_code(due) if by_code else 0


def seen(settings: Settings, today: date, days: int) -> Seen:
    """Return what is due, by the same ways as `quiz stats`."""
    banks = [path if path.is_absolute() else current_folder() / path for path in settings.banks]
    for path in banks:
        if not path.exists():
            raise NoBanks(str(path))
    places = places_of([*map(str, banks)], str(settings.data), lambda: str(current_folder()))
    if not os.path.lexists(settings.db):
        return Seen({}, 0, None, None)
    clock = settings.clock()
    now_ms = int(clock.now().at.timestamp() * 1000)
    with open_to_read(settings.db, learner=settings.learner, now_ms=now_ms, today=today) as store:
        ids = banks_at(store.db.conn, places)
        counted = tuple(bank for bank in catalogue.banks(store) if bank.id in ids)
        return _counted(Desk(settings, clock, store, [], Loaded(banks=counted)), today, days)


def _counted(desk: Desk, today: date, days: int) -> Seen:
    store, scope = desk.store, choose(desk.store, desk.loaded.banks)
    due = candidates.counts_by_day(store, scope, today + timedelta(days=days - 1))
    after = candidates.next_due_on(store, scope, today)
    return Seen(
        {day.isoformat(): number for day, number in due.items()},
        new_today(desk, scope, today, candidates.new_count(store, scope)),
        None if after is None else after.isoformat(),
        _pause(store, today),
    )


def _pause(store: Store, today: date) -> str | None:
    pause = pausing.current(store, today)
    return pause and ("" if pause.until is None else pause.until.isoformat())
