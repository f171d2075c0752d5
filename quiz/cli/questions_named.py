"""From a word to the question that is meant; what names none is told with what may have been meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank import read_bank
from quiz.bank.ids_written import places_of_ids
from quiz.bank.problem import shown, shown_path
from quiz.cli.missing import text_in
from quiz.cli.targets import Target, as_seen, below, called, known_banks
from quiz.errors import NothingChosen, UsageFault, either
from quiz.study.naming import SeveralMeant, question_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.cli.common import Desk
    from quiz.study.naming import Named


class NoQuestion(UsageFault):
    """No question has the name, or several have it."""


class NoneFits(NoQuestion):
    """No question has the name; ``near`` are those that may be meant, ``bank`` is the one that was named."""

    def __init__(self, word: str, near: Sequence[str], bank: str | None) -> None:
        if near:
            super().__init__(f"There is no question {shown(word)}. Did you mean {either(near)}?")
        elif bank:
            said = shown(word.rpartition("/")[2])
            super().__init__(
                f"The bank {shown_path(bank)} has no question {said}. "
                f"`quiz list {shown_path(bank)}` names those that it has."
            )
        else:
            super().__init__(
                f"There is no question {shown(word)}. `quiz list BANK` names the questions of a bank."
            )


class NoCard(NoQuestion):
    """The question has no such part."""

    def __init__(self, part: str, cards: Sequence[str]) -> None:
        super().__init__(f"There is no card {shown(part)} of this question. It has {', '.join(cards)}.")


class NoWord(NoQuestion):
    """The name is empty."""

    def __init__(self) -> None:
        super().__init__("Name a question, as BANK/ID. `quiz list BANK` names those of a bank.")


class IsBank(NoQuestion):
    """A bank has the name, or a folder of banks."""

    def __init__(self, word: str, what: str, name: str) -> None:
        super().__init__(
            f"{shown_path(word)} is {what}, no question. `quiz list {shown_path(name)}` names what is in it."
        )


class HasFault(NoQuestion):
    """The question is written in a bank, but cannot be read."""

    def __init__(self, place: Place) -> None:
        where = f"{shown_path(str(as_seen(place.target.path)))}:{place.line}"
        super().__init__(
            f"The question at {where} has a fault, or stands behind one, and was never loaded. "
            "`quiz load` names the fault."
        )


class Place(NamedTuple):
    """A line, from 1, of a bank."""

    target: Target
    line: int


def question_meant(opened: Desk, word: str) -> Named:
    """Return the question that a word names as ``question_named`` does; raises NoQuestion with the cure."""
    try:
        return _named(opened, word)
    except NothingChosen as nothing:
        raise _told(opened, word, nothing) from None


def place_meant(opened: Desk, word: str) -> Place:
    """Return where to edit what a word names: a question, also one that could never be loaded, or a bank.

    A bank is entered at its first fault. Raises NoQuestion with the cure.
    """
    known = known_banks(opened.settings)
    written = next(faulty(word, known), None)
    try:
        named = _named(opened, word)
    except NothingChosen as nothing:
        bank = bank_meant(word, known)
        place = written or (Place(bank, _first_fault(bank)) if bank else None)
        if place is None:
            raise _told(opened, word, nothing) from None
        return place
    path, line, _ = named.cards[0].card.question.location
    if written and not named.name.in_use and str(written.target.path) == path:
        return written  # the line that is known is that of its last sound day
    return Place(Target(Path(path), named.bank.key), line)


def _first_fault(bank: Target) -> int:
    problems = read_bank(bank.path, bank.key).problems
    return min((problem.location.line for problem in problems), default=1)


def _named(opened: Desk, word: str) -> Named:
    try:
        return question_named(opened.store, opened.loaded.banks, word)
    except SeveralMeant as several:
        raise NoQuestion(str(several)) from None


def _told(opened: Desk, word: str, nothing: NothingChosen) -> NoQuestion:
    name, _, part = word.strip().rstrip("/").partition("#")
    if part:
        return _told_of_part(opened, name, part)
    if not name:
        return NoWord()
    known = known_banks(opened.settings)
    if bank := bank_meant(name, known):
        return IsBank(name, "a bank", bank.key)
    if below(name, known):
        return IsBank(name, "a folder of banks", name)
    if place := next(faulty(name, known), None):
        return HasFault(place)
    around = bank_meant(name.rpartition("/")[0], known) if "/" in name else None
    return NoneFits(name, nothing.near, around.key if around else None)


def _told_of_part(opened: Desk, name: str, part: str) -> NoQuestion:
    try:
        return NoCard(part, [row.card.key for row in _named(opened, name).cards])
    except NothingChosen as nothing:
        return _told(opened, name, nothing)


def bank_meant(word: str, known: Sequence[Target]) -> Target | None:
    """Return the first bank of these that a word names by path, key or title; None for none, or no word."""
    name = word.strip().rstrip("/")
    named = [one for one in known if name in (str(one.path), str(as_seen(one.path)))]
    return next(iter(named or called(name, known)), None) if name else None


def faulty(word: str, known: Sequence[Target]) -> Iterator[Place]:
    """Yield where ids are written that a word names, ``bank/id`` or an id; of use where none is loaded."""
    around, _, name = word.strip().partition("#")[0].rpartition("/")
    for one in known:
        place = places_of_ids(text_in(str(one.path))).get(name) if _fits(one.key, around) else None
        if place is not None:
            yield Place(one, place[0])


def _fits(key: str, around: str) -> bool:
    return not around or f"/{key}".endswith(f"/{around}")
