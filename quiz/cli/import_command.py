"""``quiz import``: a log that was exported, taken into this one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.bars import progress_bar
from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.lines import say
from quiz.errors import NoBanks
from quiz.exchange.log_reading import read_log
from quiz.store import open_store, sitting_lock
from quiz.study.merging import merge
from quiz.ui.words import count

if TYPE_CHECKING:
    from quiz.settings import Settings
    from quiz.study.merging import Merged


@click.command("import")
@click.argument("log", metavar="LOG", type=click.Path(path_type=Path))
@settings_options
def command(*, settings: Settings, log: Path) -> None:
    """Take in a log that `quiz export` wrote: a file log.jsonl, or a folder of any format.

    What is here already is passed over, nothing is changed or lost, and all that follows from
    the log is made anew: two devices that take in each other's logs are at one. All of it is
    taken in, or nothing.
    """
    _load_banks(settings)
    now = settings.clock().now()
    with (
        open_store(settings.db, learner=settings.learner, now_ms=int(now.at.timestamp() * 1000)) as store,
        sitting_lock(settings.db),
        progress_bar("Taking in the log") as tell,
    ):
        merged = merge(store, read_log(log), now.study_day, tell)
    _tell(merged)


def _load_banks(settings: Settings) -> None:
    """Load the banks, where there are any: the plans of sittings name their cards."""
    with suppress(NoBanks), desk(settings) as opened:
        show_faults(opened.loaded)


def _tell(merged: Merged) -> None:
    answers, others = merged.new.get("reviews", 0), sum(merged.new.values()) - merged.new.get("reviews", 0)
    known = sum(merged.known.values())
    if not answers and not others:
        say(
            f"Nothing was new: all {count(known, 'row')} of that log are here."
            if known
            else "That log is empty."
        )
    else:
        more = f", and {count(others, 'row')} of other events and sittings" if others else ""
        say(f"{count(answers, 'answer')} taken in{more}; {count(known, 'row')} were here already.")
    if merged.unclaimed:
        waits = "waits" if merged.unclaimed == 1 else "wait"
        say(
            f"{count(merged.unclaimed, 'answer')} {waits} for banks that are not loaded here; "
            "with them their cards come back as they were."
        )
