"""``quiz schema``: what editors need to complete and check banks."""

from __future__ import annotations

from pathlib import Path

import click

from quiz.bank.problem import shown_path
from quiz.bank.schema import EDITOR_LINES, schema_text, write_schema
from quiz.cli.lines import say
from quiz.errors import UsageFault


class NoFolder(UsageFault):
    """The schema was to be written into something that is no folder."""

    def __init__(self, path: str) -> None:
        named = shown_path(path) or "An empty text"
        super().__init__(f"{named} is no folder. Name the one that your banks stand in.")


class CannotWriteSchema(UsageFault):
    """The system does not let the schema be written."""

    def __init__(self, folder: str, error: OSError) -> None:
        reason = (error.strerror or "the system refuses").lower()
        super().__init__(
            f"The schema cannot be written into {shown_path(folder)}: {reason}. "
            "Check the folder and its rights."
        )


@click.command("schema")
@click.option(
    "--write", "folder", metavar="FOLDER", help="Write it as .quiz-schema.json beside the banks of FOLDER."
)
def command(*, folder: str | None) -> None:
    """Print the JSON Schema (draft-07) of banks, by which editors complete and check them.

    With --write it also says which first line of a bank leads an editor there. Write it again
    after an upgrade of quiz.
    """
    if folder is None:
        click.echo(schema_text(), nl=False)
        return
    path = _write(folder)
    say(f"{shown_path(str(path))} is written. Begin the banks beside it with:")
    for line in EDITOR_LINES:
        click.echo(line)


def _write(folder: str) -> Path:
    try:
        # An empty path would be the current folder, which an unset variable of a script never means.
        if not folder or not Path(folder).is_dir():
            raise NoFolder(folder)
        return write_schema(Path(folder))
    except OSError as error:
        raise CannotWriteSchema(folder, error) from error
