"""Parameters of memory fitted to a learner's answers: tried on later days, used if they win there."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import IO, TYPE_CHECKING

from quiz.clock import moment
from quiz.errors import QuizError, UsageFault
from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER, Parameters
from quiz.memory.evaluation import CERTAIN, calibration, chances, mean_recall, score, surely_better
from quiz.memory.fitting import Unfit, is_installed, packed, weights_from
from quiz.memory.histories import answers_in, before, histories, judged, later_from
from quiz.store import adoptions, log, states
from quiz.study.replay import replayed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quiz.clock import Clock
    from quiz.exchange.review_csv import Logged
    from quiz.memory.evaluation import Calibrated, Score
    from quiz.memory.histories import History, Judged
    from quiz.store import Store

FEWEST_ANSWERS = 1_000
"""With fewer answers fitted parameters seldom beat the default ones on later days."""

FEWEST_JUDGED = 100
"""So many answers of later days, at least, judge a fit."""

TICK_SECONDS = 0.1

COMMAND = (sys.executable, "-P", "-m", "quiz.memory.fitting")
"""-P: the current folder is the learner's, and no place to look for modules."""


class CannotFit(QuizError):
    """There is something that a fit needs and that is not there."""


class NoFittingLibrary(CannotFit):
    """The extra that fits is not installed."""

    exit_code = UsageFault.exit_code

    def __init__(self) -> None:
        super().__init__("Fitting needs the library fsrs-rs-python. Run `pip install 'quiz-study[fit]'`.")


class TooFewAnswers(CannotFit):
    """There are too few answers for a fit."""

    def __init__(self, answers: int, of_whom: str) -> None:
        missing = FEWEST_ANSWERS - answers
        super().__init__(
            f"A fit needs {FEWEST_ANSWERS:,} answers, and {of_whom} {answers:,}: "
            f"{missing:,} {'is' if missing == 1 else 'are'} missing. Until then the default parameters are "
            "the better guess."
        )


class TooFewLater(CannotFit):
    """There are too few answers on later days than the one before to judge a fit by."""

    def __init__(self, found: int) -> None:
        super().__init__(
            f"A fit is judged by {FEWEST_JUDGED} answers of later days that it did not see, and there are "
            f"{found:,}. Most answers came on the same day as the one before; study on, and try again."
        )


class FitFailed(QuizError):
    """The library could not fit."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The fit failed{f': {reason}' if reason else ''}. Nothing was changed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How parameters that were fitted to earlier days foretold the answers of later ones."""

    answers: int
    """All answers, those of the same day among them."""

    cards: int
    first_day: date
    """The study day from which on answers were not seen by the fit."""

    days: int
    """Study days with answers that judged."""

    judged: int
    """How many answers judged: those from ``first_day`` on that came on a later day than the one before."""

    recalled: float
    """The share of them that was recalled."""

    constant: float
    """The share recalled before ``first_day``: the chance that a constant foretells."""

    fitted: Score
    default: Score
    in_use: Score | None
    """Of the parameters in use; None when those are the default ones."""

    always: Score
    """Of the constant."""

    calibration: tuple[Calibrated, ...]
    """Of the fitted parameters."""

    standard_errors: float
    """By how many the fitted ones are better than the default ones and those in use: the smaller."""

    over_constant: float
    """By how many standard errors they are better than the constant."""

    @property
    def wins(self) -> bool:
        """Whether the fitted parameters surely foretell better than the others.

        By a one-sided test at 5 % over cards and over days (see ``memory.evaluation``) against
        the default parameters and those in use. The constant may not be surely better than they
        are: it schedules nothing, and of who recalls nearly all it foretells as well as any.
        """
        return self.standard_errors >= CERTAIN and self.over_constant > -CERTAIN


def own_histories(store: Store) -> tuple[History, ...]:
    """Return the histories of the learner's cards: all study answers that stand."""
    return histories((step.card, step.study_day, step.rating) for step in log.steps(store))


def logged_histories(answers: Sequence[Logged], rollover_hour: int) -> tuple[History, ...]:
    """Return the histories in a log of another program; study days by this machine's time zone."""
    return histories(
        (one.card, moment(one.answered_at, zone=None, rollover_hour=rollover_hour).study_day, one.rating)
        for one in answers
    )


def check_enough(known: Sequence[History], of_whom: str = "you have") -> None:
    """Raise ``TooFewAnswers``, ``TooFewLater`` or ``NoFittingLibrary`` when these cannot be fitted."""
    answers = answers_in(known)
    if answers < FEWEST_ANSWERS:
        raise TooFewAnswers(answers, of_whom)
    later = later_from(known)
    found = 0 if later is None else len(judged(known, later))
    if found < FEWEST_JUDGED or not judged(before(known, later or 0)):
        raise TooFewLater(found)
    if not is_installed():
        raise NoFittingLibrary


def tried(known: Sequence[History], in_use: Parameters, tick: Callable[[], None]) -> Trial:
    """Return how a fit to the earlier days does on the later ones; ``check_enough`` was called.

    ``tick`` is called some times a second. Raises ``FitFailed``.
    """
    first_day = later_from(known) or 0
    earlier = before(known, first_day)
    fitted = fit_apart(earlier, tick)
    tick()
    return _trial(known, first_day, mean_recall(earlier), [fitted, DEFAULT_PARAMETERS, in_use])


def _trial(known: Sequence[History], first_day: int, constant: float, rivals: Sequence[Parameters]) -> Trial:
    answers = judged(known, first_day)
    fitted, default, used = (chances(known, parameters, first_day) for parameters in rivals)
    always = [constant] * len(answers)
    return Trial(
        answers=answers_in(known),
        cards=len(known),
        first_day=date.fromordinal(first_day),
        days=len({one.day for one in answers}),
        judged=len(answers),
        recalled=sum(one.recalled for one in answers) / len(answers),
        constant=constant,
        fitted=score(answers, fitted),
        default=score(answers, default),
        in_use=None if rivals[2] == DEFAULT_PARAMETERS else score(answers, used),
        always=score(answers, always),
        calibration=calibration(answers, fitted),
        standard_errors=_least_gain(answers, fitted, default, used),
        over_constant=-surely_better(answers, always, fitted),
    )


def _least_gain(answers: Sequence[Judged], fitted: Sequence[float], *others: Sequence[float]) -> float:
    return min(surely_better(answers, fitted, other) for other in others)


def fit_apart(known: Sequence[History], tick: Callable[[], None]) -> Parameters:
    """Return parameters fitted to these histories by a process of its own, which ends with this call.

    Their id is made of their weights. Raises ``FitFailed``.
    """
    try:
        weights = weights_from(_told_by_process(packed(known), tick))
    except (OSError, Unfit) as error:
        raise FitFailed(str(error)) from error
    return Parameters(f"fsrs-6-{hashlib.sha256(json.dumps(weights).encode()).hexdigest()[:12]}", weights)


def _told_by_process(data: bytes, tick: Callable[[], None]) -> bytes:
    """Return what the process that fits writes; it is out of reach of Ctrl-C, and is killed with us."""
    with (
        _as_file(data) as given,
        subprocess.Popen(  # noqa: S603 - this program itself
            COMMAND,
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        ) as process,
    ):
        try:
            return _ended(process, tick)
        except BaseException:
            process.kill()
            raise


@contextmanager
def _as_file(data: bytes) -> Iterator[IO[bytes]]:
    """Give data as a file without a name: a pipe is not filled further once ``communicate`` timed out."""
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        yield file


def _ended(process: subprocess.Popen[bytes], tick: Callable[[], None]) -> bytes:
    while True:
        try:
            return process.communicate(timeout=TICK_SECONDS)[0]
        except subprocess.TimeoutExpired:
            tick()


def adopt(store: Store, clock: Clock, parameters: Parameters) -> int:
    """Use these parameters from now on; return how many cards have another memory by that.

    The event, and all states as a replay gives them, are on disk when this returns; due days
    stay. Raises ``NotSaved``, and then nothing has changed.
    """
    with log.saving(store):
        log.save_parameters(store, parameters.id, SCHEDULER, parameters.weights)
        adoptions.adopt(store, parameters.id, clock.now())
        stored, again = states.stored_states(store), replayed(store)
        states.rewrite_states(store, again)
    return sum(stored.get(card_id) != state for card_id, state in again.items())
