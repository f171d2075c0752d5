"""Questions as the rows of the tables ask them, and their judgement."""

from __future__ import annotations

from decimal import Decimal

from quiz.card import Card
from quiz.grading import Judgement, grade
from quiz.quantity import parse_date, parse_range, parse_tolerance
from quiz.question import ClozeQuestion, DateQuestion, Hole, Location, NumberQuestion, TextQuestion
from quiz.review import Typed, Verdict

HERE = Location("bank.yaml", 1, 1)
R, N, P, W = Verdict.RIGHT, Verdict.NEAR, Verdict.PARTLY, Verdict.WRONG
"""The verdicts, as the tables write them."""


def text(answer: str, *accept: str, exact: bool = False) -> Card:
    question = TextQuestion(id="q", ask="What?", location=HERE, answer=answer, accept=accept, exact=exact)
    return Card("bank", question)


def judge_text(answer: str, response: str, language: str = "en", *rivals: str) -> Judgement:
    return grade(text(answer), Typed(response), language=language, rivals=rivals)


def judge_exactly(answer: str, response: str, *accept: str) -> Judgement:
    return grade(text(answer, *accept, exact=True), Typed(response))


def number(value: str, unit: str | None = None, tolerance: str | None = None, ask: str = "How many?") -> Card:
    """Return the card of a number, or of a range where ``value`` is written with two points."""
    ends = parse_range(value)
    question = NumberQuestion(
        id="n",
        ask=ask,
        location=HERE,
        value=ends[0] if ends else Decimal(value),
        upper=ends[1] if ends else None,
        written=value,
        unit=unit,
        tolerance=parse_tolerance(tolerance) if tolerance else None,
    )
    return Card("bank", question)


def judge_number(card: Card, response: str, language: str = "en") -> Judgement:
    return grade(card, Typed(response), language=language)


def judge_date(date: str, response: str, language: str = "en") -> Judgement:
    parsed = parse_date(date)
    assert parsed is not None
    question = DateQuestion(id="d", ask="When?", location=HERE, date=parsed)
    return grade(Card("bank", question), Typed(response), language=language)


def cloze(sentence: str, *, exact: bool = False) -> ClozeQuestion:
    """Return a cloze whose holes stand in braces, their answers parted by strokes."""
    pieces = [part for piece in sentence.split("{") for part in piece.split("}")]
    made: list[str | Hole] = [
        Hole(tuple(piece.split("|")), None) if n % 2 else piece for n, piece in enumerate(pieces)
    ]
    return ClozeQuestion(id="c", ask=sentence, location=HERE, pieces=tuple(made), exact=exact)
