"""A fit is tried on later days, used only where it wins, and can be left again; the log gives it all."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from fit_samples import answered_room
from study_samples import START, TERMS, Room, rebuild, reply, room

from quiz.errors import NotSaved
from quiz.exchange.review_csv import Logged
from quiz.memory import DEFAULT_PARAMETERS, Parameters
from quiz.memory.evaluation import Score
from quiz.memory.fitting import fit, packed, unpacked, weights_from
from quiz.memory.histories import histories, judged
from quiz.review import Mode, Rating
from quiz.store import adoptions, log, states
from quiz.study import fitting
from quiz.study.adopting import adopted_parameters, older, parameters_in_use
from quiz.study.fitting import FitFailed, NoFittingLibrary, TooFewAnswers, TooFewLater, Trial
from quiz.study.replay import differences
from quiz.study.session import Sitting, take_back
from tests.memory.fitted_learners import FORGETFUL, RETENTIVE, answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KNOWN = histories(answers(FORGETFUL, days=45, new=10, seed=5))


def quiet() -> None:
    """Nobody watches."""


@pytest.fixture
def studied(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.load()
        yield found


def test_a_fit_is_made_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "TICK_SECONDS", 0.001)
    ticks: list[int] = []
    found = fitting.fit_apart(KNOWN, lambda: ticks.append(1))
    here = fit(unpacked(packed(KNOWN)))
    assert found.weights == pytest.approx(here, abs=1e-6)
    assert found.id.startswith("fsrs-6-")
    assert fitting.fit_apart(KNOWN, quiet) == found
    assert len(ticks) > 1


def test_a_trial_tells_what_it_saw() -> None:
    found = fitting.tried(KNOWN, DEFAULT_PARAMETERS, quiet)
    assert (found.answers, found.cards) == (sum(map(len, KNOWN)), len(KNOWN))
    assert found.first_day > date(2025, 1, 25)
    held = judged(KNOWN, found.first_day.toordinal())
    assert (found.judged, found.days) == (len(held), len({one.day for one in held}))
    assert sum(row.answers for row in found.calibration) == found.judged
    assert found.in_use is None
    assert found.fitted.log_loss < found.default.log_loss


def test_parameters_in_use_are_rivals_as_well() -> None:
    found = fitting.tried(KNOWN, FORGETFUL, quiet)
    assert found.in_use is not None
    assert found.in_use.log_loss < found.default.log_loss
    assert not found.wins


def trial(**more: float) -> Trial:
    scores = Score(0.3, 0.05)
    found = {"standard_errors": 2.0, "over_constant": 1.0, **more}
    return Trial(
        answers=1, cards=1, first_day=date(2025, 1, 1), days=1, judged=1, recalled=1.0, constant=0.9,
        fitted=scores, default=scores, in_use=None, always=scores, calibration=(),
        standard_errors=found["standard_errors"], over_constant=found["over_constant"],
    )  # fmt: skip


def test_a_win_is_sure_and_no_constant_does_surely_better() -> None:
    assert trial().wins
    assert trial(over_constant=-1.6).wins
    assert not trial(over_constant=-1.7).wins
    assert not trial(standard_errors=1.6).wins


def test_a_process_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "packed", lambda _known: b"x")
    with pytest.raises(FitFailed, match=r"The fit failed: .*bytes.*\. Nothing was changed\."):
        fitting.fit_apart(KNOWN, quiet)
    monkeypatch.setattr(fitting, "COMMAND", ("/nowhere/python",))
    with pytest.raises(FitFailed, match="No such file"):
        fitting.fit_apart(KNOWN, quiet)


def test_ctrl_c_ends_the_process_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def sleeps(_command: list[str], **more: object) -> subprocess.Popen[bytes]:
        begun.append(real([sys.executable, "-c", "import time; time.sleep(60)"], **more))  # type: ignore[call-overload]
        return begun[0]

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fitting.subprocess, "Popen", sleeps)
    with pytest.raises(KeyboardInterrupt):
        fitting.fit_apart(KNOWN[:1], interrupted)
    assert begun[0].returncode == -signal.SIGKILL


def test_a_module_in_the_current_folder_is_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fsrs_rs_python.py").write_text("raise SystemExit('a stranger')", encoding="utf-8")
    (tmp_path / "array.py").write_text("raise SystemExit('a stranger')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert fitting.fit_apart(KNOWN, quiet).weights


def test_too_little_is_told_with_how_much_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooFewAnswers, match="needs 1,000 answers, and you have 0: 1,000 are missing"):
        fitting.check_enough(())
    same_day = histories([("a", date(2025, 1, 1), Rating.GOOD)] * 1000)
    with pytest.raises(TooFewLater, match="and there are 0"):
        fitting.check_enough(same_day)
    with pytest.raises(TooFewAnswers, match="the log has 999: 1 is missing"):
        fitting.check_enough((same_day[0][1:],), "the log has")
    one_day = [(str(n), date(2025, 1, day), Rating.GOOD) for day in (1, 2) for n in range(600)]
    with pytest.raises(TooFewLater, match="there are 600"):
        fitting.check_enough(histories(one_day))
    fitting.check_enough(KNOWN)
    monkeypatch.setattr(fitting, "is_installed", lambda: False)
    with pytest.raises(NoFittingLibrary, match=r"pip install 'quiz-study\[fit\]'"):
        fitting.check_enough(KNOWN)
    assert (TooFewAnswers.exit_code, TooFewLater.exit_code, NoFittingLibrary.exit_code) == (1, 1, 2)


def test_histories_are_of_study_answers_that_stand(studied: Room) -> None:
    studied.answer("talks/venue", Rating.AGAIN)
    studied.clock.sleep(2)
    studied.answer("talks/venue")
    last = studied.answer("talks/month")
    take_back(studied.store, studied.clock, last, last.session)
    queue = [studied.candidate("talks/month")]
    cram = Sitting(studied.store, studied.clock, queue, terms=TERMS, seed="0", mode=Mode.CRAM)
    cram.next()
    cram.record(*reply(cram, Rating.GOOD))
    (known,) = fitting.own_histories(studied.store)
    assert [(one.elapsed_days, one.rating) for one in known] == [(0, Rating.AGAIN), (2, Rating.GOOD)]


def test_answers_of_a_log_are_of_study_days() -> None:
    night = START.replace(hour=2)
    found = fitting.logged_histories(
        [Logged("a", START.replace(day=8), Rating.GOOD), Logged("a", night, Rating.HARD)], rollover_hour=4
    )
    assert found[0][1].elapsed_days == 1


def test_adopted_parameters_reckon_the_whole_history_and_due_days_stay(studied: Room) -> None:
    studied.answer("talks/venue")
    studied.clock.sleep(5)
    studied.answer("talks/venue", Rating.HARD)
    before = studied.state("talks/venue")
    assert fitting.adopt(studied.store, studied.clock, FORGETFUL) == 1
    after = studied.state("talks/venue")
    assert before is not None
    assert after is not None
    assert after.memory != before.memory
    assert (after.due_on, after.interval_days) == (before.due_on, before.interval_days)
    assert differences(studied.store) == []
    assert parameters_in_use(studied.store) == FORGETFUL


def test_answers_after_an_adoption_are_given_by_it(studied: Room) -> None:
    fitting.adopt(studied.store, studied.clock, RETENTIVE)
    review = studied.answer("talks/venue")
    assert review.parameters == RETENTIVE.id
    assert review.interval_days == round(RETENTIVE.weights[2])
    state = studied.state("talks/venue")
    assert state is not None
    assert state.memory.stability == RETENTIVE.weights[2]
    assert differences(studied.store) == []


def test_going_back_leads_to_each_older_set_and_ends_at_the_default_one(studied: Room) -> None:
    store, clock = studied.store, studied.clock
    assert (older(store), adopted_parameters(store)) == (None, None)
    studied.answer("talks/venue")
    first = studied.state("talks/venue")
    fitting.adopt(store, clock, FORGETFUL)
    second = studied.state("talks/venue")
    fitting.adopt(store, clock, RETENTIVE)
    led = []
    while (back := older(store)) is not None:
        fitting.adopt(store, clock, back)
        led.append((back, studied.state("talks/venue")))
        assert differences(store) == []
    assert led == [(FORGETFUL, second), (DEFAULT_PARAMETERS, first)]
    assert [one.parameters for one in adoptions.adoptions(store)] == [
        "forgetful", "retentive", "forgetful", DEFAULT_PARAMETERS.id,
    ]  # fmt: skip
    assert log.parameter_sets(store).keys() >= {"forgetful", "retentive"}


def test_a_set_taken_up_again_leaves_those_above_it(studied: Room) -> None:
    for parameters in (FORGETFUL, RETENTIVE, FORGETFUL, FORGETFUL):
        fitting.adopt(studied.store, studied.clock, parameters)
    assert older(studied.store) == DEFAULT_PARAMETERS


def test_an_adoption_is_on_disk_whole_or_not_at_all(studied: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    studied.answer("talks/venue")
    before = list(studied.store.db.iterdump())

    def full(*_given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(states, "rewrite_states", full)
    with pytest.raises(NotSaved):
        fitting.adopt(studied.store, studied.clock, FORGETFUL)
    assert list(studied.store.db.iterdump()) == before


def test_a_learner_far_from_the_average_is_better_foretold_from_the_log_on(tmp_path: Path) -> None:
    with answered_room(tmp_path, true=FORGETFUL, days=40, new=12) as where:
        store = where.store
        assert differences(store) == []
        known = fitting.own_histories(store)
        fitting.check_enough(known)
        fitted = fitting.fit_apart(known, quiet)
        changed = fitting.adopt(store, where.clock, fitted)
        assert changed == len(states.stored_states(store)) == len(known)
        assert differences(store) == []
        dump = list(store.db.iterdump())
        rebuild(store)
        assert list(store.db.iterdump()) == dump


def test_weights_are_kept_as_they_are(studied: Room) -> None:
    weights = weights_from(b'{"weights": [%s]}' % ", ".join(map(str, FORGETFUL.weights)).encode())
    fitting.adopt(studied.store, studied.clock, Parameters("rounded", weights))
    assert parameters_in_use(studied.store).weights == weights


def test_a_log_larger_than_a_pipe_is_fitted_though_the_process_is_slow_to_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = "import time; time.sleep(0.3); import sys; sys.stdout.write(str(len(sys.stdin.buffer.read())))"
    monkeypatch.setattr(fitting, "TICK_SECONDS", 0.01)
    monkeypatch.setattr(fitting, "COMMAND", (sys.executable, "-c", code))
    ticks: list[int] = []
    assert fitting._told_by_process(bytes(1_000_000), lambda: ticks.append(1)) == b"1000000"
    assert len(ticks) > 1
