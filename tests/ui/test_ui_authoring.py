from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from ui_desk import CTRL_C, CTRL_D, DOWN, ENTER, Narrow

from quiz.authoring.writing import entry_text
from quiz.bank import read_text
from quiz.question import Kind
from quiz.ui.authoring import Terminal
from quiz.ui.authoring_interview import Known, ask_kind, ask_kinds, interview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from prompt_toolkit.input import PipeInput

    from quiz.authoring.writing import Entry, Value

T = TypeVar("T")
BACK = "\x7f"
PASTED = "\x1b[200~two\nlines\x1b[201~"


class Author:
    """Answers what is asked, one given answer after another; an empty one takes what is offered."""

    def __init__(self, *answers: str) -> None:
        self._answers = list(answers)
        self.asked: list[str] = []
        self.offered: list[str] = []
        self.refused: list[str] = []
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def _next(self, label: str, offered: str) -> str:
        self.asked.append(label)
        self.offered.append(offered)
        return self._answers.pop(0) if self._answers else ""

    def text(self, label: str, default: str, check: Callable[[str], str | None]) -> str:
        while True:
            answer = self._next(label, default)
            text = default if answer == "" else answer.strip("-") if answer == "-" else answer
            fault = check(text)
            if fault is None:
                return text
            self.refused.append(fault)

    def pick(self, label: str, options: Sequence[tuple[str, T]], default: T | None = None) -> T:
        answer = self._next(label, str(default))
        offered = next((value for _, value in options if value == default), options[0][1])
        return next((value for title, value in options if answer and title.startswith(answer)), offered)

    def tick(self, label: str, options: Sequence[tuple[str, T]], ticked: Sequence[T]) -> list[T]:
        del label, options
        return list(ticked)

    def confirm(self, label: str, *, default: bool) -> bool:
        self._next(label, str(default))
        return default

    def end(self) -> None:
        assert self._answers == []


ANSWERS: dict[Kind, tuple[tuple[str, ...], Entry]] = {
    Kind.TEXT: (("Which?", "one", "two", ""), {"ask": "Which?", "answer": "one", "accept": ["two"]}),
    Kind.CHOICE: (
        ("Which?", "one", "two", "too many", "three", "", ""),
        {"ask": "Which?", "answer": "one", "wrong": [{"two": "too many"}, "three"]},
    ),
    Kind.TRUE_FALSE: (("It is.", "false"), {"claim": "It is.", "answer": False}),
    Kind.NUMBER: (
        ("How many?", "1.5", "5%", "km"),
        {"ask": "How many?", "number": "1.5", "tolerance": "5%", "unit": "km"},
    ),
    Kind.DATE: (("When?", "1949-04"), {"ask": "When?", "date": "1949-04"}),
    Kind.SEVERAL: (
        ("Which?", "one", "two", "", "three", "", ""),
        {"ask": "Which?", "answers": ["one", "two"], "wrong": ["three"]},
    ),
    Kind.CLOZE: (("In {1949}.",), {"cloze": "In {1949}."}),
    Kind.ORDER: (("From small to large", "1", "2", ""), {"ask": "From small to large", "order": ["1", "2"]}),
    Kind.MATCH: (
        ("Which?", "a", "1", "b", "2", ""),
        {"ask": "Which?", "match": {"a": "1", "b": "2"}},
    ),
    Kind.RECALL: (("Front", "Back"), {"front": "Front", "back": "Back"}),
}


@pytest.mark.parametrize("kind", Kind)
def test_a_question_of_each_kind_is_asked_out_of_its_author(kind: Kind) -> None:
    answers, entry = ANSWERS[kind]
    author = Author(*answers, "because", "a hint", "mine")
    found = interview(author, kind, Known(), {})
    author.end()
    assert found == {**entry, "why": "because", "hint": "a hint", "id": "mine"}
    assert (
        read_text(f"quiz: 1\ntitle: T\nquestions:\n{entry_text(found, 2)}".encode(), "t", "t").problems == ()
    )


@pytest.mark.parametrize("kind", Kind)
def test_what_was_given_is_offered_again(kind: Kind) -> None:
    entry = {**ANSWERS[kind][1], "hint": "h", "tags": ["t"], "group": "g", "draft": True, "id": "mine"}
    author = Author()
    assert interview(author, kind, Known(), entry) == entry


def test_the_name_that_is_suggested_is_made_from_the_prompt_and_free() -> None:
    author = Author("What is it?", "It.")
    found = interview(author, Kind.RECALL, Known(ids={"what-is-it"}), {})
    assert found["id"] == "what-is-it-2"
    assert author.asked[-1] == "id (its name in the log of answers):"


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        (Kind.TEXT, ("-", "Which?", "one"), "This is needed."),
        (Kind.NUMBER, ("How many?", "many", "3", "much", "3"), "That is no number; write digits, with `.`"),
        (Kind.NUMBER, ("How many?", "3", "much", "3"), "Write a number like 5, or a share like 5%."),
        (Kind.DATE, ("When?", "Friday", "1949"), "Write it like 2021, 2021-12 or 2021-12-17."),
        (Kind.CLOZE, ("no hole", "{a} hole"), "The sentence has no hole; put braces"),
        (Kind.CHOICE, ("Which?", "one", "one", "two"), "This stands here already."),
        (Kind.SEVERAL, ("Which?", "one", "", "one", "two"), "This stands here already."),
        (Kind.ORDER, ("Order", "a", "a", "b"), "This stands here already."),
        (Kind.ORDER, ("Order", "a", "-", "b"), "This is needed."),
        (Kind.MATCH, ("Match", "a", "1", "b", "1", "2"), "This stands here already."),
        (Kind.RECALL, ("f", "b", "", "", "a b", "ok"), "Use letters, digits"),
        (Kind.RECALL, ("f", "b", "", "", "taken", "ok"), "Another question of this bank has this id."),
    ],
)
def test_what_cannot_stand_there_is_said_at_once(kind: Kind, answers: tuple[str, ...], said: str) -> None:
    author = Author(*answers)
    interview(author, kind, Known(ids={"taken"}), {})
    author.end()
    assert author.refused[0].startswith(said)


TEXT = {1: "The lake lies in Geneva.", 4: "word " * 40}
CITED = Known(document="text.md", paragraphs=TEXT)


def test_a_paragraph_is_picked_and_quoted() -> None:
    author = Author("Front", "Back", "", "", "1. The lake", "lies in Bern", "lies in Geneva")
    found = interview(author, Kind.RECALL, CITED, {})
    assert found["source"] == {"paragraph": "1", "quote": "lies in Geneva"}
    assert author.refused == ["These words do not stand in the paragraph."]
    assert "Which paragraph of text.md proves it?" in author.asked
    assert author.said == [TEXT[1]]


def test_no_paragraph_needs_to_be_cited_nor_words_of_it() -> None:
    assert "source" not in interview(Author("Front", "Back", "", "", "none"), Kind.RECALL, CITED, {})
    found = interview(Author("Front", "Back", "", "", "4. word"), Kind.RECALL, CITED, {})
    assert found["source"] == {"paragraph": "4"}


def test_what_is_cited_already_is_pointed_at() -> None:
    given: Entry = {"source": {"paragraph": "4", "quote": "word"}}
    author = Author("Front", "Back")
    assert interview(author, Kind.RECALL, CITED, given)["source"] == given["source"]
    assert "4" in author.offered


def test_another_document_is_left_as_it_is() -> None:
    source: dict[str, Value] = {"document": "annex.md", "paragraph": "7"}
    assert interview(Author("Front", "Back"), Kind.RECALL, CITED, {"source": source})["source"] == source


def test_a_boolean_given_as_a_word_is_understood() -> None:
    assert (
        interview(Author(), Kind.TRUE_FALSE, Known(), {"claim": "It is.", "answer": "yes"})["answer"] is True
    )


def test_kinds_are_offered_with_what_they_are() -> None:
    assert ask_kind(Author("cloze: A sentence"), Kind.TEXT) is Kind.CLOZE
    assert ask_kind(Author(), Kind.DATE) is Kind.DATE
    assert ask_kinds(Author()) == [Kind.TEXT, Kind.CHOICE, Kind.CLOZE, Kind.RECALL]


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=Narrow()):
        yield pipe


def test_a_text_is_typed_and_a_paste_stays_on_one_line(keys: PipeInput) -> None:
    keys.send_text(f" one {PASTED} {ENTER}")
    assert Terminal().text("ask:", "", lambda _text: None) == "one two lines"


def test_a_text_that_is_refused_can_be_mended(keys: PipeInput) -> None:
    keys.send_text(f"a{ENTER}{BACK}b{ENTER}")
    assert Terminal().text("ask:", "x", lambda text: "No a." if "a" in text else None) == "xb"


def test_a_text_that_is_too_long_is_refused(keys: PipeInput) -> None:
    keys.send_text(f"{ENTER}{BACK}{ENTER}")
    assert Terminal().text("ask:", "a" * 10_001, lambda _text: None) == "a" * 10_000


def test_a_text_is_shown_without_what_could_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().say("a [b]\x1b[2J")
    assert capsys.readouterr().out == "a [b]\ufffd[2J\n"


def test_an_option_is_picked(keys: PipeInput) -> None:
    keys.send_text(DOWN + ENTER)
    assert Terminal().pick("Which?", [("one\nline", 1), ("two", 2), ("three", 3)], 2) == 3


def test_a_long_list_is_searched_by_typing(keys: PipeInput) -> None:
    keys.send_text("37" + ENTER)
    assert Terminal().pick("Which?", [(f"{number}. a", number) for number in range(60)]) == 37


def test_options_are_ticked(keys: PipeInput) -> None:
    keys.send_text(f"{DOWN} {DOWN} {ENTER}")
    assert Terminal().tick("Which?", [("a", 1), ("b", 2), ("c", 3)], [3]) == [2]


@pytest.mark.parametrize(("key", "said"), [("y", True), ("n", False), (ENTER, True)])
def test_yes_or_no_is_one_key(keys: PipeInput, key: str, said: bool) -> None:  # noqa: FBT001 - a parameter
    keys.send_text(key)
    assert Terminal().confirm("Another?", default=True) is said


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_every_prompt_can_be_stopped(keys: PipeInput, key: str) -> None:
    terminal = Terminal()
    for ask in (
        lambda: terminal.text("a", "", lambda _text: None),
        lambda: terminal.pick("a", [("b", 1)]),
        lambda: terminal.tick("a", [("b", 1)], []),
        lambda: terminal.confirm("a", default=True),
    ):
        keys.send_text(key)
        with pytest.raises(KeyboardInterrupt):
            ask()
