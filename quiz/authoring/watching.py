"""Waiting until a file is saved, by a look at what the file system says, twice a second."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quiz.authoring.material import Material

    Stamps = dict[Path, tuple[int, int, int] | None]

PAUSE_SECONDS = 0.5


def stamps(paths: Iterable[Path]) -> Stamps:
    """Return for each file what changes when it is saved; None where there is none."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def wait(
    seen: Stamps, paths: Callable[[], Iterable[Path]], pause: Callable[[float], object] = time.sleep
) -> None:
    """Return once ``paths``, which are asked for anew each time, are other files or were saved.

    ``seen`` are the stamps from before they were last read, so that nothing saved meanwhile
    is missed.
    """
    while stamps(paths()) == seen:
        pause(PAUSE_SECONDS)


def texts_behind(bank: Material) -> set[Path]:
    """Return the files of the texts that a bank cites, whether they are there or not."""
    if bank.bank is None:
        return set()
    named = {bank.bank.source, *(bank.document_of(written) for written in bank.written)}
    return {Path(bank.path).parent / name for name in named if name}
