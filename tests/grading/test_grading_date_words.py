"""Dates in words, in the language of a bank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.grading.date_words import _MANNERS, in_words
from quiz.grading.dates import Reading, read_dates
from quiz.quantity import PartialDate, parse_date

LANGUAGES = [*_MANNERS, "nb", "nn", "en-GB", "de-CH", "pt-BR"]

TABLE = """
en    2021-12-17   17 December 2021
en    1992-09      September 1992
en    1987         1987
en-US 1806-04-03   3 April 1806
de    2021-12-17   17. Dezember 2021
de    1848-03      März 1848
de-CH 1291-08-01   1. August 1291
fr    1789-07-14   14 juillet 1789
fr    1944-08      août 1944
es    1812-03-19   19 de marzo de 1812
es    1936-07      julio de 1936
it    1861-03-17   17 marzo 1861
pt    1974-04-25   25 de abril de 1974
pt-BR 1822-03      março de 1822
nl    1581-07-26   26 juli 1581
sv    1809-06-06   6 juni 1809
da    1849-06-05   5. juni 1849
nb    1814-05-17   17. mai 1814
fi    1917-12-06   6. joulukuuta 1917
fi    1917-12      joulukuu 1917
pl    1918-11-11   11 listopada 1918
pl    1918-10      październik 1918
cs    1918-10-28   28. října 1918
ru    1961-04-12   12 апреля 1961
ru    1961-04      апрель 1961
uk    1991-08-24   24 серпня 1991
tr    1923-10-29   29 Ekim 1923
ro    1918-12-01   1 decembrie 1918
en    -0044        44 BC
en    -0044-03-15  15 March 44 BC
de    -0044-03-15  15. März 44 v. Chr.
fr    -0052        52 av. J.-C.
es    -0218        218 a. C.
en    0476         476
en    0079-08-24   24 August 79 AD
de    0009         9 n. Chr.
ja    2021-12-17   2021-12-17
el    2021-12      2021-12
sv    -0044        -0044
en    0000         0000
"""


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_a_date_is_told_as_people_write_it(row: str) -> None:
    language, iso, words = row.split(maxsplit=2)
    date = parse_date(iso)
    assert date is not None
    assert in_words(date, language) == words


@given(st.sampled_from(LANGUAGES), st.dates(), st.integers(1, 3), st.sampled_from([1, 1, 1, -1]))
def test_what_is_told_is_read_as_the_same_date(language: str, day: object, parts: int, era: int) -> None:
    year, month, number = map(int, str(day).split("-"))
    date = PartialDate(era * year, month if parts > 1 else None, min(number, 28) if parts > 2 else None)
    assert read_dates(in_words(date, language), language) == [Reading(*date)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [None, 1, 23])
def test_every_month_is_read_again(language: str, day: int | None) -> None:
    for month in range(1, 13):
        date = PartialDate(1848, month, day)
        assert in_words(date, language) != str(date)
        assert read_dates(in_words(date, language), language) == [Reading(*date)]


@given(st.text(max_size=8), st.dates())
def test_a_language_without_names_keeps_iso(language: str, day: object) -> None:
    date = parse_date(str(day))
    assert date is not None
    if language.casefold().replace("_", "-").split("-")[0] not in LANGUAGES:
        assert in_words(date, language) == str(date)
