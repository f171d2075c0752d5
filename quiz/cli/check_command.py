"""``quiz check``: find mistakes in banks, and mend what is certain."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

import click

from quiz.authoring.explaining import explained
from quiz.authoring.finding import Severity
from quiz.authoring.selecting import EVERY, chosen, histories, words
from quiz.authoring.watching import stamps, wait
from quiz.bank.problem import shown_path
from quiz.cli import checking
from quiz.cli.checking import Gathered, Mending
from quiz.cli.common import settings_options
from quiz.cli.lines import say
from quiz.cli.reporting import show, tell, tell_unread, tell_unstamped
from quiz.cli.signals import Signals
from quiz.errors import Interrupted, NotTogether, QuizError, UsageFault
from quiz.text import clean
from quiz.ui.choose import is_dumb, open_screen
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from pathlib import Path

    from quiz.authoring.rule import Rule
    from quiz.cli.checking import Change
    from quiz.settings import Settings

FORMATS = ("text", "json", "github", "sarif")
CLEAN, FOUND, CANNOT = 0, 1, 2
SEPARATOR = "-" * 40


class OnlyText(UsageFault):
    """A watch shows text alone."""

    def __init__(self) -> None:
        super().__init__("--watch shows text. Leave --format out.")


class NobodyToAsk(UsageFault):
    """There is no terminal to ask in, and no option that says what would be answered."""

    def __init__(self) -> None:
        super().__init__("There is no terminal to ask in, so nothing was written. Write it with --yes.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is asked for, as the options say it."""

    settings: Settings
    roots: Sequence[Path]
    bases: Sequence[Path]
    rules: Sequence[Rule]
    histories: Container[str]
    form: str
    strict: bool
    only_banks: bool
    mending: Mending | None
    diff: bool
    yes: bool

    @property
    def is_text(self) -> bool:
        """Whether findings are told to people."""
        return self.form == "text"

    def gather(self) -> Gathered:
        """Read the files as they are now."""
        return checking.gather(self.roots, only_banks=self.only_banks, bases=self.bases)


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH_OR_BANK]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How findings are told.")
@click.option("--strict", is_flag=True, help="Warnings fail as well.")
@click.option("--select", multiple=True, metavar="CODE", help="Only these rules, also those that are off.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Not these rules.")
@click.option("--fix", is_flag=True, help="Show what is certain as a diff, ask, and mend it.")
@click.option(
    "--stamp", is_flag=True, help="Likewise note down that the questions fit their texts as they are now."
)
@click.option(
    "--diff", is_flag=True, help="Only print what --fix or --stamp would change; 1 if there is any."
)
@click.option("--yes", is_flag=True, help="Change without asking; needed where there is no terminal.")
@click.option("--watch", is_flag=True, help="Check again whenever a bank or its text is saved.")
@click.option("--only-banks", is_flag=True, help="Pass over YAML files that are no banks.")
@click.option(
    "--explain", metavar="CODE", help="Print the page of a rule, of several with commas, or of all."
)
@settings_options
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    context: click.Context,
    *,
    settings: Settings,
    paths: tuple[str, ...],
    form: str,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    stamp: bool,
    diff: bool,
    yes: bool,
    watch: bool,
    only_banks: bool,
    explain: str | None,
) -> None:
    """Find mistakes in banks: in files, in folders, or where `quiz start` finds them.

    A bank may also be named as `quiz list` shows it.

    CODE is the code of a rule, a family (shape, answer, wording, grounding, history), `all` or
    `default`; several with commas, or the option more than once. `# quiz: ignore CODE` in a
    bank silences a finding on that line, or in the question that begins there or below.

    Exit codes: 0 clean, or only warnings without --strict; 1 findings; 2 cannot run.
    """
    if explain is not None:
        say(clean(explained(explain)), hanging="")
        return
    fix = fix or (diff and not stamp)
    if watch:
        _refuse_in_watch({"--fix": fix and not diff, "--stamp": stamp, "--diff": diff}, form)
    task = Task(
        settings=settings,
        roots=checking.roots(paths, settings),
        bases=checking.bases(settings),
        rules=chosen(EVERY, select, ignore),
        histories=histories(select, ignore),
        form=form,
        strict=strict,
        only_banks=only_banks,
        mending=Mending(fix=fix, mark=not words(select), stamp=stamp) if fix or stamp else None,
        diff=diff,
        yes=yes,
    )
    with Signals().caught():
        context.exit(_stopped(_watch if watch else _once, task))


def _refuse_in_watch(given: dict[str, bool], form: str) -> None:
    for option, is_given in given.items():
        if is_given:
            raise NotTogether("--watch", option)
    if form != "text":
        raise OnlyText


def _stopped(run: Callable[[Task], int], task: Task) -> int:
    """Return the exit code of a run, also where a signal ended it."""
    try:
        return run(task)
    except Interrupted as stopped:
        return stopped.exit_code


def _once(task: Task) -> int:
    gathered = task.gather()
    if task.mending is None:
        return _report(task, gathered)
    changes = list(checking.changes(gathered.files, task.rules, task.mending))
    for change in changes:
        show(change, task.form)
    if task.mending.stamp:
        tell_unstamped(checking.unstamped(gathered.files, changes))
    if task.diff:
        tell_unread(gathered)
        return _code(gathered, found=bool(changes))
    if not changes or not _is_agreed(task, changes):
        return _report(task, gathered)
    failed = _save(task, changes)
    return max(failed, _report(task, task.gather()))


def _save(task: Task, changes: Sequence[Change]) -> int:
    """Write all that can be written, tell why others were not, and return the exit code of that."""
    failures: list[QuizError] = []
    for change in changes:
        try:
            change.save()
        except QuizError as failure:
            failures.append(failure)
    if len(failures) < len(changes):
        say(f"{count(len(changes) - len(failures), 'file')} {_done(task)}.", err=not task.is_text)
    for one in failures:
        say(clean(str(one)), err=True)
    return max((one.exit_code for one in failures), default=CLEAN)


def _done(task: Task) -> str:
    """Return what became of files that were written."""
    if task.mending and task.mending.fix:
        return "mended and stamped" if task.mending.stamp else "mended"
    return "stamped"


def _is_agreed(task: Task, changes: Sequence[Change]) -> bool:
    """Whether to write: people at a terminal are asked, a script has to say so by its option."""
    if task.yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NobodyToAsk
    agreed = open_screen().confirm(f"Write this to {count(len(changes), 'file')}?", default=False)
    if not agreed:
        say("Nothing was written.", err=not task.is_text)
    return agreed


def _watch(task: Task) -> NoReturn:
    """Check, wait until something is saved, check again; Ctrl-C ends it."""
    while True:
        _check_until_saved(task)


def _check_until_saved(task: Task) -> None:
    seen = stamps(checking.bank_files(task.roots))
    _part()
    gathered = Gathered([], [])
    there = [root for root in task.roots if root.exists()]
    for root in task.roots:
        if root not in there:
            say(clean(f"{shown_path(str(root))} is gone; it is checked again when it is back."), err=True)
    try:
        gathered = replace(task, roots=there).gather() if there else gathered
    except UsageFault as empty:
        say(clean(str(empty)), err=True)
    if gathered.files or gathered.unread:
        # Texts are read by the rules, so their stamps are from before that as well.
        seen |= stamps(checking.texts(gathered))
        _report(replace(task, roots=there), gathered)
    click.echo("Waiting for a change; Ctrl-C ends.")
    wait(seen, lambda: checking.bank_files(task.roots) | checking.texts(gathered))


def _part() -> None:
    """Set a run off from the one before."""
    if sys.stdout.isatty() and not is_dumb():
        click.clear()
    else:
        click.echo(SEPARATOR)


def _report(task: Task, gathered: Gathered) -> int:
    """Tell the findings and return the exit code."""
    findings = checking.look(gathered.banks, task.rules)
    findings += checking.histories(task.roots, task.settings, task.histories)
    tell(findings, gathered, task.form)
    tell_unread(gathered)
    fails = {Severity.ERROR, Severity.WARNING} if task.strict else {Severity.ERROR}
    return _code(gathered, found=any(finding.severity in fails for finding in findings))


def _code(gathered: Gathered, *, found: bool) -> int:
    return CANNOT if gathered.unread else FOUND if found else CLEAN
