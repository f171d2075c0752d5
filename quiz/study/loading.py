"""Loading: what changed in the banks goes into the catalogue, and no history is lost."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank import bank_key, find_banks
from quiz.garbage import uncollected
from quiz.store import Change, FileRow, catalogue, edits, questions
from quiz.study.held import broken, let_go
from quiz.study.history import follow
from quiz.study.merging import claim
from quiz.study.reading import READER, Wanted, read_files
from quiz.study.renames import carry_over
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

    from quiz.card import Bank
    from quiz.store import BankRow, Store
    from quiz.store.edits import Answered
    from quiz.store.questions import Row
    from quiz.study.held import Broken
    from quiz.study.history import Told
    from quiz.study.reading import Read

KEY_TAKEN = (
    "another bank is already known as {key} ({other}); "
    "give this one a name of its own with a line such as `id: my-bank`"
)
TAKEN = "taken"
"""Stands for hash and stamp of a file whose bank has another one's key: it is read again by every load."""


class Found(NamedTuple):
    """A bank file below a place."""

    path: Path
    root: Path


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did. Questions are named ``bank/id``; ``problems`` are those not told before."""

    banks: tuple[BankRow, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    archived: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    """In use until now, and held back from now on by faults of their bank."""

    returned: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    known_problems: tuple[str, ...] = ()
    """Problems that an earlier load told already."""

    broken: tuple[Broken, ...] = ()
    """The banks with faults, also those of earlier loads, by path."""

    history: tuple[Told, ...] = ()
    """What happened to questions that somebody has answered."""


@dataclass(slots=True)
class _Work:
    """What one load gathers while it goes from file to file; files go by their names."""

    store: Store
    found: dict[str, Found]
    stamps: dict[str, str]
    known: dict[str, FileRow]
    changes: dict[int, Change] = field(default_factory=dict)
    answered: dict[int, Answered] = field(default_factory=dict)
    """Cards with a history in the banks that changed, as they were before."""

    problems: list[str] = field(default_factory=list)
    held: dict[int, set[str]] = field(default_factory=dict)
    """What faults held back until now in the banks that changed."""

    waiting: list[tuple[str, Read]] = field(default_factory=list)
    """Files that came upon a key in use, to be looked at once more when all others are read."""

    def known_hash(self, name: str) -> str | None:
        """Return the hash of a file at the last load; None: it is new."""
        row = self.known.get(name)
        return None if row is None else row.hash

    def remember(self, bank_id: int) -> None:
        """Keep the cards with a history of a bank (row id) that is about to change."""
        self.answered = edits.answered_in(self.store, bank_id) | self.answered


@uncollected()
def load(
    store: Store,
    roots: Sequence[Path],
    at: datetime,
    on_bytes: Callable[[int, int], None] = lambda _done, _total: None,
    *,
    today: date | None = None,
) -> Loaded:
    """Bring the catalogue up to date with the banks below ``roots``, in one transaction.

    Files whose stamp or content hash is unchanged are not read. A bank keeps the key that it
    was first loaded under, also when it is named by another root. A file that cannot be used
    at all leaves what was loaded from it before. ``at`` (UTC) is written with renames and
    edits; cards whose answer changed are due on the study day ``today``, without it on the
    day of ``at``. ``on_bytes`` hears how many bytes of the changed files are done.
    """
    found: dict[str, Found] = {}
    for root in roots:
        for path in find_banks(root):
            found.setdefault(_name(path), Found(path, root))
    known = catalogue.files_below(store, [_name(root) for root in roots])
    stamps = {name: _stamp(file.path) for name, file in found.items()}
    stale = [name for name in found if name not in known or known[name].stamp != stamps[name]]
    work = _Work(store, found, stamps, dict(known))
    renamed: list[tuple[str, str]] = []
    history: tuple[Told, ...] = ()
    if stale or known.keys() - found.keys():
        with store.transaction():
            _read_all(work, stale, on_bytes)
            _archive_unused(work, known)
            renamed = carry_over(store, work.changes, at)
            let_go(store, work.known, {old for old, _ in renamed})
            history = follow(store, work.answered, at, today or at.date())
            claim(store, today or at.date())
    return _result(work, renamed, history)


def _name(path: Path) -> str:
    r"""Return the path as text that can be stored: bytes that are no UTF-8 become ``\xNN``."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _stamp(path: Path) -> str:
    """Return what the file system says of a file; it changes whenever the content does.

    The inode and the time of the inode's change are in it, so a file put in place of another
    with the same size and time still shows.
    """
    try:
        stat = path.stat()
    except OSError:
        return "unreadable"
    return f"{READER}:{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_ino}"


def _read_all(work: _Work, stale: Sequence[str], on_bytes: Callable[[int, int], None]) -> None:
    sizes = [_size(work.stamps[name]) for name in stale]
    keys = {bank.path: bank.key for bank in catalogue.banks(work.store)}
    wanted = [
        Wanted(file.path, keys.get(name) or bank_key(file.path, file.root), work.known_hash(name))
        for name, file in ((name, work.found[name]) for name in stale)
    ]
    done = 0
    with closing(read_files(wanted, sum(sizes))) as readings:
        for name, size, reading in zip(stale, sizes, readings, strict=True):
            _take(work, name, reading)
            done += size
            on_bytes(done, sum(sizes))
    for name, reading in work.waiting:
        _keep(work, _settled(work, name, reading) or _refused(work, name, reading))


def _size(stamp: str) -> int:
    _, _, rest = stamp.partition(":")
    return int(rest.partition(":")[0]) if rest else 0


def _take(work: _Work, name: str, reading: Read | None) -> None:
    """Take in what a file gave; None says that its content is the same as at the last load."""
    if reading is None:
        return _keep(work, work.known[name]._replace(stamp=work.stamps[name]))
    row = _settled(work, name, reading)
    return work.waiting.append((name, reading)) if row is None else _keep(work, row)


def _settled(work: _Work, name: str, reading: Read) -> FileRow | None:
    """Save the bank that a file gave, and return the file's row; None when its key is another bank's."""
    if reading.bank is None:
        return _row(work, name, reading)
    bank = replace(reading.bank, path=name)
    if _owner(work, bank, reading.rows):
        return None
    known = catalogue.bank_by_key(work.store, bank.key)
    if known is not None:
        work.remember(known.id)
    bank_id = catalogue.save_bank(work.store, bank)
    held = work.held.setdefault(bank_id, catalogue.held_back(work.store, bank_id))
    catalogue.forget_other_files(work.store, bank_id, name)
    doubt = questions.Doubt(reading.written, frozenset(held))
    change = questions.replace_questions(work.store, bank_id, reading.rows, doubt)
    work.changes[bank_id] = change
    return _row(work, name, reading)._replace(bank_id=bank_id, held=change.held)


def _refused(work: _Work, name: str, reading: Read) -> FileRow:
    """Return the row of a file whose bank has the key of another."""
    key = "" if reading.bank is None else reading.bank.key
    owner = catalogue.bank_by_key(work.store, key)
    problem = f"{clean_line(name)}:1:1: {KEY_TAKEN.format(key=key, other=owner.path if owner else '')}"
    row = _row(work, name, reading)
    return row._replace(problems=(*row.problems, problem), hash=TAKEN, stamp=TAKEN)


def _row(work: _Work, name: str, reading: Read) -> FileRow:
    """Return the row of a file just read; the bank of the last load stays, as nothing better is known."""
    before = work.known.get(name)
    bank_id = None if before is None else before.bank_id
    root = _name(work.found[name].root)
    held = () if before is None else before.held
    unread = reading.bank is None and bank_id is not None
    return FileRow(name, root, reading.hash, work.stamps[name], bank_id, reading.problems, held, unread)


def _keep(work: _Work, row: FileRow) -> None:
    """Remember how a file was read, and tell its problems unless it is read at every load."""
    before = work.known.get(row.path)
    if before is None or before.hash != TAKEN or before.problems != row.problems:
        work.problems += row.problems
    catalogue.save_file(work.store, row)
    work.known[row.path] = row


def _owner(work: _Work, bank: Bank, rows: Sequence[Row]) -> BankRow | None:
    """Return the other bank that has this one's key, or None when the key is free.

    The same key from a path that is not being loaded is the same bank moved or copied when
    most of the smaller one's questions are the same, or when the other file is gone.
    """
    other = catalogue.bank_by_key(work.store, bank.key)
    if other is None or other.path == bank.path:
        return None
    if other.path in work.found:
        row = work.known.get(other.path)
        return other if row is None or row.bank_id == other.id else None
    return None if not Path(other.path).exists() or _much_alike(work.store, other.id, rows) else other


def _much_alike(store: Store, bank_id: int, rows: Sequence[Row]) -> bool:
    """Whether at least half of the smaller side's questions are on both, id and text."""
    there = catalogue.contents(store, bank_id, catalogue.question_ids(store, bank_id))
    alike = sum(there.get(name) == (prompt, content) for name, _, _, _, _, prompt, content, *_ in rows)
    return alike * 2 >= min(len(there), len(rows))


def _archive_unused(work: _Work, before: Mapping[str, FileRow]) -> None:
    """Forget the files that are gone, and archive the banks that no file holds any more."""
    for name in before.keys() - work.found.keys():
        catalogue.forget_file(work.store, name)
        del work.known[name]
    here = {row.bank_id for row in work.known.values()}
    for bank_id in {row.bank_id for row in before.values()} - here:
        if bank_id is not None:
            work.remember(bank_id)
            held = [name for row in before.values() if row.bank_id == bank_id for name in row.held]
            work.changes[bank_id] = catalogue.archive_bank(work.store, bank_id, held)


def _result(work: _Work, renamed: Sequence[tuple[str, str]], history: tuple[Told, ...]) -> Loaded:
    rows = {bank.id: bank for bank in catalogue.banks(work.store)}
    in_use = {row.bank_id for row in work.known.values()}
    gathered = {
        name: tuple(
            f"{rows[bank_id].key}/{question}"
            for bank_id, change in work.changes.items()
            for question in getattr(change, name)
            if name != "held" or question not in work.held[bank_id]
        )
        for name in Change._fields
        if name not in ("unseen", "renamed", "moved")
    }
    told = set(work.problems)
    olds, news = ({pair[side] for pair in renamed} for side in (0, 1))
    all_problems = chain.from_iterable(row.problems for row in work.known.values())
    loaded = Loaded(
        banks=tuple(bank for bank in rows.values() if bank.id in in_use and not bank.archived),
        renamed=tuple(renamed),
        problems=tuple(work.problems),
        known_problems=tuple(problem for problem in all_problems if problem not in told),
        history=history,
        broken=tuple(broken(work.store, work.known, rows)),
        **gathered,
    )
    return replace(
        loaded,
        new=tuple(name for name in loaded.new if name not in news),
        archived=tuple(name for name in loaded.archived if name not in olds),
        held=tuple(name for name in loaded.held if name not in olds),
    )
