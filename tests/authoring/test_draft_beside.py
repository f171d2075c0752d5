from __future__ import annotations

import pytest

from quiz.authoring.draft import noise
from quiz.authoring.draft.sifting import sift

ARTICLE = (
    "The bridge of the town was built in 1901 by two brothers from the north, and it cost little.\n\n"
    "It was mended in 1950, when the river had carried half of it away, and painted red after that.\n"
)
HEADLINE = "Why the bridge of the town fell"


@pytest.mark.parametrize(
    "above",
    [
        ["NEWS"],
        ["Analysis"],
        ["World news"],
        ["Science & Technology"],
        ["NEWS", "Europe"],
        ["Home | Bridges & Roads | Food | Water", "Bridges & Roads"],
    ],
)
@pytest.mark.parametrize("mark", ["", "# "])
def test_a_label_above_the_headline_is_named_and_is_no_title(above: list[str], mark: str) -> None:
    sifted = sift("\n\n".join([*above, f"{mark}{HEADLINE}", ARTICLE]))
    assert sifted.title == HEADLINE
    assert [one.text for one in sifted.left_out] == above
    assert sifted.left_out[-1].reason == "a label above the headline"
    assert len(sifted.parts) == 2


def test_a_label_and_the_headline_may_stand_on_lines_that_nothing_parts() -> None:
    sifted = sift(f"Analysis\n{HEADLINE}\nBy Staff Writer\n\n{ARTICLE}")
    assert sifted.title == HEADLINE
    assert [one.text for one in sifted.left_out] == ["Analysis", "By Staff Writer"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Science\n\n{ARTICLE}", "Science"),
        (f"The bridge\n\nHow it was built by the brothers\n\n{ARTICLE}", "The bridge"),
        (f"History\n\nEarly years\n\n{ARTICLE}", "History"),
        (f"# News\n\n## How news was sent before the wire\n\n{ARTICLE}", "News"),
    ],
)
def test_a_short_title_is_no_label(text: str, title: str) -> None:
    sifted = sift(text)
    assert (sifted.title, sifted.left_out) == (title, ())


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "row",
    [
        ["Share", "Facebook", "Twitter", "WhatsApp", "Copy link"],
        ["Facebook", "X", "WhatsApp"],
        ["Twitter/X", "Bluesky"],
        ["Share this article", "- Facebook", "- X"],
    ],
)
def test_networks_on_lines_of_their_own_are_left_out(row: list[str], gap: str) -> None:
    sifted = sift(f"# {HEADLINE}\n\n{gap.join(row)}\n\n{ARTICLE}")
    assert [one.text for one in sifted.left_out] == row
    assert {one.reason for one in sifted.left_out} == {"lines to share it"}
    assert len(sifted.parts) == 2


@pytest.mark.parametrize(
    "lines",
    [
        "They asked for the names of three networks:\n\n- Facebook\n- YouTube\n- WhatsApp\n\n",
        "They asked for the names of three networks:\n\nFacebook\nYouTube\nMastodon\n\n",
        "1. Facebook\n2. YouTube\n\n",
        "## Facebook\n\nIt is old.\n\n## X\n\nIt is young.\n\n",
        "Facebook\n\nIt is old.\n\nTwitter\n\nIt is young.\n\n",
        "X\n\nThe tenth part of the tale is lost, and nobody knows how it went on.\n\n",
    ],
)
def test_networks_that_a_text_is_about_stay(lines: str) -> None:
    assert sift(f"# {HEADLINE}\n\n{lines}{ARTICLE}").left_out == ()


@pytest.mark.parametrize(
    "line",
    [
        "• The Old Bridge by Otto Lind is published by River Books (£18.99).",
        "Buy the book from our shop",
        "Buy the book for £12.99 at our bookshop.",
        "Order your copy now",
        "To order a copy for £16, go to the shop of the paper.",
    ],
)
def test_an_advert_for_a_book_is_noise(line: str) -> None:
    assert noise.reason(line) == "an advertisement"


@pytest.mark.parametrize(
    "line",
    [
        "His first book was published by River Books in 1922 (£3 a copy).",
        "Buy the book that you like best, and read it to the end.",
        "Order a copy of the certificate",
    ],
)
def test_what_only_speaks_of_books_is_no_advert(line: str) -> None:
    assert noise.reason(line) is None


def test_comments_below_their_number_are_left_out() -> None:
    below = ["Comments (2)", "gannet_77", "Lovely piece. My aunt was there.", "Otto", "So was mine."]
    sifted = sift(f"# {HEADLINE}\n\n{ARTICLE}\n" + "\n".join(below))
    assert [one.text for one in sifted.left_out] == below
    assert len(sifted.parts) == 2


def test_a_link_to_comments_at_the_top_takes_nothing_with_it() -> None:
    sifted = sift(f"# {HEADLINE}\n\nComments (2)\n\n{ARTICLE}")
    assert [one.text for one in sifted.left_out] == ["Comments (2)"]
