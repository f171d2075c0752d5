"""The result of an exam in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.card import Card
from quiz.progress.exam import ExamResult, PartResult, Task, by_tag, tally_of
from quiz.progress.values import Tally
from quiz.question import ClozeQuestion, Hole, Location, OrderQuestion, TextQuestion
from quiz.review import Mode, Picked, Rating, Response, Review, Typed, Verdict
from quiz.ui.exam import MOST_SHOWN, headline, result_lines, result_text, time_left

AT = datetime(2022, 1, 10, 12, tzinfo=UTC)
HERE = Location("w.yaml", 1, 1)
ORDER = OrderQuestion(id="o", ask="By size", location=HERE, items=("ant", "cow"))
CLOZE = ClozeQuestion(id="c", ask="It flows.", location=HERE, pieces=(Hole(("It",), None), " flows."))


def text(name: str, *tags: str) -> Card:
    return Card("w", TextQuestion(id=name, ask=f"Say {name}", location=HERE, answer=name, tags=tags))


def task(card: Card, score: float | None, response: Response = Typed("said"), part: str = "") -> Task:  # noqa: B008 - it is frozen
    if score is None:
        return Task(card, None, part)
    verdicts = {1.0: Verdict.RIGHT, 0.5: Verdict.NEAR, 0.0: Verdict.WRONG}
    review = Review(
        id="1",
        device="d",
        learner="me",
        card=card.key,
        revision=card.revision if card.part in card.question.parts() else "old",
        answered_at=AT,
        utc_offset_minutes=0,
        study_day=date(2022, 1, 10),
        duration_ms=1200,
        kind=card.question.kind,
        response=response,
        verdict=verdicts.get(score, Verdict.PARTLY),
        score=score,
        suggested=Rating.GOOD,
        rating=Rating.GOOD,
        hints=0,
        confidence=None,
        mode=Mode.EXAM,
        session="s",
        interval_days=0,
        due_on=date(2022, 1, 10),
        scheduler="x",
        parameters="y",
    )
    return Task(card, review, part)


def result(*tasks: Task) -> ExamResult:
    return ExamResult(
        exam="e",
        seed="s1",
        began_at=AT,
        ended_at=AT + timedelta(seconds=200),
        minutes=10,
        total=tally_of(tasks),
        passed_from=0.6,
        parts=(),
        by_tag=by_tag(tasks),
        tasks=tasks,
    )


ALL = result(
    task(text("amber", "gems"), 1.0),
    task(text("bridge"), 0.5, Typed("brigde")),
    task(Card("w", ORDER), 1 / 3, Picked(("cow", "ant"), ("cow", "ant"))),
    task(text("cellar", "gems"), None),
)


def test_the_page_shows_what_was_not_right_and_the_mark_last() -> None:
    assert list(result_lines(ALL)) == [
        "2. Say bridge",
        "   ≈ near, 0.5 of a point; you: brigde",
        "   right: bridge",
        "3. By size",
        "   ◐ partly, 0.33 of a point; you: cow; ant",
        "   right: 1. ant; 2. cow",
        "4. Say cellar",
        "   ✗ wrong; you: nothing",
        "   right: cellar",
        "gems: 1 of 2 points, 50 %",
        "1 right, 1 near, 1 partly, 1 wrong (1 question not answered); 3 min 20 s of 10 minutes.",
        "The same exam again: --seed s1 with the same options",
        "Not passed: 1.83 of 4 points, 45 % (60 % needed)",
    ]


def test_parts_stand_in_place_of_tags_and_the_mark_says_which_were_missed() -> None:
    parts = (
        PartResult("gems", Tally(points=1, right=1, wrong=1), 0.75),
        PartResult("sizes", Tally(points=1, right=1), 0.5),
        PartResult("rest", Tally(wrong=1), None),
    )
    lines = [*result_lines(replace(ALL, parts=parts, passed_from=0.4))]
    assert (
        lines[-6:-3]
        == [
            "gems: 1 of 2 points, 50 % (not passed, 75 % needed)",
            "sizes: 1 of 1 point, 100 % (passed, 50 % needed)",
            "rest: 0 of 1 point, 0 %",
        ][-3:]
        or lines[-6:-3]
    )
    assert lines[-1] == "Not passed: 1.83 of 4 points, 45 % (40 % needed; not passed in gems)"
    assert "gems: 1 of 2 points, 50 %" not in lines


def test_without_a_limit_only_the_time_that_it_took_is_told() -> None:
    assert "1 right, 0 near, 0 partly, 0 wrong; 3 min 20 s." in result_lines(
        replace(result(task(text("amber"), 1.0)), minutes=None)
    )


def test_a_mark_that_was_not_reached_is_not_rounded_up_to_it() -> None:
    short = replace(ALL, total=Tally(points=11.996, right=11, partly=9))
    assert headline(short) == "Not passed: 11.99 of 20 points, 59 % (60 % needed)"
    assert headline(replace(short, total=Tally(points=12, right=12, wrong=8))).startswith("Passed: 12 of 20")


@given(st.integers(0, 100), st.integers(1, 50))
def test_the_share_that_is_shown_reaches_the_mark_just_when_it_is_passed(percent: int, number: int) -> None:
    right = percent * number // 100
    tally = Tally(points=right, right=right, wrong=number - right)
    shown = headline(replace(ALL, total=tally, passed_from=percent / 100))
    share = int(shown.partition(", ")[2].partition(" %")[0])
    assert shown.startswith("Passed") == (share >= percent)
    assert f"({percent} % needed)" in shown


def test_what_is_gone_and_what_was_changed_is_said() -> None:
    lines = [*result_lines(replace(result(task(Card("w", CLOZE, "9"), 0.0)), left_out=1))]
    assert lines[:3] == ["1. It flows.", "   ✗ wrong; you: said", "   the question was changed since"]
    assert lines[3].endswith("1 question is gone and does not count.")
    text_of = result_text(replace(result(task(Card("w", CLOZE, "9"), 0.0)), left_out=2))
    assert "2 questions are gone and do not count." in text_of
    assert "   - answered: said\n   - the question was changed since\n" in text_of
    changed = task(text("amber"), 0.0)._replace(card=text("ember"))
    assert [*result_lines(result(changed))][2] == "   right: ember; the question was changed since"


def test_a_long_answer_is_cut_on_the_page_and_whole_in_the_file() -> None:
    long = result(task(text("amber"), 0.0, Typed("x" * 10_000)))
    (line,) = [line for line in result_lines(long) if "you: " in line]
    assert line == f"   ✗ wrong; you: {'x' * (MOST_SHOWN - 1)}…"
    assert "x" * 10_000 in result_text(long)
    just = result(task(text("amber"), 0.0, Typed("x" * MOST_SHOWN)))
    assert any(line.endswith("x" * MOST_SHOWN) for line in result_lines(just))


def test_the_file_holds_everything() -> None:
    parts = (PartResult("gems", Tally(points=1, right=1, wrong=1), 0.75),)
    assert result_text(replace(ALL, parts=parts)).splitlines()[:22] == [
        "# Exam",
        "",
        "**Not passed: 1.83 of 4 points, 45 % (60 % needed; not passed in gems)**",
        "",
        "1 right, 1 near, 1 partly, 1 wrong (1 question not answered); 3 min 20 s of 10 minutes.",
        "",
        "Began 2022-01-10 12:00 UTC, ended 2022-01-10 12:03 UTC.",
        "Exam e, seed s1.",
        "",
        "## Parts",
        "",
        "- gems: 1 of 2 points, 50 % (not passed, 75 % needed)",
        "",
        "## Tags",
        "",
        "- gems: 1 of 2 points, 50 %",
        "",
        "## Answers",
        "",
        "1. Say amber",
        "   - ✓ right",
        "   - answered: said",
    ]
    assert "## Parts" not in result_text(ALL)


def test_nothing_from_outside_steers_the_terminal_or_is_markup_in_the_file() -> None:
    bad = result(task(text("a\x1b[2Jb", "<script>"), 0.0, Typed("*_x_*\x07 <img>")))
    assert not any("\x1b" in line or "\x07" in line for line in result_lines(bad))
    written = result_text(bad)
    assert "\x1b" not in written
    assert "\\<script\\>" in written
    assert "\\*\\_x\\_\\*" in written
    assert not {"<script>", "<img>"} & {*written.replace("\\<", "").split()}


def test_a_seed_is_shown_as_it_has_to_be_typed() -> None:
    assert "The same exam again: --seed 'a b' with the same options" in result_lines(replace(ALL, seed="a b"))


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (3_600_000, "60 min left"),
        (60_001, "2 min left"),
        (60_000, "60 s left"),
        (1, "0 s left"),
        (0, "0 s left"),
        (-5, "0 s left"),
    ],
)
def test_the_time_that_is_left(milliseconds: int, words: str) -> None:
    assert time_left(milliseconds) == words
