"""Pairs in braces whose right side a comma cuts."""

from __future__ import annotations

import pytest
from shape_found import HEAD, made, places

from quiz.bank.commas import split_pairs
from quiz.bank.nodes import Mapping


def told(pairs: str) -> dict[str, tuple[str, str] | None]:
    """Return what is told of the rests in a matching question."""
    (written,) = made(f"{HEAD}- id: a\n  ask: Who?\n  match: {pairs}\n").written
    node = written.value("match")
    assert isinstance(node, Mapping)
    return {name: split and (split.message, split.cure) for name, split in split_pairs(node).items()}


@pytest.mark.parametrize(
    ("pairs", "rest", "text"),
    [
        ("{Bern: 1,000, Basel: 12}", "000", "1,000"),
        ("{Basel: 12, Bern: 1, 000}", "000", "1, 000"),
        ("{Basel: a, Bern: red,white}", "white", "red,white"),
        ("{Basel: a, Bern: 90,000 men}", "000 men", "90,000 men"),
    ],
)
def test_the_rest_of_a_right_side_is_told_once_with_the_whole_text(pairs: str, rest: str, text: str) -> None:
    assert told(pairs) == {rest: (f"a comma ends `{text}` too early", f'put it in quotes: `"{text}"`')}


def test_a_text_that_is_cut_twice_is_told_once() -> None:
    found = told("{Basel: a, Bern: red,white,blue}")
    assert found == {
        "white": ("a comma ends `red,white,blue` too early", 'put it in quotes: `"red,white,blue"`'),
        "blue": None,
    }


def test_equal_rests_are_told_together() -> None:
    found = told("{Bern: 1,000, Basel: 2,000}")
    assert found == {
        "000": ("a comma ends `1,000` too early", "put every right side that has a comma in quotes")
    }


@pytest.mark.parametrize(
    "pairs",
    [
        "{Bern: Aare, Basel}",
        "{Bern: Aare, Basel: Rhine}",
        '{Bern: "1",000: x}',
        "{Bern: 1, 12: }",
        "{Bern: [1],000}",
    ],
)
def test_a_left_side_without_a_right_one_is_no_rest(pairs: str) -> None:
    assert "12" not in told(pairs)
    assert told(pairs) == {}


def test_lines_have_no_rests() -> None:
    assert told("\n    Bern: 1\n    000:\n") == {}


def test_a_part_of_a_number_is_not_told_as_a_number_of_its_own() -> None:
    assert places("retyped-value", "- id: a\n  ask: Who?\n  match: {Bern: 010,000, Basel: x}\n") == []
    assert places("retyped-value", "- id: a\n  ask: Who?\n  match: {Bern: 010, Basel: x}\n") == ["6:17"]
