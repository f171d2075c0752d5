"""Scores are those of the authors' library; a gain that chance could give is no gain."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

import fsrs_rs_python
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.memory import DEFAULT_PARAMETERS, Parameters
from quiz.memory.evaluation import (
    CERTAIN,
    Calibrated,
    Score,
    calibration,
    chances,
    losses,
    mean_recall,
    rmse_bins,
    score,
    standard_errors,
    surely_better,
)
from quiz.memory.histories import Judged, histories, judged
from tests.memory.fitted_learners import FORGETFUL, answers

if TYPE_CHECKING:
    from quiz.memory.histories import History

KNOWN = histories(answers(DEFAULT_PARAMETERS, days=50, new=10, seed=7))


def items(known: tuple[History, ...]) -> list[fsrs_rs_python.FSRSItem]:
    found = []
    for history in known:
        reviews = [fsrs_rs_python.FSRSReview(int(one.rating), one.elapsed_days) for one in history]
        found += [
            fsrs_rs_python.FSRSItem(reviews[: place + 1])
            for place, one in enumerate(history)
            if one.elapsed_days
        ]
    return found


@pytest.mark.parametrize("parameters", [DEFAULT_PARAMETERS, FORGETFUL], ids=lambda found: found.id)
def test_log_loss_is_that_of_the_library(parameters: Parameters) -> None:
    lost = losses(judged(KNOWN), chances(KNOWN, parameters))
    # The library gives later items more weight: a quarter to the first, one to the last.
    weights = [0.25 + 0.75 * (place / len(lost)) ** 3 for place in range(len(lost))]
    weighted = sum(map(math.prod, zip(weights, lost, strict=True))) / sum(weights)
    told = fsrs_rs_python.FSRS(list(parameters.weights)).evaluate(items(KNOWN))
    assert weighted == pytest.approx(told.log_loss, rel=1e-4)


def test_rmse_is_that_of_the_library_where_its_weights_are_level() -> None:
    # All items of one place in time weigh the same when each is evaluated alone.
    answer, foretold = judged(KNOWN)[0], chances(KNOWN, DEFAULT_PARAMETERS)[0]
    told = fsrs_rs_python.FSRS(list(DEFAULT_PARAMETERS.weights)).evaluate(items(KNOWN)[:1])
    assert rmse_bins([answer], [foretold]) == pytest.approx(told.rmse_bins, rel=1e-4)


def one(
    *, elapsed: int = 3, length: int = 2, lapses: int = 0, recalled: bool = True, card: int = 0
) -> Judged:
    return Judged(card, 1, elapsed, length, lapses, recalled)


def test_answers_of_one_bin_are_held_together() -> None:
    even = [one(recalled=True), one(recalled=False)]
    assert rmse_bins(even, [0.5, 0.5]) == 0.0
    assert rmse_bins(even, [0.9, 0.9]) == pytest.approx(0.4)


@pytest.mark.parametrize("other", [one(elapsed=4), one(length=4), one(lapses=1)], ids=repr)
def test_answers_of_different_bins_are_not(other: Judged) -> None:
    apart = [one(), other._replace(recalled=False)]
    assert rmse_bins(apart, [0.5, 0.5]) == pytest.approx(0.5)


@pytest.mark.parametrize("other", [one(elapsed=1), one(length=3), one()], ids=repr)
def test_bins_are_as_wide_as_the_benchmark_has_them(other: Judged) -> None:
    assert rmse_bins([one(), other._replace(recalled=False)], [0.5, 0.5]) == 0.0


def test_chances_of_a_day_on_are_the_last_of_all() -> None:
    day = sorted(answer.day for answer in judged(KNOWN))[-100]
    pairs = zip(judged(KNOWN), chances(KNOWN, DEFAULT_PARAMETERS), strict=True)
    late = [chance for answer, chance in pairs if answer.day >= day]
    assert chances(KNOWN, DEFAULT_PARAMETERS, day) == late


def test_a_surprise_however_sure_costs_no_more_than_a_millionth() -> None:
    assert losses([one(recalled=False)], [1.0]) == pytest.approx([-math.log(1e-6)])
    assert score([one()], [1.0]) == Score(pytest.approx(1e-6, rel=1e-3), 0.0)


def test_a_row_of_the_table_holds_what_lies_in_its_range() -> None:
    answered = [one(), one(recalled=False), one(), one()]
    rows = calibration(answered, [0.96, 0.951, 0.95, 0.2])
    assert rows == (
        Calibrated(0.0, 0.5, 1, 0.2, 1.0),
        Calibrated(0.95, 1.0, 3, pytest.approx(0.953667), 2 / 3),
    )
    assert calibration([one()], [1.0])[0].high == 1.0


def test_true_parameters_are_calibrated() -> None:
    for row in calibration(judged(KNOWN), chances(KNOWN, DEFAULT_PARAMETERS)):
        error = math.sqrt(row.foretold * (1 - row.foretold) / row.answers)
        assert abs(row.foretold - row.recalled) < 4 * error


def test_true_parameters_are_surely_better_than_others() -> None:
    known = histories(answers(FORGETFUL, days=50, new=10, seed=1))
    true, other = chances(known, FORGETFUL), chances(known, DEFAULT_PARAMETERS)
    assert surely_better(judged(known), true, other) > CERTAIN
    assert surely_better(judged(known), other, true) < -CERTAIN
    assert surely_better(judged(known), true, true) == 0.0


def test_a_gain_on_few_cards_is_not_sure_though_it_is_on_every_day() -> None:
    answered = [Judged(day % 2, day, 3, 2, 0, recalled=True) for day in range(40)]
    assert surely_better(answered, [0.9, 0.2] * 20, [0.5] * 40) < 0
    lucky = [0.9] * 40
    assert surely_better(answered, lucky, [0.5 + day / 1000 for day in range(40)]) > CERTAIN


@given(st.lists(st.floats(-1, 1), max_size=30), st.integers(0, 99))
def test_standard_errors_do_not_depend_on_the_order(gains: list[float], seed: int) -> None:
    pairs = list(enumerate(gains))
    mixed = random.Random(seed).sample(pairs, len(pairs))
    assert standard_errors(mixed) == pytest.approx(standard_errors(pairs), rel=1e-6, abs=1e-9)
    assert standard_errors((place, -gain) for place, gain in pairs) == pytest.approx(-standard_errors(pairs))


def test_of_one_group_nothing_is_sure() -> None:
    assert standard_errors([]) == 0.0
    assert standard_errors([(0, 1.0), (0, 5.0)]) == 0.0
    assert standard_errors([(0, 1.0), (1, 1.0)]) == 0.0


def test_the_constant_is_the_share_recalled() -> None:
    assert mean_recall(KNOWN) == sum(answer.recalled for answer in judged(KNOWN)) / len(judged(KNOWN))
    assert mean_recall(()) == 0.9
