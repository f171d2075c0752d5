"""Faults inside a question and in the head of a bank, each with its place, fault and cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fault_tables import HEAD, SOUND, Case, cases, problems, prompts, read

from quiz.bank.limits import MAX_ENTRIES, MAX_TEXT

if TYPE_CHECKING:
    from quiz.bank import Reading


def with_question(written: str) -> Reading:
    """Read a bank whose first question begins in line 4, column 3; a sound one follows."""
    entry = written.replace("\n", "\n  ")
    return read(f"{HEAD}- {entry}\n{SOUND}")


IN_QUESTIONS = r"""
ask: A
answer:
! 5:10: `answer` is empty; write a value

ask: A
answer: ' '
! 5:11: `answer` is empty; write a value

front: A
back: b
why: ''
hint:
! 6:8: `why` is empty; write a value or take the key away
! 7:8: `hint` is empty; write a value or take the key away

ask: A
answer: [b]
! 5:11: `answer` holds a list; write one text, in quotes where it has brackets or `: `

ask: A
answer: {b: c}
! 5:11: `answer` holds a mapping; write one text, in quotes where it has brackets or `: `

ask: A
answer: "a\e[31m"
! 5:11: `answer` holds the control character U+001B; take it away

ask: A
answer: "a\0"
! 5:11: `answer` holds the control character U+0000; take it away

ask: A
anwser: b
! 5:3: `anwser` is no key of a question of the kind text; write `answer`

ask: A
answer: b
tag: c
! 6:3: `tag` is no key of a question of the kind text; write `tags`

ask: A
answer: b
xyzzy: c
! 6:3: `xyzzy` is no key of a question of the kind text; take it away; the keys here are ask,
!    answer, accept, exact, reverse, id, kind, why, hint, tags, source, group, shuffle, draft

ask: A
answer: b
tolerance: 1
! 6:3: `tolerance` has no place in a question of the kind text; it belongs to the kind number: take
!    it away, or change the other keys

front: A
back: b
title: c
quote: d
! 6:3: `title` has no place in a question of the kind recall; it belongs to the bank, at the top of
!    the file
! 7:3: `quote` has no place in a question of the kind recall; it belongs below `source:`

ask: A
! 4:3: the question has no answer; add one of `answer`, `options`, `wrong`, `answers`, `match`, `order`,
!    `date`, `number`, `back`, `front`, `cloze`, `claim`

answer: b
! 4:3: a question of the kind text needs `ask`; add `ask:`

ask: A
wrong: [b]
! 4:3: a question of the kind choice needs `answer`; add `answer:`

ask: A
answers: [b]
! 4:3: a question of the kind several needs `wrong`; add `wrong:`

kind: choice
ask: A
answer: b
! 4:3: a question of the kind choice needs `wrong`; add `wrong:`

kind: text
ask: A
answer: b
wrong: [c]
! 7:3: `wrong` has no place in a question of the kind text; it belongs to the kind choice, several:
!    take it away, or change the other keys

kind: chioce
ask: A
answer: b
wrong: [c]
! 4:9: `chioce` is no kind of question; write `choice`

kind: xxxx
ask: A
answer: b
! 4:9: `xxxx` is no kind of question; the kinds are text, choice, true-false, number, date, several,
!    cloze, order, match, recall

ask: A
answer: Yes
! 5:11: the answer `Yes` may be a text, or say that something is true or false; put it in quotes
!    if it is a text, or write `claim:` in place of `ask:`

claim: A
answer: maybe
! 5:11: `answer` is neither true nor false; write `true` or `false`

claim: A
answer: [true]
! 5:11: `answer` holds a list; write one text, in quotes where it has brackets or `: `

front: A
back: b
reverse: 1
! 6:12: `reverse` is neither true nor false; write `true` or `false`

front: A
back: b
draft:
! 6:9: `draft` is empty; write a value or take the key away

ask: A
answer: b
wrong: []
! 6:10: `wrong` is an empty list; write one line with `- ` for each entry

ask: A
answer: b
wrong:
! 6:9: `wrong` is empty; write its options, or take the key away beside one `answer`

ask: A
answer: b
wrong: c
! 6:10: `wrong` is no list; write one line with `- ` for each entry

ask: A
answer: b
wrong: {c: d}
! 6:10: `wrong` is no list; write one line with `- ` for each entry

ask: A
answer: b
wrong:
  - c
  -
! 8:6: an entry of `wrong` is empty; write a value or take the entry away

ask: A
answer: b
wrong:
  - c: d
    e: f
! 7:7: an entry of `wrong` has 2 keys; write `option: why it is wrong`, or put the text in quotes

ask: A
answer: b
wrong:
  - c:
! 7:9: the reason in an entry of `wrong` is empty; write the reason, or take the colon away

ask: A
answer: b
wrong:
  - [c]
! 7:7: an entry of `wrong` holds a list; write one text, in quotes where it has brackets or `: `

ask: A
answer: b
wrong: [b]
! 6:11: `b` stands here a second time; make it differ, or take it away

ask: A
answer: Genev
options: [Oslo, Geneva]
! 5:11: `Genev` is not among the options; write `Geneva`

ask: A
answer: Rome
options: [Oslo, Geneva]
! 5:11: `Rome` is not among the options; list it there, or write `wrong:` for `options:`

ask: A
answer: b
options: [b, c]
wrong: [c]
! 7:3: `wrong` has no place beside `options`; take it away, and list its options there

ask: A
answer: b
options: [b, c, 'c ']
! 6:19: `c` stands here a second time; make it differ, or take it away

ask: A
answer: b
options: [b]
! 6:12: no option is wrong; add a wrong one

ask: A
answer: b
options: []
! 6:12: `options` is an empty list; write one line with `- ` for each entry

ask: A
answer: b
options:
! 6:11: `options` is empty; write its options, or take the key away beside one `answer`

ask: A
answer: x
options: [b, [c], d]
! 6:16: an entry of `options` holds a list; write one text, in quotes where it has brackets or `: `

ask: A
answer: [b]
options: [b, c]
! 5:11: `answer` holds a list; write one text, in quotes where it has brackets or `: `

ask: A
answer: b
options:
  - c: it differs
  - b: it is right
! 8:7: the right option `b` has a reason why it is wrong; write it without one, and the reason as `why:`

ask: A
answers: [b, d, xyz]
options: [a, b, c, d]
! 5:19: `xyz` is not among the options; list it there, or write `wrong:` for `options:`

ask: A
answers: [b, c, b]
options: [b, c]
! 5:19: `b` stands here a second time; make it differ, or take it away
! 6:12: no option is wrong; add a wrong one

ask: A
options: [b, c]
! 4:3: a question of the kind choice needs `answer`; add `answer:`

ask: A
number: 95..85
! 5:11: the range `95..85` runs downwards; write `85..95`

ask: A
number: 5..5
! 5:11: the range `5..5` holds one number; write `5`

ask: A
number: 85-95
! 5:11: `85-95` is no number; write `85..95`

ask: A
number: 85 to 95
! 5:11: `85 to 95` is no number; write `85..95`

ask: A
number: 85...95
! 5:11: `85...95` is no number; write `85..95`

ask: A
number: 85..
! 5:11: `85..` is no number; write digits, with `.` before the decimals (language en)

ask: A
number: 85..95
tolerance: 1
! 6:3: `tolerance` has no place beside a range; take it away, and write a wider range where more is right

ask: A
number: 12.30
tolerance: 5 figures
! 6:14: `12.30` is written with 4 figures only; write `4 figures`, or more figures of the number

ask: A
number: 7
tolerance: 2 figures
! 6:14: `7` is written with 1 figure only; write `1 figure`, or more figures of the number

ask: A
number: 0
tolerance: 1 figure
! 6:14: 0 has no significant figures; write how far off is still right as a number, like `0.5`

ask: A
number: 123
tolerance: 0 figures
! 6:14: `0 figures` is no tolerance; write `1 figure`, or more

ask: A
number: 123
tolerance: 3 sig. figs
! 6:14: `3 sig. figs` is no tolerance; write `3 figures`

ask: A
number: 123
tolerance: 2 s.f.
! 6:14: `2 s.f.` is no tolerance; write `2 figures`

ask: A
answer: b
exact: maybe
! 6:10: `exact` is neither true nor false; write `true` or `false`

ask: A
number: 5
exact: true
! 6:3: `exact` has no place in a question of the kind number; it belongs to the kind text, cloze: take
!    it away, or change the other keys

ask: A
answer: b
wrong: [c d, 'c  d': e]
! 6:16: `c d` stands here a second time; make it differ, or take it away

ask: A
answers: [b, c]
wrong: [d, c]
! 6:14: `c` stands here a second time; make it differ, or take it away

ask: A
answers: [b, b]
wrong: [d]
! 5:16: `b` stands here a second time; make it differ, or take it away

ask: A
answers: [b: c]
wrong: [d]
! 5:13: an entry of `answers` holds a mapping; write one text, in quotes where it has brackets or `:
!    `

ask: A
order: [b]
! 5:10: `order` has one entry only; add another

ask: A
order: [b, c, b]
! 5:17: `b` stands here a second time; make it differ, or take it away

ask: A
match: {b: c}
! 5:10: `match` has one pair only; add another

ask: A
match: {b: c, d: c}
! 5:20: `c` stands here a second time; make it differ, or take it away

ask: A
match: {b c: c, 'b  c': d}
! 5:19: `b c` stands here a second time; make it differ, or take it away

ask: A
match: {b: c, b: d}
! 5:17: the key `b` stands here a second time; keep one of the two

ask: A
match: [b, c]
! 5:10: `match` is no mapping; write `left: right` for each pair

ask: A
match: {}
! 5:10: `match` is an empty mapping; write `left: right` for each pair

ask: A
match: {b: , d: e}
! 5:14: a right side of `match` is empty; write a value or take the entry away

ask: A
number:
! 5:10: `number` is empty; write a value

kind:
front: A
back: b
! 4:8: `kind` is empty; write a value or take the key away

ask: A
number: many
! 5:11: `many` is no number; write digits, with `.` before the decimals (language en)

ask: A
number: 5
tolerance: -1
! 6:14: `-1` is no tolerance; write a number like `5`, a share like `5%`, or `3 figures`

ask: A
date: 2024-13-45
! 5:9: `2024-13-45` is in no calendar; write the year, the month from 1 to 12, then the day, like `2021-12-17`

cloze: no hole
! 4:10: the sentence has no hole; put braces around an answer, like `{Geneva}`

cloze: 'a {} b'
! 4:13: a hole is empty; write the answer between the braces

cloze: 'a { } b'
! 4:13: a hole is empty; write the answer between the braces

cloze: 'a {::b} c'
! 4:13: a hole has a hint and no answer; write the answer before `::`, like `{Geneva::a city}`

cloze: 'a {b|} c'
! 4:13: a hole has an empty answer; write an answer before and after each `|`

cloze: 'a {b::} c'
! 4:13: a hole has an empty hint; write the hint behind `::`, or take `::` away

cloze: 'a {b c'
! 4:13: a `{` has no `}`; close the hole, or write `\{` for a brace of the sentence

cloze: 'a {{b}} c'
! 4:13: a hole has one pair of braces; write `{b}`

cloze: 'a {b{c}} c'
! 4:13: a `{` has no `}`; close the hole, or write `\{` for a brace of the sentence

cloze: 'a {'
! 4:13: a `{` has no `}`; close the hole, or write `\{` for a brace of the sentence

cloze: 'a } {b}'
! 4:13: a `}` closes no hole; write `\}` for a brace of the sentence

cloze: [a]
! 4:10: `cloze` holds a list; write one text, in quotes where it has brackets or `: `

id: a/b
front: A
back: b
! 4:7: `a/b` cannot be an id; use letters, digits, `-`, `_` and `.`, at most 80

id: 'a#b'
front: A
back: b
! 4:7: `a#b` cannot be an id; use letters, digits, `-`, `_` and `.`, at most 80

id: é b
front: A
back: b
! 4:7: `é b` cannot be an id; use letters, digits, `-`, `_` and `.`, at most 80

id:
front: A
back: b
! 4:6: `id` is empty; write a value or take the key away

front: A
back: b
group: "a\nb"
! 6:10: `group` is no short text; write at most 80 characters on one line

front: A
back: b
tags: {a: b}
! 6:9: `tags` holds a mapping; write one text, in quotes where it has brackets or `: `

front: A
back: b
tags: [a, ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt]
! 6:13: an entry of `tags` is no short text; write at most 80 characters on one line

front: A
back: b
source: account.md
! 6:11: `source` is no mapping; write `paragraph:` and `quote:` below it

front: A
back: b
source: {}
! 6:11: `source` is an empty mapping; write `paragraph:` and `quote:` below it

front: A
back: b
source:
! 6:10: `source` is empty; write a value or take the key away

front: A
back: b
source:
  paragraf: 1
  quote: q
  paragraph: 0
! 7:5: `paragraf` is no key of a source; keep one of it and `paragraph`, which stands here already
! 9:16: `paragraph` is no whole number from 1; write its number in digits

front: A
back: b
source:
  paragraph:
  why: c
! 7:15: `paragraph` is empty; write a value or take the key away
! 8:5: `why` has no place in a source; it belongs to a question, beside its prompt

front: A
back: b
source: {paragraph: [4, 6, 9], quote: b}
! 6:23: `paragraph` holds a list; write `paragraph: 4`, and `also: [6, 9]` beside it

front: A
back: b
source: {paragraph: [4]}
! 6:23: `paragraph` holds a list; write `paragraph: 4`

front: A
back: b
source: {paragraph: 4, also: [6, 4, x, 6]}
! 6:36: paragraph 4 is cited twice; take it away here
! 6:39: an entry of `also` is no whole number from 1; write its number in digits
! 6:42: paragraph 6 is cited twice; take it away here

front: A
back: b
source:
  quote: b
  also: 6
! 8:11: `also` stands without `paragraph`; write the one with the quote as `paragraph:`

front: A
back: b
source: {paragraph: {a: b}, also: []}
! 6:23: `paragraph` is no whole number from 1; write its number in digits
! 6:37: `also` is an empty list; write one line with `- ` for each entry

front: A
back: b
source: {document: /etc/passwd}
! 6:22: `document` is an absolute path; write it as seen from the folder of the bank

front: A
back: b
source: {document: 'C:\x'}
! 6:22: `document` is an absolute path; write it as seen from the folder of the bank

front: A
back: b
source: {document: "a\nb"}
! 6:22: `document` has more than one line; write one path

front: A
back: b
back: c
! 6:3: the key `back` stands here a second time; keep one of the two

front: A
back: &x b
! 5:9: an anchor (`&`) stands here; take it away, or put the text in quotes

front: A
back: *x
! 5:9: an alias (`*`) stands here; write the value out, or put the text in quotes

front: A
back: !!int 5
! 5:9: a tag (`!`) stands here; take it away, or put the text in quotes

front: A
back: b
tags: &t [c]
! 6:9: an anchor (`&`) stands here; take it away, or put the text in quotes

front: A
&k back: b
! 5:3: an anchor (`&`) stands here; take it away, or put the text in quotes

front: A
back: b
? [x]
: c
! 6:5: a key has to be a text; put the text in quotes

front: A
back: b
*x : c
! 6:3: a key has to be a text; put the text in quotes

front: A
back: b
'': c
! 6:3: a key is empty; write a key before the colon

front: A
back: b
<<: {why: c}
! 6:3: merge keys (`<<`) are not used; write the keys out

front: A
back: b
tags: [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]
! 6:10: an entry of `tags` holds a list; write one text, in quotes where it has brackets or `: `
! 6:26: there are more than 20 levels here; write it flatter

ask: *x
answer: *x
accept: *x
! 4:8: an alias (`*`) stands here; write the value out, or put the text in quotes
! 5:11: an alias (`*`) stands here; write the value out, or put the text in quotes
! 6:11: an alias (`*`) stands here; write the value out, or put the text in quotes

claim: A
answer: *x
source: *x
! 5:11: an alias (`*`) stands here; write the value out, or put the text in quotes
! 6:11: an alias (`*`) stands here; write the value out, or put the text in quotes

ask: A
answers: *x
wrong: [*x]
! 5:12: an alias (`*`) stands here; write the value out, or put the text in quotes
! 6:11: an alias (`*`) stands here; write the value out, or put the text in quotes
"""


@pytest.mark.parametrize("case", cases(IN_QUESTIONS), ids=lambda case: case.written)
def test_a_faulty_question_is_told_and_left_out_alone(case: Case) -> None:
    reading = with_question(case.written)
    assert problems(reading) == case.told
    assert prompts(reading) == ["sound"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            f"ask: A\nnumber: {'9' * 5000}",
            f"5:11: `{'9' * 59}…` is no number; write digits, with `.` before the decimals (language en)",
        ),
        (
            f"front: A\nback: b\n{'k' * 201}: c",
            f"6:3: the key `{'k' * 59}…` is longer than 200 characters; shorten it",
        ),
        (
            f"front: A\nback: {'x' * (MAX_TEXT + 1)}",
            "5:9: `back` is longer than 10,000 characters; shorten it",
        ),
        (
            f"ask: A\nanswer: b\naccept: [{'x,' * (MAX_ENTRIES + 2)}]",
            f"6:{12 + 2 * MAX_ENTRIES}: there are more than 1000 entries; shorten the list",
        ),
        (
            "ask: a\nmatch:\n"
            + "\n".join(f"  k{n}: v{n}" for n in range(MAX_ENTRIES + 3))
            + "\nwhy: because",
            "1006:5: there are more than 1000 entries; shorten the list",
        ),
    ],
)
def test_what_is_beyond_a_limit_is_told_and_left_out_alone(written: str, told: str) -> None:
    reading = with_question(written)
    assert problems(reading) == [told]
    assert prompts(reading) == ["sound"]


def test_of_many_answers_that_are_no_options_a_few_are_told_what_is_meant() -> None:
    reading = with_question("ask: A\nanswers: [aaa1, bbb1, ccc1, ddd1]\noptions: [aaa, bbb, ccc, ddd, e]")
    cures = [problem.cure for problem in reading.problems]
    assert cures == [
        "write `aaa`",
        "write `bbb`",
        "write `ccc`",
        "list it there, or write `wrong:` for `options:`",
    ]


def test_long_answers_are_not_compared() -> None:
    long = "x" * 81
    for answer, option in ((long, "x" * 79), ("x" * 79, long)):
        (problem,) = with_question(f"ask: A\nanswer: {answer}\noptions: [{option}, b]").problems
        assert problem.cure == "list it there, or write `wrong:` for `options:`"


def test_a_cloze_of_too_many_holes_is_told() -> None:
    cure = "make several questions of it"
    assert problems(with_question(f"cloze: '{'{a}' * 100}'")) == []
    assert problems(with_question(f"cloze: '{'{a}' * 101}'")) == [
        f"4:10: the sentence has more than 100 holes; {cure}"
    ]


def test_what_is_at_a_limit_is_sound() -> None:
    reading = with_question(
        f"ask: {'x' * MAX_TEXT}\nanswer: b\naccept: [{'x,' * MAX_ENTRIES}]\nid: {'i' * 80}"
    )
    assert problems(reading) == []
    assert len(prompts(reading)) == 2


IN_HEADS = r"""
title:
! 2:7: `title` is empty; write a value

titel: T
! 2:1: `titel` is no key of a bank; write `title`

title: T
ask: A
! 3:1: `ask` has no place in a bank; it belongs to a question, beside its prompt

title: T
hint: h
! 3:1: `hint` has no place in a bank; it belongs to a question, beside its prompt

title: T
language: english please
! 3:11: `english please` is no language code; write one like `en` or `de-CH`

title: T
source: /a.md
! 3:9: `source` is an absolute path; write it as seen from the folder of the bank

title: T
id: a//b
! 3:5: `a//b` cannot name a bank; use ids with `/` between them

title: T
tags: [*a]
! 3:8: an alias (`*`) stands here; write the value out, or put the text in quotes

title: T
title: U
! 3:1: the key `title` stands here a second time; keep one of the two

title: T
<<: {a: b}
! 3:1: merge keys (`<<`) are not used; write the keys out

title: T
? [a]
: b
! 3:3: a key has to be a text; put the text in quotes
"""


@pytest.mark.parametrize("case", cases(IN_HEADS), ids=lambda case: case.written)
def test_a_fault_of_the_head_leaves_the_questions(case: Case) -> None:
    reading = read(f"quiz: 1\n{case.written}\nquestions:\n{SOUND}")
    assert problems(reading) == case.told
    assert prompts(reading) == ["sound"]
