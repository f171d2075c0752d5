"""Timing: processes from outside, sides that take turns, and checks before a time counts."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Result = TypeVar("Result")


class WrongResult(Exception):
    """A side did not do what it was timed for."""


class Run(NamedTuple):
    """One finished process. ``peak_mib`` is the most memory that this process alone held at once."""

    seconds: float
    peak_mib: float
    output: str


def expect(said: object, wanted: object, what: str) -> None:
    """Raise WrongResult unless a side's result is the wanted one."""
    if said != wanted:
        raise WrongResult(f"{what}: {said!r} in place of {wanted!r}")


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Run:
    """Run a process in ``folder`` and return its time, peak memory and standard output.

    Raises WrongResult when it fails. Linux counts what this process holds at the start of
    the other into the other's peak, so nothing big may ever be held here.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, env=dict(environment), cwd=folder
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        expect(process.returncode, 0, f"exit code of {' '.join(command)}")
        output.seek(0)
        return Run(seconds, usage.ru_maxrss / 1024, output.read())


def peak_of_all(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> float:
    """Return the most memory, in MiB, that a process and those it started held at once.

    What several share counts once (the kernel's proportional share), looked up every 10 ms;
    that slows the process down, so its time does not count.
    """
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=dict(environment), cwd=folder) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(_share_kib, _with_children(process.pid))))
            time.sleep(0.01)
    expect(process.returncode, 0, f"exit code of {' '.join(command)}")
    return peak / 1024


def _with_children(process: int) -> list[int]:
    found = [process]
    for parent in found:
        with suppress(OSError):
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
            found += map(int, children.split())
    return found


def _share_kib(process: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def seconds_to_line(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, start: str
) -> float:
    """Return the seconds until a process writes a line that begins with ``start``; it is ended then.

    Raises WrongResult when its output ends without such a line.
    """
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=dict(environment),
        cwd=folder,
        encoding="utf-8",
    ) as process:
        found = process.stdout is not None and any(line.startswith(start) for line in process.stdout)
        seconds = time.perf_counter() - begun
        process.kill()
    expect(found, wanted=True, what=f"a line with {start!r} from {' '.join(command)}")
    return seconds


def interleaved(sides: Mapping[str, Callable[[], Result]], rounds: int) -> dict[str, list[Result]]:
    """Let all sides run once in every round, every other round from the last to the first."""
    found: dict[str, list[Result]] = {name: [] for name in sides}
    for number in range(rounds):
        for name in list(sides) if number % 2 == 0 else reversed(list(sides)):
            found[name].append(sides[name]())
    return found


def ratio(mine: Sequence[float], other: Sequence[float]) -> float:
    """Return the median of one side over the median of the other."""
    return median(mine) / median(other)
