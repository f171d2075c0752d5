"""The drawn difference marks what is a fault and nothing that grading ignores."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.grading import Judgement, Sort
from tests.grading.asking import W, judge_exactly, judge_text

OPEN = {Sort.SAME: "", Sort.MISSING: "+", Sort.EXTRA: "-"}

ROWS = [
    # language, answer, response, what is drawn: +{missing} and -{extra}
    ("en", "the Danube", "Danueb", "the Danu+{b}e-{b}"),
    ("en", "Danube", "the Danueb", "Danu+{b}e-{b}"),
    ("en", "the Danube", "a Danueb", "the Danu+{b}e-{b}"),
    ("en", "an apple", "aple", "an ap+{p}le"),
    ("en", "(Jen) Psaki", "Psakki", "(Jen) Psak-{k}i"),
    ("en", "Danube (river)", "Danueb", "Danu+{b}e-{b} (river)"),
    ("en", "Saint-Petersburg", "saint petersbrug", "Saint-Petersb+{u}r-{u}g"),
    ("en", "J. R. R. Tolkien", "JRR Tolkein", "J. R. R. Tolk+{i}e-{i}n"),
    ("en", "Marks & Spencer", "marks and spencr", "Marks & Spenc+{e}r"),
    ("en", "chapter three, Geneva", "chapter 3 Gneva", "chapter three, G+{e}neva"),
    ("en", "It is not allowed", "it isn't alowed", "It is not a+{l}lowed"),
    ("en", "iron(II) oxide", "iron (II) oxidde", "iron(II) oxi-{d}de"),
    ("fr", "l'Égypte", "egyptte", "l'Égyp-{t}te"),
    ("de", "der Teppich", "Tepich", "der Tep+{p}ich"),
    # what matters stays marked
    ("en", "not guilty", "guilty", "+{not }guilty"),
    ("en", "ice cream", "icecream", "ice+{ }cream"),
    ("en", "World War II", "World War III", "World War II-{I}"),
    ("en", "C++ compiler", "C compiler", "C+{++} compiler"),
    ("de", "der Tisch", "die Tisch", "d-{ie}+{er} Tisch"),
]


def drawn(judgement: Judgement) -> str:
    return "".join(
        piece.text if piece.sort is Sort.SAME else f"{OPEN[piece.sort]}{{{piece.text}}}"
        for piece in judgement.difference
    )


@pytest.mark.parametrize(("language", "answer", "response", "expected"), ROWS)
def test_only_faults_are_marked(language: str, answer: str, response: str, expected: str) -> None:
    assert drawn(judge_text(answer, response, language)) == expected


def test_where_every_letter_counts_the_article_is_marked() -> None:
    assert drawn(judge_exactly("the Danube", "Danube")) == "+{the }Danube"


WORDS = st.sampled_from(
    ["the", "a", "Danube", "Danueb", "not", "(river)", "3", "three", "J.", "R", "it's", "&"]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@given(PHRASES, PHRASES, st.sampled_from(["en", "de", "fr"]))
def test_what_is_drawn_spells_the_answer_and_shows_a_fault(answer: str, typed: str, language: str) -> None:
    found = judge_text(answer, typed, language)
    if not found.difference:
        return
    assert answer == "".join(piece.text for piece in found.difference if piece.sort is not Sort.EXTRA)
    assert any(piece.sort is not Sort.SAME for piece in found.difference)
    assert found.verdict is W or found.score > 0
