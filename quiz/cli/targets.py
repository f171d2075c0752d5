"""Which bank files a word means: one that is to be written to, or all that it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.files import SUFFIXES, bank_key, find_banks
from quiz.bank.suggest import nearest
from quiz.errors import FolderGone, NothingChosen, UsageFault
from quiz.study.places import packaged_banks, places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.settings import Settings


class SeveralBanks(UsageFault):
    """A name fits more than one bank."""

    def __init__(self, word: str, keys: Sequence[str]) -> None:
        super().__init__(f"{word!r} may be {' or '.join(keys)}. Write the whole name.")


class NotYours(UsageFault):
    """A bank lies within the program."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} came with the program. Begin a bank of your own with `quiz new`.")


class Target(NamedTuple):
    """A bank: its file, and its key."""

    path: Path
    key: str


def target(word: str, settings: Settings) -> Target:
    """Return the bank that a word names: a file, or a key or the end of one where banks are looked for.

    Raises NothingChosen, SeveralBanks or NotYours.
    """
    path = Path(word)
    if path.suffix.lower() in SUFFIXES or path.is_file():
        return Target(path, bank_key(path, Path("questions")))
    known = known_banks(settings)
    fitting = called(word, known)
    keys = [one.key for one in known]
    if not fitting:
        near = nearest(word, keys)
        raise NothingChosen(repr(word), sorted(keys), [near] if near else [])
    whole = [one for one in fitting if one.key == word]
    if len(fitting) > 1 and not whole:
        raise SeveralBanks(word, [one.key for one in fitting])
    found = (whole or fitting)[0]
    refuse_packaged(found.path, found.key)
    return Target(as_seen(found.path), found.key)


def known_banks(settings: Settings) -> list[Target]:
    """Return the banks where they are looked for, broken ones as well; raises NoBanks."""
    return [
        Target(file, bank_key(file, place.path))
        for place in places(settings, here)
        for file in find_banks(place.path)
    ]


def called(word: str, banks: Sequence[Target]) -> list[Target]:
    """Return the banks of this name: the key or its end, else the `id` or the title that a file gives itself.

    Files are read only where no key fits.
    """
    folded = word.casefold()
    by_key = [one for one in banks if folded in _ends(one.key)]
    return by_key or [one for one in banks if folded in _own_names(one)]


def below(word: str, banks: Sequence[Target]) -> list[Target]:
    """Return the banks in a folder of banks that is named as keys name it; none for no word."""
    folder = word.casefold().rstrip("/")
    return [one for one in banks if folder and one.key.casefold().startswith(f"{folder}/")]


def _ends(key: str) -> tuple[str, str]:
    folded = key.casefold()
    return folded, folded.rpartition("/")[2]


def _own_names(one: Target) -> tuple[str, ...]:
    from quiz.bank.reader import read_bank  # noqa: PLC0415 - a parser that a sitting does not need

    bank = read_bank(one.path, one.key).bank
    return () if bank is None else (*_ends(bank.key), bank.title.casefold())


def refuse_packaged(path: Path, key: str) -> None:
    """Raise NotYours for a bank that came with the program, unless it lies where the author works."""
    if path.is_relative_to(packaged_banks()) and not path.is_relative_to(Path.cwd()):
        raise NotYours(key)


def here() -> Path:
    """Return the current folder; raises FolderGone."""
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise FolderGone from error


def as_seen(path: Path) -> Path:
    """Return a path as seen from the current folder where it lies below that, else as it is."""
    try:
        return path.relative_to(Path.cwd())
    except (FileNotFoundError, ValueError):
        return path
