"""One card's life as it is explained: its answers with what each did to memory, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from quiz.progress.away import Away
    from quiz.progress.goal import Aimed
    from quiz.review import CardState, Confidence, Memory, Mode, Rating, Sign, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to the card, also one that was taken back."""

    id: str
    """The event's, and so its place in time."""

    day: date
    """Its study day."""

    mode: Mode
    verdict: Verdict
    graded: Verdict | None
    """What grading had said, where the learner overruled it."""

    suggested: Rating
    rating: Rating
    hints: int
    confidence: Confidence | None
    interval_days: int
    """Given on that day, as ``due_on``."""

    due_on: date
    elapsed_days: int | None
    """Study days since the last answer that counted, at least 0; None: there was none."""

    recall: float | None
    """The chance of recall that was predicted, 0..1; None before the first answer that counts."""

    before: Memory | None
    """None: there was none."""

    after: Memory | None
    """None: memory was left alone, by a cram, an exam, or as the answer was taken back."""

    undone_on: date | None
    """The study day on which it was taken back."""

    @property
    def counts(self) -> bool:
        """Whether it moved memory."""
        return self.after is not None


class Edited(NamedTuple):
    """The answer was changed in the bank; the card is asked again from ``day`` on."""

    id: str
    day: date


class Renamed(NamedTuple):
    """The card had another name before; ``day`` is that of UTC, as no other is known."""

    id: str
    day: date
    old: str
    new: str


class Marked(NamedTuple):
    """The card was set aside, taken back or flagged."""

    id: str
    day: date
    sign: Sign
    note: str
    until: date | None
    """For a buried card, when it was to be asked again."""


class Moved(NamedTuple):
    """The due day given by the answer ``review`` was moved to fit other parameters."""

    id: str
    review: str
    day: date
    interval_days: int
    due_on: date


Event = Answer | Edited | Renamed | Marked | Moved


class Outcome(NamedTuple):
    """What an answer today would give."""

    rating: Rating
    interval_days: int
    """0: asked again today until it is right."""

    due_on: date
    memory: Memory


class Neighbour(NamedTuple):
    """A day on which the card might come, and what stands on it today, the card itself left out."""

    day: date
    cards: int
    siblings: int
    share: float
    """What the weekday takes of a usual day, 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """The interval that follows from the newest answer, by today's settings, and what was given.

    ``days`` are those of the fuzz range, one alone where nothing is spread.
    """

    desired_retention: float
    interval_days: int
    """By the formula, when the chance of recall has fallen to the desired retention."""

    recall: float
    """The chance of recall after these days, 0..1: not quite the desired one, as days are whole."""

    given_days: int
    given_on: date
    """The day of the answer."""

    moved_on: date | None
    """The day on which the due day was moved to fit other parameters; then that is what was given."""

    days: tuple[Neighbour, ...]
    balance: bool
    """Whether the day with the least to do is taken; else chance picks, always the same day."""

    @property
    def fits(self) -> bool:
        """Whether today's settings could have given what was given."""
        return any((one.day - self.given_on).days == self.given_days for one in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """Whether the card is asked today, and what stands in the way. Limits are on all banks, a day."""

    place: int | None
    """Its place, from 1, in what is asked today; None: it is not asked today."""

    total: int
    """How many cards are asked today."""

    limit: int
    """New cards a day for a new one, reviews a day for another."""

    done: int
    """How many of these were done today."""

    sibling_today: bool
    """Whether a sibling is asked or was answered today; of siblings one is asked a day."""

    bank_limited: bool
    """Whether a limit of its own is set on the card's bank."""

    catching_up: bool
    """Whether a backlog is cleared by a plan, and it belongs to that or is new, for which it waits."""


class Planned(NamedTuple):
    """A plan to a day that is kept, as one card sees it."""

    stands: Aimed
    about_it: bool
    """Whether the card is one of those that it is about."""

    pulls_from: date | None
    """The first day on which it pulls reviews in; None: it pulls none."""

    def pulled(self, day: date, due_on: date) -> bool:
        """Whether it was the plan that let the card be asked on a day before it was due."""
        if not self.about_it or self.pulls_from is None:
            return False
        return self.pulls_from <= day < self.stands.by <= due_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Everything that is told of one card on the study day ``today``."""

    card: str
    prompt: str
    today: date
    state: CardState | None
    """As the log gives it; None: the card is new."""

    recall: float | None
    """The chance of recall today, 0..1; None for a new card."""

    parameters: str
    """Name of the parameter set that the newest answer was stepped with, or would be."""

    events: tuple[Event, ...]
    """Oldest first."""

    reckoned: Reckoned | None
    """None for a new card, and for one whose newest answer was Again."""

    edited_on: date | None
    """The day of a changed answer that made the card due, until it is answered as it reads now."""

    aside: date | None
    """Until when it is not asked, ``date.max`` for good; None: it is not set aside."""

    in_use: bool
    """Whether its bank has it, sound and no draft."""

    queued: Queued | None
    """None for a card that is not asked today as it is not due, set aside, or not in use."""

    outcomes: Mapping[Rating, Outcome]
    """By rating from Again to Easy, of an answer today."""

    plan: Planned | None = None
    """The plan to a day that is kept."""

    paused: Away | None = None
    """The pause that holds today."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Return all answers, oldest first."""
        return tuple(event for event in self.events if isinstance(event, Answer))

    @property
    def newest(self) -> Answer | None:
        """Return the newest answer that moved memory."""
        return next((answer for answer in reversed(self.answers) if answer.counts), None)
