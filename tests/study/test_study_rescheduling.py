"""Due dates move to what the parameters in use give, when told to, as events that a replay gives again."""

from __future__ import annotations

import random
import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from fit_samples import answered_room, bank_of
from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import TERMS, TODAY, Room, rebuild, room
from test_study_replay import EditedLife, lead, undo_last

from quiz.errors import NotSaved
from quiz.memory import DEFAULT_PARAMETERS, Parameters, Spread, fuzz_range, interval_days
from quiz.review import Rating, State
from quiz.store import adoptions, log, states
from quiz.study import fitting
from quiz.study.replay import card_state, differences
from quiz.study.rescheduling import HORIZON_DAYS, proposed, reschedule
from quiz.study.retention import Special
from quiz.study.session import take_back
from tests.memory.fitted_learners import FORGETFUL, RETENTIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from quiz.study.rescheduling import Proposal
    from quiz.study.terms import Terms

NAMES = [f"c{number}" for number in range(12)]
EVEN = TERMS._replace(spread=Spread())


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Room]:
    """Cards that were answered Easy, 8 days off by the default parameters."""
    with room(tmp_path, banks=False) as found:
        found.write("many.yaml", bank_of(NAMES))
        found.load()
        for name in NAMES:
            found.answer(f"many/{name}", Rating.EASY)
        yield found


def moved(where: Room, terms: Terms = TERMS) -> Proposal:
    found = proposed(where.store, terms, where.clock.now().study_day)
    reschedule(where.store, where.clock, found)
    return found


def test_without_other_parameters_nothing_moves(many: Room) -> None:
    found = moved(many)
    assert (found.cards, found.moves, found.earlier, found.later) == (len(NAMES), (), 0, 0)
    assert found.due_before == found.due_after
    assert len(found.due_before) == HORIZON_DAYS
    assert (found.due_before[8], sum(found.due_before)) == (len(NAMES), len(NAMES))


@pytest.mark.parametrize("parameters", [FORGETFUL, RETENTIVE], ids=lambda found: str(found.id))
def test_cards_come_when_the_parameters_in_use_say(many: Room, parameters: Parameters) -> None:
    fitting.adopt(many.store, many.clock, parameters)
    found = moved(many)
    days = interval_days(parameters.weights[3], 0.9, parameters)
    assert {move.given.interval_days for move in found.moves} == {days}
    assert (found.earlier, found.later) == ((len(NAMES), 0) if days < 8 else (0, len(NAMES)))
    state = many.state("many/c0")
    assert state is not None
    assert (state.interval_days, state.due_on) == (days, TODAY + timedelta(days=days))
    assert differences(many.store) == []
    assert moved(many).moves == ()


def test_a_card_of_another_retention_comes_by_that(many: Room) -> None:
    fitting.adopt(many.store, many.clock, RETENTIVE)
    found = moved(many, TERMS._replace(special=Special({"many": 0.97})))
    days = interval_days(RETENTIVE.weights[3], 0.97, RETENTIVE)
    assert {move.given.interval_days for move in found.moves} == {days}


def test_a_day_within_the_range_of_fuzz_stays(many: Room) -> None:
    near = (*RETENTIVE.weights[:3], 9.4, *DEFAULT_PARAMETERS.weights[4:])
    fitting.adopt(many.store, many.clock, Parameters("near", near))
    assert moved(many, EVEN).moves == ()
    assert len(moved(many).moves) == len(NAMES)


def test_moved_cards_are_spread_evenly_over_the_range(many: Room) -> None:
    fitting.adopt(many.store, many.clock, RETENTIVE)
    found = moved(many, EVEN)
    days = fuzz_range(interval_days(RETENTIVE.weights[3], 0.9, RETENTIVE))
    given = [move.given.interval_days for move in found.moves]
    counts = [given.count(day) for day in days]
    assert sum(counts) == len(NAMES)
    assert max(counts) - min(counts) <= 1
    assert moved(many, EVEN).moves == ()


def test_fuzz_alone_gives_each_card_the_day_that_is_its_own(many: Room) -> None:
    fitting.adopt(many.store, many.clock, RETENTIVE)
    loose = TERMS._replace(spread=Spread(balance=False))
    found = proposed(many.store, loose, TODAY)
    assert found == proposed(many.store, loose, TODAY)
    assert len({move.given.interval_days for move in found.moves}) > 1


def test_what_is_due_by_then_comes_today_and_not_in_the_past(many: Room) -> None:
    many.clock.sleep(6)
    fitting.adopt(many.store, many.clock, FORGETFUL)
    found = moved(many)
    assert {move.given.due_on for move in found.moves} == {TODAY + timedelta(days=6)}
    assert (found.due_before[0], found.due_before[2], found.due_after[0]) == (0, len(NAMES), len(NAMES))


def test_what_is_overdue_is_not_put_off(many: Room) -> None:
    many.clock.sleep(20)
    fitting.adopt(many.store, many.clock, FORGETFUL)
    found = moved(many)
    assert found.moves == ()
    assert found.due_before[0] == len(NAMES)


def test_cards_being_learnt_are_left_alone(many: Room) -> None:
    many.answer("many/c0", Rating.AGAIN)
    fitting.adopt(many.store, many.clock, RETENTIVE)
    found = moved(many)
    assert found.cards == len(NAMES) - 1
    state = many.state("many/c0")
    assert state is not None
    assert (state.state, state.due_on) == (State.RELEARNING, TODAY)
    assert (found.due_before[0], found.due_after[0]) == (1, 1)


def test_a_card_that_is_due_since_an_edit_is_left_alone(many: Room) -> None:
    many.write("many.yaml", bank_of(NAMES).replace("Back c0}", "Another back}"))
    many.load()
    fitting.adopt(many.store, many.clock, RETENTIVE)
    assert moved(many).cards == len(NAMES) - 1
    state = many.state("many/c0")
    assert state is not None
    assert state.due_on == TODAY
    assert differences(many.store) == []


def test_an_undone_answer_takes_its_moved_day_along(many: Room) -> None:
    store = many.store
    many.clock.sleep(8)
    before = many.state("many/c0")
    last = many.answer("many/c0", Rating.EASY)
    fitting.adopt(store, many.clock, RETENTIVE)
    moved(many)
    take_back(store, many.clock, last, last.session)
    after = many.state("many/c0")
    assert before is not None
    assert after is not None
    assert (after.due_on, after.interval_days) == (before.due_on, before.interval_days)
    assert after == card_state(store, "many/c0")
    assert differences(store) == []


def test_an_undo_before_a_move_and_after_it_give_the_same(tmp_path: Path) -> None:
    states_after = []
    for undo_first in (True, False):
        with room(tmp_path / str(undo_first), banks=False) as where:
            where.write("many.yaml", bank_of(NAMES[:2]))
            where.load()
            where.answer("many/c0", Rating.EASY)
            where.answer("many/c1", Rating.EASY)
            last = where.answer("many/c1", Rating.AGAIN)
            fitting.adopt(where.store, where.clock, RETENTIVE)
            if undo_first:
                take_back(where.store, where.clock, last, last.session)
            moved(where)
            if not undo_first:
                take_back(where.store, where.clock, last, last.session)
                moved(where)
            states_after.append(states.stored_states(where.store))
            assert differences(where.store) == []
    assert states_after[0] == states_after[1]


def test_an_answer_after_a_move_has_a_day_of_its_own(many: Room) -> None:
    fitting.adopt(many.store, many.clock, RETENTIVE)
    moved(many)
    review = many.answer("many/c0", Rating.HARD)
    state = many.state("many/c0")
    assert state is not None
    assert state.due_on == review.due_on
    assert differences(many.store) == []


def test_moves_are_on_disk_whole_or_not_at_all(many: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    fitting.adopt(many.store, many.clock, RETENTIVE)
    found = proposed(many.store, TERMS, TODAY)
    before = list(many.store.db.iterdump())

    def full(*_given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(states, "rewrite_states", full)
        with pytest.raises(NotSaved):
            reschedule(many.store, many.clock, found)
    assert list(many.store.db.iterdump()) == before


def test_the_last_days_of_the_calendar_hold(many: Room) -> None:
    far = Parameters("far", (*RETENTIVE.weights[:3], 100.0, *RETENTIVE.weights[4:20], 0.1))
    fitting.adopt(many.store, many.clock, far)
    never = TERMS._replace(desired_retention=0.01)
    found = moved(many, never._replace(spread=Spread()))
    assert {move.given.due_on.year for move in found.moves} <= set(range(2022, 10_000))
    assert differences(many.store) == []


class FittedLife(EditedLife):
    """A life in which parameters are taken up and left, and due dates moved."""

    def fit(self) -> None:
        parameters = self.chance.choice([FORGETFUL, RETENTIVE, DEFAULT_PARAMETERS])
        fitting.adopt(self.where.store, self.where.clock, parameters)

    def move(self) -> None:
        moved(self.where, self.chance.choice([TERMS, EVEN]))

    def deeds(self) -> list[Callable[[], None]]:
        return [*super().deeds(), self.fit, self.move, self.move]


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_after_any_life_with_fits_and_moves_the_log_gives_what_is_stored(seed: int) -> None:
    lead(FittedLife, seed)


@settings(max_examples=10)
@given(st.integers(0, 2**32))
def test_undo_and_replay_commute(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with room(tmp_path_factory.mktemp("life"), banks=False) as where:
        FittedLife(where, random.Random(seed)).live(25)
        undo_last(where)
        dump = list(where.store.db.iterdump())
        rebuild(where.store, where.clock.now().study_day)
        assert list(where.store.db.iterdump()) == dump


def test_many_cards_are_looked_at_with_their_load(tmp_path: Path) -> None:
    with answered_room(tmp_path, true=FORGETFUL, days=20, new=10) as where:
        fitting.adopt(where.store, where.clock, FORGETFUL)
        before = states.stored_states(where.store)
        found = moved(where, EVEN)
        assert found.cards == sum(state.state is State.REVIEW for state in before.values())
        assert found.earlier > found.later
        assert len(adoptions.rescheduled(where.store)) == len(found.moves) > 50
        assert sum(found.due_after) > sum(found.due_before)
        assert differences(where.store) == []
        assert len(log.parameter_sets(where.store)) == 2
