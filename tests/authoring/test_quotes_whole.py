"""What is quoted instead keeps the words at both ends, and stands."""

from __future__ import annotations

import pytest
from grounded import found
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.authoring.quotes import How, find_quote
from quiz.bank.document import quote_stands

TEXT = (
    "At the reef, which lies in eastern Scotland, lies a rock of red sandstone. It is watched from Edinburgh "
    "and has a range of 18 nautical miles. His youngest daughter died of whooping cough in January 1808, as "
    "the plans lay there. The stones were cut in a yard at Arbroath by the men of the town."
)


@pytest.mark.parametrize(
    ("quote", "standing"),
    [
        ("daughter died of whooping cough in 1808", "daughter died of whooping cough in January 1808"),
        ("in Scotland, lies a rock of red sandstone", "in eastern Scotland, lies a rock of red sandstone"),
        ("is from Edinburgh and has a range", "is watched from Edinburgh and has a range"),
        ("were cut in a yard by the men of", "were cut in a yard at Arbroath by the men of"),
        ("The blocks were cut in a yard at Arbroath", "The stones were cut in a yard at Arbroath"),
        ("has a range of eighteen miles", "has a range of 18 nautical miles"),
    ],
)
def test_no_word_is_lost_and_what_is_shown_is_found(quote: str, standing: str) -> None:
    source = f'    source: {{paragraph: 1, quote: "{quote}"}}\n'
    body = f"  - id: a\n    ask: Where?\n    answer: rock\n{source}"
    (one,) = found(body, TEXT)
    assert (one.code, one.cure) == ("quote-differs", f"quote `{standing}`")
    assert found(body.replace(quote, standing), TEXT) == []


@settings(max_examples=60)
@given(st.data())
def test_a_quote_without_one_word_keeps_its_ends(data: st.DataObject) -> None:
    words = TEXT.split()
    start = data.draw(st.integers(0, len(words) - 8))
    cut = words[start : start + data.draw(st.integers(7, 20))]
    quote = list(cut)
    del quote[data.draw(st.integers(1, len(quote) - 2))]
    standing = find_quote(" ".join(quote), (1,), {1: TEXT})
    if standing.how is How.NEAR:
        said = standing.words.split()
        assert quote_stands(standing.words, TEXT)
        assert (said[0].strip(".,"), said[-1].strip(".,")) == (cut[0].strip(".,"), cut[-1].strip(".,"))
