"""What was foretold held against what happened, worked out by hand and in many draws."""

from __future__ import annotations

import random
from statistics import fmean
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress_samples import ANSWERS, PLAIN

from quiz.progress.calibration import by_confidence, calibration, foresight
from quiz.progress.proportion import Proportion
from quiz.review import Confidence, Verdict

if TYPE_CHECKING:
    from quiz.answer import Answer

PAIRS = st.lists(st.tuples(st.floats(0, 1), st.booleans()))


def test_nothing_foretold_is_nothing_to_tell() -> None:
    assert calibration([]) == ()
    assert foresight([]) is None
    assert by_confidence([]) == ()


def test_rows_hold_answers_by_their_chance() -> None:
    rows = calibration([(0.92, True), (0.94, False), (0.95, True), (1.0, True), (0.3, False)])
    assert [(row.low, row.high, row.recalled) for row in rows] == [
        (0.0, 0.5, Proportion(0, 1)),
        (0.9, 0.95, Proportion(1, 2)),
        (0.95, 1.0, Proportion(2, 2)),
    ]
    assert rows[1].foretold == pytest.approx(0.93)


def test_foresight_by_hand() -> None:
    # Chances 0.8, 0.8, 0.5; recalled yes, no, yes.
    told = foresight([(0.8, True), (0.8, False), (0.5, True)])
    assert told is not None
    assert told.foretold == pytest.approx(0.7)
    assert told.surplus == pytest.approx(2 / 3 - 0.7)
    assert told.error == pytest.approx((0.16 + 0.16 + 0.25) ** 0.5 / 3)
    assert told.brier == pytest.approx((0.04 + 0.64 + 0.25) / 3)


@given(PAIRS)
def test_every_answer_is_in_one_row(pairs: list[tuple[float, bool]]) -> None:
    rows = calibration(pairs)
    assert sum(row.recalled.out_of for row in rows) == len(pairs)
    assert sum(row.recalled.hits for row in rows) == sum(recalled for _, recalled in pairs)
    assert all(row.low - 1e-9 <= row.foretold <= row.high + 1e-9 for row in rows)


def test_the_interval_of_the_surplus_holds_the_truth_in_93_to_97_of_100_draws() -> None:
    chance = random.Random(5)
    held = []
    for _ in range(1000):
        better = chance.uniform(-0.05, 0.05)
        chances = [chance.uniform(0.7, 0.95) for _ in range(100)]
        told = foresight([(one, chance.random() < one + better) for one in chances])
        assert told is not None
        held.append(told.interval.holds(better))
    assert 0.93 <= fmean(held) <= 0.97


def test_confidence_is_held_against_the_verdicts_of_first_answers() -> None:
    sure, guess = Confidence.SURE, Confidence.GUESSING
    answers = [
        PLAIN._replace(confidence=sure),
        PLAIN._replace(confidence=sure, verdict=Verdict.NEAR),
        PLAIN._replace(confidence=sure, verdict=Verdict.PARTLY),
        PLAIN._replace(confidence=sure, verdict=Verdict.RIGHT, is_first=False),
        PLAIN._replace(confidence=guess, verdict=Verdict.WRONG),
        PLAIN,
    ]
    assert by_confidence(answers) == ((sure, Proportion(2, 3)), (guess, Proportion(0, 1)))


@given(st.lists(ANSWERS))
def test_confidence_counts_what_a_plain_count_counts(answers: list[Answer]) -> None:
    for row in by_confidence(answers):
        said = [one for one in answers if one.is_first and one.confidence is row.confidence]
        assert row.right == (sum(one.verdict in {"right", "near"} for one in said), len(said))
