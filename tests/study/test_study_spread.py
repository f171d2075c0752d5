"""Near-identical prompts are moved apart where that can be; siblings never hide what is behind them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_samples import TODAY, room

from quiz.card import Card
from quiz.question import Location, RecallQuestion
from quiz.review import CardState, Memory, State
from quiz.store import Candidate, candidates
from quiz.study.queue import Limits, build, spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

OTHERS = (
    "tree", "whales", "mirror", "quarry", "jacket", "pepper", "lunch", "dozen", "bishop", "fjord",
    "gypsum", "velvet", "karate", "oxygen", "nephew", "zigzag", "humble", "cliff", "sword", "banjo",
    "earth", "igloo",
)  # fmt: skip
CLASSES = (State.LEARNING, State.REVIEW, None)


def card(prompt: str, kind: State | None = None) -> Candidate:
    question = RecallQuestion(id="q", ask=prompt, location=Location("w.yaml", 1, 1), back="x")
    state = None if kind is None else CardState(kind, Memory(3.0, 5.0), TODAY, TODAY, 3, 1, 0)
    return Candidate(0, Card("w", question), state, "en", None, "Words")


def book(number: int) -> str:
    return f"Who wrote the book that has the number {number:02}?"


def is_book(candidate: Candidate) -> bool:
    return candidate.card.prompt.startswith("Who wrote")


def touching(cards: Iterable[Candidate]) -> int:
    return sum(is_book(one) and is_book(other) for one, other in pairwise(cards))


def test_a_run_of_likes_at_the_end_is_broken_up() -> None:
    cards = [card(prompt) for prompt in ("tree", "whales", book(1), book(2), book(3))]
    found = spread(cards)
    assert [is_book(each) for each in found] == [True, False, True, False, True]
    assert [each.card.prompt for each in found if not is_book(each)] == ["tree", "whales"]


@given(st.integers(0, 21), st.data())
def test_likes_never_touch_when_others_can_stand_between(likes: int, data: st.DataObject) -> None:
    fewest = max(0, likes - 1)
    others = data.draw(st.integers(fewest, len(OTHERS)))
    prompts = [*map(book, range(likes)), *OTHERS[:others]]
    cards = [card(prompt) for prompt in data.draw(st.permutations(prompts))]
    found = spread(cards)
    assert touching(found) == 0
    assert sorted(map(id, found)) == sorted(map(id, cards))


@given(st.lists(st.sampled_from(OTHERS), unique=True), st.lists(st.sampled_from(CLASSES), max_size=30))
def test_where_nothing_is_alike_the_order_stays(prompts: list[str], kinds: list[State | None]) -> None:
    cards = [card(prompt, kind) for prompt, kind in zip(prompts, kinds, strict=False)]
    assert [id(each) for each in spread(cards)] == [id(each) for each in cards]


@given(
    st.lists(st.lists(st.sampled_from([book(1), book(2), *OTHERS[:3]]), max_size=8), min_size=3, max_size=3)
)
def test_no_card_is_asked_before_one_of_an_earlier_class(prompts: Sequence[Sequence[str]]) -> None:
    cards = [card(prompt, kind) for kind, run in zip(CLASSES, prompts, strict=True) for prompt in run]
    found = spread(cards)
    assert [each.state for each in found] == [each.state for each in cards]
    assert sorted(map(id, found)) == sorted(map(id, cards))
    assert touching(found) <= touching(cards)


def test_likes_on_both_sides_of_a_border_are_moved_apart() -> None:
    due, new = State.REVIEW, None
    cards = [card("tree", due), card("whales", due), card(book(1), due), card(book(2), new)]
    assert [each.card.prompt for each in spread(cards)] == ["tree", book(1), "whales", book(2)]


def test_a_long_run_of_likes_at_the_start_is_broken_up_by_what_comes_later() -> None:
    cards = [*(card(book(number)) for number in range(20)), *map(card, OTHERS[:19])]
    assert touching(spread(cards)) == 0


def grouped(number: int, group: str) -> list[str]:
    return [f"  - {{id: {group}{n}, front: {group} {n}, back: b, group: {group}}}" for n in range(number)]


@pytest.fixture
def few_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "PAGE", 5)


@pytest.mark.usefixtures("few_a_page")
def test_however_many_siblings_stand_before_it_another_card_is_found(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        lines = [*grouped(60, "g"), *grouped(30, "h"), "  - {id: alone, front: alone, back: b}"]
        where.write("w.yaml", "\n".join(["quiz: 1", "title: Words", "questions:", *lines, ""]))
        where.write("z.yaml", "\n".join(["quiz: 1", "title: Z", "questions:", *grouped(9, "g"), ""]))
        scope = where.scope()
        today = where.clock.now().study_day

        def asked() -> list[str]:
            return [each.card.key for each in build(where.store, scope, today, Limits(9, 9))]

        assert asked() == ["w/g0", "w/h0", "w/alone", "z/g0"]
        for key in ("w/g0", "w/alone", "z/g0"):
            where.answer(key)
        assert asked() == ["w/h0"]
        where.answer("w/h0")
        assert asked() == ["w/g1", "w/h1", "z/g1"]


@pytest.mark.usefixtures("few_a_page")
def test_pages_of_new_cards_hold_every_card_once(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        cloze = "  - {id: gap, cloze: '{a} b {c} d {e} f {g} h {i} j {k} l {m}.'}"
        lines = [*grouped(7, "g"), cloze, *grouped(3, "h")]
        where.write("w.yaml", "\n".join(["quiz: 1", "title: Words", "questions:", *lines, ""]))
        found = [each.card.key for each in candidates.new(where.store, where.scope())]
        parts = [f"w/gap#{number}" for number in range(1, 8)]
        assert found == [*(f"w/g{n}" for n in range(7)), *parts, *(f"w/h{n}" for n in range(3))]
        assert next(candidates.new(where.store, where.scope(), {"w//g"})).card.key == "w/gap#1"
