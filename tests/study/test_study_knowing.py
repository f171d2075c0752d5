"""What is known now: by bank as by card, without cards that are set aside, and by paragraph."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from study_samples import room

from quiz.review import Rating
from quiz.study.foretold import foretold
from quiz.study.knowing import by_paragraph, cards_now, known_by_bank

if TYPE_CHECKING:
    from pathlib import Path

    from study_samples import Room


def study(here: Room) -> None:
    here.load()
    cards = [
        one.candidate.card.key for one in cards_now(here.store, here.scope(), here.clock.now().study_day)
    ]
    for place, key in enumerate(cards[::2]):
        here.answer(key, Rating.GOOD if place % 3 else Rating.AGAIN)
        here.clock.sleep(place)


def test_what_is_known_of_a_bank_is_the_sum_over_its_cards(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        study(here)
        today, scope = here.clock.now().study_day, here.scope()
        chances: dict[str, list[float]] = {}
        for one in cards_now(here.store, scope, today):
            if one.chance is not None:
                chances.setdefault(one.candidate.card.bank, []).append(one.chance)
        found = known_by_bank(here.store, scope, today)
        assert len(found) > 1
        assert {bank: answered for bank, (answered, _) in found.items()} == {
            bank: len(several) for bank, several in chances.items()
        }
        for bank, (_, expected) in found.items():
            assert expected == pytest.approx(math.fsum(chances[bank]))


def test_nobody_knows_what_was_never_answered(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        today, scope = here.clock.now().study_day, here.scope()
        assert known_by_bank(here.store, scope, today) == {}
        assert {one.chance for one in cards_now(here.store, scope, today)} == {None}


def test_a_paragraph_has_the_chances_of_the_cards_that_cite_it(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        study(here)
        cards = cards_now(here.store, here.scope(), here.clock.now().study_day)
        cited = {
            (one.candidate.card.bank, number): one.chance
            for one in cards
            if one.candidate.card.question.source is not None
            for number in one.candidate.card.question.source.paragraphs
        }
        found = by_paragraph(cards)
        assert {(bank, number) for (bank, _), rows in found.items() for number in rows} == set(cited)
        assert all(
            cited[bank, number] in rows[number] for (bank, _), rows in found.items() for number in rows
        )


def test_only_the_cards_that_are_asked_for_are_foretold(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        for _ in range(2):
            for key in ("talks/venue", "talks/month"):
                here.answer(key)
            here.clock.sleep(3)
        whole = list(foretold(here.store))
        assert {one.card for one in whole} == {"talks/venue", "talks/month"}
        chosen = list(foretold(here.store, {"talks/month"}))
        assert chosen == [one for one in whole if one.card == "talks/month"]
        assert list(foretold(here.store, frozenset())) == []
