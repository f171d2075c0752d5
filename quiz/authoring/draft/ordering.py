"""The years and dates of a sentence in their order in time, which a wrong one in their place has to keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.figures import figures
from quiz.authoring.draft.mention import Sort
from quiz.authoring.draft.words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.authoring.draft.mention import Mention

TIMES = frozenset({Sort.YEAR, Sort.DATE})

_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


class _Moment(NamedTuple):
    """A year, a month from 0, a day: None where it is not said."""

    year: int | None
    month: int | None
    day: int | None


def keeps_order(text: str, mention: Mention) -> Callable[[str], bool]:
    """Return whether something else in place of a year or a date leaves those of a sentence in order.

    A range that runs backwards (`from 1862 to 1850`) tells by itself that it is wrong, and so does
    what ends before it began. Everything does in place of what is no year and no date.
    """
    if mention.sort not in TIMES:
        return lambda _: True
    own = _moment(mention.text)
    beside = [
        (moment, order)
        for one in figures(text)
        if one.sort in TIMES and one.start != mention.start
        if (order := _order(own, moment := _moment(one.text)))
    ]
    return lambda other: all(_order(_moment(other), moment) == order for moment, order in beside)


def _moment(text: str) -> _Moment:
    year, day = _YEAR.search(text), _DAY.search(text)
    month = next((number for number, name in enumerate(MONTHS) if name in text), None)
    return _Moment(year and int(year[0]), month, day and int(day[0]))


def _order(one: _Moment, two: _Moment) -> int:
    """Return -1 where one comes before two, 1 where behind it, 0 where that is not told."""
    begin = 0 if one.year is not None and two.year is not None else 1
    for first, second in zip(one[begin:], two[begin:], strict=True):
        if first is None or second is None:
            break
        if first != second:
            return -1 if first < second else 1
    return 0
