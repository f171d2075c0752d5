"""``quiz history``: the sittings and exams that were held, and each of them with every answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.exam_command import StillOpen
from quiz.cli.lines import say
from quiz.errors import UsageFault
from quiz.progress.past import past_json, reopened_json
from quiz.store import catalogue
from quiz.study.choosing import banks_named
from quiz.study.past import held_as, history, reopened, sessions
from quiz.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from quiz.cli.common import Desk
    from quiz.progress.past import Past, Reopened
    from quiz.review import Review
    from quiz.settings import Settings
    from quiz.store import Store

LIMIT, MOST = 20, 1_000_000
LAST = "last"
LEAST_OF_ID = 4


class NoSuchSitting(UsageFault):
    """What was typed names no sitting, or several."""

    def __init__(self, word: str, found: int) -> None:
        what = f"{found} sittings begin so" if found else "There is no such sitting"
        super().__init__(
            f"{what}: {word!r}. Give a number of `quiz history`, {LAST!r}, or the beginning of an id, which "
            "`quiz history --json` tells. For a bank there is --bank."
        )


@click.command("history")
@click.argument("sitting", required=False)
@click.option("--bank", "words", multiple=True, metavar="BANK", help="Only with this bank; repeatable.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Only from this study day on."
)
@click.option(
    "--limit",
    type=click.IntRange(1, MOST),
    default=LIMIT,
    show_default=True,
    metavar="N",
    help="How many are listed; scores are of all.",
)
@click.option("--plain", is_flag=True, help="In lines, without a table.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(  # noqa: PLR0913 - one argument for each option
    *,
    settings: Settings,
    sitting: str | None,
    words: tuple[str, ...],
    since: datetime | None,
    limit: int,
    plain: bool,
    as_json: bool,
) -> None:
    """List sittings and exams, or open one of them again with every answer.

    SITTING is a number of the list, `last`, or the beginning of an id. Points are those of the
    first answer to each card. An exam that is not over tells nothing.
    """
    with desk(settings) as opened:
        show_faults(opened.loaded)
        today = opened.clock.now().study_day
        if sitting is not None:
            _open(_reopened(opened.store, sitting), today, plain=plain, as_json=as_json)
        else:
            past = history(opened.store).past(_banks(opened, words), since and since.date(), limit)
            _list(past, today, plain=plain, as_json=as_json, narrowed=bool(words or since))


def _reopened(store: Store, word: str) -> Reopened:
    """Return the sitting that a word names; raises ``NoSuchSitting`` and ``StillOpen``."""
    names = sessions(store)
    if word.isdecimal() and not word.startswith("0"):
        fitting = names[int(word) - 1 : int(word)]
    elif word == LAST:
        fitting = names[:1]
    else:
        fitting = [name for name in names if len(word) >= LEAST_OF_ID and name.startswith(word.lower())]
    if len(fitting) != 1:
        raise NoSuchSitting(word, len(fitting))
    held = held_as(store, names.index(fitting[0]) + 1, fitting[0])
    if not held.over:
        raise StillOpen
    return reopened(store, held)


def _banks(opened: Desk, words: Sequence[str]) -> list[str]:
    """Return the keys of the banks that are named, also of those that are not loaded any more."""
    known = catalogue.banks(opened.store) if words else []
    return [bank.key for word in words for bank in banks_named(known, word)]


def _list(past: Past, today: date, *, plain: bool, as_json: bool, narrowed: bool) -> None:
    if as_json:
        click.echo(json.dumps(past_json(past), indent=2))
        return
    from quiz.ui.past import NONE, NONE_SUCH, draw_list, list_lines  # noqa: PLC0415 - JSON needs no words

    if not past.held:
        say(NONE_SUCH if narrowed else NONE)
    elif plain:
        for line in list_lines(past, today):
            say(line)
    else:
        from quiz.ui.render import console  # noqa: PLC0415 - lines need no rich

        draw_list(console(), past, today)


def _open(found: Reopened, today: date, *, plain: bool, as_json: bool) -> None:
    from quiz.ui.describe import given  # noqa: PLC0415 - the list needs no words for answers

    def in_words(review: Review) -> str:
        return given(review.response)

    if as_json:
        click.echo(json.dumps(reopened_json(found, in_words), indent=2))
        return
    from quiz.ui.past import reopened_lines  # noqa: PLC0415 - JSON needs no words

    lines = reopened_lines(found, today)
    if plain:
        for text, _ in lines:
            say(clean(text))
        return
    from quiz.ui.render import console, draw_lines  # noqa: PLC0415 - lines need no rich

    drawn = console()
    for text, style in lines:
        draw_lines(drawn, text, style)
