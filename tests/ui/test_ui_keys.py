from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest
import ui_samples as samples
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from ui_desk import ENTER, Desk, sat

from quiz.ui import keys
from quiz.ui.screen import Answer, Command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.card import Asked


@pytest.fixture
def desk() -> Iterator[Desk]:
    with sat() as made:
        yield made


@pytest.mark.parametrize("columns", [20, 50, 80])
def test_keys_are_packed_into_lines_that_fit(columns: int) -> None:
    parts = ("Enter good", "1 again 2 hard", "s source", "u undo", "q leave")
    lines = keys.packed(parts, columns)
    assert " · ".join(lines).split(" · ") == list(parts)
    assert max(map(len, lines)) <= columns


def test_no_keys_are_no_lines() -> None:
    assert keys.packed((), 50) == []


class Stopped(Exception):
    pass


class Slow(keys.Application[None]):
    """An application that is hit by a signal before it runs."""

    def run(self, *args: object, **options: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        return super().run(*args, **options)  # type: ignore[arg-type]


class Gone(DummyOutput):
    """A terminal that is gone when something is first drawn on it, with or without a signal."""

    def __init__(self, *, hang_up: bool) -> None:
        self._hang_up = hang_up

    def write(self, _data: str) -> None:
        if self._hang_up:
            os.kill(os.getpid(), signal.SIGHUP)
        raise OSError


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_what_a_signal_handler_raises_ends_the_prompt_and_the_handler_stays(
    desk: Desk, number: signal.Signals
) -> None:
    def stop(_number: int, _frame: object) -> None:
        raise Stopped

    before = signal.signal(number, stop)
    try:
        threading.Timer(0.3, os.kill, (os.getpid(), number)).start()
        with pytest.raises(Stopped):
            desk.answer(samples.TEXT, "half an ans")
        assert signal.getsignal(number) is stop
    finally:
        signal.signal(number, before)


def test_an_interrupt_from_outside_is_a_keyboard_interrupt(desk: Desk) -> None:
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        desk.answer(samples.CHOICE)


def test_a_signal_that_came_too_early_is_not_lost(desk: Desk) -> None:
    def stop(_number: int, _frame: object) -> None:
        raise Stopped

    before = signal.signal(signal.SIGTERM, stop)
    app = Slow()
    try:
        with pytest.raises(Stopped):
            keys.run(app)
    finally:
        signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize("stopped", [True, False])
def test_a_terminal_that_is_gone_says_so_unless_a_signal_told_it(*, stopped: bool) -> None:
    def stop(_number: int, _frame: object) -> None:
        raise Stopped

    before = signal.signal(signal.SIGHUP, stop)
    try:
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=Gone(hang_up=stopped)):
            pipe.send_text("y")
            with pytest.raises(Stopped if stopped else OSError):
                keys.read_key({"y": "yes"}, ("y yes",))
    finally:
        signal.signal(signal.SIGHUP, before)


def test_prompts_work_outside_the_main_thread() -> None:
    said: list[Answer | Command] = []

    def ask(put: Asked) -> None:
        with sat() as desk:
            said.append(desk.press(ENTER).screen.ask(put))

    thread = threading.Thread(target=ask, args=(samples.asked(samples.CHOICE),))
    thread.start()
    thread.join(10)
    assert isinstance(said[0], Answer)
