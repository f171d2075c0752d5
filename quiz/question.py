"""What a person writes: questions, one class for each kind.

Every value here is immutable. A question has one class for each kind; what
differs between kinds is a method of the class, never a chain of tests elsewhere.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from quiz.quantity import PartialDate, Tolerance

BLANK = "_____"
REVERSE = "reverse"


class Kind(StrEnum):
    """The ten kinds of question, by the word used in banks and in the log."""

    TEXT = "text"
    CHOICE = "choice"
    TRUE_FALSE = "true-false"
    NUMBER = "number"
    DATE = "date"
    SEVERAL = "several"
    CLOZE = "cloze"
    ORDER = "order"
    MATCH = "match"
    RECALL = "recall"


class Location(NamedTuple):
    """A place in a file; line and column count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Source(NamedTuple):
    """What proves an answer: a numbered paragraph of a text, and words quoted from it.

    ``document`` is a path relative to the bank, or None for the bank's own source.
    """

    document: str | None
    paragraph: int | None
    quote: str | None


class Wrong(NamedTuple):
    """A wrong option, and why it is wrong (None when the bank does not say)."""

    text: str
    why: str | None


class Hole(NamedTuple):
    """A hole of a cloze: the answers accepted, the first one being shown, and a hint."""

    accepted: tuple[str, ...]
    hint: str | None

    def blank(self) -> str:
        """Return what is shown in place of the hole."""
        return f"{BLANK} ({self.hint})" if self.hint else BLANK


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """What all kinds have. ``ask`` is the prompt; ``id`` is unique within its bank.

    There are no slots: what a bank does not say is looked up in the class.
    """

    kind: ClassVar[Kind]

    id: str
    ask: str
    location: Location
    why: str | None = None
    hint: str | None = None
    tags: tuple[str, ...] = ()
    source: Source | None = None
    group: str | None = None
    reverse: bool = False
    shuffle: bool = True
    draft: bool = False

    def parts(self) -> tuple[str, ...]:
        """Names of the cards of this question: one empty name unless a kind says otherwise."""
        return ("", REVERSE) if self.reverse else ("",)

    def prompt(self, part: str) -> str:
        """Return what is asked for the card ``part``."""
        return self.right(part="") if part == REVERSE else self.ask

    @abstractmethod
    def right(self, part: str) -> str:
        """Return the right answer of the card ``part`` as it is shown to a learner."""

    def accepted(self, part: str) -> tuple[str, ...]:
        """Return the typed answers that count as right; empty for kinds that are not typed."""
        del part
        return ()

    def options(self) -> tuple[str, ...]:
        """Return what is picked from, in the order of the bank; empty for typed kinds."""
        return ()

    def leeway(self) -> str:
        """Return in words how far off an answer may be; empty when it may not."""
        return ""

    def why_wrong(self, option: str) -> str | None:
        """Return the bank's own explanation of a wrong option, or None."""
        del option
        return None


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
class ChoiceQuestion(Question):
    """One right option among wrong ones."""

    kind = Kind.CHOICE
    answer: str
    wrong: tuple[Wrong, ...]

    def right(self, part: str) -> str:
        del part
        return self.answer

    def options(self) -> tuple[str, ...]:
        return (self.answer, *(wrong.text for wrong in self.wrong))

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
class NumberQuestion(Question):
    """A number, with a tolerance and a unit. ``written`` is the bank's own spelling of it."""

    kind = Kind.NUMBER
    value: Decimal
    written: str
    tolerance: Tolerance | None = None
    unit: str | None = None

    def right(self, part: str) -> str:
        del part
        return f"{self.written} {self.unit}" if self.unit else self.written

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
class SeveralQuestion(Question):
    """Pick all that apply: every one of ``answers`` and none of ``wrong``."""

    kind = Kind.SEVERAL
    answers: tuple[str, ...]
    wrong: tuple[Wrong, ...]

    def right(self, part: str) -> str:
        del part
        return "; ".join(self.answers)

    def options(self) -> tuple[str, ...]:
        return (*self.answers, *(wrong.text for wrong in self.wrong))

    def why_wrong(self, option: str) -> str | None:
        return next((wrong.why for wrong in self.wrong if wrong.text == option), None)


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


@dataclass(frozen=True, kw_only=True)
class RecallQuestion(Question):
    """The classic flashcard: think, turn, rate yourself. ``ask`` is the front."""

    kind = Kind.RECALL
    back: str

    def right(self, part: str) -> str:
        return self.ask if part == REVERSE else self.back
