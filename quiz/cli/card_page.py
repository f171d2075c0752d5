"""One question of `quiz stats --card`: its answers, a line for each, and what memory has of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from quiz.cli.limits import limits_of
from quiz.cli.questions_named import question_meant
from quiz.progress.life import Answer
from quiz.review import Mode
from quiz.store import Scope, log, sittings
from quiz.study.why import Outlook, lives

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.progress.life import Life
    from quiz.store import Store

LAYOUT = 1


def card_lives(desk: Desk, word: str) -> list[Life]:
    """Return the lives of the cards of a question, without the answers of an exam that is not over."""
    named = question_meant(desk, word)
    outlook = Outlook(
        today=desk.clock.now().study_day,
        terms=desk.terms(),
        limits=limits_of(desk),
        scope=Scope(tuple(bank.id for bank in desk.loaded.banks)),
    )
    untold = _of_open_exams(desk.store)
    return [_without(life, untold) for life in lives(desk.store, named, outlook)]


def _of_open_exams(store: Store) -> frozenset[str]:
    planned = (one.id for one in sittings.of_mode(store, Mode.EXAM) if one.ended_at is None)
    return frozenset(review.id for session in planned for review in log.session_reviews(store, session))


def _without(life: Life, untold: frozenset[str]) -> Life:
    return replace(life, events=tuple(one for one in life.events if one.id not in untold))


def answers_of(life: Life) -> list[Answer]:
    """Return its answers, the oldest first."""
    return [event for event in life.events if isinstance(event, Answer)]


def card_json(found: Sequence[Life]) -> dict[str, Any]:
    """Return what `quiz stats --card CARD --json` prints, an entry for each card of the question.

    Keys are never left out, new ones may come, one that goes or changes raises ``layout``::

        layout  1
        cards   [{card, prompt, state, recall, stability_days, difficulty, due_on, answers}]:
                state is new, learning, review or relearning; the four after it are null for a
                card never answered; recall is the chance of it today, 0..1
                answers: [{day, mode, counts, taken_back, verdict, graded, rating, foretold,
                elapsed_days, hints, confidence, interval_days, due_on}], the oldest first;
                counts: memory was told of it; foretold is the chance of recall just before
    """
    return {"layout": LAYOUT, "cards": [_card(life) for life in found]}


def _card(life: Life) -> dict[str, Any]:
    state = life.state
    return {
        "card": life.card,
        "prompt": life.prompt,
        "state": "new" if state is None else state.state.value,
        "recall": life.recall,
        "stability_days": None if state is None else state.memory.stability,
        "difficulty": None if state is None else state.memory.difficulty,
        "due_on": None if state is None else _day(state.due_on),
        "answers": [_answer(one) for one in answers_of(life)],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "day": _day(answer.day),
        "mode": answer.mode.value,
        "counts": answer.counts,
        "taken_back": answer.undone_on is not None,
        "verdict": answer.verdict.value,
        "graded": None if answer.graded is None else answer.graded.value,
        "rating": answer.rating.name.lower(),
        "foretold": answer.recall,
        "elapsed_days": answer.elapsed_days,
        "hints": answer.hints,
        "confidence": None if answer.confidence is None else answer.confidence.name.lower(),
        "interval_days": answer.interval_days,
        "due_on": _day(answer.due_on),
    }


def _day(day: date) -> str:
    return day.isoformat()
