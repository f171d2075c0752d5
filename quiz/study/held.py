"""Banks with faults: which questions these hold back, and what of a bank goes on meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.store import catalogue

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from quiz.store import BankRow, FileRow, Store


class Broken(NamedTuple):
    """A bank whose file has faults; all numbers may be 0 but that of the faults."""

    bank: str
    """Its key."""

    path: str
    faults: int
    held: int
    """How many questions the faults hold back; one that was never loaded does not count."""

    unread: bool
    """Whether nothing of the file could be read, so that the rest goes on as it was read before."""

    going_on: int
    """How many questions do so; 0 unless ``unread``."""


def broken(store: Store, files: Mapping[str, FileRow], banks: Mapping[int, BankRow]) -> Iterator[Broken]:
    """Yield the banks, by row id in ``banks``, whose files (by path) have faults, in the order of paths."""
    for path, file in sorted(files.items()):
        if file.problems and file.bank_id is not None:
            going_on = len(catalogue.question_ids(store, file.bank_id)) if file.unread else 0
            key = banks[file.bank_id].key
            yield Broken(key, path, len(file.problems), len(file.held), file.unread, going_on)


def let_go(store: Store, files: dict[str, FileRow], renamed: Collection[str]) -> None:
    """Hold back no more, by what ``files`` say, questions that got another name (``renamed``, old ones)."""
    keys = {bank.id: bank.key for bank in catalogue.banks(store)} if renamed else {}
    for path, file in files.items():
        key = keys.get(file.bank_id) if file.bank_id is not None else None
        left = tuple(name for name in file.held if f"{key}/{name}" not in renamed)
        if left != file.held:
            files[path] = file._replace(held=left)
            catalogue.save_file(store, files[path])
