"""Files on disk: which are banks, what they are called, and their bytes, read without surprise."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from quiz.bank.limits import MAX_BYTES
from quiz.bank.problem import shown_path
from quiz.errors import QuizError

SUFFIXES = (".yaml", ".yml")


class CannotRead(QuizError):
    """A file is not there, is no file, is too large, or may not be read."""

    def __init__(self, path: str, message: str, cure: str) -> None:
        super().__init__(f"{shown_path(path)}: {message}; {cure}")
        self.message = message
        self.cure = cure


def read_regular(path: Path) -> bytes:
    """Return the bytes of a regular file of at most 64 MB; raises CannotRead for anything else.

    Never waits: what is no regular file is not opened.
    """
    try:
        return _read(path)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise CannotRead(
            str(path), f"the file cannot be read: {reason}", "check its name and rights"
        ) from None
    except ValueError:
        raise CannotRead(str(path), "this is no name of a file", "take the NUL out of it") from None


def _read(path: Path) -> bytes:
    _check(path, path.stat())
    # Between the look and the opening the file may be exchanged, so it is looked at again.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        _check(path, os.fstat(handle))
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    return data


def _check(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise CannotRead(str(path), "this is a folder", "name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise CannotRead(str(path), "this is no regular file", "name a file with text in it")
    if status.st_size > MAX_BYTES:
        raise _too_large(path)


def _too_large(path: Path) -> CannotRead:
    return CannotRead(
        str(path), f"the file is larger than {MAX_BYTES // 1024**2} MB", "split it into several"
    )


def find_banks(root: Path) -> tuple[Path, ...]:
    """Return all ``*.yaml`` and ``*.yml`` below a folder, sorted; a file is returned alone.

    What begins with a dot is left out below ``root``. Links to files are followed, links to
    folders are not, so no loop is entered. Empty when there is no such folder.
    """
    mode = _mode(root)
    if not stat.S_ISDIR(mode):
        return (root,) if mode else ()
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in files if _is_bank(name)]
    return tuple(sorted(found))


def _mode(path: Path) -> int:
    """Return what kind of file it is, 0 where that cannot be seen."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _is_bank(name: str) -> bool:
    return not name.startswith(".") and name.lower().endswith(SUFFIXES)


def bank_key(path: Path, root: Path) -> str:
    r"""Return the key of a bank: its path below ``root`` with ``/`` and without suffix.

    A bank that is ``root`` itself, or does not lie below it, has its file name without suffix.
    Bytes of a name that are no UTF-8 are written as ``\xNN``.
    """
    below = path != root and path.is_relative_to(root)
    key = path.relative_to(root).with_suffix("").as_posix() if below else path.stem
    return os.fsencode(key).decode(errors="backslashreplace")
