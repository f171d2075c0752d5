"""What an exam comes to: points, pass marks in all and by part, and plain values of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.card import Card
from quiz.progress.exam import ExamResult, PartResult, Task, by_tag, exam_json, tally_of
from quiz.progress.values import Tally
from quiz.question import ClozeQuestion, Hole, Location, NumberQuestion, TextQuestion
from quiz.review import Mode, Rating, Review, Typed, Verdict

AT = datetime(2022, 1, 10, 12, tzinfo=UTC)
HERE = Location("w.yaml", 1, 1)
POINTS = {Verdict.RIGHT: 1.0, Verdict.NEAR: 0.5, Verdict.PARTLY: 0.25, Verdict.WRONG: 0.0}


def card(name: str, *tags: str) -> Card:
    return Card("w", TextQuestion(id=name, ask=f"Say {name}", location=HERE, answer=name, tags=tags))


def answered(of: Card, verdict: Verdict) -> Review:
    return Review(
        id="1",
        device="d",
        learner="me",
        card=of.key,
        revision=of.revision,
        answered_at=AT,
        utc_offset_minutes=0,
        study_day=date(2022, 1, 10),
        duration_ms=1200,
        kind=of.question.kind,
        response=Typed("said"),
        verdict=verdict,
        score=POINTS[verdict],
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


def task(verdict: Verdict | None, *tags: str, part: str = "") -> Task:
    of = card("amber", *tags)
    return Task(of, None if verdict is None else answered(of, verdict), part)


def result(*tasks: Task, passed_from: float = 0.6, parts: tuple[PartResult, ...] = ()) -> ExamResult:
    return ExamResult(
        exam="e",
        seed="s",
        began_at=AT,
        ended_at=AT + timedelta(minutes=5),
        minutes=10,
        total=tally_of(tasks),
        passed_from=passed_from,
        parts=parts,
        by_tag=by_tag(tasks),
        tasks=tasks,
    )


def test_what_was_not_answered_is_wrong() -> None:
    nothing = task(None)
    assert (nothing.verdict, nothing.score) == (Verdict.WRONG, 0.0)
    assert result(nothing, task(Verdict.RIGHT)).unanswered == 1


def test_points_are_added_up_a_near_answer_is_worth_half_a_point() -> None:
    tally = tally_of([task(verdict) for verdict in (*Verdict, None)])
    assert tally == Tally(points=1.75, right=1, near=1, partly=1, wrong=2)
    assert tally_of([]) == Tally()


def test_a_task_counts_for_each_of_its_tags() -> None:
    tasks = [task(Verdict.RIGHT, "b", "a"), task(Verdict.WRONG, "b"), task(Verdict.NEAR)]
    assert by_tag(tasks) == (("a", Tally(points=1, right=1)), ("b", Tally(points=1, right=1, wrong=1)))


@pytest.mark.parametrize(
    ("right", "wrong", "passed_from", "passed"),
    [
        (3, 2, 0.6, True),
        (2, 3, 0.6, False),
        (0, 3, 0.0, True),
        (3, 0, 1.0, True),
        (2, 1, 1.0, False),
        (7, 3, 0.7, True),
        (29, 71, 0.29, True),
        (57, 43, 0.57, True),
    ],
)
def test_an_exam_is_passed_from_its_mark_on(
    right: int, wrong: int, passed_from: float, *, passed: bool
) -> None:
    tasks = [task(Verdict.RIGHT)] * right + [task(Verdict.WRONG)] * wrong
    assert result(*tasks, passed_from=passed_from).passed is passed


@given(st.integers(0, 100), st.integers(1, 1000))
def test_just_the_share_that_is_needed_passes_and_a_point_less_does_not(percent: int, number: int) -> None:
    least = -(-percent * number // 100)
    share = percent / 100
    assert PartResult("p", Tally(points=least, right=least, wrong=number - least), share).passed
    if least:
        short = Tally(points=least - 1, right=least - 1, wrong=number - least + 1)
        assert not PartResult("p", short, share).passed


def test_a_part_that_is_not_passed_fails_the_exam() -> None:
    tasks = (*[task(Verdict.RIGHT)] * 8, *[task(Verdict.WRONG, part="p")] * 2)
    missed = PartResult("p", Tally(wrong=2), 0.5)
    assert result(*tasks).passed
    assert not result(*tasks, parts=(missed,)).passed
    assert result(*tasks, parts=(missed._replace(passed_from=None),)).passed


def test_a_question_that_was_changed_since_is_known() -> None:
    said = task(Verdict.RIGHT)
    assert not said.changed
    assert said._replace(card=card("bridge")).changed
    assert not task(None)._replace(card=card("bridge")).changed


def test_a_card_that_its_question_has_no_more_is_shown_without_an_answer() -> None:
    now = ClozeQuestion(
        id="c", ask="The river flows.", location=HERE, pieces=("The ", Hole(("river",), None), " flows.")
    )
    gone = Task(Card("w", now, "2"), answered(card("amber"), Verdict.RIGHT))
    assert (gone.asked, gone.right, gone.changed) == ("The river flows.", "", True)
    there = gone._replace(card=Card("w", now, "1"))
    assert (there.asked, there.right) == ("The _____ flows.", "river")


def test_the_result_as_plain_values() -> None:
    number = Card(
        "w",
        NumberQuestion(id="n", ask="How many?", location=HERE, value=Decimal(3), written="3", tags=("t",)),
    )
    tasks = (Task(number, answered(number, Verdict.NEAR), "p"), task(None))
    part = PartResult("p", tally_of(tasks[:1]), 0.6)
    told = exam_json(replace(result(*tasks, parts=(part,)), left_out=1), given=["said", ""])
    assert json.loads(json.dumps(told)) == {
        "exam": "e",
        "seed": "s",
        "began_at": "2022-01-10T12:00:00+00:00",
        "ended_at": "2022-01-10T12:05:00+00:00",
        "minutes": 10,
        "passed": False,
        "passed_from": 0.6,
        "points": 0.5,
        "questions": 2,
        "unanswered": 1,
        "left_out": 1,
        "share": 0.25,
        "parts": [
            {"name": "p", "points": 0.5, "questions": 1, "share": 0.5, "passed_from": 0.6, "passed": False}
        ],
        "tags": [{"tag": "t", "points": 0.5, "questions": 1, "share": 0.5}],
        "answers": [
            {
                "card": "w/n",
                "part": "p",
                "asked": "How many?",
                "right": "3",
                "changed_since": False,
                "given": "said",
                "verdict": "near",
                "score": 0.5,
                "duration_ms": 1200,
            },
            {
                "card": "w/amber",
                "part": None,
                "asked": "Say amber",
                "right": "amber",
                "changed_since": False,
                "given": None,
                "verdict": "wrong",
                "score": 0.0,
                "duration_ms": None,
            },
        ],
    }


def test_an_answer_is_needed_in_words_for_each_task() -> None:
    with pytest.raises(ValueError, match="shorter"):
        exam_json(result(task(None)), given=[])


def test_an_exam_without_tasks_has_no_share() -> None:
    assert exam_json(result(passed_from=0.6), given=[])["share"] == 0.0
