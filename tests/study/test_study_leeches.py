"""Cards that do not stick: which they are, what was answered instead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_samples import TERMS, TODAY, Room, reply, room

from quiz.review import (
    CardState,
    Matched,
    Memory,
    Mode,
    Picked,
    Rating,
    Response,
    SelfRated,
    Sign,
    State,
    Typed,
    Verdict,
)
from quiz.store import Scope
from quiz.store.mistakes import wrong_answers
from quiz.study.choosing import choose
from quiz.study.leeches import LATEST, Mistake, becomes_leech, leeches, usual_mistakes
from quiz.study.marking import put_mark
from quiz.study.session import Sitting, take_back

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.review import Review

VENUE = "talks/venue"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        yield found


def miss(where: Room, key: str, said: str = "") -> Review:
    """Answer a card wrongly with a text, on the next day, and rightly after that."""
    where.clock.sleep()
    sitting = where.sit(key)
    given, judgement, rating = reply(sitting, Rating.AGAIN)
    wrong = sitting.record(given._replace(response=Typed(said)), judgement, rating)
    sitting.record(*reply(sitting, Rating.GOOD))
    return wrong


def forget(where: Room, key: str, *said: str) -> None:
    """Learn a card, then answer it wrongly with each of these texts."""
    where.answer(key)
    for text in said:
        miss(where, key, text)


def found(where: Room, *words: str) -> list[tuple[str, int]]:
    scope = choose(where.store, where.load().banks, words)
    return [(leech.candidate.card.key, leech.lapses) for leech in leeches(where.store, scope)]


def test_six_lapses_make_a_leech(here: Room) -> None:
    forget(here, VENUE, *"12345")
    assert found(here) == []
    miss(here, VENUE)
    assert found(here) == [(VENUE, 6)]


def test_the_most_often_forgotten_comes_first(here: Room) -> None:
    forget(here, "people/the-russian-president", *"123456")
    forget(here, VENUE, *"12345678")
    assert found(here) == [(VENUE, 8), ("people/the-russian-president", 6)]
    assert found(here, "people") == [("people/the-russian-president", 6)]
    assert found(here, "places") == [(VENUE, 8)]


def test_what_is_set_aside_is_a_leech_still(here: Room) -> None:
    forget(here, VENUE, *"123456")
    put_mark(here.store, here.clock, VENUE, Sign.SUSPENDED)
    (leech,) = leeches(here.store, here.scope())
    assert leech.until is not None
    assert leech.until.year == 9999


def test_a_leech_that_is_gone_is_none(here: Room) -> None:
    forget(here, VENUE, *"123456")
    (here.root / "talks.yaml").unlink()
    assert found(here) == []


def test_mistakes_come_from_the_log_under_whatever_name(here: Room) -> None:
    forget(here, VENUE, "Oslo", "Vienna", "oslo ", "", "Rome", "  OSLO")
    text = (here.root / "talks.yaml").read_text(encoding="utf-8")
    here.write("talks.yaml", text.replace("id: venue", "id: city"))
    here.load()
    (leech,) = leeches(here.store, here.scope())
    assert [(mistake.response, mistake.times) for mistake in leech.mistakes] == [
        (Typed("  OSLO"), 3),
        (Typed("Rome"), 1),
        (Typed(""), 1),
        (Typed("Vienna"), 1),
    ]


def test_answers_taken_back_and_right_ones_are_no_mistakes(here: Room) -> None:
    forget(here, VENUE, "Oslo")
    wrong = miss(here, VENUE, "Vienna")
    take_back(here.store, here.clock, wrong, wrong.session)
    assert wrong_answers(here.store, [VENUE]) == {VENUE: [Typed("Oslo")]}
    assert wrong_answers(here.store, []) == {}
    assert wrong_answers(here.store, ["talks/month"]) == {}


def test_only_study_makes_mistakes_but_what_was_partly_right_is_one(here: Room) -> None:
    here.answer(VENUE)
    sitting = here.sit(VENUE)
    given, judgement, rating = reply(sitting, Rating.HARD)
    sitting.record(given, replace(judgement, verdict=Verdict.PARTLY, score=0.5), rating)
    queue = [here.candidate(VENUE)]
    cramming = Sitting(here.store, here.clock, queue, terms=TERMS, seed="", mode=Mode.CRAM)
    cramming.record(*reply(cramming, Rating.AGAIN))
    assert wrong_answers(here.store, [VENUE]) == {VENUE: [given.response]}


def test_each_learner_has_leeches_apart(here: Room) -> None:
    forget(here, VENUE, *"123456")
    here.store.db.execute("INSERT INTO learners VALUES ('Ada')")
    other = replace(here.store, learner="Ada")
    assert leeches(other, here.scope()) == []
    assert wrong_answers(other, [VENUE]) == {}


def test_no_banks_have_no_leeches(here: Room) -> None:
    assert leeches(here.store, Scope(())) == []


def state(lapses: int) -> CardState:
    return CardState(State.REVIEW, Memory(1, 5), TODAY, TODAY, 0, 20, lapses)


@given(st.integers(0, 40))
def test_a_leech_is_named_at_the_sixth_lapse_and_each_third_after(lapses: int) -> None:
    assert becomes_leech(state(lapses), state(lapses + 1)) == (lapses + 1 in range(6, 99, 3))
    assert not becomes_leech(state(lapses), state(lapses))
    assert not becomes_leech(None, state(0))


# -- mistakes, pure ------------------------------------------------------------------------


def times(*responses: Response) -> list[int]:
    return [mistake.times for mistake in usual_mistakes(responses)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Typed("New  York"), Typed("new york ")),
        (Picked(("a", "b"), ("a", "b", "c")), Picked(("b", "a"), ("c", "b", "a"))),
        (Matched((("a", "1"), ("b", "2")), ("1", "2")), Matched((("b", "2"), ("a", "1")), ("2", "1"))),
    ],
)
def test_alike_answers_are_one_mistake(one: Response, other: Response) -> None:
    assert usual_mistakes([one, other]) == (Mistake(one, 2),)


def test_orders_are_alike_only_when_they_are_the_same() -> None:
    shown = ("x", "y", "z")
    assert times(Picked(("x", "y", "z"), shown), Picked(("z", "y", "x"), shown)) == [1, 1]


def test_the_learners_own_ratings_are_left_out() -> None:
    assert usual_mistakes([SelfRated(Rating.AGAIN)] * 9) == ()
    assert times(*[SelfRated(Rating.AGAIN)] * LATEST, Typed("a")) == [1]


def test_only_the_latest_are_looked_at() -> None:
    assert times(*[Typed("a")] * LATEST, *[Typed("b")] * 99) == [LATEST]


@given(st.lists(st.sampled_from([Typed("a"), Typed("b"), Typed("A"), Typed("")]), max_size=30))
def test_the_most_frequent_come_first_and_none_is_lost(responses: list[Response]) -> None:
    found = times(*responses)
    assert found == sorted(found, reverse=True)
    assert sum(found) == min(len(responses), LATEST)
