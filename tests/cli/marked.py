"""What a learner says of cards beside answering them, said beside the program."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.review import Sign
from quiz.settings import resolve
from quiz.store import open_store
from quiz.study.marking import put_mark

if TYPE_CHECKING:
    from door import House

SUNDAY = "2026-03-01T18:30:00+00:00"


def say(  # noqa: PLR0913 - what is said, of what, by whom, when
    house: House, sign: Sign, key: str, note: str = "", *, learner: str = "me", now: str = SUNDAY
) -> None:
    """Let the learner say something of a card, the day before the tests' own day if not told otherwise."""
    clock = resolve({}, {"QUIZ_NOW": now}, house.home / "none", data=house.home).clock()
    moment = clock.now()
    until = moment.study_day + timedelta(days=1) if sign is Sign.BURIED else None
    with open_store(house.db, learner=learner, now_ms=int(moment.at.timestamp() * 1000)) as store:
        put_mark(store, clock, key, sign, note=note, until=until)
