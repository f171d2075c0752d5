from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from ui_author import BACK, STOP, Author, Exhausted
from ui_desk import CTRL_C, CTRL_D, CTRL_Z, DOWN, ENTER, Narrow

from quiz.authoring.writing import entry_text
from quiz.bank import read_text
from quiz.question import Kind
from quiz.ui.authoring import Terminal
from quiz.ui.authoring_asker import Back, Paused
from quiz.ui.authoring_interview import Interview, ask_kinds
from quiz.ui.authoring_slots import Known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.input import PipeInput

    from quiz.authoring.writing import Entry, Value

BACKSPACE = "\x7f"
PASTED = "\x1b[200~two\nlines\x1b[201~"


ANSWERS: dict[Kind, tuple[tuple[str, ...], Entry]] = {
    Kind.TEXT: (("Which?", "one", "two", ""), {"ask": "Which?", "answer": "one", "accept": ["two"]}),
    Kind.CHOICE: (
        ("Which?", "one", "two", "three", "", "too many", ""),
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
        ("Which?", "a", "1", "b = 2", "c=3", ""),
        {"ask": "Which?", "match": {"a": "1", "b": "2", "c": "3"}},
    ),
    Kind.RECALL: (("Front", "Back"), {"front": "Front", "back": "Back"}),
}


def interview(author: Author, kind: Kind, known: Known, given: Entry) -> dict[str, Value]:
    return Interview(author, known, given, kind).run()


@pytest.mark.parametrize("kind", Kind)
def test_a_question_of_each_kind_is_asked_out_of_its_author(kind: Kind) -> None:
    answers, entry = ANSWERS[kind]
    author = Author(*answers, "because", "a hint", "", "mine")
    found = interview(author, kind, Known(), {})
    author.end()
    assert found == {**entry, "why": "because", "hint": "a hint", "id": "mine"}
    assert (
        read_text(f"quiz: 1\ntitle: T\nquestions:\n{entry_text(found, 2)}".encode(), "t", "t").problems == ()
    )


def with_all(kind: Kind) -> dict[str, Value]:
    """Return a question with everything that can be said of it."""
    return {
        **ANSWERS[kind][1],
        "why": "w",
        "hint": "h",
        "tags": ["t"],
        "group": "g",
        "draft": True,
        "id": "mine",
    }


@pytest.mark.parametrize("kind", Kind)
def test_what_was_given_is_not_asked(kind: Kind) -> None:
    author = Author()
    entry = with_all(kind)
    assert interview(author, kind, Known(), entry) == entry
    assert {label.partition(" ")[0] for label in author.asked} <= {"accept", "More?"}


@pytest.mark.parametrize("kind", Kind)
def test_asked_again_all_is_asked_with_what_was_there(kind: Kind) -> None:
    author = Author()
    asked = Interview(author, Known(), with_all(kind), kind)
    asked.run()
    author.asked.clear()
    author.offered.clear()
    assert asked.run() == with_all(kind)
    assert author.asked[-1] == "id (its name in the log of answers):"
    assert author.offered[-1] == "mine"
    assert {"t", "g", "w", "h"} <= set(author.offered)


def test_what_was_given_and_cannot_stand_is_asked_for() -> None:
    author = Author("1949", "", "", "", "fine")
    found = interview(
        author, Kind.DATE, Known(ids={"taken"}), {"ask": "When?", "date": "Friday", "id": "taken"}
    )
    assert found == {"ask": "When?", "date": "1949", "id": "fine"}
    assert author.offered[0] == "Friday"
    author = Author("", "b")
    found = interview(author, Kind.ORDER, Known(), {"ask": "Order", "order": ["a"]})
    assert found["order"] == ["a", "b"]


def test_the_kinds_that_have_what_was_given_are_offered() -> None:
    author = Author("number", "3")
    asked = Interview(author, Known(), {"ask": "How many?"}, None, Kind.DATE)
    assert (asked.run(), asked.kind) == ({"ask": "How many?", "number": "3"}, Kind.NUMBER)
    assert author.titles[0] == [
        kind.value for kind in Kind if kind not in {Kind.TRUE_FALSE, Kind.CLOZE, Kind.RECALL}
    ]
    assert author.offered[0] == "date"


def test_the_name_that_is_suggested_is_made_from_the_prompt_and_free() -> None:
    author = Author("What is it?", "It.")
    assert "id" not in interview(author, Kind.RECALL, Known(ids={"what-is-it"}), {})
    assert author.offered[-1] == "what-is-it-2"
    author = Author("What is it?", "It.", "", "", "", "it", BACK, BACK, BACK, BACK, BACK, "Who is it?")
    assert interview(author, Kind.RECALL, Known(), {})["id"] == "it"


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        (Kind.TEXT, ("-", "Which?", "one"), "This is needed."),
        (Kind.TEXT, ("a\x07", "Which?", "one"), "`ask` holds the control character U+0007"),
        (Kind.NUMBER, ("How many?", "many", "3", "much", "3"), "`many` is no number; write digits, with `.`"),
        (Kind.NUMBER, ("How many?", "3", "much", "3"), "`much` is no tolerance; write a number like `5`"),
        (Kind.DATE, ("When?", "Friday", "1949"), "`Friday` is no date; write it like `2021`"),
        (Kind.CLOZE, ("no hole", "{a} hole"), "The sentence has no hole; put braces"),
        (Kind.CHOICE, ("Which?", "one", "one", "two"), "`one` stands here a second time"),
        (Kind.CHOICE, ("Which?", "one", "two", "two", "three"), "This stands here already."),
        (Kind.SEVERAL, ("Which?", "one", "", "one", "two"), "`one` stands here a second time"),
        (Kind.ORDER, ("Order", "a", "a", "b"), "This stands here already."),
        (Kind.ORDER, ("Order", "a", "-", "b"), "This is needed."),
        (
            Kind.MATCH,
            ("Match", "a", "1", "b", "1", "2"),
            "Another pair has this right side; each needs its own.",
        ),
        (Kind.MATCH, ("Match", "a = 1", "b = 1", "b = 2"), "Another pair has this right side"),
        (Kind.MATCH, ("Match", "a = 1", "a", "b = 2"), "A pair with the left side `a` stands here already."),
        (Kind.MATCH, ("Match", "= 1", "a = 1", "b = 2"), "Write the left side before the `=`."),
        (Kind.MATCH, ("Match", "a", "-", "1", "b = 2"), "This is needed."),
        (Kind.RECALL, ("f", "b", "", "", "", "a b", "ok"), "`a b` cannot be an id"),
        (Kind.RECALL, ("f", "b", "", "", "", "taken", "ok"), "Another question of this bank has this id."),
    ],
)
def test_what_cannot_stand_there_is_said_at_once(kind: Kind, answers: tuple[str, ...], said: str) -> None:
    author = Author(*answers)
    interview(author, kind, Known(ids={"taken"}), {})
    author.end()
    assert author.refused[0].startswith(said)


@pytest.mark.parametrize(
    ("kind", "answers", "changed"),
    [
        (Kind.RECALL, ("Frnt", f"{BACK}Ba", "Front", "Back"), {"front": "Front", "back": "Back"}),
        (Kind.RECALL, ("Front", f"{BACK}Ba", "", ""), {"front": "Front", "back": "Ba"}),
        (Kind.CHOICE, ("Which?", "a", "b", "c", BACK, BACK, "d"), {"wrong": ["d", "c"]}),
        (
            Kind.CHOICE,
            ("Which?", "a", "b", "c", "", "why b", BACK, BACK, "d", "", "", "why c"),
            {"wrong": [{"b": "why b"}, {"c": "why c"}, "d"]},
        ),
        (Kind.CHOICE, ("Which?", "a", "b", "c", BACK, BACK, "-", "", ""), {"wrong": ["c"]}),
        (Kind.MATCH, ("Which?", "a", BACK, "b = 1", "c = 2"), {"match": {"b": "1", "c": "2"}}),
        (Kind.MATCH, ("Which?", "a", "1", "b", "1", BACK, "c = 2"), {"match": {"a": "1", "c": "2"}}),
        (Kind.MATCH, ("Which?", "a = 1", "b = 2", BACK, "3", ""), {"match": {"a": "1", "b": "3"}}),
        (Kind.MATCH, ("Which?", "a = 1", "b = 2", BACK, BACK, "c", ""), {"match": {"a": "1", "c": "2"}}),
        (
            Kind.MATCH,
            ("Which?", "x=1 = a line", BACK, BACK, "", "", "y=2 = b"),
            {"match": {"x=1": "a line", "y=2": "b"}},
        ),
        (Kind.MATCH, ("Which?", "a = 1", "b = 2", "c = 3", BACK, BACK, "-"), {"match": {"a": "1", "b": "2"}}),
        (Kind.TRUE_FALSE, ("It is.", BACK, "It was.", "false"), {"claim": "It was.", "answer": False}),
        (
            Kind.RECALL,
            ("f", "b", "", "", "reverse tags", "t", BACK, BACK, "group", "g"),
            {"group": "g", "reverse": None, "tags": None},
        ),
    ],
)
def test_one_key_goes_back_and_keeps_what_was_typed(
    kind: Kind, answers: tuple[str, ...], changed: dict[str, Value]
) -> None:
    author = Author(*answers)
    found = interview(author, kind, Known(), {})
    author.end()
    assert {key: found.get(key) for key in changed} == changed


def test_nothing_lies_before_the_first_prompt() -> None:
    author = Author("Front", "Back")
    interview(author, Kind.RECALL, Known(), {})
    assert author.backs == [False] + [True] * (len(author.asked) - 1)


def test_another_kind_takes_over_what_it_has() -> None:
    author = Author("text", "Which?", "one", BACK, BACK, BACK, "choice", "", "", "two", "")
    asked = Interview(author, Known(), {})
    assert asked.run() == {"ask": "Which?", "answer": "one", "wrong": ["two"]}


@pytest.mark.parametrize("kind", Kind)
def test_who_stops_and_goes_on_has_lost_nothing(kind: Kind) -> None:
    answers, entry = ANSWERS[kind]
    if kind is Kind.MATCH:
        answers = ("Which?", "a", "1", "b", "2", "c", "3", "")
    stopped = [one for answer in answers for one in ((f"{STOP}{answer}", "go on", "") if answer else ("",))]
    picked = [answers[-1]] if kind is Kind.TRUE_FALSE else []
    author = Author(*(stopped[:-3] if picked else stopped), *picked)
    assert interview(author, kind, Known(), {}) == entry
    author.end()


def test_who_leaves_has_what_was_typed_in_hand() -> None:
    asked = Interview(Author("Which?", "one", "two", f"{STOP}thr", "leave"), Known(), {}, Kind.CHOICE)
    with pytest.raises(KeyboardInterrupt):
        asked.run()
    assert asked.entry() == {"ask": "Which?", "answer": "one", "wrong": ["two", "thr"]}


def test_a_second_stop_leaves() -> None:
    author = Author("Which?", STOP, STOP)
    with pytest.raises(KeyboardInterrupt):
        Interview(author, Known(), {}, Kind.TEXT).run()
    assert author.asked[-1] == "Stop? This question is not added yet."


def test_who_typed_nothing_is_not_asked() -> None:
    author = Author(STOP)
    with pytest.raises(KeyboardInterrupt):
        Interview(author, Known(), {}, Kind.TEXT).run()
    assert len(author.asked) == 1


def test_more_is_ticked_in_one_step() -> None:
    author = Author("Which?", "one", "", "", "", "tags group draft exact reverse", "a", "b", "", "g")
    found = interview(author, Kind.TEXT, Known(), {})
    assert found == {
        "ask": "Which?",
        "answer": "one",
        "tags": ["a", "b"],
        "group": "g",
        "draft": True,
        "exact": True,
        "reverse": True,
    }


@pytest.mark.parametrize("kind", Kind)
def test_the_order_can_be_kept_where_options_are_mixed(kind: Kind) -> None:
    author = Author(*ANSWERS[kind][0], "", "", "shuffle")
    found = interview(author, kind, Known(), {})
    assert found.get("shuffle") == (False if kind in {Kind.CHOICE, Kind.SEVERAL, Kind.MATCH} else None)


def test_what_is_not_ticked_any_more_is_taken_away() -> None:
    author = Author()
    asked = Interview(
        author, Known(), {**with_all(Kind.RECALL), "reverse": True, "shuffle": True}, Kind.RECALL
    )
    asked.run()
    author.answer("", "", "", "", "draft")
    found = asked.run()
    assert {"tags", "group", "reverse"}.isdisjoint(found)
    assert (found["draft"], found["shuffle"]) == (True, True)


def test_options_that_are_given_stand_in_place_of_wrong_ones() -> None:
    listed: Entry = {"ask": "Which?", "options": ["one", "two"]}
    author = Author("three", "two")
    assert interview(author, Kind.CHOICE, Known(), listed) == {**listed, "answer": "two"}
    assert author.refused[0].startswith("`three` is not among the options")
    assert not any(label.startswith(("wrong", "why is", "options")) for label in author.asked)


TEXT = {1: "The lake lies in Geneva.", 4: "word " * 40}
CITED = Known(document="text.md", paragraphs=TEXT)


def test_a_paragraph_is_picked_and_quoted() -> None:
    author = Author("Front", "Back", "", "", "1. The lake", "lies in Bern", "lies in Geneva")
    found = interview(author, Kind.RECALL, CITED, {})
    assert found["source"] == {"paragraph": "1", "quote": "lies in Geneva"}
    assert author.refused == ["Paragraph 1 says it so: `lies in Geneva`."]
    assert "Which paragraph of text.md proves it?" in author.asked
    assert author.said == [TEXT[1]]


LAKES = {**TEXT, 7: "Alone it lies in Bern.", 8: "Here too it lies in Bern, as the book of 1958 says."}


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("word word", "These words stand in paragraph 4, not in 1. Ctrl-Z goes back to pick another."),
        (
            "it lies in Bern",
            "These words stand in paragraphs 7 or 8, not in 1. Ctrl-Z goes back to pick another.",
        ),
        ("The lake lies at Geneva", "Paragraph 1 says it so: `The lake lies in Geneva`."),
        (
            "as the book of 1985 says",
            "Paragraph 8 says it so: `as the book of 1958 says`. Ctrl-Z goes back to pick another.",
        ),
        ("Tokyo is far", "These words stand nowhere in text.md."),
    ],
)
def test_words_that_do_not_stand_in_the_paragraph_are_told_where_they_do(quote: str, said: str) -> None:
    author = Author("Front", "Back", "", "", "1. The lake", quote, "Geneva")
    found = interview(author, Kind.RECALL, Known(document="text.md", paragraphs=LAKES), {})
    assert (author.refused, found["source"]) == ([said], {"paragraph": "1", "quote": "Geneva"})


def test_a_paragraph_is_picked_again_for_words_that_stand_in_it() -> None:
    author = Author("Front", "Back", "", "", "1. The lake", f"{BACK}in Bern", "7. Alone", "")
    found = interview(author, Kind.RECALL, Known(document="text.md", paragraphs=LAKES), {})
    assert found["source"] == {"paragraph": "7", "quote": "in Bern"}


def test_no_paragraph_needs_to_be_cited_nor_words_of_it() -> None:
    assert "source" not in interview(Author("Front", "Back", "", "", "0. none"), Kind.RECALL, CITED, {})
    found = interview(Author("Front", "Back", "", "", "4. word"), Kind.RECALL, CITED, {})
    assert found["source"] == {"paragraph": "4"}


def test_another_paragraph_can_be_picked_and_its_words_changed() -> None:
    author = Author("Front", "Back", "", "", "1. The lake", "The lake", BACK, BACK, "4. word", "word word")
    assert interview(author, Kind.RECALL, CITED, {})["source"] == {"paragraph": "4", "quote": "word word"}
    assert "The lake" in author.offered


def test_what_is_cited_already_is_asked_no_more() -> None:
    source: dict[str, Value] = {"paragraph": "4", "quote": "word"}
    author = Author("Front", "Back")
    assert interview(author, Kind.RECALL, CITED, {"source": source})["source"] == source
    assert not any("paragraph" in label or "quote" in label for label in author.asked)
    author = Author("Front", "Back", "", "", "word word")
    found = interview(author, Kind.RECALL, CITED, {"source": {"paragraph": "4"}})
    assert found["source"] == {"paragraph": "4", "quote": "word word"}


def test_another_document_is_left_as_it_is() -> None:
    source: dict[str, Value] = {"document": "annex.md", "paragraph": "7"}
    assert interview(Author("Front", "Back"), Kind.RECALL, CITED, {"source": source})["source"] == source


def test_a_boolean_given_as_a_word_is_understood() -> None:
    claim: Entry = {"claim": "It is.", "answer": "yes"}
    assert interview(Author(), Kind.TRUE_FALSE, Known(), claim)["answer"] is True
    author = Author("false")
    assert interview(author, Kind.TRUE_FALSE, Known(), {**claim, "answer": "perhaps"})["answer"] is False


def test_kinds_are_offered_with_what_they_are() -> None:
    assert ask_kinds(Author()) == [Kind.TEXT, Kind.CHOICE, Kind.CLOZE, Kind.RECALL]


@given(
    st.sampled_from(Kind), st.lists(st.sampled_from([BACK, STOP, "x", "x = y", "{x}", "2", ""]), max_size=40)
)
def test_every_way_through_ends_and_keeps_to_the_format(kind: Kind, answers: list[str]) -> None:
    author = Author(*answers)
    try:
        entry = Interview(author, Known(), {}, kind).run()
    except (KeyboardInterrupt, Exhausted):
        return
    text = f"quiz: 1\ntitle: T\nquestions:\n{entry_text({**entry, 'kind': kind.value}, 2)}"
    assert read_text(text.encode(), "t", "t").problems == ()


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=Narrow()):
        yield pipe


def test_a_text_is_typed_and_a_paste_stays_on_one_line(keys: PipeInput) -> None:
    keys.send_text(f" one {PASTED} {ENTER}")
    assert Terminal().text("ask:", "", lambda _text: None) == "one two lines"


def test_a_text_that_is_refused_can_be_mended(keys: PipeInput) -> None:
    keys.send_text(f"a{ENTER}{BACKSPACE}b{ENTER}")
    assert Terminal().text("ask:", "x", lambda text: "No a." if "a" in text else None) == "xb"


def test_a_text_that_is_too_long_is_refused(keys: PipeInput) -> None:
    keys.send_text(f"{ENTER}{BACKSPACE}{ENTER}")
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


def test_one_key_goes_back_with_what_is_typed_by_then(keys: PipeInput) -> None:
    terminal = Terminal()
    for ask, typed in (
        (lambda: terminal.text("a", "", lambda _text: "no", back=True), "one"),
        (lambda: terminal.pick("a", [("b", 1)], back=True), ""),
        (lambda: terminal.tick("a", [("b", 1)], [], back=True), ""),
    ):
        keys.send_text(typed + CTRL_Z)
        with pytest.raises(Back) as left:
            ask()
        assert left.value.typed == typed


def test_the_key_does_nothing_where_nothing_lies_before(keys: PipeInput) -> None:
    keys.send_text(f"o{CTRL_Z}ne{ENTER}")
    assert Terminal().text("a", "", lambda _text: None) == "one"


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_what_was_typed_comes_with_the_stop(keys: PipeInput, key: str) -> None:
    keys.send_text(f" one {key}" if key == CTRL_C else key)
    with pytest.raises(Paused) as left:
        Terminal().text("a", "", lambda _text: None)
    assert left.value.typed == ("one" if key == CTRL_C else "")
