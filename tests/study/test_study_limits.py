"""Limits of a day by bank: named, kept to, and counted over what was done."""

from __future__ import annotations

import random
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import Room, room

from quiz.review import Rating
from quiz.settings import BankLimit, Priority
from quiz.store import candidates
from quiz.study import ranking
from quiz.study.limits import Budget, Limits, Rest, budgets_of, done_today, room_of, within
from quiz.study.queue import ahead, build
from quiz.study.ranking import Ranking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

WORDS = ("amber", "bridge", "cellar", "dragon", "engine", "forest", "guitar", "harbour")
BANKS = ("a", "geo/lakes", "geo/seas")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path, banks=False) as found:
        for bank in BANKS:
            found.write(f"{bank}.yaml", words(bank))
        found.load()
        yield found


def words(bank: str, *more: str) -> str:
    lines = [f"  - {{id: {word}, front: {word} in {bank}, back: {word[::-1]}}}" for word in WORDS]
    return "\n".join(["quiz: 1", f"title: Of {bank}", "questions:", *lines, *more, ""])


def today(where: Room) -> date:
    return where.clock.now().study_day


def limits(*budgets: Budget, new: int = 99, reviews: int = 99) -> Limits:
    return Limits(new, reviews, None, budgets)


def budget(*banks: str, new: int | None = None, reviews: int | None = None) -> Budget:
    return Budget(frozenset(banks), new, reviews)


def numbers(where: Room, wanted: Limits, banks: Sequence[str] = BANKS) -> list[int]:
    """Return how many cards of each bank are asked."""
    found = [one.card.bank for one in build(where.store, where.scope(), today(where), wanted)]
    return [found.count(bank) for bank in banks]


def study(where: Room, bank: str, number: int, rating: Rating = Rating.GOOD) -> None:
    for word in WORDS[:number]:
        where.answer(f"{bank}/{word}", rating)


def test_new_cards_keep_to_the_limit_of_their_bank(here: Room) -> None:
    assert numbers(here, limits()) == [8, 8, 8]
    assert numbers(here, limits(budget("a", new=3))) == [3, 8, 8]
    assert numbers(here, limits(budget("a", new=0), budget("geo/seas", new=1))) == [0, 8, 1]
    assert numbers(here, limits(budget("a", reviews=0))) == [8, 8, 8]


def test_both_limits_hold(here: Room) -> None:
    assert numbers(here, limits(budget("a", new=3), new=5)) == [3, 2, 0]
    assert numbers(here, limits(budget("a", new=7), new=5)) == [5, 0, 0]


def test_banks_of_one_budget_share_it_and_the_narrower_one_holds(here: Room) -> None:
    geo = budget("geo/lakes", "geo/seas", new=5)
    assert numbers(here, limits(geo)) == [8, 5, 0]
    assert numbers(here, limits(geo, budget("geo/lakes", new=2))) == [8, 2, 3]
    assert numbers(here, limits(geo, budget("geo/lakes", new=7))) == [8, 5, 0]


def test_new_cards_done_today_count(here: Room) -> None:
    study(here, "a", 2)
    assert numbers(here, limits(budget("a", new=3))) == [1, 8, 8]
    study(here, "a", 3)
    assert numbers(here, limits(budget("a", new=3))) == [0, 8, 8]
    assert numbers(here, limits(budget("a", new=2))) == [0, 8, 8]
    here.clock.sleep()
    assert numbers(here, limits(budget("a", new=3)))[0] == 3


def test_reviews_keep_to_the_limit_of_their_bank(here: Room) -> None:
    for bank in BANKS:
        study(here, bank, 8)
    here.clock.sleep(60)
    assert numbers(here, limits()) == [8, 8, 8]
    assert numbers(here, limits(budget("a", reviews=3))) == [3, 8, 8]
    assert numbers(here, limits(budget("a", reviews=3), reviews=10))[0] <= 3
    assert sum(numbers(here, limits(budget("a", reviews=3), reviews=10))) == 10
    assert numbers(here, limits(budget("a", "geo/seas", reviews=0))) == [0, 8, 0]
    study(here, "a", 2)
    assert numbers(here, limits(budget("a", reviews=3))) == [1, 8, 8]
    assert numbers(here, limits(budget("a", new=0))) == [6, 8, 8]


def test_many_cards_of_a_full_bank_hide_no_others(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    for bank in BANKS:
        study(here, bank, 8)
    here.clock.sleep(60)
    for number in (1, 2, 8, 500):
        monkeypatch.setattr(ranking, "PAGE", number)
        monkeypatch.setattr(ranking, "WINDOW", 1 + number // 2)
        assert numbers(here, limits(budget("a", reviews=2), budget("geo/lakes", reviews=0))) == [2, 0, 8]
        assert numbers(here, limits(*(budget(bank, reviews=0) for bank in BANKS))) == [0, 0, 0]
        assert numbers(here, limits(budget("a", reviews=0), reviews=9))[0] == 0
        assert numbers(here, limits(budget("geo/seas", reviews=3))) == [8, 8, 3]


def greedy(where: Room, wanted: Limits) -> set[str]:
    """Return the due cards that the limits let through when each is looked at in its turn."""
    found: list[str] = []
    ranks = Ranking(where.store, wanted.order, today(where))
    for one in ranks.in_order(candidates.due(where.store, where.scope(), today(where), 1000)):
        more = [*found, one.card.key]
        fits = len(more) <= wanted.reviews and all(
            share.reviews is None
            or sum(key.rpartition("/")[0] in share.banks for key in more) <= share.reviews
            for share in wanted.budgets
        )
        found = more if fits else found
    return set(found)


@pytest.fixture(scope="module")
def due(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A room in which the cards of three banks are due, in no order of theirs."""
    with room(tmp_path_factory.mktemp("due"), banks=False) as found:
        for bank in BANKS:
            found.write(f"{bank}.yaml", words(bank))
        found.load()
        keys = [f"{bank}/{word}" for bank in BANKS for word in WORDS]
        for number, key in enumerate(random.Random(5).sample(keys, len(keys))):
            found.answer(key, Rating(2 + number % 3))
            found.clock.at += timedelta(hours=5)
        found.clock.sleep(90)
        yield found


BUDGETS = st.lists(
    st.builds(
        Budget,
        st.frozensets(st.sampled_from(BANKS), min_size=1),
        st.just(0),
        st.none() | st.integers(0, 9),
    ),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(BUDGETS, st.integers(0, 25), st.sampled_from([1, 2, 5, 500]), st.sampled_from(Priority))
def test_the_limits_take_what_looking_at_each_card_would_take(
    due: Room, budgets: list[Budget], reviews: int, page: int, order: Priority
) -> None:
    wanted = Limits(0, reviews, None, tuple(budgets), order=order)
    with mock.patch.object(ranking, "PAGE", page):
        found = build(due.store, due.scope(), today(due), wanted)
    assert len(found) == len({one.card.key for one in found})
    assert {one.card.key for one in found} == greedy(due, wanted)


def test_cards_being_learnt_are_asked_whatever_the_limits(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "PAGE", 1)
    study(here, "a", 8)
    here.clock.sleep(60)
    study(here, "a", 2, Rating.AGAIN)
    found = build(here.store, here.scope(), today(here), limits(budget("a", new=0, reviews=0), new=1))
    assert [one.card.key for one in found][:2] == ["a/amber", "a/bridge"]
    assert [one.card.bank for one in found][2:] == ["geo/lakes"]


def test_of_siblings_held_back_the_limits_hold_as_well(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as where:
        for bank in ("a", "b"):
            where.write(
                f"{bank}.yaml",
                f"quiz: 1\ntitle: {bank}\nquestions:\n"
                f"  - {{id: gap, cloze: 'In {bank} one {{x}} two {{y}} three {{z}}.'}}\n",
            )
        where.load()
        where.answer("a/gap#1")
        where.answer("b/gap#1")
        assert numbers(where, limits(), "ab") == [1, 1]
        assert numbers(where, limits(budget("a", new=1)), "ab") == [0, 1]
        assert numbers(where, limits(budget("b", new=2)), "ab") == [1, 1]


def test_going_ahead_is_beyond_all_limits(here: Room) -> None:
    assert len(ahead(here.store, here.scope(), today(here), 20)) == 20


def test_a_card_renamed_today_counts_for_the_bank_it_is_in(here: Room) -> None:
    study(here, "a", 2)
    (here.root / "a.yaml").rename(here.root / "b.yaml")
    here.load()
    wanted = limits(budget("b", new=3))
    assert numbers(here, wanted, ["b"]) == [1]


def test_a_limit_of_nothing_leaves_the_rest_of_the_day(here: Room) -> None:
    day = today(here)
    study(here, "a", 3)
    done = done_today(here.store, day)
    found = room_of(here.store, day, limits(budget("a", new=4), budget("geo/lakes"), new=10), done)
    assert (found.new.number, found.reviews.number) == (7, 99)
    assert [found.new.holds(bank) for bank in BANKS] == [True, True, True]
    assert within(found.new, {"a": 8, "geo/lakes": 2, "geo/seas": 0}) == 3
    assert within(found.new, {"geo/seas": 8}) == 4


# -- names ---------------------------------------------------------------------------------


def test_banks_are_named_as_on_the_command_line(here: Room) -> None:
    banks = here.load().banks
    named = budgets_of(
        banks,
        MappingProxyType(
            {
                "a": BankLimit(1, None),
                "LAKES": BankLimit(None, 2),
                "geo": BankLimit(3, 4),
                "of geo/seas": BankLimit(),
            }
        ),
    )
    assert named.budgets == (
        budget("a", new=1),
        budget("geo/lakes", reviews=2),
        budget("geo/lakes", "geo/seas", new=3, reviews=4),
        budget("geo/seas"),
    )
    assert named.unknown == ()


def test_a_bank_that_is_not_there_is_told(here: Room) -> None:
    named = budgets_of(here.load().banks, {"laks": BankLimit(1), "a": BankLimit(2), "zzz": BankLimit(3)})
    assert named.budgets == (budget("a", new=2),)
    near, none = named.unknown
    assert near == (
        "The config file limits a bank that is not there. Nothing fits 'laks'. Did you mean geo/lakes? "
        "`quiz list` shows all banks and tags."
    )
    assert none.startswith("The config file limits a bank that is not there. Nothing fits 'zzz'. There are: ")
    assert all(bank in none for bank in BANKS)


# -- the rest, pure ------------------------------------------------------------------------

SHARES = st.lists(st.tuples(st.frozensets(st.sampled_from("abc")), st.none() | st.integers(0, 5)), max_size=4)


@given(st.integers(-2, 9), SHARES, st.lists(st.sampled_from("abc"), max_size=20))
def test_what_holds_is_what_each_limit_holds(
    number: int, shares: list[tuple[frozenset[str], int | None]], asked: list[str]
) -> None:
    rest = Rest(number, shares)
    taken: list[str] = []
    for bank in asked:
        more = [*taken, bank]
        fits = len(more) <= number and all(
            left is None or bank not in banks or sum(one in banks for one in more) <= left
            for banks, left in shares
        )
        assert rest.holds(bank) == fits
        if fits:
            rest.take(bank)
            taken.append(bank)
    assert rest.number == max(0, number) - len(taken)
