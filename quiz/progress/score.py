"""The score of one sitting."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from quiz.progress.keys import bank_of
from quiz.progress.values import SessionLine, SessionScore, Tally
from quiz.review import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quiz.review import Review

_MISSED = frozenset({Verdict.PARTLY, Verdict.WRONG})


def session_score(reviews: Sequence[Review]) -> SessionScore:
    """Score the reviews of one session, given in log order without those taken back.

    Only the first answer to each card goes into the tallies and into ``missed``; a near
    answer is not missed. Banks and kinds stand in the order in which they were first asked.
    No review gives empty tallies.
    """
    firsts = _first_answers(reviews)
    return SessionScore(
        total=_tally(firsts),
        by_bank=_tally_by(firsts, lambda review: bank_of(review.card)),
        by_kind=_tally_by(firsts, lambda review: review.kind.value),
        missed=tuple(review.card for review in firsts if review.verdict in _MISSED),
        answers=len(reviews),
        answering_ms=sum(review.duration_ms for review in reviews),
    )


def session_line(session: str, reviews: Sequence[Review], *, over: bool) -> SessionLine:
    """Return a session as ``session_score`` scores it; no points of one that is not ``over``.

    It begins with the first of its reviews, at the local time of that moment. Raises IndexError
    without any.
    """
    first, score = reviews[0], session_score(reviews)
    started = first.answered_at.astimezone(UTC) + timedelta(minutes=first.utc_offset_minutes)
    return SessionLine(
        session=session,
        day=first.study_day,
        started=started.replace(tzinfo=None),
        tally=score.total if over else None,
        answering_ms=score.answering_ms,
    )


def _first_answers(reviews: Iterable[Review]) -> tuple[Review, ...]:
    firsts: dict[str, Review] = {}
    for review in reviews:
        firsts.setdefault(review.card, review)
    return tuple(firsts.values())


def _tally(reviews: Iterable[Review]) -> Tally:
    tally = Tally()
    for review in reviews:
        tally = tally.plus(review.verdict, review.score)
    return tally


def _tally_by(reviews: Iterable[Review], name: Callable[[Review], str]) -> dict[str, Tally]:
    groups: dict[str, list[Review]] = {}
    for review in reviews:
        groups.setdefault(name(review), []).append(review)
    return {key: _tally(group) for key, group in groups.items()}
