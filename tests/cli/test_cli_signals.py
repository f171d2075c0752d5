from __future__ import annotations

import os
import signal

import pytest

from quiz.cli.signals import ENDING, Signals
from quiz.errors import Interrupted


def send(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_ending_signal_is_an_interruption_with_its_own_exit_code(number: int) -> None:
    with pytest.raises(Interrupted) as raised, Signals().caught():
        send(number)
    assert raised.value.exit_code == 128 + number


def test_ctrl_c_is_a_keyboard_interrupt() -> None:
    with pytest.raises(KeyboardInterrupt), Signals().caught():
        send(signal.SIGINT)


@pytest.mark.parametrize(
    ("number", "error"), [(signal.SIGTERM, Interrupted), (signal.SIGINT, KeyboardInterrupt)]
)
def test_a_signal_during_a_write_waits_for_its_end(number: int, error: type[BaseException]) -> None:
    signals, written = Signals(), []

    def write() -> None:
        with signals.held():
            with signals.held():
                send(number)
                written.append("inner")
            written.append("outer")
        written.append("after")

    with signals.caught(), pytest.raises(error):
        write()
    assert written == ["inner", "outer"]


def test_the_handlers_from_before_come_back() -> None:
    before = [signal.getsignal(number) for number in ENDING]
    with Signals().caught():
        assert [signal.getsignal(number) for number in ENDING] != before
    assert [signal.getsignal(number) for number in ENDING] == before
