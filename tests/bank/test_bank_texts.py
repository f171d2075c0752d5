"""Texts come through as they were written."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.bank import read_text
from quiz.question import ChoiceQuestion, MatchQuestion, RecallQuestion, TextQuestion

HEAD = "quiz: 1\ntitle: T\nquestions:\n"
TRAPS = (
    *("no", "off", "on", "y", "n", "null", "~", "TRUE", "None", "="),
    *(
        "010",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "1.10",
        "1.",
        ".5",
        "+1",
        "-0",
        "1e3",
        "90,000",
        "1,5",
        ".inf",
        ".nan",
    ),
    *("1:30", "12:00:00", "2021-12-17", "2024-13-45"),
)


@pytest.mark.parametrize("written", TRAPS)
def test_a_plain_scalar_stays_the_text_that_was_written(written: str) -> None:
    bank = read_text(f"{HEAD}- front: {written}\n  back: {written}\n".encode(), "p", "k").bank
    assert bank is not None
    (found,) = bank.questions
    assert isinstance(found, RecallQuestion)
    assert (found.ask, found.back) == (written, written)


@pytest.mark.parametrize("written", TRAPS)
def test_keys_of_a_match_stay_text_as_well(written: str) -> None:
    data = f"{HEAD}- ask: A\n  match:\n    '{written}': 1\n    other: 010\n"
    bank = read_text(data.encode(), "p", "k").bank
    assert bank is not None
    (found,) = bank.questions
    assert isinstance(found, MatchQuestion)
    assert found.pairs == ((written, "1"), ("other", "010"))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Which # sign?", "Which"),
        ("'Which # sign?'", "Which # sign?"),
        ("'a: b'", "a: b"),
        ('"a\\nb\\tc"', "a\nb\tc"),
        ('"  a "', "a"),
        ("|\n    two\n    lines\n", "two\nlines"),
        (">\n    one\n    line\n", "one line"),
        ("one\n    line", "one line"),
        ("! no", None),
    ],
)
def test_styles_of_scalars(written: str, text: str | None) -> None:
    bank = read_text(f"{HEAD}- front: {written}\n  back: b\n".encode(), "p", "k").bank
    assert bank is not None
    assert [question.ask for question in bank.questions] == ([] if text is None else [text])


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf", b"%YAML 1.2\n---\n", b"---\r\n", b"# comment\n\n"])
@pytest.mark.parametrize("line_feed", [b"\n", b"\r\n", b"\r"])
def test_beginnings_and_line_ends_do_not_count(prefix: bytes, line_feed: bytes) -> None:
    data = (
        prefix + HEAD.encode().replace(b"\n", line_feed) + b"- front: caf\xc3\xa9" + line_feed + b"  back: b"
    )
    reading = read_text(data, "p", "k")
    assert reading.problems == ()
    assert reading.bank is not None
    assert [question.ask for question in reading.bank.questions] == ["café"]


words = (
    st.text(
        st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff\ufffe\uffff"), max_size=60
    )
    .map(str.strip)
    .filter(bool)
)


@given(ask=words, answer=words, accept=st.lists(words, min_size=1, max_size=4), why=words)
@example(ask="a: b # c", answer="- x", accept=["[", "{", "*", "&", "!", "|", ">", "%", "@", "`"], why="'\"")
def test_quoted_texts_come_back(ask: str, answer: str, accept: list[str], why: str) -> None:
    entry = json.dumps({"ask": ask, "answer": answer, "accept": accept, "why": why}, ensure_ascii=False)
    reading = read_text(f"{HEAD}- {entry}\n".encode(), "p", "k")
    assert reading.problems == ()
    assert reading.bank is not None
    (found,) = reading.bank.questions
    assert isinstance(found, TextQuestion)
    assert (found.ask, found.answer, found.accept, found.why) == (ask, answer, tuple(accept), why)


@given(
    st.lists(
        st.from_regex(r"[a-z]{1,8}( [a-z]{1,8}){0,3}", fullmatch=True), min_size=2, max_size=8, unique=True
    )
)
def test_options_come_back_in_their_order(options: list[str]) -> None:
    lines = "".join(f"    - {option}\n" for option in options[1:])
    reading = read_text(f"{HEAD}- ask: A\n  answer: {options[0]}\n  wrong:\n{lines}".encode(), "p", "k")
    assert reading.problems == ()
    assert reading.bank is not None
    (found,) = reading.bank.questions
    assert isinstance(found, ChoiceQuestion)
    assert found.options() == tuple(options)
