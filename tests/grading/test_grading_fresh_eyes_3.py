"""Rows by a reader who knew the published rules and not the code: numbers and dates."""

from __future__ import annotations

import pytest

from tests.grading.snippets import PARTLY, RIGHT, UNREAD, WRONG, named, verdict

TROOPS = "number: '90,000', unit: soldiers"
MARATHON = "number: 42.195, tolerance: 1%, unit: km"
LIGHT = "number: 299792458, tolerance: 1%, unit: m/s"

NUMBERS = [
    ("en", TROOPS, "90000", RIGHT),
    ("en", TROOPS, "90 000", RIGHT),
    ("en", TROOPS, "90,000 soldiers", RIGHT),
    ("en", TROOPS, "ninety thousand", RIGHT),
    ("en", TROOPS, "90 thousand", RIGHT),
    ("en", TROOPS, "90k", RIGHT),
    ("en", TROOPS, "about 90,000", RIGHT),  # the caution of a careful learner
    ("en", TROOPS, "9,000", WRONG),
    ("en", TROOPS, "nineteen thousand", WRONG),
    ("en", TROOPS, "-90000", WRONG),
    ("en", TROOPS, "many", UNREAD),
    ("en", TROOPS, "", WRONG),  # an empty line says: I do not know
    ("en", "number: '1,500,000'", "1.5 million", RIGHT),
    ("en", "number: '1,500,000'", "1.5 billion", WRONG),
    ("en", "number: 1.5", "1½", RIGHT),
    ("en", "number: 1.5", "1 1/2", RIGHT),
    ("en", "number: 1.5", "one and a half", RIGHT),
    ("en", "number: 0.75", "3/4", RIGHT),
    ("en", "number: 0.75", ".75", RIGHT),
    ("en", "number: -5", "minus five", RIGHT),
    ("en", "number: -5", "\N{MINUS SIGN}5", RIGHT),
    ("en", "number: -5", "5", WRONG),
    ("en", "number: 12", "a dozen", RIGHT),
    ("en", "number: 21", "twenty one", RIGHT),
    ("en", "number: 21", "twenty-two", WRONG),
    ("en", "number: 0", "zero", RIGHT),
    ("en", "number: '1,200'", "twelve hundred", RIGHT),
    ("en", "number: 1000", "1e3", RIGHT),
    ("en", "number: 1000", "10^3", RIGHT),
    ("en", "number: 1914", "1941", WRONG),
    ("en", "number: 100, tolerance: 5", "105", RIGHT),
    ("en", "number: 100, tolerance: 5", "95", RIGHT),
    ("en", "number: 100, tolerance: 5", "105.1", WRONG),
    ("en", "number: 200, tolerance: 5%", "190", RIGHT),
    ("en", "number: 200, tolerance: 5%", "189", WRONG),
    ("en", "number: 2.346, tolerance: 3 figures", "2.35", RIGHT),
    ("en", "number: 2.346, tolerance: 3 figures", "2.34", WRONG),
    ("en", "number: 85..95", "85", RIGHT),
    ("en", "number: 85..95", "ninety", RIGHT),
    ("en", "number: 85..95", "96", WRONG),
    ("en", "number: 85..95", "84.9", WRONG),
    # marks that could be two things
    ("en", "number: '1,234'", "1,234", RIGHT),
    ("en", "number: '1,234'", "1.234", WRONG),
    ("en", "number: 1.234", "1,234", WRONG),
    ("en", "number: 2.5", "2,5", RIGHT),  # no thousands mark stands before one digit
    ("en", "number: 0.5", "0,5", RIGHT),
    ("en", "number: '1,234,567'", "1.234.567", RIGHT),  # two marks are thousands
    ("de", "number: 1.234", "1234", RIGHT),
    ("de", "number: 1.234", "1,234", WRONG),
    ("de", "number: '1,234'", "1.234", WRONG),
    ("de", "number: '2,5'", "2.5", RIGHT),
    ("de", "number: 95", "fünfundneunzig", RIGHT),
    ("de", "number: 95", "neunundfünfzig", WRONG),
    ("de", "number: '1,5'", "anderthalb", RIGHT),
    ("de-CH", "number: 1234.5", "1'234.5", RIGHT),
    ("fr", "number: 1 234", "1\N{NARROW NO-BREAK SPACE}234", RIGHT),
    ("fr", "number: '3,14'", "3.14", RIGHT),
    ("fr", "number: 95", "quatre-vingt-quinze", RIGHT),
    ("fr", "number: 95", "nonante-cinq", RIGHT),  # as in Geneva and Brussels
    ("es", "number: 1.000.000", "un millón", RIGHT),
    ("es", "number: 1.200", "mil doscientos", RIGHT),
    ("pl", "number: 1 200", "tysiąc dwieście", RIGHT),
    ("tr", "number: 1.500", "bin beş yüz", RIGHT),
    ("pl", "number: 1 200", "tysiąc trzysta", WRONG),
    ("pl", "number: 2 500 000", "2,5 miliona", RIGHT),
    ("tr", "number: 1.500", "bin beş", WRONG),
    ("tr", "number: '1,5'", "bir buçuk", RIGHT),
    ("hi", "number: '100,000'", "1,00,000", RIGHT),  # a lakh, as India groups it
    ("hi", "number: '100,000'", "10,00,000", WRONG),
    # units
    ("en", MARATHON, "42.195", RIGHT),
    ("en", MARATHON, "42195 m", RIGHT),
    ("en", MARATHON, "42 km", RIGHT),
    ("en", MARATHON, "26.2 miles", RIGHT),
    ("en", MARATHON, "42 m", WRONG),
    ("en", MARATHON, "42 kg", WRONG),
    ("en", LIGHT, "3e8", RIGHT),
    ("en", LIGHT, "3\N{MULTIPLICATION SIGN}10^8 m/s", RIGHT),
    ("en", LIGHT, "300,000 km/s", RIGHT),
    ("en", LIGHT, "300,000 m/s", WRONG),
    ("en", "number: 100, unit: °C", "212 °F", RIGHT),
    ("en", "number: 100, unit: °C", "100 °F", WRONG),
    ("en", "number: 90, unit: minutes", "1.5 hours", RIGHT),
    ("en", "number: 90, unit: minutes", "1 h 30 min", RIGHT),
    ("en", "number: 90, unit: minutes", "1 hour and 30 minutes", RIGHT),
    ("en", "number: 90, unit: minutes", "1h30", RIGHT),
    ("en", "number: 90, unit: minutes", "1h 30m", RIGHT),
    ("en", "number: 60, unit: minutes", "1 h 0 min", RIGHT),
    ("en", "number: 90, unit: minutes", "1 h 20 min", WRONG),
    ("en", "number: 90, unit: minutes", "1 h 90 min", WRONG),
    ("en", "number: 90, unit: minutes", "30 min 1 h", WRONG),
    ("en", "number: 7299, unit: s", "2 h 1 min 39 s", RIGHT),
    ("en", "number: 180, unit: cm, tolerance: 1", "5 ft 11 in", RIGHT),
    ("en", "number: 180, unit: cm, tolerance: 1", "1 m 80 cm", RIGHT),
    ("en", "number: 180, unit: cm, tolerance: 1", "1 m 80 kg", WRONG),
    ("en", "number: 180, unit: cm, tolerance: 1", "5 ft 11", RIGHT),
    ("de", "number: '1,5', unit: h", "1 Std. 30 Min.", RIGHT),
    ("fr", "number: 90, unit: minutes", "1h30", RIGHT),
    ("pl", "number: 90, unit: minut", "1 godzina 30 minut", RIGHT),
    ("tr", "number: 90, unit: dakika", "1 saat 30 dakika", RIGHT),
    ("tr", "number: 50, unit: '%'", "%50", RIGHT),  # the sign stands in front there
    ("tr", "number: 50, unit: '%'", "yüzde elli", RIGHT),
    ("tr", "number: -5", "eksi beş", RIGHT),
    ("en", "number: 1984", "nineteen eighty-four", RIGHT),
    ("en", "number: 1984", "nineteen forty-eight", WRONG),
    ("en", "number: 18, unit: months", "1.5 years", RIGHT),
    ("en", "number: 2.5, unit: years", "2 years 6 months", RIGHT),
    ("en", "number: 2.5, unit: years", "30 months", RIGHT),
    ("en", "number: 2.5, unit: years", "2 years 5 months", WRONG),
    ("en", "number: 5.5, unit: dollars", "5 dollars 50 cents", RIGHT),
    ("en", "number: 25, unit: '%'", "25 percent", RIGHT),
    ("en", "number: 25, unit: '%'", "25", RIGHT),
    ("en", "number: 25, unit: '%'", "2.5%", WRONG),
    ("en", "number: 5, unit: dollars", "$5", RIGHT),
    ("en", "number: 5, unit: dollars", "€5", WRONG),
    ("de", "number: '2,5', unit: kg", "2500 g", RIGHT),
    ("de", "number: '2,5', unit: kg", "2.500 g", RIGHT),
]

DAY, MONTH, YEAR = "date: 2021-12-17", "date: 2021-12", "date: 2021"
IDES = "date: -0044-03-15"

DATES = [
    ("en", DAY, "2021-12-17", RIGHT),
    ("en", DAY, "17 December 2021", RIGHT),
    ("en", DAY, "December 17, 2021", RIGHT),
    ("en", DAY, "Dec. 17th 2021", RIGHT),
    ("en", DAY, "the 17th of December, 2021", RIGHT),
    ("en", DAY, "Friday, 17 December 2021", RIGHT),
    ("en", DAY, "17.12.2021", RIGHT),
    ("en", DAY, "12/17/2021", RIGHT),  # there is no month 17
    ("en", DAY, "17/12/2021", RIGHT),
    ("en", DAY, "December 2021", PARTLY),
    ("en", DAY, "2021", PARTLY),
    ("en", DAY, "November 2021", WRONG),
    ("en", DAY, "18 December 2021", WRONG),
    ("en", DAY, "17 November 2021", WRONG),
    ("en", DAY, "17 December 2012", WRONG),
    ("en", DAY, "17 December", PARTLY),  # hoped for unread; it agrees and is coarser, as a year alone is
    ("en", DAY, "17 Decmeber 2021", UNREAD),  # hoped for near; to be asked again costs nothing
    ("en", DAY, "yesterday", UNREAD),
    ("en", DAY, "31 February 2021", UNREAD),
    ("en", DAY, "", WRONG),
    ("en", "date: 2021-06-05", "05/06/2021", UNREAD),  # June or May
    ("en", "date: 2021-05-05", "05/05/2021", RIGHT),  # the same either way
    ("en", MONTH, "December 2021", RIGHT),
    ("en", MONTH, "12/2021", RIGHT),
    ("en", MONTH, "17 Dec 2021", RIGHT),  # finer, and it agrees
    ("en", MONTH, "2021", PARTLY),
    ("en", MONTH, "Nov 2021", WRONG),
    ("en", YEAR, "2021", RIGHT),
    ("en", YEAR, "in 2021", RIGHT),
    ("en", YEAR, "17 Dec 2021", RIGHT),
    ("en", YEAR, "2012", WRONG),
    ("en", YEAR, "21", UNREAD),  # may be meant, and may be the first century
    ("en", YEAR, "'21", UNREAD),
    ("en", YEAR, "22", WRONG),
    ("en", YEAR, "twenty twenty-one", RIGHT),
    ("en", "date: 0079", "79", RIGHT),
    ("en", "date: 0079", "1979", WRONG),
    ("pl", "date: -0044", "44 p.n.e.", RIGHT),
    ("pl", "date: -0044", "44 n.e.", WRONG),
    ("tr", "date: -0044", "MÖ 44", RIGHT),
    ("ru", "date: -0044", "44 до н. э.", RIGHT),
    ("pl", MONTH, "w grudniu 2021", RIGHT),
    ("en", "date: 1914", "1941", WRONG),
    ("en", "date: 0476", "476 AD", RIGHT),
    ("en", "date: 0476", "476 BC", WRONG),
    ("en", IDES, "15 March 44 BC", RIGHT),
    ("en", IDES, "March 15, 44 BCE", RIGHT),
    ("en", IDES, "44 BC", PARTLY),
    ("en", IDES, "15 March 44", WRONG),
    ("de", DAY, "17. Dezember 2021", RIGHT),
    ("de", DAY, "17. Dez. 2021", RIGHT),
    ("de", "date: 2021-06-05", "05.06.2021", RIGHT),  # a day before a point, always
    ("de", "date: 2021-06-05", "6.5.2021", WRONG),
    ("de-AT", "date: 2022-01", "Jänner 2022", RIGHT),
    ("fr", DAY, "17 décembre 2021", RIGHT),
    ("fr", DAY, "le 17 decembre 2021", RIGHT),
    ("fr", "date: 2022-01-01", "1er janvier 2022", RIGHT),
    ("fr", "date: 2022-07", "juin 2022", WRONG),
    ("es", DAY, "17 de diciembre de 2021", RIGHT),
    ("es", DAY, "diciembre de 2021", PARTLY),
    ("es", YEAR, "el año 2021", RIGHT),
    ("fr", YEAR, "en l'année 2021", RIGHT),
    ("pl", DAY, "17 grudnia 2021", RIGHT),
    ("pl", DAY, "17 grudnia 2021 r.", RIGHT),
    ("pl", DAY, "grudzień 2021", PARTLY),
    ("pl", YEAR, "w 2021 roku", RIGHT),
    ("tr", YEAR, "2021 y\N{LATIN SMALL LETTER DOTLESS I}l\N{LATIN SMALL LETTER DOTLESS I}", RIGHT),
    ("pt", YEAR, "no ano de 2021", RIGHT),
    ("ru", YEAR, "в 2021 году", RIGHT),
    ("sv", YEAR, "år 2021", RIGHT),
    ("tr", YEAR, "2012 y\N{LATIN SMALL LETTER DOTLESS I}l\N{LATIN SMALL LETTER DOTLESS I}", WRONG),
    ("tr", DAY, "17 Aral\N{LATIN SMALL LETTER DOTLESS I}k 2021", RIGHT),
    ("tr", DAY, "17 ARALIK 2021", RIGHT),
    ("tr", DAY, "17 Ocak 2021", WRONG),
    ("it", DAY, "17 dicembre 2021", RIGHT),
]


@pytest.mark.parametrize("row", NUMBERS, ids=named)
def test_numbers_are_judged_as_a_teacher_would(row: tuple[str, str, str, str]) -> None:
    language, snippet, typed, expected = row
    assert verdict(snippet, typed, language) == expected


@pytest.mark.parametrize("row", DATES, ids=named)
def test_dates_are_judged_as_a_teacher_would(row: tuple[str, str, str, str]) -> None:
    language, snippet, typed, expected = row
    assert verdict(snippet, typed, language) == expected
