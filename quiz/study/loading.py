"""Loading: what changed in the banks goes into the catalogue, and no history is lost."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank import bank_key, find_banks, read_bank
from quiz.store import Change, FileRow, catalogue, questions
from quiz.study.renames import carry_over

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from quiz.card import Bank
    from quiz.store import BankRow, Store

READER = "1"
"""Counted up when the same bytes would be read differently; every file is then read again."""


KEY_TAKEN = (
    "another bank is already known as {key} ({other}); "
    "give this one a name of its own with a line such as `id: my-bank`"
)


class Found(NamedTuple):
    """A bank file below a place."""

    path: Path
    root: Path


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did. Questions are named ``bank/id``; ``problems`` are those of files read just now."""

    banks: tuple[BankRow, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    archived: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    known_problems: tuple[str, ...] = ()
    """Problems of files that were not read again because they did not change."""


@dataclass(slots=True)
class _Work:
    """What one load gathers while it goes from file to file."""

    store: Store
    known: dict[str, FileRow]
    paths: set[str]
    changes: dict[int, Change] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def load(
    store: Store,
    roots: Sequence[Path],
    at: datetime,
    on_bytes: Callable[[int, int], None] = lambda _done, _total: None,
) -> Loaded:
    """Bring the catalogue up to date with the banks below ``roots``, in one transaction.

    Files whose stamp or content hash is unchanged are not read. A file that cannot be used
    at all leaves what was loaded from it before. ``at`` (UTC) is written with renames;
    ``on_bytes`` hears how many bytes of the changed files are done.
    """
    found = [Found(path, root) for root in roots for path in find_banks(root)]
    known = catalogue.files_below(store, [str(root) for root in roots])
    stamps = {str(file.path): _stamp(file.path) for file in found}
    stale = [
        file
        for file in found
        if (row := known.get(str(file.path))) is None or row.stamp != stamps[str(file.path)]
    ]
    work = _Work(store, known, set(stamps))
    renamed: list[tuple[str, str]] = []
    if stale or set(known) - work.paths:
        with store.transaction():
            _read_all(work, stale, stamps, on_bytes)
            _archive_missing(work)
            renamed = carry_over(store, work.changes, at)
    return _result(work, [str(file.path) for file in stale], renamed)


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


def _read_all(
    work: _Work, stale: Sequence[Found], stamps: dict[str, str], on_bytes: Callable[[int, int], None]
) -> None:
    sizes = [
        int(stamps[str(file.path)].split(":")[1]) if ":" in stamps[str(file.path)] else 0 for file in stale
    ]
    done = 0
    for file, size in zip(stale, sizes, strict=True):
        _read(work, file, stamps[str(file.path)])
        done += size
        on_bytes(done, sum(sizes))


def _read(work: _Work, file: Found, stamp: str) -> None:
    path = str(file.path)
    before = work.known.get(path)
    content_hash = _hash(file.path)
    if before is not None and before.hash == content_hash:
        catalogue.save_file(work.store, before._replace(stamp=stamp))
        work.problems += before.problems
        return
    reading = read_bank(file.path, bank_key(file.path, file.root))
    problems = [str(problem) for problem in reading.problems]
    bank_id = None if before is None else before.bank_id
    if reading.bank is not None:
        taken = _taken(work, reading.bank)
        problems += taken
        bank_id = None if taken else _save(work, reading.bank)
    work.problems += problems
    catalogue.save_file(
        work.store, FileRow(path, str(file.root), content_hash, stamp, bank_id, tuple(problems))
    )
    work.known[path] = FileRow(path, str(file.root), content_hash, stamp, bank_id, tuple(problems))


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return f"{READER}:{hashlib.file_digest(file, 'sha256').hexdigest()}" if path.is_file() else ""
    except OSError:
        return ""


def _taken(work: _Work, bank: Bank) -> list[str]:
    """Return a problem when the bank's key belongs to another bank, else nothing.

    The same key from another path is the same bank moved or copied when they share a
    question, or when the other file is gone.
    """
    other = catalogue.bank_by_key(work.store, bank.key)
    if other is None or other.path == bank.path or not Path(other.path).exists():
        return []
    ids = catalogue.question_ids(work.store, other.id)
    shared = not ids or ids & {question.id for question in bank.questions}
    if shared and other.path not in work.paths:
        return []
    return [f"{bank.path}:1:1: {KEY_TAKEN.format(key=bank.key, other=other.path)}"]


def _save(work: _Work, bank: Bank) -> int:
    bank_id = catalogue.save_bank(work.store, bank)
    rows = questions.fresh_rows(bank.questions)
    work.changes[bank_id] = questions.replace_questions(work.store, bank_id, rows)
    return bank_id


def _archive_missing(work: _Work) -> None:
    here = {row.bank_id for path, row in work.known.items() if path in work.paths}
    for path, row in list(work.known.items()):
        if path in work.paths:
            continue
        catalogue.forget_file(work.store, path)
        del work.known[path]
        if row.bank_id is not None and row.bank_id not in here:
            work.changes[row.bank_id] = catalogue.archive_bank(work.store, row.bank_id)


def _result(work: _Work, read: Sequence[str], renamed: Sequence[tuple[str, str]]) -> Loaded:
    rows = {bank.id: bank for bank in catalogue.banks(work.store)}
    in_use = {row.bank_id for row in work.known.values()}
    gathered = {
        name: tuple(
            f"{rows[bank_id].key}/{question}"
            for bank_id, change in work.changes.items()
            for question in getattr(change, name)
        )
        for name in Change._fields
    }
    olds, news = ({pair[side] for pair in renamed} for side in (0, 1))
    unread = (row.problems for path, row in work.known.items() if path not in read)
    loaded = Loaded(
        banks=tuple(bank for bank in rows.values() if bank.id in in_use and not bank.archived),
        renamed=tuple(renamed),
        problems=tuple(work.problems),
        known_problems=tuple(chain.from_iterable(unread)),
        **gathered,
    )
    return replace(
        loaded,
        new=tuple(name for name in loaded.new if name not in news),
        archived=tuple(name for name in loaded.archived if name not in olds),
    )
