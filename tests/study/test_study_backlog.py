"""Coming back after a break: how a backlog is divided over days, in which order, and that it gets done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import Room, reply, room

from quiz.errors import DatabaseUnreadable
from quiz.memory import DEFAULT_PARAMETERS, retrievability
from quiz.review import Rating
from quiz.settings import Priority
from quiz.store import candidates, log, marks, plans
from quiz.store.durations import durations
from quiz.study import backlog
from quiz.study.backlog import is_backlog, proposed_days, share_of_day, shares
from quiz.study.pace import until_right
from quiz.study.queue import Limits, build
from quiz.study.ranking import Ranking
from quiz.study.taking_back import take_back

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.study.backlog import CatchUp

TODAY = date(2022, 1, 10)
NEW_A_DAY = 12
BREAK = 21
DAYS_AFTER = 5


@given(left=st.integers(0, 5000), days=st.integers(1, 400))
def test_shares_add_up_to_the_backlog_and_are_even(left: int, days: int) -> None:
    found = list(shares(left, days))
    assert len(found) == days
    assert sum(found) == left
    assert max(found) - min(found) <= 1
    assert found == sorted(found, reverse=True)
    assert found[0] == share_of_day(left, days)


@given(left=st.integers(0, 500), days=st.integers(1, 40), data=st.data())
def test_a_day_left_out_spreads_what_is_left_and_the_backlog_still_goes(
    left: int, days: int, data: st.DataObject
) -> None:
    for day in range(days):
        share = share_of_day(left, days - day)
        last = day == days - 1
        left -= share if last or data.draw(st.booleans()) else 0
    assert left == 0


@given(overdue=st.integers(1, 10_000), usual=st.floats(0, 1000))
def test_the_days_proposed_add_half_a_usual_day_at_most_where_a_month_allows_that(
    overdue: int, usual: float
) -> None:
    days = proposed_days(overdue, usual)
    assert 2 <= days <= backlog.MOST_DAYS_PROPOSED
    if days < backlog.MOST_DAYS_PROPOSED:
        assert share_of_day(overdue, days) <= max(round(usual / 2), backlog.FEWEST)


def test_what_a_usual_day_could_take_along_is_no_backlog() -> None:
    assert [is_backlog(*numbers) for numbers in ((9, 0), (10, 9.9), (10, 10), (200, 150))] == [
        False,
        True,
        False,
        True,
    ]


@given(
    stability=st.floats(0.1, 1000),
    elapsed=st.integers(1, 1000),
    seconds=st.floats(0.5, 120),
)
def test_a_card_is_asked_until_it_is_right(stability: float, elapsed: int, seconds: float) -> None:
    recall = retrievability(stability, elapsed, DEFAULT_PARAMETERS)
    assert seconds <= until_right(seconds, recall) <= seconds * 3


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    lines = "".join(f"  - {{id: w{n}, ask: Word {n * 7919}?, answer: a{n}}}\n" for n in range(60))
    with room(tmp_path, banks=False) as where:
        where.root.joinpath("words.yaml").write_text(f"quiz: 1\ntitle: Words\nquestions:\n{lines}")
        where.load()
        yield where


def today(here: Room) -> date:
    return here.clock.at.date()


def study(here: Room, limits: Limits, most: int | None = None) -> list[str]:
    """Answer what is asked today, every seventh wrong at first; return the cards in the order of asking."""
    queue = build(here.store, here.scope(), today(here), limits._replace(total=most))
    sitting, number = here.sitting(queue), 0
    while sitting.next() is not None:
        number += 1
        sitting.record(*reply(sitting, Rating.AGAIN if number % 7 == 0 else Rating.GOOD))
    return [candidate.card.key for candidate in queue]


def undo(here: Room) -> None:
    review = log.last_review(here.store)
    assert review is not None
    take_back(here.store, here.clock, review, review.session)


def overdue_now(here: Room) -> int:
    return backlog.overdue(here.store, here.scope(), today(here))


def begun(here: Room, days: int) -> CatchUp:
    backlog.begin(here.store, days, here.clock.now())
    plan = backlog.in_force(here.store, here.scope(), today(here))
    assert plan is not None
    return plan


def away(here: Room, days: int = 30 - BREAK - DAYS_AFTER) -> None:
    """Study for some days with new cards each, then not for three weeks."""
    for _ in range(days):
        study(here, Limits(NEW_A_DAY, 200))
        here.clock.sleep()
    here.clock.sleep(BREAK)


def test_in_thirty_days_with_a_break_the_backlog_is_gone_in_as_many_days_as_agreed(here: Room) -> None:
    away(here)
    left = overdue_now(here)
    assert left == 48
    found = backlog.proposed(here.store, here.scope(), today(here))
    assert found is not None
    assert (found.overdue, found.a_day) == (48, share_of_day(48, found.days))
    plan, expected = begun(here, DAYS_AFTER), list(shares(left, DAYS_AFTER))
    for day in range(1, DAYS_AFTER + 1):
        standing = plan.standing(here.store, today(here))
        assert standing == (day, DAYS_AFTER, left, expected[day - 1])
        by_day = candidates.counts_by_day(here.store, here.scope())
        falls_due = sum(number for due, number in by_day.items() if plan.first <= due <= today(here))
        asked = study(here, Limits(0, 200, catch_up=plan))
        assert len(asked) == expected[day - 1] + falls_due
        # The day's share is done: sitting down again brings no more of it.
        assert plan.share(here.store, today(here), frozenset(asked)) == 0
        assert study(here, Limits(0, 200, catch_up=plan)) == []
        left -= expected[day - 1]
        here.clock.sleep()
    assert left == plan.left(here.store) == 0
    assert backlog.in_force(here.store, here.scope(), today(here)) is None
    assert overdue_now(here) == 0


def test_a_day_left_out_or_half_done_spreads_what_is_left(here: Room) -> None:
    away(here)
    plan = begun(here, 4)
    limits = Limits(0, 200, catch_up=plan)
    assert plan.standing(here.store, today(here)) == (1, 4, 48, 12)
    study(here, limits, most=6)
    assert plan.standing(here.store, today(here)) == (1, 4, 42, 6)
    here.clock.sleep(2)
    assert plan.standing(here.store, today(here)) == (3, 4, 42, 21)
    study(here, limits)
    here.clock.sleep()
    assert plan.standing(here.store, today(here))[2:] == (21, 21)
    here.clock.sleep()
    assert plan.day(today(here)) > plan.days
    assert backlog.in_force(here.store, here.scope(), today(here)) is None


def test_an_answer_taken_back_puts_its_card_back_into_the_backlog(here: Room) -> None:
    away(here)
    plan = begun(here, 4)
    study(here, Limits(0, 200, catch_up=plan), most=1)
    assert plan.standing(here.store, today(here)) == (1, 4, 47, 11)
    undo(here)
    assert plan.standing(here.store, today(here)) == (1, 4, 48, 12)


@pytest.mark.parametrize("order", Priority)
def test_the_backlog_is_asked_by_rank_and_within_the_limits_of_the_day(here: Room, order: Priority) -> None:
    away(here)
    plan = begun(here, 2)
    scope, day = here.scope(), today(here)
    queue = build(here.store, scope, day, Limits(5, 200, catch_up=plan, order=order))
    known = [candidate for candidate in queue if candidate.state is not None]
    assert (len(known), len(queue)) == (24, 29)
    assert {candidate.card_id for candidate in known} == {
        candidate.card_id
        for candidate in Ranking(here.store, order, day).in_order(candidates.due(here.store, scope, day, -1))[
            :24
        ]
    }
    assert len(build(here.store, scope, day, Limits(0, 7, catch_up=plan))) == 7
    assert len(build(here.store, scope, day, Limits(0, 0, catch_up=plan))) == 0


def test_what_is_set_aside_is_no_part_of_the_backlog(here: Room) -> None:
    away(here)
    plan = begun(here, 2)
    candidate = next(candidates.due(here.store, here.scope(), today(here), 1))
    here.store.db.execute(
        "INSERT INTO aside VALUES (?, ?, ?)",
        [here.store.learner, candidate.card_id, marks.FOR_GOOD.isoformat()],
    )
    assert plan.left(here.store) == 47


def test_it_is_proposed_after_a_break_only_and_not_again_on_the_day_it_was_refused(here: Room) -> None:
    scope = here.scope()
    assert backlog.proposed(here.store, scope, today(here)) is None
    away(here)
    assert backlog.proposed(here.store, scope, today(here)) is not None
    backlog.end(here.store, here.clock.now())
    assert backlog.proposed(here.store, scope, today(here)) is None
    here.clock.sleep()
    assert backlog.proposed(here.store, scope, today(here)) is not None
    study(here, Limits(0, 200), most=3)
    assert backlog.proposed(here.store, scope, today(here)) is None
    here.clock.sleep()
    assert backlog.proposed(here.store, scope, today(here)) is None
    assert backlog.proposed(here.store, scope, today(here), ran_out=True) is not None


@pytest.mark.parametrize(("days", "is_break"), [(3, False), (4, True)])
def test_three_whole_days_without_an_answer_are_a_break(here: Room, days: int, *, is_break: bool) -> None:
    for _ in range(4):
        study(here, Limits(NEW_A_DAY, 0))
        here.clock.sleep()
    here.clock.sleep(days - 1)
    assert is_backlog(overdue_now(here), backlog.load_before(here.store, today(here)).usual)
    found = backlog.proposed(here.store, here.scope(), today(here))
    assert (found is not None) == is_break


def test_a_break_of_years_is_a_break(here: Room) -> None:
    away(here, 2)
    here.clock.sleep(800)
    found = backlog.proposed(here.store, here.scope(), today(here))
    assert found is not None
    assert found.overdue == 24


def test_the_newest_plan_counts_and_an_end_ends_it(here: Room) -> None:
    away(here)
    begun(here, 4)
    assert begun(here, 9).days == 9
    backlog.end(here.store, here.clock.now())
    assert backlog.planned(here.store, here.scope()) is None
    assert [plan.content for plan in plans.all_of(here.store, plans.BACKLOG)] == [
        {"days": 4},
        {"days": 9},
        None,
    ]


@pytest.mark.parametrize("content", [{}, {"days": "soon"}, {"days": None}])
def test_a_plan_that_makes_no_sense_is_damage(here: Room, content: dict[str, object]) -> None:
    plans.add(here.store, plans.BACKLOG, content, here.clock.now())
    with pytest.raises(DatabaseUnreadable, match="plans"), room(here.root.parent, banks=False) as where:
        backlog.planned(where.store, where.scope())


@settings(max_examples=20)
@given(st.integers(0, 40))
def test_the_days_of_a_plan_are_counted_from_one_and_never_below(elapsed: int) -> None:
    plan = backlog.CatchUp(TODAY, 5, candidates.Scope(()))
    assert plan.day(TODAY + timedelta(days=elapsed)) == elapsed + 1
    assert plan.day(TODAY - timedelta(days=elapsed)) == 1


def test_times_are_those_of_answers_that_stand(here: Room) -> None:
    study(here, Limits(3, 0))
    assert [one.card for one in durations(here.store)][-1] == "words/w0"
    before = len(list(durations(here.store)))
    undo(here)
    assert len(list(durations(here.store))) == before - 1
    assert len(list(durations(here.store, 2))) == 2
