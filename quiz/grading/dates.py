"""Grading a typed date, at the precision of the question's."""

from __future__ import annotations

import re
import unicodedata
from calendar import month_name
from typing import TYPE_CHECKING, NamedTuple

from quiz.grading.date_words import in_words
from quiz.grading.figures import in_figures, spoken_year
from quiz.grading.fold import bare, primary
from quiz.grading.judgement import HALF, Finding
from quiz.grading.picks import NOTHING
from quiz.grading.tables import DATE_FILLERS, OTHER_FILLERS, months
from quiz.quantity import PartialDate, in_ascii_digits, parse_date, partial_date
from quiz.review import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.question import DateQuestion

LONGEST = 60
YEAR_DIGITS = 3
LEAP_YEAR = 2000
CENTURIES = (1900, 2000)

_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_ISO = re.compile(r"-?\d{3,4}(?:-\d{1,2}){0,2}|-?\d{1,2}", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,4}) ?([./-]) ?(\d{1,4})(?: ?\2 ?(\d{1,4}))?", re.ASCII)
_ERA = re.compile(
    r"(?<!\w)(?:(?P<before>b\.? ?c\.?(?: ?e\b)?|v\.? ?(?:chr|u\. ?z)|av\.? ?j\.? ?-?c|a\.? ?c(?:\.? ?n)?"
    r"|vor unserer zeitrechnung"
    r"|a\.? ?de ?c|p\.? ?n\.? ?e|m\.? ?o|до н\.? ?э|before christ|vor christus|avant jesus-christ"
    r"|antes de cristo|avanti cristo|voor christus)"
    r"|a\.? ?d|c\.? ?e|n\.? ?(?:chr|u\. ?z)|ap\.? ?j\.? ?-?c|d\.? ?c|n\.? ?e|m\.? ?s|н\.? ?э)(?!\w)\.?"
)
_ABOUT = re.compile(
    r"^(?:(?:about|around|approximately|circa|etwa|gegen|um|vers|environ|hacia|verso|ongeveer"
    r"|okolo|około|ok\.|около|ок\.|примерно|yaklasik) |~ ?|ca?(?:\. ?| |(?=\d)))(?=\S)"
)
_ORDINAL = re.compile(r"(\d)\.?(?:(?:st|nd|rd|th|er|re|te|e|o|a)\b|°)", re.ASCII)
_SHORT_YEAR = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]?(\d\d)", re.ASCII)
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_])[,-](?= ?\w)|,(?= )")
_IDEOGRAPHIC = re.compile(r"^(\d{1,4})[年년] ?(\d{1,2})[月월](?: ?(\d{1,2})[日일])?$", re.ASCII)
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_FILLERS = DATE_FILLERS | OTHER_FILLERS
_BETWEEN = set(" ,.-/'")
_WORTH = {Verdict.RIGHT: 2, Verdict.PARTLY: 1, Verdict.WRONG: 0}


class Reading(NamedTuple):
    """One way to read a typed date; a part is None where it was not given."""

    year: int | None
    month: int | None
    day: int | None


def grade_date(question: DateQuestion, text: str, language: str) -> Finding:
    """Return right when the date is the question's as far as the question's goes.

    Finer than the question's is right when it agrees; coarser, or without the year, is partly
    and half. When day and month can be read both ways it is near and unread, also where neither
    is right: the learner is asked, nothing is guessed, and to be asked tells nothing. So it is
    when the year has two digits, and one reading alone is right. A year
    of two digits alone is asked again where it may be one of the last century or of this one.
    """
    if not text.strip():
        return NOTHING
    right = str(question.date)
    readings = read_dates(text, language)
    if not readings:
        return Finding(Verdict.WRONG, 0.0, "No date could be read there", matched=right, unread=True)
    verdicts = {_judge(reading, question.date) for reading in readings}
    short = _SHORT_YEAR.fullmatch(text.strip())
    if short and verdicts == {Verdict.WRONG}:
        verdicts |= {_judge(Reading(year, None, None), question.date) for year in _years(short[1])}
        readings = [Reading(year, None, None) for year in _years(short[1])]
    best = max(verdicts, key=_WORTH.__getitem__)
    if _both_ways(readings, question.date) or (best is Verdict.RIGHT and len(verdicts) > 1):
        return Finding(Verdict.NEAR, HALF, _which(readings), matched=right, unread=True)
    return _finding(best, right, _taken_as(readings, text, language))


def read_dates(text: str, language: str = "en") -> list[Reading]:
    """Return the ways to read a typed date; none when it is no date.

    Takes ISO 8601 in full and in short, numbers parted by ``. / -``, and a month by its name in
    English, German, French, Spanish, Italian, Portuguese, Dutch, or the language of the bank
    (see ``months``). Points, and other marks in
    banks that are not English, mean day first; year first is always year, month, day. ``44 BC``
    is the year -44, in each of these languages. Nothing that was not typed is filled in.
    """
    if len(text) > LONGEST:
        return []
    folded = (
        bare(in_ascii_digits(unicodedata.normalize("NFKC", text.strip())).casefold())
        .strip(" .,!?")
        .replace("\N{EN DASH}", "-")
    )
    folded = _ABOUT.sub("", folded.replace("\N{MINUS SIGN}", "-"))
    folded = _BASIC.sub(r"\1-\2-\3", folded) if _BASIC.fullmatch(folded) else folded
    folded = _IDEOGRAPHIC.sub(r"\1-\2-\3", folded).removesuffix("-")
    if _ISO.fullmatch(folded):
        date = parse_date(folded)
        return [Reading(*date)] if date else []
    numeric = _NUMERIC.fullmatch(folded)
    code = primary(language)
    return _numeric(numeric, code) if numeric else _named(folded, code) or _in_words(folded, code)


def _judge(reading: Reading, date: PartialDate) -> Verdict:
    """Compare the parts that both have; what is missing in the reading alone is coarser."""
    pairs = list(zip(reading, date, strict=True))
    if any(mine is not None and right is not None and mine != right for mine, right in pairs):
        return Verdict.WRONG
    return (
        Verdict.PARTLY if any(mine is None and right is not None for mine, right in pairs) else Verdict.RIGHT
    )


def _both_ways(readings: Sequence[Reading], date: PartialDate) -> bool:
    """Whether day and month can be read both ways in one year, as far as the date asked goes."""
    asked = {
        Reading(one.year, one.month if date.month else None, one.day if date.day else None)
        for one in readings
        if one.year is not None
    }
    return len({reading.year for reading in asked}) < len(asked)


def _finding(verdict: Verdict, right: str, taken_as: str | None) -> Finding:
    read = f"it is read as {taken_as}" if taken_as else ""
    if verdict is Verdict.RIGHT:
        return Finding(verdict, 1.0, read, matched=right, taken_as=taken_as)
    if verdict is Verdict.PARTLY:
        return Finding(
            verdict, HALF, "It agrees, but the date is asked more exactly", matched=right, taken_as=taken_as
        )
    note = f"Wrong; {read}" if read else "That is another date"
    return Finding(verdict, 0.0, note, matched=right, taken_as=taken_as)


def _which(readings: Sequence[Reading]) -> str:
    """Return a question that names the readings in the order they were found in, right or not."""
    years = list(dict.fromkeys(reading.year for reading in readings))
    if None in years and len(years) > 1:
        return "That can be read in several ways; write the year in full"
    if len(years) > 1:
        return f"Is the year {' or '.join(map(str, years))}? Write it in full"
    named = dict.fromkeys(
        f"{reading.day} {month_name[reading.month]} {reading.year}" for reading in readings if reading.month
    )
    return f"Is it {' or '.join(named)}? Write the month as a word"


def _taken_as(readings: Sequence[Reading], text: str, language: str) -> str | None:
    """Return the one reading in words, unless that is what was typed or the year is missing."""
    year, month, day = readings[0]
    if len(readings) > 1 or year is None:
        return None
    date = PartialDate(year, month, day)
    words = in_words(date, language)
    return None if text.strip() in (str(date), words) else words


def _numeric(found: re.Match[str], code: str) -> list[Reading]:
    first, mark, second, third = found.groups()
    if len(first) >= YEAR_DIGITS:
        return _existing([Reading(int(first), int(second), int(third) if third else None)])
    if third is None and len(second) >= YEAR_DIGITS:
        return _existing([Reading(int(second), int(first), None)])
    orders = [(int(second), int(first))]
    if code == "en" and mark != ".":
        orders.append((int(first), int(second)))
    years = _years(third) if third else [None]
    return _existing(Reading(year, month, day) for year in years for month, day in orders)


def _years(text: str) -> list[int | None]:
    """Return what a typed year may be: two digits are of the last century or of this one."""
    if len(text) >= YEAR_DIGITS:
        return [int(text)]
    return [century + int(text) for century in CENTURIES]


def _named(text: str, code: str) -> list[Reading]:
    """Read a date with a month's name, or with an era, or a year among filling words."""
    if code == "en" and (spoken := spoken_year(_TOKEN.findall(text))):
        return [Reading(int(spoken), None, None)]
    known, era = months(code), _ERA.search(text)
    text = _ORDINAL.sub(r"\1", _ERA.sub(" ", text))
    words = [word for word in _TOKEN.findall(text) if word not in _FILLERS]
    named = [known[word] for word in words if word in known]
    numbers = [word for word in words if word.isascii() and word.isdigit()]
    if len(named) > 1 or len(words) > len(named) + len(numbers) or set(_TOKEN.sub("", text)) - _BETWEEN:
        return []
    if era:
        return _with_era(named, numbers, before=era["before"] is not None)
    return _existing(_with_month(named[0], numbers) if named else _year_alone(numbers))


def _in_words(text: str, code: str) -> list[Reading]:
    """Read a date with a month's name whose day or year is in words: the first of June 1984."""
    words = _BETWEEN_WORDS.sub(" ", text).split()
    if not any(word in months(code) for word in words):
        return []
    written = " ".join(words)
    in_digits = in_figures(written, code, code)
    return _named(in_digits, code) if in_digits != written else []


def _year_alone(numbers: Sequence[str]) -> list[Reading]:
    return [Reading(int(numbers[0]), None, None)] if len(numbers) == 1 else []


def _with_month(month: int, numbers: Sequence[str]) -> list[Reading]:
    match numbers:
        case (year,) if len(year) >= YEAR_DIGITS:
            return [Reading(int(year), month, None)]
        case (short,):
            return [Reading(None, month, int(short)), *(Reading(year, month, None) for year in _years(short))]
        case (year, day) if len(year) >= YEAR_DIGITS:
            return [Reading(int(year), month, int(day))]
        case (day, end):
            return [Reading(year, month, int(day)) for year in _years(end)]
        case _:
            return []


def _with_era(named: Sequence[int], numbers: Sequence[str], *, before: bool) -> list[Reading]:
    """Take the last number for the year, whatever its length."""
    if not numbers or len(numbers) > 1 + len(named):
        return []
    year = -int(numbers[-1]) if before else int(numbers[-1])
    day = int(numbers[0]) if len(numbers) > 1 else None
    return _existing([Reading(year, named[0] if named else None, day)])


def _existing(readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings that a calendar has, each once."""
    return [
        reading
        for reading in dict.fromkeys(readings)
        if partial_date(LEAP_YEAR if reading.year is None else reading.year, reading.month, reading.day)
        and len(str(abs(reading.year or 0))) <= YEAR_DIGITS + 1
    ]
