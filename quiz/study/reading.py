"""Reading the bank files of a load: one after the other, or by several processes where there is much."""

from __future__ import annotations

import hashlib
import os
import pickle
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from quiz.bank.files import CannotRead, read_regular
from quiz.store import questions

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from quiz.card import Bank
    from quiz.store.questions import Row

READER = "1"
"""Counted up when the same bytes would be read differently; every file is then read again."""

MUCH = 4 * 1024 * 1024
"""From so many bytes several processes read; on two cores 100,000 questions then load in 0.6 of the time."""

MOST_WORKERS = 4


class Wanted(NamedTuple):
    """A bank file, the key of a bank without one of its own, and its hash at the last load (None: new)."""

    path: Path
    key: str
    known_hash: str | None


class Read(NamedTuple):
    """What a file gave. ``bank`` comes without its questions, which are in ``rows``; None: no bank."""

    hash: str
    bank: Bank | None
    rows: list[Row]
    problems: tuple[str, ...]
    written: frozenset[str] | None
    """The ids that a file with problems shows, as far as that can be seen; None: it has none."""


def read_files(files: Sequence[Wanted], size: int) -> Generator[Read | None]:
    """Yield what each file gave, in order; None where its content is still that of the last load.

    ``size`` is how many bytes the files have together. Close the iterator when it is not
    used up: processes may be at work behind it.
    """
    import quiz.bank.reader  # noqa: PLC0415, F401 - a parser that few loads need; before processes fork

    workers = min(_cores(), MOST_WORKERS, len(files)) if size >= MUCH else 1
    yield from _spread(files, workers) if workers > 1 else map(read_file, files)


def read_file(file: Wanted) -> Read | None:
    """Return what one file gave; None where its content is still that of the last load."""
    content_hash = _hash(file.path)
    if file.known_hash == content_hash:
        return None
    from quiz.bank.reader import read_bank  # noqa: PLC0415 - likewise

    bank, problems = read_bank(file.path, file.key)
    rows = questions.fresh_rows(bank.questions) if bank else []
    # Rows take a third of the memory of questions, and go from process to process at a third of the cost.
    bare = replace(bank, questions=()) if bank else None
    return Read(content_hash, bare, rows, tuple(map(str, problems)), _ids(file.path) if problems else None)


def _ids(path: Path) -> frozenset[str]:
    from quiz.bank.decode import text_of  # noqa: PLC0415 - only a bank with faults needs it
    from quiz.bank.ids_written import places_of_ids  # noqa: PLC0415 - likewise

    try:
        return frozenset(places_of_ids(text_of(read_regular(path))))
    except CannotRead:
        return frozenset()


def _hash(path: Path) -> str:
    try:
        if not path.is_file():  # a pipe would keep us waiting
            return ""
        with path.open("rb") as file:
            return f"{READER}:{hashlib.file_digest(file, 'sha256').hexdigest()}"
    except OSError:
        return ""


def _cores() -> int:
    """Return how many cores may read: one where forking is not sound."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _spread(files: Sequence[Wanted], workers: int) -> Generator[Read | None]:
    """Let forked processes read every so manieth file each, and yield what they send, in order.

    They never touch the open database, and end without closing it. One that sees its pipe
    broken ends, so none outlives this process; what a lost one leaves unread is read here.
    """
    started = [_start(files[first::workers]) for first in range(workers)]
    try:
        for number, file in enumerate(files):
            try:
                found = pickle.load(started[number % workers].pipe)  # noqa: S301 - our own process wrote it
            except (EOFError, OSError, pickle.UnpicklingError):
                found = read_file(file)
            yield found
    finally:
        for process, pipe in started:
            pipe.close()
            if process is not None:
                os.kill(process, signal.SIGTERM)
                os.waitpid(process, 0)


class _Started(NamedTuple):
    """A process, by its id (None: there is none), and the end of the pipe on which it says what it read."""

    process: int | None
    pipe: BinaryIO


def _start(files: Sequence[Wanted]) -> _Started:
    """Fork by hand: importing the package for that takes a hundredth of a large load."""
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:  # no more processes are allowed: all is left unread
        os.close(reading)
        os.close(writing)
        return _Started(None, BytesIO())
    if process == 0:
        os.close(reading)
        try:
            _send(files, writing)
        finally:
            os._exit(0)  # nothing of the process that waits is closed or written here
    os.close(writing)
    return _Started(process, os.fdopen(reading, "rb"))


def _send(files: Sequence[Wanted], writing: int) -> None:
    """Read the files and send what they gave.

    Ctrl-C is for the process that waits; what fails here fails there again, and is told there.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(Exception), os.fdopen(writing, "wb") as pipe:
        for file in files:
            pickle.dump(read_file(file), pipe, pickle.HIGHEST_PROTOCOL)
            pipe.flush()
