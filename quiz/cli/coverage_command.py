"""``quiz coverage``: which paragraphs have questions, and which quotes are no longer found."""

from __future__ import annotations

import json
import shlex
import shutil
from typing import TYPE_CHECKING

import click

from quiz.authoring.coverage import coverage, coverage_values
from quiz.bank import Code
from quiz.bank.problem import shown_path
from quiz.cli.checking import bases, gather, roots
from quiz.cli.common import settings_options, show_problems
from quiz.cli.lines import say
from quiz.ui.coverage import coverage_lines
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.coverage import Coverage
    from quiz.authoring.material import Material
    from quiz.settings import Settings

WIDEST, NARROWEST = 100, 20
DONE, MEND, CANNOT = 0, 1, 2


@click.command("coverage")
@click.argument("bank", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(*, settings: Settings, bank: str | None, as_json: bool) -> int:
    """Show, paragraph by paragraph, how many questions stand on it.

    BANK is a file or folder of banks, or the name of a bank as `quiz list` shows it. Without
    it, all banks are looked at. Banks that cite one text are taken together. `>` stands before
    a paragraph without a question. A question stands where its quote stands; drafts do not count.

    --json: texts (text, banks, fault, paragraphs with questions and drafts, bare, lost) and
    uncited. What is lost has paragraph and quote as cited, found (moved, near, gone), now_in
    and now_says.

    Exit codes: 0 done, also where paragraphs are bare; 1 a quote or a paragraph is no longer
    found, a text cannot be read, or a file is no bank or not one to its end; 2 cannot run, or
    cannot read a file.
    """
    given = roots([] if bank is None else [bank], settings)
    gathered = gather(given, only_banks=False, bases=bases(settings))
    show_problems(gathered.unread)
    hidden = _tell_faults(gathered.banks)
    found = coverage(gathered.banks)
    if as_json:
        click.echo(json.dumps(coverage_values(found), indent=2))
    else:
        for line in coverage_lines(found, _width()):
            click.echo(line)
    if gathered.unread:
        return CANNOT
    return MEND if hidden or _is_lost(found) else DONE


def _tell_faults(banks: Sequence[Material]) -> bool:
    """Tell what of banks could not be looked at; whether it may be all from some line on."""
    cut = [bank for bank in banks if bank.bank is None or _breaks_off(bank)]
    show_problems([str(problem) for bank in cut for problem in bank.problems])
    for bank in banks:
        if bank.problems and bank not in cut:
            path, faults = shown_path(bank.path), len(bank.problems)
            names = f"`quiz check {shlex.quote(path)}` names {'it' if faults == 1 else 'them'}"
            say(f"{path}: {count(faults, 'fault')}; what has one is left out. {names}.", err=True)
    return bool(cut)


def _breaks_off(bank: Material) -> bool:
    """Whether a fault ends the reading of a bank."""
    return any(problem.code is Code.BROKEN_YAML for problem in bank.problems)


def _is_lost(found: Coverage) -> bool:
    return any(text.lost or text.fault for text in found.texts)


def _width() -> int:
    return max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)
