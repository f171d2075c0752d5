"""Typed numbers, row by row, each with its argument."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quiz.card import Card
from quiz.grading import Judgement, grade
from quiz.grading.numbers import read_numbers, write_number
from quiz.quantity import parse_tolerance
from quiz.question import Location, NumberQuestion
from quiz.review import Rating, Typed, Verdict

HERE = Location("bank.yaml", 1, 1)
R, W = Verdict.RIGHT, Verdict.WRONG


def judge(  # noqa: PLR0913 - a question of numbers has that many sides
    value: str,
    response: str,
    unit: str | None = None,
    *,
    tolerance: str | None = None,
    language: str = "en",
    ask: str = "How many troops are there?",
) -> Judgement:
    question = NumberQuestion(
        id="n",
        ask=ask,
        location=HERE,
        value=Decimal(value),
        written=value,
        unit=unit,
        tolerance=parse_tolerance(tolerance) if tolerance else None,
    )
    return grade(Card("bank", question), Typed(response), language=language)


PLAIN = [
    # value, response, verdict, argument
    ("90000", "90000", R, "itself"),
    ("90000", "90,000", R, "thousands marks"),
    ("90000", "90 000", R, "a space marks thousands in print"),
    ("90000", "90'000", R, "an apostrophe in Switzerland"),
    ("90000", "9e4", R, "an exponent"),
    ("90000", "9 x 10^4", R, "a power of ten"),
    ("90000", "9\N{MULTIPLICATION SIGN}10⁴", R, "a power of ten as printed"),
    ("100000", "10^5", R, "a power alone"),
    ("90000", "90 thousand", R, "digits and a word"),
    ("90000", "90k", R, "a short word"),
    ("90000", "ninety thousand", R, "words"),
    ("90000", "Ninety Thousand", R, "words in any case"),
    ("90000", "about 90,000", R, "who hedges still knows"),
    ("90000", "up to 90,000", R, "the words of a claim about a most, as texts have them"),
    ("90000", "as many as 90 000", R, "likewise"),
    ("7", "some seven", R, "likewise, in words"),
    ("7", "somewhat 7", W, "no word for about"),
    ("90000", "90,000.", R, "a full stop"),
    ("90000", "90000.0", R, "a nought behind the point"),
    ("90000", "90,000 troops", R, "a word of the prompt is no unit"),
    ("90000", "ninety thousand troops", R, "behind words too"),
    ("90000", "90,000 dollars", W, "a word that the prompt does not have"),
    ("90000", "90,000 troops and tanks", W, "more than the prompt has"),
    ("90000", "9000", W, "a nought lost"),
    ("90000", "-90000", W, "a sign too many"),
    ("90000", "80000", W, "another number is never near"),
    ("90000", "90.000", W, "in English a point marks decimals"),
    ("90000", "ninety", W, "the scale is missing"),
    ("90000", "", W, "no answer"),
    ("90000", "many", W, "no number"),
    ("90000", "nan", W, "no number either"),
    ("90000", "inf", W, "nor is this"),
    ("90000", "1e999", W, "a huge one is just another"),
    ("90000", "9e9999", W, "an exponent beyond reason is not read"),
    ("90000", "9" * 200, W, "nor is a text that long"),
    ("90000", "90000 90000", W, "two numbers are no answer"),
    ("1500000", "1.5 million", R, "digits with a part, and a word"),
    ("1500000", "1½ million", R, "a fraction sign"),
    ("1500000", "1 1/2 million", R, "a fraction"),
    ("1500000", "3/2 million", R, "an improper one"),
    ("1500000", "1.5m", R, "m is a million where no length is asked"),
    ("1500000", "1500 thousand", R, "another scale"),
    ("1500000", "one and a half million", R, "words with a half"),
    ("1500000", "one point five million", R, "words with a point"),
    ("1500000", "1 million", W, "the half is missing"),
    ("500000", "half a million", R, "half of a scale"),
    ("2000000000", "two billion", R, "a greater scale"),
    ("2000000000", "2bn", R, "in short"),
    ("300000", "3 hundred thousand", R, "two scale words"),
    ("105", "a hundred and five", R, "and inside words"),
    ("21", "twenty-one", R, "a hyphen inside words"),
    ("24", "two dozen", R, "dozens"),
    ("5", "two three", W, "words in a row are no sum"),
    ("0", "zero", R, "nought in words"),
    ("0", "0", R, "nought"),
    ("0.5", ".5", R, "a nought left out"),
    ("0.5", "1/2", R, "a fraction"),
    ("0.5", "½", R, "as a sign"),
    ("0.5", "half", R, "as a word"),
    ("0.5", "50%", R, "percent is a hundredth"),
    ("0.5", "0,5", R, "a comma that cannot mark thousands"),
    ("-5", "-5", R, "a sign"),
    ("-5", "\N{MINUS SIGN}5", R, "as printed"),
    ("-5", "minus five", R, "as a word"),
    ("-5", "negative 5", R, "as another word"),
    ("-5", "5", W, "the sign is missing"),
    ("-1.5", "-1 1/2", R, "the sign is for all of it"),
    ("1", "1/0", W, "no number at all"),
    ("1", "0^0", W, "nor is this"),
    ("1", "0^-1", W, "nor this"),
    ("1", "a lot", W, "an article is no one"),
    ("2", "0x2", W, "no hexadecimal"),
    ("3", "\N{ARABIC-INDIC DIGIT THREE}", R, "digits of another script"),
    ("1234", "1,234", R, "thousands in English"),
    ("1.234", "1,234", W, "and never decimals"),
    ("32", "2^5", R, "a power of another number"),
    ("5", "+5", R, "a plus says nothing"),
    ("5", "=5", W, "an equals sign is no sign of a number"),
    ("1000", "a thousand", R, "a is one"),
    ("1000", "thousand", R, "nothing in front is one"),
    ("1000", "thousands", W, "many are not one"),
    ("12", "a dozen", R, "a dozen"),
    ("6", "half a dozen", R, "and its half"),
    ("20", "twenty, one", W, "a comma parts two numbers"),
    ("21", "twenty, one", W, "and does not join them"),
    ("1914", "1914", R, "a year is a number as well"),
    ("1914", "1941", W, "another one, however close"),
    ("2.5", "two and a half", R, "a half in words"),
    ("2.5", "2 1/2", R, "as a fraction"),
    ("0.75", "3/4", R, "another fraction"),
    ("0.75", "¾", R, "as a sign"),
    ("0.75", "three quarters", R, "in words"),
    ("0.25", "a quarter", R, "one of them"),
    ("0.25", "a quarters", W, "one is not many"),
    ("0.333", "1/3", W, "a third is not that, without leeway"),
    ("1000000", "1 000 000", R, "spaces mark thousands"),
    ("1000000", "1,000,000", R, "commas do"),
    ("1000000", "1,00,000", W, "but not after two digits"),
    ("1000000", "10^6", R, "a power"),
    ("0.000001", "1e-6", R, "a small one"),
    ("0.000001", "10^-6", R, "as a power"),
    ("7", "seven", R, "a word"),
    ("7", "sevn", W, "a word that names no number"),
    ("7", "VII", W, "Roman numbers are not read"),
    ("100", "one hundred percent", W, "which is one"),
    ("1", "one hundred percent", R, "all of it"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "response", "verdict", "argument"), PLAIN)
def test_plain_numbers(value: str, response: str, verdict: Verdict, argument: str) -> None:
    assert judge(value, response).verdict is verdict, argument


def test_a_unit_of_the_prompt_may_be_typed() -> None:
    ask = "How many kilometres is it?"
    assert judge("5", "5 km", ask=ask).verdict is R
    assert judge("5", "5000 m", ask=ask).verdict is R
    assert judge("50", "50%", ask="What percentage, in percent?").verdict is R


def test_a_tolerance_is_told_when_it_was_used() -> None:
    assert judge("100", "98", tolerance="5%").reason == "Right; it is within 5% of 100."
    assert judge("100", "100", tolerance="5%").reason == "Right."
    assert judge("100", "105", tolerance="5").verdict is R
    assert judge("100", "105.01", tolerance="5").verdict is W


def test_what_a_number_is_read_as_is_told() -> None:
    assert judge("1234", "1,234").taken_as == "1234"
    assert judge("1.5", "1.5", language="de").taken_as == "1,5"
    assert judge("5", "5000 m", "km").taken_as == "5 km"
    assert judge("90000", "90.000").reason == "Wrong; it is read as 90."


@pytest.mark.parametrize(
    ("value", "response", "unit", "read"),
    [
        ("2800", "1760 miles", "km", "2832.45 km"),
        ("5", "3 miles", "km", "4.83 km"),
        ("1", "1/3", None, "0.3333"),
        ("8", "5 million miles", "km", "8046720 km"),
        ("100", "one point two five six", None, "1.256"),
        ("1", "1234567 mm", "km", "1.234567 km"),
        # Where the rounded number would be judged in another way, it is told to the last digit.
        ("2832.45", "1760 miles", "km", "2832.44544 km"),
    ],
)
def test_what_was_converted_is_told_to_two_figures_more_than_were_typed(
    value: str, response: str, unit: str | None, read: str
) -> None:
    assert judge(value, response, unit).taken_as == read


def test_what_is_read_literally_is_not_told() -> None:
    assert judge("1234", "1234").taken_as is None
    assert judge("5", "5 km", "km").taken_as is None


def test_a_wrong_unit_is_named() -> None:
    assert judge("5", "5 kg", "km").reason == "Wrong; the unit is km, not kg."


def test_a_right_number_is_rated_good() -> None:
    assert judge("5", "5").suggested is Rating.GOOD


def test_a_value_that_is_no_number_has_no_right_answer() -> None:
    assert judge("NaN", "5").verdict is W


def test_great_numbers_are_compared_to_the_last_digit() -> None:
    assert judge("1" * 40, "1" * 40).verdict is R
    assert judge("1" * 40, "1" * 39 + "2").verdict is W


def test_numbers_are_written_in_the_marks_of_the_language() -> None:
    assert write_number(Decimal("1.50"), "de") == "1,5"
    assert write_number(Decimal(90000)) == "90000"
    assert write_number(Decimal("1e30")) == "1e+30"


def test_one_text_may_be_read_in_two_ways() -> None:
    assert [(reading.value, reading.unit) for reading in read_numbers("5 m")] == [
        (Decimal(5), "m"),
        (Decimal(5_000_000), ""),
    ]
