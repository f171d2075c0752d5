"""Sentences on a terminal, broken between words; a file or a pipe gets each as one line."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap

import click

NARROWEST = 20

_QUOTED = re.compile(r"`[^`\n]+`")
_UNIT = re.compile(r"(?<=\d) (?=(?:%|(?:s|min|h|d)\b))")
"""The space between a number and its unit."""

_PIECE = re.compile(r"(?:'[^']*'|\S)+")
_GOES_ON = " \\"
_MARK = "\x00"
"""Stands for a space at which a line is not to be broken; no text that is said has it."""


def say(text: str, *, err: bool = False, indent: str = "", hanging: str = "  ") -> None:
    """Write lines of text to stdout or stderr; what does not fit the terminal goes on below, set in.

    ``indent`` stands before each line, and ``hanging`` behind that where one goes on. A number is
    not parted from its unit, and a command in backticks not broken unless it is longer than a line.
    """
    stream = sys.stderr if err else sys.stdout
    width = max(shutil.get_terminal_size().columns, NARROWEST)
    room = width - len(indent) - len(hanging)
    for line in text.split("\n"):
        whole = f"{indent}{line}"
        if stream.isatty():
            held = _QUOTED.sub(lambda found: _held(found[0], room), _UNIT.sub(_MARK, line))
            whole = _filled(held, width, indent, hanging)
        click.echo(whole.replace(_MARK, " "), err=err)


def say_command(text: str, *, indent: str) -> None:
    """Write a command to stdout; on a terminal too narrow for it its lines end so that a shell reads on.

    What stands in single quotes is never broken.
    """
    width = max(shutil.get_terminal_size().columns, NARROWEST)
    if not sys.stdout.isatty() or len(indent) + len(text) <= width:
        click.echo(f"{indent}{text}")
        return
    pieces = " ".join(found[0].replace(" ", _MARK) for found in _PIECE.finditer(text))
    lines = _filled(pieces, width - len(_GOES_ON), indent, "    ").split("\n")
    click.echo(f"{_GOES_ON}\n".join(lines).replace(_MARK, " "))


def _held(words: str, room: int) -> str:
    return words.replace(" ", _MARK) if len(words) <= room else words


def _filled(line: str, width: int, indent: str, hanging: str) -> str:
    return textwrap.fill(
        line,
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}{hanging}",
        break_on_hyphens=False,
        break_long_words=False,
    )
