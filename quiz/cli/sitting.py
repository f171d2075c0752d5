"""Holding one sitting: the study room on one side, a screen on the other."""

from __future__ import annotations

import signal
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.cli.passages import passage_of
from quiz.errors import Interrupted
from quiz.progress import DayTotal, session_score
from quiz.review import Rating, Verdict
from quiz.store import figures, log
from quiz.study.session import Given
from quiz.ui.describe import given as given_in_words
from quiz.ui.screen import Command, Feedback, MissedCard, ScorePage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from quiz.card import Card
    from quiz.cli.common import Desk
    from quiz.cli.signals import Signals
    from quiz.grading import Judgement
    from quiz.review import Review
    from quiz.study.session import Sitting
    from quiz.ui.screen import Answer, Screen

LATELY = timedelta(days=60)
"""How far back the score page looks for earlier days."""

NOTHING_TO_UNDO = "Nothing to take back in this sitting; `quiz undo` takes back an earlier answer."
TAKEN_BACK = "Taken back; here it is again."
NOTHING_ANSWERED = "Nothing was answered. `quiz start` begins again."


class Host:
    """Puts the cards of a sitting on a screen until all are done or the learner leaves.

    ``left`` counts the cards that today still holds.
    """

    def __init__(
        self, desk: Desk, sitting: Sitting, screen: Screen, signals: Signals, left: Callable[[], int]
    ) -> None:
        self._desk = desk
        self._sitting = sitting
        self._screen = screen
        self._signals = signals
        self._left = left
        self._cards: dict[str, Card] = {}
        self._started_ms = desk.clock.ticks_ms()

    def run(self) -> None:
        """Hold the sitting. Every answer is saved before the next question.

        Raises ``Interrupted`` when a signal, or the loss of the terminal, ended it.
        """
        try:
            self._until_done()
        except KeyboardInterrupt as error:
            raise Interrupted(signal.SIGINT) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Interrupted(getattr(signal, "SIGHUP", signal.SIGTERM)) from error

    def _until_done(self) -> None:
        while True:
            self._ask_all()
            if not log.session_reviews(self._desk.store, self._sitting.id):
                self._screen.say(NOTHING_ANSWERED)
                return
            if self._screen.score(self._page()) is not Command.UNDO:
                return
            self._undo()

    def _ask_all(self) -> None:
        while (asked := self._sitting.next()) is not None:
            answer = self._screen.ask(asked)
            if answer is Command.LEAVE:
                return
            if isinstance(answer, Command):
                self._undo()
            elif self._take(answer) is Command.LEAVE:
                return

    def _take(self, answer: Answer) -> Command | None:
        """Judge an answer, show what was said of it, write it.

        What is no number, or no date, at all is asked for again and not written.
        """
        given = Given(answer.response, answer.duration_ms, answer.hints)
        judgement = self._sitting.judge(given)
        if judgement.unread:
            self._screen.say(f"{judgement.reason} Once more; an empty line says: I do not know.")
            return None
        decided: Rating | Command | None = None
        leaving: Command | None = None
        feedback: Feedback | None = None
        try:
            if judgement.verdict is Verdict.NEAR:
                judgement, leaving = self._settle(given, judgement)
            if leaving is None:
                feedback = self._feedback(given, judgement)
                decided = self._screen.feedback(feedback)
        except BaseException:
            self._record(given, _unsettled(self._sitting, judgement))
            raise
        leaving = leaving or (decided if isinstance(decided, Command) else None)
        self._record(given, judgement, decided if isinstance(decided, Rating) else None)
        if feedback is not None and isinstance(decided, Rating):
            self._screen.saved(feedback, decided)
        if leaving is Command.UNDO:
            self._undo()
        return leaving

    def _settle(self, given: Given, judgement: Judgement) -> tuple[Judgement, Command | None]:
        accepted = self._screen.accept_near(self._feedback(given, judgement))
        if isinstance(accepted, Command):
            return self._sitting.settle_near(judgement, accepted=False), accepted
        return self._sitting.settle_near(judgement, accepted=accepted), None

    def _record(self, given: Given, judgement: Judgement, rating: Rating | None = None) -> None:
        card = self._sitting.current.card
        with self._signals.held():
            # The review has the name that the card has now: banks may be loaded meanwhile.
            review = self._sitting.record(given, judgement, rating or judgement.suggested)
            self._cards[review.card] = card

    def _undo(self) -> None:
        with self._signals.held():
            candidate = self._sitting.undo()
        self._screen.say(NOTHING_TO_UNDO if candidate is None else TAKEN_BACK)

    def _feedback(self, given: Given, judgement: Judgement) -> Feedback:
        asked = self._sitting.next()
        if asked is None:
            raise LookupError
        return Feedback(
            asked=asked,
            response=given.response,
            judgement=judgement,
            passage=passage_of(self._sitting.current),
            next_days=self._sitting.next_days(),
        )

    def _page(self) -> ScorePage:
        store, clock = self._desk.store, self._desk.clock
        reviews = log.session_reviews(store, self._sitting.id)
        score = session_score(reviews)
        today = clock.now().study_day
        days = [DayTotal(**row._asdict()) for row in figures.day_totals(store, today - LATELY)]
        return ScorePage(
            score=score,
            titles={bank.key: bank.title for bank in self._desk.loaded.banks},
            missed=tuple(_missed(self._cards, reviews, key) for key in score.missed),
            returns=tuple(sorted(Counter(_last_dates(reviews).values()).items())),
            today=today,
            elapsed_ms=clock.ticks_ms() - self._started_ms,
            earlier=tuple(day for day in days if day.day < today),
            left=self._left(),
            day=next((day for day in days if day.day == today), None),
        )


def _unsettled(sitting: Sitting, judgement: Judgement) -> Judgement:
    """Return what is written of an answer when the sitting is cut off before the learner said more."""
    return sitting.settle_near(judgement, accepted=False) if judgement.verdict is Verdict.NEAR else judgement


def _last_dates(reviews: Sequence[Review]) -> dict[str, date]:
    return {review.card: review.due_on for review in reviews}


def _missed(cards: Mapping[str, Card], reviews: Sequence[Review], key: str) -> MissedCard:
    first = next(review for review in reviews if review.card == key)
    return MissedCard(cards[key].prompt, cards[key].right, given_in_words(first.response))
