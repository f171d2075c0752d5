"""``quiz start``: one sitting."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import click

from quiz.cli.common import choosing_options, desk, settings_options, show_problems
from quiz.cli.signals import Signals
from quiz.cli.sitting import Host
from quiz.settings import LIMIT
from quiz.store import candidates, sitting_lock
from quiz.study import queue
from quiz.study.choosing import choose
from quiz.study.queue import Limits
from quiz.study.session import Sitting
from quiz.ui.choose import open_screen
from quiz.ui.words import count, in_days, on_day

if TYPE_CHECKING:
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.settings import Settings
    from quiz.store import Candidate, Scope
    from quiz.ui.screen import Screen

AHEAD = 10
"""How many cards are offered at a time when nothing is due."""


@click.command("start")
@choosing_options
@click.option(
    "--new", type=click.IntRange(0, LIMIT), metavar="N", help="New cards a day at most [default: 20]."
)
@click.option(
    "--limit", type=click.IntRange(1, LIMIT), metavar="N", help="Ask at most N cards in this sitting."
)
@click.option("--seed", type=int, metavar="N", help="Show options in the order that belongs to N.")
@click.option("--plain", is_flag=True, help="Line by line, for pipes and screen readers.")
@settings_options
def command(  # noqa: PLR0913 - one argument for each option
    *,
    settings: Settings,
    words: tuple[str, ...],
    tags: tuple[str, ...],
    kinds: tuple[str, ...],
    new: int | None,
    limit: int | None,
    seed: int | None,
    plain: bool,
) -> None:
    """Ask what is due, then what is new.

    BANK_OR_TAG narrows it to banks (by name) or to questions with a tag.
    """
    limits = Limits(settings.new_per_day if new is None else new, settings.reviews_per_day, limit)
    signals = Signals()
    with desk(settings) as opened, sitting_lock(settings.db), signals.caught():
        show_problems(opened.loaded.problems)
        scope = choose(opened.store, opened.loaded.banks, words, tags=tags, kinds=kinds)
        screen = open_screen(plain=plain)
        cards = queue.build(opened.store, scope, opened.clock.now().study_day, limits)
        cards = cards or _ahead(opened, scope, screen, limits)
        if cards:
            chosen_seed = secrets.token_hex(8) if seed is None else str(seed)
            sitting = Sitting(
                opened.store,
                opened.clock,
                cards,
                desired_retention=settings.desired_retention,
                seed=chosen_seed,
            )

            def left() -> int:
                """Count what today still holds, also what ``--limit`` kept out of this sitting."""
                today = opened.clock.now().study_day
                return len(queue.build(opened.store, scope, today, limits._replace(total=None)))

            Host(opened, sitting, screen, signals, left).run()


def _ahead(opened: Desk, scope: Scope, screen: Screen, limits: Limits) -> list[Candidate]:
    """Say that nothing is due and when something will be; offer to go ahead."""
    today = opened.clock.now().study_day
    cards = queue.ahead(opened.store, scope, today, limits.total or AHEAD)
    screen.say(_nothing_due(opened, scope, today, new_left=candidates.new_count(opened.store, scope)))
    if cards and screen.confirm(f"Go ahead with {count(len(cards), 'card')} now?", default=False):
        return cards
    return []


def _nothing_due(opened: Desk, scope: Scope, today: date, *, new_left: int) -> str:
    due_on = candidates.next_due_on(opened.store, scope, today)
    parts = ["Nothing is due now."]
    by_day = candidates.counts_by_day(opened.store, scope)
    over = sum(number for day, number in by_day.items() if day <= today)
    if over:
        parts = [f"Today's limits are reached; {count(over, 'card')} due, kept for other days."]
    if due_on is not None:
        number = by_day[due_on]
        parts.append(f"Next: {count(number, 'card')} {_when(due_on, today)}.")
    if new_left:
        parts.append(f"{count(new_left, 'new card')} left for other days.")
    if due_on is None and not new_left and not over:
        faults = (*opened.loaded.problems, *opened.loaded.known_problems)
        parts = ["There are no cards to ask here; `quiz list` shows the banks."]
        parts += ["Faults keep questions back; `quiz load` names them."] if faults else []
    return " ".join(parts)


def _when(day: date, today: date) -> str:
    words = on_day(day, today)
    return words if words in (in_days(0), in_days(1)) else f"on {words}"
