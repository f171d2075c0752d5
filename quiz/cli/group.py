"""The group of commands as click sees it, loaded command by command."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

import click

from quiz import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class PipeClosed(Exception):
    """Whoever read the output is gone. Click would take a BrokenPipeError for itself."""


class LazyGroup(click.Group):
    """A group that imports a command when it is used; its own help needs none of them."""

    def __init__(self, *, lines: Mapping[str, str], **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type] # what click.group was given
        self._lines = lines

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosed from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self._lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in self._lines:
            return None
        found = importlib.import_module(f"quiz.cli.{cmd_name}_command").command
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self._lines and args[0][:1].isalnum() and not ctx.resilient_parsing:
            ctx.fail(f"No such command {args[0]!r}.{self._meant(args[0])}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines.items()))

    def _meant(self, name: str) -> str:
        """Return the nearest command as a question; empty when none is near."""
        # Not difflib: `strat` is as near to `stats` for it as to `start`.
        from quiz.bank.suggest import nearest  # noqa: PLC0415 - only a fault needs it, and `--help` is measured

        begun = (command for command in self._lines if command.startswith(name))
        near = next(begun, None) or nearest(name, self._lines)
        return f" Did you mean {near!r}?" if near else ""


def group(lines: Mapping[str, str], epilog: str) -> click.Group:
    """Return the group of the commands that ``lines`` names, each with its line of help."""

    @click.group(
        cls=LazyGroup,
        lines=lines,
        epilog=epilog,
        context_settings={"help_option_names": ["-h", "--help"], "terminal_width": _help_width()},
    )
    @click.version_option(__version__, prog_name="quiz")
    def app() -> None:
        """Quiz and flashcards in the terminal, from question banks written next to the text.

        Begin with `quiz start`. It finds the banks by itself and remembers every answer.
        """

    return app


def call(app: click.Group, arguments: Sequence[str]) -> object:
    """Run a command and return what it returns, or the exit code when click ends it.

    What click has its own exceptions for is raised as Python has it.
    """
    try:
        return app.main(list(arguments), prog_name="quiz", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except PipeClosed as error:
        raise BrokenPipeError from error


def _help_width() -> int:
    """Return the width that click would choose; its import of shutil would be 6 % of ``--help``."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size(1).columns
    except (OSError, ValueError):
        columns = 80
    return max(min(columns or 80, 80) - 2, 50)
