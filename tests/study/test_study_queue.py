"""What is asked today, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_samples import TODAY, Room, reply, room

from quiz.card import Card
from quiz.memory import DEFAULT_PARAMETERS, retrievability
from quiz.question import Location, RecallQuestion
from quiz.review import Rating, State
from quiz.settings import Priority
from quiz.store import Candidate
from quiz.study import queue
from quiz.study.queue import Limits, ahead, build, done_today, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from quiz.store import Scope

WORDS = (
    "amber", "bridge", "cellar", "dragon", "engine", "forest", "guitar", "harbour", "island", "jacket",
    "kettle", "lantern", "mirror", "needle", "orchard", "pepper", "quarry", "rocket", "saddle", "temple",
)  # fmt: skip
MANY = Limits(100, 100)


def questions(names: Sequence[str], *more: str) -> str:
    lines = [f"  - {{id: {name}, front: {name}, back: {name[::-1]}}}" for name in names]
    return "\n".join(["quiz: 1", "title: Words", "questions:", *lines, *more, ""])


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path, banks=False) as found:
        found.write("w.yaml", questions(WORDS))
        yield found


def today(where: Room) -> date:
    return where.clock.now().study_day


def names(cards: Sequence[Candidate]) -> list[str]:
    return [candidate.card.key.removeprefix("w/") for candidate in cards]


def asked(where: Room, limits: Limits = MANY, scope: Scope | None = None) -> list[str]:
    return names(build(where.store, scope or where.scope(), today(where), limits))


def test_new_cards_come_in_the_order_of_the_bank(here: Room) -> None:
    assert asked(here) == list(WORDS)


def test_nothing_gives_an_empty_queue(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        assert asked(where) == []
        assert ahead(where.store, where.scope(), TODAY, 5) == []


def test_learning_comes_before_due_and_due_before_new(here: Room) -> None:
    for name, rating in {"amber": Rating.GOOD, "bridge": Rating.HARD, "cellar": Rating.EASY}.items():
        here.answer(f"w/{name}", rating)
    here.clock.sleep(30)
    here.answer("w/temple", Rating.AGAIN)
    found = build(here.store, here.scope(), today(here), MANY._replace(order=Priority.WEAKEST))
    assert names(found)[0] == "temple"
    assert set(names(found)[1:4]) == {"amber", "bridge", "cellar"}
    chances = [
        retrievability(state.memory.stability, (today(here) - state.last_day).days, DEFAULT_PARAMETERS)
        for _, _, state, *_ in found[1:4]
        if state is not None
    ]
    assert chances == sorted(chances)
    assert names(found)[4:6] == ["dragon", "engine"]


def test_a_card_is_due_on_its_day_and_not_before(here: Room) -> None:
    review = here.answer("w/amber")
    days = (review.due_on - TODAY).days
    assert days > 1
    here.clock.sleep(days - 1)
    assert "amber" not in asked(here)
    here.clock.sleep(1)
    assert asked(here)[0] == "amber"


def test_the_days_limits_count_what_was_done(here: Room) -> None:
    for name in WORDS[:5]:
        here.answer(f"w/{name}")
    here.clock.sleep(60)
    assert len(asked(here, Limits(3, 2))) == 5
    here.answer("w/amber")
    here.answer("w/temple")
    here.answer("w/saddle", Rating.AGAIN)
    here.answer("w/saddle")
    assert done_today(here.store, today(here))[:2] == (2, 1)
    found = asked(here, Limits(3, 2))
    assert len([name for name in found if name in WORDS[:5]]) == 1
    assert found[1:] == ["forest"]
    assert asked(here, Limits(2, 1)) == []
    assert asked(here, Limits(0, 0)) == []
    assert len(asked(here, Limits(9, 9, 3))) == 3


def test_cards_being_learnt_are_asked_whatever_the_limits(here: Room) -> None:
    here.answer("w/amber", Rating.AGAIN)
    assert asked(here, Limits(0, 0)) == ["amber"]
    here.clock.sleep(1)
    assert asked(here, Limits(0, 0)) == ["amber"]


def grouped(*names: str) -> str:
    lines = [f"  - {{id: {name}, front: {name}, back: {name[::-1]}, group: g}}" for name in names]
    return "\n".join(["quiz: 1", "title: Group", "questions:", *lines, ""])


def test_of_siblings_one_is_new_a_day(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        where.write(
            "w.yaml", questions(["zebra"], "  - {id: gap, cloze: 'One {amber} two {bridge} three {cellar}.'}")
        )
        assert asked(where) == ["zebra", "gap#1"]
        where.answer("w/gap#1")
        assert asked(where) == ["zebra"]
        where.answer("w/zebra")
        where.clock.sleep(1)
        assert asked(where) == ["gap#2"]


def test_siblings_are_asked_when_nothing_else_is_left(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        where.write("w.yaml", grouped("amber", "bridge", "cellar"))
        assert asked(where) == ["amber"]
        where.answer("w/amber")
        assert asked(where) == ["bridge"]
        where.answer("w/bridge")
        assert asked(where) == ["cellar"]
        assert asked(where, Limits(2, 9)) == []


def test_a_group_is_of_one_bank(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        where.write("w.yaml", grouped("amber", "bridge"))
        where.write("v.yaml", grouped("kettle", "lantern"))
        assert asked(where) == ["v/kettle", "amber"]


def test_due_siblings_are_left_for_other_days(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        where.write("w.yaml", grouped("amber", "bridge", "cellar"))
        for name in ("amber", "bridge"):
            where.answer(f"w/{name}")
        where.clock.sleep(60)
        assert asked(where) == ["amber"]
        where.answer("w/amber")
        assert asked(where) == ["bridge"]


def test_siblings_held_back_leave_their_room_to_others(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        where.write("v.yaml", grouped("kettle", "lantern", "mirror"))
        where.write("w.yaml", questions(WORDS[:3]))
        for key in ("v/kettle", "v/lantern", "v/mirror"):
            where.answer(key)
        where.clock.sleep(5)
        for name in WORDS[:3]:
            where.answer(f"w/{name}")
        where.clock.sleep(10)
        assert asked(where, Limits(0, 3, order=Priority.OLDEST)) == ["v/kettle", "amber", "bridge"]
        where.answer("v/kettle")
        assert asked(where, Limits(0, 2)) == ["amber"]


def test_a_sibling_being_learnt_is_held_back_but_not_lost_to_limits(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        where.write("w.yaml", grouped("amber", "bridge"))
        where.answer("w/amber", Rating.AGAIN)
        where.answer("w/bridge", Rating.AGAIN)
        where.clock.sleep(1)
        assert asked(where, Limits(0, 0)) == ["amber"]
        where.answer("w/amber")
        assert asked(where, Limits(0, 0)) == ["bridge"]


def test_the_search_for_due_cards_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "MOST_SKIPPED", 2)
    with room(tmp_path, banks=False) as where:
        where.write("a.yaml", grouped(*WORDS[:6]))
        where.write("w.yaml", questions(["zebra"]))
        for key in (*(f"a/{name}" for name in WORDS[:6]), "w/zebra"):
            where.answer(key)
        where.clock.sleep(60)
        assert asked(where, Limits(0, 2)) == ["a/amber"]


def test_a_scope_narrows_to_banks_tags_and_kinds(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        scope = where.scope()
        people, talks = scope.bank_ids
        assert asked(where, scope=scope._replace(bank_ids=(talks,))) == ["talks/venue", "talks/month"]
        assert asked(where, scope=scope._replace(bank_ids=(talks, people)))[:1] == ["talks/venue"]
        assert asked(where, scope=scope._replace(tags=("places",))) == ["talks/venue"]
        assert len(asked(where, scope=scope._replace(tags=("places", "people")))) == 3
        assert len(asked(where, scope=scope._replace(tags=("places",), whole=(people,)))) == 3
        assert asked(where, scope=scope._replace(kinds=("date",))) == ["talks/month"]
        assert asked(where, scope=scope._replace(kinds=("date", "recall"), tags=("people",))) == [
            "people/the-russian-president"
        ]
        assert asked(where, scope=scope._replace(kinds=("order",))) == []
        for key in ("talks/venue", "talks/month"):
            where.answer(key)
        where.clock.sleep(60)
        assert asked(where, scope=scope._replace(kinds=("date",))) == ["talks/month"]
        assert asked(where, scope=scope._replace(tags=("places",))) == ["talks/venue"]


def test_going_ahead_takes_new_cards_and_then_the_soonest(here: Room) -> None:
    for name in WORDS[:18]:
        here.answer(f"w/{name}", Rating.EASY if name == "amber" else Rating.GOOD)
    scope = here.scope()
    assert names(ahead(here.store, scope, today(here), 10)) == ["saddle", "temple"]
    here.clock.sleep(1)
    found = names(ahead(here.store, scope, today(here), 20))
    assert found[:3] == ["saddle", "temple", "bridge"]
    assert found[-1] == "amber"
    assert len(found) == 20
    assert names(ahead(here.store, scope, today(here), 1)) == ["saddle"]


def test_going_ahead_begins_with_what_the_limits_left_over(here: Room) -> None:
    for name in WORDS[:4]:
        here.answer(f"w/{name}")
    here.clock.sleep(60)
    assert asked(here, Limits(0, 0)) == []
    found = names(ahead(here.store, here.scope(), today(here), 5))
    assert sorted(found[:4]) == sorted(WORDS[:4])
    assert found[4] == "engine"


def test_going_ahead_leaves_siblings_out_while_there_is_anything_else(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        where.write("w.yaml", grouped("amber", "bridge", "cellar"))
        scope = where.scope()
        where.answer("w/amber")
        where.answer("w/bridge")
        assert names(ahead(where.store, scope, today(where), 5)) == ["cellar"]
        where.answer("w/cellar")
        assert ahead(where.store, scope, today(where), 5) == []
        where.clock.sleep(1)
        assert len(ahead(where.store, scope, today(where), 5)) == 1


def card(prompt: str) -> Candidate:
    question = RecallQuestion(id=prompt, ask=prompt, location=Location("w.yaml", 1, 1), back="x")
    return Candidate(0, Card("w", question), None, "en", None, "Words")


def test_near_identical_prompts_are_moved_apart() -> None:
    prompts = ["Which city is in the north?", "Which city is in the south?", "Who speaks?", "When?"]
    found = [candidate.card.prompt for candidate in spread([card(prompt) for prompt in prompts])]
    assert found == [prompts[0], prompts[2], prompts[1], prompts[3]]


def test_where_all_prompts_are_alike_their_order_stays() -> None:
    prompts = [f"Which city is number {number}?" for number in range(5)]
    assert [candidate.card.prompt for candidate in spread([card(prompt) for prompt in prompts])] == prompts


@given(st.lists(st.text("ab ", max_size=8), max_size=20))
def test_spreading_loses_no_card(prompts: list[str]) -> None:
    cards = [card(prompt) for prompt in prompts]
    assert sorted(map(id, spread(cards))) == sorted(map(id, cards))


def test_a_card_missed_in_review_is_learnt_again(here: Room) -> None:
    here.answer("w/amber")
    here.clock.sleep(10)
    sitting = here.sitting(build(here.store, here.scope(), today(here), Limits(0, 9)))
    sitting.record(*reply(sitting, Rating.AGAIN))
    state = here.state("w/amber")
    assert state is not None
    assert (state.state, state.lapses) == (State.RELEARNING, 1)
    assert asked(here, Limits(0, 0)) == ["amber"]
