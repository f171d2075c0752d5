"""What is told to be typed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quiz.card import Asked, Card
from quiz.question import ClozeQuestion, Hole, Location, NumberQuestion, Question, TextQuestion
from quiz.ui.describe import typed_form

HERE = Location("a.yaml", 1, 1)
TEXT = TextQuestion(id="t", ask="?", location=HERE, answer="Łódź")
CLOZE = ClozeQuestion(id="c", ask="In Łódź.", location=HERE, pieces=("In ", Hole(("Łódź",), None), "."))
RANGE = NumberQuestion(
    id="n", ask="?", location=HERE, value=Decimal(85), upper=Decimal(95), written="85..95", unit="km"
)


@pytest.mark.parametrize(
    ("question", "part", "form"),
    [
        (TEXT, "", ""),
        (CLOZE, "1", ""),
        (replace(TEXT, exact=True), "", "the answer letter for letter"),
        (replace(CLOZE, exact=True), "1", "the answer letter for letter"),
        (RANGE, "", "a number (km)"),
    ],
)
def test_it_is_told_where_every_letter_counts(question: Question, part: str, form: str) -> None:
    assert typed_form(Asked(Card("b", question, part), (), number=1, left=0)) == form
