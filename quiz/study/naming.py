"""From a word on the command line to the one question that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.suggest import NEAR
from quiz.errors import NothingChosen, UsageFault
from quiz.store import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.store import BankRow, Store
    from quiz.store.names import CardRow, Name

TOLD, MEANT = 8, 3
"""How many names are told when none is near, and how many at most may have been meant."""


class SeveralMeant(UsageFault):
    """An id that stands in several banks."""

    def __init__(self, word: str, choices: Sequence[str]) -> None:
        told = ", ".join(choices[:TOLD])
        more = f" and {len(choices) - TOLD} more" if len(choices) > TOLD else ""
        super().__init__(f"Several banks have a question {word!r}: {told}{more}. Name one of these.")


class Named(NamedTuple):
    """The question that is meant, its bank, and those of its cards that are."""

    name: Name
    bank: BankRow
    cards: tuple[CardRow, ...]


def question_named(store: Store, banks: Sequence[BankRow], word: str) -> Named:
    """Return the question that ``word`` names: ``bank/id``, or an id that only one bank has.

    ``#part`` behind it means one card. The bank's key may be cut to its last parts. A
    question in the archive, gone or faulty, is found when none in use has the name.
    Raises ``NothingChosen`` with what may have been meant, or ``SeveralMeant``.
    """
    name, _, part = word.strip().partition("#")
    found = _called(store, banks, name)
    if not found:
        raise _nothing(word, names.all_in_use(store, [bank.id for bank in banks]))
    if len(found) > 1:
        raise SeveralMeant(name, [str(one) for one in found])
    cards = names.cards_called(store, found[0])
    meant = tuple(row for row in cards if part in ("", row.card.part))
    if not meant:
        raise NothingChosen(repr(word), [row.card.key for row in cards][:TOLD])
    bank = next(bank for bank in banks if bank.id == found[0].bank_id)
    return Named(found[0], bank, meant)


def _called(store: Store, banks: Sequence[BankRow], name: str) -> list[Name]:
    """Return the questions with this name, from the archive only when none is in use."""
    key, slash, question = name.rpartition("/")
    fitting = [bank.id for bank in banks if not slash or f"/{bank.key}".endswith(f"/{key}")]
    exact = [bank.id for bank in banks if slash and bank.key == key]
    found = names.called(store, exact, question) or names.called(store, fitting, question)
    return [one for one in found if one.in_use] or found


def _nothing(word: str, choices: Sequence[str]) -> NothingChosen:
    from rapidfuzz import process  # noqa: PLC0415 - only a fault needs it

    return NothingChosen(
        repr(word), [name for name, _, _ in process.extract(word, choices, limit=TOLD)], _near(word, choices)
    )


def _near(word: str, choices: Sequence[str]) -> list[str]:
    """Return the names whose id is near to that of ``word``, and whose bank is near where it names one."""
    from rapidfuzz import process  # noqa: PLC0415 - likewise
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - likewise

    likeness = OSA.normalized_similarity
    key, _, said = word.casefold().rpartition("/")
    ids = [name.rpartition("/")[2].casefold() for name in choices]
    found = process.extract(said, ids, scorer=likeness, score_cutoff=NEAR, limit=None)
    named = ((choices[place], near) for _, near, place in found)
    both = [(name, near + likeness(key, name.rpartition("/")[0].casefold())) for name, near in named]
    least = 2 * NEAR if key else 0
    return [name for name, near in sorted(both, key=lambda one: -one[1]) if near >= least][:MEANT]
