"""English contractions: the same as in full, and never the opposite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.grading.asking import N, R, W, judge_text

ROWS = [
    # answer, response, verdict, argument
    ("isn't", "is not", R, "the same in full"),
    ("is not", "isn't", R, "and in short"),
    ("isn\N{RIGHT SINGLE QUOTATION MARK}t", "is not", R, "any apostrophe"),
    ("isn't", "isnt", R, "apostrophes are ignored"),
    ("is not", "isnt", R, "in what is short as well"),
    ("isn't", "is", W, "the opposite"),
    ("is", "isn't", W, "the opposite"),
    ("is not", "is", W, "the opposite"),
    ("do not", "don't", R, "another verb"),
    ("do not", "DON'T", R, "case says nothing"),
    ("don't", "do", W, "the opposite"),
    ("doesn't", "do not", W, "another person"),
    ("cannot", "can't", R, "three spellings of one negation"),
    ("can not", "cant", R, "without its apostrophe"),
    ("cannot", "can", W, "the opposite"),
    ("can", "cannot", W, "the opposite"),
    ("will not", "won't", R, "a word of its own"),
    ("won't", "will", W, "the opposite"),
    ("would not", "won't", W, "another verb"),
    ("could not", "couldn't", R, "another verb"),
    ("could not", "could", W, "the opposite"),
    ("mustn't", "must", W, "the opposite"),
    ("I am the state", "I'm the state", R, "no negation"),
    ("they are free", "they're free", R, "no negation"),
    ("they are free", "they aren't free", W, "the opposite"),
    ("they aren't free", "they're not free", R, "the same in two shorts"),
    ("we will not yield", "we won't yield", R, "one of two words that shrink"),
    ("we will not yield", "we'll not yield", R, "or the other one"),
    ("we will not yield", "we'll yield", W, "the opposite"),
    ("it is raining", "it's raining", R, "it is"),
    ("it is raining", "its raining", W, "its is another word"),
    ("we are", "were", W, "were is another word"),
    ("she will", "shell", W, "a shell is another word"),
    ("let us go", "let's go", R, "us"),
    ("the king's speech", "the king is speech", W, "no verb, a possessor"),
    ("it does not dissolve", "it doesn't disolve", N, "a slip in another word"),
    ("it does not dissolve", "it does dissolve", W, "the opposite"),
    ("it does not dissolve", "it does now dissolve", W, "no slip in a negation"),
    ("no", "not", W, "another negation"),
]


@pytest.mark.parametrize(("answer", "response", "verdict", "argument"), ROWS)
def test_contractions(answer: str, response: str, verdict: str, argument: str) -> None:
    assert judge_text(answer, response).verdict is verdict, argument


@pytest.mark.parametrize("language", ["de", "fr", "nl"])
def test_only_english_is_written_out(language: str) -> None:
    assert judge_text("don't", "do not", language).verdict is W


@given(st.sampled_from(["is", "are", "was", "were", "does", "did", "has", "could", "should", "must"]))
def test_with_and_without_not_are_never_one(verb: str) -> None:
    for short in (f"{verb}n't", f"{verb} not", f"{verb}nt"):
        assert judge_text(f"it {short} so", f"it {verb} so").verdict is W
        assert judge_text(f"it {verb} so", f"it {short} so").verdict is W
        assert judge_text(f"it {verb} not so", f"it {short} so").verdict is R
