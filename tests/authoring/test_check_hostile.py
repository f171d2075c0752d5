"""No bank trips a check: banks of this house and of the examples, with characters and lines in disorder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.authoring.check import check
from quiz.authoring.finding import Edit, Finding, Severity
from quiz.authoring.fixing import mended
from quiz.authoring.material import material
from quiz.authoring.rules import RULES
from quiz.bank import find_banks
from quiz.question import Location

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.authoring.material import Material

FOLDER = Path(__file__).parent.parent.parent / "questions"
LONGEST = 4_000
CARD = "quiz: 1\ntitle: t\nquestions:\n  - id: a\n    front: x\n    back: y\n"
TEXT = {1: "The talks are held in Geneva.", 2: "As many as 90,000 troops stand there."}
BANKS = tuple(
    dict.fromkeys(
        [
            *(path.read_text("utf-8")[:LONGEST] for path in find_banks(FOLDER)),
            *(example.bank for rule in RULES for example in (rule.bad, rule.good)),
        ]
    )
)
SIGNS = (*"\n\r\t \0'\"#:-?,[]{}|>&*!%@`~.\\", ": ", "- ", " #", "  ", "\u2028", "\xa0", "\ufeff", "é", "熊")


def read(data: bytes) -> Material:
    def texts(document: str) -> Mapping[int, str]:
        del document
        return TEXT

    return material(data, "bank.yaml", "bank", texts)


def look(bank: Material) -> list[Finding]:
    return check([bank], RULES)


@st.composite
def broken(draw: st.DrawFn) -> str:
    """Return a bank of which some characters or lines are left out, doubled, swapped, or others."""
    text = draw(st.sampled_from(BANKS))
    parts = text.splitlines(keepends=True) if draw(st.booleans()) else list(text)
    places = st.integers(0, len(parts) - 1)
    for _ in range(draw(st.integers(1, 6))):
        at, other = draw(places), draw(places)
        sign = draw(st.sampled_from(SIGNS))
        new, its = draw(
            st.sampled_from(
                [
                    ("", parts[other]),
                    (parts[at] + parts[at], parts[other]),
                    (sign, parts[other]),
                    (parts[at] + sign, parts[other]),
                    (parts[other], parts[at]),
                ]
            )
        )
        parts[other], parts[at] = its, new
    return "".join(parts)


@given(broken())
@settings(max_examples=300)
def test_no_bank_trips_a_rule(bank: str) -> None:
    found = look(read(bank.encode(errors="surrogateescape")))
    assert all(one.message and one.cure for one in found)
    assert not any("\n" in str(one) for one in found)


@given(broken())
@settings(max_examples=60)
def test_no_bank_trips_its_mending(bank: str) -> None:
    once = mended(bank.encode(), read, look)
    assert mended(once, read, look) == once


@pytest.mark.parametrize(
    "body",
    [
        "- ask: a\n  answer: b\n  wrong:\n",
        "- ask: a\n  answer: b\n  wrong:\n    - c:\n    -\n",
        "- {ask: a, match: {b: , c: d}}\n",
        "- ask: a\n  accept: [, b]\n  answer:\n",
        "- ask:\n  answers:\n    -\n  tags:\n",
    ],
)
def test_values_that_are_empty_are_left_to_the_reader(body: str) -> None:
    found = look(read(f"quiz: 1\ntitle: t\nquestions:\n{body}".encode()))
    assert "retyped-value" not in {one.code for one in found}


columns = st.tuples(st.integers(1, 20), st.integers(0, 6)).map(lambda pair: (pair[0], sum(pair)))
scattered = st.builds(
    lambda line, span, text: Edit(line, span[0], line, span[1], text),
    st.integers(4, 6),
    columns,
    st.sampled_from(["", "z", ": ", "'"]),
)


@given(st.lists(st.lists(scattered, min_size=1, max_size=3).map(tuple), max_size=6))
def test_edits_of_many_rules_that_overlap_anyhow_do_no_harm(groups: list[tuple[Edit, ...]]) -> None:
    where = Location("bank.yaml", 1, 1)
    offered = [
        Finding("any", Severity.WARNING, where, str(number), "c", edits)
        for number, edits in enumerate(groups)
    ]
    before = read(CARD.encode())
    after = read(mended(CARD.encode(), read, lambda _: offered))
    assert after.problems == before.problems == ()
