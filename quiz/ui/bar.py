"""A progress bar for loading and replaying, seen only when that takes more than a second."""

from __future__ import annotations

from threading import Timer
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

if TYPE_CHECKING:
    from types import TracebackType

PATIENCE_SECONDS = 1.0


class LoadingBar:
    """Says ``what`` is done, on stderr from ``PATIENCE_SECONDS`` on; leaves no trace when it ends."""

    def __init__(
        self,
        console: Console | None = None,
        patience_seconds: float = PATIENCE_SECONDS,
        *,
        what: str = "Loading the banks",
    ) -> None:
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn(what),
            BarColumn(bar_width=20),
            TaskProgressColumn(),
            console=console or Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("load", total=None)
        self._timer = Timer(patience_seconds, self._bar.start)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        self._bar.stop()

    def advance(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` (bytes, answers) are through."""
        self._bar.update(self._task, completed=done, total=total)
