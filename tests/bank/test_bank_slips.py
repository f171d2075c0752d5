"""Slips that people make when they write questions: told once, at their place, with what is meant."""

from __future__ import annotations

import pytest
from fault_tables import HEAD, SOUND, Case, cases, problems, prompts, read

from quiz.bank.suggest import SYNONYMS, meant, nearest


@pytest.mark.parametrize(
    ("word", "names", "expected"),
    [
        ("question", ("ask", "questions"), "ask"),
        ("Question", ("ask", "front"), "ask"),
        ("question", ("front", "back"), "front"),
        ("Correct_Answer", ("answer", "answers"), "answer"),
        ("wrong-answers", ("answers", "wrong"), "wrong"),
        ("Answer", ("back", "answer"), "answer"),
        (" answer ", ("answer",), "answer"),
        ("xyzzy", ("ask", "answer"), None),
        ("question", (), None),
    ],
)
def test_a_word_means_the_key_that_it_names_in_other_words(
    word: str, names: tuple[str, ...], expected: str | None
) -> None:
    assert meant(word, names) == expected


def test_a_word_has_no_other_meaning_where_it_is_a_key_itself() -> None:
    for word in SYNONYMS:
        assert meant(word, ("ask", word)) == word


def test_swapped_letters_win_over_another_letter() -> None:
    assert nearest("hnit", ("unit", "hint")) == nearest("hnit", ("hint", "unit")) == "hint"


SLIPS = """
question: A
answer: b
! 4:3: `question` is no key of a question of the kind text; write `ask`

q: A
a: b
! 4:3: `q` is no key of a question of the kind text; write `ask`
! 5:3: `a` is no key of a question of the kind text; write `answer`

question: A
options: [b]
correct: c
! 4:3: `question` is no key of a question of the kind choice; write `ask`
! 6:3: `correct` is no key of a question of the kind choice; write `answer`

ask: A
choices: [b, c]
answer: c
! 5:3: `choices` is no key of a question of the kind choice; write `options`

ask: A
distractors: [b]
answer: c
! 5:3: `distractors` is no key of a question of the kind choice; write `wrong`

term: A
definition: b
! 4:3: `term` is no key of a question of the kind recall; write `front`
! 5:3: `definition` is no key of a question of the kind recall; write `back`

ask: A
question: B
answer: c
! 5:3: `question` is no key of a question of the kind text; keep one of it and `ask`, which stands
!    here already

pytanie: A
answer: b
! 4:3: `pytanie` is no key of a question of the kind text; write `ask`, which is missing here, if
!    that is meant; the keys here are ask, answer, accept, exact, reverse, id, kind, why, hint, tags, source,
!    group, shuffle, draft

pytanie: A
ask: B
answer: c
! 4:3: `pytanie` is no key of a question of the kind text; take it away; the keys here are ask,
!    answer, accept, exact, reverse, id, kind, why, hint, tags, source, group, shuffle, draft

langage: A
ask: B
answer: c
! 4:3: `langage` is no key of a question of the kind text; take it away; the keys here are ask,
!    answer, accept, exact, reverse, id, kind, why, hint, tags, source, group, shuffle, draft

front: A
b\u0430ck: b
! 5:3: `b\u0430ck` is no key of a question of the kind recall, for it holds U+0430 (CYRILLIC SMALL
!    LETTER A); write `back`

front: A
back: b
? "w\\x85hy"
: c
! 6:5: `w\ufffdhy` is no key of a question of the kind recall, for it holds U+0085; write `why`

front: A
back: b
why\u2003: c
! 6:3: the key `why` has the space U+2003 (EM SPACE) beside it; write plain spaces in its place, or
!    none

front: A
back: !important
! 5:9: a tag (`!`) stands here; take it away, or put the text in quotes

front: A
back: &amp
! 5:9: an anchor (`&`) stands here; take it away, or put the text in quotes

front: A
back: b
source: 12
! 6:11: `source` is no mapping; write `{paragraph: 12}`

front: A
back: b
source: a.md
! 6:11: `source` is no mapping; write `paragraph:` and `quote:` below it

front: A
back: b
source: {paragraf: x}
! 6:12: `paragraf` is no key of a source; write `paragraph`
! 6:22: `paragraf` is no whole number from 1; write its number in digits

front: A
back: b
source: {paragraf: }
! 6:12: `paragraf` is no key of a source; write `paragraph`

{ask: A, number: 90,000}
! 4:23: a comma ends `90,000` too early; put it in quotes: `"90,000"`

{ask: A, answer: b, c, or d}
! 4:23: a comma ends `b, c, or d` too early; put it in quotes: `"b, c, or d"`

{ask: A, answer: b,  c}
! 4:24: a comma ends `b, c` too early; put the whole text of `answer` in quotes

{ask: A, answer: a "b", c}
! 4:27: a comma ends `a "b", c` too early; put the whole text of `answer` in quotes

{ask: A, number: 90,000,000}
! 4:23: a comma ends `90,000` too early; put the whole text of `number` in quotes

{front: A, back: b, source: {quote: c, d}}
! 4:42: a comma ends `c, d` too early; put it in quotes: `"c, d"`

{front: A, bakc}
! 4:14: `bakc` is no key of a question of the kind recall; write `back`

{xyzzy, front: A, back: b}
! 4:4: `xyzzy` is no key of a question of the kind recall; take it away; the keys here are front,
!    back, reverse, id, kind, why, hint, tags, source, group, shuffle, draft

{front: "A", xyzzy, back: b}
! 4:16: `xyzzy` is no key of a question of the kind recall; take it away; the keys here are front,
!    back, reverse, id, kind, why, hint, tags, source, group, shuffle, draft

id:a
! 4:3: the question has no keys; write a space behind the colon of `id:`

cloze: In {{c1::Geneva}} it is
! 4:13: a hole has one pair of braces; write `{Geneva}`

cloze: In {{c12::Geneva::a city}} it is
! 4:13: a hole has one pair of braces; write `{Geneva::a city}`

cloze: In {{Geneva} it is
! 4:13: a hole has one pair of braces; write them as in `{Geneva}`

cloze: In {{c1::}} it is
! 4:13: a hole has one pair of braces; write them as in `{Geneva}`
"""


@pytest.mark.parametrize("case", cases(SLIPS), ids=lambda case: case.written)
def test_a_slip_is_told_once_with_what_is_meant(case: Case) -> None:
    entry = case.written.replace("\n", "\n  ")
    reading = read(f"{HEAD}- {entry}\n{SOUND}")
    assert problems(reading) == case.told
    assert prompts(reading) == ["sound"]


def test_keys_that_nobody_knows_are_not_to_be_taken_away_where_the_question_has_no_others() -> None:
    found = problems(read(f"{HEAD}- pytanie: A\n  odpowiedz: b\n"))
    assert [one[:4] for one in found] == ["4:3:", "5:3:"]
    for told in found:
        assert "is no key of a question; write the key that is meant, such as `ask` or `answer`; the" in told


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("- {}: A\n", (4, 3)),
        ("- ask: A\n  answer: b\n  wrong: [{}: c]\n", (6, 11)),
        ("- ask: A\n  match:\n    {}: b\n", (6, 5)),
        ("- ask: A\n  match:\n    {}: b\n    c: d\n", (6, 5)),
    ],
)
def test_a_key_that_is_too_long_is_told_once(written: str, place: tuple[int, int]) -> None:
    (only,) = read(HEAD + written.format("x" * 201)).problems
    assert only.location[1:] == place
    assert only.code == "too-much"


def test_yes_in_quotes_is_a_text() -> None:
    reading = read(f'{HEAD}- ask: A\n  answer: "yes"\n')
    assert (problems(reading), prompts(reading)) == ([], ["A"])


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("'in {Bern'", 14),
        ('"in {Bern"', 14),
        ("in {Bern", 13),
        ("in {Bern} }", 20),
        ("in {Bern} {}", 20),
        ("'  in {Bern'", 16),
        ("'it''s in {Bern'", 20),
        ('"\\x41 {Bern"', 16),
        ("'no hole'", 10),
    ],
)
def test_a_hole_is_told_at_its_brace_where_the_place_is_certain(written: str, column: int) -> None:
    (problem,) = read(f"{HEAD}- cloze: {written}\n").problems
    assert problem.location[1:] == (4, column)


@pytest.mark.parametrize(
    ("language", "code"),
    [("English", "en"), ("deutsch", "de"), ("Español", "es"), ("de_DE", "de-DE"), ("latin", "la")],
)
def test_a_language_that_has_a_code_is_told_with_it_and_read_as_it(language: str, code: str) -> None:
    reading = read(f"quiz: 1\ntitle: T\nlanguage: {language}\nquestions:\n{SOUND}")
    assert problems(reading) == [f"3:11: `{language}` is no language code; write `{code}`"]
    assert reading.bank is not None
    assert reading.bank.language == code


@pytest.mark.parametrize("language", ["Klingon", "engl", "x", "de-", "en-abcdefghi", f"en{'-abc' * 30}"])
def test_a_language_without_a_code_is_told(language: str) -> None:
    (problem,) = read(f"quiz: 1\ntitle: T\nlanguage: {language}\nquestions:\n{SOUND}").problems
    assert problem.location[1:] == (3, 11)
    assert problem.cure == "write one like `en` or `de-CH`"


@pytest.mark.parametrize("language", ["de", "gsw", "zh-Hant-TW", "de-CH-1996"])
def test_codes_of_languages_are_taken(language: str) -> None:
    assert problems(read(f"quiz: 1\ntitle: T\nlanguage: {language}\nquestions:\n{SOUND}")) == []
