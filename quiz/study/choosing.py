"""From words on the command line to the cards that are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.bank.suggest import NEAR
from quiz.errors import NothingChosen
from quiz.store import Scope, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.store import BankRow, Store

TOLD, MEANT = 8, 3
"""How many names are told when nothing fits, and how many at most may have been meant."""


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
            raise _nothing(repr(word), word, banks, known_tags)
        named += fitting
        word_tags += [] if fitting else [word]
    for tag in tags:
        if tag not in known_tags:
            raise _nothing(f"the tag {tag!r}", tag, (), known_tags)
    everything = tuple(bank.id for bank in banks)
    if tags or not word_tags:
        return Scope(tuple(dict.fromkeys(named)) or everything, (*word_tags, *tags), tuple(kinds))
    return Scope(everything, tuple(word_tags), tuple(kinds), whole=tuple(named))


def banks_named(banks: Sequence[BankRow], word: str, tags: Sequence[str] = ()) -> list[BankRow]:
    """Return the banks that ``word`` names; raises ``NothingChosen`` when there is none.

    ``tags`` are other names that may have been meant, to be told then.
    """
    fitting = [bank for bank in banks if _names(word, bank)]
    if not fitting:
        raise _nothing(repr(word), word, banks, tags)
    return fitting


def _names(word: str, bank: BankRow) -> bool:
    folded = word.casefold()
    key = bank.key.casefold()
    return folded in (key, key.rpartition("/")[2], bank.title.casefold()) or key.startswith(f"{folded}/")


def _nothing(said: str, word: str, banks: Sequence[BankRow], tags: Sequence[str]) -> NothingChosen:
    from rapidfuzz import process  # noqa: PLC0415 - only a fault needs it
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - likewise

    spellings = [pair for bank in banks for pair in _spellings(bank)]
    spellings += [(tag.casefold(), tag) for tag in tags]
    found = process.extract(
        word.casefold(),
        [spelling for spelling, _ in spellings],
        scorer=OSA.normalized_similarity,
        score_cutoff=NEAR,
        limit=None,
    )
    near = list(dict.fromkeys(spellings[place][1] for _, _, place in found))
    told = [name for name, _, _ in process.extract(word, [*(bank.key for bank in banks), *tags], limit=TOLD)]
    return NothingChosen(said, told, near[:MEANT])


def _spellings(bank: BankRow) -> Iterator[tuple[str, str]]:
    """Yield what ``_names`` takes for the bank or a folder above it, each with the name to be shown."""
    key = bank.key.casefold()
    for spelling in (key, key.rpartition("/")[2], bank.title.casefold()):
        yield spelling, bank.key
    parts = bank.key.split("/")[:-1]
    for end in range(1, len(parts) + 1):
        folder = "/".join(parts[:end])
        yield folder.casefold(), folder
