from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.quantity import PartialDate, parse_date, partial_date

MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2021", PartialDate(2021, None, None)),
        ("2021-12", PartialDate(2021, 12, None)),
        ("2021-12-17", PartialDate(2021, 12, 17)),
        (" 2021-12-17 ", PartialDate(2021, 12, 17)),
        ("2021-1-5", PartialDate(2021, 1, 5)),
        ("476", PartialDate(476, None, None)),
        ("9999-12-31", PartialDate(9999, 12, 31)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("2000-02-29", PartialDate(2000, 2, 29)),
        ("0", PartialDate(0, None, None)),
        ("0000-02-29", PartialDate(0, 2, 29)),
        ("-44", PartialDate(-44, None, None)),
        ("-0044-03-15", PartialDate(-44, 3, 15)),
        ("-4-02-29", PartialDate(-4, 2, 29)),
        ("-9999-01-01", PartialDate(-9999, 1, 1)),
    ],
)
def test_dates(text: str, found: PartialDate) -> None:
    assert parse_date(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "2021-",
        "2021-13",
        "2021-00",
        "2021-12-00",
        "2021-12-32",
        "2021-04-31",
        "2021-02-29",
        "1900-02-29",
        "-0100-02-29",
        "-1-02-29",
        "12021",
        "2021-123",
        "2021-12-17T10:00",
        "2021/12/17",
        "17.12.2021",
        "17 December 2021",
        "2021 12 17",
        "--2021",
        "+2021",
        "2021-12-",
        "2021--17",
        "2021-12-17-01",
        "December",
        "today",
        "\N{ARABIC-INDIC DIGIT FIVE}",
        "\N{FULLWIDTH DIGIT FIVE}",
        "202\N{SUPERSCRIPT TWO}",
        "9" * 1_000_000,
        "2021-" * 100_000,
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 31))
def test_dates_are_read_back_at_their_precision(year: int, month: int, day: int) -> None:
    in_year, in_month = PartialDate(year, None, None), PartialDate(year, month, None)
    assert parse_date(str(in_year)) == in_year
    assert parse_date(str(in_month)) == in_month
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    exists = day <= (29 if leap and month == 2 else MONTH_DAYS[month - 1])
    expected = PartialDate(year, month, day) if exists else None
    assert parse_date(f"{year}-{month}-{day}") == expected
    if expected is not None:
        assert parse_date(str(expected)) == expected


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (PartialDate(2021, None, None), "2021"),
        (PartialDate(2021, 2, None), "2021-02"),
        (PartialDate(2021, 2, 3), "2021-02-03"),
        (PartialDate(476, 9, 4), "0476-09-04"),
        (PartialDate(0, None, None), "0000"),
        (PartialDate(-44, 3, 15), "-0044-03-15"),
    ],
)
def test_dates_are_shown_in_iso_8601(found: PartialDate, shown: str) -> None:
    assert str(found) == shown


def test_a_day_without_its_month_is_no_date() -> None:
    assert partial_date(2021, None, 17) is None
    assert partial_date(2021, 12, None) == PartialDate(2021, 12, None)


@given(st.text(max_size=20))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    found = parse_date(text)
    assert found is None or parse_date(str(found)) == found
