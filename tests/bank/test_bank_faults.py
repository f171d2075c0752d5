"""Faults of a bank: each with its place, what is wrong, and the cure; what is sound stays."""

from __future__ import annotations

import pytest

from quiz.bank import Code, Problem, Reading, read_text
from quiz.bank.limits import MAX_ENTRIES, MAX_PROBLEMS, MAX_QUESTIONS
from quiz.question import Location

HEAD = "quiz: 1\ntitle: T\nquestions:\n"
SOUND = "- {front: sound, back: b}\n"
EMPTY = "write a value"
LIST = "write one line with `- ` for each entry"
QUOTES = "put the text in quotes"
NO_MAPPING = "the question has no keys; write its keys, such as `ask` and `answer`, one on each line"
EMPTY_FILE = "the file is empty; write `quiz: 1` as its first line, then `title:` and `questions:`"
NO_KEYS = "the file is no bank, it holds no keys; write `quiz: 1` as its first line, then the other keys"
NO_BANK = (
    "the file is no bank, `quiz: 1` is missing; write `quiz: 1` as its first line, or move the file away"
)
VERSION = "this quiz reads version 1: write that, or use a newer quiz"
TAB_OR_SIGN = "a tab stands in the indentation, or a text begins with `@`, a backtick or `%`; "
UP_TO_HERE = "the file is read up to here: "
COLON = f"a `: ` stands inside a text, or the line is indented too far; {QUOTES}, or mend the indentation"


def read(text: str) -> Reading:
    return read_text(text.encode(), "b.yaml", "k")


def problems(text: str) -> list[str]:
    """The problems, each without the path."""
    return [str(problem).removeprefix("b.yaml:") for problem in read(text).problems]


def test_a_problem_reads_as_place_fault_and_cure() -> None:
    problem = Problem(Location("a/b.yaml", 3, 5), Code.EMPTY, "`why` is empty", "write a value")
    assert str(problem) == "a/b.yaml:3:5: `why` is empty; write a value"


def test_the_key_stands_in_for_a_missing_title() -> None:
    reading = read_text(f"quiz: 1\nquestions:\n{SOUND}".encode(), "b.yaml", "nato/talks")
    assert reading.bank is not None
    assert reading.bank.title == "talks"
    assert [str(problem) for problem in reading.problems] == [
        "b.yaml:1:1: the bank needs `title`; add `title:`"
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", ["1:1: the bank needs `questions`; add `questions:`"]),
        ("questions:\n", [f"3:11: `questions` is empty; {EMPTY}"]),
        ("questions: many\n", [f"3:12: `questions` is no list; {LIST}"]),
        ("questions: {front: b}\n", [f"3:12: `questions` is no list; {LIST}"]),
        ("questions: *x\n", [f"3:12: an alias (`*`) stands here; write the value out, or {QUOTES}"]),
        (
            "questions: [a]\n",
            [f"3:13: {NO_MAPPING}"],
        ),
        (
            "questions: [[a]]\n",
            [f"3:13: {NO_MAPPING}"],
        ),
        ("questions: [*x]\n", [f"3:13: an alias (`*`) stands here; write the value out, or {QUOTES}"]),
    ],
)
def test_a_bank_without_questions_is_told(written: str, told: list[str]) -> None:
    text = f"quiz: 1\ntitle: T\n{written}"
    assert problems(text) == told
    bank = read(text).bank
    assert bank is not None
    assert bank.questions == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", f"1:1: {EMPTY_FILE}"),
        (
            "# a\n# b\n",
            f"1:1: {EMPTY_FILE}",
        ),
        (
            " text\n",
            f"1:2: {NO_KEYS}",
        ),
        (
            "- a\n",
            f"1:1: {NO_KEYS}",
        ),
        (
            "*a\n",
            f"1:1: {NO_KEYS}",
        ),
        (
            "\nsite: x\nnav: [y]\n",
            f"2:1: {NO_BANK}",
        ),
        (
            "quiz: 2\nquestions:\n- new\n",
            f"1:7: version `2` of the format cannot be read; {VERSION}",
        ),
        ("quiz:\n", f"1:6: `quiz` is empty; {EMPTY}"),
        (
            "a: b: c\n",
            f"1:5: {UP_TO_HERE}{COLON}",
        ),
        (
            "quiz: 1\ntitle: a: b\n",
            f"2:9: {UP_TO_HERE}{COLON}",
        ),
    ],
)
def test_what_is_no_bank_has_one_problem(text: str, told: str) -> None:
    assert read(text).bank is None
    assert problems(text) == [told]


def test_a_second_document_is_a_fault() -> None:
    text = f"{HEAD}{SOUND}---\nquiz: 1\n"
    assert problems(text) == ["5:1: a second document begins; put it into a file of its own"]
    assert read(text).bank is not None


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "- ask: Which: one?\n",
            f"5:13: {UP_TO_HERE}{COLON}",
        ),
        ("- ask: A\n  answer\n", f"6:3: {UP_TO_HERE}the line is no `key: value`; "),
        ("- ask: 'A\n  answer: b\n", f"5:8: {UP_TO_HERE}a quote is not closed; close it with the same sign"),
        ('- ask: "A\n---\n', f"5:8: {UP_TO_HERE}a quote is not closed; close it with the same sign"),
        (
            "- ask: @A\n",
            f"5:8: {UP_TO_HERE}{TAB_OR_SIGN}",
        ),
        ('- ask: "a\\d"\n', f"5:10: {UP_TO_HERE}a backslash stands in double quotes; "),
        ('- ask: "a\\xg"\n', f"5:10: {UP_TO_HERE}a backslash stands in double quotes; "),
        ("- ask: * is it?\n", f"5:8: {UP_TO_HERE}a text begins with `*` or `&`; {QUOTES}"),
        ("- wrong: [a, b\n  answer: c\n", f"5:10: {UP_TO_HERE}a list in `[ ]` is not closed; "),
        ("- {ask: A\n", f"5:3: {UP_TO_HERE}a mapping in `{{ }}` is not closed; "),
        ("- ask: - A\n", f"5:8: {UP_TO_HERE}a list entry `- ` cannot stand here; "),
        ("- ask: ? A\n", f"5:8: {UP_TO_HERE}a `? ` cannot stand here; {QUOTES}"),
        ("- front: A\n  back: b\nx\n", f"7:1: {UP_TO_HERE}the line is no `key: value`; "),
        ("- ask: !<x A\n", f"5:8: {UP_TO_HERE}a text begins with `!`; {QUOTES}"),
    ],
)
def test_broken_yaml_ends_the_reading_and_leaves_what_stands_above(written: str, told: str) -> None:
    text = HEAD + SOUND + written
    (only,) = problems(text)
    assert only.startswith(told)
    bank = read(text).bank
    assert bank is not None
    assert [question.ask for question in bank.questions] == ["sound"]


def test_a_question_that_the_end_of_the_yaml_cuts_off_is_neither_told_nor_kept() -> None:
    text = f"{HEAD}{SOUND}- front: A\n  back: b\n why: c\n{SOUND}"
    (only,) = problems(text)
    assert only.startswith(f"7:2: {UP_TO_HERE}`why:` stands in column 2, its neighbours in column 3; ")
    bank = read(text).bank
    assert bank is not None
    assert [question.ask for question in bank.questions] == ["sound"]


def test_all_faults_of_a_file_are_told_in_its_order() -> None:
    text = (
        "quiz: 1\nxyz: 2\nquestions:\n- {front: a}\n"
        "- ask: b\n  number: c\n  tolerance: d\n- e\n- {front: f: g}\n"
    )
    assert [problem.location[1:] for problem in read(text).problems] == [
        (2, 1), (4, 3), (6, 11), (7, 14), (8, 3), (9, 12)
    ]  # fmt: skip


def test_the_second_question_with_an_id_is_left_out() -> None:
    text = HEAD + "- {id: a, front: 1, back: 2}\n- {id: b, front: 3, back: 4}\n- {front: 5, back: 6, id: a}\n"
    assert problems(text) == ["6:27: the id `a` stands here a second time; give one of the two another id"]
    bank = read(text).bank
    assert bank is not None
    assert [question.ask for question in bank.questions] == ["1", "3"]


def test_text_of_the_file_is_shown_clean_and_short() -> None:
    (problem,) = read_text(
        f'{HEAD}- {{front: a, back: b, "\\e[2Jk\\n  {"y" * 150}": c}}\n'.encode(), "p", "k"
    ).problems
    assert problem.message == f"`\ufffd[2Jk {'y' * 53}…` is no key of a question of the kind recall"


def test_a_path_is_shown_clean() -> None:
    (problem,) = read_text(b"", "a  b\x1b\n.yaml", "k").problems
    assert str(problem).startswith("a  b\ufffd\ufffd.yaml:1:1: ")


def test_no_more_than_the_limit_of_problems_is_kept() -> None:
    reading = read(HEAD + "- {front: a, bakc: b}\n" * (MAX_PROBLEMS + 5) + SOUND)
    assert len(reading.problems) == MAX_PROBLEMS + 1
    assert str(reading.problems[-1]) == "b.yaml:1004:14: there are 5 more faults; mend the others first"
    assert reading.bank is not None
    assert len(reading.bank.questions) == 1


def test_a_bank_has_no_more_than_the_limit_of_keys() -> None:
    text = "quiz: 1\ntitle: T\n" + "".join(f"k{number}:\n" for number in range(MAX_ENTRIES))
    assert problems(text)[-1] == "1001:1: there are more than 1000 entries; shorten the list"


def test_a_file_has_no_more_than_the_limit_of_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_QUESTIONS == 200_000
    monkeypatch.setattr("quiz.bank.reader.MAX_QUESTIONS", 3)
    text = HEAD + "".join(f"- {{front: {number}, back: b}}\n" for number in range(6))
    assert problems(text) == ["7:3: there are more than 3 questions; split the bank into several files"]
    bank = read(text).bank
    assert bank is not None
    assert [question.ask for question in bank.questions] == ["0", "1", "2"]
