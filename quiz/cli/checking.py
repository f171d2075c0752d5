"""What ``quiz check`` does with files: it finds them, reads them, changes them."""

from __future__ import annotations

import os
import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.check import check
from quiz.authoring.finding import Finding, Severity
from quiz.authoring.fixing import difference, edited, is_open, mendable, mended
from quiz.authoring.material import material
from quiz.authoring.saving import save
from quiz.authoring.silencing import heard
from quiz.authoring.watching import texts_behind
from quiz.bank import CannotRead, bank_key, find_banks
from quiz.bank.files import read_regular
from quiz.bank.problem import shown_path
from quiz.bank.suggest import nearest
from quiz.cli.banks_named import TEXTS
from quiz.cli.history import history_notes
from quiz.cli.targets import as_seen, below, called, here, known_banks
from quiz.errors import NoBanks, UsageFault
from quiz.question import Location
from quiz.study.places import places

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.authoring.rule import Rule
    from quiz.cli.targets import Target
    from quiz.settings import Settings

_FIRST_KEY = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\{?[\"']?quiz[\"']?[ \t]*:", re.MULTILINE)


class NotThere(UsageFault):
    """A word names neither a file or folder nor a bank; ``near`` is a bank that may have been meant."""

    def __init__(self, word: str, near: str | None) -> None:
        named = shown_path(word) or "without a name"
        told = f"Did you mean {shown_path(near)}? " if near else ""
        super().__init__(
            f"There is no file or folder {named}, and no bank of that name. "
            f"{told}`quiz list` shows all banks."
        )


class IsText(UsageFault):
    """A text was named where a bank is wanted."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{shown_path(path)} is a text, no bank. Name the bank that cites it.")


class NothingToCheck(UsageFault):
    """No bank was found."""

    def __init__(self, where: Iterable[Path]) -> None:
        named = ", ".join(shown_path(str(path)) for path in where)
        super().__init__(
            f"No question bank was found in {named}. Name a .yaml file, or a folder that has one."
        )


class File(NamedTuple):
    """A file that is checked: where it is, its bytes, and the bank in it."""

    path: Path
    key: str
    data: bytes
    bank: Material

    def read(self, data: bytes) -> Material:
        """Return the bank that other bytes in the same place would be."""
        return material(data, str(self.path), self.key, self.bank.texts)


class Gathered(NamedTuple):
    """The files of a run, and a sentence for each that could not be read at all."""

    files: list[File]
    unread: list[str]

    @property
    def banks(self) -> list[Material]:
        """What rules look at."""
        return [file.bank for file in self.files]


class Mending(NamedTuple):
    """How files are changed: mended, a byte order mark (``mark``) taken away, stamped."""

    fix: bool
    mark: bool
    stamp: bool


class Change(NamedTuple):
    """What one file is to become."""

    file: File
    after: bytes

    def difference(self) -> list[str]:
        """Return the change as the lines of a unified diff."""
        return difference(self.file.data, self.after, shown_path(self.file.path.as_posix()))

    def save(self) -> None:
        """Write it, unless the file was changed meanwhile."""
        save(self.file.path, self.file.data, self.after)


def roots(given: Sequence[str], settings: Settings) -> list[Path]:
    """Return the files and folders to look at: those that are given, or where other commands find banks.

    What is given is a path, or else names a bank or a folder of banks as `quiz list` shows it.
    Raises ``NotThere`` for the first that is neither, ``IsText`` for one that is a text.
    """
    if given:
        return list(dict.fromkeys(path for word in given for path in _meant(word, settings)))
    found = bases(settings)
    if not found:
        raise NothingToCheck(settings.banks or [Path("questions")])
    return found


def bases(settings: Settings) -> list[Path]:
    """Return the places where banks are looked for, below which they have their keys; empty without any."""
    try:
        return [as_seen(place.path) for place in places(settings, here)]
    except NoBanks:
        return []


def _meant(word: str, settings: Settings) -> list[Path]:
    """Return the path that a word is, or the banks that it names; a folder without banks may be a name."""
    path, is_there = Path(word), os.path.lexists(word)
    if path.suffix.lower() in TEXTS and path.is_file() and not _is_bank(path):
        raise IsText(word)
    if is_there and (not path.is_dir() or find_banks(path)):
        return [path]
    try:
        known = known_banks(settings) if word else []
    except NoBanks:
        known = []
    named = called(word, known) or below(word, known)
    if not named and not is_there:
        raise NotThere(word, _near(word, known))
    return [as_seen(one.path) for one in named] or [path]


def _is_bank(path: Path) -> bool:
    """Whether a file is meant as a bank, as far as it can be read."""
    try:
        return _names_version(read_regular(path))
    except CannotRead:
        return True


def _near(word: str, known: Sequence[Target]) -> str | None:
    """Return the bank that may be meant: one spelt alike, one of that file name, or that of a question."""
    spelt = nearest(word, [one.key for one in known])
    if spelt is not None:
        return spelt
    around = called(Path(word).stem, known) or called(word.rpartition("/")[0], known)
    return around[0].key if around else None


def gather(given: Sequence[Path], *, only_banks: bool, bases: Sequence[Path] = ()) -> Gathered:
    """Read all banks of files and folders, each file once; raises ``NothingToCheck`` where there is none.

    ``only_banks``: YAML of other programs is passed over, and so is a folder without banks.
    A bank has its key from the first of ``bases`` that it lies below, else from what was given.
    """
    gathered = Gathered([], [])
    seen: set[str] = set()
    for root in given:
        # What was named and is gone by now, as a watch may find, is told like what cannot be read.
        for path in find_banks(root) if root.exists() else (root,):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                base = next((one for one in bases if path.is_relative_to(one)), root)
                _read(path, base, gathered, only_banks=only_banks)
    if not seen and not only_banks:
        raise NothingToCheck(given)
    return gathered


def _names_version(data: bytes) -> bool:
    """Whether the first key of a bank stands in a file, in whatever encoding."""
    return bool(_FIRST_KEY.search(data.replace(b"\0", b"")))


def _read(path: Path, root: Path, gathered: Gathered, *, only_banks: bool) -> None:
    try:
        data = read_regular(path)
    except CannotRead as error:
        gathered.unread.append(str(error))
        return
    if only_banks and not _names_version(data):
        return
    key = bank_key(path, root)
    gathered.files.append(File(path, key, data, material(data, str(path), key)))


def look(banks: Sequence[Material], rules: Sequence[Rule]) -> list[Finding]:
    """Return what rules find in banks and no comment silences."""
    return heard(banks, check(banks, rules))


def histories(given: Sequence[Path], settings: Settings, codes: Container[str]) -> Iterator[Finding]:
    """Yield what the next load will do to histories, as far as it has one of these codes."""
    for note in history_notes(settings, given):
        if note.code in codes:
            where = Location(note.path, note.line, note.column)
            yield Finding(note.code, Severity.NOTE, where, note.message, note.cure)


def changes(files: Iterable[File], rules: Sequence[Rule], mending: Mending) -> Iterator[Change]:
    """Yield for each file that is to become another one what it becomes."""
    for file in files:
        after = file.data
        if mending.fix:
            after = mended(after, file.read, lambda bank: look([bank], rules), mark=mending.mark)
        if mending.stamp:
            after = _stamped(file, after)
        if after != file.data:
            yield Change(file, after)


def unstamped(files: Iterable[File], changes: Iterable[Change]) -> dict[str, list[Location]]:
    """Return where questions stand that `--stamp` leaves out, by what is said of them.

    It is told of the files as these changes leave them, since one may be mended and then stamped.
    """
    from quiz.authoring.stamps import Unstamped, why_unstamped  # noqa: PLC0415 - nothing else needs it

    afters = {change.file.path: change.after for change in changes}
    found: dict[str, list[Location]] = {why.value: [] for why in Unstamped}
    for file in files:
        data = afters.get(file.path, file.data)
        bank = file.bank if data is file.data else file.read(data)
        for written in bank.written:
            why = why_unstamped(written, bank) if is_open(data, bank) else Unstamped.CLOSED
            if why is not None:
                found[why.value].append(written.question.location)
    return {why: places for why, places in found.items() if places}


def mendings(findings: Sequence[Finding], gathered: Gathered) -> int:
    """Return for how many of these findings, file by file, there is something to mend for certain."""
    by_path = groupby(findings, key=lambda finding: finding.location.path)
    files = {shown_path(file.bank.path): file for file in gathered.files}
    return sum(
        mendable(list(found), files[path].data, files[path].bank) for path, found in by_path if path in files
    )


def _stamped(file: File, data: bytes) -> bytes:
    """Return a file in which each question notes that it fits its text as that is now."""
    from quiz.authoring.stamps import stamp_edits  # noqa: PLC0415 - nothing else needs it

    bank = file.read(data)
    return edited(data, stamp_edits(bank)) if is_open(data, bank) else data


def bank_files(given: Sequence[Path]) -> set[Path]:
    """Return the banks below these paths, and those paths that are not there."""
    return {path for root in given for path in (find_banks(root) or (root,))}


def texts(gathered: Gathered) -> set[Path]:
    """Return the texts that banks cite."""
    return {path for bank in gathered.banks for path in texts_behind(bank)}
