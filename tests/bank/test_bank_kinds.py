"""The format, kind by kind: what a person writes, and the question that it gives."""

from __future__ import annotations

import textwrap
from decimal import Decimal
from typing import Any

import pytest

from quiz.bank import Reading, read_text
from quiz.card import Bank
from quiz.quantity import Figures, PartialDate, Tolerance
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Hole,
    Kind,
    Location,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    RecallQuestion,
    SeveralQuestion,
    Source,
    TextQuestion,
    TrueFalseQuestion,
    Wrong,
)

HEAD = "quiz: 1\ntitle: T\n"


def read(text: str) -> Reading:
    return read_text(text.encode(), "b.yaml", "k")


def sound(text: str) -> Bank:
    reading = read(text)
    assert [str(problem) for problem in reading.problems] == []
    assert reading.bank is not None
    return reading.bank


def one(question: str, head: str = HEAD) -> Question:
    """The question of a bank that holds it alone, written as keys."""
    (found,) = sound(
        f"{head}questions:\n  - id: q\n{textwrap.indent(textwrap.dedent(question), '    ')}\n"
    ).questions
    return found


CASES: list[tuple[str, type[Question], dict[str, Any]]] = [
    ("ask: A?\nanswer: b", TextQuestion, {"answer": "b", "accept": ()}),
    ("ask: A?\nanswer: b\naccept: c", TextQuestion, {"accept": ("c",)}),
    (
        "ask: A?\nanswer: b\naccept: [c, d]\nreverse: yes",
        TextQuestion,
        {"accept": ("c", "d"), "reverse": True},
    ),
    ("ask: A?\nanswer: b\nexact: yes", TextQuestion, {"answer": "b", "exact": True}),
    ("ask: A?\nanswer: b\nexact: false", TextQuestion, {"exact": False}),
    ("cloze: a {b}\nexact: true", ClozeQuestion, {"ask": "a b", "exact": True}),
    ("kind: text\nask: A?\nanswer: true", TextQuestion, {"answer": "true"}),
    ("ask: A?\nanswer: 'true'", TextQuestion, {"answer": "true"}),
    (
        "ask: A?\nanswer: b\nwrong:\n- c\n- d: not\n- {e: never}",
        ChoiceQuestion,
        {"answer": "b", "wrong": (Wrong("c", None), Wrong("d", "not"), Wrong("e", "never"))},
    ),
    ("ask: A?\nanswer: yes\nwrong: [no]", ChoiceQuestion, {"answer": "yes", "wrong": (Wrong("no", None),)}),
    (
        "ask: A?\nanswer: medium\noptions: [small, medium, large: too much]",
        ChoiceQuestion,
        {
            "answer": "medium",
            "wrong": (Wrong("small", None), Wrong("large", "too much")),
            "listed": ("small", "medium", "large"),
        },
    ),
    (
        "ask: A?\nanswer: 'The  Hague'\noptions: [Rome, The Hague]",
        ChoiceQuestion,
        {"answer": "The Hague", "wrong": (Wrong("Rome", None),), "listed": ("Rome", "The Hague")},
    ),
    (
        "ask: A?\nanswers: [d, b]\noptions: [a, b, c, d]",
        SeveralQuestion,
        {
            "answers": ("d", "b"),
            "wrong": (Wrong("a", None), Wrong("c", None)),
            "listed": ("a", "b", "c", "d"),
        },
    ),
    ("claim: A.\nanswer: true", TrueFalseQuestion, {"ask": "A.", "answer": True}),
    ("claim: A.\nanswer: No", TrueFalseQuestion, {"answer": False}),
    ("claim: A.\nanswer: 'YES'", TrueFalseQuestion, {"answer": True}),
    (
        "ask: A?\nnumber: 90,000\ntolerance: 5%\nunit: men",
        NumberQuestion,
        {
            "value": Decimal(90000),
            "written": "90,000",
            "tolerance": Tolerance(Decimal("0.05"), relative=True),
            "unit": "men",
        },
    ),
    (
        "ask: A?\nnumber: 1.10\ntolerance: 5",
        NumberQuestion,
        {"value": Decimal("1.10"), "written": "1.10", "tolerance": Tolerance(Decimal(5), relative=False)},
    ),
    (
        "ask: A?\nnumber: 85..95\nunit: men",
        NumberQuestion,
        {
            "value": Decimal(85),
            "upper": Decimal(95),
            "written": "85..95",
            "tolerance": None,
            "unit": "men",
        },
    ),
    (
        "ask: A?\nnumber: -1.5 .. 2,000",
        NumberQuestion,
        {"value": Decimal("-1.5"), "upper": Decimal(2000)},
    ),
    (
        "ask: A?\nnumber: 3.1416\ntolerance: 3 figures",
        NumberQuestion,
        {"value": Decimal("3.1416"), "upper": None, "tolerance": Figures(3)},
    ),
    ("ask: A?\nnumber: 300,000\ntolerance: 1 figure", NumberQuestion, {"tolerance": Figures(1)}),
    ("ask: A?\ndate: 2021", DateQuestion, {"date": PartialDate(2021, None, None)}),
    ("ask: A?\ndate: 2021-12", DateQuestion, {"date": PartialDate(2021, 12, None)}),
    ("ask: A?\ndate: 2021-12-17", DateQuestion, {"date": PartialDate(2021, 12, 17)}),
    (
        "ask: A?\nanswers: [a, b]\nwrong: [c: why]",
        SeveralQuestion,
        {"answers": ("a", "b"), "wrong": (Wrong("c", "why"),)},
    ),
    (
        "cloze: 'They met in {Geneva|Genf::a city} in {June}.'",
        ClozeQuestion,
        {
            "ask": "They met in Geneva in June.",
            "pieces": (
                "They met in ",
                Hole(("Geneva", "Genf"), "a city"),
                " in ",
                Hole(("June",), None),
                ".",
            ),
        },
    ),
    (
        r"cloze: 'The set \{1, 2\} has {two} parts, C:\x stays.'",
        ClozeQuestion,
        {
            "ask": "The set {1, 2} has two parts, C:\\x stays.",
            "pieces": ("The set {1, 2} has ", Hole(("two",), None), " parts, C:\\x stays."),
        },
    ),
    (
        r"cloze: '{a}{ b | b |c\}::d \{ }'",
        ClozeQuestion,
        {"pieces": (Hole(("a",), None), Hole(("b", "c}"), "d {"))},
    ),
    ("ask: A?\norder: [1, 2, 3]", OrderQuestion, {"items": ("1", "2", "3")}),
    ("ask: A?\nmatch: {a: b, c: d}", MatchQuestion, {"pairs": (("a", "b"), ("c", "d"))}),
    ("front: A\nback: B", RecallQuestion, {"ask": "A", "back": "B", "reverse": False}),
    ("front: A\nback: B\nreverse: TRUE", RecallQuestion, {"reverse": True}),
]


@pytest.mark.parametrize(("written", "kind", "values"), CASES)
def test_the_keys_give_the_kind(written: str, kind: type[Question], values: dict[str, Any]) -> None:
    question = one(written)
    assert type(question) is kind
    assert {name: getattr(question, name) for name in values} == values


@pytest.mark.parametrize(("written", "kind", "values"), CASES)
def test_the_kind_may_be_said_as_well(written: str, kind: type[Question], values: dict[str, Any]) -> None:
    said = one(written if "kind:" in written else f"kind: {kind.kind}\n{written}")
    assert type(said) is kind
    assert {name: getattr(said, name) for name in values} == values


def test_every_kind_has_a_case() -> None:
    assert {case[1].kind for case in CASES} == set(Kind)


def test_a_question_takes_what_all_kinds_take() -> None:
    question = one(
        """\
        ask: A?
        answer: b
        why: because
        hint: starts with b
        tags: [x, y, x]
        group: g h
        shuffle: false
        draft: true
        source:
          paragraph: 6
          quote: proposed b
          document: texts/annex.md
        """
    )
    assert question == TextQuestion(
        id="q",
        ask="A?",
        answer="b",
        location=Location("b.yaml", 4, 5),
        why="because",
        hint="starts with b",
        tags=("x", "y"),
        group="g h",
        shuffle=False,
        draft=True,
        source=Source("texts/annex.md", 6, "proposed b"),
    )


def test_a_question_without_more_has_the_defaults() -> None:
    assert one("front: A\nback: B") == RecallQuestion(
        id="q", ask="A", back="B", location=Location("b.yaml", 4, 5)
    )


def test_parts_of_a_source_that_are_not_written_are_none() -> None:
    assert one("front: A\nback: B\nsource: {paragraph: 2}").source == Source(None, 2, None)


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ("{paragraph: 2, also: 5}", (2, 5)),
        ("{paragraph: 6, also: [4, 9], quote: x}", (6, 4, 9)),
        ("{also: ['03'], paragraph: 1}", (1, 3)),
        ("{paragraph: 2}", (2,)),
        ("{quote: x}", ()),
    ],
)
def test_an_answer_may_need_several_paragraphs(written: str, cited: tuple[int, ...]) -> None:
    source = one(f"front: A\nback: B\nsource: {written}").source
    assert source is not None
    assert source.paragraphs == cited


def test_the_head_of_a_bank_is_read() -> None:
    bank = sound(
        "quiz: 1\nid: nato/talks\ntitle: Talks\ndescription: Who met.\nlanguage: de-CH\n"
        "source: account.md\ntags: [a, b, a]\nquestions: []\n"
    )
    assert bank == Bank(
        key="nato/talks",
        path="b.yaml",
        title="Talks",
        description="Who met.",
        language="de-CH",
        source="account.md",
        tags=("a", "b"),
    )


def test_the_given_key_names_a_bank_that_does_not_name_itself() -> None:
    assert sound(HEAD + "questions: []").key == "k"


def test_tags_of_the_bank_follow_those_of_the_question() -> None:
    bank = sound(
        HEAD + "tags: [a, b]\nquestions:\n- {front: 1, back: 2, tags: [c, b]}\n- {front: 3, back: 4}\n"
        "- {front: 5, back: 6, tags: d}\n- {front: 7, back: 8, tags: []}\n"
    )
    assert [question.tags for question in bank.questions] == [
        ("c", "b", "a"),
        ("a", "b"),
        ("d", "a", "b"),
        ("a", "b"),
    ]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    question = one("ask: A?\nnumber: 90.000,5\ntolerance: 0,5", HEAD + "language: de\n")
    assert isinstance(question, NumberQuestion)
    assert (question.value, question.tolerance) == (
        Decimal("90000.5"),
        Tolerance(Decimal("0.5"), relative=False),
    )


def test_a_range_is_written_as_the_language_writes_numbers() -> None:
    question = one("ask: A?\nnumber: 1,5..2.000", HEAD + "language: de\n")
    assert isinstance(question, NumberQuestion)
    assert (question.value, question.upper) == (Decimal("1.5"), Decimal(2000))
    assert question.right("") == "1,5 to 2.000"


def test_a_head_below_the_questions_counts_for_them_as_well() -> None:
    bank = sound(
        "questions:\n- {ask: A, number: '1,5'}\nlanguage: de\ntags: [t]\ntitle: T\nquiz: 1\n",
    )
    (question,) = bank.questions
    assert isinstance(question, NumberQuestion)
    assert (question.value, question.tags, bank.language) == (Decimal("1.5"), ("t",), "de")


def test_faults_are_told_once_where_the_head_stands_below() -> None:
    reading = read(
        "questions:\n- {ask: A, number: x}\n- {front: \x01, back: a}\nlanguage: de\ntitle: T\nquiz: 1\n"
    )
    assert [problem.location[1:] for problem in reading.problems] == [(2, 20), (3, 11)]


def test_a_question_knows_where_it_stands() -> None:
    bank = sound(HEAD + "questions:\n\n  # a comment\n  - front: é\n    back: b\n  -   {front: c, back: d}\n")
    assert [question.location for question in bank.questions] == [
        Location("b.yaml", 6, 5),
        Location("b.yaml", 8, 7),
    ]
