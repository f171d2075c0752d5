"""A paragraph without a number among others that have theirs: told once, and nothing follows from it."""

from __future__ import annotations

import pytest
from grounded import HEAD, bank, codes, found

from quiz.authoring.check import check
from quiz.authoring.coverage import coverage
from quiz.authoring.digests import digest
from quiz.authoring.fixing import mended
from quiz.authoring.material import Material, material
from quiz.authoring.rules.grounding import RULES
from quiz.authoring.stamps import Unstamped, stamp_edits, why_unstamped
from quiz.bank import paragraphs

OLD = ["The colony lies on a spit.", "The tower was built in 1862.", "Nobody counts on foot."]
NUMBERED = [f"{number}. {one}" for number, one in enumerate(OLD, start=1)]
NEW = "A drone flies there."
QUOTED = "- {id: a, front: What?, back: That, source: {paragraph: 2, quote: built in 1862}}\n"
BARE = "- {id: b, front: Who?, back: They, source: {paragraph: 3}}\n"
CHECKED = f"- {{id: c, front: Where?, back: There, source: {{paragraph: 3, checked: '{digest(OLD[2])}'}}}}\n"


def text(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


BETWEEN = text(NUMBERED[0], NEW, *NUMBERED[1:])


@pytest.mark.parametrize("body", [QUOTED, BARE, CHECKED, QUOTED + BARE + CHECKED])
def test_one_paragraph_without_a_number_is_told_once_and_nothing_else(body: str) -> None:
    assert codes(body, text(*NUMBERED)) == []
    (one,) = found(body, BETWEEN)
    assert (one.location.line, one.location.column, one.code) == (3, 9, "ignored-numbers")
    assert one.message == (
        "the paragraph at line 3 has no number of its own, others have: "
        "none of the numbers of `text.md` counts, and nothing is compared"
    )
    assert one.cure == "give each paragraph a number that no other has, such as `4. `, in any order"
    assert codes(body, BETWEEN.replace(NEW, f"4. {NEW}")) == []


def test_nothing_is_mended_or_stamped_by_numbers_that_do_not_count() -> None:
    data = (HEAD + QUOTED + BARE + CHECKED).encode()

    def read(data: bytes) -> Material:
        return material(data, "b.yaml", "b", lambda _: paragraphs(BETWEEN))

    assert mended(data, read, lambda one: check([one], RULES)) == data
    made = read(data)
    assert stamp_edits(made) == ()
    assert {why_unstamped(written, made) for written in made.written} == {Unstamped.NUMBERS}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (text(NEW, *NUMBERED), "the paragraph at line 1 has no number of its own, others have"),
        (
            text(NUMBERED[2], *NUMBERED[:2], NEW),
            "the paragraph at line 7 has no number of its own, others have",
        ),
        (
            text("# Seals", NUMBERED[0], NEW, *NUMBERED[1:], NEW),
            "the paragraphs at lines 5 and 11 have no number of their own, others have",
        ),
        (
            text(*[NEW] * 5, *NUMBERED),
            "the paragraphs at lines 1, 3, 5 and 2 more have no number of their own, others have",
        ),
        (
            text(NUMBERED[0], f"1. {NEW}", *NUMBERED[1:]),
            "the paragraph at line 3 has the number 1, as one before it has",
        ),
    ],
)
@pytest.mark.parametrize("body", [QUOTED, CHECKED])
def test_what_is_right_by_the_numbers_shows_that_they_are_meant(now: str, told: str, body: str) -> None:
    (one,) = found(body, now)
    assert (one.code, one.message.split(":")[0]) == ("ignored-numbers", told)


@pytest.mark.parametrize(
    ("now", "body"),
    [
        # A list with what stands around it, and nothing that tells how its paragraphs are counted.
        (text(NEW, *NUMBERED), BARE),
        (text(*NUMBERED, NEW), BARE),
        (text(NEW, NUMBERED[0], NEW, NUMBERED[1], NEW), BARE),
        # The questions are right by counting.
        (BETWEEN, QUOTED.replace("2,", "3,")),
        (BETWEEN, f"- {{front: A, back: B, source: {{paragraph: 4, checked: {digest(NUMBERED[2])}}}}}\n"),
        # Chapters that each begin with 1.
        (text("# A", *NUMBERED, "# B", *NUMBERED), BARE),
        (text(*NUMBERED), QUOTED),
        (text(*OLD), QUOTED),
        ("", BARE),
    ],
)
def test_a_text_that_is_counted_is_left_alone(now: str, body: str) -> None:
    assert "ignored-numbers" not in {one.code for one in found(body, now)}


def test_numbers_may_stand_in_any_order() -> None:
    assert codes(QUOTED + BARE, text(NUMBERED[2], f"7. {NEW}", *NUMBERED[:2])) == []


def test_a_text_of_one_question_is_told_at_its_name() -> None:
    body = QUOTED.replace("paragraph: 2", "document: text.md, paragraph: 2")
    (one,) = found(body, BETWEEN, head="quiz: 1\ntitle: T\nquestions:\n")
    assert (one.location.line, one.code) == (4, "ignored-numbers")
    assert one.location.column == body.index("text.md") + 1


def test_coverage_says_why_it_cannot_count() -> None:
    (one,) = coverage([bank(QUOTED, BETWEEN)]).texts
    assert one.fault.startswith("the paragraph at line 3 has no number of its own, others have: ")
    assert (one.paragraphs, one.lost) == ((), ())


def test_lines_are_those_of_the_file() -> None:
    made = paragraphs("# A\n\n<!-- 1.\n\n-->\n1. a\nb\n\nTitle\n---\n\n```\nc\n\nd\n```\n2. e\n\n***\n3. f\n")
    assert [(one.line, one.number) for one in made.strays] == [(12, None)]
    assert made.is_between
