"""Plans to a day before they are kept: what they lead to, and what has to be given up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from goal_samples import BY, WORDS, proposal, scope_of, two_banks
from study_samples import TERMS, TODAY, Room, reply

from quiz.review import Rating
from quiz.store import Scope
from quiz.study.limits import Budget, Limits
from quiz.study.proposing import MOST_DAYS, TooEarly, TooFar, Wanted, checked, propose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with two_banks(tmp_path) as found:
        yield found


@pytest.mark.parametrize("days", [0, -1, -400])
def test_a_day_that_is_not_to_come_is_refused(days: int) -> None:
    with pytest.raises(TooEarly, match="or later"):
        checked(TODAY + timedelta(days=days), TODAY)


def test_a_day_years_away_is_refused() -> None:
    most = TODAY + timedelta(days=MOST_DAYS)
    assert checked(most, TODAY) == most
    with pytest.raises(TooFar, match=str(most)):
        checked(most + timedelta(days=1), TODAY)


def test_what_a_budget_does_not_hold_is_told_by_what_brings_least(here: Room) -> None:
    found = proposal(here, 0.5)
    assert found.not_begun > 0
    assert found.free is not None
    assert found.free.known > found.plan.known
    assert {group.bank for group in found.groups} == {"lakes", "seas"}
    worth = [group.per_minute for group in found.groups]
    assert worth == sorted(worth)
    assert found.goal(()).order == tuple(group.bank for group in reversed(found.groups))
    assert [group.name for group in proposal(here, 0.5, "seas").groups] == ["the tag salt"]
    assert proposal(here, 60.0).groups == []


def test_slow_cards_are_given_up_first(here: Room) -> None:
    for number in range(6):
        answer_in(here, f"lakes/w{number}", 90_000)
    assert [group.bank for group in proposal(here, 0.5).groups] == ["lakes", "seas"]


def answer_in(here: Room, key: str, ms: int) -> None:
    sitting = here.sit(key)
    sitting.next()
    given, judgement, rating = reply(sitting, Rating.GOOD)
    sitting.record(given._replace(duration_ms=ms), judgement, rating)


def test_what_was_answered_today_is_off_todays_budget(here: Room) -> None:
    full = proposal(here, 1.0).plan.days[0].seconds
    for number in range(3):
        answer_in(here, f"lakes/w{number}", 15_000)
    assert proposal(here, 1.0).plan.days[0].seconds <= 15.0 < full


def test_limits_of_banks_hold_in_a_plan(here: Room) -> None:
    limits = Limits(1, 200, budgets=(Budget(frozenset(["lakes"]), new=0), Budget(frozenset(["seas"]))))
    wanted = Wanted(scope_of(here), BY)
    found = propose(here.store, wanted, TODAY, terms=TERMS, limits=limits)
    assert found is not None
    assert round(found.plan.begun) == WORDS
    assert found.not_begun == WORDS
    assert found.new == 2 * WORDS


def test_there_is_no_plan_without_cards(here: Room) -> None:
    wanted = Wanted(Scope(()), BY)
    assert propose(here.store, wanted, TODAY, terms=TERMS, limits=Limits(1, 1)) is None
