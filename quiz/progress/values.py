"""The figures that are shown; each says exactly what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quiz.review import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from quiz.progress.away import Away, CatchingUp
    from quiz.progress.calendar import DayCell
    from quiz.progress.goal import Aimed
    from quiz.progress.report import Known
    from quiz.progress.selection import Selection


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers counted by verdict, and the points they brought: the sum of scores 0..1.

    Who makes a tally says which answers are in it. The empty tally has 0 of everything.
    """

    right: int = 0
    near: int = 0
    partly: int = 0
    wrong: int = 0
    points: float = 0.0

    @property
    def answered(self) -> int:
        """How many answers were counted; also the most points there could have been."""
        return self.right + self.near + self.partly + self.wrong

    @property
    def share(self) -> float | None:
        """Points for each answer, 0..1; None when there is no answer."""
        return self.points / self.answered if self.answered else None

    def plus(self, verdict: Verdict, points: float) -> Tally:
        """Return the tally with one more answer."""
        counts = {name.value: getattr(self, name.value) + (name is verdict) for name in Verdict}
        return Tally(**counts, points=self.points + points)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionScore:
    """One sitting: what it came to and how long it took, wherever that is told.

    The first answer to each card counts for the points; later ones only show persistence. The
    time is that of all answers, each from its question to the answer: only that is in the log.
    """

    total: Tally
    by_bank: Mapping[str, Tally]
    by_kind: Mapping[str, Tally]
    missed: tuple[str, ...]
    """Keys of the cards whose first answer was partly or wrong, in the order asked."""

    answers: int
    """All answers, repeated ones too."""

    answering_ms: int
    """Sum of the times from question to answer."""


class Retention(NamedTuple):
    """Recalled (rated better than Again) out of asked, among cards that were in review."""

    recalled: int
    asked: int

    @property
    def share(self) -> float | None:
        """Recalled out of asked, 0..1; None when none was asked."""
        return self.recalled / self.asked if self.asked else None


class Streak(NamedTuple):
    """Study days in a row with at least one answer; ``longest`` is the best ever."""

    days: int
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTotal:
    """The answers of one study day that were not taken back.

    Those given in an exam or a cram, which memory is not told of, are answers of the day, but
    counted apart, as Anki counts those of its filtered decks; and they bring the day no points.
    """

    day: date
    answers: int
    """All of them."""

    apart: int
    """Those of them that were given in an exam or a cram."""

    counted: int
    """First answers to each card of a sitting, as in ``SessionScore``: the most points there could be."""

    points: float
    """Sum of the scores of the answers that are counted."""

    answering_ms: int
    """Sum of the times from question to answer, of all answers."""

    @property
    def studied(self) -> int:
        """How many answers memory is told of."""
        return self.answers - self.apart

    @property
    def share(self) -> float | None:
        """Points for each answer that is counted, 0..1; None without any."""
        return self.points / self.counted if self.counted else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFigures:
    """Where the cards of one bank stand today."""

    bank: str
    title: str
    cards: int
    new: int
    learning: int
    """Cards being learnt or relearnt: to be asked again today."""

    review: int
    due: int
    """Answered cards due today or earlier."""

    retention: Retention
    known: Known
    """Of the cards that are not set aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What `quiz stats` shows."""

    today: date
    due_today: int
    """Answered cards due today or earlier."""

    overdue: int
    """Those of them that were due before today."""

    due_tomorrow: int
    """Answered cards due tomorrow, today's not counted."""

    new_left: int
    """Cards never answered."""

    new_today: int
    """How many of them the day's limit still allows."""

    answers_today: int
    """All answers of today, those in exams or cram too."""

    apart_today: int
    """Those of them that were given in exams or cram."""

    done_today: DayTotal
    """What today came to."""

    answers_total: int
    apart_total: int
    known: Known
    """Of the cards that are not set aside."""

    calendar: tuple[tuple[DayCell, ...], ...]
    """The last 53 weeks, the oldest first."""

    retention: Retention
    """True retention of the last 30 study days, today included."""

    desired_retention: float
    streak: Streak
    forecast: tuple[tuple[date, int], ...]
    """Cards due on each of seven days from today; today's holds the overdue ones too."""

    banks: tuple[BankFigures, ...]
    days: tuple[DayTotal, ...]
    """Earlier days with answers, newest first."""

    sessions: tuple[SessionLine, ...]
    """The latest sittings, newest first."""

    overdue_since: date | None = None
    """The earliest due day of those overdue; None when there are none."""

    pause: Away | None = None
    """The pause that holds today."""

    catching_up: CatchingUp | None = None
    """Where the clearing of a backlog stands; None when there is no plan for that, or it is cleared."""

    plan: Aimed | None = None
    """Where the plan to a day stands that is kept; None without one."""

    selection: Selection | None = None
    """The answers and cards that were asked for; None when all are meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One sitting of those in the log."""

    session: str
    day: date
    started: datetime
    """Local time of the first answer, naive; it may lie a day after ``day``, before the rollover hour."""

    tally: Tally | None
    """First answers to each card, as in ``SessionScore``; None: an exam that is not over tells nothing."""

    answering_ms: int
    """As in ``SessionScore``."""
