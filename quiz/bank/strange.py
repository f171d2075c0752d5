"""Keys that do not belong where they stand: what to tell the author."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from quiz.bank.commas import splits
from quiz.bank.fields import FIELDS, Place
from quiz.bank.problem import Code, shown
from quiz.bank.suggest import meant, nearest
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from quiz.bank import nodes
    from quiz.bank.commas import Split
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


def report_key(
    key: Scalar,
    here: Place | Kind,
    faults: Faults,
    present: Collection[str] = (),
    missing: Sequence[str] = (),
) -> None:
    """Report a key that does not belong ``here``, beside those that are ``present``.

    ``missing`` are keys that are needed there; one of them may be what is meant.
    """
    # A guess is slow, and beyond the limit nobody would read it.
    full = faults.is_full()
    words = (Code.UNKNOWN_KEY, "", "") if full else _explain(key.value, here, present, missing)
    faults.at(key.start_mark, *words)


def report_keys(
    mapping: nodes.Mapping,
    strange: Collection[str],
    here: Place | Kind,
    faults: Faults,
    missing: Sequence[str] = (),
) -> bool:
    """Report the ``strange`` keys of a mapping; return whether they may be all that are ``missing``.

    What a comma cuts off from the text before it is told as that, once for each text.
    """
    cut: dict[str, Split | None] = {} if faults.is_full() else splits(mapping, _unknown(strange, here))
    unclear = 0
    for key in mapping.keys:
        split = cut.get(key.value)
        if split is not None:
            faults.at(key.start_mark, Code.UNKNOWN_KEY, split.message, split.cure)
        elif key.value in strange and key.value not in cut:
            report_key(key, here, faults, mapping.entries, missing)
            unclear += not faults.is_full() and not _owners(key.value) and guessed(key.value, here) is None
    return 0 < len(missing) <= unclear


def _unknown(strange: Collection[str], here: Place | Kind) -> set[str]:
    return {name for name in strange if not _owners(name) and guessed(name, here) is None}


def guessed(name: str, here: Place | Kind) -> str | None:
    """Return the key that an unknown one likely means ``here``; None for one that is known elsewhere."""
    return None if _owners(name) else meant(name, keys_of(here))


def _owners(name: str) -> list[Place | Kind]:
    return [place for place, fields in FIELDS.items() if any(field.name == name for field in fields)]


def _explain(
    name: str, here: Place | Kind, present: Collection[str], missing: Sequence[str]
) -> tuple[Code, str, str]:
    owners = _owners(name)
    if owners:
        return Code.MISPLACED_KEY, f"{shown(name)} has no place in {_WHERE[here]}", _belongs(owners, here)
    around = name.replace(name.strip(), "", 1)
    if around and name.strip():
        message = f"the key {shown(name)} has the space {_called(around[0])} beside it"
        return Code.UNKNOWN_KEY, message, "write plain spaces in its place, or none"
    message = f"{shown(name)} is no key of {_WHERE[here]}{_holding(name, here)}"
    return Code.UNKNOWN_KEY, message, _cure(guessed(name, here), here, present, missing)


def _cure(guess: str | None, here: Place | Kind, present: Collection[str], missing: Sequence[str]) -> str:
    keys = ", ".join(keys_of(here))
    if guess in present:
        return f"keep one of it and `{guess}`, which stands here already"
    if guess:
        return f"write `{guess}`"
    if missing:
        needed = " or ".join(f"`{name}`" for name in missing)
        return f"write {needed}, which is missing here, if that is meant; the keys here are {keys}"
    if here is Place.QUESTION:
        return f"write the key that is meant, such as `ask` or `answer`; the keys here are {keys}"
    return f"take it away; the keys here are {keys}"


def _holding(name: str, here: Place | Kind) -> str:
    """Return which letter does not belong into a key that looks like one of those ``here``."""
    strange = next((letter for letter in name if not letter.isascii()), None)
    if strange is None or nearest(name, keys_of(here)) is None:
        return ""
    return f", for it holds {_called(strange)}"


def _called(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return f"U+{ord(letter):04X} ({name})" if name else f"U+{ord(letter):04X}"


def keys_of(here: Place | Kind) -> tuple[str, ...]:
    """Return the names of the keys that may stand ``here``."""
    fields = FIELDS[here]
    names = [field.name for field in fields]
    if here is Place.QUESTION:
        names += [field.name for kind in Kind for field in FIELDS[kind]]
    elif isinstance(here, Kind):
        names += [field.name for field in FIELDS[Place.QUESTION]]
    return tuple(dict.fromkeys(names))


def is_key(name: str) -> bool:
    """Whether a key of this name stands anywhere in a bank."""
    return any(name in keys_of(place) for place in Place)


def unspaced(text: str) -> str | None:
    """Return the cure for a text that is a key and its value with no space between, None for another text."""
    key, colon, _ = text.partition(":")
    return f"write a space behind the colon of `{key}:`" if colon and is_key(key) else None


def _belongs(owners: list[Place | Kind], here: Place | Kind) -> str:
    places = [_CURES[owner] for owner in owners if owner in _CURES]
    if places:
        return places[-1]
    if here is Place.BANK:
        return _CURES[Place.QUESTION]
    kinds = ", ".join(owners)
    return f"it belongs to the kind {kinds}: take it away, or change the other keys"
