"""Running rules over banks, and comments that silence what they find."""

from __future__ import annotations

import pytest

from quiz.authoring.check import check
from quiz.authoring.explaining import material_of
from quiz.authoring.finding import Found, Severity
from quiz.authoring.material import material
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules import RULES
from quiz.authoring.selecting import EVERY
from quiz.authoring.silencing import SILENCING, heard, silences_of
from quiz.bank import Code
from quiz.question import Location

LONG = "Who sows the wind will reap the whirlwind before the harvest is in"


def told(body: str, *codes: str) -> list[str]:
    """Return line and code of what is found in questions, by all default rules or those that are named."""
    bank = material_of(questions(body))
    rules = [rule for rule in EVERY if rule.code in codes or (not codes and rule.on)]
    return [f"{one.location.line} {one.code}" for one in heard([bank], check([bank], rules))]


def rule(code: str, line: int) -> Rule:
    example = questions("  - {front: a, back: b}\n")
    return Rule(
        code=code,
        family=Family.SHAPE,
        about="It looks at nothing.",
        bad=example,
        good=example,
        find=each_question(lambda _, bank: iter([Found(Location(bank.path, line, 1), "m", "c")] * 2)),
    )


def test_findings_come_in_the_order_of_the_files_and_each_once() -> None:
    text = questions("  - {front: a, back: b}\n").bank.encode()
    banks = [material(text, path, "bank") for path in ("z.yaml", "a.yaml")]
    found = check(banks, [rule("later", 9), rule("early", 2)])
    assert [(one.location.path, one.location.line, one.code) for one in found] == [
        ("z.yaml", 2, "early"),
        ("z.yaml", 9, "later"),
        ("a.yaml", 2, "early"),
        ("a.yaml", 9, "later"),
    ]


def test_no_rules_find_nothing_and_no_banks_hold_nothing() -> None:
    assert check([], RULES) == []
    assert check([material(b"quiz: 1\n", "a.yaml", "a")], []) == []


def test_the_path_is_one_that_can_be_shown() -> None:
    bank = material(questions("  - {front: a, back: b}\n").bank.encode(), "a\x1b\udcff.yaml", "a")
    assert check([bank], [rule("any", 1)])[0].location.path == "a\ufffd\ufffd.yaml"


def test_every_fault_of_the_reader_is_found_by_a_rule_of_its_name() -> None:
    rules = {rule.code: rule for rule in RULES}
    assert set(map(str, Code)) <= rules.keys()
    assert all(rules[code].severity is Severity.ERROR and rules[code].on for code in Code)


def test_codes_are_there_once() -> None:
    codes = [rule.code for rule in EVERY]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("one", SILENCING, ids=lambda one: one.code)
def test_rules_about_comments_find_the_bad_example_and_not_the_good_one(one: Rule) -> None:
    assert [found.code for found in check([material_of(one.bad)], [one])] == [one.code]
    assert check([material_of(one.good)], EVERY) != []
    assert told(one.good.bank.partition("questions:\n")[2], "long-answer", *(r.code for r in SILENCING)) == []


@pytest.mark.parametrize(
    "body",
    [
        f"  - id: a\n    ask: What?\n    answer: {LONG}  # quiz: ignore long-answer\n",
        f"  - id: a\n    ask: What?\n    # quiz: ignore long-answer\n    answer: {LONG}\n",
        f"  - id: a\n    ask: What?\n    # quiz: ignore long-answer\n\n    # why\n    answer: {LONG}\n",
        f"  - id: a  # quiz: ignore long-answer\n    ask: What?\n    answer: {LONG}\n",
        f"  # quiz: ignore long-answer\n  - id: a\n    ask: What?\n    answer: {LONG}\n",
        (
            f"  # quiz: ignore same-answers, long-answer -- as it is carved in the wall\n"
            f"  - id: a\n    ask: What?\n    answer: {LONG}\n    accept: [{LONG.upper()}]\n"
        ),
        f"  #quiz:ignore long-answer\n  - id: a\n    ask: What?\n    answer: {LONG}\n",
        (
            f"  - id: z\n    ask: Why?\n    answer: |-\n      x\n  # quiz: ignore long-answer\n"
            f"  - id: a\n    ask: What?\n    answer: {LONG}\n"
        ),
    ],
)
def test_a_comment_silences_its_line_the_next_one_or_the_question(body: str) -> None:
    assert told(body, "long-answer", "same-answers", "unused-ignore", "unknown-ignore") == []


@pytest.mark.parametrize(
    "body",
    [
        f"  - id: a\n    # quiz: ignore long-answer\n    ask: What?\n    answer: {LONG}\n",
        f"  - id: a\n    ask: What?  # quiz: ignore long-answer\n    answer: {LONG}\n",
        f"  - id: a\n    ask: What?\n    answer: {LONG}\n    # quiz: ignore long-answer\n",
    ],
)
def test_elsewhere_it_silences_nothing_and_is_named_itself(body: str) -> None:
    found = told(body, "long-answer", "unused-ignore")
    assert sorted(one.partition(" ")[2] for one in found) == ["long-answer", "unused-ignore"]


def test_a_comment_for_a_whole_question_ends_with_it() -> None:
    first = f"  # quiz: ignore long-answer\n  - ask: What?\n    answer: {LONG}\n"
    second = f"  - ask: How?\n    answer: {LONG}\n"
    assert told(first + second, "long-answer") == ["8 long-answer"]


@pytest.mark.parametrize(
    "value", ['"x # quiz: ignore long-answer"', "'# quiz: ignore long-answer'", "|\n      # quiz: ignore a"]
)
def test_a_text_is_no_comment(value: str) -> None:
    bank = material_of(questions(f"  - id: a\n    ask: What?\n    answer: {value}\n"))
    assert bank.written
    assert silences_of(bank) == ()


@pytest.mark.parametrize(
    "body",
    [
        "title: 'T # quiz: ignore a'\nquestions: []\n",
        "title: T\ndescription: |\n  # quiz: ignore a\nquestions: []\n",
        "title: T\nquestions:\n  - ask: What?\n    answer: ['# quiz: ignore a', b]\n",
        "title: T\nquestions:\n  - '# quiz: ignore a'\n",
        "title: T\nquestions:\n  - ask: What?\n    colour: |\n      # quiz: ignore a\n",
        "title: T\nquestions:\n  - 'What? # quiz: ignore a': {\n",
    ],
)
def test_a_text_is_no_comment_wherever_it_stands_in_a_bank_with_faults(body: str) -> None:
    bank = material(f"quiz: 1\n{body}".encode(), "bank.yaml", "bank")
    assert silences_of(bank) == ()


def test_a_letter_that_was_cut_in_two_counts_as_the_reader_counts_it() -> None:
    bank = material(b"quiz: 1\ntitle: \xe2\x82 \x01\nquestions: []\n", "bank.yaml", "bank")
    assert bank.text.split("\n")[1] == "title: \ufffd\ufffd \x01"
    assert [one.location.column for one in bank.problems] == [8]


def test_a_comment_below_what_is_no_yaml_counts_as_one() -> None:
    bank = material(b"quiz: 1\nquestions:\n  - {\n  # quiz: ignore a\n", "bank.yaml", "bank")
    assert [one.code for one in silences_of(bank)] == ["a"]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# quiz: ignore long-anwser", "there is no rule `long-anwser`; write `long-answer`"),
        ("# quiz: ignore qqqqqqqqqqq", "there is no rule `qqqqqqqqqqq`; name the code"),
        ("# quiz: ignore", "the comment does not say what to ignore; name the code of the finding"),
        ("# quiz: ignore unknown-key", "`unknown-key` is a fault, which no comment can silence; mend it"),
    ],
)
def test_a_comment_that_can_do_nothing_is_named(comment: str, message: str) -> None:
    bank = material_of(questions(f"  {comment}\n  - id: a\n    ask: What?\n    answer: b\n"))
    (found,) = check([bank], SILENCING)
    assert f"{found.message}; {found.cure}".startswith(message)
    assert found.location.line == 4


def test_a_fault_is_told_in_spite_of_a_comment() -> None:
    body = "  # quiz: ignore unknown-key\n  - id: a\n    ask: What?\n    answer: b\n    colour: c\n"
    assert "8 unknown-key" in told(body, "unknown-key")
