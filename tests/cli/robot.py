"""A learner made of a rule, for the line mode."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank import bank_key, find_banks, read_bank
from quiz.card import Card, cards_of
from quiz.question import Kind
from quiz.text import clean_line
from quiz.ui.describe import right_lines
from quiz.ui.replies import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from quiz.question import Question

Cards = dict[tuple[str, str], Card]
VERDICTS = ("right", "near", "partly", "wrong")
AWAITING = ("answer", "turn", "please")
_QUESTION = re.compile(rf"\d+, \d+ left, (?P<bank>.+?)(?P<again>, again)?, (?:{'|'.join(Kind)}): (?P<ask>.*)")


class Put(NamedTuple):
    """A card as it was put: whether once more in this sitting, and the options as shown."""

    card: Card
    again: bool
    options: list[str]

    @property
    def question(self) -> Question:
        return self.card.question


def cards_below(root: Path) -> Cards:
    """Return the cards of all banks below a folder that are not drafts, by title and prompt."""
    cards: Cards = {}
    for path in find_banks(root):
        bank = read_bank(path, bank_key(path, root)).bank
        assert bank is not None
        asked = (
            card for question in bank.questions if not question.draft for card in cards_of(bank.key, question)
        )
        cards.update({(clean_line(bank.title), clean_line(card.prompt)): card for card in asked})
    return cards


class Robot(io.StringIO):
    """Standard input and output in one: hears what the program writes, and answers when asked to.

    ``rule`` says for a card that is put whether to answer rightly.
    """

    def __init__(self, cards: Cards, rule: Callable[[Put], bool]) -> None:
        super().__init__()
        self._cards = cards
        self._rule = rule
        self._started = ""
        self._put: Put | None = None
        self._right = True
        self._word = ""
        self.waits = False
        self.asked: list[Put] = []
        self.verdicts: list[tuple[str, str]] = []

    def write(self, text: str) -> int:
        self._started += text
        while "\n" in self._started:
            line, _, self._started = self._started.partition("\n")
            self._hear(*line.split(": ", 1)) if ": " in line else self._hear(line.rstrip(":"))
        return super().write(text)

    def readline(self, size: int | None = -1) -> str:
        del size
        assert self.waits, "the program waits for input without saying so"
        self.waits = False
        return self._reply() + "\n"

    def _hear(self, word: str, said: str = "") -> None:
        self.waits = word in AWAITING
        if word == "question":
            found = _QUESTION.fullmatch(said)
            assert found is not None, said
            card = self._cards[found["bank"], found["ask"]]
            self._put = Put(card, found["again"] is not None, [])
            self.asked.append(self._put)
        elif word == "option" and self._put is not None:
            self._put.options.append(said.split(": ", 1)[1])
        elif word in VERDICTS and self._put is not None:
            self.verdicts.append((self._put.card.key, word))
        assert word != "please", f"{self._put}: {said}"
        self._word = word

    def _reply(self) -> str:
        if self._put is None:
            # It was offered to go ahead.
            return "n"
        if self._word == "turn":
            return ""
        return reply(self._put, right=self._rule(self._put))


def reply(put: Put, *, right: bool) -> str:
    """Return the line that answers a card rightly, or wrongly."""
    return _right(put) if right else _wrong(put)


def _right(put: Put) -> str:
    match put.question.kind:
        case Kind.CHOICE | Kind.TRUE_FALSE | Kind.SEVERAL:
            return _numbers(put, right_lines(put.card, ""))
        case Kind.ORDER:
            return _numbers(put, map(clean_line, put.question.options()))
        case Kind.MATCH:
            return " ".join(label(put.options.index(clean_line(option))) for option in put.question.options())
        case Kind.RECALL:
            return "3"
        case _:
            return put.card.right


def _wrong(put: Put) -> str:
    rights = right_lines(put.card, "")
    match put.question.kind:
        case Kind.CHOICE | Kind.TRUE_FALSE | Kind.SEVERAL:
            return _numbers(put, [option for option in put.options if option not in rights])
        case Kind.ORDER | Kind.MATCH:
            return " ".join(reversed(_right(put).split()))
        case Kind.RECALL:
            return "1"
        case Kind.NUMBER:
            return "123456789"
        case Kind.DATE:
            return "1066" if len(put.card.right) == len("2021") else "1066-10-14"
        case _:
            return "nothing of the kind"


def _numbers(put: Put, options: Iterable[str]) -> str:
    places = [str(put.options.index(option) + 1) for option in options]
    return places[0] if put.question.kind is Kind.CHOICE else " ".join(places)
