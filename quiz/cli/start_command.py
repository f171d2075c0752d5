"""``quiz start``: one sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.aiming import minutes_by_plan, tell_end, tell_standing
from quiz.cli.coming_back import Return
from quiz.cli.common import choosing_options, desk, settings_options, show_faults
from quiz.cli.limits import limits_of
from quiz.cli.retention import tell_unknown_retention
from quiz.cli.signals import Signals
from quiz.cli.sitting import interruptions
from quiz.cli.starting import Starter, Wish
from quiz.errors import NotTogether
from quiz.review import Mode
from quiz.settings import LIMIT
from quiz.store import sitting_lock
from quiz.study.backlog import MOST_DAYS
from quiz.study.choosing import choose
from quiz.ui.choose import open_screen

if TYPE_CHECKING:
    from quiz.settings import Settings
    from quiz.store import Scope

MOST_MINUTES = 24 * 60


@click.command("start")
@choosing_options
@click.option(
    "--new", type=click.IntRange(0, LIMIT), metavar="N", help="New cards a day at most [default: 20]."
)
@click.option(
    "--limit", type=click.IntRange(1, LIMIT), metavar="N", help="Ask at most N cards in this sitting."
)
@click.option(
    "--minutes", type=click.IntRange(1, MOST_MINUTES), metavar="N", help="End after the card in hand then."
)
@click.option("--look", is_flag=True, help="Show new questions with their paragraph before they count.")
@click.option("--read", is_flag=True, help="Show each paragraph of the text, then ask what stands on it.")
@click.option("--cram", is_flag=True, help="Ask everything chosen, due or not; memory is left alone.")
@click.option("--confidence/--no-confidence", default=None, help="Ask how sure you are before each verdict.")
@click.option(
    "--catch-up",
    type=click.IntRange(0, MOST_DAYS),
    metavar="DAYS",
    help="Clear what is overdue in so many days, new cards paused; 0 ends that.",
)
@click.option("--fresh", is_flag=True, help="Begin anew, whatever was left today.")
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
    minutes: int | None,
    look: bool,
    read: bool,
    cram: bool,
    confidence: bool | None,
    catch_up: int | None,
    fresh: bool,
    seed: int | None,
    plain: bool,
) -> None:
    """Ask what is due, then what is new.

    BANK_OR_TAG narrows it to banks (by name) or to questions with a tag. A sitting that was
    left is offered again on the same day.
    """
    if cram and catch_up is not None:
        raise NotTogether("--cram", "--catch-up")
    signals = Signals()
    with desk(settings) as opened, sitting_lock(settings.db), signals.caught():
        show_faults(opened.loaded)
        tell_unknown_retention(opened.store, settings)
        scope = choose(opened.store, opened.loaded.banks, words, tags=tags, kinds=kinds)
        screen = open_screen(plain=plain)
        back = None if cram else Return(opened, screen)
        if back is not None:
            tell_end(opened, screen)
        if back is not None and not _comes_back(back, scope, catch_up):
            return
        limits = limits_of(opened, new=new, total=limit, scope=scope, by_goal=not cram)
        if back is not None:
            with interruptions():
                tell_standing(opened, screen, limits)
                minutes = minutes_by_plan(opened, screen, limits) if minutes is None else minutes
        if minutes == 0:
            return
        wish = Wish(
            scope,
            limits,
            mode=Mode.CRAM if cram else Mode.STUDY,
            seed=seed,
            look=look,
            read=read,
            fresh=fresh or catch_up is not None,
            minutes=minutes,
            confidence=settings.confidence if confidence is None else confidence,
        )
        Starter(opened, screen, signals, wish).run()
        if back is not None:
            back.settle()


def _comes_back(back: Return, scope: Scope, catch_up: int | None) -> bool:
    """Say what there is to say before anything is asked; whether something is to be."""
    with interruptions():
        if not back.goes_on():
            return False
        back.welcome(scope, catch_up)
        return True
