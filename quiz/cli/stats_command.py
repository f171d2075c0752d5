"""``quiz stats``: how a learner stands."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from quiz.cli.common import choosing_options, desk, settings_options, show_faults
from quiz.cli.overview import overview
from quiz.cli.selecting import Asked, scope_of, selection
from quiz.errors import UsageFault
from quiz.progress import overview_json

if TYPE_CHECKING:
    from datetime import datetime

    from quiz.cli.common import Desk
    from quiz.progress import Overview
    from quiz.settings import Settings


LATEST_DAYS = 60
"""The page tells of the latest days alone, JSON of all."""


class OneForm(UsageFault):
    """Two ways to write the same figures were asked for."""

    def __init__(self) -> None:
        super().__init__("Give one of --json, --csv and --plain.")


class CardAlone(UsageFault):
    """A card was named beside a selection."""

    def __init__(self) -> None:
        super().__init__("--card shows one card: give nothing to choose from beside it, and no --csv.")


@click.command("stats")
@choosing_options
@click.option("--bank", "bank_words", multiple=True, metavar="BANK", help="Only of this bank; repeatable.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Only answers from this study day on."
)
@click.option("--card", metavar="CARD", help="One question, each answer in a line; as `quiz why` names it.")
@click.option("--all", "everything", is_flag=True, help="Name all banks, however many there are.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@click.option("--csv", "as_csv", is_flag=True, help="A table to be added up: by day, bank and kind.")
@click.option("--plain", is_flag=True, help="In lines, without plots and tables: for screen readers.")
@settings_options
def command(  # noqa: PLR0913 - one argument for each option
    *,
    settings: Settings,
    words: tuple[str, ...],
    tags: tuple[str, ...],
    kinds: tuple[str, ...],
    bank_words: tuple[str, ...],
    since: datetime | None,
    card: str | None,
    everything: bool,
    as_json: bool,
    as_csv: bool,
    plain: bool,
) -> None:
    """Show how you stand; of banks, tags, kinds or since a day: in more detail.

    A day counts for the row of days with its first answer; pauses do not break it. Recalled is
    of cards that came back after days; behind it stands where the true share lies, 95 times in
    100. Known now is the sum of all chances of recall; cards set aside are left out.
    """
    if as_json + as_csv + plain > 1:
        raise OneForm
    asked = Asked(words, bank_words, tags, kinds, since and since.date())
    if card is not None and (any(asked) or as_csv):
        raise CardAlone
    with desk(settings) as opened:
        show_faults(opened.loaded)
        if card is not None:
            _tell_card(opened, card, as_json=as_json)
        elif as_csv:
            _write_table(opened, asked)
        else:
            figures = _figures(opened, asked, latest=None if as_json else LATEST_DAYS)
            if as_json:
                click.echo(json.dumps(overview_json(figures), indent=2))
            else:
                _draw(figures, plain=plain, everything=everything)


def _figures(opened: Desk, asked: Asked, *, latest: int | None) -> Overview:
    scope = scope_of(opened, asked)
    found = overview(opened, scope, latest=latest)
    if not any(asked):
        return found
    return replace(found, selection=selection(opened, scope, asked, found.answers_total))


def _draw(figures: Overview, *, plain: bool, everything: bool) -> None:
    from quiz.ui.front import draw_front  # noqa: PLC0415 - rich is not needed for JSON
    from quiz.ui.render import console  # noqa: PLC0415 - likewise

    if figures.selection is None:
        draw_front(console(), figures, plain=plain, everything=everything)
        return
    from quiz.ui.selection import draw_selection  # noqa: PLC0415 - the front page needs none

    draw_selection(console(), figures, figures.selection, plain=plain)


def _write_table(opened: Desk, asked: Asked) -> None:
    import csv  # noqa: PLC0415 - only a table needs it
    import sys  # noqa: PLC0415 - likewise

    from quiz.cli.selecting import answers_of  # noqa: PLC0415 - likewise
    from quiz.progress.daily import DailyRow, daily  # noqa: PLC0415 - likewise

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(DailyRow._fields)
    writer.writerows(daily(answers_of(opened, scope_of(opened, asked), asked)))


def _tell_card(opened: Desk, word: str, *, as_json: bool) -> None:
    from quiz.cli.card_page import answers_of, card_json, card_lives  # noqa: PLC0415 - only a card needs it

    found = card_lives(opened, word)
    if as_json:
        click.echo(json.dumps(card_json(found), indent=2))
        return
    from quiz.ui.card_lines import card_lines  # noqa: PLC0415 - JSON needs no words
    from quiz.ui.render import console, draw_lines  # noqa: PLC0415 - likewise

    screen = console()
    for number, life in enumerate(found):
        if number:
            screen.print()
        for line in card_lines(life, answers_of(life)):
            draw_lines(screen, line)
