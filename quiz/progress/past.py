"""Sittings that were held, as lists and one by one; also as JSON, a promise to scripts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.progress.scores_json import standing_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from quiz.progress.exam import ExamResult, Task
    from quiz.progress.scores import Score, Standing
    from quiz.review import Mode, Review

LAYOUT = 1
DECIMALS = 6
OPEN = "open"


class Held(NamedTuple):
    """A sitting of the learner with answers that stand, or an exam. ``number``: 1 is the latest of all.

    ``cards`` are those with an answer, in an exam all of it; ``score`` is over the first answer to
    each, and None for an exam that is not over: nothing is told of that. ``passed``: of exams.
    """

    number: int
    session: str
    day: date
    minute: int
    """Local minute of the day, 0..1439, at which it began: an exam with its plan, others with an answer."""

    mode: Mode
    banks: tuple[str, ...]
    """Keys of the banks, in the order in which they were first asked."""

    cards: int
    answers: int
    """All answers, repeated ones too."""

    score: Score | None
    answering_ms: int
    passed: bool | None = None
    over: bool = True

    @property
    def began(self) -> str:
        """The local time at which it began, ``09:05``."""
        return f"{self.minute // 60:02}:{self.minute % 60:02}"


class Past(NamedTuple):
    """Sittings, the newest first, and how they went by bank (study alone) and by what exams were about."""

    held: tuple[Held, ...]
    banks: tuple[tuple[str, Standing], ...]
    exams: tuple[tuple[str, Standing], ...]


class Said(NamedTuple):
    """An answer. ``task``: what was asked, by its card as it is now; None when the banks never had it here.

    ``gone``: its card is in no bank any more, or a draft.
    """

    review: Review
    task: Task | None
    taken_back: bool
    gone: bool

    @property
    def asked(self) -> str:
        """What was asked, or else the name of its card."""
        return self.review.card if self.task is None else self.task.asked

    @property
    def changed(self) -> bool:
        """Whether what was answered is not what the banks ask now."""
        return self.task is not None and self.task.changed


class Reopened(NamedTuple):
    """One sitting with every answer, in the order given. ``result``: of an exam whose plan is here."""

    held: Held
    said: tuple[Said, ...]
    result: ExamResult | None

    @property
    def unanswered(self) -> tuple[Task, ...]:
        """What an exam asked and nobody answered."""
        return () if self.result is None else tuple(task for task in self.result.tasks if task.review is None)


def past_json(past: Past) -> dict[str, Any]:
    """Return what `quiz history --json` prints.

    Shares are 0..1 and rounded to six decimals; keys are never left out, new ones may come, one
    that goes or changes raises ``layout``::

        layout    1
        sittings  [sitting], the newest first:
                  {number, sitting, day, began, mode, banks, cards, answers, points, share,
                  corrected, answering_ms, passed, open}; number is what `quiz history NUMBER`
                  takes, began local time, mode study, cram or exam; points, share and
                  corrected (the share beyond luck) are of the first answer to each card, null
                  for an exam that is open; passed is null but for exams
        banks     [{name, sittings, best, last, trend}]: study sittings by bank; best and last
                  are {sitting, day, points, out_of, share, corrected}; trend is {way, slope,
                  margin, sittings}, slope in shares a sitting, or null for fewer than five
        exams     the same of exams, by what they were about
    """
    return {
        "layout": LAYOUT,
        "sittings": [_held(one) for one in past.held],
        "banks": [{"name": name, **standing_json(one)} for name, one in past.banks],
        "exams": [{"name": name, **standing_json(one)} for name, one in past.exams],
    }


def reopened_json(reopened: Reopened, given: Callable[[Review], str]) -> dict[str, Any]:
    """Return what `quiz history SITTING --json` prints; ``given`` puts an answer into words.

    Keys and numbers as in ``past_json``::

        layout       1
        sitting      as in the list
        passed_from  share of the points that passes the exam; null but for exams
        answers      [{card, asked, given, right, verdict, graded, score, rating, suggested, hints,
                     confidence, duration_ms, at, taken_back, changed_since, gone}], in the order
                     given; asked and right are as the banks have them now (right null where they
                     have none), graded is what grading had said when it was overruled, at the
                     local time, ``2027-03-01T09:05:10``; gone: no bank asks it any more
        unanswered   [{card, asked, right}]: what of an exam was not answered
    """
    return {
        "layout": LAYOUT,
        "sitting": _held(reopened.held),
        "passed_from": reopened.result and reopened.result.passed_from,
        "answers": [_said(one, given(one.review)) for one in reopened.said],
        "unanswered": [
            {"card": task.card.key, "asked": task.asked, "right": task.right or None}
            for task in reopened.unanswered
        ],
    }


def _held(held: Held) -> dict[str, Any]:
    score = held.score
    return {
        "number": held.number,
        "sitting": held.session,
        "day": held.day.isoformat(),
        "began": held.began,
        "mode": held.mode.value,
        "banks": [*held.banks],
        "cards": held.cards,
        "answers": held.answers,
        "points": None if score is None else round(score.points, DECIMALS),
        "share": None if score is None else round(score.share, DECIMALS),
        "corrected": None if score is None else round(score.corrected, DECIMALS),
        "answering_ms": held.answering_ms,
        "passed": held.passed,
        OPEN: not held.over,
    }


def _said(said: Said, given: str) -> dict[str, Any]:
    review = said.review
    local = review.answered_at + timedelta(minutes=review.utc_offset_minutes)
    return {
        "card": review.card,
        "asked": None if said.task is None else said.task.asked,
        "given": given,
        "right": None if said.task is None else said.task.right or None,
        "verdict": review.verdict.value,
        "graded": review.graded and review.graded.value,
        "score": round(review.score, DECIMALS),
        "rating": review.rating.name.lower(),
        "suggested": review.suggested.name.lower(),
        "hints": review.hints,
        "confidence": review.confidence and review.confidence.name.lower(),
        "duration_ms": review.duration_ms,
        "at": local.replace(tzinfo=None).isoformat(timespec="seconds"),
        "taken_back": said.taken_back,
        "changed_since": said.changed,
        "gone": said.gone,
    }


def narrowed(held: Sequence[Held], banks: Sequence[str], since: date | None) -> list[Held]:
    """Return the sittings from a day on in which any of these banks was asked; without banks any."""
    return [
        one
        for one in held
        if (since is None or one.day >= since) and (not banks or not {*banks}.isdisjoint(one.banks))
    ]
