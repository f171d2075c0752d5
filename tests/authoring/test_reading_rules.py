"""The reader's own problems come through as findings, each under its code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shape_found import HEAD, made

from quiz.authoring.check import check
from quiz.authoring.finding import Severity
from quiz.authoring.rule import Family
from quiz.authoring.rules import reading
from quiz.bank import Code, read_text

LINES = (
    "- {front: a, back: b}",
    "- {front: a, bakc: b}",
    "- {ask: a, answer: b, wrong: [b]}",
    "- ask: c\n  answer: [d]",
    "- id: x y\n  front: e\n  back: f\n  back: g",
    "- cloze: '{'",
    "- *h",
    "- {ask: i, number: many, tolerance: -1}",
    "- \tj",
)


@given(st.lists(st.sampled_from(LINES), max_size=6))
def test_every_problem_is_handed_on_as_it_is(lines: list[str]) -> None:
    text = HEAD + "\n".join(lines) + "\n"
    problems = read_text(text.encode(), "b.yaml", "b").problems
    findings = check([made(text)], reading.RULES)
    told = {(problem.location, problem.code.value, problem.message, problem.cure) for problem in problems}
    assert {(one.location, one.code, one.message, one.cure) for one in findings} == told
    assert all(one.severity is Severity.ERROR for one in findings)


def test_problems_of_several_banks_stay_apart() -> None:
    (rule,) = (rule for rule in reading.RULES if rule.code == Code.DUPLICATE_KEY)
    banks = [made(f"{HEAD}- {{front: a, back: b, back: c}}\n"), made(f"{HEAD}- {{front: a, back: b}}\n")]
    assert [found.location.line for found in rule.find(banks)] == [4]


@pytest.mark.parametrize("code", [Code.NO_ANSWER, Code.SAME_OPTION, Code.TOO_FEW, Code.BAD_CLOZE])
def test_what_keeps_a_question_from_being_answered_belongs_to_that_family(code: Code) -> None:
    (rule,) = (rule for rule in reading.RULES if rule.code == code)
    assert rule.family is Family.ANSWER
