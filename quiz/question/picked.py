"""The kinds that are answered by picking from options, ordering or pairing them."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.question.base import Kind, Question, Wrong


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(Question):
    """One right option among wrong ones.

    ``listed``: all options in the order of the bank, empty where it names the wrong ones alone.
    """

    kind = Kind.CHOICE
    answer: str
    wrong: tuple[Wrong, ...]
    listed: tuple[str, ...] = ()

    def right(self, part: str) -> str:
        del part
        return self.answer

    def options(self) -> tuple[str, ...]:
        return self.listed or (self.answer, *(wrong.text for wrong in self.wrong))

    def why_wrong(self, option: str) -> str | None:
        return next((wrong.why for wrong in self.wrong if wrong.text == option), None)


@dataclass(frozen=True, kw_only=True)
class TrueFalseQuestion(Question):
    """A claim that is true or false; ``ask`` is the claim."""

    kind = Kind.TRUE_FALSE
    answer: bool

    def right(self, part: str) -> str:
        del part
        return "true" if self.answer else "false"

    def options(self) -> tuple[str, ...]:
        return ("true", "false")


@dataclass(frozen=True, kw_only=True)
class SeveralQuestion(Question):
    """Pick all that apply: every one of ``answers`` and none of ``wrong``; ``listed`` as for a choice."""

    kind = Kind.SEVERAL
    answers: tuple[str, ...]
    wrong: tuple[Wrong, ...]
    listed: tuple[str, ...] = ()

    def right(self, part: str) -> str:
        del part
        return "; ".join(self.answers)

    def options(self) -> tuple[str, ...]:
        return self.listed or (*self.answers, *(wrong.text for wrong in self.wrong))

    def why_wrong(self, option: str) -> str | None:
        return next((wrong.why for wrong in self.wrong if wrong.text == option), None)


@dataclass(frozen=True, kw_only=True)
class OrderQuestion(Question):
    """Put ``items`` into the order in which they are written."""

    kind = Kind.ORDER
    items: tuple[str, ...]

    def right(self, part: str) -> str:
        del part
        return "; ".join(self.items)

    def options(self) -> tuple[str, ...]:
        return self.items


@dataclass(frozen=True, kw_only=True)
class MatchQuestion(Question):
    """Find for each left side its right side."""

    kind = Kind.MATCH
    pairs: tuple[tuple[str, str], ...]

    def right(self, part: str) -> str:
        del part
        return "; ".join(f"{left} = {right}" for left, right in self.pairs)

    def options(self) -> tuple[str, ...]:
        return tuple(right for _, right in self.pairs)
