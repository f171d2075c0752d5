"""Which bank file a word means that is to be written to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank import bank_key, find_banks
from quiz.bank.files import SUFFIXES
from quiz.bank.suggest import nearest
from quiz.errors import NothingChosen, UsageFault
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
    """The bank that is added to: its file, and its key."""

    path: Path
    key: str


def target(word: str, settings: Settings) -> Target:
    """Return the bank that a word names: a file, or a key or the end of one where banks are looked for.

    Raises NothingChosen, SeveralBanks or NotYours.
    """
    path = Path(word)
    if path.suffix.lower() in SUFFIXES or path.is_file():
        return Target(path, bank_key(path, Path("questions")))
    found = {
        bank_key(file, place.path): file
        for place in places(settings, Path.cwd)
        for file in find_banks(place.path)
    }
    folded = word.casefold()
    fitting = [key for key in found if folded in (key.casefold(), key.casefold().rpartition("/")[2])]
    if not fitting:
        near = nearest(word, found)
        raise NothingChosen(repr(word), sorted(found), [near] if near else [])
    if len(fitting) > 1 and word not in fitting:
        raise SeveralBanks(word, fitting)
    key = word if word in fitting else fitting[0]
    refuse_packaged(found[key], key)
    return Target(_as_seen(found[key]), key)


def refuse_packaged(path: Path, key: str) -> None:
    """Raise NotYours for a bank that came with the program, unless it lies where the author works."""
    if path.is_relative_to(packaged_banks()) and not path.is_relative_to(Path.cwd()):
        raise NotYours(key)


def _as_seen(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
