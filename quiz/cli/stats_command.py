"""``quiz stats``: how a learner stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.overview import overview
from quiz.progress import overview_json
from quiz.study.choosing import choose

if TYPE_CHECKING:
    from quiz.settings import Settings


LATEST_DAYS = 60
"""The page tells of the latest days alone, JSON of all."""


@click.command("stats")
@click.argument("words", nargs=-1, metavar="[BANK_OR_TAG]...")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(*, settings: Settings, words: tuple[str, ...], as_json: bool) -> None:
    """Show what is due, true retention, streak, forecast, banks and scores."""
    with desk(settings) as opened:
        show_faults(opened.loaded)
        scope = choose(opened.store, opened.loaded.banks, words)
        figures = overview(opened, scope, latest=None if as_json else LATEST_DAYS)
    if as_json:
        click.echo(json.dumps(overview_json(figures), indent=2))
        return
    from quiz.ui.figures import draw_overview  # noqa: PLC0415 - rich is not needed for JSON
    from quiz.ui.render import console  # noqa: PLC0415 - likewise

    draw_overview(console(), figures)
