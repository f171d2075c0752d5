"""One answer of the log as it tells of its question: with what was picked or typed wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.review import Verdict

if TYPE_CHECKING:
    from quiz.question import Kind
    from quiz.review import Response

_WRONG, _PARTLY = Verdict.WRONG, Verdict.PARTLY


class Trial(NamedTuple):
    """An answer that stands."""

    event: str
    """Id of the answer."""

    card: str
    """The present key of its card."""

    learner: str
    revision: str
    """Of the question as it was asked."""

    day: int
    """Ordinal of the study day (``date.toordinal``)."""

    kind: Kind
    judged: Verdict
    """What grading said."""

    verdict: Verdict
    """What counts: the learner's own, where it was overruled."""

    points: float
    """0..1."""

    duration_ms: int
    hints: int
    session: str
    is_first: bool
    """Whether it is the first to its card in its sitting."""

    response: Response | None
    """What was answered, where grading found it wrong or partly right; else None: it is not read."""

    @property
    def missed(self) -> bool:
        """Whether grading found it wrong, or right in part only."""
        return _is_missed(self.judged)

    @property
    def raised(self) -> bool:
        """Whether the learner overruled grading, which had found it wrong or partly right, into right."""
        return self.missed and not _is_missed(self.verdict)


def _is_missed(verdict: Verdict) -> bool:
    # A set would take four times as long: an enum's hash is reckoned anew each time.
    return verdict is _WRONG or verdict is _PARTLY
