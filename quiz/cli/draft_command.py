"""``quiz draft``: questions proposed from a text, with no language model."""

from __future__ import annotations

import os
import shlex
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from quiz.authoring.adding import entries_from
from quiz.authoring.draft.entries import entry_of_written
from quiz.authoring.draft.passing import entries_for, objections
from quiz.authoring.draft.proposing import LONGEST, MOST_READ, draft
from quiz.authoring.draft.storing import Decided, dropped_edit, kept_edit, listed, store, waiting
from quiz.authoring.layout import FaultyEntry
from quiz.authoring.writing import entry_text
from quiz.bank.problem import shown_path
from quiz.cli.banks_named import any_path, root_of, say, schema_folder, tell_left_out, tell_next, words_for
from quiz.cli.common import read_settings
from quiz.cli.editor import editor_of
from quiz.cli.signals import Signals
from quiz.errors import Interrupted, QuizError, UsageFault
from quiz.text import clean, clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.draft.proposing import Draft
    from quiz.authoring.finding import Edit
    from quiz.authoring.writing import Entry
    from quiz.bank import Written
    from quiz.cli.banks_named import Words
    from quiz.ui.drafting import Objections

DUMB = ("dumb", "unknown")
INTERRUPTED = 130


class NoTerminal(UsageFault):
    """There is nobody who could be asked."""

    def __init__(self) -> None:
        super().__init__(
            "--review asks on a terminal, and this is none. Leave it out, and review the drafts later."
        )


class NotTogether(UsageFault):
    """Two options contradict each other."""

    def __init__(self) -> None:
        super().__init__("--review and --dry-run do not go together. Leave one of them out.")


class NothingProposed(QuizError):
    """The text gave no question."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"No question could be drafted from {shown_path(text)}: no sentence of it names people, "
            "places, numbers or dates in a way that can be asked. Write questions with `quiz add`."
        )


class Stopped(QuizError):
    """A signal ended the review; what was decided is written."""

    def __init__(self, said: str, code: int) -> None:
        super().__init__(f"Stopped. {said}")
        self.exit_code = code


@click.command("draft")
@click.argument("text", type=click.Path(path_type=Path))
@click.option("--into", "bank", required=True, metavar="BANK", help="The bank, be it there or not.")
@click.option(
    "--most", default=3, show_default=True, type=click.IntRange(1, 20), help="Questions on a paragraph."
)
@click.option("--review", is_flag=True, help="Go through them one by one: keep, change, drop.")
@click.option("--dry-run", is_flag=True, help="Print the questions, and write nothing.")
@click.option("--banks", metavar="PATH", help="The folder of banks [default: ./questions].")
def command(  # noqa: PLR0913 - one argument for each option
    *, text: Path, bank: str, most: int, review: bool, dry_run: bool, banks: str | None
) -> None:
    """Propose questions from TEXT, as drafts in BANK, with no language model.

    BANK is a path that ends in .yaml, or a name: `geneva` is ./questions/geneva.yaml. One that
    is not there yet is made as `quiz new` makes it, with a copy of TEXT that has numbered
    paragraphs beside it; lines of a web page around the text are left out, and named on stderr.
    Drafts are never asked until `draft: true` is taken away, which --review does with those
    that are kept. English texts only.
    """
    if review and dry_run:
        raise NotTogether
    if review and not _is_interactive():
        raise NoTerminal
    settings = read_settings({"banks": banks})
    root = root_of(settings)
    path = any_path(bank, settings, f"quiz draft {shlex.quote(str(text))} --into {{stem}}")
    made = draft(text, path, most, schema_folder(path, root))
    tell_left_out(made.left_out, text)
    _tell_unread(made)
    entries = entries_for(made.proposals, made.target.ground)
    drafts = waiting(made.target.ground) if review else []
    if not entries and not made.known and not drafts:
        raise NothingProposed(str(text))
    if dry_run:
        click.echo(clean(listed(entries)), nl=False)
        return
    if review:
        _review(made, drafts, entries)
    else:
        store(made.target, Decided(tuple(entries)))
        _tell(made, entries)
    _tell_next(made, words_for(path, root if banks is None else None))


def _is_interactive() -> bool:
    dumb = os.environ.get("TERM", "").lower() in DUMB
    return sys.stdin.isatty() and sys.stdout.isatty() and not dumb


def _tell_unread(made: Draft) -> None:
    if made.unread:
        say(
            f"{made.unread:,} of {count(made.paragraphs, 'paragraph')} were not read: only the first "
            f"{MOST_READ:,} characters are, and no paragraph of more than {LONGEST:,}. "
            "Split the text to draft from the rest.",
            err=True,
        )


def _tell(made: Draft, entries: Sequence[Entry]) -> None:
    path = clean_line(str(made.target.path))
    if not entries:
        say(f"Nothing new: {path} has all that can be drafted from this text.")
        return
    kinds = Counter(one.kind.value for one in made.proposals)
    sorts = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
    asked = len({one.paragraph for one in made.proposals})
    places = f"{asked} of {count(made.paragraphs, 'paragraph')}"
    there = f" {count(made.known, 'question')} of this text stood there already." if made.known else ""
    say(f"{count(len(entries), 'draft')} in {path}, on {places}: {sorts}.{there}")
    if made.target.cited is not None:
        number = count(len(made.target.cited.paragraphs), "paragraph")
        say(f"They cite {clean_line(str(made.target.cited.path))}: {number}, each with its number.")
    say("Drafts are not asked until `draft: true` is taken away, which --review does for you.")


def _tell_next(made: Draft, words: Words) -> None:
    """Say what to do next, as far as the bank is there."""
    path = made.target.path
    if not path.exists():
        return
    text = made.text.path if made.target.cited is None else made.target.cited.path
    review = f"quiz draft {shlex.quote(clean_line(str(text)))} --into {words.add} --review"
    left = waiting(made.target.ground._replace(text=path.read_text(encoding="utf-8-sig")))
    tell_next(
        [
            *([(review, "goes through the drafts: keep, change, drop")] if left else []),
            (f"quiz check {shlex.quote(clean_line(str(path)))}", "tells what is wrong"),
            (f"quiz coverage {words.find}", "tells which paragraphs no question is about"),
        ]
    )


class _Decisions:
    """What was decided so far, about drafts of the bank first, then about new ones."""

    def __init__(self, made: Draft, drafts: Sequence[Written], entries: Sequence[Entry]) -> None:
        self._made, self._drafts = made, drafts
        self._old = [entry_of_written(one) for one in drafts]
        self.entries = [*self._old, *entries]
        self._edits: list[Edit] = []
        self._added: list[Entry] = []
        self.kept, self.dropped = 0, 0

    def decide(self, number: int, became: Entry | None) -> None:
        self.kept += became is not None
        self.dropped += became is None
        if number >= len(self._old):
            self._added += [] if became is None else [became]
            return
        one, before = self._drafts[number], self._old[number]
        if became == {key: value for key, value in before.items() if key != "draft"}:
            self._edits.append(kept_edit(one, self._made.target.ground.text))
            return
        self._edits.append(dropped_edit(one, self._made.target.ground.text))
        self._added += [] if became is None else [became]

    def write(self) -> str:
        """Write them, and return what is to be said of it."""
        store(self._made.target, Decided(tuple(self._added), tuple(self._edits)))
        path = clean_line(str(self._made.target.path))
        left = len(self.entries) - self.kept - self.dropped
        rest = f" {count(left, 'draft')} not looked at; run it again to go on." if left else ""
        return f"{count(self.kept, 'question')} kept in {path}, {self.dropped} dropped.{rest}"


def _review(made: Draft, drafts: Sequence[Written], entries: Sequence[Entry]) -> None:
    from quiz.ui import drafting  # noqa: PLC0415 - its libraries are slow to load

    decisions = _Decisions(made, drafts, entries)
    if not decisions.entries:
        _tell(made, ())
        return
    desk = drafting.Desk(lambda entry: _objections(entry, made), _edited)
    try:
        with Signals().caught():
            drafting.review(decisions.entries, decisions.decide, desk)
    except (KeyboardInterrupt, Interrupted) as stop:
        code = stop.exit_code if isinstance(stop, Interrupted) else INTERRUPTED
        raise Stopped(decisions.write(), code) from None
    say(decisions.write())


def _objections(entry: Entry, made: Draft) -> Objections:
    from quiz.ui.drafting import Objections  # noqa: PLC0415 - its libraries are slow to load

    try:
        return Objections(tuple(objections(entry, made.target.ground)))
    except FaultyEntry as error:
        return Objections((str(error),), fatal=True)


def _edited(entry: Entry) -> Entry | str:
    """Return what became of a question in the editor, or why nothing did."""
    try:
        with TemporaryDirectory(prefix="quiz-") as folder:
            file = Path(folder, f"{entry.get('id', 'draft')}.yaml")
            file.write_text(entry_text(entry, 0), encoding="utf-8")
            editor_of(os.environ).open(file, 1)
            return entries_from(file.read_text(encoding="utf-8"), "en")[0]
    except (QuizError, OSError, UnicodeDecodeError) as error:
        return f"It stays as it was. {error}"
