"""One answer of the log, cut down to what figures need: many of them are looked at at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quiz.question import Kind
    from quiz.review import Confidence, Mode, Verdict


class Answer(NamedTuple):
    """An answer that stands. Whole numbers, and texts shared by many answers: a million take little room."""

    card: str
    """The present key of its card."""

    day: int
    """Ordinal of the study day (``date.toordinal``)."""

    minute: int
    """Local minute of the day at which it was given, 0..1439."""

    kind: Kind
    verdict: Verdict
    points: float
    """0..1."""

    rating: int
    """1 (Again) to 4 (Easy)."""

    duration_ms: int
    """From the question being shown to the answer."""

    mode: Mode
    session: str
    is_first: bool
    """Whether it is the first to its card in its sitting: only these bring points."""

    in_review: bool
    """Whether true retention counts it: given for study, to a card that came back after days."""

    confidence: Confidence | None
    hints: int
    shown: int
    """How many options were shown; 0 where it was typed, or where the log does not say."""

    overruled: bool

    @property
    def recalled(self) -> bool:
        """Rated better than Again."""
        return self.rating > 1
