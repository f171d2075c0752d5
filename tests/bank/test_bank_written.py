"""Questions with the places of all that is written in them, sound or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank import Writing, Written, read_text, read_writing
from quiz.card import cards_of

if TYPE_CHECKING:
    from quiz.question import Location

HEAD = "quiz: 1\ntitle: T\nquestions:\n"
QUESTION = """\
- id: venue
  ask: >-
    Which city
    is it?
  answer: Geneva  # on the lake
  wrong:
    - Vienna: It lies on a river.
    - 'Oslo'
    - {"Bern": "It is the capital."}
  tags: [caf\u00e9, \u718a, z]
  source:
    paragraph: 3
    quote: |
      the lake
- ask: B
  match: {c: d, "e": f}
"""


def read(text: str) -> Writing:
    return read_writing(text.encode(), "b.yaml", "k")


def first(body: str = QUESTION) -> Written:
    return read(HEAD + body).written[0]


def place(location: Location) -> tuple[int, int]:
    assert location.path == "b.yaml"
    return location.line, location.column


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((), (4, 3)),
        (("id",), (4, 7)),
        (("ask",), (5, 8)),
        (("answer",), (8, 11)),
        (("wrong",), (10, 5)),
        (("wrong", 0), (10, 7)),
        (("wrong", 0, 0), (10, 15)),
        (("wrong", 0, "Vienna"), (10, 15)),
        (("wrong", 1), (11, 7)),
        (("wrong", 2, 0), (12, 16)),
        (("tags", 1), (13, 16)),
        (("tags", 2), (13, 19)),
        (("source",), (15, 5)),
        (("source", "paragraph"), (15, 16)),
        (("source", "quote"), (16, 12)),
    ],
)
def test_a_value_is_where_it_begins(steps: tuple[str | int, ...], expected: tuple[int, int]) -> None:
    assert place(first().at(*steps)) == expected


@pytest.mark.parametrize(
    ("steps", "nearest"),
    [
        (("why",), (4, 3)),
        (("why", 0), (4, 3)),
        (("wrong", 7), (10, 5)),
        (("wrong", 0, "Bern"), (10, 7)),
        (("wrong", "Vienna"), (10, 5)),
        (("wrong", 1, 0), (11, 7)),
        (("answer", 0), (8, 11)),
        (("source", "document"), (15, 5)),
    ],
)
def test_what_is_not_there_is_where_the_nearest_one_is(
    steps: tuple[str | int, ...], nearest: tuple[int, int]
) -> None:
    assert place(first().at(*steps)) == nearest
    assert first().value(*steps) is None
    assert first().written(*steps) is None
    assert not first().is_plain(*steps)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("id",), (4, 3)),
        (("ask",), (5, 3)),
        (("wrong",), (9, 3)),
        (("wrong", 0, 0), (10, 7)),
        (("wrong", 0, "Vienna"), (10, 7)),
        (("wrong", 2, 0), (12, 8)),
        (("source", "quote"), (16, 5)),
        ((0,), (4, 3)),
        ((2,), (8, 3)),
        (("why",), (4, 3)),
        (("wrong", 1), (11, 7)),
        (("source", "document"), (15, 5)),
    ],
)
def test_a_key_is_where_it_is_written(steps: tuple[str | int, ...], expected: tuple[int, int]) -> None:
    assert place(first().key(*steps)) == expected


def test_pairs_are_found_by_number_and_by_their_left_side() -> None:
    match = read(HEAD + QUESTION).written[1]
    assert place(match.at("match", 0)) == place(match.at("match", "c")) == (19, 14)
    assert place(match.key("match", 1)) == place(match.key("match", "e")) == (19, 17)
    assert match.written("match", 1) == "f"


def test_options_are_told_with_their_places_right_ones_first() -> None:
    written = first()
    assert written.options() == (
        ("Geneva", ("answer",)),
        ("Vienna", ("wrong", 0)),
        ("Oslo", ("wrong", 1)),
        ("Bern", ("wrong", 2)),
    )
    several = first("- {ask: A, answers: [b, c], wrong: [d]}\n")
    assert [place(several.at(*steps)) for _, steps in several.options()] == [(4, 22), (4, 25), (4, 37)]


def test_wrong_options_are_found_where_all_are_listed() -> None:
    written = first("- {ask: A, answer: b, options: [c, b, d: e]}\n")
    assert written.options() == (("b", ("answer",)), ("c", ("options", 0)), ("d", ("options", 2)))
    several = first("- {ask: A, answers: [c, b], options: [a, b, c, d]}\n")
    assert [place(several.at(*steps)) for _, steps in several.options()] == [
        (4, 22),
        (4, 25),
        (4, 39),
        (4, 48),
    ]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("- {ask: A, answer: c, options: [[a], c, d]}\n", [("answer",), ("options", 2)]),
        ("- {ask: A, answer: c, options: [d, c, d]}\n", [("answer",), ("options", 0)]),
        ("- {ask: A, answer: c, options: [c, d], wrong: [e]}\n", [("answer",), ("options", 1)]),
    ],
)
def test_faulty_options_keep_their_places(body: str, places: list[tuple[str | int, ...]]) -> None:
    assert [steps for _, steps in first(body).options()] == places


def test_other_kinds_have_no_options_to_place() -> None:
    assert first("- {ask: A, order: [b, c]}\n").options() == ()


def test_a_scalar_is_given_as_it_is_read_before_it_is_trimmed() -> None:
    written = first()
    assert written.written("ask") == "Which city is it?"
    assert written.written("wrong", 0, 0) == "It lies on a river."
    assert written.written("source", "quote") == "the lake\n"
    assert written.written("source", "paragraph") == "3"
    assert written.written("tags") is None


def test_plain_is_what_has_no_quotes_and_is_no_block() -> None:
    written = first()
    assert written.is_plain("answer")
    assert written.is_plain("wrong", 0, 0)
    assert not written.is_plain("wrong", 1)
    assert not written.is_plain("ask")
    assert not written.is_plain("tags")


def test_keys_of_the_bank_are_told_with_their_places() -> None:
    writing = read("# c\nquiz: 1\n\ntitle: T\ntitle: U\nxyz: a\nquestions: []\n")
    assert {name: place(where) for name, where in writing.keys.items()} == {
        "quiz": (2, 1),
        "title": (4, 1),
        "xyz": (6, 1),
        "questions": (7, 1),
    }


@pytest.mark.parametrize("text", ["", "- a\n", "a: b\n", "quiz: 2\n", "\0a\0b", "quiz: 1\ntitle: a: b\n"])
def test_what_is_no_bank_has_nothing_written(text: str) -> None:
    writing = read(text)
    assert writing.bank is None
    assert writing.written == ()
    assert writing.problems


def test_sound_questions_are_those_of_the_bank() -> None:
    body = (
        "- {front: a, back: b}\n- {front: a!, back: c}\n- {frond: d, back: e}\n- {front: f, back: g, why: }\n"
    )
    writing = read(HEAD + body)
    assert writing.bank is not None
    assert [one.question for one in writing.written if one.sound] == list(writing.bank.questions)
    assert [one.question.id.partition("-")[0] for one in writing.written if one.sound] == ["a", "a"]


@pytest.mark.parametrize(
    "body",
    [
        "- {front: a, back: b, xyz: c}\n",
        "- {front: a, back: b, tolerance: 1}\n",
        "- {ask: a, answer: b, wrong: [b]}\n",
        "- {ask: a, answer: no}\n",
        "- {ask: a, answer: b, options: [b]}\n",
        "- {ask: a, answer: b, options: [c, d]}\n",
        "- {ask: a, answers: [b], options: [b, [c]]}\n",
        "- {ask: a, number: 95..85}\n",
        "- {ask: a, number: 5, tolerance: 2 figures}\n",
        "- {ask: a, order: [b]}\n",
        "- {ask: a, match: {b: c}}\n",
        "- {front: a, back: b, back: c}\n",
        "- {front: a, back: b, tags: [*x]}\n",
        "- {ask: a, answer: b, kind: txet}\n",
    ],
)
def test_a_faulty_question_of_which_something_can_be_made_is_kept(body: str) -> None:
    writing = read(HEAD + body)
    assert writing.problems
    (written,) = writing.written
    assert not written.sound
    assert written.question.ask == "a"
    assert place(written.question.location) == (4, 3)
    assert writing.bank is not None
    assert writing.bank.questions == ()


def test_the_second_question_with_an_id_is_kept_as_a_faulty_one() -> None:
    writing = read(f"{HEAD}- {{id: x, front: a, back: b}}\n- {{id: x, front: c, back: d}}\n")
    assert [(one.question.id, one.sound) for one in writing.written] == [("x", True), ("x", False)]


def test_the_same_question_without_an_id_is_not_kept_twice() -> None:
    writing = read(HEAD + 2 * "- {front: a, back: b}\n")
    assert len(writing.written) == 1


@pytest.mark.parametrize(
    "body",
    [
        "- {ask: a}\n",
        "- {ask: a, anwser: b}\n",
        "- {aks: a, answer: b}\n",
        "- {ask: a, answer: [b]}\n",
        "- {ask: a, answer: }\n",
        "- {ask: a, number: many}\n",
        "- {ask: a, answer: [b], options: [b, c]}\n",
        "- {ask: a, number: 5..}\n",
        "- {ask: a, date: never}\n",
        "- {cloze: a}\n",
        "- {cloze: 'a {b'}\n",
        "- {ask: a, answer: b, wrnog: [c]}\n",
        "- {claim: a, answer: maybe}\n",
        "- a\n",
        "- *x\n",
    ],
)
def test_a_question_that_lacks_what_its_kind_needs_is_not_kept(body: str) -> None:
    writing = read(HEAD + body)
    assert writing.problems
    assert writing.written == ()


ENTRIES = st.sampled_from(
    [
        "ask: a",
        "aks: b",
        "answer: c",
        "anwser: d",
        "answer: [e]",
        "answer: yes",
        "wrong: [f]",
        "wrong: []",
        "options: [c, f]",
        "options: [t, {u: v}]",
        "options: [t, [c]]",
        "exact: true",
        "number: 5..7",
        "tolerance: 2 figures",
        "claim: g",
        "front: h",
        "back: i",
        "cloze: 'j {k}'",
        "cloze: l",
        "number: 5",
        "number: many",
        "date: never",
        "date: 2021",
        "order: [m, n]",
        "match: {o: p, q: r}",
        "match: [s]",
        "answers: [t]",
        "id: u",
        "id: v w",
        "tags: [x]",
        "kind: text",
        "kind: cloze",
        "reverse: true",
        "source: {paragraph: 0}",
    ]
)


@given(st.lists(st.lists(ENTRIES, min_size=1, max_size=5, unique=True), max_size=4))
def test_whatever_is_kept_can_be_asked_and_reads_as_without_places(entries: list[list[str]]) -> None:
    text = HEAD + "".join(f"- {{{', '.join(entry)}}}\n" for entry in entries)
    writing = read(text)
    reading = read_text(text.encode(), "b.yaml", "k")
    assert (writing.bank, writing.problems) == (reading.bank, reading.problems)
    assert writing.bank is not None
    sound = [one.question for one in writing.written if one.sound]
    assert sound == list(writing.bank.questions)
    for written in writing.written:
        question = written.question
        assert (question.why_wrong("x"), question.leeway()) is not None
        assert isinstance(question.options(), tuple)
        for card in cards_of("k", question):
            assert card.prompt
            assert isinstance(card.right, str)
            assert isinstance(card.accepted, tuple)


def test_a_language_that_stands_below_the_questions_counts() -> None:
    writing = read("quiz: 1\ntitle: T\nquestions:\n- {ask: a, number: '1,5'}\nlanguage: de\ntags: [t]\n")
    assert writing.problems == ()
    (written,) = writing.written
    assert written.question.tags == ("t",)
    assert written.sound
    assert list(writing.keys) == ["quiz", "title", "questions", "language", "tags"]
