"""Two banks of cards, and plans about them."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

from study_samples import TERMS, TODAY, Room, room

from quiz.memory.aiming import Aim
from quiz.study import goals
from quiz.study.goals import Goal
from quiz.study.limits import Limits
from quiz.study.proposing import Proposal, Wanted, propose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.store import Scope

WORDS = 12
BY = TODAY + timedelta(days=6)


def words(title: str, *, tag: str = "") -> str:
    tags = f", tags: [{tag}]" if tag else ""
    cards = [f"  - {{id: w{n}, front: {title} {n * 1000 + n}, back: x{tags}}}" for n in range(WORDS)]
    return "\n".join(["quiz: 1", f"title: {title}", "questions:", *cards, ""])


@contextmanager
def two_banks(folder: Path) -> Iterator[Room]:
    with room(folder, banks=False) as found:
        found.write("lakes.yaml", words("Lakes"))
        found.write("seas.yaml", words("Seas", tag="salt"))
        found.load()
        yield found


def proposal(here: Room, minutes: float | None = None, *chosen: str, by: date = BY) -> Proposal:
    scope = scope_of(here, *chosen)
    today = here.clock.now().study_day
    found = propose(here.store, Wanted(scope, by, minutes), today, terms=TERMS, limits=Limits(20, 200))
    assert found is not None
    return found


def scope_of(here: Room, *chosen: str) -> Scope:
    found = goals.scope_of(here.store, goal(words=chosen), here.load().banks)
    assert found is not None
    return found


def goal(aim: Aim | None = None, *, words: tuple[str, ...] = (), begun: int = 0) -> Goal:
    aim = aim or Aim(6, 2 * WORDS, 4)
    sums = tuple(float(aim.begun_by(day + 1)) for day in range(aim.days))
    return Goal(TODAY, BY, words, aim, begun, sums, (0.0, *sums))
