"""A folder of banks, a database beside it, and a clock that is set by hand."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from textwrap import dedent
from typing import TYPE_CHECKING

from quiz.clock import Clock, Moment, moment
from quiz.grading import Judgement
from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER
from quiz.review import Picked, Rating, Typed, Verdict
from quiz.store import Scope, Store, candidates, log, open_store
from quiz.study.loading import Loaded, load
from quiz.study.rebuilding import rebuild_all
from quiz.study.session import Given, Sitting, Terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from quiz.review import CardState, Review
    from quiz.store import Candidate

START = datetime(2022, 1, 10, 12, tzinfo=UTC)
TODAY = START.date()
TERMS = Terms(0.9)

TALKS = """
    quiz: 1
    title: Where and when to talk
    questions:
      - id: venue
        ask: Which city is proposed?
        answer: Geneva
        tags: [places]
      - id: month
        ask: When shall the talks begin?
        date: 2022-01
"""
PEOPLE = """
    quiz: 1
    title: People
    tags: [people]
    questions:
      - ask: Who speaks for the White House?
        answer: Jen Psaki
      - front: The Russian president
        back: Putin
"""


class Hands(Clock):
    """A clock whose hands are set; each look at it moves it on by a second."""

    def __init__(self, at: datetime = START) -> None:
        super().__init__()
        self.at = at

    def now(self) -> Moment:
        self.at += timedelta(seconds=1)
        return moment(self.at, zone=UTC, rollover_hour=4)

    def sleep(self, days: int = 1) -> None:
        self.at += timedelta(days=days)


@dataclass
class Room:
    """Where a test studies."""

    root: Path
    store: Store
    clock: Hands = field(default_factory=Hands)

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
        return path

    def load(self, *roots: Path) -> Loaded:
        return load(self.store, roots or [self.root], self.clock.now().at)

    def scope(self) -> Scope:
        return Scope(tuple(bank.id for bank in self.load().banks))

    def new(self) -> list[str]:
        return [candidate.card.key for candidate in candidates.new(self.store, self.scope())]

    def candidate(self, key: str) -> Candidate:
        """Find a card in use, new or answered, by its key."""
        scope = self.scope()
        far = self.clock.now().study_day + timedelta(days=40_000)
        found = [*candidates.new(self.store, scope), *candidates.due(self.store, scope, far, 10_000)]
        return next(candidate for candidate in found if candidate.card.key == key)

    def sit(self, *keys: str, seed: str = "0") -> Sitting:
        return self.sitting([self.candidate(key) for key in keys], seed)

    def sitting(self, queue: Sequence[Candidate], seed: str = "0") -> Sitting:
        return Sitting(self.store, self.clock, queue, terms=TERMS, seed=seed)

    def answer(self, key: str, rating: Rating = Rating.GOOD) -> Review:
        sitting = self.sit(key)
        sitting.next()
        return sitting.record(*reply(sitting, rating))

    def state(self, key: str) -> CardState | None:
        return self.candidate(key).state


@contextmanager
def room(folder: Path, *, banks: bool = True, db: str = "quiz.db") -> Iterator[Room]:
    with open_store(folder / db, now_ms=int(START.timestamp() * 1000)) as store:
        log.save_parameters(store, DEFAULT_PARAMETERS.id, SCHEDULER, DEFAULT_PARAMETERS.weights)
        found = Room(folder / "questions", store)
        found.root.mkdir(exist_ok=True)
        if banks:
            found.write("talks.yaml", TALKS)
            found.write("people.yaml", PEOPLE)
        yield found


def rebuild(store: Store, today: date = TODAY) -> int:
    """Rebuild what follows from the log, as ``quiz replay`` does; return how many cards have a state."""
    return rebuild_all(store, today, lambda _done, _total: None).cards


def reply(sitting: Sitting, rating: Rating) -> tuple[Given, Judgement, Rating]:
    """Return what ``Sitting.record`` takes: the right answer or none, rated ``rating``."""
    card = sitting.current.card
    knew = rating is not Rating.AGAIN
    right = card.right if knew else ""
    options = card.question.options()
    given = Given(Picked((right,), options) if options else Typed(right), 1000)
    verdict = Verdict.RIGHT if knew else Verdict.WRONG
    return given, Judgement(verdict=verdict, score=float(knew), suggested=rating, reason="told"), rating
