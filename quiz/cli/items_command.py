"""``quiz items``: whether the questions are good."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from quiz.cli.aside import place_of
from quiz.cli.class_options import NotOfAClass, log_option, tell_class
from quiz.cli.common import choosing_options, desk, settings_options, show_faults
from quiz.cli.lines import say
from quiz.cli.questions_named import NoQuestion, question_meant
from quiz.errors import NothingChosen, UsageFault
from quiz.progress.item_list import Judged, items_csv, items_json, judged
from quiz.store import Scope
from quiz.study.choosing import choose
from quiz.study.items import looked_at
from quiz.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from quiz.cli.common import Desk
    from quiz.settings import Settings
    from quiz.ui.items import Page


class TwoForms(UsageFault):
    """More than one form of output was asked for."""

    def __init__(self) -> None:
        super().__init__("Give one of --json, --csv and --plain.")


@click.command("items")
@choosing_options
@log_option
@click.option("--all", "everything", is_flag=True, help="List all, also those never asked.")
@click.option("--all-learners", is_flag=True, help="Over the answers of all learners in this database.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@click.option("--csv", "as_csv", is_flag=True, help="As CSV, in columns that stay.")
@click.option("--plain", is_flag=True, help="In lines, without a table.")
@settings_options
def command(  # noqa: PLR0913 - one argument for each option
    *,
    settings: Settings,
    words: tuple[str, ...],
    tags: tuple[str, ...],
    kinds: tuple[str, ...],
    logs: tuple[str, ...],
    everything: bool,
    all_learners: bool,
    as_json: bool,
    as_csv: bool,
    plain: bool,
) -> None:
    """Show which questions may be at fault, by the answers to them, and what to do.

    The name of a question, as BANK/ID, shows that one in full. Nothing is said of a question
    with fewer than eight first answers, nor by answers from before it was changed. With --log:
    the classical table of a class, from what its learners exported.
    """
    if as_json + as_csv + plain > 1:
        raise TwoForms
    if logs:
        if tags or kinds or all_learners:
            raise NotOfAClass("--tag" if tags else "--kind" if kinds else "--all-learners")
        tell_class(settings, logs, words, as_json=as_json, as_csv=as_csv, plain=plain, everything=everything)
        return
    with desk(settings) as opened:
        show_faults(opened.loaded)
        scope, names = _meant(opened, words, tags, kinds)
        found = judged(looked_at(opened.store, scope, all_learners=all_learners))
    if names is not None:
        found = tuple(one for one in found if one.item.name in names)
    _tell(found, as_json=as_json, as_csv=as_csv, plain=plain, everything=everything, full=names is not None)


def _meant(
    opened: Desk, words: tuple[str, ...], tags: tuple[str, ...], kinds: tuple[str, ...]
) -> tuple[Scope, Collection[str] | None]:
    """Return what is looked at, and the keys of the cards of the one question that is shown; None: all.

    One question is looked at among those of its bank, or there would be nothing to hold it against.
    """
    try:
        return choose(opened.store, opened.loaded.banks, words, tags=tags, kinds=kinds), None
    except NothingChosen:
        if len(words) != 1 or tags or kinds:
            raise
        try:
            named = question_meant(opened, words[0])
        except NoQuestion:
            if "/" in words[0] or "#" in words[0]:
                raise
        else:
            return Scope((named.bank.id,)), {row.card.key for row in named.cards}
        raise


def _tell(  # noqa: PLR0913 - one argument for each form
    found: tuple[Judged, ...], *, as_json: bool, as_csv: bool, plain: bool, everything: bool, full: bool
) -> None:
    from quiz.ui.item_words import sentences  # noqa: PLC0415 - CSV has no words

    if as_json:
        click.echo(json.dumps(items_json(found, sentences), indent=2))
    elif as_csv:
        click.echo(items_csv(found), nl=False)
    else:
        from quiz.ui.items import Page  # noqa: PLC0415 - JSON and CSV draw nothing

        _show(Page(found, place_of, everything or full), plain=plain, full=full)


def _show(page: Page, *, plain: bool, full: bool) -> None:
    from quiz.ui.items import draw_item, draw_items, full_lines, item_lines  # noqa: PLC0415 - as above

    if plain:
        lines: Iterator[str] = full_lines(page) if full else item_lines(page)
        for line in lines:
            say(clean(line))
        return
    from quiz.ui.render import console  # noqa: PLC0415 - lines need no rich

    (draw_item if full else draw_items)(console(), page)
