"""A question and a response to a judgement; pure, and total over every response.

``judgement`` holds the values, ``rating`` what is suggested for memory. Each sort of response
has its grader: ``typed`` (text and cloze, with ``fold`` for what is ignored, ``slips`` for what
is near, ``difference`` for what is drawn), ``numbers`` (with ``spelt`` and ``units``), ``dates``
and ``picks``. ``tables`` holds what is known of languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.grading.dates import grade_date
from quiz.grading.judgement import Finding, Judgement, Piece, Sort, rejudge_near
from quiz.grading.numbers import grade_number
from quiz.grading.picks import MISFIT, grade_choice, grade_match, grade_order, grade_several
from quiz.grading.rating import explain, suggest
from quiz.grading.typed import grade_typed
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
)
from quiz.review import Matched, Picked, Rating, Response, SelfRated, Typed, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.card import Card
    from quiz.question import Question

__all__ = ["Judgement", "Piece", "Sort", "grade", "rejudge_near", "suggest"]


def grade(
    card: Card,
    response: Response,
    *,
    language: str = "en",
    hints: int = 0,
    rivals: Collection[str] = (),
) -> Judgement:
    """Return the judgement on any response to any card of ``cards_of``; never raises.

    ``language`` is the bank's (``de``, ``de-CH``); ``hints`` is how many were shown before the
    answer; ``rivals`` are right answers of other questions, which are never a near answer to
    this one. A response that does not fit the kind is wrong.
    """
    if isinstance(card.question, RecallQuestion) and isinstance(response, SelfRated):
        return _self_rated(response.rating)
    finding = _find(card, response, language, rivals)
    return Judgement(
        verdict=finding.verdict,
        score=finding.score,
        suggested=suggest(finding.verdict, hints=hints, luck=finding.luck),
        reason=explain(finding, hints),
        difference=finding.difference,
        matched=finding.matched,
        taken_as=finding.taken_as,
        unread=finding.unread,
    )


def _self_rated(rating: Rating) -> Judgement:
    knew = rating is not Rating.AGAIN
    return Judgement(
        verdict=Verdict.RIGHT if knew else Verdict.WRONG,
        score=1.0 if knew else 0.0,
        suggested=rating,
        reason=f"You rated it {rating.name.lower()} yourself.",
    )


def _find(card: Card, response: Response, language: str, rivals: Collection[str]) -> Finding:
    match response:
        case Typed(text):
            return _find_typed(card, text, language, rivals)
        case Picked():
            return _find_picked(card.question, response)
        case Matched() if isinstance(card.question, MatchQuestion):
            return grade_match(card.question, response)
        case _:
            return MISFIT


def _find_typed(card: Card, text: str, language: str, rivals: Collection[str]) -> Finding:
    match card.question:
        case TextQuestion() | ClozeQuestion():
            return grade_typed(card, text, language, rivals)
        case NumberQuestion() as question:
            return grade_number(question, text, language)
        case DateQuestion() as question:
            return grade_date(question, text, language)
        case _:
            return MISFIT


def _find_picked(question: Question, response: Picked) -> Finding:
    match question:
        case ChoiceQuestion() | TrueFalseQuestion():
            return grade_choice(question, response)
        case SeveralQuestion():
            return grade_several(question, response)
        case OrderQuestion():
            return grade_order(question, response)
        case _:
            return MISFIT
