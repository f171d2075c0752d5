"""The interactive screen in a real pseudo-terminal."""

from __future__ import annotations

import os
import signal
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pyte
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ROOT = HERE.parent.parent

SCRIPT = """
import signal, sys
import ui_samples as samples
from quiz.errors import Interrupted
from quiz.review import Rating
from quiz.ui.prompts import Interactive
from quiz.ui.screen import Answer

def stop(number, frame):
    raise Interrupted(number)

signal.signal(signal.SIGTERM, stop)
signal.signal(signal.SIGHUP, signal.SIG_IGN if "ignore" in sys.argv else stop)
screen = Interactive()
try:
    answer = screen.ask(samples.asked(getattr(samples, sys.argv[1])))
    print("got", answer.response if isinstance(answer, Answer) else answer)
    if "feedback" in sys.argv:
        screen.feedback(samples.wrong_choice())
        rating = screen.decide(samples.wrong_choice())
        if isinstance(rating, Rating):
            screen.saved(samples.wrong_choice(), rating)
        print("got", rating)
except (KeyboardInterrupt, Interrupted, OSError) as error:
    with open(sys.argv[2], "w") as told:
        told.write(type(error).__name__)
    print("ended by", type(error).__name__)
else:
    open(sys.argv[2], "w").write("done")
"""


class Window:
    """The script in a terminal of its own, and what stands on its screen."""

    def __init__(self, told: Path, *args: str, columns: int = 50, **variables: str) -> None:
        env = {**os.environ, "TERM": "xterm", "PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}", **variables}
        self.told = told
        self.child = pexpect.spawn(
            sys.executable,
            ["-c", SCRIPT, args[0], str(told), *args[1:]],
            env=env,
            dimensions=(24, columns),
            encoding="utf-8",
            timeout=20,
        )
        self.screen = pyte.Screen(columns, 24)
        self._stream = pyte.Stream(self.screen)
        self.flags = self.modes()

    def modes(self) -> list[object]:
        return termios.tcgetattr(self.child.child_fd)[:4]

    def until(self, text: str) -> str:
        """Read until ``text`` stands on the screen, and return the screen."""
        while text not in self.shown():
            self._stream.feed(self.child.read_nonblocking(10_000, 20))
        return self.shown()

    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Path]:
    return tmp_path / "told"


def test_a_sitting_at_50_columns_shows_its_keys_and_no_more(told: Path) -> None:
    window = Window(told, "CHOICE", "feedback")
    window.until("Ctrl-D leave")
    window.child.send("\t")
    window.until("Hint: It lies on a lake.")
    window.child.send("\r")
    shown = window.until("q leave")
    assert "Tab hint" not in shown
    assert "Ctrl-Z" not in shown
    assert shown.rstrip().splitlines()[-2:] == [
        "Enter = again · 1 again 2 hard 3 good 4 easy",
        "s source · o overrule · u undo · ? keys · q leave",
    ]
    window.child.send("2")
    assert "rated    hard, comes back tomorrow" in window.until("got 2")


@pytest.mark.parametrize("question", ["TEXT", "CHOICE", "RECALL"])
def test_ctrl_c_leaves_the_terminal_as_it_was(told: Path, question: str) -> None:
    window = Window(told, question)
    window.until("Ctrl-D leave")
    assert window.modes() != window.flags
    window.child.send("\x03")
    window.until("ended by KeyboardInterrupt")
    assert window.modes() == window.flags
    assert not window.screen.cursor.hidden


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(told: Path, number: signal.Signals) -> None:
    window = Window(told, "TEXT")
    window.until("Ctrl-D leave")
    window.child.send("half an ans")
    window.until("half an ans")
    window.child.kill(number)
    window.until("ended by Interrupted")
    assert window.modes() == window.flags
    assert not window.screen.cursor.hidden


def test_ctrl_d_leaves_in_order(told: Path) -> None:
    window = Window(told, "TEXT")
    window.until("Ctrl-D leave")
    window.child.send("\x04")
    window.until("got Command.LEAVE")
    assert window.modes() == window.flags


@pytest.mark.parametrize(("args", "ends"), [((), "Interrupted"), (("ignore",), "OSError")])
def test_a_closed_terminal_ends_the_prompt(told: Path, args: tuple[str, ...], ends: str) -> None:
    window = Window(told, "TEXT", *args)
    window.until("Ctrl-D leave")
    window.child.ptyproc.fileobj.close()
    window.child.ptyproc.closed = window.child.closed = True
    window.child.wait()
    assert told.read_text() == ends


def test_a_resize_in_mid_question_draws_it_anew(told: Path) -> None:
    window = Window(told, "TEXT", columns=80)
    window.until("Ctrl-D leave")
    window.child.send("Dan")
    window.until("Dan")
    window.child.setwinsize(24, 40)
    window.screen.resize(24, 40)
    window.child.send("ube")
    shown = window.until("Danube")
    assert "Ctrl-D leave" in shown
    window.child.send("\r")
    window.until("got Typed(text='Danube')")


def test_no_colour_is_sent_when_it_is_not_wanted(told: Path) -> None:
    window = Window(told, "CHOICE", "feedback", NO_COLOR="1")
    sent = []
    window.child.logfile_read = type(
        "Log", (), {"write": lambda _, text: sent.append(text), "flush": lambda _: None}
    )()
    window.until("Ctrl-D leave")
    window.child.send("\r")
    window.until("q leave")
    window.child.send("\r")
    window.until("got 1")
    codes = [part.split("m")[0] for part in "".join(sent).split("\x1b[")[1:] if "m" in part[:12]]
    numbers = {number for code in codes for number in code.split(";")}
    assert not numbers & {str(n) for n in (*range(30, 39), *range(40, 49), *range(90, 98))}
