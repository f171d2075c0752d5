"""Questions with planted faults, asked of one learner: `python -m tests.progress.faults_planted`.

How many of them are found after so many answers to each, and how many findings are false; in the
last column the same of thirty learners with eight answers each. One learner's answers say little
of dead options, since most are right and errors are habits, nor of ease, since what is easy is
asked when it is about to be forgotten all the same. A learner forgets as memory foretells, but for
a level of their own, days that go better or worse, and questions that are a little harder or
easier; errs by habit, and guesses.
"""

from __future__ import annotations

import math
from collections import Counter
from datetime import date
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from quiz.card import Card
from quiz.memory import DEFAULT_PARAMETERS, advance, due, retrievability
from quiz.progress.faults import Fault
from quiz.progress.foreseen import Told
from quiz.progress.items import Subject, items
from quiz.progress.verdicts import findings
from quiz.question import ChoiceQuestion, Kind, Location, Wrong
from quiz.review import CardState, Picked, Rating, Verdict
from quiz.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.progress.faults import Finding

ASKED = ((1, 8), (1, 20), (1, 50), (30, 8))
"""Learners, and answers of each to each question."""

RUNS = 20
SOUND, EACH = 160, 8
"""Sound questions, and those with each fault."""

BEGIN = date(2026, 1, 5).toordinal()
RETENTION = 0.9
OPTIONS = ("key", "rival", "other", "last")
LEVEL, DAYS, QUESTIONS = -0.2, 0.3, 0.2
"""The learner's own level and the spread of days and of questions, in log odds of recall."""

HABIT, LUCK, FIRST = 0.4, 0.2, 0.5
"""How often an error is repeated, a guess is right, and a new question is answered rightly."""


class Planted(StrEnum):
    """What is wrong with a question."""

    NOTHING = "nothing"
    WRONG_KEY = "wrong key"
    AMBIGUOUS = "ambiguous"
    TWO_RIGHT = "two right options"
    DEAD = "dead option"
    EASY = "trivially easy"


SHOWS: dict[Planted, frozenset[Fault]] = {
    Planted.NOTHING: frozenset(),
    Planted.WRONG_KEY: frozenset({Fault.WRONG_KEY, Fault.AMBIGUOUS, Fault.HARDER}),
    Planted.AMBIGUOUS: frozenset({Fault.AMBIGUOUS, Fault.WRONG_KEY, Fault.HARDER}),
    Planted.TWO_RIGHT: frozenset({Fault.AMBIGUOUS, Fault.WRONG_KEY, Fault.HARDER}),
    Planted.DEAD: frozenset({Fault.DEAD_OPTIONS}),
    Planted.EASY: frozenset({Fault.TOO_EASY}),
}
"""By which findings a planted fault is found."""

KEY_PICKED = {Planted.WRONG_KEY: 0.2, Planted.AMBIGUOUS: 0.6, Planted.TWO_RIGHT: 0.5}
"""How often who knows the thing picks the key; else the rival."""


class Outcome(NamedTuple):
    """How many planted faults were found, and how many findings there were, and false ones."""

    found: Counter[Planted]
    findings: int
    false: int

    def plus(self, other: Outcome) -> Outcome:
        found = self.found + other.found
        return Outcome(found, self.findings + other.findings, self.false + other.false)


class Learner:
    """One who answers as memory foretells, more or less."""

    def __init__(self, seed: int, name: str = "me") -> None:
        self.name = name
        self.chance = Random(f"{seed} {name}")
        self.days: dict[int, float] = {}
        self.trials: list[Trial] = []
        self.told: list[Told] = []

    def study(self, card: Card, fault: Planted, answers: int) -> None:
        """Answer a question so often, each time when it is due."""
        state: CardState | None = None
        day = BEGIN + self.chance.randrange(60)
        harder, habit = self.chance.gauss(0, QUESTIONS), ""
        weights = [1.0, 0.7, 0.0 if fault is Planted.DEAD else 0.5]
        for _ in range(answers):
            foretold = None
            if state is not None:
                day = state.due_on.toordinal()
                foretold = retrievability(state.memory.stability, state.interval_days, DEFAULT_PARAMETERS)
            picked = self._pick(fault, self._knows(foretold, day, harder), habit, weights)
            habit = habit if picked == "key" else picked
            self._write(card, day, picked, foretold)
            state = _next(state, day, right=picked == "key")

    def _knows(self, foretold: float | None, day: int, harder: float) -> bool:
        wobble = self.days.setdefault(day, self.chance.gauss(0, DAYS))
        chance = FIRST if foretold is None else foretold
        odds = math.log(chance / (1 - chance)) + LEVEL + wobble + harder
        return self.chance.random() < 1 / (1 + math.exp(-odds))

    def _pick(self, fault: Planted, knows: bool, habit: str, weights: list[float]) -> str:  # noqa: FBT001
        roll = self.chance.random()
        if fault is Planted.EASY:
            return "key" if roll < 0.995 else "rival"
        if knows:
            return "key" if roll < KEY_PICKED.get(fault, 1.0) else "rival"
        if roll < LUCK:
            return "key"
        if habit and self.chance.random() < HABIT:
            return habit
        return self.chance.choices(OPTIONS[1:], weights)[0]

    def _write(self, card: Card, day: int, picked: str, foretold: float | None) -> None:
        right = picked == "key"
        verdict = Verdict.RIGHT if right else Verdict.WRONG
        event = f"{self.name} {len(self.trials)}"
        if foretold is not None:
            self.told.append(Told(event, card.key, day, foretold, right))
        self.trials.append(
            Trial(
                event=event,
                card=card.key,
                learner=self.name,
                revision=card.revision,
                day=day,
                kind=Kind.CHOICE,
                judged=verdict,
                verdict=verdict,
                points=float(right),
                duration_ms=4000,
                hints=0,
                session=str(day),
                is_first=True,
                response=None if right else Picked((picked,), OPTIONS),
            )
        )


def _next(state: CardState | None, day: int, *, right: bool) -> CardState:
    """Return the state after an answer; a missed question is asked again until it is right."""
    today = date.fromordinal(day)
    for rating in (Rating.GOOD,) if right else (Rating.AGAIN, Rating.GOOD):
        when = due(state, rating, today, desired_retention=RETENTION, parameters=DEFAULT_PARAMETERS)
        state = advance(state, rating, today, when, DEFAULT_PARAMETERS)
    assert state is not None
    return state


def card_with(number: int) -> Card:
    """Return a choice of four options."""
    question = ChoiceQuestion(
        id=f"q{number}",
        ask=f"Question {number}?",
        location=Location("b.yaml", number + 1, 1),
        answer="key",
        wrong=tuple(Wrong(text, None) for text in OPTIONS[1:]),
    )
    return Card("b", question)


def run(seed: int, answers: int, learners: int = 1, *, sound: int = SOUND, each: int = EACH) -> Outcome:
    """Return what is found after so many answers of each learner to each question."""
    studying = [Learner(seed, f"learner {number}") for number in range(learners)]
    planted = [Planted.NOTHING] * sound + [fault for fault in Planted if SHOWS[fault] for _ in range(each)]
    cards = [card_with(number) for number in range(len(planted))]
    for learner in studying:
        for card, fault in zip(cards, planted, strict=True):
            learner.study(card, fault, answers)
    figures = items(
        [Subject(card, "en", 0) for card in cards],
        [trial for learner in studying for trial in learner.trials],
        {learner.name: learner.told for learner in studying},
        lambda text, _: text,
    )
    found = findings(figures)
    return total(_outcome(fault, found.get(card.key, ())) for card, fault in zip(cards, planted, strict=True))


def _outcome(fault: Planted, found: Iterable[Finding]) -> Outcome:
    faults = [one.fault for one in found]
    right = [one for one in faults if one in SHOWS[fault]]
    return Outcome(Counter([fault] if right else []), len(faults), len(faults) - len(right))


def total(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the sum of outcomes."""
    found = Outcome(Counter(), 0, 0)
    for one in outcomes:
        found = found.plus(one)
    return found


def table(runs: int = RUNS, *, sound: int = SOUND, each: int = EACH) -> list[str]:
    """Return the lines of the table."""
    asked = [f"{answers}" if learners == 1 else f"{learners} x {answers}" for learners, answers in ASKED]
    lines = [f"{'planted':<20}" + "".join(f"{words:>12}" for words in asked)]
    outcomes = [
        total(run(seed, answers, learners, sound=sound, each=each) for seed in range(runs))
        for learners, answers in ASKED
    ]
    for fault in filter(SHOWS.get, Planted):
        shares = [one.found[fault] / (runs * each) for one in outcomes]
        lines.append(f"{fault.value:<20}" + "".join(f"{share:>12.0%}" for share in shares))
    told = [f"{one.false} of {one.findings}" for one in outcomes]
    return [*lines, f"{'false findings':<20}" + "".join(f"{words:>12}" for words in told)]


if __name__ == "__main__":
    print("\n".join(table()))  # noqa: T201 - what it is for
