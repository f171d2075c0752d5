"""Typed dates in other languages than English, row by row, each with its argument."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.grading.tables import MONTHS, months
from tests.grading.asking import P, R, W, judge_date

if TYPE_CHECKING:
    from quiz.review import Verdict

ROWS = [
    # language, date, response, verdict, argument
    ("de", "2021-12-17", "17. Dezember 2021", R, "German"),
    ("de", "1888-03-09", "9. März 1888", R, "with an umlaut"),
    ("de", "1888-03-09", "9. Maerz 1888", R, "spelt out"),
    ("de", "2021-11-12", "12.11.2021", R, "day first"),
    ("de", "2021-11-12", "12/11/2021", R, "day first outside English"),
    ("de", "2021-12-11", "12/11/2021", W, "and never month first"),
    ("de", "-44", "44 v. Chr.", R, "before the era"),
    ("fr", "2021-03-01", "1er mars 2021", R, "French"),
    ("fr", "1944-08-25", "25 août 1944", R, "with an accent"),
    ("es", "1808-05-03", "3 de mayo de 1808", R, "Spanish"),
    ("it", "1946-06-02", "2 giugno 1946", R, "Italian"),
    ("pt", "1974-04-25", "25 de abril de 1974", R, "Portuguese"),
    ("nl", "1945-05-05", "5 mei 1945", R, "Dutch"),
    ("de", "2021-12-17", "Freitag, 17. Dezember 2021", R, "with the day of the week"),
    ("de", "2021-12-17", "am 17. Dezember 2021", R, "a word in front"),
    ("de", "2021-12-17", "17.12.2021", R, "in digits"),
    ("de", "2021-12-17", "Dezember 2021", P, "coarser"),
    ("de", "2021-01-17", "17. Jänner 2021", R, "as Austrians say"),
    ("de", "-44", "44 v. u. Z.", R, "another era"),
    ("de", "14", "14 n. Chr.", R, "after it"),
    ("de", "2021-06-17", "17. Juli 2021", W, "another month, however close"),
    ("de", "2021-12-17", "17 December 2021", R, "English is read everywhere"),
    ("fr", "1789-07-14", "14 juillet 1789", R, "French"),
    ("fr", "1789-07-14", "le 14 juillet 1789", R, "with its article"),
    ("fr", "1789-07-14", "14 juin 1789", W, "another month"),
    ("fr", "1789-07-14", "14/07/1789", R, "day first"),
    ("fr", "-44", "44 av. J.-C.", R, "before the era"),
    ("fr", "14", "14 ap. J.-C.", R, "after it"),
    ("fr", "1848-02-24", "24 fevrier 1848", R, "without its accent"),
    ("es", "1886-05-01", "1.º de mayo de 1886", R, "an ordinal"),
    ("es", "1492-10-12", "12 de octubre de 1492", R, "Spanish"),
    ("es", "1492-10-12", "octubre de 1492", P, "coarser"),
    ("es", "-44", "44 a. C.", R, "before the era"),
    ("es", "1492-10-12", "12 de noviembre de 1492", W, "another month"),
    ("it", "1861-03-17", "17 marzo 1861", R, "Italian"),
    ("it", "1861-03-17", "venerdì 17 marzo 1861", R, "with a day of the week, which is not asked"),
    ("it", "-44", "44 a.C.", R, "before the era"),
    ("it", "1861-03-17", "17 maggio 1861", W, "another month"),
    ("pt", "1822-09-07", "7 de setembro de 1822", R, "Portuguese"),
    ("nl", "1813-12-02", "2 december 1813", R, "Dutch"),
    ("nl", "-44", "44 v.Chr.", R, "before the era"),
    ("sv", "2021-05-17", "17 maj 2021", R, "Swedish"),
    ("da", "1945-05-04", "4. maj 1945", R, "Danish"),
    ("no", "1814-05-17", "17. mai 1814", R, "Norwegian"),
    ("nb", "1814-12-17", "17. desember 1814", R, "by its other name"),
    ("fi", "1917-12-06", "6. joulukuuta 1917", R, "Finnish, in the case of dates"),
    ("fi", "1917-12", "joulukuu 1917", R, "and in that of months"),
    ("pl", "1918-11-11", "11 listopada 1918", R, "Polish, in the case of dates"),
    ("pl", "1918-11-11", "11 października 1918", W, "another month"),
    ("cs", "1989-11-17", "17. listopadu 1989", R, "Czech"),
    ("cs", "1918-10-28", "28. října 1918", R, "with its accents"),
    ("ru", "1961-04-12", "12 апреля 1961", R, "Russian, in the case of dates"),
    ("ru", "1961-04-12", "12 апреля 1961 года", R, "with the word for year"),
    ("ru", "1961-05-09", "9 мая 1961", R, "another month"),
    ("ru", "1961-05", "май 1961", R, "in the case of months"),
    ("uk", "1991-08-24", "24 серпня 1991", R, "Ukrainian"),
    ("el", "1821-03-25", "25 Μαρτίου 1821", R, "Greek"),
    ("tr", "1923-10-29", "29 Ekim 1923", R, "Turkish"),
    ("ro", "1918-12-01", "1 decembrie 1918", R, "Romanian"),
    ("hu", "1848-03-15", "1848. március 15.", R, "Hungarian, year first"),
    ("ca", "1714-09-11", "11 de setembre de 1714", R, "Catalan"),
    ("xx", "1714-09-11", "11 septembre 1714", R, "a language that no table knows has the common ones"),
    ("xx", "1918-11-11", "11 listopada 1918", W, "and not those of one language alone"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "date", "response", "verdict", "argument"), ROWS)
def test_dates_of_other_languages(
    language: str, date: str, response: str, verdict: Verdict, argument: str
) -> None:
    assert judge_date(date, response, language).verdict is verdict, argument


@pytest.mark.parametrize(
    "code", ["sv", "da", "no", "fi", "pl", "cs", "ru", "uk", "el", "tr", "ro", "hu", "ca"]
)
def test_every_language_has_its_twelve_months(code: str) -> None:
    own = {word: month for word, month in months(code).items() if word not in MONTHS}
    assert set(months(code).values()) == set(range(1, 13))
    assert own
