"""``quiz fit``: parameters of memory that fit the learner's own answers, used where they foretell better."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.fitting import NothingToGoBackTo, Outcome, judged_file, judged_log, tell, tell_undone, values_of
from quiz.cli.lines import say
from quiz.cli.rescheduling import reschedule, reschedule_quietly
from quiz.errors import NotTogether
from quiz.store import sitting_lock
from quiz.study import fitting
from quiz.study.adopting import adopted_parameters, older
from quiz.study.fitting import CannotFit

if TYPE_CHECKING:
    from quiz.cli.common import Desk
    from quiz.settings import Settings


class _Asked(NamedTuple):
    """What the options say."""

    path: Path | None
    evaluate: bool
    reschedule: bool
    undo: bool
    yes: bool
    as_json: bool

    def check(self) -> None:
        """Raise ``NotTogether`` for options that contradict each other."""
        given = {
            "--undo": self.undo,
            "--log": self.path is not None,
            "--evaluate": self.evaluate,
            "--reschedule": self.reschedule,
        }
        for one, other in (("--undo", "--log"), ("--undo", "--evaluate"), ("--evaluate", "--reschedule")):
            if given[one] and given[other]:
                raise NotTogether(one, other)


@click.command("fit")
@click.option(
    "--log",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Fit to the answers in a CSV log of FSRS.",
)
@click.option("--evaluate", is_flag=True, help="Only say how well it does; nothing changes.")
@click.option("--reschedule", is_flag=True, help="Move due dates too; it shows how many, and asks.")
@click.option("--undo", is_flag=True, help="Go back to the parameters used before.")
@click.option("--yes", is_flag=True, help="Move due dates without asking.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(*, settings: Settings, **options: Any) -> None:  # noqa: ANN401 - the fields of _Asked
    """Fit the parameters of memory to your own answers.

    They are fitted to the earlier answers and tried on the later ones. They are used only where
    they foretell those surely better than the ones in use. It takes 1,000 answers.
    """
    asked = _Asked(**options)
    asked.check()
    if asked.path is not None and asked.evaluate:
        outcome = judged_file(asked.path, settings)
        _show(outcome, asked)
        _write(asked, values_of(outcome))
        return
    with desk(settings) as opened, sitting_lock(settings.db):
        show_faults(opened.loaded)
        values = _gone_back(opened, asked) if asked.undo else _fitted(opened, asked)
        if asked.reschedule:
            values["reschedule"] = _move(opened, asked)
        elif values.get("adopted") and not asked.as_json:
            say("Due dates stay; with --reschedule they move too.")
        _write(asked, values)


def _fitted(opened: Desk, asked: _Asked) -> dict[str, object]:
    """Fit, tell how it did and return it for JSON; where it won, a fit to all answers is in use then.

    What cannot be fitted does not keep due dates from moving by what was fitted before.
    """
    try:
        judged = judged_log(opened, asked.path)
    except CannotFit as error:
        if not asked.reschedule or adopted_parameters(opened.store) is None:
            raise
        say(str(error), err=True)
        return {}
    outcome = judged.outcome(evaluated=asked.evaluate)
    if judged.trial.wins and not asked.evaluate:
        parameters = judged.fitted_to_all()
        changed = fitting.adopt(opened.store, opened.clock, parameters)
        outcome = judged.outcome(adopted=parameters, changed=changed)
    _show(outcome, asked)
    return values_of(outcome)


def _gone_back(opened: Desk, asked: _Asked) -> dict[str, object]:
    parameters = older(opened.store)
    if parameters is None:
        raise NothingToGoBackTo
    changed = fitting.adopt(opened.store, opened.clock, parameters)
    if not asked.as_json:
        tell_undone(parameters, changed)
    return {"adopted": parameters.id, "weights": parameters.weights, "memories_changed": changed}


def _show(outcome: Outcome, asked: _Asked) -> None:
    if not asked.as_json:
        tell(outcome)


def _move(opened: Desk, asked: _Asked) -> dict[str, object]:
    if asked.as_json:
        return reschedule_quietly(opened, yes=asked.yes)
    reschedule(opened, yes=asked.yes)
    return {}


def _write(asked: _Asked, values: dict[str, object]) -> None:
    if asked.as_json:
        click.echo(json.dumps({"layout": 1, **values}, indent=2))
