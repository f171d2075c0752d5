from __future__ import annotations

import io
import os
import sys
import termios
from typing import TYPE_CHECKING

import pytest

from quiz.ui.authoring_echo import unechoed

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The descriptor of a terminal that is the stdin of this process."""
    master, slave = os.openpty()
    with os.fdopen(slave, closefd=True) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield slave
    os.close(master)


def echoes(keyboard: int) -> bool:
    return bool(termios.tcgetattr(keyboard)[3] & termios.ECHO)


def test_what_is_typed_between_prompts_is_not_drawn(keyboard: int) -> None:
    before = termios.tcgetattr(keyboard)
    with unechoed():
        assert not echoes(keyboard)
    assert termios.tcgetattr(keyboard) == before


def test_the_terminal_is_put_back_whatever_happens(keyboard: int) -> None:
    with pytest.raises(KeyboardInterrupt), unechoed():
        raise KeyboardInterrupt
    assert echoes(keyboard)


def test_where_there_is_no_terminal_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with unechoed():
        assert sys.stdin.read() == ""
