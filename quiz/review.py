"""One answered card: the event of the log, and the memory that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from quiz.question import Kind


class Rating(IntEnum):
    """How well it was recalled, in the numbers that FSRS uses."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Verdict(StrEnum):
    """What grading says of a response."""

    RIGHT = "right"
    NEAR = "near"
    PARTLY = "partly"
    WRONG = "wrong"


class State(StrEnum):
    """Where an answered card stands; a card never answered has no state and counts as new."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class Confidence(IntEnum):
    """How sure the learner was before the verdict was shown; it never changes the mark."""

    GUESSING = 1
    THINK_SO = 2
    SURE = 3


class Sign(StrEnum):
    """What a learner says of a card beside answering it; each takes the place of its opposite."""

    SUSPENDED = "suspended"
    UNSUSPENDED = "unsuspended"
    BURIED = "buried"
    UNBURIED = "unburied"
    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"


class Mode(StrEnum):
    """What the answer was given for; only study changes memory."""

    STUDY = "study"
    CRAM = "cram"
    EXAM = "exam"


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS knows of one card."""

    stability: float
    """Days until the chance of recall has fallen to 0.9; above 0."""

    difficulty: float
    """1 (easy) to 10."""


@dataclass(frozen=True, slots=True)
class CardState:
    """A card that was answered at least once."""

    state: State
    memory: Memory
    last_day: date
    """Study day of the last answer."""

    due_on: date
    """Study day on which it is asked again; ``last_day`` itself while it is being learnt."""

    interval_days: int
    """Days from the last answer to ``due_on``; 0 while it is being learnt."""

    reviews: int
    """How often it was answered."""

    lapses: int
    """How often it was rated Again while in review."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Typed text, as typed. The empty text says: I do not know."""

    text: str


@dataclass(frozen=True, slots=True)
class Picked:
    """Options picked (for an order: all, in the order given), and all as they were shown."""

    picked: tuple[str, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """For each left side the right side given to it, and the right sides as they were shown."""

    pairs: tuple[tuple[str, str], ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SelfRated:
    """How a learner rated the recall of a flashcard."""

    rating: Rating


Response = Typed | Picked | Matched | SelfRated


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One answered card: an event of the log, written once and never changed."""

    id: str
    """UUIDv7 text; the order of ids is the order in which the events are replayed."""

    device: str
    learner: str
    card: str
    revision: str
    answered_at: datetime
    """UTC, whole milliseconds."""

    utc_offset_minutes: int
    study_day: date
    duration_ms: int
    """From the question being shown to the answer; at least 0."""

    kind: Kind
    response: Response
    verdict: Verdict
    score: float
    """0 (nothing right) to 1 (all right)."""

    suggested: Rating
    rating: Rating
    hints: int
    """How many hints were shown before the answer."""

    confidence: Confidence | None
    """What the learner said before seeing the verdict; None when it was not asked."""

    mode: Mode
    session: str
    interval_days: int
    due_on: date
    scheduler: str
    """Version of the formulas, such as ``fsrs-6.1``."""

    parameters: str
    """Id of the parameter set used."""

    graded: Verdict | None = None
    """What grading had said, when the learner overruled it; else None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """An event that takes one review back."""

    id: str
    device: str
    learner: str
    review: str
    undone_at: datetime
    utc_offset_minutes: int
    study_day: date
    session: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An event that sets a card aside, takes it back, or flags it; the latest of its sort counts."""

    id: str
    device: str
    learner: str
    card: str
    sign: Sign
    note: str
    """What the learner wrote to a flag; else empty."""

    until: date | None
    """For a buried card the study day on which it is asked again; else None."""

    marked_at: datetime
    utc_offset_minutes: int
    study_day: date
    session: str
    """The sitting in which it was said; empty outside of one."""
