from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import ui_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from ui_talk import FIRST_WORDS, Talk

from quiz.grading import overrule, rejudge_near
from quiz.question import Kind
from quiz.review import Matched, Picked, Rating, SelfRated, Typed, Verdict
from quiz.ui.commands import WORDS
from quiz.ui.plain import Plain
from quiz.ui.protocol import PROTOCOL
from quiz.ui.screen import Answer, Command, Feedback, Passage

if TYPE_CHECKING:
    from quiz.question import Question

PARAGRAPH = "account.md, paragraph 6: Moscow »proposed Geneva« for the talks."
ASKED = ("source", "overrule", "undo", "flag", "suspend", "bury", "edit", "pause")
BETTER = "better than the 2 days before: 67 %, 15 answers a day."


def test_feedback_takes_the_suggested_rating_at_once() -> None:
    talk = Talk()
    talk.screen.feedback(samples.wrong_choice())
    assert talk.screen.decide(samples.wrong_choice()) is Rating.AGAIN
    assert talk.lines() == [
        "wrong: Geneva",
        "why: It is neutral ground.",
        "because: Helsinki: It hosted an earlier summit.",
        "reason: Another option is the right one.",
        f"source: {PARAGRAPH}",
    ]


def test_the_paragraph_comes_unasked_after_a_wrong_answer_alone() -> None:
    talk = Talk()
    talk.screen.feedback(samples.feedback(samples.TEXT, Typed("Danube")))
    talk.screen.feedback(samples.feedback(samples.RECALL, SelfRated(Rating.AGAIN)))
    talk.screen.feedback(samples.feedback(samples.TEXT, Typed("x"), passage=None))
    assert talk.said("source") == []
    talk.screen.feedback(samples.feedback(samples.TEXT, Typed("x")))
    assert talk.said("source") == [PARAGRAPH]


def test_of_an_overruled_verdict_only_what_is_new_is_said() -> None:
    talk = Talk()
    wrong = samples.wrong_choice()
    talk.screen.feedback(replace(wrong, judgement=overrule(wrong.judgement), overruled=True))
    assert [line.partition(":")[0] for line in talk.lines()] == ["right", "reason"]


def test_when_the_answer_is_saved_its_rating_is_said_and_when_the_card_comes_back() -> None:
    talk = Talk()
    talk.screen.saved(samples.wrong_choice(), Rating.AGAIN)
    assert talk.lines() == ["next: again, today"]


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
    assert talk.screen.decide(samples.wrong_choice()) is rating
    assert talk.said("answer") == ["press Enter for again, or type 1 again, 2 hard, 3 good, 4 easy"]


@pytest.mark.parametrize(
    ("text", "command"),
    [("", Command.LEAVE), (":quit\n", Command.LEAVE), *((f":{word}\n", WORDS[word]) for word in ASKED)],
)
def test_with_ratings_every_command_can_come_after_the_answer(text: str, command: Command) -> None:
    assert Talk(text, rate=True).screen.decide(samples.wrong_choice()) is command
    assert Talk(text, rate=True).screen.decide(rated_easy()) is command


def test_with_ratings_recall_only_goes_on() -> None:
    talk = Talk("1\n", rate=True)
    talk.screen.feedback(rated_easy())
    assert talk.screen.decide(rated_easy()) is Rating.EASY
    assert talk.said("right") == ["Again in review."]
    assert talk.said("answer") == ["press Enter to go on"]


def rated_easy() -> Feedback:
    return samples.feedback(samples.RECALL, SelfRated(Rating.EASY))


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
def test_a_near_answer_has_one_verdict_line(*, accepted: bool, counted: str) -> None:
    near = samples.near_text()
    talk = Talk("y\n" if accepted else "n\n")
    assert talk.screen.accept_near(near) is accepted
    settled = samples.feedback(samples.TEXT, near.response, judgement=rejudge_near(near.judgement, accepted))
    talk.screen.feedback(settled)
    assert talk.said("counted") == [counted]
    assert sum(len(talk.said(verdict.value)) for verdict in Verdict) == 1


def test_a_near_answer_that_is_turned_round_is_not_drawn_once_more() -> None:
    near = samples.near_text()
    turned = replace(near, judgement=rejudge_near(near.judgement, accepted=True), overruled=True)
    talk = Talk()
    talk.screen.feedback(turned)
    assert talk.said("counted") == ["right"]
    assert talk.said("difference") == []


def test_a_near_answer_can_be_left() -> None:
    assert Talk("").screen.accept_near(samples.near_text()) is Command.LEAVE
    assert Talk(":quit\n").screen.accept_near(samples.near_text()) is Command.LEAVE


def test_the_source_shown_before_the_answer_counts_as_one_hint() -> None:
    talk = Talk(":source\n:hint\n:source\n3\n")
    put = samples.asked(samples.CHOICE)
    assert talk.screen.ask(put) is Command.SOURCE
    assert talk.screen.ask(put) is Command.SOURCE
    answer = talk.screen.ask(put)
    assert isinstance(answer, Answer)
    assert answer.hints == 2


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
    talk = Talk()
    talk.screen.passage(passage)
    assert talk.said("source") == [said]


@pytest.mark.parametrize(
    ("text", "default", "said"),
    [
        ("y\n", False, True),
        ("n\n", True, False),
        ("\n", True, True),
        ("", True, True),
        ("", False, False),
        ("what\nyes\n", False, True),
        (":quit\n", False, False),
    ],
)
def test_confirm_takes_yes_no_and_the_default(text: str, *, default: bool, said: bool) -> None:
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
        "time: 3 min 20 s answering, 8 s an answer; 5 min 20 s in all",
        f"earlier: Today 83 % of the points in 24 answers; {BETTER}",
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
        def write(self, _text: str) -> int:
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


@given(
    question=st.sampled_from([*QUESTIONS, samples.RECALL]),
    typed=st.lists(st.text(), max_size=6),
    rate=st.booleans(),
)
def test_no_input_breaks_the_screen_or_a_line(*, question: Question, typed: list[str], rate: bool) -> None:
    talk = Talk("\n".join(typed), rate=rate)
    answer = talk.screen.ask(samples.asked(question))
    if isinstance(answer, Answer):
        said = samples.feedback(question, answer.response)
        talk.screen.confidence()
        talk.screen.feedback(said)
        talk.screen.decide(said)
        talk.screen.note("What is wrong with it?")
    assert all(line.split(":")[0] in FIRST_WORDS for line in talk.out.getvalue().split("\n")[:-1])
    assert "\x1b" not in talk.out.getvalue()


def test_the_protocol_names_every_word_kind_and_command() -> None:
    for word in (*FIRST_WORDS - {"help"}, *Kind, *(f":{word}" for word in WORDS), ":hint", ":help"):
        assert word in PROTOCOL


def test_a_rating_unknown_to_the_schedule_is_still_said() -> None:
    known = samples.wrong_choice()
    bare = Feedback(
        asked=known.asked, response=known.response, judgement=known.judgement, passage=None, next_days={}
    )
    talk = Talk()
    talk.screen.saved(bare, Rating.AGAIN)
    assert talk.said("next") == ["again"]


def test_the_source_of_the_last_answer_can_be_seen_while_the_next_question_stands() -> None:
    talk = Talk(":source last\n1\n:source last\n:SOURCE Last\n3\n")
    put = samples.asked(samples.CHOICE)
    assert isinstance(talk.screen.ask(put), Answer)
    assert talk.said("please") == ["nothing was answered yet that has a source"]
    right = samples.feedback(samples.CHOICE, Picked(("Geneva",), ("Helsinki", "Vienna", "Geneva")))
    talk.screen.feedback(right)
    assert talk.said("source") == []
    answer = talk.screen.ask(put)
    assert isinstance(answer, Answer)
    assert answer.hints == 0
    assert talk.said("source") == ["account.md, paragraph 6: Moscow »proposed Geneva« for the talks."] * 2
