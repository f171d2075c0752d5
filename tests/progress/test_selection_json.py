"""The layout of a selection in `quiz stats --json`, key by key."""

from __future__ import annotations

from datetime import date

from quiz.progress.calendar import DayCell, WeekRow
from quiz.progress.calibration import ChanceRow, ConfidenceRow, Foresight
from quiz.progress.histogram import Count
from quiz.progress.proportion import Proportion
from quiz.progress.report import Known
from quiz.progress.scores import Score, Standing, Trend
from quiz.progress.selection import CardFigures, Chosen, Selection, Totals
from quiz.progress.selection_json import selection_json
from quiz.progress.tallies import HourRow, KindRow
from quiz.progress.values import Streak
from quiz.question import Kind
from quiz.review import Confidence

MONDAY = date(2027, 3, 1)
HALF = Proportion(1, 2)
SCORE = Score("s", MONDAY, 2.5, 3, 0.75)

FULL = Selection(
    chosen=Chosen(("nato",), ("treaty",), ("choice",), MONDAY),
    totals=Totals(5, 1, Proportion(2.5, 4), 0.5, HALF, 9000),
    known=Known(10, 4, 3.25),
    streak=Streak(1, 4),
    calendar=((DayCell(MONDAY, 5, 4), DayCell(date(2027, 3, 2), 0, 0)),),
    weeks=(WeekRow(MONDAY, HALF),),
    intervals=(Count(1, 2, 3), Count(366, None, 0)),
    weakest=(CardFigures("nato/venue", "Where?", 0.3333333333, 4, 2, 9),),
    kinds=(KindRow(Kind.CHOICE, 4, Proportion(2.5, 4), 0.5, HALF, 1234.56),),
    hours=(HourRow(0, 0, 0, Proportion(0, 0)), HourRow(9, 5, 9000, HALF)),
    foresight=Foresight(2, 0.9, 0.5, 0.25, 0.41),
    calibration=(ChanceRow(0.85, 0.9, 0.88, HALF),),
    confidence=(ConfidenceRow(Confidence.THINK_SO, HALF),),
    scores=Standing(2, SCORE, SCORE, Trend(0.1, 0.2, 5)),
)
SHARE = {"hits": 1, "out_of": 2, "share": 0.5, "low": 0.094531, "high": 0.905469}
POINTS = {"hits": 2.5, "out_of": 4, "share": 0.625, "low": 0.219427, "high": 0.908101}
TOLD = {"sitting": "s", "day": "2027-03-01", "points": 2.5, "out_of": 3, "share": 0.833333, "corrected": 0.75}


def test_the_layout_of_a_selection_is_exactly_as_promised() -> None:
    assert selection_json(FULL) == {
        "chosen": {"banks": ["nato"], "tags": ["treaty"], "kinds": ["choice"], "since": "2027-03-01"},
        "totals": {
            "answers": 5,
            "apart": 1,
            "points": POINTS,
            "corrected": 0.5,
            "recalled": SHARE,
            "answering_ms": 9000,
        },
        "known": {"cards": 10, "answered": 4, "expected": 3.25, "share": 0.325},
        "streak": {"days": 1, "longest": 4},
        "calendar": [{"day": "2027-03-01", "answers": 5, "level": 4}],
        "weeks": [{"monday": "2027-03-01", "recalled": SHARE}],
        "intervals": [{"low": 1, "high": 2, "number": 3}, {"low": 366, "high": None, "number": 0}],
        "weakest": [
            {
                "card": "nato/venue",
                "prompt": "Where?",
                "chance": 0.333333,
                "interval_days": 4,
                "lapses": 2,
                "answers": 9,
            }
        ],
        "kinds": [
            {
                "kind": "choice",
                "answers": 4,
                "points": POINTS,
                "corrected": 0.5,
                "recalled": SHARE,
                "mean_ms": 1235,
            }
        ],
        "hours": [{"hour": 9, "answers": 5, "answering_ms": 9000, "recalled": SHARE}],
        "foresight": {
            "answers": 2,
            "foretold": 0.9,
            "recalled": 0.5,
            "surplus": -0.4,
            "low": -0.889991,
            "high": 0.089991,
            "brier": 0.41,
        },
        "calibration": [{"low": 0.85, "high": 0.9, "foretold": 0.88, "recalled": SHARE}],
        "confidence": [{"confidence": "think_so", "right": SHARE}],
        "scores": {
            "sittings": 2,
            "best": TOLD,
            "last": TOLD,
            "trend": {"way": "steady", "slope": 0.1, "margin": 0.2, "sittings": 5},
        },
    }
