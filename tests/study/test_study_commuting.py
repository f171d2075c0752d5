"""Undo and replay commute: a log with answers taken back gives what the log without them gives.

Any answer may be taken back, not only the last, on any day, with fuzz and balance at work.
"""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import Room, reply, room

from quiz.memory import DEFAULT_PARAMETERS, Due, Spread, advance
from quiz.review import Rating
from quiz.store import catalogue, log, states
from quiz.study.replay import card_state, differences, replayed
from quiz.study.session import Sitting, Terms, take_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.review import CardState, Review

SPREAD_TERMS = Terms(0.9, spread=Spread())


def follows(reviews: Iterable[Review]) -> dict[str, CardState]:
    """Return the states that these answers give, from the events alone."""
    found: dict[str, CardState] = {}
    for review in reviews:
        given_due = Due(review.interval_days, review.due_on)
        found[review.card] = advance(
            found.get(review.card), review.rating, review.study_day, given_due, DEFAULT_PARAMETERS
        )
    return found


def by_key(where: Room, found: dict[int, CardState]) -> dict[str, CardState]:
    rows = {catalogue.card_key_of(where.store, card_id): state for card_id, state in found.items()}
    return dict(sorted(rows.items()))


class Diary:
    """Answers by chance, and a list of those that stand."""

    def __init__(self, where: Room, chance: random.Random) -> None:
        self.where, self.chance = where, chance
        self.where.store.db.execute("PRAGMA synchronous = OFF")
        self.where.load()
        self.cards = sorted(self.where.new())
        self.standing: list[Review] = []

    def answer(self) -> None:
        queue = [self.where.candidate(self.chance.choice(self.cards))]
        sitting = Sitting(self.where.store, self.where.clock, queue, terms=SPREAD_TERMS, seed="0")
        sitting.next()
        for rating in self.chance.choice([[Rating.GOOD], [Rating.EASY], [Rating.AGAIN, Rating.HARD]]):
            self.standing.append(sitting.record(*reply(sitting, rating)))
        if self.chance.random() < 0.3:
            sitting.undo()
            self.standing.pop()

    def take_one_back(self) -> None:
        if self.standing:
            review = self.standing.pop(self.chance.randrange(len(self.standing)))
            take_back(self.where.store, self.where.clock, review, review.session)

    def sleep(self) -> None:
        self.where.clock.sleep(self.chance.choice([0, 1, 2, 9, 60, -1]))

    def holds(self) -> None:
        wanted = dict(sorted(follows(self.standing).items()))
        assert by_key(self.where, states.stored_states(self.where.store)) == wanted
        assert by_key(self.where, replayed(self.where.store)) == wanted
        assert {card: card_state(self.where.store, card) for card in wanted} == wanted
        assert differences(self.where.store) == []


@settings(max_examples=15)
@given(st.integers(0, 2**32))
def test_what_was_taken_back_leaves_no_trace_in_what_follows(seed: int) -> None:
    with TemporaryDirectory() as folder, room(Path(folder)) as where:
        diary = Diary(where, random.Random(seed))
        for _ in range(25):
            diary.chance.choice([diary.answer] * 4 + [diary.take_one_back] * 2 + [diary.sleep] * 3)()
            diary.holds()


def test_taking_all_back_makes_every_card_new(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        diary = Diary(where, random.Random(1))
        for _ in range(10):
            diary.answer()
            diary.sleep()
        assert states.stored_states(where.store)
        while diary.standing:
            diary.take_one_back()
            diary.holds()
        assert states.stored_states(where.store) == replayed(where.store) == {}
        assert sorted(where.new()) == diary.cards
        assert log.last_review(where.store) is None
