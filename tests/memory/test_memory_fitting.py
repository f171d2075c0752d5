"""Fitting: what goes into its process comes out there, and what it says is held to bounds."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING
from unittest import mock

import fsrs_rs_python
import pytest

from quiz.memory import DEFAULT_PARAMETERS, Parameters
from quiz.memory.fitting import Unfit, fit, is_installed, main, packed, unpacked, weights_from
from quiz.memory.fsrs import WEIGHTS
from quiz.memory.histories import histories
from tests.memory.adoption_rates import trial
from tests.memory.fitted_learners import FORGETFUL, RETENTIVE, answers

if TYPE_CHECKING:
    from quiz.memory.histories import History

KNOWN = histories(answers(DEFAULT_PARAMETERS, days=30, new=8, seed=3))


def test_columns_hold_the_histories() -> None:
    columns = unpacked(packed(KNOWN))
    assert list(columns.lengths) == [len(history) for history in KNOWN]
    assert list(columns.days) == [answer.day for history in KNOWN for answer in history]
    assert list(columns.ratings) == [answer.rating for history in KNOWN for answer in history]
    assert [list(column) for column in unpacked(packed(()))] == [[], [], []]


def bare(known: tuple[History, ...]) -> list[float]:
    """Fit as a person would who calls the library without us."""
    items = []
    for history in known:
        for place, answer in enumerate(history):
            if answer.elapsed_days:
                past = history[: place + 1]
                reviews = [fsrs_rs_python.FSRSReview(int(one.rating), one.elapsed_days) for one in past]
                items.append((answer.day, fsrs_rs_python.FSRSItem(reviews)))
    items.sort(key=lambda pair: pair[0])
    return fsrs_rs_python.FSRS([]).compute_parameters([item for _day, item in items])


def test_the_fit_is_that_of_the_library_on_answers_in_the_order_of_days() -> None:
    assert fit(unpacked(packed(KNOWN))) == bare(KNOWN)


def run_main(data: bytes) -> dict[str, object]:
    out = io.StringIO()
    given = mock.Mock(buffer=io.BytesIO(data))
    with mock.patch("sys.stdin", given), mock.patch("sys.stdout", out), mock.patch("gc.disable"):
        main()
    found = json.loads(out.getvalue())
    assert isinstance(found, dict)
    return found


def test_the_process_writes_weights_that_make_parameters() -> None:
    told = json.dumps(run_main(packed(KNOWN))).encode()
    assert Parameters("fitted", weights_from(told)).weights == pytest.approx(
        fit(unpacked(packed(KNOWN))), abs=1e-6
    )


def test_the_process_says_what_went_wrong() -> None:
    told = json.dumps(run_main(b"x")).encode()
    with pytest.raises(Unfit, match="bytes"):
        weights_from(told)


def test_weights_just_out_of_bounds_are_brought_back() -> None:
    over = [weight.greatest + 3e-8 for weight in WEIGHTS]
    assert weights_from(json.dumps({"weights": over}).encode()) == tuple(
        weight.greatest for weight in WEIGHTS
    )


@pytest.mark.parametrize(
    "told",
    [b"", b"\xff", b"[]", b"{}", b'{"weights": 5}', b'{"weights": [1, 2]}', b'{"weights": ["x"]}',
     b'{"weights": [%s]}' % b", ".join([b"NaN"] * 21)],
)  # fmt: skip
def test_what_makes_no_sense_is_no_fit(told: bytes) -> None:
    with pytest.raises(Unfit):
        weights_from(told)


def test_the_library_is_looked_for_without_loading_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_installed()
    monkeypatch.setattr("quiz.memory.fitting.LIBRARY", "no_such_library")
    assert not is_installed()


def test_of_fifty_average_learners_at_most_two_take_up_other_parameters() -> None:
    trials = [trial(DEFAULT_PARAMETERS, days=40, new=10, seed=seed) for seed in range(50)]
    assert min(one.answers for one in trials) >= 1_000
    assert sum(one.wins for one in trials) <= 2


@pytest.mark.parametrize("true", [FORGETFUL, RETENTIVE], ids=lambda found: str(found.id))
def test_learners_far_from_the_average_take_up_their_own(true: Parameters) -> None:
    trials = [trial(true, days=80, new=20, seed=seed) for seed in range(4)]
    for one in trials:
        assert one.fitted.log_loss < one.default.log_loss
        assert one.fitted.rmse_bins < one.default.rmse_bins
    assert all(one.wins for one in trials)
