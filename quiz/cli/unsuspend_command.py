"""``quiz unsuspend``: questions that were set aside are asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.aside import tell_aside
from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.lines import say
from quiz.study.marking import OPPOSITE, keys_named, put_marks, set_aside
from quiz.study.naming import question_named
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.cli.common import Desk
    from quiz.settings import Settings
    from quiz.study.marking import SetAside

NOT_ONE = "Name a QUESTION, or give --all. `quiz suspend` lists what is set aside."
NOT_BOTH = "Name a QUESTION, or give --all, not both."


@click.command("unsuspend")
@click.argument("questions", nargs=-1, metavar="[QUESTION]...")
@click.option("--all", "everything", is_flag=True, help="All that is suspended or buried.")
@click.option("--json", "as_json", is_flag=True, help="What is still set aside, as JSON.")
@settings_options
def command(*, settings: Settings, questions: tuple[str, ...], everything: bool, as_json: bool) -> None:
    """Ask QUESTION again that was suspended, or buried until tomorrow.

    QUESTION is bank/id, or an id that only one of those set aside has; #part behind it means
    one of its cards.
    """
    if everything == bool(questions):
        raise click.UsageError(NOT_BOTH if everything else NOT_ONE)
    with desk(settings) as opened:
        show_faults(opened.loaded)
        listed, today = set_aside(opened.store), opened.clock.now().study_day
        named = [_named(opened, listed, word) for word in questions]
        chosen = {one.key for each in named for one in each}
        back = [one for one in listed if everything or one.key in chosen]
        put_marks(opened.store, opened.clock, ((one.key, OPPOSITE[one.sign]) for one in back))
    if as_json:
        left = [one for one in listed if not everything and one.key not in chosen]
        tell_aside(left, today, as_json=True)
        return
    for word, found in zip(questions, named, strict=True):
        if not found:
            say(f"{clean_line(word)} is not set aside.")
    for one in back:
        say(f"Asked again: {clean_line(one.key)}")
    if everything and not back:
        say("Nothing is set aside.")


def _named(opened: Desk, listed: Sequence[SetAside], word: str) -> list[SetAside]:
    """Return the cards set aside that a word names; none for another question, whose name has to be right."""
    keys = keys_named([one.key for one in listed], word)
    if not keys:
        question_named(opened.store, opened.loaded.banks, word)
    return [one for one in listed if one.key in keys]
