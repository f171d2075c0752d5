"""Which rules a check uses: codes and families that were named, unknown ones refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.rule import Family
from quiz.authoring.rules import RULES
from quiz.authoring.silencing import SILENCING
from quiz.bank import Code
from quiz.bank.suggest import nearest
from quiz.errors import UsageFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.authoring.rule import Rule

EVERY = (*RULES, *SILENCING)
"""All rules that can be chosen, those about comments last."""

ALL = "all"
DEFAULT = "default"
"""Words that name every rule, and those that are on by default."""

HISTORY = "history"
HISTORIES = tuple(
    f"{HISTORY}-{what}"
    for what in ("kept", "asked-again", "renamed", "archived", "unread", "returned", "unknown")
)
"""Notes on what the next load will do to learners' histories; no rule of this room makes them."""

UNCHECKED = frozenset({Code.UNREADABLE, Code.NO_BANK, Code.BROKEN_YAML})
"""Faults that keep rules from looking; they are told whatever is selected."""


class UnknownRule(UsageFault):
    """No rule and no family has the name."""

    def __init__(self, word: str, near: str | None) -> None:
        told = f"Did you mean {near}? " if near else ""
        super().__init__(
            f"There is no rule or family {word!r}. {told}`quiz check --explain all` names them all."
        )


def words(given: Iterable[str]) -> list[str]:
    """Return the words of options that may each hold several, with commas between them."""
    return [word.strip() for option in given for word in option.split(",") if word.strip()]


def chosen(rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Return the rules that are used, in their order.

    ``select`` and ``ignore`` hold codes, families, ``all`` or ``default``. Without ``select``
    the rules that are on by default are used; with it those that it names and no others, but
    for the faults that keep rules from looking. ``ignore`` wins over ``select``. Raises
    ``UnknownRule``.
    """
    picked = words(select)
    wanted = named(rules, picked) | UNCHECKED if picked else named(rules, [DEFAULT])
    left_out = named(rules, words(ignore))
    return tuple(rule for rule in rules if rule.code in wanted - left_out)


def named(rules: Sequence[Rule], given: Iterable[str]) -> set[str]:
    """Return the codes of the rules that are named by code or family; raises ``UnknownRule``."""
    return {rule.code for word in given for rule in meant(rules, word)}


def histories(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> set[str]:
    """Return the codes of the notes on histories that are told: all of them unless something is selected."""
    picked, left_out = words(select), words(ignore)
    return _histories(picked or [DEFAULT]) - _histories(left_out)


def _histories(given: Iterable[str]) -> set[str]:
    return {code for word in given for code in HISTORIES if word in {code, HISTORY, ALL, DEFAULT}}


def meant(rules: Sequence[Rule], word: str) -> tuple[Rule, ...]:
    """Return the rules that a code, a family, ``all`` or ``default`` means; raises ``UnknownRule``."""
    found = tuple(
        rule for rule in rules if word in {rule.code, rule.family, ALL} or (word == DEFAULT and rule.on)
    )
    others = (*Family, ALL, DEFAULT, HISTORY, *HISTORIES)
    if not found and word not in others:
        raise UnknownRule(word, nearest(word, (*(rule.code for rule in rules), *others)))
    return found
