from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import ui_samples as samples
from ui_desk import BACKSPACE, CTRL_C, CTRL_D, CTRL_Q, CTRL_Z, DOWN, ENTER, TAB, UP, Desk, sat

from quiz.question import ChoiceQuestion, Wrong
from quiz.review import Matched, Picked, Rating, SelfRated, Typed
from quiz.ui.screen import Answer, Command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.question import Question
    from quiz.review import Response


@pytest.fixture
def desk() -> Iterator[Desk]:
    with sat() as made:
        yield made


def test_a_choice_is_pointed_at(desk: Desk) -> None:
    assert desk.answer(samples.CHOICE, DOWN, DOWN, ENTER) == Picked(
        ("Geneva",), ("Helsinki", "Vienna", "Geneva")
    )
    assert desk.lines() == ["", "3 · 17 left · talks", "Which city is proposed?"]


def test_true_or_false_is_pointed_at(desk: Desk) -> None:
    assert desk.answer(samples.TRUE_FALSE, UP, ENTER) == Picked(("true",), ("false", "true"))


def test_several_are_marked_and_named_below(desk: Desk) -> None:
    response = desk.answer(samples.SEVERAL, DOWN, " ", DOWN, " ", ENTER)
    assert response == Picked(("four", "two"), ("three", "four", "two"))
    assert desk.lines()[-2:] == ["  four", "  two"]


def test_none_of_several_is_asked_about_once_more(desk: Desk) -> None:
    assert desk.answer(samples.SEVERAL, ENTER, ENTER) == Picked((), ("three", "four", "two"))
    assert desk.lines()[-1] == "  none"
    response = desk.answer(samples.SEVERAL, ENTER, "2", ENTER)
    assert response == Picked(("four",), ("three", "four", "two"))


def test_a_digit_picks_its_option(desk: Desk) -> None:
    shown = samples.asked(samples.CHOICE).shown
    assert desk.answer(samples.CHOICE, "2") == Picked((shown[1],), shown)
    assert desk.answer(samples.CHOICE, "9", "j", "1") == Picked((shown[0],), shown)


def test_a_digit_ticks_and_unticks_one_of_several(desk: Desk) -> None:
    response = desk.answer(samples.SEVERAL, "1", "3", "1", ENTER)
    assert response == Picked(("two",), ("three", "four", "two"))


def test_a_digit_picks_the_next_of_an_order_from_what_is_left(desk: Desk) -> None:
    response = desk.answer(samples.ORDER, "3", "2", "1")
    assert response == Picked(("first", "second", "third"), ("third", "second", "first"))


def test_an_enter_typed_ahead_of_the_prompt_counts(desk: Desk) -> None:
    shown = samples.asked(samples.CHOICE).shown
    assert desk.answer(samples.CHOICE, "\n") == Picked((shown[0],), shown)


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
        (samples.TEXT, (TAB, TAB, TAB, TAB, "x", ENTER), 3),
        (samples.CHOICE, (TAB, TAB, ENTER), 1),
        (samples.SEVERAL, (TAB, ENTER, ENTER), 0),
        (samples.RECALL, (TAB, TAB, ENTER, "3"), 1),
    ],
)
def test_tab_gives_hints_as_long_as_there_are_any(
    desk: Desk, question: Question, typed: tuple[str, ...], hints: int
) -> None:
    given = desk.press(*typed).screen.ask(samples.asked(question))
    assert isinstance(given, Answer)
    assert given.hints == hints


@pytest.mark.parametrize(
    ("key", "rating"),
    [("1", Rating.AGAIN), ("2", Rating.HARD), ("3", Rating.GOOD), ("4", Rating.EASY), (ENTER, Rating.GOOD)],
)
def test_recall_turns_and_takes_one_key(desk: Desk, key: str, rating: Rating) -> None:
    assert desk.answer(samples.RECALL, "9", ENTER, "9", key) == SelfRated(rating)
    assert desk.lines()[-2:] == ["answer   Again", "         in review."]


def test_recall_can_be_left_on_its_back(desk: Desk) -> None:
    assert desk.answer(samples.RECALL, ENTER, CTRL_D) is Command.LEAVE
    assert desk.answer(samples.RECALL, " ", CTRL_Z) is Command.UNDO
