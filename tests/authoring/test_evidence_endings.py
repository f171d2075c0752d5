"""Slips at the end of a name."""

from __future__ import annotations

import pytest

from quiz.authoring.evidence_spelling import is_slip, slips

TEXT = "A horse called Bassey drew the stones, says Fiona Abercrombie, and Constantine saw it from Tuscany."


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Abercrombi", "Abercrombie"),
        ("Abercromby", "Abercrombie"),
        ("Abercrombey", "Abercrombie"),
        ("Bassie", "Bassey"),
        ("Bassy", "Bassey"),
        ("Constantin", "Constantine"),
    ],
)
def test_an_ending_that_sounds_alike_is_a_slip(word: str, name: str) -> None:
    assert is_slip(word, name)
    assert is_slip(name, word)
    assert [(one.name, one.standing) for one in slips(f"What did {word} do?", TEXT, "en")] == [(word, name)]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Abercrombies", "Abercrombie"),
        ("Iraqi", "Iraq"),
        ("Tories", "Tory"),
        ("Berne", "Bern"),
        ("Elizabethan", "Elizabeth"),
        ("Christians", "Christian"),
        ("Mary", "Marie"),
        ("Alexandria", "Alexandra"),
        ("Italie", "Italian"),
        ("Argentina", "Argentine"),
    ],
)
def test_another_form_of_a_name_is_none(word: str, name: str) -> None:
    assert not is_slip(word, name)
    assert not is_slip(name, word)
