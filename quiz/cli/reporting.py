"""How ``quiz check`` tells what it found, what it could not read, and what it would change."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from quiz.authoring.explaining import page
from quiz.authoring.formats import as_json, as_sarif, counts, github_lines, text_lines
from quiz.authoring.raw import lines
from quiz.authoring.selecting import EVERY
from quiz.bank.problem import shown_path
from quiz.cli.checking import mendings
from quiz.cli.lines import say
from quiz.text import clean
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.authoring.finding import Finding
    from quiz.cli.checking import Change, Gathered
    from quiz.question import Location

TEXT = "text"
"""The form for people."""

MOST_PLACES = 3
"""So many places are named of what is told of many questions."""

ALL_OF = {1: "it", 2: "both"}
"""All of so many, in words; any other number is `all of them`."""


def tell(findings: Sequence[Finding], gathered: Gathered, form: str) -> None:
    """Write findings on stdout in one of the forms of ``--format``; on a terminal each with its line."""
    paths = [shown_path(bank.path) for bank in gathered.banks]
    if form == "json":
        click.echo(as_json(findings, paths, EVERY))
    elif form == "sarif":
        click.echo(as_sarif(findings, EVERY, {rule.code: page(rule) for rule in EVERY}))
    else:
        _tell_lines(findings, gathered, form)
        if gathered.files or not gathered.unread:
            click.echo(_closing(findings, gathered))


def _tell_lines(findings: Sequence[Finding], gathered: Gathered, form: str) -> None:
    if form == TEXT and sys.stdout.isatty() and findings:
        from quiz.ui import findings as drawing  # noqa: PLC0415 - rich draws on terminals alone
        from quiz.ui import render  # noqa: PLC0415 - likewise

        console, texts = render.console(), {shown_path(bank.path): bank.text for bank in gathered.banks}
        for finding in findings:
            drawing.draw_finding(console, finding, lines(texts.get(finding.location.path, "")))
        return
    for line in (text_lines if form == TEXT else github_lines)(findings):
        click.echo(line)


def _closing(findings: Sequence[Finding], gathered: Gathered) -> str:
    """Return how many findings there are, and in how many banks."""
    banks = count(len(gathered.files), "bank")
    if not findings:
        questions = count(sum(len(bank.written) for bank in gathered.banks), "question")
        return f"{banks}, {questions}: nothing found."
    told = ", ".join(
        count(number, name.removesuffix("s")) for name, number in counts(findings).items() if number
    )
    hit = len({finding.location.path for finding in findings})
    where = banks if hit >= len(gathered.files) else f"{hit} of {banks}"
    return f"{told} in {where}.{_mends(mendings(findings, gathered), len(findings))}"


def _mends(mends: int, findings: int) -> str:
    """Return how many of the findings can be mended for certain, as a sentence; nothing for none."""
    if not mends:
        return ""
    if mends < findings:
        return f" `--fix` mends {mends} of them."
    return f" `--fix` mends {ALL_OF.get(findings, 'all of them')}."


def tell_unread(gathered: Gathered) -> None:
    """Say on stderr what could not be read at all, and why."""
    for sentence in gathered.unread:
        say(clean(sentence), err=True)


def tell_unstamped(left_out: Mapping[str, Sequence[Location]]) -> None:
    """Say on stderr how many questions are not stamped, why, and where the first of them stand."""
    for why, places in left_out.items():
        where = ", ".join(f"{shown_path(place.path)}:{place.line}" for place in places[:MOST_PLACES])
        more = ", ..." if places[MOST_PLACES:] else ""
        verb = "is" if len(places) == 1 else "are"
        say(clean(f"{count(len(places), 'question')} {why} {verb} not stamped: {where}{more}"), err=True)


def show(change: Change, form: str) -> None:
    """Show what a file is to become: in colour to people, else as it is, so that it can be applied.

    What is piped stays the diff itself, for a sign in place of a space could not be applied.
    Beside findings for programs it stands on stderr.
    """
    rows = change.difference()
    if form == TEXT and sys.stdout.isatty():
        from quiz.ui import findings, render  # noqa: PLC0415 - rich draws on terminals alone

        findings.draw_difference(render.console(), rows)
        return
    stream = sys.stdout if form == TEXT else sys.stderr
    if stream.isatty():
        from quiz.ui.findings import seen  # noqa: PLC0415 - rich is slow, and needed on terminals alone

        rows = [f"{row}\n" for _, row in seen(rows)]
    click.echo("".join(rows), nl=False, file=stream)
