"""An answer that is not written yet: what grading says of it, and what the learner makes of that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.cli.passages import passage_of
from quiz.question import Kind
from quiz.review import Verdict
from quiz.ui.screen import Command, Feedback

if TYPE_CHECKING:
    from quiz.grading import Judgement
    from quiz.review import Rating, Review
    from quiz.store import Candidate
    from quiz.study.session import Given, Sitting
    from quiz.ui.screen import Screen


class Answered:
    """An answer to the card that a sitting put last, and the judgement that counts at the moment."""

    def __init__(self, sitting: Sitting, given: Given) -> None:
        self._sitting = sitting
        self._near: Judgement | None = None
        self._other: Judgement | None = None
        self.given = given
        self.judgement = sitting.judge(given)
        self.feedback: Feedback | None = None
        """What was shown of it last."""

    @property
    def candidate(self) -> Candidate:
        """The card; to be asked for before the answer is written."""
        return self._sitting.current

    def decided(self, screen: Screen, *, confidence: bool) -> Rating | Command:
        """Show what is said of it until the learner takes a rating, or wants something else.

        Whatever comes in between, ``judgement`` is what to write. ``Command.SOURCE``, ``FLAG``
        and ``PAUSE`` leave the answer waiting: call ``decide`` once they are done.
        """
        if confidence and self.candidate.card.question.kind is not Kind.RECALL:
            sure = screen.confidence()
            if isinstance(sure, Command):
                return sure
            self.given = self.given._replace(confidence=sure)
            self.judgement = self._sitting.judge(self.given)
        if self.judgement.verdict is Verdict.NEAR:
            accepted = screen.accept_near(self._told())
            if isinstance(accepted, Command):
                return accepted
            self._near = self.judgement
            self.judgement = self._sitting.settle_near(self._near, accepted=accepted)
        self._show(screen)
        return self.decide(screen)

    def decide(self, screen: Screen) -> Rating | Command:
        """Wait for the rating, or for what else is wanted; the verdict may be turned meanwhile."""
        while True:
            decided = screen.decide(self.feedback or self._told())
            if decided is not Command.OVERRULE:
                return decided
            self.turn()
            self._show(screen, overruled=True)

    def turn(self) -> None:
        """Let the opposite verdict count; turned once more, what counted before."""
        self.judgement, self._other = self._other or self._opposite(), self.judgement

    def _opposite(self) -> Judgement:
        if self._near is not None:
            # Whether a near miss counts is the learner's to say in any case: nothing is overruled.
            return self._sitting.settle_near(self._near, accepted=self.judgement.verdict is Verdict.WRONG)
        return self._sitting.overrule(self.judgement, self.given)

    def written(self, rating: Rating | None) -> Review:
        """Write it, with the suggested rating where the learner took none; see ``Sitting.record``."""
        near = self.judgement.verdict is Verdict.NEAR and self.judgement.score < 1
        if near:  # The learner said no more of it.
            self.judgement = self._sitting.settle_near(self.judgement, accepted=False)
        return self._sitting.record(self.given, self.judgement, rating or self.judgement.suggested)

    def _show(self, screen: Screen, *, overruled: bool = False) -> None:
        self.feedback = replace(self._told(), overruled=overruled)
        screen.feedback(self.feedback)

    def _told(self) -> Feedback:
        asked = self._sitting.next()
        if asked is None:
            raise LookupError
        return Feedback(
            asked=asked,
            response=self.given.response,
            judgement=self.judgement,
            passage=passage_of(self.candidate),
            next_days=self._sitting.next_days(),
        )
