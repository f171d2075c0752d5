from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.text import REPLACEMENT, clean, clean_line

characters = st.integers(0, 0x10FFFF).map(chr)  # lone surrogates among them
steering = st.sampled_from(
    "\x00\x07\x08\t\r\n\x1b\x7f\x80\x85\x9b\u061c\u200b\u200d\u200e\u2028\u202e\u2066\ufeff\udc9b"
)
texts = st.text(characters | steering | st.sampled_from("ab é"))
NEEDED = (  # by scripts: joiners, marks of one character, signs before Arabic numbers
    "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\N{SOFT HYPHEN}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
    "\u0600\u0601\u0602\u0603\u0604\u0605"
)


def is_steering(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in NEEDED


@given(texts)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not [each for each in clean(text) if is_steering(each) and each != "\n"]


@given(texts)
def test_nothing_is_deleted_or_moved(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    for before, after in zip(text, cleaned, strict=True):
        kept = before == "\n" or not is_steering(before)
        assert after == (before if kept else " " if before == "\t" else REPLACEMENT)


@given(texts)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(texts)
def test_what_is_cleaned_can_be_written_as_utf_8(text: str) -> None:
    assert clean(text).encode().decode() == clean(text)


@given(texts)
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line
    assert not [each for each in line if is_steering(each)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("", ""),
        ("Łódź, 東京, é, €", "Łódź, 東京, é, €"),
        ("two\nlines", "two\nlines"),
        ("tab\there", "tab here"),
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("\x9b31m", "�31m"),
        ("bell\x07", "bell�"),
        ("over\rwritten", "over�written"),
        ("back\x08", "back�"),
        ("\u202eright to left\u202c", "�right to left�"),
        ("\u2066isolated\u2069", "�isolated�"),
        ("line\u2028separator", "line�separator"),
        ("lone \ud800", "lone �"),
        ("\ufeffmark", "�mark"),
        ("\N{MAN}\u200d\N{WOMAN}", "\N{MAN}\u200d\N{WOMAN}"),
        ("\u0645\u06cc\u200c\u062e\u0648", "\u0645\u06cc\u200c\u062e\u0648"),  # Persian needs the non-joiner
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("  one\n\n two\tthree ", "one two three"),
        ("no\N{NO-BREAK SPACE}break", "no break"),
        ("a\r\nb", "a� b"),
        ("a\x85b", "a�b"),
    ],
)
def test_examples_of_lines(text: str, line: str) -> None:
    assert clean_line(text) == line
