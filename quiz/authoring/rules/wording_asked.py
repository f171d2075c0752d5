"""Whether what is asked for is what the answer holds: a year, a month or a day, a unit, so many options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.grading.fold import primary
from quiz.grading.tables import UNITS
from quiz.grading.units import asked_units, conversion
from quiz.question import DateQuestion, NumberQuestion, SeveralQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.quantity import PartialDate

_WHICH = r"\b(?:which|what)\s"
_PARTS = ("year", "month", "day")
_ASKED = {
    "year": re.compile(rf"{_WHICH}year\b(?!\s(?:group|of))", re.IGNORECASE),
    "month": re.compile(rf"{_WHICH}month\b", re.IGNORECASE),
    "day": re.compile(
        r"\bon\s(?:which|what)\s(?:exact\s)?(?:day|date)\b(?!\sof\sthe\s(?:week|month))", re.IGNORECASE
    ),
}
# `Which year and month`, `what day of which year` ask for more than one part.
_NAMED = {part: re.compile(rf"\b{part}s?\b", re.IGNORECASE) for part in _PARTS}
_NAMED["day"] = re.compile(r"\b(?:days?|dates?)\b", re.IGNORECASE)
_WHEN = re.compile(r"\bwhen\b", re.IGNORECASE)
_SO_MANY = re.compile(rf"{_WHICH}(?:of the\s)?(?P<number>\w+)(?![-'\w]|\s(?:or|to|and)\b)", re.IGNORECASE)
_COUNTED = re.compile(r"\bhow\s(?:many|far|long|much)\b", re.IGNORECASE)
_FEWEST = 2


def _asked(written: Written, bank: Material) -> Iterator[Found]:
    if primary(bank.language) != "en":
        return
    match written.question:
        case DateQuestion(ask=ask, date=date):
            yield from _other_part(written, ask, date)
        case NumberQuestion(ask=ask, unit=str(unit)):
            yield from _other_unit(written, ask, unit)
        case SeveralQuestion(ask=ask, answers=answers):
            yield from _other_number(written, ask, len(answers))


def _other_part(written: Written, ask: str, date: PartialDate) -> Iterator[Found]:
    """Find a year asked for where a day is the answer, and the like; not where several parts are named."""
    named = [part for part in _PARTS if _NAMED[part].search(ask)]
    wanted = next((part for part in named if _ASKED[part].search(ask)), None)
    known = "day" if date.day is not None else "month" if date.month is not None else "year"
    if wanted is None or wanted == known or len(named) > 1 or _WHEN.search(ask):
        return
    if _PARTS.index(known) > _PARTS.index(wanted):
        shortened = date._replace(month=date.month if wanted == "month" else None, day=None)
        yield Found(
            written.at("date"),
            f"the prompt asks for a {wanted}, the answer is a {known}: the {wanted} alone is partly right",
            f"write `date: {shortened}`, or ask for the {known}",
        )
    else:
        yield Found(
            written.at("date"),
            f"the prompt asks for a {wanted}, and the answer is known to the {known} alone",
            f"ask for the {known}, or write the {wanted}",
        )


def _other_unit(written: Written, ask: str, unit: str) -> Iterator[Found]:
    """Find a unit in the prompt that is not that of the answer, though both measure the same."""
    if not _COUNTED.search(ask):
        return
    factors = {word: conversion(word, unit) for word in asked_units(ask)}
    if any(factor == 1 for factor in factors.values()):
        return
    other = next((word for word, factor in factors.items() if factor is not None), None)
    if other is not None and re.search(
        rf"\bhow\smany\s{re.escape(other)}\b|\bin\s{re.escape(other)}\b", ask, re.IGNORECASE
    ):
        yield Found(
            written.at("unit"),
            f"the prompt asks for {other}, and the unit of the answer is {unit}",
            f"ask for {unit}, or write the number in {other}",
        )


def _other_number(written: Written, ask: str, right: int) -> Iterator[Found]:
    """Find a prompt that says how many are right, and another number of right options."""
    found = _SO_MANY.search(ask)
    word = found["number"].lower() if found else ""
    number = int(word) if word.isdecimal() and len(word) == 1 else UNITS.get(word, 0)
    if number >= _FEWEST and number != right:
        yield Found(
            written.at("answers"),
            f"the prompt asks for {word}, and {right} {'is' if right == 1 else 'are'} right",
            "say the number that is right, or leave it out",
        )


_DAY = "  - {ask: In which year was the bridge opened?, date: "

RULES = (
    Rule(
        code="asks-otherwise",
        family=Family.WORDING,
        about="The prompt asks for something else than the answer holds: for a year where the answer is a"
        " day (who says the year is told that it is partly right), for a day where only the year is known,"
        " for miles where the unit is km, for two where three are right. In English.",
        bad=questions(f"{_DAY}1862-05-03}}"),
        good=questions(f"{_DAY}1862}}"),
        find=each_question(_asked),
    ),
)
