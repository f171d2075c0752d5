"""A plain screen to talk with, for the tests of the line mode."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import ui_samples as samples

from quiz.ui.plain import Plain
from quiz.ui.screen import Answer, Command

if TYPE_CHECKING:
    from quiz.question import Question
    from quiz.review import Response


FIRST_WORDS = {
    *("question", "option", "left", "answer", "right", "near", "partly", "wrong", "difference", "taken"),
    *("why", "because", "reason", "next", "note", "hint", "source", "help", "please", "turn", "back"),
    *("counted", "score", "verdicts", "bank", "kind", "missed", "returns", "time", "earlier", "rest"),
    *("leech", "new", "read"),
}


class Talk:
    """A plain screen with its input given beforehand."""

    def __init__(self, text: str = "", *, rate: bool = False) -> None:
        self.out = io.StringIO()
        self.screen = Plain(io.StringIO(text), self.out, rate=rate)

    def lines(self) -> list[str]:
        return self.out.getvalue().splitlines()

    def said(self, word: str) -> list[str]:
        return [line.removeprefix(f"{word}: ") for line in self.lines() if line.startswith(f"{word}:")]


def reply(question: Question, text: str) -> Response | Command:
    answer = Talk(text).screen.ask(samples.asked(question))
    return answer.response if isinstance(answer, Answer) else answer
