"""Plans to a day: kept, followed, ahead or behind, ended."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from goal_samples import BY, WORDS, goal, proposal, scope_of, two_banks
from study_samples import TODAY, Room

from quiz.memory import DEFAULT_PARAMETERS, retrievability
from quiz.memory.aiming import Aim
from quiz.review import Rating
from quiz.store import plans
from quiz.store.damage import DamagedRow
from quiz.study import goals, queue
from quiz.study.goals import Goal, NoGoal
from quiz.study.limits import Limits, done_today
from quiz.study.pursuing import Pursuit, pursued

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.progress.goal import Aimed


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with two_banks(tmp_path) as found:
        yield found


def keep(here: Room, kept: Goal) -> Pursuit:
    goals.keep(here.store, kept, here.clock.now())
    return pursuit(here)


def pursuit(here: Room) -> Pursuit:
    found = pursued(here.store, here.load().banks, here.clock.now().study_day)
    assert found is not None
    return found


def new_today(here: Room) -> int:
    today = here.clock.now().study_day
    return pursuit(here).new_today(here.store, today, done_today(here.store, today))


def asked(here: Room, limits: Limits | None = None) -> list[str]:
    today, found = here.clock.now().study_day, pursuit(here)
    new = found.new_today(here.store, today, done_today(here.store, today))
    limits = (limits or Limits(0, 200))._replace(new=new, goal=found)
    return [one.card.key for one in queue.build(here.store, here.scope(), today, limits)]


def test_a_plan_is_kept_as_it_was_made_and_dropped(here: Room) -> None:
    assert goals.kept(here.store) is None
    for minutes in (None, 1.0):
        made = proposal(here, minutes).goal(["lakes"])
        goals.keep(here.store, made, here.clock.now())
        kept = goals.kept(here.store)
        assert kept is not None
        assert kept == made._replace(new_begun=kept.new_begun, known=kept.known)
        assert kept.known == pytest.approx(made.known, abs=0.001)
        assert kept.new_begun == pytest.approx(made.new_begun, abs=0.001)
    goals.drop(here.store, here.clock.now())
    assert goals.kept(here.store) is None
    with pytest.raises(NoGoal):
        goals.drop(here.store, here.clock.now())


@pytest.mark.parametrize(
    "change",
    [
        {"aim": 3},
        {"aim": {"nonsense": 1}},
        {"by": "soon"},
        {"words": "lakes"},
        {"known": []},
        {"new_begun": ["x"]},
        {"order": None},
    ],
)
def test_a_plan_that_is_damaged_is_told(here: Room, change: dict[str, object]) -> None:
    whole = {"by": "2022-01-16", "words": [], "aim": {"days": 6}, "begun": 0}
    content = {**whole, "new_begun": [0.0], "known": [0.0], "order": [], **change}
    plans.add(here.store, plans.GOAL, content, here.clock.now())
    with pytest.raises(DamagedRow, match="plans"):
        goals.kept(here.store)


def test_new_cards_of_a_day_are_those_of_the_plan(here: Room) -> None:
    keep(here, goal())
    assert new_today(here) == 6
    for number in range(2):
        here.answer(f"lakes/w{number}")
    assert new_today(here) == 6
    assert len(asked(here)) == 4
    here.clock.sleep()
    assert new_today(here) == math.ceil(22 / 3)
    here.clock.sleep(3)
    assert new_today(here) == 0


def test_new_cards_begun_before_it_was_kept_on_the_same_day_are_not_counted(here: Room) -> None:
    for number in range(3):
        here.answer(f"lakes/w{number}")
    keep(here, goal(Aim(6, 21, 3), begun=3))
    assert new_today(here) == 3 + 7


def test_a_plan_is_about_its_cards_only(here: Room) -> None:
    for chosen in (("seas",), ("salt",)):
        found = keep(here, goal(Aim(6, WORDS, 2), words=chosen))
        assert {key.split("/")[0] for key in asked(here)} == {"seas"}
        assert found.takes(here.candidate("seas/w1").card)
        assert not found.takes(here.candidate("lakes/w1").card)
    lakes = scope_of(here, "lakes")
    assert not keep(here, goal(words=("seas",))).touches(lakes)
    both = keep(here, goal(words=("lakes", "salt")))
    assert both.takes(here.candidate("lakes/w1").card)
    assert both.takes(here.candidate("seas/w1").card)


def test_banks_come_in_the_order_of_the_plan(here: Room) -> None:
    keep(here, goal()._replace(order=("seas", "lakes")))
    assert {key.split("/")[0] for key in asked(here)} == {"seas"}


def test_whose_cards_are_gone_is_not_followed(here: Room) -> None:
    keep(here, goal(words=("seas",)))
    (here.root / "seas.yaml").unlink()
    assert pursued(here.store, here.load().banks, TODAY) is None
    assert goals.reached(here.store, goal(words=("seas",)), here.load().banks).known == 0


def test_ahead_and_behind_are_counted_from_the_ends_of_days(here: Room) -> None:
    keep(here, goal())
    assert standing(here).ahead == 0
    for number in range(8):
        here.answer(f"lakes/w{number}")
        assert standing(here).ahead == max(number + 1 - 6, 0)
    found = standing(here)
    assert (found.begun, found.to_be_begun, found.cards, found.days_left) == (8, 24, 24, 6)
    here.clock.sleep()
    assert standing(here).ahead == 0
    here.clock.sleep()
    assert standing(here).ahead == -4
    here.clock.sleep(4)
    assert (standing(here).days_left, standing(here).ahead) == (0, -16)


def standing(here: Room) -> Aimed:
    return pursuit(here).standing(here.store, here.clock.now().study_day)


def test_known_is_that_of_tomorrow_once_something_was_answered(here: Room) -> None:
    keep(here, goal())
    assert (standing(here).known, standing(here).expected) == (0, 0)
    here.answer("lakes/w1")
    chance = retrievability(DEFAULT_PARAMETERS.weights[2], 1, DEFAULT_PARAMETERS)
    assert standing(here).known == pytest.approx(chance)
    assert standing(here).expected == 6
    here.clock.sleep()
    assert standing(here).known == pytest.approx(chance)


def test_in_the_last_days_reviews_are_pulled_in_after_all_else(here: Room) -> None:
    for number in range(3):
        here.answer(f"lakes/w{number}", Rating.EASY)
    here.answer("lakes/w3", Rating.GOOD)
    keep(here, goal(Aim(6, 2, 1, pull_days=2), begun=4))
    here.clock.sleep(4)
    assert asked(here) == ["lakes/w3", "lakes/w0", "lakes/w1", "lakes/w2"]
    here.answer("lakes/w0")
    assert asked(here) == ["lakes/w3", "lakes/w1", "lakes/w2"]
    assert asked(here, Limits(0, 3)) == ["lakes/w3", "lakes/w1"]


def test_the_time_for_them_is_used_up_by_those_asked_already(here: Room) -> None:
    for number in range(3):
        here.answer(f"lakes/w{number}", Rating.EASY)
    keep(here, goal(Aim(6, 0, 0, pull_days=2, pull_seconds=35.0), begun=3))
    here.clock.sleep(4)
    assert asked(here) == ["lakes/w0", "lakes/w1"]
    here.answer("lakes/w2")
    assert asked(here) == ["lakes/w0"]
    here.clock.sleep(-1)
    assert asked(here) == []


def test_within_a_budget_new_cards_come_first_and_others_last(here: Room) -> None:
    here.answer("seas/w1")
    here.answer("lakes/w1")
    here.answer("lakes/w2", Rating.AGAIN)
    found = keep(here, goal(Aim(6, 2, 2, seconds=600.0), words=("lakes",), begun=2))
    here.clock.sleep(3)
    keep(here, goal(Aim(3, 4, 2, seconds=600.0), words=("lakes",), begun=2))
    assert asked(here) == ["lakes/w2", "lakes/w0", "lakes/w3", "lakes/w1", "seas/w1"]
    assert found.seconds_left(here.store, here.clock.now().study_day) == 600.0
    here.answer("lakes/w0")
    assert found.seconds_left(here.store, here.clock.now().study_day) == 599.0
    assert found.seconds_left(here.store, BY) == math.inf


def test_on_its_day_nothing_is_limited_and_then_it_ends(here: Room) -> None:
    here.answer("lakes/w1")
    here.clock.sleep(1)
    goals.keep(here.store, goal(Aim(6, 4, 2, seconds=60.0), begun=1), here.clock.now())
    here.clock.sleep(5)
    assert goals.settle(here.store, here.load().banks, here.clock.now()) is None
    assert standing(here).minutes_left is None
    assert asked(here) == ["lakes/w1"]
    here.clock.sleep()
    assert pursued(here.store, here.load().banks, here.clock.now().study_day) is None
    here.answer("lakes/w1")
    here.answer("lakes/w2")
    reached = goals.settle(here.store, here.load().banks, here.clock.now())
    assert reached is not None
    days = (BY - TODAY).days
    chance = retrievability(DEFAULT_PARAMETERS.weights[2], days, DEFAULT_PARAMETERS)
    assert reached.cards == 24
    assert reached.known == pytest.approx(chance)
    assert goals.kept(here.store) is None
    assert goals.settle(here.store, here.load().banks, here.clock.now()) is None
