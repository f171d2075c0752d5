"""Holding one sitting: the study room on one side, a screen on the other."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.cli.answering import Answered
from quiz.cli.deeds import Deeds
from quiz.cli.ending import answered_before, score_page
from quiz.cli.targets import as_seen
from quiz.errors import Interrupted
from quiz.review import Mode, Rating, Verdict
from quiz.store import log, sittings, states
from quiz.study.leeches import becomes_leech
from quiz.study.session import Given
from quiz.ui.describe import RATINGS
from quiz.ui.screen import Command, Leech
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quiz.cli.common import Desk
    from quiz.cli.reading import Reading
    from quiz.cli.signals import Signals
    from quiz.grading import Judgement
    from quiz.review import Review
    from quiz.store import Candidate
    from quiz.study.session import Sitting
    from quiz.ui.screen import Answer, Screen

NOTHING_TO_UNDO = "Nothing to take back in this sitting; `quiz undo` takes back an earlier answer."
TAKEN_BACK = "Taken back; here it is again."
TAKEN_BACK_ELSEWHERE = "Taken back."
NOTHING_ANSWERED = "Nothing was answered. `quiz start` begins again."
GONE = "Its question is gone from the bank meanwhile; the answer is taken back."
NOTHING_TO_OVERRULE = "Only an answer that was just given can be overruled."
STAYING = (Command.SOURCE, Command.FLAG, Command.PAUSE)
"""After these everything stands as it stood."""

MINUTE_MS = 60_000


@contextmanager
def interruptions() -> Iterator[None]:
    """Let Ctrl-C and the loss of the terminal end what is asked as a signal does: ``Interrupted``."""
    try:
        yield
    except KeyboardInterrupt as error:
        raise Interrupted(signal.SIGINT) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Interrupted(getattr(signal, "SIGHUP", signal.SIGTERM)) from error


class Ways(NamedTuple):
    """How a sitting is held."""

    confidence: bool = False
    """Whether the learner is asked how sure they are before the verdict."""

    minutes: int | None = None
    """No card is put once so many minutes went by, pauses not counted."""

    reading: Reading | None = None
    """The text, where its paragraphs are shown before they are asked about."""


class Host:
    """Puts the cards of a sitting on a screen until all are done or the learner leaves.

    ``left`` counts the cards that today still holds; ``reload`` brings the banks up to date.
    """

    def __init__(  # noqa: PLR0913 - what meets here
        self,
        desk: Desk,
        sitting: Sitting,
        screen: Screen,
        signals: Signals,
        *,
        left: Callable[[], int],
        reload: Callable[[], None],
        ways: Ways | None = None,
    ) -> None:
        self._desk = desk
        self._sitting = sitting
        self._screen = screen
        self._signals = signals
        self._left = left
        self._ways = ways or Ways()
        self._deeds = Deeds(desk, sitting, screen, signals, reload)
        before = answered_before(desk.store, sitting.id)
        self._cards: dict[str, Candidate] = {**before}
        if self._ways.reading is not None:
            for candidate in before.values():
                self._ways.reading.seen(candidate)
        self._last: Answered | None = None
        self._earlier_ms = sum(review.duration_ms for review in log.session_reviews(desk.store, sitting.id))
        self._started_ms = desk.clock.ticks_ms()

    def run(self) -> Command | None:
        """Hold the sitting. Every answer is saved before the next question.

        Returns ``Command.MISSED`` when what was missed is wanted once more. Raises
        ``Interrupted`` when a signal, or the loss of the terminal, ended it.
        """
        with interruptions():
            return self._until_done()

    def _until_done(self) -> Command | None:
        store = self._desk.store
        while True:
            self._ask_all()
            if self._sitting.next() is None:
                sittings.end(store, self._sitting.id, self._desk.clock.now().at)
            if not log.session_reviews(store, self._sitting.id):
                self._screen.say(NOTHING_ANSWERED)
                return None
            elapsed_ms = self._earlier_ms + self._elapsed_ms()
            page = score_page(
                self._desk, self._sitting, self._cards, elapsed_ms=elapsed_ms, left=self._left()
            )
            wanted = self._screen.score(page)
            if wanted is not Command.UNDO:
                return wanted
            sittings.reopen(store, self._sitting.id)
            self._undo()

    def _ask_all(self) -> None:
        while (asked := self._sitting.next()) is not None:
            if self._is_time():
                minutes = self._ways.minutes or 0
                self._screen.say(f"{count(minutes, 'minute')} {'is' if minutes == 1 else 'are'} over.")
                return
            if self._read() is Command.LEAVE:
                return
            answer = self._screen.ask(asked)
            done = self._do(answer) if isinstance(answer, Command) else self._take(answer)
            if done is Command.LEAVE:
                return

    def _do(self, command: Command, candidate: Candidate | None = None) -> Command | None:
        """Do what is wanted instead of an answer, with this card, or else the one that stands.

        Returns ``Command.LEAVE`` when that is what is wanted.
        """
        if command is Command.UNDO:
            self._undo()
        elif command is Command.OVERRULE:
            self._overrule_last()
        elif command is not Command.LEAVE:
            self._deeds.do(command, candidate or self._sitting.current)
            if command not in STAYING:
                self._last = None
        return command if command is Command.LEAVE else None

    def _take(self, answer: Answer) -> Command | None:
        """Judge an answer, show what was said of it, write it.

        What is no number, or no date, at all is asked for again and not written.
        """
        hints = max(answer.hints, self._sitting.hinted)
        answered = Answered(self._sitting, Given(answer.response, answer.duration_ms, hints))
        if answered.judgement.unread:
            reason = answered.judgement.reason
            self._screen.say(f"{reason} Once more; an empty line says: I do not know.")
            return None
        candidate = answered.candidate
        try:
            decided = self._decided(answered)
        except BaseException:
            self._record(answered)
            raise
        rating = decided if isinstance(decided, Rating) else None
        review = self._record(answered, rating)
        if rating is not None and answered.feedback is not None:
            self._screen.saved(answered.feedback, rating)
        if isinstance(decided, Command):
            return self._do(decided, candidate)
        if review.rating is Rating.AGAIN and self._sitting.mode is Mode.STUDY:
            return self._name_leech(candidate)
        return None

    def _decided(self, answered: Answered) -> Rating | Command:
        decided = answered.decided(self._screen, confidence=self._ways.confidence)
        while decided in STAYING:
            self._do(Command(decided), answered.candidate)
            decided = answered.decide(self._screen)
        return decided

    def _name_leech(self, before: Candidate) -> Command | None:
        """Say so when the answer just written made the card a leech, and do what is wanted then."""
        after = states.state_of(self._desk.store, before.card_id)
        if after is None or not becomes_leech(before.state, after):
            return None
        place = before.card.question.location
        told = Leech(before.card.prompt, after.lapses, f"{as_seen(Path(place.path))}:{place.line}")
        while (wanted := self._screen.leech(told)) is not None:
            done = self._do(wanted, before)
            if wanted not in STAYING:
                return done
        return None

    def _record(self, answered: Answered, rating: Rating | None = None) -> Review:
        candidate = answered.candidate
        with self._signals.held():
            # The review has the name that the card has now: banks may be loaded meanwhile.
            review = answered.written(rating)
            self._cards[review.card] = candidate
        self._last = answered
        return review

    def _undo(self) -> None:
        with self._signals.held():
            candidate = self._sitting.undo()
        self._last = None
        if candidate is None:
            self._screen.say(NOTHING_TO_UNDO)
        else:
            here = self._sitting.left and self._sitting.current.card_id == candidate.card_id
            self._screen.say(TAKEN_BACK if here else TAKEN_BACK_ELSEWHERE)

    def _overrule_last(self) -> None:
        """Let the opposite of the last verdict count: the answer is taken back and written anew."""
        last = self._last
        if last is None:
            self._screen.say(NOTHING_TO_OVERRULE)
            return
        last.turn()
        with self._signals.held(), self._sitting.as_one():
            undone = self._sitting.undo()
            stands = undone is not None and self._sitting.next() is not None
            stands = stands and self._sitting.current == undone
            self._last = None
            if stands:
                self._record(last)
        self._screen.say(_counted(last.judgement) if stands else GONE)

    def _read(self) -> Command | None:
        """Show the paragraphs up to the one that the next card stands on."""
        reading = self._ways.reading
        for passage in reading.up_to(self._sitting.current) if reading else ():
            if self._screen.read(passage) is Command.LEAVE:
                return Command.LEAVE
        return None

    def _elapsed_ms(self) -> int:
        return self._desk.clock.ticks_ms() - self._started_ms - self._deeds.paused_ms

    def _is_time(self) -> bool:
        return self._ways.minutes is not None and self._elapsed_ms() >= self._ways.minutes * MINUTE_MS


def _counted(judgement: Judgement) -> str:
    """Return what an answer that was overruled counts as."""
    verdicts = {Verdict.NEAR: "right", Verdict.PARTLY: "partly right"}
    verdict = verdicts.get(judgement.verdict, judgement.verdict.value)
    return f"The last answer counts as {verdict} now, and as {RATINGS[judgement.suggested]}."
