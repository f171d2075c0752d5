"""One sitting: the next card, an answer, an answer taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.card import Asked
from quiz.grading import grade, rejudge_near
from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER, Due, advance, due
from quiz.review import Mode, Rating, Review, Undo, Verdict
from quiz.store import catalogue, edits, log, states
from quiz.study import options
from quiz.study.replay import card_state

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from quiz.clock import Clock, Moment
    from quiz.grading import Judgement
    from quiz.review import Response
    from quiz.store import Candidate, Store

SPACING = 4
"""A card that was not known comes again after so many others, or at the end when fewer are left."""


class Given(NamedTuple):
    """A response, how long it took and how many hints were shown before."""

    response: Response
    duration_ms: int
    hints: int = 0


class _Before(NamedTuple):
    """What a sitting was like before an answer, to be gone back to."""

    queue: tuple[Candidate, ...]
    asked: frozenset[int]
    number: int
    review: Review
    candidate: Candidate


class Sitting:
    """Asks the cards of a queue, each until it was right once, and writes every answer at once.

    ``seed`` decides in which order options are shown; equal seeds give equal sittings.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        queue: Sequence[Candidate],
        *,
        desired_retention: float,
        seed: str,
    ) -> None:
        self._store = store
        self._clock = clock
        self._queue = tuple(queue)
        self._retention = desired_retention
        self._seed = seed
        self._number = 1
        self._asked: frozenset[int] = frozenset()
        self._past: list[_Before] = []
        self.id = log.next_event_id(store, clock.now().at)
        log.save_parameters(store, DEFAULT_PARAMETERS.id, SCHEDULER, DEFAULT_PARAMETERS.weights)

    @property
    def left(self) -> int:
        """How many cards are still to be asked."""
        return len(self._queue)

    @property
    def current(self) -> Candidate:
        """The card that ``next`` put. Raises IndexError when none is left."""
        return self._queue[0]

    def next(self) -> Asked | None:
        """Return the card to put before the learner; None when all are done."""
        if not self._queue:
            return None
        candidate = self.current
        shown = options.shown(candidate.card, f"{self._seed}:{self._number}")
        again = candidate.card_id in self._asked
        return Asked(candidate.card, shown, self._number, self.left - 1, again, candidate.title)

    def judge(self, given: Given) -> Judgement:
        """Return what grading says of a response to the current card; nothing is written."""
        card, language = self.current.card, self.current.language
        judgement = grade(card, given.response, language=language, hints=given.hints)
        if judgement.verdict is not Verdict.NEAR:
            return judgement
        rivals = catalogue.typed_answers(self._store, card.bank, card.question.id)
        return grade(card, given.response, language=language, hints=given.hints, rivals=rivals)

    def settle_near(self, judgement: Judgement, *, accepted: bool) -> Judgement:
        """Return the judgement after the learner said whether a near miss counts."""
        return rejudge_near(judgement, accepted=accepted)

    def next_days(self) -> dict[Rating, int]:
        """Return for each rating of the current card after how many days it would come back."""
        today = self._clock.now().study_day
        return {rating: self._due(rating, today).interval_days for rating in Rating}

    def record(self, given: Given, judgement: Judgement, rating: Rating) -> Review:
        """Write the answer to the current card and go on; on disk when this returns.

        Raises ``NotSaved``, and then the sitting stands where it stood.
        """
        candidate, now = self.current, self._clock.now()
        when = self._due(rating, now.study_day)
        state = advance(candidate.state, rating, now.study_day, when, DEFAULT_PARAMETERS)
        with log.saving(self._store):
            review = self._review(given, judgement, rating, now, when)
            log.add_review(self._store, review, candidate.card_id, state)
            if edits.is_outdated(self._store, review.revision):
                # The bank was edited meanwhile: this answer may be one to what it asked before.
                states.write_state(self._store, candidate.card_id, card_state(self._store, review.card))
        self._past.append(_Before(self._queue, self._asked, self._number, review, candidate))
        self._go_on(candidate._replace(state=state), rating)
        return review

    def _review(self, given: Given, judgement: Judgement, rating: Rating, now: Moment, when: Due) -> Review:
        """Return the event; to be called within its transaction, as the banks may be loaded meanwhile."""
        candidate = self.current
        return Review(
            id=log.next_event_id(self._store, now.at, after=self.id),
            device=self._store.device,
            learner=self._store.learner,
            card=catalogue.card_key_of(self._store, candidate.card_id),
            revision=candidate.card.revision,
            answered_at=now.at,
            utc_offset_minutes=now.utc_offset_minutes,
            study_day=now.study_day,
            duration_ms=given.duration_ms,
            kind=candidate.card.question.kind,
            response=given.response,
            verdict=judgement.verdict,
            score=judgement.score,
            suggested=judgement.suggested,
            rating=rating,
            hints=given.hints,
            confidence=None,
            mode=Mode.STUDY,
            session=self.id,
            interval_days=when.interval_days,
            due_on=when.due_on,
            scheduler=SCHEDULER,
            parameters=DEFAULT_PARAMETERS.id,
        )

    def undo(self) -> Candidate | None:
        """Take back the last answer of this sitting and put its card again; None when there is none.

        Raises ``NotSaved``, and then the sitting stands where it stood.
        """
        if not self._past:
            return None
        before = self._past[-1]
        take_back(self._store, self._clock, before.review, self.id)
        self._past.pop()
        self._queue, self._asked, self._number = before.queue, before.asked, before.number
        return before.candidate

    def _due(self, rating: Rating, today: date) -> Due:
        return due(
            self.current.state,
            rating,
            today,
            desired_retention=self._retention,
            parameters=DEFAULT_PARAMETERS,
        )

    def _go_on(self, answered: Candidate, rating: Rating) -> None:
        rest = self._queue[1:]
        if rating is Rating.AGAIN:
            rest = (*rest[:SPACING], answered, *rest[SPACING:])
        self._queue = rest
        self._asked |= {answered.card_id}
        self._number += 1


def take_back(store: Store, clock: Clock, review: Review, session: str) -> None:
    """Write that the event ``review`` does not count.

    The state of its card, whatever the card is called now, becomes what the log without the
    event gives. Raises ``NotSaved``.
    """
    now = clock.now()
    with log.saving(store):
        undo = Undo(
            id=log.next_event_id(store, now.at),
            device=store.device,
            learner=store.learner,
            review=review.id,
            undone_at=now.at,
            utc_offset_minutes=now.utc_offset_minutes,
            study_day=now.study_day,
            session=session,
        )
        card = log.present_name(store, review)
        card_id = catalogue.card_row_id(store, card)
        log.add_undo(store, undo)
        if card_id is not None:
            states.write_state(store, card_id, card_state(store, card))
