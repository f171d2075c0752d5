"""A prompt that says its answer between two commas."""

from __future__ import annotations

import pytest
from wording_found import codes


@pytest.mark.parametrize(
    "ask",
    [
        "What was the wooden house, the Beacon, called by the men?",
        "By what name did men know the house on the rock, Beacon, which had six legs?",
    ],
)
def test_another_name_between_commas_says_the_answer(ask: str) -> None:
    assert "answer-in-prompt" in codes(f'- ask: "{ask}"\n  answer: the Beacon\n')


@pytest.mark.parametrize(
    "ask",
    [
        "Which of the four houses, Pharos, Beacon, Smeaton and Bell, had six legs?",
        "Which stood on the rock, the Beacon, or was it the Pharos?",
        "Which one of them, the Beacon, the Pharos or the Smeaton, had six legs?",
        "In London, Beacon, the pub of the men, was named after what?",
        "What did the men call the house, Beacon, Pharos?",
    ],
)
def test_one_of_several_between_commas_says_nothing(ask: str) -> None:
    assert "answer-in-prompt" not in codes(f'- ask: "{ask}"\n  answer: the Beacon\n')
