"""Banks by the words that people name them with: a path, the name of one that is there, a new name."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from quiz.bank.files import SUFFIXES
from quiz.bank.problem import shown_path
from quiz.cli.lines import say, say_command
from quiz.cli.targets import NotYours, target
from quiz.errors import NoBanks, NothingChosen, UsageFault
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.draft.sifting import LeftOut
    from quiz.settings import Settings

TEXTS = (".md", ".txt", ".markdown")
_SLASHES = tuple(filter(None, (os.sep, os.altsep)))
MOST_SHOWN = 70
"""Characters of a line that is left out."""


class NoNameOfABank(UsageFault):
    """A bank of this name would not be found, or is meant to be something else."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{shown_path(name) or 'An empty text'} cannot name a bank: {why}.")


def root_of(settings: Settings) -> Path:
    """Return the folder in which new banks lie that are named without a path."""
    root = settings.banks[0] if settings.banks else Path("questions")
    return root.parent if root.is_file() else root


def new_path(word: str, root: Path, instead: str) -> Path:
    """Return where a new bank with this name lies.

    ``instead`` is the command to be written where the word names a text, with ``{stem}`` for
    the text's name and ``{word}`` for the word. Raises NoNameOfABank.
    """
    path = Path(word)
    if not path.is_file():
        _refuse_odd(path, word)
    if path.suffix.lower() in TEXTS:
        raise NoNameOfABank(word, f"it is a text. Write `{instead.format(stem=path.stem, word=word)}`")
    if path.suffix.lower() in SUFFIXES:
        return path
    named = Path(f"{word}{SUFFIXES[0]}")
    is_path = (
        path.is_absolute()
        or path.parts[0] in {"..", root.parts[0] if root.parts else ""}
        or word.startswith("./")
    )
    return named if is_path else root / named


def _refuse_odd(path: Path, word: str) -> None:
    """Refuse the name of a new bank that no command would find, or nobody could type."""
    if not path.name or path.name.startswith((".", "-")):
        raise NoNameOfABank(word, "it needs a name, and one that does not begin with a dot or a dash")
    if not word.isprintable():
        raise NoNameOfABank(word, "it holds a character that cannot be seen")
    if word.endswith(_SLASHES):
        raise NoNameOfABank(word, "it is a folder. Write the bank's name behind it")


def any_path(word: str, settings: Settings, instead: str) -> Path:
    """Return the bank that a word names, be it there or not; raises NoNameOfABank or SeveralBanks.

    A bank that came with the program is nobody's to be added to: its name is a new one.
    """
    fresh = new_path(word, root_of(settings), instead)
    if fresh == Path(word):
        return fresh
    try:
        return target(word, settings).path
    except (NothingChosen, NoBanks, NotYours):
        return fresh


def schema_folder(bank: Path, root: Path) -> Path:
    """Return the folder that holds the editor's schema of a bank: one for all banks below ``root``."""
    return root if _is_below(bank, root) else bank.parent


class Words(NamedTuple):
    """How commands name a bank: as one that is added to, and as one that is looked for."""

    add: str
    find: str


def words_for(bank: Path, root: Path | None) -> Words:
    """Return the words for a bank, ready for a shell: its name, or its path outside ``root``."""
    if root is None or not _is_below(bank, root):
        word = shlex.quote(clean_line(str(bank)))
        return Words(word, f"--banks {word}")
    word = shlex.quote(clean_line(bank.absolute().relative_to(root.absolute()).with_suffix("").as_posix()))
    return Words(word, word)


def _is_below(path: Path, folder: Path) -> bool:
    return path.absolute().is_relative_to(folder.absolute())


def tell_next(steps: Sequence[tuple[str, str]]) -> None:
    """Say what to do next: commands, each with what it does, below it where the lines are too short."""
    click.echo("Next:")
    width = max(len(command) for command, _ in steps)
    fits = 2 + width + 2 + max(len(what) for _, what in steps) <= shutil.get_terminal_size().columns
    for command, what in steps:
        if fits:
            click.echo(f"  {command:<{width}}  {what}")
            continue
        say_command(command, indent="  ")
        say(what, indent="      ", hanging="")


def tell_left_out(left_out: Sequence[LeftOut], text: Path) -> None:
    """Name on stderr each line that is left out of a text; nothing where none is."""
    if not left_out:
        return
    say(f"Left out of {clean_line(str(text))}, as no part of the text:", err=True)
    for line, words, reason in left_out:
        shown = clean_line(words[: 4 * MOST_SHOWN])
        cut = shown if len(shown) <= MOST_SHOWN else f"{shown[: MOST_SHOWN - 1]}…"
        say(f"line {line}: {cut} ({clean_line(reason)})", err=True, indent="  ")
