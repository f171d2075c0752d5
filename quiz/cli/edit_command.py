"""``quiz edit``: a question in the person's editor, checked and loaded on leaving."""

from __future__ import annotations

import os
import shlex
import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from quiz.authoring.finding import Severity
from quiz.authoring.formats import text_lines
from quiz.authoring.selecting import EVERY, chosen
from quiz.cli import checking
from quiz.cli.common import desk, settings_options
from quiz.cli.editor import editor_of
from quiz.cli.history import history_notes
from quiz.cli.lines import say
from quiz.cli.load_command import tell
from quiz.cli.questions_named import place_meant
from quiz.cli.targets import as_seen, refuse_packaged
from quiz.text import clean, clean_line
from quiz.ui.choose import open_screen
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quiz.authoring.finding import Finding
    from quiz.bank import Problem
    from quiz.cli.editor import Editor
    from quiz.settings import Settings

SHOWN = 20
"""How many findings are told at most."""


class Look(NamedTuple):
    """What a check of a bank found, how many faults are in that, and the line of the first one."""

    lines: tuple[str, ...]
    faults: int
    first_line: int
    fault_lines: tuple[str, ...] = ()
    """Those of the lines that tell faults, which keep a question from being asked."""


@click.command("edit")
@click.argument("question", metavar="QUESTION_OR_BANK")
@settings_options
@click.pass_context
def command(context: click.Context, *, settings: Settings, question: str) -> None:
    """Open a question in your editor; check and load its bank on leaving.

    It is named bank/id, or by its id alone where only one bank has it. A bank is opened at its
    first fault. The editor is $VISUAL, else $EDITOR, else a usual one. Exit code 1 when the bank
    has faults then.
    """
    editor = editor_of(os.environ)
    with desk(settings) as opened:
        place = place_meant(opened, question)
    path = as_seen(place.target.path)
    refuse_packaged(place.target.path, place.target.key)
    before = content(path)
    faults = _edit(editor, path, place.line)
    for note in history_notes(settings, [path]):
        say(clean_line(f"History: {note.message}."))
    with desk(settings) as opened:
        told = tell(opened.loaded)
    if content(path) == before:
        say(f"{clean_line(str(path))} was not changed.")
    elif not told:
        say("Apart from what has faults, no question changed." if faults else "No question changed.")
    context.exit(1 if faults else 0)


def _edit(editor: Editor, path: Path, line: int) -> int:
    """Open the file until it is sound, or is wanted no more; return how many faults are left.

    To leave the editor without a change is an answer to that as well.
    """
    now, look = content(path), None
    while True:
        # Not every editor sees the folder that we see.
        editor.open(path.absolute(), line)
        before, now = now, content(path)
        if look is not None and now == before:
            return look.faults
        look = look_at(path)
        _tell_found(look, path)
        if not look.faults or now == before or not _again(look.faults):
            return look.faults
        line = look.first_line


def _tell_found(look: Look, path: Path) -> None:
    for told in look.lines[:SHOWN]:
        say(clean(told), err=True)
    if len(look.lines) > SHOWN:
        command = f"quiz check {shlex.quote(str(path))}"
        more = f"... and {len(look.lines) - SHOWN} more; `{command}` names them all."
        say(clean_line(more), err=True)


def content(path: Path) -> bytes | None:
    """Return what the file holds, None where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _again(faults: int) -> bool:
    """Whether to open the file once more: asked only of people at a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return open_screen().confirm(f"{count(faults, 'fault')}. Open it again?", default=True)


def look_at(path: Path) -> Look:
    """Return what a check by the default rules finds in a bank, faults that no rule tells first."""
    gathered = checking.gather([path], only_banks=False)
    findings = checking.look(gathered.banks, chosen(EVERY))
    problems = [problem for bank in gathered.banks for problem in bank.problems]
    untold = [problem for problem in problems if not _is_told(problem, findings)]
    places = [finding.location.line for finding in findings if finding.severity is Severity.ERROR]
    places += [problem.location.line for problem in untold]
    unread = (*gathered.unread, *map(str, untold))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    return Look(
        (*unread, *text_lines(findings)),
        len(gathered.unread) + len(places),
        min(places, default=1),
        (*unread, *text_lines(errors)),
    )


def _is_told(problem: Problem, findings: Sequence[Finding]) -> bool:
    """Whether a rule tells this fault as well."""
    where = problem.location[1:]
    return any((one.code, one.location[1:]) == (problem.code, where) for one in findings)
