"""Whether something is still accepted that was right before the answer was changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.evidence_dates import date_stands, is_year
from quiz.authoring.evidence_numbers import CLOSE, number_stands
from quiz.authoring.finding import Found
from quiz.authoring.grounds import passage_of
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.bank.problem import shown
from quiz.grading.dates import read_dates
from quiz.grading.numbers import read_numbers
from quiz.quantity import PartialDate
from quiz.question import ClozeQuestion, TextQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from quiz.authoring.evidence_numbers import Passage
    from quiz.authoring.material import Material
    from quiz.bank import Written

_BEFORE = re.compile(r"^(?:(?:in|on|by|at|of|the|year|since|until|from) )+", re.IGNORECASE)
_UNIT = re.compile(r"[^\W\d_][^\W\d_ .]*(?: [^\W\d_]+)?|%|")
_YEAR_IN_WORDS = re.compile(
    r"(ten|eleven|twelve|\w+teen|twenty)[ -]((?:oh|o|nought|zero)[ -])?([a-z]+(?:[ -][a-z]+)?)", re.IGNORECASE
)
_CENTURIES = range(10, 21)


def _left_over(written: Written, bank: Material) -> Iterator[Found]:
    passage, question = passage_of(written, bank), written.question
    if passage is None:
        return
    passage = passage._replace(prompt="")
    if isinstance(question, TextQuestion):
        for number, other in enumerate(question.accept):
            if _contradicts(other, question.answer, passage):
                yield _told(other, question.answer, written, ("accept", number))
    elif isinstance(question, ClozeQuestion):
        for hole in question.holes():
            for other in hole.accepted[1:]:
                if _contradicts(other, hole.accepted[0], passage):
                    yield _told(other, hole.accepted[0], written, ("cloze",))


def _told(other: str, answer: str, written: Written, steps: Sequence[str | int]) -> Found:
    source = written.question.source
    return Found(
        written.at(*steps),
        f"{shown(other)} is accepted, though the answer is {shown(answer)}, and paragraph "
        f"{source and source.paragraph} says that alone",
        "take it away, or write what it says where the answer is",
    )


def _contradicts(other: str, answer: str, passage: Passage) -> bool:
    """Whether both are numbers, or dates, that differ, and the passage gives the answer alone."""
    mine, theirs = _dates(answer, passage.language), _dates(other, passage.language)
    if mine and theirs:
        return (
            not any(_agree(one, two) for one in mine for two in theirs)
            and any(date_stands(one, passage) for one in mine)
            and not any(date_stands(two, passage) for two in theirs)
        )
    ours, others = _numbers(answer, passage.language), _numbers(other, passage.language)
    return (
        bool(ours and others)
        and all(_differ(*one, *two) for one in ours for two in others)
        and any(number_stands(value, passage, unit=unit or None, counted=False) for value, unit in ours)
        and not any(number_stands(value, passage, unit=unit or None) for value, unit in others)
    )


def _dates(text: str, language: str) -> list[PartialDate]:
    """Return the ways to read a date with a month and a year."""
    return [
        PartialDate(one.year, one.month, one.day)
        for one in read_dates(_BEFORE.sub("", text), language)
        if one.year is not None and one.month is not None
    ]


def _agree(one: PartialDate, two: PartialDate) -> bool:
    return all(a is None or b is None or a == b for a, b in zip(one, two, strict=True))


def _numbers(text: str, language: str) -> list[tuple[Decimal, str]]:
    """Return the ways to read a text that is a number, with its unit or without; none for other texts."""
    text = _BEFORE.sub("", text.strip())
    year = _spelt_year(text)
    if year is not None:
        return [(year, "")]
    readings = read_numbers(text.replace("-", " ") if text[:1].isalpha() else text, language)
    return [(abs(one.value), one.unit.casefold()) for one in readings if _UNIT.fullmatch(one.unit)]


def _spelt_year(text: str) -> Decimal | None:
    """Return the year of ``nineteen forty-one`` or ``nineteen oh five``, or None.

    What is a number as it stands, such as ``nineteen hundred`` and ``twenty-five``, is no such year.
    """
    found = _YEAR_IN_WORDS.fullmatch(text)
    if found is None:
        return None
    century, rest = (read_numbers(part.replace("-", " ")) for part in (found[1], found[3]))
    if len(century) != 1 or len(rest) != 1 or rest[0].unit or century[0].value not in _CENTURIES:
        return None
    is_whole = rest[0].value in (range(1, 10) if found[2] else range(10, 100))
    return 100 * century[0].value + rest[0].value if is_whole else None


def _differ(one: Decimal, unit: str, two: Decimal, other: str) -> bool:
    """Whether two numbers are certainly not the same: neither rounded, nor cut short, nor in other units."""
    if (unit and other and unit != other) or (unit == "%") != (other == "%") or not one or not two:
        return False
    if is_year(one) and is_year(two):
        return one != two
    same_digits = one.normalize().as_tuple().digits == two.normalize().as_tuple().digits
    return (
        abs(one - two) > CLOSE * max(one, two) and not same_digits and one % 100 != two and two % 100 != one
    )


_TEXT = "The bridge was built in 1862, of stone."
_YEAR = (
    "  - ask: In which year was the bridge built?\n    answer: 1862\n    accept: [{}]\n"
    "    source: {{paragraph: 1}}\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        code="left-over-accept",
        family=Family.GROUNDING,
        about=(
            "Something is accepted that is another number or another date than the answer, and the paragraph "
            "gives the answer alone. It may be left over from before the answer was changed, and marks what "
            "is wrong as right. Other units, rounded numbers and short years are left alone, and so are "
            "questions that cite no paragraph."
        ),
        bad=questions(_YEAR.format("eighteen twenty-six"), _TEXT),
        good=questions(_YEAR.format("eighteen sixty-two"), _TEXT),
        find=each_question(_left_over),
    ),
)
