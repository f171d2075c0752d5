"""Whether an answer stands in the passage that is to prove it, compared in normal forms.

Only what has to stand there is looked for: numbers, dates and proper names. Words may be put
otherwise than the text has them; whether they still say the same no rule can tell.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.evidence_names import asks_for_name, is_name_in_sentence, name_stands
from quiz.authoring.evidence_numbers import MOST_COUNTED, Passage, date_stands, number_stands
from quiz.grading.dates import read_dates
from quiz.quantity import PartialDate, parse_number
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Hole,
    MatchQuestion,
    NumberQuestion,
    Question,
    SeveralQuestion,
    TextQuestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(
    r"(?<![\w.,:/^+*=\N{MINUS SIGN}-])[$\N{EURO SIGN}\N{POUND SIGN}]?(\d[\d.,]*\d|\d)%?(?![\w:/^+*=-]|[.,]\d)"
)
_FULL_YEAR = re.compile(r"\d{3}")
_YEARS = re.compile(r"(?<!\d)\d{4}[-\N{EN DASH}]\d{2}(?![\d-])")

Steps = tuple[str | int, ...]


class Lack(NamedTuple):
    """An answer that does not stand in its passage: the steps to where it is written, and its text."""

    steps: Steps
    answer: str


class _Wanted(NamedTuple):
    """One right answer in every form that is accepted; ``before`` is the sentence up to a hole, or None."""

    steps: Steps
    forms: tuple[str, ...]
    before: str | None = None


def lacking(question: Question, passage: Passage, document: str) -> Iterator[Lack]:
    """Yield each right answer that has to stand in the passage and does not.

    ``document`` is the whole text. The pairs of a match, which may tell of several paragraphs,
    are looked for in all of it. Nothing for other kinds and for answers in common words.
    """
    match question:
        case NumberQuestion():
            margin = question.tolerance.margin(question.value) if question.tolerance else Decimal(0)
            if question.value.is_finite() and not number_stands(
                question.value, passage, margin, question.unit
            ):
                yield Lack(("number",), question.right(""))
        case DateQuestion():
            if not date_stands(question.date, passage):
                yield Lack(("date",), question.right(""))
        case MatchQuestion():
            yield from _lacking(question, passage._replace(text=document), document)
        case ClozeQuestion():
            said = " ".join(piece for piece in question.pieces if isinstance(piece, str))
            yield from _lacking(question, passage._replace(prompt=said), document)
        case _:
            yield from _lacking(question, passage, document)


def _lacking(question: Question, passage: Passage, document: str) -> Iterator[Lack]:
    for wanted in _wanted(question):
        if all(_is_lacking(form, wanted.before, passage, document) for form in wanted.forms):
            yield Lack(wanted.steps, wanted.forms[0])


def _wanted(question: Question) -> Iterator[_Wanted]:
    match question:
        case TextQuestion():
            yield _Wanted(("answer",), question.accepted(""))
        case ChoiceQuestion():
            yield _Wanted(("answer",), (question.answer,))
        case SeveralQuestion():
            yield from (_Wanted(("answers", number), (one,)) for number, one in enumerate(question.answers))
        case MatchQuestion():
            yield from (
                _Wanted(("match", number), (right,)) for number, (_, right) in enumerate(question.pairs)
            )
        case ClozeQuestion():
            yield from _holes(question)
        case _:
            pass


def _holes(question: ClozeQuestion) -> Iterator[_Wanted]:
    before = ""
    for piece in question.pieces:
        if isinstance(piece, Hole):
            yield _Wanted(("cloze",), piece.accepted, before)
        before += piece.accepted[0] if isinstance(piece, Hole) else piece


def _is_lacking(answer: str, before: str | None, passage: Passage, document: str) -> bool:
    dates = _dates(answer, passage.language)
    if dates:
        return not any(date_stands(date, passage) for date in dates)
    numbers = list(_numbers(answer, passage.language))
    if numbers:
        return not all(number_stands(value, passage) for value in numbers)
    if before is None:
        is_name = asks_for_name(answer, passage.prompt, document, passage.language)
    else:
        is_name = is_name_in_sentence(answer, before, document, passage.language)
    return is_name and not name_stands(answer, passage)


def _dates(answer: str, language: str) -> list[PartialDate]:
    """Return the ways to read an answer that is a date with its month and its year in full; none otherwise.

    ``1806-07`` may be two years and is left alone.
    """
    readings = read_dates(answer, language) if _FULL_YEAR.search(answer) and not _YEARS.search(answer) else []
    return [
        PartialDate(one.year, one.month, one.day)
        for one in readings
        if one.year is not None and one.month is not None
    ]


def _numbers(answer: str, language: str) -> Iterator[Decimal]:
    """Yield the numbers that an answer writes in digits, but for small ones, which may be spelt or listed."""
    for found in _NUMBER.finditer(answer):
        value = parse_number(found[1], language)
        if value is not None and value > MOST_COUNTED:
            yield value
