"""A card's life is told from the log alone, and what is told of the future is what comes."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import TALKS, Room, reply, room

from quiz.errors import SchedulerTooNew
from quiz.memory import DEFAULT_PARAMETERS, Spread, fuzz_range, interval_days, retrievability
from quiz.progress.life import Answer, Edited, Life, Marked, Moved, Renamed
from quiz.review import Mode, Rating, Sign
from quiz.store import Scope, adoptions, log, marks
from quiz.study.backlog import CatchUp
from quiz.study.limits import Budget, Limits
from quiz.study.marking import put_mark
from quiz.study.naming import question_named
from quiz.study.session import Sitting, take_back
from quiz.study.terms import Terms
from quiz.study.why import Outlook, lives

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMITS = Limits(20, 200)
TERMS = Terms(0.9, spread=Spread())
PAIR = """
    quiz: 1
    title: Pairs
    questions:
      - {id: one, ask: Who came first?, answer: Ann, group: pair}
      - {id: two, ask: Who came last?, answer: Bob, group: pair}
      - {id: three, ask: Who stayed?, answer: Eve}
"""


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.load()
        yield found


def told(where: Room, name: str, limits: Limits = LIMITS, terms: Terms = TERMS) -> list[Life]:
    banks = where.load().banks
    scope = Scope(tuple(bank.id for bank in banks))
    before = list(where.store.db.iterdump())
    outlook = Outlook(today=where.clock.now().study_day, terms=terms, limits=limits, scope=scope)
    found = lives(where.store, question_named(where.store, banks, name), outlook)
    assert list(where.store.db.iterdump()) == before
    return found


def life(where: Room, name: str, limits: Limits = LIMITS, terms: Terms = TERMS) -> Life:
    (found,) = told(where, name, limits, terms)
    return found


def answered(where: Room, *ratings: Rating, key: str = "talks/venue", days: int = 3) -> None:
    for rating in ratings:
        where.answer(key, rating)
        where.clock.sleep(days)


def test_a_new_card_has_no_memory_and_each_first_rating_is_told(where: Room) -> None:
    found = life(where, "talks/venue")
    assert (found.state, found.recall, found.reckoned, found.newest, found.events) == (None,) * 4 + ((),)
    assert found.parameters == DEFAULT_PARAMETERS.id
    assert [one.memory.stability for one in found.outcomes.values()] == [*DEFAULT_PARAMETERS.weights[:4]]
    assert found.queued is not None
    assert (found.queued.place, found.queued.total, found.queued.limit) == (3, 4, 20)


def test_each_answer_is_told_with_the_memory_that_it_met(where: Room) -> None:
    answered(where, Rating.GOOD, Rating.HARD, Rating.AGAIN, days=4)
    found = life(where, "venue")
    first, second, third = found.answers
    assert (first.elapsed_days, first.recall, first.before) == (None, None, None)
    assert second.before == first.after
    assert third.before == second.after
    assert second.elapsed_days == third.elapsed_days == 4
    assert first.after is not None
    assert second.recall == retrievability(first.after.stability, 4, DEFAULT_PARAMETERS)
    assert found.state is not None
    assert third.after == found.state.memory
    assert found.newest is third
    assert found.recall == retrievability(found.state.memory.stability, 4, DEFAULT_PARAMETERS)
    assert found.reckoned is None


def test_answers_that_do_not_count_leave_memory_as_it_was(where: Room) -> None:
    answered(where, Rating.GOOD)
    for mode in (Mode.CRAM, Mode.EXAM):
        candidate = where.candidate("talks/venue")
        sitting = Sitting(where.store, where.clock, [candidate], terms=TERMS, seed="0", mode=mode)
        sitting.next()
        sitting.record(*reply(sitting, Rating.AGAIN))
    review = where.answer("talks/venue", Rating.EASY)
    take_back(where.store, where.clock, review, review.session)
    first, cram, exam, undone = life(where, "venue").answers
    assert [one.counts for one in (first, cram, exam, undone)] == [True, False, False, False]
    assert [one.mode for one in (cram, exam)] == [Mode.CRAM, Mode.EXAM]
    assert {one.before for one in (cram, exam, undone)} == {first.after}
    assert len({one.recall for one in (cram, exam, undone)}) == 1
    assert undone.undone_on == where.clock.now().study_day
    assert first.undone_on is None


def test_what_happened_to_the_card_stands_at_its_place_in_time(where: Room) -> None:
    answered(where, Rating.GOOD)
    where.write("talks.yaml", TALKS.replace("id: venue", "id: city"))
    where.load()
    put_mark(where.store, where.clock, "talks/city", Sign.FLAGGED, note="Is this so?")
    answered(where, Rating.GOOD, key="talks/city")
    where.write("talks.yaml", TALKS.replace("id: venue", "id: city").replace("Geneva", "Lisbon"))
    found = life(where, "city")
    assert [type(event) for event in found.events] == [Answer, Renamed, Marked, Answer, Edited]
    renamed = found.events[1]
    assert isinstance(renamed, Renamed)
    assert (renamed.old, renamed.new) == ("talks/venue", "talks/city")
    assert found.edited_on == found.today
    assert found.state is not None
    assert found.state.due_on == found.today
    assert found.newest is not None
    assert found.newest.due_on > found.today
    answered(where, Rating.GOOD, key="talks/city")
    assert life(where, "city").edited_on is None


def test_two_questions_that_change_names_keep_their_lives(where: Room) -> None:
    answered(where, Rating.GOOD, Rating.GOOD)
    answered(where, Rating.HARD, key="talks/month")
    swapped = TALKS.replace("id: venue", "id: was").replace("id: month", "id: venue")
    where.write("talks.yaml", swapped.replace("id: was", "id: month"))
    where.load()
    assert [one.rating for one in life(where, "venue").answers] == [Rating.HARD]
    found = life(where, "month")
    assert len(found.answers) == 2
    (renamed,) = (event for event in found.events if isinstance(event, Renamed))
    assert (renamed.old, renamed.new) == ("talks/venue", "talks/month")


def test_what_somebody_else_answered_is_not_told(where: Room) -> None:
    answered(where, Rating.GOOD)
    where.store.db.execute("UPDATE reviews SET learner = 'you'")
    assert life(where, "venue").events == ()


def test_the_interval_is_reckoned_with_its_range_and_what_stands_there(where: Room) -> None:
    for key in ("talks/venue", "talks/month"):
        where.answer(key, Rating.EASY)
    found = life(where, "venue", terms=Terms(0.9, spread=Spread(easy_days=(0.5,) * 7))).reckoned
    assert found is not None
    assert found.interval_days == interval_days(DEFAULT_PARAMETERS.weights[3], 0.9, DEFAULT_PARAMETERS)
    today = where.clock.now().study_day
    assert [(one.day - today).days for one in found.days] == [*fuzz_range(found.interval_days)]
    assert {one.share for one in found.days} == {0.5}
    # Only the other card: this one is not counted among what comes beside it.
    assert sum(one.cards for one in found.days) == 1
    assert found.fits
    other = life(where, "venue", terms=Terms(0.97, spread=Spread())).reckoned
    assert other is not None
    assert not other.fits
    assert len(life(where, "venue", terms=Terms(0.9)).reckoned.days) == 1  # type: ignore[union-attr]


def test_siblings_on_the_days_of_the_range_are_counted(where: Room) -> None:
    where.write("pairs.yaml", PAIR)
    for key in ("pairs/one", "pairs/two"):
        where.answer(key, Rating.EASY)
    found = life(where, "pairs/one").reckoned
    assert found is not None
    assert sum(one.siblings for one in found.days) == 1


def test_a_date_that_was_moved_is_told(where: Room) -> None:
    review = where.answer("talks/venue", Rating.EASY)
    where.clock.sleep()
    now = where.clock.now()
    due_on = review.study_day + timedelta(days=30)
    adoptions.reschedule(where.store, [adoptions.Given(review.id, 30, due_on)], now)
    found = life(where, "venue")
    assert found.events[-1] == Moved(found.events[-1].id, review.id, now.study_day, 30, due_on)
    assert found.reckoned is not None
    assert (found.reckoned.moved_on, found.reckoned.given_days) == (now.study_day, 30)
    assert found.edited_on is None


def test_what_is_set_aside_or_gone_is_not_queued(where: Room) -> None:
    put_mark(where.store, where.clock, "talks/venue", Sign.SUSPENDED)
    found = life(where, "venue")
    assert (found.aside, found.queued, found.in_use) == (marks.FOR_GOOD, None, True)
    where.write("talks.yaml", TALKS.replace("id: month", "id: month\n        draft: true"))
    found = life(where, "month")
    assert (found.in_use, found.queued) == (False, None)
    where.write("talks.yaml", TALKS.replace("- id: venue", "- id: venue\n        answers: []"))
    assert not life(where, "venue").in_use


def test_a_card_that_is_not_due_is_not_queued(where: Room) -> None:
    where.answer("talks/venue", Rating.GOOD)
    assert life(where, "venue").queued is None
    where.clock.sleep(30)
    queued = life(where, "venue").queued
    assert queued is not None
    assert (queued.place, queued.limit, queued.done) == (1, 200, 0)


def test_what_keeps_a_card_from_being_asked_today_is_told(where: Room) -> None:
    where.write("pairs.yaml", PAIR)
    where.load()
    where.answer("pairs/one", Rating.GOOD)
    waits = life(where, "pairs/two").queued
    assert waits is not None
    assert (waits.place, waits.sibling_today, waits.done) == (None, True, 1)
    full = life(where, "pairs/three", Limits(1, 200)).queued
    assert full is not None
    assert (full.place, full.sibling_today, full.limit, full.done) == (None, False, 1, 1)
    budget = Budget(frozenset({"pairs"}), new=1)
    of_bank = life(where, "pairs/three", Limits(20, 200, budgets=(budget,))).queued
    assert of_bank is not None
    assert (of_bank.place, of_bank.bank_limited) == (None, True)


def test_what_waits_while_a_backlog_is_cleared_says_so(where: Room) -> None:
    for key in ("talks/venue", "talks/month"):
        answered(where, Rating.GOOD, key=key, days=0)
    where.clock.sleep(30)
    scope = where.scope()
    today = where.clock.now().study_day
    plan = CatchUp(today, 2, scope)
    limits = Limits(0, 200, catch_up=plan)
    queued = [life(where, name, limits).queued for name in ("venue", "month")]
    assert all(one is not None and one.catching_up for one in queued)
    assert sorted(one.place is None for one in queued if one) == [False, True]
    late = life(where, "venue", Limits(0, 200, catch_up=plan._replace(first=today - timedelta(days=300))))
    assert late.queued is not None
    assert not late.queued.catching_up


def test_all_cards_of_a_question_are_told_in_their_order(where: Room) -> None:
    where.write("gap.yaml", "quiz: 1\ntitle: Gap\nquestions:\n  - {id: gap, cloze: 'The {a} and {b}.'}\n")
    assert [one.card for one in told(where, "gap")] == ["gap/gap#1", "gap/gap#2"]
    assert [one.card for one in told(where, "gap#2")] == ["gap/gap#2"]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32))
def test_what_is_told_of_each_rating_is_what_an_answer_gives(seed: int) -> None:
    chance = random.Random(seed)
    with TemporaryDirectory() as folder, room(Path(folder)) as where:
        where.store.db.execute("PRAGMA synchronous = OFF")
        for _ in range(12):
            key = chance.choice(["talks/venue", "talks/month"])
            before, rating = life(where, key), chance.choice(list(Rating))
            sitting = Sitting(where.store, where.clock, [where.candidate(key)], terms=TERMS, seed="0")
            sitting.next()
            sitting.record(*reply(sitting, rating))
            after = life(where, key)
            assert after.state is not None
            assert after.newest is not None
            promised = before.outcomes[rating]
            assert after.state.memory == after.newest.after == promised.memory
            assert after.state.due_on == after.newest.due_on == promised.due_on
            assert after.newest.interval_days == promised.interval_days
            assert after.newest.recall == before.recall
            assert after.reckoned is None or after.reckoned.fits
            where.clock.sleep(chance.choice([0, 1, 2, 9, 40]))


def test_an_answer_of_a_newer_version_is_refused_and_not_reckoned(where: Room) -> None:
    answered(where, Rating.GOOD)
    where.store.db.execute("UPDATE reviews SET scheduler = 'quiz-fsrs7-1'")
    with pytest.raises(SchedulerTooNew, match=r"newer quiz.*quiz-fsrs7-1.*Update quiz"):
        life(where, "venue")


def test_a_set_that_was_adopted_tells_another_memory(where: Room) -> None:
    answered(where, Rating.GOOD)
    log.save_parameters(where.store, "mine", "x", (1.0, 2.0, 30.0, *DEFAULT_PARAMETERS.weights[3:]))
    adoptions.adopt(where.store, "mine", where.clock.now())
    found = life(where, "venue")
    assert found.parameters == "mine"
    assert found.newest is not None
    assert found.newest.after is not None
    assert found.newest.after.stability == 30.0
