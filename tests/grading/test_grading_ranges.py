"""Numbers with leeway, row by row: ranges, tolerances, significant figures; what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.grading.asking import R, W, judge_number, number

if TYPE_CHECKING:
    from quiz.review import Verdict

RANGES = [
    # range, unit, response, verdict, argument
    ("85..95", None, "90", R, "in the middle"),
    ("85..95", None, "85", R, "the lower end belongs to it"),
    ("85..95", None, "95", R, "so does the upper one"),
    ("85..95", None, "84.99", W, "just below"),
    ("85..95", None, "95.01", W, "just above"),
    ("85..95", None, "ninety", R, "in words"),
    ("85..95", None, "about 90", R, "who hedges still knows"),
    ("85..95", None, "85 to 95", R, "the answer as it is shown"),
    ("85..95", None, "85..95", R, "as the bank writes it"),
    ("85..95", None, "85-95", R, "with a hyphen"),
    ("85..95", None, "85\N{EN DASH}95", R, "with a dash"),
    ("85..95", None, "between 85 and 95", R, "in a sentence"),
    ("85..95", None, "from 88 to 92", R, "a narrower one lies within"),
    ("85..95", None, "80 to 95", W, "a wider one says less than is asked"),
    ("85..95", None, "0 to 1000", W, "nor can one hedge at will"),
    ("85..95", None, "95 to 85", W, "upside down it is no range"),
    ("85..95", None, "-90", W, "the sign counts"),
    ("85..95", "km", "90 km", R, "with its unit"),
    ("85..95", "km", "90000 m", R, "in another unit"),
    ("85..95", "km", "85 to 95 km", R, "the range with its unit"),
    ("85..95", "km", "90 kg", W, "no length"),
    ("-10..-5", None, "-7", R, "below nought"),
    ("-10..-5", None, "minus seven", R, "in words"),
    ("-10..-5", None, "7", W, "the sign counts"),
    ("0..1", None, "50%", R, "a share of one"),
    ("100..110", None, "a hundred and five", R, "the and of a number is no range"),
    ("85..95", None, "", W, "no answer"),
    ("85..95", None, "many", W, "no number"),
    ("85..95", None, "to", W, "no ends"),
]  # fmt: skip

LEEWAY = [
    # value, tolerance, response, verdict, argument
    ("100", "5", "95", R, "the lower bound belongs to it"),
    ("100", "5", "105", R, "so does the upper one"),
    ("100", "5", "94.9", W, "just below"),
    ("100", "5%", "104.9", R, "a share"),
    ("100", "5%", "106", W, "too much"),
    ("-100", "5%", "-104", R, "a share of a negative number"),
    ("-100", "5%", "104", W, "the sign still counts"),
    ("0", "5%", "0.001", W, "a share of nothing is nothing"),
    ("3.14159", "3 figures", "3.14", R, "the figures asked"),
    ("3.14159", "3 figures", "3.142", R, "more of them"),
    ("3.14159", "3 figures", "3.1", W, "fewer of them, rounded to another"),
    ("3.14159", "3 figures", "3.15", W, "another third one"),
    ("2.346", "3 figures", "2.35", R, "rounded as schools do"),
    ("2.346", "3 figures", "2.34", W, "cut off instead"),
    ("299792458", "3 figures", "300 million", R, "in words, to three figures"),
    ("299792458", "3 figures", "3e8", R, "with an exponent"),
    ("299792458", "3 figures", "3.1e8", W, "another second one"),
    ("0.00123", "2 figures", "0.0012", R, "noughts in front are no figures"),
    ("0.00123", "2 figures", "0.001", W, "one figure alone"),
    ("90000", "1 figure", "9e4", R, "one figure"),
]  # fmt: skip


@pytest.mark.parametrize(("bounds", "unit", "response", "verdict", "argument"), RANGES)
def test_ranges(bounds: str, unit: str | None, response: str, verdict: Verdict, argument: str) -> None:
    assert judge_number(number(bounds, unit), response).verdict is verdict, argument


@pytest.mark.parametrize(("value", "tolerance", "response", "verdict", "argument"), LEEWAY)
def test_leeway(value: str, tolerance: str, response: str, verdict: Verdict, argument: str) -> None:
    assert judge_number(number(value, tolerance=tolerance), response).verdict is verdict, argument


def test_the_range_is_told_when_a_number_lies_within() -> None:
    assert judge_number(number("85..95", "km"), "90").reason == "Right; it lies within 85 to 95 km."
    assert judge_number(number("85..95"), "88 to 92").reason == "Right; it lies within 85 to 95."
    assert judge_number(number("85..95"), "7").reason == "That is another number."


def test_the_figures_are_told_when_more_or_fewer_were_typed() -> None:
    card = number("3.14159", tolerance="3 figures")
    assert judge_number(card, "3.14").reason == "Right; it agrees with 3.14159 to 3 figures."
    assert judge_number(card, "3.14159").reason == "Right."


def test_a_range_is_read_only_where_one_is_asked() -> None:
    assert judge_number(number("90"), "85 to 95").verdict is W


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "1,234", "1234"),
        ("en", "1.234", "1.234 (a decimal point)"),
        ("de", "1.234", "1234"),
        ("de", "1,234", "1,234 (a decimal comma)"),
        ("fr", "1,234", "1,234 (a decimal comma)"),
        ("de-CH", "1.234", "1.234 (a decimal point)"),
    ],
)
def test_a_number_of_two_readings_is_resolved_by_the_language_and_said(
    language: str, typed: str, said: str
) -> None:
    found = judge_number(number("7"), typed, language)
    assert (found.verdict, found.taken_as) == (W, said)
    assert found.reason == f"Wrong; it is read as {said}."
