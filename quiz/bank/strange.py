"""Keys that do not belong where they stand: what to tell the author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.bank.fields import FIELDS, Place
from quiz.bank.problem import Code, shown
from quiz.bank.suggest import nearest
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.bank.nodes import Scalar
    from quiz.bank.problem import Faults

_WHERE: Mapping[Place | Kind, str] = {
    Place.BANK: "a bank",
    Place.QUESTION: "a question",
    Place.SOURCE: "a source",
    **{kind: f"a question of the kind {kind}" for kind in Kind},
}
_CURES: Mapping[Place | Kind, str] = {
    Place.BANK: "it belongs to the bank, at the top of the file",
    Place.QUESTION: "it belongs to a question, beside its prompt",
    Place.SOURCE: "it belongs below `source:`",
}


def report_key(key: Scalar, here: Place | Kind, faults: Faults) -> None:
    """Report a key that does not belong ``here``."""
    # A guess is slow, and beyond the limit nobody would read it.
    words = (Code.UNKNOWN_KEY, "", "") if faults.is_full() else _explain(key.value, here)
    faults.at(key.start_mark, *words)


def _explain(name: str, here: Place | Kind) -> tuple[Code, str, str]:
    owners = [place for place, fields in FIELDS.items() if any(field.name == name for field in fields)]
    if owners:
        return Code.MISPLACED_KEY, f"{shown(name)} has no place in {_WHERE[here]}", _belongs(owners)
    guess = nearest(name, keys_of(here)) or nearest(name, _ALL)
    cure = f"write `{guess}`" if guess else f"take it away; the keys here are {', '.join(keys_of(here))}"
    return Code.UNKNOWN_KEY, f"{shown(name)} is no key of {_WHERE[here]}", cure


def keys_of(here: Place | Kind) -> tuple[str, ...]:
    """Return the names of the keys that may stand ``here``."""
    fields = FIELDS[here]
    names = [field.name for field in fields]
    if here is Place.QUESTION:
        names += [field.name for kind in Kind for field in FIELDS[kind]]
    elif isinstance(here, Kind):
        names += [field.name for field in FIELDS[Place.QUESTION]]
    return tuple(dict.fromkeys(names))


def _belongs(owners: list[Place | Kind]) -> str:
    places = [_CURES[owner] for owner in owners if owner in _CURES]
    if places:
        return places[-1]
    kinds = ", ".join(owners)
    return f"it belongs to the kind {kinds}: take it away, or change the other keys"


_ALL = tuple(dict.fromkeys(field.name for fields in FIELDS.values() for field in fields))
