"""Writing a file so that it is the old one or the new one, at every moment, never half of either."""

from __future__ import annotations

import errno
import os
import secrets
import signal
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank.files import CannotRead, read_regular
from quiz.bank.problem import shown_path
from quiz.errors import QuizError

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator

_PERMISSIONS = 0o666
_BINARY = getattr(os, "O_BINARY", 0)
_ANY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR}
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}


class ChangedMeanwhile(QuizError):
    """The file is no longer what it was when it was read."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{shown_path(path)} was changed by another program meanwhile; nothing was written. "
            "Look at the change, then run the command again."
        )


class AlreadyThere(QuizError):
    """A file that was to be made exists."""

    exit_code = 2

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{shown_path(path)} is there already; nothing was written. Take another name, or move it away."
        )


class CannotWrite(QuizError):
    """The system does not let the file be written; it is as it was."""

    exit_code = 2

    def __init__(self, path: str, reason: str, cure: str) -> None:
        super().__init__(f"{shown_path(path)} cannot be written: {reason}; nothing was changed. {cure}")


def save(path: Path, before: bytes | None, after: bytes) -> None:
    """Put ``after`` in place of ``before`` in the file ``path``, in one step.

    ``before`` None means that the file must not exist yet. A link is followed to its file,
    which keeps its mode, and its owner where that is allowed; a second name of the file (a
    hard link) keeps the old content, as in a backup. Whatever stops the work leaves the old
    content or the new; Ctrl-C and the like wait for the moment that it takes, and may be
    raised when all is written. Nothing is written where ``before`` and ``after`` are equal. A
    kill that cannot be caught may leave a file ``.quiz-….tmp`` beside it, which is never taken
    for a bank.

    Raises ``ChangedMeanwhile``, ``AlreadyThere`` or ``CannotWrite``, and ``CannotRead`` where
    the file cannot be compared any more; the file is then as it was.
    """
    try:
        target = Path(os.path.realpath(path))
        with _undisturbed():
            if before is None:
                _make(target, after, path)
            elif before != after:
                _replace(target, before, after, path)
    except OSError as error:
        raise _refusal(error, path) from error
    except ValueError:
        raise CannotWrite(str(path), "this is no name of a file", "Take another name.") from None


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals that would end the program wait until the block is left, for nothing is half then."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover - Windows
        yield
        return
    # Asked for by itself: a signal that came just before is raised here, with nothing blocked yet.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _make(target: Path, after: bytes, path: Path) -> None:
    if os.path.lexists(target):
        raise AlreadyThere(str(path))
    _refuse_read_only(target.parent, target.parent.stat().st_mode)
    with _written(target, after, None) as temporary:
        try:
            _link(temporary, target)
        except FileExistsError:
            raise AlreadyThere(str(path)) from None
    _sync_folder(target.parent)


def _replace(target: Path, before: bytes, after: bytes, path: Path) -> None:
    _compare(target, before, path)
    status = target.stat()
    _refuse_read_only(target, status.st_mode)
    _refuse_read_only(target.parent, target.parent.stat().st_mode)
    with _alone(target, path), _written(target, after, status) as temporary:
        # Once more, right before it counts: writing may have taken its time.
        _compare(target, before, path)
        temporary.replace(target)
    _sync_folder(target.parent)


@contextmanager
def _alone(target: Path, path: Path) -> Iterator[None]:
    """Hold a lock that a second one of us would need; where there are no locks, go without."""
    if fcntl is None:
        yield
        return
    handle = os.open(target, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ChangedMeanwhile(str(path)) from None
        except OSError:
            pass
        yield
    finally:
        # What counts is done by now, or has told its own failure.
        with suppress(OSError):
            os.close(handle)


def _compare(target: Path, before: bytes, path: Path) -> None:
    try:
        now = read_regular(target)
    except CannotRead:
        if target.exists():
            raise
        now = None
    if now != before:
        raise ChangedMeanwhile(str(path))


def _refuse_read_only(path: Path, mode: int) -> None:
    """Respect the mode also where the system would not, which lets root write anywhere."""
    if not mode & _ANY_WRITES or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


@contextmanager
def _written(target: Path, after: bytes, status: os.stat_result | None) -> Iterator[Path]:
    """Give a file beside ``target`` that holds ``after``, on disk; it is gone when the block is left.

    ``status`` is that of the file that it is to replace.
    """
    # The name is chosen before the file is made, so whatever happens it can be taken away.
    temporary = target.with_name(f".quiz-{secrets.token_hex(8)}.tmp")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _PERMISSIONS)
        try:
            _dress(handle, status)
            _write_all(handle, after)
            os.fsync(handle)
        finally:
            os.close(handle)
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def _dress(handle: int, status: os.stat_result | None) -> None:
    """Give a file owner and mode of another one, as far as the system lets us."""
    if status is None or not hasattr(os, "fchown"):
        return
    with suppress(OSError):
        os.fchown(handle, status.st_uid, status.st_gid)
    with suppress(OSError):
        os.fchmod(handle, stat.S_IMODE(status.st_mode))


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _link(temporary: Path, target: Path) -> None:
    """Give the file its name, where nothing has it yet."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Some file systems have no second names.
        if os.path.lexists(target):
            raise FileExistsError from None
        temporary.rename(target)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to disk as well; where a system cannot do that, the content is safe anyway."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(error: OSError, path: Path) -> CannotWrite:
    reason = (error.strerror or "the system refuses").lower()
    file = os.path.realpath(path) if os.path.islink(path) else path  # noqa: PTH114 - never raises
    folder = shown_path(str(Path(file).parent))
    if error.errno in _FULL:
        cure = "Make room on the disk, then run the command again."
    elif error.errno in _FORBIDDEN:
        cure = f"Make the file and its folder {folder} writable, then run the command again."
    elif error.errno in _GONE:
        cure = f"Make the folder {folder} first."
    else:
        cure = "Check its name and its folder, then run the command again."
    return CannotWrite(str(path), reason, cure)
