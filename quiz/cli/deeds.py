"""What a learner can do with a card beside answering it, in the middle of a sitting."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.cli.passages import passage_of
from quiz.errors import QuizError
from quiz.review import Sign
from quiz.store import catalogue
from quiz.text import clean_line
from quiz.ui.screen import Command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quiz.cli.common import Desk
    from quiz.cli.signals import Signals
    from quiz.store import Candidate
    from quiz.study.session import Sitting
    from quiz.ui.screen import Screen

FLAGGED = "Flagged; `quiz flags` lists what is flagged."
SUSPENDED = "Suspended: it is not asked any more. Undo takes that back now, `quiz unsuspend` later."
BURIED = "Buried until tomorrow. Undo takes that back."


class Deeds:
    """Does what a command asks for with a card; the sitting goes on after it.

    ``reload`` brings the banks up to date once one was edited.
    """

    def __init__(
        self, desk: Desk, sitting: Sitting, screen: Screen, signals: Signals, reload: Callable[[], None]
    ) -> None:
        self._desk = desk
        self._sitting = sitting
        self._screen = screen
        self._signals = signals
        self._reload = reload
        self.paused_ms = 0
        """How long nothing was asked in all: pauses, and the time in an editor."""

    def do(self, command: Command, candidate: Candidate) -> None:
        """Do one of source, flag, suspend, bury, edit and pause; others do nothing."""
        match command:
            case Command.SOURCE:
                self._screen.passage(passage_of(candidate))
            case Command.FLAG:
                self._flag(candidate)
            case Command.SUSPEND:
                self._set_aside(candidate, Sign.SUSPENDED, SUSPENDED)
            case Command.BURY:
                self._set_aside(candidate, Sign.BURIED, BURIED)
            case Command.EDIT:
                self._edit(candidate)
            case Command.PAUSE:
                self._pause()
            case _:
                pass

    def _flag(self, candidate: Candidate) -> None:
        note = self._screen.note("What is wrong with it?")
        if note is None:
            self._screen.say("Not flagged.")
            return
        with self._signals.held():
            self._sitting.flag(candidate, note)
        self._screen.say(FLAGGED)

    def _set_aside(self, candidate: Candidate, sign: Sign, said: str) -> None:
        with self._signals.held():
            self._sitting.set_aside(candidate, sign)
        self._screen.say(said)

    def _edit(self, candidate: Candidate) -> None:
        from quiz.cli import editing  # noqa: PLC0415 - checking needs libraries that asking does not

        place = candidate.card.question.location
        bank = editing.BankFile(Path(place.path), candidate.card.bank, self._loaded(candidate))

        def again(faults: Sequence[str]) -> bool:
            for fault in faults:
                self._screen.say(clean_line(fault))
            return self._screen.attended and self._screen.confirm(editing.BACK, default=True)

        try:
            with self._standing_still():
                edited = editing.edit_bank(bank, place.line, os.environ, again)
        except QuizError as error:
            self._screen.say(clean_line(str(error)))
            return
        self._screen.say(edited.said)
        if edited.sound:
            self._reload()
            self._sitting.refresh()

    def _loaded(self, candidate: Candidate) -> set[str]:
        """Return the ids of the questions that a card's bank gave when it was loaded last."""
        row = catalogue.bank_by_key(self._desk.store, candidate.card.bank)
        return catalogue.question_ids(self._desk.store, row.id) if row else set()

    def _pause(self) -> None:
        with self._standing_still():
            self._screen.pause()

    @contextmanager
    def _standing_still(self) -> Iterator[None]:
        started = self._desk.clock.ticks_ms()
        try:
            yield
        finally:
            self.paused_ms += self._desk.clock.ticks_ms() - started
