from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import ui_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from quiz.grading import rejudge_near
from quiz.review import Matched, Picked, Rating, SelfRated, Typed, Verdict
from quiz.ui.plain import PROTOCOL, Plain
from quiz.ui.screen import Answer, Command, Feedback, Passage

if TYPE_CHECKING:
    from quiz.question import Question
    from quiz.review import Response

WORDS = {
    *("question", "option", "left", "answer", "right", "near", "partly", "wrong", "difference", "taken"),
    *("why", "because", "reason", "next", "note", "hint", "source", "help", "please", "turn", "back"),
    *("counted", "score", "verdicts", "bank", "kind", "missed", "returns", "time", "earlier", "rest"),
}


class Talk:
    """A plain screen with its input given beforehand."""

    def __init__(self, text: str = "", *, rate: bool = False) -> None:
        self.out = io.StringIO()
        self.screen = Plain(io.StringIO(text), self.out, rate=rate)

    def lines(self) -> list[str]:
        return self.out.getvalue().splitlines()

    def said(self, word: str) -> list[str]:
        return [line.removeprefix(f"{word}: ") for line in self.lines() if line.startswith(f"{word}:")]


def reply(question: Question, text: str) -> Response | Command:
    answer = Talk(text).screen.ask(samples.asked(question))
    return answer.response if isinstance(answer, Answer) else answer


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
    [("t", "true"), ("TRUE", "true"), ("y", "true"), ("yes", "true"), ("f", "false"), ("no", "false")]
    + [("1", "false"), ("2", "true")],
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
    assert reply(samples.ORDER, "3 2 1\n") == Picked(("first", "second", "third"), ("third", "second", "first"))


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
        (samples.NUMBER, "type a number in men"),
        (samples.BARE_NUMBER, "type a number"),
        (samples.YEAR, "type a year"),
        (samples.MONTH, "type a month as YYYY-MM"),
        (samples.DAY, "type a date"),
    ],
)
def test_a_typed_kind_says_what_is_wanted_and_takes_the_line_as_it_is(question: Question, wanted: str) -> None:
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
    "question", [samples.CHOICE, samples.TEXT, samples.ORDER, samples.MATCH, samples.SEVERAL, samples.TRUE_FALSE]
)
def test_commands_and_the_end_of_input_end_any_question(question: Question) -> None:
    assert reply(question, ":undo\n") is Command.UNDO
    assert reply(question, ":quit\n") is Command.LEAVE
    assert reply(question, "") is Command.LEAVE


def test_recall_can_be_left_and_taken_back_on_both_sides() -> None:
    assert reply(samples.RECALL, ":undo\n") is Command.UNDO
    assert reply(samples.RECALL, "\n:undo\n") is Command.UNDO


def test_hints_are_given_out_one_by_one_and_counted() -> None:
    talk = Talk(":hint\n:HINT \n:hint\nDanube\n")
    answer = talk.screen.ask(samples.asked(samples.TEXT))
    assert talk.said("hint") == ["It is long.", "It begins with D.", "none"]
    assert isinstance(answer, Answer)
    assert answer.hints == 2


def test_a_reversed_card_has_no_hint() -> None:
    talk = Talk(":hint\nchat\n")
    talk.screen.ask(samples.asked(samples.REVERSED, part=1))
    assert talk.said("hint") == ["none"]


def test_help_and_an_unknown_command_say_what_there_is() -> None:
    talk = Talk(":help\n:easy\n:\nDanube\n")
    talk.screen.ask(samples.asked(samples.TEXT))
    assert ":undo" in talk.said("help")[0]
    assert talk.said("please")[0] == "there is no command :easy here; :help lists them"


def test_feedback_takes_the_suggested_rating_at_once() -> None:
    talk = Talk()
    assert talk.screen.feedback(samples.wrong_choice()) is Rating.AGAIN
    assert talk.lines() == [
        "wrong: Geneva",
        "why: It is neutral ground.",
        "because: Helsinki: It hosted an earlier summit.",
        "reason: Another option is the right one.",
        "next: again, today",
    ]


def test_feedback_shows_every_part_of_the_right_answer_on_one_line() -> None:
    talk = Talk()
    talk.screen.feedback(samples.feedback(samples.ORDER, Picked(("first", "third", "second"), ())))
    talk.screen.feedback(samples.feedback(samples.MATCH, Matched((), ())))
    talk.screen.feedback(samples.feedback(samples.SEVERAL, Picked(("two", "four"), ("two", "four", "three"))))
    assert talk.said("partly") == ["1. first; 2. second; 3. third"]
    assert talk.said("wrong") == ["France = Paris; Italy = Rome; Spain = Madrid"]
    assert talk.said("right") == ["two; four"]


def test_what_a_number_was_read_as_is_said() -> None:
    talk = Talk()
    talk.screen.feedback(samples.feedback(samples.NUMBER, Typed("90 thousand")))
    assert len(talk.said("taken")) == 1


@pytest.mark.parametrize(
    ("text", "rating"),
    [("\n", Rating.AGAIN), ("4\n", Rating.EASY), ("hard\n", Rating.HARD), ("9\n3\n", Rating.GOOD)],
)
def test_with_ratings_feedback_waits_for_one(text: str, rating: Rating) -> None:
    talk = Talk(text, rate=True)
    assert talk.screen.feedback(samples.wrong_choice()) is rating
    assert talk.said("answer") == ["press Enter for again, or type 1 again, 2 hard, 3 good, 4 easy"]
    assert talk.said("next")[0].startswith(rating.name.lower())


@pytest.mark.parametrize(("text", "command"), [("", Command.LEAVE), (":undo\n", Command.UNDO), (":quit\n", Command.LEAVE)])
def test_with_ratings_feedback_can_be_left_or_taken_back(text: str, command: Command) -> None:
    talk = Talk(text, rate=True)
    assert talk.screen.feedback(samples.wrong_choice()) is command
    assert talk.said("next") == []


def test_with_ratings_recall_only_goes_on() -> None:
    rated = samples.feedback(samples.RECALL, SelfRated(Rating.EASY))
    talk = Talk("1\n:undo\n", rate=True)
    assert talk.screen.feedback(rated) is Rating.EASY
    assert talk.screen.feedback(rated) is Command.UNDO
    assert talk.said("right") == ["Again in review."] * 2


def test_a_near_answer_shows_the_difference_and_asks() -> None:
    near = samples.near_text()
    assert near.judgement.verdict is Verdict.NEAR
    talk = Talk("perhaps\n\n:undo\nY\n")
    assert talk.screen.accept_near(near) is True
    assert talk.said("near") == ["Danube"]
    assert "[add" in talk.said("difference")[0]
    assert talk.said("answer") == ["count it as right? y or n"]
    assert len(talk.said("please")) == 3


@pytest.mark.parametrize(("accepted", "counted"), [(True, "right"), (False, "wrong")])
def test_a_near_answer_has_one_verdict_line(accepted: bool, counted: str) -> None:  # noqa: FBT001
    near = samples.near_text()
    talk = Talk("y\n" if accepted else "n\n")
    assert talk.screen.accept_near(near) is accepted
    settled = samples.feedback(
        samples.TEXT, near.response, judgement=rejudge_near(near.judgement, accepted)
    )
    talk.screen.feedback(settled)
    assert talk.said("counted") == [counted]
    assert sum(len(talk.said(verdict.value)) for verdict in Verdict) == 1


def test_a_near_answer_can_be_left() -> None:
    assert Talk("").screen.accept_near(samples.near_text()) is Command.LEAVE
    assert Talk(":quit\n").screen.accept_near(samples.near_text()) is Command.LEAVE


def test_the_source_of_the_last_answer_is_shown_at_the_next_question() -> None:
    talk = Talk(":source\n3\n:source\n3\n")
    talk.screen.ask(samples.asked(samples.CHOICE))
    talk.screen.feedback(samples.wrong_choice())
    talk.screen.ask(samples.asked(samples.CHOICE))
    assert talk.said("source") == [
        "none yet; it is shown after an answer",
        "account.md, paragraph 6: Moscow »proposed Geneva« for the talks.",
    ]


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        (None, "This question names no source."),
        (Passage("a.md", 2, None, None, "a.md is not there."), "a.md is not there."),
        (Passage("a.md", 2, None, None), "a.md, paragraph 2 cannot be shown."),
        (Passage("a.md", None, "All of it.", None), "a.md: All of it."),
        (Passage("a.md", 2, "All of it.", "nothing"), "a.md, paragraph 2: All of it."),
        (Passage("a.md", 2, "All of it.", "all OF"), "a.md, paragraph 2: »All of« it."),
    ],
)
def test_a_source_is_shown_or_its_absence_explained(passage: Passage | None, said: str) -> None:
    talk = Talk(":source\n\n", rate=True)
    talk.screen.feedback(samples.feedback(samples.TEXT, Typed("x"), passage=passage))
    assert talk.said("source") == [said]


@pytest.mark.parametrize(
    ("text", "default", "said"),
    [("y\n", False, True), ("n\n", True, False), ("\n", True, True), ("", True, True), ("", False, False)]
    + [("what\nyes\n", False, True), (":quit\n", False, False)],
)
def test_confirm_takes_yes_no_and_the_default(text: str, default: bool, said: bool) -> None:  # noqa: FBT001
    assert Talk(text).screen.confirm("Go ahead?", default=default) is said


def test_the_score_page_is_lines_that_can_be_read_by_word() -> None:
    talk = Talk()
    assert talk.screen.score(samples.page()) is None
    assert talk.lines() == [
        "score: 13.5 of 20 points, 68 %",
        "verdicts: 12 right, 1 near, 1 partly, 6 wrong",
        "bank: Where and when to talk, and about what: 13.5 of 20 points",
        "bank: west: 1 of 1 point",
        "kind: choice: 13.5 of 20 points",
        "missed: Which city? answer: Geneva; given: Vienna",
        "missed: Which year? answer: 1949",
        "returns: 3 cards today, 4 cards tomorrow, 1 card on Wed 22 Dec",
        "time: 5 min 20 s, 8 s an answer",
        "earlier: Today 83 % of the points in 24 answers; better than the 2 days before (67 % in 15 a day).",
        "rest: 17 cards left for today; `quiz start` goes on.",
    ]


def test_with_ratings_the_score_page_waits_and_can_take_back() -> None:
    assert Talk("\n", rate=True).screen.score(samples.page()) is None
    assert Talk(":undo\n", rate=True).screen.score(samples.page()) is Command.UNDO
    assert Talk("", rate=True).screen.score(samples.page()) is Command.LEAVE


def test_a_sentence_is_a_note_on_one_line() -> None:
    talk = Talk()
    talk.screen.say("Two\nlines \x1b[31m.")
    assert talk.lines() == ["note: Two lines �[31m."]


def test_every_line_is_flushed_as_it_is_written() -> None:
    class Counting(io.StringIO):
        unflushed = 0
        most = 0

        def write(self, text: str) -> int:
            self.unflushed += text.count("\n")
            self.most = max(self.most, self.unflushed)
            return super().write(text)

        def flush(self) -> None:
            self.unflushed = 0

    out = Counting()
    Plain(io.StringIO("3\n"), out).ask(samples.asked(samples.CHOICE))
    assert (out.most, out.unflushed) == (1, 0)


def test_a_broken_pipe_passes() -> None:
    class Broken(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        Plain(io.StringIO(), Broken()).say("x")


def test_bytes_that_are_no_text_and_letters_that_cannot_be_written_do_no_harm() -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\r\nDanube\r\n"), encoding="utf-8")
    raw = io.BytesIO()
    screen = Plain(stdin, io.TextIOWrapper(raw, encoding="ascii"))
    answer = screen.ask(samples.asked(samples.TEXT))
    screen.say("a·b")
    assert isinstance(answer, Answer)
    assert isinstance(answer.response, Typed)
    assert "\N{REPLACEMENT CHARACTER}" in answer.response.text
    assert raw.getvalue().endswith(b"note: a?b\n")


QUESTIONS = [samples.CHOICE, samples.TRUE_FALSE, samples.SEVERAL, samples.TEXT, samples.ORDER, samples.MATCH]


@given(st.sampled_from([*QUESTIONS, samples.RECALL]), st.lists(st.text(), max_size=6), st.booleans())
def test_no_input_breaks_the_screen_or_a_line(question: Question, typed: list[str], rate: bool) -> None:  # noqa: FBT001
    talk = Talk("\n".join(typed), rate=rate)
    answer = talk.screen.ask(samples.asked(question))
    if isinstance(answer, Answer):
        talk.screen.feedback(samples.feedback(question, answer.response))
    assert all(line.split(":")[0] in WORDS for line in talk.out.getvalue().split("\n")[:-1])
    assert "\x1b" not in talk.out.getvalue()


def test_the_protocol_names_every_word_of_the_kinds() -> None:
    for word in (*(kind for kind in ("choice", "true-false", "several", "order", "match", "recall")), ":hint"):
        assert word in PROTOCOL


def test_feedback_of_any_rating_unknown_to_the_schedule_is_still_said() -> None:
    known = samples.wrong_choice()
    bare = Feedback(
        asked=known.asked, response=known.response, judgement=known.judgement, passage=None, next_days={}
    )
    talk = Talk()
    talk.screen.feedback(bare)
    assert talk.said("next") == ["again"]
