"""A file that is saved is the old one or the new one, whatever happens."""

from __future__ import annotations

import errno
import fcntl
import os
import random
import signal
import stat
import sys
import time
from typing import TYPE_CHECKING, NoReturn

import pytest

from quiz.authoring import saving
from quiz.authoring.saving import AlreadyThere, CannotWrite, ChangedMeanwhile, save
from quiz.bank import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

    Tracer = Callable[[FrameType, str, object], object]

OLD, NEW = b"quiz: 1\n", b"quiz: 1\r\ntitle: \xc3\xa9\n" * 1000
STEPS = ("open", "write", "fsync", "close", "replace", "link", "fchmod", "fchown", "stat")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.yaml"
    path.write_bytes(OLD)
    path.chmod(0o640)
    return path


def assert_whole(path: Path) -> None:
    """Hold a file to being the old or the new one, alone in its folder."""
    assert path.read_bytes() in (OLD, NEW)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_new_content_takes_the_place_of_the_old(bank: Path) -> None:
    save(bank, OLD, NEW)
    assert bank.read_bytes() == NEW
    assert_whole(bank)


def test_mode_and_owner_stay(bank: Path) -> None:
    before = bank.stat()
    save(bank, OLD, NEW)
    after = bank.stat()
    assert stat.S_IMODE(after.st_mode) == 0o640
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)


def test_equal_content_leaves_the_file_itself_in_place(bank: Path) -> None:
    inode = bank.stat().st_ino
    save(bank, OLD, OLD)
    assert bank.stat().st_ino == inode


def test_a_link_stays_and_its_file_changes(bank: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(bank.name)
    save(link, OLD, NEW)
    assert link.is_symlink()
    assert bank.read_bytes() == NEW


def test_a_file_that_is_new_is_made_with_the_usual_mode(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    save(path, None, NEW)
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask
    assert_whole(path)


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP])
def test_a_file_is_made_also_where_there_are_no_second_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "link", failing(number))
    save(tmp_path / "new.yaml", None, NEW)
    assert_whole(tmp_path / "new.yaml")


@pytest.mark.parametrize("number", [errno.EEXIST, errno.EPERM])
def test_a_file_that_appears_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "new.yaml"

    def link(*_: object) -> NoReturn:
        path.write_bytes(OLD)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(AlreadyThere):
        save(path, None, NEW)
    assert path.read_bytes() == OLD
    assert_whole(path)


def test_a_file_that_is_there_is_not_made(bank: Path) -> None:
    with pytest.raises(AlreadyThere, match="is there already; nothing was written") as told:
        save(bank, None, NEW)
    assert told.value.exit_code == 2
    assert bank.read_bytes() == OLD


def test_a_file_that_was_changed_is_not_written_over(bank: Path) -> None:
    bank.write_bytes(b"other")
    with pytest.raises(ChangedMeanwhile, match="was changed by another program meanwhile; nothing was wr"):
        save(bank, OLD, NEW)
    assert bank.read_bytes() == b"other"


def test_a_change_while_the_new_file_is_written_is_seen(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        bank.write_bytes(b"other")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(ChangedMeanwhile):
        save(bank, OLD, NEW)
    assert bank.read_bytes() == b"other"
    assert len(list(bank.parent.iterdir())) == 1


def test_a_file_that_was_taken_away_is_not_brought_back(bank: Path) -> None:
    bank.unlink()
    with pytest.raises(ChangedMeanwhile):
        save(bank, OLD, NEW)
    assert not bank.exists()


def test_a_second_program_of_ours_does_not_write_at_the_same_moment(bank: Path) -> None:
    with bank.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(ChangedMeanwhile):
            save(bank, OLD, NEW)
    save(bank, OLD, NEW)
    assert_whole(bank)


def test_a_file_system_without_locks_will_do(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", failing(errno.ENOLCK))
    save(bank, OLD, NEW)
    assert bank.read_bytes() == NEW


def test_a_system_without_locks_will_do(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "fcntl", None)
    save(bank, OLD, NEW)
    assert bank.read_bytes() == NEW


def test_a_read_only_file_stays_as_it_is_also_for_root(bank: Path) -> None:
    bank.chmod(0o444)
    with pytest.raises(
        CannotWrite, match=r"cannot be written: permission denied; .* Make the file .*writable"
    ):
        save(bank, OLD, NEW)
    assert_whole(bank)
    assert bank.read_bytes() == OLD


@pytest.mark.parametrize("before", [OLD, None])
def test_a_read_only_folder_stays_as_it_is_also_for_root(bank: Path, before: bytes | None) -> None:
    path = bank if before else bank.with_name("new.yaml")
    bank.parent.chmod(0o555)
    try:
        with pytest.raises(CannotWrite, match="writable"):
            save(path, before, NEW)
    finally:
        bank.parent.chmod(0o755)
    assert_whole(bank)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"no such file or directory.* Make the folder .*none first"):
        save(tmp_path / "none" / "bank.yaml", None, NEW)


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="this is a folder"):
        save(tmp_path, OLD, NEW)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("x" * 300, "name too long.*Check its name"), ("a\0b", "this is no name of a file")],
)
def test_a_name_that_cannot_be_is_refused(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(CannotWrite, match=sentence):
        save(tmp_path / name, None, NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_writes_little_by_little_gets_all(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:1000]))
    save(bank, OLD, NEW)
    assert bank.read_bytes() == NEW


def failing(number: int, at: int = 0, real: Callable[..., object] = print) -> Callable[..., object]:
    """Return what fails at its n-th call, and does what is real before."""
    calls = iter(range(100))

    def fail(*given: object, **named: object) -> object:
        if next(calls) == at:
            raise OSError(number, os.strerror(number))
        return real(*given, **named)

    return fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("before", [OLD, None])
def test_every_step_may_fail(
    bank: Path, monkeypatch: pytest.MonkeyPatch, number: int, before: bytes | None
) -> None:
    path = bank if before else bank.with_name("new.yaml")
    steps = 0
    for name in STEPS:
        real = getattr(os, name)
        for at in range(12):
            with monkeypatch.context() as patch:
                patch.setattr(os, name, failing(number, at, real))
                try:
                    save(path, before, NEW)
                except (CannotWrite, CannotRead, ChangedMeanwhile):
                    steps += 1
                    assert path.read_bytes() == before if before else not path.exists()
                else:
                    assert path.read_bytes() == NEW
            assert not list(bank.parent.glob(".quiz-*"))
            if before:
                path.write_bytes(OLD)
            else:
                path.unlink(missing_ok=True)
    assert steps > 5


def test_a_full_disk_is_told_with_the_cure(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", failing(errno.ENOSPC))
    with pytest.raises(
        CannotWrite, match=r"no space left on device; nothing was changed\. Make room"
    ) as told:
        save(bank, OLD, NEW)
    assert told.value.exit_code == 2
    monkeypatch.undo()
    assert_whole(bank)


def at_line(number: int, act: Callable[[], object]) -> Tracer:
    """Return a tracer that does something before the n-th line of the module that is run."""
    lines = iter(range(10_000))

    def trace(frame: FrameType, event: str, _: object) -> Tracer | None:
        if frame.f_code.co_filename != saving.__file__:
            return None
        if event == "line" and next(lines) == number:
            act()
        return trace

    return trace


@pytest.mark.parametrize("before", [OLD, None])
def test_ctrl_c_may_come_at_every_line(bank: Path, before: bytes | None) -> None:
    path = bank if before else bank.with_name("new.yaml")
    outcomes = []
    for number in range(200):
        path.unlink(missing_ok=True)
        if before:
            path.write_bytes(OLD)
        came: list[int] = []
        tracer = at_line(number, lambda came=came: (came.append(1), signal.raise_signal(signal.SIGINT)))
        traced = sys.gettrace()
        try:
            sys.settrace(tracer)
            save(path, before, NEW)
        except KeyboardInterrupt:
            sys.settrace(traced)
        else:
            sys.settrace(traced)
            if not came:
                break
        outcomes.append(path.read_bytes() if path.exists() else None)
        assert not list(bank.parent.glob(".quiz-*"))
        assert not signal.pthread_sigmask(signal.SIG_BLOCK, ())
    assert {before, NEW} == set(outcomes)


def test_sigterm_may_come_at_every_line(bank: Path) -> None:
    outcomes = []
    for number in range(0, 200, 3):
        bank.write_bytes(OLD)
        code = in_child(lambda number=number: save_killed_at(number, bank))
        assert_whole(bank)
        outcomes.append(bank.read_bytes())
        if code == 0:
            break
        assert code == -signal.SIGTERM
    assert {OLD, NEW} == set(outcomes)


def save_killed_at(number: int, bank: Path) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.settrace(at_line(number, lambda: os.kill(os.getpid(), signal.SIGTERM)))
    save(bank, OLD, NEW)


def in_child(work: Callable[[], object]) -> int:
    """Do something in a process of its own and return how that ended."""
    child = os.fork()
    if child == 0:
        sys.settrace(None)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_kill_leaves_a_whole_file_and_nothing_that_is_taken_for_a_bank(bank: Path) -> None:
    chance = random.Random(4)
    seen = set()
    for _ in range(60):
        child = os.fork()
        if child == 0:
            sys.settrace(None)
            while True:
                now = bank.read_bytes()
                save(bank, now, NEW if now == OLD else OLD)
        time.sleep(chance.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen.add(bank.read_bytes())
        assert bank.read_bytes() in (OLD, NEW)
        for left in bank.parent.glob(".*"):
            assert left.name.startswith(".quiz-")
            assert left.suffix == ".tmp"
            left.unlink()
    assert seen == {OLD, NEW}
