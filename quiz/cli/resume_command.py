"""``quiz resume``: the end of a pause, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.coming_back import Return
from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.sitting import interruptions
from quiz.study import pausing
from quiz.study.choosing import choose
from quiz.ui.backlog import resumed_words
from quiz.ui.choose import open_screen

if TYPE_CHECKING:
    from quiz.settings import Settings


@click.command("resume")
@click.option("--plain", is_flag=True, help="Line by line, for pipes and screen readers.")
@settings_options
def command(*, settings: Settings, plain: bool) -> None:
    """End a pause, and offer to clear what is overdue in some days.

    `quiz start` then asks what is due.
    """
    with desk(settings) as opened:
        show_faults(opened.loaded)
        now = opened.clock.now()
        pause = pausing.end(opened.store, now)
        screen = open_screen(plain=plain)
        with interruptions():
            screen.say(resumed_words(pause, now.study_day))
            Return(opened, screen).welcome(choose(opened.store, opened.loaded.banks), None)
