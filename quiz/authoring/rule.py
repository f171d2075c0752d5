"""What a rule is: a pure function, and a page about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from quiz.authoring.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quiz.authoring.finding import Found
    from quiz.authoring.material import Material
    from quiz.bank import Written

    Find = Callable[[Sequence[Material]], Iterable[Found]]


class Family(StrEnum):
    """What rules are about; a family can be chosen or left out as a whole."""

    SHAPE = "shape"
    ANSWER = "answer"
    WORDING = "wording"
    GROUNDING = "grounding"


@dataclass(frozen=True, slots=True)
class Example:
    """A bank, and the text behind it as ``text.md``."""

    bank: str
    text: str = ""


def questions(body: str, text: str = "", head: str = "") -> Example:
    """Return an example from the lines below ``questions:``; with a ``text``, it is the bank's source.

    ``head`` holds further lines of the bank, each with its line feed.
    """
    source = "source: text.md\n" if text else ""
    return Example(f"quiz: 1\ntitle: An example\n{source}{head}questions:\n{body}", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. ``find`` looks at all banks of a run and tells what it finds.

    ``about`` says in a few sentences what is found and why it matters, naming the literature
    it comes from. ``bad`` is found and ``good`` is not. ``on``: whether it is used unless it
    is left out; otherwise it is used when it is named.
    """

    code: str
    family: Family
    about: str
    bad: Example
    good: Example
    find: Find
    severity: Severity = Severity.WARNING
    on: bool = True


@dataclass(frozen=True, slots=True)
class EachQuestion:
    """What looks at every question of every bank; what it says of one, no other question changes."""

    look: Callable[[Written, Material], Iterator[Found]]

    def __call__(self, banks: Sequence[Material]) -> Iterator[Found]:
        """Yield what it finds in these banks."""
        for bank in banks:
            for written in bank.written:
                yield from self.look(written, bank)


def each_question(look: Callable[[Written, Material], Iterator[Found]]) -> Find:
    """Return what looks at every question of every bank, one by one."""
    return EachQuestion(look)


def each_bank(look: Callable[[Material], Iterator[Found]]) -> Find:
    """Return what looks at every bank that could be read at all, one by one."""

    def find(banks: Sequence[Material]) -> Iterator[Found]:
        for bank in filter(lambda one: one.is_text, banks):
            yield from look(bank)

    return find
