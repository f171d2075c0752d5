"""Where a quote stands: exactly, nearly, in another paragraph, or nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.quotes import How, differences, find_quote, near
from quiz.bank import quote_stands

TEXT = {
    1: "The lake is 73 km long, and \u201cvery deep\u201d \u2013 in places.",
    2: "Geneva lies at its western end; the river leaves it there.",
    5: "The river leaves the lake at its western end.",
}
WORDS = st.lists(
    st.sampled_from(["the", "lake", "river", "town", "lies", "by", "old", "deep"]), min_size=1, max_size=12
)


@pytest.mark.parametrize(
    ("quote", "paragraph", "how", "paragraphs"),
    [
        ("Geneva lies", 2, How.EXACT, (2,)),
        ("Geneva  lies\nat", 2, How.EXACT, (2,)),
        ('and "very deep" - in places', 1, How.EXACT, (1,)),
        ("Geneva lies", 1, How.MOVED, (2,)),
        ("western end", 1, How.MOVED, (2, 5)),
        ("Geneva lies", 9, How.MOVED, (2,)),
        ("Geneva lies", None, How.EXACT, (2,)),
        ("western end", None, How.EXACT, (2, 5)),
        ("geneva lies", 2, How.NEAR, (2,)),
        ("Geneva lay at its western end", 2, How.NEAR, (2,)),
        ("Genevva lies at its western end", 1, How.NEAR, (2,)),
        ("Genevva lies at its western end", None, How.NEAR, (2,)),
        ("Bern lies on a river of its own", 2, How.GONE, ()),
        ("", 2, How.GONE, ()),
        (" \n", None, How.GONE, ()),
        ("Geneva lies on the Rhone, which flows to the sea in the south", 2, How.GONE, ()),
    ],
)
def test_a_quote_is_looked_for(
    quote: str, paragraph: int | None, how: How, paragraphs: tuple[int, ...]
) -> None:
    standing = find_quote(quote, () if paragraph is None else (paragraph,), TEXT)
    assert (standing.how, standing.paragraphs) == (how, paragraphs)
    assert bool(standing.words) is (how is How.NEAR)


@pytest.mark.parametrize(
    ("quote", "cited", "how", "paragraphs"),
    [
        ("Geneva lies", (1, 2), How.EXACT, (2,)),
        ("western end", (5, 2), How.EXACT, (5,)),
        ("73 km", (2, 5), How.MOVED, (1,)),
        ("Geneva lay at its western end", (1, 2), How.NEAR, (2,)),
    ],
)
def test_a_quote_may_stand_in_any_paragraph_that_is_cited(
    quote: str, cited: tuple[int, ...], how: How, paragraphs: tuple[int, ...]
) -> None:
    assert find_quote(quote, cited, TEXT)[:2] == (how, paragraphs)


@pytest.mark.parametrize(
    ("quote", "paragraph", "words"),
    [
        ("geneva lies", "Geneva lies at its end", "Geneva lies"),
        ("relation with the West", "its relations with the West, too", "relations with the West"),
        ("relations with the West,", "its relation with the West, too", "relation with the West,"),
        ("relations with the Vest", "(its relations with the West)", "relations with the West"),
        ("the whole paragraph of old", "the whole paragraph", "the whole paragraph"),
        ("it proposes Geneva", "and so it names Geneva, at last", "it names Geneva"),
        ("it proposes Geneva", "and so it nominates", None),
        ("nothing like it", "Geneva lies at its end", None),
        ("a b", "", None),
        ("", "a b", None),
        ("STRA\u0130E am See", "die Strasse am See", None),
    ],
)
def test_what_is_near_is_told_in_whole_words(quote: str, paragraph: str, words: str | None) -> None:
    assert near(quote, paragraph) == words


def test_differences_are_told_word_by_word() -> None:
    assert differences("the old lake", "the lake") == (("old", ""),)
    assert differences("the lake", "the old lake") == (("", "old"),)
    assert differences("a red lake here", "a blue lake there") == (("red", "blue"), ("here", "there"))
    assert differences("a  b", "a b") == ()


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_words_cut_out_of_a_paragraph_are_found_in_it(texts: list[list[str]], data: st.DataObject) -> None:
    paragraphs = dict(enumerate(map(" ".join, texts), start=1))
    number = data.draw(st.sampled_from(sorted(paragraphs)))
    words = texts[number - 1]
    start = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    assert find_quote(quote, (number,), paragraphs).how is How.EXACT
    cited = data.draw(st.integers(0, 9))
    elsewhere = find_quote(quote, (cited,), paragraphs)
    assert elsewhere.how in {How.EXACT, How.MOVED}
    assert all(quote_stands(quote, paragraphs[one]) for one in elsewhere.paragraphs)


@given(st.text(max_size=80), st.dictionaries(st.integers(0, 5), st.text(max_size=80), max_size=3))
def test_every_quote_stands_somehow(quote: str, paragraphs: dict[int, str]) -> None:
    standing = find_quote(quote, (1,), paragraphs)
    assert set(standing.paragraphs) <= set(paragraphs)
    assert bool(standing.paragraphs) is (standing.how is not How.GONE)


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("Geneva lies ... the river", True),
        ("Geneva \u2026 western end", True),
        ("Geneva [...] western end", True),
        ("... at its western end (\u2026)", True),
        ("the river ... Geneva", False),
        ("Geneva ... Geneva", False),
        ("Geneva ... the sea", False),
        ("...", False),
        (" \u2026 ", False),
    ],
)
def test_dots_leave_words_out(quote: str, stands: bool) -> None:  # noqa: FBT001 - a column of the table
    assert quote_stands(quote, TEXT[2]) is stands


def test_dots_that_stand_in_the_text_are_quoted_as_they_are() -> None:
    assert quote_stands("and so on \u2026", "It went on, and so on \u2026 for years.")
