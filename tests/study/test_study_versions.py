"""Each answer of the log is stepped by the formulas of its own version, and none by guesswork."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from study_samples import TALKS, Room, room

from quiz.errors import SchedulerTooNew
from quiz.memory import SCHEDULER, advance
from quiz.memory.versions import FORMULAS
from quiz.review import Memory, Rating
from quiz.store import log, states
from quiz.study import replay
from quiz.study.rebuilding import compare, rebuild_all
from quiz.study.session import take_back

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from quiz.memory import Due, Parameters
    from quiz.review import CardState

OTHER = "quiz-fsrs7-1"


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Room]:
    """A room in which a card was answered twice, the second time by another version."""
    with room(tmp_path) as found:
        found.load()
        found.answer("talks/venue")
        found.clock.sleep(3)
        review = found.answer("talks/venue", Rating.HARD)
        found.store.db.execute("UPDATE reviews SET scheduler = ? WHERE id = ?", [OTHER, review.id])
        yield found


def doubled(
    before: CardState | None, rating: Rating, today: date, due: Due, parameters: Parameters
) -> CardState:
    """Return the state by formulas of which stability is twice as long, so that they are told apart."""
    after = advance(before, rating, today, due, parameters)
    return replace(after, memory=Memory(2 * after.memory.stability, after.memory.difficulty))


def tell(_done: int, _total: int) -> None:
    """Hear how far a replay is."""


def test_what_answers_are_written_with_is_known() -> None:
    assert FORMULAS[SCHEDULER] is advance


def test_each_answer_is_stepped_by_its_own_version(where: Room) -> None:
    stored = where.state("talks/venue")
    assert stored is not None
    with mock.patch.object(replay, "FORMULAS", MappingProxyType({SCHEDULER: advance, OTHER: doubled})):
        found = replay.card_state(where.store, "talks/venue")
        first, second = replay.stepped(where.store, "talks/venue")
    assert found == second.after
    assert found is not None
    assert found.memory == Memory(2 * stored.memory.stability, stored.memory.difficulty)
    assert first.after.memory.stability == first.parameters.weights[2]


def test_a_version_that_is_not_known_is_refused_wherever_the_log_is_replayed(where: Room) -> None:
    before = list(where.store.db.iterdump())
    for deed in (
        lambda: replay.replayed(where.store),
        lambda: replay.differences(where.store),
        lambda: compare(where.store, tell),
        lambda: rebuild_all(where.store, where.clock.now().study_day, tell),
    ):
        with pytest.raises(SchedulerTooNew, match=f"newer quiz, by formulas of memory .{OTHER}."):
            deed()
    assert list(where.store.db.iterdump()) == before
    assert SchedulerTooNew("a", "b").exit_code == 3


def test_an_answer_of_a_newer_version_can_be_taken_back(where: Room) -> None:
    (review,) = where.store.db.execute("SELECT id FROM reviews WHERE scheduler = ?", [OTHER]).fetchone()
    found = log.last_review(where.store)
    assert found is not None
    assert found.id == review
    take_back(where.store, where.clock, found, found.session)
    assert replay.differences(where.store) == []
    assert len(states.stored_states(where.store)) == 1


def test_a_changed_answer_of_a_card_of_a_newer_version_is_refused_and_the_bank_stays_as_it_was(
    where: Room,
) -> None:
    where.write("talks.yaml", TALKS.replace("Geneva", "Lisbon"))
    before = list(where.store.db.iterdump())
    with pytest.raises(SchedulerTooNew):
        where.load()
    assert list(where.store.db.iterdump()) == before


def test_a_replay_tells_how_far_it_is(where: Room) -> None:
    where.store.db.execute("UPDATE reviews SET scheduler = ?", [SCHEDULER])
    told: list[tuple[int, int]] = []
    found = compare(where.store, lambda done, total: told.append((done, total)))
    assert told == [(0, 2)]
    assert (found.answers, found.cards, found.differing, found.states) == (2, 1, (), 0)
