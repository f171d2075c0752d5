"""Whether an answer stands in the passage that is to prove it, compared in normal forms.

Only what has to stand there is looked for: numbers, dates and proper names. Words may be put
otherwise than the text has them; whether they still say the same no rule can tell.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.evidence_dates import date_stands
from quiz.authoring.evidence_figures import (
    NUMBER,
    Figure,
    counting,
    figure_stands,
    figures_of,
    gives_such,
    speaks_of,
    without,
)
from quiz.authoring.evidence_names import asks_for_name, is_name_in_sentence, name_stands
from quiz.authoring.evidence_numbers import Passage, number_stands, with_other_marks
from quiz.grading.dates import read_dates
from quiz.quantity import PartialDate
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Hole,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FULL_YEAR = re.compile(r"\d{3}")
_YEARS = re.compile(r"(?<!\d)\d{4}[-\N{EN DASH}]\d{2}(?![\d-])")
_NOUN = re.compile(r"[\s-]*([^\W\d_]+)")

MOST_BESIDE = 2
"""So many words of the back of a card may stand beside its figure: a unit, or `in about`."""

FEWEST_OF_TOPIC = 2
"""So many paragraphs at least give a figure that the whole text is about."""

Steps = tuple[str | int, ...]


class Lack(NamedTuple):
    """What does not stand in its passage: the steps to where it is written, and its text.

    ``of_key``: whether it is written in the key there. ``whole`` is the statement that has it,
    empty where it is an answer as a whole. ``standing`` is the number of the passage with the same
    digits and other marks, or empty.
    """

    steps: Steps
    answer: str
    of_key: bool = False
    whole: str = ""
    standing: str = ""


class _Wanted(NamedTuple):
    """One right answer in every form that is accepted.

    ``before`` is the sentence up to a hole, or None; ``noun`` is the word behind the hole.
    """

    steps: Steps
    forms: tuple[str, ...]
    before: str | None = None
    noun: str = ""


def lacking(question: Question, passage: Passage, document: str) -> Iterator[Lack]:
    """Yield each right answer that has to stand in the passage and does not.

    Of a claim that is true, of items to be put in order, of options and of pairs these are the
    figures. ``document`` is the whole text, each paragraph on a line. Pairs and items may tell of several
    paragraphs, so those count as well that speak of the same. Nothing for other kinds, and for
    answers in common words.
    """
    match question:
        case NumberQuestion():
            yield from _number(question, passage)
        case DateQuestion():
            if not date_stands(question.date, passage):
                yield Lack(("date",), question.right(""))
        case TrueFalseQuestion():
            yield from _claimed(question.ask, passage, document) if question.answer else ()
        case SeveralQuestion():
            yield from _picked(question, passage, document)
        case OrderQuestion():
            yield from _ordered(question, passage, document)
        case MatchQuestion():
            yield from _paired(question, passage, document)
        case ClozeQuestion():
            yield from _lacking(
                question, passage._replace(prompt=_around(question, passage.language)), document
            )
        case RecallQuestion():
            yield from _recalled(question, passage)
        case _:
            yield from _lacking(question, passage, document)


def _number(question: NumberQuestion, passage: Passage) -> Iterator[Lack]:
    if not question.value.is_finite():
        return
    if not _number_stands(question, passage):
        standing = with_other_marks(question.written.strip(), passage.text)
        yield Lack(("number",), question.right(""), standing=standing)


def _number_stands(question: NumberQuestion, passage: Passage) -> bool:
    """Whether the number stands there, or one of the range; its ends may also be reckoned or counted."""
    lower, upper = question.bounds()
    unit = question.unit
    if question.upper is None:
        margin = max(upper - question.value, question.value - lower)
        return number_stands(question.value, passage, margin, unit)
    half = (upper - lower) / 2
    return number_stands(lower + half, passage, half, unit) or any(
        number_stands(end, passage, unit=unit) for end in (lower, upper)
    )


def _claimed(claim: str, passage: Passage, document: str) -> Iterator[Lack]:
    """Yield the figures of a true claim that its passage does not give.

    What the text says elsewhere may tell which thing is meant: always in a name, or where the
    passage gives no figure of that sort, and otherwise where the text says it again and again.
    """
    figures = figures_of(claim, passage.language)
    passage = passage._replace(prompt=without(claim, figures))
    for one in figures:
        if figure_stands(one, passage):
            continue
        such = not one.name and gives_such(one, passage.text, passage.language)
        times = sum(figure_stands(one, passage._replace(text=text)) for text in document.split("\n"))
        if times < (FEWEST_OF_TOPIC if such else 1):
            yield Lack(("claim",), claim[one.start : one.end], whole=claim)


def _picked(question: SeveralQuestion, passage: Passage, document: str) -> Iterator[Lack]:
    for number, answer in enumerate(question.answers):
        yield from _figures(answer, ("answers", number), passage, [])
    yield from _without_figures(question, passage, document)


def _ordered(question: OrderQuestion, passage: Passage, document: str) -> Iterator[Lack]:
    for number, item in enumerate(question.items):
        yield from _listed(item, ("order", number), item, passage, document)


def _paired(question: MatchQuestion, passage: Passage, document: str) -> Iterator[Lack]:
    for number, (left, right) in enumerate(question.pairs):
        steps, said = ("match", number), f"{left} {right}"
        yield from (lack._replace(of_key=True) for lack in _listed(left, steps, said, passage, document))
        yield from _listed(right, steps, said, passage, document)
    yield from _without_figures(question, passage._replace(text=document), document)


def _without_figures(question: Question, passage: Passage, document: str) -> Iterator[Lack]:
    lacks = _lacking(question, passage, document)
    yield from (lack for lack in lacks if not figures_of(lack.answer, passage.language))


def _listed(statement: str, steps: Steps, said: str, passage: Passage, document: str) -> Iterator[Lack]:
    """Yield the figures that neither the passage gives nor a paragraph that speaks of what is ``said``."""
    passage = passage._replace(prompt=without(statement, figures_of(statement, passage.language)))
    near = [text for text in document.split("\n") if speaks_of(text, said)]
    yield from _figures(statement, steps, passage, near)


def _figures(statement: str, steps: Steps, passage: Passage, near: Sequence[str]) -> Iterator[Lack]:
    for one in figures_of(statement, passage.language):
        if not figure_stands(one, passage) and not _stands_in_any(one, near, passage):
            figure = statement[one.start : one.end]
            yield Lack(steps, figure, whole="" if figure == statement else statement)


def _stands_in_any(figure: Figure, texts: Iterable[str], passage: Passage) -> bool:
    return any(figure_stands(figure, passage._replace(text=text)) for text in texts)


def _lacking(question: Question, passage: Passage, document: str) -> Iterator[Lack]:
    for wanted in _wanted(question):
        if all(_is_lacking(form, wanted, passage, document) for form in wanted.forms):
            standing = with_other_marks(_first_number(wanted.forms[0]), passage.text)
            yield Lack(wanted.steps, wanted.forms[0], standing=standing)


def _first_number(answer: str) -> str:
    found = NUMBER.search(answer)
    return found[1] if found else ""


def _around(question: ClozeQuestion, language: str) -> str:
    """Return what a cloze says around its holes, without figures: it asks for nothing by them."""
    said = (piece for piece in question.pieces if isinstance(piece, str))
    return " ".join(without(piece, figures_of(piece, language)) for piece in said)


def _recalled(question: RecallQuestion, passage: Passage) -> Iterator[Lack]:
    """Yield the back of a card that is a date, a year or a number alone, if with its unit."""
    figures = figures_of(question.back, passage.language)
    rest = without(question.back, figures)
    if len(figures) == 1 and len(rest.split()) <= MOST_BESIDE and not any(map(str.isdigit, rest)):
        passage = passage._replace(prompt=f"{passage.prompt} {rest}")
        if not figure_stands(figures[0], passage):
            standing = with_other_marks(_first_number(question.back), passage.text)
            yield Lack(("back",), question.back, standing=standing)


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
    for piece, after in zip_longest(question.pieces, question.pieces[1:]):
        if isinstance(piece, Hole):
            noun = _NOUN.match(after) if isinstance(after, str) else None
            yield _Wanted(("cloze",), piece.accepted, before, noun[1] if noun else "")
        before += piece.accepted[0] if isinstance(piece, Hole) else piece


def _is_lacking(answer: str, wanted: _Wanted, passage: Passage, document: str) -> bool:
    dates = _dates(answer, passage.language)
    if dates:
        return not any(date_stands(date, passage) for date in dates)
    numbers = figures_of(answer, passage.language)
    if numbers:
        return not all(figure_stands(counting(one, wanted.noun), passage) for one in numbers)
    if wanted.before is None:
        is_name = asks_for_name(answer, passage, document)
    else:
        is_name = is_name_in_sentence(answer, wanted.before, document, passage.language)
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
