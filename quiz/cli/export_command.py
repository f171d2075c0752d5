"""``quiz export``: the log and the cards as files that other programs read, and this one takes in again."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.bank.problem import shown_path
from quiz.cli.common import settings_options
from quiz.cli.lines import say
from quiz.errors import QuizError, UsageFault
from quiz.exchange.log_files import (
    Format,
    Table,
    file_of,
    log_files,
    log_tables,
    write_jsonl,
    write_log,
    write_table,
)
from quiz.logged import CARDS, LOG
from quiz.store import events, open_copy
from quiz.store.columns import TABLES, about_column
from quiz.store.metadata import datasette_metadata
from quiz.text import clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from quiz.settings import Settings
    from quiz.store import Store

STDOUT = "-"
METADATA = "metadata.json"


class NothingToExport(UsageFault):
    """There is no database."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no database {shown_path(str(path))}: nothing was answered yet.")


class AlreadyExported(UsageFault):
    """A file stands in the way."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{shown_path(str(path))} is there already; nothing was written. "
            "Say `--replace` to write over it, or name another folder."
        )


class CannotExport(QuizError):
    """The system does not let the files be written."""

    exit_code = UsageFault.exit_code

    def __init__(self, folder: Path, error: OSError) -> None:
        reason = (error.strerror or "the system refuses").lower()
        super().__init__(f"{shown_path(str(folder))} cannot be written into: {reason}. Name another folder.")


@click.command("export")
@click.argument("folder", required=False, metavar="[FOLDER]")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.JSONL.value,
    show_default=True,
    help="JSON lines, CSV, or Parquet (with the extra `class`).",
)
@click.option("--replace", is_flag=True, help="Write over files of an export before.")
@click.option("--columns", is_flag=True, help="Print what each column holds, and write nothing.")
@settings_options
def command(*, settings: Settings, folder: str | None, form: str, replace: bool, columns: bool) -> None:
    """Write the log and the cards into FOLDER, or the log to stdout where FOLDER is `-`.

    All learners are written. `quiz import` takes the log in again, here or elsewhere. Beside them stands
    metadata.json, with which `datasette` shows the database: names, units, descriptions.
    """
    if columns:
        _print_columns()
        return
    if folder is None:
        raise click.UsageError("Name a folder to write into, or `-` for stdout.")
    if not settings.db.exists():
        raise NothingToExport(settings.db)
    with open_copy(settings.db, learner=settings.learner, now_ms=0) as store:
        if folder == STDOUT:
            write_jsonl(sys.stdout, log_tables(lambda table: events.rows(store, table)))
            return
        _write(store, Path(folder), Format(form), settings.db.stem, replace=replace)


def _write(store: Store, folder: Path, form: Format, database: str, *, replace: bool) -> None:
    cards, metadata = file_of(folder, "cards", form), folder / METADATA
    files = [*log_files(folder, form), cards, metadata]
    if not replace and (there := next((path for path in files if path.exists()), None)):
        raise AlreadyExported(there)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_log(folder, form, lambda table: events.rows(store, table))
        write_table(folder, form, Table("cards", CARDS, events.card_rows(store)))
        metadata.write_text(
            json.dumps(datasette_metadata(store, database), indent=2) + "\n", encoding="utf-8"
        )
    except OSError as error:
        raise CannotExport(folder, error) from error
    answers, states = events.size(store)
    say(
        f"{count(answers, 'answer')} and {count(states, 'card')} are written into "
        f"{shown_path(str(folder))}: {', '.join(path.name for path in files)}."
    )


def _print_columns() -> None:
    for table in LOG:
        click.echo(f"{table}: {clean_line(TABLES[table])}")
        for name, sort in LOG[table].columns:
            click.echo(f"  {name} ({sort.value}): {about_column(table, name)}")
