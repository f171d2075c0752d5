from __future__ import annotations

import pytest

from quiz.authoring.draft.candidate import Passage
from quiz.authoring.draft.ranking import candidates

PEOPLE = "The poets Ada Brook, Otto Lind and Nina Vale met in the town."


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is far too weak now,” said Eva Stone of the Ministry of Transport.",
        "“The bridge is far too weak now,” Eva Stone of the World Bank said.",
        "“The bridge is far too weak now,” said the Ministry of Transport\u2019s Eva Stone.",
        "“The bridge is far too weak now,” said Eva Stone, who leads the World Bank.",
        "The bridge is far too weak, according to Eva Stone of the World Bank.",
        "According to Eva Stone of the World Bank, the bridge is far too weak.",
    ],
)
def test_a_person_who_speaks_for_a_body_is_the_speaker(text: str) -> None:
    found = [one for one in candidates([Passage(1, text), Passage(2, PEOPLE)]) if one.paragraph == 1]
    told = {one.answer for one in found if one.prompt.startswith(("Who ", "Whose statement"))}
    assert told == {"Eva Stone"}


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is far too weak now,” said a spokesman for the World Bank, Otto Lind.",
        "“The bridge is far too weak now,” the World Bank said through Otto Lind.",
        "“The bridge is far too weak now,” said a spokeswoman for Otto Lind.",
        "“The bridge is far too weak now,” said the office of Otto Lind.",
        "“The bridge is far too weak now,” said Otto Lind and the World Bank.",
        "Otto Lind of the World Bank said that the bridge is far too weak.",
    ],
)
def test_nobody_is_the_speaker_where_it_is_not_plain_whether_a_person_or_a_body_is(text: str) -> None:
    found = [one for one in candidates([Passage(1, text), Passage(2, PEOPLE)]) if one.paragraph == 1]
    assert not [one for one in found if one.prompt.startswith(("Who ", "Whose statement", "Which org"))]
