"""``quiz load``: the banks into the database, and what that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.common import desk, settings_options, show_problems
from quiz.text import clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from quiz.settings import Settings
    from quiz.study.loading import Loaded

NAMED = 10
REWORDED = (
    "If a new question is a lost one in other words, give it the lost one's name, "
    "as in `id: {name}`, to keep its history."
)
WHAT = {"new": "new", "changed": "changed", "returned": "back again", "archived": "gone, kept in the archive"}


@click.command("load")
@settings_options
@click.pass_context
def command(context: click.Context, *, settings: Settings) -> None:
    """Load the banks, and say what is new, changed, gone or faulty.

    Exit code 1 when a bank has faults; what is sound in it is loaded all the same.
    """
    with desk(settings) as opened:
        loaded = opened.loaded
        click.echo(
            f"{count(len(loaded.banks), 'bank')} from {', '.join(str(p.path) for p in opened.places)}."
        )
    _tell(loaded)
    problems = (*loaded.problems, *loaded.known_problems)
    if problems:
        show_problems(problems, limit=None)
        click.echo(f"{count(len(problems), 'fault')}; mend them and load again.", err=True)
        context.exit(1)


def _tell(loaded: Loaded) -> None:
    told = False
    for name, words in WHAT.items():
        questions = getattr(loaded, name)
        if questions:
            told = True
            click.echo(f"{count(len(questions), 'question')} {words}: {_named(questions)}")
    for old, new in loaded.renamed:
        told = True
        click.echo(f"{clean_line(old)} is now {clean_line(new)}; its history goes with it.")
    if loaded.new and loaded.archived:
        click.echo(REWORDED.format(name=clean_line(loaded.archived[0].rpartition("/")[2])))
    if not told:
        click.echo("Nothing changed.")


def _named(questions: tuple[str, ...]) -> str:
    rest = len(questions) - NAMED
    names = ", ".join(clean_line(question) for question in questions[:NAMED])
    return f"{names} and {rest} more" if rest > 0 else names
