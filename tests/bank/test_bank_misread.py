"""Banks with a slip at the top, and YAML that breaks: as much is told as is certain, and no more."""

from __future__ import annotations

import pytest
from fault_tables import HEAD, SOUND, Case, cases, problems, prompts, read

from quiz.bank import read_writing

BACK_MISSING = "a question of the kind recall needs `back`; add `back:`"

WITHOUT_FIRST_LINE = """
title: T
questions:
- {front: A}
- {front: B, back: c}
! 1:1: the file is no bank, `quiz: 1` is missing; write `quiz: 1` as its first line
! 3:3: a question of the kind recall needs `back`; add `back:`

questions:
- front: A: b
! 1:1: the file is no bank, `quiz: 1` is missing; write `quiz: 1` as its first line
! 2:11: the file is read up to here: a `: ` stands inside a text, or the line is indented too far; put
!    the text in quotes, or mend the indentation

title: T
questions: 3
! 1:1: the file is no bank, `quiz: 1` is missing; write `quiz: 1` as its first line, or move the file
!    away

qiuz: 1
title: T
! 1:1: the file is no bank, `quiz: 1` is missing; write `quiz` for `qiuz`, or move the file away

quiz:1
! 1:1: the file is no bank, it holds no keys; write a space behind the colon of `quiz:`
"""


@pytest.mark.parametrize("case", cases(WITHOUT_FIRST_LINE), ids=lambda case: case.written)
def test_a_file_without_its_first_line_gives_no_bank_but_its_faults_if_it_has_questions(case: Case) -> None:
    reading = read(f"{case.written}\n")
    assert problems(reading) == case.told
    assert reading.bank is None


def test_the_questions_of_a_file_without_its_first_line_are_there_for_a_check() -> None:
    written = read_writing(f"title: T\nquestions:\n{SOUND}".encode(), "b.yaml", "k").written
    assert [one.question.ask for one in written] == ["sound"]


MISSPELT = """
qiuz: 1
title: T
questions:
! 1:1: `qiuz` is no key of a bank; write `quiz`

quiz: 1
titel: T
questions:
! 2:1: `titel` is no key of a bank; write `title`

quiz: 1
title: T
qestions:
! 3:1: `qestions` is no key of a bank; write `questions`

quiz: 1
title: T
cards:
! 3:1: `cards` is no key of a bank; write `questions`

quiz: 1
title: T
qestions:
questions:
! 3:1: `qestions` is no key of a bank; write `questions`
"""


@pytest.mark.parametrize("case", cases(MISSPELT), ids=lambda case: case.written)
def test_a_misspelt_key_of_the_bank_is_told_once_and_read_as_what_is_meant(case: Case) -> None:
    reading = read(f"{case.written}\n{SOUND}")
    assert problems(reading) == case.told
    assert prompts(reading) == ["sound"]


def test_what_stands_below_a_misspelt_key_counts() -> None:
    bank = read(f"quiz: 1\nname: T\nlangage: de\nsorce: a.md\nquestions:\n{SOUND}").bank
    assert bank is not None
    assert (bank.title, bank.language, bank.source) == ("T", "de", "a.md")


def test_the_places_of_the_values_of_a_bank_are_told_also_below_a_misspelt_key() -> None:
    text = f"quiz: 1\ntitle: T\nsorce:   a.md\nquestions:\n{SOUND}"
    writing = read_writing(text.encode(), "b.yaml", "k")
    assert writing.values["source"][1:] == (3, 10)
    assert writing.keys["source"][1:] == (3, 1)
    assert writing.values["quiz"][1:] == (1, 7)
    assert writing.values["questions"][1:] == (5, 1)


BROKEN = """
- ask: "A" is b
! 5:12: the text goes on behind its closing `"`; put the whole text in single quotes, with `''` for an
!    apostrophe

- ask: 'A's b'
! 5:11: the text goes on behind its closing `'`; write `''` for an apostrophe, or put the whole text
!    in double quotes

- ask: [1] is b
! 5:12: the text goes on behind its closing `]`; put the whole text in quotes

- ask: {a} is b
! 5:12: the text goes on behind its closing `}`; put the whole text in quotes

- cloze: {a}, {b} is
! 5:13: the sentence begins with a hole and has no quotes; put the whole sentence in quotes, as in
!    `cloze: "{ging|lief} is ..."`

- cloze: They met in {Geneva: a city} then.
! 5:29: a `: ` stands inside a hole; write `::` before a hint, as in `{Geneva::a city}`, or put the
!    whole sentence in quotes

- ask: A
  wrong: ["b" c, d]
! 6:15: the text goes on behind its closing `"`; put the whole text in single quotes, with `''` for an
!    apostrophe

- ask: A
  wrong:
  - "b" c
! 7:9: the text goes on behind its closing `"`; put the whole text in single quotes, with `''` for an
!    apostrophe

- ask: "A
  answer: "b
! 5:8: the quote that is opened here ends in line 6, and the text goes on there; close it in its own
!    line

- ask: 'It''s A
  why: so
  answer: 'b
! 5:8: the quote that is opened here ends in line 7, and the text goes on there; close it in its own
!    line

- ask: "A"
  match: {b: 1, c: d": 2}
! 6:22: a mapping in `{ }` is not closed; close it, or put the text in quotes

- ask: A
  answer: b
  wrong: [c,
- ask: B
! 7:10: a list in `[ ]` is not closed; close it, or quote its texts

- ask: A
  wrong: {
! 6:10: a mapping in `{ }` is not closed; close it, or put the text in quotes

- ask: A
  answer: *b c
! 6:11: a text begins with `*` or `&`; put the text in quotes

- ask: A
  answer: &b; c
! 6:11: a text begins with `*` or `&`; put the text in quotes

- ask: A
  answer: | is b
! 6:11: a text begins with `|` or `>`; put the text in quotes, or write it on the lines below the sign

- ask: A
  answer: !b!c d
! 6:11: a text begins with `!`; put the text in quotes

- ask: A
  answer: ] b
! 6:11: a text is missing in brackets, or begins with `,`, `]` or `}`; write or close it, or put the
!    text in quotes

- ask: A
  answer: "C:\\\\a\\Users"
! 6:17: a backslash stands in double quotes; write `\\\\`, or use single quotes

- ask: A
  answer: "\\ud800"
! 6:12: a backslash stands in double quotes; write `\\\\`, or use single quotes

- id:a
  ask: b
! 5:3: no space stands behind the colon of `id:`; write `id: `

- id: a
  ask:b
  why: c
! 6:3: no space stands behind the colon of `ask:`; write `ask: `

- id: a
  ask:\xa0b
! 6:3: no space stands behind the colon of `ask:`; write `ask: `
"""


@pytest.mark.parametrize("case", cases(BROKEN), ids=lambda case: case.written)
@pytest.mark.parametrize("feed", ["\n", "\r\n", "\x85"])
def test_a_line_that_yaml_does_not_take_is_told_once_at_what_is_to_blame(case: Case, feed: str) -> None:
    reading = read(f"{HEAD}{SOUND}{case.written}\n".replace("\n", feed))
    assert [one.replace("the file is read up to here: ", "") for one in problems(reading)] == case.told
    assert prompts(reading) == ["sound"]


def test_a_dash_without_a_space_is_told() -> None:
    assert problems(read("quiz: 1\ntitle: T\nquestions:\n  -id: a\n   ask: b\n")) == [
        "4:3: the file is read up to here: no space stands behind the dash of `-id`; write `- id`"
    ]


def test_a_first_line_that_is_indented_is_told_in_our_words() -> None:
    (only,) = problems(read(f" quiz: 1\ntitle: T\nquestions:\n{SOUND}"))
    assert only.startswith(
        "2:1: the file is read up to here: the line does not belong to what stands above; "
    )


@pytest.mark.parametrize(
    "rest",
    [
        "- front: A\n why: b\n",
        "-   front: A\n  back: b\n",
        "- front: A\n\xa0\xa0back: b\n",
        "- text\n  back: b\n",
    ],
)
def test_what_a_question_lacks_that_is_cut_off_is_not_told(rest: str) -> None:
    reading = read(HEAD + SOUND + rest)
    assert len(reading.problems) == 1
    assert prompts(reading) == ["sound"]


@pytest.mark.parametrize("rest", ["- {front: A}\n", "- front: A\n", "- front: A\n\n# note\n"])
def test_a_question_is_told_whose_end_is_certain(rest: str) -> None:
    told = problems(read(f"{HEAD}{SOUND}{rest}- @: b\n"))
    assert told[0] == f"5:3: {BACK_MISSING}"
    assert "the file is read up to here" in told[1]


@pytest.mark.parametrize(
    "rest", ["  front: B\n  back: b\n", "\n# note\n  front : B\n    back: b\n", "  front:\n"]
)
def test_a_question_is_told_where_the_next_one_has_no_dash(rest: str) -> None:
    told = problems(read(f"quiz: 1\ntitle: T\nquestions:\n  - front: A\n{rest}"))
    assert told[0] == f"4:5: {BACK_MISSING}"
    assert "the list is broken off" in told[1]


@pytest.mark.parametrize("rest", ["back: b\n", "front-side: B\n", "why: front: B\n"])
def test_a_key_that_is_not_there_yet_may_belong_to_the_question(rest: str) -> None:
    told = problems(read(f"quiz: 1\ntitle: T\nquestions:\n  - front: A\n  {rest}"))
    assert len(told) == 1
    assert BACK_MISSING not in told[0]


def test_a_question_in_braces_is_whole_whatever_follows() -> None:
    assert problems(read(f"{HEAD}- {{front: A}}\n  back: b\n"))[0] == f"4:3: {BACK_MISSING}"


def test_a_text_among_the_questions_is_told_where_another_entry_follows() -> None:
    assert problems(read(f"{HEAD}- text\n- @: b\n"))[0].startswith("4:3: the question has no keys; ")


@pytest.mark.parametrize("entry", ["{a: b, {c: d}}", "{a: b, ? [c]}", "{a: b, [c]: d}"])
def test_a_key_that_is_no_text_is_told_and_passed_over(entry: str) -> None:
    told = problems(read(f"{HEAD}- {entry}\n"))
    assert [one for one in told if "a key has to be a text" in one]
