from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from noisy_news import NEWS
from noisy_pages import CLEAN, PAGES

from quiz.authoring.draft.sifting import sift

SIGNS = ("~ ", "= ", "? ")
TOGETHER = re.compile(r"- |\d+\. ")


class Page(NamedTuple):
    """A made-up page: its text, what is no part of it, its headings as written, its paragraphs."""

    text: str
    noise: list[str]
    headings: list[str]
    either: list[str]
    rest: list[str]


def page(marked: str, gap: str = "\n\n") -> Page:
    """Return a page from a text with signs: `~ ` noise, `= ` a heading, `? ` what may be either."""
    lines = [line for line in marked.splitlines() if line]
    bare = [re.sub(r"^[~=?] ", "", line) for line in lines]
    gaps = [
        "\n" if TOGETHER.match(a) and TOGETHER.match(b) else gap
        for a, b in zip(bare, [*bare[1:], ""], strict=True)
    ]
    of = {sign: [text for line, text in zip(lines, bare, strict=True) if line[:2] == sign] for sign in SIGNS}
    rest = [line for line in lines if line[:2] not in SIGNS]
    return Page("".join(map("".join, zip(bare, gaps, strict=True))), of["~ "], of["= "], of["? "], rest)


@pytest.mark.parametrize("marked", [*NEWS, *PAGES], ids=lambda text: text.splitlines()[-1][:20])
def test_the_noise_of_a_page_is_named_and_no_line_of_its_text_is_lost(marked: str) -> None:
    made = page(marked)
    sifted = sift(made.text)
    out = [one.text for one in sifted.left_out]
    assert [line for line in [*made.rest, *made.headings] if line in out] == []
    assert [line for line in made.noise if line not in out] == []
    told = " ".join(part.text for part in sifted.parts if not part.heading)
    assert [line for line in made.rest if line not in told] == []
    title, *heads = [line.lstrip("# ") for line in made.headings]
    assert sifted.title == title
    assert [part.text for part in sifted.parts if part.heading and part.text not in made.either] == heads


@pytest.mark.parametrize("marked", CLEAN)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_nothing_is_left_out_of_a_text_that_only_looks_noisy(marked: str, gap: str) -> None:
    made = page(marked, gap)
    assert sift(made.text).left_out == ()


@pytest.mark.parametrize("marked", [*NEWS, *PAGES], ids=lambda text: text.splitlines()[-1][:20])
def test_no_line_of_a_text_is_lost_where_nothing_parts_it_from_the_noise(marked: str) -> None:
    made = page(marked, "\n")
    out = [one.text for one in sift(made.text).left_out]
    assert [line for line in [*made.rest, *made.headings] if line in out] == []
