"""What all questions have, and the values that they are made of."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, NamedTuple

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

    ``document`` is a path relative to the bank, or None for the bank's own source. ``also`` are
    further paragraphs that the answer needs, in the order of the bank; none without ``paragraph``.
    """

    document: str | None
    paragraph: int | None
    quote: str | None
    also: tuple[int, ...] = ()

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """All paragraphs that are cited, the one with the quote first; empty when none is."""
        return () if self.paragraph is None else (self.paragraph, *self.also)


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

    ``exact``: what is typed has to be an accepted answer letter for letter.
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
    exact: bool = False

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
