"""A room with cards that were answered at dates of choice, and other parameters to take up."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from study_samples import START, Room, room

from quiz.clock import moment
from quiz.memory import DEFAULT_PARAMETERS, Due, advance, due
from quiz.memory.schedule import SCHEDULER
from quiz.question import Kind
from quiz.review import Mode, Rating, Review, Typed, Verdict
from quiz.store import catalogue, log, states
from tests.memory.fitted_learners import FORGETFUL, answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from quiz.memory import Parameters
    from quiz.review import CardState

QUICK = FORGETFUL


def bank_of(names: Sequence[str]) -> str:
    rows = [f"  - {{id: '{name}', front: Front {name}, back: Back {name}}}" for name in names]
    return "\n".join(["quiz: 1", "title: Many", "questions:", *rows, ""])


@contextmanager
def answered_room(folder: Path, *, true: Parameters, days: int, new: int, seed: int = 0) -> Iterator[Room]:
    """A room whose log holds a synthetic learner's answers; its clock stands a day after the last."""
    given = answers(true, days=days, new=new, seed=seed)
    with room(folder, banks=False) as found:
        found.store.db.execute("PRAGMA synchronous = OFF")
        found.write("many.yaml", bank_of(sorted({card for card, _day, _rating in given})))
        found.load()
        with found.store.transaction():
            write(found, given)
        yield found


def write(where: Room, given: Sequence[tuple[str, date, Rating]]) -> None:
    """Write answers with the due days that the default parameters give, and the states after them."""
    known: dict[str, CardState] = {}
    ids = {}
    for number, (name, day, rating) in enumerate(given):
        key = f"many/{name}"
        at = datetime.combine(day, time(12), START.tzinfo) + timedelta(seconds=number % 3600)
        when = due(known.get(key), rating, day, desired_retention=0.9, parameters=DEFAULT_PARAMETERS)
        known[key] = advance(known.get(key), rating, day, when, DEFAULT_PARAMETERS)
        ids[key] = ids.get(key) or catalogue.card_row_id(where.store, key)
        log.add_review(where.store, _review(where, key, at, rating, when), ids[key] or 0, None)
    where.clock.at = datetime.combine(given[-1][1], time(12), START.tzinfo) + timedelta(days=1)
    states.rewrite_states(where.store, {ids[key] or 0: state for key, state in known.items()})


def _review(where: Room, key: str, at: datetime, rating: Rating, when: Due) -> Review:
    now = moment(at, zone=START.tzinfo, rollover_hour=4)
    return Review(
        id=log.next_event_id(where.store, at),
        device=where.store.device,
        learner=where.store.learner,
        card=key,
        revision="0" * 16,
        answered_at=at,
        utc_offset_minutes=0,
        study_day=now.study_day,
        duration_ms=1000,
        kind=Kind.RECALL,
        response=Typed(""),
        verdict=Verdict.RIGHT if rating > Rating.AGAIN else Verdict.WRONG,
        score=float(rating > Rating.AGAIN),
        suggested=rating,
        rating=rating,
        hints=0,
        confidence=None,
        mode=Mode.STUDY,
        session="00000000-s1",
        interval_days=when.interval_days,
        due_on=when.due_on,
        scheduler=SCHEDULER,
        parameters=DEFAULT_PARAMETERS.id,
    )
