"""How long a card takes this learner."""

from __future__ import annotations

import pytest

from quiz.store.durations import Timed
from quiz.study.pace import OF_CARD, pace_of


def test_a_card_goes_by_its_own_times_once_they_are_many() -> None:
    slow = [Timed("b/slow", "text", 60_000)] * 30
    quick = [Timed("b/quick", "text", 2_000)] * 30 + [Timed("b/choice", "choice", 2_000)] * 300
    pace = pace_of([*slow, *quick, Timed("b/away", "date", 120_000)])
    assert pace.answer("b/slow", "text") > 50
    assert pace.answer("b/quick", "text") < 7
    unknown = pace.answer("b/unknown", "text")
    assert pace.answer("b/quick", "text") < unknown < pace.answer("b/slow", "text")
    # Whoever leaves the desk once does not make the card slow for good.
    assert pace.answer("b/away", "date") < (120 + OF_CARD * 40) / (1 + OF_CARD)
    assert pace_of([]).answer("b/any", "text") == pytest.approx(13.0)
