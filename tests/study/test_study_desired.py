"""Desired retention by bank and tag: what a name stands for, and which of several counts."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from study_samples import Room, room

from quiz.review import Rating
from quiz.store import catalogue
from quiz.study.retention import NOTHING_SPECIAL, Special, special_of
from quiz.study.session import Sitting, Terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from quiz.study.retention import Named


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        for bank in ("geo/lakes", "geo/deep/seas"):
            found.write(
                f"{bank}.yaml", f"quiz: 1\ntitle: Of {bank}\nquestions:\n  - {{front: {bank}, back: b}}\n"
            )
        found.load()
        yield found


def named(where: Room, wanted: Mapping[str, float]) -> Named:
    banks = catalogue.banks(where.store)
    return special_of(banks, catalogue.tags(where.store, [bank.id for bank in banks]), wanted)


def test_a_name_is_that_of_a_bank_or_else_a_tag(here: Room) -> None:
    found = named(here, {"talks": 0.8, "places": 0.95, "people": 0.85})
    assert found.special == Special({"talks": 0.8, "people": 0.85}, {"places": 0.95})
    assert found.unknown == ()


def test_what_names_nothing_is_told_with_what_may_be_meant(here: Room) -> None:
    found = named(here, {"plaecs": 0.8, "talsk": 0.9})
    assert found.special == NOTHING_SPECIAL
    assert len(found.unknown) == 2
    assert all("neither bank nor tag" in each for each in found.unknown)
    assert "Did you mean places?" in found.unknown[0]
    assert "Did you mean talks?" in found.unknown[1]


def test_the_nearest_name_of_a_bank_counts_whatever_the_order(here: Room) -> None:
    wanted = {"geo": 0.99, "geo/deep": 0.8, "seas": 0.75, "lakes": 0.85}
    for order in permutations(wanted):
        found = named(here, {name: wanted[name] for name in order}).special.banks
        assert found == {"geo/deep/seas": 0.75, "geo/lakes": 0.85}
    assert named(here, {"geo": 0.99, "geo/deep": 0.8}).special.banks == {
        "geo/deep/seas": 0.8,
        "geo/lakes": 0.99,
    }


def test_of_two_names_as_near_the_higher_counts(here: Room) -> None:
    for order in permutations({"lakes": 0.8, "Of geo/lakes": 0.9}.items()):
        assert named(here, dict(order)).special.banks == {"geo/lakes": 0.9}


def test_a_tag_comes_before_a_bank_and_the_highest_tag_before_others() -> None:
    special = Special({"w": 0.99}, {"low": 0.7, "high": 0.8})
    assert special.of("w", ("low", "high", "other")) == 0.8
    assert special.of("w", ("low",)) == 0.7
    assert special.of("w", ("other",)) == 0.99
    assert special.of("v", ()) is None


def test_a_card_comes_back_by_the_retention_of_its_tag_or_bank(here: Room) -> None:
    special = Special({"talks": 0.99}, {"places": 0.7})
    days = {}
    for key in ("talks/venue", "talks/month", "geo/lakes/geo-lakes"):
        card = here.candidate(key) if "geo" not in key else here.candidate(here.new()[0])
        terms = Terms(0.9, special=special)
        sitting = Sitting(here.store, here.clock, [card], terms=terms, seed="0")
        sitting.next()
        days[key] = sitting.next_days()[Rating.EASY]
        assert terms.retention_of(card.card) == {"talks/venue": 0.7, "talks/month": 0.99}.get(key, 0.9)
    lasting, short, usual = days.values()
    assert short < usual < lasting
