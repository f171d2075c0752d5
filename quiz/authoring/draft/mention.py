"""What a sentence names: where, and of what sort."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Sort(StrEnum):
    """What sort of thing is named; the value is the hint of a hole, empty where there is none."""

    PERSON = "a person"
    COUNTRY = "a country"
    CITY = "a city"
    REGION = "a region"
    BODY = "an organisation"
    NUMBER = "a number"
    YEAR = "a year"
    DATE = "a date"
    MONTH = "a month"
    WEEKDAY = "a weekday"
    NAME = ""


NAMES = frozenset({Sort.PERSON, Sort.COUNTRY, Sort.CITY, Sort.REGION, Sort.BODY, Sort.NAME})
"""Sorts that are names."""


class Mention(NamedTuple):
    """A piece ``start:end`` of a sentence that names something.

    ``thing`` is the same for all mentions of one thing: `Rojas` and `Ana Rojas`.
    ``whole`` is where the phrase around it begins, its titles included: `President of Chile
    Ana Rojas`.
    """

    start: int
    end: int
    text: str
    sort: Sort
    thing: str
    whole: int = -1

    @property
    def begin(self) -> int:
        """Where the phrase begins."""
        return self.start if self.whole < 0 else self.whole
