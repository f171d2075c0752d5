"""The hint that tells how long an answer is says what it is made of."""

from __future__ import annotations

import pytest
import ui_samples as samples

from quiz.question import Location, TextQuestion
from quiz.ui.describe import Hints


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Bassey", "It has 6 letters."),
        ("64", "It has 2 digits."),
        ("£61,331", "It has 7 characters."),
        ("sea-washed", "It has 10 letters."),
        ("64 guns", "It has 2 words, with 2, 4 letters and digits."),
        ("HMS York", "It has 2 words, with 3, 4 letters."),
    ],
)
def test_the_length_is_told_in_what_the_answer_has(answer: str, told: str) -> None:
    question = TextQuestion(id="a", ask="b", location=Location("x", 1, 1), answer=answer)
    assert Hints(samples.asked(question)).next() == told
