"""Answers as figures take them, made up by hand and by hypothesis."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from quiz.answer import Answer
from quiz.question import Kind
from quiz.review import Confidence, Mode, Verdict

MONDAY = date(2026, 3, 2)

PLAIN = Answer(
    card="b/q",
    day=MONDAY.toordinal(),
    minute=720,
    kind=Kind.TEXT,
    verdict=Verdict.RIGHT,
    points=1.0,
    rating=3,
    duration_ms=4000,
    mode=Mode.STUDY,
    session="s",
    is_first=True,
    in_review=True,
    confidence=None,
    hints=0,
    shown=0,
    overruled=False,
)
"""A right answer typed at noon, of a card in review."""

ANSWERS = st.builds(
    Answer,
    card=st.sampled_from(["b/q", "b/r", "c/q"]),
    day=st.integers(MONDAY.toordinal() - 400, MONDAY.toordinal()),
    minute=st.integers(0, 1439),
    kind=st.sampled_from(Kind),
    verdict=st.sampled_from(Verdict),
    points=st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    rating=st.integers(1, 4),
    duration_ms=st.integers(0, 100_000),
    mode=st.sampled_from(Mode),
    session=st.sampled_from("xyz"),
    is_first=st.booleans(),
    in_review=st.booleans(),
    confidence=st.sampled_from([None, *Confidence]),
    hints=st.integers(0, 3),
    shown=st.integers(0, 6),
    overruled=st.booleans(),
)
