"""Settings: one frozen value, made from the command line, the environment, a config file, defaults.

Each place wins over those after it. Everything is given as an argument, so this room reads
nothing by itself but the config file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.clock import ROLLOVER_HOUR, Clock
from quiz.errors import BadConfig, BadSetting, UnknownSetting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LIMIT = 1_000_000
FIRST_YEAR, LAST_YEAR = 1971, 9000
"""What the clock may be set to: event ids count from 1970, and due dates need room before 9999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that a person can set."""

    db: Path
    """The database file."""

    data: Path
    """The user's data folder, where a ``questions`` folder is looked for."""

    banks: tuple[Path, ...] = ()
    """Folders or files with banks; empty: found by the usual order."""

    learner: str = "me"
    new_per_day: int = 20
    reviews_per_day: int = 200
    desired_retention: float = 0.90
    """Chance of recall, 0.70 to 0.99, at which a card comes back."""

    rollover_hour: int = ROLLOVER_HOUR
    """Local hour, 0 to 23, at which the study day begins."""

    now: datetime | None = None
    """Aware instant that the clock starts from; None: the machine's clock."""

    def clock(self) -> Clock:
        """Return the clock that these settings ask for."""
        return Clock(rollover_hour=self.rollover_hour, start=self.now)


class Setting(NamedTuple):
    """How one setting is read from text; the environment's name is ``QUIZ_`` and the name in capitals.

    ``several``: the config file may give a list of texts.
    """

    read: Callable[[str], object]
    wanted: str
    several: bool = False


def _paths(text: str) -> tuple[Path, ...]:
    found = tuple(_path(part) for part in text.split(os.pathsep) if part)
    if not found:
        raise ValueError
    return found


def _path(text: str) -> Path:
    if not text.strip() or "\0" in text:
        raise ValueError
    return Path(text).expanduser()


def _name(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise ValueError
    return text.strip()


def _between(low: float, high: float, number: type[int | float]) -> Callable[[str], object]:
    def read(text: str) -> object:
        value = number(text)
        if not low <= value <= high:
            raise ValueError
        return value

    return read


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError
    return at.astimezone(UTC)


SETTINGS: Mapping[str, Setting] = {
    "db": Setting(_path, "a file's path"),
    "banks": Setting(_paths, "one or more paths", several=True),
    "learner": Setting(_name, "a name"),
    "new_per_day": Setting(_between(0, LIMIT, int), f"a whole number from 0 to {LIMIT}"),
    "reviews_per_day": Setting(_between(0, LIMIT, int), f"a whole number from 0 to {LIMIT}"),
    "desired_retention": Setting(_between(0.7, 0.99, float), "a number from 0.70 to 0.99"),
    "rollover_hour": Setting(_between(0, 23, int), "an hour from 0 to 23"),
    "now": Setting(_instant, "an ISO instant such as 2026-01-31T09:30, from 1971 on"),
}


def resolve(
    flags: Mapping[str, str | None], environ: Mapping[str, str], config: Path, *, data: Path
) -> Settings:
    """Return the settings; ``flags`` holds what the command line gave (None: not given).

    ``config`` is a TOML file that need not exist; ``data`` is the user's data folder. Raises
    ``BadSetting``, ``UnknownSetting`` or ``BadConfig``.
    """
    found: dict[str, object] = {"db": data / "quiz.db", "data": data}
    written = _config(config)
    for name, setting in SETTINGS.items():
        places = (
            (f"--{name.replace('_', '-')}", flags.get(name)),
            (f"QUIZ_{name.upper()}", environ.get(f"QUIZ_{name.upper()}") or None),
            (f"{name} in {config}", written.get(name)),
        )
        place, value = next(((place, value) for place, value in places if value is not None), ("", None))
        if value is not None:
            found[name] = _read(setting, place, value)
    return Settings(**found)  # type: ignore[arg-type] # each value was read by its own setting


def _read(setting: Setting, place: str, value: object) -> object:
    try:
        return setting.read(_text(value, several=setting.several))
    except (TypeError, ValueError, OverflowError, RuntimeError) as error:
        raise BadSetting(place, str(value), setting.wanted) from error


def _text(value: object, *, several: bool) -> str:
    """Return a value of the config file as a flag would give it; ``TypeError`` when none could."""
    if several and isinstance(value, list):
        return os.pathsep.join(value)
    if isinstance(value, bool | list | dict):
        raise TypeError
    return str(value)


def _config(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    import tomllib  # noqa: PLC0415 - 5 ms that few need: most have no config file

    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadConfig(str(path), str(error)) from error
    for name in written:
        if name not in SETTINGS:
            raise UnknownSetting(name, str(path), ", ".join(SETTINGS))
    return written
