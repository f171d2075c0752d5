"""``quiz draft``: questions proposed from a text, with no language model."""

from __future__ import annotations

import shlex
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.authoring.draft.dropped import list_beside, remember
from quiz.authoring.draft.passing import entries_for
from quiz.authoring.draft.proposing import LONGEST, MOST_READ, draft
from quiz.authoring.draft.storing import Decided, listed, store, waiting
from quiz.bank.problem import shown_path
from quiz.cli.banks_named import any_path, root_of, schema_folder, tell_left_out, tell_next, words_for
from quiz.cli.configured import read_settings
from quiz.cli.lines import say
from quiz.cli.reviewing import reviewed
from quiz.errors import NotTogether, QuizError, UsageFault
from quiz.text import clean, clean_line
from quiz.ui.choose import can_ask
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.draft.proposing import Draft
    from quiz.authoring.writing import Entry
    from quiz.cli.banks_named import Words


class NoTerminal(UsageFault):
    """There is nobody who could be asked."""

    def __init__(self) -> None:
        super().__init__(
            "--review asks on a terminal, and this is none. Leave it out, and review the drafts later."
        )


class NothingProposed(QuizError):
    """The text gave no question."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"No question could be drafted from {shown_path(text)}: no sentence of it names people, "
            "places, numbers or dates in a way that can be asked. Write questions with `quiz add`."
        )


class NothingRead(QuizError):
    """No paragraph of the text is one of those that are read."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Nothing of {shown_path(text)} was read, so no question could be drafted.")


@click.command("draft")
@click.argument("text", type=click.Path(path_type=Path))
@click.option("--into", "bank", required=True, metavar="BANK", help="The bank, be it there or not.")
@click.option(
    "--most", default=3, show_default=True, type=click.IntRange(1, 20), help="Questions on a paragraph."
)
@click.option("--review", is_flag=True, help="Go through them one by one: keep, change, drop.")
@click.option("--again", is_flag=True, help="Propose also what was dropped before.")
@click.option("--dry-run", is_flag=True, help="Print the questions, and write nothing.")
@click.option("--banks", metavar="PATH", help="The folder of banks [default: ./questions].")
def command(  # noqa: PLR0913 - one argument for each option
    *, text: Path, bank: str, most: int, review: bool, again: bool, dry_run: bool, banks: str | None
) -> None:
    """Propose questions from TEXT, as drafts in BANK, with no language model.

    BANK is a path that ends in .yaml, or a name: `geneva` is ./questions/geneva.yaml. One that
    is not there yet is made as `quiz new` makes it, with a copy of TEXT that has numbered
    paragraphs beside it; lines of a web page around the text are left out, and named on stderr.
    Drafts are never asked until `draft: true` is taken away, which --review does with those
    that are kept. What --review drops is remembered beside the bank, in NAME.dropped.txt, and
    proposed no more. English texts only.
    """
    if review and dry_run:
        raise NotTogether("--review", "--dry-run")
    if review and not can_ask():
        raise NoTerminal
    settings = read_settings({"banks": banks})
    root = root_of(settings)
    path = any_path(bank, settings, f"quiz draft {shlex.quote(str(text))} --into {{stem}}")
    made = draft(text, path, most, schema_folder(path, root), again=again)
    tell_left_out(made.left_out, text)
    _tell_unread(made)
    entries = entries_for(made.proposals, made.target.ground)
    drafts = waiting(made.target.ground) if review else []
    if not (entries or drafts or made.asked or made.dropped):
        raise NothingRead(str(text)) if made.unread == made.paragraphs else NothingProposed(str(text))
    if dry_run:
        click.echo(clean(listed(entries)), nl=False)
        if not entries:
            say(_nothing_new(made), err=True)
        return
    left = 0
    if review and (drafts or entries):
        said, left = reviewed(made, drafts, entries)
        say(said)
    else:
        store(made.target, Decided(tuple(entries)))
        remember(list_beside(path), (), entries)
        _tell(made, entries)
    _tell_next(made, words_for(path, root if banks is None else None), left=left)


def _tell_unread(made: Draft) -> None:
    if made.unread:
        verb = "was" if made.paragraphs == 1 else "were"
        say(
            f"{made.unread:,} of {count(made.paragraphs, 'paragraph')} {verb} not read: only the first "
            f"{MOST_READ:,} characters are, and no paragraph of more than {LONGEST:,}. "
            "Split the text to draft from the rest.",
            err=True,
        )


def _tell(made: Draft, entries: Sequence[Entry]) -> None:
    if not entries:
        say(_nothing_new(made))
        return
    path = clean_line(str(made.target.path))
    kinds = Counter(one.kind.value for one in made.proposals)
    sorts = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
    asked = len({one.paragraph for one in made.proposals})
    places = f"{asked} of {count(made.paragraphs, 'paragraph')}"
    known = len(made.asked)
    there = f" {count(known, 'question')} of this text stood there already." if known else ""
    say(f"{count(len(entries), 'draft')} in {path}, on {places}: {sorts}.{there}{_left_away(made)}")
    if made.target.cited is not None:
        number = count(len(made.target.cited.paragraphs), "paragraph")
        say(f"They cite {clean_line(str(made.target.cited.path))}: {number}, each with its number.")
    say("Drafts are not asked until `draft: true` is taken away, which --review does for you.")


def _nothing_new(made: Draft) -> str:
    path = clean_line(str(made.target.path))
    if not made.asked:
        return f"Nothing new.{_left_away(made)}"
    return f"Nothing new: {path} has all that can be drafted from this text.{_left_away(made)}"


def _left_away(made: Draft) -> str:
    """Return what is to be said of drafts that are not proposed since they were dropped."""
    if not made.dropped:
        return ""
    dropped, path = len(made.dropped), clean_line(str(list_beside(made.target.path)))
    verb = "was" if dropped == 1 else "were"
    return f" {count(dropped, 'draft')} {verb} dropped before; {path} names them, --again proposes them."


def _tell_next(made: Draft, words: Words, *, left: int) -> None:
    """Say what to do next, as far as the bank is there; ``left`` drafts were not decided on."""
    path = made.target.path
    if not path.exists():
        return
    text = made.text.path if made.target.cited is None else made.target.cited.path
    review = f"quiz draft {shlex.quote(clean_line(str(text)))} --into {words.add} --review"
    drafts = left or waiting(made.target.ground._replace(text=path.read_text(encoding="utf-8-sig")))
    tell_next(
        [
            *([(review, "goes through the drafts: keep, change, drop")] if drafts else []),
            (f"quiz check {shlex.quote(clean_line(str(path)))}", "tells what is wrong"),
            (f"quiz coverage {words.find}", "tells which paragraphs no question is about"),
        ]
    )
