"""Rows of a third reading, argued one by one before they were run: numbers and dates in ten languages.

A row has the language, the keys of the question, what was typed, the verdict of a fair teacher, and why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.grading.asking import R, W, judge_number, number
from tests.grading.snippets import PARTLY, RIGHT, UNREAD, WRONG, named, verdict

if TYPE_CHECKING:
    from quiz.review import Verdict

INCHES = "number: 71, unit: inches"
CM = "number: 180, unit: cm, tolerance: 1"
SHARE = "number: 33, unit: '%', tolerance: 1"

LENGTHS = [
    ("en", INCHES, "5'11\"", RIGHT, "feet and inches as they are written"),
    ("en", INCHES, "5' 11\"", RIGHT, "with a space"),
    ("en", INCHES, "5\N{PRIME}11\N{DOUBLE PRIME}", RIGHT, "with printed primes"),
    (
        "en",
        INCHES,
        "5\N{RIGHT SINGLE QUOTATION MARK}11\N{RIGHT DOUBLE QUOTATION MARK}",
        RIGHT,
        "as a word processor makes of it",
    ),
    ("en", INCHES, "5'11", RIGHT, "the last mark left out"),
    ("en", INCHES, '71"', RIGHT, "in inches alone"),
    ("en", INCHES, "5 ft 11 in", RIGHT, "in letters"),
    ("en", INCHES, "5 feet 11 inches", RIGHT, "in words"),
    ("en", INCHES, "five feet eleven inches", RIGHT, "wholly in words"),
    ("en", INCHES, "five foot eleven", RIGHT, "as it is said"),
    ("en", INCHES, "5'10\"", WRONG, "one less"),
    ("en", INCHES, "5'13\"", WRONG, "more inches than a foot has"),
    ("en", INCHES, "71'", WRONG, "feet are no inches"),
    ("en", CM, "5'11\"", RIGHT, "180.34 centimetres"),
    ("en", CM, "1.80 m", RIGHT, "in metres"),
    ("en", "number: 6, unit: ft", "6'", RIGHT, "one mark for feet"),
    ("en", "number: 6, unit: ft", '6"', WRONG, "two are inches"),
    ("en", "number: 90, unit: kg", "90'", WRONG, "no weight"),
    ("en", "number: 311, unit: s", "5'11\"", RIGHT, "minutes and seconds, where time is asked"),
    ("de", "number: 180, unit: cm", "1,80 m", RIGHT, "a decimal comma"),
    ("de", "number: 180, unit: cm", "1 m 80", RIGHT, "as it is said"),
    ("ru", "number: 5, unit: км", "5 км", RIGHT, "its own unit"),
    ("ru", "number: 5, unit: км", "5000 м", RIGHT, "metres in Cyrillic letters"),
    ("ru", "number: 5, unit: км", "5 километров", RIGHT, "in full"),
    ("ru", "number: 5, unit: км", "5 кг", WRONG, "no length"),
    ("pl", "number: 5, unit: km", "5 kilometrów", RIGHT, "in the case of numbers"),
    ("tr", "number: 5, unit: km", "5 kilometre", RIGHT, "in full"),
]

SHARES = [
    ("en", SHARE, "a third", RIGHT, "a third of the whole is 33.3 percent"),
    ("en", SHARE, "one third", RIGHT, "likewise"),
    ("en", SHARE, "1/3", RIGHT, "in figures"),
    ("en", SHARE, "about a third", RIGHT, "who hedges still knows"),
    ("en", SHARE, "two thirds", WRONG, "twice as much"),
    ("en", SHARE, "33 per cent", RIGHT, "as it is asked"),
    ("en", SHARE, "0.33", WRONG, "a third of a percent, as it is written"),
    ("en", SHARE, "1/3 %", WRONG, "a third of a percent, as it is said"),
    ("en", "number: 33, unit: '%'", "a third", WRONG, "no leeway was given"),
    ("en", "number: 50, unit: '%'", "half", RIGHT, "half of the whole"),
    ("en", "number: 75, unit: '%'", "three quarters", RIGHT, "in words"),
    ("en", "number: 75, unit: '%'", "¾", RIGHT, "as a sign"),
    ("en", "number: 0.5, unit: '%'", "half a percent", RIGHT, "of a percent, said so"),
    ("en", "number: 0.33, tolerance: 0.01", "33%", RIGHT, "percent is a hundredth"),
    ("de", "number: 50, unit: '%'", "1/2", RIGHT, "in figures"),
    ("ru", "number: 25, unit: '%'", "25 процентов", RIGHT, "the word"),
    ("pl", "number: 25, unit: '%'", "25 procent", RIGHT, "the word"),
]

FIGURES = [
    ("en", "number: 1234", "1\N{NARROW NO-BREAK SPACE}234", RIGHT, "a narrow space marks thousands"),
    ("en", "number: 1234", "03/04/2021", UNREAD, "a date is no fraction with a unit"),
    ("en", "number: 1234", "1\N{THIN SPACE}234", RIGHT, "so does a thin one"),
    ("en", "number: 1234", "12 34", WRONG, "and not after two figures"),
    ("en", "number: 1234.5", "1.234,5", RIGHT, "as the continent writes, and nothing else"),
    ("en", "number: 0.123", "0,123", RIGHT, "no thousands begin with nought"),
    ("en", "number: 1000", "1.000", WRONG, "a point marks decimals in English"),
    ("de", "number: '1.234,5'", "1,234.5", RIGHT, "as English writes, and nothing else"),
    ("de-CH", "number: 1234", "1'234", RIGHT, "as in Switzerland"),
    ("de-CH", "number: 1234", "1\N{RIGHT SINGLE QUOTATION MARK}234", RIGHT, "with the printed mark"),
    ("fr", "number: '1234567,89'", "1 234 567,89", RIGHT, "spaces and a comma"),
    ("ar", "number: 1234", "\u0661\u0662\u0663\u0664", RIGHT, "Arabic figures"),
    ("ar", "number: 1234", "\u0661\u066c\u0662\u0663\u0664", RIGHT, "with their thousands mark"),
    ("ar", "number: '1,5'", "\u0661\u066b\u0665", RIGHT, "with their decimal mark"),
    ("fa", "number: 1234", "\u06f1\u06f2\u06f3\u06f4", RIGHT, "Persian figures"),
    ("ja", "number: 1234", "\uff11\uff0c\uff12\uff13\uff14", RIGHT, "wide figures and a wide comma"),
    ("hi", "number: 1234", "\u0967,\u0968\u0969\u096a", RIGHT, "Devanagari"),
    ("en", "number: -5", "\N{EN DASH}5", RIGHT, "a dash in place of the minus"),
    ("en", "number: -5", "\N{EM DASH}5", RIGHT, "a longer one, as it is put in by itself"),
    ("en", "number: -5", "\N{NON-BREAKING HYPHEN}5", RIGHT, "a hyphen that does not break"),
    ("en", "number: -5", "\N{FULLWIDTH HYPHEN-MINUS}5", RIGHT, "a wide one"),
    ("en", "number: -5", "- 5", RIGHT, "a space behind it"),
    ("en", "number: 5", "- 5", WRONG, "which still says something"),
    ("ru", "number: -5", "минус 5", RIGHT, "in a word"),
    ("pl", "number: -5", "minus pięć", RIGHT, "in words"),
    ("en", "number: 101", "one hundred one", RIGHT, "as in America"),
    ("en", "number: 2100", "twenty-one hundred", RIGHT, "as it is said"),
    ("en", "number: 2021", "two thousand twenty-one", RIGHT, "likewise"),
    ("en", "number: 144", "12 dozen", RIGHT, "dozens"),
    ("de", "number: 1914", "neunzehnhundertvierzehn", RIGHT, "a year as it is said"),
    ("de", "number: 1.500.000", "anderthalb Millionen", RIGHT, "a half in words"),
    ("de", "number: 500.000", "eine halbe Million", RIGHT, "half of a scale"),
    ("fr", "number: 1914", "mille neuf cent quatorze", RIGHT, "in words"),
    ("it", "number: 23000", "ventitremila", RIGHT, "in one word"),
    ("es", "number: 500000", "quinientos mil", RIGHT, "in words"),
    ("pl", "number: 90000", "dziewięćdziesiąt tysięcy", RIGHT, "in words"),
    ("tr", "number: 90000", "doksan bin", RIGHT, "in words"),
    ("tr", "number: 90000", "dokuz bin", WRONG, "a tenth of it"),
    ("pl", "number: 90", "około 90", RIGHT, "who hedges still knows, in Polish"),
    ("ru", "number: 90", "около 90", RIGHT, "in Russian"),
    ("tr", "number: 90", "yaklaş\N{LATIN SMALL LETTER DOTLESS I}k 90", RIGHT, "in Turkish"),
    ("it", "number: 90", "circa 90", RIGHT, "in Italian"),
    ("en", "number: 85..95", "85\N{EN DASH}95", RIGHT, "the range itself, printed"),
    ("pl", "number: 85..95", "od 85 do 95", RIGHT, "in Polish words"),
    ("ru", "number: 85..95", "от 85 до 95", RIGHT, "in Russian words"),
    ("en", "number: 85..95", "95\N{EN DASH}85", WRONG, "the range backwards"),
]

SHIPS = "How many ships were lost?"

COUNTED = [
    # language, unit, prompt, what was typed, verdict, argument; the number is 12
    ("en", None, SHIPS, "12 ships", R, "the noun of the prompt"),
    ("en", None, SHIPS, "twelve lost ships", R, "with a word that stands beside it"),
    ("en", "vessels", SHIPS, "12 ships", R, "the noun of the prompt, though the unit has another name"),
    ("en", "vessels", SHIPS, "12 ship", R, "in the singular"),
    ("en", "vessels", SHIPS, "12 vessels", R, "the unit"),
    ("en", "vessels", SHIPS, "12 tanks", W, "a thing that nobody named"),
    ("en", "vessels", SHIPS, "12 km", W, "a unit of something else"),
    ("en", "vessels", SHIPS, "12 tons", W, "likewise"),
    ("en", "vessels", "How many ships sailed 90 kilometres?", "12 kilometres", W, "though the prompt has it"),
    ("en", None, "How many guns were lost?", "12 guns", R, "a noun that is a unit in Turkish"),
    ("en", "vessels", SHIPS, "13 ships", W, "another number"),
    (
        "en",
        "soldiers",
        "How many soldiers were in the tanks?",
        "12 tanks",
        W,
        "the prompt names the unit itself",
    ),
    ("en", "km", "How far did the soldiers march?", "12 soldiers", W, "a length is asked"),
    ("en", "minutes", "How long did the ships sail?", "12 ships", W, "a time is asked"),
    ("en", None, "How many men fell?", "12 men", R, "a short noun is a noun"),
    ("en", None, "How many inches are in a foot?", "12 in", R, "the unit of the prompt"),
    ("en", None, "How many ships came in?", "12 in", W, "a unit is no word of the prompt"),
    ("de", None, "Wie viele Schiffe sanken?", "zwölf Schiffe", R, "the noun of the prompt"),
    ("fr", None, "Combien de navires ?", "douze navires", R, "the noun of the prompt"),
    ("es", None, "¿Cuántos barcos?", "12 barcos", R, "the noun of the prompt"),
    ("pl", None, "Ile okrętów zatonęło?", "12 okrętów", R, "the noun of the prompt"),
    ("ru", None, "Сколько кораблей погибло?", "12 кораблей", R, "the noun of the prompt"),
    ("tr", None, "Kaç gemi batt\N{LATIN SMALL LETTER DOTLESS I}?", "12 gemi", R, "the noun of the prompt"),
    ("tr", None, "Kaç il var?", "12 il", R, "a very short one"),
]

JUNE = "date: 1984-06-01"

DATES = [
    ("en", JUNE, "first of June 1984", RIGHT, "the day in a word"),
    ("en", JUNE, "the 1st of June, 1984", RIGHT, "with its ending"),
    ("en", JUNE, "June the first, 1984", RIGHT, "the month first"),
    ("en", JUNE, "June 1st, nineteen eighty-four", RIGHT, "the year in words"),
    ("en", JUNE, "first of June nineteen eighty-four", RIGHT, "all in words"),
    ("en", JUNE, "June first", PARTLY, "the year is missing"),
    ("en", JUNE, "second of June 1984", WRONG, "another day"),
    ("en", JUNE, "first of July 1984", WRONG, "another month"),
    ("en", "date: 1984-06-21", "the twenty-first of June 1984", RIGHT, "a day in two words"),
    ("en", "date: 1984-06-21", "first of June 1984", WRONG, "twenty days before"),
    ("en", JUNE, "1984/6/1", RIGHT, "year first"),
    ("en", JUNE, "19840601", RIGHT, "ISO 8601 in its basic form"),
    ("en", JUNE, "01/06/1984", UNREAD, "June or January"),
    ("en", JUNE, "06/01/1984", UNREAD, "likewise"),
    ("fr", JUNE, "01/06/1984", RIGHT, "a day first, always"),
    ("de", JUNE, "1.6.84", UNREAD, "two figures leave the century open"),
    ("de", JUNE, "erster Juni 1984", RIGHT, "the day in a word"),
    ("de", JUNE, "am ersten Juni 1984", RIGHT, "in another case"),
    ("fr", JUNE, "le premier juin 1984", RIGHT, "the day in a word"),
    ("es", JUNE, "primero de junio de 1984", RIGHT, "the day in a word"),
    ("it", JUNE, "primo giugno 1984", RIGHT, "the day in a word"),
    ("it", JUNE, "1\N{DEGREE SIGN} giugno 1984", RIGHT, "with the ring that keyboards have"),
    ("pt", JUNE, "1º de junho de 1984", RIGHT, "with its own"),
    ("ru", JUNE, "первое июня 1984 года", RIGHT, "the day in a word"),
    (
        "ru",
        JUNE,
        "пятница, 1 июня 1984 \N{CYRILLIC SMALL LETTER GHE}.",
        RIGHT,
        "with a day of the week, which is not asked",
    ),
    ("pl", JUNE, "pierwszego czerwca 1984", RIGHT, "the day in a word"),
    ("pl", JUNE, "piątek, 1 czerwca 1984", RIGHT, "with a day of the week"),
    ("tr", JUNE, "1 Haziran 1984 Cuma", RIGHT, "with a day of the week"),
    ("ja", JUNE, "1984年6月1日", RIGHT, "as Japan writes it"),
    ("ja", "date: 1984-06", "1984年6月", RIGHT, "to the month"),
    ("ja", JUNE, "\uff11\uff19\uff18\uff14-\uff10\uff16-\uff10\uff11", RIGHT, "wide figures"),
    ("ar", "date: 1984", "\u0661\u0669\u0668\u0664", RIGHT, "Arabic figures"),
    ("en", "date: 1500", "c. 1500", RIGHT, "as historians hedge"),
    ("en", "date: 1500", "c.1500", RIGHT, "without a space"),
    ("en", "date: 1500", "c1500", RIGHT, "without a point"),
    ("en", "date: 1500", "1500 BC", WRONG, "another era"),
    ("en", "date: 1500", "1500s", UNREAD, "a hundred years are no year"),
    ("en", "date: 1500", "16th century", UNREAD, "likewise"),
    ("de", "date: 1500", "um 1500", RIGHT, "hedged in German"),
    ("pl", "date: 1500", "ok. 1500 r.", RIGHT, "in Polish"),
    ("ru", "date: 1500", "около 1500 года", RIGHT, "in Russian"),
    ("tr", "date: 1500", "yaklaş\N{LATIN SMALL LETTER DOTLESS I}k 1500", RIGHT, "in Turkish"),
    ("en", "date: -1500", "1500 BC", RIGHT, "before the era"),
    ("en", "date: -1500", "c. 1500 BCE", RIGHT, "hedged"),
    ("en", "date: -1500", "\N{MINUS SIGN}1500", RIGHT, "with a sign"),
    ("en", "date: -1500", "1500", WRONG, "the era is missing"),
    ("de", "date: -0500", "500 v. Chr.", RIGHT, "before the era"),
    ("de", "date: -0500", "im Jahr 500 vor Christus", RIGHT, "in full"),
    ("de", "date: -0500", "500 vor unserer Zeitrechnung", RIGHT, "by another name"),
    ("de", "date: -0500", "500 n. Chr.", WRONG, "after it"),
    ("en", "date: 1939", "1939-45", UNREAD, "a span is no year"),
    ("en", "date: 1939", "1939 to 1945", UNREAD, "nor is it in words"),
]


@pytest.mark.parametrize("row", [*LENGTHS, *SHARES, *FIGURES], ids=named)
def test_a_number_of_the_third_reading(row: tuple[str, str, str, str, str]) -> None:
    language, snippet, typed, expected, argument = row
    assert verdict(snippet, typed, language) == expected, argument


@pytest.mark.parametrize("row", COUNTED)
def test_a_counted_noun_behind_the_number(row: tuple[str, str | None, str, str, Verdict, str]) -> None:
    language, unit, ask, typed, expected, argument = row
    assert judge_number(number("12", unit, ask=ask), typed, language).verdict is expected, argument


@pytest.mark.parametrize("row", DATES, ids=named)
def test_a_date_of_the_third_reading(row: tuple[str, str, str, str, str]) -> None:
    language, snippet, typed, expected, argument = row
    assert verdict(snippet, typed, language) == expected, argument
