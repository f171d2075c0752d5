"""What grading says of one response."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from quiz.grading.rating import TABLE, RatingTable
from quiz.review import Rating, Verdict

HALF = 0.5


class Sort(StrEnum):
    """What a piece of a drawn difference is."""

    SAME = "same"
    MISSING = "missing"
    """In the right answer, not typed."""

    EXTRA = "extra"
    """Typed, not in the right answer."""


class Piece(NamedTuple):
    """Neighbouring letters of one sort; never empty."""

    text: str
    sort: Sort


class Finding(NamedTuple):
    """What the grader of one kind found; ``grade`` makes a judgement of it.

    ``note`` is a clause without a full stop. ``luck`` is the chance, 0 to 1, that somebody
    who knows nothing gives this right response.
    """

    verdict: Verdict
    score: float
    note: str = ""
    luck: float = 0.0
    matched: str | None = None
    taken_as: str | None = None
    difference: tuple[Piece, ...] = ()
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on a response, and what follows from it.

    The score is 1 for right and for a near answer that was counted, 0 for wrong, between 0
    and 1 for partly, and 0.5 for a near answer that nobody has decided about yet.
    """

    verdict: Verdict
    score: float
    suggested: Rating
    reason: str
    """One sentence for the learner: why this verdict and rating."""

    difference: tuple[Piece, ...] = ()
    """Letter by letter, when a typed text comes close; the same and the missing pieces
    together spell ``matched``, and what grading ignores is the same. Otherwise empty."""

    matched: str | None = None
    """The accepted answer that a typed response was compared with."""

    taken_as: str | None = None
    """What a number or a date was read as, when that is not literally what was typed."""

    unread: bool = False
    """Something was typed that is no number, or no date, at all, or a date that can be read in
    more than one way: to be asked for once more, before anything is shown."""

    graded: Verdict | None = None
    """What grading had said, when the learner overruled it; else None."""


def rejudge_near(judgement: Judgement, accepted: bool, table: RatingTable = TABLE) -> Judgement:  # noqa: FBT001 - it is the learner's yes or no
    """Return the judgement after the learner was shown what differs and said yes or no.

    Yes: near still, with the full score and the rating of a near answer, since what slipped was
    the hand. No: wrong. Any other verdict than near comes back as it is.
    """
    if judgement.verdict is not Verdict.NEAR:
        return judgement
    if accepted:
        rating = judgement.suggested
        reason = f"You counted it as a slip, so it is rated {rating.name.lower()}."
        return replace(judgement, score=1.0, reason=reason)
    reason = "You did not count it, so it comes back soon."
    return replace(judgement, verdict=Verdict.WRONG, score=0.0, suggested=table.wrong, reason=reason)
