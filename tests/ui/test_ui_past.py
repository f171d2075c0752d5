"""Sittings that were held, in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from quiz.progress.past import Held, Past, Reopened, Said
from quiz.progress.scores import LATEST, Score, Standing, Trend
from quiz.question import Kind
from quiz.review import Confidence, Mode, Rating, Review, Typed, Verdict
from quiz.ui.past import LUCK, list_lines, reopened_lines, standing_lines

DAY = date(2026, 3, 2)
TODAY = date(2026, 3, 30)
AT = datetime(2026, 3, 2, 12, 0, 5, tzinfo=UTC)


def score(points: float = 14, out_of: int = 20, corrected: float | None = None) -> Score:
    return Score("s", DAY, points, out_of, points / out_of if corrected is None else corrected)


USUAL = score()


def held(mode: Mode = Mode.STUDY, banks: tuple[str, ...] = ("talks",), came_to: Score | None = USUAL) -> Held:
    return Held(3, "s", DAY, 545, mode, banks, 20, 25, came_to, 61_000)


def said(**more: object) -> Said:
    values: dict[str, Any] = {
        "id": "r",
        "device": "d",
        "learner": "me",
        "card": "talks/venue",
        "revision": "",
        "answered_at": AT,
        "utc_offset_minutes": 60,
        "study_day": DAY,
        "duration_ms": 4000,
        "kind": Kind.TEXT,
        "response": Typed("Geneva"),
        "verdict": Verdict.RIGHT,
        "score": 1.0,
        "suggested": Rating.GOOD,
        "rating": Rating.GOOD,
        "hints": 0,
        "confidence": None,
        "mode": Mode.STUDY,
        "session": "s",
        "interval_days": 3,
        "due_on": DAY + timedelta(days=3),
        "scheduler": "",
        "parameters": "",
    }
    return Said(Review(**{**values, **more}), None, taken_back=False, gone=True)


def page(one: Said) -> list[str]:
    return [text.strip() for text, _ in reopened_lines(Reopened(held(), (one,), None), TODAY)]


@pytest.mark.parametrize(
    ("trend", "words"),
    [
        (None, "A trend is told from 5 sittings on."),
        (Trend(0.03, 0.05, 7), "Steady over 7 sittings: neither rising nor falling beyond chance."),
        (Trend(0.031, 0.01, 7), "Rising over 7 sittings: by about 3.1 points of a hundred a sitting."),
        (
            Trend(-0.02, 0.01, LATEST),
            "Falling over the latest 20 sittings: by about 2.0 points of a hundred a sitting.",
        ),
    ],
)
def test_a_trend_is_said_in_words(trend: Trend | None, words: str) -> None:
    standing = Standing(7, score(19), score(), trend)
    (line,) = standing_lines(Past((), (("talks", standing),), ()), TODAY)
    best, last = "Best: 19 of 20 points, 95 %, on Mon 2 Mar.", "Last: 14 of 20 points, 70 %, on Mon 2 Mar."
    assert line == f"talks: 7 sittings. {best} {last} {words}"


def test_what_is_beyond_luck_is_said_where_luck_could_have_helped() -> None:
    worse = held(came_to=score(2, 20, -0.2))
    first, last = list_lines(Past((worse,), (), ()), TODAY)
    said = "3: Mon 2 Mar 09:05, study, 2 of 20 points, 10 % (-20 % beyond luck)"
    assert first == f"{said}, 1 min 1 s answering; talks"
    assert last == LUCK
    assert len(list(list_lines(Past((held(),), (), ()), TODAY))) == 1


def test_an_exam_of_which_nothing_counts_says_so() -> None:
    (line,) = list_lines(Past((held(Mode.EXAM, (), None),), (), ()), TODAY)
    assert line == "3: Mon 2 Mar 09:05, exam, nothing counted, 1 min 1 s answering"


def test_an_answer_tells_how_it_came_about() -> None:
    lines = page(
        said(
            graded=Verdict.WRONG,
            hints=2,
            confidence=Confidence.THINK_SO,
            rating=Rating.EASY,
        )
    )
    assert "overruled: grading had said wrong" in lines
    assert "rated easy (good was proposed); 4 s; 2 hints; fairly sure; at 13:00:05" in lines
    assert "the banks here have no such question" in lines
    assert "rated good; 4 s; at 13:00:05" in page(said())


def test_no_answer_is_said() -> None:
    assert "✗ wrong; you: nothing" in page(said(response=Typed(""), verdict=Verdict.WRONG, score=0.0))
