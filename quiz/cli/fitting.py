"""A fit from its answers to the sentences that tell what came of it, for ``quiz fit``."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.cli.lines import say
from quiz.errors import QuizError, Stopped
from quiz.memory import DEFAULT_PARAMETERS
from quiz.memory.evaluation import CERTAIN
from quiz.study import fitting
from quiz.study.adopting import parameters_in_use
from quiz.ui.words import calendar_day, count, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from quiz.cli.common import Desk
    from quiz.exchange.review_csv import ReadLog
    from quiz.memory import Parameters
    from quiz.memory.evaluation import Score
    from quiz.memory.histories import History
    from quiz.settings import Settings
    from quiz.study.fitting import Trial

INTERRUPTED = 130
UNCHANGED = "Nothing was changed."


class NothingToGoBackTo(QuizError):
    """No set of parameters was taken up that has not been left since."""

    def __init__(self) -> None:
        super().__init__("The default parameters are in use, and there is nothing to go back to.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a fit. ``changed`` cards have another memory by it."""

    trial: Trial
    read: ReadLog | None
    """The log of another program that was fitted to; None: the learner's own answers."""

    today: date
    evaluated: bool = False
    adopted: Parameters | None = None
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """A fit to the earlier answers, and how it did on the later ones."""

    known: tuple[History, ...]
    trial: Trial
    read: ReadLog | None
    today: date

    def fitted_to_all(self) -> Parameters:
        """Return the parameters fitted to all answers, the later ones too."""
        with _working("Fitting to all answers") as tick:
            return fitting.fit_apart(self.known, tick)

    def outcome(
        self, *, evaluated: bool = False, adopted: Parameters | None = None, changed: int = 0
    ) -> Outcome:
        """Return what came of it."""
        return Outcome(
            trial=self.trial,
            read=self.read,
            today=self.today,
            evaluated=evaluated,
            adopted=adopted,
            changed=changed,
        )


def judged_log(opened: Desk, path: Path | None) -> Judged:
    """Return how a fit to the learner's answers does, or to those in a file."""
    read = None if path is None else _read(path)
    if read is None:
        known = fitting.own_histories(opened.store)
    else:
        known = fitting.logged_histories(read.answers, opened.settings.rollover_hour)
    return _judged(known, read, parameters_in_use(opened.store), opened.clock.now().study_day)


def judged_file(path: Path, settings: Settings) -> Outcome:
    """Return how a fit to the answers in a file does against the default parameters; no database is used."""
    read = _read(path)
    known = fitting.logged_histories(read.answers, settings.rollover_hour)
    today = settings.clock().now().study_day
    return _judged(known, read, DEFAULT_PARAMETERS, today).outcome(evaluated=True)


def _read(path: Path) -> ReadLog:
    from quiz.exchange.review_csv import read_log  # noqa: PLC0415 - most fits read no file

    return read_log(path)


def _judged(known: tuple[History, ...], read: ReadLog | None, in_use: Parameters, today: date) -> Judged:
    fitting.check_enough(known, "you have" if read is None else "the log has")
    with _working("Fitting to the earlier answers") as tick:
        return Judged(known, fitting.tried(known, in_use, tick), read, today)


@contextmanager
def _working(stage: str) -> Iterator[Callable[[], None]]:
    """Show at a terminal that it works; Ctrl-C is told to have changed nothing."""
    try:
        if not sys.stderr.isatty():
            yield lambda: None
            return
        from quiz.ui.fitting import FittingBar  # noqa: PLC0415 - rich is not needed where no bar can be shown

        with FittingBar(stage) as bar:
            yield bar.tick
    except KeyboardInterrupt as error:
        raise Stopped(UNCHANGED, INTERRUPTED) from error


def tell(outcome: Outcome) -> None:
    """Write how the fit did, and what came of it."""
    from quiz.ui.fitting import Foretold, Scored, draw_calibration, draw_scores  # noqa: PLC0415 - rich is slow
    from quiz.ui.render import console  # noqa: PLC0415 - likewise

    for sentence in _of_what(outcome):
        say(sentence)
    drawn = console()
    draw_scores(drawn, [Scored(name, *score) for name, score in _scores(outcome.trial).items()])
    draw_calibration(drawn, [Foretold(*row) for row in outcome.trial.calibration])
    say("")
    for sentence in _verdict(outcome):
        say(sentence)


def tell_undone(parameters: Parameters, changed: int) -> None:
    """Write that other parameters are in use once more."""
    name = "default parameters" if parameters == DEFAULT_PARAMETERS else f"parameters {parameters.id}"
    say(f"The {name} are in use again; the memory of {count(changed, 'card')} was reckoned anew.")


def _of_what(outcome: Outcome) -> Iterator[str]:
    trial, read = outcome.trial, outcome.read
    yield (
        f"{count(trial.answers, 'answer')} to {count(trial.cards, 'card')}. The fit saw those before "
        f"{calendar_day(trial.first_day, outcome.today)}; {count(trial.judged, 'answer')} on "
        f"{count(trial.days, 'day')} from then on judge it. {percent(trial.recalled)} of them were right."
    )
    if read is not None and read.cards_begun:
        yield f"Left out: {count(read.cards_begun, 'card')} whose first answers are older than the log."
    if read is not None and read.by_hand:
        yield f"Passed over: {count(read.by_hand, 'row')} with the rating 0, set by hand and no answers."


def _scores(trial: Trial) -> dict[str, Score]:
    in_use = {} if trial.in_use is None else {"in use": trial.in_use}
    return {
        "fitted": trial.fitted,
        **in_use,
        "default": trial.default,
        f"always {percent(trial.constant)}": trial.always,
    }


def _verdict(outcome: Outcome) -> Iterator[str]:
    trial = outcome.trial
    rivals = "the default ones" if trial.in_use is None else "the default ones and those in use"
    if not trial.wins:
        yield f"{_why_not(trial, rivals)} {UNCHANGED}"
        return
    sure = f"surely so ({trial.standard_errors:.1f} standard errors; {CERTAIN} are needed)"
    yield f"Parameters fitted to these answers foretell later ones better than {rivals}, and {sure}."
    if trial.always.log_loss < trial.fitted.log_loss:
        yield f"A constant chance of {percent(trial.constant)} foretells as well, but gives no due dates."
    if outcome.adopted is None:
        yield f"{UNCHANGED} Without --evaluate they would be used."
        return
    yield (
        f"Fitted to all answers they are in use now, as {outcome.adopted.id}; the memory of "
        f"{count(outcome.changed, 'card')} was reckoned anew. `quiz fit --undo` goes back."
    )


def _why_not(trial: Trial, rivals: str) -> str:
    if trial.standard_errors <= 0:
        return f"Parameters fitted to these answers foretell later ones no better than {rivals}."
    if trial.standard_errors < CERTAIN:
        return (
            f"Parameters fitted to these answers foretell later ones better than {rivals}, but not surely "
            f"so: by {trial.standard_errors:.1f} standard errors, where {CERTAIN} are needed."
        )
    return (
        f"Parameters fitted to these answers foretell later ones better than {rivals}, but a constant "
        f"chance of {percent(trial.constant)} surely does so better still."
    )


def values_of(outcome: Outcome) -> dict[str, object]:
    """Return what came of a fit, for JSON."""
    trial, read, adopted = outcome.trial, outcome.read, outcome.adopted
    names = {
        "fitted": trial.fitted,
        "in_use": trial.in_use,
        "default": trial.default,
        "constant": trial.always,
    }
    return {
        "answers": trial.answers,
        "cards": trial.cards,
        "cards_left_out": read.cards_begun if read else 0,
        "rows_passed_over": read.by_hand if read else 0,
        "judged_from": trial.first_day.isoformat(),
        "judged_days": trial.days,
        "judged_answers": trial.judged,
        "recalled": trial.recalled,
        "constant": trial.constant,
        "scores": {name: score._asdict() for name, score in names.items() if score is not None},
        "calibration": [row._asdict() for row in trial.calibration],
        "standard_errors": trial.standard_errors,
        "standard_errors_needed": CERTAIN,
        "wins": trial.wins,
        "adopted": None if adopted is None else adopted.id,
        "weights": None if adopted is None else adopted.weights,
        "memories_changed": outcome.changed,
    }
