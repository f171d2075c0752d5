"""Settings: one frozen value, made from the command line, the environment, a config file, defaults.

Each place wins over those after it. Everything is given as an argument, so this room reads
nothing by itself but the config file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quiz.clock import ROLLOVER_HOUR, Clock
from quiz.errors import BadConfig, BadSetting, UnknownSetting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LIMIT = 1_000_000
LEAST_RETENTION, HIGHEST_RETENTION = 0.70, 0.99
YES_OR_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
FIRST_YEAR, LAST_YEAR = 1971, 9000
"""What the clock may be set to: event ids count from 1970, and due dates need room before 9999."""


BANK_LIMITS, RATING, EASY_DAYS, RETENTION = "limits", "rating", "easy_days", "retention"
"""The tables of the config file: limits by bank, cells of the table of suggested ratings, light weekdays,
desired retention by bank and tag."""

TABLES = (BANK_LIMITS, RATING, EASY_DAYS, RETENTION)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Priority(StrEnum):
    """Which due cards are asked first, when there may not be time for all."""

    VALUE = "value"
    """Those that a second of asking helps most: by how much, `quiz.memory.orders` says."""

    OLDEST = "oldest"
    """Those due the longest."""

    WEAKEST = "weakest"
    """Those most likely forgotten."""


class BankLimit(NamedTuple):
    """How many cards of a bank a day at most; None: no more than over all."""

    new: int | None = None
    reviews: int | None = None


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
    bank_limits: Mapping[str, BankLimit] = field(default_factory=lambda: MappingProxyType({}))
    """Limits by bank, beside those over all: by key, last part of a key, title or folder."""

    rating: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """Cells of the table of suggested ratings, as written; grading reads them."""

    desired_retention: float = 0.90
    """Chance of recall, 0.70 to 0.99, at which a card comes back."""

    retention: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """Desired retention by bank, folder of banks or tag, in the place of that over all."""

    fuzz: bool = True
    """Whether cards come back on a day near their interval, so that those learnt together part."""

    balance: bool = True
    """Whether, with ``fuzz``, it is the day that has the least to do."""

    easy_days: tuple[float, ...] = (1.0,) * len(WEEKDAYS)
    """For each weekday from Monday the share of a usual day's cards that it takes, 0 to 1."""

    order: Priority = Priority.VALUE
    """Which due cards are asked first."""

    confidence: bool = False
    """Whether the learner is asked how sure they are before each verdict."""

    rollover_hour: int = ROLLOVER_HOUR
    """Local hour, 0 to 23, at which the study day begins."""

    now: datetime | None = None
    """Aware instant that the clock starts from; None: the machine's clock."""

    def clock(self) -> Clock:
        """Return the clock that these settings ask for."""
        return Clock(rollover_hour=self.rollover_hour, start=self.now)


class Setting(NamedTuple):
    """How one setting is read from text; the environment's name is ``QUIZ_`` and the name in capitals.

    ``several``: the config file may give a list of texts; ``switch``: it may give true or false.
    """

    read: Callable[[str], object]
    wanted: str
    several: bool = False
    switch: bool = False


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


def _yes_or_no(text: str) -> bool:
    if text.casefold() not in YES_OR_NO:
        raise ValueError
    return YES_OR_NO[text.casefold()]


def _priority(text: str) -> Priority:
    return Priority(text.casefold())


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


BANK_LIMITS_WANTED = 'a table for each bank, such as [limits."talks"] with new = 5 and reviews = 50'

SETTINGS: Mapping[str, Setting] = {
    "db": Setting(_path, "a file's path"),
    "banks": Setting(_paths, "one or more paths", several=True),
    "learner": Setting(_name, "a name"),
    "new_per_day": Setting(_between(0, LIMIT, int), f"a whole number from 0 to {LIMIT}"),
    "reviews_per_day": Setting(_between(0, LIMIT, int), f"a whole number from 0 to {LIMIT}"),
    "desired_retention": Setting(
        _between(LEAST_RETENTION, HIGHEST_RETENTION, float), "a number from 0.70 to 0.99"
    ),
    "fuzz": Setting(_yes_or_no, "true or false", switch=True),
    "balance": Setting(_yes_or_no, "true or false", switch=True),
    "order": Setting(_priority, "value, oldest or weakest"),
    "confidence": Setting(_yes_or_no, "true or false", switch=True),
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
    found["bank_limits"] = _bank_limits(written.get(BANK_LIMITS, {}), config)
    found["rating"] = _rating(written.get(RATING, {}), config)
    found["easy_days"] = _easy_days(written.get(EASY_DAYS, {}), config)
    found["retention"] = _retention(written.get(RETENTION, {}), config)
    return Settings(**found)  # type: ignore[arg-type] # each value was read by its own setting


def _read(setting: Setting, place: str, value: object) -> object:
    try:
        return setting.read(_text(value, setting))
    except (TypeError, ValueError, OverflowError, RuntimeError) as error:
        raise BadSetting(place, str(value), setting.wanted) from error


def _text(value: object, setting: Setting) -> str:
    """Return a value of the config file as a flag would give it; ``TypeError`` when none could."""
    if setting.several and isinstance(value, list):
        return os.pathsep.join(value)
    if isinstance(value, list | dict) or (isinstance(value, bool) and not setting.switch):
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
        if name not in (*SETTINGS, *TABLES):
            raise UnknownSetting(name, str(path), ", ".join((*SETTINGS, *TABLES)))
    return written


def _rating(table: object, config: Path) -> Mapping[str, object]:
    if not isinstance(table, dict):
        raise BadSetting(f"{RATING} in {config}", str(table), "a table, such as [rating] with hint = 'hard'")
    return MappingProxyType(table)


def _easy_days(table: object, config: Path) -> tuple[float, ...]:
    """Return the share of each weekday, 1 for those that the table does not name."""
    if not isinstance(table, dict):
        wanted = "a table, such as [easy_days] with sunday = 0.5"
        raise BadSetting(f"{EASY_DAYS} in {config}", str(table), wanted)
    for day in table:
        if day not in WEEKDAYS:
            raise UnknownSetting(f"{EASY_DAYS}.{day}", str(config), ", ".join(WEEKDAYS))
    share = Setting(_between(0, 1, float), "the share of a usual day's cards, from 0 to 1")
    return tuple(
        float(str(_read(share, f"{EASY_DAYS}.{day} in {config}", table.get(day, 1.0)))) for day in WEEKDAYS
    )


def _retention(table: object, config: Path) -> Mapping[str, float]:
    """Return the desired retention of each name; which names there are, only the banks say."""
    if not isinstance(table, dict):
        wanted = "a table, such as [retention] with vocabulary = 0.95"
        raise BadSetting(f"{RETENTION} in {config}", str(table), wanted)
    setting = SETTINGS["desired_retention"]
    return MappingProxyType(
        {
            name: float(str(_read(setting, f"{RETENTION}.{name} in {config}", value)))
            for name, value in table.items()
        }
    )


def _bank_limits(tables: object, config: Path) -> Mapping[str, BankLimit]:
    if not isinstance(tables, dict):
        raise BadSetting(f"{BANK_LIMITS} in {config}", str(tables), BANK_LIMITS_WANTED)
    return MappingProxyType({bank: _bank_limit(bank, table, config) for bank, table in tables.items()})


def _bank_limit(bank: str, table: object, config: Path) -> BankLimit:
    """Return the limits of one bank; what is misspelt in them is told, as nothing is ignored silently."""
    name = f'{BANK_LIMITS}."{bank}"'
    if not isinstance(table, dict):
        raise BadSetting(f"{name} in {config}", str(table), BANK_LIMITS_WANTED)
    for key in table:
        if key not in BankLimit._fields:
            raise UnknownSetting(f"{name}.{key}", str(config), ", ".join(BankLimit._fields))
    setting = SETTINGS["new_per_day"]
    read = {key: _read(setting, f"{name}.{key} in {config}", value) for key, value in table.items()}
    return BankLimit(**read)  # type: ignore[arg-type] # each is a whole number now
