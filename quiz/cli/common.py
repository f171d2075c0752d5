"""What several commands share: settings from options, the open store with its banks loaded."""

from __future__ import annotations

import functools
import os
import re
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from quiz.bank.problem import shown_path
from quiz.cli.bars import progress_bar
from quiz.cli.configured import read_settings
from quiz.cli.held import held_lines, untold
from quiz.cli.kinds import KindChoice
from quiz.cli.lines import say
from quiz.errors import FolderGone
from quiz.store import marks, open_store
from quiz.study.loading import load
from quiz.study.places import places
from quiz.text import clean
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quiz.clock import Clock
    from quiz.settings import Settings
    from quiz.store import Store
    from quiz.study.loading import Loaded
    from quiz.study.places import Place
    from quiz.study.terms import Terms

SHOWN_PROBLEMS = 20


class Desk(NamedTuple):
    """Everything a command works with."""

    settings: Settings
    clock: Clock
    store: Store
    places: list[Place]
    loaded: Loaded

    def terms(self) -> Terms:
        """Return on what terms sittings are held; raises ``UsageFault`` for a rating that cannot be set."""
        from quiz.cli.retention import named_retention  # noqa: PLC0415 - commands that ask nothing do without
        from quiz.grading import rating_table  # noqa: PLC0415 - likewise
        from quiz.memory import Spread  # noqa: PLC0415 - likewise
        from quiz.study.terms import Terms  # noqa: PLC0415 - likewise

        settings = self.settings
        spread = Spread(fuzz=settings.fuzz, balance=settings.balance, easy_days=settings.easy_days)
        special = named_retention(self.store, settings).special
        return Terms(settings.desired_retention, rating_table(settings.rating), spread, special)


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--db``, ``--banks`` and ``--learner`` to a command, and give it its ``settings``."""

    @click.option("--db", metavar="PATH", help="The database file [default: in your data folder].")
    @click.option("--banks", metavar="PATH", help="A folder or file of banks [default: ./questions].")
    @click.option("--learner", metavar="NAME", help="Who studies; each has a history apart [default: me].")
    @functools.wraps(command)
    def with_settings(*, db: str | None, banks: str | None, learner: str | None, **options: object) -> object:
        return command(settings=read_settings({"db": db, "banks": banks, "learner": learner}), **options)

    return with_settings


def choosing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add BANK_OR_TAG, ``--tag`` and ``--kind`` to a command, as ``words``, ``tags`` and ``kinds``."""
    kinds = KindChoice()
    for option in (
        click.option("--kind", "kinds", multiple=True, type=kinds, help="Only this kind; repeatable."),
        click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only with this tag; repeatable."),
        click.argument("words", nargs=-1, metavar="[BANK_OR_TAG]..."),
    ):
        command = option(command)
    return command


@contextmanager
def desk(settings: Settings) -> Iterator[Desk]:
    """Open the database and bring the banks up to date, with a progress bar when that takes long."""
    clock = settings.clock()
    now = clock.now()
    found = places(settings, current_folder)
    with open_store(settings.db, learner=settings.learner, now_ms=int(now.at.timestamp() * 1000)) as store:
        with progress_bar("Loading the banks") as on_bytes:
            loaded = load(store, [place.path for place in found], now.at, on_bytes, today=now.study_day)
        marks.release(store, now.study_day)
        yield Desk(settings, clock, store, found, loaded)


def current_folder() -> Path:
    """Return the folder that the program runs in; raises ``FolderGone``."""
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise FolderGone from error


def show_problems(problems: Sequence[str], *, limit: int | None = SHOWN_PROBLEMS) -> None:
    """Write the faults of banks on stderr, one a line, their paths as seen from the current folder."""
    for problem in _as_seen(problems[:limit]):
        say(clean(problem), err=True)
    if limit is not None and len(problems) > limit:
        say(f"... and {len(problems) - limit} more; `quiz load` names them all.", err=True)


def show_faults(loaded: Loaded) -> None:
    """Write the faults that the banks have: new ones in full, those told before in a line for them all.

    Where faults hold back questions that were loaded before, these are counted instead.
    """
    show_problems(loaded.problems)
    for line in held_lines(loaded.broken):
        say(line, err=True)
    known = untold(loaded.known_problems, loaded.broken)
    if not known:
        return
    places = [_place(problem) for problem in _as_seen(known)]
    banks = count(len({place.rsplit(":", 2)[0] for place in places}), "bank")
    told = (
        f"1 fault in {banks} keeps questions back, at {places[0]}; `quiz load` names it."
        if len(places) == 1
        else f"{len(places)} faults in {banks} keep questions back, first at {places[0]}; "
        "`quiz load` names them."
    )
    say(clean(told), err=True)


def _place(problem: str) -> str:
    """Return ``path:line:column`` of what is said of a fault."""
    found = re.match(r".*?:\d+:\d+(?=: )", problem, re.DOTALL)
    return found[0] if found else problem


def _as_seen(problems: Sequence[str]) -> Sequence[str]:
    with suppress(FileNotFoundError):
        folder = shown_path(f"{Path.cwd()}{os.sep}")
        return [problem.removeprefix(folder) for problem in problems]
    return problems
