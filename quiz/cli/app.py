"""The command group, loaded command by command, and the one error boundary."""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from quiz import __version__
from quiz.errors import CannotWork, QuizError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

COMMANDS = {
    "start": "Ask what is due, then what is new.",
    "stats": "Show how you stand: due, retention, streak, forecast, scores.",
    "forecast": "Simulate the days to come: reviews, minutes, and what retention costs.",
    "plan": "Plan to be ready by a day, and follow that.",
    "list": "List banks and questions.",
    "load": "Load the banks, and say what is new, changed, gone or faulty.",
    "read": "Show the text behind a bank, with paragraph numbers.",
    "pause": "Say that you are away, and what that costs.",
    "resume": "End a pause, and clear what is overdue.",
    "undo": "Take the last answer back.",
    "exam": "Hold an exam: no feedback until the end, then a mark.",
    "flags": "List what was flagged, or say that it is mended.",
    "suspend": "Ask a question no more, or list what is set aside.",
    "unsuspend": "Ask a question again.",
    "fit": "Fit memory to your own answers, where that foretells better.",
    "leeches": "List what is forgotten again and again.",
    "new": "Begin a bank, from nothing or from a text.",
    "add": "Add a question to a bank.",
    "edit": "Open a question in your editor.",
    "show": "Show a question as it is asked, its source, its history.",
    "why": "Explain a card: each answer, its next date, each rating.",
    "draft": "Propose questions from a text.",
    "coverage": "Show which paragraphs have questions.",
    "check": "Find mistakes in banks, and mend what is certain.",
    "replay": "Rebuild from the log what follows from it, or check that.",
    "schema": "Print the JSON Schema of banks, for editors.",
}
EPILOG = (
    "Question banks are YAML files below ./questions. Exit codes: 0 done, 1 something to mend, "
    "2 wrong usage, 3 the database cannot be used, 128 + n stopped by signal n (130 is Ctrl-C)."
)
BROKEN_PIPE = 141
INTERRUPTED = 130


class PipeClosed(Exception):
    """Whoever read the output is gone. Click would take a BrokenPipeError for itself."""


class LazyGroup(click.Group):
    """A group that imports a command when it is used; its own help needs none of them."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosed from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        found = importlib.import_module(f"quiz.cli.{cmd_name}_command").command
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and args[0][:1].isalnum() and not ctx.resilient_parsing:
            ctx.fail(f"No such command {args[0]!r}.{_meant(args[0])}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _meant(name: str) -> str:
    """Return the nearest command as a question; empty when none is near."""
    # Not difflib: `strat` is as near to `stats` for it as to `start`.
    from quiz.bank.suggest import nearest  # noqa: PLC0415 - only a fault needs it, and `--help` is measured

    begun = (command for command in COMMANDS if command.startswith(name))
    near = next(begun, None) or nearest(name, COMMANDS)
    return f" Did you mean {near!r}?" if near else ""


def _help_width() -> int:
    """Return the width that click would choose; its import of shutil would be 6 % of ``--help``."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size(1).columns
    except (OSError, ValueError):
        columns = 80
    return max(min(columns or 80, 80) - 2, 50)


@click.group(
    cls=LazyGroup,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": _help_width()},
)
@click.version_option(__version__, prog_name="quiz")
def app() -> None:
    """Quiz and flashcards in the terminal, from question banks written next to the text.

    Begin with `quiz start`. It finds the banks by itself and remembers every answer.
    """


def main() -> None:
    """Run the command line and exit."""
    _open_missing_streams()
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        _let_go(stream)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code; every failure a person can meet is one sentence."""
    try:
        code = app.main(list(arguments), prog_name="quiz", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except QuizError as error:
        return _tell(str(error), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return _tell("Stopped.", INTERRUPTED)
    except (PipeClosed, BrokenPipeError):
        return BROKEN_PIPE
    except OSError as error:
        return _tell(str(CannotWork(error)), CannotWork.exit_code)
    return code if isinstance(code, int) else 0


def _tell(sentence: str, code: int) -> int:
    """Write a sentence on stderr, if there is anybody to read it, and return the code."""
    from quiz.cli.lines import say  # noqa: PLC0415 - `--help` has nothing to say so
    from quiz.text import clean  # noqa: PLC0415 - `--help` needs no table of Unicode

    with suppress(OSError):
        say(f"quiz: {clean(sentence)}", err=True)
    return code


def _let_go(stream: TextIO) -> None:
    """Write out what a stream still holds; where that fails, drop it, so that the exit code stands."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open_missing_streams() -> None:
    """Give a stream that was closed before we began an empty one, and keep its number from files of ours."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for good
