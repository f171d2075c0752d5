"""One sitting: the next card, an answer, a card set aside, and each of these taken back."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.card import Asked
from quiz.grading import grade, overrule, rejudge_near
from quiz.memory import SCHEDULER, Due, advance
from quiz.review import Mode, Rating, Review, Sign, Verdict
from quiz.store import candidates, catalogue, edits, log, states
from quiz.study import options
from quiz.study.adopting import parameters_in_use
from quiz.study.ground import Ground, shown_with
from quiz.study.marking import OPPOSITE, put_mark
from quiz.study.replay import card_state
from quiz.study.round import SPACING, Round
from quiz.study.spreading import Returns
from quiz.study.taking_back import take_back
from quiz.study.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from quiz.clock import Clock, Moment
    from quiz.grading import Judgement
    from quiz.review import CardState, Confidence, Response
    from quiz.store import Candidate, Store

__all__ = ["SPACING", "Given", "Sitting", "Terms", "take_back"]


class Given(NamedTuple):
    """A response, how long it took, how many hints were shown before, and how sure the learner was."""

    response: Response
    duration_ms: int
    hints: int = 0
    confidence: Confidence | None = None


class _Before(NamedTuple):
    """What a sitting was like before something was done, to be gone back to."""

    round: Round
    candidate: Candidate
    deed: Review | Sign


class Sitting:
    """Asks the cards of a queue, each until it was right once, and writes every answer at once.

    In an exam each is asked once.

    ``seed`` decides in which order options are shown; equal seeds give equal sittings. Only in
    the mode study do answers change memory. ``session`` names a sitting that goes on. Cards
    with a class in ``classes``, by row id, are put off where their paragraph was just shown.
    """

    def __init__(  # noqa: PLR0913 - what a sitting is made of
        self,
        store: Store,
        clock: Clock,
        queue: Sequence[Candidate],
        *,
        terms: Terms,
        seed: str,
        mode: Mode = Mode.STUDY,
        session: str | None = None,
        classes: Mapping[int, int] | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._cards = {candidate.card_id: candidate for candidate in queue}
        self._classes = classes or {}
        self._round = Round(tuple(self._cards))
        self._terms = terms
        self._seed = seed
        self._mode = mode
        self._past: list[_Before] = []
        self._hinted: dict[tuple[int, int], int] = {}
        """How many hints answers had that were taken back, by row id and number."""

        self.id = session or log.next_event_id(store, clock.now().at)
        self._parameters = parameters_in_use(store)
        self._returns = Returns(store, terms, self._parameters)
        log.save_parameters(store, self._parameters.id, SCHEDULER, self._parameters.weights)

    @property
    def left(self) -> int:
        """How many cards are still to be asked."""
        return len(self._round.queue)

    @property
    def mode(self) -> Mode:
        """What the answers are given for."""
        return self._mode

    @property
    def current(self) -> Candidate:
        """The card that ``next`` put. Raises IndexError when none is left."""
        return self._cards[self._round.queue[0]]

    @property
    def hinted(self) -> int:
        """How many hints were shown for an answer to what stands now that was taken back."""
        return self._hinted.get((self._round.queue[0], self._round.number), 0)

    def next(self) -> Asked | None:
        """Return the card to put before the learner; None when all are done."""
        if not self._round.queue:
            return None
        candidate = self.current
        shown = options.shown(candidate.card, f"{self._seed}:{self._round.number}")
        again = candidate.card_id in self._round.asked
        number, title, language = self._round.number, candidate.title, candidate.language
        return Asked(candidate.card, shown, number, self.left - 1, again, title, language=language)

    def judge(self, given: Given) -> Judgement:
        """Return what grading says of a response to the current card; nothing is written."""
        judgement = self._grade(given, ())
        if judgement.verdict is not Verdict.NEAR:
            return judgement
        card = self.current.card
        return self._grade(given, catalogue.answers_of_others(self._store, card.bank, card.question.id))

    def _grade(self, given: Given, rivals: Sequence[str]) -> Judgement:
        return grade(
            self.current.card,
            given.response,
            language=self.current.language,
            hints=given.hints,
            rivals=rivals,
            confidence=given.confidence,
            duration_ms=given.duration_ms,
            table=self._terms.table,
        )

    def settle_near(self, judgement: Judgement, *, accepted: bool) -> Judgement:
        """Return the judgement after the learner said whether a near miss counts."""
        return rejudge_near(judgement, accepted=accepted, table=self._terms.table)

    def overrule(self, judgement: Judgement, given: Given) -> Judgement:
        """Return the opposite judgement, as the learner wants it."""
        return overrule(judgement, hints=given.hints, table=self._terms.table)

    def next_days(self) -> dict[Rating, int]:
        """Return for each rating of the current card after how many days it would come back.

        Empty where answers leave memory alone.
        """
        if self._mode is not Mode.STUDY:
            return {}
        days = self._returns.by_rating(self.current, self._clock.now().study_day)
        return {rating: when.interval_days for rating, when in days.items()}

    def record(self, given: Given, judgement: Judgement, rating: Rating) -> Review:
        """Write the answer to the current card and go on; on disk when this returns.

        Raises ``NotSaved``, and then the sitting stands where it stood.
        """
        candidate, now = self.current, self._clock.now()
        # What it goes by is read in its own transaction: nobody writes between, and the file is locked once.
        with log.saving(self._store):
            when, state = self._advanced(rating, now.study_day)
            review = self._review(given, judgement, rating, now, when)
            log.add_review(self._store, review, candidate.card_id, state)
            if state is not None and edits.is_outdated(self._store, review.revision):
                # The bank was edited meanwhile: this answer may be one to what it asked before.
                states.write_state(self._store, candidate.card_id, card_state(self._store, review.card))
        if state is not None:
            self._cards[candidate.card_id] = candidate._replace(state=state)
        self._step(candidate, review)
        return review

    def _step(self, candidate: Candidate, deed: Review | Sign) -> None:
        """Go on after an answer to a card, or after it was set aside."""
        before = self._round
        if isinstance(deed, Review):
            done = self._mode is Mode.EXAM or deed.rating is not Rating.AGAIN
            after = before.answered(candidate.card_id, done=done, shown=shown_with(deed, candidate))
        else:
            after = before.without(candidate.card_id)
        self._round = after.spaced(Ground(self._classes, self._cards))
        self._past.append(_Before(before, candidate, deed))

    def _advanced(self, rating: Rating, today: date) -> tuple[Due, CardState | None]:
        """Return when the current card comes back, and its state then; None where memory is left alone."""
        if self._mode is not Mode.STUDY:
            return Due(0, today), None
        when = self._returns.after(self.current, rating, today)
        return when, advance(self.current.state, rating, today, when, self._parameters)

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
            confidence=given.confidence,
            mode=self._mode,
            session=self.id,
            interval_days=when.interval_days,
            due_on=when.due_on,
            scheduler=SCHEDULER,
            parameters=self._parameters.id,
            graded=judgement.graded,
        )

    def set_aside(self, candidate: Candidate, sign: Sign) -> None:
        """Suspend a card of this sitting, or bury it until tomorrow; it leaves the queue.

        Raises ``NotSaved``, and then the sitting stands where it stood.
        """
        until = self._clock.now().study_day + timedelta(days=1) if sign is Sign.BURIED else None
        self._mark(candidate, sign, until=until)
        self._step(candidate, sign)

    def flag(self, candidate: Candidate, note: str) -> None:
        """Flag a card with a note, to be mended later. Raises ``NotSaved``."""
        self._mark(candidate, Sign.FLAGGED, note=note)

    def _mark(self, candidate: Candidate, sign: Sign, *, note: str = "", until: date | None = None) -> None:
        key = catalogue.card_key_of(self._store, candidate.card_id)
        put_mark(self._store, self._clock, key, sign, note=note, until=until, session=self.id)

    def undo(self) -> Candidate | None:
        """Take back what was done last in this sitting and put its card again; None when there is nothing.

        Raises ``NotSaved``, and then the sitting stands where it stood.
        """
        if not self._past:
            return None
        before = self._past[-1]
        if isinstance(before.deed, Review):
            take_back(self._store, self._clock, before.deed, self.id)
            self._hinted[before.candidate.card_id, before.round.number] = before.deed.hints
        else:
            self._mark(before.candidate, OPPOSITE[before.deed])
        self._past.pop()
        self._round = before.round
        self.refresh()
        return self._cards.get(before.candidate.card_id, before.candidate)

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """Let all that a block does be on disk at its end, or none, and the sitting stand as before."""
        before = dict(self._cards), self._round, [*self._past], dict(self._hinted)
        try:
            with log.saving(self._store):
                yield
        except BaseException:
            self._cards, self._round, self._past, self._hinted = before
            raise

    def refresh(self) -> None:
        """Look the cards up again, as after banks were loaded; what is gone from them is not asked.

        An exam asks what it was planned with all the same, while that can be asked at all.
        """
        if self._mode is Mode.EXAM:
            from quiz.study.exam import askable  # noqa: PLC0415 - most sittings are no exam

            found = list(filter(askable, candidates.planned(self._store, self._round.queue)))
        else:
            found = candidates.chosen(self._store, self._round.queue)
        self._cards = {candidate.card_id: candidate for candidate in found}
        self._round = self._round.only(self._cards).spaced(Ground(self._classes, self._cards))

    def catch_up(self, deeds: Iterable[tuple[int, Review | Sign]]) -> None:
        """Go on where this sitting was left: after these deeds with cards (row ids), the oldest first.

        Called once, before anything else.
        """
        for card_id, deed in deeds:
            if card_id in self._cards:
                self._step(self._cards[card_id], deed)
        self.refresh()
