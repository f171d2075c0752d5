"""Typed numbers with units, row by row, each with its argument."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from quiz.grading.units import conversion, converted
from tests.grading.asking import R, W, judge_number, number

if TYPE_CHECKING:
    from quiz.review import Verdict

UNITS = [
    # value, unit, response, verdict, argument
    ("5", "km", "5", R, "the unit may be left out"),
    ("5", "km", "5 km", R, "or typed"),
    ("5", "km", "5km", R, "without a space"),
    ("5", "km", "5 kilometres", R, "in full"),
    ("5", "km", "five kilometers", R, "in American and in words"),
    ("5", "km", "5 KM", R, "in capitals"),
    ("5", "km", "5000 m", R, "in another unit of length"),
    ("5", "km", "5 m", W, "a length, but another"),
    ("5", "km", "5 kg", W, "no length"),
    ("5", "km", "5 apples", W, "no unit that is known"),
    ("50", "%", "50%", R, "the sign"),
    ("50", "%", "50", R, "no sign"),
    ("50", "%", "50 percent", R, "a word"),
    ("50", "%", "50 per cent", R, "two words"),
    ("50", "%", "0.5", W, "half a percent"),
    ("90", "$", "$90", R, "a sign in front"),
    ("90", "$", "90 dollars", R, "a word behind"),
    ("90", "$", "USD 90", R, "a code"),
    ("90", "$", "-$90", W, "a debt"),
    ("90", "$", "€90", W, "another currency"),
    ("90000000", "$", "$90m", R, "millions of money"),
    ("5", "mW", "5 mW", R, "a small unit"),
    ("5", "mW", "5 MW", W, "a billion times as much"),
    ("300", "K", "300 K", R, "kelvin, no thousands"),
    ("37", "°C", "37 C", R, "the ring left out"),
    ("37", "°C", "37 degrees", R, "degrees of the question"),
    ("37", "°C", "37 degrees Celsius", R, "in full"),
    ("37", "°C", "98.6 °F", R, "the same warmth on another scale; argued, it was refused"),
    ("37", "°C", "98.6 F", R, "the ring left out"),
    ("37", "°C", "310.15 K", R, "on a third one"),
    ("37", "°C", "37 °F", W, "which is just above freezing"),
    ("37", "°C", "37 K", W, "which is very cold"),
    ("-40", "°C", "-40 °F", R, "where both scales meet"),
    ("0", "K", "-273.15 °C", R, "nothing is colder"),
    ("2", "hours", "120 minutes", R, "another unit of time"),
    ("2", "centuries", "200 years", R, "years"),
    ("5", "soldiers", "5 Soldiers", R, "a unit that no table knows"),
    ("5", "soldiers", "5 soldier", R, "in the singular"),
    ("5", "soldiers", "5 tanks", W, "another"),
    ("1.5", "million", "1.5 million", R, "a unit that is a number word"),
    ("5", "lb", "5 pounds", R, "a pound of mass"),
    ("5", "£", "5 pounds", R, "a pound of money"),
    ("1", "day", "24 h", R, "exactly"),
    ("1", "h", "60 min", R, "likewise"),
    ("1", "h", "3600 s", R, "likewise"),
    ("1", "h", "1 day", W, "more"),
    ("90", "km/h", "25 m/s", R, "a speed"),
    ("90", "km/h", "90 kilometres per hour", R, "in full"),
    ("90", "km/h", "90 mph", W, "another one"),
    ("2.5", "kg", "2500 g", R, "a mass"),
    ("2.5", "kg", "2.5 l", W, "no mass"),
    ("1", "l", "1000 ml", R, "a volume"),
    ("1", "l", "1000 cm³", R, "as a cube"),
    ("1", "m³", "1000 litres", R, "a large one"),
    ("1", "ha", "10000 m²", R, "an area"),
    ("1", "mile", "1609.344 m", R, "exactly as it is defined"),
    ("1", "inch", "2.54 cm", R, "likewise"),
    ("5", "km", "5 m km", W, "two units are none"),
    ("5", "km", "5 kilometer", R, "in German"),
    ("5", "km", "5 km.", R, "a full stop"),
]  # fmt: skip

LANGUAGES = [
    # language, answer, response, verdict, argument
    ("de", "2 Stunden", "120 Minuten", R, "German units of time"),
    ("de", "2 Stunden", "2 Stunden", R, "itself"),
    ("de", "1.5 km", "1,5 Kilometer", R, "a decimal comma, the unit in full"),
    ("de", "20 %", "20 Prozent", R, "percent"),
    ("de", "20 %", "zwanzig Prozent", R, "in words"),
    ("fr", "2 heures", "120 minutes", R, "French units of time"),
    ("fr", "5 km", "5 kilomètres", R, "with its accent"),
    ("fr", "20 %", "vingt pour cent", R, "percent"),
    ("es", "5 km", "5 kilómetros", R, "Spanish"),
    ("es", "20 %", "20 por ciento", R, "percent"),
    ("es", "3 días", "72 horas", R, "units of time"),
    ("it", "5 km", "cinque chilometri", R, "Italian, in words"),
    ("it", "20 %", "20 per cento", R, "percent"),
    ("nl", "2 uur", "120 minuten", R, "Dutch units of time"),
    ("pt", "5 kg", "5 quilogramas", R, "Portuguese"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "unit", "response", "verdict", "argument"), UNITS)
def test_numbers_with_units(value: str, unit: str, response: str, verdict: Verdict, argument: str) -> None:
    assert judge_number(number(value, unit), response).verdict is verdict, argument


@pytest.mark.parametrize(("language", "answer", "response", "verdict", "argument"), LANGUAGES)
def test_units_of_other_languages(
    language: str, answer: str, response: str, verdict: Verdict, argument: str
) -> None:
    assert judge_number(number(*answer.split()), response, language).verdict is verdict, argument


def test_units_of_one_dimension_convert_both_ways() -> None:
    assert conversion("km", "m") == 1000
    assert conversion("m", "km") == Decimal("0.001")
    assert conversion("km", "kg") is None
    assert conversion("Wh", "kWh") == Decimal("0.001")


def test_temperatures_convert_but_have_no_factor() -> None:
    assert conversion("°F", "°C") is None
    assert converted(Decimal(212), "°F", "°C") == 100
    assert converted(Decimal(5), "apples", "°C") is None
