"""A question and a response to a judgement; pure, and total over every response.

``judgement`` holds the values, ``rating`` what is suggested for memory (``rating_config`` how a
person sets that). Each sort of response has its grader: ``typed`` (text and cloze, with ``fold``
for what is ignored, ``contractions`` for isn't and is not, ``optional`` for what may be left out,
``slips`` for what is near, ``exact`` where nothing is ignored, ``difference`` for what is drawn),
``numbers`` (with ``units`` and ``rounding``), ``dates`` (``date_words`` tells them) and ``picks`` (with
``luck``). ``tables`` holds what is known of languages, ``names`` their numbers below 2,000, ``spelt`` reads
greater ones, ``ordinals`` the second and II., ``figures`` writes the numbers of a text in digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.grading.date_words import in_words
from quiz.grading.dates import grade_date
from quiz.grading.judgement import Finding, Judgement, Piece, Sort, rejudge_near
from quiz.grading.numbers import grade_number
from quiz.grading.overruling import overrule
from quiz.grading.picks import MISFIT, grade_choice, grade_match, grade_order, grade_several
from quiz.grading.rating import TABLE, How, RatingTable, explain, pace, suggest, typical_ms
from quiz.grading.rating_config import BadRatingCell, UnknownRatingCell, rating_table
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
from quiz.review import Confidence, Matched, Picked, Rating, Response, SelfRated, Typed, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.card import Card
    from quiz.question import Question

__all__ = [
    "TABLE",
    "BadRatingCell",
    "How",
    "Judgement",
    "Piece",
    "RatingTable",
    "Sort",
    "UnknownRatingCell",
    "grade",
    "in_words",
    "overrule",
    "rating_table",
    "rejudge_near",
    "suggest",
]


def grade(  # noqa: PLR0913 - an answer has that many sides; all but two are named
    card: Card,
    response: Response,
    *,
    language: str = "en",
    hints: int = 0,
    rivals: Collection[str] = (),
    confidence: Confidence | None = None,
    duration_ms: int | None = None,
    table: RatingTable = TABLE,
) -> Judgement:
    """Return the judgement on any response to any card of ``cards_of``; never raises.

    ``language`` is the bank's (``de``, ``de-CH``); ``hints`` is how many were shown before the
    answer; ``rivals`` are right answers of other questions and wrong options, which are never a
    near answer to this one. ``confidence``, ``duration_ms`` (None when they are not known) and
    ``table`` change the suggested rating alone, never the verdict and the score. A response that
    does not fit the kind is wrong.
    """
    if isinstance(card.question, RecallQuestion) and isinstance(response, SelfRated):
        return _self_rated(response.rating)
    finding = _find(card, response, language, rivals)
    how = How(
        kind=card.question.kind,
        hints=hints,
        luck=finding.luck,
        confidence=confidence,
        pace=pace(duration_ms, _typical_ms(card, response)),
    )
    return Judgement(
        verdict=finding.verdict,
        score=finding.score,
        suggested=suggest(finding.verdict, how, table),
        reason=explain(finding, how, table),
        difference=finding.difference,
        matched=finding.matched,
        taken_as=finding.taken_as,
        unread=finding.unread,
    )


def _typical_ms(card: Card, response: Response) -> float:
    """Return how long such a response takes one who simply knows it."""
    typed = response.text if isinstance(response, Typed) else ""
    return typical_ms(card.prompt, len(card.question.options()), typed)


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
