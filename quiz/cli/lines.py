"""Sentences on a terminal, broken between words; a file or a pipe gets each as one line."""

from __future__ import annotations

import shutil
import sys
import textwrap

import click

NARROWEST = 20


def say(text: str, *, err: bool = False, indent: str = "", hanging: str = "  ") -> None:
    """Write lines of text to stdout or stderr; what does not fit the terminal goes on below, set in.

    ``indent`` stands before each line, and ``hanging`` behind that where one goes on.
    """
    stream = sys.stderr if err else sys.stdout
    width = max(shutil.get_terminal_size().columns, NARROWEST)
    for line in text.split("\n"):
        whole = f"{indent}{line}"
        if stream.isatty():
            whole = textwrap.fill(
                line,
                width,
                initial_indent=indent,
                subsequent_indent=f"{indent}{hanging}",
                break_on_hyphens=False,
                break_long_words=False,
            )
        click.echo(whole, err=err)
