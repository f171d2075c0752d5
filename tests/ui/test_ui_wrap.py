from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.ui.wrap import wrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        ("a  b\nc", ["a b c"]),
        ("abcdefghij", ["abcdefg", "hij"]),
        ("a bcdefghijk", ["a", "bcdefgh", "ijk"]),
        ("東京東京", ["東京東", "京"]),
    ],
)
def test_lines_break_between_words_and_long_words_are_cut(text: str, lines: list[str]) -> None:
    assert wrapped(text, 7, cell_len) == lines


def test_one_letter_always_fits() -> None:
    assert wrapped("東a", 1, cell_len) == ["東", "a"]


@given(st.text("ab 東\u0301"), st.integers(2, 20))
def test_no_line_is_wider_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width, cell_len)
    assert all(sum(map(cell_len, line)) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
