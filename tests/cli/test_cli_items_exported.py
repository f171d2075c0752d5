"""``quiz items --log`` on what `quiz export` wrote of real sittings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from robot import Robot, cards_below

if TYPE_CHECKING:
    from door import House

FIRST_POINTS = """
SELECT card, count(*), sum(score) FROM (
    SELECT card, score, row_number() OVER (PARTITION BY learner, card ORDER BY id) AS place FROM reviews_kept
) WHERE place = 1 GROUP BY card ORDER BY card
"""


@pytest.fixture
def studied(house: House) -> House:
    """A house in which three learners answered all cards, each with mistakes of their own."""
    for number, name in enumerate(("ada", "ben", "cid")):
        cards = cards_below(house.home / "questions")
        house.sit(
            Robot(cards, lambda put, odd=number: put.again or len(put.question.id) % 3 != odd),
            "--learner",
            name,
        )
    return house


def told(house: House, form: str) -> dict[str, Any]:
    assert house.call("export", form, "--format", form).code == 0
    found: dict[str, Any] = json.loads(house.call("items", "--log", form, "--json").out)
    return found


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_first_answers_and_points_are_those_that_sql_finds_in_the_log(studied: House, form: str) -> None:
    found = told(studied, form)
    by_name = sorted((one["question"], one["answers"], one["points"]) for one in found["questions"])
    assert by_name == [tuple(row) for row in studied.query(FIRST_POINTS)]
    assert found["learners"] == 3
    assert all(one["place"] for one in found["questions"])


def test_choices_have_the_options_that_were_shown_and_all_kinds_the_points_of_chance(studied: House) -> None:
    kinds = dict(studied.query("SELECT DISTINCT card, kind FROM reviews"))
    for one in told(studied, "jsonl")["questions"]:
        kind = kinds[one["question"]]
        options = one["options"]
        assert bool(options) == (kind in {"choice", "true-false"})
        assert (one["by_chance"] > 0) == (kind in {"choice", "true-false", "several", "order", "match"})
        if options:
            assert sum(option["picked"] for option in options) == one["answers"] == 3
            assert len(options) > 1
