"""What a sitting needs of a screen. The interactive and the line mode both give it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from quiz.review import SelfRated

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from quiz.card import Asked, Card
    from quiz.grading import Judgement
    from quiz.progress.values import DayTotal, SessionScore
    from quiz.review import Confidence, Rating, Response


class Command(Enum):
    """What a learner can want instead of going on."""

    UNDO = "undo"
    LEAVE = "leave"
    SOURCE = "source"
    OVERRULE = "overrule"
    FLAG = "flag"
    SUSPEND = "suspend"
    BURY = "bury"
    EDIT = "edit"
    PAUSE = "pause"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Answer:
    """A response, the time it took from the question being shown, and the hints shown before."""

    response: Response
    duration_ms: int
    hints: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """The paragraph that proves an answer. ``text`` is None when ``missing`` says why it cannot be shown.

    ``also`` are further paragraphs that the answer needs, which have none in turn.
    """

    document: str
    paragraph: int | None
    text: str | None
    quote: str | None
    missing: str | None = None
    also: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What is said after an answer; ``next_days``: for each rating the days until it comes back, 0 today."""

    asked: Asked
    response: Response
    judgement: Judgement
    passage: Passage | None
    next_days: Mapping[Rating, int]
    overruled: bool = False
    """Whether the learner has just turned the verdict round; the rest was told before."""

    def teaches(self) -> bool:
        """Whether the paragraph is shown unasked: it can be, and the answer was not right."""
        wrong = self.judgement.score < 1 and not isinstance(self.response, SelfRated)
        return wrong and not self.overruled and self.passage is not None and self.passage.text is not None


@dataclass(frozen=True, slots=True)
class Look:
    """A new card shown before it counts; ``number`` of ``total`` counts from 1."""

    card: Card
    passage: Passage | None
    number: int
    total: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class Leech:
    """A card that was forgotten again and again; ``place`` is ``file:line`` of its question."""

    prompt: str
    lapses: int
    place: str


@dataclass(frozen=True, slots=True)
class MissedCard:
    """A line of "what was missed" on the score page."""

    prompt: str
    right: str
    given: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePage:
    """The end of a sitting. ``returns`` counts the cards of this sitting by the day they come back."""

    score: SessionScore
    titles: Mapping[str, str]
    """Bank key to title."""

    missed: tuple[MissedCard, ...]
    returns: tuple[tuple[date, int], ...]
    today: date
    elapsed_ms: int
    """From the first question to the end, pauses included."""

    earlier: tuple[DayTotal, ...]
    """Earlier days with answers, newest first."""

    left: int
    """Cards of today's queue that were not asked yet."""

    day: DayTotal | None = field(default=None)
    """Today over all sittings."""

    goal: str = ""
    """Where a plan to a day stands, as a sentence; empty where there is none."""


class Screen(Protocol):
    """One way to hold a sitting. Methods return what the learner decides.

    KeyboardInterrupt passes through every method. The end of input (Ctrl-D, a closed pipe)
    is ``Command.LEAVE``.
    """

    @property
    def attended(self) -> bool:
        """Whether somebody sits there who can be asked something beside the questions."""
        ...

    def say(self, sentence: str) -> None:
        """Show one sentence."""
        ...

    def ask(self, asked: Asked) -> Answer | Command:
        """Put a question and return the answer; for recall, turn the card and return the rating.

        Put once more, as after a pause, it goes on where it stood: hints, time, what was typed.
        ``Command.SOURCE`` counts as a hint.
        """
        ...

    def confidence(self) -> Confidence | Command:
        """Ask how sure the learner is, before anything is said of the answer."""
        ...

    def accept_near(self, feedback: Feedback) -> bool | Command:
        """Show a near miss with its difference, and ask whether it counts as right."""
        ...

    def feedback(self, feedback: Feedback) -> None:
        """Show verdict, right answer and why, and after an answer that was not right the paragraph."""
        ...

    def decide(self, feedback: Feedback) -> Rating | Command:
        """Return the rating taken after ``feedback``, or what else is wanted.

        ``Command.UNDO`` takes this very answer back, ``Command.LEAVE`` keeps it with the
        suggested rating and leaves.
        """
        ...

    def saved(self, feedback: Feedback, rating: Rating) -> None:
        """Say with which rating the answer was saved; called once it is on disk."""
        ...

    def passage(self, passage: Passage | None) -> None:
        """Show the paragraph that proves an answer, or why it cannot be shown."""
        ...

    def note(self, request: str) -> str | None:
        """Ask for a line of text, which may be empty; None when the learner thinks better of it."""
        ...

    def pause(self) -> None:
        """Wait until the learner goes on; nothing of the question is to be seen meanwhile."""
        ...

    def look(self, look: Look) -> Command | None:
        """Show a new card with its answer and paragraph. ``Command.LEAVE`` ends the looking."""
        ...

    def read(self, passage: Passage) -> Command | None:
        """Show a paragraph to be read before it is asked about. ``Command.LEAVE`` leaves the sitting."""
        ...

    def leech(self, leech: Leech) -> Command | None:
        """Say that a card does not stick and what can be done; return what the learner chose."""
        ...

    def confirm(self, question: str, *, default: bool) -> bool:
        """Ask a yes/no question; the end of input is the default."""
        ...

    def days(self, question: str, *, default: int) -> int | None:
        """Ask whether something is to be done in ``default`` days; another number can be given, 1 to 365.

        None is no, as is the end of input.
        """
        ...

    def score(self, page: ScorePage) -> Command | None:
        """Show the score page. ``Command.UNDO`` takes the very last answer back and goes on.

        ``Command.MISSED`` asks once more what was missed.
        """
        ...
