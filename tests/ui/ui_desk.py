"""An interactive screen at a pipe, for the tests of the prompts."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

import ui_samples as samples
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from quiz.ui.prompts import Interactive
from quiz.ui.render import console
from quiz.ui.screen import Answer, Command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.input import PipeInput

    from quiz.question import Question
    from quiz.review import Response


DOWN, UP, ENTER, BACKSPACE, TAB = "\x1b[B", "\x1b[A", "\r", "\x7f", "\t"


CTRL_C, CTRL_D, CTRL_Q, CTRL_Z, ESC = "\x03", "\x04", "\x11", "\x1a", "\x1b"


class Narrow(DummyOutput):
    """An output of 50 columns that is thrown away."""

    def get_size(self) -> Size:
        return Size(rows=24, columns=50)


class Desk:
    """An interactive screen, the keys to press, and what was drawn outside the prompts."""

    def __init__(self, pipe: PipeInput) -> None:
        self.pipe = pipe
        self.out = io.StringIO()
        self.screen = Interactive(lambda: console(self.out, 50))

    def press(self, *typed: str) -> Desk:
        if typed:
            self.pipe.send_text("".join(typed))
        return self

    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.out.getvalue().splitlines()]

    def answer(self, question: Question, *typed: str) -> Response | Command:
        given = self.press(*typed).screen.ask(samples.asked(question))
        return given.response if isinstance(given, Answer) else given


@contextmanager
def sat() -> Iterator[Desk]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=Narrow()):
        yield Desk(pipe)
