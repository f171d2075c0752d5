"""``quiz load``: the banks into the database, and what that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.common import desk, settings_options, show_problems
from quiz.cli.held import held_lines
from quiz.cli.lines import say
from quiz.cli.missing import Why, missing
from quiz.study.history import Effect
from quiz.text import clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.settings import Settings
    from quiz.study.history import Told
    from quiz.study.loading import Loaded

NAMED = 10
LOST = {
    Why.GONE: "gone, kept in the archive",
    Why.GONE_OR_FAULTY: "gone or with a fault, held back until the bank is sound",
    Why.FAULTY: "with a fault, not asked until that is mended",
    Why.UNREAD: "not read because of a fault above, not asked until that is mended",
}
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
    if not tell(loaded):
        say("Apart from what has faults, nothing changed." if has_faults(loaded) else "Nothing changed.")
    problems = (*loaded.problems, *loaded.known_problems)
    if problems:
        show_problems(problems, limit=None)
        for line in held_lines(loaded.broken):
            say(line, err=True)
        say(
            f"{count(len(problems), 'fault')}; mend {'it' if len(problems) == 1 else 'them'} and load again.",
            err=True,
        )
        context.exit(1)


def has_faults(loaded: Loaded) -> bool:
    """Whether anything in the banks could not be loaded."""
    return bool(loaded.problems or loaded.known_problems)


def tell(loaded: Loaded) -> bool:
    """Say what a load changed, and what it did to the histories of learners; whether there was anything."""
    told = False
    gone = _why_gone(loaded)
    for words, questions in (*_changes(loaded), *_lost(gone)):
        if questions:
            told = True
            say(f"{count(len(questions), 'question')} {words}: {_named(questions)}")
    for old, new in loaded.renamed:
        told = True
        say(f"{clean_line(old)} is now {clean_line(new)}; its history goes with it.")
    lost = [name for name, why in gone.items() if why in (Why.GONE, Why.GONE_OR_FAULTY)]
    if loaded.new and lost:
        say(REWORDED.format(name=clean_line(lost[0].rpartition("/")[2])))
    return told


def _why_gone(loaded: Loaded) -> dict[str, Why]:
    """Return why questions are in use no more; files are read for it only where there are faults."""
    if not loaded.held:
        return dict.fromkeys(loaded.archived, Why.GONE)
    paths = {bank.key: bank.path for bank in loaded.banks}
    ids: dict[str, list[str]] = {}
    for name in loaded.held:
        key, _, question = name.rpartition("/")
        ids.setdefault(key, []).append(question)
    found = {key: missing(paths[key], names) for key, names in ids.items() if key in paths}
    parted = ((name, *name.rpartition("/")[::2]) for name in loaded.held)
    held = {name: found[key][question].why if key in found else Why.FAULTY for name, key, question in parted}
    return dict.fromkeys(loaded.archived, Why.GONE) | held


def _lost(gone: Mapping[str, Why]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield in words why questions are in use no more, and which."""
    for why, words in LOST.items():
        yield words, [name for name, one in gone.items() if one is why]


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


def _questions(history: Iterable[Told]) -> list[str]:
    return list(dict.fromkeys(told.question for told in history))


def _named(questions: Sequence[str]) -> str:
    rest = len(questions) - NAMED
    names = ", ".join(clean_line(question) for question in questions[:NAMED])
    return f"{names} and {rest} more" if rest > 0 else names
