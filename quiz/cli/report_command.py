"""``quiz report``: how a learner stands, as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.bank.problem import shown_path
from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.lines import say
from quiz.errors import QuizError, UsageFault
from quiz.study.choosing import choose

if TYPE_CHECKING:
    from quiz.settings import Settings

DEFAULT = "quiz-report.html"
OURS = b'<meta name="generator" content="quiz report">'
"""Stands in every report: only such files are written over."""


class CannotWriteReport(QuizError):
    """The system does not let the file be written."""

    exit_code = UsageFault.exit_code

    def __init__(self, path: Path, error: OSError) -> None:
        reason = (error.strerror or "the system refuses").lower()
        super().__init__(
            f"{shown_path(str(path))} cannot be written: {reason}. Name another file with `--out`."
        )


class NotAReport(UsageFault):
    """What is there was not written by this command."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{shown_path(str(path))} is there already, and no report; nothing was written. "
            "Name another file with `--out`."
        )


@click.command("report")
@click.argument("words", nargs=-1, metavar="[BANK_OR_TAG]...")
@click.option("--out", metavar="FILE", default=DEFAULT, show_default=True, help="The file to write.")
@click.option("--open", "opened", is_flag=True, help="Show it in your browser.")
@settings_options
def command(*, settings: Settings, words: tuple[str, ...], out: str, opened: bool) -> None:
    """Write how you stand as one HTML file, to look at, mail or print.

    It loads nothing and runs nothing. A report that is there already is written over, no other file.
    """
    from quiz.cli.report_gathering import gather  # noqa: PLC0415 - slow to import, and a usage fault needs none
    from quiz.ui.report.page import report_html  # noqa: PLC0415 - likewise

    path = Path(out)
    _check(path)
    with desk(settings) as at:
        show_faults(at.loaded)
        page = report_html(gather(at, choose(at.store, at.loaded.banks, words)))
    _write(path, page)
    say(f"The report is in {shown_path(str(path))}.")
    if opened:
        click.launch(path.resolve().as_uri())


def _check(path: Path) -> None:
    """Raise ``NotAReport`` before the work when there is another file."""
    try:
        if path.is_dir() or (path.exists() and OURS not in path.read_bytes()[:2000]):
            raise NotAReport(path)
    except OSError as error:
        raise CannotWriteReport(path, error) from error


def _write(path: Path, page: str) -> None:
    """Write the file whole, or leave what is there."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(page, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise CannotWriteReport(path, error) from error
