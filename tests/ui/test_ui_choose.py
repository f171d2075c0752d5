from __future__ import annotations

import io
import sys

import pytest

from quiz.ui.choose import open_screen
from quiz.ui.plain import Plain
from quiz.ui.prompts import Interactive


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch, name: str = "xterm") -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("TERM", name)


def test_a_terminal_gets_the_interactive_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    on_terminal(monkeypatch)
    assert isinstance(open_screen(), Interactive)


def test_line_mode_can_be_wished_for(monkeypatch: pytest.MonkeyPatch) -> None:
    on_terminal(monkeypatch)
    assert isinstance(open_screen(plain=True), Plain)


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_a_pipe_gets_the_line_mode(monkeypatch: pytest.MonkeyPatch, stream: str) -> None:
    on_terminal(monkeypatch)
    monkeypatch.setattr(sys, stream, io.StringIO())
    assert isinstance(open_screen(), Plain)


@pytest.mark.parametrize("name", ["dumb", "unknown", "DUMB"])
def test_a_terminal_without_a_cursor_gets_lines(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    on_terminal(monkeypatch, name)
    assert isinstance(open_screen(), Plain)
