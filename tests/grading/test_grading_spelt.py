"""Typed numbers in words and in the marks of other languages, row by row, each with its argument."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from quiz.grading.names import names
from quiz.grading.spelt import spelt
from tests.grading.asking import R, W, judge_number, number

if TYPE_CHECKING:
    from quiz.review import Verdict

LANGUAGES = [
    # language, value, response, verdict, argument
    ("de", "1.5", "1,5", R, "a decimal comma"),
    ("de", "1.5", "1.5", R, "a point that cannot mark thousands"),
    ("de", "1234", "1.234", R, "a point that can"),
    ("de", "2000000000", "2 Milliarden", R, "a billion"),
    ("de", "2000000000", "2 Billionen", W, "a thousand times as much"),
    ("de", "5", "five", W, "English words in a German bank"),
    ("de-CH", "1234.5", "1'234.5", R, "as the Swiss write"),
    ("fr", "90000", "90 mille", R, "a number word"),
    ("fr", "1234.5", "1 234,5", R, "as the French write"),
    ("es", "2000000000", "2 mil millones", R, "two number words"),
    ("es", "1000000", "1 millón", R, "with an accent"),
    ("it", "3000000", "3 milioni", R, "in Italian"),
    ("pt", "3000000", "3 milhões", R, "in Portuguese"),
    ("nl", "3000000", "3 miljoen", R, "in Dutch"),
    ("de", "90000", "neunzigtausend", R, "one word"),
    ("de", "90000", "90 Tausend", R, "digits and a word"),
    ("de", "21", "einundzwanzig", R, "ones before tens"),
    ("de", "105", "hundertfünf", R, "a hundred without its one"),
    ("de", "1001", "tausendundeins", R, "with und"),
    ("de", "1500000", "anderthalb Millionen", R, "one and a half"),
    ("de", "1500000", "1,5 Mio.", R, "in short"),
    ("de", "2.5", "zwei Komma fünf", R, "a decimal comma in words"),
    ("de", "-5", "minus fünf", R, "a sign in words"),
    ("de", "5", "etwa fünf", R, "who hedges still knows"),
    ("de", "90000", "neunzehntausend", W, "another number"),
    ("de", "90000", "90,000", W, "a comma marks decimals: ninety"),
    ("fr", "97", "quatre-vingt-dix-sept", R, "four twenties and seventeen"),
    ("fr", "71", "soixante et onze", R, "sixty and eleven"),
    ("fr", "200000", "deux cent mille", R, "three words"),
    ("fr", "2500000", "deux millions et demi", R, "a half of the scale"),
    ("fr", "1000000", "un million", R, "in the singular"),
    ("fr", "5", "environ cinq", R, "who hedges still knows"),
    ("fr", "-5", "moins cinq", R, "a sign in words"),
    ("fr", "1.5", "un virgule cinq", R, "a decimal comma in words"),
    ("fr", "97", "quatre-vingt-sept", W, "ten less"),
    ("es", "23", "veintitrés", R, "with an accent"),
    ("es", "555", "quinientos cincuenta y cinco", R, "four words"),
    ("es", "2000000000", "dos mil millones", R, "two scales"),
    ("es", "2500000", "dos millones y medio", R, "a half of the scale"),
    ("es", "60", "setenta", W, "ten more"),
    ("es", "5", "unos 5", R, "who hedges still knows"),
    ("es-MX", "1234.5", "1,234.5", R, "as Mexicans write"),
    ("it", "28", "ventotto", R, "a vowel is lost"),
    ("it", "250000", "duecentocinquantamila", R, "one word"),
    ("it", "2000", "duemila", R, "the plural of a thousand"),
    ("it", "1000", "mille", R, "and its singular"),
    ("it", "5", "circa cinque", R, "who hedges still knows"),
    ("nl", "22", "tweeëntwintig", R, "with its diaeresis"),
    ("nl", "250000", "tweehonderdvijftigduizend", R, "one word"),
    ("nl", "1500000", "anderhalf miljoen", R, "one and a half"),
    ("pt", "250", "duzentos e cinquenta", R, "with e"),
    ("pt", "16", "dezasseis", R, "as the Portuguese say"),
    ("pt", "16", "dezesseis", R, "as Brazilians say"),
    ("cs", "5", "pět", W, "a language without a table of numbers"),
    ("pl", "5", "5", R, "where digits count"),
    ("hi", "5", "\N{DEVANAGARI DIGIT FIVE}", R, "in its own digits too"),
    ("en", "1234", "1234", R, "plain"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "value", "response", "verdict", "argument"), LANGUAGES)
def test_numbers_of_other_languages(
    language: str, value: str, response: str, verdict: Verdict, argument: str
) -> None:
    assert judge_number(number(value), response, language).verdict is verdict, argument


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seventeen", "17"),
        ("ninety nine", "99"),
        ("twelve hundred", "1200"),
        ("two million three hundred thousand and four", "2300004"),
        ("two point five", "2.5"),
        ("three and a half", "3.5"),
    ],
)
def test_words_name_numbers(words: str, value: str) -> None:
    assert spelt(words.split()) == Decimal(value)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "twenty twenty",
        "five hundred five hundred",
        "thousand million thousand million",
        "point five",
        "two point ten",
        "two point",
        "and a half",
        "ninety eleven",
        "one " * 21,
        "cat hundred",
        "a",
        "two thousand zero",
        "two and",
    ],
)
def test_words_in_a_row_name_none(words: str) -> None:
    assert spelt(words.split()) is None


@pytest.mark.parametrize("code", ["en", "de", "fr", "es", "it", "pt", "nl"])
def test_every_number_below_a_thousand_has_a_name(code: str) -> None:
    assert set(range(1000)) <= set(names(code).values())


def test_a_language_without_a_table_names_no_number() -> None:
    assert spelt(["one"], "xx") is None
