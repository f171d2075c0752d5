"""Which kind a question is, and what is read of it, decided by its keys alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.bank.fields import FIELDS, Place
from quiz.bank.kinds import BUILDS, FINISHERS, LISTED
from quiz.bank.shapes import READERS
from quiz.bank.strange import keys_of
from quiz.bank.suggest import meant
from quiz.question import Kind, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from quiz.bank.fields import Field
    from quiz.bank.kinds import Finisher
    from quiz.bank.nodes import Node
    from quiz.bank.scalars import Context

SIGNS = (
    ("claim", Kind.TRUE_FALSE),
    ("cloze", Kind.CLOZE),
    ("front", Kind.RECALL),
    ("back", Kind.RECALL),
    ("number", Kind.NUMBER),
    ("date", Kind.DATE),
    ("order", Kind.ORDER),
    ("match", Kind.MATCH),
    ("answers", Kind.SEVERAL),
    ("wrong", Kind.CHOICE),
    ("options", Kind.CHOICE),
    ("answer", Kind.TEXT),
)
"""The key that shows a kind; the first one that is there decides."""


GUESSES = 3
"""How many unknown keys of one question are taken for misspelt ones at most."""


class Step(NamedTuple):
    """Read the value of ``key`` (``shown`` in messages) into ``attribute``."""

    key: str
    shown: str
    attribute: str
    read: Callable[[Node, str, Context], Any]


class Plan(NamedTuple):
    """What to do with a question that has certain keys.

    ``kind`` is None when none is to be seen; ``build`` is the bare Question then. ``strange``
    are keys that do not belong there, ``missing`` keys that the kind needs; keys that are
    likely misspelt do not count as missing.
    """

    kind: Kind | None
    build: type[Question]
    steps: tuple[Step, ...]
    finish: Finisher | None
    strange: tuple[str, ...]
    missing: tuple[str, ...]
    has_faults: bool


@lru_cache(maxsize=256)
def plan(keys: tuple[str, ...], said: Kind | None) -> Plan:
    """Return the plan for the keys of a question whose own word on its kind is ``said``."""
    unknown = [key for key in keys if key not in _KEYS][:GUESSES]
    shows = {*keys, *(meant(key, _KEYS) for key in unknown)}
    kind = said or next((kind for sign, kind in SIGNS if sign in shows), None)
    fields = _FIELDS[kind]
    there = {*keys, *(meant(key, fields) for key in unknown)}
    strange = tuple(key for key in keys if key not in fields)
    missing = tuple(name for name, field in fields.items() if kind and _is_missing(field, there))
    finishers = {**FINISHERS, **LISTED} if "options" in keys else FINISHERS
    return Plan(
        kind,
        BUILDS[kind] if kind else Question,
        tuple(_step(fields[key]) for key in keys if key in fields and key != "kind"),
        finishers.get(kind) if kind else None,
        strange,
        missing,
        has_faults=kind is None or bool(strange or missing),
    )


def _is_missing(field: Field, there: Collection[str | None]) -> bool:
    return field.needed and field.name not in there and field.instead not in there


def _step(field: Field) -> Step:
    return Step(field.name, f"`{field.name}`", field.attribute, READERS[field.shape])


def _by_name(fields: Iterable[Field]) -> dict[str, Field]:
    return {field.name: field for field in fields}


_COMMON = FIELDS[Place.QUESTION]
_FIELDS: dict[Kind | None, dict[str, Field]] = {
    None: _by_name((*(field for kind in Kind for field in FIELDS[kind]), *_COMMON)),
    **{kind: _by_name((*FIELDS[kind], *_COMMON)) for kind in Kind},
}
_KEYS = keys_of(Place.QUESTION)
