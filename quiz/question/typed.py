"""The kinds whose answer is typed, and the one that is answered in the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.question.base import REVERSE, Hole, Kind, Question

if TYPE_CHECKING:
    from decimal import Decimal

    from quiz.quantity import Figures, PartialDate, Tolerance


@dataclass(frozen=True, kw_only=True)
class TextQuestion(Question):
    """A short typed answer, with other accepted answers."""

    kind = Kind.TEXT
    answer: str
    accept: tuple[str, ...] = ()

    def right(self, part: str) -> str:
        return self.ask if part == REVERSE else self.answer

    def accepted(self, part: str) -> tuple[str, ...]:
        return (self.ask,) if part == REVERSE else (self.answer, *self.accept)


@dataclass(frozen=True, kw_only=True)
class NumberQuestion(Question):
    """A number, with a tolerance and a unit. ``written`` is the bank's own spelling of it.

    With ``upper`` it is a range, written ``85..95``: all from ``value`` to it is right, both ends
    included, and there is no tolerance.
    """

    kind = Kind.NUMBER
    value: Decimal
    written: str
    upper: Decimal | None = None
    tolerance: Tolerance | Figures | None = None
    unit: str | None = None

    def right(self, part: str) -> str:
        del part
        shown = self.written if self.upper is None else " to ".join(map(str.strip, self.written.split("..")))
        return f"{shown} {self.unit}" if self.unit else shown

    def bounds(self) -> tuple[Decimal, Decimal]:
        """Return the least and the greatest number that may be right."""
        if self.upper is not None:
            return self.value, self.upper
        return (self.value, self.value) if self.tolerance is None else self.tolerance.bounds(self.value)

    def takes(self, value: Decimal) -> bool:
        """Whether a finite number, in the unit of the question, is right: in the range, or near enough."""
        if self.upper is not None:
            return self.value <= value <= self.upper
        return value == self.value if self.tolerance is None else self.tolerance.takes(self.value, value)

    def leeway(self) -> str:
        return "" if self.tolerance is None else str(self.tolerance)


@dataclass(frozen=True, kw_only=True)
class DateQuestion(Question):
    """A date at the precision in which it is written: year, month or day."""

    kind = Kind.DATE
    date: PartialDate

    def right(self, part: str) -> str:
        del part
        return str(self.date)


@dataclass(frozen=True, kw_only=True)
class ClozeQuestion(Question):
    """A sentence with holes, one card for each.

    ``pieces`` alternates plain text and holes as they stand in the sentence; ``ask`` is
    the sentence with every hole filled. The card of the n-th hole (from 1) is named ``"n"``.
    """

    kind = Kind.CLOZE
    pieces: tuple[str | Hole, ...]

    def holes(self) -> tuple[Hole, ...]:
        """Return the holes in the order of the sentence."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Hole))

    def parts(self) -> tuple[str, ...]:
        return tuple(str(number) for number in range(1, len(self.holes()) + 1))

    def prompt(self, part: str) -> str:
        """Return the sentence with the hole ``part`` blank and all others filled."""
        names = iter(self.parts())
        return "".join(
            piece if isinstance(piece, str) else piece.blank() if next(names) == part else piece.accepted[0]
            for piece in self.pieces
        )

    def right(self, part: str) -> str:
        return self.accepted(part)[0]

    def accepted(self, part: str) -> tuple[str, ...]:
        return self.holes()[int(part) - 1].accepted


@dataclass(frozen=True, kw_only=True)
class RecallQuestion(Question):
    """The classic flashcard: think, turn, rate yourself. ``ask`` is the front."""

    kind = Kind.RECALL
    back: str

    def right(self, part: str) -> str:
        return self.ask if part == REVERSE else self.back
