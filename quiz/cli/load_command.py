"""``quiz load``: the banks into the database, and what that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.common import desk, settings_options, show_problems
from quiz.cli.lines import say
from quiz.study.history import Effect
from quiz.text import clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.settings import Settings
    from quiz.study.history import Told
    from quiz.study.loading import Loaded

NAMED = 10
REWORDED = (
    "If a new question is a lost one in other words, give it the lost one's name, "
    "as in `id: {name}`, to keep its history."
)


@click.command("load")
@settings_options
@click.pass_context
def command(context: click.Context, *, settings: Settings) -> None:
    """Load the banks, and say what is new, changed, gone or faulty.

    Exit code 1 when a bank has faults; what is sound in it is loaded all the same.
    """
    with desk(settings) as opened:
        loaded = opened.loaded
        say(f"{count(len(loaded.banks), 'bank')} from {', '.join(str(p.path) for p in opened.places)}.")
    tell(loaded)
    problems = (*loaded.problems, *loaded.known_problems)
    if problems:
        show_problems(problems, limit=None)
        say(
            f"{count(len(problems), 'fault')}; mend {'it' if len(problems) == 1 else 'them'} and load again.",
            err=True,
        )
        context.exit(1)


def tell(loaded: Loaded) -> None:
    """Say what a load changed, and what it did to the histories of learners."""
    told = False
    for words, questions in _changes(loaded):
        if questions:
            told = True
            say(f"{count(len(questions), 'question')} {words}: {_named(questions)}")
    for old, new in loaded.renamed:
        told = True
        say(f"{clean_line(old)} is now {clean_line(new)}; its history goes with it.")
    if loaded.new and loaded.archived:
        say(REWORDED.format(name=clean_line(loaded.archived[0].rpartition("/")[2])))
    if not told:
        say("Nothing changed.")


def _changes(loaded: Loaded) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield in words what happened, and to which questions."""
    again = _questions(told for told in loaded.history if told.effect is Effect.ASKED_AGAIN)
    kept = [told for told in loaded.history if told.effect is Effect.KEPT and told.question not in again]
    reworded = _questions(told for told in kept if told.reworded)
    corrected = _questions(told for told in kept if not told.reworded)
    drafts = _questions(told for told in loaded.history if told.effect is Effect.ARCHIVED and told.draft)
    known = {*again, *reworded, *corrected, *drafts}
    yield "new", loaded.new
    yield "changed", [question for question in loaded.changed if question not in known]
    yield "changed, asked again soon", again
    yield "reworded, history kept", reworded
    yield "corrected, history kept", corrected
    yield "kept back as drafts", drafts
    yield "back again", loaded.returned
    yield "gone, kept in the archive", loaded.archived


def _questions(history: Iterable[Told]) -> list[str]:
    return list(dict.fromkeys(told.question for told in history))


def _named(questions: Sequence[str]) -> str:
    rest = len(questions) - NAMED
    names = ", ".join(clean_line(question) for question in questions[:NAMED])
    return f"{names} and {rest} more" if rest > 0 else names
