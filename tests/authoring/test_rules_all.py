"""What holds for every rule: its name, its page, and that its examples are what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shape_found import made, of_example

from quiz.authoring.check import check
from quiz.authoring.finding import Severity
from quiz.authoring.layout import applied
from quiz.authoring.material import material
from quiz.authoring.rule import Family, Rule
from quiz.authoring.rules import RULES as LISTED
from quiz.authoring.rules import reading, shape
from quiz.bank import Code, find_banks

# The families of this room stand here as well, so that they are held to it wherever they are listed.
RULES = tuple({rule.code: rule for rule in (*LISTED, *reading.RULES, *shape.RULES)}.values())
ON = [rule for rule in RULES if rule.on]
FOLDER = Path(__file__).parent.parent.parent / "questions"
ERRORS = [rule for rule in ON if rule.severity is Severity.ERROR]
READERS = {code.value for code in Code}

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def test_codes_are_unique() -> None:
    for rules in (LISTED, (*reading.RULES, *shape.RULES)):
        codes = [rule.code for rule in rules]
        assert sorted(set(codes)) == sorted(codes)


def test_every_code_of_the_reader_has_its_rule() -> None:
    assert {rule.code for rule in reading.RULES} == READERS
    assert all(rule.on and rule.severity is Severity.ERROR for rule in reading.RULES)


@each_rule
def test_a_rule_has_a_name_and_a_page(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)
    assert len(rule.about.split()) >= 8
    assert rule.about.endswith((".", ")"))
    assert "\n" not in rule.about


@each_rule
def test_the_bad_example_is_found(rule: Rule) -> None:
    found = check([of_example(rule.bad)], [rule])
    assert found
    for one in found:
        assert (one.code, one.severity) == (rule.code, rule.severity)
        assert one.location.line <= rule.bad.bank.count("\n") + 1
        assert one.message
        assert one.cure
        assert "\n" not in one.message + one.cure


@each_rule
def test_the_good_example_is_not_found(rule: Rule) -> None:
    assert check([of_example(rule.good)], [rule]) == []


@each_rule
def test_the_good_example_is_sound(rule: Rule) -> None:
    good = of_example(rule.good)
    assert [str(problem) for problem in good.problems] == []
    assert [str(one) for one in check([good], ERRORS)] == []


@each_rule
def test_the_good_example_has_a_sound_shape(rule: Rule) -> None:
    found = check([of_example(rule.good)], [one for one in ON if one.family is Family.SHAPE])
    assert [str(one) for one in found if one.severity is not Severity.NOTE] == []


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.code not in READERS], ids=lambda rule: rule.code
)
def test_the_bad_example_is_a_bank_that_can_be_read(rule: Rule) -> None:
    bad = of_example(rule.bad)
    assert [str(problem) for problem in bad.problems] == []
    assert bad.written


@each_rule
def test_the_edits_of_the_bad_example_make_the_rule_silent(rule: Rule) -> None:
    before = of_example(rule.bad)
    found = check([before], [rule])
    edits = [edit for one in found for edit in one.edits]
    after = of_example(rule.bad.__class__(applied(rule.bad.bank, edits), rule.bad.text))
    left = check([after], [rule])
    assert len(left) == len([one for one in found if not one.edits])
    assert len(after.problems) <= len(before.problems)


@each_rule
def test_a_rule_is_silent_where_there_is_nothing(rule: Rule) -> None:
    assert check([], [rule]) == []
    empty = check([made("quiz: 1\ntitle: T\nquestions: []\n")], [rule])
    assert empty == []


@each_rule
def test_a_rule_finds_the_same_in_the_company_of_other_banks(rule: Rule) -> None:
    other = material(b"quiz: 1\ntitle: Other\nquestions: []\n", "other.yaml", "other", lambda _: {})
    bad = of_example(rule.bad)
    assert check([other, bad], [rule]) == check([bad], [rule])


def test_the_banks_of_this_house_give_no_finding() -> None:
    banks = [material(path.read_bytes(), path.name, path.stem) for path in find_banks(FOLDER)]
    assert banks
    ours = [*reading.RULES, *(rule for rule in shape.RULES if rule.on)]
    assert [str(found) for found in check(banks, ours)] == []
