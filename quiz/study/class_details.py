"""What the log says of answers beside their points: the kind, the option picked, and those offered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from quiz.exchange.class_log import PARTS_APART
from quiz.progress.chance import points_by_chance
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

_SINGLE = (Kind.CHOICE, Kind.TRUE_FALSE)


class Detail(NamedTuple):
    """What answers have in common. ``kind`` is empty where the log does not say."""

    kind: str
    picked: str
    """The option picked, of questions of which one is; else empty."""

    options: tuple[str, ...]
    """Those offered and the one picked, sorted; none for other questions."""

    shown: int
    """How many were offered."""

    @property
    def by_chance(self) -> float | None:
        """The points of blind answers, 0 to below 1; None where the kind is not known."""
        return points_by_chance(Kind(self.kind), self.shown) if self.kind in set(Kind) else None


class Details(NamedTuple):
    """All that were found, and for each text of the log the number of what it says."""

    known: tuple[Detail, ...]
    numbers: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Details:
        """Return what the column ``detail`` says; in which order options were shown is not kept."""
        known: dict[Detail, int] = {}
        numbers = tuple((text, known.setdefault(detail(text), len(known))) for text in texts)
        return cls(tuple(known), numbers)


def detail(text: str) -> Detail:
    """Return what a value of the column ``detail`` says; what cannot be read is left out."""
    kind, picked, shown = text.split(PARTS_APART, 2)
    if kind not in _SINGLE:
        return Detail(kind, "", (), int(shown or 0))
    offered = _texts(shown)
    one = "".join(_texts(picked))
    return Detail(kind, one, tuple(sorted({*offered, one} - {""})), len(offered))


def _texts(written: str) -> list[str]:
    try:
        found = json.loads(f"[{written}]")
    except ValueError:
        return []
    return [one for one in found if isinstance(one, str)]
