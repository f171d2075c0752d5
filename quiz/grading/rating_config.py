"""The table of suggested ratings as a person sets it in the config file."""

from __future__ import annotations

from dataclasses import fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from quiz.errors import UsageFault
from quiz.grading.rating import TABLE, RatingTable
from quiz.question import Kind
from quiz.review import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = "most"
RATINGS = "again, hard, good or easy"
_NUMBERS: Mapping[str, tuple[float, float, str]] = {
    "luck_from": (0.01, 1.0, "a number from 0.01 to 1"),
    "slow_times": (1.0, 1000.0, "a number from 1 to 1000"),
}
_RATINGS = {rating.name.lower(): rating for rating in Rating}
_CELLS = tuple(field.name for field in fields(RatingTable))


class BadRatingCell(UsageFault):
    """A cell of the table of suggested ratings has a value that it cannot have."""

    def __init__(self, name: str, value: object, wanted: str) -> None:
        super().__init__(f"The suggested rating {name} is {value!r}; it has to be {wanted}.")


class UnknownRatingCell(UsageFault):
    """The config sets a cell that the table of suggested ratings does not have."""

    def __init__(self, name: str, known: str) -> None:
        super().__init__(f"There is no suggested rating {name!r} to set. There are: {known}.")


def rating_table(values: Mapping[str, object], table: RatingTable = TABLE) -> RatingTable:
    """Return ``table`` with the cells that ``values`` sets; none set, the table itself.

    Keys are the fields of ``RatingTable``. Ratings are words (``hard``), ``luck_from`` and
    ``slow_times`` numbers, ``most`` holds words by kind (``{"choice": "hard"}``), as TOML gives
    them. Raises ``UnknownRatingCell`` or ``BadRatingCell``.
    """
    cells: dict[str, Any] = {name: _cell(name, value) for name, value in values.items()}
    return replace(table, **cells)


def _cell(name: str, value: object) -> object:
    if name not in _CELLS:
        raise UnknownRatingCell(name, ", ".join(_CELLS))
    if name in _NUMBERS:
        return _number(name, value)
    return _most(value) if name == MOST else _rating(name, value)


def _rating(name: str, value: object) -> Rating:
    found = _RATINGS.get(value.strip().lower()) if isinstance(value, str) else None
    if found is None:
        raise BadRatingCell(name, value, RATINGS)
    return found


def _number(name: str, value: object) -> float:
    low, high, wanted = _NUMBERS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise BadRatingCell(name, value, wanted)
    return float(value)


def _most(value: object) -> Mapping[Kind, Rating]:
    if not isinstance(value, dict):
        raise BadRatingCell(MOST, value, "a table of kinds, each with again, hard, good or easy")
    return MappingProxyType(
        {_kind(kind): _rating(f"{MOST}.{kind}", rating) for kind, rating in value.items()}
    )


def _kind(name: object) -> Kind:
    """Return the kind that a rating is bound for; a recall is rated by the learner and has none."""
    known = [kind.value for kind in Kind if kind is not Kind.RECALL]
    if name not in known:
        raise UnknownRatingCell(f"{MOST}.{name}", ", ".join(f"{MOST}.{kind}" for kind in known))
    return Kind(name)
