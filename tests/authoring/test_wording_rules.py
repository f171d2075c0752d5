"""Rules on wording: what each finds, where, and the ordinary questions that it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.check import check
from quiz.authoring.material import Material, material
from quiz.authoring.rule import Rule, questions
from quiz.authoring.rules.wording import RULES

if TYPE_CHECKING:
    from quiz.authoring.finding import Finding


def bank_of(body: str, head: str = "") -> Material:
    return material(questions(body, head=head).bank.encode(), "b.yaml", "b", lambda _: {})


def findings(body: str, head: str = "") -> list[Finding]:
    bank = bank_of(body, head)
    assert bank.problems == ()
    return check([bank], RULES)


def codes(body: str, head: str = "") -> set[str]:
    return {one.code for one in findings(body, head)}


def found(body: str) -> list[tuple[str, int, int]]:
    """Return code, line (1 is the first of the body) and column of what is found."""
    before = questions("").bank.count("\n")
    return [(one.code, one.location.line - before, one.location.column) for one in findings(body)]


def typed(ask: str, answer: str) -> str:
    return f'- ask: "{ask}"\n  answer: "{answer}"\n'


def choice(ask: str, answer: str, *wrong: str) -> str:
    listed = "".join(f'    - "{option}"\n' for option in wrong or ("Basel", "Chur"))
    return f'- ask: "{ask}"\n  answer: "{answer}"\n  wrong:\n{listed}'


def claim(text: str) -> str:
    return f'- claim: "{text}"\n  answer: true\n'


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_found_and_the_good_one_is_not(rule: Rule) -> None:
    bad, good = (
        check([material(one.bank.encode(), "b.yaml", "b", lambda _: {})], RULES)
        for one in (rule.bad, rule.good)
    )
    assert {one.code for one in bad} == {rule.code}
    assert {one.severity for one in bad} == {rule.severity}
    assert good == []


def test_codes_differ() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


ORDINARY = [
    typed("Who painted the ceiling of the Sistine Chapel?", "Michelangelo"),
    typed("What is the capital of Mexico?", "Mexico City"),
    choice("In which year did the Second World War end?", "1945", "1918", "1939"),
    choice("What do plants take up from the air?", "Carbon dioxide", "Oxygen", "Nitrogen"),
    choice("Which river flows through Geneva?", "The Rhone", "The Rhine", "The Aare"),
    choice("What was the name of the ship on which Darwin sailed?", "Beagle", "Victory", "Endeavour"),
    claim("The Danube flows into the Black Sea."),
    claim("Water boils at a lower temperature on a mountain than at sea level."),
    "- ask: How many moons does Mars have?\n  number: 2\n",
    "- ask: On which day did the first people walk on the Moon?\n  date: 1969-07-20\n",
    '- cloze: "The {mitochondrion} is where a cell makes most of its {ATP}."\n',
    "- front: The three states of matter\n  back: Solid, liquid and gas\n",
    "- ask: Put these in order, the earliest first.\n  order: [Bronze, Iron, Steel]\n",
    "- ask: Which of these are metals?\n  answers: [Iron, Zinc]\n  wrong: [Sulphur, Neon]\n",
]


@pytest.mark.parametrize("body", ORDINARY)
def test_an_ordinary_question_gives_no_finding(body: str) -> None:
    assert findings(body) == []


PIECES = [
    *"aAnN ?.,;:!'\"*_-0123(“”é\u202e",
    "not ",
    "which ",
    "is ",
    "he ",
    "currently ",
    "____",
    "of these ",
]
HARSH = st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join)


@given(HARSH, HARSH, HARSH, HARSH)
def test_no_text_makes_a_rule_fail_and_all_is_told_of_lines_that_exist(
    ask: str, answer: str, one: str, other: str
) -> None:
    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    body = (
        f"- {{ask: {quoted(ask)}, answer: {quoted(answer)}, wrong: [{quoted(one)}, {quoted(other)}],"
        f" why: {quoted(one)}}}\n"
        f"- {{claim: {quoted(ask)}, answer: true}}\n"
        f"- {{ask: {quoted(ask)}, answer: {quoted(other)}}}\n"
        f"- {{front: {quoted(one)}, back: {quoted(answer)}}}\n"
    )
    bank = bank_of(body)
    lines = bank.text.splitlines()
    for finding in check([bank], RULES):
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1])
        assert finding.message
        assert finding.cure


def test_a_bank_that_cannot_be_read_gives_no_finding() -> None:
    assert check([material(b"quiz: [", "b.yaml", "b", lambda _: {})], RULES) == []


@pytest.mark.parametrize(
    "body",
    [
        choice("Which of these is not a lake?", "Rhine"),
        claim("He was born in Bonn."),
        choice("It lies on a", "lake", "island", "ocean"),
        choice("Which of these is true?", "It is old"),
        typed("Who is currently the president?", "Biden"),
    ],
)
def test_english_words_are_looked_for_in_english_banks_only(body: str) -> None:
    assert codes(body)
    assert codes(body, "language: en-GB\n")
    assert codes(body, "language: nl\n") == set()
