from __future__ import annotations

import pytest

from quiz.authoring.draft.sifting import sift

BODY = (
    "The lake lies in Geneva, and nine rivers flow into it from the north and from the east.\n\nIt is old.\n"
)
LINE = "It has stood there since 1901, when the old one burned.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"# The lake\n\n{BODY}",
        f"## The lake\n\n{BODY}",
        f"### The lake ###\n{BODY}",
        f"The lake\n\n{BODY}",
        f"The lake\n{BODY}",
        f"The lake\n========\n\n{BODY}",
        f"The lake\n---\n{BODY}",
        f'---\ntitle: "The lake"\ntags:\n\n  - water\n# none\n---\n\n{BODY}',
        f"---\ndate: 2020-01-01\nTitle: The lake\n...\n\n{BODY}",
        f"+++\ntitle = 'The lake'\n+++\n\n{BODY}",
        f"---\ntitle: The lake\n---\n\n# The lake\n\n{BODY}",
        f"\ufeff# The lake\n\n{BODY}",
        f"# [The lake](lake.html)\n\n{BODY}",
        f"# **The** `lake` ![](lake.png)\n\n{BODY}",
        f"Home > Nature > Lakes\n\n## The lake\n\n{BODY}\n### Its fish\n\nThere are many.\n",
        f"{LINE}# The lake\n\n{BODY}\n## Its fish\n\nThere are many.\n",
        f"Nature notes\n\n# The lake\n\n{BODY}\n## Its fish\n\nThere are many.\n",
        f"# The lake\n\n{BODY}\n# Its fish\n\nThere are many.\n",
        f"## The lake\n\n{BODY}\n## Its fish\n\nThere are many.\n",
    ],
)
def test_a_text_is_called_as_its_headline_says(text: str) -> None:
    sifted = sift(text)
    assert sifted.title == "The lake"
    assert "The lake" not in [part.text for part in sifted.parts]
    paragraphs = [part.text for part in sifted.paragraphs()]
    assert all(words in paragraphs for words in BODY.strip().split("\n\n"))


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{LINE * 9}# The lake\n\n{BODY}",
        f"---\nno: title\n---\n\n{BODY}",
        f"Note: the lake\n{BODY}",
        f"Of the lake and of all the\nrivers that flow into it we know little.\n\n{BODY}",
        "The wheel turns round\nThe water falls\nThe miller sleeps\n",
    ],
)
def test_a_text_without_a_headline_has_no_title(text: str) -> None:
    assert sift(text).title is None


def test_a_headline_is_not_taken_from_the_sections_of_a_text() -> None:
    sifted = sift(f"{LINE}## One\n\n{BODY}\n## Two\n\nIt is wide.\n")
    assert sifted.title is None
    assert [part.text for part in sifted.parts if part.heading] == ["One", "Two"]


def test_a_later_heading_like_the_headline_stays() -> None:
    sifted = sift("# Lakes\n\nThey are wide.\n\n## Lakes\n\nThey are deep.\n\n## Lakes\n\nThey are old.\n")
    assert [part.text for part in sifted.parts if part.heading] == ["Lakes", "Lakes"]


def test_data_above_a_text_are_no_paragraph_and_what_only_looks_like_them_is() -> None:
    assert [part.line for part in sift("---\na: b\n\nc: d\n---\n\nIt is old.\n").paragraphs()] == [7]
    text = "---\n\nIt is old.\n\n---\n\nIt is wide.\n"
    assert [part.line for part in sift(text).paragraphs()] == [3, 7]
    assert sift("---\na: b\n\nIt is old.\n").title == "a: b"


def test_numbered_headings_are_headings() -> None:
    text = "# T\n\n1. History\n\nIt began in 1901.\n\n2. Climate\n\nIt is cold.\n"
    assert [part.text for part in sift(text).parts if part.heading] == ["1. History", "2. Climate"]
    items = "# T\n\n1. Milk\n\n2. Bread\n\nMix them.\n"
    assert [part.heading for part in sift(items).parts] == [False, False, False]


def test_headings_that_read_like_noise_stay_above_sentences() -> None:
    below = f"## Comments\n\nThey begin with a sign. {LINE}## Tags\n\n{LINE}"
    text = f"# Search\n\n{BODY}\n{below}## Share this:\n\nTweet\n"
    sifted = sift(text)
    assert sifted.title == "Search"
    assert [part.text for part in sifted.parts if part.heading] == ["Comments", "Tags"]
    assert [one.text for one in sifted.left_out] == ["Share this:", "Tweet"]


def test_a_paragraph_above_a_rule_without_an_empty_line_is_not_lost() -> None:
    long = "The lake lies in Geneva, and nine rivers flow\ninto it from the north.\n---\nIt is old.\n"
    assert [part.text for part in sift(long).paragraphs()] == [
        "The lake lies in Geneva, and nine rivers flow into it from the north.",
        "It is old.",
    ]
