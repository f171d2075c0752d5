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
    """How many of the base unit of its dimension a unit is, and what is added to a value before.

    Only temperatures have such a ``zero``: their scales do not begin at the same place.
    """

    dimension: str
    size: Decimal
    zero: Decimal = Decimal(0)


_PREFIXES = {
    "n nano": "1e-9", "\N{MICRO SIGN} \N{GREEK SMALL LETTER MU} u micro": "1e-6", "m milli м милли": "1e-3",
    "c centi \N{CYRILLIC SMALL LETTER ES} санти": "1e-2", "": "1",
    "k kilo chilo quilo к кило": "1e3", "M mega": "1e6",
    "G giga": "1e9", "T tera": "1e12",
}  # fmt: skip
_METRIC = (
    "m metre meter metro metri metry metrow м метр метра метров",
    "g gram gramme gramm gramo grammo grammi grama gramy gramow грамм грамма граммов",
    "s second sekunde sekunden seconde segundo secondo secondi", "W watt", "J joule", "V volt",
    "A ampere amp", "Hz hertz", "Pa pascal", "N newton", "Wh watthour",
    "l L litre liter litro litri litry litrow л литр литра литров",
    "eV electronvolt", "B byte", "ton tonne",
)  # fmt: skip
_OTHERS = (
    ("mass", "1", "\N{CYRILLIC SMALL LETTER GHE}"), ("mass", "1000", "кг"), ("mass", "0.001", "мг"),
    ("length", "0.0254", "in inch inches"), ("length", "0.3048", "ft foot feet"),
    ("length", "0.9144", "yd yard"), ("length", "1609.344", "mi mile"),
    ("length", "1852", "nmi"), ("mass", "453.59237", "lb lbs pound"), ("mass", "28.349523125", "oz ounce"),
    ("mass", "1000000", "t"), ("time", "60", "min minute minuten minuto minuti minuut"),
    ("time", "3600", "h hr hour stunde stunden heure hora ora ore uur uren"),
    ("time", "86400", "d day tag tage jour dia giorno giorni dag dagen"),
    ("time", "604800", "wk week woche wochen semaine semana settimana settimane weken"),
    ("years", "1", "month monat monate monaten mois mes meses mese mesi maand maanden"),
    ("years", "12", "y yr year jahr jahre an ans annee ano anno anni jaar jaren"),
    ("time", "1", "sec sek sekunda sekundy sekund saniye"), ("time", "60", "minuta minuty minut dakika"),
    ("time", "3600", "std godz godzina godziny godzin saat"), ("time", "86400", "dzien dni gun"),
    ("time", "604800", "tydzien tygodnie tygodni hafta"),
    ("years", "1", "miesiac miesiace miesiecy ay"), ("years", "12", "rok lata lat yil"),
    ("years", "120", "decade"), ("years", "1200", "century centuries"),
    ("years", "12000", "millennium millennia"),
    ("speed", "1", "km/h kmh kph kilometreperhour kilometerperhour"),
    ("speed", "3.6", "m/s metrepersecond meterpersecond"), ("speed", "1.609344", "mph mileperhour"),
    ("speed", "3600", "km/s kilometrepersecond kilometerpersecond"),
    ("speed", "0.036", "cm/s centimetrepersecond centimeterpersecond"),
    ("speed", "1.09728", "ft/s fps footpersecond feetpersecond"), ("speed", "1.852", "kn kt knot"),
    ("percent", "1", "% percent pct procent prozent pourcent porciento percento porcento"),
    ("percent", "1", "процент процента процентов"),
    ("degree", "1", "° deg degree"), ("l", "1000", "m3 m³"), ("l", "1", "dm3 dm³"), ("l", "0.001", "cm3 cm³"),
    ("dollar", "1", "$ usd us$ dollar"), ("euro", "1", "€ eur euro"), ("sterling", "1", "£ gbp pound"),
    ("dollar", "0.01", "¢ cent"), ("euro", "0.01", "cent"), ("sterling", "0.01", "penny pence"),
    ("yen", "1", "¥ jpy yen"), ("area", "10000", "ha hectare"), ("area", "1", "m2 m²"),
    ("area", "1000000", "km2 km²"), ("area", "4046.8564224", "acre"),
)  # fmt: skip
_TEMPERATURES = (
    ("9", "273.15", "°c c celsius centigrade"), ("5", "459.67", "°f f fahrenheit"), ("9", "0", "K kelvin"),
)  # fmt: skip
"""In ninths of a kelvin, so that all of them are whole."""

_MARKS = (("ft", ("ft", "in")), ("s", ("min", "s")))
"""What ' and " are behind a number: feet and inches of a length, minutes and seconds of a time."""

_ASKED = re.compile(r"[^\W\d_]+|%")
_DIMENSIONS = {"m": "length", "g": "mass", "s": "time", "ton": "mass"}
_TONNE = 10**6


def conversion(typed: str, unit: str) -> Decimal | None:
    """Return how many of ``unit`` one of ``typed`` is, or None when it is another thing.

    The same word in another case, number or accent is the same unit, but for the prefixes
    that only case tells apart (mW, MW). Degrees alone are the question's degrees. Units that
    the table does not know are only themselves. Scales of temperature have no such number.
    """
    if typed == unit:
        return Decimal(1)
    pair = _pair(typed, unit)
    if pair is not None:
        return pair[0].size / pair[1].size if pair[0].zero == pair[1].zero else None
    known = _lookup(typed)
    bare_degree = unit.startswith("°") and any(one.dimension == "degree" for one in known)
    alike = _word(typed) == _word(unit) and not (known and _lookup(unit))
    return Decimal(1) if alike or bare_degree else None


def converted(value: Decimal, typed: str, unit: str) -> Decimal | None:
    """Return so many of ``typed`` in ``unit``, temperatures too, or None when it is another thing."""
    factor, pair = conversion(typed, unit), _pair(typed, unit)
    if pair is None:
        return None if factor is None else value * factor
    return (value + pair[0].zero) * pair[0].size / pair[1].size - pair[1].zero


def without_marks(typed: str, unit: str) -> str:
    """Write the marks of 5'11" as the units they stand for where ``unit`` is a length or a time."""
    names = next((names for base, names in _MARKS if converted(Decimal(1), base, unit) is not None), None)
    if names is None:
        return typed
    larger, smaller = (f" {name} " for name in names)
    return typed.replace("''", '"').replace("'", larger).replace('"', smaller).strip()


def asked_units(ask: str) -> list[str]:
    """Return the words of a prompt that may name its unit: those of four letters or more, and ``%``."""
    return [word for word in _ASKED.findall(ask) if len(word) >= SHORTEST_WORD or word == "%"]


def is_asked(typed: str, ask: str) -> bool:
    """Whether the prompt names all words that were typed, in any case; shorter ones only as no unit."""
    names, short = asked_units(ask), {bare(word.casefold()) for word in _ASKED.findall(ask)}
    return all(
        any(conversion(word, name) == 1 for name in names)
        or (1 < len(word) < SHORTEST_WORD and bare(word.casefold()) in short and not _lookup(word))
        for word in typed.split()
    )


def is_counted(typed: str, unit: str, ask: str) -> bool:
    """Whether the prompt names what was counted by another noun than the question's ``unit``.

    Of 12 vessels that is ships in ``How many ships were lost?``; nothing where one of them is a
    unit of measure, or where the prompt names the unit itself.
    """
    measured = _lookup(unit) or any(map(_lookup, typed.split()))
    return not measured and not is_asked(unit, ask) and is_asked(typed, ask)


def _pair(typed: str, unit: str) -> tuple[Unit, Unit] | None:
    """Return what both units may mean, when that is of one dimension."""
    pairs = ((one, other) for one in _lookup(typed) for other in _lookup(unit))
    return next((pair for pair in pairs if pair[0].dimension == pair[1].dimension), None)


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
    for size, zero, names in _TEMPERATURES:
        yield from ((name, Unit("temperature", Decimal(size), Decimal(zero))) for name in names.split())


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
