"""From words on the command line to the cards that are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process

from quiz.errors import NothingChosen
from quiz.store import Scope, catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.store import BankRow, Store

SUGGESTIONS = 8


def choose(
    store: Store,
    banks: Sequence[BankRow],
    words: Sequence[str] = (),
    *,
    tags: Sequence[str] = (),
    kinds: Sequence[str] = (),
) -> Scope:
    """Return the scope of the banks and tags that ``words`` name, narrowed to ``tags`` and ``kinds``.

    A word names a bank by its key, the last part of its key, or its title, or all banks of a
    folder; else it is a tag.
    Without words all banks are meant. Raises ``NothingChosen`` with what there is.
    """
    known_tags = catalogue.tags(store, [bank.id for bank in banks]) if words or tags else []
    named: list[int] = []
    word_tags: list[str] = []
    for word in words:
        fitting = [bank.id for bank in banks if _names(word, bank)]
        if not fitting and word not in known_tags:
            raise NothingChosen(repr(word), _there_are(word, banks, known_tags))
        named += fitting
        word_tags += [] if fitting else [word]
    for tag in tags:
        if tag not in known_tags:
            raise NothingChosen(f"the tag {tag!r}", _there_are(tag, (), known_tags))
    everything = tuple(bank.id for bank in banks)
    if tags or not word_tags:
        return Scope(tuple(dict.fromkeys(named)) or everything, (*word_tags, *tags), tuple(kinds))
    return Scope(everything, tuple(word_tags), tuple(kinds), whole=tuple(named))


def banks_named(banks: Sequence[BankRow], word: str) -> list[BankRow]:
    """Return the banks that ``word`` names; raises ``NothingChosen`` when there is none."""
    fitting = [bank for bank in banks if _names(word, bank)]
    if not fitting:
        raise NothingChosen(repr(word), _there_are(word, banks, ()))
    return fitting


def _names(word: str, bank: BankRow) -> bool:
    folded = word.casefold()
    key = bank.key.casefold()
    return folded in (key, key.rpartition("/")[2], bank.title.casefold()) or key.startswith(f"{folded}/")


def _there_are(word: str, banks: Sequence[BankRow], tags: Sequence[str]) -> str:
    names = [bank.key for bank in banks] + list(tags)
    near = process.extract(word, names, limit=SUGGESTIONS)
    return ", ".join(name for name, _, _ in near) or "none"
