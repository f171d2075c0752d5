from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import ui_samples as samples
from ui_talk import Talk, reply

from quiz.review import Matched, Picked, Rating, SelfRated, Typed
from quiz.ui.screen import Answer, Command

if TYPE_CHECKING:
    from quiz.question import Question


def test_a_choice_shows_its_options_and_takes_a_number() -> None:
    talk = Talk("3\n")
    answer = talk.screen.ask(samples.asked(samples.CHOICE))
    assert talk.lines() == [
        "question: 3, 17 left, talks, choice: Which city is proposed?",
        "option: 1: Helsinki",
        "option: 2: Vienna",
        "option: 3: Geneva",
        "answer: type the number of one option, 1 to 3",
    ]
    assert isinstance(answer, Answer)
    assert answer.response == Picked(("Geneva",), ("Helsinki", "Vienna", "Geneva"))
    assert answer.duration_ms >= 0
    assert answer.hints == 0


def test_a_card_asked_once_more_says_so() -> None:
    talk = Talk("3\n")
    talk.screen.ask(samples.asked(samples.CHOICE, again=True))
    assert talk.lines()[0] == "question: 3, 17 left, talks, again, choice: Which city is proposed?"


@pytest.mark.parametrize("line", ["3", " 3 ", "Geneva", " Geneva "])
def test_a_choice_is_taken_by_number_or_by_its_text(line: str) -> None:
    response = reply(samples.CHOICE, line + "\n")
    assert isinstance(response, Picked)
    assert response.picked == ("Geneva",)


@pytest.mark.parametrize("line", ["", "0", "4", "-1", "1 2", "geneva city", "9" * 5000, "²", "1" * 1_000_000])
def test_a_choice_that_is_not_understood_is_asked_again(line: str) -> None:
    talk = Talk(f"{line}\n3\n")
    answer = talk.screen.ask(samples.asked(samples.CHOICE))
    assert talk.said("please") == ["type the number of one option, 1 to 3"]
    assert isinstance(answer, Answer)


@pytest.mark.parametrize(
    ("line", "picked"),
    [
        ("t", "true"),
        ("TRUE", "true"),
        ("y", "true"),
        ("yes", "true"),
        ("f", "false"),
        ("no", "false"),
        ("1", "false"),
        ("2", "true"),
    ],
)
def test_true_or_false_is_said_in_many_ways(line: str, picked: str) -> None:
    assert reply(samples.TRUE_FALSE, line + "\n") == Picked((picked,), ("false", "true"))


def test_true_or_false_needs_one_of_the_two() -> None:
    talk = Talk("maybe\n3\n\ntrue\n")
    talk.screen.ask(samples.asked(samples.TRUE_FALSE))
    assert talk.said("please") == ["type true or false"] * 3


@pytest.mark.parametrize("line", ["3 2", "2,3", "2, 3", " 3,,2 ", "2 3 2"])
def test_several_are_numbers_in_any_order(line: str) -> None:
    assert reply(samples.SEVERAL, line + "\n") == Picked(("four", "two"), ("three", "four", "two"))


def test_none_of_several_is_a_dash() -> None:
    assert reply(samples.SEVERAL, "-\n") == Picked((), ("three", "four", "two"))


@pytest.mark.parametrize("line", ["", "4", "1 x", "one"])
def test_several_that_are_not_understood_are_asked_again(line: str) -> None:
    talk = Talk(f"{line}\n1\n")
    talk.screen.ask(samples.asked(samples.SEVERAL))
    assert talk.said("please") == ["type the numbers of all that apply, or - for none"]


def test_an_order_is_all_numbers() -> None:
    assert reply(samples.ORDER, "3 2 1\n") == Picked(
        ("first", "second", "third"), ("third", "second", "first")
    )


@pytest.mark.parametrize("line", ["", "1 2", "1 1 2", "1 2 3 4", "c b a"])
def test_an_order_that_leaves_out_or_repeats_is_asked_again(line: str) -> None:
    talk = Talk(f"{line}\n1 2 3\n")
    talk.screen.ask(samples.asked(samples.ORDER))
    assert talk.said("please") == ["type all numbers, 1 to 3, in the right order"]


@pytest.mark.parametrize("line", ["c b a", "c,b,a", "C B A", "cba"])
def test_a_match_is_a_letter_for_each_left_side(line: str) -> None:
    shown = ("Madrid", "Rome", "Paris")
    assert reply(samples.MATCH, line + "\n") == Matched(samples.MATCH.pairs, shown)


def test_a_match_shows_both_sides() -> None:
    talk = Talk("c b a\n")
    talk.screen.ask(samples.asked(samples.MATCH))
    assert talk.lines()[1:] == [
        *("left: 1: France", "left: 2: Italy", "left: 3: Spain"),
        *("option: a: Madrid", "option: b: Rome", "option: c: Paris"),
        "answer: type a letter for each left side, 1 to 3, in that order",
    ]


@pytest.mark.parametrize("line", ["", "a", "a b", "a a b", "x y z", "1 2 3"])
def test_a_match_that_is_not_understood_is_asked_again(line: str) -> None:
    talk = Talk(f"{line}\nabc\n")
    talk.screen.ask(samples.asked(samples.MATCH))
    assert len(talk.said("please")) == 1


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (samples.TEXT, "type the answer"),
        (samples.CLOZE, "type the answer"),
        (samples.NUMBER, "type a number (men)"),
        (samples.BARE_NUMBER, "type a number"),
        (samples.YEAR, "type a year, as 1987"),
        (samples.MONTH, "type a month, as 1987-06"),
        (samples.DAY, "type a date, as 1987-06-25"),
    ],
)
def test_a_typed_kind_says_what_is_wanted_and_takes_the_line_as_it_is(
    question: Question, wanted: str
) -> None:
    talk = Talk(" a Line,  as typed \r\n")
    answer = talk.screen.ask(samples.asked(question))
    assert talk.said("answer") == [f"{wanted}; an empty line says I do not know"]
    assert isinstance(answer, Answer)
    assert answer.response == Typed(" a Line,  as typed ")


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_an_empty_line_says_i_do_not_know(line: str) -> None:
    assert reply(samples.TEXT, line + "\n") == Typed("")


def test_the_last_line_needs_no_line_feed() -> None:
    assert reply(samples.TEXT, "Danube") == Typed("Danube")


def test_an_answer_that_begins_with_a_colon_is_written_with_two() -> None:
    assert reply(samples.TEXT, "::undo\n") == Typed(":undo")


def test_a_very_long_line_is_refused_in_words() -> None:
    talk = Talk("x" * 1_000_000 + "\nDanube\n")
    talk.screen.ask(samples.asked(samples.TEXT))
    assert talk.said("please") == ["type at most 10,000 characters"]
    assert reply(samples.TEXT, "x" * 10_000 + "\n") == Typed("x" * 10_000)


def test_half_a_character_is_made_storable() -> None:
    assert reply(samples.TEXT, "a\ud800\x00b\n") == Typed("a?\x00b")


def test_recall_turns_and_rates() -> None:
    talk = Talk("\nfive\n\n3\n")
    answer = talk.screen.ask(samples.asked(samples.RECALL))
    assert isinstance(answer, Answer)
    assert answer.response == SelfRated(Rating.GOOD)
    assert talk.lines()[1:] == [
        "turn: press Enter to see the answer",
        "back: Again in review.",
        "answer: rate 1 again, 2 hard, 3 good, 4 easy",
        *["please: rate 1 again, 2 hard, 3 good, 4 easy"] * 2,
    ]


def test_a_rating_is_also_taken_by_name() -> None:
    assert reply(samples.RECALL, "\nEasy\n") == SelfRated(Rating.EASY)


@pytest.mark.parametrize("text", ["", "\n"])
def test_the_end_of_input_leaves_recall(text: str) -> None:
    assert reply(samples.RECALL, text) is Command.LEAVE


@pytest.mark.parametrize(
    "question",
    [samples.CHOICE, samples.TEXT, samples.ORDER, samples.MATCH, samples.SEVERAL, samples.TRUE_FALSE],
)
def test_commands_and_the_end_of_input_end_any_question(question: Question) -> None:
    assert reply(question, ":undo\n") is Command.UNDO
    assert reply(question, ":quit\n") is Command.LEAVE
    assert reply(question, "") is Command.LEAVE


def test_recall_can_be_left_and_taken_back_on_both_sides() -> None:
    assert reply(samples.RECALL, ":undo\n") is Command.UNDO
    assert reply(samples.RECALL, "\n:undo\n") is Command.UNDO


def test_hints_are_given_out_one_by_one_and_counted() -> None:
    talk = Talk(":hint\n:HINT \n:hint\n:hint\nDanube\n")
    answer = talk.screen.ask(samples.asked(samples.TEXT))
    assert talk.said("hint") == ["It is long.", "It has 6 letters.", "It begins like this: D…", "none"]
    assert isinstance(answer, Answer)
    assert answer.hints == 3


def test_a_reversed_card_leaves_the_hint_of_the_bank_out() -> None:
    talk = Talk(":hint\nchat\n")
    talk.screen.ask(samples.asked(samples.REVERSED, part=1))
    assert talk.said("hint") == ["It has 4 letters."]


def test_help_and_an_unknown_command_say_what_there_is() -> None:
    talk = Talk(":help\n:easy\n:\nDanube\n")
    talk.screen.ask(samples.asked(samples.TEXT))
    assert ":undo" in talk.said("help")[0]
    assert talk.said("please")[0] == "there is no command :easy here; :help lists them"
