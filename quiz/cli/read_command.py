"""``quiz read``: the text behind a bank."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.bank import read_document
from quiz.cli.common import desk, settings_options
from quiz.errors import NoSource
from quiz.study.choosing import banks_named
from quiz.text import clean_line

if TYPE_CHECKING:
    from quiz.settings import Settings

WIDEST = 100


@click.command("read")
@click.argument("bank")
@settings_options
def command(*, settings: Settings, bank: str) -> None:
    """Show the text that BANK is written from, with its paragraph numbers."""
    with desk(settings) as opened:
        found = banks_named(opened.loaded.banks, bank)[0]
    if found.source is None:
        raise NoSource(found.key)
    paragraphs = read_document(Path(found.path).parent / found.source)
    width = min(shutil.get_terminal_size().columns, WIDEST)
    pages = (
        textwrap.fill(clean_line(text), width, initial_indent=f"{number:>3}  ", subsequent_indent=" " * 5)
        for number, text in paragraphs.items()
    )
    click.echo_via_pager("\n\n".join(pages))
