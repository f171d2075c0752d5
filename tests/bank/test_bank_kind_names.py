"""Kinds by the names that other tools have for them."""

from __future__ import annotations

import pytest

from quiz.bank import read_text


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("multiple-choice", "choice"),
        ("MCQ", "choice"),
        ("single_choice", "choice"),
        ("multi-select", "several"),
        ("Multiple answer", "several"),
        ("true/false", "true-false"),
        ("Boolean", "true-false"),
        ("fill-in", "cloze"),
        ("fill in the blank", "cloze"),
        ("shortAnswer", "text"),
        ("matching", "match"),
        ("ordering", "order"),
        ("numeric", "number"),
        ("basic", "recall"),
        ("front/back", "recall"),
        ("Choice", "choice"),
        ("chioce", "choice"),
    ],
)
def test_a_kind_by_its_name_elsewhere_is_known(written: str, kind: str) -> None:
    data = f"quiz: 1\ntitle: t\nquestions:\n- ask: a\n  answer: b\n  kind: {written}\n"
    (problem,) = read_text(data.encode(), "b.yaml", "b").problems
    assert problem.cure == f"write `{kind}`"


def test_a_kind_that_nobody_knows_gets_the_list_of_all() -> None:
    data = b"quiz: 1\ntitle: t\nquestions:\n- ask: a\n  answer: b\n  kind: hotspot\n"
    (problem,) = read_text(data, "b.yaml", "b").problems
    assert problem.cure.startswith("the kinds are text, choice, ")
