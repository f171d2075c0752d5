"""``quiz coverage``: which paragraphs have questions, and which quotes are no longer found."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import click

from quiz.authoring.coverage import coverage, coverage_values
from quiz.bank.problem import shown_path
from quiz.cli.checking import gather, roots
from quiz.cli.common import settings_options, show_problems
from quiz.store import BankRow
from quiz.study.choosing import banks_named
from quiz.text import clean
from quiz.ui.coverage import coverage_lines
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.coverage import Coverage
    from quiz.authoring.material import Material
    from quiz.settings import Settings

WIDEST, NARROWEST = 100, 20
DONE, MEND = 0, 1


@click.command("coverage")
@click.argument("bank", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(*, settings: Settings, bank: str | None, as_json: bool) -> int:
    """Show, paragraph by paragraph, how many questions stand on it.

    BANK is a file or folder of banks, or the name of a bank as `quiz read` takes it. Without
    it, all banks are looked at. Banks that cite one text are taken together. `>` stands before
    a paragraph without a question. A question stands where its quote stands; drafts do not count.

    --json: texts (text, banks, fault, paragraphs with questions and drafts, bare, lost) and
    uncited. What is lost has paragraph and quote as cited, found (moved, near, gone), now_in
    and now_says.

    Exit codes: 0 done, also where paragraphs are bare; 1 a quote or a paragraph is no longer
    found, or a text or a bank cannot be read; 2 cannot run.
    """
    named = bank is not None and os.path.lexists(bank)
    gathered = gather(roots([bank] if bank is not None and named else [], settings), only_banks=False)
    banks = gathered.banks if bank is None or named else _named(gathered.banks, bank)
    show_problems(gathered.unread)
    hidden = _tell_faults(banks)
    found = coverage(banks)
    if as_json:
        click.echo(json.dumps(coverage_values(found), indent=2))
    else:
        for line in coverage_lines(found, _width()):
            click.echo(line)
    return MEND if gathered.unread or hidden or _is_lost(found) else DONE


def _named(banks: Sequence[Material], word: str) -> list[Material]:
    """Return the banks that a word names, as other commands take it; raises ``NothingChosen``."""
    rows = [
        BankRow(
            number, one.key, one.path, one.title, one.description, one.language, one.source, archived=False
        )
        for number, one in enumerate(material.bank for material in banks)
        if one is not None
    ]
    return [banks[row.id] for row in banks_named(rows, word)]


def _tell_faults(banks: Sequence[Material]) -> bool:
    """Tell how many questions could not be looked at; whether a bank could not be at all."""
    unread = [bank for bank in banks if bank.bank is None]
    show_problems([str(problem) for bank in unread for problem in bank.problems])
    for bank in banks:
        faulty = sum(not written.sound for written in bank.written)
        if faulty:
            told = f"{count(faulty, 'question')} with faults left out; `quiz check` names them."
            click.echo(f"{clean(shown_path(bank.path))}: {told}", err=True)
    return bool(unread)


def _is_lost(found: Coverage) -> bool:
    return any(text.lost or text.fault for text in found.texts)


def _width() -> int:
    return max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)
