"""Signals that end a sitting, held back while an answer is being written."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quiz.errors import Interrupted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class Signals:
    """Turns Ctrl-C into KeyboardInterrupt and the other ending signals into ``Interrupted``."""

    def __init__(self) -> None:
        self._held = 0
        self._waiting: int | None = None

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Take these signals over for the length of the block."""
        before = {number: signal.signal(number, self._on_signal) for number in ENDING}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let a signal that comes during the block end it only when the block is done."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            waiting = self._waiting
            if waiting is not None and not self._held:
                self._waiting = None
                self._raise(waiting)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self._held:
            self._waiting = number
        else:
            self._raise(number)

    @staticmethod
    def _raise(number: int) -> None:
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise Interrupted(number)
