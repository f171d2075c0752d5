"""What is scheduled and asked: cards, the banks that they come from, and a card as it is put."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.question import Question


@dataclass(frozen=True, slots=True)
class Card:
    """What is scheduled: one part of a question of the bank with the key ``bank``."""

    bank: str
    question: Question
    part: str = ""

    @property
    def key(self) -> str:
        """The name of this card in the log: ``bank/id`` or ``bank/id#part``."""
        return card_key(self.bank, self.question.id, self.part)

    @property
    def siblings(self) -> str:
        """Cards with the same value here are siblings: of one question, or of one group."""
        return sibling_name(self.bank, self.question.id, self.question.group)

    @property
    def prompt(self) -> str:
        """What is asked."""
        return self.question.prompt(self.part)

    @property
    def right(self) -> str:
        """The right answer, as shown."""
        return self.question.right(self.part)

    @property
    def accepted(self) -> tuple[str, ...]:
        """Typed answers that count as right."""
        return self.question.accepted(self.part)

    @property
    def revision(self) -> str:
        """16 hex digits that change when what is asked or what is right changes."""
        question = self.question
        asked = [question.kind, self.prompt, self.right, self.accepted, question.options(), question.leeway()]
        if question.exact:  # told only then, so that all others keep the digits that logs have of them
            asked.append("exact")
        text = json.dumps(asked, ensure_ascii=False)
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def card_key(bank: str, question_id: str, part: str) -> str:
    """Return the name of a card in the log."""
    return f"{bank}/{question_id}#{part}" if part else f"{bank}/{question_id}"


def sibling_name(bank: str, question_id: str, group: str | None) -> str:
    """Return the name of a set of siblings; a group never meets a question of the same name."""
    return f"{bank}/{question_id}" if group is None else f"{bank}//{group}"


def cards_of(bank: str, question: Question) -> tuple[Card, ...]:
    """Return the cards of a question of the bank with the key ``bank``, in order."""
    return tuple(Card(bank, question, part) for part in question.parts())


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """One bank file as read: its sound questions, in order. ``key`` names it in the log."""

    key: str
    path: str
    title: str
    description: str | None = None
    language: str = "en"
    source: str | None = None
    tags: tuple[str, ...] = ()
    questions: tuple[Question, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Asked:
    """A card as it is put before the learner.

    ``shown`` holds the options in the order of the screen (for a match, the right sides),
    empty for typed kinds and recall; ``number`` counts from 1 within the sitting; ``left``
    is how many cards are still to come after this one; ``again`` says that it was asked before.
    """

    card: Card
    shown: tuple[str, ...]
    number: int
    left: int
    again: bool = False
    title: str = ""
    """The bank's title, where it is known."""

    exam: bool = False
    """Whether it stands in an exam, where there are no hints."""

    told: str = ""
    """What else is told of the sitting, as the time left in an exam."""

    language: str = ""
    """The bank's language, in which dates are told; where it is empty they are told in ISO 8601."""
