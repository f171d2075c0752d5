"""Units: which ones are the same, and what one is in another."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from quiz.grading.fold import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHORTEST_WORD = 4


class Unit(NamedTuple):
    """How many of the base unit of its dimension a unit is."""

    dimension: str
    size: Decimal


_PREFIXES = {
    "n nano": "1e-9", "\N{MICRO SIGN} \N{GREEK SMALL LETTER MU} u micro": "1e-6", "m milli": "1e-3",
    "c centi": "1e-2", "": "1", "k kilo": "1e3", "M mega": "1e6", "G giga": "1e9", "T tera": "1e12",
}  # fmt: skip
_METRIC = (
    "m metre meter", "g gram gramme", "s second", "W watt", "J joule", "V volt", "A ampere amp",
    "Hz hertz", "Pa pascal", "N newton", "l L litre liter", "Wh watthour", "eV electronvolt", "B byte",
    "ton tonne",
)  # fmt: skip
_OTHERS = (
    ("length", "0.0254", "in inch inches"), ("length", "0.3048", "ft foot feet"),
    ("length", "0.9144", "yd yard"), ("length", "1609.344", "mi mile"),
    ("length", "1852", "nmi"), ("mass", "453.59237", "lb lbs pound"), ("mass", "28.349523125", "oz ounce"),
    ("mass", "1000000", "t"), ("time", "60", "min minute"), ("time", "3600", "h hr hour"),
    ("time", "86400", "d day"), ("time", "604800", "wk week"), ("years", "1", "y yr year"),
    ("years", "10", "decade"), ("years", "100", "century centuries"),
    ("years", "1000", "millennium millennia"),
    ("speed", "1", "km/h kmh kph"), ("speed", "3.6", "m/s"), ("speed", "1.609344", "mph"),
    ("percent", "1", "% percent pct procent prozent"), ("celsius", "1", "°c c celsius centigrade"),
    ("fahrenheit", "1", "°f fahrenheit"), ("kelvin", "1", "K kelvin"), ("degree", "1", "° deg degree"),
    ("dollar", "1", "$ usd us$ dollar"), ("euro", "1", "€ eur euro"), ("sterling", "1", "£ gbp pound"),
    ("yen", "1", "¥ jpy yen"), ("area", "10000", "ha hectare"), ("area", "1", "m2 m²"),
    ("area", "1000000", "km2 km²"), ("area", "4046.8564224", "acre"),
)  # fmt: skip
_DIMENSIONS = {"m": "length", "g": "mass", "s": "time", "ton": "mass"}
_TONNE = 10**6


def conversion(typed: str, unit: str) -> Decimal | None:
    """Return how many of ``unit`` one of ``typed`` is, or None when it is another thing.

    The same word in another case, number or accent is the same unit, but for the prefixes
    that only case tells apart (mW, MW). Degrees alone are the question's degrees. Units that
    the table does not know are only themselves.
    """
    if typed == unit:
        return Decimal(1)
    known, wanted = _lookup(typed), _lookup(unit)
    for one in known:
        for other in wanted:
            if one.dimension == other.dimension:
                return one.size / other.size
    bare_degree = unit.startswith("°") and any(one.dimension == "degree" for one in known)
    alike = _word(typed) == _word(unit) and not (known and wanted)
    return Decimal(1) if alike or bare_degree else None


def _word(text: str) -> str:
    words = re.findall(r"[^\s.]+", bare(text.casefold()))
    return " ".join(word.removesuffix("s") if len(word) >= SHORTEST_WORD else word for word in words)


def _lookup(text: str) -> list[Unit]:
    """Return what the text may mean, as it is written, else in small letters and singular."""
    text = text.replace("per cent", "percent").replace("degrees ", "").replace("º", "°").strip(". ")
    ways = (text, bare(text.casefold()), _word(text))
    return next((_TABLE[way] for way in (way.replace(" ", "") for way in ways) if way in _TABLE), [])


def _named() -> Iterator[tuple[str, Unit]]:
    for base in _METRIC:
        symbol = base.split()[0]
        for prefixes, size in _PREFIXES.items():
            scale = Decimal(size) * (_TONNE if symbol == "ton" else 1)
            unit = Unit(_DIMENSIONS.get(symbol, symbol), scale)
            for name in base.split():
                yield from ((prefix + name, unit) for prefix in _fitting(prefixes, name))
    for dimension, size, names in _OTHERS:
        yield from ((name, Unit(dimension, Decimal(size))) for name in names.split())


def _fitting(prefixes: str, name: str) -> list[str]:
    """Return the prefixes that go with a name: short ones with symbols, long ones with words."""
    short = len(name) < SHORTEST_WORD - 1
    return [prefix for prefix in prefixes.split() if (len(prefix) < SHORTEST_WORD) == short] or [""] * (
        not prefixes
    )


def _gather() -> Mapping[str, list[Unit]]:
    table: dict[str, list[Unit]] = {}
    for name, unit in _named():
        table.setdefault(name, []).append(unit)
    return table


_TABLE = _gather()
