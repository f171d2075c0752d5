"""``checked:`` of a question that needs several paragraphs: one digest for each, in their order."""

from __future__ import annotations

import pytest
from grounded import HEAD, bank

from quiz.authoring.check import check
from quiz.authoring.digests import digest
from quiz.authoring.layout import applied
from quiz.authoring.rules.grounding_changed import RULES
from quiz.authoring.stamps import Unstamped, stamp_edits, why_unstamped
from quiz.bank import paragraphs, read_text

TEXT = "It lies low.\n\nIt is cold.\n\nNobody is there.\n"
ONE, TWO, THREE = (digest(one) for one in paragraphs(TEXT).values())
BLOCK = "source:\n    paragraph: 1\n    checked: "
ASK = "- front: What of it?\n  back: This\n"


def filled(text: str) -> str:
    """Return a text with the digests in place of their names."""
    return text.replace("ONE", ONE).replace("TWO", TWO).replace("THREE", THREE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "source: {paragraph: 1, also: 3} # x",
            "source: {paragraph: 1, checked: [ONE, THREE], also: 3} # x",
        ),
        (
            'source: {"paragraph": 1, "also": [2, 3]}',
            'source: {"paragraph": 1, "checked": ["ONE", "TWO", "THREE"], "also": [2, 3]}',
        ),
        (
            "source:\n    paragraph: 1 # x\n    also: [3, 2]",
            "source:\n    paragraph: 1 # x\n    checked: [ONE, THREE, TWO]\n    also: [3, 2]",
        ),
        (
            "source:\n    also: 2\n    paragraph: |\n      1\n",
            "source:\n    checked: [ONE, TWO]\n    also: 2\n    paragraph: |\n      1\n",
        ),
        (
            "source: {paragraph: 1, checked: ONE, also: 2}",
            "source: {paragraph: 1, checked: [ONE, TWO], also: 2}",
        ),
        (
            "source:\n    checked: 'ONE' # x\n    paragraph: 1\n    also: 2",
            "source:\n    checked: [ONE, TWO] # x\n    paragraph: 1\n    also: 2",
        ),
        (
            "source:\n    paragraph: 1\n    checked: |\n      ONE\n\n    also: 2",
            "source:\n    paragraph: 1\n    checked: [ONE, TWO]\n\n    also: 2",
        ),
        (
            "source: {paragraph: 1, also: 2, checked: [ 'ONE' , abcdefab ]}",
            "source: {paragraph: 1, also: 2, checked: [ 'ONE' , TWO ]}",
        ),
        (
            "source: {paragraph: 1, also: [2, 3], checked: [ONE, TWO ] } # x",
            "source: {paragraph: 1, also: [2, 3], checked: [ONE, TWO, THREE ] } # x",
        ),
        (
            "source: {paragraph: 1, also: 2, checked: [ONE, THREE, TWO ,]}",
            "source: {paragraph: 1, also: 2, checked: [ONE, TWO ,]}",
        ),
        ("source: {paragraph: 3, checked: [abcdefab]}", "source: {paragraph: 3, checked: [THREE]}"),
        (
            BLOCK + "# x\n      - abcdefab # y\n\n      # z\n      - TWO # w\n    also: [2, 3]",
            BLOCK + "# x\n      - ONE # y\n\n      # z\n      - TWO # w\n      - THREE\n    also: [2, 3]",
        ),
        (
            BLOCK + "\n    - ONE # y\n    - TWO\n    - THREE # w\n    also: 2",
            BLOCK + "\n    - ONE # y\n    - TWO\n    also: 2",
        ),
        (
            BLOCK + "\n    - ONE\n    - |\n      TWO\n\n    also: [2, 3]",
            BLOCK + "\n    - ONE\n    - |\n      TWO\n    - THREE\n\n    also: [2, 3]",
        ),
        (
            BLOCK + "\n    - ONE\n    - 'abcdefab' # w\n    also: [2, 3]",
            BLOCK + "\n    - ONE\n    - 'TWO' # w\n    - THREE\n    also: [2, 3]",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_each_paragraph_has_its_digest_in_the_layout_of_the_file(
    before: str, after: str, line_end: str
) -> None:
    before, after = (
        (HEAD + ASK + "  " + filled(one) + "\n").replace("\n", line_end) for one in (before, after)
    )
    made = bank(before, TEXT, head="")
    assert made.problems == ()
    assert applied(before, stamp_edits(made)) == after
    again = bank(after, TEXT, head="")
    assert again.problems == ()
    assert stamp_edits(again) == ()
    assert check([again], RULES) == []


def test_a_question_with_a_paragraph_that_is_not_there_is_not_stamped() -> None:
    made = bank(f"{ASK}  source: {{paragraph: 1, also: 9}}\n", TEXT)
    assert stamp_edits(made) == ()
    assert why_unstamped(made.written[0], made) is Unstamped.ASTRAY


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("[]", "7:35: `checked` is an empty list"),
        ("[0a1b2c3d, today]", "7:46: an entry of `checked` is not 8 hexadecimal digits"),
        ("[[0a1b2c3d]]", "7:36: an entry of `checked` holds a list"),
    ],
)
def test_another_list_is_a_fault(value: str, problem: str) -> None:
    body = f"{ASK}  source: {{paragraph: 2, checked: {value}}}\n"
    (one,) = read_text((HEAD + body).encode(), "b", "b").problems
    assert str(one).startswith(f"b:{problem}; ")
