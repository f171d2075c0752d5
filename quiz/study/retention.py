"""The desired retention of a card: over all, or as the learner has it for its bank or one of its tags.

A tag comes before a bank, for it is written on the question itself: what has to be kept at 0.97 is so in
a bank kept at 0.85 too. Of several tags the highest counts. A bank's own name comes before the
name of a folder that it lies in, an inner folder before an outer one.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quiz.errors import NothingChosen
from quiz.study.choosing import banks_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.card import Card
    from quiz.store import BankRow


class Special(NamedTuple):
    """Desired retention, 0..1, that differs from that over all: by the key of a bank, and by tag."""

    banks: Mapping[str, float] = MappingProxyType({})
    tags: Mapping[str, float] = MappingProxyType({})

    def of(self, bank: str, tags: Sequence[str]) -> float | None:
        """Return that of a card of a bank with these tags; None: as over all."""
        by_tag = [self.tags[tag] for tag in tags if tag in self.tags]
        return max(by_tag) if by_tag else self.banks.get(bank)


NOTHING_SPECIAL = Special()


class Named(NamedTuple):
    """What the names of the config file stand for, and a sentence for each that names nothing."""

    special: Special
    unknown: tuple[str, ...]


def retention_of(card: Card, over_all: float, special: Special) -> float:
    """Return the desired retention of a card, 0..1."""
    found = special.of(card.bank, card.question.tags)
    return over_all if found is None else found


def special_of(banks: Sequence[BankRow], tags: Sequence[str], wanted: Mapping[str, float]) -> Named:
    """Return the desired retention that ``wanted`` gives by name; ``tags`` are all that there are.

    A name is a bank's, as on the command line, or a folder's, else a tag. Of several names
    that fit a bank equally well the highest counts.
    """
    by_bank: dict[str, tuple[int, float]] = {}
    by_tag: dict[str, float] = {}
    unknown = []
    for word, retention in wanted.items():
        try:
            named = banks_named(banks, word, tags)
        except NothingChosen as error:
            if word in tags:
                by_tag[word] = retention
            else:
                unknown.append(f"The config file sets a retention for what is neither bank nor tag. {error}")
            continue
        for bank in named:
            found = _nearness(word, bank), retention
            by_bank[bank.key] = max(found, by_bank.get(bank.key, found))
    banks_only = {key: retention for key, (_, retention) in by_bank.items()}
    return Named(Special(banks_only, by_tag), tuple(unknown))


def _nearness(word: str, bank: BankRow) -> int:
    """Return how near a name that fits a bank is to it: a folder by its depth, the bank's own nearest."""
    is_folder = bank.key.casefold().startswith(f"{word.casefold()}/")
    return word.count("/") if is_folder else bank.key.count("/") + 1
