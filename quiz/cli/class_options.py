"""``quiz items --log``: the answers of a class, from logs that were exported or from anybody's table."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quiz.cli.aside import place_of
from quiz.cli.common import current_folder
from quiz.cli.lines import say
from quiz.errors import NoBanks, UsageFault
from quiz.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.progress.class_list import ClassTable
    from quiz.settings import Settings


class NotOfAClass(UsageFault):
    """An option was given that logs of a class know nothing of."""

    def __init__(self, option: str) -> None:
        super().__init__(f"{option} does not go with --log: a log names banks and questions alone.")


def log_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--log`` to a command, as ``logs``."""
    return click.option(
        "--log",
        "logs",
        multiple=True,
        metavar="PATH",
        help="A log of a class: what `quiz export` wrote, a folder of such, or a CSV or Parquet file with "
        "learner, question, points; repeatable.",
    )(command)


def tell_class(  # noqa: PLR0913 - one argument for each form
    settings: Settings,
    logs: Sequence[str],
    words: Sequence[str],
    *,
    as_json: bool,
    as_csv: bool,
    plain: bool,
    everything: bool,
) -> None:
    """Print the classical figures of a class, of these banks or questions alone where some are named.

    No database is opened. Raises what ``class_table`` raises.
    """
    from quiz.study.classes import class_table  # noqa: PLC0415 - polars is an extra, and slow to load

    found = class_table([Path(log) for log in logs], words)
    if as_csv:
        from quiz.progress.class_list import class_csv  # noqa: PLC0415 - only here

        click.echo(class_csv(found), nl=False)
        return
    place = _places(settings, found)
    if as_json:
        from quiz.progress.class_list import Words, class_json  # noqa: PLC0415 - only here
        from quiz.ui.class_words import sentences  # noqa: PLC0415 - likewise

        click.echo(json.dumps(class_json(found, Words(sentences, place)), indent=2))
        return
    _show(found, place, plain=plain, everything=everything)


def _show(found: ClassTable, place: Callable[[str], str | None], *, plain: bool, everything: bool) -> None:
    from quiz.ui.classes import ClassPage, class_lines, draw_class  # noqa: PLC0415 - JSON draws nothing

    page = ClassPage(found, place, everything)
    if plain:
        for line in class_lines(page):
            say(clean(line))
        return
    from quiz.ui.render import console  # noqa: PLC0415 - lines need no rich

    draw_class(console(), page)


def _places(settings: Settings, found: ClassTable) -> Callable[[str], str | None]:
    """Return what gives ``file:line`` of a question, from the banks that are there, if any are."""
    from quiz.bank import bank_key, find_banks, read_bank  # noqa: PLC0415 - CSV needs no banks
    from quiz.card import cards_of  # noqa: PLC0415 - likewise
    from quiz.study.places import places  # noqa: PLC0415 - likewise

    named = {one.question for one in found.questions}
    tops: list[Path] = []
    with suppress(NoBanks):
        tops = [place.path for place in places(settings, current_folder)]
    read = (read_bank(path, bank_key(path, top)).bank for top in tops for path in find_banks(top))
    cards = (card for bank in read if bank for one in bank.questions for card in cards_of(bank.key, one))
    return {card.key: place_of(card) for card in cards if card.key in named}.get
