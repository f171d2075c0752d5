from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import ui_samples as samples
from ui_desk import CTRL_D, CTRL_Z, ENTER, ESC, Desk, sat

from quiz.grading import rejudge_near
from quiz.review import Rating, SelfRated, Typed, Verdict
from quiz.ui import commands
from quiz.ui.screen import Command, Feedback, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def desk() -> Iterator[Desk]:
    with sat() as made:
        yield made


def test_enter_takes_the_suggested_rating(desk: Desk) -> None:
    desk.screen.feedback(samples.wrong_choice())
    assert desk.press("z", ENTER).screen.decide(samples.wrong_choice()) is Rating.AGAIN
    assert desk.lines() == [
        "✗ wrong",
        "answer   Geneva",
        "why      It is neutral ground.",
        "because  Helsinki: It hosted an earlier summit.",
        "next     comes back today",
        "account.md, paragraph 6",
        "Moscow »proposed Geneva« for the talks.",
    ]


def test_a_number_takes_another_rating_and_says_when(desk: Desk) -> None:
    assert desk.press("4").screen.decide(samples.wrong_choice()) is Rating.EASY
    desk.screen.saved(samples.wrong_choice(), Rating.EASY)
    assert desk.lines()[-1] == "rated    easy, comes back in 3 months"


def test_the_suggested_rating_is_not_said_twice(desk: Desk) -> None:
    desk.screen.saved(samples.wrong_choice(), Rating.AGAIN)
    assert desk.lines() == []


@pytest.mark.parametrize(
    ("key", "command"),
    [*commands.letters(), (CTRL_Z, Command.UNDO), (CTRL_D, Command.LEAVE)],
)
def test_a_letter_after_the_answer_is_a_command_with_esc_or_without(
    desk: Desk, key: str, command: Command
) -> None:
    assert desk.press(key).screen.decide(samples.wrong_choice()) is command
    if key.isalpha():
        assert desk.press(ESC, key).screen.decide(samples.wrong_choice()) is command
        assert desk.answer(samples.RECALL, ENTER, key) is command


def test_a_passage_that_cannot_be_shown_says_why_when_it_is_asked_for(desk: Desk) -> None:
    gone = Passage("a.md", 1, None, None, "a.md is gone.")
    desk.screen.feedback(samples.feedback(samples.TEXT, Typed("x"), passage=gone))
    assert "a.md is gone." not in desk.lines()
    desk.screen.passage(gone)
    assert desk.lines()[-1] == "a.md is gone."


def rated_easy() -> Feedback:
    return samples.feedback(samples.RECALL, SelfRated(Rating.EASY))


def test_recall_feedback_has_no_second_rating(desk: Desk) -> None:
    desk.screen.feedback(rated_easy())
    assert desk.screen.decide(rated_easy()) is Rating.EASY
    assert desk.lines()[:2] == ["rated    easy, comes back in 3 months"]


@pytest.mark.parametrize(
    ("key", "said"), [("y", True), ("n", False), (ENTER, False), (CTRL_D, Command.LEAVE)]
)
def test_a_near_answer_is_counted_by_one_key(desk: Desk, key: str, *, said: bool | Command) -> None:
    near = samples.near_text()
    assert near.judgement.verdict is Verdict.NEAR
    assert desk.press(key).screen.accept_near(near) is said
    assert desk.lines()[0] == "≈ near"
    assert any("^" in line for line in desk.lines())


def test_a_near_answer_that_is_turned_round_says_what_it_counts_as(desk: Desk) -> None:
    near = samples.near_text()
    turned = replace(near, judgement=rejudge_near(near.judgement, accepted=True), overruled=True)
    desk.screen.feedback(turned)
    assert desk.lines()[0] == "≈ near, counted as right"
    assert not any("^" in line for line in desk.lines())


def test_the_difference_is_drawn_once(desk: Desk) -> None:
    near = samples.near_text()
    desk.press("y").screen.accept_near(near)
    desk.screen.feedback(near)
    assert desk.out.getvalue().count("^") == desk.out.getvalue().split("≈ near")[1].count("^")
    again = desk.out.tell()
    desk.screen.feedback(near)
    assert "^" in desk.out.getvalue()[again:]


@pytest.mark.parametrize(
    ("key", "default", "said"),
    [
        ("y", False, True),
        ("n", True, False),
        (ENTER, True, True),
        (ENTER, False, False),
        (CTRL_D, True, True),
    ],
)
def test_confirm_takes_one_key(desk: Desk, key: str, *, default: bool, said: bool) -> None:
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
