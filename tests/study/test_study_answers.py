"""The whole log read at once, card by card: the same answers as one by one."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from study_samples import TALKS, room

from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER, Due
from quiz.memory.course import course
from quiz.review import Rating
from quiz.store import answers, catalogue, log
from quiz.store.damage import DamagedRow
from quiz.study.replay import card_states
from quiz.study.session import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from study_samples import Room

    from quiz.store.answers import Answered


def live(where: Room, seed: int) -> None:
    """Answer, take back, rename one card, let it have its old name again, and answer on."""
    chance = random.Random(seed)
    where.load()
    for names in (("venue", "month"), ("city", "month"), ("venue", "month")):
        where.write("talks.yaml", TALKS.replace("id: venue", f"id: {names[0]}"))
        where.load()
        for _ in range(8):
            review = where.answer(f"talks/{chance.choice(names)}", chance.choice(list(Rating)))
            if chance.random() < 0.3:
                take_back(where.store, where.clock, review, review.session)
            where.clock.sleep(chance.choice([0, 1, 3, -1]))


def all_of(where: Room) -> dict[str, Answered]:
    found = answers.answered(where.store, SCHEDULER, DEFAULT_PARAMETERS.id)
    assert found is not None
    cards = list(found)
    by_card = {one.card: one for one in cards}
    assert len(cards) == len(by_card)
    return by_card


@pytest.mark.parametrize("seed", range(5))
def test_they_are_the_steps_of_a_replay_by_card(tmp_path: Path, seed: int) -> None:
    with room(tmp_path) as where:
        live(where, seed)
        steps = list(log.steps(where.store))
        by_card: dict[str, list[tuple[int, int]]] = {}
        for step in steps:
            by_card.setdefault(step.card, []).append((step.study_day.toordinal(), step.rating))
        last = {step.card: step for step in steps}
        found = all_of(where)
        assert {card: one.answers for card, one in found.items()} == by_card
        assert {card: one[2:] for card, one in found.items()} == {
            card: (step.id, step.interval_days, step.due_on) for card, step in last.items()
        }
        ids = {card: one.last for card, one in found.items()}
        assert {step.card: step for step in answers.last_steps(where.store, ids)} == last


def test_their_courses_are_the_states(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        live(where, 7)
        found = all_of(where)
        states = {
            card: course(one.answers, Due(one.interval_days, one.due_on), DEFAULT_PARAMETERS)
            for card, one in found.items()
        }
        assert states == card_states(where.store, found)


def test_they_are_in_the_order_of_the_log_in_whatever_order_they_are_gathered(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        where.load()
        for rating in (Rating.GOOD, Rating.AGAIN, Rating.EASY):
            where.answer("talks/venue", rating)
            where.clock.sleep()
        (row,) = answers._rows(where.store)
        backwards = ",".join(reversed(row[2].split(",")))
        with mock.patch.object(answers, "_rows", return_value=[(*row[:2], backwards, *row[3:])]):
            turned = all_of(where)
        assert turned == all_of(where)
        assert [rating for _, rating in turned["talks/venue"].answers] == [3, 1, 4]


def test_many_last_answers_are_looked_up_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "BATCH", 1)
    with room(tmp_path) as where:
        where.load()
        wanted = {where.answer(card).card for card in where.new()}
        assert len(wanted) > 2
        ids = {card: one.last for card, one in all_of(where).items()}
        assert {step.card for step in answers.last_steps(where.store, ids)} == wanted


def test_without_answers_there_are_none(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        assert all_of(where) == {}
        assert list(answers.last_steps(where.store, {})) == []


@pytest.mark.parametrize("column", ["scheduler", "parameters"])
def test_answers_of_another_version_or_set_are_not_read_as_if_they_were_of_this(
    tmp_path: Path, column: str
) -> None:
    with room(tmp_path) as where:
        where.load()
        where.answer("talks/venue")
        where.answer("talks/month")
        log.save_parameters(where.store, "other", SCHEDULER, DEFAULT_PARAMETERS.weights)
        where.store.db.execute(f"UPDATE reviews SET {column} = 'other' WHERE card = 'talks/month'")
        assert answers.answered(where.store, SCHEDULER, DEFAULT_PARAMETERS.id) is None
        # One set that was adopted reckons all of them, whatever set each was given with.
        assert (answers.answered(where.store, SCHEDULER, None) is None) == (column == "scheduler")


@pytest.mark.parametrize("change", ["study_day = '2022-13-01'", "study_day = 'yesterday'"])
def test_a_row_that_makes_no_sense_is_damage(tmp_path: Path, change: str) -> None:
    with room(tmp_path) as where:
        where.load()
        where.answer("talks/venue")
        where.store.db.execute(f"UPDATE reviews SET {change}")
        with pytest.raises(DamagedRow, match="reviews"):
            all_of(where)


def test_row_ids_are_those_of_the_catalogue(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        where.load()
        where.write("talks.yaml", "quiz: 1\ntitle: None\nquestions: [{id: other, ask: A?, answer: B}]\n")
        where.load()
        found = answers.row_ids(where.store)
        assert {"talks/venue", "talks/other"} < set(found)
        assert all(catalogue.card_row_id(where.store, card) == row_id for card, row_id in found.items())
