"""The keys that every question has, and what a question keeps while something else is done."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING
from unittest import mock

import pytest
import ui_samples as samples
from ui_desk import BACKSPACE, CTRL_C, CTRL_D, CTRL_Z, DOWN, ENTER, ESC, TAB, Desk, sat
from ui_talk import Talk

from quiz.clock import Clock
from quiz.question import Kind
from quiz.review import Confidence, Matched, Picked, Rating, SelfRated, Typed
from quiz.ui import commands
from quiz.ui.asking import Standing
from quiz.ui.extras import Extras
from quiz.ui.screen import Answer, Command, Leech, Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.question import Question
    from quiz.review import Response

OF_EACH_KIND: dict[Kind, Question] = {
    question.kind: question
    for question in (
        *(samples.CHOICE, samples.TRUE_FALSE, samples.SEVERAL, samples.TEXT, samples.NUMBER),
        *(samples.DAY, samples.CLOZE, samples.ORDER, samples.MATCH, samples.RECALL),
    )
}
BEGUN = {Kind.SEVERAL: "1", Kind.ORDER: "1", Kind.MATCH: "1", Kind.RECALL: ENTER}
"""What begins an answer without ending it; letters, where nothing stands here."""

TYPED_KINDS = (Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.CLOZE)
LOOK = Look(samples.asked(samples.CHOICE).card, samples.PASSAGE, 1, 2)
LEECH = Leech("Which river?", 6, "bank.yaml:3")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with sat() as made:
        yield made


def begin(kind: Kind) -> str:
    return BEGUN.get(kind, "ab" if kind in TYPED_KINDS else DOWN)


def test_there_is_a_question_of_each_kind() -> None:
    assert set(OF_EACH_KIND) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_esc_and_a_letter_is_a_command_while_a_question_of_any_kind_stands(kind: Kind) -> None:
    for letter, command in commands.letters():
        with sat() as desk:
            assert desk.answer(OF_EACH_KIND[kind], ESC, letter) is command
            assert desk.answer(OF_EACH_KIND[kind], begin(kind), ESC, letter) is command


@pytest.mark.parametrize("kind", Kind)
def test_a_letter_alone_is_no_command_while_a_question_stands(desk: Desk, kind: Kind) -> None:
    letters = "".join(letter for letter, _ in commands.letters())
    if kind in TYPED_KINDS:
        assert desk.answer(OF_EACH_KIND[kind], letters, ENTER) == Typed(letters)
    else:
        assert desk.answer(OF_EACH_KIND[kind], letters, CTRL_D) is Command.LEAVE


def test_every_letter_stands_for_one_command_and_is_named_in_the_footer() -> None:
    found = dict(commands.letters())
    assert len(found) == len(commands.KEYS) == len(set(found.values()))
    for key in commands.KEYS:
        assert f"{key.letter} {key.words}" in commands.answered(helped=True)
    told = " ".join(commands.asking(helped=True))
    assert all(key.words in told for key in commands.KEYS)
    assert "? keys" in commands.asking(helped=False)
    assert "? keys" in commands.answered(helped=False)


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        (("a?",), "a?"),
        (("?", "?"), "?"),
        (("?", "who?"), "who?"),
        ((ESC, "?", "?"), "?"),
        (("?", "?", BACKSPACE, "?"), "?"),
        (("a", ESC, "?", "?"), "a?"),
    ],
)
def test_a_question_mark_can_be_an_answer(desk: Desk, keys: tuple[str, ...], typed: str) -> None:
    assert desk.answer(samples.TEXT, *keys, ENTER) == Typed(typed)


def test_the_keys_are_shown_and_put_away_again() -> None:
    extras = Extras(Standing(samples.asked(samples.CHOICE)), ("Enter",))
    short = extras.keys()
    extras.helped = True
    assert len(extras.keys()) > len(short)
    assert short == ("Enter", "Tab hint", "? keys", "Ctrl-Z undo", "Ctrl-D leave")


IN_EXAM = {Command.UNDO, Command.FLAG, Command.LEAVE}


def test_an_exam_names_only_the_keys_that_do_something_there() -> None:
    extras = Extras(Standing(replace(samples.asked(samples.CHOICE), exam=True)), ("Enter",))
    assert extras.keys() == ("Enter", "? keys", "Ctrl-Z undo", "Ctrl-D leave")
    extras.helped = True
    told = " ".join(extras.keys())
    assert {key.command for key in commands.KEYS if key.words in told} == IN_EXAM
    assert "hint" not in told


def test_the_help_of_the_line_mode_names_only_what_does_something_in_an_exam() -> None:
    talk = Talk(":help\nGeneva\n:help\nGeneva\n")
    talk.screen.ask(replace(samples.asked(samples.CHOICE), exam=True))
    talk.screen.ask(samples.asked(samples.CHOICE))
    in_exam, elsewhere = talk.said("help")
    words = re.findall(r":(\w+)", in_exam)
    assert {commands.WORDS[word] for word in words if word != "help"} == IN_EXAM
    assert ":overrule" in elsewhere


def test_a_question_mark_after_the_answer_shows_all_the_keys(desk: Desk) -> None:
    told = samples.wrong_choice()
    assert desk.press("?", "?", "f").screen.decide(told) is Command.FLAG
    assert desk.press("?", "x").screen.decide(told) is Command.SUSPEND


PUT_AGAIN: list[tuple[Question, tuple[str, ...], tuple[str, ...], Response]] = [
    (samples.TEXT, ("Dan",), ("ube", ENTER), Typed("Danube")),
    (
        samples.ORDER,
        ("3", "1"),
        ("2",),
        Picked(("first", "third", "second"), ("third", "second", "first")),
    ),
    (samples.MATCH, ("3", "2"), ("1",), Matched(samples.MATCH.pairs, ("Madrid", "Rome", "Paris"))),
    (samples.SEVERAL, ("2", "3"), (ENTER,), Picked(("four", "two"), ("three", "four", "two"))),
    (samples.RECALL, (ENTER,), ("4",), SelfRated(Rating.EASY)),
]


@pytest.mark.parametrize(("question", "before", "after", "response"), PUT_AGAIN)
def test_what_was_typed_or_picked_outlasts_a_pause(
    desk: Desk, question: Question, before: tuple[str, ...], after: tuple[str, ...], response: Response
) -> None:
    put = samples.asked(question)
    assert desk.press(TAB, *before, ESC, "p").screen.ask(put) is Command.PAUSE
    assert desk.press(ESC, "s").screen.ask(put) is Command.SOURCE
    answer = desk.press(*after).screen.ask(put)
    assert isinstance(answer, Answer)
    assert answer.response == response
    # The paragraph is no hint once the card was turned.
    assert answer.hints == (question.hint is not None) + (question is not samples.RECALL)


def test_another_question_begins_anew_and_the_one_before_keeps_its_hints(desk: Desk) -> None:
    desk.press(TAB, "Dan", ESC, "p").screen.ask(samples.asked(samples.TEXT))
    assert desk.press(ENTER, "x", ENTER).screen.ask(samples.asked(samples.CLOZE)) == mock.ANY
    answer = desk.press("x", ENTER).screen.ask(samples.asked(samples.TEXT))
    assert isinstance(answer, Answer)
    assert (answer.response, answer.hints) == (Typed("x"), 1)


def test_what_could_not_be_read_is_asked_for_with_the_hints_and_the_time_so_far(desk: Desk) -> None:
    with mock.patch.object(Clock, "ticks_ms", side_effect=count(0, 1000)):
        first = desk.press(TAB, "x", ENTER).screen.ask(samples.asked(samples.TEXT))
        second = desk.press("y", ENTER).screen.ask(samples.asked(samples.TEXT))
    assert isinstance(first, Answer)
    assert isinstance(second, Answer)
    assert (first.hints, second.hints) == (1, 1)
    assert (first.duration_ms, second.duration_ms) == (1000, 2000)
    assert second.response == Typed("y")


def test_an_answer_that_was_judged_leaves_its_hints_to_the_same_question_put_again(desk: Desk) -> None:
    put = samples.asked(samples.TEXT)
    desk.press(TAB, "x", ENTER).screen.ask(put)
    desk.screen.feedback(samples.feedback(samples.TEXT, Typed("x")))
    answer = desk.press("y", ENTER).screen.ask(put)
    assert isinstance(answer, Answer)
    assert (answer.response, answer.hints) == (Typed("y"), 1)
    later = desk.press("y", ENTER).screen.ask(replace(put, number=put.number + 1))
    assert isinstance(later, Answer)
    assert later.hints == 0


def test_only_the_time_in_which_the_question_is_seen_counts(desk: Desk) -> None:
    put = samples.asked(samples.TEXT)
    with mock.patch.object(Clock, "ticks_ms", side_effect=[0, 2000, 100_000, 103_000]):
        assert desk.press(ESC, "p").screen.ask(put) is Command.PAUSE
        answer = desk.press("x", ENTER).screen.ask(put)
    assert isinstance(answer, Answer)
    assert answer.duration_ms == 5000


def test_the_line_mode_keeps_hints_and_time_as_well() -> None:
    talk = Talk(":hint\n:pause\n\nDanube\n")
    put = samples.asked(samples.TEXT)
    with mock.patch.object(Clock, "ticks_ms", side_effect=[0, 2000, 100_000, 103_000]):
        assert talk.screen.ask(put) is Command.PAUSE
        talk.screen.pause()
        answer = talk.screen.ask(put)
    assert answer == Answer(Typed("Danube"), 5000, 1)


def test_the_line_mode_shows_a_turned_card_turned() -> None:
    talk = Talk("\n:source\n3\n")
    put = samples.asked(samples.RECALL)
    assert talk.screen.ask(put) is Command.SOURCE
    answer = talk.screen.ask(put)
    assert isinstance(answer, Answer)
    assert answer.hints == 0
    assert len(talk.said("turn")) == 1
    assert len(talk.said("back")) == 2


def test_an_item_of_an_order_keeps_its_digit(desk: Desk) -> None:
    shown = ("third", "second", "first")
    assert desk.answer(samples.ORDER, "1", "1", "3", "2") == Picked(("third", "first", "second"), shown)
    assert desk.answer(samples.ORDER, "2", BACKSPACE, "2", "1", "3") == Picked(
        ("second", "third", "first"), shown
    )


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("1", Confidence.SURE),
        ("2", Confidence.THINK_SO),
        (ENTER, Confidence.THINK_SO),
        ("3", Confidence.GUESSING),
        (CTRL_D, Command.LEAVE),
    ],
)
def test_confidence_is_one_key(desk: Desk, key: str, said: Confidence | Command) -> None:
    assert desk.press("x", key).screen.confidence() is said
    line = {CTRL_D: "", ENTER: "\n"}.get(key, f"maybe\n {key} \n")
    assert Talk(line).screen.confidence() is said


def test_a_line_can_be_given_or_thought_better_of(desk: Desk) -> None:
    assert desk.press("the quote is wrong ", ENTER).screen.note("What is wrong?") == "the quote is wrong"
    assert desk.press(ENTER).screen.note("What is wrong?") == ""
    assert desk.press("half", CTRL_C).screen.note("What is wrong?") is None
    assert desk.press("half", CTRL_D).screen.note("What is wrong?") is None
    assert desk.press("\x1b[200~two\r\nlines\x1b[201~", ENTER).screen.note("What is wrong?") == "two lines"


def test_a_note_of_the_line_mode_follows_its_command_or_is_asked_for() -> None:
    talk = Talk(":flag  too easy \n", rate=True)
    assert talk.screen.ask(samples.asked(samples.TEXT)) is Command.FLAG
    assert talk.screen.note("What is wrong?") == "too easy"
    talk = Talk(":flag\nbad quote\n:flag\n", rate=True)
    talk.screen.ask(samples.asked(samples.TEXT))
    assert talk.screen.note("What is wrong?") == "bad quote"
    talk.screen.ask(samples.asked(samples.TEXT))
    assert talk.screen.note("What is wrong?") is None
    assert Talk("").screen.note("What is wrong?") == ""


def test_ctrl_c_gives_up_a_note_of_the_line_mode_alone() -> None:
    talk = Talk(rate=True)
    with mock.patch.object(talk.screen._lines, "read", side_effect=KeyboardInterrupt):
        assert talk.screen.note("What is wrong?") is None


@pytest.mark.parametrize(
    ("key", "said"),
    [
        *((key.letter, key.command) for key in commands.FOR_LEECHES),
        (ENTER, None),
        (CTRL_D, Command.LEAVE),
    ],
)
def test_a_leech_is_named_with_what_can_be_done(desk: Desk, key: str, said: Command | None) -> None:
    assert desk.press(key).screen.leech(LEECH) is said
    text = " ".join(desk.lines())
    assert "forgotten 6 times" in text
    assert "bank.yaml:3" in text
    for word in ("source", "edit", "hint", "split", "suspend"):
        assert word in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n", None),
        (":suspend\n", Command.SUSPEND),
        (":edit\n", Command.EDIT),
        (":source\n", Command.SOURCE),
        (":quit\n", Command.LEAVE),
        (":pause\n\n", None),
    ],
)
def test_a_leech_of_the_line_mode_is_asked_about_where_somebody_sits(text: str, said: Command | None) -> None:
    talk = Talk(text, rate=True)
    assert talk.screen.leech(LEECH) is said
    assert talk.said("leech")[0].startswith("Which river? (forgotten 6 times; bank.yaml:3) See its source")
    assert Talk(text).screen.leech(LEECH) is None


@pytest.mark.parametrize(("key", "said"), [(ENTER, None), ("q", Command.LEAVE), (CTRL_D, Command.LEAVE)])
def test_a_look_and_a_paragraph_wait_for_one_key(desk: Desk, key: str, said: Command | None) -> None:
    assert desk.press(key).screen.look(LOOK) is said
    assert desk.lines()[1:] == [
        "new 1 of 2",
        "Which city is proposed?",
        "answer   Geneva",
        "why      It is neutral ground.",
        "account.md, paragraph 6",
        "Moscow »proposed Geneva« for the talks.",
    ]
    assert desk.press(key).screen.read(samples.PASSAGE) is said
    assert desk.lines()[-2:] == ["account.md, paragraph 6", "Moscow proposed Geneva for the talks."]


def test_a_look_and_a_paragraph_are_lines_of_the_line_mode() -> None:
    talk = Talk("\n:undo\n\n:quit\n")
    assert talk.screen.look(LOOK) is None
    assert talk.screen.read(samples.PASSAGE) is None
    assert talk.screen.read(samples.PASSAGE) is Command.LEAVE
    assert talk.said("new") == ["1 of 2: Which city is proposed?"]
    assert talk.said("back") == ["Geneva"]
    assert talk.said("source") == ["account.md, paragraph 6: Moscow »proposed Geneva« for the talks."]
    assert talk.said("read") == ["account.md, paragraph 6: Moscow proposed Geneva for the talks."] * 2
    assert talk.said("please") == ["there is no command :undo here; :help lists them"]


def test_what_was_missed_is_offered_where_something_was(desk: Desk) -> None:
    assert desk.press("m").screen.score(samples.page()) is Command.MISSED
    assert desk.press("m", ENTER).screen.score(samples.page(missed=())) is None
    assert Talk(":missed\n", rate=True).screen.score(samples.page()) is Command.MISSED
    nothing = Talk(":missed\n\n", rate=True)
    assert nothing.screen.score(samples.page(missed=())) is None
    assert ":missed" not in nothing.said("answer")[0]


def test_a_pause_hides_the_question_until_enter(desk: Desk) -> None:
    desk.press("x", ENTER).screen.pause()
    assert desk.lines()[-1] == "Paused. The clock stands still."
    talk = Talk("\n")
    talk.screen.pause()
    assert talk.said("answer") == ["paused; press Enter to go on"]


def test_undo_has_ctrl_z_as_well(desk: Desk) -> None:
    assert desk.press(CTRL_Z).screen.decide(samples.wrong_choice()) is Command.UNDO
