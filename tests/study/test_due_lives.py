"""`quiz due` and `quiz stats` over random lives: both ways of the one give what the other says."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest
from goal_samples import goal
from study_samples import Room, room

from quiz.cli.common import Desk
from quiz.cli.due import due_of
from quiz.cli.due_command import seen
from quiz.cli.overview import overview
from quiz.progress import forecast
from quiz.review import Rating, Sign
from quiz.settings import BankLimit, Settings
from quiz.store import candidates, log, marks
from quiz.store.glance import Wanted, look
from quiz.study import backlog, goals, pausing
from quiz.study.choosing import choose
from quiz.study.marking import put_mark
from quiz.study.taking_back import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.cli.due import Due
    from quiz.store import Candidate

LIVES, DAYS, STEPS = 24, 9, 60
NEW_PER_DAY = 3


class Sides(NamedTuple):
    """What is due as stats has it, as the long way has it, and as the short way, if it says."""

    stats: Due
    long: Due
    short: Due | None


class Life:
    """A learner to whom chance happens."""

    def __init__(self, here: Room, seed: int) -> None:
        self.here = here
        self.chance = random.Random(seed)
        self.drafts: set[int] = set()
        self.names = list(range(8))
        self.touched = 0
        self.limits: dict[str, BankLimit] = {}
        usual = [self.answer] * 8 + [self.sleep] * 3 + [self.bury] * 3 + [self.rename] * 2
        rare = [self.suspend, *[self.unbury] * 3, self.undo, self.edit, self.pause]
        plans = [self.clear, self.aim, self.drop] if seed % 3 == 0 else []
        self.deeds = [*usual, *rare, *plans]
        self.write()

    def write(self) -> None:
        for bank in ("one", "two"):
            entries = [
                f"  - {{id: {bank[0]}{name}, ask: Which is {number} of {bank}?, answer: x{number}"
                f"{', draft: true' if number in self.drafts else ''}}}"
                for number, name in enumerate(self.names)
            ]
            self.here.write(f"{bank}.yaml", "\n".join(["quiz: 1", f"title: {bank}", "questions:", *entries]))
        self.here.load()

    def step(self) -> None:
        self.chance.choice(self.deeds)()

    def cards(self) -> list[Candidate]:
        return candidates.everything(self.here.store, self.here.scope())

    def answer(self) -> None:
        marks.release(self.here.store, self.here.clock.now().study_day)
        scope = self.here.scope()
        fresh = list(candidates.new(self.here.store, scope))
        due = list(candidates.due(self.here.store, scope, self.here.clock.now().study_day, 10))
        if cards := fresh[:2] + due:
            self.here.answer(self.touch(cards), self.chance.choice(list(Rating)))

    def touch(self, cards: list[Candidate]) -> str:
        """Return the key of a card by chance; its question may be the next to be renamed."""
        key = self.chance.choice(cards).card.key
        self.touched = self.names.index(int(key.rpartition("/")[2][1:]))
        return key

    def sleep(self) -> None:
        self.here.clock.at += timedelta(hours=self.chance.choice((-30, 6, 24, 24, 70, 240)))

    def bury(self) -> None:
        now = self.here.clock.now()
        if cards := self.cards():
            key = self.touch(cards)
            tomorrow = now.study_day + timedelta(days=1)
            put_mark(self.here.store, self.here.clock, key, Sign.BURIED, until=tomorrow)

    def unbury(self) -> None:
        found = list(marks.latest(self.here.store).items())
        if buried := [card for card, until in found if until not in (None, marks.FOR_GOOD)]:
            put_mark(self.here.store, self.here.clock, self.chance.choice(buried), Sign.UNBURIED)

    def suspend(self) -> None:
        if cards := self.cards():
            put_mark(self.here.store, self.here.clock, self.chance.choice(cards).card.key, Sign.SUSPENDED)

    def undo(self) -> None:
        review = log.last_review(self.here.store)
        if review is not None:
            take_back(self.here.store, self.here.clock, review, "later")

    def edit(self) -> None:
        self.drafts ^= {self.chance.randrange(len(self.names))}
        self.write()

    def rename(self) -> None:
        self.names[self.touched] += 100
        self.write()

    def pause(self) -> None:
        now = self.here.clock.now()
        if pausing.current(self.here.store, now.study_day) is None:
            days = self.chance.choice((None, 2, 9))
            until = None if days is None else now.study_day + timedelta(days=days)
            pausing.begin(self.here.store, until, now)
        else:
            pausing.end(self.here.store, now)

    def clear(self) -> None:
        backlog.begin(self.here.store, self.chance.choice((2, 5)), self.here.clock.now())

    def aim(self) -> None:
        now = self.here.clock.now()
        goals.keep(self.here.store, goal()._replace(since=now.study_day), now)

    def drop(self) -> None:
        now = self.here.clock.now()
        if goals.kept(self.here.store) is not None:
            goals.drop(self.here.store, now)
        backlog.end(self.here.store, now)

    def sides(self) -> Sides:
        """Ask both ways before stats, which writes what they may not."""
        here = self.here
        settings = Settings(
            db=here.store.path,
            data=here.root,
            banks=(here.root,),
            new_per_day=NEW_PER_DAY,
            bank_limits=self.limits,
            now=here.clock.at,
        )
        today = here.clock.now().study_day
        last = today + timedelta(days=DAYS - 1)
        wanted = Wanted(here.store.learner, [[str(here.root)], []], today, last, NEW_PER_DAY)
        short = None if self.limits else look(str(here.store.path), wanted)
        long = seen(settings, today, DAYS)
        return Sides(self.stats(settings), due_of(long, today, DAYS), short and due_of(short, today, DAYS))

    def stats(self, settings: Settings) -> Due:
        store, today = self.here.store, self.here.clock.now().study_day
        loaded = self.here.load()
        marks.release(store, today)
        scope = choose(store, loaded.banks)
        found = overview(Desk(settings, self.here.clock, store, [], loaded), scope)
        due = candidates.counts_by_day(store, scope)
        after = min((day for day in due if day > today), default=None)
        until = found.pause and found.pause.until
        return {
            "layout": 1,
            "day": today.isoformat(),
            "due": found.due_today,
            "overdue": found.overdue,
            "new": found.new_today,
            "paused": found.pause is not None,
            "paused_until": until and until.isoformat(),
            "next_due_on": after and after.isoformat(),
            "days": [{"day": day.isoformat(), "due": number} for day, number in forecast(due, today, DAYS)],
        }


@pytest.mark.parametrize("seed", range(LIVES))
def test_due_and_stats_agree_whatever_happens(tmp_path: Path, seed: int) -> None:
    with room(tmp_path, banks=False) as here:
        here.store.db.execute("PRAGMA synchronous = OFF")
        life = Life(here, seed)
        if seed % 4 == 3:
            life.limits = {"one": BankLimit(new=1), "two": BankLimit(new=2, reviews=1)}
        short = 0
        for _ in range(STEPS):
            life.step()
            sides = life.sides()
            assert sides.long == sides.stats
            assert sides.short in (None, sides.stats)
            short += sides.short is not None
        assert life.limits or short > 0
