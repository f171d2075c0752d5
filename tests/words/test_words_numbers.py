from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.quantity import (
    Figures,
    Tolerance,
    decimal_mark,
    parse_number,
    parse_range,
    parse_tolerance,
)

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
THIN = "\N{THIN SPACE}"
QUOTE = "\N{RIGHT SINGLE QUOTATION MARK}"


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "."),
        ("en-GB", "."),
        ("EN", "."),
        ("zh", "."),
        ("ja-JP", "."),
        ("ko", "."),
        ("he", "."),
        ("th", "."),
        ("de-CH", "."),
        ("de-LI", "."),
        ("DE-ch", "."),
        ("es-MX", "."),
        ("de", ","),
        ("de-AT", ","),
        ("fr", ","),
        ("fr-CH", ","),
        ("es", ","),
        ("es-AR", ","),
        ("pt-BR", ","),
        ("ru", ","),
    ],
)
def test_the_decimal_mark_of_a_language(language: str, mark: str) -> None:
    assert decimal_mark(language) == mark


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("0", "en", "0"),
        ("42", "en", "42"),
        (" 42\n", "en", "42"),
        ("007", "en", "7"),
        ("+5", "en", "5"),
        ("-5", "en", "-5"),
        ("\N{MINUS SIGN}5", "en", "-5"),
        ("3.14", "en", "3.14"),
        (".5", "en", "0.5"),
        ("5.", "en", "5"),
        ("1.10", "en", "1.10"),
        ("90,000", "en", "90000"),
        ("1,234,567.89", "en", "1234567.89"),
        ("-1,234", "en", "-1234"),
        ("1e3", "en", "1000"),
        ("1.5E-3", "en", "0.0015"),
        ("6e+23", "en", "6e23"),
        ("3,14", "de", "3.14"),
        (",5", "de", "0.5"),
        ("1.234.567,89", "de", "1234567.89"),
        ("1,5e3", "de", "1500"),
        ("90 000", "fr", "90000"),
        (f"90{NO_BREAK}000", "fr", "90000"),
        (f"1{NARROW}234{NARROW}567,5", "fr", "1234567.5"),
        (f"90{THIN}000", "en", "90000"),
        ("1'234'567.5", "de-CH", "1234567.5"),
        (f"1{QUOTE}234.5", "de-CH", "1234.5"),
        (f"{NO_BREAK}7{NARROW}", "fr", "7"),
    ],
)
def test_numbers(text: str, language: str, number: str) -> None:
    assert parse_number(text, language) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("1,234", "1234", "1.234"),
        ("1.234", "1.234", "1234"),
        ("1,5", None, "1.5"),
        ("1.5", "1.5", None),
        ("1,234.5", "1234.5", None),
        ("1.234,5", None, "1234.5"),
        ("12,34", None, "12.34"),
        ("1,234,567", "1234567", None),
        ("1.234.567", None, "1234567"),
    ],
)
def test_one_writing_in_two_languages(text: str, english: str | None, german: str | None) -> None:
    assert parse_number(text, "en") == (None if english is None else Decimal(english))
    assert parse_number(text, "de") == (None if german is None else Decimal(german))


def test_every_digit_is_kept() -> None:
    assert str(parse_number("1.10")) == "1.10"
    assert str(parse_number("0.1234567890123456789012345678901234567890")) == (
        "0.1234567890123456789012345678901234567890"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "+",
        ".",
        ",",
        "e5",
        "1e",
        "1e1000",
        "--5",
        "+-5",
        "5-",
        "- 5",
        "1,23",
        "1,2345",
        "1234,567",
        "1,,234",
        ",234",
        "1,234,",
        "1 23",
        "1  234",
        "1.2.3",
        "1_00",
        "0x10",
        "1/2",
        "5%",
        "5 km",
        "five",
        "nan",
        "inf",
        "Infinity",
        "1.5 million",
        "(5)",
        "1\n234",
        "1\t234",
        "1\x00",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "\N{ARABIC-INDIC DIGIT FIVE}",
        "\N{FULLWIDTH DIGIT FIVE}",
        "\N{DEVANAGARI DIGIT FIVE}",
        "1\N{SUPERSCRIPT TWO}",
        "\N{VULGAR FRACTION ONE HALF}",
        "\N{CIRCLED DIGIT FIVE}",
        "\N{ROMAN NUMERAL FIVE}",
        "1\N{FULLWIDTH FULL STOP}5",
    ],
)
def test_other_digits_are_not_guessed_at(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("digits", [60, 61, 5_000, 1_000_000])
def test_length_has_a_limit(digits: int) -> None:
    assert parse_number("9" * digits) == (Decimal("9" * 60) if digits == 60 else None)


@pytest.mark.parametrize(
    "text",
    ["1," + "000," * 100_000, " " * 1_000_000 + "x", "-" * 100_000, "1e" + "9" * 100_000, "'" * 100_000],
)
def test_hostile_lengths_are_refused(text: str) -> None:
    assert parse_number(text) is None
    assert parse_tolerance(text) is None


@given(st.text(max_size=70), st.sampled_from(["en", "de", "fr", "de-CH", "", "xx-yy"]))
def test_any_text_gives_a_number_or_none(text: str, language: str) -> None:
    number = parse_number(text, language)
    assert number is None or number.is_finite()


@given(st.decimals(-(10**15), 10**15, places=3))
def test_what_python_writes_is_read_back(number: Decimal) -> None:
    assert parse_number(f"{number:f}") == number
    assert parse_number(f"{number:,f}") == number
    swapped = f"{number:,f}".translate(str.maketrans(",.", ".,"))
    assert parse_number(swapped, "de") == number
    assert parse_number(f"{number:,f}".replace(",", NARROW).replace(".", ","), "fr") == number
    assert parse_number(f"{number:,f}".replace(",", QUOTE), "de-CH") == number


@pytest.mark.parametrize(
    ("text", "language", "tolerance"),
    [
        ("5", "en", Tolerance(Decimal(5), relative=False)),
        ("0.5", "en", Tolerance(Decimal("0.5"), relative=False)),
        ("5%", "en", Tolerance(Decimal("0.05"), relative=True)),
        (" 5 % ", "en", Tolerance(Decimal("0.05"), relative=True)),
        ("0,5%", "de", Tolerance(Decimal("0.005"), relative=True)),
        ("1,000", "en", Tolerance(Decimal(1000), relative=False)),
        ("0", "en", Tolerance(Decimal(0), relative=False)),
    ],
)
def test_tolerances(text: str, language: str, tolerance: Tolerance) -> None:
    assert parse_tolerance(text, language) == tolerance


@pytest.mark.parametrize(
    "text",
    ["", "%", "-1", "-1%", "5%%", "%5", "about 5", "5 km", "0 figures", "-3 figures", "3figures", "3 figs"],
)
def test_what_is_no_tolerance(text: str) -> None:
    assert parse_tolerance(text) is None


@pytest.mark.parametrize(
    ("tolerance", "value", "margin"),
    [
        (Tolerance(Decimal(5), relative=False), "90000", "5"),
        (Tolerance(Decimal(5), relative=False), "-90000", "5"),
        (Tolerance(Decimal("0.05"), relative=True), "90000", "4500"),
        (Tolerance(Decimal("0.05"), relative=True), "-90000", "4500"),
        (Tolerance(Decimal("0.05"), relative=True), "0", "0"),
    ],
)
def test_the_margin_is_never_negative(tolerance: Tolerance, value: str, margin: str) -> None:
    assert tolerance.margin(Decimal(value)) == Decimal(margin)


@pytest.mark.parametrize(
    ("written", "shown"),
    [("5", "5"), ("0.50", "0.50"), ("5%", "5%"), ("10%", "10%"), ("0.5%", "0.5%"), ("100%", "100%")],
)
def test_a_tolerance_is_shown_as_it_was_written(written: str, shown: str) -> None:
    assert str(parse_tolerance(written)) == shown


@pytest.mark.parametrize(
    ("text", "digits"), [("3 figures", 3), ("1 figure", 1), (" 12  Figures ", 12), ("03 figure", 3)]
)
def test_significant_figures(text: str, digits: int) -> None:
    assert parse_tolerance(text) == Figures(digits)


@pytest.mark.parametrize(
    ("digits", "value", "rounded"),
    [
        (3, "2.345", "2.35"),
        (3, "-2.345", "-2.35"),
        (3, "2.3449", "2.34"),
        (3, "299792458", "300000000"),
        (1, "0.0096", "0.01"),
        (2, "0", "0"),
        (5, "12", "12"),
        (2, "99.6", "100"),
    ],
)
def test_a_number_is_rounded_to_figures(digits: int, value: str, rounded: str) -> None:
    assert Figures(digits).rounded(Decimal(value)) == Decimal(rounded)


FINITE = st.decimals(-(10**12), 10**12, places=4)
DIGITS = st.integers(1, 8).map(Figures)
MARGINS = st.builds(Tolerance, st.decimals(0, 100, places=3), relative=st.booleans())


@given(DIGITS | MARGINS, FINITE)
def test_a_number_is_always_near_enough_to_itself(leeway: Figures | Tolerance, value: Decimal) -> None:
    assert leeway.takes(value, value)


@given(DIGITS, FINITE)
def test_a_number_takes_what_it_is_rounded_to(figures: Figures, value: Decimal) -> None:
    assert figures.takes(value, figures.rounded(value))


@given(DIGITS | MARGINS, FINITE, FINITE)
def test_what_is_taken_lies_within_the_bounds(
    leeway: Figures | Tolerance, value: Decimal, given: Decimal
) -> None:
    lower, upper = leeway.bounds(value)
    assert lower <= value <= upper
    assert not leeway.takes(value, given) or lower <= given <= upper


@given(DIGITS | MARGINS, FINITE, FINITE)
def test_nothing_counts_beyond_the_margin(
    leeway: Figures | Tolerance, value: Decimal, given: Decimal
) -> None:
    assert leeway.margin(value) >= 0
    assert not leeway.takes(value, given) or abs(given - value) <= leeway.margin(value)


def test_what_grows_with_the_value() -> None:
    assert Figures(3).relative
    assert Figures(3).margin(Decimal("2.346")) == Decimal("0.009")
    assert Figures(3).margin(Decimal(23460)) == Decimal(90)


@given(MARGINS, FINITE)
def test_the_bounds_of_a_margin_are_taken_themselves(tolerance: Tolerance, value: Decimal) -> None:
    lower, upper = tolerance.bounds(value)
    assert tolerance.takes(value, lower)
    assert tolerance.takes(value, upper)
    assert not tolerance.takes(value, upper + Decimal("1e-9"))


@given(DIGITS, FINITE.filter(bool))
def test_within_the_bounds_of_figures_the_rounded_number_is_the_same(
    figures: Figures, value: Decimal
) -> None:
    lower, upper = figures.bounds(value)
    nearer, farther = sorted((lower, upper), key=abs)
    assert not figures.takes(value, farther)
    assert figures.takes(value, (farther + figures.rounded(value)) / 2)
    assert not figures.takes(value, nearer - (farther - nearer) / 100)


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("85..95", "en", ("85", "95")),
        (" 85 .. 95 ", "en", ("85", "95")),
        ("-5..5", "en", ("-5", "5")),
        ("1.5..2.5", "en", ("1.5", "2.5")),
        (".5.. .9", "en", (".5", ".9")),
        ("1,5..2,5", "de", ("1.5", "2.5")),
        ("85,000..95,000", "en", ("85000", "95000")),
        ("95..85", "en", ("95", "85")),
    ],
)
def test_ranges(text: str, language: str, ends: tuple[str, str]) -> None:
    assert parse_range(text, language) == tuple(map(Decimal, ends))


@pytest.mark.parametrize(
    "text", ["", "..", "85", "85..", "..95", "85...95", "1..2..3", "85-95", "a..b", "5..6%"]
)
def test_what_is_no_range(text: str) -> None:
    assert parse_range(text) is None


@given(FINITE, FINITE)
def test_a_range_that_is_written_is_read_back(lower: Decimal, upper: Decimal) -> None:
    written = f"{lower:,f}..{upper:,f}"
    assert parse_range(written) == (lower, upper)
