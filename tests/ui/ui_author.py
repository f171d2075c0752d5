"""An author who is asked for a question, for the tests of the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from quiz.ui.authoring_asker import Back, Paused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
BACK, STOP = "<back>", "<stop>"


class Exhausted(Exception):
    """An author says nothing more where something is needed."""


class Author:
    """Answers what is asked, one given answer after another; an empty one takes what is offered.

    ``-`` empties a text. BACK goes back and STOP stops, with the text behind it typed by then.
    """

    def __init__(self, *answers: str) -> None:
        self._answers = list(answers)
        self.asked: list[str] = []
        self.offered: list[str] = []
        self.refused: list[str] = []
        self.said: list[str] = []
        self.backs: list[bool] = []
        self.titles: list[list[str]] = []

    def answer(self, *answers: str) -> None:
        self._answers += answers

    def say(self, text: str) -> None:
        self.said.append(text)

    def _next(self, label: str, offered: str, *, back: bool) -> str:
        self.asked.append(label)
        self.offered.append(offered)
        self.backs.append(back)
        answer = self._answers.pop(0) if self._answers else ""
        if answer.startswith(STOP):
            raise Paused(answer.removeprefix(STOP) or offered)
        if answer.startswith(BACK) and back:
            raise Back(answer.removeprefix(BACK) or offered)
        return answer

    def text(
        self, label: str, default: str, check: Callable[[str], str | None], *, back: bool = False
    ) -> str:
        while True:
            answer = self._next(label, default, back=back)
            text = default if answer == "" else answer.strip("-") if answer == "-" else answer
            fault = check(text)
            if fault is None:
                return text
            self.refused.append(fault)
            if not self._answers:
                raise Exhausted

    def pick(
        self, label: str, options: Sequence[tuple[str, T]], default: T | None = None, *, back: bool = False
    ) -> T:
        self.titles.append([title.partition(":")[0] for title, _ in options])
        answer = self._next(label, str(default), back=back)
        offered = next((value for _, value in options if value == default), options[0][1])
        return next((value for title, value in options if answer and title.startswith(answer)), offered)

    def tick(
        self, label: str, options: Sequence[tuple[str, T]], ticked: Sequence[T], *, back: bool = False
    ) -> list[T]:
        words = self._next(label, "", back=back).split()
        return [value for title, value in options if title.partition(":")[0] in words] or list(ticked)

    def confirm(self, label: str, *, default: bool) -> bool:
        self._next(label, str(default), back=False)
        return default

    def end(self) -> None:
        assert self._answers == []
