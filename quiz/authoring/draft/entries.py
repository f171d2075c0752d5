"""Candidates as they are written in a bank."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quiz.bank.names import slug
from quiz.bank.nodes import Mapping, Scalar
from quiz.bank.nodes import Sequence as Items

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quiz.authoring.draft.candidate import Candidate
    from quiz.authoring.writing import Entry, Value
    from quiz.bank import Written
    from quiz.bank.nodes import Node


def entries_of(given: Sequence[Candidate], taken: Collection[str]) -> list[Entry]:
    """Return candidates as drafts, each with a name that is not ``taken``.

    Those of one sentence are of one group: one of them would tell the answer of another.
    """
    sentences = Counter((one.paragraph, one.quote) for one in given)
    return [
        entry_of(one, name, grouped=sentences[one.paragraph, one.quote] > 1)
        for one, name in zip(given, names(given, taken), strict=True)
    ]


def entry_of(one: Candidate, name: str, *, grouped: bool = False) -> Entry:
    """Return a candidate as a draft with this name, citing its paragraph and its sentence."""
    keys: dict[str, Value] = {
        key: list(value) if isinstance(value, list) else value for key, value in one.keys
    }
    return {
        "id": name,
        **keys,
        "source": {"paragraph": str(one.paragraph), "quote": one.quote},
        **({"group": f"p{one.paragraph}"} if grouped else {}),
        "draft": True,
    }


def names(given: Sequence[Candidate], taken: Collection[str]) -> Iterator[str]:
    """Yield a name for each: its paragraph and its answer (`p6-geneva`), and a number where that is taken."""
    used = set(taken)
    for one in given:
        answer = f"claim-{one.things[0]}" if one.truth is not None else one.answer
        name = first = f"p{one.paragraph}-{slug(answer)}"
        number = 1
        while name in used:
            number += 1
            name = f"{first}-{number}"
        used.add(name)
        yield name


def entry_of_written(one: Written) -> Entry:
    """Return a question of a bank as it is written there."""
    value = _value(one.node)
    return value if isinstance(value, dict) else {}


def _value(node: Node | None) -> Value:
    if isinstance(node, Mapping):
        return {key.value: _value(node.entries.get(key.value)) for key in node.keys}
    if isinstance(node, Items):
        return [_value(item) for item in node.items]
    return node.value.strip() if isinstance(node, Scalar) else ""
