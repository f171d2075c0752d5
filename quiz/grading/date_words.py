"""Dates in words, as people write them in the language of a bank."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.grading.fold import primary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.quantity import PartialDate

SHORT_YEAR = 100
"""Years before this one are told with their era, as they would be taken for short ones of our time."""


class _Manner(NamedTuple):
    """How a language writes dates: month names, and what a whole date, a month and the eras look like.

    ``in_date`` are the months where a day stands before them, empty where they are the same.
    """

    months: str
    day: str
    month: str = "{month} {year}"
    in_date: str = ""
    before: str = ""
    after: str = ""


_PLAIN, _POINT, _DE = "{day} {month} {year}", "{day}. {month} {year}", "{day} de {month} de {year}"
_MANNERS: Mapping[str, _Manner] = {
    "en": _Manner(
        "January February March April May June July August September October November December",
        _PLAIN, before="{} BC", after="{} AD",
    ),
    "de": _Manner(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        _POINT, before="{} v. Chr.", after="{} n. Chr.",
    ),
    "fr": _Manner(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        _PLAIN, before="{} av. J.-C.", after="{} ap. J.-C.",
    ),
    "es": _Manner(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        _DE, "{month} de {year}", before="{} a. C.", after="{} d. C.",
    ),
    "it": _Manner(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        _PLAIN, before="{} a.C.", after="{} d.C.",
    ),
    "pt": _Manner(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        _DE, "{month} de {year}", before="{} a.C.", after="{} d.C.",
    ),
    "nl": _Manner(
        "januari februari maart april mei juni juli augustus september oktober november december",
        _PLAIN, before="{} v.Chr.", after="{} n.Chr.",
    ),
    "sv": _Manner(
        "januari februari mars april maj juni juli augusti september oktober november december", _PLAIN
    ),
    "da": _Manner(
        "januar februar marts april maj juni juli august september oktober november december", _POINT
    ),
    "no": _Manner(
        "januar februar mars april mai juni juli august september oktober november desember", _POINT
    ),
    "fi": _Manner(
        "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu "
        "joulukuu",
        _POINT,
        in_date="tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
        "syyskuuta lokakuuta marraskuuta joulukuuta",
    ),
    "pl": _Manner(
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        _PLAIN,
        in_date="stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
        "listopada grudnia",
    ),
    "cs": _Manner(
        "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
        _POINT,
        in_date="ledna února března dubna května června července srpna září října listopadu prosince",
    ),
    "ru": _Manner(
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        _PLAIN,
        in_date="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    ),
    "uk": _Manner(
        "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
        _PLAIN,
        in_date="січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    ),
    "tr": _Manner(
        "Ocak Şubat Mart Nisan May\N{LATIN SMALL LETTER DOTLESS I}s Haziran Temmuz Ağustos Eylül Ekim "
        "Kas\N{LATIN SMALL LETTER DOTLESS I}m Aral\N{LATIN SMALL LETTER DOTLESS I}k",
        _PLAIN,
    ),
    "ro": _Manner(
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        _PLAIN,
    ),
}  # fmt: skip
"""All of it is read as the same date by ``read_dates`` in the same language."""

_SAME = {"nb": "no", "nn": "no"}


def in_words(date: PartialDate, language: str) -> str:
    """Return the date as people write it: ``17 December 2021``, ``December 2021``, ``2021``, ``44 BC``.

    Years before 100 are told with their era. ISO 8601 where the language has no words here, or
    none for the era, and for the year 0.
    """
    code = primary(language)
    manner = _MANNERS.get(_SAME.get(code, code))
    year = "" if manner is None else _year(date.year, manner)
    if manner is None or not year:
        return str(date)
    if date.month is None:
        return year
    if date.day is None:
        return manner.month.format(month=manner.months.split()[date.month - 1], year=year)
    months = (manner.in_date or manner.months).split()
    return manner.day.format(day=date.day, month=months[date.month - 1], year=year)


def _year(year: int, manner: _Manner) -> str:
    """Return the year, with its era where it needs one; empty where it cannot be told."""
    if year >= SHORT_YEAR:
        return str(year)
    form = manner.before if year < 0 else manner.after
    return form.format(abs(year)) if year else ""
