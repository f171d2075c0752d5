"""``quiz pause``: a time without study, and what it costs."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.lines import say
from quiz.cli.put_off import what_a_pause_takes
from quiz.errors import NotTogether
from quiz.study import pausing
from quiz.study.choosing import choose
from quiz.ui.backlog import cost_lines, helped_lines, paused_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from quiz.progress.away import Away, Cost, Helped
    from quiz.settings import Settings

SUPPOSED_DAYS = (7, 14, 30)
"""A pause without an end is reckoned as if it lasted so long."""

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("pause")
@click.option("--until", type=DAY, metavar="DATE", help="The day on which you study again, as 2027-03-01.")
@click.option("--days", type=int, metavar="N", help="So many study days from today on.")
@click.option("--dry-run", is_flag=True, help="Say what it would cost, and do not pause.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(
    *, settings: Settings, until: datetime | None, days: int | None, dry_run: bool, as_json: bool
) -> None:
    """Say that you are away, and what that will cost.

    Nothing is shifted: no due day and no memory. Until then `quiz start` asks first, and a row
    of study days is not broken. Without an end the pause lasts until `quiz resume`.
    """
    if until is not None and days is not None:
        raise NotTogether("--until", "--days")
    with desk(settings) as opened:
        show_faults(opened.loaded)
        now = opened.clock.now()
        today = now.study_day
        back = pausing.checked(_back(today, until, days), today)
        scope = choose(opened.store, opened.loaded.banks)
        lengths = SUPPOSED_DAYS if back is None else ((back - today).days,)
        costs = pausing.costs(opened.store, scope, today, lengths)
        takes = (*what_a_pause_takes(opened, back),)
        before = pausing.current(opened.store, today)
        pause = before if dry_run else pausing.begin(opened.store, back, now)
    if as_json:
        click.echo(json.dumps(_values(pause, costs, today), indent=2))
    else:
        _tell(pause, before, costs, takes, today, dry_run=dry_run)


def _back(today: date, until: datetime | None, days: int | None) -> date | None:
    """Return the study day of coming back; None without any. Days beyond a year are a year and a day."""
    if days is not None:
        return today + timedelta(days=max(min(days, pausing.MOST_DAYS + 1), -pausing.MOST_DAYS))
    return None if until is None else until.date()


def _tell(  # noqa: PLR0913 - what is begun, what was there, and what it costs
    pause: Away | None,
    before: Away | None,
    costs: Sequence[Cost],
    takes: Sequence[str],
    today: date,
    *,
    dry_run: bool,
) -> None:
    if before is not None and not dry_run:
        say(f"There was a pause already: {paused_words(before, today)}. This one takes its place.")
    if pause is not None and not dry_run:
        say(f"{paused_words(pause, today)}. Nothing is shifted; `quiz resume` ends it.")
    for cost in costs:
        for line in cost_lines(cost, today):
            say(line)
    for line in takes:
        say(line)
    for line in helped_lines(costs[-1]):
        say(line)


def _values(pause: Away | None, costs: Sequence[Cost], today: date) -> dict[str, object]:
    until = None if pause is None or pause.until is None else pause.until.isoformat()
    held = None if pause is None else {"since": pause.since.isoformat(), "until": until}
    return {"layout": 1, "pause": held, "costs": [_cost(cost, today) for cost in costs]}


def _cost(cost: Cost, today: date) -> dict[str, object]:
    return {
        "days": cost.days,
        "until": (today + timedelta(days=cost.days)).isoformat(),
        "overdue": cost.overdue,
        "falls_due": cost.falls_due,
        "learnt": cost.learnt,
        "known_now": round(cost.known_now, 6),
        "known_then": round(cost.known_then, 6),
        "catch_up_seconds": round(cost.seconds, 3),
        "helped": [_helped(card) for card in cost.helped],
    }


def _helped(card: Helped) -> dict[str, object]:
    return {
        "card": card.key,
        "prompt": card.prompt,
        "recall_then": round(card.then, 6),
        "recall_then_if_seen": round(card.seen, 6),
        "seconds": round(card.seconds, 3),
    }
