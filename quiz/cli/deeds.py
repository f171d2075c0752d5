"""What a learner can do with a card beside answering it, in the middle of a sitting."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.cli.passages import passage_of
from quiz.errors import QuizError
from quiz.review import Sign
from quiz.text import clean_line
from quiz.ui.screen import Command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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

    def do(self, command: Command, candidate: Candidate, *, answered: bool) -> None:
        """Do one of source, flag, suspend, bury, edit and pause; others do nothing.

        Before the card is ``answered`` its paragraph is shown without the quote, which often is
        the answer.
        """
        match command:
            case Command.SOURCE:
                self._source(candidate, answered=answered)
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

    def _source(self, candidate: Candidate, *, answered: bool) -> None:
        passage = passage_of(candidate)
        hide = passage is not None and not answered
        self._screen.passage(replace(passage, quote=None) if passage and hide else passage)

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
        from quiz.cli.editing import edit_bank  # noqa: PLC0415 - checking needs libraries that asking does not

        place = candidate.card.question.location
        try:
            with self._standing_still():
                told = edit_bank(Path(place.path), place.line, candidate.card.bank, os.environ)
        except QuizError as error:
            self._screen.say(clean_line(str(error)))
            return
        for line in told:
            self._screen.say(clean_line(line))
        self._reload()
        self._sitting.refresh()

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
