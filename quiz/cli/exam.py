"""Holding an exam: no feedback until the end, and a clock that no crash stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.cli.sitting import interruptions
from quiz.errors import Interrupted, Stopped
from quiz.store import log
from quiz.study.exam import plan_from, reached
from quiz.study.session import Given
from quiz.ui.exam import time_left
from quiz.ui.screen import Command
from quiz.ui.words import count

if TYPE_CHECKING:
    from datetime import datetime

    from quiz.cli.common import Desk
    from quiz.cli.signals import Signals
    from quiz.store.sittings import Planned
    from quiz.study.session import Sitting
    from quiz.ui.screen import Answer, Screen

NOT_HERE = (
    "Not in an exam: here you answer, take back (undo), flag, or leave. Nothing is told before the end."
)
TIME_OVER = "The time is over."
TOO_LATE = "The time is over; this answer came too late."
TAKEN_BACK = "Taken back; here it is again."
NOTHING_TO_UNDO = "There is no answer to take back."
HAND_IN = "All is answered. Hand in now? No takes the last answer back."
FLAGGED, NOT_FLAGGED = "Flagged.", "Not flagged."


class ExamCutOff(Stopped):
    """A signal, or the end of a terminal, ended the asking; everything answered is saved."""

    def __init__(self, exit_code: int) -> None:
        super().__init__("Every answer is saved; `quiz exam` goes on from here.", exit_code)


class ExamClock:
    """How late it is in an exam: what the clock shows, but never less than is known to have gone by.

    To set the clock back while a question stands gains nothing; to set it back while the
    program does not run gains no more than the time since the last answer.
    """

    def __init__(self, desk: Desk, planned: Planned) -> None:
        self._clock = desk.clock
        self._until = plan_from(planned.plan["exam"]).until(planned.began_at)
        known = reached(planned.began_at, log.session_reviews(desk.store, planned.id))
        self._from = max(self._clock.now().at, known)
        self._from_ms = self._clock.ticks_ms()

    def now(self) -> datetime:
        """Return the present instant."""
        gone_by = timedelta(milliseconds=self._clock.ticks_ms() - self._from_ms)
        return max(self._clock.now().at, self._from + gone_by)

    def is_over(self) -> bool:
        """Whether the time is over; never without a limit."""
        return self._until is not None and self.now() >= self._until

    def left(self) -> str:
        """Return how long the exam goes on, in words; empty without a limit."""
        if self._until is None:
            return ""
        return time_left((self._until - self.now()) // timedelta(milliseconds=1))


class Exam(NamedTuple):
    """An exam that is being held."""

    sitting: Sitting
    clock: ExamClock


class ExamHost:
    """Puts the tasks of an exam on a screen until all are answered, time is over, or the learner leaves."""

    def __init__(self, exam: Exam, screen: Screen, signals: Signals) -> None:
        self._sitting, self._clock = exam
        self._screen = screen
        self._signals = signals

    def run(self) -> bool:
        """Hold the exam; whether it is over, and not only left. Raises ``ExamCutOff``."""
        try:
            with interruptions():
                return self._until_handed_in()
        except Interrupted as error:
            raise ExamCutOff(error.exit_code) from error

    def _until_handed_in(self) -> bool:
        while True:
            while (asked := self._sitting.next()) is not None:
                if self._clock.is_over():
                    self._screen.say(TIME_OVER)
                    return True
                answer = self._screen.ask(replace(asked, exam=True, told=self._clock.left(), again=False))
                if self._clock.is_over():
                    self._screen.say(TIME_OVER if isinstance(answer, Command) else TOO_LATE)
                    return True
                if answer is Command.LEAVE:
                    return self._leave()
                self._do(answer) if isinstance(answer, Command) else self._take(answer)
            if not self._screen.attended or self._screen.confirm(HAND_IN, default=True):
                return True
            if not self._clock.is_over():
                self._undo()

    def _take(self, answer: Answer) -> None:
        given = Given(answer.response, answer.duration_ms)
        judgement = self._sitting.judge(given)
        if judgement.unread:
            self._screen.say(f"{judgement.reason} Once more; an empty line says: I do not know.")
            return
        with self._signals.held():
            self._sitting.record(given, judgement, judgement.suggested)

    def _do(self, command: Command) -> None:
        if command is Command.UNDO:
            self._undo()
        elif command is Command.FLAG:
            self._flag()
        else:
            self._screen.say(NOT_HERE)

    def _undo(self) -> None:
        with self._signals.held():
            candidate = self._sitting.undo()
        self._screen.say(NOTHING_TO_UNDO if candidate is None else TAKEN_BACK)

    def _flag(self) -> None:
        note = self._screen.note("What is wrong with it?")
        if note is None:
            self._screen.say(NOT_FLAGGED)
            return
        with self._signals.held():
            self._sitting.flag(self._sitting.current, note)
        self._screen.say(FLAGGED)

    def _leave(self) -> bool:
        """Ask whether to hand in; what is left then counts as wrong. Nobody there: no."""
        left = count(self._sitting.left, "question")
        question = f"Hand in now, with {left} not answered? No leaves it to be gone on with."
        if self._screen.attended and self._screen.confirm(question, default=False):
            return True
        running = self._clock.left()
        clock = f" The clock does not stop meanwhile: {running}." if running else ""
        self._screen.say(f"Left. `quiz exam` goes on with it.{clock}")
        return False
