"""Paragraphs that were put before others: what was checked is known again, and its number is written."""

from __future__ import annotations

import pytest
from grounded import HEAD, bank, codes, found
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.check import check
from quiz.authoring.digests import digest
from quiz.authoring.fixing import mended
from quiz.authoring.material import Material, material
from quiz.authoring.moving import moves
from quiz.authoring.rules.grounding import RULES
from quiz.authoring.stamps import Unstamped, stamp_edits, why_unstamped
from quiz.bank import paragraphs

OLD = [
    "The colony lies on a spit.",
    "The tower was built in 1862.",
    "Nobody counts them on foot.",
    "Dogs are forbidden.",
]
MARKS = [digest(one) for one in OLD]
NEW = "A drone flies there."


def text(*parts: str) -> str:
    return "\n\n".join(parts)


SHIFTED = text(OLD[0], NEW, *OLD[1:])


def filled(body: str) -> str:
    """Return questions with the digests of the old paragraphs in place of D1 to D4."""
    for number, mark in enumerate(MARKS, start=1):
        body = body.replace(f"D{number}", f"'{mark}'")
    return body


def asking(name: str, source: str) -> str:
    return filled(f"- id: {name}\n  front: What of {name}?\n  back: This\n  source: {source}\n")


def fixed(body: str, now: str) -> str:
    """Return the questions after `--fix`; what is left offers no edit."""

    def read(data: bytes) -> Material:
        return material(data, "b.yaml", "b", lambda _: paragraphs(now))

    def look(one: Material) -> list:  # type: ignore[type-arg]
        return check([one], [rule for rule in RULES if rule.on])

    after = mended((HEAD + body).encode(), read, look)
    assert not any(one.edits for one in look(read(after)))
    return after.decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{paragraph: 2, checked: D2} # x", "{paragraph: 3, checked: D2} # x"),
        ("{paragraph: '2', checked: [D2]}", "{paragraph: '3', checked: [D2]}"),
        ("{paragraph: 1, checked: D1}", "{paragraph: 1, checked: D1}"),
        ("{paragraph: 2}", "{paragraph: 2}"),
        ("{paragraph: 2, also: 3, checked: [D2, D3]}", "{paragraph: 3, also: 4, checked: [D2, D3]}"),
        (
            "{also: [1, '2', 3], paragraph: 4, checked: [D4, D1, D2, D3]}",
            "{also: [1, '3', 4], paragraph: 5, checked: [D4, D1, D2, D3]}",
        ),
        (
            "\n    paragraph: 2 # a\n    checked:\n    - D2\n    - D4\n    also:\n    # b\n    - 4 # c",
            "\n    paragraph: 3 # a\n    checked:\n    - D2\n    - D4\n    also:\n    # b\n    - 5 # c",
        ),
        (
            "{paragraph: 2, quote: built in 1862, also: 4, checked: [D2, D4]}",
            "{paragraph: 3, quote: built in 1862, also: 5, checked: [D2, D4]}",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_number_is_written_where_its_paragraph_stands_now(before: str, after: str, line_end: str) -> None:
    one, other = (asking("a", source).replace("\n", line_end) for source in (before, after))
    assert fixed(one, SHIFTED) == other


def test_all_questions_of_a_bank_move_in_one_go_and_are_then_stamped() -> None:
    body = "".join(
        asking(
            f"q{number}",
            f"{{paragraph: {number}, also: {number % 4 + 1}, checked: [D{number}, D{number % 4 + 1}]}}",
        )
        for number in range(1, 5)
    )
    after = fixed(body, SHIFTED)
    assert [line for line in after.split("\n") if "source" in line] == [
        filled(f"  source: {{paragraph: {new}, also: {also}, checked: [D{old}, D{old % 4 + 1}]}}")
        for old, new, also in ((1, 1, 3), (2, 3, 4), (3, 4, 5), (4, 5, 1))
    ]
    assert codes(after, SHIFTED) == []
    assert stamp_edits(bank(after, SHIFTED)) == ()


def test_a_paragraph_that_is_gone_with_those_behind_it_moved_up() -> None:
    body = asking("a", "{paragraph: 3, also: 4, checked: [D3, D4]}") + asking(
        "b", "{paragraph: 4, checked: D4}"
    )
    now = text(OLD[0], *OLD[2:])
    assert {one.code for one in found(body, now)} == {"missing-paragraph", "text-changed"}
    assert fixed(body, now) == (
        asking("a", "{paragraph: 2, also: 3, checked: [D3, D4]}") + asking("b", "{paragraph: 3, checked: D4}")
    )


@pytest.mark.parametrize(
    ("source", "now"),
    [
        # Two paragraphs are what was checked.
        ("{paragraph: 2, checked: D2}", text(NEW, NEW, OLD[1], OLD[1])),
        # None is.
        ("{paragraph: 2, checked: D2}", text(OLD[0], OLD[1] + " Twice.", OLD[2])),
        # Paragraph 3 was changed as well, so that it would be cited twice.
        ("{paragraph: 2, also: 3, checked: [D2, D3]}", text(OLD[0], NEW, OLD[1], "They fly.", OLD[3])),
        # The author quotes another one by now.
        ("{paragraph: 2, quote: drone flies, checked: D2}", SHIFTED),
        # More is cited than was checked, or less.
        ("{paragraph: 1, also: [2, 3], checked: [D2, D3]}", SHIFTED),
        ("{paragraph: 3, checked: [D2, D3]}", SHIFTED),
        # Where the number ends is not for certain.
        ("\n    paragraph: |\n      2\n    checked: D2", SHIFTED),
    ],
)
def test_what_is_not_certain_is_left_to_the_author(source: str, now: str) -> None:
    body = asking("a", source)
    assert fixed(body, now) == body


def test_an_answer_that_stands_in_the_other_paragraph_alone_keeps_its_number() -> None:
    body = filled(
        "- ask: In which year did the drone come?\n  number: 2020\n  source: {paragraph: 2, checked: D2}\n"
    )
    assert fixed(body, text(OLD[0], "It came in 2020.", *OLD[1:])) == body


def test_the_order_of_paragraphs_does_not_count() -> None:
    body = asking("a", "{paragraph: 3, also: 2, checked: [D2, D3]}")
    assert codes(body, text(*OLD)) == []
    made = bank(body, SHIFTED)
    # What is paragraph 3 now is what it was checked against at first; the other one is paragraph 4.
    assert moves(made.written[0], made) == {1: 4}


def test_a_question_with_fewer_paragraphs_than_were_checked_stands() -> None:
    assert codes(asking("a", "{paragraph: 3, checked: [D2, D3]}"), text(*OLD)) == []
    assert codes(asking("a", "{paragraph: 2, also: 3, checked: D2}"), text(*OLD)) == []


@pytest.mark.parametrize(
    ("source", "now"),
    [
        ("{paragraph: 2, checked: D2}", SHIFTED),
        ("{paragraph: 1, also: 4, checked: [D1, D4]}", SHIFTED),
        ("{paragraph: 2, checked: D2}", text(NEW, NEW, OLD[1], OLD[1])),
        ("{paragraph: 4, checked: D4}", text(OLD[0], *OLD[2:])),
    ],
)
def test_a_question_whose_paragraph_stands_elsewhere_is_not_stamped(source: str, now: str) -> None:
    made = bank(asking("a", source), now)
    assert stamp_edits(made) == ()
    assert why_unstamped(made.written[0], made) is Unstamped.MOVED


@pytest.mark.parametrize("source", ["{paragraph: 2}", "{paragraph: 2, quote: drone flies, checked: D2}"])
def test_a_question_that_was_never_checked_or_is_about_another_is_stamped(source: str) -> None:
    made = bank(asking("a", source), SHIFTED)
    assert len(stamp_edits(made)) == 1


def test_each_changed_paragraph_is_told_once() -> None:
    body = (
        asking("a", "{paragraph: 2, also: [3, 4], checked: [D2, D3, D4]}")
        + asking("b", "{paragraph: 3, also: 1, checked: [D3, D1]}")
        + asking("c", "{paragraph: 4, checked: D4}")
    )
    told = found(body, text(*OLD[:2], "They are counted.", OLD[3]))
    assert [(one.location.line, one.location.column, one.message) for one in told] == [
        (8, 62, "paragraph 3 of `text.md` has changed since `a` and `b` were checked")
    ]


def test_paragraphs_that_are_the_same_are_both_named() -> None:
    (one,) = found(asking("a", "{paragraph: 2, checked: D2}"), text(NEW, NEW, OLD[1], OLD[1]))
    assert one.message.endswith("what it was are paragraphs 3 and 4 now")
    assert one.cure.startswith("cite paragraph 3 or 4, or take `checked:` away where paragraph 2 is meant")


@given(
    st.lists(st.integers(0, 4), max_size=4),
    st.lists(st.lists(st.integers(1, 4), min_size=1, unique=True), min_size=1, max_size=4),
)
def test_whatever_is_put_between_paragraphs_the_questions_cite_what_they_were_checked_against(
    new: list[int], cited: list[list[int]]
) -> None:
    now = list(OLD)
    for order, at in enumerate(sorted(new, reverse=True)):
        now.insert(at, f"New is {order}.")

    def body(numbers: list[list[int]]) -> str:
        return "".join(
            asking(
                f"q{at}", f"{{paragraph: {first}, also: {also}, checked: {marks}}}".replace("also: [], ", "")
            )
            for at, ((first, *also), marks) in enumerate(zip(numbers, checked, strict=True))
        )

    checked = [f"[{', '.join(f'D{number}' for number in numbers)}]" for numbers in cited]
    moved = [[now.index(OLD[number - 1]) + 1 for number in numbers] for numbers in cited]
    after = fixed(body(cited), text(*now))
    if all(len(numbers) == 1 for numbers in cited):
        assert after == body(moved)
    made = bank(after, text(*now))
    assert [set(one.question.source.paragraphs) for one in made.written if one.question.source] == list(
        map(set, moved)
    )
    assert check([made], RULES) == []
