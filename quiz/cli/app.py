"""The command group, loaded command by command, and the one error boundary."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING

import click

from quiz import __version__
from quiz.errors import QuizError
from quiz.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "start": "Ask what is due, then what is new.",
    "stats": "Show how you stand: due, retention, streak, forecast, scores.",
    "list": "List banks and questions.",
    "load": "Load the banks, and say what is new, changed, gone or faulty.",
    "read": "Show the text behind a bank, with paragraph numbers.",
    "undo": "Take the last answer back.",
}
EPILOG = (
    "Question banks are YAML files below ./questions. Exit codes: 0 done, 1 something to mend, "
    "2 wrong usage, 3 the database cannot be used, 128 + n stopped by signal n (130 is Ctrl-C)."
)
BROKEN_PIPE = 141
INTERRUPTED = 130


class LazyGroup(click.Group):
    """A group that imports a command when it is used; its own help needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        found = importlib.import_module(f"quiz.cli.{cmd_name}_command").command
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quiz")
def app() -> None:
    """Quiz and flashcards in the terminal, from question banks written next to the text.

    Begin with `quiz start`. It finds the banks by itself and remembers every answer.
    """


def main() -> None:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code; every failure a person can meet is one sentence."""
    try:
        code = app.main(list(arguments), prog_name="quiz", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except QuizError as error:
        click.echo(f"quiz: {clean(str(error))}", err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("quiz: Stopped.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return code if isinstance(code, int) else 0
