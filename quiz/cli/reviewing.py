"""Drafts gone through one by one on a terminal, and what was decided about them written."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from quiz.authoring.adding import entries_from
from quiz.authoring.draft.entries import entry_of_written
from quiz.authoring.draft.passing import objections
from quiz.authoring.draft.storing import Decided, dropped_edit, kept_edit, listed, store
from quiz.authoring.layout import FaultyEntry
from quiz.authoring.writing import entry_text
from quiz.cli.editor import editor_of
from quiz.cli.signals import Signals
from quiz.errors import Interrupted, QuizError
from quiz.text import clean, clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.draft.proposing import Draft
    from quiz.authoring.finding import Edit
    from quiz.authoring.writing import Entry
    from quiz.bank import Written
    from quiz.ui.drafting import Objections

INTERRUPTED = 130
BY_HAND = "What was kept, to be put in by hand:"


class Stopped(QuizError):
    """A signal ended the review; what was decided is written."""

    def __init__(self, said: str, code: int) -> None:
        super().__init__(f"Stopped. {said}")
        self.exit_code = code


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
        """Write them, and return what is to be said of it; where that fails, what was kept is shown."""
        try:
            store(self._made.target, Decided(tuple(self._added), tuple(self._edits)))
        except QuizError:
            if self._added:
                click.echo(f"{BY_HAND}\n{clean(listed(self._added))}")
            raise
        path = clean_line(str(self._made.target.path))
        left = len(self.entries) - self.kept - self.dropped
        rest = f" {count(left, 'draft')} not looked at; run it again to go on." if left else ""
        return f"{count(self.kept, 'question')} kept in {path}, {self.dropped} dropped.{rest}"


def reviewed(made: Draft, drafts: Sequence[Written], entries: Sequence[Entry]) -> str:
    """Have drafts of the bank, then new ones, decided on, at least one; return what is to be said of it.

    What was decided is written, also when a signal ends it; raises Stopped then.
    """
    from quiz.ui import drafting  # noqa: PLC0415 - its libraries are slow to load

    decisions = _Decisions(made, drafts, entries)
    desk = drafting.Desk(lambda entry: _objections(entry, made), _edited)
    try:
        with Signals().caught():
            drafting.review(decisions.entries, decisions.decide, desk)
    except (KeyboardInterrupt, Interrupted) as stop:
        code = stop.exit_code if isinstance(stop, Interrupted) else INTERRUPTED
        raise Stopped(decisions.write(), code) from None
    return decisions.write()


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
