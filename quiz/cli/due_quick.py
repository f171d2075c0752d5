"""The short way of `quiz due`: no click, no sqlite-utils, and settings only where they are plain.

It answers what is asked in plain words of a plain database, and hands all else to ``due_command``,
which says the same, only later, and tells what is wrong.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta

from quiz.cli.due import MOST_DAYS, due_of, exit_code, places_of, told
from quiz.store.glance import Seen, Wanted, look

TYPE_CHECKING = False  # see quiz/cli/app.py
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

FLAGS = ("--json", "--exit-code")
VALUES = ("--days", "--db", "--learner", "--banks")
ENVIRONMENT = ("QUIZ_DB", "QUIZ_LEARNER", "QUIZ_BANKS", "QUIZ_NOW", "QUIZ_NEW_PER_DAY", "QUIZ_ROLLOVER_HOUR")
USUAL = {"learner": "me", "banks": "", "new_per_day": "20", "rollover_hour": "4", "now": ""}
"""What holds where nothing is said, as text."""

LIMIT, LAST_HOUR = 1_000_000, 23
FIRST_YEAR, LAST_YEAR = 1971, 9000


class NotPlain(Exception):
    """A longer way has to be taken."""


class Said:
    """The settings that an answer depends on."""

    def __init__(  # noqa: PLR0913 - a value with six fields; dataclasses take longer to load than to answer
        self, *, db: str, data: str, learner: str, banks: Sequence[str], new_per_day: int, today: date
    ) -> None:
        self.db = db
        self.data = data
        self.learner = learner
        self.banks = banks
        self.new_per_day = new_per_day
        self.today = today


def answered(arguments: Sequence[str]) -> int | None:
    """Answer on stdout and return the exit code; None: nothing was said, the long way has to be taken.

    ``arguments`` are those after `due`. Raises ``QuizError`` for settings that cannot be followed.
    """
    try:
        given = _given(arguments)
        said = _said(given)
        days = _number(given.get("--days", "1"), MOST_DAYS, 1)
        places = places_of(said.banks, said.data, os.getcwd)
        if not all(os.access(path, os.F_OK) for path in said.banks):
            return None
        last = said.today + timedelta(days=days - 1)
        seen = _look(said.db, Wanted(said.learner, places, said.today, last, said.new_per_day))
    except (NotPlain, ValueError, OverflowError, FileNotFoundError):
        return None
    due = due_of(seen, said.today, days)
    for line in told(due, days="--days" in given, as_json="--json" in given):
        sys.stdout.write(f"{line}\n")
    return exit_code(due) if "--exit-code" in given else 0


def _said(given: Mapping[str, str]) -> Said:
    try:
        return plain(given, os.environ)
    except (NotPlain, ValueError, OverflowError):
        return _configured(given)


def plain(given: Mapping[str, str], environ: Mapping[str, str]) -> Said:
    """Return the settings as ``quiz.settings`` reads them, which takes thrice as long as Python to start.

    Raises ``NotPlain``, ``ValueError`` or ``OverflowError`` where there is a config file, or
    anything else that it would look at, or that may be wrong.
    """
    config, data = _config_and_data(environ)
    if _is_odd(environ) or os.path.lexists(config):
        raise NotPlain
    usual = {"db": f"{data}/quiz.db", **USUAL}
    read = {
        name: given.get(f"--{name}", environ.get(f"QUIZ_{name.upper()}") or usual[name]) for name in usual
    }
    if any(not text.strip() and (text or usual[name] or f"--{name}" in given) for name, text in read.items()):
        raise NotPlain
    return Said(
        db=_path(read["db"]),
        data=data,
        learner=_name(read["learner"]),
        banks=_paths(read["banks"]),
        new_per_day=_number(read["new_per_day"], LIMIT),
        today=_study_day(read["now"], _number(read["rollover_hour"], LAST_HOUR)),
    )


def _configured(given: Mapping[str, str]) -> Said:
    """Return the settings as every command reads them, unless new cards are limited by bank."""
    flags = {name: given.get(f"--{name}") for name in ("db", "banks", "learner")}
    try:
        config, data = _config_and_data(os.environ)
    except NotPlain:
        from quiz.cli.configured import read_settings  # noqa: PLC0415 - see ``plain``

        settings = read_settings(flags)
    else:
        from pathlib import Path  # noqa: PLC0415 - likewise

        from quiz.settings import resolve  # noqa: PLC0415 - likewise

        settings = resolve(flags, os.environ, Path(config), data=Path(data))
    if settings.bank_limits:
        raise NotPlain
    return Said(
        db=str(settings.db),
        data=str(settings.data),
        learner=settings.learner,
        banks=[_path(str(path)) for path in settings.banks],
        new_per_day=settings.new_per_day,
        today=settings.clock().now().study_day,
    )


def _look(db: str, wanted: Wanted) -> Seen:
    if not os.path.lexists(db):
        return Seen({}, 0, None, None)
    seen = look(db, wanted)
    if seen is None:
        raise NotPlain
    return seen


def _given(arguments: Sequence[str]) -> dict[str, str]:
    """Return the options by name; those without a value have an empty one."""
    left: Iterator[str] = iter(arguments)
    given: dict[str, str] = {}
    for argument in left:
        name, is_joined, value = argument.partition("=")
        if argument in FLAGS:
            given[argument] = ""
        elif name in VALUES:
            given[name] = value if is_joined else next(left, "-")
            if given[name].startswith("-"):
                raise NotPlain
        else:
            raise NotPlain
    return given


def _is_odd(environ: Mapping[str, str]) -> bool:
    return any(name.startswith("QUIZ_") and name not in ENVIRONMENT for name in environ)


def _config_and_data(environ: Mapping[str, str]) -> tuple[str, str]:
    """Return the config file and the data folder, where platformdirs has them on Linux; else ``NotPlain``."""
    home = environ.get("HOME", "")
    if sys.platform != "linux" or "ANDROID_ROOT" in environ or not home:
        raise NotPlain
    config, data = (
        base if base.strip() else f"{home}/{usual}"
        for base, usual in (
            (environ.get("XDG_CONFIG_HOME", ""), ".config"),
            (environ.get("XDG_DATA_HOME", ""), ".local/share"),
        )
    )
    return f"{config}/quiz/config.toml", f"{data}/quiz"


def _path(text: str) -> str:
    if text.startswith("~") or "\0" in text:
        raise NotPlain
    return text if text.startswith("/") else f"{os.getcwd()}/{text}"  # noqa: PTH109 - pathlib is slow to load


def _paths(text: str) -> list[str]:
    found = [_path(path) for path in text.split(os.pathsep) if path]
    if text and not found:
        raise NotPlain
    return found


def _name(text: str) -> str:
    if not text.isprintable():
        raise NotPlain
    return text.strip()


def _number(text: str, most: int, least: int = 0) -> int:
    number = int(text)
    if not least <= number <= most:
        raise NotPlain
    return number


def _study_day(now: str, rollover_hour: int) -> date:
    """Return the study day of the machine's clock, or of an instant that it was set to."""
    at = datetime.fromisoformat(now) if now else datetime.now().astimezone()
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise NotPlain
    local = at.astimezone()
    return (local - timedelta(days=local.hour < rollover_hour)).date()
