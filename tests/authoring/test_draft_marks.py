from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.draft.cleaned import cleaned
from quiz.authoring.draft.marks import doubt, own_numbers
from quiz.authoring.draft.sifting import sift
from quiz.authoring.numbering import is_numbered
from quiz.bank import paragraphs

LAKE, PLANETS, TREATY = "The lake lies in Geneva.", "Nine planets were counted.", "It was signed in 1949."


def text_of(*marks: str) -> str:
    """Return a text of three paragraphs that begin with these marks."""
    return "\n\n".join(f"{mark}{words}" for mark, words in zip(marks, (LAKE, PLANETS, TREATY), strict=True))


@pytest.mark.parametrize(
    "form",
    [
        "{}. ",
        "[{}] ",
        "[{}]",
        "({}) ",
        "{}) ",
        "{}: ",
        "§ {} ",
        "§{}. ",
        "¶ {} ",
        "{} ",
        "[{}] [{}] ",
        "{}. [{}] ",
    ],
)
def test_a_text_keeps_its_own_numbers_and_has_each_once(form: str) -> None:
    text = text_of(*(form.replace("{}", str(number)) for number in (4, 5, 6)))
    assert paragraphs(cleaned(sift(text), "T")) == {4: LAKE, 5: PLANETS, 6: TREATY}


@pytest.mark.parametrize(
    "marks",
    [
        ("[1] ", "[2] ", ""),
        ("[1] ", "(2) ", "[3] "),
        ("[2] ", "[1] ", "[3] "),
        ("[1] ", "[1] ", "[2] "),
        ("3 ", "5 ", "6 "),
        ("1. ", "1. ", "2. "),
    ],
)
def test_numbers_that_do_not_count_stay_as_words(marks: tuple[str, str, str]) -> None:
    assert own_numbers([f"{mark}{LAKE}" for mark in marks]) == ()
    assert paragraphs(cleaned(sift(text_of(*marks)), "T"))[2] == f"{marks[1]}{PLANETS}"


def test_two_bare_numbers_may_be_chance() -> None:
    assert own_numbers(["1 mill was built.", "2 mills burned."]) == ()
    assert [one.number for one in own_numbers(["7 A", "8 B", "9 C"])] == [7, 8, 9]


def test_a_number_that_only_one_paragraph_has_twice_is_a_word() -> None:
    assert [one.text for one in own_numbers(["1. [1] is the first mark.", "2. A mark."])] == [
        "[1] is the first mark.",
        "A mark.",
    ]
    assert [one.text for one in own_numbers(["1. (1) A mark."])] == ["(1) A mark."]


def test_a_text_with_each_number_twice_is_not_numbered_and_is_told() -> None:
    text = "1. [1] One.\n\n2. [2] Two.\n"
    assert not is_numbered(text)
    assert is_numbered("1. [2] One.\n\n2. [1] Two.\n")
    assert sift(text).doubt == "Each paragraph begins with its number twice, such as 1. [1]; it is kept once."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            text_of("[1] ", "[2] ", "[2] "),
            "[2] stands before two paragraphs, in lines 3 and 5, so its own numbers",
        ),
        (
            text_of("1. ", "1. ", "2. "),
            "1. stands before two paragraphs, in lines 1 and 3, so its own numbers",
        ),
        (text_of("[1] ", "[3] ", "[2] "), "The numbers before its paragraphs do not rise, so"),
        (
            f"{text_of('[1] ', '[2] ', '[3] ')}\n\nIt was kept.",
            "Line 7 begins a paragraph without a number, others begin like [1], so",
        ),
    ],
)
def test_numbers_that_are_nearly_right_are_told(text: str, said: str) -> None:
    assert sift(text).doubt.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "",
        LAKE,
        text_of("", "", ""),
        text_of("", "1. ", "2. "),
        text_of("[1] ", "", ""),
        text_of("1. ", "2. ", "3. "),
    ],
)
def test_nothing_is_told_of_other_texts(text: str) -> None:
    assert sift(text).doubt == ""


@given(
    st.lists(
        st.sampled_from(["[1] a", "[2] b", "2. c", "(3) d", "§ 4 e", "5 f", "g", "1. [1] h"]), max_size=5
    )
)
def test_own_numbers_are_all_or_none(texts: list[str]) -> None:
    own = own_numbers(texts)
    assert len(own) in {0, len(texts)}
    assert len({one.number for one in own}) == len(own)
    assert all(text.endswith(one.text) for text, one in zip(texts, own, strict=False))
    assert not own or not own[0].twice or doubt(texts, range(len(texts)))
