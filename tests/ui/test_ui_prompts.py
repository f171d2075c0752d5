from __future__ import annotations

import io
import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import ui_samples as samples
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from quiz.question import ChoiceQuestion, Wrong
from quiz.review import Matched, Picked, Rating, SelfRated, Typed, Verdict
from quiz.ui import keys
from quiz.ui.prompts import Interactive
from quiz.ui.render import console
from quiz.ui.screen import Answer, Command, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.input import PipeInput

    from quiz.question import Asked, Question
    from quiz.review import Response

DOWN, UP, ENTER, BACKSPACE, TAB = "\x1b[B", "\x1b[A", "\r", "\x7f", "\t"
CTRL_C, CTRL_D, CTRL_Q, CTRL_Z = "\x03", "\x04", "\x11", "\x1a"


class Narrow(DummyOutput):
    """An output of 50 columns that is thrown away."""

    def get_size(self) -> Size:
        return Size(rows=24, columns=50)


class Desk:
    """An interactive screen, the keys to press, and what was drawn outside the prompts."""

    def __init__(self, pipe: PipeInput) -> None:
        self.pipe = pipe
        self.out = io.StringIO()
        self.screen = Interactive(lambda: console(self.out, 50))

    def press(self, *typed: str) -> Desk:
        self.pipe.send_text("".join(typed))
        return self

    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.out.getvalue().splitlines()]

    def answer(self, question: Question, *typed: str) -> Response | Command:
        given = self.press(*typed).screen.ask(samples.asked(question))
        return given.response if isinstance(given, Answer) else given


@contextmanager
def sat() -> Iterator[Desk]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=Narrow()):
        yield Desk(pipe)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with sat() as made:
        yield made


def test_a_choice_is_pointed_at(desk: Desk) -> None:
    assert desk.answer(samples.CHOICE, DOWN, DOWN, ENTER) == Picked(("Geneva",), ("Helsinki", "Vienna", "Geneva"))
    assert desk.lines() == ["", "3 · 17 left · talks", "Which city is proposed?"]


def test_true_or_false_is_pointed_at(desk: Desk) -> None:
    assert desk.answer(samples.TRUE_FALSE, UP, ENTER) == Picked(("true",), ("false", "true"))


def test_several_are_marked_and_named_below(desk: Desk) -> None:
    response = desk.answer(samples.SEVERAL, DOWN, " ", DOWN, " ", ENTER)
    assert response == Picked(("four", "two"), ("three", "four", "two"))
    assert desk.lines()[-2:] == ["  four", "  two"]


def test_none_of_several_can_be_marked(desk: Desk) -> None:
    assert desk.answer(samples.SEVERAL, ENTER) == Picked((), ("three", "four", "two"))
    assert desk.lines()[-1] == "  none"


def test_an_order_is_picked_one_after_another(desk: Desk) -> None:
    response = desk.answer(samples.ORDER, DOWN, DOWN, ENTER, DOWN, ENTER, ENTER)
    assert response == Picked(("first", "second", "third"), ("third", "second", "first"))
    assert desk.lines()[-3:] == ["  1. first", "  2. second", "  3. third"]


def test_backspace_takes_the_last_pick_back(desk: Desk) -> None:
    response = desk.answer(samples.ORDER, BACKSPACE, ENTER, DOWN, ENTER, BACKSPACE, ENTER, ENTER)
    assert response == Picked(("third", "second", "first"), ("third", "second", "first"))


def test_a_match_finds_a_right_side_for_each_left(desk: Desk) -> None:
    response = desk.answer(samples.MATCH, DOWN, DOWN, ENTER, DOWN, ENTER, BACKSPACE, DOWN, ENTER, ENTER)
    assert response == Matched(samples.MATCH.pairs, ("Madrid", "Rome", "Paris"))
    assert desk.lines()[-3:] == ["  France = Paris", "  Italy = Rome", "  Spain = Madrid"]


@pytest.mark.parametrize("question", [samples.TEXT, samples.CLOZE, samples.NUMBER, samples.MONTH])
def test_typed_kinds_take_text_with_editing(desk: Desk, question: Question) -> None:
    assert desk.answer(question, "abd", BACKSPACE, "c", ENTER) == Typed("abc")


def test_an_empty_answer_is_asked_for_once_more(desk: Desk) -> None:
    assert desk.answer(samples.TEXT, ENTER, "Danube", ENTER) == Typed("Danube")
    assert desk.answer(samples.TEXT, ENTER, ENTER) == Typed("")
    assert desk.answer(samples.TEXT, "  ", ENTER, ENTER) == Typed("")


def test_the_warning_is_taken_back_by_typing(desk: Desk) -> None:
    assert desk.answer(samples.TEXT, ENTER, "a", BACKSPACE, ENTER, "Danube", ENTER) == Typed("Danube")


def test_pasted_lines_become_one(desk: Desk) -> None:
    assert desk.answer(samples.TEXT, "\x1b[200~one\ntwo\r\nthree\x1b[201~", ENTER) == Typed("one two three")


def test_ten_thousand_letters_are_taken_and_more_are_not(desk: Desk) -> None:
    paste = "\x1b[200~" + "x" * 10_000 + "\x1b[201~"
    assert desk.answer(samples.TEXT, paste, ENTER) == Typed("x" * 10_000)
    assert desk.answer(samples.TEXT, paste, "y", ENTER, BACKSPACE, ENTER) == Typed("x" * 10_000)


@pytest.mark.parametrize("text", ["東京タワー", "e\u0301te\u0301", "👩\u200d🚀🎉", "नमस्ते"])
def test_wide_and_joined_letters_are_taken_and_shown(desk: Desk, text: str) -> None:
    question = ChoiceQuestion(
        id="wide", ask=text * 20, location=samples.AT, answer=text * 30, wrong=(Wrong(text, None),)
    )
    assert desk.answer(question, ENTER) == Picked((text,), (text, text * 30))
    assert desk.answer(samples.TEXT, text, ENTER) == Typed(text)


def test_more_options_than_lines_and_letters_scroll(desk: Desk) -> None:
    wrong = tuple(Wrong(f"option {n} " * 9, None) for n in range(120))
    question = ChoiceQuestion(id="many", ask="Which?", location=samples.AT, answer="right", wrong=wrong)
    response = desk.answer(question, UP, ENTER)
    assert isinstance(response, Picked)
    assert response.picked == ("right",)


def test_options_that_are_alike_or_steer_the_terminal_stay_apart(desk: Desk) -> None:
    question = ChoiceQuestion(
        id="odd", ask="\x1b[2J?", location=samples.AT, answer="a\nb", wrong=(Wrong("\x1b[31ma", None),)
    )
    response = desk.answer(question, DOWN, ENTER)
    assert isinstance(response, Picked)
    assert response.picked == ("a\nb",)
    assert "\x1b" not in desk.out.getvalue()


@pytest.mark.parametrize(
    ("question", "nothing"),
    [(samples.CHOICE, Picked((), ())), (samples.SEVERAL, Picked((), ())), (samples.MATCH, Matched((), ()))],
)
def test_nothing_to_choose_from_is_no_crash(desk: Desk, question: Question, nothing: Response) -> None:
    put = samples.asked(question)
    bare = type(put)(put.card, (), put.number, put.left)
    given = desk.screen.ask(bare)
    assert isinstance(given, Answer)
    assert given.response == nothing


ALL = [samples.CHOICE, samples.SEVERAL, samples.TEXT, samples.ORDER, samples.MATCH, samples.RECALL]


@pytest.mark.parametrize("question", ALL)
def test_every_control_has_the_same_way_out(desk: Desk, question: Question) -> None:
    assert desk.answer(question, CTRL_Z) is Command.UNDO
    assert desk.answer(question, CTRL_D) is Command.LEAVE
    assert desk.answer(question, CTRL_Q) is Command.LEAVE
    with pytest.raises(KeyboardInterrupt):
        desk.answer(question, CTRL_C)


def test_half_typed_text_does_not_keep_from_leaving(desk: Desk) -> None:
    assert desk.answer(samples.TEXT, "abc", CTRL_D) is Command.LEAVE


def test_leaving_works_in_the_middle_of_an_order(desk: Desk) -> None:
    assert desk.answer(samples.ORDER, ENTER, CTRL_D) is Command.LEAVE
    assert desk.answer(samples.MATCH, ENTER, CTRL_Z) is Command.UNDO


@pytest.mark.parametrize("question", ALL)
def test_the_end_of_input_leaves(question: Question) -> None:
    with sat() as desk:
        desk.pipe.close()
        assert desk.answer(question) is Command.LEAVE


@pytest.mark.parametrize(
    ("question", "typed", "hints"),
    [
        (samples.TEXT, (TAB, "x", ENTER), 1),
        (samples.TEXT, (TAB, TAB, TAB, "x", ENTER), 2),
        (samples.CHOICE, (TAB, TAB, ENTER), 1),
        (samples.SEVERAL, (TAB, ENTER), 0),
        (samples.RECALL, (TAB, TAB, ENTER, "3"), 1),
    ],
)
def test_tab_gives_hints_as_long_as_there_are_any(
    desk: Desk, question: Question, typed: tuple[str, ...], hints: int
) -> None:
    given = desk.press(*typed).screen.ask(samples.asked(question))
    assert isinstance(given, Answer)
    assert given.hints == hints


@pytest.mark.parametrize(("key", "rating"), [("1", Rating.AGAIN), ("2", Rating.HARD), ("3", Rating.GOOD), ("4", Rating.EASY)])
def test_recall_turns_and_takes_one_key(desk: Desk, key: str, rating: Rating) -> None:
    assert desk.answer(samples.RECALL, "x", ENTER, ENTER, key) == SelfRated(rating)
    assert desk.lines()[-2:] == ["answer   Again", "         in review."]


def test_recall_can_be_left_on_its_back(desk: Desk) -> None:
    assert desk.answer(samples.RECALL, ENTER, CTRL_D) is Command.LEAVE
    assert desk.answer(samples.RECALL, " ", CTRL_Z) is Command.UNDO


def test_enter_takes_the_suggested_rating(desk: Desk) -> None:
    assert desk.press("x", ENTER).screen.feedback(samples.wrong_choice()) is Rating.AGAIN
    assert desk.lines() == [
        "✗ wrong",
        "answer   Geneva",
        "why      It is neutral ground.",
        "because  Helsinki: It hosted an earlier summit.",
        "next     comes back today",
    ]


def test_a_number_takes_another_rating_and_says_when(desk: Desk) -> None:
    assert desk.press("4").screen.feedback(samples.wrong_choice()) is Rating.EASY
    assert desk.lines()[-1] == "rated easy, comes back in 3 months"


@pytest.mark.parametrize(
    ("key", "command"),
    [("u", Command.UNDO), (CTRL_Z, Command.UNDO), ("q", Command.LEAVE), (CTRL_D, Command.LEAVE)],
)
def test_feedback_can_be_taken_back_or_left(desk: Desk, key: str, command: Command) -> None:
    assert desk.press(key).screen.feedback(samples.wrong_choice()) is command


def test_s_shows_the_passage_once_for_each_press(desk: Desk) -> None:
    desk.press("s", "s", ENTER).screen.feedback(samples.wrong_choice())
    assert desk.out.getvalue().count("Moscow »proposed Geneva« for the talks.") == 2


def test_s_says_why_there_is_no_passage(desk: Desk) -> None:
    gone = samples.feedback(samples.TEXT, Typed("x"), passage=Passage("a.md", 1, None, None, "a.md is gone."))
    desk.press("s", ENTER).screen.feedback(gone)
    assert desk.lines()[-1] == "a.md is gone."


def test_recall_feedback_has_no_second_rating(desk: Desk) -> None:
    rated = samples.feedback(samples.RECALL, SelfRated(Rating.EASY))
    assert desk.press("1", ENTER).screen.feedback(rated) is Rating.EASY
    assert desk.press("u").screen.feedback(rated) is Command.UNDO
    assert desk.lines()[:2] == ["rated easy", "next     comes back in 3 months"]


@pytest.mark.parametrize(("key", "said"), [("y", True), ("n", False), (ENTER, False), (CTRL_D, Command.LEAVE)])
def test_a_near_answer_is_counted_by_one_key(desk: Desk, key: str, said: bool | Command) -> None:  # noqa: FBT001
    near = samples.near_text()
    assert near.judgement.verdict is Verdict.NEAR
    assert desk.press(key).screen.accept_near(near) is said
    assert desk.lines()[0] == "≈ near"
    assert any("^" in line for line in desk.lines())


def test_the_difference_is_drawn_once(desk: Desk) -> None:
    near = samples.near_text()
    desk.press("y").screen.accept_near(near)
    desk.press(ENTER).screen.feedback(near)
    assert desk.out.getvalue().count("^") == desk.out.getvalue().split("≈ near")[1].count("^")
    again = desk.out.tell()
    desk.press(ENTER).screen.feedback(near)
    assert "^" in desk.out.getvalue()[again:]


@pytest.mark.parametrize(
    ("key", "default", "said"),
    [("y", False, True), ("n", True, False), (ENTER, True, True), (ENTER, False, False), (CTRL_D, True, True)],
)
def test_confirm_takes_one_key(desk: Desk, key: str, default: bool, said: bool) -> None:  # noqa: FBT001
    assert desk.press(key).screen.confirm("Go ahead?", default=default) is said
    assert desk.lines() == ["Go ahead?"]


@pytest.mark.parametrize(
    ("key", "said"), [(ENTER, None), ("u", Command.UNDO), (CTRL_D, Command.LEAVE), ("q", Command.LEAVE)]
)
def test_the_score_page_waits_for_a_key(desk: Desk, key: str, said: Command | None) -> None:
    assert desk.press(key).screen.score(samples.page()) is said
    assert "Score: 13.5 of 20 points, 68 %" in desk.lines()


def test_a_sentence_is_drawn_clean(desk: Desk) -> None:
    desk.screen.say("Taken back: \x1b[31m.")
    assert desk.lines() == ["Taken back: �[31m."]


@pytest.mark.parametrize("columns", [20, 50, 80])
def test_keys_are_packed_into_lines_that_fit(columns: int) -> None:
    parts = ("Enter good", "1 again 2 hard", "s source", "u undo", "q leave")
    lines = keys.packed(parts, columns)
    assert " · ".join(lines).split(" · ") == list(parts)
    assert max(map(len, lines)) <= columns


def test_no_keys_are_no_lines() -> None:
    assert keys.packed((), 50) == []


class Stopped(Exception):
    pass


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_what_a_signal_handler_raises_ends_the_prompt_and_the_handler_stays(
    desk: Desk, number: signal.Signals
) -> None:
    def stop(_number: int, _frame: object) -> None:
        raise Stopped

    before = signal.signal(number, stop)
    try:
        threading.Timer(0.3, os.kill, (os.getpid(), number)).start()
        with pytest.raises(Stopped):
            desk.answer(samples.TEXT, "half an ans")
        assert signal.getsignal(number) is stop
    finally:
        signal.signal(number, before)


def test_an_interrupt_from_outside_is_a_keyboard_interrupt(desk: Desk) -> None:
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        desk.answer(samples.CHOICE)


def test_a_signal_that_came_too_early_is_not_lost(desk: Desk) -> None:
    class Early(DummyOutput):
        def get_default_color_depth(self) -> object:
            return super().get_default_color_depth()

    def stop(_number: int, _frame: object) -> None:
        raise Stopped

    before = signal.signal(signal.SIGTERM, stop)
    app = keys.Application()
    held: list[BaseException] = []
    try:
        with keys._orderly_signals(app, held):
            os.kill(os.getpid(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert isinstance(held[0], Stopped)


def test_a_terminal_that_is_gone_is_the_end_of_input() -> None:
    class Gone(DummyOutput):
        def flush(self) -> None:
            raise OSError

    with create_pipe_input() as pipe, create_app_session(input=pipe, output=Gone()):
        assert keys.read_key({"y": "yes"}, ("y yes",)) is Command.LEAVE


def test_prompts_work_outside_the_main_thread() -> None:
    said: list[Answer | Command] = []

    def ask(put: Asked) -> None:
        with sat() as desk:
            said.append(desk.press(ENTER).screen.ask(put))

    thread = threading.Thread(target=ask, args=(samples.asked(samples.CHOICE),))
    thread.start()
    thread.join(10)
    assert isinstance(said[0], Answer)
