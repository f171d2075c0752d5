"""Questions that ask letter for letter, row by row."""

from __future__ import annotations

import pytest

from quiz.card import Card
from quiz.grading import Piece, Sort, grade
from quiz.review import Rating, Typed, Verdict
from tests.grading.asking import R, W, cloze, judge_exactly

ROWS = [
    # answer, response, verdict, argument
    ("mRNA", "mRNA", R, "the answer itself"),
    ("mRNA", "MRNA", W, "capitals count"),
    ("mRNA", "mrna", W, "all of them"),
    ("mRNA", " mRNA \n", R, "white space around cannot be seen"),
    ("mRNA", "m RNA", W, "white space inside can"),
    ("git push", "git  push", W, "so do two spaces"),
    ("git push", "git\tpush", W, "a tab is no space"),
    ("garçon", "garçon", R, "itself"),
    ("garçon", "garcon", W, "accents count"),
    ("gar\u00e7on", "garc\u0327on", R, "two Unicode forms look the same"),
    ("Straße", "Strasse", W, "ß counts"),
    ("Łódź", "Lodz", W, "strokes count"),
    ("der Tisch", "Tisch", W, "the article counts"),
    ("der Tisch", "die Tisch", W, "all the more another one"),
    ("the", "the", R, "an article can be the answer"),
    ("It's", "Its", W, "an apostrophe counts"),
    ("It's", "It\N{RIGHT SINGLE QUOTATION MARK}s", W, "even its form: the bank may accept both"),
    ("Hello, world!", "Hello, world!", R, "with all its punctuation"),
    ("Hello, world!", "Hello world!", W, "without a comma"),
    ("Hello, world!", "Hello, world", W, "without the mark at the end"),
    ("fifty", "50", W, "digits are no letters"),
    ("2,000", "2000", W, "thousands marks count"),
    ("salt & pepper", "salt and pepper", W, "the sign counts"),
    ("necessary", "neccessary", W, "a slip is a fault where spelling is asked"),
    ("necessary", "necesary", W, "any slip"),
    ("print(x)", "print(x)", R, "code"),
    ("print(x)", "print (x)", W, "code with a space"),
    ("ls -la", "ls -al", W, "other code"),
    ("(Sir) Winston", "Winston", W, "brackets are no longer optional"),
    ("(Sir) Winston", "(Sir) Winston", R, "they are letters"),
    ("mRNA", "", W, "no answer"),
    ("mRNA", "   ", W, "nor is white space"),
    ("mRNA", "protein", W, "another thing"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "response", "verdict", "argument"), ROWS)
def test_exact_answers(answer: str, response: str, verdict: Verdict, argument: str) -> None:
    assert judge_exactly(answer, response).verdict is verdict, argument


def test_each_accepted_answer_counts_exactly() -> None:
    assert (
        judge_exactly(
            "It's", "It\N{RIGHT SINGLE QUOTATION MARK}s", "It\N{RIGHT SINGLE QUOTATION MARK}s"
        ).verdict
        is R
    )


def test_an_exact_hole_of_a_cloze() -> None:
    card = Card("bank", cloze("{DNA|dna} makes {RNA}", exact=True), "1")
    assert grade(card, Typed("dna")).verdict is R
    assert grade(card, Typed("Dna")).verdict is W


def test_a_wrong_capital_is_drawn_and_told() -> None:
    found = judge_exactly("mRNA", "MRNA")
    assert found.reason == "Close, but here every letter, sign and capital counts."
    assert found.difference == (Piece("M", Sort.EXTRA), Piece("m", Sort.MISSING), Piece("RNA", Sort.SAME))
    assert found.suggested is Rating.AGAIN


def test_a_far_and_a_very_long_answer_draw_nothing() -> None:
    assert judge_exactly("mRNA", "protein").difference == ()
    assert judge_exactly("mRNA", "x" * 10_000).difference == ()
    assert judge_exactly("mRNA", "").reason == "You did not answer this one."
