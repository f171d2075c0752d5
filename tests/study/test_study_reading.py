from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from quiz.bank import reader
from quiz.errors import QuizError
from quiz.store.questions import Fresh
from quiz.study import reading
from quiz.study.reading import Wanted, read_file, read_files

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.bank import Reading

BANK = "quiz: 1\ntitle: Bank {0}\nquestions:\n  - {{front: Front {0}, back: Back {0}}}\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Wanted]:
    paths = [tmp_path / f"bank{number}.yaml" for number in range(7)]
    for number, path in enumerate(paths):
        path.write_text(BANK.format(number), encoding="utf-8")
    paths[3].write_text("no bank", encoding="utf-8")
    return [Wanted(path, path.stem, None) for path in paths]


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_cores", lambda: 2)


def test_several_processes_give_what_one_gives_in_the_same_order(
    files: list[Wanted], two_cores: None
) -> None:
    alone = list(read_files(files, 0))
    assert [Fresh._make(read.rows[0]).prompt if read and read.rows else None for read in alone] == [
        *("Front 0", "Front 1", "Front 2", None, "Front 4", "Front 5", "Front 6")
    ]
    assert list(read_files(files, reading.MUCH)) == alone


def test_a_file_with_the_hash_of_the_last_load_is_not_read(files: list[Wanted], two_cores: None) -> None:
    first = read_file(files[0])
    assert first is not None
    files[0] = files[0]._replace(known_hash=first.hash)
    assert [read is None for read in read_files(files, reading.MUCH)] == [True] + 6 * [False]


@pytest.fixture
def stuck(two_cores: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every process but this one stop at the second of its files for good."""
    here, read_bank = os.getpid(), reader.read_bank

    def read(path: Path, key: str) -> Reading:
        if os.getpid() != here and path.name not in {"bank0.yaml", "bank1.yaml"}:
            signal.pause()
        return read_bank(path, key)

    monkeypatch.setattr(reader, "read_bank", read)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the ids of the processes that are started from now on."""
    found: list[int] = []
    fork = os.fork

    def noted() -> int:
        process = fork()
        found.append(process)
        return process

    monkeypatch.setattr(reading.os, "fork", noted)
    return found


def test_what_a_lost_process_leaves_unread_is_read_all_the_same(
    files: list[Wanted], stuck: None, processes: list[int]
) -> None:
    expected = list(read_files(files, 0))
    read = read_files(files, reading.MUCH)
    found = [next(read), next(read)]
    for process in processes:
        os.kill(process, signal.SIGKILL)
    assert found + list(read) == expected


def test_no_process_outlives_a_load_that_is_broken_off(
    files: list[Wanted], stuck: None, processes: list[int]
) -> None:
    read = read_files(files, reading.MUCH)
    next(read)
    assert len(processes) == 2
    read.close()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_what_fails_in_a_process_fails_in_the_one_that_waits(
    files: list[Wanted], two_cores: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, key: str) -> None:
        raise QuizError(path.name)

    monkeypatch.setattr(reader, "read_bank", fail)
    with pytest.raises(QuizError, match=r"bank0\.yaml"):
        list(read_files(files, reading.MUCH))


def test_one_process_reads_all_where_no_more_are_allowed(
    files: list[Wanted], two_cores: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(reading.os, "fork", fork)
    assert list(read_files(files, reading.MUCH)) == list(read_files(files, 0))


def test_one_process_reads_where_others_could_not_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading.sys, "platform", "darwin")
    assert reading._cores() == 1
