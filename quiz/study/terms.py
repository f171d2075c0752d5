"""On what terms sittings are held: what the learner set."""

from __future__ import annotations

from typing import NamedTuple

from quiz.grading import TABLE, RatingTable
from quiz.memory import NO_SPREAD, Spread


class Terms(NamedTuple):
    """The desired retention, 0..1, the suggested ratings, and how cards are spread over days."""

    desired_retention: float
    table: RatingTable = TABLE
    spread: Spread = NO_SPREAD
